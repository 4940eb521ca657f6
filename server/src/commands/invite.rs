//! `assistenzzeit invite`: takes a person in and shows the pairing code of
//! their phone, as text and as a QR code.

use super::World;
use super::office::{self, Data, Done, Ending};
use crate::fault::Refusal;
use crate::folder::Folder;
use crate::invite;
use crate::journal;
use crate::resource::members::By;
use assistenz_core::document::PersonId;
use assistenz_core::log::{Operation, Role};
use clap::{Args, ValueEnum};
use std::fs;
use std::process::ExitCode;

/// Eine Person einladen und den Kopplungscode für ihr Telefon zeigen
/// (invite a person and show the pairing code for their phone).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Als was (in which role)
    #[arg(long, default_value = "assistant", conflicts_with = "person")]
    role: RoleWord,
    /// Noch ein Telefon für dieses Mitglied (one more phone for this member)
    #[arg(long, value_name = "PERSON")]
    person: Option<PersonId>,
    /// Gilt sieben Tage statt fünfzehn Minuten (valid for seven days instead of fifteen minutes)
    #[arg(long)]
    letter: bool,
    /// Adresse des Büros, falls gerade keines läuft (the office's address, if none is running)
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    /// Ohne QR-Code (without the QR code)
    #[arg(long)]
    text: bool,
}

/// The roles, as words of the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum RoleWord {
    /// Arbeitgeber:in
    Employer,
    /// Vertretung
    Deputy,
    /// Assistent:in
    Assistant,
    /// Jobcoach
    Coach,
    /// Lohnbüro
    PayrollOffice,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Employer => Self::Employer,
            RoleWord::Deputy => Self::Deputy,
            RoleWord::Assistant => Self::Assistant,
            RoleWord::Coach => Self::Coach,
            RoleWord::PayrollOffice => Self::PayrollOffice,
        }
    }
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments, world: &World) -> ExitCode {
    office::end(invited(arguments, world))
}

/// What a running office says of itself in `serving.address`: address, then pin.
pub(crate) fn told_address(folder: &Folder) -> Option<(String, Option<[u8; 32]>)> {
    let text = fs::read_to_string(folder.root().join("serving.address")).ok()?;
    let mut lines = text.lines();
    let address = lines.next()?.to_owned();
    let pin = match lines.next() {
        Some(pin) => {
            let mut bytes = [0; 32];
            hex::decode_to_slice(pin, &mut bytes).ok()?;
            Some(bytes)
        }
        None => None,
    };
    Some((address, pin))
}

fn invited(arguments: Arguments, world: &World) -> Done {
    let folder = office::existing(&arguments.data)?;
    let told = told_address(&folder);
    let Some((address, pin)) = arguments
        .address
        .map(|address| (address, told.as_ref().and_then(|told| told.1)))
        .or_else(|| told.clone())
    else {
        return Err(Ending::refused(
            "Hier läuft gerade kein Büro. Erst „assistenzzeit serve“ starten oder --address angeben.",
            "No office is running here. Start `assistenzzeit serve` first, or give --address.",
        ));
    };
    let by = if arguments.letter { By::Letter } else { By::Screen };
    let (role, person) = (Role::from(arguments.role), arguments.person);
    let made = office::once(folder, world, move |turn| {
        let operator = journal::operator(turn)?;
        let person = match person {
            Some(person) => {
                let state = journal::state(turn, operator.team)?;
                let member = state.member(person).filter(|member| member.is_live(turn.now_ms));
                member.ok_or(Refusal::NotAMember)?;
                person
            }
            None => {
                let person = PersonId::new(turn.random()?);
                let operation = Operation::AddMember { person, role, until_ms: None };
                journal::act(turn, &operator, operation)?;
                person
            }
        };
        invite::code(turn, operator.team, person, address, pin, by.lasts_ms())
    })?;
    office::say(format_args!("Person (person): {}", made.person))?;
    if !arguments.text
        && let Ok(square) = fast_qr::QRBuilder::new(made.code.as_bytes()).build()
    {
        office::say(square.to_str())?;
    }
    office::say(&made.code)?;
    let lasts = if arguments.letter { "7 Tage (7 days)" } else { "15 Minuten (15 minutes)" };
    office::say(format_args!(
        "Gilt {lasts}, einmal (once). Danach die sechs Ziffern vergleichen (then compare the six digits):\n  \
         assistenzzeit confirm --data {} ZIFFERN",
        arguments.data.data.display()
    ))
}
