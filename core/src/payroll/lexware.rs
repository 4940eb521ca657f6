//! Lexware lohn+gehalt, ASCII import (Lohndaten importieren).
//!
//! `Jahr;Monat;Personalnummer;Lohnartennummer;Wert;Stundensatz`, on request
//! with `Währung`. The assistant of the program maps the columns. No leading
//! zeros in value and rate. Corrections stand under their old year and month.
//! The ranges of the fields are not published: ours are prudent guesses.

use crate::payroll::encode::decimal;
use crate::payroll::free::whole_cents;
use crate::payroll::preview::LineFate;
use crate::payroll::program::LexwareRate;
use crate::payroll::row::Row;
use crate::payroll::settings::{Corrections, OfficeSettings, SendAs};
use std::fmt::Write as _;

/// Options of the layout.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pub(crate) header: bool,
    pub(crate) currency: bool,
    pub(crate) rate: LexwareRate,
}

/// The text of the file.
pub(crate) fn write(
    rows: &[&Row],
    lines: &[LineFate],
    layout: Layout,
    settings: &OfficeSettings,
) -> String {
    let mut text = String::with_capacity(80 + rows.len() * 32);
    if layout.header {
        text.push_str("Jahr;Monat;Personalnummer;Lohnartennummer;Wert;Stundensatz");
        text.push_str(if layout.currency { ";Währung\r\n" } else { "\r\n" });
    }
    for row in rows {
        let month = if settings.corrections == Corrections::Retro { row.origin } else { row.month };
        let value = decimal(row.value, settings.decimal);
        let rate = match layout.rate {
            LexwareRate::FromLine if row.unit == SendAs::Hours => lines
                .get(row.line)
                .and_then(|fate| whole_cents(&fate.line))
                .map(|cents| decimal(cents, settings.decimal)),
            LexwareRate::FromLine | LexwareRate::FromWageType => None,
        };
        // Writing into a string cannot fail; the wage type is checked.
        let _ = write!(
            text,
            "{:04};{:02};{};{};{value};{}",
            month.year(),
            month.month(),
            row.personnel_number,
            row.wage_type.unwrap_or_default(),
            rate.unwrap_or_default()
        );
        text.push_str(if layout.currency { ";EUR\r\n" } else { "\r\n" });
    }
    text
}
