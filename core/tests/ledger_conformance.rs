//! What every engine of the ledger has to do. Written against the port only;
//! each engine adds one function that makes an empty ledger.

use assistenz_core::document::{DeviceId, EntryId, Incarnation, TeamId};
use assistenz_core::ledger::{
    Engine, EntryType, HeldRow, HeldStatus, KeptEntry, Ledger, LedgerError, Link, Member, NewEntry,
    OutboxRow, Place, Position, Waiting, part,
};
use assistenz_core::store::Store;

const TEAM: TeamId = TeamId::new([1; 16]);
const OTHER: TeamId = TeamId::new([2; 16]);

/// Makes an empty ledger in a folder of its own.
trait Maker {
    type Made: Engine;
    fn empty(&self) -> Self::Made;
}

struct Sqlite(tempfile::TempDir);

impl Maker for Sqlite {
    type Made = Store;
    fn empty(&self) -> Store {
        let name = std::fs::read_dir(self.0.path()).expect("folder").count();
        Store::open(&self.0.path().join(format!("{name}.db"))).expect("opens")
    }
}

fn id(byte: u8) -> EntryId {
    EntryId::new([byte; 32])
}

fn place(epoch: u32, seq: u64) -> Place {
    let received_ms = 1_000 + i64::try_from(seq).expect("small");
    Place { position: Position { epoch, seq }, received_ms }
}

fn batch<'a>(byte: u8, body: Option<&'a [u8]>) -> NewEntry<'a> {
    NewEntry {
        id: id(byte),
        entry_type: EntryType::BATCH,
        header: b"h",
        signatures: &[9; 64],
        body,
    }
}

fn write<T>(
    engine: &mut impl Engine,
    work: impl FnOnce(&mut dyn Ledger) -> Result<T, LedgerError>,
) -> T {
    engine.write(work).expect("writes")
}

fn contradicts<T: std::fmt::Debug>(result: Result<T, LedgerError>) {
    assert!(matches!(result, Err(LedgerError::Contradiction(_))), "{result:?}");
}

fn entries_are_kept_once_and_read_back(maker: &impl Maker) {
    let mut engine = maker.empty();
    let found = write(&mut engine, |ledger| {
        assert!(ledger.keep(TEAM, &batch(1, Some(b"body")))?);
        assert!(!ledger.keep(TEAM, &batch(1, Some(b"body")))?, "again is harmless");
        assert_eq!(ledger.entry(OTHER, id(1))?, None, "teams are apart");
        assert_eq!(ledger.teams()?, vec![TEAM]);
        ledger.keep(OTHER, &batch(2, None))?;
        ledger.keep(TEAM, &batch(3, None))?;
        let mut both = vec![TEAM, OTHER];
        both.sort_unstable();
        assert_eq!(ledger.teams()?, both);
        assert_eq!(ledger.grown()?, [], "kept, but not placed in any log");
        ledger.entry(TEAM, id(1))
    });
    let expected = KeptEntry {
        id: id(1),
        entry_type: EntryType::BATCH,
        header: b"h".to_vec(),
        signatures: vec![9; 64],
        body: Some(b"body".to_vec()),
        place: None,
    };
    assert_eq!(found, Some(expected));
}

fn a_position_holds_one_entry_and_an_entry_one_position_per_epoch(maker: &impl Maker) {
    let mut engine = maker.empty();
    write(&mut engine, |ledger| {
        for byte in 1..=3 {
            ledger.keep(TEAM, &batch(byte, None))?;
        }
        ledger.place(TEAM, id(1), place(1, 0))?;
        ledger.place(TEAM, id(1), place(1, 0))?;
        contradicts(ledger.place(TEAM, id(2), place(1, 0)));
        contradicts(ledger.place(TEAM, id(1), place(1, 1)));
        ledger.place(TEAM, id(2), place(1, 1))?;
        ledger.place(TEAM, id(3), place(2, 0))?;
        ledger.place(TEAM, id(1), place(2, 1))?;
        assert_eq!(ledger.grown()?, [TEAM]);
        Ok(())
    });
    write(&mut engine, |ledger| {
        ledger.place(TEAM, id(1), place(2, 1))?;
        assert_eq!(ledger.grown()?, [], "it stood there already");
        Ok(())
    });
    let read = engine.read(|ledger| {
        let head = ledger.head(TEAM)?.expect("not empty");
        assert_eq!((head.epoch, head.size, head.received_ms), (2, 2, 1_001));
        assert_eq!(ledger.epoch_size(TEAM, 1)?, 2);
        assert_eq!(ledger.epoch_size(TEAM, 3)?, 0);
        assert_eq!(ledger.entry(TEAM, id(1))?.expect("kept").place, Some(place(2, 1)));
        assert_eq!(ledger.place_in(TEAM, id(1), 1)?, Some(place(1, 0)));
        let found = ledger.after(TEAM, Position { epoch: 1, seq: 1 }, 10)?;
        let found: Vec<_> =
            found.iter().map(|(place, entry)| (place.position.seq, entry.id)).collect();
        assert_eq!(found, vec![(1, id(2))]);
        assert_eq!(ledger.head(OTHER)?, None);
        Ok::<_, LedgerError>(())
    });
    read.expect("reads");
}

fn a_failed_act_leaves_nothing_and_a_failed_part_only_itself_undone(maker: &impl Maker) {
    let mut engine = maker.empty();
    let failed: Result<(), LedgerError> = engine.write(|ledger| {
        ledger.keep(TEAM, &batch(1, None))?;
        Err(LedgerError::Busy)
    });
    assert!(matches!(failed, Err(LedgerError::Busy)));
    write(&mut engine, |ledger| {
        assert!(!ledger.has(TEAM, id(1))?);
        part(ledger, |ledger| ledger.keep(TEAM, &batch(2, None)))?;
        let undone: Result<(), LedgerError> = part(ledger, |ledger| {
            ledger.keep(TEAM, &batch(3, None))?;
            Err(LedgerError::Busy)
        });
        assert!(undone.is_err());
        Ok(())
    });
    write(&mut engine, |ledger| {
        assert!(ledger.has(TEAM, id(2))?);
        assert!(!ledger.has(TEAM, id(3))?);
        Ok(())
    });
}

fn reading_cannot_write(maker: &impl Maker) {
    let mut engine = maker.empty();
    let result: Result<bool, LedgerError> =
        engine.read(|ledger| ledger.keep(TEAM, &batch(1, None)));
    assert!(result.is_err());
    assert!(!write(&mut engine, |ledger| ledger.has(TEAM, id(1))));
}

fn a_body_leaves_only_by_a_purge_and_never_comes_back(maker: &impl Maker) {
    let mut engine = maker.empty();
    let purge = NewEntry {
        id: id(9),
        entry_type: EntryType(3),
        header: b"purge",
        signatures: b"s",
        body: None,
    };
    write(&mut engine, |ledger| {
        ledger.keep(TEAM, &batch(1, Some(b"body")))?;
        ledger.keep(TEAM, &purge)?;
        ledger.purge(TEAM, id(9), &[id(1), id(2)])?;
        ledger.purge(TEAM, id(9), &[id(1), id(2)])?;
        // Offered again after the purge: the header comes, the body does not.
        for byte in [1, 2] {
            ledger.keep(TEAM, &batch(byte, Some(b"body")))?;
            let entry = ledger.entry(TEAM, id(byte))?.expect("header stays");
            assert_eq!(entry.body, None);
            assert_eq!(ledger.purged_by(TEAM, id(byte))?, Some(id(9)));
        }
        assert_eq!(ledger.purged_by(TEAM, id(9))?, None);
        Ok(())
    });
}

fn a_missing_body_is_added_later(maker: &impl Maker) {
    let mut engine = maker.empty();
    write(&mut engine, |ledger| {
        ledger.keep(TEAM, &batch(1, None))?;
        assert!(!ledger.keep(TEAM, &batch(1, Some(b"body")))?);
        let entry = ledger.entry(TEAM, id(1))?.expect("kept");
        assert_eq!(entry.body.as_deref(), Some(b"body".as_slice()));
        Ok(())
    });
}

fn chains_are_links_per_incarnation(maker: &impl Maker) {
    let mut engine = maker.empty();
    let device = DeviceId::new([7; 16]);
    let (old, new) = (Incarnation::new([1; 8]), Incarnation::new([2; 8]));
    let link = |n, byte| Link { n, id: id(byte) };
    write(&mut engine, |ledger| {
        for byte in 1..=4 {
            ledger.keep(TEAM, &batch(byte, None))?;
        }
        assert_eq!(ledger.last_link(TEAM, device, old)?, None);
        ledger.add_link(TEAM, device, old, link(1, 1))?;
        ledger.add_link(TEAM, device, old, link(2, 2))?;
        ledger.add_link(TEAM, device, old, link(2, 2))?;
        contradicts(ledger.add_link(TEAM, device, old, link(2, 3)));
        ledger.add_link(TEAM, device, new, link(1, 4))?;
        assert_eq!(ledger.last_link(TEAM, device, old)?, Some(link(2, 2)));
        assert_eq!(ledger.link(TEAM, device, old, 1)?, Some(id(1)));
        assert_eq!(ledger.chains(TEAM, device)?, vec![(old, link(2, 2)), (new, link(1, 4))]);
        assert_eq!(ledger.chains(OTHER, device)?, vec![]);
        Ok(())
    });
}

fn tree_nodes_stay_and_the_largest_checkpoint_wins(maker: &impl Maker) {
    let mut engine = maker.empty();
    write(&mut engine, |ledger| {
        ledger.put_node(TEAM, 1, 0, 0, [1; 32])?;
        ledger.put_node(TEAM, 1, 0, 0, [1; 32])?;
        contradicts(ledger.put_node(TEAM, 1, 0, 0, [2; 32]));
        assert_eq!(ledger.node(TEAM, 1, 0, 0)?, Some([1; 32]));
        assert_eq!(ledger.node(TEAM, 1, 1, 0)?, None);
        assert_eq!(ledger.last_checkpoint(TEAM)?, None);
        ledger.put_checkpoint(TEAM, 1, 5, "five")?;
        ledger.put_checkpoint(TEAM, 1, 4, "four")?;
        ledger.put_checkpoint(TEAM, 2, 1, "new epoch")?;
        assert_eq!(ledger.checkpoint(TEAM, 1)?, Some((5, "five".into())));
        assert_eq!(ledger.last_checkpoint(TEAM)?, Some((2, 1, "new epoch".into())));
        Ok(())
    });
}

fn streams_grow_at_the_end_and_can_be_cut(maker: &impl Maker) {
    let mut engine = maker.empty();
    let member = |byte: u8, seq| Member { id: id(byte), place: place(1, seq), hash: [byte; 32] };
    let names = |from, ledger: &mut dyn Ledger| {
        let since = ledger.streams_since(TEAM, Position { epoch: 1, seq: from }, 9)?;
        Ok::<Vec<_>, LedgerError>(since.into_iter().map(|(name, _)| name).collect())
    };
    write(&mut engine, |ledger| {
        for byte in 1..=4 {
            ledger.keep(TEAM, &batch(byte, None))?;
        }
        assert_eq!(ledger.stream(TEAM, b"a")?, None);
        for (byte, seq) in [(1, 0), (2, 4), (3, 4)] {
            ledger.add_member(TEAM, b"a", member(byte, seq))?;
        }
        ledger.add_member(TEAM, b"b", member(4, 2))?;
        let state = ledger.stream(TEAM, b"a")?.expect("has members");
        assert_eq!((state.count, state.hash), (3, [3; 32]));
        assert_eq!(state.last, Some(Position { epoch: 1, seq: 4 }));
        assert_eq!(ledger.members(TEAM, b"a", 1, 1)?, vec![member(2, 4)]);
        let both = ledger.stream_entries(TEAM, b"b")?;
        let [(found, entry)] = both.as_slice() else { panic!("one member: {both:?}") };
        assert_eq!(*found, member(4, 2));
        assert_eq!((entry.id, &entry.header, &entry.body), (id(4), &b"h".to_vec(), &None));
        assert_eq!(entry.place, Some(place(1, 2)));
        let all = ledger.stream_entries(TEAM, b"a")?;
        let ids: Vec<_> = all.iter().map(|(_, entry)| entry.id).collect();
        assert_eq!(ids, [id(1), id(2), id(3)]);
        assert_eq!(ledger.members_before(TEAM, b"a", Position { epoch: 1, seq: 4 })?, 1);
        assert!(ledger.is_member(TEAM, b"a", id(1))?);
        assert!(!ledger.is_member(TEAM, b"b", id(1))?);
        assert_eq!(names(0, ledger)?, vec![b"b".to_vec(), b"a".to_vec()]);
        assert_eq!(names(3, ledger)?, vec![b"a".to_vec()]);
        assert!(names(5, ledger)?.is_empty());
        for (name, seq) in [(&[7, 1][..], 5), (&[7, 0xff], 6), (&[7], 7), (&[8], 8)] {
            ledger.add_member(TEAM, name, member(4, seq))?;
        }
        let mut named = |beginning: &[u8]| {
            let found = ledger.streams_named(TEAM, beginning)?;
            Ok::<Vec<_>, LedgerError>(found.into_iter().map(|(name, _)| name).collect())
        };
        assert_eq!(named(&[7])?, [vec![7], vec![7, 1], vec![7, 0xff]]);
        assert_eq!(named(&[7, 0xff])?, [vec![7, 0xff]]);
        assert_eq!(named(b"ab")?, Vec::<Vec<u8>>::new());
        assert_eq!(named(&[])?.len(), 6);
        ledger.cut_stream(TEAM, b"a", 1)?;
        assert_eq!(ledger.stream(TEAM, b"a")?.expect("one left").hash, [1; 32]);
        ledger.add_member(TEAM, b"a", member(3, 9))?;
        assert_eq!(ledger.members(TEAM, b"a", 0, 9)?, vec![member(1, 0), member(3, 9)]);
        ledger.cut_stream(TEAM, b"a", 0)?;
        assert_eq!(ledger.stream(TEAM, b"a")?, None);
        assert!(ledger.has(TEAM, id(1))?, "entries stay");
        Ok(())
    });
}

fn the_outbox_keeps_its_order_until_a_receipt(maker: &impl Maker) {
    let mut engine = maker.empty();
    let row = |byte, why| OutboxRow { id: id(byte), why, old: None };
    write(&mut engine, |ledger| {
        for byte in [3, 1, 2] {
            ledger.keep(TEAM, &batch(byte, None))?;
            ledger.enqueue(TEAM, id(byte), Waiting::Own, None)?;
        }
        ledger.enqueue(TEAM, id(1), Waiting::Refused, None)?;
        let all = vec![row(3, Waiting::Own), row(1, Waiting::Refused), row(2, Waiting::Own)];
        assert_eq!(ledger.outbox(TEAM)?, all);
        assert_eq!(ledger.receipt(TEAM, id(3))?, None);
        ledger.put_receipt(TEAM, id(3), 1)?;
        ledger.put_receipt(TEAM, id(3), 2)?;
        ledger.dequeue(TEAM, id(3))?;
        assert_eq!(ledger.receipt(TEAM, id(3))?, Some(2));
        assert_eq!(ledger.outbox(TEAM)?, all[1..]);
        assert_eq!(ledger.outbox(OTHER)?, vec![]);
        Ok(())
    });
}

fn held_batches_change_standing_and_quarantine_can_be_lifted(maker: &impl Maker) {
    let mut engine = maker.empty();
    let row = |byte, status| HeldRow { id: id(byte), cause: 8, status };
    write(&mut engine, |ledger| {
        for byte in [2, 1] {
            ledger.keep(TEAM, &batch(byte, None))?;
            ledger.put_held(TEAM, row(byte, HeldStatus::Held))?;
        }
        let both = vec![row(2, HeldStatus::Held), row(1, HeldStatus::Held)];
        assert_eq!(ledger.held_with(TEAM, HeldStatus::Held)?, both);
        ledger.put_held(TEAM, row(2, HeldStatus::Released))?;
        assert_eq!(ledger.held(TEAM, id(2))?, Some(row(2, HeldStatus::Released)));
        assert_eq!(ledger.held_with(TEAM, HeldStatus::Held)?, both[1..]);
        assert_eq!(ledger.held(TEAM, id(7))?, None);
        for byte in [1, 2, 1] {
            ledger.quarantine(TEAM, id(byte), 10)?;
        }
        assert_eq!(ledger.in_quarantine(TEAM)?, [id(1), id(2)].into());
        assert_eq!(ledger.in_quarantine(OTHER)?, [].into());
        ledger.unquarantine(TEAM, id(1))?;
        assert_eq!(ledger.in_quarantine(TEAM)?, [id(2)].into());
        Ok(())
    });
}

fn views_and_notes_are_written_over_and_cleared(maker: &impl Maker) {
    let mut engine = maker.empty();
    write(&mut engine, |ledger| {
        ledger.put_view(TEAM, "shift", "time/a", "2026-10-02/x", b"1")?;
        ledger.put_view(TEAM, "shift", "time/a", "2026-10-01/y", b"2")?;
        ledger.put_view(TEAM, "shift", "time/b", "2026-11-01/z", b"3")?;
        ledger.put_view(TEAM, "shift", "time/b", "2026-11-01/z", b"4")?;
        ledger.put_view(OTHER, "shift", "time/b", "2026-11-01/z", b"5")?;
        let rows = ledger.view(TEAM, "shift", "")?;
        let values: Vec<_> = rows.iter().map(|row| row.value.as_slice()).collect();
        assert_eq!(values, [b"2", b"1", b"4"]);
        assert_eq!(ledger.view(TEAM, "shift", "2026-10")?.len(), 2);
        assert_eq!(ledger.view(TEAM, "running", "")?.len(), 0);
        let of_a = |key: &str, value: &[u8]| ("shift".to_owned(), key.to_owned(), value.to_vec());
        let both = [of_a("2026-10-01/y", b"2"), of_a("2026-10-02/x", b"1")];
        assert_eq!(ledger.views_of(TEAM, "time/a")?, both);
        for _ in 0..2 {
            ledger.delete_view(TEAM, "shift", "time/a", "2026-10-01/y")?;
        }
        ledger.delete_view(TEAM, "shift", "time/b", "2026-10-02/x")?;
        assert_eq!(ledger.views_of(TEAM, "time/a")?, both[1..]);
        assert_eq!(ledger.view(TEAM, "shift", "")?.len(), 2);
        ledger.clear_views(TEAM)?;
        assert_eq!(ledger.view(TEAM, "shift", "")?.len(), 0);
        assert_eq!(ledger.view(OTHER, "shift", "")?.len(), 1);
        ledger.put_note(TEAM, "cursor", b"1")?;
        ledger.put_note(TEAM, "cursor", b"2")?;
        ledger.put_note(TEAM, "cursor-b", b"3")?;
        assert_eq!(ledger.note(TEAM, "cursor")?, Some(b"2".to_vec()));
        assert_eq!(ledger.notes(TEAM, "cursor")?.len(), 2);
        ledger.delete_note(TEAM, "cursor")?;
        assert_eq!(ledger.note(TEAM, "cursor")?, None);
        Ok(())
    });
}

macro_rules! suite {
    ($engine:ident, $maker:expr, $($rule:ident),+ $(,)?) => {
        mod $engine {
            use super::*;
            $(
                #[test]
                fn $rule() {
                    super::$rule(&$maker);
                }
            )+
        }
    };
}

suite!(
    sqlite,
    Sqlite(tempfile::tempdir().expect("temp folder")),
    entries_are_kept_once_and_read_back,
    a_position_holds_one_entry_and_an_entry_one_position_per_epoch,
    a_failed_act_leaves_nothing_and_a_failed_part_only_itself_undone,
    reading_cannot_write,
    a_body_leaves_only_by_a_purge_and_never_comes_back,
    a_missing_body_is_added_later,
    chains_are_links_per_incarnation,
    tree_nodes_stay_and_the_largest_checkpoint_wins,
    streams_grow_at_the_end_and_can_be_cut,
    the_outbox_keeps_its_order_until_a_receipt,
    held_batches_change_standing_and_quarantine_can_be_lifted,
    views_and_notes_are_written_over_and_cleared,
);
