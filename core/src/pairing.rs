//! Pairing code (Kopplungscode): what a new phone is told by its employer, on
//! a screen, in a letter or as a QR code, and the six digits both sides show.
//!
//! Formats: `docs/sync-protocol.md` § 2a.

use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// What a new phone needs to find its office and to be let in once.
#[derive(Clone, PartialEq, Eq)]
pub struct PairingCode {
    /// `https://host:port`, or `http://` on the same machine.
    pub address: String,
    /// The one-time token. Whoever has it may ask to be paired, once.
    pub token: [u8; 16],
    /// First 16 bytes of SHA-256 of the office's log key.
    pub office: [u8; 16],
    /// SHA-256 of the key in the office's certificate; absent where an
    /// authority vouches for it.
    pub pin: Option<[u8; 32]>,
}

/// Shows no token.
impl fmt::Debug for PairingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PairingCode").field("address", &self.address).finish_non_exhaustive()
    }
}

/// Why a text is no pairing code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotACode {
    /// It begins with something else.
    #[error("not a pairing code of Assistenzzeit")]
    OtherText,
    /// Made by a newer version.
    #[error("this pairing code needs a newer version")]
    Newer,
    /// A letter is wrong or missing.
    #[error("the pairing code was mistyped or cut off")]
    Mistyped,
}

impl NotACode {
    /// One word for programs. Never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherText => "not_a_pairing_code",
            Self::Newer => "pairing_code_needs_newer_version",
            Self::Mistyped => "pairing_code_mistyped",
        }
    }
}

const OPENING: &str = "assistenzzeit:1:";
const FAMILY: &str = "assistenzzeit:";
/// Crockford's base 32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const WITHOUT_PIN: usize = 16 + 16 + 3;
const WITH_PIN: usize = WITHOUT_PIN + 32;

/// `assistenzzeit:1:https://host:8443#ABCD-EF01-…`
impl fmt::Display for PairingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = Vec::with_capacity(WITH_PIN);
        bytes.extend_from_slice(&self.token);
        bytes.extend_from_slice(&self.office);
        if let Some(pin) = &self.pin {
            bytes.extend_from_slice(pin);
        }
        bytes.extend_from_slice(&checksum(&self.address, &bytes));
        write!(f, "{OPENING}{}#", self.address)?;
        let letters = to_letters(&bytes);
        for (i, letter) in letters.chars().enumerate() {
            if i > 0 && i % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

impl FromStr for PairingCode {
    type Err = NotACode;

    /// Spaces and hyphens in the letters do not matter, nor does case, nor
    /// writing O for 0 or I and L for 1.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let text = text.trim();
        if !text.starts_with(FAMILY) {
            return Err(NotACode::OtherText);
        }
        let rest = text.strip_prefix(OPENING).ok_or(NotACode::Newer)?;
        let (address, letters) = rest.rsplit_once('#').ok_or(NotACode::Mistyped)?;
        let bytes = from_letters(letters).ok_or(NotACode::Mistyped)?;
        if bytes.len() != WITHOUT_PIN && bytes.len() != WITH_PIN {
            return Err(NotACode::Mistyped);
        }
        let (said, sum) = bytes.split_at(bytes.len() - 3);
        if checksum(address, said) != sum {
            return Err(NotACode::Mistyped);
        }
        let (token, rest) = said.split_at(16);
        let (office, pin) = rest.split_at(16);
        Ok(Self {
            address: address.to_owned(),
            token: token.try_into().map_err(|_| NotACode::Mistyped)?,
            office: office.try_into().map_err(|_| NotACode::Mistyped)?,
            pin: pin.try_into().ok(),
        })
    }
}

/// What an office keeps instead of the token.
#[must_use]
pub fn token_hash(token: &[u8; 16]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"assistenzzeit/token/1\0");
    hash.update(token);
    hash.finalize().into()
}

/// The six digits that phone and office both show, from the office's log key
/// id, the phone's new public key and the token; the employer compares them.
#[must_use]
pub fn six_digits(office: &[u8; 16], phone_key: &[u8; 32], token: &[u8; 16]) -> String {
    let mut hash = Sha256::new();
    hash.update(b"assistenzzeit/digits/1\0");
    hash.update(office);
    hash.update(phone_key);
    hash.update(token);
    let hash: [u8; 32] = hash.finalize().into();
    let number = hash[..8].iter().fold(0u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

fn checksum(address: &str, said: &[u8]) -> [u8; 3] {
    let mut hash = Sha256::new();
    hash.update(address.as_bytes());
    hash.update([0]);
    hash.update(said);
    let hash: [u8; 32] = hash.finalize().into();
    [hash[0], hash[1], hash[2]]
}

/// Five bits a letter, the last filled with zeros.
fn to_letters(bytes: &[u8]) -> String {
    let (mut held, mut bits, mut text) = (0u32, 0u32, String::new());
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(held >> bits));
        }
    }
    if bits > 0 {
        text.push(letter(held << (5 - bits)));
    }
    text
}

fn letter(five_bits: u32) -> char {
    char::from(LETTERS[usize::try_from(five_bits & 31).unwrap_or(0)])
}

fn from_letters(text: &str) -> Option<Vec<u8>> {
    let (mut held, mut bits, mut bytes) = (0u32, 0u32, Vec::new());
    for letter in text.chars().filter(|c| !matches!(c, '-' | ' ' | '\n' | '\r')) {
        let plain = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = LETTERS.iter().position(|l| char::from(*l) == plain)?;
        held = ((held << 5) | u32::try_from(value).ok()?) & 0xFFFF;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xFF).ok()?);
        }
        if bytes.len() > WITH_PIN {
            return None;
        }
    }
    (bits < 5 && held & ((1 << bits) - 1) == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(pin: Option<[u8; 32]>) -> PairingCode {
        PairingCode {
            address: "https://office.example:8443/#a".to_owned(),
            token: *b"0123456789abcdef",
            office: [0xA5; 16],
            pin,
        }
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for pin in [None, Some([7; 32])] {
            let code = code(pin);
            let text = code.to_string();
            let typed = text.replace("assistenzzeit:1:https://office.example:8443/#a#", "");
            let sloppy =
                typed.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
            for letters in [typed, sloppy] {
                let text = format!(" assistenzzeit:1:https://office.example:8443/#a#{letters}\n");
                assert_eq!(text.parse(), Ok(code.clone()), "{text}");
            }
        }
    }

    #[test]
    fn one_wrong_letter_anywhere_is_noticed() {
        let text = code(Some([7; 32])).to_string();
        for at in OPENING.len()..text.len() {
            let mut letters: Vec<char> = text.chars().collect();
            letters[at] = if letters[at] == 'X' { 'Y' } else { 'X' };
            let wrong: String = letters.into_iter().collect();
            let Err(error) = wrong.parse::<PairingCode>() else { panic!("accepted {wrong}") };
            assert_eq!(error, NotACode::Mistyped);
            assert_eq!(text[..at].parse::<PairingCode>(), Err(NotACode::Mistyped), "cut at {at}");
        }
        assert_eq!("hello".parse::<PairingCode>(), Err(NotACode::OtherText));
        assert_eq!("assistenzzeit:2:x#0".parse::<PairingCode>(), Err(NotACode::Newer));
    }

    #[test]
    fn the_six_digits_follow_from_both_keys_and_the_token() {
        let digits = six_digits(&[1; 16], &[2; 32], &[3; 16]);
        assert_eq!(digits.len(), 6);
        assert!(digits.chars().all(|c| c.is_ascii_digit()));
        assert_eq!(digits, six_digits(&[1; 16], &[2; 32], &[3; 16]));
        for other in [
            six_digits(&[9; 16], &[2; 32], &[3; 16]),
            six_digits(&[1; 16], &[9; 32], &[3; 16]),
            six_digits(&[1; 16], &[2; 32], &[9; 16]),
        ] {
            assert_ne!(digits, other);
        }
    }

    #[test]
    fn what_is_kept_of_a_token_does_not_show_it() {
        let code = code(None);
        assert!(!format!("{code:?}").contains("0123"));
        assert_ne!(token_hash(&code.token)[..16], code.token);
    }
}
