import AssistenzKit
import SwiftUI

/// One entry: what it says, how far it has come, what was said about it, and how to set it right.
struct EntryScreen: View {
    let state: Screen.Entry
    let onTap: OnTap
    @Environment(\.words) private var words
    @State private var day: String
    @State private var from = ""
    @State private var until = ""
    @State private var reason = ""

    init(state: Screen.Entry, onTap: @escaping OnTap) {
        self.state = state
        self.onTap = onTap
        _day = State(initialValue: state.day)
    }

    var body: some View {
        Lines(lines: state.facts, onTap: onTap)
        ForEach(state.acts, id: \.label) { act in OtherButton(act, onTap) }
        Heading(words("known"))
        LongWay(steps: state.steps)
        Heading(words("story"))
        Lines(lines: state.story, onTap: onTap)
        if state.canChange { change }
    }

    @ViewBuilder private var change: some View {
        Heading(words("correct"))
        Text(words("change-intro"))
        DayField(words("day"), $day)
        TimeField(words("from"), $from, hint: words("time-hint"))
        TimeField(words("to"), $until, hint: words("to-hint"))
        Field(words("reason"), $reason, hint: words("reason-hint"))
        MainButton(words("save-times")) {
            onTap(.correct(shift: state.shift, Times(day: day, from: from, until: until, reason: reason)))
        }
        Text(words("retract-intro"))
        OtherButton(words("retract")) { onTap(.retract(shift: state.shift, reason: reason)) }
    }
}

/// The employer proposes other times. Nothing changes until the assistant agrees.
struct CorrectionScreen: View {
    let state: Screen.Correction
    let onTap: OnTap
    @Environment(\.words) private var words
    @State private var why = ""

    var body: some View {
        Mark(state.state)
        Text(state.about)
        Sheet {
            ForEach(state.changes, id: \.self) { change in Text(change).font(.headline) }
        }
        Text(state.reason)
        if let agree = state.agree, let objection = state.objection {
            MainButton(agree) { onTap(.agree(proposal: state.proposal, month: state.month)) }
            Heading(words("not-right"))
            Field(words("why-not"), $why, hint: words("why-not-hint"))
            OtherButton(objection) { onTap(.object(proposal: state.proposal, month: state.month, reason: why)) }
        }
    }
}
