//! Reader of an ADDISON file.

use super::{Read, date, decimal, lines, number};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Booking {
    pub(crate) client: u64,
    pub(crate) number: u64,
    pub(crate) wage_type: u64,
    pub(crate) date: (u64, u64, u64),
    pub(crate) days: Option<i64>,
    pub(crate) hours: Option<i64>,
    pub(crate) amount: Option<i64>,
}

pub(crate) fn read(text: &str) -> Read<Vec<Booking>> {
    lines(text, false)?
        .into_iter()
        .map(|row| {
            let cells: Vec<&str> = row.split(';').collect();
            if cells.len() != 12 {
                return Err(format!("{} cells instead of 12", cells.len()));
            }
            for unused in [3, 4, 7, 8] {
                if !cells[unused].is_empty() {
                    return Err(format!("cell {unused} is {:?}", cells[unused]));
                }
            }
            let date = date(cells[6])?;
            if number(cells[5], 1, 31)? != date.2 {
                return Err("day and date differ".into());
            }
            let filled = |at: usize| (!cells[at].is_empty()).then(|| decimal(cells[at], ',', 2));
            let days = match cells[9] {
                "" => None,
                text if text.contains(',') => {
                    let decimals = text.len() - text.find(',').unwrap_or_default() - 1;
                    Some(decimal(text, ',', decimals)?)
                }
                text => Some(i64::try_from(number(text, 1, 31)?).unwrap_or_default() * 100),
            };
            let (hours, amount) = (filled(10).transpose()?, filled(11).transpose()?);
            if [days, hours, amount].iter().flatten().count() != 1 {
                return Err("not exactly one quantity".into());
            }
            Ok(Booking {
                client: number(cells[0], 1, 99_999)?,
                number: number(cells[1], 1, 99_999)?,
                wage_type: number(cells[2], 1, 9_999)?,
                date,
                days,
                hours,
                amount,
            })
        })
        .collect()
}
