import AssistenzKit
import SwiftUI

/// How far an entry has come, in one row: a bar per step, and the farthest that is proven in words.
struct ShortWay: View {
    let steps: [Step]
    let known: String

    var body: some View {
        VStack(alignment: .leading, spacing: 6) {
            HStack(spacing: 4) {
                ForEach(Array(steps.enumerated()), id: \.offset) { _, step in
                    Capsule()
                        .fill(step.reached ? Look.act.ground : Look.rule.ground)
                        .frame(height: 5)
                }
            }
            .accessibilityHidden(true)
            Text(known)
                .font(.callout)
                .foregroundStyle(Look.quiet.ink)
        }
    }
}

/// The whole way with the time of each step. A step without proof is shown as not yet reached.
struct LongWay: View {
    let steps: [Step]
    @Environment(\.words) private var words

    var body: some View {
        Sheet {
            ForEach(Array(steps.enumerated()), id: \.offset) { _, step in
                HStack(spacing: 14) {
                    Image(systemName: step.reached ? "checkmark.circle.fill" : "circle")
                        .font(.title2)
                        .foregroundStyle(step.reached ? Look.good.ink : Look.quiet.ink)
                        .accessibilityHidden(true)
                    VStack(alignment: .leading) {
                        Text(step.label).font(.headline)
                        if !step.at.isEmpty {
                            Text(step.at)
                                .font(.callout)
                                .foregroundStyle(Look.quiet.ink)
                        }
                    }
                }
                .accessibilityElement(children: .combine)
                .accessibilityValue(step.reached ? "" : words("not-yet"))
            }
        }
    }
}
