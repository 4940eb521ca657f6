//! `assistenzzeit sign-in`: a link with which a person signs in to the pages once.

use super::World;
use super::invite::told_address;
use super::office::{self, Data, Done, Ending};
use crate::credential::passkey;
use crate::door::LINK_MS;
use crate::fault::{OfficeError, Refusal};
use crate::journal::{self, Operator};
use crate::office::Turn;
use assistenz_core::document::PersonId;
use clap::Args;
use std::process::ExitCode;

/// Einen Anmeldelink für die Seiten des Büros ausgeben; er gilt einmal, fünfzehn Minuten
/// (a sign-in link for the office's pages; it works once, for fifteen minutes).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Für wen; ohne Angabe für die Arbeitgeber:in (for whom; by default the employer)
    #[arg(long, value_name = "PERSON")]
    person: Option<PersonId>,
    /// Adresse des Büros, falls gerade keines läuft (the office's address, if none is running)
    #[arg(long, value_name = "URL")]
    address: Option<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments, world: &World) -> ExitCode {
    office::end(link(arguments, world))
}

fn link(arguments: Arguments, world: &World) -> Done {
    let folder = office::existing(&arguments.data)?;
    let Some(address) = arguments.address.or_else(|| told_address(&folder).map(|told| told.0))
    else {
        return Err(Ending::refused(
            "Hier läuft gerade kein Büro. Erst „assistenzzeit serve“ starten oder --address angeben.",
            "No office is running here. Start `assistenzzeit serve` first, or give --address.",
        ));
    };
    let token = office::once(folder, world, move |turn| {
        let operator = journal::operator(turn)?;
        issue(turn, &operator, arguments.person.unwrap_or(operator.employer))
    })?;
    office::say(address_of(&address, &token))?;
    office::say(format_args!(
        "Gilt einmal, {minutes} Minuten (works once, for {minutes} minutes).",
        minutes = LINK_MS / 60_000
    ))
}

/// Where a link leads: by name, because passkeys belong to names; at a bare number there are none.
pub(crate) fn address_of(office: &str, token: &str) -> String {
    let office = passkey::origin(office).map_or_else(|| office.to_owned(), Into::into);
    format!("{}/anmelden/link/{token}", office.trim_end_matches('/'))
}

/// A link for a member, given by the operator; the member gets a desk first.
///
/// # Errors
///
/// [`Refusal::NotAMember`]; the disk's.
pub fn issue(
    turn: &mut Turn<'_>,
    operator: &Operator,
    person: PersonId,
) -> Result<String, OfficeError> {
    let state = journal::state(turn, operator.team)?;
    if !state.member(person).is_some_and(|member| member.is_live(turn.now_ms)) {
        return Err(Refusal::NotAMember.into());
    }
    journal::desk_for(turn, operator, person)?;
    let token = hex::encode(turn.random::<20>()?);
    turn.door.add_link(&token, operator.team, person, turn.now_ms)?;
    Ok(token)
}
