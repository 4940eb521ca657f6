//! Judging what somebody shows to prove who they are.

use crate::credential::{password, recovery};
use crate::door::KeptPassword;
use crate::fault::{OfficeError, Refusal};
use crate::routes::App;
use assistenz_core::document::{PersonId, TeamId};

/// Who somebody is.
pub(crate) type Known = (TeamId, PersonId);

/// By a passkey's answer to a question.
///
/// # Errors
///
/// [`Refusal::NotProven`]; the disk's.
pub(crate) async fn by_passkey(
    app: &App,
    question: &str,
    answer: &str,
) -> Result<Known, OfficeError> {
    let (judging, question, answer) = (app.clone(), question.to_owned(), answer.to_owned());
    app.office()
        .read(move |turn| judging.passkeys().proven(turn.door, (&question, &answer), turn.now_ms))
        .await
}

/// By name, password and one-time code. Which of them is wrong is not told.
///
/// # Errors
///
/// [`Refusal::NotProven`]; [`Refusal::TooMany`]; the disk's.
pub(crate) async fn by_password(
    app: &App,
    name: &str,
    typed: &str,
    code: &str,
) -> Result<Known, OfficeError> {
    let name = password::name(name);
    app.count_name(&name)?;
    let asked = name.clone();
    let kept = app.office().read(move |turn| Ok(turn.door.password_named(&asked)?)).await?;
    let known = password_and_code(app, kept, typed, code).await?;
    app.forgive_name(&name);
    Ok(known)
}

/// By the password and one-time code of a person who is known already.
///
/// # Errors
///
/// As [`by_password`].
pub(crate) async fn again_by_password(
    app: &App,
    (team, person): Known,
    typed: &str,
    code: &str,
) -> Result<Known, OfficeError> {
    let name = person.to_string();
    app.count_name(&name)?;
    let kept = app.office().read(move |turn| Ok(turn.door.password_of(team, person)?)).await?;
    let known = password_and_code(app, kept, typed, code).await?;
    app.forgive_name(&name);
    Ok(known)
}

async fn password_and_code(
    app: &App,
    kept: Option<KeptPassword>,
    typed: &str,
    code: &str,
) -> Result<Known, OfficeError> {
    let (typed, hash) = (typed.to_owned(), kept.as_ref().map(|kept| kept.hash.clone()));
    let fits = app.slowly(move || password::fits(&typed, hash.as_deref())).await?;
    let (Some(kept), true) = (kept, fits) else { return Err(Refusal::NotProven.into()) };
    let code = code.to_owned();
    app.office()
        .read(move |turn| {
            let step = password::step_of(&kept.totp_secret, &code, turn.now_ms);
            let step = step.ok_or(Refusal::NotProven)?;
            if !turn.door.take_step(kept.team, kept.person, step)? {
                return Err(Refusal::NotProven.into());
            }
            Ok((kept.team, kept.person))
        })
        .await
}

/// By a recovery code, which is used up; of this person only, where one is given.
///
/// # Errors
///
/// [`Refusal::NotProven`]; the disk's.
pub(crate) async fn by_recovery_code(
    app: &App,
    typed: &str,
    of: Option<Known>,
) -> Result<Known, OfficeError> {
    let code = recovery::plain(typed);
    app.office()
        .read(move |turn| {
            let known = turn.door.recovery_code_of(&code)?.ok_or(Refusal::NotProven)?;
            if of.is_some_and(|of| of != known) {
                return Err(Refusal::NotProven.into());
            }
            turn.door.use_recovery_code(&code, turn.now_ms)?.ok_or(Refusal::NotProven.into())
        })
        .await
}
