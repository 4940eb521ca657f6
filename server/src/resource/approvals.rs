//! Approving a month or single days, reopening, and the statements that were
//! approved.

use super::pay_view::MonthPayView;
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

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview, preview_with_terms))
        .routes(routes!(approve))
        .routes(routes!(reopen))
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
        (status = 409, body = ErrorBody,
            description = "no_contract, purged, unsettled_shifts, findings, open_proposals"),
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
        (status = 409, body = ErrorBody,
            description = "no_contract, purged, unsettled_shifts, findings, open_proposals, \
                whole_month_approved"),
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
        (status = 409, body = ErrorBody, description = "statement_changed, nothing_to_approve, \
            no_contract, purged, unsettled_shifts, findings, open_proposals, \
            whole_month_approved"),
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
                let (standing, _) = acting.standing_with_pay(person, month)?;
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
            at_desk::write(turn, &caller, &DocumentId::review(person, month), |acting| {
                acting.reopen(person, month, &why.reason)
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
