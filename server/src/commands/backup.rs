//! `assistenzzeit backup`: a checked copy of the office, also while it serves.

use super::World;
use super::office::{self, Data, Done, Ending};
use crate::backup::{self, BackupError};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Das ganze Büro sichern, auch im laufenden Betrieb; die Kopie wird geprüft
/// (back up the whole office, also while it is running; the copy is checked).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Leerer Ordner für die Sicherung (empty folder for the backup)
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, world: &World) -> ExitCode {
    office::end(make(arguments, world))
}

fn make(arguments: &Arguments, world: &World) -> Done {
    let folder = office::existing(&arguments.data)?;
    let manifest = backup::make(&folder, &arguments.to, world).map_err(ending)?;
    office::say(format_args!(
        "Gesichert und geprüft (backed up and checked): {} Dateien (files)\n{}\n\
         Die Sicherung enthält die Schlüssel des Büros: gut verwahren (it holds the office's keys: keep it safe).",
        manifest.files.len(),
        arguments.to.display()
    ))
}

/// What went wrong, in plain words.
pub(crate) fn ending(error: BackupError) -> Ending {
    match error {
        BackupError::NotEmpty => Ending::refused(
            "Der Zielordner ist nicht leer. Es wird nichts überschrieben.",
            "The target folder is not empty. Nothing is overwritten.",
        ),
        BackupError::Inside => Ending::refused(
            "Der Zielordner liegt im Ordner des Büros. Eine Sicherung gehört an einen anderen Ort.",
            "The target folder lies in the office's folder. A backup belongs somewhere else.",
        ),
        BackupError::NotABackup => Ending::refused(
            "Das ist keine vollständige Sicherung.",
            "This is not a complete backup.",
        ),
        BackupError::Changed(name) => Ending::refused(
            format!("Die Sicherung ist beschädigt oder verändert: {name}"),
            format!("The backup is damaged or was changed: {name}"),
        ),
        BackupError::NotProven => Ending::refused(
            "Die Prüfung des Protokolls ist gescheitert.",
            "The log could not be verified.",
        ),
        BackupError::Office(error) => error.into(),
        fault @ (BackupError::Io { .. } | BackupError::Store(_) | BackupError::Folder(_)) => {
            Ending::fault("Die Sicherung kann nicht gelesen oder geschrieben werden.", &fault)
        }
    }
}
