//! Reader of a LohnAG file.

use super::{Read, date, lines, number};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Booking {
    /// Number, date, minutes of the day from and to.
    Stay(u64, (u64, u64, u64), u64, u64),
    /// Number, date, key, days.
    Absence(u64, (u64, u64, u64), String, u64),
}

pub(crate) fn read(text: &str) -> Read<Vec<Booking>> {
    lines(text, false)?
        .into_iter()
        .map(|row| {
            let cells: Vec<&str> = row.split(';').collect();
            let [person, day, from, to] = cells[..] else {
                return Err(format!("{} cells instead of 4", cells.len()));
            };
            let (person, day) = (number(person, 1, 99_999)?, date(day)?);
            if !from.contains(':') {
                return Ok(Booking::Absence(person, day, from.to_owned(), number(to, 1, 1)?));
            }
            let (from, to) = (time(from)?, time(to)?);
            if from >= to {
                return Err(format!("times run backwards in {row}"));
            }
            Ok(Booking::Stay(person, day, from, to))
        })
        .collect()
}

fn time(text: &str) -> Read<u64> {
    let wrong = || format!("not a time: {text:?}");
    let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
    if hour.len() != 2 || minute.len() != 2 {
        return Err(wrong());
    }
    let hour: u64 = hour.parse().map_err(|_| wrong())?;
    let minute: u64 = minute.parse().map_err(|_| wrong())?;
    if minute > 59 || hour * 60 + minute > 1_440 { Err(wrong()) } else { Ok(hour * 60 + minute) }
}
