// Stands for Apple's ActivityKit: the signatures that the app uses.
import Foundation

public protocol ActivityAttributes: Codable { associatedtype ContentState: Codable, Hashable }
public struct ActivityContent<State: Sendable>: Sendable {
    public init(state: State, staleDate: Date?) { fatalError() }
}
public struct ActivityUIDismissalPolicy: Sendable { public static let immediate = Self() }
public struct PushType {}
public struct ActivityAuthorizationInfo {
    public init() {}
    public var areActivitiesEnabled: Bool { fatalError() }
}
public final class Activity<A: ActivityAttributes>: Sendable where A.ContentState: Sendable {
    public static var activities: [Activity<A>] { fatalError() }
    public var attributes: A { fatalError() }
    public static func request(attributes: A, content: ActivityContent<A.ContentState>, pushType: PushType?) throws -> Activity<A> { fatalError() }
    public func update(_ content: ActivityContent<A.ContentState>) async {}
    public func end(_ content: ActivityContent<A.ContentState>?, dismissalPolicy: ActivityUIDismissalPolicy) async {}
}
