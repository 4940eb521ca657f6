import AssistenzDoor
import Foundation

/// The assistant's screens of one team, from the door's records.
final class AssistantRooms: @unchecked Sendable {
    private let phone: any AssistantPhoneProtocol
    private let label: @Sendable (String) -> String
    private let day: @Sendable () -> Day
    /// Shifts of which the person said that they are not forgotten; guarded by `lock`.
    private var stillWorking: Set<String> = []
    private let lock = NSLock()

    init(_ phone: any AssistantPhoneProtocol, label: @escaping @Sendable (String) -> String, day: @escaping @Sendable () -> Day) {
        self.phone = phone
        self.label = label
        self.day = day
    }

    func tabs(_ place: Place) -> [Tab] {
        let isMonth = if case .month = place { true } else { false }
        return [
            Tab(label: label("today"), icon: "today", place: .today, chosen: place == .today),
            Tab(label: label("plan"), icon: "plan", place: .plan, chosen: place == .plan),
            Tab(label: label("month"), icon: "month", place: .month(nil), chosen: isMonth),
            Tab(label: label("more"), icon: "more", place: .more, chosen: place == .more),
        ]
    }

    /// The screen of a place; nil if it is none of the assistant's.
    func screen(_ place: Place) throws -> Screen? {
        switch place {
        case .today: try .today(today(phone.today()))
        case .lateEntry: .lateEntry(lateEntry())
        case .forgotten(let shift): try .forgotten(forgotten(shift))
        case .plan: try .plan(plan())
        case .absences: try .absences(absences())
        case .month(let month): try .month(self.month(month ?? day().month))
        case .months: try list("months", phone.history().map { Line(title: $0.title, detail: $0.line, open: .open(.month($0.month))) })
        case .entry(let shift, let month): try .entry(entry(shift, month))
        case .corrections: try list("corrections", phone.corrections().map(\.line))
        case .correction(let proposal): try .correction(correction(proposal))
        case .unsent: try phone.syncSheet().shown(label("sync"))
        case .whoSees:
            try list("readers", phone.readers().map { Line(title: $0.what, detail: $0.who.joined(separator: "\n")) }, intro: label("no-surveillance"))
        case .export: .export(title: label("everything"))
        case .workplace: .workplace(title: label("place"), lands: phone.lands().map(\.shown))
        default: nil
        }
    }

    func links() -> [Line] {
        [
            ("corrections", .corrections), ("months", .months), ("absences", .absences), ("late-entry", .lateEntry),
            ("sync", .unsent), ("readers", .whoSees), ("everything", .export), ("place", .workplace),
        ].map { (word: String, place: Place) in Line(title: label(word), open: .open(place)) }
    }

    private func list(_ word: String, _ lines: [Line], intro: String = "") -> Screen {
        .listing(Screen.Listing(title: label(word), intro: intro, lines: lines))
    }

    private func today(_ today: Today) -> Screen.Today {
        let part = today.running?.part
        let end = part == nil ? nil : today.more.first { $0.act == .endPart }
        let forgotten = today.forgotten.flatMap { asked in lock.withLock { stillWorking.contains(asked.shift) } ? nil : asked }
        let answer = today.toAnswer.map { Question(text: $0, acts: [Act(label: label("look-at"), tap: .open(.corrections))]) }
        let running = today.running.map { running in
            Running(
                startedMs: running.startedMs,
                part: part.map { RunningPart(sentence: "\($0.label) \($0.since)", startedMs: $0.startedMs, end: end?.shown) },
                steps: running.marks.map(\.shown),
                known: running.marks.last(where: \.proven)?.label ?? "")
        }
        return Screen.Today(
            title: label("today"),
            employer: today.employer,
            standing: today.headline,
            running: running,
            main: today.main.shown,
            acts: today.more.filter { $0 != end }.map(\.shown),
            questions: [forgotten?.asked, answer].compactMap { $0 },
            next: today.next?.shown,
            entries: today.entries.map(\.shown),
            notices: today.notices.map(\.shown),
            contact: Line(title: today.syncLine, open: .open(.unsent)),
            links: [Act(label: label("late-entry"), tap: .open(.lateEntry))])
    }

    private func forgotten(_ shift: String) throws -> Screen.Forgotten {
        guard let asked = try phone.today().forgotten, asked.shift == shift else { throw Gone() }
        return Screen.Forgotten(
            title: asked.otherLabel, question: asked.question, shift: shift, day: asked.day, planned: asked.planned, still: asked.still)
    }

    private func lateEntry() -> Screen.LateEntry {
        let today = day()
        let days = [("today", today), ("yesterday", today.adding(days: -1))].map { (word: String, day: Day) in
            Choice(code: day.text, label: "\(label(word)), \(Typed.shown(day.text))")
        }
        return Screen.LateEntry(title: label("late-entry"), days: days, kinds: [Choice(code: "", label: label("no-part"))] + phone.kinds().map(\.shown))
    }

    private func plan() throws -> Screen.Plan {
        let today = day()
        let shifts = try [today.month, today.nextMonth].flatMap { try phone.plan(month: $0) }.filter { $0.day >= today.text }
        return Screen.Plan(
            title: label("plan"), shifts: shifts.map(\.shown), links: [Act(label: label("absences"), tap: .open(.absences))])
    }

    private func absences() throws -> Screen.Absences {
        let asked = try phone.absences().map { card in
            Asked(
                line: Line(title: card.title, detail: card.sentences.joined(separator: "\n"), marks: [card.stateLabel]),
                withdraw: card.withdrawLabel.map { Act(label: $0, tap: .withdrawAbsence(card.id)) })
        }
        return Screen.Absences(title: label("absences"), asked: asked, kinds: phone.absenceKinds().map(\.shown), today: day().text)
    }

    private func month(_ month: String) throws -> Screen.Month {
        let sheet = try phone.month(month: month)
        let corrections = sheet.corrections.isEmpty ? [] : [Act(label: label("corrections"), tap: .open(.corrections))]
        let sum = sheet.payAmount.map { [Total(label: label("several-pay"), value: $0)] } ?? []
        return Screen.Month(
            title: sheet.title,
            state: sheet.stateLabel,
            complete: sheet.completeLabel,
            provisional: sheet.provisionalNote,
            totals: sheet.totals.map(\.shown),
            pay: sheet.pay.map(\.shown) + sum,
            withoutPay: sheet.withoutPay,
            notices: sheet.notices.map(\.shown),
            missing: sheet.missing.map { Line(title: $0, open: .open(.lateEntry)) },
            declare: sheet.completeButton.map { Act(label: $0, tap: .completeMonth(month)) },
            entries: sheet.entries.map(\.shown),
            links: corrections + [Act(label: label("months"), tap: .open(.months))])
    }

    private func entry(_ shift: String, _ month: String) throws -> Screen.Entry {
        guard let card = try phone.month(month: month).entries.first(where: { $0.shift == shift }) else { throw Gone() }
        let quiet = Act(label: label("nothing-happened"), tap: .nothingHappened(shift: shift))
        return try Screen.Entry(
            title: card.heading, shift: shift, day: card.day, facts: [card.facts], steps: card.marks.map(\.shown),
            acts: card.canSayNothingHappened ? [quiet] : [], story: phone.story(shift: shift).map(\.shown), canChange: card.canChange)
    }

    private func correction(_ proposal: String) throws -> Screen.Correction {
        guard let card = try phone.corrections().first(where: { $0.proposal == proposal }) else { throw Gone() }
        return Screen.Correction(
            title: label("correction"), proposal: proposal, month: card.month, about: card.title, reason: card.reason, changes: card.changes,
            state: [card.stateLabel, card.answerReason].compactMap { $0 }.joined(separator: ": "),
            agree: card.agreeLabel, objection: card.objectLabel)
    }

    /// Carries a tap out; nil if it is none of the assistant's.
    func act(_ tap: Tap) throws -> Told? {
        switch tap {
        case .press(let act): return try phone.tap(act: act).told()
        case .endAsPlanned(let shift): return try phone.endAsPlanned(shift: shift).told(.go(.today))
        case .endAt(let shift, let day, let time, let which):
            return try phone.endAt(shift: shift, day: Typed.day(day), time: Typed.time(time), which: which).told(.go(.today))
        case .stillWorking(let shift):
            lock.withLock { _ = stillWorking.insert(shift) }
            return Told(then: .go(.today))
        case .writeShift(let late): return try phone.writeShift(shift: late.door).told(.back)
        case .correct(let shift, let times):
            return try phone.correct(
                shift: shift, day: Typed.day(times.day), from: Typed.time(times.from), to: Typed.time(times.until),
                which: times.which, reason: times.reason
            ).told(.back)
        case .retract(let shift, let reason): return try phone.retract(shift: shift, reason: reason).told(.back)
        case .nothingHappened(let shift): return try phone.nothingHappened(shift: shift).told()
        case .agree(let proposal, let month): return try phone.agree(proposal: proposal, month: month).told()
        case .object(let proposal, let month, let reason):
            return try phone.object(proposal: proposal, month: month, reason: reason).told()
        case .requestAbsence(let kind, let first, let last, let note):
            return try phone.requestAbsence(kind: kind, first: Typed.day(first), last: Typed.day(last), note: note).told()
        case .withdrawAbsence(let absence): return try phone.withdrawAbsence(id: absence).told()
        case .completeMonth(let month): return try phone.completeMonth(month: month).told()
        case .chooseLand(let land): return try phone.setPlace(land: land, communes: [], zone: "Europe/Berlin").told(.back)
        case .syncNow: return try phone.syncNow(deadlineMs: sittingMs).told
        case .exportMine:
            let files = try phone.everything().map { MyFile(name: $0.name, mediaType: $0.mediaType, bytes: $0.bytes) }
            return Told(outside: .save(files))
        default: return nil
        }
    }
}

extension CorrectionCard {
    fileprivate var line: Line {
        Line(title: title, detail: changes.joined(separator: "\n"), marks: [stateLabel], open: .open(.correction(proposal: proposal)))
    }
}

extension Forgotten {
    fileprivate var planned: Act? { plannedEndLabel.map { Act(label: $0, tap: .endAsPlanned(shift: shift)) } }

    fileprivate var still: Act { Act(label: stillWorkingLabel, tap: .stillWorking(shift: shift)) }

    fileprivate var asked: Question {
        let other = Act(label: otherLabel, tap: .open(.forgotten(shift: shift)))
        return Question(text: question, acts: [planned, other, still].compactMap { $0 })
    }
}

extension LateWork {
    fileprivate var door: LateShift {
        let day = Typed.day(times.day)
        let parts = part.map {
            [LatePart(kind: $0.kind, day: day, from: Typed.time($0.from), to: Typed.time($0.until), which: times.which)]
        }
        return LateShift(
            day: day, from: Typed.time(times.from), to: Typed.time(times.until), which: times.which, reason: times.reason, parts: parts ?? [])
    }
}
