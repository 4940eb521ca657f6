import ActivityKit
import AssistenzGlance
import Foundation

/// Starts and ends the live activity with the shift. If the person does not want it, there is none.
@MainActor
enum DutyActivity {
    static func refresh() {
        let shift = AppGroup.shift
        guard let shift, let startedMs = shift.startedMs else { return end(Activity<DutyAttributes>.activities) }
        let state = DutyAttributes.ContentState(
            started: Date(timeIntervalSince1970: Double(startedMs) / 1000), headline: shift.headline, button: shift.button)
        let content = ActivityContent(state: state, staleDate: nil)
        let others = Activity<DutyAttributes>.activities.filter { $0.attributes.phone != shift.phone }
        end(others)
        if let mine = Activity<DutyAttributes>.activities.first(where: { $0.attributes.phone == shift.phone }) {
            Task { await mine.update(content) }
        } else if ActivityAuthorizationInfo().areActivitiesEnabled {
            // Refused while the app is in the background: it appears when the app is opened.
            _ = try? Activity.request(attributes: DutyAttributes(phone: shift.phone), content: content, pushType: nil)
        }
    }

    private static func end(_ activities: [Activity<DutyAttributes>]) {
        for activity in activities { Task { await activity.end(nil, dismissalPolicy: .immediate) } }
    }
}
