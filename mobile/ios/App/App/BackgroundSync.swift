import BackgroundTasks
import Foundation
import UIKit

/// A sitting with each office: soon after something was recorded, and now and then. Safe to be ended at any moment.
@MainActor
enum BackgroundSync {
    /// As in Info.plist, BGTaskSchedulerPermittedIdentifiers.
    nonisolated static let name = "de.assistenzzeit.sync"
    /// What the system gives, in ms, with a margin.
    private static let deadlineMs: UInt64 = 25_000
    private static let sixHours: TimeInterval = 6 * 60 * 60
    private static var running = false

    /// Right after a tap. The system lets it finish if the app is left meanwhile.
    static func soon() {
        guard !running else { return }
        running = true
        let hold = Hold(name)
        Task {
            if await Core.shared.sync(deadlineMs: deadlineMs) { plan() }
            running = false
            hold.end()
        }
    }

    /// Keeps the app awake until it is ended, by whoever comes first.
    @MainActor
    private final class Hold {
        private var id = UIBackgroundTaskIdentifier.invalid

        init(_ name: String) {
            id = UIApplication.shared.beginBackgroundTask(withName: name) { [weak self] in self?.end() }
        }

        func end() {
            guard id != .invalid else { return }
            UIApplication.shared.endBackgroundTask(id)
            id = .invalid
        }
    }

    /// Asks the system to wake the app later.
    static func plan() {
        let request = BGAppRefreshTaskRequest(identifier: name)
        request.earliestBeginDate = Date(timeIntervalSinceNow: AppGroup.shift?.unsentCount ?? 0 > 0 ? 0 : sixHours)
        // Refused where a person has turned background refresh off: then the app syncs when it is opened.
        try? BGTaskScheduler.shared.submit(request)
    }

    /// The system has woken the app.
    static func run() async {
        _ = await Core.shared.sync(deadlineMs: deadlineMs)
        plan()
    }
}
