use super::*;
use assistenz_core::place::Commune;

const OCTOBER: &str = include_str!("../../../tests/fixtures/months/2026-10-nw.json");

const SMALL: &str = r#"{
 "land": "BY", "communes": ["augsburg"],
 "workplace_zone": "Europe/Berlin",
 "month": "2026-10",
 "assistants": [
  {"id": "a1", "employment": "minijob", "wage_cents_per_hour": 1600,
   "standby_cents_per_hour": 1390, "weekly_minutes": 480,
   "shifts": [
{"id": "s1", "start": "2026-10-02T08:00+02:00", "end": "2026-10-02T12:00+02:00"},
{"id": "s2",
 "start": "2026-10-24T22:00+02:00",
 "end": "2026-10-25T06:00+01:00",
 "parts": [
  {"kind": "standby", "from": "2026-10-25T02:30+02:00", "to": "2026-10-25T02:30+01:00"}
 ]}
   ]}
 ]
}"#;

#[test]
fn the_october_of_six_assistants_is_read() {
    let file = read(OCTOBER).expect("the fixture");
    let shifts: Vec<_> = file.assistants.iter().map(|a| a.shifts.len()).collect();
    assert_eq!(file.month.to_string(), "2026-10");
    assert_eq!(shifts, [14, 13, 14, 4, 5, 14].map(|n: usize| n).to_vec());
    assert_eq!(file.assistants[3].employment, Employment::Minijob);
    assert_eq!(file.assistants[1].wage, CentsPerHour::new(1820));
}

#[test]
fn the_repeated_hour_is_told_apart_by_its_offset() {
    let file = read(SMALL).expect("a month");
    let night = &file.assistants[0].shifts[1];
    assert_eq!(night.span.length(), Minutes::hours(9));
    assert_eq!(night.parts[0].span.length(), Minutes::hours(1));
    assert_eq!(file.workplace.region.communes, [Commune::Augsburg]);
    assert_eq!(file.assistants[0].personnel_number, None);
}

#[test]
fn every_fault_names_its_line_and_its_field() {
    // (what is replaced, by what, line, path, problem)
    let cases = [
        (r#""BY""#, r#""XX""#, 2, "land", FieldProblem::Land),
        ("augsburg", "fronleichnam", 2, "communes", FieldProblem::CommuneOfAnotherLand),
        ("augsburg", "muenchen", 2, "communes", FieldProblem::Commune),
        ("Europe/Berlin", "Berlin", 3, "workplace_zone", FieldProblem::Zone),
        (r#""2026-10","#, r#""2026-00","#, 4, "month", FieldProblem::Month),
        ("\"a1\"", "\"\"", 6, "assistants[0].id", FieldProblem::EmptyId),
        ("minijob", "mini", 6, "assistants[0].employment", FieldProblem::Employment),
        ("\"s2\"", "\"s1\"", 10, "assistants[0].shifts[1].id", FieldProblem::DoubleId),
        ("24T22:00+02", "24 22:00+02", 11, "assistants[0].shifts[1].start", FieldProblem::Time),
        ("24T22:00+02:00", "24T22:00", 11, "assistants[0].shifts[1].start", FieldProblem::Time),
        ("25T06:00+01", "25T06:00+02", 12, "assistants[0].shifts[1].end", FieldProblem::Offset),
        ("02T12:00", "02T08:00", 9, "assistants[0].shifts[0].end", FieldProblem::Order),
        (
            r#""2026-10-02T08:00+02:00", "end": "2026-10-02T12:00+02:00""#,
            r#""2026-09-02T08:00+02:00", "end": "2026-09-02T12:00+02:00""#,
            9,
            "assistants[0].shifts[0].start",
            FieldProblem::OutsideMonth,
        ),
        (
            "25T02:30+02",
            "24T21:59+02",
            14,
            "assistants[0].shifts[1].parts[0].from",
            FieldProblem::OutsideShift,
        ),
        (
            "25T02:30+01",
            "25T06:01+01",
            14,
            "assistants[0].shifts[1].parts[0].to",
            FieldProblem::OutsideShift,
        ),
    ];
    for (what, by, line, path, problem) in cases {
        let got = read(&SMALL.replacen(what, by, 1));
        let path = path.to_owned();
        assert_eq!(got, Err(MonthFileError::Field { line, path, problem }), "{what} -> {by}");
    }
}

#[test]
fn unknown_fields_and_broken_json_are_refused_with_their_line() {
    let typo = SMALL.replacen("\"weekly_minutes\"", "\"weekly_hours\"", 1);
    let error = read(&typo).expect_err("a field that is not known");
    assert!(error.to_string().starts_with("Zeile (line) 7, Spalte"), "{error}");
    let latin = [b"{\n ".as_slice(), &[0xe4]].concat();
    assert!(matches!(read_bytes(&latin), Err(MonthFileError::Shape { line: 2, column: 2, .. })));
    let cut = &SMALL[..SMALL.len() - 2];
    assert!(matches!(read(cut), Err(MonthFileError::Shape { .. })));
    let negative = SMALL.replacen("1600", "-1600", 1);
    assert!(matches!(read(&negative), Err(MonthFileError::Shape { line: 6, .. })));
}

#[test]
fn parts_overlap_only_where_one_takes_precedence() {
    const STANDBY: &str = "{\"kind\": \"standby\",";
    let with = |kind: &str| {
        let extra = format!(
            r#"{{"kind": "{kind}", "from": "2026-10-25T02:30+02:00", "to": "2026-10-25T02:45+02:00"}},
{{"kind": "standby","#
        );
        assert!(SMALL.contains(STANDBY));
        read(&SMALL.replacen(STANDBY, &extra, 1)).is_ok()
    };
    assert!(with("call_out") && with("unpaid_break") && with("travel"));
    assert!(!with("standby") && !with("on_call"));
}
