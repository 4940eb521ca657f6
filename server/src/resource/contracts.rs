//! Contracts (Arbeitsverträge): dated versions; earlier ones stay.

use super::corrections::{Created, WrittenView, created};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::input::{Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::{DocumentId, PersonId};
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// One version of a contract.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContractView {
    /// Its id in the record.
    pub id: String,
    /// The first day it holds, `2026-01-01`.
    pub valid_from: String,
    /// All terms, in the words of the contract format; amounts in cents,
    /// working time in minutes.
    #[schema(value_type = Object)]
    pub terms: ContractVersion,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, put))
}

/// A person's contract versions, oldest first.
#[utoipa::path(get, path = "/v1/people/{person}/contracts", tag = "contracts", params(
    ("person" = String, Path),
), responses(
    (status = 200, body = Vec<ContractView>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
) -> Result<Json<Vec<ContractView>>, ApiError> {
    let document = DocumentId::contract(person);
    let versions =
        at_desk::read_one(app.office(), caller, document, move |acting| acting.contract_of(person))
            .await?;
    let view = |terms: ContractVersion| ContractView {
        id: terms.id.clone(),
        valid_from: terms.valid_from.to_string(),
        terms,
    };
    Ok(Json(versions.into_iter().map(view).collect()))
}

/// Put a version down. It holds from its first day until the next one does.
#[utoipa::path(post, path = "/v1/people/{person}/contracts", tag = "contracts", params(
    ("person" = String, Path),
), request_body(
    content = Object, description = "The terms, as in `terms` above; `id` is given by the office"
), responses(
    (status = 201, body = WrittenView),
    (status = 422, body = ErrorBody, description = "malformed, contract"),
), security(("bearer" = [])))]
async fn put(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(person): Ids<PersonId>,
    Input(terms): Input<Value>,
) -> Result<Created, ApiError> {
    let (document, read) = (DocumentId::contract(person), move || version_of(terms));
    let id = at_desk::write_one(app.office(), caller, document, read, move |acting, version| {
        acting.put_contract(person, &version)
    })
    .await?;
    Ok(created(id))
}

fn version_of(mut terms: Value) -> Result<ContractVersion, Refusal> {
    let malformed = Refusal::Malformed("not the terms of a contract");
    let fields = terms.as_object_mut().ok_or(malformed.clone())?;
    // The record gives the id.
    fields.insert("id".to_owned(), Value::from("new"));
    serde_json::from_value(terms).map_err(|_| malformed)
}
