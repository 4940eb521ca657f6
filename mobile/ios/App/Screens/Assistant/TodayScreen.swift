import AssistenzKit
import SwiftUI

/// Begin, end, what runs, what is asked, what was recorded last.
struct TodayScreen: View {
    let state: Screen.Today
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        if !state.employer.isEmpty { Text(state.employer) }
        ForEach(state.questions, id: \.text) { question in QuestionCard(question: question, onTap: onTap) }
        standing
        LargeButton(state.main, running: state.running != nil, onTap)
        if let part = state.running?.part { RunningPartCard(part: part, onTap: onTap) }
        ForEach(state.acts, id: \.label) { act in OtherButton(act, onTap) }
        Lines(lines: state.notices, onTap: onTap)
        if let next = state.next {
            Heading(words("next"))
            Lines(lines: [next], onTap: onTap)
        }
        if !state.entries.isEmpty {
            Heading(words("last-shifts"))
            Entries(entries: state.entries, onTap: onTap)
        }
        Heading(words("sync"))
        Lines(lines: [state.contact], onTap: onTap)
        ForEach(state.links, id: \.label) { link in OtherButton(link, onTap) }
    }

    /// What runs. The ticking clock is not part of what is said.
    private var standing: some View {
        VStack(spacing: 4) {
            Text(state.standing)
                .font(.title3.bold())
                .multilineTextAlignment(.center)
            if let running = state.running {
                RunningTime(startedMs: running.startedMs)
                    .font(.largeTitle)
                if !running.known.isEmpty {
                    Text(running.known)
                        .font(.callout)
                        .foregroundStyle(Look.page.ink)
                }
            }
        }
        .padding(.vertical, 8)
        .frame(maxWidth: .infinity)
    }
}

private struct RunningPartCard: View {
    let part: RunningPart
    let onTap: OnTap

    var body: some View {
        Sheet(colours: Look.notable) {
            Text(part.sentence).font(.headline)
            RunningTime(startedMs: part.startedMs)
                .font(.title2)
            if let end = part.end { MainButton(end, onTap) }
        }
    }
}

private struct QuestionCard: View {
    let question: Question
    let onTap: OnTap

    var body: some View {
        Sheet(colours: Look.notable) {
            Text(question.text)
                .font(.title3.bold())
                .accessibilityAddTraits(.isHeader)
            ForEach(Array(question.acts.enumerated()), id: \.offset) { at, act in
                if at == 0 { MainButton(act, onTap) } else { OtherButton(act, onTap) }
            }
        }
    }
}
