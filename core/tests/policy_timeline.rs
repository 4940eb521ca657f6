//! The policy kept in memory goes on with each new record; it must be at every
//! moment what a replay of the whole stream gives.

use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::ledger::Engine as _;
use assistenz_core::log::{
    DeviceForm, DeviceKey, Founding, LogKey, Operation, Position, RecordContent, RecordDraft, Role,
    Signer as _, Topic,
};
use assistenz_core::store::Store;
use assistenz_core::sync::{Office, Phone, SyncError, Timeline};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const TEAM: TeamId = TeamId::new([7; 16]);
const START_MS: i64 = 1_790_000_000_000;

struct World {
    rng: ChaCha8Rng,
    now_ms: i64,
    log_key: LogKey,
    employer: DeviceKey,
    office: Office,
    books: Store,
    /// Keeps a timeline of its own over the office's ledger.
    reader: Phone,
}

fn person(number: u8) -> PersonId {
    PersonId::new([number; 16])
}

impl World {
    fn new(seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let log_key = LogKey::from_seed(&rng.random());
        let employer = DeviceKey::from_seed(&rng.random());
        let reader = Phone::new(TEAM, log_key.public());
        let (office, books) = (Office::new(1), Store::in_memory().expect("books"));
        let mut world = Self { rng, now_ms: START_MS, log_key, employer, office, books, reader };
        let founding = Founding {
            employer: person(1),
            device: world.employer.public(),
            form: DeviceForm::Phone,
            log_key: world.log_key.public(),
            nonce: [1; 8],
        };
        let [epoch, found] = founding.contents();
        let epoch = world.draft(epoch).seal(&[&world.log_key]).expect("in form");
        let found = world.draft(found).seal(&[&world.log_key, &world.employer]).expect("in form");
        let (office, log_key) = (&mut world.office, &world.log_key);
        world
            .books
            .write(|ledger| office.found(ledger, [&epoch, &found], log_key, START_MS))
            .expect("founds");
        world
    }

    fn draft(&mut self, content: RecordContent) -> RecordDraft {
        let mut nonce = [0; 16];
        self.rng.fill_bytes(&mut nonce);
        RecordDraft { team: TEAM, nonce, issued_ms: self.now_ms, content, desk: None }
    }

    /// Sensible or not: what may not stand there is refused, and changes nothing.
    fn operation(&mut self) -> Operation {
        let somebody = person(self.rng.random_range(1..=4));
        let role = Role::ALL[self.rng.random_range(0..Role::ALL.len())];
        let topics = vec![[Topic::Rota, Topic::Team][self.rng.random_range(0..2)]];
        let hours = self.rng.random_range(1..50);
        let until_ms = self.now_ms + hours * 3_600_000;
        let key = DeviceKey::from_seed(&[self.rng.random_range(0..8); 32]).public();
        match self.rng.random_range(0..9) {
            0 | 1 => Operation::AddMember { person: somebody, role, until_ms: None },
            2 => Operation::AddMember { person: somebody, role, until_ms: Some(until_ms) },
            3 => Operation::EndMember { person: somebody, role },
            4 => Operation::AddDevice { person: somebody, key, form: DeviceForm::Phone },
            5 => Operation::RevokeDevice { device: key.id().device() },
            6 => Operation::Grant { person: somebody, topics, until_ms },
            7 => Operation::RevokeGrant { person: somebody, topics },
            _ => Operation::ShareRota { shared: self.rng.random() },
        }
    }

    /// Some records in one transaction, which may be undone at its end.
    fn transaction(&mut self) {
        self.now_ms += self.rng.random_range(0..20_000_000);
        let records: Vec<_> = (0..self.rng.random_range(1..4))
            .map(|_| {
                let operation = self.operation();
                let draft = self.draft(RecordContent::Policy(operation));
                draft.seal(&[&self.employer]).expect("in form")
            })
            .collect();
        let restored = self.rng.random_ratio(1, 10);
        let undone = self.rng.random_ratio(1, 3);
        let (office, reader, log_key) = (&mut self.office, &mut self.reader, &self.log_key);
        let now = (self.now_ms, self.rng.random());
        let result = self.books.write(|ledger| {
            if restored {
                office.announce_restore(ledger, TEAM, log_key, now)?;
            }
            for record in &records {
                office.take(ledger, TEAM, &record.clone().into(), log_key, now)?;
                assert_eq!(*reader.timeline(ledger)?, Timeline::load(ledger, TEAM)?);
            }
            if undone { Err(SyncError::Torn("undone by the test")) } else { Ok(()) }
        });
        assert_eq!(result.is_err(), undone);
    }
}

#[test]
fn a_kept_timeline_is_what_a_replay_of_the_whole_stream_gives() {
    for seed in 0..30 {
        let mut world = World::new(seed);
        let mut longest = 0;
        for _ in 0..25 {
            world.transaction();
            let (office, reader) = (&mut world.office, &mut world.reader);
            let (kept, replayed, now) = world
                .books
                .read(|ledger| {
                    let replayed = Timeline::load(ledger, TEAM)?;
                    Ok::<_, SyncError>((
                        reader.timeline(ledger)?,
                        replayed,
                        office.policy(ledger, TEAM)?,
                    ))
                })
                .expect("reads");
            assert_eq!(*kept, replayed, "seed {seed}");
            assert_eq!(now, replayed.now(), "seed {seed}");
            let early = Position::new(1, 3);
            assert_eq!(kept.before(early), replayed.before(early), "seed {seed}");
            longest = longest.max(kept.len());
        }
        assert!(longest > 4, "seed {seed} takes something in");
    }
}
