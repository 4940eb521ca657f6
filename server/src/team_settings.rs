//! What a team has settled for itself, kept as JSON in its document: the
//! payroll office and the days that matter. A word that this version does not
//! know stays as it is.

use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::DocumentId;
use assistenz_core::payroll::settings::OfficeSettings;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What the payroll office wants.
pub(crate) const PAYROLL: &str = "payroll";
/// The day of the month until which the payroll office needs the files.
pub const CUT_OFF_DAY: &str = "cut_off_day";
/// The day of the month on which pay is due.
pub const PAY_DAY: &str = "pay_day";

/// All of it, by word; nothing while there are two values.
///
/// # Errors
///
/// The record's.
pub fn all(acting: &mut Acting<'_>) -> Result<Map<String, Value>, AppError> {
    let told = acting.team_field("settings")?.unwrap_or_default();
    Ok(serde_json::from_str(&told).unwrap_or_default())
}

/// What the payroll office wants, as far as the pen sees.
///
/// # Errors
///
/// The record's.
pub fn payroll(acting: &mut Acting<'_>) -> Result<Option<OfficeSettings>, AppError> {
    let told = all(acting)?.remove(PAYROLL);
    Ok(told.and_then(|settings| serde_json::from_value(settings).ok()))
}

/// A day of the month, 1 to 31.
///
/// # Errors
///
/// The record's.
pub fn day(acting: &mut Acting<'_>, word: &str) -> Result<Option<u32>, AppError> {
    let told = all(acting)?.get(word).and_then(Value::as_u64);
    Ok(told.and_then(|day| u32::try_from(day).ok()).filter(|day| (1..=31).contains(day)))
}

/// Says what the payroll office wants.
///
/// # Errors
///
/// [`Refusal::NoRight`]; [`Refusal::Export`] with everything that is wrong.
pub fn put_payroll(
    turn: &mut Turn<'_>,
    caller: &Caller,
    settings: &OfficeSettings,
) -> Result<(), OfficeError> {
    if let Err(wrong) = settings.validate() {
        let detail: Vec<String> = wrong.iter().map(ToString::to_string).collect();
        let code = "payroll_settings";
        return Err(Refusal::Export { code, detail: detail.join("; ") }.into());
    }
    let settings = serde_json::to_value(settings).expect("settings are plain data");
    put(turn, caller, vec![(PAYROLL, Some(settings))])
}

/// Sets words, or takes them out.
///
/// # Errors
///
/// [`Refusal::NoRight`]; the record's.
pub fn put(
    turn: &mut Turn<'_>,
    caller: &Caller,
    words: Vec<(&'static str, Option<Value>)>,
) -> Result<(), OfficeError> {
    at_desk::may_write(turn, caller, &DocumentId::team())?;
    at_desk::act(turn, caller, |acting| {
        let mut all = all(acting)?;
        for (word, value) in words {
            match value {
                Some(value) => all.insert(word.to_owned(), value),
                None => all.remove(word),
            };
        }
        let text = Value::Object(all).to_string();
        acting.put_team(&BTreeMap::from([("settings".to_owned(), text)]))
    })
}
