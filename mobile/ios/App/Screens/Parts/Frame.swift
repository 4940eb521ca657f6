import AssistenzKit
import SwiftUI

/// Way back, title, notice, the screen itself, the places below.
struct Frame: View {
    let shown: Shown
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 14) {
                if shown.canGoBack {
                    Button(action: { onTap(.back) }, label: { Label(words("back"), systemImage: "chevron.backward") })
                        .buttonStyle(QuietStyle())
                }
                Text(shown.screen.title)
                    .font(.largeTitle.bold())
                    .accessibilityAddTraits(.isHeader)
                NoticeBox(notice: shown.notice, onTap: onTap)
                ScreenView(screen: shown.screen, onTap: onTap)
            }
            .frame(maxWidth: 640, alignment: .leading)
            .padding(16)
            .frame(maxWidth: .infinity)
        }
        // Another place begins at its top, with empty fields.
        .id(shown.screen.title)
        .foregroundStyle(Look.page.ink)
        .background(Look.page.ground)
        .safeAreaInset(edge: .bottom, spacing: 0) {
            if !shown.tabs.isEmpty { Tabs(tabs: shown.tabs, onTap: onTap) }
        }
        .accessibilityAction(.escape) { onTap(.back) }
        .onChange(of: shown.notice) { _, notice in
            if let notice { AccessibilityNotification.Announcement(notice.text).post() }
        }
        .sensoryFeedback(trigger: shown.notice) { _, notice in
            notice.map { $0.refused ? .error : .success }
        }
    }
}

/// What happened, in words, until it is read.
private struct NoticeBox: View {
    let notice: Notice?
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        if let notice {
            let colours = notice.refused ? Look.refused : Look.good
            VStack(alignment: .leading, spacing: 8) {
                HStack(alignment: .top, spacing: 12) {
                    Image(systemName: notice.refused ? "exclamationmark.triangle" : "checkmark.circle")
                        .accessibilityHidden(true)
                    Text(notice.text)
                }
                .foregroundStyle(colours.ink)
                .padding(16)
                .frame(maxWidth: .infinity, alignment: .leading)
                .background(colours.ground, in: RoundedRectangle(cornerRadius: 18))
                ForEach(notice.acts, id: \.label) { act in OtherButton(act, onTap) }
                Button(words("read")) { onTap(.noticeRead) }
                    .buttonStyle(QuietStyle())
            }
        }
    }
}

/// The places at the bottom. With large text they stand two in a row, so that no word is cut.
private struct Tabs: View {
    let tabs: [AssistenzKit.Tab]
    let onTap: OnTap
    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        let perRow = size.isAccessibilitySize ? 2 : tabs.count
        VStack(spacing: 0) {
            Divider()
            ForEach(Array(stride(from: 0, to: tabs.count, by: perRow)), id: \.self) { first in
                HStack(spacing: 0) {
                    ForEach(tabs[first..<min(first + perRow, tabs.count)], id: \.place) { tab in one(tab) }
                }
            }
        }
        .background(Look.sheet.ground)
    }

    private func one(_ tab: AssistenzKit.Tab) -> some View {
        Button(
            action: { onTap(.open(tab.place)) },
            label: {
                VStack(spacing: 3) {
                    Image(systemName: icon(tab.icon))
                        .font(.title3)
                        .accessibilityHidden(true)
                    Text(tab.label)
                        .font(.footnote)
                        .multilineTextAlignment(.center)
                }
                .foregroundStyle(tab.chosen ? Look.good.ink : Look.quiet.ink)
                .frame(maxWidth: .infinity, minHeight: 60)
                .background(tab.chosen ? Look.good.ground : Look.sheet.ground)
            }
        )
        .accessibilityAddTraits(tab.chosen ? [.isSelected] : [])
    }

    private func icon(_ name: String) -> String {
        switch name {
        case "today": "clock"
        case "plan": "calendar"
        case "month": "list.bullet.rectangle"
        case "waiting": "tray.full"
        default: "ellipsis"
        }
    }
}
