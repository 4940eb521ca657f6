//! Reader of a Lexware file.

use super::{Read, decimal, lines, number};

/// One row: (year, month), personnel number, wage type, value, rate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Booking {
    pub(crate) month: (u64, u64),
    pub(crate) number: u64,
    pub(crate) wage_type: u64,
    pub(crate) value: i64,
    pub(crate) rate: Option<i64>,
}

pub(crate) fn read(text: &str, currency: bool) -> Read<Vec<Booking>> {
    let lines = lines(text, false)?;
    let (header, rows) = lines.split_first().ok_or("empty")?;
    let mut titles = "Jahr;Monat;Personalnummer;Lohnartennummer;Wert;Stundensatz".to_owned();
    if currency {
        titles.push_str(";Währung");
    }
    if *header != titles {
        return Err(format!("header {header}"));
    }
    rows.iter()
        .map(|row| {
            let cells: Vec<&str> = row.split(';').collect();
            let (cells, rest) = cells.split_at_checked(6).ok_or("too few cells")?;
            if rest != if currency { &["EUR"][..] } else { &[][..] } {
                return Err(format!("after the rate: {rest:?}"));
            }
            if cells[1].len() != 2 {
                return Err(format!("month {}", cells[1]));
            }
            Ok(Booking {
                month: (
                    number(cells[0], 2_000, 2_199)?,
                    number(cells[1].trim_start_matches('0'), 1, 12)?,
                ),
                number: number(cells[2], 1, 99_999)?,
                wage_type: number(cells[3], 1, 9_999)?,
                value: decimal(cells[4], ',', 2)?,
                rate: if cells[5].is_empty() { None } else { Some(decimal(cells[5], ',', 2)?) },
            })
        })
        .collect()
}
