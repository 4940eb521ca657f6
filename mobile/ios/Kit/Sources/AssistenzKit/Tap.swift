import AssistenzDoor

/// Everything that a person can do in the app. A screen hands it on; a presenter carries it out.
/// Days are `2026-11-26` or as people write them, `26.11.2026`; times are `08:30` on the workplace's clock.
public enum Tap: Equatable, Sendable {
    /// Goes to a place.
    case open(Place)
    /// Goes back one place.
    case back
    /// The notice at the top has been read.
    case noticeRead
    /// One of the day's buttons.
    case press(AssistenzDoor.Act)
    /// The forgotten shift ended as planned.
    case endAsPlanned(shift: String)
    /// The forgotten shift ended then.
    case endAt(shift: String, day: String, time: String, which: WhichTime = .notAsked)
    /// The shift was not forgotten.
    case stillWorking(shift: String)
    /// A shift written down afterwards.
    case writeShift(LateWork)
    /// Begin and end of an entry set right.
    case correct(shift: String, Times)
    /// An entry taken back.
    case retract(shift: String, reason: String)
    /// Nothing happened in the standby of this entry.
    case nothingHappened(shift: String)
    case agree(proposal: String, month: String)
    case object(proposal: String, month: String, reason: String)
    case completeMonth(String)
    /// `kind` is the core's code: `vacation`, `sick` …
    case requestAbsence(kind: String, first: String, last: String, note: String)
    case withdrawAbsence(String)
    case syncNow
    case exportMine
    case chooseEmployer(phone: String)
    case pair(code: String)
    /// Asks the office whether the employer has confirmed.
    case lookIfPaired(phone: String)
    /// Opens the camera for the pairing code; only the app can.
    case scanCode
    case chooseLanguage(String)
    /// Where this phone clocks in.
    case chooseLand(String)
    /// The employer approves; `over` gives a reason for each correction without agreement.
    case approve(person: String, month: String, over: [String: String])
}

/// From when until when, and why it is written down or changed.
public struct Times: Equatable, Sendable {
    public var day: String
    public var from: String
    public var until: String
    public var reason: String
    public var which: WhichTime

    public init(day: String, from: String, until: String, reason: String, which: WhichTime = .notAsked) {
        self.day = day
        self.from = from
        self.until = until
        self.reason = reason
        self.which = which
    }
}

/// A whole shift written down afterwards.
public struct LateWork: Equatable, Sendable {
    public var times: Times
    public var part: LateInside?

    public init(_ times: Times, part: LateInside? = nil) {
        self.times = times
        self.part = part
    }
}

/// A break, standby or call-out inside a shift written down afterwards; `kind` is the core's code.
public struct LateInside: Equatable, Sendable {
    public var kind: String
    public var from: String
    public var until: String

    public init(kind: String, from: String, until: String) {
        self.kind = kind
        self.from = from
        self.until = until
    }
}

/// A place in the app. Months are `2026-11`; `month(nil)` is the present one.
public enum Place: Hashable, Sendable {
    case today
    case lateEntry
    case forgotten(shift: String)
    case plan
    case month(String?)
    case months
    case entry(shift: String, month: String)
    case absences
    case corrections
    case correction(proposal: String)
    case unsent
    case whoSees
    case export
    case several
    case employers
    case pairing
    case workplace
    case settings
    case more
    case waiting
    case approval(person: String, month: String)

    /// Where there is no way back from.
    var isHome: Bool { [.today, .plan, .month(nil), .more, .waiting].contains(self) }
}
