//! Rules and figures set by law (Recht): pure functions of days and intervals.
//!
//! Flat: a file's name is the rule's name and its first line holds the German
//! term. `core/README.md` is the index. Nothing here knows a contract, a
//! record, a file or a clock.

pub mod dated;
pub mod day_ceiling;
pub mod duty;
pub mod easter;
pub mod employment;
pub mod holiday_name;
pub mod holiday_surcharge;
pub(crate) mod local_day;
pub mod night_surcharge;
pub mod public_holiday;
pub mod sunday_surcharge;
pub mod surcharge_class;
pub mod surcharge_split;
pub mod surcharge_switches;
pub mod tax_holiday;
pub(crate) mod worked_time;
