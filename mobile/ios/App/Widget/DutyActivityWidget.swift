import AppIntents
import SwiftUI
import WidgetKit

/// The live activity of a running shift: since when, counted by the system, and the button that ends it.
struct DutyActivityWidget: Widget {
    var body: some WidgetConfiguration {
        ActivityConfiguration(for: DutyAttributes.self) { context in
            HStack(spacing: 12) {
                VStack(alignment: .leading) {
                    Text(context.state.headline).font(.headline)
                    RunningTime(started: context.state.started).font(.title2)
                }
                Spacer()
                EndButton(phone: context.attributes.phone, label: context.state.button)
            }
            .padding(16)
        } dynamicIsland: { context in
            DynamicIsland {
                DynamicIslandExpandedRegion(.leading) { Text(context.state.headline).font(.headline) }
                DynamicIslandExpandedRegion(.trailing) { RunningTime(started: context.state.started) }
                DynamicIslandExpandedRegion(.bottom) { EndButton(phone: context.attributes.phone, label: context.state.button) }
            } compactLeading: {
                Image(systemName: "clock").accessibilityLabel(context.state.headline)
            } compactTrailing: {
                RunningTime(started: context.state.started)
            } minimal: {
                Image(systemName: "clock").accessibilityLabel(context.state.headline)
            }
        }
    }
}

private struct EndButton: View {
    let phone: String
    let label: String

    var body: some View {
        Button(intent: ShiftIntent(begins: false, phone: phone)) {
            Text(label)
                .font(.headline)
                .frame(minWidth: 88, minHeight: 44)
        }
        .buttonStyle(FilledStyle(colours: Look.running, corner: 14))
    }
}
