import AssistenzKit
import SwiftUI

/// Who is here, who is planned, whether anything waits.
struct DeskTodayScreen: View {
    let state: Screen.DeskToday
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        Lines(lines: [state.waiting], onTap: onTap)
        Heading(words("on-shift"))
        Text(state.onShiftLine)
        Lines(lines: state.onShift, onTap: onTap)
        if !state.planned.isEmpty {
            Heading(words("planned-today"))
            Lines(lines: state.planned, onTap: onTap)
        }
        Heading(words("sync"))
        Lines(lines: [state.contact], onTap: onTap)
    }
}

/// First what differs, one by one; then one act for the whole month.
struct ApprovalScreen: View {
    let state: Screen.Approval
    let onTap: OnTap
    @Environment(\.words) private var words
    @State private var reasons: [String: String] = [:]

    var body: some View {
        Text(state.summary)
        if !state.exceptions.isEmpty {
            Heading(words("exceptions"))
            ForEach(Array(state.exceptions.enumerated()), id: \.offset) { _, one in differing(one) }
        }
        Lines(lines: state.notices, onTap: onTap)
        if let notNow = state.notNow { Text(notNow) }
        if let approve = state.approve {
            MainButton(approve) {
                let over = reasons.filter { !$0.value.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty }
                onTap(.approve(person: state.person, month: state.month, over: over))
            }
        }
        Heading(words("totals"))
        Totals(totals: state.totals)
    }

    /// One thing to look at. A correction without agreement asks for a reason; without one the month is refused.
    private func differing(_ one: Differing) -> some View {
        Sheet(colours: one.blocks ? Look.refused : Look.notable) {
            if !one.title.isEmpty { Text(one.title).font(.headline) }
            Text(one.line)
            ForEach(one.notes, id: \.self) { note in Text(note).font(.callout) }
            if let proposal = one.proposal {
                let reason = Binding<String>(get: { reasons[proposal] ?? "" }, set: { reasons[proposal] = $0 })
                Field("\(words("approve-over")): \(one.title)", reason)
            }
        }
    }
}
