//! The functional core of Assistenzzeit. No clock, no dice, no network; only
//! `store` touches files.

pub mod absence;
pub mod app;
pub mod contract;
pub mod document;
pub mod gate;
pub mod law;
pub mod ledger;
pub mod log;
pub mod money;
pub mod pairing;
pub mod pay;
pub mod payroll;
pub mod place;
pub mod policy;
pub mod record;
pub mod store;
pub mod sync;
pub mod time;
pub mod view;
pub mod words;
pub mod work;
