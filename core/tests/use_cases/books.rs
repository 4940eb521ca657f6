//! What was approved and exported is found by rows of a view, and by the
//! documents themselves where the rows are missing or behind: always the same.

use crate::team::{Team, at};
use crate::{START, contract, in_at, lodas, october, out_at};
use assistenz_core::app::approval::ApprovalTerms;
use assistenz_core::app::{Device, Export, Handover};
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::ledger::ViewRow;
use assistenz_core::log::{RecordContent, Stream, codec};
use assistenz_core::payroll::{Purpose, export};
use assistenz_core::store::Store;

/// Ada's October is approved and handed over.
fn handed_over() -> (Team, Device<Store>, i64) {
    let mut team = Team::found(at(START));
    let mut phone = team.assistant(at(START));
    let ada = phone.me().person;
    team.desk(at(START), |acting| acting.put_contract(ada, &contract())).expect("a contract");
    in_at(&mut phone, "2026-10-05T08:00+02:00");
    out_at(&mut phone, "2026-10-05T16:00+02:00");
    let now = at("2026-11-02T10:00+01:00");
    team.sync(&mut phone, now);
    approve(&mut team, ada, now);
    let settings = lodas();
    let handover = team.desk(now, |acting| acting.handover(october())).expect("a hand-over");
    let set = export(&handover.input(&settings, Purpose::Final)).expect("exported");
    team.office_record(handover.record("lodas", &set), now);
    team.catch_up();
    (team, phone, now)
}

fn approve(team: &mut Team, ada: PersonId, now: i64) {
    let terms = ApprovalTerms::default();
    team.desk(now, |acting| acting.approve(ada, october(), &terms)).expect("approved");
}

fn rows(team: &mut Team) -> Vec<ViewRow> {
    team.ledger(|ledger, team| {
        let mut all = Vec::new();
        for view in ["filed", "month_reads", "running"] {
            all.extend(ledger.view(team, view, "")?);
        }
        Ok(all)
    })
}

fn filed(team: &mut Team) -> usize {
    team.ledger(|ledger, team| ledger.view(team, "filed", "")).len()
}

/// What a hand-over page shows: exports, what would go out, and the same again.
fn shown(team: &mut Team, now: i64) -> (Vec<Export>, Handover, Vec<Handover>) {
    team.desk(now, |acting| {
        let exports = acting.exports(None)?;
        let mut again = Vec::new();
        for export in &exports {
            again.push(acting.handover_again(export)?);
        }
        Ok((exports, acting.handover(october().next())?, again))
    })
    .expect("read")
}

#[test]
fn rows_of_approvals_and_exports_come_out_identical_when_they_are_built_again() {
    let (mut team, mut phone, now) = handed_over();
    in_at(&mut phone, "2026-10-07T08:00+02:00");
    out_at(&mut phone, "2026-10-07T10:00+02:00");
    team.sync(&mut phone, now);
    approve(&mut team, phone.me().person, now);
    team.catch_up();
    let (before, told) = (rows(&mut team), shown(&mut team, now));
    assert_eq!(filed(&mut team), 1);
    assert!(!told.1.lines.is_empty(), "the difference is still to go out");
    team.ledger(|ledger, team| {
        ledger.clear_views(team)?;
        ledger.delete_note(team, "views_until")
    });
    assert_eq!(filed(&mut team), 0);
    assert_eq!(shown(&mut team, now), told, "without any row");
    team.catch_up();
    assert_eq!(rows(&mut team), before);
    assert_eq!(shown(&mut team, now), told);
}

#[test]
fn a_folder_of_an_older_program_gets_its_rows_when_the_office_starts() {
    let (mut team, _, now) = handed_over();
    let (all, told) = (rows(&mut team), shown(&mut team, now));
    // As a program left it that had no such rows: its note is shorter.
    team.ledger(|ledger, team| {
        ledger.clear_views(team)?;
        let note = ledger.note(team, "views_until")?.expect("it is written");
        ledger.put_note(team, "views_until", &note[..12])
    });
    assert_eq!(shown(&mut team, now), told);
    team.catch_up();
    assert_eq!(rows(&mut team), all);
    assert_eq!(shown(&mut team, now), told);
}

#[test]
fn a_row_that_is_behind_its_stream_is_not_believed() {
    let (mut team, phone, now) = handed_over();
    let told = shown(&mut team, now);
    let once_more = RecordContent::Export {
        month: october(),
        program: told.0[0].program.clone(),
        files: told.0[0].files.clone(),
        statements: told.0[0].statements.clone(),
    };
    team.office_record(once_more, now);
    let exports = team.desk(now, |acting| acting.exports(Some(october()))).expect("read");
    assert_eq!(exports.len(), 2, "the one that the row does not name yet as well");

    let review = DocumentId::review(phone.me().person, october());
    let batches = team.ledger(|ledger, team| {
        let members = ledger.members(team, &codec::encode(&Stream::from(review)), 0, usize::MAX)?;
        let mut batches = Vec::new();
        for member in members {
            if ledger.entry(team, member.id)?.is_some_and(|kept| kept.body.is_some()) {
                batches.push(member.id);
            }
        }
        Ok(batches)
    });
    let rule = "review-6y".to_owned();
    team.office_record(RecordContent::Purge { about: review.into(), rule, batches }, now);
    assert_eq!(filed(&mut team), 1, "the row of before is still there");
    let behind = shown(&mut team, now);
    assert_eq!(behind.0, exports, "what went out stays in the log");
    assert!(!told.2[0].lines.is_empty() && behind.2[0].lines.is_empty(), "its statement has left");
    team.catch_up();
    assert_eq!(shown(&mut team, now), behind, "and the row says the same as the log");
}
