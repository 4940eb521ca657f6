//! An employer's phone in one team.

use crate::error::{Outcome, PhoneError};
use crate::held::Held;
use crate::listener::Topic;
use crate::typed;
use assistenz_core::app::ApprovalTerms;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::view::phone::{
    ApprovalSheet, Done, EmployerToday, SyncDone, SyncSheet, employer,
};
use assistenz_core::words::Value;
use std::sync::Arc;

/// A correction that is to count although nobody agreed to it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct OverObjection {
    /// The correction.
    pub proposal: String,
    /// Why it counts all the same; it stands in the statement.
    pub reason: String,
}

/// An employer's phone in one team. Every call but those named "sync" works
/// without a network.
///
/// Calls wait for the disk, so do not make them on the main thread.
#[derive(uniffi::Object)]
pub struct EmployerPhone {
    pub(crate) held: Arc<Held>,
}

#[uniffi::export]
impl EmployerPhone {
    /// The phone's id in [`crate::Phones`].
    pub fn id(&self) -> String {
        self.held.id.clone()
    }

    /// The first screen: who is at work, what waits.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn today(&self) -> Result<EmployerToday, PhoneError> {
        self.call(|held| held.look(employer::today))
    }

    /// A month before it is approved: what differs, one by one, the rest in one
    /// sentence.
    ///
    /// # Errors
    ///
    /// `not_an_id`, `not_a_month`, `newer_version`.
    pub fn approval(&self, person: String, month: String) -> Result<ApprovalSheet, PhoneError> {
        self.call(|held| {
            let (person, month): (PersonId, _) = (typed::id(&person)?, typed::month(&month)?);
            held.look(|acting, showing, _| employer::approval(acting, showing, person, month))
        })
    }

    /// Approves a month as it is, and each correction named over silence or
    /// objection. **Durable.**
    ///
    /// # Errors
    ///
    /// `unsettled_shifts`, `findings`, `open_proposals`, `reason_needed`,
    /// `no_contract`, `nothing_to_approve`.
    pub fn approve(
        &self,
        person: String,
        month: String,
        over: Vec<OverObjection>,
    ) -> Result<Done, PhoneError> {
        self.call(|held| {
            let (person, month): (PersonId, _) = (typed::id(&person)?, typed::month(&month)?);
            let over = over
                .into_iter()
                .map(|one| Ok((typed::id::<EventId>(&one.proposal)?, one.reason)))
                .collect::<Outcome<Vec<_>>>()?;
            let terms = ApprovalTerms { days: Vec::new(), over };
            held.act(Topic::Review, |acting| acting.approve(person, month, &terms))?;
            let whose =
                held.look(|acting, showing, _| employer::title_of(acting, showing, person, month))?;
            let said = [("whose", Value::Text(&whose))];
            let announcement = held.showing().say("done-approved", &said);
            Ok(Done { announcement, shift: None, undo: None })
        })
    }

    /// What waits for the office, one by one, and when it was last heard.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn sync_sheet(&self) -> Result<SyncSheet, PhoneError> {
        self.call(Held::sync_sheet)
    }

    /// Talks with the office, at most so long; as
    /// [`crate::AssistantPhone::sync_now`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn sync_now(&self, deadline_ms: u64) -> Result<SyncDone, PhoneError> {
        self.call(|held| held.sync_now(deadline_ms))
    }
}

impl EmployerPhone {
    fn call<T>(&self, work: impl FnOnce(&Held) -> Outcome<T>) -> Result<T, PhoneError> {
        self.held.shared.call(|| work(&self.held))
    }
}
