//! What goes to the payroll office adds up to what is approved.

use super::world::World;
use assistenz_core::app::approval::lines_of;
use assistenz_core::document::DocumentId;
use assistenz_core::log::{Hash, RecordContent};
use assistenz_core::money::Cents;
use assistenz_core::record::statement::Statement;
use assistenz_core::time::Month;
use std::collections::{BTreeMap, BTreeSet};

impl World {
    /// Hands over what is approved of a month, and corrections of months before.
    pub(crate) fn hand_over(&mut self, month: Month) {
        let handover = self.look(|acting| acting.handover(month));
        if handover.statements.is_empty() {
            return;
        }
        self.tell(|| format!("hands {month} over: {} lines", handover.lines.len()));
        for line in &handover.lines {
            *self.handed.entry(line.person.clone()).or_default() += line.columns.paid;
        }
        let files = [Hash([7; 32])].map(|hash| ("lohn.txt".to_owned(), hash)).to_vec();
        let statements =
            handover.statements.iter().map(|(person, hash)| (*person, Hash(hash.0))).collect();
        let record = RecordContent::Export { month, program: "lodas".into(), files, statements };
        self.team.office_record(record, self.now_ms);
        let again = self.look(|acting| {
            let exports = acting.exports(None)?;
            let last = exports.iter().max_by_key(|export| export.at).expect("just now");
            acting.handover_again(last)
        });
        if again.lines != handover.lines {
            self.wrong.push(format!("what went out of {month} comes out otherwise again"));
        }
    }
}

/// Handed over month by month, each person has got what the statements in
/// force say, and nothing is left to hand over.
pub(crate) fn every_cent_is_handed_over_once(world: &mut World) {
    let mut months: BTreeSet<Month> = BTreeSet::new();
    for person in world.people.clone() {
        months.extend(world.months(person));
    }
    for month in &months {
        world.hand_over(*month);
    }
    let mut due: BTreeMap<String, Cents> = BTreeMap::new();
    for person in world.people.clone() {
        for month in &months {
            let lines = world.look(|acting| {
                let standing = acting.standing_of(person, *month)?;
                let review = acting.document(DocumentId::review(person, *month))?;
                let statements = standing
                    .approvals
                    .iter()
                    .filter_map(|(_, approval)| Statement::of_approval(&review, approval).ok());
                Ok(statements.flat_map(|statement| lines_of(&statement)).collect::<Vec<_>>())
            });
            for line in lines {
                *due.entry(line.person.clone()).or_default() += line.columns.paid;
            }
            let rest = world.look(|acting| acting.handover(*month));
            if !rest.lines.is_empty() {
                world.wrong.push(format!("{month} is never handed over altogether"));
            }
        }
    }
    let paid = |all: &BTreeMap<String, Cents>| {
        all.iter()
            .filter(|(_, cents)| **cents != Cents::ZERO)
            .map(|(who, cents)| (who.clone(), *cents))
            .collect::<Vec<_>>()
    };
    if paid(&due) != paid(&world.handed) {
        world.wrong.push(format!("approved {due:?}, handed over {:?}", world.handed));
    }
}
