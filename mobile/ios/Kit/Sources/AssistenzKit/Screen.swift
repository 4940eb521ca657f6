/// What a screen shows. Every word is finished; no screen computes anything.
public enum Screen: Equatable, Sendable {
    case today(Today)
    case lateEntry(LateEntry)
    case forgotten(Forgotten)
    case plan(Plan)
    case month(Month)
    case absences(Absences)
    case listing(Listing)
    case entry(Entry)
    case correction(Correction)
    case unsent(Unsent)
    case export(title: String)
    case several(Several)
    case employers(Employers)
    case pairing(Pairing)
    case workplace(title: String, lands: [Choice])
    case settings(Settings)
    case deskToday(DeskToday)
    case approval(Approval)

    public struct Today: Equatable, Sendable {
        public let title: String
        public let employer: String
        public let standing: String
        public let running: Running?
        public let main: Act
        public let acts: [Act]
        public let questions: [Question]
        public let next: Line?
        public let entries: [Recorded]
        public let notices: [Line]
        public let contact: Line
        public let links: [Act]
    }

    public struct LateEntry: Equatable, Sendable {
        public let title: String
        public let days: [Choice]
        /// What was inside the shift; the first, without a code, is nothing.
        public let kinds: [Choice]
    }

    public struct Forgotten: Equatable, Sendable {
        public let title: String
        public let question: String
        public let shift: String
        public let day: String
        public let planned: Act?
        public let still: Act
    }

    public struct Plan: Equatable, Sendable {
        public let title: String
        public let shifts: [Line]
        public let links: [Act]
    }

    public struct Month: Equatable, Sendable {
        public let title: String
        public let state: String
        public let complete: String
        public let provisional: String?
        public let totals: [Total]
        public let pay: [Total]
        public let withoutPay: String?
        public let notices: [Line]
        public let missing: [Line]
        public let declare: Act?
        public let entries: [Recorded]
        public let links: [Act]
    }

    public struct Absences: Equatable, Sendable {
        public let title: String
        public let asked: [Asked]
        public let kinds: [Choice]
        public let today: String
    }

    /// A plain list: months, corrections, places that are not needed every day.
    public struct Listing: Equatable, Sendable {
        public let title: String
        public let intro: String
        public let lines: [Line]
    }

    public struct Entry: Equatable, Sendable {
        public let title: String
        public let shift: String
        public let day: String
        public let facts: [Line]
        public let steps: [Step]
        public let acts: [Act]
        /// All that was ever said about it, in the order of recording.
        public let story: [Line]
        public let canChange: Bool
    }

    public struct Correction: Equatable, Sendable {
        public let title: String
        public let proposal: String
        public let month: String
        public let about: String
        public let reason: String
        public let changes: [String]
        public let state: String
        public let agree: String?
        public let objection: String?
    }

    public struct Unsent: Equatable, Sendable {
        public let title: String
        public let sentence: String
        public let lines: [Line]
        public let held: String?
        public let contact: String
        public let now: Act
    }

    public struct Several: Equatable, Sendable {
        public let title: String
        public let explanation: String
        public let totals: [Total]
        public let notices: [Line]
    }

    public struct Employers: Equatable, Sendable {
        public let title: String
        public let phones: [Choice]
        public let chosen: String
    }

    public struct Pairing: Equatable, Sendable {
        public let title: String
        public let phone: String?
        public let digits: String?
        public let camera: Bool
    }

    public struct Settings: Equatable, Sendable {
        public let title: String
        public let languages: [Choice]
        public let chosen: String
    }

    public struct DeskToday: Equatable, Sendable {
        public let title: String
        public let onShiftLine: String
        public let onShift: [Line]
        public let planned: [Line]
        public let waiting: Line
        public let contact: Line
    }

    public struct Approval: Equatable, Sendable {
        public let title: String
        public let person: String
        public let month: String
        public let summary: String
        public let exceptions: [Differing]
        public let totals: [Total]
        public let notices: [Line]
        public let approve: String?
        public let notNow: String?
    }

    /// The screen's one main heading.
    public var title: String {
        switch self {
        case .today(let screen): screen.title
        case .lateEntry(let screen): screen.title
        case .forgotten(let screen): screen.title
        case .plan(let screen): screen.title
        case .month(let screen): screen.title
        case .absences(let screen): screen.title
        case .listing(let screen): screen.title
        case .entry(let screen): screen.title
        case .correction(let screen): screen.title
        case .unsent(let screen): screen.title
        case .export(let title): title
        case .several(let screen): screen.title
        case .employers(let screen): screen.title
        case .pairing(let screen): screen.title
        case .workplace(let title, _): title
        case .settings(let screen): screen.title
        case .deskToday(let screen): screen.title
        case .approval(let screen): screen.title
        }
    }
}
