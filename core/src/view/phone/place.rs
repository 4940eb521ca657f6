//! Where work is done: the choices of a phone that knows no contract.

use super::entry::kind;
use super::{Choice, Showing};
use crate::place::Land;
use crate::work::Kind;

/// The sixteen Länder, by their German names: they stand so on every paper.
#[must_use]
pub fn lands() -> Vec<Choice> {
    let mut lands: Vec<Choice> = Land::ALL
        .into_iter()
        .map(|land| Choice { code: land.letters().to_owned(), label: land.name().to_owned() })
        .collect();
    lands.sort_by(|one, other| one.label.cmp(&other.label));
    lands
}

/// What a part of a shift can be that is written down afterwards.
#[must_use]
pub fn kinds(showing: &Showing) -> Vec<Choice> {
    [
        Kind::UnpaidBreak,
        Kind::Standby,
        Kind::CallOut,
        Kind::PaidBreak,
        Kind::Travel,
        Kind::Meeting,
        Kind::Training,
        Kind::OnCall,
    ]
    .into_iter()
    .map(|what| Choice { code: what.word().to_owned(), label: kind(showing, what) })
    .collect()
}
