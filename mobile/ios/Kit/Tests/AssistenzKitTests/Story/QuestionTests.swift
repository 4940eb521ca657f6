import AssistenzKit
import Foundation
import Testing

/// Refusals that the app answers with a question of its own.
@Suite struct QuestionTests {
    private let clock = Clock("2026-10-26 08:00")

    /// A phone that is paired and has no contract yet.
    private func paired(_ office: Office, _ folder: URL) throws -> Door {
        let door = try Handset(folder.appendingPathComponent("phone"), Vault(), Remembered(), clock).door
        try door.pair(office)
        return door
    }

    @Test("without a workplace the app asks in which Land, and then clocks in; in the night of two half past twos it asks which one")
    func asks() throws {
        try inFolder { folder in
            let office = try Office(folder.appendingPathComponent("office"))
            defer { office.stop() }
            let door = try paired(office, folder)

            let refused = try door.act(.press(.clockIn))
            #expect(refused.notice?.refused == true)
            #expect(refused.then == .go(.workplace))
            guard case .workplace(_, let lands) = try door.screen(.workplace) else { throw Unexpected(screen: .workplace) }
            #expect(lands.count == 16)
            #expect(try door.act(.chooseLand(#require(lands.first { $0.code == "NW" }).code)).then == .back)
            try door.does(.press(.clockIn))
            clock.set("2026-10-26 09:00")
            try door.does(.press(.clockOut))

            let late = LateWork(Times(day: "25.10.2026", from: "02:30", until: "06:00", reason: "Akku leer"))
            let which = try #require(door.act(.writeShift(late)).notice)
            #expect(which.refused && which.acts.count == 2)
            #expect(try door.month().entries.count == 1)
            // The second half past two, in winter time: three and a half hours until six.
            #expect(try door.act(which.acts[1].tap).then == .back)
            #expect(try door.entry("25. Okt").line.detail.hasPrefix("3:30"))
        }
    }
}
