//! Who may see what about a person: read from the table of rights and the
//! policy as this phone knows it, never from a text that could grow old.

use super::super::when;
use super::{ReaderLine, Showing};
use crate::app::{Acting, AppError};
use crate::document::{DocumentId, PersonId};
use crate::log::Role;
use crate::policy::PolicyState;
use crate::sync::Timeline;
use crate::time::{Minute, Month};
use crate::words::Value;

/// Who may see what about the owner of this phone.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn readers(acting: &mut Acting<'_>, showing: &Showing) -> Result<Vec<ReaderLine>, AppError> {
    let (person, now_ms) = (acting.me.person, acting.now_ms());
    let month = Month::of(Minute::floor_ms(now_ms).day(showing.zone));
    let policy = Timeline::load(acting.ledger, acting.me.team)?.now();
    let about = [
        ("hours", DocumentId::time(person, month)),
        ("approvals", DocumentId::review(person, month)),
        ("plan", DocumentId::rota(person, month)),
        ("contract", DocumentId::contract(person)),
        ("person", DocumentId::person(person)),
    ];
    let mut lines = Vec::new();
    for (word, document) in about {
        let mut who = Vec::new();
        for reader in policy.readers(&document, now_ms) {
            who.push(called(acting, showing, &policy, reader)?);
        }
        who.sort();
        who.dedup();
        let what = showing.say(&format!("readers-{word}"), &[]);
        let all = when::listed(showing.language, &who);
        let values = [("what", Value::Text(&what)), ("who", Value::Text(&all))];
        lines.push(ReaderLine { sentence: showing.say("readers", &values), what, who });
    }
    Ok(lines)
}

/// A person by name if this phone may know it, else by role.
pub(super) fn called(
    acting: &mut Acting<'_>,
    showing: &Showing,
    policy: &PolicyState,
    person: PersonId,
) -> Result<String, AppError> {
    if person == acting.me.person {
        return Ok(showing.say("you", &[]));
    }
    if let Some(name) = acting.person_field(person, "name")?.filter(|name| !name.is_empty()) {
        return Ok(name);
    }
    let now_ms = acting.now_ms();
    let member = policy.member(person);
    let role = Role::ALL.into_iter().find(|role| member.is_some_and(|one| one.is(*role, now_ms)));
    Ok(role
        .map_or_else(|| showing.say("role-nobody", &[]), |role| showing.word("role", role.word())))
}
