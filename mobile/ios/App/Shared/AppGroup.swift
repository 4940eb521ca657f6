import AssistenzGlance
import Foundation

/// What app and widget share: one folder with the widget's small files. The record itself never leaves the app's own folder.
enum AppGroup {
    static let name = "group.de.assistenzzeit"

    /// Where the widget's files lie; nil if the app was signed without the group.
    static var snapshots: URL? {
        FileManager.default.containerURL(forSecurityApplicationGroupIdentifier: name)?.appendingPathComponent("snapshots", isDirectory: true)
    }

    static var shift: Glance? { snapshots.flatMap { Glance.shown(in: $0) } }
}
