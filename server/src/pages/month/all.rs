//! All months of a team at once (Monate): where each person's month stands,
//! and everything that is clean in one act.

use super::NEXT;
use super::read::{Ids, Seen, month_path, seen};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::pages::components::{
    Tone, Weight, actions, badge, heading, link, link_button, paragraphs,
};
use crate::pages::documents;
use crate::pages::error::PageError;
use crate::pages::frame::{Section, go, page};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::contract::version::in_force_during;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::log::{Role, Topic};
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::time::Month;
use assistenz_core::view::exception::{Approvable, ByException, Decided, Decisions};
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::Datelike as _;
use maud::{Markup, html};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/monate", get(newest)).route("/monate/{month}", get(look))
}

/// Until this day of a month people mostly work on the month before.
const BEFORE_UNTIL: u32 = 20;

async fn newest(visitor: Visitor) -> Response {
    let today = visitor.today();
    let this = Month::of(today);
    let month = if today.day() <= BEFORE_UNTIL { this.previous() } else { this };
    go(&format!("/monate/{month}"))
}

/// One person's month in the list.
pub(super) struct One {
    pub(super) seen: Seen,
    pub(super) found: ByException,
    pub(super) decided: Decided,
}

impl One {
    /// Whether something of it can be approved without deciding anything.
    pub(super) fn clean(&self) -> bool {
        self.seen.approves
            && !self.is_of_nobody()
            && !matches!(self.decided.approvable, Approvable::Nothing(_))
    }

    /// Whether nothing is recorded or owed and, as far as can be seen, nobody was employed.
    fn is_of_nobody(&self) -> bool {
        let found = &self.seen.overview;
        self.seen.pays
            && found.work.entries.is_empty()
            && found.standing.approvals.is_empty()
            && found.away.is_empty()
            && found.entered.is_empty()
            && found.reckoning.as_ref().is_none_or(|found| found.pay.lines.is_empty())
            && !in_force_during(&found.contract, self.seen.month)
    }
}

/// How a month is read: [`seen`] to look, [`super::read::seen_now`] to act.
pub(super) type ReadMonth =
    fn(&mut Turn<'_>, &Caller, (PersonId, Month)) -> Result<Seen, OfficeError>;

/// Everybody's month that the visitor may read.
pub(super) fn everybody(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    month: Month,
    read: ReadMonth,
) -> Result<Vec<One>, OfficeError> {
    let caller: &Caller = &visitor.caller;
    let people: Vec<PersonId> = journal::state(turn, caller.team())?
        .members()
        .filter(|(_, member)| member.ever_worked())
        .map(|(person, _)| person)
        .collect();
    let mut all = Vec::new();
    for person in people {
        let readable = at_desk::can_read(turn, caller, &DocumentId::time(person, month))?
            && at_desk::can_read(turn, caller, &DocumentId::review(person, month))?;
        if !readable {
            continue;
        }
        let seen = read(turn, caller, (person, month))?;
        let found = seen.by_exception(visitor.language);
        let decided = found.decide(&Decisions::new());
        all.push(One { seen, found, decided });
    }
    let reads = caller.may(Topic::HoursView)
        || caller.may(Topic::HoursApprove)
        || caller.is(Role::PayrollOffice);
    if all.is_empty() && !reads {
        return Err(Refusal::NoRight.into());
    }
    all.sort_by_key(|one| (one.seen.name.is_none(), one.seen.called(visitor), one.seen.person));
    Ok(all)
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(month): Ids<Month>,
) -> Result<Response, PageError> {
    let reader = visitor.clone();
    let all = app.office().read(move |turn| everybody(turn, &reader, month, seen)).await?;
    let only_own = all.len() == 1 && all.iter().all(|one| one.seen.own && !one.seen.approves);
    if let (true, Some(one)) = (only_own, all.first()) {
        return Ok(go(&format!("{}#{NEXT}", month_path(one.seen.person, month))));
    }
    let title = visitor.say("months-all-title", &[("month", Value::Month(month))]);
    Ok(page(&visitor, Section::Months, &title, body(&visitor, month, &all)).into_response())
}

fn body(visitor: &Visitor, month: Month, all: &[One]) -> Markup {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let approved = all.iter().filter(|one| one.found.is_approved()).count();
    let clean = all.iter().filter(|one| one.clean()).count();
    let values =
        [("approved", Value::Number(number(approved))), ("all", Value::Number(number(all.len())))];
    let team = visitor.may(Topic::HoursView) || visitor.may(Topic::HoursApprove);
    // Who only fetches what is approved decides about nothing.
    if all.is_empty() && !team {
        return html! { (paragraphs(&visitor.say("months-all-none-yet", &[]))) (other_months(visitor, month)) };
    }
    html! {
        p.office-lead { (visitor.say("months-all-lead", &values)) }
        section.office-next aria-labelledby=(NEXT) {
            h2.kern-heading-medium id=(NEXT) tabindex="-1" { (visitor.say("months-next", &[])) }
            @if clean > 0 {
                @let values = [("count", Value::Number(number(clean))), ("month", Value::Month(month))];
                (paragraphs(&visitor.say("months-all-clean-hint", &values)))
                (actions(link_button(
                    Weight::Primary,
                    &format!("/monate/{month}/freigabe#{NEXT}"),
                    &visitor.say("months-all-clean", &values),
                )))
            } @else {
                (paragraphs(&next_sentence(visitor, all)))
            }
            @if let Some(one) = all.iter().find(|one| one.seen.approves && waits_for_visitor(one)) {
                @let whom = one.seen.whom_and_when(visitor);
                (actions(link_button(
                    if clean > 0 { Weight::Secondary } else { Weight::Primary },
                    &format!("{}#{NEXT}", one.seen.path()),
                    &visitor.say("months-all-decide", &[("whom", Value::Text(&whom))]),
                )))
            }
        }
        (heading(&visitor.say("months-all-people", &[])))
        @if all.is_empty() { (paragraphs(&visitor.say("months-all-nobody", &[]))) }
        div.cards {
            @for one in all { (card(visitor, one)) }
        }
        (documents::way(visitor, month))
        (other_months(visitor, month))
    }
}

fn other_months(visitor: &Visitor, month: Month) -> Markup {
    html! {
        nav.actions aria-label=(visitor.say("months-other-months", &[])) {
            @for other in [month.previous(), month.next()] {
                (link(&format!("/monate/{other}"), &visitor.say("months-go-to", &[("month", Value::Month(other))])))
            }
        }
    }
}

fn waits_for_visitor(one: &One) -> bool {
    one.decided.next.is_some()
}

fn next_sentence(visitor: &Visitor, all: &[One]) -> String {
    let key = if all.iter().any(waits_for_visitor) {
        "months-all-next-decide"
    } else if all.iter().all(|one| one.found.is_approved()) {
        "months-all-next-done"
    } else {
        "months-all-next-wait"
    };
    visitor.say(key, &[])
}

fn card(visitor: &Visitor, one: &One) -> Markup {
    let called = one.seen.called(visitor);
    let standing = &one.seen.overview.standing;
    let (tone, word) = match standing.state {
        MonthState::Approved => (Tone::Success, "approved"),
        MonthState::PartlyApproved => (Tone::Info, "partly-approved"),
        MonthState::Open => (Tone::Info, "open"),
        MonthState::Reopened => (Tone::Warning, "reopened"),
        MonthState::Changed => (Tone::Warning, "changed"),
    };
    let complete = match standing.complete {
        Complete::No => "months-card-complete-no",
        Complete::Yes => "months-card-complete-yes",
        Complete::ChangedSince => "months-card-complete-changed",
    };
    html! {
        div.office-card {
            h3.kern-heading-small {
                (link(&format!("{}#{NEXT}", one.seen.path()), &called))
            }
            p { (badge(tone, &visitor.say(&format!("months-badge-{word}"), &[]))) }
            (paragraphs(&one.found.summary))
            @if !one.found.is_approved() { (paragraphs(&one.decided.headline)) }
            p.kern-body.office-note { (visitor.say(complete, &[])) }
        }
    }
}
