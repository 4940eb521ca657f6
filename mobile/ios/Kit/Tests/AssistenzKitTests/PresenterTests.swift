import AssistenzDoor
import Foundation
import Testing

@testable import AssistenzKit

/// A record that remembers what it was asked, and refuses when it is told to.
private final class Fake: Behind, @unchecked Sendable {
    struct No: Error { let sentence: String }

    private let lock = NSLock()
    private var done: [Tap] = []
    var refuse: String?
    var unreadable: Place?
    var told = Told(notice: Notice(text: "Gespeichert."))
    var intro = "Es läuft keine Schicht."
    /// Holds a sitting with the office up until it is signalled.
    var office: DispatchSemaphore?
    /// May hold the reading of a place up.
    var slow: (Place) -> Void = { _ in }

    var acts: [Tap] { lock.withLock { done } }

    func screen(_ place: Place) throws -> Screen {
        slow(place)
        if place == unreadable { throw No(sentence: "Dieser Monat stammt von einer neueren Version.") }
        return .listing(Screen.Listing(title: "\(place)", intro: intro, lines: []))
    }

    func tabs(_ place: Place) -> [Tab] { [Tab(label: "Heute", icon: "today", place: .today, chosen: place == .today)] }

    func act(_ tap: Tap) throws -> Told {
        lock.withLock { done.append(tap) }
        if tap == .syncNow { office?.wait() }
        if let refuse { throw No(sentence: refuse) }
        return told
    }

    func sentence(_ problem: any Error) -> String { (problem as? No)?.sentence ?? "" }
}

@MainActor @Suite struct PresenterTests {
    private let fake = Fake()
    private let presenter: Presenter

    init() async {
        presenter = Presenter(fake)
        await presenter.refresh().value
    }

    private func intro() throws -> String {
        guard case .listing(let listing) = try #require(presenter.shown).screen else { return "" }
        return listing.intro
    }

    private var title: String? { presenter.shown?.screen.title }

    @Test("a tap is carried out, told once, and the screen is read again")
    func tap() async throws {
        var seen: [Shown] = []
        presenter.onShown = { seen.append($0) }
        fake.intro = "Schicht läuft seit 08:00."
        await presenter.on(.press(.clockIn)).value
        #expect(seen.map(\.busy) == [true, false])
        #expect(seen.map(\.notice) == [nil, Notice(text: "Gespeichert.")])
        #expect(try intro() == "Schicht läuft seit 08:00.")
        #expect(fake.acts == [.press(.clockIn)])
    }

    @Test("a hand that taps twice taps once")
    func twice() async {
        let first = presenter.on(.press(.clockIn))
        await presenter.on(.press(.clockIn)).value
        await first.value
        #expect(fake.acts == [.press(.clockIn)])
        await presenter.on(.press(.clockOut)).value
        #expect(fake.acts == [.press(.clockIn), .press(.clockOut)])
    }

    @Test("a refusal is said in the core's own sentence, and the person stays where they were")
    func refusal() async {
        fake.told.then = .back
        await presenter.on(.open(.lateEntry)).value
        let late = LateWork(Times(day: "2026-11-26", from: "09:00", until: "08:00", reason: ""))
        fake.refuse = "Das Ende liegt vor dem Anfang."
        await presenter.on(.writeShift(late)).value
        #expect(presenter.shown?.notice == Notice(text: "Das Ende liegt vor dem Anfang.", refused: true))
        #expect(title == "\(Place.lateEntry)")
        fake.refuse = nil
        await presenter.on(.writeShift(late)).value
        #expect(title == "\(Place.today)")
    }

    @Test("a notice stays until it is read or the person goes on")
    func notice() async {
        await presenter.on(.press(.clockIn)).value
        await presenter.refresh().value
        #expect(presenter.shown?.notice == Notice(text: "Gespeichert."))
        await presenter.on(.noticeRead).value
        #expect(presenter.shown?.notice == nil)
        await presenter.on(.press(.clockIn)).value
        await presenter.on(.open(.plan)).value
        #expect(presenter.shown?.notice == nil)
    }

    @Test("a place that cannot be read says why and leaves the person where they were")
    func unreadable() async {
        fake.unreadable = .month("2026-10")
        await presenter.on(.open(.month("2026-10"))).value
        #expect(title == "\(Place.today)")
        #expect(presenter.shown?.notice?.text == "Dieser Monat stammt von einer neueren Version.")
        #expect(presenter.shown?.canGoBack == false)
    }

    @Test("a first screen that cannot be read is no empty window")
    func unreadableAtOnce() async {
        fake.unreadable = .today
        let presenter = Presenter(fake)
        await presenter.refresh().value
        #expect(presenter.shown?.notice?.refused == true)
        fake.unreadable = nil
        await presenter.refresh().value
        #expect(presenter.shown?.screen.title == "\(Place.today)")
    }

    @Test("the places at the bottom begin anew, all others lead back")
    func places() async {
        await presenter.on(.open(.more)).value
        await presenter.on(.open(.settings)).value
        #expect(presenter.shown?.canGoBack == true)
        await presenter.on(.back).value
        #expect(title == "\(Place.more)")
        #expect(presenter.shown?.canGoBack == false)
        await presenter.on(.back).value
        #expect(title == "\(Place.more)")
    }

    @Test("the place asked for last is shown, even if an earlier one takes longer to read")
    func order() async {
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        fake.slow = { place in
            guard place == .plan else { return }
            enter.yield()
            gate.wait()
        }
        let slow = presenter.on(.open(.plan))
        for await _ in entered { break }
        await presenter.on(.open(.more)).value
        #expect(title == "\(Place.more)")
        gate.signal()
        await slow.value
        #expect(title == "\(Place.more)")
    }

    @Test("a sitting with the office runs once at a time and does not hold up taps")
    func sitting() async {
        let office = DispatchSemaphore(value: 0)
        fake.office = office
        let sitting = presenter.on(.syncNow)
        await presenter.on(.syncNow).value
        await presenter.on(.press(.clockIn)).value
        #expect(fake.acts.filter { $0 == .syncNow }.count <= 1)
        #expect(fake.acts.contains(.press(.clockIn)))
        office.signal()
        await sitting.value
        #expect(fake.acts.filter { $0 == .syncNow }.count == 1)
    }

    @Test("what only the platform can do is handed out")
    func outside() async {
        var asked: [Outside] = []
        presenter.onOutside = { asked.append($0) }
        fake.told = Told(outside: .readCode)
        await presenter.on(.scanCode).value
        #expect(asked == [.readCode])
    }
}
