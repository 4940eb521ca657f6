//! What the office and its employer do: found, decide, grant, revoke, purge,
//! restore.

use super::super::faulty::Faulty;
use super::super::founded::founded;
use super::{DEPUTY, EMPLOYER, MONTHS, TEAM, World, person, seed};
use assistenz_core::document::{DocumentId, EntryId};
use assistenz_core::ledger::{Engine as _, HeldStatus};
use assistenz_core::log::stream::Stream;
use assistenz_core::log::{
    Content, DeviceForm, Operation, Record, RecordContent, RecordDraft, Role, Signer, Status, Topic,
};
use assistenz_core::store::Store;
use assistenz_core::sync::Office;
use rand::{Rng as _, RngExt as _};

impl World {
    pub(super) fn record(&mut self, content: RecordContent, signers: &[&dyn Signer]) -> Record {
        let mut nonce = [0; 16];
        self.rng.fill_bytes(&mut nonce);
        RecordDraft { team: TEAM, nonce, issued_ms: self.now_ms, content, desk: None }
            .seal(signers)
            .expect("a record in form")
    }

    pub(super) fn found(&mut self) {
        let employer = &self.devices[EMPLOYER];
        let by = (employer.person, &employer.key);
        founded((&mut self.office, &mut self.books), TEAM, by, &self.log_key, self.now_ms);
        let role = |role, person| Operation::AddMember { person, role, until_ms: None };
        let mut operations = vec![
            role(Role::Assistant, person(2)),
            role(Role::Assistant, person(3)),
            role(Role::Deputy, person(4)),
        ];
        for device in &self.devices[1..] {
            operations.push(Operation::AddDevice {
                person: device.person,
                key: device.key.public(),
                form: DeviceForm::Phone,
            });
        }
        for operation in operations {
            let key = self.devices[EMPLOYER].key.clone();
            let record = self.record(RecordContent::Policy(operation), &[&key]);
            self.at_desk(&record.into());
        }
    }

    /// Something the employer does at the office itself.
    pub(super) fn at_desk(&mut self, content: &Content) {
        let dice = seed(&mut self.rng);
        let (office, log_key, now, bug) = (&mut self.office, &self.log_key, self.now_ms, self.bug);
        self.books
            .write(|ledger| {
                let mut ledger = Faulty { inner: ledger, bug };
                office.take(&mut ledger, TEAM, content, log_key, (now, dice))
            })
            .expect("the office works");
    }

    pub(super) fn by_office(&mut self, content: RecordContent) {
        let dice = seed(&mut self.rng);
        let (office, log_key, now) = (&mut self.office, &self.log_key, self.now_ms);
        self.books
            .write(|ledger| office.record(ledger, TEAM, content, log_key, (now, dice)))
            .expect("the office works");
    }

    pub(crate) fn back_up_office(&mut self) {
        let file = self.file();
        self.books.backup_to(&file).expect("backs up");
        self.books_backup = Some(file);
    }

    pub(crate) fn restore_office(&mut self, announced: bool) {
        let Some(backup) = self.books_backup.clone() else { return };
        let file = self.file();
        std::fs::copy(&backup, &file).expect("copies");
        self.books = Store::open_existing(&file).expect("opens");
        self.office = Office::new(40);
        if announced {
            let dice = seed(&mut self.rng);
            let (office, log_key, now) = (&mut self.office, &self.log_key, self.now_ms);
            self.books
                .write(|ledger| office.announce_restore(ledger, TEAM, log_key, (now, dice)))
                .expect("announces");
        }
    }

    /// The employer decides about something held.
    pub(crate) fn decide(&mut self) {
        let held =
            self.books.read(|ledger| ledger.held_with(TEAM, HeldStatus::Held)).expect("reads");
        if held.is_empty() {
            return;
        }
        let row = held[self.rng.random_range(0..held.len())];
        let status = if self.rng.random_ratio(3, 4) { Status::Released } else { Status::Refused };
        let cause = assistenz_core::log::Cause::from_number(u64::from(row.cause)).expect("known");
        let key = self.devices[EMPLOYER].key.clone();
        let content = RecordContent::Verdict { batch: row.id, status, cause };
        let record = self.record(content, &[&key]);
        self.at_desk(&record.into());
    }

    /// The employer changes who may do what, at the office or on the phone.
    pub(crate) fn change_policy(&mut self) {
        let until_ms = self.now_ms + self.rng.random_range(1..40) * 3_600_000;
        let operation = match self.rng.random_range(0..8) {
            0..=3 => Operation::Grant {
                person: person(4),
                topics: vec![Topic::HoursView, Topic::HoursApprove],
                until_ms,
            },
            4 | 5 => Operation::RevokeGrant {
                person: person(4),
                topics: vec![Topic::HoursView, Topic::HoursApprove],
            },
            6 => Operation::ShareRota { shared: true },
            _ => return self.revoke(),
        };
        self.issue(operation);
    }

    pub(super) fn revoke(&mut self) {
        self.devices[2].revoked = true;
        self.issue(Operation::RevokeDevice { device: self.devices[2].key.device() });
    }

    pub(super) fn issue(&mut self, operation: Operation) {
        let key = self.devices[EMPLOYER].key.clone();
        let record = self.record(RecordContent::Policy(operation), &[&key]);
        if self.rng.random_bool(0.5) {
            self.at_desk(&record.into());
        } else {
            let device = &mut self.devices[EMPLOYER];
            let phone = &device.phone;
            let bug = self.bug;
            device
                .store
                .write(|ledger| phone.offer(&mut Faulty { inner: ledger, bug }, &record))
                .expect("offers");
        }
    }

    /// The office loses a revocation by a silent restore, and the revoked phone
    /// writes on before anybody brings the revocation back.
    pub(crate) fn lose_revocation(&mut self) {
        if self.devices[2].revoked {
            return;
        }
        self.back_up_office();
        self.write(1);
        self.sync(1);
        self.revoke();
        for _ in 0..2 {
            let index = [EMPLOYER, 1, 3, DEPUTY][self.rng.random_range(0..4)];
            self.now_ms += 60_000;
            self.sync(index);
        }
        self.now_ms += 3_600_000;
        self.restore_office(false);
        for _ in 0..self.rng.random_range(1..4) {
            self.now_ms += 60_000;
            self.write(2);
            self.sync(2);
        }
        // Somebody's phone may build on that.
        self.sync(1);
        self.write(1);
        self.sync(1);
    }

    /// Retention ends for one document, or the employer has seen something.
    pub(crate) fn purge_or_see(&mut self) {
        let month = MONTHS[0].parse().expect("a month");
        let document = DocumentId::time(person(self.rng.random_range(2..=3)), month);
        let batches = self.in_stream(document);
        let Some(first) = batches.first() else { return };
        let content = if self.rng.random_ratio(1, 3) {
            RecordContent::Purge { about: document.into(), rule: "test".into(), batches }
        } else {
            RecordContent::Seen { person: person(1), batches: vec![*first] }
        };
        self.by_office(content);
    }

    pub(super) fn in_stream(&mut self, document: DocumentId) -> Vec<EntryId> {
        let name = assistenz_core::log::codec::encode(&Stream::from(document));
        self.books
            .read(|ledger| {
                let mut ids: Vec<EntryId> = Vec::new();
                for member in ledger.members(TEAM, &name, 0, usize::MAX)? {
                    let kept = ledger.entry(TEAM, member.id)?.expect("a member is kept");
                    if kept.entry_type == assistenz_core::ledger::EntryType::BATCH {
                        ids.push(member.id);
                    }
                }
                ids.sort();
                ids.dedup();
                Ok::<_, assistenz_core::ledger::LedgerError>(ids)
            })
            .expect("reads")
    }
}
