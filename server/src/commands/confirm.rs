//! `assistenzzeit confirm`: lets a waiting device in, by the six digits it shows.

use super::World;
use super::office::{self, Data, Done};
use crate::invite;
use crate::journal;
use clap::Args;
use std::process::ExitCode;

/// Ein wartendes Gerät einlassen, wenn beide Seiten dieselben sechs Ziffern zeigen
/// (let a waiting device in, if both sides show the same six digits).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Die sechs Ziffern auf dem Gerät; ohne Angabe werden wartende Geräte gezeigt
    /// (the six digits on the device; without them, waiting devices are listed)
    digits: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments, world: &World) -> ExitCode {
    office::end(confirm(arguments, world))
}

fn confirm(arguments: Arguments, world: &World) -> Done {
    let folder = office::existing(&arguments.data)?;
    // In one piece or in two, as they are read aloud.
    let typed = (!arguments.digits.is_empty()).then(|| arguments.digits.concat());
    let digits = typed.map(|typed| typed.chars().filter(char::is_ascii_digit).collect::<String>());
    let lines = office::once(folder, world, move |turn| {
        let operator = journal::operator(turn)?;
        let Some(digits) = digits else {
            let waiting = invite::waiting(turn, operator.team)?;
            let line = |p: &crate::door::Pairing| format!("{}  {}", p.digits, p.person);
            return Ok(waiting.iter().map(line).collect::<Vec<_>>());
        };
        let device = invite::let_in(turn, &operator, &digits)?;
        Ok(vec![format!("Eingelassen (let in): {device}")])
    })?;
    if lines.is_empty() {
        return office::say("Kein Gerät wartet (no device is waiting).");
    }
    office::say(lines.join("\n"))
}
