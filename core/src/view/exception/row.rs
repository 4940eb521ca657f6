//! Every shift of a month in one row each.

use super::{AS_PLANNED_WITHIN, Month, heading};
use crate::document::EventId;
use crate::record::compare::Comparison;
use crate::record::rota::PlannedShift;
use crate::record::settle::State;
use crate::time::Minutes;
use crate::view::when;
use crate::words::{Language, Value, say};
use crate::work::{Kind, Shift};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The shift; none where something was planned and nothing recorded.
    pub shift: Option<EventId>,
    /// Its day in words; with the time of its begin where the day has several.
    pub day: String,
    /// `08:00 bis 16:00`; empty without a plan.
    pub planned: String,
    /// `08:00 bis 16:00`; what stands in its way otherwise.
    pub recorded: String,
    /// Working time, `8:00`; empty while it is not settled.
    pub hours: String,
    /// What was not plain work: `Bereitschaft 6:00, Pause 0:30`.
    pub parts: String,
    /// How it compares with the plan, in a word or two.
    pub mark: String,
}

pub(super) fn rows(language: Language, month: &Month<'_>, compared: &[Comparison]) -> Vec<Row> {
    let mut marks: BTreeMap<EventId, (Option<EventId>, &str)> = BTreeMap::new();
    let mut missing = Vec::new();
    for one in compared {
        let (worked, planned, mark) = match one {
            Comparison::AsPlanned { planned, worked } => (*worked, Some(*planned), "as-planned"),
            Comparison::Differs { planned, worked, start_by, end_by } => {
                let within = [*start_by, *end_by]
                    .into_iter()
                    .all(|by| by <= AS_PLANNED_WITHIN && Minutes::ZERO - by <= AS_PLANNED_WITHIN);
                (*worked, Some(*planned), if within { "as-planned" } else { "differs" })
            }
            Comparison::NotSettled { planned, worked } => (*worked, Some(*planned), "open"),
            Comparison::Unplanned { worked } => (*worked, None, "unplanned"),
            Comparison::Missing { planned } => {
                missing.extend(month.planned.iter().find(|shift| shift.id == *planned));
                continue;
            }
        };
        marks.insert(worked, (planned, mark));
    }
    let row = |entry: &crate::record::settle::Entry| {
        let (planned, mark) = marks.get(&entry.shift).copied().unwrap_or((None, "open"));
        let planned = planned
            .and_then(|id| month.planned.iter().find(|shift| shift.id == id)?.span)
            .map(|span| when::clocks(language, span, month.zone))
            .unwrap_or_default();
        let (begins, recorded, mark) = match &entry.state {
            State::Settled(shift) => {
                let zone = shift.workplace.zone;
                let begins = when::clock(language, shift.span.from(), zone);
                (begins, when::clocks(language, shift.span, zone), mark)
            }
            State::Running { since } => {
                let at = when::clock(language, *since, month.zone);
                let said = say(language, "month-row-running", &[("since", Value::Text(&at))]);
                (at, said, "open")
            }
            State::Unsettled => (String::new(), say(language, "month-row-unsettled", &[]), "open"),
            State::Retracted => {
                (String::new(), say(language, "month-row-retracted", &[]), "retracted")
            }
        };
        let several = month.work.entries.iter().filter(|other| other.day == entry.day).count() > 1;
        let shift = entry.settled();
        Row {
            shift: Some(entry.shift),
            day: match heading(language, entry.day) {
                day if several && !begins.is_empty() => format!("{day}, {begins}"),
                day => day,
            },
            planned,
            recorded,
            hours: shift.map(|shift| shift.working_minutes().to_string()).unwrap_or_default(),
            parts: shift.map(|shift| parts(language, shift)).unwrap_or_default(),
            mark: say(language, &format!("month-mark-{mark}"), &[]),
        }
    };
    let mut rows: Vec<(Option<NaiveDate>, Row)> =
        month.work.entries.iter().map(|entry| (entry.day, row(entry))).collect();
    rows.extend(missing.into_iter().map(|planned| not_recorded(language, month, planned)));
    // Within a day what was recorded keeps its order.
    rows.sort_by_key(|(day, _)| *day);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// A shift that was planned and of which nothing is recorded.
fn not_recorded(
    language: Language,
    month: &Month<'_>,
    planned: &PlannedShift,
) -> (Option<NaiveDate>, Row) {
    let day = planned.span.map(|span| span.from().day(month.zone));
    let clocks = planned.span.map(|span| when::clocks(language, span, month.zone));
    let row = Row {
        shift: None,
        day: heading(language, day),
        planned: clocks.unwrap_or_default(),
        recorded: say(language, "month-row-missing", &[]),
        hours: String::new(),
        parts: String::new(),
        mark: say(language, "month-mark-differs", &[]),
    };
    (day, row)
}

/// What was not plain work in a shift: `Bereitschaft 6:00, Pause 0:30`.
#[must_use]
pub fn parts(language: Language, shift: &Shift) -> String {
    let mut totals: BTreeMap<Kind, Minutes> = BTreeMap::new();
    for stretch in shift.stretches().into_iter().filter(|stretch| stretch.kind != Kind::Work) {
        *totals.entry(stretch.kind).or_default() += stretch.span.length();
    }
    let texts: Vec<String> = totals
        .into_iter()
        .map(|(kind, minutes)| {
            format!("{} {minutes}", say(language, &format!("view-kind-{}", kind.word()), &[]))
        })
        .collect();
    texts.join(", ")
}
