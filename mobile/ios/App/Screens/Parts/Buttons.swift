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

/// A button as wide as the screen, in one of two styles.
struct WideButton<Style: ButtonStyle>: View {
    private let label: String
    private let hint: String
    private let height: CGFloat
    private let style: Style
    private let action: @MainActor () -> Void

    fileprivate init(
        _ label: String, hint: String, height: CGFloat, style: Style, action: @escaping @MainActor () -> Void
    ) {
        self.label = label
        self.hint = hint
        self.height = height
        self.style = style
        self.action = action
    }

    var body: some View {
        Button(action: action, label: { Wide(text: label, height: height) })
            .buttonStyle(style)
            .accessibilityHint(hint)
    }
}

/// What most people want to do next.
typealias MainButton = WideButton<FilledStyle>

extension WideButton where Style == FilledStyle {
    init(_ label: String, hint: String = "", action: @escaping @MainActor () -> Void) {
        self.init(label, hint: hint, height: 60, style: FilledStyle(colours: Look.act, corner: 18), action: action)
    }

    init(_ act: Act, _ onTap: @escaping OnTap) {
        self.init(act.label, hint: act.hint) { onTap(act.tap) }
    }
}

/// Anything beside it.
typealias OtherButton = WideButton<OutlinedStyle>

extension WideButton where Style == OutlinedStyle {
    init(_ label: String, hint: String = "", action: @escaping @MainActor () -> Void) {
        self.init(label, hint: hint, height: 56, style: OutlinedStyle(), action: action)
    }

    init(_ act: Act, _ onTap: @escaping OnTap) {
        self.init(act.label, hint: act.hint) { onTap(act.tap) }
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
