//! `assistenzzeit purge`: ends the retention of what the rules say is over.

use super::World;
use super::office::{self, Data, Done, Ending};
use crate::journal;
use crate::retention::{self, RULES};
use chrono::{Datelike, TimeZone};
use chrono_tz::Europe::Berlin;
use clap::Args;
use std::process::ExitCode;

/// Inhalte löschen, deren Aufbewahrungsfrist vorbei ist; ohne --yes nur zeigen
/// (delete contents whose retention is over; without --yes only show).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Wirklich löschen (really delete)
    #[arg(long)]
    yes: bool,
    /// Die Regeln zeigen (show the rules)
    #[arg(long)]
    rules: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments, world: &World) -> ExitCode {
    office::end(purge(arguments, world))
}

fn purge(arguments: Arguments, world: &World) -> Done {
    if arguments.rules {
        for rule in RULES {
            let doubt = if rule.verified { "" } else { "  (ungeprüft, unverified)" };
            let (name, word, years) = (rule.name, rule.kind.word(), rule.years);
            office::say(format_args!(
                "{name:<14} {word:<10} {years:>2} Jahre (years)  {}{doubt}",
                rule.source
            ))?;
        }
        return Ok(());
    }
    let folder = office::existing(&arguments.data)?;
    let now = Berlin
        .timestamp_millis_opt(world.now_ms())
        .single()
        .ok_or_else(|| Ending::refused("Die Uhr geht falsch.", "The clock is wrong."))?;
    let (year, yes) = (now.year(), arguments.yes);
    let due = office::once(folder, world, move |turn| {
        let team = journal::only_team(turn.ledger)?;
        let due = retention::due(turn, team, year)?;
        if yes {
            for one in &due {
                retention::purge(turn, team, one)?;
            }
        }
        Ok(due)
    })?;
    for one in &due {
        office::say(format_args!("{:<14} {}  {}", one.rule, one.document, one.batches.len()))?;
    }
    let bodies: usize = due.iter().map(|one| one.batches.len()).sum();
    office::say(if yes {
        format!("Gelöscht (deleted): {bodies}")
    } else {
        format!(
            "Würde löschen, nichts geändert (would delete, nothing changed): {bodies}. Löschen mit (delete with): --yes"
        )
    })
}
