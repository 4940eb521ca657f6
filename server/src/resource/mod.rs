//! What can be asked over HTTP: one file per resource. Each adds itself to the
//! router together with its description; `routes.rs` lists them.

pub mod description;
pub mod devices;
pub mod events;
pub mod evidence;
pub mod grants;
pub mod health;
pub mod held;
pub mod members;
pub mod pair;
pub mod pairings;
pub mod seen;
pub mod session;
pub mod sync;
pub mod team;
