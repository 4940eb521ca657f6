//! What every call can say instead of doing it.

use assistenz_core::app::AppError;
use assistenz_core::view::phone::refused;
use assistenz_core::words::Language;
use assistenz_handset as handset;

/// What every call can say instead of doing it. Nothing was written then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum PhoneError {
    /// A plain no: the person can do something about it.
    #[error("{code}: {detail}")]
    Refused {
        /// One word for programs: the same over HTTP, in Kotlin, Swift and Python.
        code: String,
        /// For developers, in English; holds no name and no hour.
        detail: String,
        /// The sentence to show, in the chosen language.
        sentence: String,
    },
    /// Nobody can do anything about it. It is noted in the phone's list of
    /// faults, without anything personal.
    #[error("{code}")]
    Fault {
        /// One word for programs.
        code: String,
        /// The sentence to show, in the chosen language.
        sentence: String,
    },
}

/// Why a call ended, before it is put into words.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A plain no of the door itself, by its code.
    Refused(&'static str),
    /// What the phone said.
    Phone(handset::PhoneError),
    /// A panic, which is a fault.
    Panic,
}

impl<E: Into<handset::PhoneError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Phone(error.into())
    }
}

/// Result inside the door.
pub(crate) type Outcome<T> = Result<T, Stop>;

impl Stop {
    /// Whether it is a plain no.
    pub(crate) const fn is_refusal(&self) -> bool {
        match self {
            Self::Refused(_) => true,
            Self::Phone(error) => error.is_refusal(),
            Self::Panic => false,
        }
    }

    /// One word for programs.
    pub(crate) fn code(&self) -> String {
        match self {
            Self::Refused(code) => (*code).to_owned(),
            Self::Phone(error) => error.code().to_owned(),
            Self::Panic => "panic".to_owned(),
        }
    }

    /// In words.
    pub(crate) fn told(&self, language: Language) -> PhoneError {
        let code = self.code();
        if !self.is_refusal() {
            return PhoneError::Fault { code, sentence: refused::fault(language) };
        }
        let detail = match self {
            Self::Refused(code) => (*code).to_owned(),
            Self::Phone(handset::PhoneError::App(AppError::Refused(refusal))) => {
                refusal.to_string()
            }
            Self::Phone(error) => error.to_string(),
            Self::Panic => String::new(),
        };
        let sentence = refused::sentence(language, &code);
        PhoneError::Refused { code, detail, sentence }
    }
}
