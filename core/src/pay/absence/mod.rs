//! Absences (Abwesenheiten): what is credited and paid for time not worked.
//!
//! The planned shift comes first: who is ill, on leave or free because of a
//! holiday is credited what the rota had for them. Only where no rota says it,
//! averages do. Surcharges inside paid absence are owed but liable, as a wage
//! kind of their own, because they were not worked for.

pub mod average;
pub mod credit;
pub mod entry;
pub mod hours_account;
pub mod maternity;
pub mod sick_on_vacation;
pub mod sickness;
pub mod vacation;
