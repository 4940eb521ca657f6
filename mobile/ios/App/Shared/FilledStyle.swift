import SwiftUI

/// A button on a ground of its own.
struct FilledStyle: ButtonStyle {
    let colours: Look.Pair
    let corner: CGFloat

    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .foregroundStyle(colours.ink)
            .background(colours.ground, in: RoundedRectangle(cornerRadius: corner))
            .opacity(configuration.isPressed ? 0.8 : 1)
    }
}
