//! What this employer and this assistant agreed (Arbeitsvertrag), by date.
//!
//! A contract is a list of [`version::ContractVersion`]s, oldest first. Every
//! minute is paid by the version in force on its local day; a closed month
//! keeps the version it was paid by, because versions are added, never changed.

pub mod refusal;
pub mod surcharge;
pub mod version;
