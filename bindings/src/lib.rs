//! What Kotlin, Swift and Python see of the core: the door to the apps.
//!
//! [`Phones`] is one app on one device, [`AssistantPhone`] and [`EmployerPhone`]
//! are one team on it. Everything a screen shows comes from
//! `assistenz_core::view::phone` as flat records with finished words; here are
//! the locks, the clock, the dice, the network and the key store, and no rule.
//!
//! How to use it from an app: `bindings/README.md`.

mod absences;
mod assistant;
mod clock;
mod door;
mod employer;
mod error;
mod fault;
mod held;
mod listener;
mod phones;
mod records;
mod snapshot;
mod story;
mod transport;
mod typed;
mod vault;

pub use absences::AbsenceCard;
pub use assistant::{AssistantPhone, LatePart, LateShift};
pub use clock::{ClockError, StoryClock};
pub use door::About;
pub use employer::{EmployerPhone, OverObjection};
pub use error::PhoneError;
pub use fault::FaultLine;
pub use listener::{ChangeListener, ListenerError, Topic};
pub use phones::{EmployerCard, PairingCard, PairingState, PhoneSetup, Phones};
pub use records::*;
pub use snapshot::{Snapshot, SnapshotShift, read_snapshot};
pub use transport::{HttpAnswer, HttpHeader, HttpRequest, HttpTransport, TransportError};
pub use typed::WhichTime;
pub use vault::{KeyVault, KeyVaultError};

uniffi::setup_scaffolding!();
