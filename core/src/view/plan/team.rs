//! What a team plans for a month, as the use cases find it: the screen is made of this.

use crate::document::PersonId;
use crate::law::finding::Finding;
use crate::money::Cents;
use crate::place::HolidayRegion;
use crate::record::absence::AbsenceEntry;
use crate::record::availability::Availability;
use crate::record::rota::PlannedShift;
use crate::time::{Minutes, Month};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// What a team plans for a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamPlan {
    /// Which month.
    pub month: Month,
    /// Whose clock.
    pub zone: Tz,
    /// Whose holidays; `None` until the team or a contract says so.
    pub region: Option<HolidayRegion>,
    /// The plan of each person asked for, in that order.
    pub people: Vec<PersonPlan>,
    /// Shifts that nobody has yet.
    pub open: Vec<PlannedShift>,
}

/// What is planned for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPlan {
    /// Who.
    pub person: PersonId,
    /// How they are called; `None` if nobody wrote it down.
    pub name: Option<String>,
    /// Planned shifts that begin in the month, by begin; also those called off.
    pub shifts: Vec<PlannedShift>,
    /// Absences that touch the month; only for those who plan.
    pub absences: Vec<AbsenceEntry>,
    /// What they wish about the month; only for those who plan.
    pub wishes: Vec<Availability>,
    /// What the law says about them, with the months around them.
    pub findings: Vec<Finding>,
    /// What it comes to.
    pub hours: PlannedHours,
}

/// What a plan comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedHours {
    /// On duty inside the month, breaks included.
    pub on_duty: Minutes,
    /// Breaks that the law asks for in it.
    pub breaks: Minutes,
    /// On duty in each week, Monday to Sunday, that touches the month.
    pub weeks: Vec<(NaiveDate, Minutes)>,
    /// What the contract says; `None` without one, or for those who may not read it.
    pub agreed: Option<AgreedHours>,
    /// Whether any contract version holds at the month's end.
    pub has_contract: bool,
}

/// What a contract says about the time that is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgreedHours {
    /// In a week.
    pub weekly: Minutes,
    /// In a month, by the contract's own way of counting weeks.
    pub monthly: Minutes,
    /// Gross pay if exactly the plan is worked, with the breaks the law asks
    /// for unpaid; `None` where pay has findings and would mislead.
    pub gross: Option<Cents>,
}
