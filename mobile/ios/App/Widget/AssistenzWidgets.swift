import SwiftUI
import WidgetKit

/// What the app shows outside of itself.
@main
struct AssistenzWidgets: WidgetBundle {
    var body: some Widget {
        ShiftWidget()
        DutyActivityWidget()
    }
}
