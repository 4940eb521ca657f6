//! Absences: requests and reports of the person, decisions, entries and
//! certificates of the employer.

use super::corrections::WrittenView;
use super::instant::{day, today};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Asked, Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::absence::{AbsenceKind, Certificate};
use assistenz_core::app::absence::{AbsenceChange, NewAbsence};
use assistenz_core::app::absence_balance::Sickness;
use assistenz_core::app::absence_decision::{AbsenceDecision, EnteredAbsence};
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::pay::absence::sickness::CertificateState;
use assistenz_core::record::absence::AbsenceEntry;
use assistenz_core::time::Month;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Between which days.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Between {
    /// The first day, `2026-01-01`.
    pub from: String,
    /// The last day, `2026-12-31`.
    pub to: String,
}

/// The absences of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct AbsencesView {
    /// The person's id.
    pub person: String,
    /// By first day; declined and withdrawn ones too.
    pub absences: Vec<AbsenceView>,
}

/// One absence.
#[derive(Debug, Serialize, ToSchema)]
pub struct AbsenceView {
    /// Its id.
    pub absence: String,
    /// `vacation`, `sick`, `child_sick`, `holiday_not_worked`, `special_leave`
    /// or `unpaid_leave`; nothing if disputed or unknown here.
    pub kind: Option<&'static str>,
    /// The first day that counts or is asked for.
    pub first_day: Option<String>,
    /// The last day, inclusive.
    pub last_day: Option<String>,
    /// Other days asked for since it was decided: first and last.
    pub asked_since: Option<(String, String)>,
    /// `requested`, `granted`, `declined`, `reported`, `entered`,
    /// `withdrawal_asked`, `withdrawn`, `taken_back` or `unsettled`.
    pub state: &'static str,
    /// Whether it counts for pay and balances.
    pub counts: bool,
    /// Whether it waits for the employer.
    pub waits: bool,
    /// Whether the person wrote it; else the employer did.
    pub own: bool,
    /// What the person wrote.
    pub note: String,
    /// What the employer wrote.
    pub reason: String,
    /// Days of vacation agreed, in hundredths.
    pub vacation_days: Option<i64>,
    /// For sickness.
    pub sickness: Option<SicknessView>,
    /// Fields with two values.
    pub disputed: Vec<&'static str>,
}

/// What the law says about a sickness.
#[derive(Debug, Serialize, ToSchema)]
pub struct SicknessView {
    /// `none`, `expected`, `paper` or `electronic`.
    pub certificate: &'static str,
    /// The day on which it was certified, seen or pulled.
    pub certificate_day: Option<String>,
    /// The day from which a certificate is due and missing.
    pub certificate_due: Option<String>,
    /// The earlier absence of the same illness.
    pub same_illness_as: Option<String>,
    /// The first day the employer pays.
    pub paid_from: Option<String>,
    /// The last day the employer pays.
    pub paid_to: Option<String>,
    /// Days of the same illness paid before.
    pub days_used_before: Option<i64>,
    /// Whether some days fall into the waiting period of four weeks.
    pub waiting_period: Option<bool>,
    /// Whether it lasts longer than the employer pays.
    pub beyond_six_weeks: Option<bool>,
}

/// An absence to ask for or to report.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRequest {
    /// As in the answer; not `holiday_not_worked`.
    pub kind: String,
    /// The first day, `2026-11-23`.
    pub first_day: String,
    /// The last day, inclusive.
    pub last_day: String,
    /// Never needed.
    #[serde(default)]
    pub note: String,
    /// For sickness.
    #[serde(default)]
    pub certificate: Option<NewCertificate>,
    /// For sickness: the earlier absence of the same illness.
    #[serde(default)]
    pub same_illness_as: Option<String>,
    /// For vacation: how many days it takes, in hundredths.
    #[serde(default)]
    pub vacation_days: Option<i64>,
}

/// What changes about an own absence; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChange {
    /// The first day.
    #[serde(default)]
    pub first_day: Option<String>,
    /// The last day.
    #[serde(default)]
    pub last_day: Option<String>,
    /// The note.
    #[serde(default)]
    pub note: Option<String>,
    /// The certificate.
    #[serde(default)]
    pub certificate: Option<NewCertificate>,
}

/// A certificate.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCertificate {
    /// `none`, `expected`, `paper` or `electronic`.
    pub certificate: String,
    /// The day on which it was certified, seen or pulled; not for `none`.
    #[serde(default)]
    pub day: Option<String>,
}

/// Withdrawing an own absence, or taking that back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Whether it is withdrawn.
    pub withdrawn: bool,
}

/// An absence that the employer enters.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEntered {
    /// As in the answer.
    pub kind: String,
    /// The first day.
    pub first_day: String,
    /// The last day, inclusive.
    pub last_day: String,
    /// Why; shown to the person.
    pub reason: String,
    /// How many days of vacation it takes, in hundredths.
    #[serde(default)]
    pub vacation_days: Option<i64>,
}

/// A decision.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDecision {
    /// Granted, or declined.
    pub granted: bool,
    /// Why; needed to decline.
    #[serde(default)]
    pub reason: String,
    /// Another kind than asked for.
    #[serde(default)]
    pub kind: Option<String>,
    /// How many days of vacation it takes, in hundredths.
    #[serde(default)]
    pub vacation_days: Option<i64>,
}

/// Why something is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakingBack {
    /// Needed for an absence that the employer entered.
    #[serde(default)]
    pub reason: String,
}

/// Whether a sickness is the same as an earlier one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewIllness {
    /// The earlier absence; left out for an illness of its own.
    #[serde(default)]
    pub earlier: Option<String>,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, enter))
        .routes(routes!(request))
        .routes(routes!(change))
        .routes(routes!(withdraw))
        .routes(routes!(decide))
        .routes(routes!(take_back))
        .routes(routes!(certify))
        .routes(routes!(same_illness))
}

fn kind(word: &str) -> Result<AbsenceKind, Refusal> {
    AbsenceKind::from_word(word).ok_or(Refusal::Malformed("not a kind of absence"))
}

fn certificate(new: &NewCertificate) -> Result<Certificate, Refusal> {
    let at = new.day.as_deref().map(day).transpose()?;
    Certificate::from_word(&new.certificate, at)
        .ok_or(Refusal::Malformed("not a certificate, or one without its day"))
}

fn id(text: &str) -> Result<EventId, Refusal> {
    text.parse().map_err(|_| Refusal::Malformed("not an absence's id"))
}

fn view(entry: AbsenceEntry, sickness: Option<&Sickness>) -> AbsenceView {
    let written = |day: NaiveDate| day.to_string();
    AbsenceView {
        absence: entry.id.to_string(),
        kind: entry.kind.map(AbsenceKind::word),
        first_day: entry.days.map(|(first, _)| written(first)),
        last_day: entry.days.map(|(_, last)| written(last)),
        asked_since: entry.asked_since.map(|(first, last)| (written(first), written(last))),
        state: entry.state.code(),
        counts: entry.state.counts(),
        waits: entry.waits(),
        own: entry.is_own(),
        vacation_days: entry.vacation_days,
        sickness: sickness.map(|sickness| SicknessView {
            certificate: entry.certificate.word(),
            certificate_day: entry.certificate.day().map(written),
            certificate_due: match sickness.certificate {
                CertificateState::Missing { due } => Some(written(due)),
                CertificateState::NotNeeded | CertificateState::Held { .. } => None,
            },
            same_illness_as: entry.same_illness_as.map(|id| id.to_string()),
            paid_from: sickness.pay.map(|pay| written(pay.from)),
            paid_to: sickness.pay.map(|pay| written(pay.to)),
            days_used_before: sickness.pay.map(|pay| pay.used),
            waiting_period: sickness.pay.map(|pay| pay.waited),
            beyond_six_weeks: sickness.pay.map(|pay| pay.beyond),
        }),
        note: entry.note,
        reason: entry.reason,
        disputed: entry.disputed,
    }
}

/// The absences of a person between two days.
#[utoipa::path(get, path = "/v1/people/{person}/absences", tag = "absences", params(
    ("person" = String, Path), Between,
), responses(
    (status = 200, body = AbsencesView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order"),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Asked(between): Asked<Between>,
) -> Result<Json<AbsencesView>, ApiError> {
    let absences = app
        .office()
        .read(move |turn| {
            let days = (day(&between.from)?, day(&between.to)?);
            at_desk::may_read(turn, &caller, &DocumentId::wishes(person, Month::of(days.0)))?;
            if days.1 < days.0 || (days.1 - days.0).num_days() > 3_700 {
                return Err(Refusal::Malformed("not more than ten years, in order").into());
            }
            at_desk::look(turn, &caller, |acting| {
                let sick = acting.sicknesses_of(person, days)?;
                let all = acting.absences_between(person, days.0, days.1)?;
                Ok(all
                    .into_iter()
                    .map(|entry| {
                        let sickness = sick.iter().find(|one| one.entry.id == entry.id);
                        view(entry, sickness)
                    })
                    .collect())
            })
        })
        .await?;
    Ok(Json(AbsencesView { person: person.to_string(), absences }))
}

/// Ask for an absence, or report one: the person's own.
#[utoipa::path(post, path = "/v1/people/{person}/absence-requests", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewRequest, responses(
    (status = 201, body = WrittenView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 422, body = ErrorBody,
        description = "malformed, wrong_order, absence_too_long, wrong_kind"),
), security(("bearer" = [])))]
async fn request(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewRequest>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::wishes(person, today(turn.now_ms).1))?;
            let absence = NewAbsence {
                kind: kind(&new.kind)?,
                first: day(&new.first_day)?,
                last: day(&new.last_day)?,
                note: new.note,
                certificate: new
                    .certificate
                    .as_ref()
                    .map(certificate)
                    .transpose()?
                    .unwrap_or_default(),
                same_illness_as: new.same_illness_as.as_deref().map(id).transpose()?,
                vacation_days: new.vacation_days,
            };
            at_desk::act(turn, &caller, |acting| acting.request_absence(&absence))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// Change an own absence: longer, shorter, a certificate.
#[utoipa::path(post, path = "/v1/people/{person}/absence-requests/{absence}/change",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewChange, responses(
    (status = 204),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_order, absence_too_long"),
), security(("bearer" = [])))]
async fn change(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewChange>,
) -> Result<StatusCode, ApiError> {
    app.office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::wishes(person, today(turn.now_ms).1))?;
            let change = AbsenceChange {
                first: new.first_day.as_deref().map(day).transpose()?,
                last: new.last_day.as_deref().map(day).transpose()?,
                note: new.note,
                certificate: new.certificate.as_ref().map(certificate).transpose()?,
                same_illness_as: None,
            };
            at_desk::act(turn, &caller, |acting| {
                at_desk::or_so_already(acting.change_absence(absence, &change))
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Withdraw an own absence. A granted one counts until the employer agrees.
#[utoipa::path(post, path = "/v1/people/{person}/absence-requests/{absence}/withdrawal",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = Withdrawal, responses(
    (status = 204),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn withdraw(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<Withdrawal>,
) -> Result<StatusCode, ApiError> {
    app.office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::wishes(person, today(turn.now_ms).1))?;
            at_desk::act(turn, &caller, |acting| {
                at_desk::or_so_already(acting.withdraw_absence(absence, new.withdrawn))
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Enter an absence for a person, with a reason.
#[utoipa::path(post, path = "/v1/people/{person}/absences", tag = "absences", params(
    ("person" = String, Path),
), request_body = NewEntered, responses(
    (status = 201, body = WrittenView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 422, body = ErrorBody,
        description = "malformed, reason_needed, wrong_order, absence_too_long"),
), security(("bearer" = [])))]
async fn enter(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<NewEntered>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            let absence = EnteredAbsence {
                kind: kind(&new.kind)?,
                first: day(&new.first_day)?,
                last: day(&new.last_day)?,
                reason: new.reason,
                vacation_days: new.vacation_days,
            };
            at_desk::act(turn, &caller, |acting| acting.enter_absence(person, &absence))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// Grant or decline.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/decision",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewDecision, responses(
    (status = 201, body = WrittenView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 409, body = ErrorBody, description = "not_now"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed, wrong_kind"),
), security(("bearer" = [])))]
async fn decide(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewDecision>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            let decision = AbsenceDecision {
                granted: new.granted,
                reason: new.reason,
                kind: new.kind.as_deref().map(kind).transpose()?,
                vacation_days: new.vacation_days,
            };
            at_desk::act(turn, &caller, |acting| acting.decide_absence(person, absence, &decision))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// Take a decision or an entered absence back.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/taking-back",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = TakingBack, responses(
    (status = 201, body = WrittenView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
), security(("bearer" = [])))]
async fn take_back(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<TakingBack>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            at_desk::act(turn, &caller, |acting| {
                acting.take_absence_back(person, absence, &new.reason)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// Note what is known of a certificate of sickness.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/certificate",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewCertificate, responses(
    (status = 201, body = WrittenView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_kind"),
), security(("bearer" = [])))]
async fn certify(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewCertificate>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            let certificate = certificate(&new)?;
            at_desk::act(turn, &caller, |acting| {
                acting.note_certificate(person, absence, certificate)
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// Note that a sickness is, or is not, the same as an earlier one.
#[utoipa::path(post, path = "/v1/people/{person}/absences/{absence}/same-illness",
tag = "absences", params(
    ("person" = String, Path), ("absence" = String, Path),
), request_body = NewIllness, responses(
    (status = 201, body = WrittenView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
    (status = 422, body = ErrorBody, description = "malformed, wrong_kind"),
), security(("bearer" = [])))]
async fn same_illness(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, absence)): Ids<(PersonId, EventId)>,
    Input(new): Input<NewIllness>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::answers(person, today(turn.now_ms).1))?;
            let earlier = new.earlier.as_deref().map(id).transpose()?;
            at_desk::act(turn, &caller, |acting| acting.note_same_illness(person, absence, earlier))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}
