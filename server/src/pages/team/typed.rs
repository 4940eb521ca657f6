//! Amounts, hours and percents as people type them: whole numbers of cents,
//! minutes and hundredths of a percent, without a float on the way.

use assistenz_core::money::Percent;
use assistenz_core::time::Minutes;

/// Euros with at most two decimals, comma or point: `17,50` → 1750.
pub(super) fn cents(text: &str) -> Option<i64> {
    hundredths(text.trim().trim_end_matches('€'))
}

/// A percentage with at most two decimals: `12,5` or `12,5 %`.
pub(super) fn percent(text: &str) -> Option<Percent> {
    let hundredths = hundredths(text.trim().trim_end_matches('%'))?;
    u32::try_from(hundredths).ok().map(Percent::hundredths)
}

/// Hours as `38`, `38,5` or `38:30`, in full minutes.
pub(super) fn hours(text: &str) -> Option<Minutes> {
    let text = text.trim().trim_end_matches('h').trim();
    if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = digits(minutes).filter(|minutes| *minutes < 60)?;
        return digits(hours)?.checked_mul(60)?.checked_add(minutes).map(Minutes::new);
    }
    let sixtieths = hundredths(text)?.checked_mul(60)?;
    (sixtieths % 100 == 0).then(|| Minutes::new(sixtieths / 100))
}

/// A whole number without sign.
pub(super) fn digits(text: &str) -> Option<i64> {
    let text = text.trim();
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A number with at most two decimals, in hundredths. A point is a decimal
/// mark where one or two digits follow the last one, else it parts thousands.
fn hundredths(text: &str) -> Option<i64> {
    let text = text.trim().replace([' ', '\u{a0}', '\u{202f}'], "");
    let (whole, part) = match text.rsplit_once(',') {
        Some((whole, part)) => (whole.replace('.', ""), part.to_owned()),
        None => match text.rsplit_once('.') {
            Some((whole, part)) if part.len() <= 2 => (whole.to_owned(), part.to_owned()),
            Some(_) => (text.replace('.', ""), String::new()),
            None => (text, String::new()),
        },
    };
    let part = match part.len() {
        0 => 0,
        1 => digits(&part)?.checked_mul(10)?,
        2 => digits(&part)?,
        _ => return None,
    };
    digits(&whole)?.checked_mul(100)?.checked_add(part)
}

/// Hundredths as people write them: `17,50`.
pub(super) fn written(hundredths: i64) -> String {
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}

/// A percentage without its sign and without empty decimals: `12,5`.
pub(super) fn written_percent(percent: Percent) -> String {
    percent.to_string().trim_end_matches('%').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_germans_and_programs_write_them() {
        let cases = [
            ("17", Some(1_700)),
            ("17,5", Some(1_750)),
            ("17,50 €", Some(1_750)),
            ("17.50", Some(1_750)),
            ("1.234,56", Some(123_456)),
            ("1.234", Some(123_400)),
            ("0,05", Some(5)),
            ("", None),
            ("-1", None),
            ("17,505", None),
            ("17,5o", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(cents(text), expected, "{text}");
        }
        assert_eq!(percent("12,5 %"), Some(Percent::hundredths(1_250)));
        assert_eq!(written_percent(Percent::hundredths(1_250)), "12,5");
        assert_eq!(written(5), "0,05");
    }

    #[test]
    fn hours_are_full_minutes_or_nothing() {
        let cases = [
            ("38", Some(2_280)),
            ("38,5", Some(2_310)),
            ("38:30", Some(2_310)),
            ("38,25 h", Some(2_295)),
            ("0:05", Some(5)),
            ("38,33", None),
            ("38:60", None),
            ("acht", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(hours(text).map(Minutes::get), expected, "{text}");
        }
    }
}
