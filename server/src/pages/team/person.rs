//! One person: what the office knows of them, their phones, their contract,
//! what they may do for the employer.

use super::contract_form::summary;
use super::{Known, Phone, known, moment, nameless, reads_contract, roles};
use crate::at_desk;
use crate::fault::OfficeError;
use crate::input::Ids;
use crate::journal;
use crate::pages::components::{
    Tone, Weight, actions, badge, details, heading, link, link_button, paragraphs, summary_list,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, page};
use crate::pages::help;
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::log::{DeviceForm, Role, Topic};
use assistenz_core::time::Minute;
use assistenz_core::words::Value;
use axum::extract::State;
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};

/// What stands in the document `person`.
#[derive(Debug, Clone, Default)]
pub(super) struct Details(pub Vec<(&'static str, String)>);

/// The fields of a person, in the order of the page.
pub(super) const FIELDS: [&str; 6] =
    ["name", "called", "phone", "email", "address", "personnel_number"];

struct Person {
    known: Known,
    /// `None` where the visitor may not read it.
    details: Option<Details>,
    contract: Option<Vec<ContractVersion>>,
    writes_contract: bool,
    /// Whether the visitor may give them a sign-in link.
    helps: bool,
    /// Whether they are the one who lets an employer back in.
    trusted: bool,
}

/// `GET /team/{person}`
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    let (caller, nameless) = (visitor.caller.clone(), nameless(&visitor));
    let found = app
        .office()
        .read(move |turn| {
            let known = known(turn, &caller, &nameless, person)?;
            let details = if at_desk::can_read(turn, &caller, &DocumentId::person(person))? {
                Some(at_desk::look(turn, &caller, |acting| {
                    let mut told = Vec::new();
                    for field in FIELDS {
                        told.push((field, acting.person_field(person, field)?.unwrap_or_default()));
                    }
                    Ok(Details(told))
                })?)
            } else {
                None
            };
            let works = known.member.ever.contains(&Role::Assistant)
                || known.member.ever.contains(&Role::Coach);
            let contract = if works && reads_contract(turn, &caller, person)? {
                Some(at_desk::look(turn, &caller, |acting| acting.contract_of(person))?)
            } else {
                None
            };
            let writes_contract =
                at_desk::may_write(turn, &caller, &DocumentId::contract(person)).is_ok();
            let helps = help::may_give(turn, &caller, person)?;
            let trusted = journal::state(turn, caller.team())?.trusted() == Some(person);
            Ok::<_, OfficeError>(Person {
                known,
                details,
                contract,
                writes_contract,
                helps,
                trusted,
            })
        })
        .await?;
    let title = found.known.name.clone();
    Ok(page(&visitor, Section::Team, &title, body(&visitor, &found)))
}

fn body(visitor: &Visitor, of: &Person) -> Markup {
    let live = of.known.member.is_live(visitor.caller.now_ms);
    html! {
        p.kern-body { (roles(visitor, &of.known.member)) }
        (about(visitor, of))
        (phones(visitor, &of.known, live))
        @if of.helps { (signing_in(visitor, &of.known)) }
        (contract(visitor, of))
        @if of.known.member.is(Role::Deputy, visitor.caller.now_ms) { (topics(visitor, &of.known)) }
        @if live { (trust(visitor, of)) (ending(visitor, &of.known)) }
        p.kern-body { (link("/team", &visitor.say("page-team-back", &[]))) }
    }
}

fn name<'a>(known: &'a Known) -> [(&'static str, Value<'a>); 1] {
    [("name", Value::Text(known.name.as_str()))]
}

fn about(visitor: &Visitor, of: &Person) -> Markup {
    html! {
        @if let Some(details) = &of.details {
            (heading(&visitor.say("page-team-about", &[])))
            @let pairs: Vec<(String, Markup)> = details
                .0
                .iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(field, text)| (visitor.say(&format!("page-team-{field}"), &[]), paragraphs(text)))
                .collect();
            @let pairs: Vec<(&str, Markup)> =
                pairs.iter().map(|(word, text)| (word.as_str(), text.clone())).collect();
            @if pairs.is_empty() {
                p.kern-body { (visitor.say("page-team-about-nothing", &[])) }
            } @else {
                (summary_list(&pairs))
            }
            @if visitor.may(Topic::Team) {
                (actions(link_button(
                    Weight::Secondary,
                    &format!("{}/angaben", of.known.address()),
                    &visitor.say("page-team-about-change", &name(&of.known)),
                )))
            }
        }
    }
}

fn phones(visitor: &Visitor, known: &Known, live: bool) -> Markup {
    html! {
        (heading(&visitor.say("page-team-phones", &[])))
        @if known.devices.is_empty() {
            p.kern-body { (visitor.say("page-team-phones-none", &[])) }
        } @else {
            ul.team-phones {
                @for phone in &known.devices { (one_phone(visitor, known, phone)) }
            }
        }
        @if live && visitor.may(Topic::Team) {
            (actions(link_button(
                Weight::Secondary,
                &format!("{}/telefon", known.address()),
                &visitor.say("page-team-connect", &name(known)),
            )))
        }
    }
}

/// How somebody comes in who uses these pages.
fn signing_in(visitor: &Visitor, known: &Known) -> Markup {
    html! {
        (heading(&visitor.say("page-team-signing-in", &[])))
        (paragraphs(&visitor.say("page-team-signing-in-lead", &name(known))))
        (actions(link_button(
            Weight::Secondary,
            &help::address(known.person),
            &visitor.say("page-help-give", &name(known)),
        )))
    }
}

/// Who lets the employer back in.
fn trust(visitor: &Visitor, of: &Person) -> Markup {
    let may = visitor.caller.is(Role::Employer);
    html! {
        @if may && super::trust::can_be(&of.known, visitor.caller.now_ms) {
            (heading(&visitor.say("page-team-trust", &[])))
            @if of.trusted {
                (paragraphs(&visitor.say("page-team-trust-is", &name(&of.known))))
            } @else {
                (actions(link_button(
                    Weight::Quiet,
                    &format!("{}/vertrauen", of.known.address()),
                    &visitor.say("page-team-trust-title", &name(&of.known)),
                )))
            }
        }
    }
}

/// `Telefon 3fa4`: enough to tell two apart.
pub(super) fn phone_name(visitor: &Visitor, phone: &Phone) -> String {
    let short: String = phone.device.to_string().chars().take(4).collect();
    let key = match phone.form {
        DeviceForm::Phone => "page-team-phone-device",
        DeviceForm::Desk | DeviceForm::CommandLine => "page-team-command-line",
    };
    visitor.say(key, &[("id", Value::Text(&short))])
}

/// When it was last heard of, in a sentence.
pub(super) fn last_heard(visitor: &Visitor, phone: &Phone) -> String {
    match phone.heard_ms {
        Some(ms) => visitor.say("page-team-heard", &[("at", Value::Text(&moment(visitor, ms)))]),
        None => visitor.say("page-team-not-heard", &[]),
    }
}

fn one_phone(visitor: &Visitor, known: &Known, phone: &Phone) -> Markup {
    let device = phone_name(visitor, phone);
    html! {
        li {
            p.kern-body {
                strong { (device) } " "
                @if phone.revoked {
                    (badge(Tone::Info, &visitor.say("page-team-revoked", &[])))
                } @else {
                    (last_heard(visitor, phone))
                }
            }
            @if !phone.revoked && visitor.may(Topic::Team) {
                @let values =
                    [("device", Value::Text(device.as_str())), ("name", Value::Text(known.name.as_str()))];
                p.kern-body {
                    (link(
                        &format!("{}/geraet/{}", known.address(), phone.device),
                        &visitor.say("page-team-revoke", &values),
                    ))
                }
            }
        }
    }
}

fn contract(visitor: &Visitor, of: &Person) -> Markup {
    html! {
        @if let Some(versions) = &of.contract {
            (heading(&visitor.say("page-team-contract", &[])))
            @if versions.is_empty() {
                p.kern-body { (visitor.say("page-team-contract-nothing", &[])) }
            }
            @for (place, version) in versions.iter().enumerate().rev() {
                @let until = versions.get(place + 1).map(|next| next.valid_from.pred_opt());
                @let values = [("day", Value::Day(version.valid_from))];
                @let title = match until.flatten() {
                    Some(until) => visitor.say(
                        "page-team-version-until",
                        &[("day", Value::Day(version.valid_from)), ("until", Value::Day(until))],
                    ),
                    None => visitor.say("page-team-version", &values),
                };
                @if place + 1 == versions.len() {
                    h3.kern-heading-small { (title) }
                    (summary(visitor, version))
                } @else {
                    (details(&title, summary(visitor, version)))
                }
            }
            @if of.writes_contract {
                @let key = if versions.is_empty() {
                    "page-team-contract-first"
                } else {
                    "page-team-contract-new"
                };
                (actions(link_button(
                    Weight::Secondary,
                    &format!("{}/vertrag", of.known.address()),
                    &visitor.say(key, &name(&of.known)),
                )))
            }
        }
    }
}

fn topics(visitor: &Visitor, known: &Known) -> Markup {
    let now_ms = visitor.caller.now_ms;
    let topics: Vec<(Topic, i64)> = known
        .member
        .grants
        .iter()
        .filter(|(topic, _)| known.member.may(**topic, now_ms))
        .map(|(topic, until)| (*topic, *until))
        .collect();
    html! {
        (heading(&visitor.say("page-team-topics", &[])))
        @if topics.is_empty() {
            p.kern-body { (visitor.say("page-team-topics-none", &[])) }
        } @else {
            ul.kern-list {
                @for (topic, until) in &topics {
                    @let word = visitor.say(&format!("page-team-topic-{}", topic.word()), &[]);
                    @let day = Minute::floor_ms(until.saturating_sub(1)).day(Berlin);
                    @let values = [("topic", Value::Text(word.as_str())), ("day", Value::Day(day))];
                    li { (visitor.say("page-team-topic-until", &values)) }
                }
            }
        }
        @if visitor.caller.is(Role::Employer) {
            (actions(link_button(
                Weight::Secondary,
                &format!("{}/themen", known.address()),
                &visitor.say("page-team-topics-change", &name(known)),
            )))
        }
    }
}

fn ending(visitor: &Visitor, known: &Known) -> Markup {
    let may = known
        .member
        .roles
        .keys()
        .any(|role| crate::membership::may_touch(&visitor.caller, *role).is_ok());
    html! {
        @if may && known.person != visitor.caller.person() {
            (heading(&visitor.say("page-team-ending", &[])))
            (actions(link_button(
                Weight::Quiet,
                &format!("{}/beenden", known.address()),
                &visitor.say("page-team-end", &name(known)),
            )))
        }
    }
}
