//! `assistenzzeit replay`: a month file lived through once.

use super::World;
use super::office::{self, Done, Ending};
use crate::month_file;
use crate::replay::clock::SeededDice;
use crate::replay::{self, ReplayError, Scratch};
use assistenz_core::words::Language;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

const HELP: &str = "\
Beispiel (example):
  assistenzzeit replay tests/fixtures/months/2026-10-nw.json --out ergebnis

Im Ordner liegen dann (the folder then holds):
  summary.txt, summary.json   was geschah (what happened)
  statements/                 je Person der freigegebene Nachweis und die Lohnerklärung
  payroll/                    Lohndateien, Begleitblätter, Einstellungen
  evidence.cbor               Nachweisdatei, prüfbar mit „assistenzzeit verify“

Rückgabewerte (exit codes):
  0  jede Minute der Datei steht genau einmal in den Nachweisen
  1  Datei abgelehnt, Ordner nicht leer oder eine Minute fehlt; nichts geschrieben
  2  falscher Aufruf
  3  etwas ist nicht lesbar oder nicht schreibbar";

/// Eine Monatsdatei mit echten Telefonkernen und echtem Büro durchspielen
/// (live a month file through with real phone cores and a real office).
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub struct Arguments {
    /// Monatsdatei (month file)
    month: PathBuf,
    /// Leerer Ordner für die Ergebnisse (empty folder for the results)
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Gleiche Datei und gleiche Zahl geben gleiche Ergebnisse
    /// (the same file and number give the same results)
    #[arg(long, default_value_t = replay::SEED)]
    seed: u64,
    /// de, en oder de-simple
    #[arg(long, default_value = "de", value_parser = str::parse::<Language>)]
    language: Language,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, world: &World) -> ExitCode {
    office::end(lived(arguments, world))
}

fn lived(arguments: &Arguments, world: &World) -> Done {
    let bytes = std::fs::read(&arguments.month)
        .map_err(|error| Ending::fault("Die Monatsdatei kann nicht gelesen werden.", &error))?;
    let outcome = (|| {
        let file = month_file::read_bytes(&bytes)?;
        replay::must_be_empty(&arguments.out)?;
        let scratch = Scratch::new(world.random()?)?;
        let lived = replay::live(
            &file,
            arguments.seed,
            Arc::new(SeededDice::new(arguments.seed, "office")),
            scratch.place(),
            arguments.language,
            &mut |_| {},
        )?;
        replay::write(&lived, &arguments.out)?;
        Ok(lived)
    })();
    let lived = outcome.map_err(|error: ReplayError| ending(&error))?;
    office::say(lived.summary.text(arguments.language).trim_end())
}

/// Why a replay ended early, in plain words.
pub(crate) fn ending(error: &ReplayError) -> Ending {
    if error.is_refusal() {
        Ending::refused("Die Wiedergabe endet ohne Ergebnis.", office::chain(error))
    } else {
        Ending::fault("Die Wiedergabe konnte nicht arbeiten.", error)
    }
}
