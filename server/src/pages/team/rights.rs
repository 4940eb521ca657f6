//! Ending a membership, and what a deputy may do for the employer until when.

use super::invite::last_day;
use super::{Known, one};
use crate::fault::Refusal;
use crate::input::Ids;
use crate::membership;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, checks, choice, date_field, form, heading, hidden,
    link_button, paragraphs,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{Employs, ManagesTeam, May};
use crate::pages::visitor::{Fields, Sent, Stepped, Visitor};
use crate::routes::App;
use assistenz_core::document::PersonId;
use assistenz_core::log::{Role, Topic};
use assistenz_core::time::Minute;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};
use serde::Deserialize;

fn name(known: &Known) -> [(&'static str, Value<'_>); 1] {
    [("name", Value::Text(known.name.as_str()))]
}

/// `GET /team/{person}/beenden`
pub(super) async fn ending(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    let known = one(&app, &visitor, person).await?;
    let roles: Vec<(&str, String)> = known
        .member
        .roles
        .keys()
        .filter(|role| membership::may_touch(&visitor.caller, **role).is_ok())
        .map(|role| (role.word(), visitor.say(&format!("page-role-{}", role.word()), &[])))
        .collect();
    let Some((first, _)) = roles.first() else { return Err(Refusal::NoRight.into()) };
    let options: Vec<(&str, &str)> =
        roles.iter().map(|(word, label)| (*word, label.as_str())).collect();
    let label = visitor.say("page-team-end-role", &[]);
    let field = Field::new("role", &label).value(first);
    let body = html! {
        (paragraphs(&visitor.say("page-team-end-lead", &[])))
        (form(&visitor, &format!("{}/beenden", known.address()), html! {
            @if options.len() > 1 { (choice(&field, &options)) } @else { (hidden("role", first)) }
            (actions(html! {
                (button(Weight::Primary, &visitor.say("page-team-end-go", &name(&known))))
                (link_button(Weight::Secondary, &known.address(), &visitor.say("page-cancel", &[])))
            }))
        }))
    };
    Ok(page(&visitor, Section::Team, &visitor.say("page-team-end", &name(&known)), body))
}

/// Which role ends.
#[derive(Debug, Deserialize)]
pub(super) struct Ended {
    role: String,
}

/// `POST /team/{person}/beenden`
pub(super) async fn end(
    State(app): State<App>,
    _: May<ManagesTeam>,
    Stepped(visitor): Stepped,
    Ids(person): Ids<PersonId>,
    Sent(ended): Sent<Ended>,
) -> Result<Response, PageError> {
    let known = one(&app, &visitor, person).await?;
    let role: Role = membership::role(&ended.role)?;
    let caller = visitor.caller.clone();
    app.office().write(move |turn| membership::end(turn, &caller, person, role)).await?;
    Ok(done(&app, "/team", &visitor.say("page-team-end-done", &name(&known))))
}

/// `GET /team/{person}/themen`
pub(super) async fn topics(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    visitor.caller.employer()?;
    let known = one(&app, &visitor, person).await?;
    if !known.member.is(Role::Deputy, visitor.caller.now_ms) {
        return Err(Refusal::NotFound.into());
    }
    let title = visitor.say("page-team-topics-change", &name(&known));
    let body = granting(&visitor, &known, &[], "", &Problems::new());
    Ok(page(&visitor, Section::Team, &title, body))
}

fn granting(
    visitor: &Visitor,
    known: &Known,
    chosen: &[&str],
    until: &str,
    problems: &Problems,
) -> Markup {
    let words: Vec<(Topic, String)> = Topic::ALL
        .into_iter()
        .map(|topic| (topic, visitor.say(&format!("page-team-topic-{}", topic.word()), &[])))
        .collect();
    let boxes: Vec<(&str, &str, bool)> = words
        .iter()
        .map(|(topic, label)| (topic.word(), label.as_str(), chosen.contains(&topic.word())))
        .collect();
    let (label, hint, until_label, until_hint) = (
        visitor.say("page-team-topics-which", &[]),
        visitor.say("page-team-topics-which-hint", &[]),
        visitor.say("page-team-topics-until", &[]),
        visitor.say("page-team-topics-until-hint", &[]),
    );
    let field = Field::new("topic", &label).hint(&hint).problem(problems);
    let until = Field::new("until", &until_label).hint(&until_hint).value(until).problem(problems);
    let held: Vec<(Topic, i64)> = known
        .member
        .grants
        .iter()
        .filter(|(topic, _)| known.member.may(**topic, visitor.caller.now_ms))
        .map(|(topic, until)| (*topic, *until))
        .collect();
    html! {
        (paragraphs(&visitor.say("page-team-topics-lead", &[])))
        (form(visitor, &format!("{}/themen", known.address()), html! {
            (checks(&field, &boxes))
            (date_field(&until))
            (actions(html! {
                (button(Weight::Primary, &visitor.say("page-team-topics-save", &name(known))))
                (link_button(Weight::Secondary, &known.address(), &visitor.say("page-cancel", &[])))
            }))
        }))
        @if !held.is_empty() { (heading(&visitor.say("page-team-topics-now", &[]))) }
        @for (topic, until) in &held {
            @let word = visitor.say(&format!("page-team-topic-{}", topic.word()), &[]);
            @let day = Minute::floor_ms(until.saturating_sub(1)).day(Berlin);
            @let values = [("topic", Value::Text(word.as_str())), ("day", Value::Day(day))];
            (form(visitor, &format!("{}/themen/beenden", known.address()), html! {
                p.kern-body { (visitor.say("page-team-topic-until", &values)) }
                (hidden("topic", topic.word()))
                (actions(button(Weight::Secondary, &visitor.say("page-team-topic-end", &values))))
            }))
        }
    }
}

/// `POST /team/{person}/themen`
pub(super) async fn grant(
    State(app): State<App>,
    May(visitor, _): May<Employs>,
    Ids(person): Ids<PersonId>,
    Sent(sent): Sent<Fields>,
) -> Result<Response, PageError> {
    visitor.caller.employer()?;
    let known = one(&app, &visitor, person).await?;
    let chosen: Vec<&str> = sent.all("topic").collect();
    let topics: Vec<Topic> =
        chosen.iter().map(|word| membership::topic(word)).collect::<Result<_, _>>()?;
    let mut problems = Problems::new();
    if topics.is_empty() {
        problems.add("topic", visitor.say("page-team-problem-topic", &[]));
    }
    let until = sent.get("until").unwrap_or_default();
    let until_ms = last_day(&visitor, "until", until, &mut problems);
    if until.trim().is_empty() {
        problems.add("until", visitor.say("page-team-problem-until", &[]));
    }
    let (Some(until_ms), true) = (until_ms, problems.is_empty()) else {
        let title = visitor.say("page-team-topics-change", &name(&known));
        let body = granting(&visitor, &known, &chosen, until, &problems);
        return Ok(refused(&visitor, Section::Team, &title, &problems, body));
    };
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| membership::grant(turn, &caller, person, topics, until_ms))
        .await?;
    Ok(done(&app, &known.address(), &visitor.say("page-team-topics-done", &name(&known))))
}

/// Which topic ends.
#[derive(Debug, Deserialize)]
pub(super) struct TakenBack {
    topic: String,
}

/// `POST /team/{person}/themen/beenden`
pub(super) async fn take_back(
    State(app): State<App>,
    May(visitor, _): May<Employs>,
    Ids(person): Ids<PersonId>,
    Sent(taken): Sent<TakenBack>,
) -> Result<Response, PageError> {
    let known = one(&app, &visitor, person).await?;
    let topic = membership::topic(&taken.topic)?;
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| membership::take_topic_back(turn, &caller, person, topic))
        .await?;
    Ok(done(&app, &known.address(), &visitor.say("page-team-topic-ended", &name(&known))))
}
