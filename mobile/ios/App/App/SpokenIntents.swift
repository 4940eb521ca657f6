import AppIntents

/// "Kommen" for Siri and Shortcuts, for a switch, or for a tag at the door that the person has set up.
struct ClockInIntent: AppIntent {
    static let title: LocalizedStringResource = "clock-in"

    func perform() async throws -> some IntentResult & ProvidesDialog {
        .result(dialog: IntentDialog(stringLiteral: try await spoken(begins: true)))
    }
}

/// "Gehen".
struct ClockOutIntent: AppIntent {
    static let title: LocalizedStringResource = "clock-out"

    func perform() async throws -> some IntentResult & ProvidesDialog {
        .result(dialog: IntentDialog(stringLiteral: try await spoken(begins: false)))
    }
}

/// A refusal is an answer like any other: it is said, and nothing was written.
@MainActor
private func spoken(begins: Bool) async throws -> String {
    do {
        return try await ShiftHand.clock(begins: begins, phone: nil)
    } catch {
        return Core.sentence(error)
    }
}

struct AssistenzShortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(intent: ClockInIntent(), phrases: ["Kommen mit \(.applicationName)"], shortTitle: "clock-in", systemImageName: "play.fill")
        AppShortcut(intent: ClockOutIntent(), phrases: ["Gehen mit \(.applicationName)"], shortTitle: "clock-out", systemImageName: "stop.fill")
    }
}
