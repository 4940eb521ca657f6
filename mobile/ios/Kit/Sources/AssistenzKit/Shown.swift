/// Something to do, as it stands on the button: the visible text is its name, `hint` says what happens then.
public struct Act: Equatable, Sendable {
    public let label: String
    public let tap: Tap
    public var hint = ""
}

/// What has just happened or was refused. Said once, stays until the next act or until it is read.
public struct Notice: Equatable, Sendable {
    public let text: String
    public var refused = false
    public var acts: [Act] = []
}

/// All that the app shows at a moment.
public struct Shown: Equatable, Sendable {
    public let screen: Screen
    public let tabs: [Tab]
    public internal(set) var notice: Notice?
    public internal(set) var busy = false
    public var canGoBack = false
}

/// One of the places at the bottom. `icon` is `today`, `plan`, `month`, `waiting` or `more`.
public struct Tab: Equatable, Sendable {
    public let label: String
    public let icon: String
    public let place: Place
    public let chosen: Bool
}

/// A line of a list: finished words. `open` makes the whole line a button.
public struct Line: Equatable, Sendable {
    public let title: String
    public var detail = ""
    public var marks: [String] = []
    public var open: Tap?
}

/// One step of an entry's way: saved here, at the office, seen, approved, with payroll. `at` says when, if that is known.
public struct Step: Equatable, Sendable {
    public let label: String
    public let reached: Bool
    public let at: String
}

/// A thing to choose from.
public struct Choice: Equatable, Sendable {
    public let code: String
    public let label: String
    public var note = ""
}

/// A running shift. The clock on the screen ticks from `startedMs` (ms since 1970) by itself.
public struct Running: Equatable, Sendable {
    public let startedMs: Int64
    public let part: RunningPart?
    public let steps: [Step]
    public let known: String
}

/// What runs inside the shift, with the act that ends it.
public struct RunningPart: Equatable, Sendable {
    public let sentence: String
    public let startedMs: Int64
    public let end: Act?
}

/// Something the assistant is asked.
public struct Question: Equatable, Sendable {
    public let text: String
    public let acts: [Act]
}

/// One entry in a list, with how far it has come.
public struct Recorded: Equatable, Sendable {
    public let line: Line
    public let steps: [Step]
    public let known: String
}

/// An absence that was asked for, with the button that withdraws it.
public struct Asked: Equatable, Sendable {
    public let line: Line
    public let withdraw: Act?
}

/// One total with what explains it, sentence by sentence.
public struct Total: Equatable, Sendable {
    public let label: String
    public let value: String
    public var quantity = ""
    public var because: [String] = []
}

/// One thing of a month that differs. With a `proposal` the month is approved over it only with a reason.
public struct Differing: Equatable, Sendable {
    public let title: String
    public let line: String
    public let notes: [String]
    public let blocks: Bool
    public let proposal: String?
}
