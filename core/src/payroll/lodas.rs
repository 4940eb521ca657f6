//! DATEV LODAS, ASCII import of movement data (Bewegungsdaten).
//!
//! The file describes itself: `[Satzbeschreibung]` names the fields, and the
//! rows follow that order. Windows-1252, CRLF, no byte order mark, `;` also
//! at the end of each row. Not certified: DATEV checks the file in full only
//! on import.
//!
//! Doubtful: that a retro-calculation goes through the table
//! `u_lod_bwd_buchung_nachber` with `nb_datum_mm` as the first day of the
//! month of origin is inferred from names; such rows have a file of their
//! own, so that the rest does not depend on it.

use crate::payroll::Purpose;
use crate::payroll::encode::decimal;
use crate::payroll::program::LodasProfile;
use crate::payroll::row::Row;
use crate::payroll::settings::OfficeSettings;
use crate::time::Month;
use std::fmt::Write as _;

const MONTHLY: &str = "1;u_lod_bwd_buchung_standard;pnr#bwd;abrechnung_zeitraum#bwd;bs_nr#bwd;\
                       la_eigene#bwd;bs_wert_butab#bwd;kostenstelle#bwd;\r\n";
const RETRO: &str = "1;u_lod_bwd_buchung_nachber;pnr#bwd;abrechnung_zeitraum#bwd;nb_datum_mm#bwd;\
                     bs_nr#bwd;la_eigene#bwd;bs_wert_butab#bwd;kostenstelle#bwd;\r\n";
const SAMPLE_1: &str = "1;u_lod_bwd_buchung_standard;abrechnung_zeitraum#bwd;bs_wert_butab#bwd;\
                        pnr#bwd;la_eigene#bwd;bs_nr#bwd;kostenstelle#bwd;abw_lohnfaktor#bwd;\
                        bemerkung#bwd;\r\n";

/// The text of one file. With `retro` all rows go out as retro-calculation.
pub(crate) fn write(
    rows: &[&Row],
    profile: LodasProfile,
    retro: bool,
    settings: &OfficeSettings,
    purpose: Purpose,
) -> String {
    let mut text = String::with_capacity(400 + rows.len() * 48);
    match profile {
        LodasProfile::Sample1 if !retro => sample_1(&mut text, rows, settings, purpose),
        LodasProfile::Standard | LodasProfile::Sample1 => {
            standard(&mut text, rows, retro, settings, purpose);
        }
    }
    text
}

// Writing into a string cannot fail, here and below.
fn standard(
    text: &mut String,
    rows: &[&Row],
    retro: bool,
    settings: &OfficeSettings,
    purpose: Purpose,
) {
    text.push_str("[Allgemein]\r\nZiel=LODAS\r\nVersion_SST=1.0\r\n");
    numbers(text, settings);
    let _ = write!(
        text,
        "Datumsformat=TT.MM.JJJJ\r\nFeldtrennzeichen=;\r\nZahlenkomma={}\r\n",
        settings.decimal.sign()
    );
    let estimate = purpose == Purpose::Estimate;
    if estimate || retro {
        text.push_str("Kommentarzeichen=*\r\n");
    }
    if estimate {
        text.push_str("* SCHÄTZUNG: geleistet und geplant, nicht zum Abrechnen\r\n");
    }
    if retro {
        text.push_str("* Nachberechnung: Aufbau ungeprüft, bitte vor dem Import ansehen\r\n");
    }
    text.push_str("[Satzbeschreibung]\r\n");
    text.push_str(if retro { RETRO } else { MONTHLY });
    text.push_str("[Bewegungsdaten]\r\n");
    for row in rows {
        let _ = write!(text, "1;{};{};", row.personnel_number, first_day(row.month));
        if retro {
            let _ = write!(text, "{};", first_day(row.origin));
        }
        let _ = write!(text, "{};", row.bs_nr);
        if let Some(number) = row.wage_type {
            let _ = write!(text, "{number}");
        }
        let value = decimal(row.value, settings.decimal);
        let centre = row.cost_centre.as_deref().unwrap_or_default();
        let _ = write!(text, ";{value};{centre};\r\n");
    }
}

fn sample_1(text: &mut String, rows: &[&Row], settings: &OfficeSettings, purpose: Purpose) {
    let mark = settings.decimal.sign();
    let _ = write!(
        text,
        "[Allgemein]\r\nZiel=LODAS\r\nDatumsformat=TT.MM.JJJJ\r\nZahlenkomma={mark}\r\n"
    );
    text.push_str("Version=15.06\r\n");
    numbers(text, settings);
    if purpose == Purpose::Estimate {
        text.push_str("Kommentarzeichen=*\r\n");
        text.push_str("* SCHÄTZUNG: geleistet und geplant, nicht zum Abrechnen\r\n");
    }
    text.push_str("[Satzbeschreibung]\r\n");
    text.push_str(SAMPLE_1);
    text.push_str("[Bewegungsdaten]");
    for row in rows {
        let _ = write!(
            text,
            "\r\n1;{};{};{};",
            first_day(row.month),
            decimal(row.value, settings.decimal),
            row.personnel_number
        );
        if let Some(number) = row.wage_type {
            let _ = write!(text, "{number}");
        }
        let centre = row.cost_centre.as_deref().unwrap_or("NULL");
        let _ = write!(text, ";{};{centre};", row.bs_nr);
    }
}

fn numbers(text: &mut String, settings: &OfficeSettings) {
    // Both are checked by the settings.
    let adviser = settings.adviser_number.unwrap_or_default();
    let client = settings.client_number.unwrap_or_default();
    let _ = write!(text, "BeraterNr={adviser}\r\nMandantenNr={client}\r\n");
}

fn first_day(month: Month) -> String {
    format!("01.{:02}.{:04}", month.month(), month.year())
}
