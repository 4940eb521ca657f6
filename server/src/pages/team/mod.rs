//! The team (Team): people, phones, who may act for the employer, contracts,
//! what the payroll office wants, what the team has settled.

mod contract;
mod contract_form;
mod contract_read;
mod device;
mod held_page;
mod invite;
mod payroll_form;
mod payroll_office;
mod people;
mod person;
mod rights;
mod roster;
mod settled;
mod trust;
mod typed;

use super::error::PageError;
use super::visitor::Visitor;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use crate::sign_in::Caller;
use crate::{at_desk, held, invite as pairing};
use assistenz_core::document::{DeviceId, DocumentId, PersonId};
use assistenz_core::log::{DeviceForm, Role, Topic};
use assistenz_core::policy::Member;
use assistenz_core::time::Minute;
use assistenz_core::words::Value;
use axum::Router;
use axum::routing::get;
use chrono_tz::Europe::Berlin;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/team", get(roster::look))
        .route("/team/einladen", get(invite::look).post(invite::add))
        .route("/team/einstellungen", get(settled::look).post(settled::save))
        .route("/team/lohnbuero", get(payroll_office::look).post(payroll_office::save))
        .route("/team/zurueckgehalten", get(held_page::look).post(held_page::decide))
        .route("/team/warten/{pairing}", get(device::waiting).post(device::confirm))
        .route("/team/warten/{pairing}/abweisen", get(device::waiting).post(device::refuse))
        .route("/team/{person}", get(person::look))
        .route("/team/{person}/angaben", get(people::look).post(people::save))
        .route("/team/{person}/telefon", get(invite::phone).post(invite::code))
        .route("/team/{person}/geraet/{device}", get(device::look).post(device::revoke))
        .route("/team/{person}/beenden", get(rights::ending).post(rights::end))
        .route("/team/{person}/themen", get(rights::topics).post(rights::grant))
        .route("/team/{person}/themen/beenden", get(rights::topics).post(rights::take_back))
        .route("/team/{person}/vertrauen", get(trust::look).post(trust::name_one))
        .route("/team/{person}/vertrag", get(contract::look).post(contract::save))
}

/// Somebody who is or was in the team, as these pages show them.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Who.
    pub person: PersonId,
    /// The name they are called by, or that nobody wrote it down.
    pub name: String,
    /// Roles and topics.
    pub member: Member,
    /// Phones and command lines; desks are the office's own.
    pub devices: Vec<Phone>,
}

/// A device of somebody.
#[derive(Debug, Clone)]
pub(super) struct Phone {
    /// Its id.
    pub device: DeviceId,
    /// What sort.
    pub form: DeviceForm,
    /// Ended for ever.
    pub revoked: bool,
    /// When it last spoke to the office, in ms since 1970.
    pub heard_ms: Option<i64>,
}

impl Known {
    /// `/team/<person>`
    pub(super) fn address(&self) -> String {
        format!("/team/{}", self.person)
    }
}

/// A device that waits to be let in.
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    /// In hexadecimal digits.
    pub pairing: String,
    /// Whose it is to be.
    pub person: PersonId,
}

/// Only who may see the team goes on.
pub(super) fn may_see(caller: &Caller) -> Result<(), Refusal> {
    if caller.may(Topic::Team) || caller.may(Topic::Payroll) {
        Ok(())
    } else {
        Err(Refusal::NoRight)
    }
}

/// One person of the team.
pub(super) fn known(
    turn: &mut Turn<'_>,
    caller: &Caller,
    nameless: &dyn Fn(&str) -> String,
    person: PersonId,
) -> Result<Known, OfficeError> {
    may_see(caller)?;
    let state = journal::state(turn, caller.team())?;
    let member = state.member(person).ok_or(Refusal::NotFound)?.clone();
    let mut devices = Vec::new();
    for (id, device) in state.devices().filter(|(_, device)| device.person == person) {
        if device.form == DeviceForm::Desk {
            continue;
        }
        devices.push(Phone {
            device: id,
            form: device.form,
            revoked: device.revoked,
            heard_ms: turn.door.heard(id)?,
        });
    }
    devices.sort_by_key(|phone| (phone.revoked, std::cmp::Reverse(phone.heard_ms), phone.device));
    let name = name(turn, caller, person)?;
    let short: String = person.to_string().chars().take(4).collect();
    Ok(Known { person, name: name.unwrap_or_else(|| nameless(&short)), member, devices })
}

/// The name somebody is called by. Who may see the team may know it.
pub(super) fn name(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<Option<String>, OfficeError> {
    at_desk::look(turn, caller, |acting| {
        for field in ["called", "name"] {
            let told = acting.person_field(person, field)?;
            if let Some(name) = told.filter(|text| !text.trim().is_empty()) {
                return Ok(Some(name));
            }
        }
        Ok(None)
    })
}

/// Says who somebody without a name is.
pub(super) fn nameless(visitor: &Visitor) -> impl Fn(&str) -> String + Send + use<> {
    let language = visitor.language;
    move |id| assistenz_core::words::say(language, "page-team-nameless", &[("id", Value::Text(id))])
}

/// One person, read for a page.
pub(super) async fn one(
    app: &App,
    visitor: &Visitor,
    person: PersonId,
) -> Result<Known, PageError> {
    let (caller, nameless) = (visitor.caller.clone(), nameless(visitor));
    let found = app.office().read(move |turn| known(turn, &caller, &nameless, person)).await?;
    Ok(found)
}

/// Devices that wait for the employer.
pub(super) fn waiting(turn: &mut Turn<'_>, caller: &Caller) -> Result<Vec<Waiting>, OfficeError> {
    let mut waiting = Vec::new();
    if caller.may(Topic::Team) {
        for one in turn.door.pairings(caller.team(), turn.now_ms)? {
            if pairing::standing(turn, &one)? == pairing::Standing::Waiting {
                waiting.push(Waiting { pairing: hex::encode(one.id), person: one.person });
            }
        }
    }
    Ok(waiting)
}

/// How many batches wait for the employer's decision; none for others.
pub(super) fn held_count(turn: &mut Turn<'_>, caller: &Caller) -> Result<usize, OfficeError> {
    if caller.is(Role::Employer) { Ok(held::waiting(turn, caller.team())?.len()) } else { Ok(0) }
}

/// Whether the visitor may read this person's contract.
pub(super) fn reads_contract(
    turn: &mut Turn<'_>,
    caller: &Caller,
    person: PersonId,
) -> Result<bool, OfficeError> {
    at_desk::can_read(turn, caller, &DocumentId::contract(person))
}

/// An instant in words, by the clock of the office.
pub(super) fn moment(visitor: &Visitor, ms: i64) -> String {
    let at = Value::Moment(Minute::floor_ms(ms), Berlin);
    visitor.say("page-team-moment", &[("at", at)])
}

/// The roles that hold, each with its word and end.
pub(super) fn roles(visitor: &Visitor, member: &Member) -> String {
    let told: Vec<String> = member
        .roles
        .iter()
        .filter(|(role, _)| member.is(**role, visitor.caller.now_ms))
        .map(|(role, until)| {
            let word = visitor.say(&format!("page-role-{}", role.word()), &[]);
            match until {
                Some(until) => {
                    let day = Minute::floor_ms(*until).day(Berlin);
                    let values = [("role", Value::Text(word.as_str())), ("day", Value::Day(day))];
                    visitor.say("page-team-role-until", &values)
                }
                None => word,
            }
        })
        .collect();
    if told.is_empty() { visitor.say("page-team-left", &[]) } else { told.join(", ") }
}
