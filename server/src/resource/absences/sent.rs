//! What is sent about absences, and how it is read.

use super::super::instant::day;
use crate::fault::Refusal;
use assistenz_core::absence::{AbsenceKind, Certificate};
use assistenz_core::app::absence::{AbsenceChange, NewAbsence};
use assistenz_core::app::absence_decision::{AbsenceDecision, EnteredAbsence};
use assistenz_core::document::EventId;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Between which days.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(super) struct Between {
    /// The first day, `2026-01-01`.
    pub(super) from: String,
    /// The last day, `2026-12-31`.
    pub(super) to: String,
}

/// An absence to ask for or to report.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRequest {
    /// As in the answer; not `holiday_not_worked`.
    pub(super) kind: String,
    /// The first day, `2026-11-23`.
    pub(super) first_day: String,
    /// The last day, inclusive.
    pub(super) last_day: String,
    /// Never needed.
    #[serde(default)]
    pub(super) note: String,
    /// For sickness.
    #[serde(default)]
    pub(super) certificate: Option<NewCertificate>,
    /// For sickness: the earlier absence of the same illness.
    #[serde(default)]
    pub(super) same_illness_as: Option<String>,
    /// For vacation: how many days it takes, in hundredths.
    #[serde(default)]
    pub(super) vacation_days: Option<i64>,
}

/// What changes about an own absence; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewChange {
    /// The first day.
    #[serde(default)]
    pub(super) first_day: Option<String>,
    /// The last day.
    #[serde(default)]
    pub(super) last_day: Option<String>,
    /// The note.
    #[serde(default)]
    pub(super) note: Option<String>,
    /// The certificate.
    #[serde(default)]
    pub(super) certificate: Option<NewCertificate>,
}

/// A certificate.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCertificate {
    /// `none`, `expected`, `paper` or `electronic`.
    pub(super) certificate: String,
    /// The day on which it was certified, seen or pulled; not for `none`.
    #[serde(default)]
    pub(super) day: Option<String>,
}

/// Withdrawing an own absence, or taking that back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Withdrawal {
    /// Whether it is withdrawn.
    pub(super) withdrawn: bool,
}

/// An absence that the employer enters.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewEntered {
    /// As in the answer.
    pub(super) kind: String,
    /// The first day.
    pub(super) first_day: String,
    /// The last day, inclusive.
    pub(super) last_day: String,
    /// Why; shown to the person.
    pub(super) reason: String,
    /// How many days of vacation it takes, in hundredths.
    #[serde(default)]
    pub(super) vacation_days: Option<i64>,
}

/// A decision.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDecision {
    /// Granted, or declined.
    pub(super) granted: bool,
    /// Why; needed to decline.
    #[serde(default)]
    pub(super) reason: String,
    /// Another kind than asked for.
    #[serde(default)]
    pub(super) kind: Option<String>,
    /// How many days of vacation it takes, in hundredths.
    #[serde(default)]
    pub(super) vacation_days: Option<i64>,
}

/// Why something is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TakingBack {
    /// Needed for an absence that the employer entered.
    #[serde(default)]
    pub(super) reason: String,
}

/// Whether a sickness is the same as an earlier one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewIllness {
    /// The earlier absence; left out for an illness of its own.
    #[serde(default)]
    pub(super) earlier: Option<String>,
}

fn kind(word: &str) -> Result<AbsenceKind, Refusal> {
    AbsenceKind::from_word(word).ok_or(Refusal::Malformed("not a kind of absence"))
}

fn id(text: &str) -> Result<EventId, Refusal> {
    text.parse().map_err(|_| Refusal::Malformed("not an absence's id"))
}

impl TryFrom<&NewCertificate> for Certificate {
    type Error = Refusal;

    fn try_from(new: &NewCertificate) -> Result<Self, Refusal> {
        let at = new.day.as_deref().map(day).transpose()?;
        Self::from_word(&new.certificate, at)
            .ok_or(Refusal::Malformed("not a certificate, or one without its day"))
    }
}

impl TryFrom<NewRequest> for NewAbsence {
    type Error = Refusal;

    fn try_from(new: NewRequest) -> Result<Self, Refusal> {
        let certificate = new.certificate.as_ref().map(TryInto::try_into).transpose()?;
        Ok(Self {
            kind: kind(&new.kind)?,
            first: day(&new.first_day)?,
            last: day(&new.last_day)?,
            note: new.note,
            certificate: certificate.unwrap_or_default(),
            same_illness_as: new.same_illness_as.as_deref().map(id).transpose()?,
            vacation_days: new.vacation_days,
        })
    }
}

impl TryFrom<NewChange> for AbsenceChange {
    type Error = Refusal;

    fn try_from(new: NewChange) -> Result<Self, Refusal> {
        Ok(Self {
            first: new.first_day.as_deref().map(day).transpose()?,
            last: new.last_day.as_deref().map(day).transpose()?,
            note: new.note,
            certificate: new.certificate.as_ref().map(TryInto::try_into).transpose()?,
            same_illness_as: None,
        })
    }
}

impl TryFrom<NewEntered> for EnteredAbsence {
    type Error = Refusal;

    fn try_from(new: NewEntered) -> Result<Self, Refusal> {
        Ok(Self {
            kind: kind(&new.kind)?,
            first: day(&new.first_day)?,
            last: day(&new.last_day)?,
            reason: new.reason,
            vacation_days: new.vacation_days,
        })
    }
}

impl TryFrom<NewDecision> for AbsenceDecision {
    type Error = Refusal;

    fn try_from(new: NewDecision) -> Result<Self, Refusal> {
        Ok(Self {
            granted: new.granted,
            reason: new.reason,
            kind: new.kind.as_deref().map(kind).transpose()?,
            vacation_days: new.vacation_days,
        })
    }
}

impl NewIllness {
    /// The earlier absence of the same illness.
    pub(super) fn earlier(&self) -> Result<Option<EventId>, Refusal> {
        self.earlier.as_deref().map(id).transpose()
    }
}
