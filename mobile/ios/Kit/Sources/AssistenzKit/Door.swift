import AssistenzDoor
import Foundation

/// What the app remembers beside the record: whose team was open, which language was chosen. Asked from any thread.
public protocol Memory: AnyObject, Sendable {
    var phone: String? { get set }
    var language: String? { get set }
}

/// The whole app behind its screens: the phones of this device, one per team.
/// Which record becomes which screen stands in `AssistantRooms` and `EmployerRooms`.
public final class Door: Behind, @unchecked Sendable {
    /// A team of which this device is a phone, in one of the two roles.
    private struct Seat {
        let card: EmployerCard
        let employs: Bool
        var code: String { card.id + (employs ? ":employer" : "") }
    }

    private let phones: any PhonesProtocol
    private let memory: any Memory
    private let camera: Bool
    private let day: @Sendable () -> Day
    private let label: @Sendable (String) -> String
    /// One per team, so that what the person answered stays; guarded by `lock`.
    private var assistants: [String: AssistantRooms] = [:]
    private let lock = NSLock()

    public init(_ phones: any PhonesProtocol, memory: any Memory, camera: Bool, day: @escaping @Sendable () -> Day = Day.today) {
        self.phones = phones
        self.memory = memory
        self.camera = camera
        self.day = day
        label = { phones.label(key: $0) }
    }

    private func seats() throws -> [Seat] {
        try phones.employers().flatMap { card in
            (card.worksHere ? [Seat(card: card, employs: false)] : []) + (card.employsHere ? [Seat(card: card, employs: true)] : [])
        }
    }

    private func seat() throws -> Seat? {
        let all = try seats()
        return all.first { $0.code == memory.phone } ?? all.first
    }

    private func assistant(_ id: String) throws -> AssistantRooms {
        try lock.withLock {
            if let rooms = assistants[id] { return rooms }
            let rooms = AssistantRooms(try phones.assistant(id: id), label: label, day: day)
            assistants[id] = rooms
            return rooms
        }
    }

    private func employer(_ id: String) throws -> EmployerRooms { EmployerRooms(try phones.employer(id: id), label: label) }

    public func screen(_ place: Place) throws -> Screen {
        guard let seat = try seat() else { return place == .settings ? settings() : try pairing() }
        let id = seat.card.id
        switch place {
        case .pairing: return try pairing()
        case .employers: return try employers(seat)
        case .settings: return settings()
        case .several: return try several()
        case .more: return try more(seat)
        default:
            guard let screen = try seat.employs ? employer(id).screen(place) : assistant(id).screen(place) else { throw Gone() }
            return screen
        }
    }

    public func tabs(_ place: Place) throws -> [Tab] {
        guard let seat = try seat() else { return [] }
        return try seat.employs ? employer(seat.card.id).tabs(place) : assistant(seat.card.id).tabs(place)
    }

    private func more(_ seat: Seat) throws -> Screen {
        let own = try seat.employs ? employer(seat.card.id).links() : assistant(seat.card.id).links()
        let worksForSeveral = try seats().filter { !$0.employs }.count > 1
        let language = phones.languages().first { $0.code == phones.language() }?.label ?? ""
        let lines =
            own + (worksForSeveral ? [Line(title: label("several"), open: .open(.several))] : []) + [
                Line(title: label("employers"), detail: seat.card.name, open: .open(.employers)),
                Line(title: label("language"), detail: language, open: .open(.settings)),
            ]
        return .listing(Screen.Listing(title: label("more"), intro: "", lines: lines))
    }

    private func employers(_ chosen: Seat) throws -> Screen {
        let all = try seats()
        let choices = all.map { seat in
            let twice = all.filter { $0.card.id == seat.card.id }.count > 1
            let role = label(seat.employs ? "as-employer" : "as-assistant")
            return Choice(code: seat.code, label: twice ? "\(seat.card.name), \(role)" : seat.card.name)
        }
        return .employers(Screen.Employers(title: label("employers"), phones: choices, chosen: chosen.code))
    }

    private func pairing() throws -> Screen {
        let asked = try phones.pairings().first
        return .pairing(Screen.Pairing(title: label("pair"), phone: asked?.id, digits: asked?.digits, camera: camera))
    }

    private func several() throws -> Screen {
        let sheet = try phones.several(month: day().month)
        return .several(
            Screen.Several(
                title: "\(label("several")), \(sheet.title)", explanation: sheet.explanation,
                totals: (sheet.lines + [sheet.total]).map(\.shown), notices: sheet.notices.map(\.shown)))
    }

    private func settings() -> Screen {
        let languages = phones.languages().map {
            Choice(code: $0.code, label: $0.label, note: $0.machineMade ? label("machine-made") : "")
        }
        return .settings(Screen.Settings(title: label("language"), languages: languages, chosen: phones.language()))
    }

    public func act(_ tap: Tap) throws -> Told {
        do {
            return try carryOut(tap)
        } catch let PhoneError.Refused(code, detail, sentence) {
            if let told = instead(tap, code, sentence) { return told }
            throw PhoneError.Refused(code: code, detail: detail, sentence: sentence)
        }
    }

    private func carryOut(_ tap: Tap) throws -> Told {
        switch tap {
        case .pair(let code):
            _ = try phones.pair(code: code.trimmingCharacters(in: .whitespacesAndNewlines))
            return Told(then: .go(.pairing))
        case .lookIfPaired(let phone): return try look(phone)
        case .scanCode: return Told(outside: .readCode)
        case .chooseEmployer(let phone):
            memory.phone = phone
            return Told(then: .go(.today))
        case .chooseLanguage(let code):
            try phones.setLanguage(code: code)
            memory.language = code
            return Told()
        default:
            guard let seat = try seat() else { throw Gone() }
            let id = seat.card.id
            guard let told = try seat.employs ? employer(id).act(tap) : assistant(id).act(tap) else { throw Gone() }
            return told
        }
    }

    private func look(_ id: String) throws -> Told {
        switch try phones.lookIfPaired(id: id) {
        case .waiting: return Told(notice: Notice(text: phones.sentence(code: "waiting_for_confirmation"), refused: true))
        case .over: return Told(notice: Notice(text: phones.sentence(code: "pairing_over"), refused: true))
        case .paired:
            guard let seat = try seats().first(where: { $0.card.id == id }) else { throw Gone() }
            memory.phone = seat.code
            var sentences = [label("pair-done")]
            // The first sitting brings plan and contract. If it fails, everything works without them.
            do {
                _ = try seat.employs ? phones.employer(id: id).syncNow(deadlineMs: sittingMs) : phones.assistant(id: id).syncNow(deadlineMs: sittingMs)
            } catch {
                sentences.append(sentence(error))
            }
            return Told(notice: Notice(text: sentences.joined(separator: " ")), then: .go(.today))
        }
    }

    /// Where a refusal can be helped with a question of its own.
    private func instead(_ tap: Tap, _ code: String, _ sentence: String) -> Told? {
        if code == "no_place" { return Told(notice: Notice(text: sentence, refused: true), then: .go(.workplace)) }
        guard code == "typed_time_twice" else { return nil }
        let acts = [("first-time", WhichTime.first), ("second-time", .second)].compactMap { (word: String, which: WhichTime) in
            tap.meaning(which).map { Act(label: label(word), tap: $0) }
        }
        return Told(notice: Notice(text: sentence, refused: true, acts: acts))
    }

    public func sentence(_ problem: any Error) -> String {
        switch problem {
        case PhoneError.Refused(_, _, let sentence): sentence
        case PhoneError.Fault(_, let sentence): sentence
        case is Gone: phones.sentence(code: "no_such_entry")
        default: label("went-wrong")
        }
    }
}

extension Tap {
    /// The same tap, with one of the two times that the clocks show in the night in autumn; nil if it has no time.
    fileprivate func meaning(_ which: WhichTime) -> Tap? {
        switch self {
        case .endAt(let shift, let day, let time, _): return .endAt(shift: shift, day: day, time: time, which: which)
        case .writeShift(var late):
            late.times.which = which
            return .writeShift(late)
        case .correct(let shift, var times):
            times.which = which
            return .correct(shift: shift, times)
        default: return nil
        }
    }
}
