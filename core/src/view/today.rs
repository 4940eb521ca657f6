//! Today (Heute): who is on shift, what waits, what has not arrived, which
//! dates come, and in one sentence what to do next.

use super::due::Due;
use super::when;
use crate::document::PersonId;
use crate::record::month_state::{MayApprove, MonthState};
use crate::time::{Minute, Month};
use crate::words::{Language, Value, say};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

/// Days after which a phone that has not been heard of is named.
const SILENT_DAYS: i64 = 3;
/// Days before a date on which it begins to press.
const PRESSING_DAYS: i64 = 5;

/// What was found; names as people are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The day at the workplace.
    pub today: NaiveDate,
    /// This instant.
    pub now: Minute,
    /// The clock of the office.
    pub zone: Tz,
    /// Running shifts: who, since when, clock there.
    pub on_shift: Vec<(String, Minute, Tz)>,
    /// Months that have ended or are running, with where they stand.
    pub months: Vec<MonthFact>,
    /// What waits in the reader's own months.
    pub own: Vec<OwnMonth>,
    /// Devices whose digits wait to be compared.
    pub devices: usize,
    /// Entries of phones that wait for a decision.
    pub held: usize,
    /// Absences that wait for a decision.
    pub absences: usize,
    /// Maternity leaves whose expected day of birth has passed, the birth unknown.
    pub births: usize,
    /// Phones: whose, and when last heard of; `None`: never.
    pub phones: Vec<(String, Option<Minute>)>,
    /// Months that are approved and not exported yet.
    pub to_export: Vec<(Month, usize)>,
    /// Questions of the payroll office that wait for an answer, by month.
    pub questions: Vec<(Month, usize)>,
    /// The dates that come, as far as the reader is told of them.
    pub due: Due,
}

/// A month of the reader's own work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnMonth {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub month: Month,
    /// Proposals without an answer.
    pub to_answer: usize,
    /// Shifts that do not count before they are settled.
    pub to_settle: usize,
    /// Whether it has ended and is to be declared complete.
    pub to_declare: bool,
}

/// A month of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthFact {
    /// Whose.
    pub person: PersonId,
    /// How they are called.
    pub name: String,
    /// Which.
    pub month: Month,
    /// Where it stands.
    pub state: MonthState,
    /// Whether it may be approved.
    pub may_approve: MayApprove,
}

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The list of months.
    Months(Month),
    /// One person's month.
    MonthOf(PersonId, Month),
    /// The team with its devices and held entries.
    Team,
    /// The payroll hand-over of a month.
    Payroll(Month),
    /// The plan of a month.
    Plan(Month),
    /// The absences.
    Absences,
}

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What, with its count.
    pub sentence: String,
    /// Where it is done.
    pub goal: Goal,
}

/// A date that comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// What, and on which day.
    pub sentence: String,
    /// In how many days, in words.
    pub left: String,
    /// Whether it is near.
    pub pressing: bool,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// What to do next, in one sentence.
    pub next: String,
    /// Where that is done; `None` if there is nothing to do.
    pub goal: Option<Goal>,
    /// Who works now.
    pub on_shift: Vec<String>,
    /// What waits for the person, the most pressing first.
    pub waiting: Vec<Waiting>,
    /// What has not arrived.
    pub silent: Vec<String>,
    /// Dates that matter, the next first.
    pub dates: Vec<Coming>,
    /// Where the law says how they are counted; empty if it counts none of them.
    pub dates_source: String,
}

/// Puts the facts into words.
#[must_use]
pub fn today(language: Language, facts: &Facts) -> Today {
    let waiting = waiting(language, facts);
    let (next, goal) = match waiting.first() {
        Some(first) => {
            let next = [("what", Value::Text(first.sentence.as_str()))];
            (say(language, "today-next", &next), Some(first.goal))
        }
        None => (say(language, "today-next-nothing", &[]), None),
    };
    let on_shift = facts
        .on_shift
        .iter()
        .map(|(name, since, zone)| {
            let since = when::moment(language, *since, *zone);
            let values = [("name", Value::Text(name)), ("since", Value::Text(&since))];
            say(language, "today-on-shift", &values)
        })
        .collect();
    Today {
        next,
        goal,
        on_shift,
        waiting,
        silent: silent(language, facts),
        dates: dates(language, facts),
        dates_source: match facts.due.contributions {
            Some(_) => say(language, "today-dates-note", &[]),
            None => String::new(),
        },
    }
}

fn number(count: usize) -> Value<'static> {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn waiting(language: Language, facts: &Facts) -> Vec<Waiting> {
    let mut waiting = Vec::new();
    let mut add = |sentence, goal| waiting.push(Waiting { sentence, goal });
    let counted = |key, count| say(language, key, &[("count", number(count))]);
    if facts.devices > 0 {
        add(counted("today-devices", facts.devices), Goal::Team);
    }
    for own in &facts.own {
        let of_month = |count| [("count", number(count)), ("month", Value::Month(own.month))];
        let goal = Goal::MonthOf(own.person, own.month);
        if own.to_answer > 0 {
            add(say(language, "today-own-answer", &of_month(own.to_answer)), goal);
        }
        if own.to_settle > 0 {
            add(say(language, "today-own-settle", &of_month(own.to_settle)), goal);
        } else if own.to_declare {
            add(say(language, "today-own-declare", &of_month(0)), goal);
        }
    }
    if facts.held > 0 {
        add(counted("today-held", facts.held), Goal::Team);
    }
    if facts.absences > 0 {
        add(counted("today-absences", facts.absences), Goal::Absences);
    }
    if facts.births > 0 {
        add(counted("today-births", facts.births), Goal::Absences);
    }
    let mut months: Vec<Month> = facts.months.iter().map(|fact| fact.month).collect();
    months.sort_unstable();
    months.dedup();
    for month in months {
        let ended = month.last_day() < facts.today;
        let of_month = || facts.months.iter().filter(move |fact| fact.month == month);
        let changed: Vec<_> = of_month().filter(|fact| fact.state == MonthState::Changed).collect();
        let open: Vec<_> = of_month().filter(|fact| ended && waits(fact)).collect();
        for (key, list) in [("today-changed", changed), ("today-open", open)] {
            let values = |name| [("name", Value::Text(name)), ("month", Value::Month(month))];
            match list.as_slice() {
                [] => {}
                [one] => add(
                    say(language, &format!("{key}-one"), &values(&one.name)),
                    Goal::MonthOf(one.person, month),
                ),
                many => {
                    let values = [("count", number(many.len())), ("month", Value::Month(month))];
                    add(say(language, &format!("{key}-many"), &values), Goal::Months(month));
                }
            }
        }
    }
    for (month, count) in &facts.questions {
        let values = [("month", Value::Month(*month)), ("count", number(*count))];
        add(say(language, "today-questions", &values), Goal::Payroll(*month));
    }
    for (month, count) in &facts.to_export {
        let values = [("month", Value::Month(*month)), ("count", number(*count))];
        add(say(language, "today-export", &values), Goal::Payroll(*month));
    }
    waiting
}

/// Whether a month that has ended waits for its approval.
fn waits(fact: &MonthFact) -> bool {
    let open = match fact.state {
        MonthState::Open | MonthState::PartlyApproved | MonthState::Reopened => true,
        MonthState::Approved | MonthState::Changed => false,
    };
    let something = match fact.may_approve {
        MayApprove::Yes | MayApprove::OnlyOver | MayApprove::No => true,
        MayApprove::Nothing => false,
    };
    open && something
}

fn silent(language: Language, facts: &Facts) -> Vec<String> {
    let mut silent = Vec::new();
    for (name, heard) in &facts.phones {
        let name = ("name", Value::Text(name.as_str()));
        match heard {
            None => silent.push(say(language, "today-never-heard", &[name])),
            Some(at) => {
                let day = at.day(facts.zone);
                let days = facts.today.signed_duration_since(day).num_days();
                if days < SILENT_DAYS {
                    continue;
                }
                // Within a week its name is enough; later the date.
                let when = if days < 7 { weekday(language, day) } else { when::day(language, day) };
                silent.push(say(language, "today-heard", &[name, ("when", Value::Text(&when))]));
            }
        }
    }
    silent
}

fn weekday(language: Language, day: NaiveDate) -> String {
    let number = day.weekday().number_from_monday();
    say(language, &format!("today-weekday-{number}"), &[])
}

fn dates(language: Language, facts: &Facts) -> Vec<Coming> {
    let due = &facts.due;
    let mut all: Vec<(NaiveDate, String)> = Vec::new();
    let mut add = |key: &str, day: NaiveDate, more: &[(&str, Value<'_>)]| {
        let mut values = vec![("day", Value::Day(day))];
        values.extend_from_slice(more);
        all.push((day, say(language, key, &values)));
    };
    if let Some((day, month)) = due.cut_off {
        add("today-cut-off", day, &[("month", Value::Month(month))]);
    }
    if let Some(dates) = due.contributions {
        add("today-statement", dates.statement_by, &[]);
        add("today-contributions", dates.paid_on, &[]);
    }
    match (due.pay_day, due.paid_before) {
        (Some(day), None) => add("today-pay-day", day, &[]),
        (Some(day), Some(before)) => {
            add("today-pay-day-before", day, &[("before", Value::Day(before))]);
        }
        (None, _) => {}
    }
    all.sort_by_key(|(day, _)| *day);
    all.into_iter()
        .filter(|(day, _)| *day >= facts.today)
        .map(|(day, sentence)| {
            let days = day.signed_duration_since(facts.today).num_days();
            let left = say(language, "today-days-left", &[("days", Value::Number(days))]);
            Coming { sentence, left, pressing: days <= PRESSING_DAYS }
        })
        .collect()
}

#[cfg(test)]
mod tests;
