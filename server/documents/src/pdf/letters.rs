//! Letters that the fonts lack. PDF/A must not show a gap (ISO 19005-3,
//! 6.2.11.8), and nobody's name or remark may keep a document from being made:
//! such a letter stands as its number, `[U+1F44D]`.

use super::desk;
use serde_json::Value;

/// Puts the number in the place of every letter that no font has, in every text
/// of the content; how many there were.
pub(super) fn numbered(content: &mut Value) -> usize {
    match content {
        Value::String(text) => {
            let (clean, lacking) = cleaned(text);
            *text = clean;
            lacking
        }
        Value::Array(values) => values.iter_mut().map(numbered).sum(),
        Value::Object(values) => values.values_mut().map(numbered).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

fn cleaned(text: &str) -> (String, usize) {
    let mut clean = String::with_capacity(text.len());
    let mut lacking = 0;
    for letter in text.chars() {
        match letter {
            // No letters: they choose a drawing of the one before, or mark bytes.
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{feff}' => {}
            letter if letter.is_control() => clean.push(' '),
            letter if !private(letter) && desk::has(letter) => clean.push(letter),
            letter => {
                lacking += 1;
                clean.push_str(&format!("[U+{:04X}]", u32::from(letter)));
            }
        }
    }
    (clean, lacking)
}

/// Letters without a meaning that everybody shares; PDF/A level A forbids them.
const fn private(letter: char) -> bool {
    matches!(
        letter,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_letter_that_no_font_has_stands_as_its_number_and_nothing_else_changes() {
        let mut content = json!({ "a": ["Jörg \u{1f44d}\u{fe0f}", 7], "b": "Олена\n漢" });
        assert_eq!(numbered(&mut content), 2);
        assert_eq!(content, json!({ "a": ["Jörg [U+1F44D]", 7], "b": "Олена [U+6F22]" }));
    }

    #[test]
    fn names_of_many_scripts_are_left_as_they_are() {
        for name in ["Şule Çağlar", "Łucja Żak", "Олена Їжак", "أمينة الحسن", "Ștefan", "Νίκος"]
        {
            let mut content = json!(name);
            assert_eq!(numbered(&mut content), 0, "{name}");
            assert_eq!(content, json!(name));
        }
    }
}
