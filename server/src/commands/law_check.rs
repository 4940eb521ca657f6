//! `assistenzzeit law check`: a month file in, findings out.
//!
//! What is known is the month alone, so that rules over longer periods (24
//! weeks, a year, replacement rest days whose period reaches out of it) say
//! only what the month shows. Pay is taken as minutes times the two rates of the
//! file; surcharges are not in it. Findings hold no names; people appear by the
//! ids of the file. Findings are no fault: the exit code is 0 with and without.

use crate::month_file::{self, AssistantMonth, MonthFile, MonthFileError};
use assistenz_core::law::finding::{Finding, Lawful};
use assistenz_core::law::finding_sentence::{sentence, severity, source};
use assistenz_core::law::labour_check::{Case, MinijobYear, MonthPay, check};
use assistenz_core::law::minijob_limit::MinijobMonth;
use assistenz_core::law::minimum_wage::pay_at_rates;
use assistenz_core::time::{Interval, Minute};
use assistenz_core::words::{Language, Value as Word, say};
use chrono::SecondsFormat;
use chrono_tz::Tz;
use clap::Args;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;

/// What `--help` says below the options.
pub const HELP: &str = r#"Beispiel (example):
  assistenzzeit law check tests/fixtures/months/2026-10-nw.json --text

Eingabe (input): eine Monatsdatei (a month file)
  {"land":"NW","workplace_zone":"Europe/Berlin","month":"2026-10","assistants":[
    {"id":"a1","personnel_number":100,"employment":"minijob","wage_cents_per_hour":1600,
     "standby_cents_per_hour":1390,"weekly_minutes":480,"shifts":[
       {"id":"s1","start":"2026-10-08T07:52+02:00","end":"2026-10-08T20:06+02:00",
        "parts":[{"kind":"unpaid_break","from":"2026-10-08T13:08+02:00",
                  "to":"2026-10-08T13:53+02:00"}]}]}]}
  optional: note, communes, personnel_number, parts
  employment: minijob minijob_household midijob social_insurance

Ausgabe (output):
  {"month":"2026-10","assistants":[{"id":"a1","findings":[
    {"key":"break_too_short","severity":"warning","paragraph":"§ 4 Satz 1, 2 ArbZG",
     "version":"2026-01","verified":true,"intervals":[{"from":…,"to":…}],
     "lawful":{…},"sentence":"…"}]}]}

Geprüft wird nur, was im Monat steht (only what the month shows is checked).
Befunde sind kein Fehler (findings are no fault): exit code 0."#;

/// Arguments of the command.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Monatsdatei; ohne Angabe die Standardeingabe (month file; default stdin)
    pub file: Option<PathBuf>,
    /// Sprache der Sätze (language of the sentences): de, en, de-simple
    #[arg(long, default_value = "de", value_parser = str::parse::<Language>)]
    pub language: Language,
    /// Als lesbarer Text statt JSON (as readable text instead of JSON)
    #[arg(long)]
    pub text: bool,
}

/// The answer to one month file.
///
/// # Errors
///
/// [`MonthFileError`] with line and field if the file is refused.
pub fn answer(bytes: &[u8], arguments: &Arguments) -> Result<String, MonthFileError> {
    let file = month_file::read_bytes(bytes)?;
    let people: Vec<(&AssistantMonth, Vec<Finding>)> =
        file.assistants.iter().map(|one| (one, check(&case(&file, one)))).collect();
    Ok(if arguments.text {
        text(&file, &people, arguments.language)
    } else {
        let document = document(&file, &people, arguments.language);
        format!("{document:#}\n")
    })
}

/// What the file knows of one person.
fn case(file: &MonthFile, assistant: &AssistantMonth) -> Case {
    let month = file.month;
    let days = (month.first_day(), month.last_day());
    let shifts = assistant.shifts.clone();
    let mut case = Case::new(days, file.workplace.clone(), assistant.employment, shifts);
    let zone = file.workplace.zone;
    let parts = pay_at_rates(&assistant.shifts, month, zone, assistant.wage, assistant.standby);
    let pay = parts.iter().map(|(_, amount)| *amount).sum();
    case.pay = vec![MonthPay { month, parts, liable: Some(pay) }];
    let months = vec![MinijobMonth { month, pay, unforeseeable: false }];
    case.minijob = Some(MinijobYear { from: month, months });
    case
}

fn document(
    file: &MonthFile,
    people: &[(&AssistantMonth, Vec<Finding>)],
    language: Language,
) -> Value {
    let zone = file.workplace.zone;
    let assistants: Vec<Value> = people
        .iter()
        .map(|(assistant, findings)| {
            let findings: Vec<Value> =
                findings.iter().map(|finding| object(finding, language, zone)).collect();
            json!({ "id": assistant.id, "findings": findings })
        })
        .collect();
    json!({ "month": file.month, "language": language, "assistants": assistants })
}

fn object(finding: &Finding, language: Language, zone: Tz) -> Value {
    let intervals: Vec<Value> = finding
        .intervals
        .iter()
        .map(|span| json!({ "from": local(span.from(), zone), "to": local(span.to(), zone) }))
        .collect();
    json!({
        "key": finding.key,
        "severity": finding.severity,
        "rule": finding.rule.key,
        "paragraph": finding.rule.paragraph,
        "version": finding.rule.version,
        "verified": finding.rule.verified,
        "intervals": intervals,
        "lawful": lawful(finding.lawful, zone),
        "sentence": sentence(finding, language, zone),
    })
}

/// The facts as they are, instants by the clock of the workplace.
fn lawful(facts: Lawful, zone: Tz) -> Value {
    let mut object = json!(facts);
    let instant = match facts {
        Lawful::Rest { earliest_start, .. } => Some(("earliest_start", earliest_start)),
        Lawful::Deadline { until } => Some(("until", until)),
        Lawful::Nothing
        | Lawful::Break { .. }
        | Lawful::Stretch { .. }
        | Lawful::Day { .. }
        | Lawful::Average { .. }
        | Lawful::NightPay { .. }
        | Lawful::FreeSundays { .. }
        | Lawful::RestDay { .. }
        | Lawful::Money { .. }
        | Lawful::Months { .. }
        | Lawful::Range { .. }
        | Lawful::Account { .. }
        | Lawful::AccountAge { .. }
        | Lawful::Notice { .. }
        | Lawful::Called { .. } => None,
    };
    if let Some((field, instant)) = instant {
        object[field] = json!(local(instant, zone));
    }
    object
}

/// RFC 3339 with the offset of the workplace.
fn local(minute: Minute, zone: Tz) -> String {
    minute.on_the_wall(zone).to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn text(
    file: &MonthFile,
    people: &[(&AssistantMonth, Vec<Finding>)],
    language: Language,
) -> String {
    let zone = file.workplace.zone;
    let mut page = String::new();
    for (assistant, findings) in people {
        let month = say(language, "law-check-heading", &[("month", Word::Month(file.month))]);
        let _ = writeln!(page, "{}: {month}", assistant.id);
        if findings.is_empty() {
            let _ = writeln!(page, "  {}", say(language, "law-no-findings", &[]));
        }
        for finding in findings {
            let grave = severity(finding.severity, language);
            let _ = writeln!(page, "  {grave}: {}", sentence(finding, language, zone));
            for span in &finding.intervals {
                let _ = writeln!(page, "    {}", spoken(*span, language, zone));
            }
            let _ = writeln!(page, "    {}", source(finding, language));
        }
        page.push('\n');
    }
    page
}

fn spoken(span: Interval, language: Language, zone: Tz) -> String {
    let values = [
        ("from", Word::Moment(span.from(), zone)),
        ("to", Word::Moment(span.to(), zone)),
        ("length", Word::Minutes(span.length())),
    ];
    say(language, "law-interval", &values)
}
