//! Balances as the API shows them, and what is sent about them.

use assistenz_core::app::absence_balance::RefundNote;
use assistenz_core::pay::absence::hours_account::{Booking, BookingKind};
use assistenz_core::pay::absence::vacation::VacationBooking;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A year of vacation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct VacationView {
    /// The person's id.
    pub(super) person: String,
    /// The year.
    pub(super) year: i32,
    /// Every line, in order of time; none without a contract in that year.
    pub(super) bookings: Vec<VacationBookingView>,
    /// Days left, in hundredths, half up.
    pub(super) left_hundredths: i64,
    /// The day on which the person was told that this year's days expire.
    pub(super) warned: Option<String>,
}

/// A line of a vacation account.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct VacationBookingView {
    /// The day on which it counts.
    pub(super) day: String,
    /// The rule's key, which also says what it is.
    pub(super) rule: &'static str,
    /// The paragraph.
    pub(super) paragraph: &'static str,
    /// Days in hundredths, half up; negative where taken or expired.
    pub(super) hundredths: i64,
    /// The balance after it, in hundredths.
    pub(super) balance_hundredths: i64,
    /// The absence or the booking it is about.
    pub(super) about: Option<String>,
    /// Why, for a booking by hand.
    pub(super) reason: Option<String>,
}

/// Vacation to book by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewVacationBooking {
    /// The day on which it counts, `2026-01-01`.
    pub(super) day: String,
    /// Hundredths of days; negative where it takes some.
    pub(super) hundredths: i64,
    /// Why.
    pub(super) reason: String,
}

/// That somebody was told that vacation expires.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewWarning {
    /// When.
    pub(super) day: String,
}

/// An hours account.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HoursAccountView {
    /// The person's id.
    pub(super) person: String,
    /// Every line, by month; none for a contract by the hour.
    pub(super) bookings: Vec<HoursBookingView>,
    /// What is on it, in minutes.
    pub(super) balance_minutes: i64,
}

/// A line of an hours account.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HoursBookingView {
    /// The month, `2026-10`.
    pub(super) month: String,
    /// `opening`, `worked`, `credited`, `target`, `paid_out` or `by_hand`.
    pub(super) kind: &'static str,
    /// The wage kind, for what was worked or credited.
    pub(super) wage_kind: Option<String>,
    /// Why, for a booking by hand.
    pub(super) reason: Option<String>,
    /// Minutes; negative where it takes some.
    pub(super) minutes: i64,
    /// The balance after it, in minutes.
    pub(super) balance_minutes: i64,
}

/// Minutes to book on the hours account by hand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewHoursBooking {
    /// The month, `2026-10`.
    pub(super) month: String,
    /// Minutes; negative where it takes some.
    pub(super) minutes: i64,
    /// Why.
    pub(super) reason: String,
}

/// The notes about refunds of a person, of the last 24 months.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RefundsView {
    /// The person's id.
    pub(super) person: String,
    /// By day.
    pub(super) refunds: Vec<RefundView>,
}

/// A note about a refund.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RefundView {
    /// Its id.
    pub(super) refund: String,
    /// The absence.
    pub(super) absence: String,
    /// Whether the money has come; else it was asked for.
    pub(super) received: bool,
    /// When.
    pub(super) day: String,
    /// How much, in cents, where known.
    pub(super) cents: Option<i64>,
}

/// A refund that was asked for, or has come.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRefund {
    /// The absence.
    pub(super) absence: String,
    /// Whether the money has come; else it was asked for.
    pub(super) received: bool,
    /// When.
    pub(super) day: String,
    /// How much, in cents, where known.
    #[serde(default)]
    pub(super) cents: Option<u32>,
}

impl From<VacationBooking> for VacationBookingView {
    fn from(booking: VacationBooking) -> Self {
        Self {
            day: booking.day.to_string(),
            rule: booking.rule.key,
            paragraph: booking.rule.paragraph,
            hundredths: booking.days.round_hundredths(),
            balance_hundredths: booking.balance.round_hundredths(),
            about: booking.about,
            reason: booking.reason,
        }
    }
}

impl From<Booking> for HoursBookingView {
    fn from(booking: Booking) -> Self {
        let (kind, wage_kind, reason) = match booking.kind {
            BookingKind::Opening => ("opening", None, None),
            BookingKind::Worked(kind) => ("worked", Some(kind.word()), None),
            BookingKind::Credited(kind) => ("credited", Some(kind.word()), None),
            BookingKind::Target => ("target", None, None),
            BookingKind::PaidOut => ("paid_out", None, None),
            BookingKind::ByHand(reason) => ("by_hand", None, Some(reason)),
        };
        Self {
            month: booking.month.to_string(),
            kind,
            wage_kind,
            reason,
            minutes: booking.minutes.get(),
            balance_minutes: booking.balance.get(),
        }
    }
}

impl From<RefundNote> for RefundView {
    fn from(note: RefundNote) -> Self {
        Self {
            refund: note.id.to_string(),
            absence: note.absence.to_string(),
            received: note.received,
            day: note.day.to_string(),
            cents: note.cents.map(assistenz_core::money::Cents::get),
        }
    }
}
