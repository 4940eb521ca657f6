import AssistenzKit
import Foundation
import Testing

/// Two phones and an office: one works, the other sees it, looks at what waits and approves.
@Suite struct EmployerStoryTests {
    private let clock = Clock("2026-10-05 07:00")

    private func pair(_ office: Office, _ folder: URL, _ role: String) throws -> Door {
        let door = try Handset(folder.appendingPathComponent(role), Vault(), Remembered(), clock).door
        try door.pair(office, role)
        return door
    }

    @Test("the employer sees who is at work, finds what waits, and approves the month")
    func approves() throws {
        try inFolder { folder in
            let office = try Office(folder.appendingPathComponent("office"))
            defer { office.stop() }
            let assistant = try pair(office, folder, "assistant")
            try office.employ(office.assistant())
            try assistant.does(.syncNow)  // brings the contract, and with it the workplace
            let employer = try pair(office, folder, "employer")

            clock.set("2026-10-05 08:00")
            try assistant.does(.press(.clockIn))
            try assistant.does(.syncNow)
            try employer.does(.syncNow)
            guard case .deskToday(let today) = try employer.screen(.today) else { throw Unexpected(screen: .today) }
            #expect(today.onShift.map(\.title) == ["Ada Muster"])

            clock.set("2026-10-05 16:00")
            try assistant.does(.press(.clockOut))
            try assistant.does(.completeMonth("2026-10"))
            try assistant.does(.syncNow)
            try employer.does(.syncNow)
            let waits = try employer.listing(.waiting).lines
            #expect(waits.count == 1)
            guard case .open(let place) = waits.first?.open, case .approval(let sheet) = try employer.screen(place) else {
                throw Unexpected(screen: .waiting)
            }
            #expect(sheet.approve == "Freigabe für Ada Muster, Oktober 2026")
            try employer.does(.approve(person: sheet.person, month: sheet.month, over: [:]))
            #expect(try employer.listing(.waiting).lines.isEmpty)

            try employer.does(.syncNow)
            try assistant.does(.syncNow)
            let month = try assistant.month()
            #expect(month.provisional == nil)
            #expect(month.entries.map(\.known) == ["freigegeben"])
        }
    }
}
