import SwiftUI

/// Time since a shift began, counted by the system. Only for the eye: a screen reader would be called every second,
/// so it reads the sentence beside it, which says since when.
struct RunningTime: View {
    private let started: Date

    init(started: Date) { self.started = started }

    init(startedMs: Int64) { started = Date(timeIntervalSince1970: Double(startedMs) / 1000) }

    var body: some View {
        Text(timerInterval: started...Date.distantFuture, countsDown: false)
            .monospacedDigit()
            .accessibilityHidden(true)
    }
}
