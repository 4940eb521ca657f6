//! Months drawn from a seed, lived through by the real program: whatever was
//! worked, every minute is in one statement and is paid once, and the evidence
//! is proven.
//!
//! `ASSISTENZ_MONTHS` sets how many months are lived (few without it), from
//! `ASSISTENZ_FIRST_MONTH` on (0 without it).

use chrono::{DateTime, Datelike as _, NaiveDate, TimeZone as _};
use chrono_tz::Europe::{Berlin, London};
use chrono_tz::Tz;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const LANDS: [&str; 16] = [
    "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH",
];
const EMPLOYMENTS: [&str; 4] = ["minijob", "minijob_household", "midijob", "social_insurance"];
const KINDS: [&str; 9] = [
    "work",
    "paid_break",
    "travel",
    "meeting",
    "training",
    "standby",
    "call_out",
    "on_call",
    "unpaid_break",
];

struct Draw {
    rng: ChaCha8Rng,
    zone: Tz,
    shifts: u32,
}

impl Draw {
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.rng.random_range(0..all.len())]
    }

    /// A minute since 1970 as the clock at the workplace shows it.
    fn wall(&self, minute: i64) -> String {
        let at = DateTime::from_timestamp(minute * 60, 0).expect("a time");
        at.with_timezone(&self.zone).format("%Y-%m-%dT%H:%M%:z").to_string()
    }

    /// Parts that follow each other, with a call-out inside some standby.
    fn parts(&mut self, from: i64, to: i64) -> Vec<Value> {
        let mut parts = Vec::new();
        let mut part = |draw: &Self, kind: &str, from: i64, to: i64| {
            parts.push(json!({ "kind": kind, "from": draw.wall(from), "to": draw.wall(to) }));
        };
        let mut at = from + self.rng.random_range(0..=(to - from) / 3);
        while at < to - 30 && self.rng.random_range(0..4) > 0 {
            let kind = self.of(&KINDS);
            let end = at + self.rng.random_range(5..=180.min(to - at));
            part(self, kind, at, end);
            if kind == "standby" && end - at > 30 {
                part(self, "call_out", at + 10, at + 25);
            }
            at = end + self.rng.random_range(0..120);
        }
        parts
    }

    /// A shift that begins in the month or reaches into it.
    fn shift(&mut self, (first, end): (i64, i64), wild: bool) -> Value {
        let (from, length) = if wild {
            let from = self.rng.random_range(first - 600..end);
            (from, self.of(&[1, 2, 30, 480, 720, 1_440, 2_000, 2_880]))
        } else {
            let day = self.rng.random_range(0..(end - first) / 1_440) * 1_440;
            let from = first + day + self.of(&[6, 7, 8, 13, 20, 21, 22]) * 60;
            (from + self.rng.random_range(-9..=9), self.of(&[240, 360, 480, 600, 720, 840]))
        };
        let to = (from + length).max(first + 1);
        self.shifts += 1;
        let parts = if length > 200 { self.parts(from, to) } else { Vec::new() };
        json!({
            "id": format!("s{}", self.shifts), "start": self.wall(from), "end": self.wall(to),
            "parts": parts,
        })
    }
}

/// A month file.
fn month(seed: u64) -> Value {
    let rng = ChaCha8Rng::seed_from_u64(seed);
    let mut draw = Draw { rng, zone: Berlin, shifts: 0 };
    if draw.rng.random_range(0..7) == 0 {
        draw.zone = London;
    }
    let (year, number) = (draw.of(&[2025, 2026, 2026, 2027]), draw.of(&[1, 2, 3, 5, 10, 11, 12]));
    let (year, number) = if year == 2025 { (year, number.max(10)) } else { (year, number) };
    let midnight = |date: NaiveDate| {
        let at = date.and_hms_opt(0, 0, 0).expect("midnight");
        draw.zone.from_local_datetime(&at).single().expect("one midnight").timestamp() / 60
    };
    let first = NaiveDate::from_ymd_opt(year, number, 1).expect("a day");
    let next = (first + chrono::Days::new(31)).with_day(1).expect("a day");
    let bounds = (midnight(first), midnight(next));
    let mut assistants = Vec::new();
    for person in 0..draw.rng.random_range(1..=5) {
        let (most, wild) = draw.of(&[(5, false), (14, false), (12, true), (0, false)]);
        // Somebody always works.
        let count = draw.rng.random_range(0..=most).max(i32::from(person == 0));
        let shifts: Vec<Value> = (0..count).map(|_| draw.shift(bounds, wild)).collect();
        assistants.push(json!({
            "id": format!("a{person}"), "personnel_number": 100 + person,
            "employment": draw.of(&EMPLOYMENTS),
            "wage_cents_per_hour": draw.of(&[1_390, 1_600, 1_750, 2_210]),
            "standby_cents_per_hour": draw.of(&[0, 1_390, 1_600]),
            "weekly_minutes": draw.of(&[300, 600, 1_200, 2_400]), "shifts": shifts,
        }));
    }
    json!({
        "land": draw.of(&LANDS), "workplace_zone": draw.zone.name(),
        "month": format!("{year}-{number:02}"), "assistants": assistants,
    })
}

fn program(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assistenzzeit"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

/// Lives a month through. What went wrong, in words.
fn live(folder: &Path, seed: u64) -> Option<String> {
    let (file, out) = (folder.join("month.json"), folder.join(format!("out-{seed}")));
    fs::write(&file, month(seed).to_string()).expect("written");
    let path = |path: &Path| path.to_str().expect("UTF-8").to_owned();
    let told = |what: &str, output: &Output| {
        let complaint = String::from_utf8_lossy(&output.stderr);
        (!output.status.success()).then(|| format!("seed {seed}, {what}: {complaint}"))
    };
    // It counts every minute itself, and says which one is missing or paid twice.
    let lived = program(&["replay", &path(&file), "--out", &path(&out)]);
    told("replay", &lived).or_else(|| {
        let verified = program(&["verify", &path(&out.join("evidence.cbor"))]);
        told("verify", &verified)
    })
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[test]
fn whatever_was_worked_in_a_month_is_found_approved_and_paid_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = number("ASSISTENZ_FIRST_MONTH").unwrap_or(0);
    let few = if cfg!(debug_assertions) { 3 } else { 12 };
    let seeds = first..first + number("ASSISTENZ_MONTHS").unwrap_or(few);
    let wrong: Vec<String> = seeds.filter_map(|seed| live(folder.path(), seed)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
