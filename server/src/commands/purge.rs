//! `assistenzzeit purge`: ends the retention of what the rules say is over.

use super::World;
use super::office::{self, Data, Done, Ending};
use crate::journal;
use crate::retention::{self, RULES};
use assistenz_core::document::Period;
use assistenz_core::store::Store;
use chrono::{Datelike, TimeZone};
use chrono_tz::Europe::Berlin;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Inhalte löschen, deren Aufbewahrungsfrist vorbei ist; ohne --yes nur zeigen
/// (delete contents whose retention is over; without --yes only show).
#[derive(Debug, Args)]
pub struct Arguments {
    /// Ordner mit allen Daten des Büros (folder with all data of the office)
    #[arg(long, value_name = "DIR", required_unless_present = "rules", env = "ASSISTENZZEIT_DATA")]
    data: Option<PathBuf>,
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
    let Some(data) = arguments.data else { return Ok(()) };
    let folder = office::existing(&Data { data })?;
    let ledger = folder.ledger();
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
    if due.is_empty() {
        return office::say(
            "Keine Aufbewahrungsfrist ist vorbei: nichts zu löschen (nothing to delete).",
        );
    }
    for one in &due {
        let document = one.document;
        let about = document.subject().map_or_else(|| "–".to_owned(), |person| person.to_string());
        office::say(format_args!(
            "{:<14} {:<10} {:<8} {about}  {} Inhalte (contents)",
            one.rule,
            document.kind().word(),
            of_period(document.period()),
            one.batches.len()
        ))?;
    }
    let bodies: usize = due.iter().map(|one| one.batches.len()).sum();
    if !yes {
        return office::say(format_args!(
            "Das wären {bodies} Inhalte. Noch ist nichts gelöscht; löschen mit: --yes\n\
             These would be {bodies} contents. Nothing was deleted yet; delete with: --yes"
        ));
    }
    // What a running office still reads it lets go of later, by itself.
    let gone = Store::open_existing(&ledger).and_then(|store| store.settle());
    let gone =
        gone.map_err(|error| Ending::fault("Der Ordner kann nicht benutzt werden.", &error))?;
    office::say(format_args!(
        "Gelöscht: {bodies} Inhalte. Kopfdaten, Unterschriften und der Grund bleiben; Telefone löschen beim nächsten Abgleich.\n\
         Deleted: {bodies} contents. Headers, signatures and the reason stay; phones follow at their next sync.\n\
         Ältere Sicherungen enthalten die Inhalte noch (older backups still hold the contents)."
    ))?;
    if !gone {
        office::say(
            "Das Büro liest gerade: der freie Platz wird bei seinem nächsten Schreiben überschrieben\n\
             (the office is reading: the freed space is overwritten when it writes next).",
        )?;
    }
    Ok(())
}

/// `2023-11`, `2023`.
fn of_period(period: Period) -> String {
    match period {
        Period::Always => "–".to_owned(),
        Period::Year(year) => year.to_string(),
        Period::Month(month) => month.to_string(),
    }
}
