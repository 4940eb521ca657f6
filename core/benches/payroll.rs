//! Lines of pay to LODAS files: an office with 200 teams and 2,000 assistants,
//! twelve lines each with their spans; and ten times as many, to see how it
//! grows. `cargo bench -p assistenz-core --bench payroll`.

use assistenz_core::money::Cents;
use assistenz_core::pay::line::{Columns, PayLine, PaySpan, Quantity, WageKind};
use assistenz_core::payroll::program::{LodasProfile, Program};
use assistenz_core::payroll::settings::{OfficeSettings, SendAs, WageType};
use assistenz_core::payroll::{Approval, ExportInput, PersonMonth, Purpose, export};
use assistenz_core::time::{Interval, Minutes, Month, midnight};
use chrono::NaiveDateTime;
use chrono_tz::Europe::Berlin;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const KINDS: [WageKind; 12] = [
    WageKind::Work,
    WageKind::Standby,
    WageKind::CallOut,
    WageKind::Travel,
    WageKind::Meeting,
    WageKind::Night25,
    WageKind::Night40,
    WageKind::Sunday50,
    WageKind::Holiday125,
    WageKind::Vacation,
    WageKind::Sick,
    WageKind::AbsenceSurcharge,
];
const ASSISTANTS_IN_A_TEAM: u32 = 10;
const SPANS: i64 = 20;

fn month() -> Month {
    "2026-10".parse().expect("a month")
}

fn team(first: u32) -> (Vec<PayLine>, Vec<PersonMonth>) {
    let begin = midnight(month().first_day(), Berlin);
    let mut lines = Vec::new();
    let mut people = Vec::new();
    for number in first..first + ASSISTANTS_IN_A_TEAM {
        let person = format!("{number:032x}");
        for kind in &KINDS {
            let spans: Vec<PaySpan> = (0..SPANS)
                .map(|day| {
                    let from = begin + Minutes::new(day * 1_440 + 1_200);
                    let span = Interval::new(from, from + Minutes::new(481)).expect("from < to");
                    PaySpan {
                        shift: format!("{day:032x}"),
                        span,
                        zone: "Europe/Berlin".into(),
                        minutes: span.length(),
                        rules: vec![],
                    }
                })
                .collect();
            lines.push(PayLine {
                person: person.clone(),
                personnel_number: Some(number),
                wage_kind: kind.clone(),
                month: month(),
                month_of_origin: month(),
                contract_version: "v1".into(),
                cost_centre: Some("4711".into()),
                quantity: Quantity::Minutes(Minutes::new(SPANS * 481)),
                rate: Some((1_600, 1)),
                percent: None,
                columns: Columns { paid: Cents::new(256_533), ..Columns::default() },
                spans,
                reason: None,
            });
        }
        people.push(PersonMonth {
            person,
            name: "Ada Beispiel".into(),
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
    (lines, people)
}

fn settings() -> OfficeSettings {
    let entry =
        WageType { wage_type: Some(101), send_as: SendAs::Hours, bs_nr: None, absence_key: None };
    OfficeSettings {
        office: "Lohnbüro".into(),
        program: Program::Lodas { profile: LodasProfile::Standard },
        adviser_number: Some(1_103_899),
        client_number: Some(62_069),
        encoding: Default::default(),
        decimal: Default::default(),
        wage_types: KINDS.iter().map(|kind| (kind.word(), entry.clone())).collect(),
        cost_centre: Default::default(),
        corrections: Default::default(),
        negative_values: Default::default(),
        unmappable: Default::default(),
    }
}

fn lodas(c: &mut Criterion) {
    let settings = settings();
    let document_time: NaiveDateTime = "2026-11-02T09:30:00".parse().expect("a time");
    let mut group = c.benchmark_group("payroll_lodas_files");
    group.sample_size(10);
    for teams in [200_u32, 2_000] {
        let all: Vec<_> = (0..teams).map(|team_number| team(1 + team_number * 10)).collect();
        let lines: usize = all.iter().map(|(lines, _)| lines.len()).sum();
        group.throughput(Throughput::Elements(u64::try_from(lines).expect("few")));
        group.bench_with_input(BenchmarkId::new("teams", teams), &all, |b, all| {
            b.iter(|| {
                for (lines, people) in all {
                    let set = export(&ExportInput {
                        employer: "Ada Beispiel",
                        settings: &settings,
                        month: month(),
                        purpose: Purpose::Final,
                        people,
                        lines,
                        document_time,
                    });
                    black_box(set.expect("an export"));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, lodas);
criterion_main!(benches);
