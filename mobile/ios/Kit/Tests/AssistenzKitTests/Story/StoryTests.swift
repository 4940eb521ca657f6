import AssistenzDoor
import AssistenzGlance
import AssistenzKit
import Foundation
import Testing

/// `bindings/tests/story.md`, step by step, as the app plays it: places, taps and screens.
@Suite struct StoryTests {
    private let clock = Clock("2026-10-05 07:00")
    private let vault = Vault()
    private let memory = Remembered()

    @Test("pair, clock in offline, restart, break, forget, sync, object, complete, approved, with payroll")
    func story() throws {
        try inFolder { folder in
            let office = try Office(folder.appendingPathComponent("office"))
            defer { office.stop() }
            let home = folder.appendingPathComponent("phone")
            // The first phone is let go before the second is opened on the same folder: step 4.
            let (phone, person) = try untilRestart(office, home)
            let handset = try Handset(home, vault, memory, clock)
            try untilSync(office, handset, phone)
            try untilPayroll(office, handset.door, person)
            try everything(handset)
        }
    }

    private func untilRestart(_ office: Office, _ home: URL) throws -> (phone: String, person: String) {
        let door = try Handset(home, vault, memory, clock).door

        // [1] pair
        #expect(try door.screen(.today) == door.screen(.pairing))
        #expect(try door.pairing().digits == nil)
        #expect(try door.act(.pair(code: " \(office.invite())\n")).then == .go(.pairing))
        let phone = try #require(door.pairing().phone)
        #expect(try door.act(.lookIfPaired(phone: phone)).notice?.refused == true)
        try office.confirm(#require(door.pairing().digits))
        #expect(try door.act(.lookIfPaired(phone: phone)).then == .go(.today))
        let person = try office.assistant()
        try office.employ(person)
        try door.does(.syncNow)
        guard case .plan(let plan) = try door.screen(.plan) else { throw Unexpected(screen: .plan) }
        #expect(plan.shifts.map(\.detail) == ["08:00 bis 16:00"])

        // [2] clock in offline
        office.stop()
        clock.set("2026-10-05 08:00")
        let said = try #require(door.press("Kommen").notice)
        #expect(said.text.contains("Gekommen"))
        #expect(said.acts.map(\.tap) == [.press(.undo)])
        #expect(try door.today().main.label == "Gehen")
        #expect(try door.today().running?.startedMs == at("2026-10-05 08:00"))
        #expect(try door.unsent().lines.count == 1)
        #expect(try door.entry("5. Okt").reached == ["hier gespeichert"])
        expectRefused("already_clocked_in") { try door.act(.press(.clockIn)) }
        expectRefused("unreachable") { try door.act(.syncNow) }
        #expect(try door.unsent().lines.count == 1)

        try glance(at("2026-10-05 08:00"), home)

        // [3] undo
        try door.press("Pause")
        #expect(try door.today().running?.part != nil)
        try door.does(.press(.undo))
        let running = try #require(door.today().running)
        #expect(running.part == nil)
        try door.press("Pause")
        clock.move(by: 11_000)
        expectRefused("nothing_to_undo") { try door.act(.press(.undo)) }
        clock.move(by: -11_000)
        try door.press("Beenden")
        return (phone, person)
    }

    /// The widget's own reading says what the core's says.
    private func glance(_ startedMs: Int64?, _ home: URL) throws {
        let folder = home.appendingPathComponent("snapshots")
        let core = try readSnapshot(folder: folder.path).shifts
        let own = Glance.all(in: folder)
        #expect(own.count == 1 && Glance.shown(in: folder) == own.first)
        #expect(own.map(\.startedMs) == [startedMs])
        #expect(own.map(\.startedMs) == core.map(\.startedMs))
        #expect(own.map { [$0.phone, $0.headline, $0.button] } == core.map { [$0.phone, $0.headline, $0.button] })
        #expect(own.map(\.unsentCount) == core.map(\.unsentCount))
    }

    private func untilSync(_ office: Office, _ handset: Handset, _ phone: String) throws {
        let door = handset.door

        // [4] restart
        #expect(try door.today().running?.startedMs == at("2026-10-05 08:00"))

        // [5] break
        clock.set("2026-10-05 12:00")
        try door.press("Pause")
        #expect(try door.today().running?.part?.startedMs == at("2026-10-05 12:00"))
        clock.set("2026-10-05 12:30")
        try door.press("Beenden")

        // [6] clock out
        clock.set("2026-10-05 16:30")
        try door.press("Gehen")
        #expect(try door.entry("5. Okt").line.detail.hasPrefix("8:00"))
        try glance(nil, handset.home)

        // [7] forgotten clock-out
        clock.set("2026-10-07 08:00")
        try door.press("Kommen")
        #expect(try door.today().questions.isEmpty)
        clock.set("2026-10-07 21:00")
        let question = try #require(door.today().questions.first)
        #expect(question.acts.count == 3)
        guard case .open(let place) = question.acts[1].tap, case .forgotten(let asked) = try door.screen(place) else {
            throw Unexpected(screen: .today)
        }
        #expect(asked.day == "2026-10-07")
        try door.does(question.acts[0].tap)
        #expect(try door.today().questions.isEmpty)
        #expect(try door.entry("7. Okt").line.title.contains("16:00"))
        #expect(try door.entry("7. Okt").line.marks.contains { $0.contains("nachgetragen") })

        // [8] a night
        clock.set("2026-10-10 22:00")
        try door.press("Kommen")
        try door.press("Bereitschaft")
        clock.set("2026-10-11 06:00")
        try door.press("Nichts vorgefallen")
        try door.press("Gehen")
        let totals = try door.month().totals
        #expect(Set(totals.map(\.label)) == ["Arbeit", "Bereitschaft", "Pause"])
        #expect(try #require(totals.first { $0.label == "Bereitschaft" }).value.hasPrefix("8:00"))

        // [9] sync
        let waiting = try handset.phones.assistant(id: phone).syncSheet().unsent.map(\.id)
        #expect(try door.unsent().lines.count == waiting.count)
        try office.start()
        try door.does(.syncNow)
        #expect(try door.unsent().lines.isEmpty)
        #expect(try door.month().entries.map(\.reached.count) == [2, 2, 2])

        // [10] seen
        try office.ask("POST", "/v1/seen", #"{"batches": [\#(waiting.map { "\"\($0)\"" }.joined(separator: ", "))]}"#)
        try door.does(.syncNow)
        #expect(try door.month().entries.map(\.reached.count) == [3, 3, 3])
    }

    private func untilPayroll(_ office: Office, _ door: Door, _ person: String) throws {
        let month = "\(person)/months/2026-10"

        // [11] a correction arrives
        guard case .open(.entry(let shift, _)) = try door.entry("5. Okt").line.open else { throw Unexpected(screen: .month("2026-10")) }
        let proposed = #"{"shift": "\#(shift)", "end_ms": \#(at("2026-10-05 15:30")), "reason": "Schon um halb vier weg"}"#
        let proposal = try office.text("id", of: office.ask("POST", "\(month)/corrections", proposed))
        try door.does(.syncNow)
        #expect(try door.today().questions.map { $0.acts.map(\.tap) } == [[.open(.corrections)]])
        #expect(try door.entry("5. Okt").line.detail.hasPrefix("8:00"))

        // [12] object
        let card = try door.correction(proposal)
        #expect(card.changes.contains { $0.contains("15:30") })
        expectRefused("reason_needed") { try door.act(.object(proposal: proposal, month: card.month, reason: " ")) }
        try door.does(.object(proposal: proposal, month: card.month, reason: "Ich war bis halb fünf da"))
        let answered = try door.correction(proposal)
        #expect(answered.agree == nil)
        #expect(answered.state.contains("Ich war bis halb fünf da"))
        try door.does(.syncNow)

        // [12a] an absence
        office.stop()
        try door.does(.requestAbsence(kind: "vacation", first: "20.10.2026", last: "2026-10-21", note: ""))
        let absence = try #require(door.absences().asked.first)
        #expect(absence.line.title.hasPrefix("Urlaub"))
        #expect(absence.line.marks == ["wartet auf Entscheidung"])
        #expect(try Set(door.unsent().lines.map(\.title)) == ["Abwesenheit"])
        expectRefused("not_a_day") { try door.act(.requestAbsence(kind: "vacation", first: "morgen", last: "2026-10-21", note: "")) }
        expectRefused("wrong_order") { try door.act(.requestAbsence(kind: "vacation", first: "2026-10-21", last: "2026-10-20", note: "")) }
        try door.does(#require(absence.withdraw).tap)
        #expect(try door.absences().asked.map(\.withdraw) == [nil])
        try office.start()
        try door.does(.syncNow)
        try door.does(.requestAbsence(kind: "vacation", first: "2026-11-16", last: "2026-11-16", note: "Umzug"))
        try door.does(.syncNow)
        let november = try office.ask("GET", "\(person)/absences?from=2026-11-01&to=2026-11-30")
        let asked = try #require(((november as? [String: Any])?["absences"] as? [Any])?.first)
        #expect(try office.text("note", of: asked) == "Umzug")
        let decision = try "\(person)/absences/\(office.text("absence", of: asked))/decision"
        try office.ask("POST", decision, #"{"granted": true}"#)
        try door.does(.syncNow)
        #expect(try door.absences().asked.map(\.line.marks) == [["genehmigt"], ["zurückgezogen"]])

        // [12b] history
        guard case .open(let place) = try door.entry("5. Okt").line.open, case .entry(let entry) = try door.screen(place) else {
            throw Unexpected(screen: .month("2026-10"))
        }
        #expect(entry.story.first?.title == "Kommen: Mo 5. Okt. 08:00.")
        #expect(entry.story.first?.detail.contains("du, Telefon") == true)
        let objection = entry.story.filter { $0.title == "Dem Vorschlag widersprochen." }
        #expect(objection.map { $0.detail.contains("Ich war bis halb fünf da") } == [true])

        // [13] month complete
        try door.does(#require(door.month().declare).tap)
        #expect(try door.month().declare == nil)
        #expect(try door.month().provisional != nil)
        try door.does(.syncNow)

        // [14] approved
        let over = #""over": [{"proposal": "\#(proposal)", "reason": "Türprotokoll zeigt 15:30"}]"#
        let statement = try office.text("statement_sha256", of: office.ask("POST", "\(month)/approval-preview", "{\(over)}"))
        try office.ask("POST", "\(month)/approvals", #"{"statement_sha256": "\#(statement)", \#(over)}"#)
        try door.does(.syncNow)
        #expect(try door.month().provisional == nil)
        #expect(try door.entry("5. Okt").line.title.contains("15:30"))
        #expect(try door.entry("5. Okt").line.marks.contains { $0.contains("nicht zugestimmt") })
        #expect(try door.month().pay.contains { !$0.because.isEmpty })
        #expect(try Set(door.month().entries.map(\.known)) == ["freigegeben"])

        // [15] with payroll
        try office.ask("PUT", "/v1/payroll/settings", payrollSettings)
        try office.ask("POST", "/v1/exports", #"{"month": "2026-10"}"#)
        try door.does(.syncNow)
        #expect(try Set(door.month().entries.map(\.known)) == ["bei der Lohnabrechnung"])
    }

    private func everything(_ handset: Handset) throws {
        // [16] everything
        let door = handset.door
        guard case .save(let files) = try door.act(.exportMine).outside else { throw Unexpected(screen: .export) }
        #expect(files.count == 2)
        #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("Oktober 2026"))

        // Every other place can be shown, in every language.
        let places: [Place] = [
            .lateEntry, .months, .corrections, .whoSees, .export, .several, .employers, .pairing, .workplace, .settings, .more,
        ]
        for language in handset.phones.languages().map(\.code) {
            try door.does(.chooseLanguage(language))
            for place in places {
                let screen = try door.screen(place)
                #expect(!screen.title.isEmpty && !"\(screen)".contains("app-"), "\(place), \(language)")
            }
        }
        // What Siri and Shortcuts offer is called as the button is.
        let spoken = try #require(AppFiles.catalogue("Localizable")["clock-in"])
        for (language, label) in spoken {
            try door.does(.chooseLanguage(language))
            #expect(try door.today().main.label == label)
        }
        #expect(handset.phones.faults().isEmpty)
    }
}
