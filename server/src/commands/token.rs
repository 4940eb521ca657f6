//! `assistenzzeit token`: a bearer token for the JSON API, shown once.

use super::World;
use super::office::{self, Data, Done};
use crate::door::{SESSION_MS, Session};
use crate::fault::Refusal;
use crate::journal;
use assistenz_core::document::PersonId;
use assistenz_core::log::Credential;
use clap::Args;
use std::process::ExitCode;

/// Einen Schlüssel für die Schnittstelle ausgeben, für zwölf Stunden
/// (a bearer token for the JSON API, for twelve hours).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Für wen; ohne Angabe für die Arbeitgeber:in (for whom; by default the employer)
    #[arg(long, value_name = "PERSON")]
    person: Option<PersonId>,
    /// Stattdessen alle Sitzungen der Person beenden (end all sessions of the person instead)
    #[arg(long)]
    revoke: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments, world: &World) -> ExitCode {
    office::end(token(arguments, world))
}

fn token(arguments: Arguments, world: &World) -> Done {
    let folder = office::existing(&arguments.data)?;
    if arguments.revoke {
        let ended = office::once(folder, world, move |turn| {
            let operator = journal::operator(turn)?;
            let person = arguments.person.unwrap_or(operator.employer);
            Ok(turn.door.end_sessions_of(operator.team, person, turn.now_ms)?)
        })?;
        return office::say(format_args!("Beendete Sitzungen (sessions ended): {ended}"));
    }
    let token = office::once(folder, world, move |turn| {
        let operator = journal::operator(turn)?;
        issue(turn, &operator, arguments.person.unwrap_or(operator.employer))
    })?;
    office::say(token)
}

/// A session for a member, opened by the operator; the member gets a desk first.
pub(crate) fn issue(
    turn: &mut crate::office::Turn<'_>,
    operator: &journal::Operator,
    person: PersonId,
) -> Result<String, crate::fault::OfficeError> {
    let state = journal::state(turn, operator.team)?;
    if !state.member(person).is_some_and(|member| member.is_live(turn.now_ms)) {
        return Err(Refusal::NotAMember.into());
    }
    journal::desk_for(turn, operator, person)?;
    let token = format!("az_{}", hex::encode(turn.random::<32>()?));
    let session = Session {
        id: turn.random()?,
        team: operator.team,
        person,
        credential: Credential::CommandLine,
        stepped_ms: turn.now_ms,
        expires_ms: turn.now_ms.saturating_add(SESSION_MS),
    };
    turn.door.add_session(&token, &session, turn.now_ms)?;
    Ok(token)
}
