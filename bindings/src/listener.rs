//! Who wants to know when something changed.

/// What changed: read the screens about it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, uniffi::Enum)]
pub enum Topic {
    /// Shifts and months.
    Time,
    /// The plan.
    Plan,
    /// Absences and wishes.
    Absences,
    /// Corrections, approvals, handing over to payroll.
    Review,
    /// People, contract, team.
    People,
    /// What waits for the office.
    Sync,
    /// Another language was chosen.
    Language,
}

/// What a listener may throw; it is noted and nothing else happens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ListenerError {
    /// Something went wrong on the other side.
    #[error("the listener failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ListenerError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Is told when something changed, on the thread of the call that changed it,
/// after that call has let go of every lock.
#[uniffi::export(foreign)]
pub trait ChangeListener: Send + Sync {
    /// `phone` is the id of the phone, empty if it concerns all.
    ///
    /// # Errors
    ///
    /// [`ListenerError`]; it is noted and nothing else happens.
    fn changed(&self, phone: String, topics: Vec<Topic>) -> Result<(), ListenerError>;
}
