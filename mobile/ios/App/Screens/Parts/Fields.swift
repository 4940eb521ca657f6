import AssistenzKit
import SwiftUI
import UIKit

/// One thing to write. The label stands above and is the field's name; the hint says the form.
/// A time is written, not dialled: a dial would already show one that nobody meant.
struct Field: View {
    let label: String
    @Binding var text: String
    let hint: String
    let keyboard: UIKeyboardType

    init(_ label: String, _ text: Binding<String>, hint: String = "", keyboard: UIKeyboardType = .default) {
        self.label = label
        _text = text
        self.hint = hint
        self.keyboard = keyboard
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(label)
                .font(.headline)
                .accessibilityHidden(true)
            TextField("", text: $text, axis: .vertical)
                .keyboardType(keyboard)
                .padding(12)
                .frame(minHeight: 48)
                .background(Look.sheet.ground, in: RoundedRectangle(cornerRadius: 10))
                .overlay(RoundedRectangle(cornerRadius: 10).stroke(Look.quiet.ink, lineWidth: 1))
                .accessibilityLabel(label)
                .accessibilityHint(hint)
            if !hint.isEmpty {
                Text(hint)
                    .font(.callout)
                    .foregroundStyle(Look.quiet.ink)
                    .accessibilityHidden(true)
            }
        }
    }
}

/// A time on the workplace's clock, `14:30`.
struct TimeField: View {
    let label: String
    @Binding var text: String
    let hint: String

    init(_ label: String, _ text: Binding<String>, hint: String) {
        self.label = label
        _text = text
        self.hint = hint
    }

    var body: some View { Field(label, $text, hint: hint, keyboard: .numbersAndPunctuation) }
}

/// A day, chosen in the system's calendar; `day` is `2026-11-26`.
struct DayField: View {
    let label: String
    @Binding var day: String

    init(_ label: String, _ day: Binding<String>) {
        self.label = label
        _day = day
    }

    var body: some View {
        let chosen = Binding<Date>(get: { Typed.chosen(day) ?? Date() }, set: { day = Typed.day($0) })
        DatePicker(label, selection: chosen, displayedComponents: .date)
            .font(.headline)
            .frame(minHeight: 48)
            .environment(\.calendar, Typed.wall)
            .environment(\.timeZone, Typed.wall.timeZone)
    }
}

/// One of a few, all of them visible.
struct Choices: View {
    let choices: [Choice]
    let chosen: String
    let onChoose: @MainActor (String) -> Void

    init(_ choices: [Choice], _ chosen: String, onChoose: @escaping @MainActor (String) -> Void) {
        self.choices = choices
        self.chosen = chosen
        self.onChoose = onChoose
    }

    var body: some View {
        Sheet {
            ForEach(choices, id: \.code) { choice in
                Button(
                    action: { onChoose(choice.code) },
                    label: {
                        HStack(spacing: 14) {
                            Image(systemName: choice.code == chosen ? "largecircle.fill.circle" : "circle")
                                .foregroundStyle(Look.good.ink)
                                .accessibilityHidden(true)
                            VStack(alignment: .leading) {
                                Text(choice.label)
                                if !choice.note.isEmpty {
                                    Text(choice.note)
                                        .font(.callout)
                                        .foregroundStyle(Look.quiet.ink)
                                }
                            }
                        }
                        .frame(maxWidth: .infinity, minHeight: 48, alignment: .leading)
                        .contentShape(Rectangle())
                    }
                )
                .buttonStyle(.plain)
                .accessibilityAddTraits(choice.code == chosen ? [.isSelected] : [])
            }
        }
    }
}
