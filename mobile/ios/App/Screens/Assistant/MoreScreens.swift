import AssistenzKit
import SwiftUI

/// A plain list with a sentence above it: months, corrections, who sees what, the way to everything else.
struct ListingScreen: View {
    let state: Screen.Listing
    let onTap: OnTap

    var body: some View {
        if !state.intro.isEmpty { Text(state.intro) }
        Lines(lines: state.lines, onTap: onTap)
    }
}

/// What the office does not have yet, one by one, and when it was last heard.
struct UnsentScreen: View {
    let state: Screen.Unsent
    let onTap: OnTap

    var body: some View {
        Text(state.sentence)
        Lines(lines: state.lines, onTap: onTap)
        if let held = state.held { Text(held) }
        Text(state.contact)
        MainButton(state.now, onTap)
    }
}

/// Everything about me, in files of my own.
struct ExportScreen: View {
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        Text(words("everything-intro"))
        MainButton(words("save-files")) { onTap(.exportMine) }
    }
}

struct EmployersScreen: View {
    let state: Screen.Employers
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        Choices(state.phones, state.chosen) { onTap(.chooseEmployer(phone: $0)) }
        OtherButton(words("add-employer")) { onTap(.open(.pairing)) }
    }
}

/// A code from the employer; then six digits that both sides compare.
struct PairingScreen: View {
    let state: Screen.Pairing
    let onTap: OnTap
    @Environment(\.words) private var words
    @State private var code = ""

    var body: some View {
        if let phone = state.phone, let digits = state.digits {
            let only = digits.filter(\.isNumber)
            Text(words("pair-digits"))
            Sheet(colours: Look.good) {
                Text("\(String(only.prefix(3))) \(String(only.dropFirst(3)))")
                    .font(.largeTitle.bold())
                    .monospacedDigit()
                    .frame(maxWidth: .infinity)
                    // One by one, so that they are heard as digits.
                    .accessibilityLabel(only.map(String.init).joined(separator: " "))
            }
            Text(words("pair-waiting"))
            MainButton(words("pair-look")) { onTap(.lookIfPaired(phone: phone)) }
        } else {
            Text(words("pair-hint"))
            Field(words("pair-code"), $code)
            MainButton(words("pair-go")) { onTap(.pair(code: code)) }
            if state.camera { OtherButton(words("pair-scan")) { onTap(.scanCode) } }
            Text(words("no-surveillance"))
        }
    }
}

/// Which Land; it decides on the holidays. Nobody asks where exactly.
struct WorkplaceScreen: View {
    let lands: [Choice]
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        Text(words("place-hint"))
        Choices(lands, "") { onTap(.chooseLand($0)) }
    }
}

struct SettingsScreen: View {
    let state: Screen.Settings
    let onTap: OnTap

    var body: some View {
        Choices(state.languages, state.chosen) { onTap(.chooseLanguage($0)) }
    }
}
