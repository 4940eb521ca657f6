import AssistenzKit
import SwiftUI

/// The fixed words of the screens, by key: `app-label-…` in `core/words/<language>`, files `app.ftl` and `screen.ftl`.
struct Words: Sendable {
    let say: @Sendable (String) -> String

    func callAsFunction(_ key: String) -> String { say(key) }
}

private struct WordsKey: EnvironmentKey {
    static let defaultValue = Words { $0 }
}

extension EnvironmentValues {
    var words: Words {
        get { self[WordsKey.self] }
        set { self[WordsKey.self] = newValue }
    }
}

/// What a screen hands on when something is tapped.
typealias OnTap = @MainActor (Tap) -> Void
