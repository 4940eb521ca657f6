//! Reader of a LuG file: the way the import assistant does it, from the INI.

use super::{Read, ansi, cost_centre, decimal, lines, number};

/// The import description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Description {
    pub(crate) fields: Vec<String>,
    pub(crate) mark: char,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Booking {
    pub(crate) number: u64,
    pub(crate) day: Option<u64>,
    pub(crate) absence_key: Option<String>,
    pub(crate) wage_type: Option<u64>,
    pub(crate) hours: Option<i64>,
    pub(crate) days: Option<i64>,
    pub(crate) value: Option<i64>,
    pub(crate) cost_centre: Option<String>,
    pub(crate) cost_object: Option<String>,
}

/// A file: adviser, client, (year, month), rows.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) adviser: u64,
    pub(crate) client: u64,
    pub(crate) month: (u64, u64),
    pub(crate) bookings: Vec<Booking>,
}

pub(crate) fn read_ini(bytes: &[u8]) -> Read<Description> {
    let text = ansi(bytes)?;
    let mut lines = lines(&text, false)?.into_iter();
    let mut expect = |wanted: &str| match lines.next() {
        Some(line) if line.starts_with(wanted) => Ok(line[wanted.len()..].to_owned()),
        other => Err(format!("{other:?} instead of {wanted}")),
    };
    expect("[Allgemein]")?;
    let count = number(&expect("Feldanzahl = ")?, 1, 11)?;
    expect("Feldtrennzeichen = Strichpunkt")?;
    expect("Satztrennzeichen = Enter/Return")?;
    expect("Anderes Trennzeichen =")?;
    let mark = expect("Zahlenkomma = ")?;
    expect("Datumstrennzeichen = /")?;
    expect("[Feldinhalt]")?;
    let fields: Vec<String> =
        (1..=count).map(|at| expect(&format!("Feld{at} = "))).collect::<Read<_>>()?;
    if lines.next().is_some() {
        return Err("text after the last field".into());
    }
    let mark = match mark.as_str() {
        "," => ',',
        "." => '.',
        other => return Err(format!("Zahlenkomma {other}")),
    };
    Ok(Description { fields, mark })
}

/// `day_decimals`: two, or one in the list of absences.
pub(crate) fn read(bytes: &[u8], by: &Description, day_decimals: usize) -> Read<File> {
    let text = ansi(bytes)?;
    let lines = lines(&text, false)?;
    let (header, rows) = lines.split_first().ok_or("empty")?;
    let parts: Vec<&str> = header.split(';').collect();
    let [adviser, client, month] = parts[..] else { return Err(format!("header {header}")) };
    let (month, year) = month.split_once('/').ok_or("no / in the header")?;
    if month.len() != 2 || year.len() != 4 {
        return Err("month not MM/JJJJ".into());
    }
    let month = number(month.trim_start_matches('0'), 1, 12)?;
    let year = number(year, 2_000, 2_199)?;
    let bookings = rows.iter().map(|row| booking(row, by, day_decimals)).collect::<Read<_>>()?;
    Ok(File {
        adviser: number(adviser, 1, 9_999_999)?,
        client: number(client, 1, 99_999)?,
        month: (year, month),
        bookings,
    })
}

fn booking(row: &str, by: &Description, day_decimals: usize) -> Read<Booking> {
    let cells: Vec<&str> = row.split(';').collect();
    if cells.len() != by.fields.len() {
        return Err(format!("{} cells instead of {}", cells.len(), by.fields.len()));
    }
    let mut booking = Booking::default();
    for (field, cell) in by.fields.iter().zip(cells) {
        let filled = (!cell.is_empty()).then_some(cell);
        match field.as_str() {
            "Personalnummer" => booking.number = number(cell, 1, 99_999)?,
            "Kalendertag" => {
                if let Some(day) = filled {
                    if day.len() != 2 {
                        return Err(format!("day {day}"));
                    }
                    booking.day = Some(number(day.trim_start_matches('0'), 1, 31)?);
                }
            }
            "Ausfallschlüssel" => {
                if let Some(key) = filled {
                    if key.len() > 2 || !key.bytes().all(|b| b.is_ascii_alphanumeric()) {
                        return Err(format!("absence key {key}"));
                    }
                    booking.absence_key = Some(key.to_owned());
                }
            }
            "Lohnartennummer" => {
                if let Some(text) = filled {
                    let found = number(text, 1, 9_999)?;
                    if (6_000..9_000).contains(&found) {
                        return Err(format!("wage type {found}"));
                    }
                    booking.wage_type = Some(found);
                }
            }
            "Stundenanzahl" => {
                booking.hours = filled.map(|t| decimal(t, by.mark, 2)).transpose()?
            }
            "Tagesanzahl" => {
                booking.days = filled.map(|t| decimal(t, by.mark, day_decimals)).transpose()?;
            }
            "Wert" => booking.value = filled.map(|t| decimal(t, by.mark, 2)).transpose()?,
            "Kostenstellennummer" => booking.cost_centre = cost_centre(cell, 8)?,
            "Kostenträger" => booking.cost_object = cost_centre(cell, 8)?,
            "Abweichender Faktor" | "Abweichende Lohnveränderung" => {
                if filled.is_some() {
                    return Err("a factor".into());
                }
            }
            other => return Err(format!("field {other}")),
        }
    }
    check(&booking)?;
    Ok(booking)
}

fn check(booking: &Booking) -> Read<()> {
    if booking.absence_key.is_some() && booking.day.is_none() {
        return Err("an absence key without a day".into());
    }
    if booking.day.is_some() && booking.hours.is_some_and(|hours| hours.abs() > 2_400) {
        return Err("more than 24 hours in a day".into());
    }
    if booking.day.is_some() && booking.days.is_some_and(|days| days.abs() > 100) {
        return Err("more than a day in a day".into());
    }
    if booking.value.is_some_and(|value| value.abs() > 9_999_999) {
        return Err("a value longer than N5.2".into());
    }
    let values = [booking.hours, booking.days, booking.value];
    if values.iter().flatten().count() != 1 || values.iter().flatten().any(|value| *value == 0) {
        return Err("not exactly one quantity".into());
    }
    Ok(())
}
