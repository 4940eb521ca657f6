//! What stays on one line: a number and its unit, a weekday, its day and month, a
//! section sign and its number (DIN 5008, 6.6 ff.: protected space).
//!
//! Sentences come with plain spaces; a page sets them with protected ones where
//! the eye would stumble. What is copied into a form or a command stays as it is.

use maud::{Markup, PreEscaped};

const PROTECTED: char = '\u{a0}';

/// What stands behind a number and belongs to it.
const UNITS: [&str; 22] = [
    "h", "€", "€/h", "%", "Uhr", "Cent", "Euro", "Prozent", "kB", "MB", "km", "Tag", "Tage",
    "Tagen", "Stunde", "Stunden", "Minute", "Minuten", "day", "days", "hours", "minutes",
];

/// What stands before a number and belongs to it.
const MARKS: [&str; 6] = ["§", "§§", "Abs.", "Nr.", "Satz", "Art."];

/// Weekdays as they stand before the number of a day, German and English.
const WEEKDAYS: [&str; 14] =
    ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// How months begin that stand behind the number of a day, German and English.
const MONTHS: [&str; 16] = [
    "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez", "Mar",
    "May", "Oct", "Dec",
];

/// Elements whose text is not read as a sentence.
const AS_IT_IS: [&str; 6] = ["code", "option", "pre", "script", "svg", "textarea"];

/// The markup with protected spaces in its sentences. Tags and attributes stay
/// as they are.
pub(crate) fn keep_together(markup: &Markup) -> Markup {
    let html = &markup.0;
    let mut set = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html.as_str();
    let mut untouched: Option<&str> = None;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        write(&mut set, text, untouched.is_some());
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        untouched = match untouched {
            Some(element) if closes(tag, element) => None,
            None => AS_IT_IS.into_iter().find(|element| opens(tag, element)),
            inside => inside,
        };
        set.push_str(tag);
        rest = after;
    }
    write(&mut set, rest, untouched.is_some());
    PreEscaped(set)
}

fn opens(tag: &str, element: &str) -> bool {
    let name = tag.strip_prefix('<').and_then(|tag| tag.strip_prefix(element));
    name.is_some_and(|rest| rest.starts_with(['>', ' ', '/']))
}

fn closes(tag: &str, element: &str) -> bool {
    tag.strip_prefix("</").is_some_and(|name| name.trim_end_matches('>') == element)
}

fn write(set: &mut String, text: &str, untouched: bool) {
    if untouched {
        set.push_str(text);
        return;
    }
    let mut before = "";
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 {
            set.push(if belong_together(before, word) { PROTECTED } else { ' ' });
        }
        set.push_str(word);
        before = word;
    }
}

fn belong_together(before: &str, after: &str) -> bool {
    let before = before.trim_start_matches(['(', '„', '“', '−', '-', '+', '±', '×']);
    let after = after.trim_end_matches(['.', ',', ';', ':', ')', '“', '”', '?', '!']);
    if MARKS.contains(&before) {
        return after.starts_with(|letter: char| letter.is_ascii_digit());
    }
    if WEEKDAYS.contains(&before) {
        return is_day(after);
    }
    if !before.starts_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let amount = before.chars().all(|letter| letter.is_ascii_digit() || ":.,–".contains(letter));
    (amount && UNITS.contains(&after))
        || (is_day(before) && MONTHS.iter().any(|month| after.starts_with(month)))
}

/// `8` or `26.`
fn is_day(word: &str) -> bool {
    let figures = word.trim_end_matches('.');
    (1..=2).contains(&figures.len()) && figures.bytes().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::keep_together;
    use maud::PreEscaped;

    /// The markup as it is set, with `~` for a protected space.
    fn set(html: &str) -> String {
        keep_together(&PreEscaped(html.to_owned())).0.replace('\u{a0}', "~")
    }

    #[test]
    fn a_number_keeps_its_unit_a_day_its_month_and_a_section_its_number() {
        for (said, kept) in [
            ("137:35 h, 17,50 €/h", "137:35~h, 17,50~€/h"),
            ("Auslagen: -12,50 €, Nacht 25 %.", "Auslagen: -12,50~€, Nacht 25~%."),
            ("(5 Tage) seit 8:00 Uhr, 0–4 Uhr", "(5~Tage) seit 8:00~Uhr, 0–4~Uhr"),
            ("Mo 26. Okt. 2026 bis 1. Mai", "Mo~26.~Okt. 2026 bis 1.~Mai"),
            ("(Sun 8 Nov 22:00", "(Sun~8~Nov 22:00"),
            ("§ 4 Satz 1, 2 ArbZG", "§~4 Satz~1, 2 ArbZG"),
            ("§ 3b Abs. 1 Nr. 4 EStG", "§~3b Abs.~1 Nr.~4 EStG"),
        ] {
            assert_eq!(set(said), kept);
        }
    }

    #[test]
    fn other_words_stay_free_to_break() {
        for said in [
            "13 Schichten, 4 Hinweise",
            "bis 2026. Mai ist",
            "Do 2026 ist",
            "Nacht 4 von 7",
            "a  b ",
        ] {
            assert_eq!(set(said), said);
        }
    }

    #[test]
    fn tags_attributes_and_what_is_copied_stay_as_they_are() {
        for html in [
            r#"<a title="8:00 h" href="/x">8:00</a> <b>h</b>"#,
            "<textarea name=\"a\">7:30 h</textarea>",
            "<option value=\"1\">7:30 h</option>",
            "<pre>7:30 h <code>§ 3</code></pre>",
            "<svg viewBox=\"0 0 1 1\"><text>7:30 h</text></svg>",
        ] {
            assert_eq!(set(html), html);
        }
        let html = "<p>7:30 h <code>7:30 h</code> 7:30 h &lt;7 %</p>";
        assert_eq!(set(html), "<p>7:30~h <code>7:30 h</code> 7:30~h &lt;7 %</p>");
    }
}
