//! Balances line by line: vacation, the hours account, refunds. Each line says
//! what it is and on which paragraph it rests.

use crate::absence::AbsenceKind;
use crate::app::absence_balance::{RefundNote, Refundable, VacationBalance};
use crate::money::{Cents, Exact};
use crate::pay::absence::hours_account::{ACCOUNT, Booking, BookingKind, HoursAccount};
use crate::pay::absence::vacation::{CARRIED_OVER, VacationBooking};
use crate::time::Minutes;
use crate::words::{Language, Value, say};
use std::collections::BTreeMap;

/// An account as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// `Noch 12,5 Tage Urlaub für 2026.`
    pub sum: String,
    /// The lines in order.
    pub lines: Vec<AccountLine>,
    /// What else is to know.
    pub notes: Vec<String>,
}

/// One line of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountLine {
    /// The booking's or the absence's id, where there is one.
    pub about: Option<String>,
    /// `Mi 1. Jan. 2026`, or `Oktober 2026`.
    pub when: String,
    /// `Urlaub für das Jahr`.
    pub what: String,
    /// `+12 Tage`, `−2:30 Stunden`.
    pub amount: String,
    /// The balance after it.
    pub balance: String,
    /// `§ 3 Abs. 1 BUrlG`.
    pub law: String,
    /// Whether somebody booked it by hand, so that it can be taken back.
    pub by_hand: bool,
}

/// Hundredths of days: `ein Tag`, `2,5 Tage`.
#[must_use]
pub fn days(language: Language, hundredths: i64) -> String {
    let number = decimal(language, hundredths);
    let one = i64::from(hundredths == 100);
    let values = [("number", Value::Text(&number)), ("one", Value::Number(one))];
    say(language, "absence-number-of-days", &values)
}

/// `12`, `2,5`, `8,33`; a minus where it is one.
fn decimal(language: Language, hundredths: i64) -> String {
    let sign = if hundredths < 0 { "−" } else { "" };
    let whole = hundredths.abs() / 100;
    let rest = hundredths.abs() % 100;
    let comma = if language.decimal_comma() { ',' } else { '.' };
    match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}{comma}{}", rest / 10),
        rest => format!("{sign}{whole}{comma}{rest:02}"),
    }
}

fn signed(text: &str, positive: bool) -> String {
    if positive { format!("+{text}") } else { text.to_owned() }
}

/// The vacation of a year. `when` words the days of an absence by its id.
#[must_use]
pub fn vacation(
    language: Language,
    balance: &VacationBalance,
    when: &BTreeMap<String, String>,
) -> Account {
    let left = balance.left().round_hundredths();
    let number = days(language, left);
    let values = [("days", Value::Text(&number)), ("year", Value::Number(i64::from(balance.year)))];
    // A year is no count: it has no thousands.
    let year = balance.year.to_string();
    let values = [values[0], ("year", Value::Text(&year))];
    let mut notes = vec![match balance.warned {
        Some(on) => {
            let values = [("day", Value::Day(on)), ("year", Value::Text(&year))];
            say(language, "absence-vacation-warned", &values)
        }
        None => say(language, "absence-vacation-not-warned", &[("year", Value::Text(&year))]),
    }];
    if balance.left() < Exact::ZERO {
        notes.insert(0, say(language, "absence-vacation-negative", &[]));
    }
    Account {
        sum: say(language, "absence-vacation-left", &values),
        lines: balance.bookings.iter().map(|one| vacation_line(language, one, when)).collect(),
        notes,
    }
}

fn vacation_line(
    language: Language,
    booking: &VacationBooking,
    when: &BTreeMap<String, String>,
) -> AccountLine {
    let amount = booking.days.round_hundredths();
    let expired = booking.rule.key == CARRIED_OVER.key && amount < 0;
    let key = if expired { "vacation_expired" } else { booking.rule.key };
    let about = booking.about.as_ref().and_then(|id| when.get(id)).map(String::as_str);
    let reason = booking.reason.as_deref();
    let text = about.or(reason).unwrap_or_default();
    AccountLine {
        about: booking.about.clone(),
        when: super::absence::day(language, booking.day),
        what: say(language, &format!("absence-booking-{key}"), &[("text", Value::Text(text))])
            .trim_end_matches([' ', ':'])
            .to_owned(),
        amount: signed(&days(language, amount), amount > 0),
        balance: days(language, booking.balance.round_hundredths()),
        law: booking.rule.paragraph.to_owned(),
        by_hand: booking.reason.is_some(),
    }
}

/// An hours account.
#[must_use]
pub fn hours(language: Language, account: &HoursAccount) -> Account {
    let length = hours_text(language, account.balance());
    Account {
        sum: say(language, "absence-hours-balance", &[("hours", Value::Text(&length))]),
        lines: account.bookings.iter().map(|one| hours_line(language, one)).collect(),
        notes: Vec::new(),
    }
}

fn hours_line(language: Language, booking: &Booking) -> AccountLine {
    let kind = |word: &str| say(language, &format!("pay-kind-{word}"), &[]);
    let (key, text, by_hand) = match &booking.kind {
        BookingKind::Opening => ("opening", String::new(), false),
        BookingKind::Worked(wage) => ("worked", kind(&wage.word()), false),
        BookingKind::Credited(wage) => ("credited", kind(&wage.word()), false),
        BookingKind::Target => ("target", String::new(), false),
        BookingKind::PaidOut => ("paid-out", String::new(), false),
        BookingKind::ByHand(reason) => ("by-hand", reason.clone(), true),
    };
    AccountLine {
        about: None,
        when: say(language, "absence-month", &[("month", Value::Month(booking.month))]),
        what: say(language, &format!("absence-hours-{key}"), &[("text", Value::Text(&text))]),
        amount: signed(&hours_text(language, booking.minutes), booking.minutes > Minutes::ZERO),
        balance: hours_text(language, booking.balance),
        law: ACCOUNT.paragraph.to_owned(),
        by_hand,
    }
}

/// `7:30 Stunden`, `−0:15 Stunden`.
fn hours_text(language: Language, minutes: Minutes) -> String {
    let positive = if minutes < Minutes::ZERO { Minutes::ZERO - minutes } else { minutes };
    let length = say(language, "absence-hours", &[("hours", Value::Minutes(positive))]);
    if minutes < Minutes::ZERO { format!("−{length}") } else { length }
}

/// A refund as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundRow {
    /// The absence's id.
    pub absence: String,
    /// Why: `Krank`, `Mutterschutz`.
    pub kind: String,
    /// The days it is about.
    pub when: String,
    /// How far it has come: `noch nicht beantragt`, `beantragt`, `erstattet`.
    pub state: String,
    /// Whether it still has to be asked for.
    pub open: bool,
    /// What was paid, what comes back, until when, what was noted.
    pub sentences: Vec<String>,
    /// The law.
    pub law: String,
    /// Notes that can be taken back: id, month `2026-11` and label.
    pub notes: Vec<(String, String, String)>,
}

/// A refund in words: what was paid in approved months, what the law gives
/// back, until when, and what was noted.
#[must_use]
pub fn refund(language: Language, of: &Refundable) -> RefundRow {
    let received = of.notes.iter().any(|note| note.received);
    let state = match (received, of.notes.is_empty()) {
        (true, _) => "received",
        (false, false) => "asked",
        (false, true) => "open",
    };
    let kind = of.entry.kind;
    let mut sentences = Vec::new();
    if let Some(refund) = of.refund.filter(|_| of.paid != Cents::ZERO) {
        let key = match kind {
            Some(kind) if kind.is_maternity() => "absence-refund-amount-u2",
            Some(_) | None => "absence-refund-amount",
        };
        let values = [
            ("paid", Value::Cents(of.paid)),
            ("share", Value::Percent(refund.share)),
            ("amount", Value::Cents(refund.amount)),
        ];
        sentences.push(say(language, key, &values));
    } else if !of.left_to_payroll {
        sentences.push(say(language, "absence-refund-nothing-paid", &[]));
    }
    if of.left_to_payroll {
        sentences.push(say(language, "absence-refund-by-payroll", &[]));
    }
    if kind == Some(AbsenceKind::EmploymentBan) && of.paid != Cents::ZERO {
        sentences.push(say(language, "absence-refund-contributions", &[]));
    }
    let owed = of.paid != Cents::ZERO || of.left_to_payroll;
    if let Some(refund) = of.refund.filter(|_| owed && !received) {
        let until = [("day", Value::Day(refund.until))];
        sentences.push(say(language, "absence-refund-until", &until));
    }
    let label = |note: &RefundNote| {
        let key = match (note.received, note.cents) {
            (true, Some(_)) => "absence-refund-note-received-amount",
            (true, None) => "absence-refund-note-received",
            (false, Some(_)) => "absence-refund-note-asked-amount",
            (false, None) => "absence-refund-note-asked",
        };
        let values = [
            ("day", Value::Day(note.day)),
            ("amount", Value::Cents(note.cents.unwrap_or(Cents::ZERO))),
        ];
        say(language, key, &values)
    };
    sentences.extend(of.notes.iter().map(label));
    RefundRow {
        absence: of.entry.id.to_string(),
        kind: kind.map(|kind| super::absence::kind(language, kind)).unwrap_or_default(),
        when: of.entry.days.map(|days| super::absence::days(language, days)).unwrap_or_default(),
        state: say(language, &format!("absence-refund-{state}"), &[]),
        open: state == "open" && owed,
        sentences,
        law: of.levy.paragraph.to_owned(),
        notes: of
            .notes
            .iter()
            .map(|note| {
                let month = crate::time::Month::of(note.day).to_string();
                (note.id.to_string(), month, label(note))
            })
            .collect(),
    }
}
