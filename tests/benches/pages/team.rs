//! A team as it is after five years: twelve assistants around the clock in
//! three shifts a day, every month planned, worked, approved and handed over but
//! the last two.

use assistenz_core::absence::AbsenceKind;
use assistenz_core::app::ApprovalTerms;
use assistenz_core::app::absence_decision::EnteredAbsence;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::{DocumentId, EventId, Incarnation, PersonId};
use assistenz_core::log::{
    ChainHead, ClockEvidence, Content, Credential, DeviceForm, DeviceKey, Draft, Operation, Role,
    Signer as _,
};
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::payroll::settings::{OfficeSettings, SendAs, WageType};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::record::cbor::Place;
use assistenz_core::record::document::Document;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::time::{ClockIn, ClockOut};
use assistenz_core::sync::Settled;
use assistenz_core::time::{Interval, Minute, Month};
use assistenz_server::fault::OfficeError;
use assistenz_server::folder::Folder;
use assistenz_server::office::{Office, Threads, Turn};
use assistenz_server::ports::{Clock, Dice, World};
use assistenz_server::read_ahead::read_ahead;
use assistenz_server::routes::{self, App};
use assistenz_server::settings::Settings;
use assistenz_server::{desk, door, handover, journal, sign_in, team_settings};
use axum::Router;
use chrono::{NaiveDate, TimeZone as _};
use chrono_tz::Europe::Berlin;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::json;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

/// Months of data, the running one among them.
pub(crate) const MONTHS: u32 = 60;
const PEOPLE: u8 = 12;
const HOUR: i64 = 3_600_000;

#[derive(Debug)]
struct Hand(AtomicI64);

impl Clock for Hand {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

struct Thrown(Mutex<ChaCha8Rng>);

impl Dice for Thrown {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        self.0.lock().expect("nobody panics while throwing").fill_bytes(bytes);
        Ok(())
    }
}

/// The office of the team, with a clock that is moved.
pub(crate) struct Team {
    folder: PathBuf,
    world: World,
    clock: Arc<Hand>,
    office: Office,
    threads: Option<Threads>,
    operator: journal::Operator,
    session: String,
    /// Lives of devices that began in this run of the program.
    lives: u64,
    _closing: Vec<tokio::sync::watch::Sender<bool>>,
}

/// A shift of the rota that was worked as planned.
#[derive(Debug, Clone, Copy)]
struct Shift {
    who: u8,
    /// Which of this person's.
    number: u64,
    from: i64,
    to: i64,
}

fn person(who: u8) -> PersonId {
    PersonId::new([who + 1; 16])
}

fn key(who: u8) -> DeviceKey {
    DeviceKey::from_seed(&[who + 1; 32])
}

/// The event that begins or ends a shift.
fn event(who: u8, number: u64, ends: bool) -> EventId {
    let mut id = [who + 1; 16];
    id[8..].copy_from_slice(&(number * 2 + u64::from(ends)).to_be_bytes());
    EventId::new(id)
}

fn newest() -> Month {
    "2026-11".parse().expect("a month")
}

fn months() -> Vec<Month> {
    let mut all = vec![newest()];
    for _ in 1..MONTHS {
        all.push(all.last().expect("one is there").previous());
    }
    all.reverse();
    all
}

fn at(day: NaiveDate, hour: u32) -> i64 {
    let wall = day.and_hms_opt(hour, 0, 0).expect("a full hour");
    Berlin.from_local_datetime(&wall).earliest().expect("no clock skips it").timestamp_millis()
}

/// The last moment of the record: a working day in the running month.
fn now_ms() -> i64 {
    at(NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day"), 12)
}

/// Around the clock, three shifts a day, by month.
fn schedule() -> BTreeMap<Month, Vec<Shift>> {
    let mut counts = [0; PEOPLE as usize];
    let mut turn = 0_u8;
    let mut all = BTreeMap::new();
    for month in months() {
        let mut shifts = Vec::new();
        for day in month.days() {
            for hour in [6, 14, 22] {
                let from = at(day, hour);
                let number = &mut counts[usize::from(turn)];
                shifts.push(Shift { who: turn, number: *number, from, to: from + 8 * HOUR });
                *number += 1;
                turn = (turn + 1) % PEOPLE;
            }
        }
        all.insert(month, shifts);
    }
    all
}

fn workplace() -> Workplace {
    Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) }
}

fn contract(who: u8) -> ContractVersion {
    serde_json::from_value(json!({
        "id": "new",
        "valid_from": "2020-01-01",
        "employed_since": "2020-01-01",
        "pay": { "hourly": { "cents_per_hour": 1750 } },
        "surcharges": assistenz_core::contract::surcharge::Surcharge::section_3b(),
        "weekly": 900,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": 100 + u32::from(who),
        "workplace": workplace(),
    }))
    .expect("the terms of a contract")
}

fn payroll() -> OfficeSettings {
    let by_hand =
        || WageType { wage_type: None, send_as: SendAs::ByHand, bs_nr: None, absence_key: None };
    let mut wage_types = mendato_example(ExampleFor::Lodas);
    wage_types.insert("vacation".to_owned(), by_hand());
    wage_types.insert("absence_surcharge".to_owned(), by_hand());
    serde_json::from_value(json!({
        "office": "Lohnbüro Muster",
        "program": { "name": "lodas" },
        "adviser_number": 1_234_567,
        "client_number": 4_711,
        "wage_types": wage_types,
    }))
    .expect("the settings of a payroll office")
}

/// One life of a device, with what it has written into the month at hand.
struct Writer {
    who: u8,
    incarnation: Incarnation,
    head: ChainHead,
    document: Document,
}

impl Writer {
    fn new(who: u8, life: u64, month: Month) -> Self {
        let mut actor = [who + 1; 16];
        actor[..8].copy_from_slice(&life.to_be_bytes());
        let document = Document::new(DocumentId::time(person(who), month), actor);
        let incarnation = Incarnation::new((life + 1).to_le_bytes());
        Self { who, incarnation, head: ChainHead::START, document }
    }

    /// Another month begins a document of its own.
    fn go_on_in(&mut self, month: Month) {
        let document = DocumentId::time(person(self.who), month);
        if self.document.id() != document {
            let mut actor = [self.who + 1; 16];
            actor[..8].copy_from_slice(self.incarnation.bytes());
            actor[8..12].copy_from_slice(&document.period().number().to_be_bytes());
            self.document = Document::new(document, actor);
        }
    }

    fn tap(&mut self, team: &Team, id: EventId, at_ms: i64, ends: Option<EventId>) -> Content {
        let event = match ends {
            None => {
                let place = Place::from(&workplace());
                Event::new(at_ms, ClockIn { at_ms, place, funding: vec![] })
            }
            Some(shift) => Event::new(at_ms, ClockOut { shift, at_ms }),
        };
        let change = self.document.record(&[(id, event)], at_ms).expect("a change");
        let clock = ClockEvidence {
            wall_ms: at_ms,
            offset_minutes: 60,
            zone: "Europe/Berlin".into(),
            monotonic_ms: 1,
            boot: [7; 8],
            office_ms: None,
            office_heard_ms: None,
        };
        let draft = Draft {
            team: team.operator.team,
            document: self.document.id(),
            incarnation: self.incarnation,
            act: None,
            policy_seen: 2,
            clock,
            app: "bench".into(),
            desk: None,
            schema: 1,
            changes: vec![change],
        };
        let batch = draft.seal(self.head, &key(self.who)).expect("sealed");
        self.head = batch.chain_head();
        batch.into()
    }
}

impl Team {
    /// The team of this folder; made first if there is none.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).expect("a folder");
        let clock = Arc::new(Hand(AtomicI64::new(now_ms())));
        // Sessions of another run of the program must not be thrown again.
        let run = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let lives = u64::try_from(run.expect("after 1970").as_nanos() >> 20).expect("fits") << 8;
        let dice = Arc::new(Thrown(Mutex::new(ChaCha8Rng::seed_from_u64(lives))));
        let world = World { clock: clock.clone(), dice };
        let first = Folder::open(folder).expect("a folder");
        let (office, threads) = Office::open(first, world.clone()).expect("an office");
        let known = office.write_now(journal::operator);
        let fresh = known.is_err();
        let operator = match known {
            Ok(operator) => operator,
            Err(_) => {
                clock.0.store(at(months()[0].first_day(), 8), Ordering::SeqCst);
                office.write_now(journal::found).expect("founded");
                office.write_now(journal::operator).expect("an operator")
            }
        };
        let mut team = Self {
            folder: folder.to_owned(),
            world,
            clock,
            office,
            threads: Some(threads),
            operator,
            session: String::new(),
            lives,
            _closing: Vec::new(),
        };
        if fresh {
            team.make();
        }
        team.clock.0.store(now_ms(), Ordering::SeqCst);
        team.session = team.sign_in();
        team
    }

    /// Waits until its files are closed.
    pub(crate) fn end(mut self) {
        let threads = self.threads.take();
        drop(self);
        threads.into_iter().for_each(Threads::join);
    }

    /// The running month.
    pub(crate) fn newest(&self) -> Month {
        newest()
    }

    /// An assistant.
    pub(crate) fn person(&self, who: u8) -> PersonId {
        person(who)
    }

    /// A shift of the first assistant in the month before the running one.
    pub(crate) fn a_shift(&self) -> EventId {
        let shifts = &schedule()[&newest().previous()];
        let shift = shifts.iter().find(|shift| shift.who == 0).expect("everybody works");
        event(0, shift.number, false)
    }

    /// How many entries the log has.
    pub(crate) fn entries(&self) -> u64 {
        let team = self.operator.team;
        self.write(move |turn| Ok(turn.ledger.head(team)?.map_or(0, |head| head.size)))
    }

    /// The office as after a start of the program, and the employer's cookie.
    pub(crate) async fn opened(&mut self) -> (Router, String) {
        let folder = Folder::open(&self.folder).expect("a folder");
        let secret = folder.office_secret(&self.world).expect("a secret");
        let (office, threads) = Office::open(folder, self.world.clone()).expect("an office");
        self.office = office.clone();
        // The threads of the one before end with its last handle; none is left in the sums.
        if let Some(before) = self.threads.replace(threads) {
            before.join();
        }
        let settings = Settings {
            listen: vec![SocketAddr::from(([127, 0, 0, 1], 0))],
            public_url: None,
            behind_proxy: vec![],
        };
        read_ahead(office.clone()).await;
        let (closing, closes) = tokio::sync::watch::channel(false);
        self._closing.push(closing);
        let address = "http://127.0.0.1:1".to_owned();
        let app = App::new(office, settings, address, None, secret, closes);
        (routes::service(app), format!("sitzung={}", self.session))
    }

    /// The phone of an assistant tells of a shift in the running month.
    pub(crate) fn works(&mut self, who: u8) {
        self.lives += 1;
        let life = self.lives;
        let mut writer = Writer::new(who, life, newest());
        let from = now_ms() - 30 * HOUR + i64::try_from(life % 1_000).expect("small") * 60_000;
        let begins = event(who, life, false);
        let first = writer.tap(self, begins, from, None);
        let second = writer.tap(self, event(who, life, true), from + 60_000, Some(begins));
        self.take(vec![first, second]);
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send + 'static,
    ) -> T {
        // The bench runs on a runtime's thread, where nothing may block.
        let office = self.office.clone();
        std::thread::spawn(move || office.write_now(work)).join().expect("no panic").expect("done")
    }

    fn take(&self, contents: Vec<Content>) {
        let team = self.operator.team;
        self.write(move |turn| {
            let log_key = turn.folder.log_key(turn.world)?;
            for content in &contents {
                let turn_of = (turn.now_ms, turn.random()?);
                let outcome = turn.core.take(turn.ledger, team, content, &log_key, turn_of)?;
                assert_eq!(outcome.settled, Settled::InForce);
            }
            Ok(())
        });
    }

    fn sign_in(&self) -> String {
        let (team, person) = (self.operator.team, self.operator.employer);
        self.write(move |turn| {
            let token = hex_of(&turn.random::<16>()?);
            let session = door::Session {
                id: turn.random()?,
                team,
                person,
                credential: Credential::CommandLine,
                stepped_ms: turn.now_ms,
                expires_ms: turn.now_ms + door::SESSION_MS,
            };
            turn.door.add_session(&token, &session, turn.now_ms)?;
            Ok(token)
        })
    }

    fn make(&mut self) {
        self.people();
        let schedule = schedule();
        let mut writers: Vec<Writer> =
            (0..PEOPLE).map(|who| Writer::new(who, 0, months()[0])).collect();
        for (month, shifts) in &schedule {
            self.clock.0.store(at(month.first_day(), 1), Ordering::SeqCst);
            self.plan(*month, shifts);
            self.absences(*month, shifts);
            self.work(*month, shifts, &mut writers);
            if month.next() < newest() {
                self.clock.0.store(at(month.next().first_day(), 9), Ordering::SeqCst);
                self.approve_and_hand_over(*month);
            }
        }
    }

    fn people(&mut self) {
        self.session = self.sign_in();
        let (operator, session) = (self.operator.clone(), self.session.clone());
        self.write(move |turn| {
            let caller = sign_in::caller(turn, &session)?;
            let team = [("name", "Team Muster"), ("land", "NW")];
            let team = team.map(|(key, value)| (key.to_owned(), value.to_owned()));
            desk::act(turn, &operator, |acting| acting.put_team(&BTreeMap::from(team)))?;
            team_settings::put_payroll(turn, &caller, &payroll())?;
            for who in 0..PEOPLE {
                let (person, key, form) = (person(who), key(who).public(), DeviceForm::Phone);
                let role = Role::Assistant;
                let member = Operation::AddMember { person, role, until_ms: None };
                journal::act(turn, &operator, member)?;
                journal::act(turn, &operator, Operation::AddDevice { person, key, form })?;
                let name = BTreeMap::from([("name".to_owned(), format!("Assistent {who}"))]);
                desk::act(turn, &operator, |acting| {
                    acting.put_person(person, &name)?;
                    acting.put_contract(person, &contract(who))
                })?;
            }
            Ok(())
        });
    }

    fn plan(&self, month: Month, shifts: &[Shift]) {
        let (operator, shifts) = (self.operator.clone(), shifts.to_vec());
        self.write(move |turn| {
            for who in 0..PEOPLE {
                let planned: Vec<_> = shifts
                    .iter()
                    .filter(|shift| shift.who == who)
                    .filter_map(|shift| {
                        let (from, to) = (Minute::floor_ms(shift.from), Minute::floor_ms(shift.to));
                        Some((Interval::new(from, to)?, None))
                    })
                    .collect();
                desk::act(turn, &operator, |acting| {
                    acting.plan(person(who), &planned, Berlin)?;
                    acting.publish(person(who), month)
                })?;
            }
            Ok(())
        });
    }

    /// Every half year a day of vacation, between two shifts.
    fn absences(&self, month: Month, shifts: &[Shift]) {
        for who in (0..PEOPLE).filter(|who| month.month() % 6 == u32::from(who % 6)) {
            let Some(shift) = shifts.iter().find(|shift| shift.who == who) else { continue };
            let day = Minute::floor_ms(shift.from).day(Berlin) + chrono::Days::new(2);
            if Month::of(day) != month {
                continue;
            }
            let operator = self.operator.clone();
            let absence = EnteredAbsence {
                kind: AbsenceKind::Vacation,
                first: day,
                last: day,
                reason: "Urlaub".to_owned(),
                vacation_days: None,
            };
            self.write(move |turn| {
                desk::act(turn, &operator, |acting| acting.enter_absence(person(who), &absence))
            });
        }
    }

    fn work(&self, month: Month, shifts: &[Shift], writers: &mut [Writer]) {
        let mut taps = Vec::new();
        for shift in shifts.iter().filter(|shift| shift.to <= now_ms()) {
            let writer = &mut writers[usize::from(shift.who)];
            writer.go_on_in(month);
            let begins = event(shift.who, shift.number, false);
            taps.push((shift.from, writer.tap(self, begins, shift.from, None)));
            let ends = event(shift.who, shift.number, true);
            taps.push((shift.to, writer.tap(self, ends, shift.to, Some(begins))));
        }
        for taps in taps.chunks(40) {
            let last = taps.iter().map(|(at_ms, _)| *at_ms).max().unwrap_or_default();
            self.clock.0.fetch_max(last, Ordering::SeqCst);
            self.take(taps.iter().map(|(_, content)| content.clone()).collect());
        }
    }

    fn approve_and_hand_over(&mut self, month: Month) {
        self.session = self.sign_in();
        let (operator, session) = (self.operator.clone(), self.session.clone());
        self.write(move |turn| {
            for who in 0..PEOPLE {
                desk::act(turn, &operator, |acting| {
                    acting.approve(person(who), month, &ApprovalTerms::default())
                })?;
            }
            let caller = sign_in::caller(turn, &session)?;
            handover::make(turn, &caller, month)?;
            Ok(())
        });
    }
}

impl Drop for Team {
    fn drop(&mut self) {
        // The threads end with the last handle; the folder may go with them.
        drop(self.threads.take());
    }
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
