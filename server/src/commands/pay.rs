//! `assistenzzeit pay`: lines of pay with their explanation.
//!
//! - `pay explain MONTH.json`: a month file in ([`crate::month_file`]), one page
//!   per assistant out, as text or as JSON
//!
//! The contract is what the month file says: wage, standby, weekly minutes,
//! employment; surcharges are those of § 3b EStG, each on what the minute is
//! paid. Every other agreement belongs to the program itself, not to a file.
//!
//! Exit codes: 0 explained; 1 the file was refused; 2 the command line is
//! wrong; 3 the file could not be read or the output not be written.

use crate::month_file::{AssistantMonth, MonthFile, read};
use assistenz_core::contract::refusal::check;
use assistenz_core::contract::surcharge::Surcharge;
use assistenz_core::contract::version::{ContractVersion, KindPay, Rate};
use assistenz_core::pay::explain::{json::json, page::page, simple::summary};
use assistenz_core::pay::{MonthInput, MonthPay, pay_month};
use assistenz_core::words::Language;
use clap::{Args, Subcommand};
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Lohnzeilen und ihre Erklärung (lines of pay and their explanation).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXPLAIN_HELP: &str = "\
Beispiele (examples):
  assistenzzeit pay explain 2026-10.json
  assistenzzeit pay explain 2026-10.json --person a2 --language de-simple
  assistenzzeit pay explain 2026-10.json --json > 2026-10-lohn.json
  cat 2026-10.json | assistenzzeit pay explain -

Vertrag: Stundenlohn, Bereitschaft und Beschäftigung aus der Datei; Zuschläge
nach § 3b EStG auf den Lohn der Minute. (Contract: wage, standby and employment
from the file; surcharges of § 3b EStG on what the minute is paid.)

JSON: Minuten und Cent; Zeiten mit Abstand zu UTC (minutes and cents; instants
with their offset)
  {\"month\":\"2026-10\",\"people\":[{\"person\",\"lines\":[{\"wage_kind\",\"minutes\",
    \"cents\":{\"paid\",\"tax_free\",…},\"spans\":[{\"from\",\"to\",\"rules\",\"text\"}]}],
    \"totals\",\"carries\",\"findings\"}]}

Rückgabewerte:
  0  erklärt; Hinweise stehen in der Ausgabe
  1  die Datei wurde abgelehnt; Zeile und Feld stehen auf der Fehlerausgabe
  2  falscher Aufruf
  3  Datei nicht lesbar oder Ausgabe nicht schreibbar

Exit codes:
  0  explained; findings are part of the output
  1  the file was refused; standard error names line and field
  2  wrong usage
  3  the file cannot be read or the output cannot be written";

#[derive(Debug, Subcommand)]
enum Command {
    /// Jede Lohnzeile eines Monats mit ihren Zeiten und Paragraphen
    /// (every line of a month with its times and paragraphs)
    #[command(after_help = EXPLAIN_HELP)]
    Explain(Explain),
}

#[derive(Debug, Args)]
struct Explain {
    /// Monatsdatei; - für die Standardeingabe (month file; - for stdin)
    month: PathBuf,
    /// Eine lesbare Seite je Person, die Vorgabe (a readable page, the default)
    #[arg(long, conflicts_with = "json")]
    text: bool,
    /// JSON statt Text (JSON instead of text)
    #[arg(long)]
    json: bool,
    /// de, en oder de-simple (Leichte Sprache: eine kurze Zusammenfassung)
    #[arg(long, default_value = "de", value_parser = str::parse::<Language>)]
    language: Language,
    /// Nur diese Person, mit ihrer id in der Datei (only this person, by id)
    #[arg(long, value_name = "ID")]
    person: Option<String>,
}

/// Why nothing was explained.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The file is refused.
    #[error("{0}")]
    File(#[from] crate::month_file::MonthFileError),
    /// A contract made of the file's fields is refused.
    #[error("{person}: {refusal}")]
    Contract {
        /// Whose.
        person: String,
        /// Why.
        refusal: assistenz_core::contract::refusal::ContractRefusal,
    },
    /// No such person in the file.
    #[error("keine Person mit dieser id in der Datei (no such person in the file): {0}")]
    Person(String),
    /// Reading or writing failed.
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// Runs the command; see the heading of this file for the exit codes.
#[must_use]
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        Command::Explain(given) => explain(&given),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let code = match failure {
                Failure::File(_) | Failure::Contract { .. } | Failure::Person(_) => 1,
                Failure::Io(_) => 3,
            };
            // Nobody is left to tell if standard error is closed.
            let _ = writeln!(io::stderr(), "{failure}");
            ExitCode::from(code)
        }
    }
}

fn explain(given: &Explain) -> Result<(), Failure> {
    let text = if given.month.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        text
    } else {
        std::fs::read_to_string(&given.month)?
    };
    let file = read(&text)?;
    let pays = pay_file(&file, given.person.as_deref())?;
    let output = if given.json {
        let people: Vec<_> = pays.iter().map(|pay| json(given.language, pay)).collect();
        let whole = serde_json::json!({ "month": file.month, "people": people });
        format!("{whole:#}\n")
    } else {
        let pages: Vec<String> = pays
            .iter()
            .map(|pay| match given.language == Language::SimpleGerman {
                true => summary(given.language, pay),
                false => page(given.language, pay),
            })
            .collect();
        pages.join("\n\n")
    };
    let mut out = io::stdout().lock();
    out.write_all(output.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// The pay of everybody in a month file, or of one person.
fn pay_file(file: &MonthFile, person: Option<&str>) -> Result<Vec<MonthPay>, Failure> {
    let wanted: Vec<&AssistantMonth> = file
        .assistants
        .iter()
        .filter(|assistant| person.is_none_or(|person| assistant.id == person))
        .collect();
    if let (true, Some(person)) = (wanted.is_empty(), person) {
        return Err(Failure::Person(person.to_owned()));
    }
    wanted
        .into_iter()
        .map(|assistant| {
            let versions = [contract(file, assistant)];
            check(&versions)
                .map_err(|refusal| Failure::Contract { person: assistant.id.clone(), refusal })?;
            let input = MonthInput::new(&assistant.id, file.month, &versions, &assistant.shifts);
            Ok(pay_month(&input))
        })
        .collect()
}

/// The contract that a month file stands for. It holds from the month before,
/// so that a shift over the month's edge is whole.
#[must_use]
pub fn contract(file: &MonthFile, assistant: &AssistantMonth) -> ContractVersion {
    ContractVersion {
        standby: KindPay::Hourly(Rate::CentsPerHour(assistant.standby)),
        surcharges: Surcharge::section_3b(),
        weekly: assistant.weekly,
        personnel_number: assistant.personnel_number,
        ..ContractVersion::hourly(
            assistant.id.clone(),
            file.month.previous().first_day(),
            assistant.wage,
            assistant.employment,
            file.workplace.clone(),
        )
    }
}
