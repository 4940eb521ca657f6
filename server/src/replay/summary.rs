//! What a replay leaves behind: files and a summary of what happened.

use super::check::Compared;
use super::drift::Drift;
use super::month::Lived;
use super::plan::{Plan, Plant};
use crate::month_file::MonthFile;
use assistenz_core::app::{Approved, Handover};
use assistenz_core::document::PersonId;
use assistenz_core::pay::explain::page::page;
use assistenz_core::payroll::ExportSet;
use assistenz_core::payroll::settings::OfficeSettings;
use assistenz_core::time::Month;
use assistenz_core::words::{Language, Value, say};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// `summary.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The month of the file.
    pub month: String,
    /// The seed: the same file and seed give the same files.
    pub seed: u64,
    /// Person by person, as in the file.
    pub people: Vec<PersonView>,
    /// What went wrong on purpose, and how it was settled.
    pub planted: Vec<PlantView>,
    /// Plants for which the file had no fitting shift.
    pub not_planted: Vec<&'static str>,
    /// Overlapping shifts that were settled.
    pub overlaps_settled: usize,
    /// Disputes that were settled.
    pub disputes_settled: usize,
    /// Taps with a wrong clock: device and what its clock said.
    pub drift_planted: Vec<DriftView>,
    /// Doubts found in the log; exactly those planted.
    pub drift_found: Vec<DriftView>,
    /// Conversations with the office over HTTP.
    pub syncs: usize,
    /// Of these, sent again at once.
    pub syncs_twice: usize,
    /// Devices that came only at the end of the month.
    pub devices_late: usize,
    /// What went to the payroll office.
    pub exports: Vec<ExportView>,
    /// Entries of the log.
    pub log_entries: u64,
    /// SHA-256 of `evidence.cbor`.
    pub evidence_sha256: String,
}

/// A person in the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonView {
    /// As in the file.
    pub id: String,
    /// The id in the record.
    pub person: String,
    /// Minutes in the file and in the statements.
    #[serde(flatten)]
    pub minutes: Compared,
    /// SHA-256 of the approved statements by month.
    pub statements: BTreeMap<String, String>,
    /// What the law says about the month: code and how often.
    pub law: BTreeMap<&'static str, usize>,
}

/// Something planted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlantView {
    /// One word.
    pub what: &'static str,
    /// The shift, as in the file.
    pub shift: String,
    /// Whose, as in the file.
    pub person: String,
    /// By how many minutes the first record was wrong.
    pub minutes: i64,
}

/// A doubt about a clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriftView {
    /// The device.
    pub device: String,
    /// What its clock said (ms since 1970).
    pub wall_ms: i64,
}

/// One hand-over to payroll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportView {
    /// The month in which is paid.
    pub month: String,
    /// The months of origin of corrections in it.
    pub corrects: Vec<String>,
    /// Name and SHA-256 of every file.
    pub files: BTreeMap<String, String>,
}

/// Everything the results are made of.
pub(super) struct Story<'a> {
    pub(super) seed: u64,
    pub(super) file: &'a MonthFile,
    pub(super) plan: &'a Plan,
    pub(super) people: &'a [PersonId],
    pub(super) approved: &'a BTreeMap<(usize, Month), Approved>,
    pub(super) replaced: &'a [((usize, Month), Approved)],
    pub(super) exports: &'a [(Handover, ExportSet)],
    pub(super) settings: &'a OfficeSettings,
    pub(super) drift: &'a [Drift],
    pub(super) planted: &'a [(String, i64)],
    pub(super) compared: &'a [Compared],
    pub(super) evidence: Vec<u8>,
    pub(super) entries: u64,
    pub(super) syncs: (usize, usize, usize),
    pub(super) overlaps: usize,
    pub(super) language: Language,
}

impl Story<'_> {
    pub(super) fn lived(self) -> Lived {
        let mut files = Vec::new();
        for ((person, month), approved) in self.approved {
            let name = self.name_of(*person, *month);
            let bytes = approved.statement.to_bytes();
            files.push((format!("statements/{name}.json"), bytes));
            let text = page(self.language, &approved.reckoning.pay);
            files.push((format!("statements/{name}.txt"), text.into_bytes()));
        }
        for ((person, month), old) in self.replaced {
            let name = self.name_of(*person, *month);
            files.push((format!("statements/replaced/{name}.json"), old.statement.to_bytes()));
        }
        for (handover, set) in self.exports {
            for file in &set.files {
                files.push((format!("payroll/{}", file.name), file.bytes.clone()));
            }
            let words = |key: &str, values: &[(&str, String)]| {
                let values: Vec<(&str, Value<'_>)> = values
                    .iter()
                    .map(|(name, text)| match text.parse() {
                        Ok(number) if *name == "rows" => (*name, Value::Number(number)),
                        Ok(_) | Err(_) => (*name, Value::Text(text)),
                    })
                    .collect();
                say(self.language, key, &values)
            };
            let cover = set.cover.text(&words);
            files.push((format!("payroll/cover_{}.txt", handover.month), cover.into_bytes()));
        }
        let mut settings =
            serde_json::to_vec_pretty(self.settings).expect("settings are plain data");
        settings.push(b'\n');
        files.push(("payroll/settings.json".to_owned(), settings));
        let summary = self.summary();
        let mut json = serde_json::to_vec_pretty(&summary).expect("a summary is plain data");
        json.push(b'\n');
        files.push(("summary.json".to_owned(), json));
        files.push(("summary.txt".to_owned(), summary.text(self.language).into_bytes()));
        files.push(("evidence.cbor".to_owned(), self.evidence));
        Lived { files, summary }
    }

    /// A name that is safe in a path; the month of the file goes without saying.
    fn name_of(&self, person: usize, month: Month) -> String {
        let id = &self.file.assistants[person].id;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let id = if id.len() <= 64 && id.chars().all(plain) {
            id.clone()
        } else {
            format!("person_{}", person + 1)
        };
        if month == self.file.month { id } else { format!("{id}_{month}") }
    }

    fn summary(&self) -> Summary {
        let person = |(at, compared): (usize, &Compared)| {
            let own = || self.approved.iter().filter(move |((whose, _), _)| *whose == at);
            // What lies on the edge of two months is found in both.
            let found: BTreeSet<_> = own()
                .flat_map(|((_, month), approved)| {
                    approved.reckoning.law.iter().map(move |finding| {
                        let whole_month = finding.intervals.is_empty().then_some(*month);
                        (finding.key.word(), &finding.intervals, whole_month)
                    })
                })
                .collect();
            let mut law = BTreeMap::new();
            for (word, _, _) in found {
                *law.entry(word).or_default() += 1;
            }
            PersonView {
                id: self.file.assistants[at].id.clone(),
                person: self.people[at].to_string(),
                minutes: compared.clone(),
                statements: own()
                    .map(|((_, month), one)| (month.to_string(), hex::encode(one.hash.0)))
                    .collect(),
                law,
            }
        };
        let planted: Vec<PlantView> = Plant::ALL
            .into_iter()
            .filter_map(|plant| {
                let (_, planned) = self.plan.planted(plant)?;
                Some(PlantView {
                    what: plant.word(),
                    shift: planned.shift.id.clone(),
                    person: self.file.assistants[planned.person].id.clone(),
                    minutes: match plant {
                        Plant::Forgotten => 0,
                        Plant::Disputed => 10,
                        Plant::EmployerCorrects => 5,
                        Plant::LateChange => -30,
                        Plant::ClockOff(minutes) => minutes,
                    },
                })
            })
            .collect();
        let found =
            |drift: &Drift| DriftView { device: drift.device.clone(), wall_ms: drift.wall_ms };
        Summary {
            month: self.file.month.to_string(),
            seed: self.seed,
            people: self.compared.iter().enumerate().map(person).collect(),
            disputes_settled: planted
                .iter()
                .filter(|plant| plant.what == Plant::Disputed.word())
                .count(),
            planted,
            not_planted: self.plan.not_planted.iter().map(|plant| plant.word()).collect(),
            overlaps_settled: self.overlaps,
            drift_planted: self
                .planted
                .iter()
                .map(|(device, wall_ms)| DriftView { device: device.clone(), wall_ms: *wall_ms })
                .collect(),
            drift_found: self.drift.iter().map(found).collect(),
            syncs: self.syncs.0,
            syncs_twice: self.syncs.1,
            devices_late: self.syncs.2,
            exports: self.exports.iter().map(export_view).collect(),
            log_entries: self.entries,
            evidence_sha256: hex::encode(Sha256::digest(&self.evidence)),
        }
    }
}

fn export_view((handover, set): &(Handover, ExportSet)) -> ExportView {
    let mut corrects: Vec<String> = handover
        .lines
        .iter()
        .filter(|line| line.month_of_origin != line.month)
        .map(|line| line.month_of_origin.to_string())
        .collect();
    corrects.sort();
    corrects.dedup();
    ExportView {
        month: handover.month.to_string(),
        corrects,
        files: set.files.iter().map(|file| (file.name.clone(), file.sha256.clone())).collect(),
    }
}

impl Summary {
    /// `summary.txt`.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let english = language == Language::English;
        let pick = |german: &'static str, english_text: &'static str| {
            if english { english_text } else { german }
        };
        let mut text = String::new();
        let mut line = |what: String| {
            text.push_str(&what);
            text.push('\n');
        };
        line(format!("{} {} (seed {})", pick("Monat", "Month"), self.month, self.seed));
        line(String::new());
        line(pick("Minuten hinein = Minuten heraus", "Minutes in = minutes out").to_owned());
        for person in &self.people {
            let mut kinds = String::new();
            for (kind, minutes) in &person.minutes.by_kind {
                // Writing into a String cannot fail.
                let _ = write!(kinds, "  {kind} {minutes}");
            }
            line(format!(
                "  {:<6} {:>6} = {:>6} {kinds}",
                person.id, person.minutes.minutes_in, person.minutes.minutes_out
            ));
        }
        line(String::new());
        line(
            pick("Absichtlich schiefgegangen und geklärt", "Went wrong on purpose, settled")
                .to_owned(),
        );
        for plant in &self.planted {
            line(format!(
                "  {:<22} {} {} ({:+} min)",
                plant.what, plant.person, plant.shift, plant.minutes
            ));
        }
        for plant in &self.not_planted {
            line(format!("  {plant:<22} {}", pick("keine passende Schicht", "no fitting shift")));
        }
        line(format!(
            "  {} {}",
            self.overlaps_settled,
            pick("Überschneidungen geklärt", "overlaps settled")
        ));
        line(format!(
            "  {} {} = {} {}",
            self.drift_planted.len(),
            pick("Tipper mit falscher Uhr", "taps with a wrong clock"),
            self.drift_found.len(),
            pick("Uhrzweifel gefunden", "clock findings")
        ));
        line(String::new());
        line(pick("An das Lohnbüro", "To the payroll office").to_owned());
        for export in &self.exports {
            let corrects = if export.corrects.is_empty() {
                String::new()
            } else {
                format!(
                    " ({} {})",
                    pick("Korrektur von", "correction of"),
                    export.corrects.join(", ")
                )
            };
            line(format!("  {}{corrects}", export.month));
            for (name, sha) in &export.files {
                line(format!("    {name}\n      SHA-256 {sha}"));
            }
        }
        line(String::new());
        line(pick("Hinweise des Gesetzes", "What the law says").to_owned());
        for person in self.people.iter().filter(|person| !person.law.is_empty()) {
            let found: Vec<String> =
                person.law.iter().map(|(code, times)| format!("{code} ×{times}")).collect();
            line(format!("  {:<6} {}", person.id, found.join(", ")));
        }
        line(String::new());
        line(format!(
            "{}: {} {}\n  SHA-256 {}",
            "evidence.cbor",
            self.log_entries,
            pick("Einträge, alle belegt", "entries, all proven"),
            self.evidence_sha256
        ));
        text
    }
}
