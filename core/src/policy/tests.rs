//! Policy records and rights, one sentence per rule.

use super::{Denied, PolicyError, PolicyState};
use crate::document::{DocumentId, EntryId, PersonId, TeamId};
use crate::log::{
    About, Credential, Desk, DeviceForm, DeviceKey, EpochReason, LogKey, Operation, Position,
    Record, RecordContent, RecordDraft, Role, Signer, Topic,
};

const TEAM: TeamId = TeamId::new([1; 16]);
const EMPLOYER: PersonId = PersonId::new([2; 16]);

fn device(seed: u8) -> DeviceKey {
    DeviceKey::from_seed(&[seed; 32])
}

fn log_key(seed: u8) -> LogKey {
    LogKey::from_seed(&[seed; 32])
}

fn record(content: RecordContent, desk: Option<Desk>, keys: &[&dyn Signer]) -> Record {
    let draft = RecordDraft { team: TEAM, nonce: [0; 16], issued_ms: 0, content, desk };
    draft.seal(keys).expect("in form")
}

fn epoch(number: u32) -> RecordContent {
    let first = number == 1;
    RecordContent::Epoch {
        number,
        nonce: [0; 8],
        checkpoint: (!first).then(|| "the last one known".to_owned()),
        reason: if first { EpochReason::Founded } else { EpochReason::RestoreAnnounced },
    }
}

fn founding(form: DeviceForm) -> RecordContent {
    RecordContent::Policy(Operation::Found {
        employer: EMPLOYER,
        device: device(10).public(),
        log_key: log_key(20).public(),
        form,
    })
}

struct Team {
    state: PolicyState,
    seq: u64,
}

impl Team {
    fn founded() -> Self {
        let mut team = Self { state: PolicyState::new(), seq: 0 };
        assert_eq!(team.put(&record(epoch(1), None, &[&log_key(20)]), 0), Ok(()));
        let found = record(founding(DeviceForm::Phone), None, &[&device(10), &log_key(20)]);
        assert_eq!(team.put(&found, 0), Ok(()));
        team
    }

    fn put(&mut self, record: &Record, at_ms: i64) -> Result<(), PolicyError> {
        let before = self.state.clone();
        let done = self.state.apply(record, Position::new(1, self.seq), at_ms);
        match done {
            Ok(()) => self.seq += 1,
            Err(_) => assert_eq!(self.state, before, "a refusal changes nothing"),
        }
        done
    }

    fn by(
        &mut self,
        operation: Operation,
        key: &dyn Signer,
        at_ms: i64,
    ) -> Result<(), PolicyError> {
        self.put(&record(RecordContent::Policy(operation), None, &[key]), at_ms)
    }

    fn member(&mut self, person: u8, role: Role, until_ms: Option<i64>) -> DeviceKey {
        let (id, key) = (PersonId::new([person; 16]), device(person));
        let add = Operation::AddMember { person: id, role, until_ms };
        assert_eq!(self.by(add, &device(10), 0), Ok(()));
        let form = DeviceForm::Phone;
        let add = Operation::AddDevice { person: id, key: key.public(), form };
        assert_eq!(self.by(add, &device(10), 0), Ok(()));
        key
    }
}

#[test]
fn a_team_begins_with_its_epoch_and_its_founding_and_with_nothing_else() {
    let opening = record(epoch(1), None, &[&log_key(20)]);
    let found = record(founding(DeviceForm::Phone), None, &[&device(10), &log_key(20)]);
    let mut state = PolicyState::new();
    let at = Position::new;
    assert_eq!(state.apply(&found, at(1, 1), 0), Err(PolicyError::NotFounded));
    assert_eq!(state.apply(&opening, at(1, 1), 0), Err(PolicyError::WrongPlace));
    let second = record(epoch(2), None, &[&log_key(20)]);
    assert_eq!(state.apply(&second, at(2, 0), 0), Err(PolicyError::NotFounded));
    assert_eq!(state.apply(&opening, at(1, 0), 0), Ok(()));
    assert_eq!(state.apply(&found, at(1, 2), 0), Err(PolicyError::WrongPlace));
    let early = RecordContent::Policy(Operation::ShareRota { shared: true });
    let early = record(early, None, &[&device(10)]);
    assert_eq!(state.apply(&early, at(1, 1), 0), Err(PolicyError::NotFounded));
    assert_eq!(state.apply(&found, at(1, 1), 0), Ok(()));
    assert_eq!(state.apply(&found, at(1, 2), 0), Err(PolicyError::AlreadyFounded));
    assert_eq!(state.entries(), 2);

    // The first entry must be signed by the log key that founding names.
    let mut state = PolicyState::new();
    let other = record(epoch(1), None, &[&log_key(21)]);
    assert_eq!(state.apply(&other, at(1, 0), 0), Ok(()));
    assert_eq!(state.apply(&found, at(1, 1), 0), Err(PolicyError::UnknownSigner));
}

#[test]
fn founding_at_a_desk_says_for_whom() {
    let opening = record(epoch(1), None, &[&log_key(20)]);
    let keys: [&dyn Signer; 2] = [&device(10), &log_key(20)];
    let desk = |person| {
        Some(Desk { person, session: [0; 16], credential: Credential::Passkey, assertion: None })
    };
    for (said, expected) in [
        (None, Err(PolicyError::Desk)),
        (desk(PersonId::new([9; 16])), Err(PolicyError::Desk)),
        (desk(EMPLOYER), Ok(())),
    ] {
        let mut state = PolicyState::new();
        state.apply(&opening, Position::new(1, 0), 0).expect("opened");
        let found = record(founding(DeviceForm::Desk), said, &keys);
        assert_eq!(state.apply(&found, Position::new(1, 1), 0), expected);
    }
}

#[test]
fn a_right_ends_at_its_millisecond_by_the_offices_clock() {
    let mut team = Team::founded();
    let key = team.member(3, Role::Assistant, Some(1_000));
    let own = DocumentId::time(PersonId::new([3; 16]), "2026-10".parse().expect("a month"));
    let may = |at_ms| team.state.may_write(key.device(), &own, at_ms);
    assert_eq!(may(999), Ok(()));
    assert_eq!(may(1_000), Err(Denied::Expired));
    assert_eq!(team.state.may_read(key.device(), &own, 1_000), Err(Denied::Expired));
    assert_eq!(team.state.may_read_policy(key.device(), 999), Ok(()));
    assert_eq!(team.state.may_read_policy(key.device(), 1_000), Err(Denied::Expired));
}

#[test]
fn what_was_granted_before_stays_as_it_was_at_its_position() {
    let mut team = Team::founded();
    let key = team.member(3, Role::Assistant, None);
    let own = DocumentId::time(PersonId::new([3; 16]), "2026-10".parse().expect("a month"));
    let before = team.state.clone();
    assert_eq!(team.by(Operation::RevokeDevice { device: key.device() }, &device(10), 5), Ok(()));
    assert_eq!(before.may_write(key.device(), &own, 9), Ok(()));
    assert_eq!(team.state.may_write(key.device(), &own, 1), Err(Denied::Revoked));
    let twice = Operation::RevokeDevice { device: key.device() };
    assert_eq!(team.by(twice, &device(10), 6), Ok(()), "two branches may have done it");
    assert_eq!(
        team.by(Operation::ShareRota { shared: true }, &key, 6),
        Err(PolicyError::RevokedSigner)
    );
}

#[test]
fn there_is_always_an_employer_without_an_end() {
    let mut team = Team::founded();
    let end = || Operation::EndMember { person: EMPLOYER, role: Role::Employer };
    assert_eq!(team.by(end(), &device(10), 0), Err(PolicyError::LastEmployer));
    let until = Operation::AddMember { person: EMPLOYER, role: Role::Employer, until_ms: Some(9) };
    assert_eq!(team.by(until, &device(10), 0), Err(PolicyError::LastEmployer));
    team.member(4, Role::Employer, Some(9));
    assert_eq!(team.by(end(), &device(10), 0), Err(PolicyError::LastEmployer));
    team.member(5, Role::Employer, None);
    assert_eq!(team.by(end(), &device(5), 0), Ok(()));
}

#[test]
fn a_key_is_used_once_for_ever() {
    let mut team = Team::founded();
    let old = team.member(3, Role::Assistant, None);
    let person = PersonId::new([3; 16]);
    assert_eq!(team.by(Operation::RevokeDevice { device: old.device() }, &device(10), 0), Ok(()));
    let form = DeviceForm::Phone;
    for key in [old.public(), device(10).public(), log_key(20).public()] {
        let again = Operation::AddDevice { person, key, form };
        assert_eq!(team.by(again, &device(10), 0), Err(PolicyError::KeyInUse));
    }
}

#[test]
fn an_employer_who_lost_every_key_comes_back_by_the_trusted_person_or_the_operator() {
    let mut team = Team::founded();
    let friend = team.member(3, Role::Assistant, None);
    let stranger = team.member(4, Role::Assistant, None);
    let back = |seed| Operation::EmployerKey {
        person: EMPLOYER,
        key: device(seed).public(),
        form: DeviceForm::Phone,
    };
    assert_eq!(team.by(back(30), &friend, 0), Err(PolicyError::NotAllowed));
    let trust = Operation::Trust { person: PersonId::new([3; 16]) };
    assert_eq!(team.by(trust, &device(10), 0), Ok(()));
    assert_eq!(team.by(back(30), &stranger, 0), Err(PolicyError::NotAllowed));
    assert_eq!(team.by(back(30), &friend, 0), Ok(()));
    let operator = |seed| Operation::RecoveredByOperator {
        person: EMPLOYER,
        key: device(seed).public(),
        form: DeviceForm::Phone,
    };
    assert_eq!(team.by(operator(31), &device(10), 0), Err(PolicyError::UnknownSigner));
    assert_eq!(team.by(operator(31), &log_key(20), 0), Ok(()));
    assert!(team.state.device(device(31).device()).expect("added").by_operator);
    assert!(!team.state.device(device(30).device()).expect("added").by_operator);
    assert_eq!(team.by(Operation::ShareRota { shared: true }, &device(30), 0), Ok(()));
    assert_eq!(team.by(Operation::ShareRota { shared: false }, &device(31), 0), Ok(()));
}

#[test]
fn a_new_log_key_needs_the_old_one_and_itself() {
    let mut team = Team::founded();
    let change = RecordContent::Policy(Operation::LogKey { key: log_key(21).public() });
    let without_old = record(change.clone(), None, &[&log_key(21), &log_key(22)]);
    assert_eq!(team.put(&without_old, 0), Err(PolicyError::UnknownSigner));
    let without_new = record(change.clone(), None, &[&log_key(20), &log_key(22)]);
    assert_eq!(team.put(&without_new, 0), Err(PolicyError::UnknownSigner));
    let both = record(change, None, &[&log_key(20), &log_key(21)]);
    assert_eq!(team.put(&both, 0), Ok(()));
    assert_eq!(team.state.log_key(), Some(&log_key(21).public()));
    assert_eq!(team.state.log_key_by_id(log_key(20).id()), Some(&log_key(20).public()));
    let old = record(epoch(2), None, &[&log_key(20)]);
    let at = Position::new(2, 0);
    assert_eq!(team.state.check(&old, at, 0), Err(PolicyError::UnknownSigner));
    let new = record(epoch(2), None, &[&log_key(21)]);
    assert_eq!(team.state.check(&new, at, 0), Ok(()));
    // An office restored from before epoch 2 goes on with a number nobody used.
    let later = record(epoch(3), None, &[&log_key(21)]);
    assert_eq!(team.state.check(&later, Position::new(3, 0), 0), Ok(()));
    assert_eq!(team.state.check(&later, Position::new(2, 0), 0), Err(PolicyError::WrongPlace));
}

#[test]
fn what_an_office_lost_comes_back_under_the_log_key_of_its_time() {
    let mut team = Team::founded();
    let change = RecordContent::Policy(Operation::LogKey { key: log_key(21).public() });
    let both = record(change, None, &[&log_key(20), &log_key(21)]);
    let seen = RecordContent::Seen { person: EMPLOYER, batches: vec![EntryId::new([1; 32])] };
    let purge = RecordContent::Purge {
        about: About::from(DocumentId::person(EMPLOYER)),
        rule: "a rule".into(),
        batches: vec![EntryId::new([1; 32])],
    };
    let former = record(seen, None, &[&log_key(20)]);
    let purged = record(purge, None, &[&log_key(20)]);
    assert_eq!(team.put(&both, 0), Ok(()));
    assert_eq!(team.put(&former, 0), Err(PolicyError::UnknownSigner), "nothing was lost yet");
    let opening = record(epoch(2), None, &[&log_key(21)]);
    assert_eq!(team.state.apply(&opening, Position::new(2, 0), 0), Ok(()));
    let here = Position::new(2, 1);
    assert_eq!(team.state.check(&former, here, 0), Ok(()));
    assert!(team.state.is_by_a_former_log_key(&former));
    assert!(
        !team.state.is_by_a_former_log_key(&both) && !team.state.is_by_a_former_log_key(&opening)
    );
    // What deletes is never taken from a key that was put away.
    assert_eq!(team.state.check(&purged, here, 0), Err(PolicyError::UnknownSigner));
}

#[test]
fn a_grant_is_for_deputies_and_ends_with_the_role() {
    let mut team = Team::founded();
    let person = PersonId::new([3; 16]);
    let grant = || Operation::Grant { person, topics: vec![Topic::Budget], until_ms: 100 };
    team.member(3, Role::Assistant, None);
    assert_eq!(team.by(grant(), &device(10), 0), Err(PolicyError::NotAMember));
    let deputy = |until_ms| Operation::AddMember { person, role: Role::Deputy, until_ms };
    assert_eq!(team.by(deputy(Some(50)), &device(10), 0), Ok(()));
    assert_eq!(team.by(grant(), &device(10), 0), Ok(()));
    let may =
        |team: &Team, at_ms| team.state.member(person).expect("there").may(Topic::Budget, at_ms);
    assert!(may(&team, 49) && !may(&team, 50), "the earlier end counts");
    let end = Operation::EndMember { person, role: Role::Deputy };
    assert_eq!(team.by(end, &device(10), 0), Ok(()));
    assert_eq!(team.by(deputy(None), &device(10), 0), Ok(()));
    assert!(!may(&team, 1), "a role given again has no old grants");
}
