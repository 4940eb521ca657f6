//! A ledger that misbehaves in one planned way, wrapped around a real one.

use assistenz_core::document::{DeviceId, EntryId, Incarnation, TeamId};
use assistenz_core::ledger::{
    Head, HeldRow, HeldStatus, KeptEntry, Ledger, Link, Member, NewEntry, OutboxRow, Place,
    Position, Result, StreamState, ViewRow, Waiting,
};
use assistenz_core::log::{Operation, RecordContent};
use assistenz_core::sync::content_of;
use std::collections::BTreeSet;

/// A bug that somebody might write one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bug {
    /// A batch is kept but never put into the outbox.
    DroppedOutboxRow,
    /// The office does not tell of some streams that changed.
    CursorSkip,
    /// A release is written down, the batch does not come into the stream.
    LostRelease,
    /// A restored phone goes on under its old actor id.
    ReusedActor,
    /// A proven receipt is not remembered.
    IgnoredReceipt,
    /// The office writes a revocation down and does not heed it.
    ForgottenRevocation,
    /// A phone brings a lost revocation back without saying that it stood
    /// before, so that nothing is judged again.
    RecoveredRevocationNotJudgedAgain,
}

/// One transaction of a ledger with a bug.
pub(crate) struct Faulty<'l> {
    pub(crate) inner: &'l mut dyn Ledger,
    pub(crate) bug: Option<Bug>,
}

fn unlucky(id: EntryId) -> bool {
    id.bytes()[0].is_multiple_of(8)
}

macro_rules! forward {
    ($(fn $name:ident(&mut self $(, $arg:ident: $ty:ty)* $(,)?) -> $out:ty;)+) => {
        $(fn $name(&mut self $(, $arg: $ty)*) -> $out { self.inner.$name($($arg),*) })+
    };
}

impl Faulty<'_> {
    fn revokes(&mut self, team: TeamId, id: EntryId) -> Result<bool> {
        let kept = self.inner.entry(team, id)?.expect("kept before anything else");
        let content = content_of(&kept).expect("kept in form");
        Ok(matches!(
            content,
            assistenz_core::log::Content::Record(record) if matches!(
                record.content(),
                RecordContent::Policy(Operation::RevokeDevice { .. })
            )
        ))
    }
}

impl Ledger for Faulty<'_> {
    fn enqueue(
        &mut self,
        team: TeamId,
        id: EntryId,
        why: Waiting,
        old: Option<Position>,
    ) -> Result<()> {
        if self.bug == Some(Bug::DroppedOutboxRow) && unlucky(id) {
            return Ok(());
        }
        let forgets =
            self.bug == Some(Bug::RecoveredRevocationNotJudgedAgain) && self.revokes(team, id)?;
        self.inner.enqueue(team, id, why, if forgets { None } else { old })
    }

    fn put_receipt(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<()> {
        if self.bug == Some(Bug::IgnoredReceipt) && unlucky(id) {
            return Ok(());
        }
        self.inner.put_receipt(team, id, epoch)
    }

    fn streams_since(
        &mut self,
        team: TeamId,
        from: Position,
        limit: usize,
    ) -> Result<Vec<(Vec<u8>, StreamState)>> {
        let mut all = self.inner.streams_since(team, from, limit)?;
        if self.bug == Some(Bug::CursorSkip) {
            all.retain(|(_, state)| state.hash[0] % 4 != 0);
        }
        Ok(all)
    }

    fn add_member(&mut self, team: TeamId, stream: &[u8], member: Member) -> Result<()> {
        let forgets = match self.bug {
            Some(Bug::LostRelease) => matches!(
                self.inner.held(team, member.id)?,
                Some(HeldRow { status: HeldStatus::Held, .. })
            ),
            Some(Bug::ForgottenRevocation) => self.revokes(team, member.id)?,
            _ => false,
        };
        if forgets { Ok(()) } else { self.inner.add_member(team, stream, member) }
    }

    forward! {
        fn teams(&mut self) -> Result<Vec<TeamId>>;
        fn grown(&mut self) -> Result<Vec<TeamId>>;
        fn keep(&mut self, team: TeamId, entry: &NewEntry<'_>) -> Result<bool>;
        fn place(&mut self, team: TeamId, id: EntryId, place: Place) -> Result<()>;
        fn entry(&mut self, team: TeamId, id: EntryId) -> Result<Option<KeptEntry>>;
        fn has(&mut self, team: TeamId, id: EntryId) -> Result<bool>;
        fn place_in(&mut self, team: TeamId, id: EntryId, epoch: u32) -> Result<Option<Place>>;
        fn after(&mut self, team: TeamId, from: Position, limit: usize) -> Result<Vec<(Place, KeptEntry)>>;
        fn head(&mut self, team: TeamId) -> Result<Option<Head>>;
        fn epoch_size(&mut self, team: TeamId, epoch: u32) -> Result<u64>;
        fn purge(&mut self, team: TeamId, purge: EntryId, batches: &[EntryId]) -> Result<()>;
        fn purged_by(&mut self, team: TeamId, id: EntryId) -> Result<Option<EntryId>>;
        fn last_link(&mut self, team: TeamId, device: DeviceId, incarnation: Incarnation) -> Result<Option<Link>>;
        fn link(&mut self, team: TeamId, device: DeviceId, incarnation: Incarnation, n: u64) -> Result<Option<EntryId>>;
        fn chains(&mut self, team: TeamId, device: DeviceId) -> Result<Vec<(Incarnation, Link)>>;
        fn add_link(&mut self, team: TeamId, device: DeviceId, incarnation: Incarnation, link: Link) -> Result<()>;
        fn node(&mut self, team: TeamId, epoch: u32, level: u8, index: u64) -> Result<Option<[u8; 32]>>;
        fn put_node(&mut self, team: TeamId, epoch: u32, level: u8, index: u64, hash: [u8; 32]) -> Result<()>;
        fn checkpoint(&mut self, team: TeamId, epoch: u32) -> Result<Option<(u64, String)>>;
        fn last_checkpoint(&mut self, team: TeamId) -> Result<Option<(u32, u64, String)>>;
        fn put_checkpoint(&mut self, team: TeamId, epoch: u32, size: u64, text: &str) -> Result<()>;
        fn stream(&mut self, team: TeamId, stream: &[u8]) -> Result<Option<StreamState>>;
        fn streams_named(&mut self, team: TeamId, beginning: &[u8]) -> Result<Vec<(Vec<u8>, StreamState)>>;
        fn members(&mut self, team: TeamId, stream: &[u8], from: u64, limit: usize) -> Result<Vec<Member>>;
        fn members_before(&mut self, team: TeamId, stream: &[u8], position: Position) -> Result<u64>;
        fn cut_stream(&mut self, team: TeamId, stream: &[u8], count: u64) -> Result<()>;
        fn is_member(&mut self, team: TeamId, stream: &[u8], id: EntryId) -> Result<bool>;
        fn outbox(&mut self, team: TeamId) -> Result<Vec<OutboxRow>>;
        fn dequeue(&mut self, team: TeamId, id: EntryId) -> Result<()>;
        fn receipt(&mut self, team: TeamId, id: EntryId) -> Result<Option<u32>>;
        fn put_held(&mut self, team: TeamId, row: HeldRow) -> Result<()>;
        fn held(&mut self, team: TeamId, id: EntryId) -> Result<Option<HeldRow>>;
        fn held_with(&mut self, team: TeamId, status: HeldStatus) -> Result<Vec<HeldRow>>;
        fn quarantine(&mut self, team: TeamId, id: EntryId, cause: u32) -> Result<()>;
        fn stream_entries(&mut self, team: TeamId, stream: &[u8]) -> Result<Vec<(Member, KeptEntry)>>;
        fn in_quarantine(&mut self, team: TeamId) -> Result<BTreeSet<EntryId>>;
        fn unquarantine(&mut self, team: TeamId, id: EntryId) -> Result<()>;
        fn put_view(&mut self, team: TeamId, view: &str, document: &str, key: &str, value: &[u8]) -> Result<()>;
        fn delete_view(&mut self, team: TeamId, view: &str, document: &str, key: &str) -> Result<()>;
        fn views_of(&mut self, team: TeamId, document: &str) -> Result<Vec<(String, String, Vec<u8>)>>;
        fn clear_views(&mut self, team: TeamId) -> Result<()>;
        fn view(&mut self, team: TeamId, view: &str, prefix: &str) -> Result<Vec<ViewRow>>;
        fn note(&mut self, team: TeamId, key: &str) -> Result<Option<Vec<u8>>>;
        fn notes(&mut self, team: TeamId, prefix: &str) -> Result<Vec<(String, Vec<u8>)>>;
        fn put_note(&mut self, team: TeamId, key: &str, value: &[u8]) -> Result<()>;
        fn delete_note(&mut self, team: TeamId, key: &str) -> Result<()>;
        fn begin_part(&mut self) -> Result<()>;
        fn keep_part(&mut self) -> Result<()>;
        fn undo_part(&mut self) -> Result<()>;
    }
}
