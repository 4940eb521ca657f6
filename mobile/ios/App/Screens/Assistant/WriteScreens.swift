import AssistenzKit
import SwiftUI

/// A shift written down afterwards. What was written stays if it is refused.
struct LateEntryScreen: View {
    let state: Screen.LateEntry
    let onTap: OnTap
    @Environment(\.words) private var words
    @State private var day = ""
    @State private var from = ""
    @State private var until = ""
    @State private var kind = ""
    @State private var partFrom = ""
    @State private var partUntil = ""
    @State private var reason = ""

    var body: some View {
        let chosen = Binding<String>(get: { day.isEmpty ? state.days.first?.code ?? "" : day }, set: { day = $0 })
        Text(words("late-intro"))
        Heading(words("which-day"))
        Choices(state.days, chosen.wrappedValue) { day = $0 }
        DayField(words("other-day"), chosen)
        TimeField(words("from"), $from, hint: words("time-hint"))
        TimeField(words("to"), $until, hint: words("to-hint"))
        Heading(words("add-part"))
        Choices(state.kinds, kind) { kind = $0 }
        if !kind.isEmpty {
            TimeField(words("part-from"), $partFrom, hint: words("time-hint"))
            TimeField(words("part-to"), $partUntil, hint: words("to-hint"))
        }
        Field(words("reason"), $reason, hint: words("reason-hint"))
        MainButton(words("save-late")) {
            let part = kind.isEmpty ? nil : LateInside(kind: kind, from: partFrom, until: partUntil)
            onTap(.writeShift(LateWork(Times(day: chosen.wrappedValue, from: from, until: until, reason: reason), part: part)))
        }
    }
}

/// "When did you stop?" The plan is offered, never taken by itself.
struct ForgottenScreen: View {
    let state: Screen.Forgotten
    let onTap: OnTap
    @Environment(\.words) private var words
    @State private var day: String
    @State private var time = ""

    init(state: Screen.Forgotten, onTap: @escaping OnTap) {
        self.state = state
        self.onTap = onTap
        _day = State(initialValue: state.day)
    }

    var body: some View {
        Text(state.question)
        if let planned = state.planned { MainButton(planned, onTap) }
        OtherButton(state.still, onTap)
        Heading(words("other-time"))
        DayField(words("day"), $day)
        TimeField(words("to"), $time, hint: words("time-hint"))
        MainButton(words("save-end")) { onTap(.endAt(shift: state.shift, day: day, time: time)) }
    }
}

/// A new request, and what became of the ones before. Nobody has to name an illness.
struct AbsencesScreen: View {
    let state: Screen.Absences
    let onTap: OnTap
    @Environment(\.words) private var words
    @State private var kind: String
    @State private var first: String
    @State private var last: String
    @State private var note = ""

    init(state: Screen.Absences, onTap: @escaping OnTap) {
        self.state = state
        self.onTap = onTap
        _kind = State(initialValue: state.kinds.first?.code ?? "")
        _first = State(initialValue: state.today)
        _last = State(initialValue: state.today)
    }

    var body: some View {
        Heading(words("absence-new"))
        Choices(state.kinds, kind) { kind = $0 }
        DayField(words("first-day"), $first)
        DayField(words("last-day"), $last)
        Field(words("absence-note"), $note, hint: words("absence-note-hint"))
        MainButton(words("absence-send")) { onTap(.requestAbsence(kind: kind, first: first, last: last, note: note)) }
        if !state.asked.isEmpty {
            Heading(words("absence-asked"))
            ForEach(Array(state.asked.enumerated()), id: \.offset) { _, asked in
                Sheet {
                    LineView(line: asked.line, onTap: onTap) { EmptyView() }
                    if let withdraw = asked.withdraw { OtherButton(withdraw, onTap) }
                }
            }
        }
    }
}
