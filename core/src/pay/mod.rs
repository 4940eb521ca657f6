//! From approved work to lines of pay (Lohnzeilen), each with its explanation.

pub mod absence;
pub mod base;
pub mod correction;
pub mod explain;
pub mod finding;
pub mod funding;
pub mod grundlohn;
pub mod hand_entered;
pub mod line;
pub mod month;
pub mod month_cut;
mod row_rule;
mod run;
mod salary;
pub mod surcharge;

pub use month::{DayEarned, LineRate, MicroCents, MonthInput, MonthPay, Totals, pay_month};
