//! A team to try use cases on: a real office and real phones, in memory, on
//! one virtual clock.

use assistenz_core::app::catch_up::catch_up_views;
use assistenz_core::app::{Acting, AppError, DeskPen, Device, Me};
use assistenz_core::document::{Incarnation, PersonId, TeamId};
use assistenz_core::ledger::{Engine as _, Ledger, LedgerError};
use assistenz_core::log::{
    ClockEvidence, Credential, Desk, DeviceForm, DeviceKey, Founding, LogKey, Operation,
    RecordContent, RecordDraft, Role, Signer,
};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::store::Store;
use assistenz_core::sync::{Office, OfficeKeys, Settled};
use chrono::DateTime;
use chrono_tz::Europe::Berlin;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

pub(crate) struct Team {
    pub(crate) team: TeamId,
    pub(crate) employer: PersonId,
    store: Store,
    office: Office,
    log_key: LogKey,
    secret: [u8; 32],
    desk_key: DeviceKey,
    dice: ChaCha8Rng,
}

/// `2026-10-05T20:04+02:00` in ms.
pub(crate) fn at(text: &str) -> i64 {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").expect("an instant").timestamp_millis()
}

pub(crate) fn clock(now: i64) -> ClockEvidence {
    ClockEvidence {
        wall_ms: now,
        offset_minutes: 0,
        zone: "Europe/Berlin".into(),
        monotonic_ms: 0,
        boot: [1; 8],
        office_ms: None,
        office_heard_ms: None,
    }
}

pub(crate) fn nw() -> Workplace {
    Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) }
}

fn desk_of(person: PersonId) -> Desk {
    Desk { person, session: [3; 16], credential: Credential::CommandLine, assertion: None }
}

impl Team {
    pub(crate) fn found(now: i64) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(7);
        let team = TeamId::new(dice.random());
        let employer = PersonId::new(dice.random());
        let log_key = LogKey::from_seed(&dice.random());
        let desk_key = DeviceKey::from_seed(&dice.random());
        let mut store = Store::in_memory().expect("a store");
        let mut office = Office::new(4_096);
        let founding = Founding {
            employer,
            device: desk_key.public(),
            form: DeviceForm::Desk,
            log_key: log_key.public(),
            nonce: dice.random(),
        };
        let [epoch, found] = founding.contents();
        let mut draft = |content, desk| RecordDraft {
            team,
            nonce: dice.random(),
            issued_ms: now,
            content,
            desk,
        };
        let epoch = draft(epoch, None).seal(&[&log_key]).expect("sealed");
        let found =
            draft(found, Some(desk_of(employer))).seal(&[&desk_key, &log_key]).expect("sealed");
        store
            .write(|ledger| office.found(ledger, [&epoch, &found], &log_key, now))
            .expect("founded");
        let secret = dice.random();
        Self { team, employer, store, office, log_key, secret, desk_key, dice }
    }

    pub(crate) fn policy(&mut self, operation: Operation, now: i64) {
        let draft = RecordDraft {
            team: self.team,
            nonce: self.dice.random(),
            issued_ms: now,
            content: RecordContent::Policy(operation),
            desk: Some(desk_of(self.employer)),
        };
        let record = draft.seal(&[&self.desk_key]).expect("sealed");
        let Self { store, office, log_key, team, .. } = self;
        let seed = self.dice.random();
        let outcome = store
            .write(|ledger| office.take(ledger, *team, &record.into(), log_key, (now, seed)))
            .expect("taken");
        assert_eq!(outcome.settled, Settled::InForce);
    }

    /// An assistant with a phone that is paired.
    pub(crate) fn assistant(&mut self, now: i64) -> Device<Store> {
        let person = PersonId::new(self.dice.random());
        self.policy(Operation::AddMember { person, role: Role::Assistant, until_ms: None }, now);
        self.phone_of(person, now)
    }

    pub(crate) fn phone_of(&mut self, person: PersonId, now: i64) -> Device<Store> {
        let key = DeviceKey::from_seed(&self.dice.random());
        self.policy(
            Operation::AddDevice { person, key: key.public(), form: DeviceForm::Phone },
            now,
        );
        let me = Me { team: self.team, person, actor: self.dice.random(), app: "test".into() };
        let store = Store::in_memory().expect("a store");
        let fresh = Incarnation::new(self.dice.random());
        let device = key.device();
        let mut phone = Device::open(store, me, key, self.log_key.public(), fresh).expect("opened");
        let keys = OfficeKeys { log: &self.log_key, secret: &self.secret };
        phone.take_nonce(self.office.nonce(keys, self.team, device, now)).expect("noted");
        phone
    }

    /// Rounds until nothing is left to send or fetch.
    pub(crate) fn sync(&mut self, phone: &mut Device<Store>, now: i64) {
        let keys = OfficeKeys { log: &self.log_key, secret: &self.secret };
        phone
            .take_nonce(self.office.nonce(keys, self.team, phone.key().device(), now))
            .expect("noted");
        for _ in 0..20 {
            let request = phone.request().expect("built").expect("a nonce is there");
            let seed = self.dice.random();
            let Self { store, office, log_key, secret, team, .. } = self;
            let keys = OfficeKeys { log: log_key, secret };
            let response = store
                .write(|ledger| office.round(ledger, keys, &request, (now, seed)))
                .expect("answered");
            store.write(|ledger| catch_up_views(ledger, office, *team)).expect("caught up");
            let fresh = Incarnation::new(self.dice.random());
            if !phone.response(&response, fresh).expect("taken in").more {
                return;
            }
        }
        panic!("rounds without end");
    }

    /// The office's ledger itself.
    pub(crate) fn ledger<T>(
        &mut self,
        work: impl FnOnce(&mut dyn Ledger, TeamId) -> Result<T, LedgerError>,
    ) -> T {
        let team = self.team;
        self.store.write(|ledger| work(ledger, team)).expect("done")
    }

    /// Makes the rows of views good, as an office does that starts.
    pub(crate) fn catch_up(&mut self) {
        let Self { store, office, team, .. } = self;
        store.write(|ledger| catch_up_views(ledger, office, *team)).expect("caught up");
    }

    /// Signs a record of the office: an export.
    pub(crate) fn office_record(&mut self, content: RecordContent, now: i64) {
        let seed = self.dice.random();
        let Self { store, office, log_key, team, .. } = self;
        let (_, outcome) = store
            .write(|ledger| office.record(ledger, *team, content, log_key, (now, seed)))
            .expect("written");
        assert_eq!(outcome.settled, Settled::InForce);
    }

    /// The employer acts at the desk.
    pub(crate) fn desk<T>(
        &mut self,
        now: i64,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let me = Me {
            team: self.team,
            person: self.employer,
            actor: self.dice.random(),
            app: "test".into(),
        };
        let evidence = clock(now);
        let seed = self.dice.random();
        let Self { team, employer, store, office, log_key, desk_key, dice, .. } = self;
        let mut roll = || dice.random();
        store.write(|ledger| {
            let mut pen = DeskPen {
                office,
                team: *team,
                key: desk_key,
                incarnation: Incarnation::new([9; 8]),
                desk: desk_of(*employer),
                log_key,
                now_ms: now,
                seed,
            };
            act(&mut Acting { ledger, me: &me, now: &evidence, dice: &mut roll, pen: &mut pen })
        })
    }
}
