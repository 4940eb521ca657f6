//! Random lines of pay, written and read back. `PAYROLL_EXPORTS` sets how
//! many exports; a failure names its seed.

use crate::make::*;
use crate::payroll_readers::{addison, ansi, csv as csv_reader, lexware, lodas, lohnag, lug};
use assistenz_core::pay::line::{PayLine, PaySpan, Quantity, WageKind};
use assistenz_core::payroll::layout::Field;
use assistenz_core::payroll::program::{
    LexwareRate, LodasProfile, LugColumns, LugCostField, LugEntry, LugMonthField, Program,
};
use assistenz_core::payroll::settings::{
    Corrections, DecimalMark, NegativeValues, OfficeSettings, SendAs, WageType,
};
use assistenz_core::payroll::{ExportFile, ExportSet};
use assistenz_core::time::{Interval, Minute, Minutes};
use chrono::Datelike;
use rand::{RngExt, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

const KINDS: [(&str, WageKind, u32); 6] = [
    ("work", WageKind::Work, 101),
    ("standby", WageKind::Standby, 102),
    ("night_25", WageKind::Night25, 51),
    ("sunday_50", WageKind::Sunday50, 52),
    ("vacation", WageKind::Vacation, 1_605),
    ("hours_account", WageKind::HoursAccount, 9_999),
];

fn exports() -> u64 {
    std::env::var("PAYROLL_EXPORTS").ok().and_then(|n| n.parse().ok()).unwrap_or(2_000)
}

fn programs() -> Vec<Program> {
    let lug = |entry, columns, month_hours_in, cost_centre_in| Program::Lug {
        entry,
        columns,
        month_hours_in,
        cost_centre_in,
    };
    vec![
        LODAS,
        Program::Lodas { profile: LodasProfile::Sample1 },
        lug(LugEntry::Monthly, LugColumns::Eleven, LugMonthField::Value, LugCostField::CostCentre),
        lug(LugEntry::Monthly, LugColumns::Nine, LugMonthField::Hours, LugCostField::CostObject),
        lug(LugEntry::Calendar, LugColumns::Eleven, LugMonthField::Value, LugCostField::CostCentre),
        Program::Lexware { header: true, currency: true, rate: LexwareRate::FromLine },
        Program::Addison {},
        Program::LohnAg {},
        csv(&[
            Field::PersonnelNumber,
            Field::MonthOfOrigin,
            Field::WageType,
            Field::Value,
            Field::CostCentre,
        ]),
    ]
}

/// One expected booking, whatever the format: number, origin, day, wage type,
/// hundredths, cost centre.
type Expected = (u64, (u64, u64), Option<u64>, u64, i64, Option<String>);

struct Case {
    settings: OfficeSettings,
    lines: Vec<PayLine>,
}

fn spans_of(rng: &mut ChaCha8Rng, minutes: i64) -> Vec<PaySpan> {
    // Cut the minutes into pieces on different days of October 2026, the
    // 25th with its extra hour among them.
    let mut left = minutes;
    let mut spans = Vec::new();
    let mut day = 1_u32;
    while left > 0 && day <= 28 {
        let piece = left.min(rng.random_range(1..=600));
        // Not in the hour that exists twice: times would run backwards.
        let hour = match rng.random_range(0..24) {
            2 => 3,
            hour => hour,
        };
        let from = at(&format!("2026-10-{day:02}T{hour:02}:07:00+02:00"));
        let span = Interval::new(from, from + Minutes::new(piece)).expect("longer than nothing");
        spans.push(PaySpan {
            shift: "s".into(),
            span,
            zone: "Europe/Berlin".into(),
            minutes: span.length(),
            rules: vec![],
        });
        left -= piece;
        day += 1;
    }
    spans
}

fn case(rng: &mut ChaCha8Rng, program: Program) -> Case {
    let mapping: Vec<(&str, WageType)> =
        KINDS.iter().map(|(word, _, n)| (*word, wage_type(*n, SendAs::Hours))).collect();
    let mut settings = settings(program.clone(), &mapping);
    settings.negative_values = NegativeValues::Write;
    let with_times = matches!(program, Program::LohnAg {}) || program.is_daily();
    let only_work = matches!(program, Program::LohnAg {});
    let mut lines = Vec::new();
    for number in 1..=rng.random_range(1..=5_u32) {
        let number = number * rng.random_range(1..=199) * 100 + number;
        for (_, kind, _) in &KINDS[..if only_work { 1 } else { KINDS.len() }] {
            if rng.random_bool(0.3) {
                continue;
            }
            let most = if with_times { 9_000 } else { 40_000 };
            let minutes = rng.random_range(1..=most);
            let sign = if !with_times && rng.random_bool(0.1) { -1 } else { 1 };
            let mut line = hours(number, kind.clone(), minutes * sign, "2026-10");
            if with_times {
                let spans = spans_of(rng, minutes);
                let kept: Minutes = spans.iter().map(|span| span.minutes).sum();
                line.quantity = Quantity::Minutes(kept);
                line.spans = spans;
            } else if rng.random_bool(0.2) {
                let back = rng.random_range(1..=9);
                line.month_of_origin = month(&format!("2026-{:02}", 10 - back));
            }
            if !only_work && rng.random_bool(0.4) {
                line.cost_centre = Some(format!("K{}", rng.random_range(1..=9_999)));
            }
            lines.push(line);
        }
    }
    if lines.is_empty() {
        lines.push(hours(1, WageKind::Work, 60, "2026-10"));
        if with_times {
            lines[0].spans = spans_of(rng, 60);
        }
    }
    lines.shuffle(rng);
    Case { settings, lines }
}

fn ym(in_month: assistenz_core::time::Month) -> (u64, u64) {
    (u64::try_from(in_month.year()).expect("after Christ"), u64::from(in_month.month()))
}

/// Minutes of a line by local day, minute by minute.
fn by_day(line: &PayLine) -> BTreeMap<u64, i64> {
    let mut days = BTreeMap::new();
    for span in &line.spans {
        for minute in span.span.from().get()..span.span.to().get() {
            let day = Minute::new(minute).day(chrono_tz::Europe::Berlin).day();
            *days.entry(u64::from(day)).or_insert(0) += 1;
        }
    }
    days
}

fn expected(case: &Case, daily: bool, centres: bool) -> Vec<Expected> {
    let mut all = Vec::new();
    for line in &case.lines {
        let Quantity::Minutes(minutes) = line.quantity else { panic!("hours only") };
        let number = u64::from(line.personnel_number.expect("numbered"));
        let (_, _, wage_type) =
            KINDS.iter().find(|(_, kind, _)| *kind == line.wage_kind).expect("known");
        let centre = line.cost_centre.clone().filter(|_| centres);
        let origin = ym(line.month_of_origin);
        let wage_type = u64::from(*wage_type);
        if daily {
            for (day, minutes) in by_day(line) {
                let value = half_up(minutes);
                all.push((number, origin, Some(day), wage_type, value, centre.clone()));
            }
        } else {
            all.push((number, origin, None, wage_type, half_up(minutes.get()), centre));
        }
    }
    all.sort();
    all
}

fn read_back(case: &Case, set: &ExportSet) -> Vec<Expected> {
    let program = &case.settings.program;
    let mut all: Vec<Expected> = Vec::new();
    let text = |file: &ExportFile| ansi(&file.bytes).expect("ANSI");
    let data = set.files.iter().filter(|file| file.name != "lug_import.ini");
    for file in data {
        match program {
            Program::Lodas { profile } => {
                let layout = if *profile == LodasProfile::Sample1 && !file.name.contains("nachber")
                {
                    lodas::Layout::Sample1
                } else {
                    lodas::Layout::Strict
                };
                for b in lodas::read(&file.bytes, layout).expect("LODAS").bookings {
                    assert_eq!((b.period, b.key), ((2026, 10), 1));
                    let wage_type = b.wage_type.expect("a wage type");
                    let origin = b.retro.unwrap_or(b.period);
                    all.push((b.number, origin, None, wage_type, b.value, b.cost_centre));
                }
            }
            Program::Lug { .. } => {
                let ini = set.files.last().expect("an INI");
                let by = lug::read_ini(&ini.bytes).expect("an INI");
                let read = lug::read(&file.bytes, &by, 2).expect("LuG");
                assert_eq!((read.adviser, read.client), (1_103_899, 62_069));
                for b in read.bookings {
                    let value = b.hours.or(b.value).expect("a value");
                    let wage_type = b.wage_type.expect("a wage type");
                    let centre = b.cost_centre.or(b.cost_object);
                    all.push((b.number, read.month, b.day, wage_type, value, centre));
                }
            }
            Program::Lexware { .. } => {
                for b in lexware::read(&text(file), true).expect("Lexware") {
                    assert_eq!(b.rate, Some(1_000));
                    all.push((b.number, b.month, None, b.wage_type, b.value, None));
                }
            }
            Program::Addison {} => {
                for b in addison::read(&text(file)).expect("ADDISON") {
                    let value = b.hours.expect("hours");
                    all.push((b.number, (b.date.0, b.date.1), None, b.wage_type, value, None));
                }
            }
            Program::Csv { .. } => {
                for cells in &csv_reader::read(&text(file), ';').expect("CSV")[1..] {
                    let (month, year) = cells[1].split_once('/').expect("a month");
                    let centre = (!cells[4].is_empty()).then(|| cells[4].clone());
                    let hundredths = cells[3].replace(',', "");
                    all.push((
                        cells[0].parse().expect("a number"),
                        (year.parse().expect("a year"), month.parse().expect("a month")),
                        None,
                        cells[2].parse().expect("a wage type"),
                        hundredths.parse().expect("a value"),
                        centre,
                    ));
                }
            }
            Program::LohnAg {} | Program::Xlsx { .. } => panic!("read elsewhere"),
        }
    }
    all.sort();
    all
}

fn read_times(case: &Case, set: &ExportSet) {
    let text = ansi(&set.files[0].bytes).expect("ANSI");
    let mut shown: BTreeMap<(u64, u64), u64> = BTreeMap::new();
    for booking in lohnag::read(&text).expect("LohnAG") {
        let lohnag::Booking::Stay(number, day, from, to) = booking else { panic!("no absences") };
        *shown.entry((number, day.2)).or_default() += to - from;
    }
    let mut ours: BTreeMap<(u64, u64), u64> = BTreeMap::new();
    for line in &case.lines {
        let number = u64::from(line.personnel_number.expect("numbered"));
        for (day, minutes) in by_day(line) {
            *ours.entry((number, day)).or_default() += minutes.unsigned_abs();
        }
    }
    // The 25th may hide the repeated hour; the preview then says so.
    let hidden = set.cover.notes.iter().any(|note| note.what.code() == "clock_change");
    for (key, minutes) in &ours {
        if shown.get(key) != Some(minutes) {
            assert!(hidden && key.1 == 25, "{key:?}: {minutes} minutes");
        }
    }
    assert_eq!(shown.len(), ours.len());
}

#[test]
fn whatever_is_written_is_read_back_and_written_again_the_same() {
    let programs = programs();
    for seed in 0..exports() {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let program = programs[usize::try_from(seed).expect("few") % programs.len()].clone();
        let mut case = case(&mut rng, program);
        let datev = matches!(case.settings.program, Program::Lodas { .. } | Program::Lug { .. });
        if datev && rng.random_bool(0.1) {
            case.settings.decimal = DecimalMark::Point;
        }
        let set = match export_all(&case.settings, "2026-10", &case.lines) {
            Ok(set) => set,
            Err(refusal) => panic!("seed {seed}: {refusal:?}"),
        };
        if matches!(case.settings.program, Program::LohnAg {}) {
            read_times(&case, &set);
        } else {
            let daily = case.settings.program.is_daily();
            let centres = case.settings.program.limits().cost_centre > 0;
            assert_eq!(read_back(&case, &set), expected(&case, daily, centres), "seed {seed}");
        }
        let mut again = case.lines.clone();
        again.shuffle(&mut rng);
        let second = export_all(&case.settings, "2026-10", &again).expect("the same export");
        for (a, b) in set.files.iter().zip(&second.files) {
            assert_eq!(
                (&a.name, &a.sha256, &a.bytes),
                (&b.name, &b.sha256, &b.bytes),
                "seed {seed}"
            );
        }
        assert_eq!(set.files.len(), second.files.len(), "seed {seed}");
    }
}

#[test]
fn a_workbook_is_the_same_bytes_whenever_and_in_whatever_order_it_is_made() {
    let fields = [Field::PersonnelNumber, Field::Name, Field::WageType, Field::Hours, Field::Paid];
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    let mut case = case(&mut rng, xlsx(&fields));
    let first = export_all(&case.settings, "2026-10", &case.lines).expect("an export");
    // Two exports in a row would agree even if the archive held the time of
    // day; so look at the times themselves: all must be 1980-01-01, 00:00.
    let bytes = &first.files[0].bytes;
    let mut entries = 0;
    for at in 0..bytes.len().saturating_sub(14) {
        if bytes[at..].starts_with(b"PK\x03\x04") {
            entries += 1;
            assert_eq!(bytes[at + 10..at + 14], [0, 0, 0x21, 0], "entry at {at}");
        }
    }
    assert!(entries > 5);
    for _ in 0..5 {
        case.lines.shuffle(&mut rng);
        let again = export_all(&case.settings, "2026-10", &case.lines).expect("an export");
        assert_eq!(again.files[0].sha256, first.files[0].sha256);
        assert_eq!(again.files[0].bytes, first.files[0].bytes);
    }
}

#[test]
fn a_reader_that_cannot_fail_would_prove_nothing() {
    let settings = simple(LODAS);
    let lines = [hours(26, WageKind::Work, 7_460, "2026-10")];
    let set = export_all(&settings, "2026-10", &lines).expect("an export");
    let good = String::from_utf8(set.files[0].bytes.clone()).expect("ASCII");
    let read = |text: &str| lodas::read(text.as_bytes(), lodas::Layout::Strict);
    assert!(read(&good).is_ok());
    for (from, to) in [
        ("\r\n", "\n"),
        (";;\r\n", ";\r\n"),
        ("124,33", "124.33"),
        ("124,33", "0124,33"),
        ("124,33", "124,3"),
        ("01.10.2026", "02.10.2026"),
        ("1;26;", "1;100000;"),
        (";101;", ";10100;"),
        ("MandantenNr", "MandantNr"),
        ("bs_nr#bwd;la_eigene#bwd;bs_wert_butab#bwd", "la_eigene#bwd;bs_wert_butab#bwd;bs_nr#bwd"),
        ("[Satzbeschreibung]", "[Bewegungsdaten]"),
    ] {
        let bad = good.replace(from, to);
        assert_ne!(bad, good, "{from}");
        assert!(read(&bad).is_err(), "{from} → {to}");
    }
    assert!(read(&format!("\u{feff}{good}")).is_err());
}

#[test]
fn corrections_of_random_exports_may_be_kept_for_the_hand() {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    for _ in 0..20 {
        let mut case = case(&mut rng, LODAS);
        case.settings.corrections = Corrections::ByHand;
        let late = case.lines.iter().filter(|l| l.month != l.month_of_origin).count();
        let set = export_all(&case.settings, "2026-10", &case.lines).expect("an export");
        let sent: usize = set.files.iter().map(|file| file.rows).sum();
        assert_eq!(sent + late, case.lines.len());
    }
}
