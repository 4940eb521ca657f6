import Foundation

/// What lies behind the screens: one phone's record. Every call blocks until the
/// disk has answered, so it is made off the main thread; `Presenter` sees to that.
public protocol Behind: Sendable {
    /// What a place shows now.
    func screen(_ place: Place) throws -> Screen

    /// The places at the bottom, for the place that is open.
    func tabs(_ place: Place) throws -> [Tab]

    /// Carries out a tap; when it returns, it is on the disk.
    func act(_ tap: Tap) throws -> Told

    /// The sentence for something that went wrong: what happened, and what to do.
    func sentence(_ problem: any Error) -> String
}

/// What a tap came to.
public struct Told: Equatable, Sendable {
    public var notice: Notice?
    public var then: Then = .stay
    public var outside: Outside?
}

/// Where the app goes after a tap.
public enum Then: Equatable, Sendable {
    case stay
    case back
    case go(Place)
}

/// Something that only the platform can do.
public enum Outside: Equatable, Sendable {
    /// Lets the person choose where files go.
    case save([MyFile])
    /// Opens the camera until a code has been read, or the person goes back.
    case readCode
}

/// One file about me.
public struct MyFile: Equatable, Sendable {
    public let name: String
    public let mediaType: String
    public let bytes: Data
}

/// Carries out calls that block, where they hold nobody up.
public protocol Hands: Sendable {
    func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result
}

/// Threads of the system's own: Swift's pool has one thread per core, and none of those may wait for a disk or an office.
public struct BackgroundHands: Hands {
    private let queue = DispatchQueue(label: "de.assistenzzeit.record", qos: .userInitiated, attributes: .concurrent)

    public init() {}

    public func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { waiting in
            queue.async { waiting.resume(returning: work()) }
        }
    }
}
