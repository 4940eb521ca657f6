//! `assistenzzeit law`: the rules of the law without the rest of the program.
//!
//! For payroll offices and other projects. JSON Lines in, JSON Lines out: one
//! object per line, UTF-8, `id` comes back as it was given. Blank lines are
//! skipped.
//!
//! - `law surcharges [FILE]`: minutes per kind and § 3b class ([`surcharges`])
//! - `law split [FILE]`: what of a surcharge is free ([`split`])
//! - `law check MONTH.json`: findings about a month ([`law_check`]); one file in,
//!   one JSON document or text out
//! - `law holidays`: the holidays of a Land and year ([`holidays`])
//!
//! All or nothing: if one line is refused, nothing is written to standard
//! output, and standard error names line, field and code of every refusal. A
//! list with a missing line could pass for the whole.
//!
//! Exit codes: 0 every line is answered; 1 at least one line was refused; 2 the
//! command line is wrong; 3 the input could not be read or the output written.

pub mod fields;
pub mod holidays;
pub mod split;
pub mod surcharges;

use super::law_check;
use crate::month_file::MonthFileError;
use assistenz_core::law::duty::NightTakenUp;
use assistenz_core::law::surcharge_class::{OnCallClasses, Switches};
use assistenz_core::law::surcharge_split::{SplitSwitches, StandbyCeiling, SvBase};
use assistenz_core::law::tax_holiday::EasterAndWhitSunday;
use assistenz_core::place::{Commune, HolidayRegion, Land};
use clap::{Args, Subcommand};
use fields::{Refusal, check_communes};
use holidays::Calendar;
use serde::de::value::Error as NotAWord;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::{Map, Value};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Die Regeln des Rechts: Zuschläge, Feiertage
/// (the rules of the law: surcharges, holidays).
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Rückgabewerte:
  0  jede Zeile ist beantwortet
  1  mindestens eine Zeile wurde abgelehnt; dann steht nichts auf der Standardausgabe
  2  falscher Aufruf
  3  Eingabe nicht lesbar oder Ausgabe nicht schreibbar

Exit codes:
  0  every line is answered
  1  at least one line was refused; then nothing is on standard output
  2  wrong usage
  3  the input cannot be read or the output cannot be written";

const SURCHARGES_HELP: &str = r#"Beispiel (example):
  echo '{"id":"s1","land":"NW","start":"2026-11-08T22:00:00+01:00","end":"2026-11-09T06:00:00+01:00"}' \
    | assistenzzeit law surcharges

Felder (fields):
  id        Text, kommt zurück (text, comes back)
  land      BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH
  communes  augsburg, mariae_himmelfahrt, fronleichnam (optional)
  start end RFC 3339 mit Abstand zu UTC (with offset)
  breaks    [{"from","to"}] unbezahlte Pausen (unpaid breaks, optional)
  parts     [{"kind","from","to"}] paid_break travel meeting training standby
            call_out on_call unpaid_break (optional)
  away      [{"land","communes","from","to"}] andere Orte (other places, optional)
  records   [{start,end,…}] statt start und end: mehrere Aufzeichnungen einer
            Person (instead of start and end: several records of one person)

Zeitzone: Europe/Berlin. Angefangene Minuten fallen weg (instants are floored to
the full minute).

Ausgabe (output):
  {"id":"s1","classes":[{"kind":"work","night_percent":25,"day_percent":50,"minutes":120},…]}"#;

const SPLIT_HELP: &str = r#"Beispiel (example):
  echo '{"id":"t3","date":"2023-12-26","grundlohn_cents":2800,
         "spans":[{"minutes":360,"class_percent":150,"paid_percent":125}]}' | tr -d '\n' \
    | assistenzzeit law split

Felder (fields):
  id                    Text, kommt zurück (text, comes back)
  date                  Tag, dessen Recht gilt (the day whose law counts)
  grundlohn_cents       Grundlohn je Stunde in Cent (§ 3b Abs. 2 EStG)
  surcharge_base_cents  Lohn, auf den der Zuschlag gezahlt wird (default: grundlohn_cents)
  standby_pay_cents     Entgelt für Bereitschaft (optional)
  spans                 [{"minutes","class_percent","paid_percent","kind"?}]

Ausgabe (output), gerundet einmal je Zeile (rounded once per line):
  {"id":"t3","paid_cents":21000,"tax_free_cents":21000,"tax_liable_cents":0,
   "sv_free_cents":18750,"sv_liable_cents":2250,"accident_liable_cents":21000}"#;

const HOLIDAYS_HELP: &str = r#"Beispiele (examples):
  assistenzzeit law holidays --land BY --year 2026 --commune augsburg
  echo '{"id":"a","land":"NW","year":2027}' | assistenzzeit law holidays

Ausgabe (output): mit --land eine JSON-Liste (a JSON list)
  [{"date":"2026-01-01","name":"Neujahr"}, …]
ohne --land eine Zeile je Eingabezeile (without --land one line per line of input)
  {"id":"a","holidays":["2027-01-01",…]}"#;

#[derive(Debug, Subcommand)]
enum Command {
    /// Minuten je Art und Zuschlagsklasse nach § 3b EStG
    /// (minutes per kind and surcharge class)
    #[command(after_help = SURCHARGES_HELP)]
    Surcharges(SurchargeArguments),
    /// Steuer- und beitragsfreie Teile eines Zuschlags
    /// (what of a surcharge is free of tax and contributions)
    #[command(after_help = SPLIT_HELP)]
    Split(SplitArguments),
    /// Gesetzliche Feiertage eines Landes und Jahres
    /// (public holidays of a Land and year)
    #[command(after_help = HOLIDAYS_HELP)]
    Holidays(HolidayArguments),
    /// Arbeitszeit, Aufzeichnung und Lohn eines Monats prüfen
    /// (check working time, records and wages of a month)
    #[command(after_help = law_check::HELP)]
    Check(law_check::Arguments),
}

#[derive(Debug, Args)]
struct SurchargeArguments {
    /// Datei mit JSON Lines; ohne Angabe die Standardeingabe (file; default stdin)
    file: Option<PathBuf>,
    /// Nachtarbeit vor 0 Uhr aufgenommen: im selben Dienst oder in derselben Nacht
    /// (taken up before midnight: in the same duty or the same night)
    #[arg(long, value_name = "duty|night", default_value = "duty", value_parser = word::<NightTakenUp>)]
    night_taken_up: NightTakenUp,
    /// Oster- und Pfingstsonntag: Feiertag (R 3b LStR) oder Sonntag
    /// (Easter and Whit Sunday: holiday or Sunday)
    #[arg(long, value_name = "holiday|sunday", default_value = "holiday", value_parser = word::<EasterAndWhitSunday>)]
    easter_and_whit_sunday: EasterAndWhitSunday,
    /// Rufbereitschaft ohne Einsatz: keine Klassen oder wie Bereitschaftsdienst
    /// (on-call without a call-out: no classes, or like standby)
    #[arg(long, value_name = "none|like_standby", default_value = "none", value_parser = word::<OnCallClasses>)]
    on_call: OnCallClasses,
    /// Auch die Abschnitte mit ihren Paragraphen ausgeben (also print the spans
    /// with their paragraphs)
    #[arg(long)]
    spans: bool,
}

#[derive(Debug, Args)]
struct SplitArguments {
    /// Datei mit JSON Lines; ohne Angabe die Standardeingabe (file; default stdin)
    file: Option<PathBuf>,
    /// Lohn, der mit 25 € verglichen wird (the wage compared with 25 €)
    #[arg(long, value_name = "grundlohn|surcharge_base", default_value = "grundlohn", value_parser = word::<SvBase>)]
    sv_base: SvBase,
    /// Lohn, an dem Bereitschaft gemessen wird (the wage that measures standby)
    #[arg(long, value_name = "regular|standby_pay", default_value = "regular", value_parser = word::<StandbyCeiling>)]
    standby_ceiling: StandbyCeiling,
}

#[derive(Debug, Args)]
struct HolidayArguments {
    /// Datei mit JSON Lines; ohne Angabe die Standardeingabe (file; default stdin)
    #[arg(conflicts_with = "land")]
    file: Option<PathBuf>,
    /// Land, zwei Buchstaben (two letters)
    #[arg(long, requires = "year", value_parser = str::parse::<Land>)]
    land: Option<Land>,
    /// Jahr (year), 2000 bis 2199; geprüft für 2019 bis 2035
    #[arg(long, requires = "land", value_parser = clap::value_parser!(i32).range(2000..=2199))]
    year: Option<i32>,
    /// augsburg, mariae_himmelfahrt oder fronleichnam; mehrfach möglich (repeatable)
    #[arg(long = "commune", requires = "land", value_parser = str::parse::<Commune>)]
    communes: Vec<Commune>,
    /// Arbeitsrecht oder Lohnsteuer (labour law or wage tax)
    #[arg(long, value_name = "labour|tax", default_value = "labour", value_parser = word::<Calendar>)]
    calendar: Calendar,
}

/// A value of a switch by its word.
fn word<T: DeserializeOwned>(text: &str) -> Result<T, NotAWord> {
    T::deserialize(text.into_deserializer())
}

/// Runs the command; see the heading of this file for the exit codes.
#[must_use]
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        Command::Check(given) => read(given.file.as_deref())
            .and_then(|bytes| law_check::answer(&bytes, &given).map_err(Failed::MonthFile))
            .and_then(|text| write_out(&text)),
        Command::Surcharges(given) => {
            let switches = Switches {
                night_taken_up: given.night_taken_up,
                easter_and_whit_sunday: given.easter_and_whit_sunday,
                on_call: given.on_call,
            };
            answer_lines(given.file.as_deref(), |line| {
                surcharges::answer(line, &switches, given.spans)
            })
        }
        Command::Split(given) => {
            let switches =
                SplitSwitches { sv_base: given.sv_base, standby_ceiling: given.standby_ceiling };
            answer_lines(given.file.as_deref(), |line| split::answer(line, switches))
        }
        Command::Holidays(given) => match (given.land, given.year) {
            (Some(land), Some(year)) => match check_communes(land, &given.communes) {
                Ok(()) => write_out(&holidays::listing(
                    &HolidayRegion::new(land, given.communes),
                    year,
                    given.calendar,
                )),
                Err(problem) => {
                    let place = "--commune".to_owned();
                    Err(Failed::Refused(vec![Refusal { line: 0, field: place, problem }]))
                }
            },
            (Some(_), None) | (None, Some(_)) | (None, None) => {
                answer_lines(given.file.as_deref(), |line| holidays::answer(line, given.calendar))
            }
        },
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            // If standard error is closed too there is nobody left to tell.
            let _ = writeln!(io::stderr().lock(), "{failed}");
            failed.exit_code()
        }
    }
}

/// Why a command gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// At least one line was refused; nothing was written.
    #[error("{}", refusals(.0))]
    Refused(Vec<Refusal>),
    /// The month file was refused; nothing was written.
    #[error(transparent)]
    MonthFile(#[from] MonthFileError),
    /// The input could not be read.
    #[error("Eingabe nicht lesbar (cannot read the input): {0}")]
    Unreadable(#[source] io::Error),
    /// The output could not be written.
    #[error("Ausgabe nicht schreibbar (cannot write the output): {0}")]
    Unwritable(#[source] io::Error),
}

impl Failed {
    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Refused(_) | Self::MonthFile(_) => ExitCode::from(1),
            Self::Unreadable(_) | Self::Unwritable(_) => ExitCode::from(3),
        }
    }
}

fn refusals(all: &[Refusal]) -> String {
    all.iter().map(Refusal::to_string).collect::<Vec<_>>().join("\n")
}

/// Reads lines, answers each, and writes the answers if all are answered.
fn answer_lines(
    file: Option<&Path>,
    answer: impl Fn(&Map<String, Value>) -> Result<String, fields::FieldProblem>,
) -> Result<(), Failed> {
    write_out(&answers(&read(file)?, answer).map_err(Failed::Refused)?)
}

/// The bytes of a file, or of standard input.
fn read(file: Option<&Path>) -> Result<Vec<u8>, Failed> {
    let mut bytes = Vec::new();
    match file {
        Some(path) => bytes = std::fs::read(path).map_err(Failed::Unreadable)?,
        None => {
            io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes)
                .map_err(Failed::Unreadable)?;
        }
    }
    Ok(bytes)
}

/// The answers to all lines, or every refusal among them.
///
/// # Errors
///
/// The refusals, in order of lines.
pub fn answers(
    input: &[u8],
    answer: impl Fn(&Map<String, Value>) -> Result<String, fields::FieldProblem>,
) -> Result<String, Vec<Refusal>> {
    let mut output = String::new();
    let mut refused = Vec::new();
    for (before, line) in input.split(|byte| *byte == b'\n').enumerate() {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match fields::object(line).and_then(|object| answer(&object)) {
            Ok(text) => {
                output.push_str(&text);
                output.push('\n');
            }
            Err((field, problem)) => refused.push(Refusal { line: before + 1, field, problem }),
        }
    }
    if refused.is_empty() { Ok(output) } else { Err(refused) }
}

fn write_out(text: &str) -> Result<(), Failed> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failed::Unwritable)
}
