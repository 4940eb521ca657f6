//! The plan of a month as a screen shows it (Dienstplan): day by day who works
//! when, what is open, what would not be lawful and what would be.

use super::when;
use crate::app::plan::{PersonPlan, TeamPlan};
use crate::document::{EventId, PersonId};
use crate::law::finding::{Finding, FindingKey, Severity};
use crate::law::finding_sentence;
use crate::law::planned_break::needed_breaks;
use crate::law::public_holiday::public_holiday_on;
use crate::record::rota::{PlanState, PlannedShift};
use crate::time::{Minute, Minutes, Month};
use crate::words::{Language, Value, say};
use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;
use std::collections::BTreeMap;

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
    /// The same in words: `Entwurf`, `veröffentlicht am …`.
    pub state_words: String,
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
    /// The rule with paragraph and version.
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
            duties.push(tell.duty(Some(of), shift, tell.spots(spots)));
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
        people: if plans {
            plan.people.iter().map(|of| tell.person(of)).collect()
        } else {
            Vec::new()
        },
        days,
        unclear,
    }
}

/// The shift that a finding is about, where it is about one: the last one that
/// it touches, since that is the one to move.
fn shift_of(finding: &Finding, of: &PersonPlan) -> Option<EventId> {
    if !is_about_a_shift(finding.key) {
        return None;
    }
    let touched = of.shifts.iter().filter(|shift| shift.state != PlanState::Cancelled);
    let touched = touched.filter(|shift| {
        shift.span.is_some_and(|span| {
            let touches = |about: &crate::time::Interval| {
                about.overlap(span).is_some() || about.to() == span.from()
            };
            finding.intervals.iter().any(touches)
        })
    });
    touched.max_by_key(|shift| shift.span.map(|span| span.from())).map(|shift| shift.id)
}

const fn is_about_a_shift(key: FindingKey) -> bool {
    use FindingKey as K;
    matches!(
        key,
        K::OverlappingRecords
            | K::BreakTooShort
            | K::StretchTooLong
            | K::RestTooShort
            | K::DayOverEight
            | K::DayOverMaximum
            | K::CallNoticeShort
            | K::CallTooShort
    )
}

struct Teller<'a> {
    plan: &'a TeamPlan,
    language: Language,
}

impl Teller<'_> {
    fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        say(self.language, key, values)
    }

    fn zone(&self) -> Tz {
        self.plan.zone
    }

    fn day(&self, day: NaiveDate, mut duties: Vec<PlanDuty>) -> PlanDay {
        duties.sort_by(|a, b| (a.span, &a.who, a.shift).cmp(&(b.span, &b.who, b.shift)));
        let (cancelled, duties) =
            duties.into_iter().partition(|duty| duty.state == DutyState::Cancelled);
        let holiday = self.plan.region.as_ref().and_then(|region| public_holiday_on(day, region));
        PlanDay {
            day,
            short: when::short_day(self.language, day),
            long: when::day(self.language, day),
            is_rest_day: holiday.is_some() || day.weekday() == Weekday::Sun,
            holiday: holiday.map(|name| name.german().to_owned()),
            duties,
            cancelled,
        }
    }

    fn duty(
        &self,
        of: Option<&PersonPlan>,
        shift: &PlannedShift,
        spots: Vec<PlanSpot>,
    ) -> PlanDuty {
        let who = match of {
            Some(of) => self.called(of),
            None => self.say("plan-open", &[]),
        };
        let times = match shift.span {
            Some(span) => when::clocks(self.language, span, self.zone()),
            None => self.say("plan-unclear", &[]),
        };
        let name = match shift.span {
            Some(span) => {
                let day = when::short_day(self.language, span.from().day(self.zone()));
                let values = [
                    ("who", Value::Text(&who)),
                    ("day", Value::Text(&day)),
                    ("times", Value::Text(&times)),
                ];
                self.say("plan-duty", &values)
            }
            None => self.say("plan-duty-unclear", &[("who", Value::Text(&who))]),
        };
        let (state, state_words) = match shift.state {
            PlanState::Draft => (DutyState::Draft, self.say("plan-draft", &[])),
            PlanState::Published { at_ms } => {
                let at = Value::Moment(Minute::floor_ms(at_ms), self.zone());
                (DutyState::Published, self.say("plan-published", &[("at", at)]))
            }
            PlanState::Cancelled => (DutyState::Cancelled, self.say("plan-cancelled", &[])),
        };
        let breaks: Vec<_> =
            shift.span.map(|span| needed_breaks(span, self.zone())).unwrap_or_default();
        let pause: Minutes = breaks.iter().map(|pause| pause.length()).sum();
        PlanDuty {
            person: of.map(|of| of.person),
            who,
            shift: shift.id,
            month: self.plan.month,
            span: shift.span.map(|span| (span.from(), span.to())),
            times,
            length: shift
                .span
                .map(|span| self.say("plan-hours", &[("hours", Value::Minutes(span.length()))]))
                .unwrap_or_default(),
            state,
            state_words,
            note: shift.note.clone(),
            breaks: if breaks.is_empty() {
                String::new()
            } else {
                self.say("plan-breaks", &[("pause", Value::Minutes(pause))])
            },
            spots,
            name,
        }
    }

    fn called(&self, of: &PersonPlan) -> String {
        let short: String = of.person.to_string().chars().take(4).collect();
        let nameless = || self.say("plan-nameless", &[("id", Value::Text(&short))]);
        of.name.clone().unwrap_or_else(nameless)
    }

    fn spots<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Vec<PlanSpot> {
        let mut spots: Vec<PlanSpot> = findings
            .map(|finding| PlanSpot {
                severity: finding.severity,
                word: finding_sentence::severity(finding.severity, self.language),
                sentence: finding_sentence::sentence(finding, self.language, self.zone()),
                source: finding_sentence::source(finding, self.language),
            })
            .collect();
        spots.sort_by_key(|spot| std::cmp::Reverse(spot.severity));
        spots.dedup();
        spots
    }

    fn person(&self, of: &PersonPlan) -> PlanPerson {
        let hours = &of.hours;
        let mut sums = vec![self.say(
            "plan-sum",
            &[("hours", Value::Minutes(hours.on_duty)), ("breaks", Value::Minutes(hours.breaks))],
        )];
        match &hours.agreed {
            Some(agreed) if agreed.weekly > Minutes::ZERO => {
                let (key, by) = apart(hours.on_duty - hours.breaks, agreed.monthly);
                let values = [
                    ("weekly", Value::Minutes(agreed.weekly)),
                    ("monthly", Value::Minutes(agreed.monthly)),
                    ("by", Value::Minutes(by)),
                ];
                sums.push(self.say(&format!("plan-agreed-{key}"), &values));
            }
            Some(_) => sums.push(self.say("plan-agreed-none", &[])),
            None if !hours.has_contract => sums.push(self.say("plan-no-contract", &[])),
            None => {}
        }
        if let Some(gross) = hours.agreed.and_then(|agreed| agreed.gross) {
            sums.push(self.say("plan-gross", &[("gross", Value::Cents(gross))]));
        }
        let weekly =
            hours.agreed.map(|agreed| agreed.weekly).filter(|agreed| *agreed > Minutes::ZERO);
        let weeks = hours.weeks.iter().map(|(monday, planned)| PlanWeek {
            from: when::short_day(self.language, *monday),
            planned: self.say("plan-hours", &[("hours", Value::Minutes(*planned))]),
            against: weekly.map_or_else(String::new, |agreed| {
                let (key, by) = apart(*planned, agreed);
                self.say(&format!("plan-week-{key}"), &[("by", Value::Minutes(by))])
            }),
        });
        let general = of.findings.iter().filter(|finding| shift_of(finding, of).is_none());
        PlanPerson {
            person: of.person,
            name: self.called(of),
            sums,
            weeks: weeks.collect(),
            spots: self.spots(general),
            drafts: of.shifts.iter().filter(|shift| shift.state == PlanState::Draft).count(),
        }
    }
}

/// Whether `planned` is more, less or as agreed, and by how much.
fn apart(planned: Minutes, agreed: Minutes) -> (&'static str, Minutes) {
    match planned.cmp(&agreed) {
        std::cmp::Ordering::Greater => ("more", planned - agreed),
        std::cmp::Ordering::Less => ("less", agreed - planned),
        std::cmp::Ordering::Equal => ("same", Minutes::ZERO),
    }
}

#[cfg(test)]
mod tests;
