import AssistenzDoor

// The door's records as lines, steps and acts of a screen. Nothing is computed
// and no sentence is made; only which word stands where.

extension AssistenzDoor.Button {
    var shown: Act { Act(label: label, tap: act == .sync ? .syncNow : .press(act), hint: hint) }
}

extension Mark {
    var shown: Step { Step(label: label, reached: proven, at: at ?? "") }
}

extension EntryCard {
    var heading: String { "\(title), \(times)" }

    var marksInWords: [String] { (stateLabel.isEmpty ? [] : [stateLabel]) + notes }

    var facts: Line { Line(title: worked, detail: parts.joined(separator: "\n"), marks: marksInWords) }

    var shown: Recorded {
        let detail = ([worked] + parts).joined(separator: "\n")
        let line = Line(title: heading, detail: detail, marks: marksInWords, open: .open(.entry(shift: shift, month: month)))
        return Recorded(line: line, steps: marks.map(\.shown), known: known)
    }
}

extension PlannedCard {
    var shown: Line { Line(title: title, detail: times, marks: [state, note].compactMap { $0 }.filter { !$0.isEmpty }) }
}

extension TotalLine {
    var shown: Total { Total(label: label, value: length) }
}

extension PayLineCard {
    var shown: Total { Total(label: label, value: amount, quantity: quantity, because: why) }
}

extension AssistenzDoor.Notice {
    var shown: Line { Line(title: sentence, detail: source ?? "") }
}

extension StoryLine {
    var shown: Line { Line(title: sentence, detail: ([reason, "\(when), \(who)"].compactMap { $0 } + notes).joined(separator: "\n")) }
}

extension Done {
    func told(_ then: Then = .stay) -> Told {
        Told(notice: Notice(text: announcement, acts: [undo?.button.shown].compactMap { $0 }), then: then)
    }
}

extension SyncDone {
    var told: Told { Told(notice: Notice(text: announcement)) }
}

extension SyncSheet {
    func shown(_ title: String) -> Screen {
        .unsent(
            Screen.Unsent(
                title: title, sentence: headline, lines: unsent.map { Line(title: $0.what, detail: $0.at) },
                held: held, contact: lastContact, now: button.shown))
    }
}

extension AssistenzDoor.Choice {
    var shown: Choice { Choice(code: code, label: label) }
}

/// So long a sitting may take that a person began, in ms.
let sittingMs: UInt64 = 60_000

/// What was to be shown is no longer there.
struct Gone: Error {}
