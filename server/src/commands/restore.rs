//! `assistenzzeit restore`: an office from a backup, in a new epoch.

use super::World;
use super::office::{self, Data, Done};
use crate::backup;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Ein Büro aus einer Sicherung herstellen; überschreibt nichts
/// (make an office from a backup; overwrites nothing).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Die Sicherung (the backup)
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, world: &World) -> ExitCode {
    office::end(restore(arguments, world))
}

fn restore(arguments: &Arguments, world: &World) -> Done {
    let (_, epoch) = backup::restore(&arguments.from, &arguments.data.data, world)
        .map_err(super::backup::ending)?;
    office::say(format_args!(
        "Hergestellt. Neue Epoche {epoch}: die Telefone bieten beim nächsten Abgleich noch einmal an, was fehlt.\n\
         Restored. New epoch {epoch}: at their next sync the phones offer again what is missing.\n\
         Das alte Büro darf nicht weiterlaufen. Weiter mit (the old office must not run on; next):\n  \
         assistenzzeit serve --data {}",
        arguments.data.data.display()
    ))
}
