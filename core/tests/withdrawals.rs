//! When may an office take a batch out of force again? Only after a restore,
//! and only where the records it names take the right.

mod book;

use assistenz_core::document::{DocumentId, EntryId};
use assistenz_core::log::evidence::{FindingKind, verify};
use assistenz_core::log::{
    Cause, Content, DeviceForm, EpochReason, Operation, RecordContent, Role, Status, Topic,
};
use book::{Book, Pen, START_MS, october};

struct Story {
    book: Book,
    assistant: Pen,
    deputy: Pen,
    /// Of the assistant, before the restore.
    early: EntryId,
    /// Of the assistant and of the deputy, behind it.
    own: EntryId,
    reviewed: EntryId,
}

fn story() -> Story {
    let mut book = Book::found(7);
    let mut assistant = book.member(Role::Assistant, None, DeviceForm::Phone);
    let mut deputy = book.member(Role::Deputy, None, DeviceForm::Phone);
    let topics = vec![Topic::HoursView, Topic::HoursApprove];
    let until_ms = START_MS + 100_000_000;
    book.policy(Operation::Grant { person: deputy.person, topics, until_ms });
    let time = DocumentId::time(assistant.person, october());
    let review = DocumentId::review(assistant.person, october());
    let batch = book.write(&mut assistant, time, 1);
    let early = batch.id();
    assert_eq!(book.take(batch, None), None);
    let known = book.checkpoint();
    book.restore(&known, EpochReason::RestoreAnnounced);
    let batch = book.write(&mut assistant, time, 1);
    let own = batch.id();
    assert_eq!(book.take(batch, None), None);
    let batch = book.write(&mut deputy, review, 1);
    let reviewed = batch.id();
    assert_eq!(book.take(batch, None), None);
    Story { book, assistant, deputy, early, own, reviewed }
}

type Act = fn(&mut Story) -> RecordContent;

fn revoke(story: &mut Story) -> EntryId {
    let device = story.assistant.key.device();
    story.book.policy(Operation::RevokeDevice { device })
}

fn by(batch: EntryId, cause: Cause, by: Vec<EntryId>) -> RecordContent {
    RecordContent::Withdrawal { batch, cause, by }
}

#[test]
fn a_batch_is_withdrawn_only_for_what_takes_its_right() {
    let cases: [(&str, bool, Act); 14] = [
        ("its device was revoked", true, |s| {
            let r = revoke(s);
            by(s.own, Cause::Revoked, vec![r])
        }),
        ("the role was ended", true, |s| {
            let (person, role) = (s.assistant.person, Role::Assistant);
            let r = s.book.policy(Operation::EndMember { person, role });
            by(s.own, Cause::NoRight, vec![r])
        }),
        ("the role had ended before", true, |s| {
            let (person, role, until_ms) = (s.assistant.person, Role::Assistant, Some(START_MS));
            let r = s.book.policy(Operation::AddMember { person, role, until_ms });
            by(s.own, Cause::Expired, vec![r])
        }),
        ("the topic was taken back", true, |s| {
            let (person, topics) = (s.deputy.person, vec![Topic::HoursApprove]);
            let r = s.book.policy(Operation::RevokeGrant { person, topics });
            by(s.reviewed, Cause::NoRight, vec![r])
        }),
        ("the topic was to end earlier", true, |s| {
            let (person, topics) = (s.deputy.person, vec![Topic::HoursApprove]);
            let r = s.book.policy(Operation::Grant { person, topics, until_ms: START_MS });
            by(s.reviewed, Cause::Expired, vec![r])
        }),
        ("it depends on something withdrawn", true, |s| by(s.own, Cause::Depends, vec![])),
        ("the topic was given again at once", false, |s| {
            let (person, topics) = (s.deputy.person, vec![Topic::HoursApprove]);
            let taken = s.book.policy(Operation::RevokeGrant { person, topics: topics.clone() });
            let until_ms = START_MS + 100_000_000;
            let given = s.book.policy(Operation::Grant { person, topics, until_ms });
            by(s.reviewed, Cause::NoRight, vec![taken, given])
        }),
        ("another topic was taken back", false, |s| {
            let (person, topics) = (s.deputy.person, vec![Topic::HoursView]);
            let r = s.book.policy(Operation::RevokeGrant { person, topics });
            by(s.reviewed, Cause::NoRight, vec![r])
        }),
        ("another device was revoked", false, |s| {
            let device = s.deputy.key.device();
            let r = s.book.policy(Operation::RevokeDevice { device });
            by(s.own, Cause::Revoked, vec![r])
        }),
        ("for another cause", false, |s| {
            let r = revoke(s);
            by(s.own, Cause::NoRight, vec![r])
        }),
        ("the record it names is none of the policy", false, |s| {
            revoke(s);
            by(s.own, Cause::Revoked, vec![s.early])
        }),
        ("named twice", false, |s| {
            let r = revoke(s);
            by(s.own, Cause::Revoked, vec![r, r])
        }),
        ("the employer had released it", false, |s| {
            let r = revoke(s);
            let (batch, by_office) = (s.own, by(s.own, Cause::Revoked, vec![r]));
            s.book.by_office(by_office.clone());
            s.book.verdict(batch, Status::Released, Cause::Revoked);
            by_office
        }),
        ("it was withdrawn already", false, |s| {
            let r = revoke(s);
            s.book.by_office(by(s.own, Cause::Revoked, vec![r]));
            by(s.own, Cause::Revoked, vec![r])
        }),
    ];
    for (what, allowed, act) in cases {
        let mut story = story();
        let content = act(&mut story);
        story.book.by_office(content);
        let report = verify(&story.book.evidence(None)).expect("readable");
        let codes: Vec<FindingKind> = report.findings.iter().map(|found| found.code).collect();
        let expected = if allowed { vec![] } else { vec![FindingKind::Withdrawal] };
        assert_eq!(codes, expected, "{what}");
        assert_eq!(report.counts.held, if allowed || what.ends_with("already") { 1 } else { 0 });
    }
}

#[test]
fn nothing_is_withdrawn_in_an_epoch_that_no_restore_began() {
    let mut book = Book::found(8);
    let mut assistant = book.member(Role::Assistant, None, DeviceForm::Phone);
    let time = DocumentId::time(assistant.person, october());
    let batch = book.write(&mut assistant, time, 1);
    let id = batch.id();
    assert_eq!(book.take(batch, None), None);
    let device = assistant.key.device();
    let revoked = book.policy(Operation::RevokeDevice { device });
    book.by_office(by(id, Cause::Revoked, vec![revoked]));
    let report = verify(&book.evidence(None)).expect("readable");
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].code, FindingKind::Withdrawal);
}

#[test]
fn the_stories_that_are_tampered_with_hold_withdrawals() {
    let told = (0..20).filter(|seed| {
        let mut book = Book::story(*seed, 200);
        let report = verify(&book.evidence(None)).expect("readable");
        assert!(report.is_proven(), "story {seed}: {:?}", report.findings);
        book.entries().any(|entry| match &entry.content {
            Content::Record(record) => matches!(record.content(), RecordContent::Withdrawal { .. }),
            Content::Batch(_) => false,
        })
    });
    assert!(told.count() > 2);
}
