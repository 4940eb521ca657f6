//! Inviting somebody, and connecting a phone: a code to scan or to type, on the
//! screen or as a letter.

use super::{Known, moment, one};
use crate::at_desk;
use crate::credential::passkey;
use crate::fault::OfficeError;
use crate::input::Ids;
use crate::invite as pairing;
use crate::membership;
use crate::pages::components::{
    Field, Problems, Tone, Weight, actions, alert, button, choice, date_field, form, heading,
    link_button, paragraphs, text_field,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::help;
use crate::pages::right::{ManagesTeam, May};
use crate::pages::visitor::{Sent, Stepped, Visitor};
use crate::resource::members::{By, InvitationView};
use crate::routes::App;
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::log::{Role, Topic};
use assistenz_core::time::midnight;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use chrono::{Days, NaiveDate};
use chrono_tz::Europe::Berlin;
use fast_qr::convert::{Builder as _, svg::SvgBuilder};
use fast_qr::qr::QRBuilder;
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Who is invited.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Guest {
    name: String,
    role: String,
    #[serde(default)]
    until: String,
}

/// Roles in the order of the page.
const ROLES: [Role; 5] =
    [Role::Assistant, Role::Deputy, Role::Coach, Role::PayrollOffice, Role::Employer];

/// `GET /team/einladen`
pub(super) async fn look(visitor: Visitor) -> Result<Markup, PageError> {
    visitor.caller.employer_or(Topic::Team)?;
    let guest = Guest { role: Role::Assistant.word().to_owned(), ..Guest::default() };
    let title = visitor.say("page-team-invite", &[]);
    Ok(page(&visitor, Section::Team, &title, body(&visitor, &guest, &Problems::new())))
}

fn body(visitor: &Visitor, guest: &Guest, problems: &Problems) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let roles: Vec<(&str, String)> = ROLES
        .into_iter()
        .filter(|role| membership::may_touch(&visitor.caller, *role).is_ok())
        .map(|role| (role.word(), say(&format!("page-team-role-{}", role.word()))))
        .collect();
    let roles: Vec<(&str, &str)> =
        roles.iter().map(|(word, label)| (*word, label.as_str())).collect();
    let (name, name_hint, role, role_hint, until, until_hint, optional) = (
        say("page-team-name"),
        say("page-team-invite-name-hint"),
        say("page-team-role"),
        say("page-team-role-hint"),
        say("page-team-until"),
        say("page-team-until-hint"),
        say("page-optional"),
    );
    let name = Field::new("name", &name).hint(&name_hint).value(&guest.name).problem(problems);
    let role = Field::new("role", &role).hint(&role_hint).value(&guest.role).problem(problems);
    let until = Field::new("until", &until)
        .hint(&until_hint)
        .value(&guest.until)
        .problem(problems)
        .optional(&optional);
    let fields = html! {
        (text_field(&name.complete("off")))
        (choice(&role, &roles))
        (date_field(&until))
        (actions(html! {
            (button(Weight::Primary, &say("page-team-invite-save")))
            (link_button(Weight::Secondary, "/team", &say("page-cancel")))
        }))
    };
    html! {
        (paragraphs(&say("page-team-invite-lead")))
        (form(visitor, "/team/einladen", fields))
    }
}

/// `POST /team/einladen`: the person is a member from now on; the code for the
/// phone is the next step, and can be made again at any time.
pub(super) async fn add(
    State(app): State<App>,
    May(visitor, _): May<ManagesTeam>,
    Sent(guest): Sent<Guest>,
) -> Result<Response, PageError> {
    visitor.caller.employer_or(Topic::Team)?;
    let name = guest.name.trim().to_owned();
    let mut problems = Problems::new();
    if name.is_empty() {
        problems.add("name", visitor.say("page-team-problem-name", &[]));
    } else if name.chars().count() > 80 {
        let most = [("count", Value::Number(80))];
        problems.add("name", visitor.say("page-team-problem-long", &most));
    }
    let role = membership::role(&guest.role)
        .inspect_err(|_| problems.add("role", visitor.say("page-team-problem-role", &[])));
    let until_ms = last_day(&visitor, "until", &guest.until, &mut problems);
    let (Ok(role), true) = (role, problems.is_empty()) else {
        let title = visitor.say("page-team-invite", &[]);
        let body = body(&visitor, &guest, &problems);
        return Ok(refused(&visitor, Section::Team, &title, &problems, body));
    };
    let sentence = visitor.say("page-team-invited", &[("name", Value::Text(&name))]);
    let caller = visitor.caller.clone();
    let person = app
        .office()
        .write(move |turn| {
            let person = membership::add(turn, &caller, role, until_ms)?;
            at_desk::may_write(turn, &caller, &DocumentId::person(person))?;
            at_desk::act(turn, &caller, |acting| {
                acting.put_person(person, &BTreeMap::from([("name".to_owned(), name)]))
            })?;
            Ok::<_, OfficeError>(person)
        })
        .await?;
    let next = match role {
        Role::Assistant | Role::Coach => format!("/team/{person}/telefon"),
        // Without topics a deputy can do nothing.
        Role::Deputy => format!("/team/{person}/themen"),
        Role::PayrollOffice | Role::Employer => help::address(person),
    };
    Ok(done(&app, &next, &sentence))
}

/// The end of the last day that was typed, in ms; `None` if nothing was.
pub(super) fn last_day(
    visitor: &Visitor,
    field: &str,
    text: &str,
    problems: &mut Problems,
) -> Option<i64> {
    if text.trim().is_empty() {
        return None;
    }
    let day: Option<NaiveDate> = text.trim().parse().ok();
    let next = day
        .filter(|day| *day >= visitor.today())
        .and_then(|day| day.checked_add_days(Days::new(1)));
    if next.is_none() {
        problems.add(field, visitor.say("page-team-problem-until", &[]));
    }
    next.map(|next| midnight(next, Berlin).ms())
}

/// `GET /team/{person}/telefon`
pub(super) async fn phone(
    State(app): State<App>,
    visitor: Visitor,
    Ids(person): Ids<PersonId>,
) -> Result<Markup, PageError> {
    visitor.caller.employer_or(Topic::Team)?;
    let known = one(&app, &visitor, person).await?;
    let caller = visitor.caller.clone();
    let helps = app.office().read(move |turn| help::may_give(turn, &caller, person)).await?;
    let by = visitor.say("page-team-by", &[]);
    let hint = visitor.say("page-team-by-hint", &[]);
    let (screen, letter) =
        (visitor.say("page-team-by-screen", &[]), visitor.say("page-team-by-letter", &[]));
    let field = Field::new("by", &by).hint(&hint).value("screen");
    let fields = html! {
        (choice(&field, &[("screen", &screen), ("letter", &letter)]))
        (actions(html! {
            (button(Weight::Primary, &visitor.say("page-team-code-make", &name(&known))))
            (link_button(Weight::Secondary, &known.address(), &visitor.say("page-team-code-later", &[])))
        }))
    };
    let body = html! {
        (paragraphs(&visitor.say("page-team-connect-lead", &[])))
        @if is_only_here(app.address()) {
            (alert(
                Tone::Warning,
                &visitor.say("page-team-only-here", &[]),
                Some(&paragraphs(&visitor.say("page-team-only-here-body", &[]))),
            ))
        }
        (form(&visitor, &format!("{}/telefon", known.address()), fields))
        @if helps {
            (paragraphs(&visitor.say("page-team-without-phone", &name(&known))))
            (actions(link_button(
                Weight::Quiet,
                &help::address(person),
                &visitor.say("page-help-give", &name(&known)),
            )))
        }
    };
    let title = visitor.say("page-team-connect", &name(&known));
    Ok(page(&visitor, Section::Team, &title, body))
}

/// Whether only this machine reaches the office at its address.
fn is_only_here(address: &str) -> bool {
    passkey::origin(address).is_some_and(|url| url.host_str() == Some("localhost"))
}

fn name(known: &Known) -> [(&'static str, Value<'_>); 1] {
    [("name", Value::Text(known.name.as_str()))]
}

/// How the code travels.
#[derive(Debug, Deserialize)]
pub(super) struct Wish {
    by: By,
}

/// `POST /team/{person}/telefon`: shows a fresh code, once. Shown again, it is
/// another one; codes that nobody used run out.
pub(super) async fn code(
    State(app): State<App>,
    _: May<ManagesTeam>,
    Stepped(visitor): Stepped,
    Ids(person): Ids<PersonId>,
    Sent(wish): Sent<Wish>,
) -> Result<Markup, PageError> {
    let known = one(&app, &visitor, person).await?;
    let caller = visitor.caller.clone();
    let (address, pin) = (app.address().to_owned(), app.pin());
    let made = app
        .office()
        .write(move |turn| {
            membership::may_invite(turn, &caller, person)?;
            pairing::code(turn, caller.team(), person, address, pin, wish.by.lasts_ms())
        })
        .await?;
    let svg = picture(&made.code)?;
    let title = visitor.say("page-team-code-title", &name(&known));
    Ok(page(&visitor, Section::Team, &title, letter(&visitor, &known, &made, &svg)))
}

/// The code as a picture. It says the same as the text beside it, so a screen
/// reader is spared it.
fn picture(code: &str) -> Result<String, PageError> {
    let qr = QRBuilder::new(code).build();
    let qr = qr.map_err(|_| OfficeError::Inconsistent("a code that fits no picture"))?;
    let svg = SvgBuilder::default().margin(4).to_str(&qr);
    // An ornament of the page: named by the text beside it.
    Ok(svg.replacen("<svg ", r#"<svg aria-hidden="true" focusable="false" "#, 1))
}

fn letter(visitor: &Visitor, known: &Known, made: &InvitationView, svg: &str) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let until = moment(visitor, made.expires_ms);
    html! {
        section.team-letter {
            (paragraphs(&visitor.say("page-team-code-lead", &name(known))))
            div.team-letter__code {
                div.team-letter__picture { (PreEscaped(svg)) }
                div.team-letter__text {
                    (heading(&say("page-team-code-text")))
                    p.team-code { code { (made.code) } }
                    p.kern-body { (visitor.say("page-team-code-until", &[("at", Value::Text(&until))])) }
                }
            }
            ol.team-steps {
                li { (say("page-team-code-step-1")) }
                li { (say("page-team-code-step-2")) }
                li { (say("page-team-code-step-3")) }
                li { (say("page-team-code-step-4")) }
            }
            p.kern-body { (say("page-team-code-privacy")) }
        }
        div.no-print.stack {
            p.kern-body { (say("page-team-code-print")) }
            (actions(html! {
                (link_button(Weight::Primary, "/team", &say("page-team-code-waiting")))
                (link_button(Weight::Secondary, &known.address(), &visitor.say("page-team-code-back", &name(known))))
            }))
        }
    }
}
