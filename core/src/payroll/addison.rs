//! ADDISON (Personal und Zeiten), ASCII import. UNVERIFIED.
//!
//! Twelve fields, inferred from four published lines: 1 Mandant,
//! 2 Personalnummer, 3 Lohnart, 6 day, 7 date, 10 days, 11 hours, 12 amount.
//! The published lines date monthly hours on the last day of the month and
//! monthly amounts on the first.

use crate::payroll::encode::{decimal, short_decimal};
use crate::payroll::row::Row;
use crate::payroll::settings::{Corrections, OfficeSettings, SendAs};
use chrono::Datelike as _;
use std::fmt::Write as _;

/// The text of the file.
pub(crate) fn write(rows: &[&Row], settings: &OfficeSettings) -> String {
    let mut text = String::with_capacity(rows.len() * 48);
    for row in rows {
        let month = if settings.corrections == Corrections::Retro { row.origin } else { row.month };
        let (mut days, mut hours, mut amount) = (String::new(), String::new(), String::new());
        let date = match row.unit {
            SendAs::Amount => month.first_day(),
            SendAs::Hours | SendAs::Days | SendAs::Count | SendAs::ByHand | SendAs::NotSent => {
                month.last_day()
            }
        };
        match row.unit {
            SendAs::Days => days = short_decimal(row.value, settings.decimal),
            SendAs::Amount => amount = decimal(row.value, settings.decimal),
            SendAs::Hours | SendAs::Count | SendAs::ByHand | SendAs::NotSent => {
                hours = decimal(row.value, settings.decimal);
            }
        }
        // Writing into a string cannot fail; number and wage type are checked.
        let _ = write!(
            text,
            "{};{};{};;;{};{};;;{days};{hours};{amount}\r\n",
            settings.client_number.unwrap_or_default(),
            row.personnel_number,
            row.wage_type.unwrap_or_default(),
            date.day(),
            date.format("%d.%m.%Y")
        );
    }
    text
}
