//! Policy: members, roles, devices, grants and keys, as the records before a
//! position say; who may write and read what (`docs/sync-protocol.md` § 7).

mod rights;
mod state;
pub mod table;
#[cfg(test)]
mod tests;

pub use rights::Denied;
pub use state::{Device, Member, PolicyError, PolicyState};
