//! The records of the plan.

use crate::document::{EventId, PersonId};
use crate::law::finding::Severity;
use crate::time::{Minute, Month};
use chrono::NaiveDate;

/// A month of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMonth {
    /// Which month.
    pub month: Month,
    /// `November 2026`.
    pub title: String,
    /// Every day, in order.
    pub days: Vec<PlanDay>,
    /// What the plan comes to for each person, in the order asked for.
    pub people: Vec<PlanPerson>,
    /// Shifts with two values for begin or end: they stand on no day.
    pub unclear: Vec<PlanDuty>,
    /// How many drafts wait to be published.
    pub drafts: usize,
    /// How many shifts nobody has.
    pub open: usize,
    /// How many shifts would break a rule.
    pub unlawful: usize,
    /// How many others need a second look: short notice, somebody away.
    pub doubtful: usize,
}

/// One day of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDay {
    /// Which day.
    pub day: NaiveDate,
    /// `Sa 14. Nov.`
    pub short: String,
    /// `Sa 14. Nov. 2026`
    pub long: String,
    /// The holiday's name, if it is one where the team works.
    pub holiday: Option<String>,
    /// A Sunday or a holiday.
    pub is_rest_day: bool,
    /// What takes place, by begin; open shifts among them.
    pub duties: Vec<PlanDuty>,
    /// What was called off.
    pub cancelled: Vec<PlanDuty>,
    /// Who is away, and who wishes what.
    pub beside: Vec<PlanBeside>,
}

/// An absence or a wish that touches a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanBeside {
    /// Whose.
    pub person: PersonId,
    /// `Ada: Urlaub (genehmigt)`.
    pub sentence: String,
    /// Whether it speaks against planning this person then.
    pub against: bool,
}

/// How far a planned shift has come, for the eye; the words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyState {
    /// Only planners see it.
    Draft,
    /// Published.
    Published,
    /// Called off.
    Cancelled,
}

/// One planned shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDuty {
    /// Whose; `None` while nobody has it.
    pub person: Option<PersonId>,
    /// Their name, or that it is open.
    pub who: String,
    /// Its id.
    pub shift: EventId,
    /// The month whose document holds it.
    pub month: Month,
    /// Begin and end, for forms; `None` while they are unclear.
    pub span: Option<(Minute, Minute)>,
    /// `08:00 bis 20:00`, or what is unclear.
    pub times: String,
    /// `12:00 h`; empty while unclear.
    pub length: String,
    /// How far it has come.
    pub state: DutyState,
    /// The same in one word: `Entwurf`, `veröffentlicht`.
    pub state_words: String,
    /// When it was published; empty if it is not.
    pub since: String,
    /// The planner's note.
    pub note: String,
    /// The breaks that must lie in it; empty if none.
    pub breaks: String,
    /// What is wrong with it or good to know, the gravest first.
    pub spots: Vec<PlanSpot>,
    /// Names it in a sentence or a button: `Ada, Sa 14. Nov., 08:00 bis 20:00`.
    pub name: String,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSpot {
    /// How grave, for the eye.
    pub severity: Severity,
    /// `Verstoß`, `Warnung`, `Hinweis`.
    pub word: String,
    /// What is, and what would be lawful.
    pub sentence: String,
    /// The rule with paragraph and version; empty where it is no rule of law.
    pub source: String,
}

/// What the plan comes to for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPerson {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Sentences about hours, contract and pay.
    pub sums: Vec<String>,
    /// Hours of each week against the contract.
    pub weeks: Vec<PlanWeek>,
    /// What concerns no single shift.
    pub spots: Vec<PlanSpot>,
    /// Drafts of theirs in this month.
    pub drafts: usize,
}

/// A week of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanWeek {
    /// `Mo 9. Nov.`
    pub from: String,
    /// `38:00 h`
    pub planned: String,
    /// `4:00 h mehr als vereinbart`; empty without a contract.
    pub against: String,
}

impl PlanDay {
    /// Whether anything of it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.duties.iter().any(|duty| duty.person.is_none())
    }

    /// Whether any shift that takes place would break a rule.
    #[must_use]
    pub fn is_unlawful(&self) -> bool {
        self.duties.iter().any(PlanDuty::is_unlawful)
    }
}

impl PlanDuty {
    /// Whether it would break a rule.
    #[must_use]
    pub fn is_unlawful(&self) -> bool {
        self.spots.iter().any(|spot| spot.severity == Severity::Serious)
    }

    /// Whether it needs a second look without breaking a rule.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        !self.is_unlawful() && self.spots.iter().any(|spot| spot.severity == Severity::Warning)
    }
}

impl PlanMonth {
    /// The first day after `day` on which a shift is open, from the first of
    /// the month on after the last; `None` if nothing is open elsewhere.
    #[must_use]
    pub fn next_open(&self, day: NaiveDate) -> Option<&PlanDay> {
        let open = || self.days.iter().filter(|one| one.is_open());
        open().find(|one| one.day > day).or_else(|| open().next().filter(|first| first.day != day))
    }

    /// One day of it.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> Option<&PlanDay> {
        self.days.iter().find(|one| one.day == day)
    }
}
