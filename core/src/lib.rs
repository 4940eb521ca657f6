//! The functional core of Assistenzzeit. No clock, no dice, no network; only
//! `store` touches files.

pub mod document;
pub mod log;
pub mod ledger;
pub mod law;
pub mod money;
pub mod pairing;
pub mod pay;
pub mod place;
pub mod store;
pub mod policy;
pub mod gate;
pub mod record;
pub mod time;
pub mod work;
