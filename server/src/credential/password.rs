//! Password with a one-time code: the way in for browsers without passkeys.
//!
//! The password is kept as Argon2id with the crate's parameters (19 MiB, two
//! passes, one lane: OWASP's recommendation of 2023). The code is TOTP
//! (RFC 6238): SHA-1, six digits, thirty seconds, one step either way, each
//! step taken once.

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use totp_rs::{Builder, Totp};

/// The shortest password, in letters (BSI, NIST SP 800-63B).
pub const SHORTEST: usize = 12;
/// The longest, in bytes: more is never read.
pub const LONGEST: usize = 256;
/// How long a step of the one-time code lasts, in seconds.
const STEP_SECONDS: i64 = 30;

/// The name as it is kept: without space around it, in small letters.
#[must_use]
pub fn name(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// What is kept of a password; slow on purpose, so never on the office's threads.
#[must_use]
pub fn hash(password: &str, salt: &[u8; 16]) -> Option<String> {
    let hashed = Argon2::default().hash_password_with_salt(password.as_bytes(), salt).ok()?;
    Some(hashed.to_string())
}

/// Whether the password fits; as slow as [`hash`]. Without anything kept it
/// works as long and says no, so that the time tells nothing about names.
#[must_use]
pub fn fits(password: &str, kept: Option<&str>) -> bool {
    if password.len() > LONGEST {
        return false;
    }
    match kept {
        Some(kept) => Argon2::default().verify_password(password.as_bytes(), kept).is_ok(),
        None => {
            let _worked_as_long = hash(password, &[0; 16]);
            false
        }
    }
}

fn totp(secret: &[u8; 20]) -> Totp {
    Builder::new().with_secret(secret.to_vec()).with_skew(1).build_noncompliant()
}

/// The step this code is of, if it fits now.
#[must_use]
pub fn step_of(secret: &[u8; 20], code: &str, now_ms: i64) -> Option<i64> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let step = (digits.len() == 6)
        .then(|| totp(secret).check(&digits, u64::try_from(now_ms / 1_000).unwrap_or_default()));
    i64::try_from(step.flatten()?).ok()
}

/// The code of this moment, for tests and for showing how it works.
#[must_use]
pub fn code_at(secret: &[u8; 20], now_ms: i64) -> String {
    totp(secret).generate(u64::try_from(now_ms / 1_000).unwrap_or_default()).to_string()
}

/// The secret in the letters that apps read, in groups of four.
#[must_use]
pub fn secret_text(secret: &[u8; 20]) -> String {
    let letters = totp(secret).secret().to_base32();
    let letters: Vec<char> = letters.chars().filter(|letter| *letter != '=').collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The address that apps read from a QR code (Key Uri Format).
#[must_use]
pub fn address(secret: &[u8; 20], account: &str) -> String {
    let plain = secret_text(secret).replace(' ', "");
    let account: String = account.chars().filter(|one| one.is_ascii_alphanumeric()).collect();
    format!(
        "otpauth://totp/Assistenzzeit:{account}?secret={plain}&issuer=Assistenzzeit&algorithm=SHA1&digits=6&period={STEP_SECONDS}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_what_was_kept_of_it_and_no_other_does() {
        let kept = hash("eine lange Geschichte", &[7; 16]).expect("hashed");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(fits("eine lange Geschichte", Some(&kept)));
        assert!(!fits("eine lange Geschichte ", Some(&kept)));
        assert!(!fits("eine lange Geschichte", None));
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // RFC 6238, appendix B, SHA-1, the last six of eight digits.
        let secret = *b"12345678901234567890";
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")]
        {
            assert_eq!(code_at(&secret, seconds * 1_000), code);
            assert_eq!(step_of(&secret, code, seconds * 1_000), Some(seconds / 30));
            let spaced = format!("{} {}", &code[..3], &code[3..]);
            assert_eq!(step_of(&secret, &spaced, (seconds + 30) * 1_000), Some(seconds / 30));
            assert_eq!(step_of(&secret, code, (seconds + 90) * 1_000), None);
        }
    }
}
