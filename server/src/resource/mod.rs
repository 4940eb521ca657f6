//! What can be asked over HTTP: one file per resource. Each adds itself to the
//! router together with its description; `routes.rs` lists them.

pub mod absences;
pub mod approvals;
pub mod balances;
pub mod contracts;
pub mod corrections;
pub mod description;
pub mod devices;
pub mod events;
pub mod evidence;
pub mod exports;
pub mod grants;
pub mod health;
pub mod held;
pub mod instant;
pub mod members;
pub mod month_view;
pub mod months;
pub mod pair;
pub mod pairings;
pub mod pay_lines;
pub mod pay_view;
pub mod payroll;
pub mod people;
pub mod questions;
pub mod rota;
pub mod seen;
pub mod session;
pub mod standing;
pub mod sync;
pub mod team;
