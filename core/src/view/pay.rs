//! Pay of a month: sums, lines with their explanation, and the lines entered
//! by hand.

use crate::document::EventId;
use crate::money::Cents;
use crate::pay::MonthPay;
use crate::pay::explain;
use crate::pay::hand_entered::{Entered, HandEntered, Treatment};
use crate::pay::line::{PayLine, Quantity};
use crate::pay::month::LineRate;
use crate::words::{Language, Value, say};

/// Pay as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayShown {
    /// What it comes to: label and value.
    pub totals: Vec<(String, String)>,
    /// The lines.
    pub lines: Vec<LineShown>,
    /// What is to be said beside them, one sentence each.
    pub findings: Vec<String>,
    /// Shifts over the month's edge, one sentence each: what is paid where.
    pub edges: Vec<String>,
}

/// One line of pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineShown {
    /// `Nacht 25 %`
    pub name: String,
    /// `12:30 h`, `3 ×`; empty for an amount.
    pub quantity: String,
    /// `4,38 €/h`; empty where there is none or several.
    pub rate: String,
    /// `54,75 €`
    pub amount: String,
    /// How the amount comes about, in a sentence.
    pub heading: String,
    /// What it counts: one sentence for each span, with its rule.
    pub why: Vec<String>,
}

/// A line entered by hand, that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredShown {
    /// Its id.
    pub id: EventId,
    /// `Auslagen`
    pub name: String,
    /// `12,35 €`
    pub amount: String,
    /// `steuerfreier Ersatz` or `Lohn, voll abgabenpflichtig`
    pub treatment: String,
    /// Why.
    pub reason: String,
}

/// The pay of a month as it stands.
#[must_use]
pub fn shown(language: Language, pay: &MonthPay) -> PayShown {
    let mut shown = of_lines(language, &pay.lines, &pay.rates);
    let worked = say(language, "money-hours", &[("length", Value::Minutes(pay.totals.worked))]);
    shown.totals.insert(0, (say(language, "money-worked", &[]), worked));
    shown.findings = pay
        .findings
        .iter()
        .map(|finding| say(language, &format!("pay-finding-{}", finding.kind.word()), &[]))
        .collect();
    shown.findings.dedup();
    shown.edges = pay.carries.iter().map(|carry| explain::edge(language, carry)).collect();
    shown
}

/// Lines of pay alone, as a statement holds them.
#[must_use]
pub fn of_lines(language: Language, lines: &[PayLine], rates: &[Vec<LineRate>]) -> PayShown {
    let sum = |cell: fn(&PayLine) -> Cents| lines.iter().map(cell).sum::<Cents>();
    let total = |key: &str, cents: Cents| {
        (say(language, key, &[]), say(language, "money-amount", &[("amount", Value::Cents(cents))]))
    };
    let mut totals = vec![total("money-paid", sum(|line| line.columns.paid))];
    let free = sum(|line| line.columns.tax_free);
    if free != Cents::ZERO {
        totals.push(total("money-tax-free", free));
        totals.push(total("money-tax-liable", sum(|line| line.columns.tax_liable)));
    }
    let none = Vec::new();
    let lines = lines
        .iter()
        .enumerate()
        .map(|(place, line)| line_shown(language, line, rates.get(place).unwrap_or(&none)))
        .collect();
    PayShown { totals, lines, findings: Vec::new(), edges: Vec::new() }
}

fn line_shown(language: Language, line: &PayLine, rates: &[LineRate]) -> LineShown {
    let quantity = match line.quantity {
        Quantity::Minutes(minutes) => {
            say(language, "money-hours", &[("length", Value::Minutes(minutes))])
        }
        Quantity::Days(hundredths) | Quantity::Count(hundredths) => {
            format!("{} ×", explain::amount(language, Cents::new(hundredths)))
        }
        Quantity::Amount => String::new(),
    };
    let rate = line.rate.map(|rate| {
        let rate = explain::rate(language, rate);
        say(language, "money-rate", &[("rate", Value::Text(&rate))])
    });
    LineShown {
        name: explain::name(language, line),
        quantity,
        rate: rate.unwrap_or_default(),
        amount: say(language, "money-amount", &[("amount", Value::Cents(line.columns.paid))]),
        heading: explain::heading(language, line, rates),
        why: explain::sentences(language, line),
    }
}

/// The lines entered by hand.
#[must_use]
pub fn entered(language: Language, lines: &[(EventId, HandEntered)]) -> Vec<EnteredShown> {
    lines
        .iter()
        .map(|(id, line)| {
            let month = crate::time::Month::of(chrono::NaiveDate::default());
            let as_line = line.line("", month, "", None, None);
            let amount = [("amount", Value::Cents(as_line.columns.paid))];
            let treatment = match line.treatment {
                Treatment::Liable => "money-liable",
                Treatment::Free => "money-free",
            };
            let name = explain::name(language, &as_line);
            let name = match line.entered {
                Entered::Amount(_) => name,
                Entered::Count { hundredths, each } => {
                    let count = explain::amount(language, Cents::new(hundredths));
                    let values = [
                        ("name", Value::Text(&name)),
                        ("count", Value::Text(&count)),
                        ("each", Value::Cents(each)),
                    ];
                    say(language, "money-counted", &values)
                }
            };
            EnteredShown {
                id: *id,
                name,
                amount: say(language, "money-amount", &amount),
                treatment: say(language, treatment, &[]),
                reason: line.reason.clone(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_entered_by_hand_is_told_with_its_amount_and_treatment() {
        let line = |entered, treatment| HandEntered {
            id: "h".into(),
            word: "mileage".into(),
            entered,
            treatment,
            reason: "Arztfahrt".into(),
            cost_centre: None,
            approved: true,
        };
        let id = EventId::new([1; 16]);
        let counted = Entered::Count { hundredths: 1_235, each: Cents::new(30) };
        let lines = [
            (id, line(counted, Treatment::Free)),
            (id, line(Entered::Amount(Cents::new(-5_000)), Treatment::Liable)),
        ];
        let shown = entered(Language::German, &lines);
        assert_eq!(shown[0].name, "Fahrtkosten: 12,35 × 0,30 €");
        assert_eq!(shown[0].amount, "3,71 €");
        assert_eq!(shown[0].treatment, "Ersatz, frei von Steuer und Beiträgen");
        assert_eq!(shown[1].amount, "-50,00 €");
        assert_eq!(shown[1].treatment, "Lohn, mit Steuer und Beiträgen");
    }
}
