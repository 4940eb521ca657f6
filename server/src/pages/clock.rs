//! Times on the wall as people type or dictate them.

use chrono::NaiveTime;

/// `8`, `8:30`, `08.30`, `0830`, `8 Uhr 30`; `None` if it is no time of a day.
pub(crate) fn typed(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase().replace("uhr", ":").replace('.', ":");
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    let (hours, minutes) = match parts.as_slice() {
        [whole] if matches!(whole.len(), 3 | 4) && whole.is_ascii() => {
            whole.split_at(whole.len() - 2)
        }
        [hours] | [hours, ""] => (*hours, "0"),
        [hours, minutes] => (*hours, *minutes),
        // What a browser's own field for times may send.
        [hours, minutes, "00"] => (*hours, *minutes),
        _ => return None,
    };
    let number = |text: &str| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|one| one.is_ascii_digit());
        if digits { text.parse().ok() } else { None }
    };
    NaiveTime::from_hms_opt(number(hours)?, number(minutes)?, 0)
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn times_are_read_as_people_type_them() {
        let cases = [
            ("8", Some("08:00")),
            ("08:30", Some("08:30")),
            ("8.30", Some("08:30")),
            ("830", Some("08:30")),
            ("2005", Some("20:05")),
            (" 8 Uhr 30 ", Some("08:30")),
            ("8 Uhr", Some("08:00")),
            ("22:15:00", Some("22:15")),
            ("0", Some("00:00")),
            ("24:00", None),
            ("8:60", None),
            ("8:3o", None),
            ("-8:00", None),
            ("+8:00", None),
            ("", None),
            ("acht", None),
            ("äöü", None),
            ("12345", None),
        ];
        for (text, expected) in cases {
            let found = typed(text).map(|time| time.format("%H:%M").to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
