//! Lines of pay that a person enters by hand.

use super::approvals::Reason;
use super::corrections::{Created, WrittenView, created};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::money::Cents;
use assistenz_core::pay::hand_entered::{Entered, HandEntered, Treatment};
use assistenz_core::time::Month;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

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
    OpenApiRouter::new().routes(routes!(enter_line)).routes(routes!(remove_line))
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
        (status = 422, body = ErrorBody, description = "malformed, reason_needed"),
    ),
    security(("bearer" = []))
)]
async fn enter_line(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((person, month)): Ids<(PersonId, Month)>,
    Input(new): Input<NewPayLine>,
) -> Result<Created, ApiError> {
    let (review, read) = (DocumentId::review(person, month), move || line_of(new));
    let id = at_desk::write_one(app.office(), caller, review, read, move |acting, line| {
        acting.enter_line(person, month, &line)
    })
    .await?;
    Ok(created(id))
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
    let review = DocumentId::review(person, month);
    at_desk::write_one(app.office(), caller, review, at_desk::as_it_is, move |acting, ()| {
        acting.remove_line(person, month, line, &why.reason)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}
