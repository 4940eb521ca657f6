//! Exports: what would go to the payroll office, what went, and the same bytes again.

use super::payroll::may_see;
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::Refusal;
use crate::handover;
use crate::input::{Asked, Ids, Input};
use crate::routes::App;
use crate::sign_in::SignedIn;
use crate::team_settings;
use assistenz_core::app::handover::Export;
use assistenz_core::log::Topic;
use assistenz_core::payroll::problem::{Problem, Severity};
use assistenz_core::payroll::{self, Purpose};
use assistenz_core::time::Month;
use assistenz_core::words::{Language, Value, say};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// In which language sentences are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields, default)]
pub struct Wanted {
    /// `de`, `en` or `de-simple`.
    #[param(value_type = Option<String>)]
    pub language: Language,
}

/// What would go out, and what stands in its way.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportPreview {
    /// The month in which it is paid.
    pub month: String,
    /// Whether the files can be written.
    pub clear: bool,
    /// Whether more than one source describes the program's layout.
    pub verified: bool,
    /// What is wrong with the settings.
    pub settings: Vec<String>,
    /// Problems, the refusing ones first.
    pub problems: Vec<ProblemView>,
    /// Lines of pay that are new.
    pub lines: usize,
    /// Rows of the files.
    pub rows: usize,
    /// Lines that somebody enters by hand.
    pub by_hand: usize,
}

/// A problem as two sentences.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemView {
    /// One stable word.
    pub code: &'static str,
    /// Whether it stops the export.
    pub refuses: bool,
    /// Whom it is about.
    pub person: Option<String>,
    /// What is wrong.
    pub sentence: String,
    /// What to do.
    pub todo: String,
}

/// Which month is to be handed over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewExport {
    /// The month in which is paid, `2026-10`.
    #[schema(value_type = String)]
    pub month: Month,
}

/// An export that went out.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportView {
    /// Its position in the log, `1-42`.
    pub export: String,
    /// The month paid.
    pub month: String,
    /// The payroll program.
    pub program: String,
    /// Its files.
    pub files: Vec<FileView>,
    /// The approved statements it rests on.
    pub statements: Vec<UsedStatement>,
}

/// A file of an export.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// SHA-256, in hexadecimal digits: the address to download it.
    pub sha256: String,
}

/// A statement that went out.
#[derive(Debug, Serialize, ToSchema)]
pub struct UsedStatement {
    /// Whose.
    pub person: String,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview))
        .routes(routes!(list, make))
        .routes(routes!(download))
}

fn view(export: &Export) -> ExportView {
    ExportView {
        export: handover::name_of(export.at),
        month: export.month.to_string(),
        program: export.program.clone(),
        files: export
            .files
            .iter()
            .map(|(name, hash)| FileView { name: name.clone(), sha256: hex::encode(hash.0) })
            .collect(),
        statements: export
            .statements
            .iter()
            .map(|(person, hash)| UsedStatement {
                person: person.to_string(),
                sha256: hex::encode(hash.0),
            })
            .collect(),
    }
}

fn sentences(problem: Problem, language: Language) -> ProblemView {
    let words = problem.what.words();
    let values: Vec<(&str, Value<'_>)> =
        words.iter().map(|(name, text)| (*name, Value::Text(text))).collect();
    ProblemView {
        code: problem.what.code(),
        refuses: problem.severity == Severity::Refuses,
        sentence: say(language, &problem.what.problem_key(), &values),
        todo: say(language, &problem.what.todo_key(), &values),
        person: problem.person,
    }
}

/// What would go out for a month now, with every problem as a sentence.
#[utoipa::path(get, path = "/v1/export-previews/{month}", tag = "exports", params(
    ("month" = String, Path, description = "2026-10"), Wanted,
), responses(
    (status = 200, body = ExportPreview),
    (status = 409, body = ErrorBody, description = "no_payroll_settings"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn preview(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids(month): Ids<Month>,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<ExportPreview>, ApiError> {
    caller.employer_or(Topic::Payroll)?;
    let view = app
        .office()
        .read(move |turn| {
            let (settings, would) = at_desk::look(turn, &caller, |acting| {
                Ok((team_settings::payroll(acting)?, acting.handover(month)?))
            })?;
            let settings = settings.ok_or(Refusal::NoPayrollSettings)?;
            let found = payroll::preview(&would.input(&settings, Purpose::Final));
            Ok(ExportPreview {
                month: month.to_string(),
                clear: found.is_clear(),
                verified: found.verified,
                settings: found.settings.iter().map(ToString::to_string).collect(),
                lines: found.lines.len(),
                rows: found.rows.len(),
                by_hand: found.hand_lines.len(),
                problems: found
                    .problems
                    .into_iter()
                    .map(|problem| sentences(problem, wanted.language))
                    .collect(),
            })
        })
        .await?;
    Ok(Json(view))
}

/// Every export that went out, in order.
#[utoipa::path(get, path = "/v1/exports", tag = "exports", responses(
    (status = 200, body = Vec<ExportView>),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Vec<ExportView>>, ApiError> {
    let all = app
        .office()
        .read(move |turn| {
            may_see(turn, &caller)?;
            handover::exports(turn, &caller, None)
        })
        .await?;
    Ok(Json(all.iter().map(view).collect()))
}

/// Hand a month over: the export is signed into the log. Only approved
/// statements go out, and of months that went out before only the difference.
#[utoipa::path(post, path = "/v1/exports", tag = "exports", request_body = NewExport, responses(
    (status = 201, body = ExportView),
    (status = 409, body = ErrorBody, description = "no_payroll_settings, payroll_settings, \
        payroll_problems, nothing_to_export, payroll_file_too_large, letters_outside_code_page"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn make(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Input(new): Input<NewExport>,
) -> Result<(StatusCode, Json<ExportView>), ApiError> {
    caller.employer_or(Topic::Payroll)?;
    let made = app.office().write(move |turn| handover::make(turn, &caller, new.month)).await?;
    Ok((StatusCode::CREATED, Json(view(&made))))
}

/// A file of an export, byte for byte as it went out.
#[utoipa::path(get, path = "/v1/exports/{export}/files/{sha256}", tag = "exports", params(
    ("export" = String, Path, description = "1-42"), ("sha256" = String, Path),
), responses(
    (status = 200, content_type = "application/octet-stream", description = "The file"),
    (status = 409, body = ErrorBody, description = "export_differs"),
), security(("bearer" = [])))]
async fn download(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((export, sha256)): Ids<(String, String)>,
) -> Result<impl IntoResponse, ApiError> {
    let file =
        app.office().write(move |turn| handover::fetch(turn, &caller, &export, &sha256)).await?;
    let name = format!("attachment; filename=\"{}\"", file.name);
    let headers = [(CONTENT_TYPE, file.media_type.to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, file.bytes))
}
