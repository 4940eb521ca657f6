//! Retention ends with real bodies: over the real server, by the real command,
//! with real phones, old backups and an evidence file that says so.

mod at_work;

use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::ledger::{Engine as _, HeldStatus};
use assistenz_core::log::{Content, Operation, Stream, codec};
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::payroll::settings::OfficeSettings;
use assistenz_core::record::month_state::MonthState;
use assistenz_core::store::Store;
use assistenz_core::sync::{content_of, in_force};
use assistenz_core::time::Month;
use assistenz_handset::{Overview, Phone, PhoneError, PhoneFolder};
use assistenz_server::office::Turn;
use assistenz_server::ports::World;
use assistenz_server::{backup, evidence, handover, journal, retention, sign_in, team_settings};
use at_work::TestClock;
use at_work::loopback::{
    HOUR, at_rest, beside, contract, copied, courier, employer, founded, get, loopback, nw, paired,
    post, shift, unlocked,
};
use at_work::program::run;
use chrono::{TimeZone as _, Utc};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an assistant typed once, and what is to be nowhere any more later.
const SECRET: &str = "Der Dackel hat die Stechuhr gefressen";

fn ms(year: i32, month: u32, day: u32) -> i64 {
    Utc.with_ymd_and_hms(year, month, day, 8, 0, 0).single().expect("a time").timestamp_millis()
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// A life of November 2023, as it lies in folders.
struct Life {
    place: tempfile::TempDir,
    world: World,
    clock: Arc<TestClock>,
    person: PersonId,
    /// The office's port, which phones remember.
    port: u16,
    statement: String,
}

impl Life {
    fn at(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn times(&self) -> DocumentId {
        DocumentId::time(self.person, month("2023-11"))
    }

    /// An assistant works, corrects with a reason, declares the month complete;
    /// the employer approves. Office and phone are kept as they were then:
    /// `kept` is a backup, `old-phone` a copy of the phone.
    fn lived(seed: u64) -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let (world, clock) = at_work::world(seed);
        clock.set(ms(2023, 11, 6));
        let (office, phone) = (place.path().join("office"), place.path().join("phone"));
        founded(&office, &world);
        let token = employer(&office, &world);
        let (theirs, time, root) = (world.clone(), Arc::clone(&clock), phone.clone());
        let (person, port, statement) = beside(&office, loopback(0), &world, move |at| {
            let courier = courier(&at.address);
            let paired = paired(&root, &courier, &token, &theirs);
            let mut phone = unlocked(&root, &theirs);
            let way = paired.courier(Default::default()).expect("an address");
            let person = format!("v1/people/{}", paired.person);
            post(&courier, &token, &format!("{person}/contracts"), &contract(100));
            phone.sync(&way).expect("synced");
            let worked = shift(&mut phone, &time, 8);
            let end = Some(ms(2023, 11, 6) + 7 * HOUR);
            phone.act(|acting| acting.correct(worked, None, end, SECRET)).expect("corrected");
            phone.act(|acting| acting.complete_month(month("2023-11"))).expect("complete");
            phone.sync(&way).expect("synced");
            let of_month = format!("{person}/months/2023-11");
            let shown = get(&courier, &token, &format!("{of_month}/approval-preview"));
            let exactly = json!({ "statement_sha256": shown["statement_sha256"] });
            post(&courier, &token, &format!("{of_month}/approvals"), &exactly);
            // Another month, so that something stays.
            time.set(ms(2026, 10, 5));
            shift(&mut phone, &time, 6);
            phone.sync(&way).expect("synced");
            let statement = shown["statement_sha256"].as_str().expect("a hash").to_owned();
            (paired.person, at.listens.port(), statement)
        });
        copied(&phone, &place.path().join("old-phone"));
        let from = assistenz_server::folder::Folder::open(&office).expect("a folder");
        backup::make(&from, &place.path().join("kept"), &world).expect("backed up");
        clock.set(ms(2026, 11, 6));
        Self { place, world, clock, person, port, statement }
    }

    /// Ends the retention of what is over in 2026, as the command does.
    fn purged(&self, office: &Path) -> Vec<retention::Due> {
        at_rest(office, &self.world, |turn| {
            let team = journal::only_team(turn.ledger)?;
            let due = retention::due(turn, team, 2026)?;
            for one in &due {
                retention::purge(turn, team, one)?;
            }
            Ok(due)
        })
    }

    /// The phone in this folder syncs with the office in that one.
    fn synced(&self, office: &str, phone: &str) {
        let (world, root) = (self.world.clone(), self.at(phone));
        beside(&self.at(office), loopback(self.port), &self.world, move |at| {
            let mut phone = unlocked(&root, &world);
            let summary = phone.sync(&courier(&at.address)).expect("synced");
            assert!(!summary.more, "{summary:?}");
        });
    }

    /// Headers and bodies of the purged month in an office or on a phone.
    fn left(&self, folder: &str) -> (usize, usize) {
        let name = if folder.contains("phone") { "store.sqlite" } else { "ledger.sqlite" };
        let mut store = Store::open_existing(&self.at(folder).join(name)).expect("a store");
        let stream = codec::encode(&Stream::from(self.times()));
        store
            .read(|ledger| {
                let team = ledger.teams()?[0];
                let (mut headers, mut bodies) = (0, 0);
                for member in ledger.members(team, &stream, 0, usize::MAX)? {
                    let kept = ledger.entry(team, member.id)?.expect("a member is kept");
                    if let Content::Batch(batch) = content_of(&kept).expect("readable") {
                        headers += 1;
                        bodies += usize::from(batch.body().is_some());
                    }
                }
                Ok::<_, assistenz_core::ledger::LedgerError>((headers, bodies))
            })
            .expect("read")
    }

    /// What `assistenzzeit verify` says of the office's evidence.
    fn verified(&self, office: &str) -> String {
        let file = at_rest(&self.at(office), &self.world, |turn| {
            let team = journal::only_team(turn.ledger)?;
            evidence::file(turn, team)
        });
        let path = self.at("evidence.cbor");
        fs::write(&path, file).expect("written");
        let (code, said, told) = run(&["verify", "--language", "en"], "--", &path);
        assert_eq!(code, Some(0), "{said}{told}");
        said
    }
}

/// Whether any file of a folder holds these words.
fn holds(folder: &Path, words: &str) -> bool {
    fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            return holds(&path, words);
        }
        let bytes = fs::read(&path).expect("readable");
        bytes.windows(words.len()).any(|piece| piece == words.as_bytes())
    })
}

/// A phone's November 2023.
fn november(phone: &mut Phone) -> Result<Overview, PhoneError> {
    phone.overview(month("2023-11"))
}

#[test]
fn the_command_shows_first_then_deletes_beside_a_running_office_and_phones_follow() {
    let life = Life::lived(31);
    let (office, phone) = (life.at("office"), life.at("phone"));
    let (headers, bodies) = life.left("office");
    assert!(headers >= 4 && headers == bodies, "in, out, correction, complete: {headers} {bodies}");
    assert_eq!(life.left("phone"), (headers, headers));
    assert!(holds(&office, SECRET) && holds(&phone, SECRET), "the words are there to be found");
    let token = employer(&office, &life.world);
    let (world, data, root) = (life.world.clone(), office.clone(), phone.clone());
    let (person, statement) = (life.person, life.statement.clone());
    beside(&office, loopback(life.port), &life.world, move |at| {
        let courier = courier(&at.address);
        let of_month = format!("v1/people/{person}/months/2023-11");
        // The office has the month in memory when it leaves the disk.
        assert_eq!(get(&courier, &token, &of_month)["entries"].as_array().map(Vec::len), Some(1));

        let (code, said, told) = run(&["purge"], "--data", &data);
        assert_eq!(code, Some(0), "{told}");
        assert!(said.contains(&format!("time-2y        time       2023-11  {person}")), "{said}");
        assert!(said.contains("Noch ist nichts gelöscht"), "{said}");
        assert!(!said.contains("2026-10"), "{said}");
        let (_, again, _) = run(&["purge"], "--data", &data);
        assert_eq!(again, said, "showing changes nothing");
        let (code, said, told) = run(&["purge", "--yes"], "--data", &data);
        assert_eq!(code, Some(0), "{told}");
        assert!(said.contains("Gelöscht"), "{said}");
        let (code, said, _) = run(&["purge", "--yes"], "--data", &data);
        assert_eq!(code, Some(0));
        assert!(said.contains("nichts zu löschen"), "{said}");

        // What was approved stays payable and readable; nothing can be approved anew.
        let told = get(&courier, &token, &of_month);
        assert_eq!(told["entries"], json!([]));
        assert_eq!(told["standing"]["purged"], json!(true));
        assert_eq!(told["standing"]["state"], "approved");
        assert_eq!(told["standing"]["changes"], json!([]), "a purge is no change to pay");
        let kept = get(&courier, &token, &format!("{of_month}/statements"));
        assert_eq!(kept[0]["statement_sha256"], statement.as_str());
        let refused = courier.get(&format!("{of_month}/approval-preview"), Some(&token));
        assert!(format!("{refused:?}").contains("purged"), "{refused:?}");
        let stays = get(&courier, &token, &format!("v1/people/{person}/months/2026-10"));
        assert_eq!(stays["entries"].as_array().map(Vec::len), Some(1));
        assert_eq!(stays["standing"]["purged"], json!(false));

        let mut phone = unlocked(&root, &world);
        assert_eq!(november(&mut phone).expect("read").work.entries.len(), 1, "not yet told");
        let summary = phone.sync(&courier).expect("synced");
        assert_eq!((summary.waiting, summary.more), (0, false));
        let seen = november(&mut phone).expect("read");
        assert_eq!((seen.work.entries.len(), seen.state), (0, MonthState::Approved));
        let refused = phone.act(|acting| acting.complete_month(month("2023-11")));
        assert!(matches!(&refused, Err(error) if error.code() == "purged"), "{refused:?}");
        let october = phone.overview(month("2026-10")).expect("read");
        assert_eq!(october.work.entries.len(), 1);
    });
    assert_eq!(life.left("office"), (headers, 0), "headers stay, bodies leave");
    assert_eq!(life.left("phone"), (headers, 0), "phones follow");
    assert!(!holds(&office, SECRET), "no free page of the office holds it");
    assert!(!holds(&phone, SECRET), "nor one of the phone");
    let said = life.verified("office");
    assert!(said.contains("purged under rule “time-2y”"), "{said}");
}

#[test]
fn a_phone_with_the_old_bodies_does_not_bring_them_back() {
    let life = Life::lived(32);
    let due = life.purged(&life.at("office"));
    assert_eq!(due.len(), 1, "{due:?}");
    let (headers, bodies) = life.left("office");
    assert_eq!((headers, bodies), (due[0].batches.len(), 0));
    // A phone put back from a copy of before: it has all bodies and offers what
    // it thinks is new, until it hears of the purge.
    life.synced("office", "old-phone");
    assert_eq!(life.left("office"), (headers, 0));
    assert_eq!(life.left("old-phone"), (headers, 0));
    assert!(life.verified("office").contains("purged under rule “time-2y”"));
}

#[test]
fn an_office_restored_from_before_the_purge_obeys_it_again() {
    let life = Life::lived(33);
    life.purged(&life.at("office"));
    life.synced("office", "phone");
    backup::restore(&life.at("kept"), &life.at("restored"), &life.world).expect("restored");
    let (headers, bodies) = life.left("restored");
    assert!(bodies == headers && headers > 0, "the backup is older than the purge");
    // The phone that has followed the purge brings its record; nobody brings bodies.
    life.synced("restored", "phone");
    assert_eq!(life.left("restored"), (headers, 0));
    life.synced("restored", "old-phone");
    assert_eq!(life.left("restored"), (headers, 0));
    assert_eq!(life.left("old-phone"), (headers, 0));
    let said = life.verified("restored");
    assert!(said.contains("purged under rule “time-2y”"), "{said}");
}

#[test]
fn bodies_that_come_back_before_the_purge_is_known_leave_when_it_is() {
    let life = Life::lived(34);
    life.purged(&life.at("office"));
    life.synced("office", "phone");
    // Restored from a backup of the first hour: nobody has worked yet.
    backup::restore(&life.at("kept"), &life.at("restored"), &life.world).expect("restored");
    life.synced("restored", "old-phone");
    let (headers, bodies) = life.left("restored");
    assert!(headers > 0 && bodies == headers, "the old phone knows of no purge");
    life.synced("restored", "phone");
    assert_eq!(life.left("restored"), (headers, 0));
    life.synced("restored", "old-phone");
    assert_eq!(life.left("old-phone"), (headers, 0));
    life.verified("restored");
}

#[test]
fn what_is_held_leaves_with_its_month() {
    let life = Life::lived(35);
    // The device is revoked; what it wrote in 2023 and sends now is held.
    let (office, root) = (life.at("office"), life.at("phone"));
    let token = employer(&office, &life.world);
    life.clock.set(ms(2023, 11, 20));
    shift(&mut unlocked(&root, &life.world), &life.clock, 4);
    life.clock.set(ms(2026, 11, 6));
    let key = PhoneFolder::open(&root).and_then(|folder| folder.known_key()).expect("a folder");
    let device = key.expect("it is paired").device();
    at_rest(&office, &life.world, move |turn| {
        let operator = journal::operator(turn)?;
        journal::act(turn, &operator, Operation::RevokeDevice { device })
    });
    let world = life.world.clone();
    beside(&office, loopback(life.port), &life.world, move |at| {
        let courier = courier(&at.address);
        let mut phone = unlocked(&root, &world);
        phone.sync(&courier).expect("synced");
        assert_eq!(get(&courier, &token, "v1/held").as_array().map(Vec::len), Some(2));
    });
    let due = life.purged(&office);
    let batches: usize = due.iter().map(|one| one.batches.len()).sum();
    let mut store = Store::open_existing(&office.join("ledger.sqlite")).expect("a store");
    let held = store
        .read(|ledger| {
            let team = ledger.teams()?[0];
            let mut bodies = 0;
            let rows = ledger.held_with(team, HeldStatus::Held)?;
            for row in &rows {
                let kept = ledger.entry(team, row.id)?.expect("held is kept");
                bodies += usize::from(kept.body.is_some());
            }
            let in_force = in_force(ledger, team, &Stream::from(life.times())).expect("read");
            Ok::<_, assistenz_core::ledger::LedgerError>((rows.len(), bodies, in_force.len()))
        })
        .expect("read");
    assert_eq!(held, (2, 0, 0), "of {batches} bodies none is left");
    drop(store);
    assert!(life.verified("office").contains("purged under rule “time-2y”"));
}

#[test]
fn a_document_waits_for_the_last_year_that_its_shifts_count_in() {
    let life = Life::lived(36);
    let (office, root) = (life.at("office"), life.at("phone"));
    // Written as November 2023 by a slip; set right into October 2026.
    life.clock.set(ms(2023, 11, 21));
    let mut phone = unlocked(&root, &life.world);
    let slipped = shift(&mut phone, &life.clock, 5);
    life.clock.set(ms(2026, 11, 6));
    let (from, to) = (ms(2026, 10, 12), ms(2026, 10, 12) + 5 * HOUR);
    phone
        .act(|acting| acting.correct(slipped, Some(from), Some(to), "Falsches Jahr"))
        .expect("set right");
    drop(phone);
    life.synced("office", "phone");
    let due = at_rest(&office, &life.world, |turn| {
        let team = journal::only_team(turn.ledger)?;
        Ok([2026, 2028, 2029].map(|year| retention::due(turn, team, year).expect("read").len()))
    });
    // 2023-11 is due together with 2026-10.
    assert_eq!(due, [0, 0, 2]);
}

/// A spreadsheet that names the reason of each line.
fn with_reasons() -> OfficeSettings {
    let columns = ["personnel_number", "month_of_origin", "wage_kind", "value", "reason"];
    let columns: Vec<Value> = columns.iter().map(|field| json!({ "field": field })).collect();
    serde_json::from_value(json!({
        "office": "Lohnbüro Muster",
        "program": { "name": "csv", "columns": columns },
        "wage_types": mendato_example(ExampleFor::Lodas),
    }))
    .expect("settings")
}

#[test]
fn a_correction_that_went_out_is_the_same_file_after_its_times_have_left() {
    let why = "Der Bus kam nicht";
    let life = Life::lived(37);
    let (office, root) = (life.at("office"), life.at("phone"));
    let token = employer(&office, &life.world);
    life.clock.set(ms(2023, 12, 5));
    let signed_in = token.clone();
    at_rest(&office, &life.world, move |turn| {
        let caller = sign_in::caller(turn, &signed_in)?;
        team_settings::put_payroll(turn, &caller, &with_reasons())?;
        handover::make(turn, &caller, month("2023-11"))
    });
    let (from, to) = (ms(2023, 11, 20), ms(2023, 11, 20) + 2 * HOUR);
    unlocked(&root, &life.world)
        .act(|acting| acting.write_shift(&nw(), (from, to), why, &[]))
        .expect("written afterwards");
    life.synced("office", "phone");
    let (person, signed_in) = (life.person, token.clone());
    beside(&office, loopback(life.port), &life.world, move |at| {
        let courier = courier(&at.address);
        let of_month = format!("v1/people/{person}/months/2023-11");
        let shown = get(&courier, &signed_in, &format!("{of_month}/approval-preview"));
        let exactly = json!({ "statement_sha256": shown["statement_sha256"] });
        post(&courier, &signed_in, &format!("{of_month}/approvals"), &exactly);
        post(&courier, &signed_in, "v1/exports", &json!({ "month": "2023-12" }));
    });
    life.clock.set(ms(2026, 11, 6));
    let signed_in = token.clone();
    let files = move |turn: &mut Turn<'_>| {
        let caller = sign_in::caller(turn, &signed_in)?;
        let went_out = handover::exports(turn, &caller, None)?;
        assert_eq!(went_out.len(), 2);
        let again = went_out.iter().map(|one| handover::again(turn, &caller, one));
        again.map(|set| set.map(|set| set.files)).collect::<Result<Vec<_>, _>>()
    };
    let before = at_rest(&office, &life.world, files.clone());
    let text = String::from_utf8_lossy(&before[1][0].bytes).into_owned();
    assert!(text.contains(why), "{text}");
    assert_eq!(life.purged(&office).len(), 1);
    assert_eq!(at_rest(&office, &life.world, files), before, "not a byte differs");
}
