//! The sentence for a refusal or a fault, by its code.

use crate::words::{Language, Value, say};

/// What to say when something was refused: the sentence of the code, or one
/// that names the code.
#[must_use]
pub fn sentence(language: Language, code: &str) -> String {
    let key = format!("app-refused-{}", code.replace('_', "-"));
    let said = say(language, &key, &[]);
    if said != key {
        return said;
    }
    say(language, "app-refused-otherwise", &[("code", Value::Text(code))])
}

/// What to say when something failed that nobody can do anything about.
#[must_use]
pub fn fault(language: Language) -> String {
    say(language, "app-fault", &[])
}
