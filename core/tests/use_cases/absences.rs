//! Absences through the use cases: reported offline on a phone, asked for,
//! decided at the desk, paid with the month.

use super::team::{Team, at, clock};
use super::{START, contract, in_at, october, out_at, refused, roll};
use assistenz_core::absence::{AbsenceKind, Certificate};
use assistenz_core::app::absence::{AbsenceChange, NewAbsence};
use assistenz_core::app::absence_decision::{AbsenceDecision, EnteredAbsence};
use assistenz_core::app::{AppError, ApprovalTerms, Device};
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::pay::line::{Quantity, WageKind};
use assistenz_core::record::absence::{AbsenceEntry, AbsenceState};
use assistenz_core::record::events::Body;
use assistenz_core::record::month_state::MonthState;
use assistenz_core::store::Store;
use assistenz_core::time::{Interval, Minute, Minutes};
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn span(from: &str, to: &str) -> Interval {
    Interval::new(Minute::floor_ms(at(from)), Minute::floor_ms(at(to))).expect("in order")
}

/// A team of one with a contract, and a published shift on each of these days
/// of October from 8 to 18.
fn planned(days: &[u32]) -> (Team, Device<Store>, PersonId) {
    let mut team = Team::found(at(START));
    let phone = team.assistant(at(START));
    let ada = phone.me().person;
    let shifts: Vec<_> = days
        .iter()
        .map(|day| {
            let wall = |hour: &str| format!("2026-10-{day:02}T{hour}+02:00");
            (span(&wall("08:00"), &wall("18:00")), None)
        })
        .collect();
    team.desk(at(START), |acting| {
        acting.put_contract(ada, &contract())?;
        acting.plan(ada, &shifts, Berlin)?;
        acting.publish(ada, october())
    })
    .expect("planned");
    (team, phone, ada)
}

fn all(team: &mut Team, ada: PersonId, now: &str) -> Vec<AbsenceEntry> {
    let year = (day("2026-01-01"), day("2026-12-31"));
    team.desk(at(now), |acting| acting.absences_between(ada, year.0, year.1)).expect("read")
}

fn minutes_of(lines: &[assistenz_core::pay::line::PayLine], kind: &WageKind) -> Minutes {
    lines
        .iter()
        .filter(|line| line.wage_kind == *kind)
        .map(|line| match line.quantity {
            Quantity::Minutes(minutes) => minutes,
            Quantity::Amount | Quantity::Count(_) | Quantity::Days(_) => Minutes::ZERO,
        })
        .sum()
}

fn on<T>(
    phone: &mut Device<Store>,
    now: &str,
    act: impl FnOnce(&mut assistenz_core::app::Acting<'_>) -> Result<T, AppError>,
) -> Result<T, AppError> {
    phone.act(&clock(at(now)), &mut roll(), act)
}

#[test]
fn a_sick_call_made_offline_pays_the_planned_shifts_and_shows_its_certificate() {
    let (mut team, mut phone, ada) = planned(&[5, 7, 9]);
    team.sync(&mut phone, at("2026-10-01T09:00+02:00"));
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    out_at(&mut phone, "2026-10-05T18:00+02:00");
    // In the evening she feels ill. No network.
    let sick = on(&mut phone, "2026-10-06T21:00+02:00", |acting| {
        acting.report_sick(day("2026-10-07"), day("2026-10-08"), Certificate::None, "")
    })
    .expect("reported");
    on(&mut phone, "2026-10-08T11:00+02:00", |acting| {
        acting.change_absence(
            sick,
            &AbsenceChange {
                last: Some(day("2026-10-11")),
                certificate: Some(Certificate::Expected(day("2026-10-08"))),
                ..AbsenceChange::default()
            },
        )
    })
    .expect("changed");
    let own = phone
        .look(&clock(at("2026-10-08T11:01+02:00")), |acting| acting.absence_of(ada, sick))
        .expect("read")
        .expect("there");
    assert_eq!(own.state, AbsenceState::Reported);
    assert_eq!(own.days, Some((day("2026-10-07"), day("2026-10-11"))));
    assert!(all(&mut team, ada, "2026-10-08T12:00+02:00").is_empty(), "nothing has arrived");

    team.sync(&mut phone, at("2026-10-08T20:00+02:00"));
    let now = "2026-11-02T09:00+01:00";
    let reckoned = team.desk(at(now), |acting| acting.reckon(ada, october())).expect("reckoned");
    assert_eq!(minutes_of(&reckoned.pay.lines, &WageKind::Work), Minutes::hours(10));
    assert_eq!(minutes_of(&reckoned.pay.lines, &WageKind::Sick), Minutes::hours(20));
    let words = |reckoned: &assistenz_core::app::reckoning::Reckoning| {
        reckoned.pay.findings.iter().map(|found| found.kind.word()).collect::<Vec<_>>()
    };
    assert_eq!(words(&reckoned), ["certificate_missing"], "seen by nobody yet");

    // The employer pulls it from the health insurance, and undoes a slip.
    let held = Certificate::Electronic(day("2026-10-12"));
    team.desk(at(now), |acting| acting.note_certificate(ada, sick, Certificate::None))
        .expect("noted");
    team.desk(at(now), |acting| acting.note_certificate(ada, sick, held)).expect("noted");
    assert_eq!(all(&mut team, ada, now)[0].certificate, held);
    let approved = team
        .desk(at(now), |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved");
    assert!(words(&approved.reckoning).is_empty());
    assert_eq!(approved.statement.absences.len(), 1);
    assert_eq!(approved.statement.absences[0].planned.len(), 2);
    let read: Vec<_> =
        approved.statement.documents.iter().map(|read| read.document.split('/').next()).collect();
    assert_eq!(read, ["time", "wishes", "answers", "rota"].map(Some), "pinned");

    // The phone sees what the employer noted, and comes to the same pay.
    team.sync(&mut phone, at(now));
    let here = phone.look(&clock(at(now)), |acting| acting.reckon(ada, october())).expect("read");
    assert_eq!(here.pay.lines, approved.reckoning.pay.lines);
}

#[test]
fn a_shift_called_off_because_of_a_sick_call_is_still_paid() {
    for (what, called_off, expected) in [
        ("before: it was gone anyway", "2026-10-05T09:00+02:00", 0),
        ("after: it fell away", "2026-10-06T09:00+02:00", 10),
    ] {
        let (mut team, mut phone, ada) = planned(&[1, 7]);
        let shift = team
            .desk(at(START), |acting| acting.rota_of(ada, october()))
            .expect("read")
            .last()
            .expect("planned")
            .id;
        on(&mut phone, "2026-10-05T21:00+02:00", |acting| {
            acting.report_sick(day("2026-10-07"), day("2026-10-07"), Certificate::None, "")
        })
        .expect("reported");
        team.sync(&mut phone, at("2026-10-05T21:01+02:00"));
        team.desk(at(called_off), |acting| acting.cancel_planned(ada, october(), shift))
            .expect("called off");
        let now = at("2026-11-02T09:00+01:00");
        let reckoned = team.desk(now, |acting| acting.reckon(ada, october())).expect("reckoned");
        assert_eq!(
            minutes_of(&reckoned.pay.lines, &WageKind::Sick),
            Minutes::hours(expected),
            "{what}"
        );
    }
}

/// One step of the table of states.
type Step = fn(&mut Team, &mut Device<Store>, PersonId, EventId);

#[test]
fn a_request_is_open_until_decided_and_counts_only_when_granted() {
    fn decide(team: &mut Team, ada: PersonId, wish: EventId, granted: bool) {
        let reason = if granted { "" } else { "Zu viele fehlen" }.to_owned();
        let decision = AbsenceDecision { granted, reason, ..AbsenceDecision::default() };
        team.desk(at("2026-09-10T09:00+02:00"), |acting| {
            acting.decide_absence(ada, wish, &decision)
        })
        .expect("decided");
    }
    fn withdraw(team: &mut Team, phone: &mut Device<Store>, wish: EventId, yes: bool) {
        on(phone, "2026-09-11T09:00+02:00", |acting| acting.withdraw_absence(wish, yes))
            .expect("withdrawn");
        team.sync(phone, at("2026-09-11T09:01+02:00"));
    }
    fn longer(team: &mut Team, phone: &mut Device<Store>, wish: EventId) {
        let last = Some(day("2026-10-09"));
        on(phone, "2026-09-12T09:00+02:00", |acting| {
            acting.change_absence(wish, &AbsenceChange { last, ..AbsenceChange::default() })
        })
        .expect("changed");
        team.sync(phone, at("2026-09-12T09:01+02:00"));
    }
    let cases: &[(&str, &[Step], AbsenceState, Option<&str>)] = &[
        ("asked", &[], AbsenceState::Requested, None),
        ("granted", &[|t, _, a, w| decide(t, a, w, true)], AbsenceState::Granted, None),
        ("declined", &[|t, _, a, w| decide(t, a, w, false)], AbsenceState::Declined, None),
        (
            "declined, then granted",
            &[|t, _, a, w| decide(t, a, w, false), |t, _, a, w| decide(t, a, w, true)],
            AbsenceState::Granted,
            None,
        ),
        (
            "granted, and the decision taken back",
            &[
                |t, _, a, w| decide(t, a, w, true),
                |t, _, a, w| {
                    t.desk(at("2026-09-13T09:00+02:00"), |acting| {
                        acting.take_absence_back(a, w, "")
                    })
                    .map(drop)
                    .expect("taken back");
                },
            ],
            AbsenceState::Requested,
            None,
        ),
        ("withdrawn", &[|t, p, _, w| withdraw(t, p, w, true)], AbsenceState::Withdrawn, None),
        (
            "withdrawn by a slip",
            &[|t, p, _, w| withdraw(t, p, w, true), |t, p, _, w| withdraw(t, p, w, false)],
            AbsenceState::Requested,
            None,
        ),
        (
            "granted, then withdrawn: it counts until the employer agrees",
            &[|t, _, a, w| decide(t, a, w, true), |t, p, _, w| withdraw(t, p, w, true)],
            AbsenceState::WithdrawalAsked,
            None,
        ),
        (
            "and the employer agrees",
            &[
                |t, _, a, w| decide(t, a, w, true),
                |t, p, _, w| withdraw(t, p, w, true),
                |t, _, a, w| decide(t, a, w, false),
            ],
            AbsenceState::Withdrawn,
            None,
        ),
        (
            "granted, then made longer: what was granted counts",
            &[|t, _, a, w| decide(t, a, w, true), |t, p, _, w| longer(t, p, w)],
            AbsenceState::Granted,
            Some("2026-10-09"),
        ),
        (
            "granted, made longer, and the change declined: what was granted stays",
            &[
                |t, _, a, w| decide(t, a, w, true),
                |t, p, _, w| longer(t, p, w),
                |t, _, a, w| decide(t, a, w, false),
            ],
            AbsenceState::Granted,
            None,
        ),
        (
            "declined, then made longer: asked anew",
            &[|t, _, a, w| decide(t, a, w, false), |t, p, _, w| longer(t, p, w)],
            AbsenceState::Requested,
            None,
        ),
    ];
    for (what, steps, state, asked_since) in cases {
        let (mut team, mut phone, ada) = planned(&[]);
        let wish = on(&mut phone, "2026-09-01T09:00+02:00", |acting| {
            let kind = AbsenceKind::Vacation;
            acting.request_absence(&NewAbsence::of(kind, day("2026-10-05"), day("2026-10-07")))
        })
        .expect("asked");
        team.sync(&mut phone, at("2026-09-01T09:01+02:00"));
        for step in *steps {
            step(&mut team, &mut phone, ada, wish);
        }
        let found = all(&mut team, ada, "2026-09-20T09:00+02:00");
        assert_eq!(found.len(), 1, "{what}: nothing is lost");
        assert_eq!(found[0].state, *state, "{what}");
        let anew = what.ends_with("asked anew");
        let last = if anew { "2026-10-09" } else { "2026-10-07" };
        assert_eq!(found[0].days, Some((day("2026-10-05"), day(last))), "{what}");
        assert_eq!(found[0].asked_since.map(|(_, last)| last), asked_since.map(day), "{what}");
    }
}

#[test]
fn two_decisions_that_did_not_know_of_each_other_count_nowhere_until_settled() {
    // One desk cannot contradict itself, so the record's own function is asked.
    let (mut team, mut phone, ada) = planned(&[]);
    let wish = on(&mut phone, "2026-09-01T09:00+02:00", |acting| {
        let kind = AbsenceKind::SpecialLeave;
        acting.request_absence(&NewAbsence::of(kind, day("2026-10-05"), day("2026-10-05")))
    })
    .expect("asked");
    team.sync(&mut phone, at("2026-09-01T09:01+02:00"));
    // A second phone of hers says another day, offline; both are kept.
    let mut second = team.phone_of(ada, at("2026-09-01T10:00+02:00"));
    team.sync(&mut second, at("2026-09-01T10:01+02:00"));
    for (device, last) in [(&mut phone, "2026-10-06"), (&mut second, "2026-10-08")] {
        let last = Some(day(last));
        on(device, "2026-09-02T09:00+02:00", |acting| {
            acting.change_absence(wish, &AbsenceChange { last, ..AbsenceChange::default() })
        })
        .expect("changed");
    }
    team.sync(&mut phone, at("2026-09-02T10:00+02:00"));
    team.sync(&mut second, at("2026-09-02T10:00+02:00"));
    let found = all(&mut team, ada, "2026-09-03T09:00+02:00");
    assert_eq!((found[0].state, found[0].days), (AbsenceState::Unsettled, None));
    assert_eq!(found[0].disputed, ["last_day"]);
    let now = at("2026-11-02T09:00+01:00");
    let held = team.desk(now, |acting| acting.approve(ada, october(), &ApprovalTerms::default()));
    assert_eq!(refused(held), "findings");
    // She chooses on one phone, which has seen both.
    team.sync(&mut phone, at("2026-09-03T10:00+02:00"));
    on(&mut phone, "2026-09-03T10:01+02:00", |acting| {
        let last = Some(day("2026-10-08"));
        let first = Some(day("2026-10-05"));
        acting.change_absence(wish, &AbsenceChange { first, last, ..AbsenceChange::default() })
    })
    .expect("settled");
    team.sync(&mut phone, at("2026-09-03T10:02+02:00"));
    assert_eq!(all(&mut team, ada, "2026-09-03T11:00+02:00")[0].state, AbsenceState::Requested);
}

#[test]
fn an_absence_granted_after_approval_opens_a_difference() {
    let (mut team, mut phone, ada) = planned(&[5, 7]);
    team.sync(&mut phone, at("2026-10-01T09:00+02:00"));
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    out_at(&mut phone, "2026-10-05T18:00+02:00");
    let now = "2026-11-02T09:00+01:00";
    team.sync(&mut phone, at(now));
    let first = team
        .desk(at(now), |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved");
    assert_eq!(minutes_of(&first.reckoning.pay.lines, &WageKind::Vacation), Minutes::ZERO);
    let later = "2026-11-03T09:00+01:00";
    let entered = EnteredAbsence {
        kind: AbsenceKind::Vacation,
        first: day("2026-10-07"),
        last: day("2026-10-07"),
        reason: "Am Telefon gefragt".into(),
        vacation_days: None,
    };
    let id = team.desk(at(later), |acting| acting.enter_absence(ada, &entered)).expect("entered");
    let standing = team.desk(at(later), |acting| acting.standing_of(ada, october())).expect("read");
    assert_eq!(standing.state, MonthState::Changed);
    assert_eq!(standing.deltas[0].1.absences.len(), 1);
    let second = team
        .desk(at(later), |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved again");
    // 13 weeks before: one day of ten hours at 17.50.
    assert_eq!(minutes_of(&second.reckoning.pay.lines, &WageKind::Vacation), Minutes::hours(10));
    let standing = team.desk(at(later), |acting| acting.standing_of(ada, october())).expect("read");
    assert_eq!(standing.state, MonthState::Approved);
    let twice =
        team.desk(at(later), |acting| acting.approve(ada, october(), &ApprovalTerms::default()));
    assert_eq!(refused(twice), "nothing_to_approve");

    // Taken back, it is a difference again; nothing is overwritten.
    team.desk(at(later), |acting| acting.take_absence_back(ada, id, "Irrtum")).expect("back");
    assert_eq!(all(&mut team, ada, later)[0].state, AbsenceState::TakenBack);
    let standing = team.desk(at(later), |acting| acting.standing_of(ada, october())).expect("read");
    assert_eq!(standing.state, MonthState::Changed);
}

#[test]
fn an_absence_over_the_months_end_is_paid_in_both_and_changes_only_what_it_touches() {
    let (mut team, mut phone, ada) = planned(&[29]);
    let november = october().next();
    team.desk(at(START), |acting| {
        let shift = span("2026-11-02T08:00+01:00", "2026-11-02T18:00+01:00");
        let far = span("2026-11-20T08:00+01:00", "2026-11-20T18:00+01:00");
        acting.plan(ada, &[(shift, None), (far, None)], Berlin)?;
        acting.publish(ada, november)
    })
    .expect("planned");
    team.sync(&mut phone, at("2026-10-28T08:00+01:00"));
    let sick = on(&mut phone, "2026-10-28T08:00+01:00", |acting| {
        acting.report_sick(day("2026-10-28"), day("2026-11-04"), Certificate::None, "")
    })
    .expect("reported");
    team.sync(&mut phone, at("2026-10-28T08:01+01:00"));
    let now = "2026-11-05T09:00+01:00";
    for month in [october(), november] {
        let reckoned = team.desk(at(now), |acting| acting.reckon(ada, month)).expect("reckoned");
        assert_eq!(minutes_of(&reckoned.pay.lines, &WageKind::Sick), Minutes::hours(10), "{month}");
    }
    team.desk(at(now), |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved");
    // Longer in November, and the certificate pulled: October stays as it is.
    on(&mut phone, "2026-11-04T08:00+01:00", |acting| {
        let last = Some(day("2026-11-25"));
        acting.change_absence(sick, &AbsenceChange { last, ..AbsenceChange::default() })
    })
    .expect("changed");
    team.sync(&mut phone, at(now));
    team.desk(at(now), |acting| {
        acting.note_certificate(ada, sick, Certificate::Paper(day("2026-11-05")))
    })
    .expect("noted");
    let standing = team.desk(at(now), |acting| acting.standing_of(ada, october())).expect("read");
    assert_eq!(standing.state, MonthState::Approved);
    let reckoned = team.desk(at(now), |acting| acting.reckon(ada, november)).expect("reckoned");
    assert_eq!(minutes_of(&reckoned.pay.lines, &WageKind::Sick), Minutes::hours(20));
}

#[test]
fn what_makes_no_sense_is_refused_and_says_why() {
    let (mut team, mut phone, ada) = planned(&[]);
    let now = "2026-10-05T09:00+02:00";
    let (first, last) = (day("2026-10-05"), day("2026-10-07"));
    let ask = |phone: &mut Device<Store>, kind, first, last| {
        on(phone, now, |acting| acting.request_absence(&NewAbsence::of(kind, first, last)))
    };
    assert_eq!(refused(ask(&mut phone, AbsenceKind::Vacation, last, first)), "wrong_order");
    let far = day("2030-01-01");
    assert_eq!(refused(ask(&mut phone, AbsenceKind::UnpaidLeave, first, far)), "absence_too_long");
    let holiday = ask(&mut phone, AbsenceKind::HolidayNotWorked, first, last);
    assert_eq!(refused(holiday), "wrong_kind");
    let sick = ask(&mut phone, AbsenceKind::Sick, first, last).expect("reported");
    let vacation = ask(&mut phone, AbsenceKind::Vacation, first, last).expect("asked");
    team.sync(&mut phone, at(now));
    let grant = AbsenceDecision { granted: true, ..AbsenceDecision::default() };
    let no = AbsenceDecision::default();
    let mut desk = |what: &str| match what {
        "grant_sick" => refused(team.desk(at(now), |a| a.decide_absence(ada, sick, &grant))),
        "decline" => refused(team.desk(at(now), |a| a.decide_absence(ada, vacation, &no))),
        "certificate" => {
            refused(team.desk(at(now), |a| a.note_certificate(ada, vacation, Certificate::None)))
        }
        "nothing_to_take_back" => {
            refused(team.desk(at(now), |a| a.take_absence_back(ada, vacation, "x")))
        }
        "earlier" => refused(team.desk(at(now), |a| a.note_same_illness(ada, sick, Some(sick)))),
        _ => refused(team.desk(at(now), |a| {
            let kind = AbsenceKind::Vacation;
            let reason = String::new();
            let new = EnteredAbsence { kind, first, last, reason, vacation_days: None };
            a.enter_absence(ada, &new)
        })),
    };
    for (what, code) in [
        ("grant_sick", "wrong_kind"),
        ("decline", "reason_needed"),
        ("certificate", "wrong_kind"),
        ("nothing_to_take_back", "no_such_entry"),
        ("earlier", "no_such_entry"),
        ("enter_without_reason", "reason_needed"),
    ] {
        assert_eq!(desk(what), code, "{what}");
    }
}

#[test]
fn vacation_and_sickness_reach_the_payroll_file_and_the_cover_sheet() {
    use assistenz_core::payroll::cover::CoverSheet;
    use assistenz_core::payroll::{Purpose, export};
    let (mut team, mut phone, ada) = planned(&[5, 7, 12]);
    team.sync(&mut phone, at("2026-10-01T09:00+02:00"));
    for day in ["05", "07"] {
        in_at(&mut phone, &format!("2026-10-{day}T08:00+02:00"));
        out_at(&mut phone, &format!("2026-10-{day}T18:00+02:00"));
    }
    on(&mut phone, "2026-10-11T20:00+02:00", |acting| {
        acting.report_sick(day("2026-10-12"), day("2026-10-13"), Certificate::None, "")
    })
    .expect("reported");
    let wish = on(&mut phone, "2026-10-11T20:01+02:00", |acting| {
        let kind = AbsenceKind::Vacation;
        acting.request_absence(&NewAbsence::of(kind, day("2026-10-26"), day("2026-10-30")))
    })
    .expect("asked");
    let now = "2026-11-02T09:00+01:00";
    team.sync(&mut phone, at(now));
    let grant =
        AbsenceDecision { granted: true, vacation_days: Some(200), ..AbsenceDecision::default() };
    team.desk(at(now), |acting| acting.decide_absence(ada, wish, &grant)).expect("granted");
    let approved = team
        .desk(at(now), |acting| acting.approve(ada, october(), &ApprovalTerms::default()))
        .expect("approved");
    let lines = &approved.reckoning.pay.lines;
    assert_eq!(minutes_of(lines, &WageKind::Work), Minutes::hours(20));
    assert_eq!(minutes_of(lines, &WageKind::Sick), Minutes::hours(10));
    // Two days of duty at the average of the 13 weeks: ten hours each.
    assert_eq!(minutes_of(lines, &WageKind::Vacation), Minutes::hours(20));
    let paid = |kind: &WageKind| {
        let of_kind = lines.iter().filter(|line| line.wage_kind == *kind);
        of_kind.map(|line| line.columns.paid.get()).sum::<i64>()
    };
    assert_eq!((paid(&WageKind::Sick), paid(&WageKind::Vacation)), (17_500, 35_000));

    let settings = super::lodas();
    let handover = team.desk(at(now), |acting| acting.handover(october())).expect("a hand-over");
    let set = export(&handover.input(&settings, Purpose::Final)).expect("exported");
    let text = String::from_utf8_lossy(&set.files[0].bytes).into_owned();
    for (wage_type, hours) in [("140", "20,00"), ("145", "10,00")] {
        let row = text.lines().find(|line| line.split(';').any(|cell| cell == wage_type));
        let row = row.unwrap_or_else(|| panic!("{wage_type} is in the file:\n{text}"));
        assert!(row.contains(hours), "{row}");
    }
    let cover: &CoverSheet = &set.cover;
    let away: Vec<_> = cover.people[0]
        .absences
        .iter()
        .map(|away| (away.kind.word(), away.from.to_string(), away.certificate))
        .collect();
    assert_eq!(
        away,
        [
            ("sick".to_owned(), "2026-10-12".to_owned(), None),
            ("vacation".to_owned(), "2026-10-26".to_owned(), None)
        ]
    );
    // What was paid for the sickness can be asked back; the account has two days less.
    let refunds = team
        .desk(at(now), |acting| acting.refundable_of(ada, (day("2026-01-01"), day("2026-12-31"))))
        .expect("read");
    assert_eq!(refunds[0].paid.get(), 17_500);
    assert_eq!(refunds[0].refund.expect("in force").amount.get(), 14_000);
    let balance = team.desk(at(now), |acting| acting.vacation_of(ada, 2026)).expect("read");
    assert_eq!(balance.expect("a contract").left().round_hundredths(), 1_000);
}

#[test]
fn a_certified_sickness_inside_a_vacation_gives_the_days_back() {
    let (mut team, mut phone, ada) = planned(&[5]);
    team.sync(&mut phone, at("2026-10-01T09:00+02:00"));
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    out_at(&mut phone, "2026-10-05T18:00+02:00");
    let now = "2026-11-02T09:00+01:00";
    team.sync(&mut phone, at(now));
    let enter = |kind, first: &str, last: &str, vacation_days| EnteredAbsence {
        kind,
        first: day(first),
        last: day(last),
        reason: "Am Telefon".into(),
        vacation_days,
    };
    let vacation = enter(AbsenceKind::Vacation, "2026-10-12", "2026-10-21", Some(500));
    let sick = enter(AbsenceKind::Sick, "2026-10-19", "2026-10-21", None);
    team.desk(at(now), |acting| acting.enter_absence(ada, &vacation)).expect("entered");
    let sick = team.desk(at(now), |acting| acting.enter_absence(ada, &sick)).expect("entered");
    let left = |team: &mut Team| {
        let balance = team.desk(at(now), |acting| acting.vacation_of(ada, 2026)).expect("read");
        balance.expect("a contract").left().round_hundredths()
    };
    let codes = |team: &mut Team| {
        let reckoned =
            team.desk(at(now), |acting| acting.reckon(ada, october())).expect("reckoned");
        reckoned.pay.findings.iter().map(|found| found.kind.word()).collect::<Vec<_>>()
    };
    assert_eq!(left(&mut team), 700, "both stay until a certificate is there");
    assert!(codes(&mut team).contains(&"absences_overlap"));
    let held = Certificate::Paper(day("2026-10-20"));
    team.desk(at(now), |acting| acting.note_certificate(ada, sick, held)).expect("noted");
    assert_eq!(left(&mut team), 850, "seven of ten days: three and a half");
    assert!(!codes(&mut team).contains(&"absences_overlap"));
}

#[test]
fn a_grant_names_all_that_it_grants_so_that_no_later_word_changes_it() {
    let (mut team, mut phone, ada) = planned(&[]);
    let now = "2026-10-05T09:00+02:00";
    let (first, last) = (day("2026-10-12"), day("2026-10-16"));
    let asked = NewAbsence {
        vacation_days: Some(450),
        ..NewAbsence::of(AbsenceKind::Vacation, first, last)
    };
    let wish = on(&mut phone, now, |acting| acting.request_absence(&asked)).expect("asked");
    team.sync(&mut phone, at(now));
    let grant = AbsenceDecision { granted: true, ..AbsenceDecision::default() };
    let decision = team
        .desk(at(now), |acting| {
            let id = acting.decide_absence(ada, wish, &grant)?;
            let answers = acting.document(DocumentId::answers(ada, october()))?;
            Ok(answers.event(id).expect("the decision").clone())
        })
        .expect("granted");
    let Body::Decision(decision) = decision.body else { panic!("{decision:?}") };
    assert_eq!(decision.kind.as_deref(), Some("vacation"));
    assert_eq!((decision.days(), decision.vacation_days), (Some((first, last)), Some(450)));
}
