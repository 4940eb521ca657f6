//! A month end for many teams: from settled shifts to LODAS files, and how it
//! grows to ten times as much. Run by `just bench`.

use assistenz_core::contract::surcharge::Surcharge;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::pay::{MonthInput, pay_month};
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::payroll::settings::OfficeSettings;
use assistenz_core::payroll::{Approval, ExportInput, PersonMonth, Purpose, export};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minutes, Month};
use assistenz_core::work::{Kind, Part, Shift};
use std::time::{Duration, Instant};

const ASSISTANTS: usize = 10;
const SHIFTS: i64 = 20;

fn month() -> Month {
    "2026-10".parse().expect("a month")
}

fn workplace() -> Workplace {
    let region = HolidayRegion::new(Land::Nw, vec![]);
    Workplace { zone: chrono_tz::Europe::Berlin, region }
}

/// Days, nights with standby, and twelve hours, in turn.
fn shifts(team: usize, assistant: usize) -> Vec<Shift> {
    let first = month().interval(workplace().zone).from();
    (0..SHIFTS)
        .map(|number| {
            let begin = [8, 20, 14][usize::try_from(number % 3).expect("below 3")];
            let minute = i64::try_from((team * 7 + assistant * 3) % 10).expect("below 10");
            let from = first + Minutes::hours(number * 36 + begin) + Minutes::new(minute);
            let span = Interval::new(from, from + Minutes::hours(12)).expect("twelve hours");
            let part = |kind, after, length| Part {
                kind,
                span: Interval::new(
                    from + Minutes::hours(after),
                    from + Minutes::hours(after) + Minutes::new(length),
                )
                .expect("from < to"),
            };
            let parts = match number % 3 {
                1 => vec![part(Kind::Standby, 3, 360), part(Kind::CallOut, 6, 20)],
                _ => vec![part(Kind::UnpaidBreak, 5, 45)],
            };
            Shift {
                id: format!("{team}-{assistant}-{number}"),
                span,
                workplace: workplace(),
                parts,
                away: vec![],
                funding: vec![],
                reconstructed: false,
            }
        })
        .collect()
}

fn contract(number: usize) -> ContractVersion {
    serde_json::from_value(serde_json::json!({
        "id": "c1",
        "valid_from": "2026-01-01",
        "pay": { "hourly": { "cents_per_hour": 1750 } },
        "standby": { "hourly": { "cents_per_hour": 1390 } },
        "surcharges": Surcharge::section_3b(),
        "weekly": 1800,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": number + 1,
        "workplace": workplace(),
    }))
    .expect("a contract")
}

fn settings() -> OfficeSettings {
    let mut wage_types = serde_json::to_value(mendato_example(ExampleFor::Lodas)).expect("JSON");
    for (word, number) in [("standby", 102), ("call_out", 103)] {
        wage_types[word] = wage_types["work"].clone();
        wage_types[word]["wage_type"] = number.into();
    }
    serde_json::from_value(serde_json::json!({
        "office": "Lohnbüro",
        "program": { "name": "lodas" },
        "adviser_number": 1_234_567,
        "client_number": 4711,
        "wage_types": wage_types,
    }))
    .expect("settings")
}

/// Resident memory in KiB, now and at its highest.
fn memory(key: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(key)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn run(teams: usize) -> (Duration, Duration, usize) {
    let settings = settings();
    let (mut paying, mut writing, mut bytes) = (Duration::ZERO, Duration::ZERO, 0);
    for team in 0..teams {
        let records: Vec<Vec<Shift>> = (0..ASSISTANTS).map(|one| shifts(team, one)).collect();
        let began = Instant::now();
        let mut lines = Vec::new();
        let mut people = Vec::new();
        for (number, shifts) in records.iter().enumerate() {
            let person = format!("{team}-{number}");
            let versions = [contract(number)];
            let pay = pay_month(&MonthInput::new(&person, month(), &versions, shifts));
            assert!(!pay.refused());
            lines.extend(pay.lines);
            people.push(PersonMonth {
                person,
                name: "A".into(),
                month: month(),
                approval: Approval::Approved,
                has_lines: false,
                open_entries: 0,
                disputed_entries: 0,
                joined: None,
                left: None,
                contract_changes: vec![],
                absences: vec![],
            });
        }
        paying += began.elapsed();
        let began = Instant::now();
        let input = ExportInput {
            employer: "Team",
            settings: &settings,
            month: month(),
            purpose: Purpose::Final,
            people: &people,
            lines: &lines,
            document_time: month().last_day().and_time(chrono::NaiveTime::MIN),
        };
        let set = export(&input).expect("exported");
        writing += began.elapsed();
        bytes += set.files.iter().map(|file| file.bytes.len()).sum::<usize>();
    }
    (paying, writing, bytes)
}

#[expect(clippy::print_stdout, reason = "a table is what it is for")]
fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return; // `cargo test --benches` only builds it
    }
    println!("| month end, from settled shifts to LODAS | pay | files | size | highest memory |");
    println!("|---|---|---|---|---|");
    for teams in [200, 2_000] {
        let (paying, writing, bytes) = run(teams);
        println!(
            "| {teams} teams, {} assistants, {} shifts | {paying:.2?} | {writing:.2?} | {} kB | {} MB |",
            teams * ASSISTANTS,
            i64::try_from(teams * ASSISTANTS).expect("few") * SHIFTS,
            bytes / 1000,
            memory("VmHWM:") / 1024,
        );
    }
}
