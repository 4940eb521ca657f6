import AppIntents

/// Begin or end of a shift from the widget, the live activity, Siri and Shortcuts. Which of the two is said by whoever offers it,
/// so that a button that is out of date never does the opposite of what stands on it.
///
/// A `LiveActivityIntent` runs in the app's process, where the record is; the widget only offers it.
struct ShiftIntent: LiveActivityIntent {
    static let title: LocalizedStringResource = "widget"
    static let isDiscoverable = false

    @Parameter(title: "clock-in") var begins: Bool
    @Parameter(title: "widget") var phone: String

    init() {}

    init(begins: Bool, phone: String) {
        self.begins = begins
        self.phone = phone
    }

    func perform() async throws -> some IntentResult {
        _ = try await ShiftHand.clock(begins: begins, phone: phone)
        return .result()
    }
}

/// The hand that clocks in and out. The app lends it when it starts; the widget's process has none and needs none.
@MainActor
enum ShiftHand {
    /// Returns the sentence that says what happened. `phone` nil means the team that is open in the app.
    typealias Clock = @MainActor (_ begins: Bool, _ phone: String?) async throws -> String

    static var lent: Clock?

    static func clock(begins: Bool, phone: String?) async throws -> String {
        guard let lent else { throw NotHere() }
        return try await lent(begins, phone)
    }

    struct NotHere: Error {}
}
