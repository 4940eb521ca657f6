//! DATEV Lohn und Gehalt (LuG): monthly entry (Monatserfassung), calendar
//! entry (Kalendererfassung), and the INI for the ASCII-Import-Assistent.
//!
//! The file does not describe itself; the office makes an import description
//! or loads our INI once. First line `Beraternummer;Mandantennummer;MM/JJJJ`,
//! then rows of eleven fields (or the nine or four of a profile).
//! Windows-1252, CRLF. Sources disagree about the field of monthly hours
//! (Wert or Stundenanzahl): a setting.

use crate::payroll::encode::{decimal, short_decimal};
use crate::payroll::program::{LugColumns, LugCostField, LugMonthField};
use crate::payroll::row::Row;
use crate::payroll::settings::{DecimalMark, OfficeSettings, SendAs};
use crate::time::Month;
use chrono::Datelike as _;
use std::fmt::Write as _;

/// The eleven fields, as the INI names them.
const FIELDS: [&str; 11] = [
    "Personalnummer",
    "Kalendertag",
    "Ausfallschlüssel",
    "Lohnartennummer",
    "Stundenanzahl",
    "Tagesanzahl",
    "Wert",
    "Abweichender Faktor",
    "Abweichende Lohnveränderung",
    "Kostenstellennummer",
    "Kostenträger",
];

/// Which of the eleven a layout has, from 0.
const fn places(columns: LugColumns) -> &'static [usize] {
    match columns {
        LugColumns::Eleven => &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        LugColumns::Nine => &[0, 3, 4, 5, 6, 7, 8, 9, 10],
        LugColumns::FourAbsences => &[0, 1, 2, 5],
    }
}

/// Options of the layout.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pub(crate) columns: LugColumns,
    pub(crate) month_hours_in: LugMonthField,
    pub(crate) cost_centre_in: LugCostField,
}

/// The text of the file for one month of origin.
pub(crate) fn write(
    rows: &[&Row],
    header: Month,
    layout: Layout,
    settings: &OfficeSettings,
) -> String {
    let mut text = String::with_capacity(40 + rows.len() * 40);
    // Both numbers are checked by the settings; writing into a string cannot fail.
    let _ = write!(
        text,
        "{};{};{:02}/{:04}\r\n",
        settings.adviser_number.unwrap_or_default(),
        settings.client_number.unwrap_or_default(),
        header.month(),
        header.year()
    );
    for row in rows {
        let fields = fields(row, layout, settings.decimal);
        for (at, place) in places(layout.columns).iter().enumerate() {
            if at > 0 {
                text.push(';');
            }
            text.push_str(&fields[*place]);
        }
        text.push_str("\r\n");
    }
    text
}

fn fields(row: &Row, layout: Layout, mark: DecimalMark) -> [String; 11] {
    let mut fields: [String; 11] = Default::default();
    fields[0] = row.personnel_number.to_string();
    if let Some(number) = row.wage_type {
        fields[3] = number.to_string();
    }
    if let Some(day) = row.day {
        fields[1] = format!("{:02}", day.day());
        // An absence key is allowed only beside a day.
        fields[2] = row.absence_key.clone().unwrap_or_default();
    }
    let in_time_fields = row.day.is_some() || layout.month_hours_in == LugMonthField::Hours;
    match row.unit {
        SendAs::Hours if in_time_fields => fields[4] = decimal(row.value, mark),
        SendAs::Days if layout.columns == LugColumns::FourAbsences => {
            fields[5] = one_decimal(row.value, mark);
        }
        SendAs::Days if in_time_fields => fields[5] = decimal(row.value, mark),
        SendAs::Hours
        | SendAs::Days
        | SendAs::Count
        | SendAs::Amount
        | SendAs::ByHand
        | SendAs::NotSent => fields[6] = decimal(row.value, mark),
    }
    let centre = row.cost_centre.clone().unwrap_or_default();
    match layout.cost_centre_in {
        LugCostField::CostCentre => fields[9] = centre,
        LugCostField::CostObject => fields[10] = centre,
    }
    fields
}

/// Days as the published sample has them: `1,0`.
fn one_decimal(hundredths: i64, mark: DecimalMark) -> String {
    let short = short_decimal(hundredths, mark);
    if short.contains(mark.sign()) { short } else { format!("{short}{}0", mark.sign()) }
}

/// The INI that the office loads into the import assistant, once.
pub(crate) fn import_description(columns: LugColumns, mark: DecimalMark) -> String {
    let places = places(columns);
    let mut text = String::from("[Allgemein]\r\n");
    let _ = write!(
        text,
        "Feldanzahl = {}\r\nFeldtrennzeichen = Strichpunkt\r\nSatztrennzeichen = Enter/Return\r\n\
         Anderes Trennzeichen =\r\nZahlenkomma = {}\r\nDatumstrennzeichen = /\r\n[Feldinhalt]\r\n",
        places.len(),
        mark.sign()
    );
    for (at, place) in places.iter().enumerate() {
        let _ = write!(text, "Feld{} = {}\r\n", at + 1, FIELDS[*place]);
    }
    text
}
