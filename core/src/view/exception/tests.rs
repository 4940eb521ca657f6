use super::*;
use crate::document::{DocumentId, PersonId};
use crate::place::{HolidayRegion, Land, Workplace};
use crate::record::claims::{Field, Value as Claimed};
use crate::record::findings::{Dispute, Finding, What};
use crate::record::month_state::{Complete, MayApprove};
use crate::record::proposals::{Outcome, ProposalView};
use crate::record::rota::PlanState;
use crate::record::settle::{Entry, State};
use crate::time::Interval;
use crate::work::Shift;
use chrono_tz::Europe::Berlin;

const ADA: PersonId = PersonId::new([7; 16]);

fn id(number: u8) -> EventId {
    EventId::new([number; 16])
}
fn at(text: &str) -> Minute {
    let text = format!("2026-11-{text}:00+01:00");
    Minute::floor(chrono::DateTime::parse_from_rfc3339(&text).expect("an instant").to_utc())
}
fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(from), at(to)).expect("from < to")
}
fn day(text: &str) -> NaiveDate {
    format!("2026-11-{text}").parse().expect("a day")
}

fn entry(number: u8, state: State, day: Option<NaiveDate>) -> Entry {
    let month: crate::time::Month = "2026-11".parse().expect("a month");
    Entry {
        shift: id(number),
        home: Some(DocumentId::time(ADA, month)),
        found_in: DocumentId::time(ADA, month),
        state,
        day,
        workplace: Some(place()),
        live: vec![id(number)],
        replaced: vec![],
        reconstructed: false,
        agreed: vec![],
        over_objection: vec![],
        running_parts: vec![],
        part_ids: vec![],
        unsettled_parts: vec![],
        exists_disputed: false,
    }
}
fn place() -> Workplace {
    Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) }
}
fn worked(number: u8, from: &str, to: &str) -> Entry {
    let span = span(from, to);
    let shift = Shift {
        id: id(number).to_string(),
        span,
        workplace: place(),
        parts: vec![],
        away: vec![],
        funding: vec![],
        reconstructed: false,
    };
    entry(number, State::Settled(shift), Some(span.from().day(Berlin)))
}
fn planned(number: u8, from: &str, to: &str) -> PlannedShift {
    PlannedShift {
        id: id(number),
        span: Some(span(from, to)),
        kind: String::new(),
        note: String::new(),
        cost_centre: None,
        state: PlanState::Published { at_ms: 0 },
        disputed: vec![],
    }
}

/// A month to put into words: what a test changes of it.
struct Given {
    work: MonthOfWork,
    planned: Vec<PlannedShift>,
    standing: Standing,
    pay: Vec<PayFinding>,
    away: BTreeSet<NaiveDate>,
    now: Minute,
}

fn given(entries: Vec<Entry>, planned: Vec<PlannedShift>) -> Given {
    Given {
        work: MonthOfWork {
            person: ADA,
            month: "2026-11".parse().expect("a month"),
            entries,
            disputes: vec![],
            findings: vec![],
            proposals: vec![],
            heads: vec![],
        },
        planned,
        standing: Standing {
            state: MonthState::Open,
            may_approve: MayApprove::Yes,
            complete: Complete::No,
            approvals: vec![],
            reopened: vec![],
            deltas: vec![],
            paid_otherwise: vec![],
            unreadable: vec![],
            purged: false,
        },
        pay: vec![],
        away: BTreeSet::new(),
        now: Minute::floor(
            chrono::DateTime::parse_from_rfc3339("2026-12-02T08:00:00+01:00")
                .expect("an instant")
                .to_utc(),
        ),
    }
}

impl Given {
    fn seen(&self) -> ByException {
        let month = Month {
            work: &self.work,
            planned: &self.planned,
            standing: &self.standing,
            law: &[],
            pay: &self.pay,
            said: &BTreeMap::from([(id(2), vec!["Arzt kam später".to_owned()])]),
            doubts: &[],
            away: &self.away,
            tail: &[],
            zone: Berlin,
            now: self.now,
        };
        ByException::of(Language::German, &month)
    }
}

/// Three shifts: as planned within minutes, an hour longer, and one without a plan.
fn three() -> Given {
    given(
        vec![
            worked(1, "02T08:00", "02T16:04"),
            worked(2, "03T08:00", "03T17:10"),
            worked(3, "05T20:00", "06T06:00"),
        ],
        vec![planned(11, "02T08:00", "02T16:00"), planned(12, "03T08:00", "03T16:00")],
    )
}

fn dispute(shift: u8, field: Field, values: &[&str]) -> Dispute {
    let values = values.iter().map(|text| (Claimed::At(at(text)), vec![id(90)])).collect();
    Dispute { shift: id(shift), field, values }
}

fn proposal(number: u8, shift: u8, outcome: Outcome) -> ProposalView {
    ProposalView {
        id: id(number),
        shift: id(shift),
        reason: "Geplant war kürzer".into(),
        outcome,
        over: false,
        changes: vec![(Field::End, vec![Claimed::At(at("03T17:10"))], Claimed::At(at("03T16:00")))],
        answer_reason: Some("Der Arzt kam später".into()),
        counts_in: None,
    }
}

#[test]
fn only_what_is_out_of_the_ordinary_is_read_out() {
    let seen = three().seen();
    assert_eq!(seen.summary, "Eine Schicht wie geplant, 2 weichen ab.");
    let told: Vec<(&str, &str)> =
        seen.cases.iter().map(|case| (case.heading.as_str(), case.sentence.as_str())).collect();
    assert_eq!(
        told,
        [
            (
                "Di 3. Nov.",
                "Geplant 08:00 bis 16:00, aufgezeichnet 08:00 bis 17:10: 1:10 Stunden später beendet."
            ),
            (
                "Do 5. Nov.",
                "Aufgezeichnet 20:00 bis Fr 6. Nov. 06:00, im Plan steht an dieser Stelle nichts."
            ),
        ]
    );
    assert_eq!(seen.cases[0].notes, ["Dazu gesagt: „Arzt kam später“"]);
    assert_eq!(seen.cases[0].reason, "Geplant war 08:00 bis 16:00.");
    assert_eq!(seen.rows.len(), 3);
    assert_eq!(seen.rows[0].mark, "wie geplant");
}

#[test]
fn without_any_plan_every_shift_is_plain() {
    let seen = given(vec![worked(1, "02T08:00", "02T16:00")], vec![]).seen();
    assert_eq!(seen.summary, "Eine Schicht ohne Dienstplan.");
    assert_eq!(seen.cases, []);
    assert_eq!(seen.decide(&Decisions::new()).approvable, Approvable::Month);
    assert_eq!(given(vec![], vec![]).seen().summary, "Keine Schichten.");
}

#[test]
fn a_day_without_a_choice_waits_and_the_others_do_not() {
    let seen = three().seen();
    let none = seen.decide(&Decisions::new());
    assert_eq!(none.next, Some(id(2)));
    assert_eq!(none.approvable, Approvable::Days(vec![day("02")]));
    assert_eq!(none.headline, "Ein Tag kann jetzt freigegeben werden.");
    assert_eq!(none.waiting, "Diese Tage warten: Di 3. Nov. und Do 5. Nov.");
}

#[test]
fn the_choices_decide_what_is_approved_and_what_is_proposed() {
    use Choice::{AsRecorded, NotYet, Over, ProposePlanned, ProposeRemoval};
    let days = |days: &[&str]| Approvable::Days(days.iter().map(|text| day(text)).collect());
    // (choice for the 3rd, choice for the 5th, approved, proposals)
    let cases = [
        (AsRecorded, AsRecorded, Approvable::Month, 0),
        (ProposePlanned, AsRecorded, days(&["02", "05"]), 1),
        (ProposePlanned, ProposeRemoval, days(&["02"]), 2),
        (NotYet, AsRecorded, days(&["02", "05"]), 0),
        // What a case does not offer is as no choice.
        (Over, AsRecorded, days(&["02", "05"]), 0),
    ];
    let seen = three().seen();
    for (third, fifth, approvable, proposals) in cases {
        let decided = seen.decide(&Decisions::from([(id(2), third), (id(3), fifth)]));
        assert_eq!(decided.approvable, approvable, "{third:?} {fifth:?}");
        assert_eq!(decided.proposals.len(), proposals, "{third:?} {fifth:?}");
    }
    let decided = seen.decide(&Decisions::from([(id(2), ProposePlanned)]));
    assert_eq!(decided.proposals[0].planned, Some(span("03T08:00", "03T16:00")));
    assert_eq!(
        decided.chosen[0].1,
        "Sie schlagen 08:00 bis 16:00 vor. Der Tag wartet auf die Antwort."
    );
}

#[test]
fn what_was_approved_is_not_asked_about_again_until_it_changes_or_is_reopened() {
    let approval = |days: Vec<NaiveDate>| crate::record::events::review::Approval {
        month: "2026-11".parse().expect("a month"),
        days,
        statement: crate::record::cbor::Hash32([0; 32]),
        heads: vec![],
        live: vec![],
        rules: String::new(),
        totals: vec![],
        over: vec![],
        warnings: vec![],
    };
    let mut given = three();
    given.standing.state = MonthState::PartlyApproved;
    given.standing.approvals = vec![(id(70), approval(vec![day("02"), day("03")]))];
    let decided = given.seen().decide(&Decisions::new());
    assert_eq!(decided.next, Some(id(3)), "the third is approved as it is");
    assert!(matches!(decided.approvable, Approvable::Nothing(_)), "nothing new is clean");
    let decided = given.seen().decide(&Decisions::from([(id(3), Choice::AsRecorded)]));
    assert_eq!(decided.approvable, Approvable::Month);
    given.standing.approvals = vec![(id(70), approval(vec![]))];
    given.standing.state = MonthState::Approved;
    assert_eq!(given.seen().decide(&Decisions::new()).next, None);
    given.standing.state = MonthState::Reopened;
    given.standing.reopened = vec![(id(70), "Pause fehlt".into())];
    assert_eq!(given.seen().decide(&Decisions::new()).next, Some(id(2)));
}

#[test]
fn a_planned_shift_without_a_record_is_asked_about_once_its_time_has_come() {
    let mut given = three();
    given.planned.push(planned(13, "09T08:00", "09T16:00"));
    let seen = given.seen();
    assert_eq!(seen.cases[2].sentence, "Geplant 08:00 bis 16:00, aufgezeichnet ist nichts.");
    assert_eq!(seen.cases[2].key, id(13));
    given.away.insert(day("09"));
    assert_eq!(given.seen().cases.len(), 2, "the person was away");
    given.away.clear();
    given.now = at("08T12:00");
    assert_eq!(given.seen().cases.len(), 2, "the ninth has not come");
}

#[test]
fn while_the_month_runs_its_days_are_approved_and_not_the_month() {
    let mut given = given(vec![worked(1, "02T08:00", "02T16:00")], vec![]);
    given.now = at("08T12:00");
    let decided = given.seen().decide(&Decisions::new());
    assert_eq!(decided.approvable, Approvable::Days(vec![day("02")]));
    assert_eq!(
        decided.headline,
        "Der Monat läuft noch. Bis jetzt kann ein Tag freigegeben werden."
    );
}

#[test]
fn what_runs_or_contradicts_itself_is_named_and_only_its_day_waits() {
    let mut given = three();
    given.work.entries[1] = entry(2, State::Unsettled, Some(day("03")));
    given.work.disputes.push(dispute(2, Field::End, &["03T16:00", "03T16:10"]));
    given.work.entries[2] = entry(3, State::Running { since: at("05T20:00") }, Some(day("05")));
    let seen = given.seen();
    let told: Vec<&str> = seen.blocked.iter().map(|one| one.sentence.as_str()).collect();
    assert_eq!(
        told,
        [
            "Zwei Angaben zum Ende: Di 3. Nov. 16:00 und Di 3. Nov. 16:10.",
            "Die Schicht läuft seit Do 5. Nov. 20:00. Das Gehen fehlt.",
        ]
    );
    assert_eq!(seen.cases, [], "nothing to decide about what is not settled");
    let decided = seen.decide(&Decisions::new());
    assert_eq!(decided.approvable, Approvable::Days(vec![day("02")]));
    assert_eq!(decided.waiting, "Diese Tage warten: Di 3. Nov. und Do 5. Nov.");
}

#[test]
fn a_disputed_start_holds_only_the_days_it_may_lie_on() {
    let mut given = three();
    given.work.entries[1] = entry(2, State::Unsettled, None);
    given.work.disputes.push(dispute(2, Field::Start, &["03T08:00", "04T08:00"]));
    let seen = given.seen();
    let decided = seen.decide(&Decisions::from([(id(3), Choice::AsRecorded)]));
    assert_eq!(decided.approvable, Approvable::Days(vec![day("02"), day("05")]));
    given.work.disputes.clear();
    let decided = given.seen().decide(&Decisions::new());
    assert!(matches!(decided.approvable, Approvable::Nothing(_)), "its day cannot be told");
}

#[test]
fn a_proposal_without_agreement_waits_or_counts_with_a_reason_of_its_own() {
    for (outcome, note) in [
        (Outcome::Open, "Noch keine Antwort."),
        (Outcome::Objected { answer: id(60) }, "Widersprochen: „Der Arzt kam später“"),
    ] {
        let mut given = three();
        given.work.proposals.push(proposal(50, 2, outcome));
        let seen = given.seen();
        let case = &seen.cases[0];
        assert_eq!(
            case.sentence,
            "Ihr Vorschlag: Ende Di 3. Nov. 16:00 statt Di 3. Nov. 17:10. \
             Begründung: „Geplant war kürzer“"
        );
        assert_eq!(case.notes[0], note);
        let both = |choice| Decisions::from([(id(2), choice), (id(3), Choice::AsRecorded)]);
        let waits = seen.decide(&both(Choice::NotYet));
        assert_eq!(waits.approvable, Approvable::Days(vec![day("02"), day("05")]));
        let over = seen.decide(&both(Choice::Over));
        assert_eq!(over.approvable, Approvable::Month);
        assert_eq!(over.over, [("Di 3. Nov.".to_owned(), id(50))]);
    }
}

#[test]
fn findings_that_block_name_both_shifts_and_others_are_notices() {
    let mut given = three();
    let overlap = What::Overlap { other: id(2), span: span("03T08:00", "03T09:00") };
    given.work.findings = vec![
        Finding { what: overlap, shifts: vec![id(1), id(2)], events: vec![] },
        Finding { what: What::TypedTimeTwice, shifts: vec![id(3)], events: vec![] },
    ];
    let seen = given.seen();
    assert_eq!(seen.blocked.len(), 1);
    assert_eq!(seen.blocked[0].shifts, [id(1), id(2)]);
    assert_eq!(seen.warnings.len(), 1);
    let decided = seen.decide(&Decisions::from([(id(3), Choice::AsRecorded)]));
    assert_eq!(decided.approvable, Approvable::Days(vec![day("05")]));
}

#[test]
fn every_finding_of_the_record_has_its_sentence() {
    let (part, other) = (id(1), id(2));
    let all = [
        What::EndBeforeStart,
        What::ZeroLength,
        What::LongerThan36Hours,
        What::NoBeginning,
        What::UnknownPlace,
        What::UnknownFunding,
        What::PartOutside { part },
        What::PartEndBeforeStart { part },
        What::PartZeroLength { part },
        What::PartOpen { part },
        What::PartWithoutBeginning { part },
        What::PartsOverlap { part, other },
        What::CallOutOutsideStandby { part },
        What::Overlap { other, span: span("03T08:00", "03T09:00") },
        What::TwoRunning { other },
        What::BeganWhileRunning { other },
        What::TypedTimeNever,
        What::TypedTimeTwice,
        What::TypedTimeDiffers,
        What::AnswerWithoutProposal,
        What::AnswersDisagree { proposal: part },
        What::QuietNightWithCallOut,
    ];
    for language in Language::ALL {
        for what in all {
            let key = format!("month-finding-{}", what.code());
            let said = say(language, &key, &[("shifts", Value::Text("beide"))]);
            assert_ne!(said, key, "{language:?}");
        }
    }
}

#[test]
fn a_shift_that_was_planned_and_not_recorded_has_its_row_and_a_full_day_tells_its_shifts_apart() {
    let entries = vec![worked(1, "02T06:00", "02T10:00"), worked(2, "02T14:00", "02T18:00")];
    let plan = [("02T06:00", "02T10:00"), ("02T14:00", "02T18:00"), ("03T08:00", "03T16:00")];
    let plan = (11..).zip(plan).map(|(number, (from, to))| planned(number, from, to)).collect();
    let seen = given(entries, plan).seen();
    let told: Vec<_> = seen.rows.iter().map(|row| (row.shift, row.day.as_str())).collect();
    assert_eq!(
        told,
        [
            (Some(id(1)), "Mo 2. Nov., 06:00"),
            (Some(id(2)), "Mo 2. Nov., 14:00"),
            (None, "Di 3. Nov."),
        ]
    );
    let last = &seen.rows[2];
    assert_eq!(
        (last.planned.as_str(), last.recorded.as_str()),
        ("08:00 bis 16:00", "nichts aufgezeichnet")
    );
}

#[test]
fn a_proposal_tells_what_it_changes_and_not_what_stays() {
    let mut given = three();
    let mut of_both = proposal(50, 2, Outcome::Objected { answer: id(60) });
    let begins = Claimed::At(at("03T08:00"));
    of_both.changes.insert(0, (Field::Start, vec![begins.clone()], begins));
    given.work.proposals.push(of_both);
    let case = &given.seen().cases[0];
    assert!(
        case.sentence.starts_with("Ihr Vorschlag: Ende Di 3. Nov. 16:00 statt"),
        "{}",
        case.sentence
    );
    let labels: Vec<_> = case.offers.iter().map(|offer| offer.label.as_str()).collect();
    assert_eq!(labels[0], "Tag noch nicht freigeben (Di 3. Nov.)", "no answer is to be waited for");
}
