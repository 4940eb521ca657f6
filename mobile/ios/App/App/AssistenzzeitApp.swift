import AssistenzKit
import SwiftUI

/// The app. What its screens show and what a tap does is decided behind the presenter.
@main
struct AssistenzzeitApp: App {
    @State private var shell = Shell()
    @Environment(\.scenePhase) private var phase

    init() { ShiftHand.lent = { try await Core.shared.clock(begins: $0, phone: $1) } }

    var body: some Scene {
        WindowGroup {
            RootView(shell: shell)
                .task { await shell.open() }
                .onOpenURL { shell.arrive($0) }
        }
        .onChange(of: phase) { _, now in
            switch now {
            case .active: shell.refresh()
            case .background: BackgroundSync.plan()
            default: break
            }
        }
        .backgroundTask(.appRefresh(BackgroundSync.name)) { await BackgroundSync.run() }
    }
}
