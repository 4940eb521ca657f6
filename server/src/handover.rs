//! The hand-over to payroll at the office: what went out, the same bytes
//! again, and who has collected them. No file is kept: it is made again from
//! the log as it was, with the settings of that time, and compared with the
//! SHA-256 that was signed.

use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::resource::payroll::{handover, may_see};
use crate::sign_in::Caller;
use crate::team_settings;
use assistenz_core::app::handover::Export;
use assistenz_core::app::questions::Asked;
use assistenz_core::ledger::Position;
use assistenz_core::log::Role;
use assistenz_core::payroll::cover::CoverQuestion;
use assistenz_core::payroll::{self, ExportFile, ExportSet, Purpose};
use assistenz_core::time::{Minute, Month};
use chrono_tz::Europe::Berlin;

/// The name of an export: its position in the log, `1-42`.
#[must_use]
pub fn name_of(at: Position) -> String {
    format!("{}-{}", at.epoch, at.seq)
}

/// The exports of the team, in order; with `paid_in` only those of this month.
///
/// # Errors
///
/// The disk's.
pub fn exports(
    turn: &mut Turn<'_>,
    caller: &Caller,
    paid_in: Option<Month>,
) -> Result<Vec<Export>, OfficeError> {
    at_desk::look(turn, caller, |acting| acting.exports(paid_in))
}

/// Hands a month over: all files or none, signed into the log.
///
/// # Errors
///
/// [`Refusal::NoRight`], [`Refusal::NoPayrollSettings`], [`Refusal::Export`].
pub fn make(turn: &mut Turn<'_>, caller: &Caller, month: Month) -> Result<Export, OfficeError> {
    at_desk::may_write(turn, caller, &handover(month)?)?;
    let (settings, handover) = at_desk::look(turn, caller, |acting| {
        Ok((team_settings::payroll(acting)?, acting.handover(month)?))
    })?;
    let settings = settings.ok_or(Refusal::NoPayrollSettings)?;
    let set = payroll::export(&handover.input(&settings, Purpose::Final))?;
    let record = handover.record(settings.program.word(), &set);
    journal::office(turn, caller.team(), record)?;
    let made = exports(turn, caller, Some(month))?.pop();
    made.ok_or(OfficeError::Inconsistent("an export that was signed is not there"))
}

/// The files of an export and its cover sheet, made again from the log as it was.
///
/// # Errors
///
/// [`Refusal::ExportDiffers`] if they are not what went out: what they rest on
/// may have left when its retention ended.
pub fn again(
    turn: &mut Turn<'_>,
    caller: &Caller,
    export: &Export,
) -> Result<ExportSet, OfficeError> {
    let (settings, handover) = at_desk::look_as_of(turn, caller, export.at, |acting| {
        Ok((team_settings::payroll(acting)?, acting.handover_again(export)?))
    })?;
    let settings = settings.ok_or(Refusal::ExportDiffers)?;
    let set = match payroll::export(&handover.input(&settings, Purpose::Final)) {
        Ok(set) => set,
        Err(error) => match OfficeError::from(error) {
            OfficeError::Refused(_) => return Err(Refusal::ExportDiffers.into()),
            fault => return Err(fault),
        },
    };
    let same = set.files.len() == export.files.len()
        && set
            .files
            .iter()
            .all(|file| export.files.iter().any(|(_, hash)| hex::encode(hash.0) == file.sha256));
    if same { Ok(set) } else { Err(Refusal::ExportDiffers.into()) }
}

/// The export of this name that the caller may see.
///
/// # Errors
///
/// [`Refusal::NotFound`], [`Refusal::NoRight`].
pub fn find(turn: &mut Turn<'_>, caller: &Caller, name: &str) -> Result<Export, OfficeError> {
    may_see(turn, caller)?;
    let found = exports(turn, caller, None)?.into_iter().find(|one| name_of(one.at) == name);
    Ok(found.ok_or(Refusal::NotFound)?)
}

/// A file of an export, byte for byte as it went out. That the payroll office
/// fetches it is noted, so this needs a writing turn.
///
/// # Errors
///
/// [`Refusal::NotFound`], [`Refusal::NoRight`], [`Refusal::ExportDiffers`].
pub fn fetch(
    turn: &mut Turn<'_>,
    caller: &Caller,
    name: &str,
    sha256: &str,
) -> Result<ExportFile, OfficeError> {
    let export = find(turn, caller, name)?;
    if !export.files.iter().any(|(_, hash)| hex::encode(hash.0) == sha256) {
        return Err(Refusal::NotFound.into());
    }
    let files = again(turn, caller, &export)?.files;
    let file = files.into_iter().find(|file| file.sha256 == sha256);
    let file = file.ok_or(Refusal::ExportDiffers)?;
    if caller.is(Role::PayrollOffice) && collected(turn, caller, &export)?.is_none() {
        let now = turn.now_ms.to_be_bytes();
        turn.ledger.put_note(caller.team(), &note_of(&export), &now)?;
    }
    Ok(file)
}

/// The questions about the month of an export that wait for an answer now.
///
/// # Errors
///
/// The record's.
pub fn open_questions(
    turn: &mut Turn<'_>,
    caller: &Caller,
    export: &Export,
) -> Result<Vec<CoverQuestion>, OfficeError> {
    at_desk::look(turn, caller, |acting| {
        let mut open = Vec::new();
        for question in acting.questions(export.month)?.into_iter().filter(Asked::is_open) {
            let name = match question.person {
                Some(person) => acting.person_field(person, "name")?,
                None => None,
            };
            let asked_on = Minute::floor_ms(question.asked_ms).day(Berlin);
            open.push(CoverQuestion { name, asked_on, text: question.text });
        }
        Ok(open)
    })
}

/// When the payroll office fetched a file of this export first, in ms since 1970.
///
/// # Errors
///
/// The disk's.
pub fn collected(
    turn: &mut Turn<'_>,
    caller: &Caller,
    export: &Export,
) -> Result<Option<i64>, OfficeError> {
    let kept = turn.ledger.note(caller.team(), &note_of(export))?;
    Ok(kept.and_then(|bytes| Some(i64::from_be_bytes(bytes.try_into().ok()?))))
}

fn note_of(export: &Export) -> String {
    format!("payroll/collected/{}", name_of(export.at))
}
