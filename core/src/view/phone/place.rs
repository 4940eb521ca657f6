//! Where work is done: the choices of a phone that knows no contract.

use super::{Choice, Showing};
use crate::place::Land;

/// The sixteen Länder, by name.
#[must_use]
pub fn lands(showing: &Showing) -> Vec<Choice> {
    let mut lands: Vec<Choice> = Land::ALL
        .into_iter()
        .map(|land| {
            let code = land.letters().to_owned();
            let label = showing.say(&format!("land-{}", code.to_lowercase()), &[]);
            Choice { code, label }
        })
        .collect();
    lands.sort_by(|one, other| one.label.cmp(&other.label));
    lands
}
