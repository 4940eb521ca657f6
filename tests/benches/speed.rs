//! How fast the office and a phone are, in one run, as a table: `just bench`.
//!
//! Every figure is measured by the real code on a real file. Numbers of one
//! run may be compared with each other; the machine stands above the table.

use assistenz_core::app::acting::load;
use assistenz_core::app::{Device, Me};
use assistenz_core::document::{DocumentId, EventId, Incarnation, PersonId, TeamId};
use assistenz_core::ledger::{Engine as _, Ledger};
use assistenz_core::log::{
    ChainHead, ClockEvidence, Content, DeviceForm, DeviceKey, Draft, Founding, LogKey, Operation,
    RecordContent, RecordDraft, Role, Signer, evidence,
};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::record::cbor::Place;
use assistenz_core::record::document::Document;
use assistenz_core::record::events::Event;
use assistenz_core::record::events::time::{ClockIn, ClockOut};
use assistenz_core::record::month::{MonthOfWork, Overrides};
use assistenz_core::store::Store;
use assistenz_core::sync::Settled;
use assistenz_core::time::{Minute, Month};
use assistenz_server::evidence as evidence_file;
use assistenz_server::folder::Folder;
use assistenz_server::office::Office;
use assistenz_server::ports::{Clock, Dice, World};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Some instant in October 2026; virtual, so that months are the same in each run.
const START_MS: i64 = 1_790_812_800_000;

struct Fixed;
impl Clock for Fixed {
    fn now_ms(&self) -> i64 {
        START_MS
    }
}

/// Counts; no run depends on luck.
struct Counting(AtomicU64);
impl Dice for Counting {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        for piece in bytes.chunks_mut(8) {
            let next = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed).to_le_bytes();
            piece.copy_from_slice(&next[..piece.len()]);
        }
        Ok(())
    }
}

fn world() -> World {
    World { clock: Arc::new(Fixed), dice: Arc::new(Counting(AtomicU64::new(1))) }
}

fn workplace() -> Workplace {
    let region = HolidayRegion::new(Land::Nw, vec![]);
    Workplace { zone: chrono_tz::Europe::Berlin, region }
}

fn clock(now: i64) -> ClockEvidence {
    ClockEvidence {
        wall_ms: now,
        offset_minutes: 120,
        zone: "Europe/Berlin".into(),
        monotonic_ms: 1,
        boot: [7; 8],
        office_ms: None,
        office_heard_ms: None,
    }
}

fn month(add: usize) -> Month {
    let mut month: Month = "2026-10".parse().expect("a month");
    for _ in 0..add {
        month = month.next();
    }
    month
}

/// A team of fifty; more clients are further lives of their devices, as after
/// a reinstall, each writing its own months.
const PEOPLE: u64 = 50;

/// One life of an assistant's device, writing shifts.
struct Client {
    team: TeamId,
    person: PersonId,
    key: DeviceKey,
    incarnation: Incarnation,
    first: usize,
    head: ChainHead,
    document: Document,
    running: Option<EventId>,
    written: u64,
}

impl Client {
    /// The client of this number in a team of so many people.
    fn new(team: TeamId, number: u64, people: u64) -> Self {
        let (whose, life) = (number % people, number / people);
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&whose.to_le_bytes());
        let mut id = [5; 16];
        id[..4].copy_from_slice(&whose.to_le_bytes()[..4]);
        let person = PersonId::new(id);
        let first = usize::try_from(life * 3).expect("few lives");
        let document = Document::new(DocumentId::time(person, month(first)), id);
        let key = DeviceKey::from_seed(&seed);
        let incarnation = Incarnation::new((life + 1).to_le_bytes());
        let head = ChainHead::START;
        Self { team, person, key, incarnation, first, head, document, running: None, written: 0 }
    }

    /// Sixteen bytes that nothing else here has.
    fn unique(&self, number: u64) -> [u8; 16] {
        let mut id = [0; 16];
        id[..4].copy_from_slice(&self.person.bytes()[..4]);
        id[4..8].copy_from_slice(&self.incarnation.bytes()[..4]);
        id[8..].copy_from_slice(&number.to_le_bytes());
        id
    }

    /// Sixty changes go into a month; then the next document begins.
    fn next(&mut self) -> Content {
        if self.written.is_multiple_of(60) {
            let add = usize::try_from(self.written / 60).expect("few months");
            let document = DocumentId::time(self.person, month(self.first + add));
            self.document = Document::new(document, self.unique(u64::MAX - self.written));
            self.running = None;
        }
        self.written += 1;
        let id = EventId::new(self.unique(self.written));
        let of_month = i64::try_from(self.written % 60).expect("below 60");
        let at_ms = self.first_ms() + of_month * 11 * 3_600_000;
        let event = match self.running.take() {
            None => {
                self.running = Some(id);
                Event::new(
                    at_ms,
                    ClockIn { at_ms, place: Place::from(&workplace()), funding: vec![] },
                )
            }
            Some(shift) => Event::new(at_ms, ClockOut { shift, at_ms }),
        };
        let change = self.document.record(&[(id, event)], at_ms).expect("a change");
        let draft = Draft {
            team: self.team,
            document: self.document.id(),
            incarnation: self.incarnation,
            act: None,
            policy_seen: 2,
            clock: clock(at_ms),
            app: "bench".into(),
            desk: None,
            schema: 1,
            changes: vec![change],
        };
        let batch = draft.seal(self.head, &self.key).expect("sealed");
        self.head = batch.chain_head();
        batch.into()
    }

    fn first_ms(&self) -> i64 {
        let assistenz_core::document::Period::Month(month) = self.document.id().period() else {
            return START_MS;
        };
        month.interval(chrono_tz::Europe::Berlin).from().ms() + 8 * 3_600_000
    }
}

/// An office on the disk without a team.
fn empty(folder: &std::path::Path) -> (Office, Arc<LogKey>) {
    let world = world();
    let folder = Folder::open(folder).expect("a folder");
    let log_key = folder.log_key(&world).expect("a key");
    // The threads end with the last handle.
    let (office, _threads) = Office::open(folder, world).expect("an office");
    (office, Arc::new(log_key))
}

/// A further team of so many people, each with one device.
fn found(office: &Office, log_key: &Arc<LogKey>, number: u8, people: u64) -> TeamId {
    let team = TeamId::new([number; 16]);
    let employer = PersonId::new([0xee; 16]);
    let desk = DeviceKey::from_seed(&[0xee; 32]);
    let mut nonces = 0_u128;
    let mut record = |content, keys: &[&dyn Signer]| {
        nonces += 1;
        let nonce = nonces.to_be_bytes();
        RecordDraft { team, nonce, issued_ms: START_MS, content, desk: None }
            .seal(keys)
            .expect("in form")
    };
    let founding = Founding {
        employer,
        device: desk.public(),
        form: DeviceForm::Phone,
        log_key: log_key.public(),
        nonce: [1; 8],
    };
    let [epoch, founding] = founding.contents();
    let first = [record(epoch, &[&**log_key]), record(founding, &[&**log_key, &desk])];
    let mut members = Vec::new();
    for number in 0..people {
        let client = Client::new(team, number, people);
        let (person, role) = (client.person, Role::Assistant);
        let member = Operation::AddMember { person, role, until_ms: None };
        members.push(record(RecordContent::Policy(member), &[&desk]));
        let (key, form) = (client.key.public(), DeviceForm::Phone);
        let device = Operation::AddDevice { person, key, form };
        members.push(record(RecordContent::Policy(device), &[&desk]));
    }
    let key = Arc::clone(log_key);
    office
        .write_now(move |turn| {
            let [epoch, founding] = &first;
            turn.core.found(turn.ledger, [epoch, founding], &key, turn.now_ms)?;
            Ok(())
        })
        .expect("founded");
    take(office, log_key, team, members.into_iter().map(Content::from).collect());
    team
}

/// Takes these in, twenty in a transaction, as under load.
fn take(office: &Office, log_key: &Arc<LogKey>, team: TeamId, contents: Vec<Content>) {
    let contents: Vec<_> = contents.into_iter().map(|content| (team, content)).collect();
    take_of_all(office, log_key, &contents);
}

fn take_of_all(office: &Office, log_key: &Arc<LogKey>, contents: &[(TeamId, Content)]) {
    for contents in contents.chunks(20) {
        let (key, contents) = (Arc::clone(log_key), contents.to_vec());
        office
            .write_now(move |turn| {
                for (team, content) in &contents {
                    let seed = turn.random()?;
                    let outcome =
                        turn.core.take(turn.ledger, *team, content, &key, (turn.now_ms, seed))?;
                    assert_eq!(outcome.settled, Settled::InForce);
                }
                Ok(())
            })
            .expect("taken");
    }
}

/// An office on the disk with one team of fifty and so many clients.
fn office(folder: &std::path::Path, clients: u64) -> (Office, Arc<LogKey>, TeamId, Vec<Client>) {
    let (office, log_key) = empty(folder);
    let team = found(&office, &log_key, 1, PEOPLE.min(clients));
    let clients = (0..clients).map(|number| Client::new(team, number, PEOPLE)).collect();
    (office, log_key, team, clients)
}

fn submit(office: &Office, log_key: &Arc<LogKey>, team: TeamId, content: Content) {
    let key = Arc::clone(log_key);
    let outcome = office
        .write_now(move |turn| {
            let seed = turn.random()?;
            Ok(turn.core.take(turn.ledger, team, &content, &key, (turn.now_ms, seed))?)
        })
        .expect("taken");
    assert_eq!(outcome.settled, Settled::InForce);
}

/// Every client sends its next change as soon as the last one is durable.
fn closed_loop(clients: u64, each: usize) -> (f64, Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, log_key, team, mut all) = office(folder.path(), clients);
    let prepared: Vec<Vec<Content>> =
        all.iter_mut().map(|client| (0..each).map(|_| client.next()).collect()).collect();
    let began = Instant::now();
    std::thread::scope(|scope| {
        for mine in prepared {
            let (office, log_key) = (office.clone(), Arc::clone(&log_key));
            std::thread::Builder::new()
                .stack_size(256 * 1024)
                .spawn_scoped(scope, move || {
                    for content in mine {
                        submit(&office, &log_key, team, content);
                    }
                })
                .expect("a thread");
        }
    });
    let took = began.elapsed();
    #[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a rate to print")]
    let rate = clients as f64 * each as f64 / took.as_secs_f64();
    (rate, took)
}

/// 200 changes a second from 1,000 clients; how long each waits.
fn paced() -> (Duration, Duration, u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, log_key, team, mut all) = office(folder.path(), 1_000);
    let before = resident();
    let queue: Vec<Content> = all.iter_mut().map(Client::next).collect();
    let waits = std::sync::Mutex::new(Vec::new());
    let began = Instant::now();
    std::thread::scope(|scope| {
        for (number, content) in (0_u32..).zip(queue) {
            let due = Duration::from_millis(5) * number;
            let now = began.elapsed();
            if due > now {
                std::thread::sleep(due - now);
            }
            let (office, log_key, waits) = (office.clone(), Arc::clone(&log_key), &waits);
            scope.spawn(move || {
                let sent = Instant::now();
                submit(&office, &log_key, team, content);
                waits.lock().expect("no panic").push(sent.elapsed());
            });
        }
    });
    let mut waits = waits.into_inner().expect("no panic");
    waits.sort_unstable();
    let at = |percent: usize| waits[(waits.len() * percent / 100).min(waits.len() - 1)];
    (at(50), at(99), resident().saturating_sub(before))
}

/// Resident memory in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// A phone's file on the disk: a tap until it is durable, a month, a year.
fn phone() -> (Duration, Duration, Duration, Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&folder.path().join("phone.sqlite")).expect("a store");
    let person = PersonId::new([3; 16]);
    let me = Me { team: TeamId::new([2; 16]), person, actor: [4; 16], app: "bench".into() };
    let (key, log) = (DeviceKey::from_seed(&[1; 32]), LogKey::from_seed(&[2; 32]));
    let mut device =
        Device::open(store, me, key, log.public(), Incarnation::new([8; 8])).expect("a device");
    let mut next = 0_u128;
    let mut dice = move || {
        next += 1;
        next.to_be_bytes()
    };
    let mut taps = Vec::new();
    let start = month(0).interval(chrono_tz::Europe::Berlin).from().ms();
    for shift in 0..360_i64 {
        let at = start + shift * 86_400_000 + 8 * 3_600_000;
        let began = Instant::now();
        device
            .act(&clock(at), &mut dice, |acting| acting.clock_in(&workplace(), vec![]))
            .expect("clocked in");
        taps.push(began.elapsed());
        device
            .act(&clock(at + 6 * 3_600_000), &mut dice, |acting| acting.clock_out())
            .expect("clocked out");
    }
    taps.sort_unstable();
    let now = clock(start + 370 * 86_400_000);
    let read = |device: &mut Device<Store>, months: usize| {
        let began = Instant::now();
        for add in 0..months {
            let work =
                device.look(&now, |acting| acting.month_of(person, month(add))).expect("read");
            assert!(work.entries.len() >= 28);
        }
        began.elapsed()
    };
    let one = read(&mut device, 1);
    let year = read(&mut device, 11);
    (taps[taps.len() / 2], taps[taps.len() * 99 / 100], one, year)
}

/// So many changes: signatures, chains and tree from an evidence file; then
/// every document through the gate and loaded.
fn rebuild(changes: u64) -> (Duration, Duration, usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let clients = 50;
    let (office, log_key, team, mut all) = office(folder.path(), clients);
    for _ in 0..changes / clients / 100 {
        // Each life writes on, month after month.
        let contents: Vec<Content> = all
            .iter_mut()
            .flat_map(|client| (0..100).map(|_| client.next()).collect::<Vec<_>>())
            .collect();
        take(&office, &log_key, team, contents);
    }
    let file = office.write_now(move |turn| evidence_file::file(turn, team)).expect("evidence");
    let began = Instant::now();
    let report = evidence::verify(&file).expect("readable");
    assert!(report.is_proven());
    let verified = began.elapsed();

    let mut store = Store::open(&office.folder().ledger()).expect("a store");
    let began = Instant::now();
    let documents = store
        .read(|ledger: &mut dyn Ledger| {
            let kind = assistenz_core::document::DocumentKind::Time;
            let ids = assistenz_core::app::month::documents_with(ledger, team, kind, None)?;
            for id in &ids {
                let stream = assistenz_core::log::Stream::from(*id);
                let batches = assistenz_core::sync::in_force(ledger, team, &stream)?;
                // Strictly: every change walked and read again.
                let document = load(*id, [0; 16], &batches)?;
                let person = id.subject().expect("time has a subject");
                let assistenz_core::document::Period::Month(month) = id.period() else { continue };
                let work = MonthOfWork::read(person, month, &[&document], Overrides::AsApproved);
                assert!(!work.entries.is_empty());
            }
            Ok::<_, assistenz_core::app::AppError>(ids.len())
        })
        .expect("read");
    (verified, began.elapsed(), documents)
}

/// How the cost grows: a team of so many people is made, then everybody
/// writes. Time per member, and per change.
fn growth_by_people(people: u64) -> (Duration, Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, log_key) = empty(folder.path());
    let began = Instant::now();
    let team = found(&office, &log_key, 1, people);
    let made = began.elapsed() / u32::try_from(people).expect("few");
    let mut all: Vec<Client> = (0..people).map(|n| Client::new(team, n, people)).collect();
    (made, per_change(&office, &log_key, &mut all, 1_000))
}

/// The same for a team of five that has written for so many years; also how
/// long the office takes to open, and to read one month.
fn growth_by_years(years: usize) -> (Duration, Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, log_key) = empty(folder.path());
    let team = found(&office, &log_key, 1, 5);
    let mut all: Vec<Client> = (0..5).map(|n| Client::new(team, n, 5)).collect();
    let contents: Vec<Content> = all
        .iter_mut()
        .flat_map(|client| (0..years * 12 * 60).map(|_| client.next()).collect::<Vec<_>>())
        .collect();
    take(&office, &log_key, team, contents);
    let change = per_change(&office, &log_key, &mut all, 300);
    let path = office.folder().ledger();
    drop(office);
    let began = Instant::now();
    let mut store = Store::open(&path).expect("a store");
    let opened = began.elapsed();
    let any = store.read(|ledger: &mut dyn Ledger| ledger.head(team)).expect("read");
    assert!(any.is_some());
    (change, opened)
}

/// The same for so many teams of five in one office.
fn growth_by_teams(teams: u8) -> Duration {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, log_key) = empty(folder.path());
    let mut all = Vec::new();
    for number in 1..=teams {
        let team = found(&office, &log_key, number, 5);
        all.extend((0..5).map(|n| Client::new(team, n, 5)));
    }
    per_change(&office, &log_key, &mut all, 1_000)
}

/// So many changes by everybody in turn, twenty in a transaction.
fn per_change(
    office: &Office,
    log_key: &Arc<LogKey>,
    all: &mut [Client],
    changes: usize,
) -> Duration {
    let each = changes.div_ceil(all.len());
    let contents: Vec<(TeamId, Content)> = (0..each)
        .flat_map(|_| all.iter_mut().map(|one| (one.team, one.next())).collect::<Vec<_>>())
        .collect();
    let count = u32::try_from(contents.len()).expect("few");
    let began = Instant::now();
    take_of_all(office, log_key, &contents);
    began.elapsed() / count
}

#[expect(clippy::print_stdout, reason = "a table is what it is for")]
fn print_phone() {
    let (tap, slow, month, year) = phone();
    println!("| clock-in until durable: median, p99 | {tap:.1?}, {slow:.1?} |");
    println!("| opening a month of 30 shifts | {month:.1?} |");
    println!("| opening eleven months one after the other | {year:.1?} |");
}

#[expect(clippy::print_stdout, reason = "a table is what it is for")]
fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return; // `cargo test --benches` only builds it
    }
    let today = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("");
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("machine{model}, load {}", load.split(' ').next().unwrap_or_default());
    println!(
        "day {}\n",
        Minute::new(i64::try_from(today / 60).unwrap_or_default()).instant().date_naive()
    );
    println!("| what | measured |\n|---|---|");
    let only = std::env::var("ASSISTENZ_BENCH_ONLY").ok();
    let parts: [(&str, &dyn Fn()); 4] = [
        ("office", &print_office),
        ("phone", &print_phone),
        ("growth", &print_growth),
        ("evidence", &print_evidence),
    ];
    for (name, print) in parts {
        if only.as_deref().is_none_or(|only| only == name) {
            print();
        }
    }
}

#[expect(clippy::print_stdout, reason = "a table is what it is for")]
fn print_office() {
    for (clients, each) in [(1, 400), (50, 40), (200, 20), (1_000, 4)] {
        let (rate, _) = closed_loop(clients, each);
        println!(
            "| durable signed changes per second, closed loop of {clients} clients | {rate:.0} |"
        );
    }
    let (median, p99, memory) = paced();
    println!("| 200 changes/s from 1,000 clients: median, p99 | {median:.1?}, {p99:.1?} |");
    println!("| … memory added | {} MB |", memory / 1024);
}

#[expect(clippy::print_stdout, reason = "a table is what it is for")]
fn print_growth() {
    for people in [10, 100, 1_000] {
        let (made, change) = growth_by_people(people);
        println!(
            "| a team of {people}: each member made; each change | {made:.2?}; {change:.2?} |"
        );
    }
    for years in [1, 5, 10] {
        let (change, opened) = growth_by_years(years);
        println!(
            "| after {years} years of a team of 5: each change; opening the file | {change:.2?}; {opened:.1?} |"
        );
    }
    for teams in [1, 20, 200] {
        let change = growth_by_teams(teams);
        println!("| {teams} teams of 5 in one office: each change | {change:.2?} |");
    }
}

#[expect(clippy::print_stdout, reason = "a table is what it is for")]
fn print_evidence() {
    let changes: u64 = std::env::var("ASSISTENZ_BENCH_CHANGES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(90_000);
    for part in [changes / 9, changes] {
        let (verified, rebuilt, documents) = rebuild(part);
        println!("| {part} changes: signatures, chains, tree | {verified:.1?} |");
        println!(
            "| … every document ({documents}) walked, loaded, read as a month | {rebuilt:.1?} |"
        );
    }
}
