//! What can be asked over HTTP: one file per resource. Each adds itself to the
//! router together with its description; `routes.rs` lists them.

pub mod description;
pub mod devices;
pub mod events;
pub mod grants;
pub mod health;
pub mod members;
pub mod pair;
pub mod pairings;
pub mod session;
pub mod team;
