//! The use cases: clock in, clock out, correct, plan, approve, export.
//!
//! Load, ask, save: documents are loaded from the ledger, the pure rooms
//! decide, and what was decided is put down as signed batches. Everything of
//! one act happens inside one transaction of the ledger ([`crate::ledger::Engine::write`]),
//! so two processes on one file cannot fork a chain, and what a call reported
//! as done is on the disk.
//!
//! A phone and the office differ in one thing, the [`Pen`]: a phone's batch goes
//! into its outbox, the office's desk has its batch judged and placed at once.

pub mod absence;
pub mod absence_balance;
pub mod absence_clash;
pub mod absence_decision;
pub mod absence_month;
pub mod acting;
pub mod approval;
pub mod assistant;
pub mod catch_up;
pub mod correction;
pub mod device;
mod filed;
pub mod handover;
pub mod known;
pub mod maternity;
pub mod memory;
pub mod month;
pub mod overview;
pub mod paid;
pub mod paid_since;
pub mod pen;
pub mod people;
pub mod plan;
pub mod questions;
pub mod reckoning;
pub mod refusal;
pub mod remarks;
pub mod rota;
pub mod story;
pub mod today;
pub mod trail;
pub mod undo;

pub use acting::{Acting, Dice, Me, Pen};
pub use approval::{ApprovalTerms, Approved};
pub use device::Device;
pub use handover::{Export, Handover};
pub use memory::Memory;
pub use paid_since::PaidOtherwise;
pub use pen::{DeskPen, PhonePen};
pub use refusal::{AppError, Refusal};
pub use today::{MonthWaiting, OnShift};
pub use undo::Tap;
