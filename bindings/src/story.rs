//! The history of one entry, for both sides.

use crate::assistant::AssistantPhone;
use crate::employer::EmployerPhone;
use crate::error::PhoneError;
use crate::typed;
use assistenz_core::view::phone::{StoryLine, story};

#[uniffi::export]
impl AssistantPhone {
    /// Everything that was ever said about an own entry, in the order of
    /// recording: who, when, what and why.
    ///
    /// # Errors
    ///
    /// `not_an_id`, `no_such_entry`.
    pub fn story(&self, shift: String) -> Result<Vec<StoryLine>, PhoneError> {
        self.held.shared.call(|| {
            let shift = typed::id(&shift)?;
            self.held.look(|acting, showing, _| {
                let person = acting.me.person;
                story::story(acting, showing, person, shift)
            })
        })
    }
}

#[uniffi::export]
impl EmployerPhone {
    /// The same for an entry of an assistant.
    ///
    /// # Errors
    ///
    /// `not_an_id`, `no_such_entry`.
    pub fn story(&self, person: String, shift: String) -> Result<Vec<StoryLine>, PhoneError> {
        self.held.shared.call(|| {
            let (person, shift) = (typed::id(&person)?, typed::id(&shift)?);
            self.held.look(|acting, showing, _| story::story(acting, showing, person, shift))
        })
    }
}
