//! Somebody who is signed in, acting at the office: the use cases of the core
//! with the office's ledger below and the person's desk key in hand.
//!
//! Every act is judged twice, by the same table: before it begins, so that
//! nobody learns more from a refusal than that they may not, and when the
//! signed batch is placed.

use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::sign_in::Caller;
use assistenz_core::app::acting::{Acting, Me, Pen};
use assistenz_core::app::{self, AppError, DeskPen};
use assistenz_core::document::{DocumentId, Incarnation, PersonId, TeamId};
use assistenz_core::ledger::{Ledger, Position};
use assistenz_core::log::{ClockEvidence, SignedBatch, Stream, codec};
use assistenz_core::sync::{Writing, in_force};
use chrono::{DateTime, Offset as _};
use chrono_tz::Europe::Berlin;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// What stands in every batch as the program that wrote it.
const PROGRAM: &str = concat!("office ", env!("CARGO_PKG_VERSION"));

/// Whether the person may read this document now.
///
/// # Errors
///
/// The disk's.
pub fn can_read(
    turn: &mut Turn<'_>,
    caller: &Caller,
    document: &DocumentId,
) -> Result<bool, OfficeError> {
    let state = journal::state(turn, caller.team())?;
    Ok(state.person_may_read(caller.person(), document, turn.now_ms).is_ok())
}

/// Only who may read this document goes on.
///
/// # Errors
///
/// [`Refusal::NoRight`]; the disk's.
pub fn may_read(
    turn: &mut Turn<'_>,
    caller: &Caller,
    document: &DocumentId,
) -> Result<(), OfficeError> {
    if can_read(turn, caller, document)? { Ok(()) } else { Err(Refusal::NoRight.into()) }
}

/// Only who may write this document goes on.
///
/// # Errors
///
/// [`Refusal::NoRight`]; the disk's.
pub fn may_write(
    turn: &mut Turn<'_>,
    caller: &Caller,
    document: &DocumentId,
) -> Result<(), OfficeError> {
    let state = journal::state(turn, caller.team())?;
    let judged = state.person_may_write(caller.person(), document, turn.now_ms);
    judged.map_err(|_| Refusal::NoRight.into())
}

/// Does one act for the person, signed by their desk.
///
/// # Errors
///
/// The use case's; [`Refusal::NoRight`] if the office holds no desk key for
/// them or the batch would be held.
pub fn act<T>(
    turn: &mut Turn<'_>,
    caller: &Caller,
    act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    let team = caller.team();
    let key = turn.folder.desk_key_of(caller.person())?.ok_or(Refusal::NoRight)?;
    let log_key = turn.folder.log_key(turn.world)?;
    let incarnation = life(turn.ledger, team)?;
    let (me, now) = (me(turn, caller)?, clock(turn.now_ms));
    let mut dice = dice(turn.random()?);
    let mut pen = DeskPen {
        team,
        key: &key,
        incarnation,
        desk: caller.desk(),
        log_key: &log_key,
        now_ms: turn.now_ms,
        seed: turn.random()?,
        office: &mut *turn.core,
    };
    let ledger = &mut *turn.ledger;
    let done =
        act(&mut Acting { ledger, me: &me, now: &now, dice: &mut dice, pen: &mut pen })?;
    Ok(done)
}

/// Looks at the record without writing. Rights are the caller's to judge.
///
/// # Errors
///
/// The use case's.
pub fn look<T>(
    turn: &mut Turn<'_>,
    caller: &Caller,
    look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    look_through(turn, caller, None, look)
}

/// Looks at the record as it was just before this position of the log.
///
/// # Errors
///
/// The use case's.
pub fn look_as_of<T>(
    turn: &mut Turn<'_>,
    caller: &Caller,
    before: Position,
    look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    look_through(turn, caller, Some(before), look)
}

fn look_through<T>(
    turn: &mut Turn<'_>,
    caller: &Caller,
    before: Option<Position>,
    look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    let (me, now) = (me(turn, caller)?, clock(turn.now_ms));
    let mut dice = dice(turn.random()?);
    let mut pen = Glasses { team: caller.team(), before };
    let ledger = &mut *turn.ledger;
    Ok(look(&mut Acting { ledger, me: &me, now: &now, dice: &mut dice, pen: &mut pen })?)
}

/// Reads, and cannot write.
struct Glasses {
    team: TeamId,
    before: Option<Position>,
}

impl Pen for Glasses {
    fn batches(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<Vec<SignedBatch>, AppError> {
        let stream = Stream::from(document);
        let mut batches = in_force(ledger, self.team, &stream)?;
        if let Some(before) = self.before {
            let members = ledger.members(self.team, &codec::encode(&stream), 0, usize::MAX)?;
            let known: BTreeSet<_> = members
                .into_iter()
                .filter(|member| member.place.position < before)
                .map(|member| member.id)
                .collect();
            batches.retain(|batch| known.contains(&batch.id()));
        }
        Ok(batches)
    }

    fn put_down(&mut self, _: &mut dyn Ledger, _: Writing) -> Result<(), AppError> {
        Err(app::Refusal::NoRight.into())
    }
}

fn me(turn: &Turn<'_>, caller: &Caller) -> Result<Me, OfficeError> {
    let (team, person): (TeamId, PersonId) = (caller.team(), caller.person());
    Ok(Me { team, person, actor: turn.random()?, app: PROGRAM.to_owned() })
}

/// The present life of every desk: a new one in each epoch, so that a desk
/// whose last batches were lost with a restore never continues their chain.
fn life(ledger: &mut dyn Ledger, team: TeamId) -> Result<Incarnation, OfficeError> {
    let epoch = ledger.head(team)?.ok_or(Refusal::NotFounded)?.epoch;
    let first = ledger.after(team, Position { epoch, seq: 0 }, 1)?;
    let (_, first) = first.first().ok_or(OfficeError::Inconsistent("an epoch without a start"))?;
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&first.id.bytes()[..8]);
    Ok(Incarnation::new(bytes))
}

/// What the office knows of the time: its own clock is the one that counts.
fn clock(now_ms: i64) -> ClockEvidence {
    let offset = DateTime::from_timestamp_millis(now_ms)
        .map_or(0, |now| now.with_timezone(&Berlin).offset().fix().local_minus_utc() / 60);
    ClockEvidence {
        wall_ms: now_ms,
        offset_minutes: i16::try_from(offset).unwrap_or_default(),
        zone: Berlin.name().to_owned(),
        monotonic_ms: 0,
        boot: [0; 8],
        office_ms: Some(now_ms),
        office_heard_ms: Some(0),
    }
}

/// Ids from one throw of the office's dice: as many as an act needs.
fn dice(seed: [u8; 32]) -> impl FnMut() -> [u8; 16] {
    let mut thrown = 0_u64;
    move || {
        thrown += 1;
        let digest = Sha256::new().chain_update(seed).chain_update(thrown.to_be_bytes()).finalize();
        let mut id = [0; 16];
        id.copy_from_slice(&digest[..16]);
        id
    }
}
