//! A month of pay in Leichte Sprache: short sentences, few numbers.

use crate::money::Cents;
use crate::pay::line::{PayLine, WageKind};
use crate::pay::month::MonthPay;
use crate::time::Minutes;
use crate::words::{Language, Value, say};

/// The summary; one sentence per line. Written for [`Language::SimpleGerman`];
/// in the other languages it is the same summary in their words.
#[must_use]
pub fn summary(language: Language, pay: &MonthPay) -> String {
    let sum = |of: &dyn Fn(&WageKind) -> bool| -> Cents {
        pay.lines.iter().filter(|line| of(&line.wage_kind)).map(|line| line.columns.paid).sum()
    };
    let base = sum(&|kind| kind.is_base() || *kind == WageKind::OnCall);
    let salary = sum(&|kind| *kind == WageKind::MonthlySalary);
    let away = sum(&|kind| kind.is_absence() || *kind == WageKind::AbsenceSurcharge);
    let night = sum(&|kind| matches!(kind, WageKind::Night25 | WageKind::Night40));
    let sunday = sum(&|kind| *kind == WageKind::Sunday50);
    let holiday = sum(&|kind| matches!(kind, WageKind::Holiday125 | WageKind::Holiday150));
    let total = pay.totals.columns.paid;
    let other = total - base - salary - away - night - sunday - holiday;
    let free: Cents =
        pay.lines.iter().filter(|line| is_wage(line)).map(|line| line.columns.tax_free).sum();

    let mut lines = vec![say(language, "pay-simple-title", &[("month", Value::Month(pay.month))])];
    lines.push(String::new());
    let worked = hours(language, pay.totals.worked);
    let credited = hours(language, pay.totals.credited);
    let mut tell = |key: &str, values: &[(&str, Value<'_>)]| lines.push(say(language, key, values));
    if pay.totals.worked != Minutes::ZERO {
        tell("pay-simple-worked", &[("hours", Value::Text(&worked))]);
    }
    let mut money = |key: &str, amount: Cents| {
        if amount != Cents::ZERO {
            tell(key, &[("amount", Value::Cents(amount))]);
        }
    };
    money("pay-simple-base", base);
    money("pay-simple-salary", salary);
    money("pay-simple-night", night);
    money("pay-simple-sunday", sunday);
    money("pay-simple-holiday", holiday);
    if pay.totals.credited != Minutes::ZERO {
        tell("pay-simple-credited", &[("hours", Value::Text(&credited))]);
    }
    let mut money = |key: &str, amount: Cents| {
        if amount != Cents::ZERO {
            tell(key, &[("amount", Value::Cents(amount))]);
        }
    };
    money("pay-simple-credited-pay", away);
    money("pay-simple-other", other);
    tell("pay-simple-total", &[("amount", Value::Cents(total))]);
    if free != Cents::ZERO {
        tell("pay-simple-free", &[("amount", Value::Cents(free))]);
    }
    tell("pay-simple-deductions", &[]);
    if pay.refused() {
        tell("pay-simple-open", &[]);
    }
    tell("pay-simple-questions", &[]);
    lines.push(String::new());
    lines.join("\n")
}

/// Reimbursements are no wage; their freedom is not worth a sentence.
const fn is_wage(line: &PayLine) -> bool {
    !matches!(line.wage_kind, WageKind::HandEntered(_))
}

fn hours(language: Language, minutes: Minutes) -> String {
    let values = [
        ("hours", Value::Number(minutes.get() / 60)),
        ("minutes", Value::Number(minutes.get() % 60)),
    ];
    say(language, "pay-simple-hours", &values)
}
