//! Events of an `answers` document: what the employer decides about wishes,
//! enters about absences, and knows of certificates and vacation.
//!
//! All of it can be taken back: [`TakenBack`] names it in `supersedes`.

use super::{Fits, text_fits};
use crate::absence::Maternity;
use crate::document::EventId;
use crate::record::cbor::Day;
use chrono::NaiveDate;
use minicbor::{Decode, Encode};

/// Most hundredths of days of vacation in one event: ten years of them.
const MOST_HUNDREDTHS: i32 = 100_000;

/// A decision on a wish: an absence, or a shift that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Decision {
    /// Which wish (the id inside its keys, `absence/<id>/…`).
    #[n(0)]
    pub wish: EventId,
    /// Granted, or not.
    #[n(1)]
    pub granted: bool,
    /// The kind of absence that is granted, by its word.
    #[n(2)]
    pub kind: Option<String>,
    /// Why.
    #[n(3)]
    pub reason: Option<String>,
    /// The first day decided about.
    #[n(4)]
    pub first_day: Option<Day>,
    /// The last day decided about.
    #[n(5)]
    pub last_day: Option<Day>,
    /// How many days of vacation it takes, in hundredths, where agreed.
    #[n(6)]
    pub vacation_days: Option<i32>,
    /// The first day that the wish asked for then, if another.
    #[n(7)]
    pub asked_first: Option<Day>,
    /// The last day that the wish asked for then, if another.
    #[n(8)]
    pub asked_last: Option<Day>,
}

impl Decision {
    /// The days decided about.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.first_day.zip(self.last_day).map(|(first, last)| (first.0, last.0))
    }

    /// The days the wish asked for when it was decided.
    #[must_use]
    pub fn asked(&self) -> Option<(NaiveDate, NaiveDate)> {
        let asked = self.asked_first.zip(self.asked_last);
        asked.map(|(first, last)| (first.0, last.0)).or_else(|| self.days())
    }
}

/// An absence that the employer entered for a person; its id is the event's.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AbsenceEntered {
    /// The kind, by its word.
    #[n(0)]
    pub kind: String,
    /// The first day.
    #[n(1)]
    pub first_day: Day,
    /// The last day, inclusive.
    #[n(2)]
    pub last_day: Day,
    /// Why the employer enters it.
    #[n(3)]
    pub reason: String,
    /// How many days of vacation it takes, in hundredths, where agreed.
    #[n(4)]
    pub vacation_days: Option<i32>,
}

/// Something of this document taken back; `supersedes` names it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct TakenBack {
    /// Why.
    #[n(0)]
    pub reason: Option<String>,
}

/// What the employer knows of a certificate of sickness.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CertificateNoted {
    /// About which absence.
    #[n(0)]
    pub absence: EventId,
    /// `none`, `expected`, `paper` or `electronic`.
    #[n(1)]
    pub certificate: String,
    /// The day on which it was certified, seen or pulled.
    #[n(2)]
    pub day: Option<Day>,
}

/// Whether a sickness is the same as an earlier one (§ 3 Abs. 1 Satz 2 EFZG).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct SameIllness {
    /// About which absence.
    #[n(0)]
    pub absence: EventId,
    /// The earlier one; absent for an illness of its own.
    #[n(1)]
    pub earlier: Option<EventId>,
}

/// Days of vacation booked by hand: the balance with which somebody begins
/// here, days given in addition.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct VacationBooked {
    /// The day on which it counts.
    #[n(0)]
    pub day: Day,
    /// Hundredths of days; negative where it takes some.
    #[n(1)]
    pub hundredths: i32,
    /// Why.
    #[n(2)]
    pub reason: String,
}

/// The employer asked the person to take the vacation of a year and said that
/// it expires otherwise (Mitwirkungsobliegenheit, § 7 BUrlG).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct VacationWarned {
    /// The year whose vacation it was about.
    #[n(0)]
    pub year: u32,
    /// When.
    #[n(1)]
    pub day: Day,
}

/// What the employer knows of a pregnancy beside its absences: days, and
/// nothing of health. Goes on with the absence it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct MaternityNoted {
    /// About which absence.
    #[n(0)]
    pub absence: EventId,
    /// The expected day of birth.
    #[n(1)]
    pub due: Day,
    /// The day of birth, once it is known.
    #[n(2)]
    pub birth: Option<Day>,
    /// The last day on which she is known to nurse.
    #[n(3)]
    pub nursing_until: Option<Day>,
}

impl MaternityNoted {
    /// The days it says.
    #[must_use]
    pub fn maternity(&self) -> Maternity {
        Maternity {
            due: self.due.0,
            birth: self.birth.map(|day| day.0),
            nursing_until: self.nursing_until.map(|day| day.0),
        }
    }
}

fn word_fits(word: &str) -> bool {
    (1..=32).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

fn hundredths_fit(hundredths: Option<i32>) -> bool {
    hundredths.is_none_or(|days| (0..=MOST_HUNDREDTHS).contains(&days))
}

impl Fits for Decision {
    fn fits(&self) -> bool {
        self.kind.as_ref().is_none_or(|kind| word_fits(kind))
            && self.reason.as_ref().is_none_or(|text| text_fits(text))
            && self.first_day.is_some() == self.last_day.is_some()
            && self.asked_first.is_some() == self.asked_last.is_some()
            && hundredths_fit(self.vacation_days)
    }
}
impl Fits for AbsenceEntered {
    fn fits(&self) -> bool {
        word_fits(&self.kind)
            && text_fits(&self.reason)
            && self.first_day <= self.last_day
            && hundredths_fit(self.vacation_days)
    }
}
impl Fits for TakenBack {
    fn fits(&self) -> bool {
        self.reason.as_ref().is_none_or(|text| text_fits(text))
    }
}
impl Fits for CertificateNoted {
    fn fits(&self) -> bool {
        word_fits(&self.certificate)
    }
}
impl Fits for SameIllness {
    fn fits(&self) -> bool {
        self.earlier != Some(self.absence)
    }
}
impl Fits for VacationBooked {
    fn fits(&self) -> bool {
        text_fits(&self.reason) && (-MOST_HUNDREDTHS..=MOST_HUNDREDTHS).contains(&self.hundredths)
    }
}
impl Fits for MaternityNoted {
    fn fits(&self) -> bool {
        self.nursing_until.is_none_or(|until| self.birth.is_some_and(|birth| birth <= until))
    }
}
impl Fits for VacationWarned {
    fn fits(&self) -> bool {
        (2000..2200).contains(&self.year)
    }
}
