//! The employer's phone: who is at work, what waits, a month before approval.

use super::super::when;
use super::entry::kind;
use super::month::{money, title, totals};
use super::readers::called;
use super::{
    ApprovalSheet, EmployerToday, ExceptionCard, Loudness, Notice, OnShift, Showing, WaitingCard,
    number, refused, sync,
};
use crate::app::overview::Overview;
use crate::app::{Acting, AppError, ApprovalTerms, Refusal};
use crate::document::PersonId;
use crate::log::Role;
use crate::policy::PolicyState;
use crate::record::month::MonthOfWork;
use crate::record::month_state::{Complete, MayApprove, MonthState, Standing};
use crate::record::proposals::Outcome;
use crate::record::rota::PlanState;
use crate::sync::Timeline;
use crate::time::{Minute, Month};
use crate::view::exception::{ByException, Warning, proposed};
use crate::words::Value;

/// The first screen. `heard_ms` is this phone's wall clock when it last heard
/// the office.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn today(
    acting: &mut Acting<'_>,
    showing: &Showing,
    heard_ms: Option<i64>,
) -> Result<EmployerToday, AppError> {
    let now = Minute::floor_ms(acting.now_ms());
    let day = now.day(showing.zone);
    let this = Month::of(day);
    let (policy, people) = assistants(acting)?;
    let (mut on_shift, mut planned, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    for person in people {
        let name = called(acting, showing, &policy, person)?;
        for month in [this.previous(), this] {
            let work = acting.month_of(person, month)?;
            on_shift.extend(at_work(showing, &work, &name));
            let standing = acting.standing_of(person, month)?;
            if let Some(line) = why_it_waits(showing, &work, &standing, month < this) {
                waiting.push(WaitingCard {
                    person: person.to_string(),
                    month: month.to_string(),
                    title: whose(showing, &name, month),
                    line,
                });
            }
        }
        for shift in acting.rota_of(person, this)? {
            let Some(span) = shift.span.filter(|span| span.from().day(showing.zone) == day) else {
                continue;
            };
            if shift.state == PlanState::Cancelled {
                continue;
            }
            let times = when::clocks(showing.language, span, showing.zone);
            let values = [("name", Value::Text(&name)), ("times", Value::Text(&times))];
            planned.push((span, showing.say("planned-for", &values)));
        }
    }
    planned.sort();
    let (_, sync_line) = sync::line(acting, showing, heard_ms)?;
    Ok(EmployerToday {
        title: when::day(showing.language, day),
        on_shift_line: showing.say("on-shift", &[("count", number(on_shift.len()))]),
        on_shift,
        planned: planned.into_iter().map(|(_, line)| line).collect(),
        waiting_line: showing.say("waits-for-you", &[("count", number(waiting.len()))]),
        waiting,
        sync_line,
    })
}

/// The assistants of the team, now or once.
fn assistants(acting: &mut Acting<'_>) -> Result<(PolicyState, Vec<PersonId>), AppError> {
    let policy = Timeline::load(acting.ledger, acting.me.team)?.now();
    let people = policy
        .members()
        .filter(|(_, member)| member.ever.contains(&Role::Assistant))
        .map(|(person, _)| person)
        .collect();
    Ok((policy, people))
}

/// `Ada Muster, November 2026`.
fn whose(showing: &Showing, name: &str, month: Month) -> String {
    let month = title(showing, month);
    showing.say("whose-month", &[("name", Value::Text(name)), ("month", Value::Text(&month))])
}

/// The same, for somebody of this team.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn title_of(
    acting: &mut Acting<'_>,
    showing: &Showing,
    person: PersonId,
    month: Month,
) -> Result<String, AppError> {
    let (policy, _) = assistants(acting)?;
    let name = called(acting, showing, &policy, person)?;
    Ok(whose(showing, &name, month))
}

fn at_work(showing: &Showing, work: &MonthOfWork, name: &str) -> Vec<OnShift> {
    work.running()
        .map(|(entry, since)| {
            let zone = entry.workplace.as_ref().map_or(showing.zone, |place| place.zone);
            let clock = when::clock(showing.language, since, zone);
            let mut line = showing.say("since", &[("since", Value::Text(&clock))]);
            if let Some((_, part, _)) = entry.running_parts.last() {
                line = format!("{line}, {}", kind(showing, *part));
            }
            OnShift { name: name.to_owned(), started_ms: since.ms(), line }
        })
        .collect()
}

/// Why a month waits for the employer, if it does.
fn why_it_waits(
    showing: &Showing,
    work: &MonthOfWork,
    standing: &Standing,
    over: bool,
) -> Option<String> {
    let objected = work
        .proposals
        .iter()
        .any(|one| matches!(one.outcome, Outcome::Objected { .. }) && !one.over);
    let key = match (standing.state, standing.complete) {
        (MonthState::Changed, _) => "waits-changed",
        (MonthState::Reopened, _) => "waits-reopened",
        (MonthState::Approved, _) => return None,
        (MonthState::Open | MonthState::PartlyApproved, _) if objected => "waits-objected",
        (MonthState::Open | MonthState::PartlyApproved, Complete::Yes) => "waits-complete",
        (MonthState::Open | MonthState::PartlyApproved, Complete::ChangedSince | Complete::No) => {
            if !over || work.entries.is_empty() {
                return None;
            }
            "waits-over"
        }
    };
    Some(showing.say(key, &[]))
}

/// A month before it is approved: what differs, the rest in one sentence, as
/// the office's page shows it (`view::exception`).
///
/// # Errors
///
/// Faults of record and ledger.
pub fn approval(
    acting: &mut Acting<'_>,
    showing: &Showing,
    person: PersonId,
    month: Month,
) -> Result<ApprovalSheet, AppError> {
    let (policy, _) = assistants(acting)?;
    let name = called(acting, showing, &policy, person)?;
    let overview = acting.overview(person, month, true)?;
    let found = ByException::of_overview(showing.language, &overview);
    // What `approve` would say, without writing anything.
    let judged = acting.statement_of(person, month, &ApprovalTerms::default());
    let not_now = match (&overview.standing.may_approve, judged) {
        (MayApprove::Nothing, _) => Some(refused::sentence(showing.language, "nothing_to_approve")),
        (MayApprove::Yes | MayApprove::OnlyOver | MayApprove::No, Ok(_)) => None,
        // Each can be approved over silence or objection, with a reason.
        (_, Err(AppError::Refused(Refusal::OpenProposals { .. }))) => None,
        (_, Err(AppError::Refused(refusal))) => {
            Some(refused::sentence(showing.language, refusal.code()))
        }
        (_, Err(error)) => return Err(error),
    };
    let title = whose(showing, &name, month);
    let pay = overview.reckoning.as_ref().map(|one| one.pay.totals.columns.paid);
    Ok(ApprovalSheet {
        person: person.to_string(),
        month: month.to_string(),
        exceptions: exceptions(showing, &found, &overview),
        summary: found.summary,
        totals: totals(showing, &overview.work.totals()),
        pay_amount: pay.map(|paid| money(showing, paid)),
        notices: found.warnings.into_iter().flat_map(notices).collect(),
        can_approve: not_now.is_none(),
        approve_label: showing.say("approve", &[("whose", Value::Text(&title))]),
        not_now,
        title,
    })
}

/// What is to be settled first, then what differs or waits for an answer.
fn exceptions(showing: &Showing, found: &ByException, overview: &Overview) -> Vec<ExceptionCard> {
    let blocked = found.blocked.iter().map(|one| ExceptionCard {
        shift: one.shifts.first().map(ToString::to_string),
        proposal: None,
        blocks: true,
        title: one.heading.clone(),
        line: one.sentence.clone(),
        notes: vec![one.advice.clone()],
    });
    let mut cards: Vec<ExceptionCard> = blocked.collect();
    for case in &found.cases {
        let card = ExceptionCard {
            shift: case.shift.map(|shift| shift.to_string()),
            proposal: None,
            blocks: false,
            title: case.heading.clone(),
            line: case.sentence.clone(),
            notes: case.notes.clone(),
        };
        if !case.waits() {
            cards.push(card);
            continue;
        }
        // Each proposal counts only with a reason of its own.
        for proposal in overview.work.proposals.iter().filter(|it| case.proposals.contains(&it.id))
        {
            let (line, answer) = proposed(showing.language, overview.zone, proposal);
            let proposal = Some(proposal.id.to_string());
            cards.push(ExceptionCard { proposal, line, notes: vec![answer], ..card.clone() });
        }
    }
    cards
}

fn notices(warning: Warning) -> impl Iterator<Item = Notice> {
    let loudness = match (warning.serious, warning.only_info) {
        (true, _) => Loudness::Serious,
        (false, true) => Loudness::Info,
        (false, false) => Loudness::Warning,
    };
    let source = Some(warning.source).filter(|source| !source.is_empty());
    let sentences = warning.sentences.into_iter();
    sentences.map(move |sentence| Notice { loudness, sentence, source: source.clone() })
}
