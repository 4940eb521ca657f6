//! A team, its phones, its office, and a network that cannot be trusted.

mod office;
mod phones;

use super::faulty::Bug;
use assistenz_core::document::{EntryId, Incarnation, PersonId, TeamId};
use assistenz_core::ledger::Engine as _;
use assistenz_core::log::{DeviceKey, LogKey, Signer as _};
use assistenz_core::store::Store;
use assistenz_core::sync::{Office, OfficeKeys, Phone};
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

pub(crate) const TEAM: TeamId = TeamId::new([0x7e; 16]);
const START_MS: i64 = 1_790_000_000_000;
const MONTHS: [&str; 2] = ["2026-10", "2026-11"];

pub(crate) const EMPLOYER: usize = 0;
pub(crate) const DEPUTY: usize = 4;

/// One phone.
pub(crate) struct Device {
    pub(crate) person: PersonId,
    pub(crate) key: DeviceKey,
    pub(crate) store: Store,
    pub(crate) phone: Phone,
    /// What its clock shows more than the true time.
    pub(crate) drift_ms: i64,
    pub(crate) revoked: bool,
    backup: Option<(PathBuf, u64)>,
    actors: u64,
    /// An answer still under way.
    late: Option<Vec<u8>>,
}

/// Everything.
pub(crate) struct World {
    pub(crate) rng: ChaCha8Rng,
    pub(crate) bug: Option<Bug>,
    pub(crate) now_ms: i64,
    pub(crate) log_key: LogKey,
    pub(crate) secret: [u8; 32],
    pub(crate) office: Office,
    pub(crate) books: Store,
    pub(crate) devices: Vec<Device>,
    pub(crate) faults: bool,
    /// Batches of which a device was told, with proof, that they are kept.
    pub(crate) acknowledged: BTreeSet<EntryId>,
    /// Every batch ever written.
    pub(crate) written: BTreeSet<EntryId>,
    /// Batches that name an event no version knows yet.
    pub(crate) newer: BTreeSet<EntryId>,
    /// What the devices found wrong with an honest office.
    pub(crate) distrust: Vec<String>,
    /// When the office first had a revocation, as a device knows from its
    /// stream. What a device forgot with an old backup counts no more.
    pub(crate) heard: BTreeMap<(usize, EntryId), i64>,
    /// What the office said it will never let in.
    pub(crate) never: BTreeSet<EntryId>,
    books_backup: Option<PathBuf>,
    folder: tempfile::TempDir,
    files: u64,
}

fn person(number: u8) -> PersonId {
    PersonId::new([number; 16])
}

fn seed(rng: &mut ChaCha8Rng) -> [u8; 32] {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    bytes
}

fn temp_folder() -> tempfile::TempDir {
    let memory = std::path::Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }
        .expect("a temp folder")
}

impl World {
    pub(crate) fn new(number: u64, bug: Option<Bug>) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(number);
        let log_key = LogKey::from_seed(&seed(&mut rng));
        let secret = seed(&mut rng);
        let persons = [person(1), person(2), person(2), person(3), person(4)];
        let devices: Vec<Device> = persons
            .into_iter()
            .map(|person| Device {
                person,
                key: DeviceKey::from_seed(&seed(&mut rng)),
                store: Store::in_memory().expect("a store"),
                phone: Phone::new(TEAM, log_key.public()),
                drift_ms: 0,
                revoked: false,
                backup: None,
                actors: 0,
                late: None,
            })
            .collect();
        let mut world = Self {
            rng,
            bug,
            now_ms: START_MS,
            log_key,
            secret,
            office: Office::new(40),
            books: Store::in_memory().expect("books"),
            devices,
            faults: true,
            acknowledged: BTreeSet::new(),
            written: BTreeSet::new(),
            newer: BTreeSet::new(),
            distrust: Vec::new(),
            heard: BTreeMap::new(),
            never: BTreeSet::new(),
            books_backup: None,
            folder: temp_folder(),
            files: 0,
        };
        world.found();
        for device in 0..world.devices.len() {
            world.pair(device);
        }
        world
    }

    fn pair(&mut self, index: usize) {
        let incarnation = self.incarnation();
        let device = &mut self.devices[index];
        let keys = OfficeKeys { log: &self.log_key, secret: &self.secret };
        let nonce = self.office.nonce(keys, TEAM, device.key.device(), self.now_ms);
        let phone = &device.phone;
        device
            .store
            .write(|ledger| {
                phone.begin_incarnation(ledger, incarnation)?;
                phone.take_nonce(ledger, nonce)
            })
            .expect("pairs");
    }

    fn incarnation(&mut self) -> Incarnation {
        let mut bytes = [0; 8];
        self.rng.fill_bytes(&mut bytes);
        Incarnation::new(bytes)
    }

    fn file(&mut self) -> PathBuf {
        self.files += 1;
        self.folder.path().join(format!("{}.db", self.files))
    }

    /// One thing happens.
    pub(crate) fn step(&mut self) {
        self.now_ms += self.rng.random_range(1_000..4_000_000);
        let index = self.rng.random_range(0..self.devices.len());
        match self.rng.random_range(0..100) {
            0..40 => self.write(index),
            40..78 => {
                self.sync(index);
            }
            78..82 => self.deliver_late(index),
            82..86 => self.decide(),
            86..90 => self.change_policy(),
            90..92 => self.purge_or_see(),
            92 => self.back_up_office(),
            93 => {
                let announced = self.rng.random_bool(0.5);
                self.restore_office(announced);
            }
            94 | 95 => self.back_up_phone(index),
            96 => {
                let noticed = self.rng.random_bool(0.5);
                self.restore_phone(index, noticed);
            }
            97 => self.lose_revocation(),
            _ => {
                let years = self.rng.random_range(-5..=5);
                self.devices[index].drift_ms = years * 365 * 86_400_000;
            }
        }
    }

    /// The network is whole again; everybody syncs until nothing moves.
    /// `false` if somebody never comes to rest.
    pub(crate) fn heal(&mut self) -> bool {
        self.faults = false;
        let mut quiet = 0;
        for _ in 0..60 {
            let before = self.size();
            let mut more = false;
            for index in 0..self.devices.len() {
                self.now_ms += 1_000;
                more |= self.sync(index);
            }
            quiet = if more || self.size() != before { 0 } else { quiet + 1 };
            if quiet == 2 {
                return true;
            }
        }
        false
    }

    fn size(&mut self) -> Option<(u32, u64)> {
        let head = self.books.read(|ledger| ledger.head(TEAM)).expect("reads");
        head.map(|head| (head.epoch, head.size))
    }
}
