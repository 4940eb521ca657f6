//! An office put back from a backup, announced or silently, and real phones
//! that bring over real HTTP what it no longer has.

mod at_work;

use assistenz_core::document::EntryId;
use assistenz_core::ledger::{Engine as _, LedgerError, Position};
use assistenz_core::log::evidence::{Note, Report, verify};
use assistenz_core::record::month_state::MonthState;
use assistenz_core::store::Store;
use assistenz_core::time::Month;
use assistenz_handset::{Reached, Summary};
use assistenz_server::folder::Folder;
use assistenz_server::ports::World;
use assistenz_server::{backup, evidence, journal};
use at_work::TestClock;
use at_work::loopback::{
    At, HOUR, at_rest, beside, contract, copied, courier, employer, founded, get, loopback, paired,
    post, shift, unlocked,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const DAY: i64 = 24 * HOUR;

fn november() -> Month {
    "2026-11".parse().expect("a month")
}

/// An office, two assistants' phones, and what was kept of the office early on.
struct Life {
    place: tempfile::TempDir,
    world: World,
    clock: Arc<TestClock>,
    port: u16,
    ada: String,
    ben: String,
    /// The newest checkpoint that anybody saw before the accident.
    checkpoint: String,
}

impl Life {
    fn at(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Ada works a day. Then the office is kept, as `kept` (a backup) and as
    /// `snapshot` (a bare copy of the folder). Afterwards Ada works on, her
    /// first month is approved, the employer proposes a correction, Ben is let
    /// in, works and gets a contract.
    fn lived(seed: u64) -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let (world, clock) = at_work::world(seed);
        let at = |name: &str| place.path().join(name);
        founded(&at("office"), &world);
        let token = employer(&at("office"), &world);
        let (theirs, time, root) = (world.clone(), Arc::clone(&clock), at("ada"));
        let key = token.clone();
        let (ada, port) = beside(&at("office"), loopback(0), &world, move |at: At| {
            let courier = courier(&at.address);
            let ada = paired(&root, &courier, &key, &theirs).person.to_string();
            post(&courier, &key, &format!("v1/people/{ada}/contracts"), &contract(100));
            let mut phone = unlocked(&root, &theirs);
            phone.sync(&courier).expect("synced");
            shift(&mut phone, &time, 6);
            phone.sync(&courier).expect("synced");
            (ada, at.listens.port())
        });
        let from = Folder::open(&at("office")).expect("a folder");
        backup::make(&from, &at("kept"), &world).expect("backed up");
        copied(&at("office"), &at("snapshot"));

        clock.wait(DAY);
        let (theirs, time, hers, his) = (world.clone(), Arc::clone(&clock), at("ada"), at("ben"));
        let (person, key) = (ada.clone(), employer(&at("office"), &world));
        let ben = beside(&at("office"), loopback(port), &world, move |at: At| {
            let courier = courier(&at.address);
            let mut phone = unlocked(&hers, &theirs);
            let second = shift(&mut phone, &time, 8);
            phone.sync(&courier).expect("synced");
            let month = format!("v1/people/{person}/months/2026-11");
            let proposal = post(
                &courier,
                &key,
                &format!("{month}/corrections"),
                &json!({
                    "shift": second.to_string(),
                    "end_ms": at_work::START + DAY + 13 * HOUR,
                    "reason": "Nach der Übergabe gegangen",
                }),
            );
            phone.sync(&courier).expect("synced");
            let id = proposal["id"].as_str().expect("an id").parse().expect("an id");
            phone.act(|acting| acting.answer(id, november(), true, None)).expect("agreed");
            phone.act(|acting| acting.complete_month(november())).expect("complete");
            phone.sync(&courier).expect("synced");
            let shown = get(&courier, &key, &format!("{month}/approval-preview"));
            let exactly = json!({ "statement_sha256": shown["statement_sha256"] });
            post(&courier, &key, &format!("{month}/approvals"), &exactly);
            phone.sync(&courier).expect("synced");

            let ben = paired(&his, &courier, &key, &theirs).person.to_string();
            post(&courier, &key, &format!("v1/people/{ben}/contracts"), &contract(101));
            let mut phone = unlocked(&his, &theirs);
            phone.sync(&courier).expect("synced");
            shift(&mut phone, &time, 4);
            phone.sync(&courier).expect("synced");
            // Ada hears of the colleague: his entry stands in the policy.
            unlocked(&hers, &theirs).sync(&courier).expect("synced");
            ben
        });
        let checkpoint = at_rest(&at("office"), &world, |turn| {
            let team = journal::only_team(turn.ledger)?;
            Ok(turn.ledger.last_checkpoint(team)?.expect("there is one").2)
        });
        Self { place, world, clock, port, ada, ben, checkpoint }
    }

    /// One sitting of a phone with the office in this folder.
    fn synced(&self, office: &Path, phone: &str) -> Summary {
        let (world, root) = (self.world.clone(), self.at(phone));
        beside(office, loopback(self.port), &self.world, move |at| {
            unlocked(&root, &world).sync(&courier(&at.address)).expect("synced")
        })
    }

    /// What the employer sees of a person's November.
    fn seen(&self, office: &Path, person: &str) -> Value {
        let token = employer(office, &self.world);
        let path = format!("v1/people/{person}/months/2026-11");
        beside(office, loopback(self.port), &self.world, move |at| {
            get(&courier(&at.address), &token, &path)
        })
    }

    /// Everything both phones hold is at the office, with its content.
    fn everything_is_back(&self, office: &Path) {
        let there = held_by(&office.join("ledger.sqlite"));
        for phone in ["ada", "ben"] {
            let here = held_by(&self.at(phone).join("store.sqlite"));
            assert!(here.len() > 8, "{phone} holds {}", here.len());
            let lost: Vec<_> = here.difference(&there).collect();
            assert!(lost.is_empty(), "{phone} holds what the office has not: {lost:?}");
        }
    }

    fn proven(&self, office: &Path) -> Report {
        let file = at_rest(office, &self.world, |turn| {
            let team = journal::only_team(turn.ledger)?;
            evidence::file(turn, team)
        });
        let report = verify(&file).expect("readable");
        assert!(report.is_proven(), "{:?}", report.findings);
        report
    }
}

/// Every entry in a store, with whether its body is here.
fn held_by(path: &Path) -> BTreeSet<(EntryId, bool)> {
    let mut store = Store::open_existing(path).expect("a store");
    store
        .read(|ledger| {
            let team = ledger.teams()?[0];
            let mut held = BTreeSet::new();
            for (stream, _) in
                ledger.streams_since(team, Position { epoch: 0, seq: 0 }, usize::MAX)?
            {
                for member in ledger.members(team, &stream, 0, usize::MAX)? {
                    let kept = ledger.entry(team, member.id)?;
                    held.insert((member.id, kept.is_some_and(|kept| kept.body.is_some())));
                }
            }
            Ok::<_, LedgerError>(held)
        })
        .expect("read")
}

/// As it was before the accident: two shifts of Ada's, approved; one of Ben's.
fn as_it_was(life: &Life, office: &Path) {
    let ada = life.seen(office, &life.ada);
    assert_eq!(ada["entries"].as_array().map(Vec::len), Some(2), "{ada}");
    assert_eq!(ada["standing"]["state"], "approved");
    assert_eq!(ada["standing"]["changes"], json!([]));
    let ben = life.seen(office, &life.ben);
    assert_eq!(ben["entries"].as_array().map(Vec::len), Some(1), "{ben}");
    assert!(ben["pay"].is_object(), "his contract is back");
}

#[test]
fn after_an_announced_restore_the_phones_bring_back_what_the_backup_does_not_hold() {
    let life = Life::lived(41);
    let office = life.at("restored");
    let (_, epoch) = backup::restore(&life.at("kept"), &office, &life.world).expect("restored");
    assert_eq!(epoch, 2);
    let before = life.seen(&office, &life.ada);
    assert_eq!(before["entries"].as_array().map(Vec::len), Some(1), "the backup is old");

    // Ben's phone is of a device the restored office has never heard of.
    let (world, root) = (life.world.clone(), life.at("ben"));
    beside(&office, loopback(life.port), &life.world, move |at| {
        let refused = unlocked(&root, &world).sync(&courier(&at.address));
        assert!(format!("{refused:?}").contains("unknown_device"), "{refused:?}");
    });
    let hers = life.synced(&office, "ada");
    assert!(hers.new_epoch && hers.waiting == 0 && !hers.more, "{hers:?}");
    let his = life.synced(&office, "ben");
    assert!(his.new_epoch && his.waiting == 0 && !his.more, "{his:?}");
    life.everything_is_back(&office);
    as_it_was(&life, &office);

    // A second sitting has nothing left to say, and life goes on.
    let again = life.synced(&office, "ada");
    assert!((again.rounds, again.waited, again.new_epoch) == (1, 0, false), "{again:?}");
    let (world, clock, root) = (life.world.clone(), Arc::clone(&life.clock), life.at("ada"));
    beside(&office, loopback(life.port), &life.world, move |at| {
        let mut phone = unlocked(&root, &world);
        shift(&mut phone, &clock, 3);
        phone.sync(&courier(&at.address)).expect("synced");
        let seen = phone.overview(november()).expect("read");
        assert_eq!((seen.state, seen.work.entries.len()), (MonthState::Changed, 3));
        assert!(seen.unsent.is_empty() && !seen.reached.contains(&Reached::Saved));
    });
    life.proven(&office);
}

#[test]
fn an_office_put_back_silently_notices_by_the_first_phone_and_begins_a_new_epoch() {
    let life = Life::lived(42);
    let office = life.at("snapshot");
    let hers = life.synced(&office, "ada");
    assert!(hers.new_epoch && hers.waiting == 0, "{hers:?}");
    life.synced(&office, "ben");
    life.everything_is_back(&office);
    as_it_was(&life, &office);
    let epochs = at_rest(&office, &life.world, |turn| {
        let team = journal::only_team(turn.ledger)?;
        Ok(turn.ledger.head(team)?.expect("a head").epoch)
    });
    assert_eq!(epochs, 2, "{}", life.checkpoint);
    let report = life.proven(&office);
    assert!(
        report.notes.iter().any(|note| matches!(note, Note::LostInRestore { epoch: 1, .. })),
        "the file says that the office had known more: {:?}",
        report.notes
    );
}

#[test]
fn what_a_silently_restored_office_wrote_before_it_noticed_and_what_was_lost_are_both_kept() {
    let life = Life::lived(43);
    let office = life.at("snapshot");
    // The employer works on without knowing: their desk goes on where the copy stood.
    let token = employer(&office, &life.world);
    let person = life.ada.clone();
    beside(&office, loopback(life.port), &life.world, move |at| {
        let courier = courier(&at.address);
        let month = format!("v1/people/{person}/months/2026-11");
        let seen = get(&courier, &token, &month);
        let shift = seen["entries"][0]["shift"].as_str().expect("a shift").to_owned();
        let change = json!({
            "shift": shift, "end_ms": at_work::START + 5 * HOUR, "reason": "Früher gegangen",
        });
        post(&courier, &token, &format!("{month}/corrections"), &change);
    });
    life.synced(&office, "ada");
    life.synced(&office, "ben");
    life.synced(&office, "ada");
    // In force or held for the employer to decide, with its content: nothing is lost.
    let held: BTreeSet<String> = {
        let token = employer(&office, &life.world);
        beside(&office, loopback(life.port), &life.world, move |at| {
            let held = get(&courier(&at.address), &token, "v1/held");
            let all = held.as_array().expect("a list");
            all.iter().map(|one| one["batch"].as_str().expect("an id").to_owned()).collect()
        })
    };
    let there = held_by(&office.join("ledger.sqlite"));
    for phone in ["ada", "ben"] {
        for (id, body) in held_by(&life.at(phone).join("store.sqlite")) {
            assert!(
                there.contains(&(id, body)) || held.contains(&id.to_string()),
                "{phone} holds {id}, the office neither has it in force nor holds it"
            );
        }
    }
    let seen = life.seen(&office, &life.ada);
    assert!(
        seen["proposals"].as_array().is_some_and(|all| !all.is_empty()),
        "what was proposed meanwhile stands: {seen}"
    );
    life.proven(&office);
}
