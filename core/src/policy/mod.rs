//! Policy: members, roles, devices, grants and keys, as the records before a
//! position say; who may write and read what (`docs/sync-protocol.md` § 7).

mod carry_out;
mod member;
mod recovered;
mod refusal;
mod rights;
mod signers;
mod state;
pub mod table;
#[cfg(test)]
mod tests;

pub use member::{Device, Member};
pub use refusal::PolicyError;
pub use rights::Denied;
pub use state::PolicyState;
