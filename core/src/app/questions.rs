//! Questions of the payroll office (Rückfragen) about a month, and their
//! answers: a conversation of two sides in the document `handover`.

use super::acting::Acting;
use super::assistant::need;
use super::month::documents_with;
use super::refusal::{AppError, Refusal};
use crate::document::{DocumentId, DocumentKind, EventId, Period, PersonId};
use crate::record::events::handover::{Question, Reply};
use crate::record::events::{Body, Event};
use crate::time::Month;

/// The longest question or answer, in letters.
pub const LONGEST: usize = 1_000;

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: EventId,
    /// What is asked.
    pub text: String,
    /// About whom, if about one person.
    pub person: Option<PersonId>,
    /// When, in ms since 1970.
    pub asked_ms: i64,
    /// The answers, oldest first: text and when.
    pub replies: Vec<(String, i64)>,
}

impl Asked {
    /// Whether it waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.replies.is_empty()
    }
}

impl Acting<'_> {
    /// The questions about a month's hand-over, oldest first.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn questions(&mut self, month: Month) -> Result<Vec<Asked>, AppError> {
        let document = self.document(handover(month))?;
        let mut asked: Vec<Asked> = document
            .events()
            .filter_map(|(id, event, _)| match &event.body {
                Body::Question(question) => Some(Asked {
                    id,
                    text: question.text.clone(),
                    person: question.person,
                    asked_ms: event.recorded_ms,
                    replies: Vec::new(),
                }),
                _ => None,
            })
            .collect();
        for (_, event, _) in document.events() {
            if let Body::Reply(reply) = &event.body
                && let Some(question) = asked.iter_mut().find(|one| one.id == reply.question)
            {
                question.replies.push((reply.text.clone(), event.recorded_ms));
            }
        }
        asked.sort_by_key(|question| (question.asked_ms, question.id));
        for question in &mut asked {
            question.replies.sort_by_key(|(_, replied_ms)| *replied_ms);
        }
        Ok(asked)
    }

    /// The months with questions that wait for an answer, and how many.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn open_questions(&mut self) -> Result<Vec<(Month, usize)>, AppError> {
        let mut open = Vec::new();
        for id in documents_with(self.ledger, self.me.team, DocumentKind::Handover, None)? {
            let Period::Month(month) = id.period() else { continue };
            let count = self.questions(month)?.iter().filter(|one| one.is_open()).count();
            if count > 0 {
                open.push((month, count));
            }
        }
        open.reverse();
        Ok(open)
    }

    /// Asks about a month's hand-over.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`] without a text, [`Refusal::TooLong`] with too
    /// much of it; [`Refusal::NoRight`].
    pub fn ask(
        &mut self,
        month: Month,
        text: &str,
        person: Option<PersonId>,
    ) -> Result<EventId, AppError> {
        written(text)?;
        let id = self.fresh();
        let question = Question { text: text.trim().to_owned(), person };
        self.record(handover(month), &[(id, Event::new(self.now_ms(), question))])?;
        Ok(id)
    }

    /// Answers a question.
    ///
    /// # Errors
    ///
    /// [`Refusal::ReasonNeeded`] without a text, [`Refusal::TooLong`] with too
    /// much of it; [`Refusal::NoSuchEntry`]; [`Refusal::NoRight`].
    pub fn reply(
        &mut self,
        month: Month,
        question: EventId,
        text: &str,
    ) -> Result<EventId, AppError> {
        written(text)?;
        if !self.questions(month)?.iter().any(|asked| asked.id == question) {
            return Err(Refusal::NoSuchEntry.into());
        }
        let id = self.fresh();
        let reply = Reply { question, text: text.trim().to_owned() };
        let event = Event::new(self.now_ms(), reply).about([question]);
        self.record(handover(month), &[(id, event)])?;
        Ok(id)
    }
}

fn written(text: &str) -> Result<(), Refusal> {
    need(text)?;
    if text.trim().chars().count() > LONGEST { Err(Refusal::TooLong) } else { Ok(()) }
}

/// The document of a month's hand-over.
fn handover(month: Month) -> DocumentId {
    DocumentId::new(DocumentKind::Handover, None, Period::Month(month))
        .expect("a hand-over is cut by month and is about nobody")
}
