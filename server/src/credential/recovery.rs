//! Recovery codes (Wiederherstellungscodes): eight, each good for one sign-in.

use crate::fault::OfficeError;
use crate::office::Turn;

/// How many are made at once.
pub const CODES: usize = 8;

/// Letters and digits that are not mistaken for one another (Crockford).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// New codes as they are shown: `ABCD-EFGH-JKMN-PQRS`, 80 bits each.
///
/// # Errors
///
/// [`OfficeError::Dice`].
pub fn draw(turn: &Turn<'_>) -> Result<Vec<String>, OfficeError> {
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let bytes = turn.random::<16>()?;
        let mut code = String::with_capacity(19);
        for (place, byte) in bytes.iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                code.push('-');
            }
            code.push(char::from(LETTERS[usize::from(byte & 31)]));
        }
        codes.push(code);
    }
    Ok(codes)
}

/// As it is kept: capital letters, without what was typed between them, with
/// letters read as the digits they look like.
#[must_use]
pub fn plain(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_typed_in_small_letters_with_spaces_and_with_o_for_zero() {
        for typed in ["AB0D-1FGH", "ab0d 1fgh", "ABOD-IFGH", "abodlfgh"] {
            assert_eq!(plain(typed), "AB0D1FGH", "{typed}");
        }
    }
}
