//! LohnAG / zeit-lohn.net: times from–to. UNVERIFIED.
//!
//! `PNR;Datum;Kommen;Gehen`, published example `1;14.09.2010;06:00;12:00`;
//! absences `123;18.07.2016;2001;1`. The program computes surcharges itself.
//! Guessed: no header; work over midnight is cut at midnight, which the first
//! day writes as `24:00`; the last field of an absence is a number of days.
//! Times on the wall cannot show a clock change: the preview names the
//! difference, and it is entered by hand.

use crate::payroll::encode::short_decimal;
use crate::payroll::row::Row;
use crate::payroll::settings::OfficeSettings;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// The text of the file. Kinds of work that follow each other without a gap
/// become one stay.
pub(crate) fn write(rows: &[&Row], settings: &OfficeSettings) -> String {
    let mut text = String::with_capacity(rows.len() * 32);
    let mut stays: Vec<(u32, NaiveDate, u32, u32)> = rows
        .iter()
        .filter_map(|row| Some((row.personnel_number, row.day?, row.clock?.0, row.clock?.1)))
        .collect();
    stays.sort_unstable();
    let mut joined: Vec<(u32, NaiveDate, u32, u32)> = Vec::with_capacity(stays.len());
    for stay in stays {
        match joined.last_mut() {
            Some(last) if (last.0, last.1, last.3) == (stay.0, stay.1, stay.2) => last.3 = stay.3,
            Some(_) | None => joined.push(stay),
        }
    }
    // Writing into a string cannot fail, here and below.
    for (number, day, from, to) in joined {
        let _ = write!(
            text,
            "{number};{};{:02}:{:02};{:02}:{:02}\r\n",
            day.format("%d.%m.%Y"),
            from / 60,
            from % 60,
            to / 60,
            to % 60
        );
    }
    for row in rows.iter().filter(|row| row.clock.is_none()) {
        let Some(day) = row.day else { continue };
        let _ = write!(
            text,
            "{};{};{};{}\r\n",
            row.personnel_number,
            day.format("%d.%m.%Y"),
            row.absence_key.as_deref().unwrap_or_default(),
            short_decimal(row.value, settings.decimal)
        );
    }
    text
}
