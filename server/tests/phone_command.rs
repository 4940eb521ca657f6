//! The command-line phone: the real program against the real office, and the
//! phone's own room on a clock that the test moves.

mod at_work;

use assistenz_core::log::DeviceForm;
use assistenz_core::pairing::PairingCode;
use assistenz_core::record::month_state::{Complete, MonthState};
use assistenz_core::time::Minutes;
use assistenz_core::work::Kind;
use assistenz_courier::{Courier, CourierError, Patience};
use assistenz_handset::{Paired, Phone, PhoneError, PhoneFolder, Reached};
use assistenz_server::ports::World;
use at_work::TestClock;
use at_work::loopback::{
    HOUR, beside, contract, courier, employer, founded, get, invited, let_in, loopback, nw, post,
    shift, unlocked,
};
use at_work::program::{run, serve};
use serde_json::json;
use std::path::Path;

#[test]
fn a_phone_paired_by_code_records_while_the_office_is_down_and_syncs_when_it_is_back() {
    let place = tempfile::tempdir().expect("a folder");
    let (office, data) = (place.path().join("office"), place.path().join("phone"));
    let phone = |arguments: &[&str]| {
        let all: Vec<&str> = [&["phone"], arguments].concat();
        run(&all, "--data", &data)
    };
    let (code, _, told) = phone(&["in"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("noch nicht gekoppelt"), "{told}");

    let (running, listen) = serve(&office, "127.0.0.1:0");
    let (code, said, told) = run(&["invite", "--text"], "--data", &office);
    assert_eq!(code, Some(0), "{told}");
    let invitation = said.lines().find(|line| line.starts_with("assistenzzeit:1:"));
    let invitation = invitation.expect("a pairing code");
    let (code, said, told) = phone(&["pair", invitation, "--land", "NW", "--wait", "0"]);
    assert_eq!(code, Some(1), "nobody has compared yet: {said}");
    assert!(told.contains("noch nicht bestätigt"), "{told}");
    let digits: String =
        said.lines().next().expect("digits").chars().filter(char::is_ascii_digit).collect();
    let (code, _, told) = run(&["confirm", &digits], "--data", &office);
    assert_eq!(code, Some(0), "{told}");
    let (code, said, told) = phone(&["pair", "--wait", "0"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("Gekoppelt"), "{said}");
    let (code, _, told) = phone(&["pair", invitation, "--wait", "0"]);
    assert_eq!((code, told.contains("schon gekoppelt")), (Some(1), true), "{told}");

    drop(running);
    let (code, said, told) = phone(&["in"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("Gekommen"), "{said}");
    let (code, _, told) = phone(&["in"]);
    assert_eq!(code, Some(1));
    assert!(told.starts_with("Es läuft schon eine Schicht."), "{told}");
    assert_eq!(told.lines().count(), 1, "one sentence: {told}");
    let (code, _, told) = phone(&["sync"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("nicht erreichbar"), "{told}");
    let (code, said, _) = phone(&["status"]);
    assert_eq!(code, Some(0));
    for expected in ["Schicht läuft seit", "Eine Buchung wartet", "Kommen", "hier gespeichert"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }

    let (_running, _) = serve(&office, &listen);
    let (code, said, told) = phone(&["sync"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(said.contains("eine Buchung beim Büro angekommen"), "{said}");
    let (_, said, _) = phone(&["status", "--language", "en"]);
    for expected in ["running – at the office", "Nothing waits", "last heard"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    let (code, _, told) = phone(&["out", "--at", "2100-01-01T00:00"]);
    assert_eq!((code, told.trim()), (Some(1), "Diese Zeit ist noch nicht gekommen."));
    #[cfg(unix)]
    for name in ["device.seed", "phone.json", "store.sqlite"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = data.join(name).metadata().expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name} is its owner's");
    }
}

/// A phone let in by the employer, opened: after checks of its way in.
fn paired(root: &Path, courier: &Courier, token: &str, world: &World) -> (Phone, Paired) {
    let (person, code) = invited(courier, token, "assistant");
    let folder = PhoneFolder::open(root).expect("a folder");
    let other = PairingCode { office: [7; 16], ..code.clone() };
    let refused = folder.ask_to_pair(&other, DeviceForm::Phone, world);
    assert!(matches!(refused, Err(PhoneError::OtherOffice)), "{refused:?}");
    let asked = folder.ask_to_pair(&code, DeviceForm::Phone, world).expect("asked");
    assert_eq!(folder.asked().expect("kept"), Some(asked.clone()), "after a restart, too");
    assert!(matches!(folder.look_if_paired(), Err(PhoneError::Waiting)));
    let_in(courier, token, &asked.digits);
    let paired = folder.look_if_paired().expect("paired");
    assert_eq!(paired.person, person);
    assert_eq!(folder.paired().expect("kept"), Some(paired.clone()));
    (unlocked(root, world), paired)
}

/// Sixty days of shifts without a network, then one sitting.
fn sixty_days(root: &Path, address: &str, token: &str, world: &World, clock: &TestClock) {
    let place = nw();
    let courier = courier(address);
    let (mut phone, paired) = paired(root, &courier, token, world);
    let way = paired.courier(Patience::default()).expect("an address");
    let first = phone.sync(&way).expect("synced");
    assert!(!first.more && first.waiting == 0 && phone.heard().is_some());
    assert_eq!((phone.now().offset_minutes, phone.now().wall_ms), (60, at_work::START));
    assert!(phone.now().office_heard_ms.is_some(), "heard in this run of the clock");

    // Sixty days without a network: one shift of eight hours a day.
    for _ in 0..60 {
        phone.act(|acting| acting.clock_in(&place, vec![])).expect("in");
        clock.wait(4 * HOUR);
        phone.act(|acting| acting.start_part(Kind::UnpaidBreak)).expect("a break");
        clock.wait(HOUR / 2);
        phone.act(|acting| acting.end_part()).expect("its end");
        clock.wait(4 * HOUR);
        phone.act(|acting| acting.clock_out()).expect("out");
        clock.wait(24 * HOUR - 8 * HOUR - HOUR / 2);
    }
    let month = "2026-11".parse().expect("a month");
    let before = phone.overview(month).expect("read");
    assert_eq!(before.unsent.len(), 240);
    let said: Vec<&str> = before.unsent[..4].iter().flat_map(|one| one.says.clone()).collect();
    assert_eq!(said, ["clock_in", "unpaid_break", "part_end", "clock_out"]);
    assert!(before.reached.iter().all(|reached| *reached == Reached::Saved));
    let stale = phone.device().request().expect("built").expect("the nonce of the first sync");
    let refused = way.sync(stale);
    assert!(
        matches!(&refused, Err(CourierError::Refused { code, .. }) if code == "stale_nonce"),
        "{refused:?}"
    );
    let summary = phone.sync(&way).expect("synced");
    assert_eq!((summary.waited, summary.waiting, summary.more), (240, 0, false));
    let after = phone.overview(month).expect("read");
    assert!(after.unsent.is_empty() && after.running.is_none());
    assert_eq!(after.reached, vec![Reached::Office; 29], "2 to 30 November");
    let totals = after.work.totals();
    assert_eq!(totals[0], (Kind::Work, Minutes::hours(29 * 8)), "{totals:?}");
    let again = phone.sync(&way).expect("synced");
    assert_eq!((again.rounds, again.waited), (1, 0), "nothing is left to say");
}

/// One shift: corrected by proposal, declared complete, approved, changed.
fn one_shift(root: &Path, address: &str, token: &str, world: &World, clock: &TestClock) {
    let courier = courier(address);
    let (mut phone, paired) = paired(root, &courier, token, world);
    let way = paired.courier(Patience::default()).expect("an address");
    let person = format!("v1/people/{}", paired.person);
    let month = format!("{person}/months/2026-11");
    assert_eq!(phone.contract_place().expect("read"), None, "nothing is known yet");
    post(&courier, token, &format!("{person}/contracts"), &contract(100));
    phone.sync(&way).expect("synced");
    assert_eq!(phone.contract_place().expect("read"), Some(nw()));

    let shift = shift(&mut phone, clock, 8);
    phone.sync(&way).expect("synced");
    let end = at_work::START + 7 * HOUR;
    let change = json!({ "shift": shift.to_string(), "end_ms": end, "reason": "Um drei gegangen" });
    let proposal = post(&courier, token, &format!("{month}/corrections"), &change);
    let proposal = proposal["id"].as_str().expect("an id").parse().expect("an id");
    phone.sync(&way).expect("synced");
    let november = "2026-11".parse().expect("a month");
    phone.act(|acting| acting.answer(proposal, november, true, None)).expect("agreed");
    phone.act(|acting| acting.complete_month(november)).expect("complete");
    phone.sync(&way).expect("synced");
    let seen = phone.overview(november).expect("read");
    assert_eq!((seen.state, seen.complete), (MonthState::Open, Complete::Yes));
    assert_eq!(seen.reached, [Reached::Office]);
    assert_eq!(seen.work.totals(), [(Kind::Work, Minutes::hours(7))]);

    let shown = post(&courier, token, &format!("{month}/approval-preview"), &json!({}));
    let exactly = json!({ "statement_sha256": shown["statement_sha256"] });
    post(&courier, token, &format!("{month}/approvals"), &exactly);
    phone.sync(&way).expect("synced");
    let seen = phone.overview(november).expect("read");
    assert_eq!((seen.state, &seen.reached[..]), (MonthState::Approved, &[Reached::Approved][..]));

    let end = Some(at_work::START + 8 * HOUR);
    phone.act(|acting| acting.correct(shift, None, end, "Doch bis vier")).expect("corrected");
    let seen = phone.overview(november).expect("read");
    assert_eq!((seen.state, &seen.reached[..]), (MonthState::Changed, &[Reached::Saved][..]));
    assert_eq!(seen.unsent[0].says, ["correction"]);
    phone.sync(&way).expect("synced");
    assert_eq!(phone.overview(november).expect("read").reached, [Reached::Office]);
}

/// A shift written into the wrong year by a wrong clock, and set right.
fn slipped_year(root: &Path, address: &str, token: &str, world: &World, clock: &TestClock) {
    let courier = courier(address);
    let (mut phone, paired) = paired(root, &courier, token, world);
    let way = paired.courier(Patience::default()).expect("an address");
    phone.sync(&way).expect("synced");
    clock.set(at_work::START - 366 * 24 * HOUR);
    let slipped = shift(&mut phone, clock, 8);
    clock.set(at_work::START + 9 * HOUR);
    let (from, to) = (at_work::START, at_work::START + 8 * HOUR);
    phone
        .act(|acting| acting.correct(slipped, Some(from), Some(to), "Uhr ging falsch"))
        .expect("set right");
    let here = phone.overview("2026-11".parse().expect("a month")).expect("read");
    assert_eq!(here.work.entries.len(), 1, "on the phone it counts in this month");
    phone.sync(&way).expect("synced");
    let month = format!("v1/people/{}/months/2026-11", paired.person);
    let there = get(&courier, token, &month);
    assert_eq!(
        there["entries"].as_array().map(Vec::len),
        Some(1),
        "at the office as well: {there}"
    );
    assert_eq!(there["totals"], json!([{ "kind": "work", "minutes": 480 }]));
}

type Life = fn(&Path, &str, &str, &World, &TestClock);

/// Lives beside a real office on loopback, both on one clock.
fn beside_an_office(seed: u64, life: Life) {
    let place = tempfile::tempdir().expect("a folder");
    let (office, phone) = (place.path().join("office"), place.path().join("phone"));
    let (world, clock) = at_work::world(seed);
    founded(&office, &world);
    let token = employer(&office, &world);
    let same = world.clone();
    beside(&office, loopback(0), &world, move |at| {
        life(&phone, &at.address, &token, &same, &clock)
    });
}

#[test]
fn sixty_days_offline_arrive_in_one_sitting_with_a_nonce_long_gone_stale() {
    beside_an_office(11, sixty_days);
}

#[test]
fn a_shift_is_shown_as_saved_then_at_the_office_then_approved_and_anew_after_a_change() {
    beside_an_office(12, one_shift);
}

#[test]
fn a_shift_set_right_into_a_far_month_is_found_there_by_the_office_too() {
    beside_an_office(13, slipped_year);
}
