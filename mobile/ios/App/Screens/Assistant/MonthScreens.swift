import AssistenzKit
import SwiftUI

/// Where the month stands, what it adds up to and why, and "my month is complete".
struct MonthScreen: View {
    let state: Screen.Month
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        Sheet {
            Text(state.state).font(.title3.bold())
            Text(state.complete)
            if let provisional = state.provisional { Mark(provisional) }
        }
        Lines(lines: state.notices, onTap: onTap)
        Heading(words("totals"))
        Totals(totals: state.totals)
        if !state.pay.isEmpty {
            Heading(words("pay"))
            Totals(totals: state.pay)
        }
        if let withoutPay = state.withoutPay { Text(withoutPay) }
        if !state.missing.isEmpty {
            Heading(words("missing"))
            Lines(lines: state.missing, onTap: onTap)
        }
        if let declare = state.declare { MainButton(declare, onTap) }
        Heading(words("entries"))
        if state.entries.isEmpty { Text(words("no-entries")) } else { Entries(entries: state.entries, onTap: onTap) }
        ForEach(state.links, id: \.label) { link in OtherButton(link, onTap) }
    }
}

/// Several employers added up; nobody else sees it.
struct SeveralScreen: View {
    let state: Screen.Several
    let onTap: OnTap

    var body: some View {
        Text(state.explanation)
        Totals(totals: state.totals)
        Lines(lines: state.notices, onTap: onTap)
    }
}

struct PlanScreen: View {
    let state: Screen.Plan
    let onTap: OnTap
    @Environment(\.words) private var words

    var body: some View {
        if state.shifts.isEmpty { Text(words("no-plan")) }
        Lines(lines: state.shifts, onTap: onTap)
        ForEach(state.links, id: \.label) { link in OtherButton(link, onTap) }
    }
}
