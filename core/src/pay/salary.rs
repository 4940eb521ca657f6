//! The steady salary of a month (verstetigtes Entgelt).
//!
//! One line for each version in force, by its share of the month's calendar
//! days, rounded once. Days without a claim (unpaid leave, sickness beyond six
//! weeks) are taken out in the same way. Doubtful: by calendar days is the most
//! common of several methods; the contract may name another.

use super::base::contract_rule;
use super::line::{Columns, PayLine, PaySpan, Quantity, WageKind};
use super::month::MonthInput;
use crate::contract::version::{BasePay, place_in_force};
use crate::money::Exact;
use crate::time::{Interval, Minutes, midnight};
use chrono::NaiveDate;
use std::borrow::Cow;

/// The salary lines of a month; `unpaid` are the days without a claim.
pub(crate) fn salary_lines(input: &MonthInput<'_>, unpaid: &[NaiveDate]) -> Vec<PayLine> {
    let mut lines = Vec::new();
    for (place, version) in input.versions.iter().enumerate() {
        let BasePay::Monthly(salary) = version.pay else { continue };
        let days_of_month = i64::try_from(input.month.days().count()).unwrap_or(30);
        let days: Vec<NaiveDate> = input
            .month
            .days()
            .filter(|day| place_in_force(input.versions, *day) == Some(place))
            .collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
        let claimed = days.iter().filter(|day| !unpaid.contains(day)).count();
        let claimed = i64::try_from(claimed).unwrap_or(days_of_month);
        let share = Exact::fraction(claimed, days_of_month).unwrap_or(Exact::ZERO);
        let zone = version.workplace.zone;
        let end = last.succ_opt().unwrap_or(*last);
        let spans = Interval::new(midnight(*first, zone), midnight(end, zone))
            .map(|span| PaySpan {
                shift: String::new(),
                span,
                zone: Cow::Borrowed(zone.name()),
                minutes: Minutes::ZERO,
                rules: vec![contract_rule("contract_salary", version)],
            })
            .into_iter()
            .collect();
        lines.push(PayLine {
            person: input.person.to_owned(),
            personnel_number: version.personnel_number,
            wage_kind: WageKind::MonthlySalary,
            month: input.month,
            month_of_origin: input.month,
            contract_version: version.id.clone(),
            cost_centre: version.cost_centre.clone(),
            quantity: Quantity::Amount,
            rate: None,
            percent: None,
            columns: Columns::liable((Exact::from(salary) * share).round()),
            spans,
            reason: (claimed < days_of_month).then(|| format!("{claimed}/{days_of_month}")),
        });
    }
    lines
}
