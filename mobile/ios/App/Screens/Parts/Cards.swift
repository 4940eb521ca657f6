import AssistenzKit
import SwiftUI

struct Heading: View {
    private let text: String

    init(_ text: String) { self.text = text }

    var body: some View {
        Text(text)
            .font(.title3.bold())
            .padding(.top, 10)
            .accessibilityAddTraits(.isHeader)
    }
}

/// A sheet on the page.
struct Sheet<Content: View>: View {
    var colours = Look.sheet
    @ViewBuilder let content: () -> Content

    var body: some View {
        VStack(alignment: .leading, spacing: 10, content: content)
            .foregroundStyle(colours.ink)
            .padding(18)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(colours.ground, in: RoundedRectangle(cornerRadius: 18))
    }
}

/// Lines on one sheet, a rule between them; nothing at all if there are none.
struct Lines: View {
    let lines: [Line]
    let onTap: OnTap

    var body: some View {
        if !lines.isEmpty {
            Sheet {
                ForEach(Array(lines.enumerated()), id: \.offset) { at, line in
                    if at > 0 { Divider() }
                    LineView(line: line, onTap: onTap) { EmptyView() }
                }
            }
        }
    }
}

/// A line that may be a button as a whole; `below` stands under its words.
struct LineView<Below: View>: View {
    let line: Line
    let onTap: OnTap
    @ViewBuilder let below: () -> Below

    var body: some View {
        if let open = line.open {
            Button(
                action: { onTap(open) },
                label: {
                    HStack(spacing: 12) {
                        words
                        Image(systemName: "chevron.forward")
                            .foregroundStyle(Look.quiet.ink)
                            .accessibilityHidden(true)
                    }
                    .frame(minHeight: 48)
                    .contentShape(Rectangle())
                }
            )
            .buttonStyle(.plain)
        } else {
            words
                .frame(minHeight: 48)
                .accessibilityElement(children: .combine)
        }
    }

    private var words: some View {
        VStack(alignment: .leading, spacing: 3) {
            Text(line.title).font(.headline)
            if !line.detail.isEmpty {
                Text(line.detail)
                    .font(.callout)
                    .foregroundStyle(Look.quiet.ink)
            }
            ForEach(Array(line.marks.enumerated()), id: \.offset) { _, mark in Mark(mark) }
            below()
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}

/// A few words that set a line apart: written afterwards, provisional, waits for an answer.
struct Mark: View {
    private let text: String

    init(_ text: String) { self.text = text }

    var body: some View {
        Text(text)
            .font(.footnote.bold())
            .foregroundStyle(Look.notable.ink)
            .padding(.horizontal, 10)
            .padding(.vertical, 4)
            .background(Look.notable.ground, in: RoundedRectangle(cornerRadius: 10))
    }
}

/// Entries with how far each has come.
struct Entries: View {
    let entries: [Recorded]
    let onTap: OnTap

    var body: some View {
        Sheet {
            ForEach(Array(entries.enumerated()), id: \.offset) { at, entry in
                if at > 0 { Divider() }
                LineView(line: entry.line, onTap: onTap) { ShortWay(steps: entry.steps, known: entry.known) }
            }
        }
    }
}

/// Totals; each opens its explanation.
struct Totals: View {
    let totals: [Total]
    @Environment(\.words) private var words

    var body: some View {
        if !totals.isEmpty {
            Sheet {
                ForEach(Array(totals.enumerated()), id: \.offset) { at, total in
                    if at > 0 { Divider() }
                    figures(total)
                    if !total.because.isEmpty {
                        DisclosureGroup("\(words("why")) \(total.label)") {
                            ForEach(Array(total.because.enumerated()), id: \.offset) { _, sentence in
                                Text(sentence)
                                    .padding(.vertical, 4)
                                    .frame(maxWidth: .infinity, alignment: .leading)
                            }
                        }
                        .frame(minHeight: 48)
                    }
                }
            }
        }
    }

    private func figures(_ total: Total) -> some View {
        // Beside each other while there is room, one below the other with large text.
        ViewThatFits(in: .horizontal) {
            HStack(spacing: 12) {
                label(total)
                Spacer()
                Text(total.value).font(.headline)
            }
            VStack(alignment: .leading) {
                label(total)
                Text(total.value).font(.headline)
            }
        }
        .accessibilityElement(children: .combine)
    }

    private func label(_ total: Total) -> some View {
        VStack(alignment: .leading) {
            Text(total.label)
            if !total.quantity.isEmpty {
                Text(total.quantity)
                    .font(.callout)
                    .foregroundStyle(Look.quiet.ink)
            }
        }
    }
}
