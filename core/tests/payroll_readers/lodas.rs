//! Reader of a LODAS ASCII file.

use super::{Read, ansi, cost_centre, date, decimal, lines, number};
use std::collections::BTreeMap;

/// One booking.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Booking {
    pub(crate) number: u64,
    pub(crate) period: (u64, u64),
    pub(crate) retro: Option<(u64, u64)>,
    pub(crate) key: u64,
    pub(crate) wage_type: Option<u64>,
    pub(crate) value: i64,
    pub(crate) cost_centre: Option<String>,
}

/// A file.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) general: BTreeMap<String, String>,
    pub(crate) comments: Vec<String>,
    pub(crate) table: String,
    pub(crate) fields: Vec<String>,
    pub(crate) bookings: Vec<Booking>,
}

/// What the two layouts differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Every declared field, CRLF at the end.
    Strict,
    /// The last two declared fields may be missing, no CRLF at the end.
    Sample1,
}

const KNOWN_KEYS: [&str; 10] = [
    "Ziel",
    "Version_SST",
    "Version_DB",
    "Version",
    "BeraterNr",
    "MandantenNr",
    "Datumsformat",
    "Feldtrennzeichen",
    "Zahlenkomma",
    "Kommentarzeichen",
];
const KNOWN_FIELDS: [&str; 9] = [
    "pnr",
    "abrechnung_zeitraum",
    "nb_datum_mm",
    "bs_nr",
    "la_eigene",
    "bs_wert_butab",
    "kostenstelle",
    "abw_lohnfaktor",
    "bemerkung",
];

pub(crate) fn read(bytes: &[u8], layout: Layout) -> Read<File> {
    if bytes.len() >= 3 * 1024 * 1024 {
        return Err("3 MiB or more".into());
    }
    let text = ansi(bytes)?;
    let mut file = File {
        general: BTreeMap::new(),
        comments: vec![],
        table: String::new(),
        fields: vec![],
        bookings: vec![],
    };
    let mut section = 0;
    for line in lines(&text, layout == Layout::Sample1)? {
        if let Some(comment) = line.strip_prefix('*') {
            if file.general.get("Kommentarzeichen").map(String::as_str) != Some("*") {
                return Err("a comment before its sign is named".into());
            }
            file.comments.push(comment.to_owned());
            continue;
        }
        if line.starts_with('[') {
            let expected = ["[Allgemein]", "[Satzbeschreibung]", "[Bewegungsdaten]"];
            if expected.get(section) != Some(&line) {
                return Err(format!("section {line} out of order"));
            }
            section += 1;
            continue;
        }
        match section {
            1 => {
                let (key, value) = line.split_once('=').ok_or("no = in [Allgemein]")?;
                if !KNOWN_KEYS.contains(&key) {
                    return Err(format!("unknown key {key}"));
                }
                if file.general.insert(key.to_owned(), value.to_owned()).is_some() {
                    return Err(format!("{key} twice"));
                }
            }
            2 => describe(line, &mut file)?,
            3 => {
                let booking = booking(line, &file, layout)?;
                file.bookings.push(booking);
            }
            _ => return Err("text before the first section".into()),
        }
    }
    if section != 3 {
        return Err("a section is missing".into());
    }
    let general = |key: &str| {
        file.general.get(key).map(String::as_str).ok_or_else(|| format!("{key} is missing"))
    };
    if general("Ziel")? != "LODAS" || general("Datumsformat")? != "TT.MM.JJJJ" {
        return Err("wrong target or date format".into());
    }
    number(general("BeraterNr")?, 1_000, 9_999_999)?;
    number(general("MandantenNr")?, 1, 99_999)?;
    if layout == Layout::Strict && general("Feldtrennzeichen")? != ";" {
        return Err("wrong separator".into());
    }
    Ok(file)
}

fn describe(line: &str, file: &mut File) -> Read<()> {
    let body = line.strip_suffix(';').ok_or("the description does not end with ;")?;
    let mut parts = body.split(';');
    if parts.next() != Some("1") || !file.fields.is_empty() {
        return Err("more than one description, or not number 1".into());
    }
    file.table = parts.next().ok_or("no table")?.to_owned();
    for part in parts {
        let field = part.strip_suffix("#bwd").ok_or("a field without #bwd")?;
        if !KNOWN_FIELDS.contains(&field) || file.fields.iter().any(|known| known == field) {
            return Err(format!("field {field} unknown or twice"));
        }
        file.fields.push(field.to_owned());
    }
    let expected = match file.table.as_str() {
        "u_lod_bwd_buchung_standard" => false,
        "u_lod_bwd_buchung_nachber" => true,
        other => return Err(format!("table {other}")),
    };
    if file.fields.iter().any(|field| field == "nb_datum_mm") == expected {
        Ok(())
    } else {
        Err("nb_datum_mm belongs to the retro table, and only there".into())
    }
}

fn booking(line: &str, file: &File, layout: Layout) -> Read<Booking> {
    let body = line.strip_suffix(';').ok_or("a row does not end with ;")?;
    let mut cells = body.split(';');
    if cells.next() != Some("1") {
        return Err("not a row of description 1".into());
    }
    let cells: Vec<&str> = cells.collect();
    let missing = file.fields.len().checked_sub(cells.len()).ok_or("too many cells")?;
    let allowed = if layout == Layout::Sample1 { 2 } else { 0 };
    if missing != allowed {
        return Err(format!("{missing} cells missing in {line:?}"));
    }
    let cell = |name: &str| {
        file.fields.iter().position(|field| field == name).and_then(|at| cells.get(at).copied())
    };
    let needed = |name: &str| cell(name).ok_or_else(|| format!("{name} missing"));
    let first_of_month = |name: &str| -> Read<(u64, u64)> {
        match date(needed(name)?)? {
            (year, month, 1) => Ok((year, month)),
            other => Err(format!("{name} is {other:?}")),
        }
    };
    let mark = match file.general.get("Zahlenkomma").map(String::as_str) {
        Some(",") => ',',
        Some(".") => '.',
        other => return Err(format!("Zahlenkomma {other:?}")),
    };
    let wage_type = match needed("la_eigene")? {
        "" => None,
        text => Some(number(text, 1, 9_999)?),
    };
    let centre = match needed("kostenstelle")? {
        "NULL" if layout == Layout::Sample1 => "",
        "" if layout == Layout::Sample1 => return Err("empty instead of NULL".into()),
        "NULL" => return Err("NULL as a cost centre".into()),
        other => other,
    };
    let value = decimal(needed("bs_wert_butab")?, mark, 2)?;
    if value == 0 || value.abs() > 99_999_999_999 {
        return Err(format!("value {value}"));
    }
    Ok(Booking {
        number: number(needed("pnr")?, 1, 99_999)?,
        period: first_of_month("abrechnung_zeitraum")?,
        retro: if cell("nb_datum_mm").is_some() {
            Some(first_of_month("nb_datum_mm")?)
        } else {
            None
        },
        key: number(needed("bs_nr")?, 1, 99)?,
        wage_type,
        value,
        cost_centre: cost_centre(centre, 13)?,
    })
}
