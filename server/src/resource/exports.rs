//! Exports: what would go to the payroll office, what went, and the same bytes
//! again. No file is kept: it is made again from the log as it was, with the
//! settings of that time, and compared with the SHA-256 that was signed.

use super::payroll::{handover, may_see};
use crate::at_desk;
use crate::error::{ApiError, ErrorBody};
use crate::fault::{OfficeError, Refusal};
use crate::input::{Asked, Ids, Input};
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::{Caller, SignedIn};
use crate::team_settings;
use assistenz_core::app::handover::Export;
use assistenz_core::ledger::Position;
use assistenz_core::log::Topic;
use assistenz_core::payroll::problem::{Problem, Severity};
use assistenz_core::payroll::{self, ExportFile, Purpose};
use assistenz_core::time::Month;
use assistenz_core::words::{Language, Value, say};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
        export: name_of(export.at),
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

fn name_of(at: Position) -> String {
    format!("{}-{}", at.epoch, at.seq)
}

/// Every export of the team, in order.
fn exports(turn: &mut Turn<'_>, caller: &Caller) -> Result<Vec<Export>, OfficeError> {
    let state = journal::state(turn, caller.team())?;
    let people: Vec<_> = state.members().map(|(person, _)| person).collect();
    at_desk::look(turn, caller, |acting| {
        let mut all = BTreeMap::new();
        for person in people {
            all.extend(acting.exports_of(person)?.into_iter().map(|export| (export.at, export)));
        }
        Ok(all.into_values().collect())
    })
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
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 409, body = ErrorBody, description = "no_payroll_settings, newer_version"),
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
            let (settings, handover) = at_desk::look(turn, &caller, |acting| {
                Ok((team_settings::payroll(acting)?, acting.handover(month)?))
            })?;
            let settings = settings.ok_or(Refusal::NoPayrollSettings)?;
            let found = payroll::preview(&handover.input(&settings, Purpose::Final));
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
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
), security(("bearer" = [])))]
async fn list(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
) -> Result<Json<Vec<ExportView>>, ApiError> {
    let all = app
        .office()
        .read(move |turn| {
            may_see(turn, &caller)?;
            exports(turn, &caller)
        })
        .await?;
    Ok(Json(all.iter().map(view).collect()))
}

/// Hand a month over: the export is signed into the log. Only approved
/// statements go out, and of months that went out before only the difference.
#[utoipa::path(post, path = "/v1/exports", tag = "exports", request_body = NewExport, responses(
    (status = 201, body = ExportView),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 409, body = ErrorBody, description = "no_payroll_settings, payroll_settings, \
        payroll_problems, nothing_to_export, payroll_file_too_large, letters_outside_code_page, \
        newer_version"),
    (status = 422, body = ErrorBody, description = "malformed"),
), security(("bearer" = [])))]
async fn make(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Input(new): Input<NewExport>,
) -> Result<(StatusCode, Json<ExportView>), ApiError> {
    caller.employer_or(Topic::Payroll)?;
    let made = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &handover(new.month)?)?;
            let (settings, handover) = at_desk::look(turn, &caller, |acting| {
                Ok((team_settings::payroll(acting)?, acting.handover(new.month)?))
            })?;
            let settings = settings.ok_or(Refusal::NoPayrollSettings)?;
            let set = payroll::export(&handover.input(&settings, Purpose::Final))?;
            let record = handover.record(settings.program.word(), &set);
            journal::office(turn, caller.team(), record)?;
            let made = exports(turn, &caller)?.pop();
            made.ok_or(OfficeError::Inconsistent("an export that was signed is not there"))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(view(&made))))
}

/// A file of an export, byte for byte as it went out.
#[utoipa::path(get, path = "/v1/exports/{export}/files/{sha256}", tag = "exports", params(
    ("export" = String, Path, description = "1-42"), ("sha256" = String, Path),
), responses(
    (status = 200, content_type = "application/octet-stream", description = "The file"),
    (status = 401, body = ErrorBody, description = "not_signed_in"),
    (status = 403, body = ErrorBody, description = "no_right"),
    (status = 404, body = ErrorBody, description = "not_found"),
    (status = 409, body = ErrorBody, description = "export_differs, no_payroll_settings"),
), security(("bearer" = [])))]
async fn download(
    State(app): State<App>,
    SignedIn(caller): SignedIn,
    Ids((export, sha256)): Ids<(String, String)>,
) -> Result<impl IntoResponse, ApiError> {
    let file = app
        .office()
        .read(move |turn| {
            may_see(turn, &caller)?;
            let all = exports(turn, &caller)?;
            let found = all.into_iter().find(|one| name_of(one.at) == export);
            let found = found.ok_or(Refusal::NotFound)?;
            if !found.files.iter().any(|(_, hash)| hex::encode(hash.0) == sha256) {
                return Err(Refusal::NotFound.into());
            }
            let files = again(turn, &caller, &found)?;
            let file = files.into_iter().find(|file| file.sha256 == sha256);
            Ok(file.ok_or(Refusal::ExportDiffers)?)
        })
        .await?;
    let name = format!("attachment; filename=\"{}\"", file.name);
    let headers = [(CONTENT_TYPE, file.media_type.to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, file.bytes))
}

/// The files of an export, made again from the log as it was.
fn again(
    turn: &mut Turn<'_>,
    caller: &Caller,
    export: &Export,
) -> Result<Vec<ExportFile>, OfficeError> {
    let (settings, handover) = at_desk::look_as_of(turn, caller, export.at, |acting| {
        Ok((team_settings::payroll(acting)?, acting.handover_again(export)?))
    })?;
    let settings = settings.ok_or(Refusal::NoPayrollSettings)?;
    Ok(payroll::export(&handover.input(&settings, Purpose::Final))?.files)
}
