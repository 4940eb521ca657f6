//! A draft as a page showed it (Entwurf), so that exactly this one is published:
//! it travels with the form, and is held against the draft of now.

use super::{Seen, whose, whose_word};
use crate::pages::visitor::Visitor;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::time::{Interval, Minute};
use assistenz_core::view::plan::PlanDuty;
use assistenz_core::view::when;
use assistenz_core::words::Value;
use sha2::{Digest as _, Sha256};

/// Letters of a note's digest: enough to notice another note.
const DIGEST: usize = 16;

/// A draft: whose, which, when, and what its note was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) whose: Option<PersonId>,
    pub(super) shift: EventId,
    span: Interval,
    note: String,
}

impl Draft {
    /// `None` while begin or end are unclear: then it cannot be published.
    pub(super) fn of(duty: &PlanDuty) -> Option<Self> {
        let (from, to) = duty.span?;
        let mut note = hex::encode(Sha256::digest(&duty.note));
        note.truncate(DIGEST);
        let span = Interval::new(from, to)?;
        Some(Self { whose: duty.person, shift: duty.shift, span, note })
    }

    /// As it stands in a form.
    pub(super) fn word(&self) -> String {
        let (from, to) = (self.span.from().get(), self.span.to().get());
        format!("{}.{}.{from}.{to}.{}", whose_word(self.whose), self.shift, self.note)
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        let mut parts = word.split('.');
        let (whose, shift) = (whose(parts.next()?).ok()?, parts.next()?.parse().ok()?);
        let mut minute = || parts.next()?.parse().ok().map(Minute::new);
        let span = Interval::new(minute()?, minute()?)?;
        let note = parts.next()?.to_owned();
        parts.next().is_none().then_some(Self { whose, shift, span, note })
    }

    /// `Ada, Sa 14. Nov., 08:00 bis 20:00`
    fn name(&self, visitor: &Visitor, seen: &Seen) -> String {
        let called = seen.people.iter().find(|(person, _)| Some(*person) == self.whose);
        let who = match (self.whose, called) {
            (_, Some((_, name))) => name.clone(),
            (None, None) => visitor.say("plan-open", &[]),
            (Some(_), None) => visitor.say("page-nameless", &[]),
        };
        let day = when::short_day(visitor.language, self.span.from().day(seen.zone));
        let times = when::clocks(visitor.language, self.span, seen.zone);
        let values = [
            ("who", Value::Text(&who)),
            ("day", Value::Text(&day)),
            ("times", Value::Text(&times)),
        ];
        visitor.say("plan-duty", &values)
    }
}

/// How the drafts of now differ from those that were shown, a sentence each;
/// nothing if they are the same.
pub(super) fn differences(
    visitor: &Visitor,
    seen: &Seen,
    shown: &[Draft],
    now: &[Draft],
) -> Vec<String> {
    let name = |draft: &Draft| draft.name(visitor, seen);
    let mut told = Vec::new();
    for draft in now {
        match shown.iter().find(|one| one.shift == draft.shift) {
            None => {
                let values = [("shift", Value::Text(&name(draft)))];
                told.push(visitor.say("page-plan-publish-new", &values));
            }
            Some(before) if before != draft => {
                let (was, is) = (name(before), name(draft));
                let values = [("was", Value::Text(&was)), ("is", Value::Text(&is))];
                let key = match was == is {
                    true => "page-plan-publish-other-note",
                    false => "page-plan-publish-changed",
                };
                told.push(visitor.say(key, &values));
            }
            Some(_) => {}
        }
    }
    for draft in shown.iter().filter(|one| !now.iter().any(|draft| draft.shift == one.shift)) {
        told.push(visitor.say("page-plan-publish-gone", &[("shift", Value::Text(&name(draft)))]));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_reads_its_own_word_and_no_other() {
        let span = Interval::new(Minute::new(10), Minute::new(20)).expect("in order");
        for whose in [None, Some(PersonId::new([7; 16]))] {
            let note = "0011223344556677".to_owned();
            let draft = Draft { whose, shift: EventId::new([9; 16]), span, note };
            assert_eq!(Draft::read(&draft.word()), Some(draft));
        }
        for wrong in ["", "offen", "offen.x.1.2.n", "offen.09.2.1.n"] {
            assert_eq!(Draft::read(wrong), None, "{wrong}");
        }
    }
}
