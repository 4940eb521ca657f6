//! The plan: changing, giving away, calling off, and taking each of it back;
//! and what the law says about it before anybody has worked.

use super::team::{Team, at, nw};
use super::{contract, refused};
use assistenz_core::app::plan::PlanReader;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::law::finding::FindingKey;
use assistenz_core::record::rota::{PlanState, PlannedShift};
use assistenz_core::time::{Interval, Minute, Minutes, Month};
use chrono::NaiveDate;

const READER: PlanReader = PlanReader { plans: true, terms: true };
const NOW: &str = "2026-11-02T09:00+01:00";

fn november() -> Month {
    "2026-11".parse().expect("a month")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A stretch of November 2026: `05T08:00` to `05T16:00`.
fn span(from: &str, to: &str) -> Interval {
    let minute = |text: &str| Minute::floor_ms(at(&format!("2026-11-{text}+01:00")));
    Interval::new(minute(from), minute(to)).expect("from < to")
}

struct Planning {
    team: Team,
    ada: PersonId,
    now: i64,
}

impl Planning {
    fn new() -> Self {
        let mut team = Team::found(at("2026-10-01T00:00+02:00"));
        let ada = team.assistant(at("2026-10-01T00:00+02:00")).me().person;
        Self { team, ada, now: at(NOW) }
    }

    fn plan(&mut self, whose: Option<PersonId>, from: &str, to: &str) -> EventId {
        let shifts = [(span(from, to), None)];
        let ids = self.team.desk(self.now, |acting| acting.plan(whose, &shifts, nw().zone));
        ids.expect("planned")[0]
    }

    fn planned(&mut self, whose: Option<PersonId>) -> Vec<PlannedShift> {
        self.team.desk(self.now, |acting| acting.planned_of(whose, november())).expect("read")
    }

    fn one(&mut self, whose: Option<PersonId>, id: EventId) -> PlannedShift {
        self.planned(whose).into_iter().find(|shift| shift.id == id).expect("it is there")
    }
}

#[test]
fn a_published_shift_that_is_changed_counts_as_published_now() {
    let mut all = Planning::new();
    let ada = all.ada;
    let id = all.plan(Some(ada), "05T08:00", "05T16:00");
    assert_eq!(
        all.team.desk(all.now, |acting| acting.publish(ada, november())).expect("done"),
        [id]
    );
    let later = all.now + 60_000;
    let mut change = |span, note: &str| {
        all.team
            .desk(later, |acting| acting.change_planned(ada, november(), id, span, note, nw().zone))
    };
    change(span("05T08:00", "05T16:00"), "Arzt um 10").expect("a note is no other time");
    change(span("05T09:00", "05T16:00"), "Arzt um 10").expect("changed");
    let over = Interval::new(
        Minute::floor_ms(at("2026-12-01T08:00+01:00")),
        Minute::floor_ms(at("2026-12-01T16:00+01:00")),
    );
    assert_eq!(refused(change(over.expect("in order"), "")), "other_month");
    let shift = all.one(Some(ada), id);
    assert_eq!(shift.state, PlanState::Published { at_ms: later });
    assert_eq!(
        (shift.span, shift.note.as_str()),
        (Some(span("05T09:00", "05T16:00")), "Arzt um 10")
    );
}

#[test]
fn what_was_called_off_can_take_place_after_all_as_what_it_was() {
    let mut all = Planning::new();
    let ada = all.ada;
    let (now, month) = (all.now, november());
    let published = all.plan(Some(ada), "05T08:00", "05T16:00");
    all.team.desk(now, |acting| acting.publish(ada, month)).expect("published");
    let draft = all.plan(Some(ada), "06T08:00", "06T16:00");
    for id in [published, draft] {
        all.team.desk(now, |acting| acting.cancel_planned(ada, month, id)).expect("called off");
    }
    let mut restore =
        |id, was| all.team.desk(now, |acting| acting.restore_planned(ada, month, id, was));
    assert_eq!(refused(restore(draft, true)), "not_now", "it was never published");
    restore(draft, false).expect("restored");
    restore(published, true).expect("restored");
    assert_eq!(refused(restore(published, true)), "not_now", "it takes place");
    assert_eq!(all.one(Some(ada), draft).state, PlanState::Draft);
    assert_eq!(all.one(Some(ada), published).state, PlanState::Published { at_ms: now });
    let back =
        all.team.desk(now, |acting| acting.take_back_publication(ada, month, &[published, draft]));
    back.expect("taken back");
    assert_eq!(all.one(Some(ada), published).state, PlanState::Draft);
}

#[test]
fn an_open_shift_is_given_to_somebody_and_back_in_one_act() {
    let mut all = Planning::new();
    let (ada, now, zone) = (all.ada, all.now, nw().zone);
    let open = all.plan(None, "07T20:00", "08T08:00");
    let mut assign = |from, id, to| {
        all.team.desk(now, |acting| acting.assign_planned(from, november(), id, to, zone))
    };
    let taken = assign(None, open, Some(ada)).expect("given");
    assert_eq!(refused(assign(None, open, Some(ada))), "not_now", "it is given away");
    let again = assign(Some(ada), taken, None).expect("given back");
    assert_eq!(all.one(None, open).state, PlanState::Cancelled);
    assert_eq!(all.one(Some(ada), taken).state, PlanState::Cancelled);
    let open = all.one(None, again);
    assert_eq!((open.state, open.span), (PlanState::Draft, Some(span("07T20:00", "08T08:00"))));
}

#[test]
fn a_day_is_copied_at_its_wall_times_into_whichever_month() {
    let mut all = Planning::new();
    let (ada, now, zone) = (all.ada, all.now, nw().zone);
    all.plan(Some(ada), "05T20:00", "06T08:00");
    all.plan(Some(ada), "06T20:00", "07T08:00");
    let drafts = all.team.desk(now, |acting| {
        acting.copy_planned_day(ada, day("2026-11-05"), day("2026-12-24"), zone)
    });
    let drafts = drafts.expect("copied");
    assert_eq!(drafts.len(), 1, "only what begins on that day");
    let begin = drafts[0].span.expect("with times").from();
    assert_eq!(begin, Minute::floor_ms(at("2026-12-24T20:00+01:00")));
    let december = all.team.desk(now, |acting| acting.rota_of(ada, november().next()));
    assert_eq!(december.expect("read").len(), 1);
}

#[test]
fn a_plan_is_checked_before_anybody_has_worked_and_counts_the_breaks_as_taken() {
    let mut all = Planning::new();
    let (ada, now) = (all.ada, all.now);
    // Ten and a half hours with 45 minutes of break are lawful; a rest of nine is not.
    all.plan(Some(ada), "05T08:00", "05T18:30");
    all.plan(Some(ada), "09T18:00", "09T22:00");
    all.plan(Some(ada), "10T07:00", "10T10:00");
    let off = all.plan(Some(ada), "11T12:00", "12T12:00");
    all.team.desk(now, |acting| acting.cancel_planned(ada, november(), off)).expect("called off");
    let bare = all.team.desk(now, |acting| acting.plan_of(&[ada], november(), READER));
    let bare = bare.expect("a plan");
    let keys = |plan: &assistenz_core::view::plan::TeamPlan| {
        plan.people[0].findings.iter().map(|finding| finding.key).collect::<Vec<_>>()
    };
    assert!(keys(&bare).contains(&FindingKey::RestTooShort));
    assert!(!keys(&bare).contains(&FindingKey::DayOverMaximum));
    assert_eq!(bare.people[0].hours.agreed, None, "there is no contract");
    assert_eq!(bare.people[0].hours.on_duty, Minutes::new(1_050));
    assert_eq!(bare.people[0].hours.breaks, Minutes::new(45));

    all.team.desk(now, |acting| acting.put_contract(ada, &contract())).expect("a contract");
    let told = all.team.desk(now, |acting| acting.plan_of(&[ada], november(), READER));
    let agreed = told.expect("a plan").people[0].hours.agreed.expect("a contract");
    // 30 hours a week are 130:30 a month at 4.35 weeks.
    assert_eq!((agreed.weekly, agreed.monthly), (Minutes::hours(30), Minutes::new(7_830)));
    // 16:45 at 17.50 €, and a quarter of it for two hours in the night.
    assert_eq!(agreed.gross.map(|cents| cents.get()), Some(29_313 + 875));
    let hidden = all.team.desk(now, |acting| {
        acting.plan_of(&[ada], november(), PlanReader { terms: false, ..READER })
    });
    assert_eq!(hidden.expect("a plan").people[0].hours.agreed, None, "nobody reads a contract");
}
