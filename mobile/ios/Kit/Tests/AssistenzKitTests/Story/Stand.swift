import AssistenzDoor
import AssistenzKit
import Foundation
import Testing

let berlin = TimeZone(identifier: "Europe/Berlin")!

/// `2026-10-05 08:00` on Berlin's clock, in ms.
func at(_ text: String) -> Int64 {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = berlin
    format.dateFormat = "yyyy-MM-dd HH:mm"
    return Int64(format.date(from: text)!.timeIntervalSince1970 * 1000)
}

/// The story's clock.
final class Clock: StoryClock, @unchecked Sendable {
    private let lock = NSLock()
    private var ms: Int64

    init(_ text: String) { ms = at(text) }

    func set(_ text: String) { lock.withLock { ms = at(text) } }

    func move(by moved: Int64) { lock.withLock { ms += moved } }

    func nowMs() -> Int64 { lock.withLock { ms } }

    func day() -> Day { Day(Date(timeIntervalSince1970: Double(nowMs()) / 1000), in: berlin) }
}

/// Stands for the Keychain: what it wraps stays in it, only a number goes to the disk.
final class Vault: KeyVault, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [Data: Data] = [:]

    func wrap(secret: Data) -> Data {
        lock.withLock {
            let ticket = Data((0..<16).map { _ in UInt8.random(in: 0...255) })
            kept[ticket] = secret
            return ticket
        }
    }

    func unwrap(wrapped: Data) throws -> Data {
        guard let secret = lock.withLock({ kept[wrapped] }) else { throw KeyVaultError.Gone }
        return secret
    }
}

/// What an app remembers, for as long as the test runs.
final class Remembered: Memory, @unchecked Sendable {
    var phone: String?
    var language: String?
}

/// A phone in a folder, as the app opens it.
struct Handset {
    let phones: Phones
    let door: Door
    let home: URL

    init(_ folder: URL, _ vault: Vault, _ memory: Remembered, _ clock: Clock) throws {
        let setup = PhoneSetup(folder: folder.path, snapshotFolder: "", language: "de-DE", zone: "Europe/Berlin", boot: "1")
        home = folder
        phones = try Phones.openInStory(setup: setup, vault: vault, clock: clock)
        door = Door(phones, memory: memory, camera: false) { clock.day() }
    }
}

/// A folder for one test.
func inFolder(_ test: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try test(folder)
}

/// Says `code`, in a whole sentence.
func expectRefused(_ code: String, _ call: () throws -> Told, at place: SourceLocation = #_sourceLocation) {
    do {
        _ = try call()
        Issue.record("not refused", sourceLocation: place)
    } catch PhoneError.Refused(let said, _, let sentence) {
        #expect(said == code, sourceLocation: place)
        #expect(sentence.contains(" ") && !sentence.contains("app-"), sourceLocation: place)
    } catch {
        Issue.record(error, sourceLocation: place)
    }
}

extension Door {
    func today() throws -> Screen.Today { try #require(screen(.today).asToday) }

    func month() throws -> Screen.Month {
        guard case .month(let month) = try screen(.month("2026-10")) else { throw Unexpected(screen: .month("2026-10")) }
        return month
    }

    func unsent() throws -> Screen.Unsent {
        guard case .unsent(let unsent) = try screen(.unsent) else { throw Unexpected(screen: .unsent) }
        return unsent
    }

    func pairing() throws -> Screen.Pairing {
        guard case .pairing(let pairing) = try screen(.pairing) else { throw Unexpected(screen: .pairing) }
        return pairing
    }

    func correction(_ proposal: String) throws -> Screen.Correction {
        guard case .correction(let card) = try screen(.correction(proposal: proposal)) else {
            throw Unexpected(screen: .correction(proposal: proposal))
        }
        return card
    }

    func absences() throws -> Screen.Absences {
        guard case .absences(let absences) = try screen(.absences) else { throw Unexpected(screen: .absences) }
        return absences
    }

    func listing(_ place: Place) throws -> Screen.Listing {
        guard case .listing(let listing) = try screen(place) else { throw Unexpected(screen: place) }
        return listing
    }

    /// The one entry of October whose heading names `day`.
    func entry(_ day: String) throws -> Recorded {
        let found = try month().entries.filter { $0.line.title.contains(day) }
        try #require(found.count == 1)
        return found[0]
    }

    /// A tap that must not be refused: a refusal that the app helps with comes back as a notice and is easily overlooked.
    @discardableResult
    func does(_ tap: Tap, at place: SourceLocation = #_sourceLocation) throws -> Told {
        let told = try act(tap)
        #expect(told.notice?.refused != true, "\(tap): \(told.notice?.text ?? "")", sourceLocation: place)
        return told
    }

    /// Pairs this phone with the office in a role; the first sitting is part of it.
    func pair(_ office: Office, _ role: String = "assistant") throws {
        try does(.pair(code: office.invite(role)))
        let asked = try pairing()
        try office.confirm(#require(asked.digits))
        try does(.lookIfPaired(phone: #require(asked.phone)))
    }

    /// Presses the one button of today's screen that is called `label`.
    @discardableResult
    func press(_ label: String) throws -> Told {
        let today = try today()
        let all = [today.main] + today.acts + [today.running?.part?.end].compactMap { $0 }
        let found = all.filter { $0.label == label }
        try #require(found.count == 1, "\(label) in \(all.map(\.label))")
        return try does(found[0].tap)
    }
}

extension Screen {
    var asToday: Today? { if case .today(let today) = self { today } else { nil } }
}

extension Recorded {
    var reached: [String] { steps.filter(\.reached).map(\.label) }
}

struct Unexpected: Error { let screen: Place }
