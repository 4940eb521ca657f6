//! The plan of a month as a screen shows it (Dienstplan): day by day who works
//! when, what is open, what would not be lawful and what would be.

mod month;
mod team;
mod teller;

pub use month::{
    DutyState, PlanBeside, PlanDay, PlanDuty, PlanMonth, PlanPerson, PlanSpot, PlanWeek,
};
pub use team::{AgreedHours, PersonPlan, PlannedHours, TeamPlan};

use crate::record::rota::{PlanState, PlannedShift};
use crate::words::{Language, Value, say};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use teller::{Teller, shift_of};

/// Puts the plan into words. Drafts are left out unless the reader plans.
#[must_use]
pub fn plan_month(plan: &TeamPlan, language: Language, plans: bool) -> PlanMonth {
    let tell = Teller { plan, language };
    let mut duties = Vec::new();
    for of in &plan.people {
        let shown =
            |shift: &&PlannedShift| plans || matches!(shift.state, PlanState::Published { .. });
        for shift in of.shifts.iter().filter(shown) {
            let spots = of.findings.iter().filter(|_| plans);
            let spots = spots.filter(|finding| shift_of(finding, of) == Some(shift.id));
            let mut spots = tell.spots(spots);
            spots.extend(tell.against(of, shift));
            duties.push(tell.duty(Some(of), shift, spots));
        }
    }
    for shift in &plan.open {
        if plans || matches!(shift.state, PlanState::Published { .. }) {
            duties.push(tell.duty(None, shift, Vec::new()));
        }
    }
    let (mut by_day, mut unclear) = (BTreeMap::<NaiveDate, Vec<PlanDuty>>::new(), Vec::new());
    for duty in duties {
        match duty.span {
            Some((from, _)) => by_day.entry(from.day(plan.zone)).or_default().push(duty),
            None if duty.state != DutyState::Cancelled => unclear.push(duty),
            None => {}
        }
    }
    let days: Vec<PlanDay> = plan
        .month
        .days()
        .map(|day| tell.day(day, by_day.remove(&day).unwrap_or_default()))
        .collect();
    let all = || days.iter().flat_map(|day| &day.duties).chain(&unclear);
    PlanMonth {
        month: plan.month,
        title: say(language, "plan-month", &[("month", Value::Month(plan.month))]),
        drafts: all().filter(|duty| duty.state == DutyState::Draft).count(),
        open: all().filter(|duty| duty.person.is_none()).count(),
        unlawful: all().filter(|duty| duty.is_unlawful()).count(),
        doubtful: all().filter(|duty| duty.is_doubtful()).count(),
        people: if plans {
            plan.people.iter().map(|of| tell.person(of)).collect()
        } else {
            Vec::new()
        },
        days,
        unclear,
    }
}

#[cfg(test)]
mod tests;
