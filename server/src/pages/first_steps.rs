//! What a new team still needs before hours can be recorded and paid: one
//! sentence each, with a way to where it is done.

use super::components::Task;
use super::visitor::Visitor;
use crate::at_desk;
use crate::fault::OfficeError;
use crate::office::Turn;
use assistenz_core::document::PersonId;
use assistenz_core::log::Role;
use assistenz_core::words::Value;

/// The steps that are left for an employer, in the order in which to take them.
/// `assistants` are the live ones, each with how they are called.
///
/// # Errors
///
/// Faults of record and ledger.
pub(super) fn left(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    assistants: &[(PersonId, String)],
) -> Result<Vec<Task>, OfficeError> {
    if !visitor.caller.is(Role::Employer) {
        return Ok(Vec::new());
    }
    let mut steps = Vec::new();
    let mut step = |label: String, href: &str| {
        steps.push(Task { label, href: href.to_owned(), state: None });
    };
    if visitor.name.is_none() {
        step(visitor.say("first-name", &[]), "/einstellungen");
    }
    let (region, without) = at_desk::look(turn, &visitor.caller, |acting| {
        let mut without = Vec::new();
        for (person, name) in assistants {
            if acting.contract_of(*person)?.is_empty() {
                without.push((*person, name.as_str()));
            }
        }
        Ok((acting.team_region()?, without))
    })?;
    if region.is_none() {
        step(visitor.say("first-team", &[]), "/team/einstellungen");
    }
    if assistants.is_empty() {
        step(visitor.say("first-invite", &[]), "/team/einladen");
    }
    for (person, name) in without {
        let label = visitor.say("first-contract", &[("name", Value::Text(name))]);
        step(label, &format!("/team/{person}/vertrag"));
    }
    Ok(steps)
}
