import SwiftUI
import UIKit

/// The colours, light and dark: a deep green for what can be done, a warm clay for what is running, sand behind it all.
/// Each colour of a pair is read on the other at 4.5 : 1 or more; a test computes it.
enum Look {
    static let act = Pair(ground: 0x0B5D52, ink: 0xFFFFFF, darkGround: 0x8FD6C4, darkInk: 0x00372F)
    static let running = Pair(ground: 0x8A3B12, ink: 0xFFFFFF, darkGround: 0xFFB68E, darkInk: 0x4C1C02)
    static let good = Pair(ground: 0xCFE9E1, ink: 0x06352E, darkGround: 0x17493F, darkInk: 0xCFEFE5)
    static let notable = Pair(ground: 0xFBE4D5, ink: 0x4F1E04, darkGround: 0x5C2C10, darkInk: 0xFFE0D0)
    static let refused = Pair(ground: 0xFADCDA, ink: 0x5C0B0B, darkGround: 0x6B1717, darkInk: 0xFFDEDB)
    static let sheet = Pair(ground: 0xFFFFFF, ink: 0x1A1C1B, darkGround: 0x1C201E, darkInk: 0xE6E6E1)
    static let page = Pair(ground: 0xF7F5F0, ink: 0x1A1C1B, darkGround: 0x121514, darkInk: 0xE6E6E1)
    static let quiet = Pair(ground: 0xFFFFFF, ink: 0x454A47, darkGround: 0x1C201E, darkInk: 0xC3C9C5)
    static let rule = Pair(ground: 0xD9D8D1, ink: 0x1A1C1B, darkGround: 0x3A403D, darkInk: 0xE6E6E1)

    /// A ground and the ink on it.
    struct Pair {
        let ground: Color
        let ink: Color

        init(ground: UInt32, ink: UInt32, darkGround: UInt32, darkInk: UInt32) {
            self.ground = Look.colour(ground, darkGround)
            self.ink = Look.colour(ink, darkInk)
        }
    }

    private static func colour(_ light: UInt32, _ dark: UInt32) -> Color {
        Color(uiColor: UIColor { $0.userInterfaceStyle == .dark ? rgb(dark) : rgb(light) })
    }

    private static func rgb(_ hex: UInt32) -> UIColor {
        UIColor(
            red: CGFloat(hex >> 16 & 255) / 255, green: CGFloat(hex >> 8 & 255) / 255, blue: CGFloat(hex & 255) / 255, alpha: 1)
    }
}
