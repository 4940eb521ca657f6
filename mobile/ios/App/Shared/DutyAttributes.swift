import ActivityKit
import Foundation

/// The live activity of a running shift. It carries since when the shift runs and never a running time: the system counts.
struct DutyAttributes: ActivityAttributes {
    struct ContentState: Codable, Hashable {
        /// Since when the shift runs.
        var started: Date
        /// `Im Dienst`.
        var headline: String
        /// The words on the button: `Gehen`.
        var button: String
    }

    /// Which team's shift it is, for the button.
    var phone: String
}
