//! People: name and contact. Who is a member in which role stands in `members`.

use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::document::{DocumentId, PersonId};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Name and contact. A field that is not there, or has two values, is null;
/// one that is not sent stays as it is.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PersonFields {
    /// Full name.
    pub name: Option<String>,
    /// How the person is called.
    pub called: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Language of pages and letters: `de`, `en`, `de-simple`.
    pub language: Option<String>,
    /// Number at the payroll office.
    pub personnel_number: Option<String>,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(look, set))
}

/// A person.
#[utoipa::path(get, path = "/v1/people/{person}", tag = "people", params(
    ("person" = String, Path),
), responses(
    (status = 200, body = PersonFields),
), security(("bearer" = [])))]
async fn look(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
) -> Result<Json<PersonFields>, ApiError> {
    let fields = app
        .office()
        .read(move |turn| {
            at_desk::read(turn, &caller, &DocumentId::person(person), |acting| {
                Ok(PersonFields {
                    name: acting.person_field(person, "name")?,
                    called: acting.person_field(person, "called")?,
                    phone: acting.person_field(person, "phone")?,
                    email: acting.person_field(person, "email")?,
                    address: acting.person_field(person, "address")?,
                    language: acting.person_field(person, "language")?,
                    personnel_number: acting.person_field(person, "personnel_number")?,
                })
            })
        })
        .await?;
    Ok(Json(fields))
}

/// Set fields of a person.
#[utoipa::path(put, path = "/v1/people/{person}", tag = "people", params(
    ("person" = String, Path),
), request_body = PersonFields, responses(
    (status = 204, description = "Written"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn set(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(new): Input<PersonFields>,
) -> Result<StatusCode, ApiError> {
    let fields: BTreeMap<String, String> = [
        ("name", new.name),
        ("called", new.called),
        ("phone", new.phone),
        ("email", new.email),
        ("address", new.address),
        ("language", new.language),
        ("personnel_number", new.personnel_number),
    ]
    .into_iter()
    .filter_map(|(field, text)| Some((field.to_owned(), text?)))
    .collect();
    app.office()
        .write(move |turn| {
            at_desk::write(turn, &caller, &DocumentId::person(person), |acting| {
                acting.put_person(person, &fields)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
