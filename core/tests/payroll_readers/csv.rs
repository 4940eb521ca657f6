//! Reader of comma-separated values after RFC 4180, strict.

use super::Read;

/// All records. Every record ends with CRLF; quotes are doubled inside quoted
/// cells and stand nowhere else; all records have as many cells as the first.
pub(crate) fn read(text: &str, separator: char) -> Read<Vec<Vec<String>>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut cell = String::new();
    let mut signs = text.chars().peekable();
    while signs.peek().is_some() {
        if signs.next_if_eq(&'"').is_some() {
            loop {
                match signs.next() {
                    Some('"') if signs.next_if_eq(&'"').is_some() => cell.push('"'),
                    Some('"') => break,
                    Some(sign) => cell.push(sign),
                    None => return Err("an open quote".into()),
                }
            }
        } else {
            while let Some(sign) =
                signs.next_if(|sign| *sign != separator && !matches!(sign, '\r' | '\n'))
            {
                if sign == '"' {
                    return Err("a quote inside a plain cell".into());
                }
                cell.push(sign);
            }
        }
        record.push(std::mem::take(&mut cell));
        match signs.next() {
            Some(sign) if sign == separator => {
                if signs.peek().is_none() {
                    return Err("no CRLF at the end of the file".into());
                }
            }
            Some('\r') if signs.next_if_eq(&'\n').is_some() => {
                records.push(std::mem::take(&mut record));
            }
            other => return Err(format!("{other:?} after a cell")),
        }
    }
    if !record.is_empty() {
        return Err("no CRLF at the end of the file".into());
    }
    match records.first().map(Vec::len) {
        Some(width) if records.iter().any(|record: &Vec<String>| record.len() != width) => {
            Err("records of different width".into())
        }
        Some(_) | None => Ok(records),
    }
}
