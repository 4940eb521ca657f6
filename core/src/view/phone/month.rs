//! A month of the assistant: entries, totals, pay explained line by line.

use super::super::when;
use super::entry::kind;
use super::today::read;
use super::{Loudness, MonthSheet, Notice, PayLineCard, Showing, TotalLine, correction};
use crate::app::{Acting, AppError, Refusal};
use crate::law::finding::{Finding, Severity};
use crate::law::finding_sentence;
use crate::money::Cents;
use crate::pay::explain;
use crate::pay::line::{PayLine, Quantity};
use crate::record::month::MonthOfWork;
use crate::record::month_state::{Complete, MonthState};
use crate::record::rota::PlanState;
use crate::time::{Minute, Minutes, Month};
use crate::words::Value;
use crate::work::{Kind, Shift};

/// A month of the phone's owner.
///
/// # Errors
///
/// [`Refusal::Newer`] if a newer version wrote in it; faults of record and ledger.
pub fn month(
    acting: &mut Acting<'_>,
    showing: &Showing,
    month: Month,
) -> Result<MonthSheet, AppError> {
    let person = acting.me.person;
    let of_month = read(acting, month)?;
    let standing = acting.standing_of(person, month)?;
    let approved = standing.state == MonthState::Approved;
    let (lines, law, without_pay) = match acting.reckon(person, month) {
        // What was approved is told as it was approved, never computed again.
        Ok(reckoning) if approved => {
            let lines = acting.approved_lines(person, month)?;
            (lines.unwrap_or(reckoning.pay.lines), reckoning.law, None)
        }
        Ok(reckoning) => (reckoning.pay.lines, reckoning.law, None),
        Err(AppError::Refused(Refusal::NoContract)) => {
            (Vec::new(), Vec::new(), Some(showing.say("without-pay", &[])))
        }
        Err(error) => return Err(error),
    };
    let work = &of_month.work;
    let worked: Minutes = work.settled().map(Shift::working_minutes).sum();
    let cents: Cents = lines.iter().map(|line| line.columns.paid).sum();
    let open = work.running().count() + work.unsettled().count() > 0;
    let complete_button = (standing.complete != Complete::Yes && !approved && !open)
        .then(|| showing.say("complete", &[("month", Value::Month(month))]));
    Ok(MonthSheet {
        month: month.to_string(),
        title: title(showing, month),
        state_label: state(showing, standing.state),
        provisional: !approved,
        provisional_note: (!approved).then(|| showing.say("provisional", &[])),
        complete_label: match standing.complete {
            Complete::No => showing.say("complete-no", &[]),
            Complete::Yes => showing.say("complete-yes", &[]),
            Complete::ChangedSince => showing.say("complete-changed", &[]),
        },
        complete_button,
        missing: missing(acting, showing, work)?,
        entries: of_month.cards(showing),
        totals: totals(showing, &work.totals()),
        worked_minutes: worked.get(),
        worked: showing.hours(worked),
        pay: lines.iter().map(|line| pay_line(showing, line)).collect(),
        pay_cents: without_pay.is_none().then(|| cents.get()),
        pay_amount: without_pay.is_none().then(|| money(showing, cents)),
        without_pay,
        notices: law.iter().map(|finding| notice(showing, finding)).collect(),
        corrections: correction::cards(showing, work),
    })
}

/// `November 2026`.
pub(super) fn title(showing: &Showing, month: Month) -> String {
    showing.say("month", &[("month", Value::Month(month))])
}

/// What a month's state is called.
pub(super) fn state(showing: &Showing, state: MonthState) -> String {
    showing.word("month", state.code())
}

/// Minutes by kind, line by line.
pub(super) fn totals(showing: &Showing, totals: &[(Kind, Minutes)]) -> Vec<TotalLine> {
    totals
        .iter()
        .map(|(what, minutes)| TotalLine {
            kind: what.word().to_owned(),
            label: kind(showing, *what),
            minutes: minutes.get(),
            length: showing.hours(*minutes),
        })
        .collect()
}

/// An amount in words.
pub(super) fn money(showing: &Showing, cents: Cents) -> String {
    showing.say("money", &[("amount", Value::Cents(cents))])
}

/// What the law says and about which day, with its source.
pub(super) fn notice(showing: &Showing, finding: &Finding) -> Notice {
    let mut sentence = finding_sentence::sentence(finding, showing.language, showing.zone);
    if let Some(first) = finding.intervals.first() {
        let day = when::short_day(showing.language, first.from().day(showing.zone));
        let values = [("day", Value::Text(&day)), ("text", Value::Text(&sentence))];
        sentence = showing.say("notice-on", &values);
    }
    Notice {
        loudness: match finding.severity {
            Severity::Info => Loudness::Info,
            Severity::Warning => Loudness::Warning,
            Severity::Serious => Loudness::Serious,
        },
        sentence,
        source: Some(finding_sentence::source(finding, showing.language)),
    }
}

fn pay_line(showing: &Showing, line: &PayLine) -> PayLineCard {
    let quantity = match line.quantity {
        Quantity::Minutes(minutes) => showing.hours(minutes),
        Quantity::Days(hundredths) | Quantity::Count(hundredths) => {
            let count = explain::amount(showing.language, Cents::new(hundredths));
            showing.say("times", &[("count", Value::Text(&count))])
        }
        Quantity::Amount => String::new(),
    };
    let mut why = explain::sentences(showing.language, line);
    why.extend(line.reason.clone());
    PayLineCard {
        label: explain::name(showing.language, line),
        quantity,
        cents: line.columns.paid.get(),
        amount: money(showing, line.columns.paid),
        why,
    }
}

/// Published shifts that have passed and that nothing was recorded for.
fn missing(
    acting: &mut Acting<'_>,
    showing: &Showing,
    work: &MonthOfWork,
) -> Result<Vec<String>, AppError> {
    let now = Minute::floor_ms(acting.now_ms());
    let running: Vec<Minute> = work.running().map(|(_, since)| since).collect();
    Ok(acting
        .rota_of(work.person, work.month)?
        .into_iter()
        .filter(|shift| matches!(shift.state, PlanState::Published { .. }))
        .filter_map(|shift| shift.span)
        .filter(|span| span.to() <= now)
        .filter(|span| !work.settled().any(|shift| shift.span.overlap(*span).is_some()))
        .filter(|span| !running.iter().any(|since| *since < span.to()))
        .map(|span| when::span(showing.language, span, showing.zone))
        .collect())
}
