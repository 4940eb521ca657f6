//! `assistenzzeit found`: founds the team of an empty folder.

use super::World;
use super::office::{self, Data, Done};
use crate::journal;
use clap::Args;
use std::process::ExitCode;

/// Ein Team gründen: Arbeitgeber:in und Schlüssel anlegen
/// (found a team: its employer and its keys).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, world: &World) -> ExitCode {
    office::end(found(arguments, world))
}

fn found(arguments: &Arguments, world: &World) -> Done {
    let folder = office::folder(&arguments.data)?;
    let (team, employer) = office::once(folder, world, journal::found)?;
    office::say(format_args!(
        "Team gegründet (team founded): {team}\nArbeitgeber:in (employer): {employer}\n\
         Weiter mit (next): assistenzzeit serve --data {data}\n\
         Dann, in einem zweiten Fenster, zum Anmelden (then, in a second window, to sign in):\n  \
         assistenzzeit sign-in --data {data}",
        data = arguments.data.data.display()
    ))
}
