//! Approving a month or single days, reopening, lines entered by hand, and the
//! statements that were approved.

use super::corrections::WrittenView;
use super::month_view::MonthPayView;
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::{OfficeError, Refusal};
use crate::input::{Ids, Input};
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::{Caller, SignedIn};
use assistenz_core::app::{self, ApprovalTerms};
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::log::Role;
use assistenz_core::money::Cents;
use assistenz_core::pay::hand_entered::{Entered, HandEntered, Treatment};
use assistenz_core::record::cbor::Hash32;
use assistenz_core::record::month_state::MonthState;
use assistenz_core::record::statement::Statement;
use assistenz_core::time::Month;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What an approval is to say.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermsOfApproval {
    /// Only the shifts that count on these local days; none for the month.
    #[schema(value_type = Vec<String>)]
    #[serde(default)]
    pub days: Vec<NaiveDate>,
    /// Proposals that count over silence or objection.
    #[serde(default)]
    pub over: Vec<OverObjection>,
}

/// A proposal that is to count although the assistant did not agree.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OverObjection {
    /// The proposal.
    #[schema(value_type = String)]
    pub proposal: EventId,
    /// Why.
    pub reason: String,
}

/// An approval of exactly what was shown.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewApproval {
    /// SHA-256 of the statement that was shown, in hexadecimal digits.
    #[schema(value_type = String)]
    pub statement_sha256: Hash32,
    /// Only the shifts that count on these local days; none for the month.
    #[schema(value_type = Vec<String>)]
    #[serde(default)]
    pub days: Vec<NaiveDate>,
    /// Proposals that count over silence or objection.
    #[serde(default)]
    pub over: Vec<OverObjection>,
}

/// What would be approved.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalPreview {
    /// SHA-256 of `statement`, in hexadecimal digits.
    pub statement_sha256: String,
    /// The statement's canonical bytes, as text.
    pub statement: String,
    /// What it is worth.
    pub pay: MonthPayView,
    /// Codes of what the law and the pay warn of.
    pub warnings: Vec<String>,
}

/// What was approved.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovedView {
    /// The approval's id.
    pub approval: String,
    /// SHA-256 of the statement, in hexadecimal digits.
    pub statement_sha256: String,
}

/// A statement in force.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatementView {
    /// The approval's id.
    pub approval: String,
    /// SHA-256 of `statement`, in hexadecimal digits.
    pub statement_sha256: String,
    /// The statement's canonical bytes, as text.
    pub statement: String,
}

/// A reason.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Why.
    pub reason: String,
}

/// A line of pay entered by hand: an amount, or a count with a price.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPayLine {
    /// `expenses`, `mileage`, `bonus`, `advance`, `lump_standby`, or the office's own word.
    pub word: String,
    /// An amount; negative to take back.
    #[serde(default)]
    pub amount_cents: Option<i64>,
    /// A count in hundredths of a piece or kilometre.
    #[serde(default)]
    pub count_hundredths: Option<i64>,
    /// For a whole piece or kilometre.
    #[serde(default)]
    pub each_cents: Option<i64>,
    /// Wage, liable in full; else reimbursement, free in every column.
    pub liable: bool,
    /// Why.
    pub reason: String,
    /// The cost centre, if not the contract's.
    #[serde(default)]
    pub cost_centre: Option<String>,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview, preview_with_terms))
        .routes(routes!(approve))
        .routes(routes!(reopen))
        .routes(routes!(enter_line))
        .routes(routes!(remove_line))
        .routes(routes!(statements))
}

fn terms(days: Vec<NaiveDate>, over: Vec<OverObjection>) -> ApprovalTerms {
    ApprovalTerms { days, over: over.into_iter().map(|one| (one.proposal, one.reason)).collect() }
}

fn text_of(statement: &Statement) -> String {
    // Canonical bytes are JSON.
    String::from_utf8(statement.to_bytes()).expect("JSON is UTF-8")
}

fn shown(
    turn: &mut Turn<'_>,
    caller: &Caller,
    (person, month): (PersonId, Month),
    terms: &ApprovalTerms,
) -> Result<ApprovalPreview, OfficeError> {
    at_desk::may_write(turn, caller, &DocumentId::review(person, month))?;
    at_desk::look(turn, caller, |acting| {
        let (statement, reckoning) = acting.statement_of(person, month, terms)?;
        Ok(ApprovalPreview {
            statement_sha256: statement.hash().to_string(),
            statement: text_of(&statement),
            pay: MonthPayView::from(&reckoning.pay),
            warnings: statement.warnings,
        })
    })
}

/// What would be approved now, as a whole and without objections.
#[utoipa::path(
    get,
    path = "/v1/people/{person}/months/{month}/approval-preview",
    tag = "approvals",
    params(("person" = String, Path), ("month" = String, Path, description = "2026-10")),
    responses(
        (status = 200, body = ApprovalPreview),
        (status = 401, body = ErrorBody, description = "not_signed_in"),
        (status = 403, body = ErrorBody, description = "no_right"),
        (status = 404, body = ErrorBody, description = "not_found"),
        (status = 409, body = ErrorBody,
            description = "no_contract, purged, unsettled_shifts, findings, open_proposals, newer_version"),
    ),
    security(("bearer" = []))
)]
async fn preview(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(of): Ids<(PersonId, Month)>,
) -> Result<Json<ApprovalPreview>, ApiError> {
    let none = ApprovalTerms::default();
    Ok(Json(app.office().read(move |turn| shown(turn, &caller, of, &none)).await?))
}

/// What would be approved with these terms.
#[utoipa::path(
    post,
    path = "/v1/people/{person}/months/{month}/approval-preview",
    tag = "approvals",
    params(("person" = String, Path), ("month" = String, Path, description = "2026-10")),
    request_body = TermsOfApproval,
    responses(
        (status = 200, body = ApprovalPreview),
        (status = 401, body = ErrorBody, description = "not_signed_in"),
        (status = 403, body = ErrorBody, description = "no_right"),
        (status = 404, body = ErrorBody, description = "not_found"),
        (status = 409, body = ErrorBody,
            description = "no_contract, purged, unsettled_shifts, findings, open_proposals, newer_version"),
        (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
    ),
    security(("bearer" = []))
)]
async fn preview_with_terms(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(of): Ids<(PersonId, Month)>,
    Input(new): Input<TermsOfApproval>,
) -> Result<Json<ApprovalPreview>, ApiError> {
    let terms = terms(new.days, new.over);
    Ok(Json(app.office().read(move |turn| shown(turn, &caller, of, &terms)).await?))
}

/// Approve exactly the statement that was shown.
#[utoipa::path(
    post,
    path = "/v1/people/{person}/months/{month}/approvals",
    tag = "approvals",
    params(("person" = String, Path), ("month" = String, Path, description = "2026-10")),
    request_body = NewApproval,
    responses(
        (status = 201, body = ApprovedView),
        (status = 401, body = ErrorBody, description = "not_signed_in"),
        (status = 403, body = ErrorBody, description = "no_right"),
        (status = 404, body = ErrorBody, description = "not_found"),
        (status = 409, body = ErrorBody, description = "statement_changed, nothing_to_approve, \
            no_contract, purged, unsettled_shifts, findings, open_proposals, newer_version"),
        (status = 413, body = ErrorBody, description = "too_long: approve single days"),
        (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
    ),
    security(("bearer" = []))
)]
async fn approve(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
    Input(new): Input<NewApproval>,
) -> Result<(StatusCode, Json<ApprovedView>), ApiError> {
    let approved = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::review(person, month))?;
            let (shown, terms) = (new.statement_sha256, terms(new.days, new.over));
            // In one transaction with the approval: nothing can come in between.
            let now = at_desk::look(turn, &caller, |acting| {
                let standing = acting.standing_of(person, month)?;
                let sent_again = standing.state == MonthState::Approved
                    && standing.approvals.iter().any(|(_, one)| one.statement == shown);
                if sent_again {
                    return Err(app::Refusal::NothingToApprove.into());
                }
                Ok(acting.statement_of(person, month, &terms)?.0.hash())
            })?;
            if now != shown {
                return Err(Refusal::StatementChanged.into());
            }
            at_desk::act(turn, &caller, |acting| acting.approve(person, month, &terms))
        })
        .await?;
    let view = ApprovedView {
        approval: approved.approval.to_string(),
        statement_sha256: approved.hash.to_string(),
    };
    Ok((StatusCode::CREATED, Json(view)))
}

/// Reopen an approved month. What was approved stays payable until a new
/// approval replaces it.
#[utoipa::path(
    post,
    path = "/v1/people/{person}/months/{month}/reopening",
    tag = "approvals",
    params(("person" = String, Path), ("month" = String, Path, description = "2026-10")),
    request_body = Reason,
    responses(
        (status = 204, description = "Reopened"),
        (status = 401, body = ErrorBody, description = "not_signed_in"),
        (status = 403, body = ErrorBody, description = "no_right"),
        (status = 404, body = ErrorBody, description = "not_found"),
        (status = 409, body = ErrorBody, description = "not_approved"),
        (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
    ),
    security(("bearer" = []))
)]
async fn reopen(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
    Input(why): Input<Reason>,
) -> Result<StatusCode, ApiError> {
    app.office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::review(person, month))?;
            at_desk::act(turn, &caller, |acting| acting.reopen(person, month, &why.reason))
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Enter a line of pay by hand.
#[utoipa::path(
    post,
    path = "/v1/people/{person}/months/{month}/pay-lines",
    tag = "approvals",
    params(("person" = String, Path), ("month" = String, Path, description = "2026-10")),
    request_body = NewPayLine,
    responses(
        (status = 201, body = WrittenView),
        (status = 401, body = ErrorBody, description = "not_signed_in"),
        (status = 403, body = ErrorBody, description = "no_right"),
        (status = 404, body = ErrorBody, description = "not_found"),
        (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
    ),
    security(("bearer" = []))
)]
async fn enter_line(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
    Input(new): Input<NewPayLine>,
) -> Result<(StatusCode, Json<WrittenView>), ApiError> {
    let id = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::review(person, month))?;
            let line = line_of(new)?;
            at_desk::act(turn, &caller, |acting| acting.enter_line(person, month, &line))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(WrittenView { id: id.to_string() })))
}

/// A million euros: a slip of the keyboard, and a bound for exact arithmetic.
const MOST_CENTS: i64 = 100_000_000;

fn line_of(new: NewPayLine) -> Result<HandEntered, Refusal> {
    let bounded = |value: &i64| (-MOST_CENTS..=MOST_CENTS).contains(value);
    let given = [new.amount_cents, new.count_hundredths, new.each_cents];
    if !given.iter().flatten().all(bounded) {
        return Err(Refusal::Malformed("an amount or a count is too large"));
    }
    let entered = match given {
        [Some(amount), None, None] => Entered::Amount(Cents::new(amount)),
        [None, Some(hundredths), Some(each)] => {
            Entered::Count { hundredths, each: Cents::new(each) }
        }
        _ => return Err(Refusal::Malformed("an amount, or a count and a price for each")),
    };
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if new.word.is_empty() || new.word.len() > 32 || !new.word.chars().all(word) {
        return Err(Refusal::Malformed("a word of a–z, 0–9 and _"));
    }
    Ok(HandEntered {
        id: String::new(),
        word: new.word,
        entered,
        treatment: if new.liable { Treatment::Liable } else { Treatment::Free },
        reason: new.reason,
        cost_centre: new.cost_centre,
        approved: false,
    })
}

/// Take a hand-entered line back. It stays readable.
#[utoipa::path(
    delete,
    path = "/v1/people/{person}/months/{month}/pay-lines/{line}",
    tag = "approvals",
    params(
        ("person" = String, Path), ("month" = String, Path, description = "2026-10"),
        ("line" = String, Path),
    ),
    request_body = Reason,
    responses(
        (status = 204, description = "Taken back"),
        (status = 401, body = ErrorBody, description = "not_signed_in"),
        (status = 403, body = ErrorBody, description = "no_right"),
        (status = 404, body = ErrorBody, description = "not_found, no_such_entry"),
        (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
    ),
    security(("bearer" = []))
)]
async fn remove_line(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month, line)): Ids<(PersonId, Month, EventId)>,
    Input(why): Input<Reason>,
) -> Result<StatusCode, ApiError> {
    app.office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::review(person, month))?;
            at_desk::act(turn, &caller, |acting| {
                acting.remove_line(person, month, line, &why.reason)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The approved statements in force. The payroll office may read these too.
#[utoipa::path(
    get,
    path = "/v1/people/{person}/months/{month}/statements",
    tag = "approvals",
    params(("person" = String, Path), ("month" = String, Path, description = "2026-10")),
    responses(
        (status = 200, body = Vec<StatementView>),
        (status = 401, body = ErrorBody, description = "not_signed_in"),
        (status = 403, body = ErrorBody, description = "no_right"),
        (status = 404, body = ErrorBody, description = "not_found"),
    ),
    security(("bearer" = []))
)]
async fn statements(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
) -> Result<Json<Vec<StatementView>>, ApiError> {
    let found = app
        .office()
        .read(move |turn| {
            let review = DocumentId::review(person, month);
            // Reviews hold drafts of the conversation too; the office of payroll
            // sees only what was approved, of those whose name it may read.
            let payroll = caller.is(Role::PayrollOffice)
                && at_desk::can_read(turn, &caller, &DocumentId::person(person))?;
            if !payroll {
                at_desk::may_read(turn, &caller, &review)?;
            }
            at_desk::look(turn, &caller, |acting| {
                let standing = acting.standing_of(person, month)?;
                let document = acting.document(review)?;
                let mut found = Vec::new();
                for (id, approval) in standing.approvals {
                    if let Ok(statement) = Statement::of_approval(&document, &approval) {
                        found.push(StatementView {
                            approval: id.to_string(),
                            statement_sha256: approval.statement.to_string(),
                            statement: text_of(&statement),
                        });
                    }
                }
                Ok(found)
            })
        })
        .await?;
    Ok(Json(found))
}
