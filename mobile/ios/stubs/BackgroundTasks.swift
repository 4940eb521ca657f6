// Stands for Apple's BackgroundTasks: the signatures that the app uses.
import Foundation

public final class BGAppRefreshTaskRequest {
    public init(identifier: String) {}
    public var earliestBeginDate: Date? { get { fatalError() } set {} }
}
public final class BGTaskScheduler: Sendable {
    public static let shared = BGTaskScheduler()
    public func submit(_ request: BGAppRefreshTaskRequest) throws {}
}
