//! Looking at one entry.

use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::pages::components::{
    Tone, Weight, actions, badge, heading, link, link_button, paragraphs, summary_list,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page};
use crate::pages::month::NEXT;
use crate::pages::month::read::{Ids, may_approve, month_path, name_of};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::app::story::Story;
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::record::claims::{Field, Value as Claimed};
use assistenz_core::record::findings::Dispute;
use assistenz_core::record::proposals::Outcome;
use assistenz_core::record::settle::{Entry, State as EntryState};
use assistenz_core::time::{Minute, Month};
use assistenz_core::view::exception::parts;
use assistenz_core::view::history::{Line, Recorded, Telling, lines};
use assistenz_core::view::when;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use chrono_tz::Europe::Berlin;
use chrono_tz::Tz;
use maud::{Markup, html};
use std::collections::BTreeMap;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/eintrag/{person}/{shift}", get(look))
}

/// An entry as one visitor may see it.
#[derive(Debug)]
pub(super) struct SeenEntry {
    pub(super) person: PersonId,
    pub(super) shift: EventId,
    pub(super) month: Month,
    pub(super) story: Story,
    pub(super) name: Option<String>,
    pub(super) names: BTreeMap<PersonId, String>,
    /// Whether the visitor may propose.
    pub(super) proposes: bool,
    /// Whether it is the visitor's own.
    pub(super) own: bool,
}

/// Reads an entry for a visitor.
pub(super) fn seen_entry(
    turn: &mut Turn<'_>,
    caller: &Caller,
    (person, shift): (PersonId, EventId),
) -> Result<SeenEntry, OfficeError> {
    let now = Minute::floor_ms(turn.now_ms).day(Berlin);
    let readable = |turn: &mut Turn<'_>, month: Month| {
        at_desk::may_read(turn, caller, &DocumentId::time(person, month))?;
        at_desk::may_read(turn, caller, &DocumentId::review(person, month))
    };
    // Judged before it is looked for: nobody learns from a refusal what is there.
    readable(turn, Month::of(now))?;
    let story = at_desk::look(turn, caller, |acting| acting.story_of(person, shift))?;
    let story = story.ok_or(Refusal::NotFound)?;
    let month = story.work.month;
    readable(turn, month)?;
    let proposes = may_approve(turn, caller, person, month)?;
    let people: Vec<PersonId> =
        journal::state(turn, caller.team())?.members().map(|(person, _)| person).collect();
    let mut names = BTreeMap::new();
    for one in people {
        if let Some(name) = name_of(turn, caller, one)? {
            names.insert(one, name);
        }
    }
    let name = names.get(&person).cloned();
    let own = caller.person() == person;
    Ok(SeenEntry { person, shift, month, story, name, names, proposes, own })
}

impl SeenEntry {
    pub(super) fn entry(&self) -> Option<&Entry> {
        self.story.work.entry(self.shift)
    }

    pub(super) fn zone(&self) -> Tz {
        self.entry().and_then(|entry| Some(entry.workplace.as_ref()?.zone)).unwrap_or(Berlin)
    }

    pub(super) fn path(&self) -> String {
        format!("/eintrag/{}/{}", self.person, self.shift)
    }

    /// `Ada Muster, Mo 2. Nov., 08:00 bis 16:00`
    pub(super) fn named(&self, visitor: &Visitor) -> String {
        let called = self.name.clone().unwrap_or_else(|| visitor.say("page-nameless", &[]));
        let when = match self.entry().map(|entry| (&entry.state, entry.day)) {
            Some((EntryState::Settled(shift), _)) => {
                when::span(visitor.language, shift.span, shift.workplace.zone)
            }
            Some((_, Some(day))) => when::short_day(visitor.language, day),
            Some((EntryState::Retracted, None)) => visitor.say("entry-taken-back", &[]),
            Some((_, None)) | None => visitor.say("month-day-unknown", &[]),
        };
        let values = [("name", Value::Text(&called)), ("when", Value::Text(&when))];
        visitor.say("entry-named", &values)
    }

    pub(super) fn telling<'a>(&'a self, visitor: &Visitor) -> Telling<'a> {
        Telling { language: visitor.language, zone: self.zone(), names: &self.names }
    }

    /// The one instant that is said about begin or end; `None` if there are
    /// several or none.
    pub(super) fn sole(&self, field: Field) -> Option<Minute> {
        let mut said: Vec<Minute> = self
            .story
            .claims
            .live(field)
            .filter_map(|claim| match claim.value {
                Claimed::At(at) => Some(at),
                Claimed::Exists(_)
                | Claimed::Place(_)
                | Claimed::Funding(_)
                | Claimed::Kind(_)
                | Claimed::Away(..) => None,
            })
            .collect();
        said.dedup();
        if let [only] = said.as_slice() { Some(*only) } else { None }
    }

    fn disputes(&self) -> impl Iterator<Item = &Dispute> {
        self.story.work.disputes.iter().filter(|dispute| dispute.shift == self.shift)
    }
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, EventId)>,
) -> Result<Markup, PageError> {
    let caller = visitor.caller.clone();
    let seen = app.office().read(move |turn| seen_entry(turn, &caller, of)).await?;
    let title = visitor.say("entry-title", &[]);
    Ok(page(&visitor, Section::Months, &title, body(&visitor, &seen)))
}

fn body(visitor: &Visitor, seen: &SeenEntry) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let back = visitor.say("entry-to-month", &[("month", Value::Month(seen.month))]);
    html! {
        p.office-lead { (seen.named(visitor)) }
        (state(visitor, seen))
        (next(visitor, seen))
        (heading(&say("entry-history")))
        (history(visitor, seen))
        p { (link(&month_path(seen.person, seen.month), &back)) }
    }
}

fn state(visitor: &Visitor, seen: &SeenEntry) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let Some(entry) = seen.entry() else { return html! {} };
    let (word, tone) = match &entry.state {
        EntryState::Settled(_) => ("entry-settled", Tone::Success),
        EntryState::Running { .. } => ("entry-running", Tone::Info),
        EntryState::Unsettled => ("entry-unsettled", Tone::Warning),
        EntryState::Retracted => ("entry-retracted", Tone::Info),
    };
    let mut pairs = vec![(say("entry-state"), html! { (badge(tone, &say(word))) })];
    if let EntryState::Running { since } = &entry.state {
        let at = when::moment(visitor.language, *since, seen.zone());
        pairs.push((say("entry-since"), html! { (at) }));
    }
    if let Some(shift) = entry.settled() {
        let hours = [("hours", Value::Minutes(shift.working_minutes()))];
        pairs.push((say("entry-hours"), html! { (visitor.say("plan-hours", &hours)) }));
        let inside = parts(visitor.language, shift);
        if !inside.is_empty() {
            pairs.push((say("entry-parts"), html! { (inside) }));
        }
    }
    if entry.reconstructed {
        pairs.push((say("entry-how"), html! { (say("month-reconstructed")) }));
    }
    if !entry.agreed.is_empty() {
        pairs.push((say("entry-correction"), html! { (say("entry-agreed")) }));
    }
    if !entry.over_objection.is_empty() {
        pairs.push((say("entry-correction"), html! { (say("entry-over")) }));
    }
    let pairs: Vec<(&str, Markup)> =
        pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect();
    summary_list(&pairs)
}

/// What can be done: first what is open.
fn next(visitor: &Visitor, seen: &SeenEntry) -> Markup {
    if !seen.proposes && !seen.own {
        return html! {};
    }
    let say = |key: &str| visitor.say(key, &[]);
    let telling = seen.telling(visitor);
    let open: Vec<_> = seen
        .story
        .work
        .proposals
        .iter()
        .filter(|proposal| proposal.shift == seen.shift && !proposal.over)
        .filter(|one| {
            matches!(one.outcome, Outcome::Open | Outcome::Objected { .. } | Outcome::Disputed)
        })
        .collect();
    let retracted = seen.entry().is_some_and(|entry| entry.state == EntryState::Retracted);
    html! {
        section.office-next aria-labelledby=(NEXT) {
            h2.kern-heading-medium id=(NEXT) tabindex="-1" { (say("entry-next")) }
            @for dispute in seen.disputes() { (disputed(visitor, seen, telling, dispute)) }
            @for proposal in &open {
                @let path = format!("/vorschlag/{}/{}/{}", seen.person, seen.month, proposal.id);
                (paragraphs(&visitor.say("entry-open-proposal", &[("reason", Value::Text(&proposal.reason))])))
                @if let Some(objection) = proposal.answer_reason.as_deref() {
                    (paragraphs(&visitor.say("month-objected", &[("reason", Value::Text(objection))])))
                }
                @if seen.own { (actions(link_button(Weight::Primary, &path, &say("entry-answer")))) }
                @if seen.proposes { (actions(link_button(Weight::Secondary, &path, &say("entry-withdraw")))) }
            }
            @if !retracted {
                @let key = if seen.own { "entry-correct-own" } else { "entry-propose" };
                (actions(link_button(Weight::Secondary, &format!("{}/aendern", seen.path()), &say(key))))
            } @else {
                (paragraphs(&say("entry-retracted-hint")))
            }
        }
    }
}

/// Both values of a dispute, with who said each, and the choice.
fn disputed(
    visitor: &Visitor,
    seen: &SeenEntry,
    telling: Telling<'_>,
    dispute: &Dispute,
) -> Markup {
    let field = visitor.say(&format!("entry-field-{}", dispute.field.code()), &[]);
    let events = recorded(&seen.story);
    html! {
        (paragraphs(&visitor.say("entry-disputed", &[("field", Value::Text(&field))])))
        @for (value, ids) in &dispute.values {
            @let said = telling.value(value);
            div.office-card {
                p.kern-body { strong { (said) } }
                ul.kern-list {
                    @for one in events.iter().filter(|one| ids.contains(&one.id)) {
                        li {
                            (telling.who(one)) ", "
                            (when::moment(visitor.language,
                                Minute::floor_ms(one.event.recorded_ms), seen.zone()))
                        }
                    }
                }
                @if let (Some(name), Claimed::At(at)) = (end_of(dispute.field), value) {
                    @let key = if seen.own { "entry-choose-own" } else { "entry-choose" };
                    (actions(link_button(
                        Weight::Primary,
                        &format!("{}/aendern?{name}={}", seen.path(), at.get()),
                        &visitor.say(key, &[("value", Value::Text(&said))]),
                    )))
                }
            }
        }
    }
}

/// The form's field for a disputed begin or end.
fn end_of(field: Field) -> Option<&'static str> {
    match field {
        Field::Start => Some("from"),
        Field::End => Some("to"),
        Field::Exists
        | Field::Place
        | Field::Funding
        | Field::PartExists(_)
        | Field::PartKind(_)
        | Field::PartFrom(_)
        | Field::PartTo(_)
        | Field::Away(_) => None,
    }
}

fn recorded(story: &Story) -> Vec<Recorded<'_>> {
    story.events.iter().map(Recorded::from).collect()
}

fn history(visitor: &Visitor, seen: &SeenEntry) -> Markup {
    let told = lines(seen.telling(visitor), &seen.story.claims, &recorded(&seen.story));
    html! {
        ol.office-history {
            @for line in &told { (history_line(visitor, line)) }
        }
    }
}

fn history_line(visitor: &Visitor, line: &Line) -> Markup {
    html! {
        li {
            p.kern-body { strong { (line.sentence) } }
            @if !line.reason.is_empty() {
                p.kern-body { (visitor.say("entry-reason", &[("reason", Value::Text(&line.reason))])) }
            }
            p.kern-body.office-note { (line.when) " · " (line.who) }
            @for note in &line.notes { p.kern-body.office-note { (note) } }
            @if line.replaced { p.kern-body.office-note { (visitor.say("entry-replaced", &[])) } }
        }
    }
}
