//! Absences on the assistant's phone: ask, report sick, withdraw, and what
//! became of it.

use crate::assistant::AssistantPhone;
use crate::error::{PhoneError, Stop};
use crate::listener::Topic;
use crate::typed;
use assistenz_core::absence::AbsenceKind;
use assistenz_core::app::absence::NewAbsence;
use assistenz_core::time::Minute;
use assistenz_core::view::absence as view;
use assistenz_core::view::phone::{Choice, Done};
use chrono::Days;

/// So far back and ahead an absence is shown.
const SHOWN: Days = Days::new(400);

/// An absence that was asked for, reported or entered.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AbsenceCard {
    /// Its id.
    pub id: String,
    /// `Urlaub, Mo 5. Okt. 2026 bis Fr 9. Okt. 2026 (5 Tage)`.
    pub title: String,
    /// `genehmigt`.
    pub state_label: String,
    /// Everything else, in finished sentences.
    pub sentences: Vec<String>,
    /// The button that withdraws it, if it can be withdrawn.
    pub withdraw_label: Option<String>,
}

#[uniffi::export]
impl AssistantPhone {
    /// Every absence of about a year back and ahead, the latest first.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn absences(&self) -> Result<Vec<AbsenceCard>, PhoneError> {
        self.held.shared.call(|| {
            let zone = self.held.shared.zone;
            let today = Minute::floor_ms(self.held.shared.world.now_ms()).on_the_wall(zone);
            let today = today.date_naive();
            self.held.look(|acting, showing, _| {
                let person = acting.me.person;
                let entries = acting.absences_between(person, today - SHOWN, today + SHOWN)?;
                let cards = entries.iter().rev().map(|entry| {
                    let row = view::row(showing.language, entry, None, &[], zone);
                    let title = format!("{}, {}", row.kind, row.when);
                    let withdraw = row.person.contains(&view::Act::Withdraw);
                    let withdraw = withdraw.then(|| {
                        let what = [("what", assistenz_core::words::Value::Text(&title))];
                        showing.say("absence-withdraw", &what)
                    });
                    AbsenceCard {
                        id: row.id,
                        state_label: row.state,
                        sentences: row.sentences,
                        withdraw_label: withdraw,
                        title,
                    }
                });
                Ok(cards.collect())
            })
        })
    }

    /// The kinds that a person can ask for or report.
    pub fn absence_kinds(&self) -> Vec<Choice> {
        let language = self.held.showing().language;
        AbsenceKind::ALL
            .into_iter()
            .filter(|kind| kind.is_wished())
            .map(|kind| Choice { code: kind.word().to_owned(), label: view::kind(language, kind) })
            .collect()
    }

    /// Asks for an absence or reports one. Days are `2026-11-08`. **Durable.**
    ///
    /// # Errors
    ///
    /// `not_a_day`, `wrong_order`, `absence_too_long`, `no_such_entry` for an
    /// unknown kind.
    pub fn request_absence(
        &self,
        kind: String,
        first: String,
        last: String,
        note: String,
    ) -> Result<Done, PhoneError> {
        self.held.shared.call(|| {
            let known = AbsenceKind::ALL.into_iter().find(|one| one.word() == kind);
            let kind = known.ok_or(Stop::Refused("no_such_entry"))?;
            let (first, last) = (typed::day(&first)?, typed::day(&last)?);
            let new = NewAbsence { note, ..NewAbsence::of(kind, first, last) };
            self.held.act(Topic::Absences, |acting| acting.request_absence(&new))?;
            Ok(self.told("absence-asked"))
        })
    }

    /// Withdraws an own absence. A granted one counts until the employer
    /// agrees. **Durable.**
    ///
    /// # Errors
    ///
    /// `no_such_entry`.
    pub fn withdraw_absence(&self, id: String) -> Result<Done, PhoneError> {
        self.held.shared.call(|| {
            let id = typed::id(&id)?;
            self.held.act(Topic::Absences, |acting| acting.withdraw_absence(id, true))?;
            Ok(self.told("absence-withdrawn"))
        })
    }
}

impl AssistantPhone {
    /// What such a call came to; a withdrawal is taken back by asking again.
    fn told(&self, word: &str) -> Done {
        self.held.remember(None);
        let announcement = self.held.showing().say(&format!("done-{word}"), &[]);
        Done { announcement, shift: None, undo: None }
    }
}
