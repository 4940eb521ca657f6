//! What a screen shows: flat records with finished words in the chosen
//! language. Web pages and phones read the same ones, and compute nothing.
//!
//! Everything here is a pure function of what the other rooms found, or reads
//! it inside one transaction. It decides nothing and writes nothing: a record
//! names ids for the acts that a person may
//! choose, and the use cases judge them again.

pub mod absence;
pub mod balance;
pub mod changes;
pub mod due;
pub mod exception;
pub mod handover;
pub mod history;
pub mod hours_chart;
pub mod pay;
pub mod phone;
pub mod plan;
pub mod sheet;
pub mod today;
pub mod when;
