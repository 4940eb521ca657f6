import AssistenzKit
import SwiftUI

/// The one large button of the day: begin or end the shift.
struct LargeButton: View {
    let act: Act
    let running: Bool
    let onTap: OnTap

    init(_ act: Act, running: Bool, _ onTap: @escaping OnTap) {
        self.act = act
        self.running = running
        self.onTap = onTap
    }

    var body: some View {
        Button(
            action: { onTap(act.tap) },
            label: {
                HStack(spacing: 14) {
                    Image(systemName: running ? "stop.fill" : "play.fill")
                        .accessibilityHidden(true)
                    Text(act.label)
                }
                .font(.title2.bold())
                .frame(maxWidth: .infinity, minHeight: 104)
            }
        )
        .buttonStyle(FilledStyle(colours: running ? Look.running : Look.act, corner: 28))
        .accessibilityHint(act.hint)
    }
}

/// What most people want to do next.
struct MainButton: View {
    private let label: String
    private let hint: String
    private let action: @MainActor () -> Void

    init(_ label: String, hint: String = "", action: @escaping @MainActor () -> Void) {
        self.label = label
        self.hint = hint
        self.action = action
    }

    init(_ act: Act, _ onTap: @escaping OnTap) {
        self.init(act.label, hint: act.hint) { onTap(act.tap) }
    }

    var body: some View {
        Button(action: action, label: { Wide(text: label, height: 60) })
            .buttonStyle(FilledStyle(colours: Look.act, corner: 18))
            .accessibilityHint(hint)
    }
}

/// Anything else that can be done.
struct OtherButton: View {
    private let label: String
    private let hint: String
    private let action: @MainActor () -> Void

    init(_ label: String, hint: String = "", action: @escaping @MainActor () -> Void) {
        self.label = label
        self.hint = hint
        self.action = action
    }

    init(_ act: Act, _ onTap: @escaping OnTap) {
        self.init(act.label, hint: act.hint) { onTap(act.tap) }
    }

    var body: some View {
        Button(action: action, label: { Wide(text: label, height: 56) })
            .buttonStyle(OutlinedStyle())
            .accessibilityHint(hint)
    }
}

private struct Wide: View {
    let text: String
    let height: CGFloat

    var body: some View {
        Text(text)
            .font(.headline)
            .multilineTextAlignment(.center)
            .padding(.horizontal, 16)
            .frame(maxWidth: .infinity, minHeight: height)
    }
}

struct OutlinedStyle: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .foregroundStyle(Look.sheet.ink)
            .background(Look.sheet.ground, in: RoundedRectangle(cornerRadius: 18))
            .overlay(RoundedRectangle(cornerRadius: 18).stroke(Look.quiet.ink, lineWidth: 1.5))
            .opacity(configuration.isPressed ? 0.8 : 1)
    }
}

/// A quiet act inside a card.
struct QuietStyle: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .font(.headline)
            .foregroundStyle(Look.good.ink)
            .padding(.horizontal, 10)
            .frame(minWidth: 48, minHeight: 48)
            .opacity(configuration.isPressed ? 0.8 : 1)
    }
}
