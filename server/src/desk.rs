//! The desk: a signed-in person acts at the office, inside its transaction.
//!
//! What the person does is one of the core's use cases. It is signed with the
//! key of their desk device, judged like any other batch and placed at once.

use crate::fault::{OfficeError, Refusal};
use crate::journal::Actor;
use crate::office::Turn;
use assistenz_core::app::{Acting, AppError, DeskPen, Me};
use assistenz_core::document::{Incarnation, TeamId};
use assistenz_core::ledger::{Ledger, Position};
use assistenz_core::log::ClockEvidence;
use assistenz_core::sync::content_of;
use chrono::{Offset as _, TimeZone as _, Utc};
use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};

/// What the desk calls its version in what it signs.
const APP: &str = concat!("assistenzzeit ", env!("CARGO_PKG_VERSION"));

/// Lets a person act at their desk. In a writing turn all of it is kept or
/// nothing; in a reading turn `work` may only look.
///
/// # Errors
///
/// [`Refusal::Act`] with the use case's reason; [`Refusal::NoRight`] if this
/// office holds no desk key for the person; the disk's.
pub fn act<T>(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    let (team, person) = (actor.team(), actor.person());
    let key = turn.folder.desk_key_of(person)?.ok_or(Refusal::NoRight)?;
    let log_key = turn.folder.log_key(turn.world)?;
    let incarnation = incarnation(turn.ledger, team)?;
    let me = Me { team, person, actor: turn.random()?, app: APP.to_owned() };
    let now = clock(turn.now_ms);
    // Ids come from the world's dice. A roll cannot fail in the middle of a
    // use case, so what it could not give is told afterwards, as a fault.
    let mut fault = None;
    let world = turn.world;
    let mut roll = || {
        world.random().unwrap_or_else(|error| {
            fault = Some(error);
            [0; 16]
        })
    };
    let seed = turn.random()?;
    let mut pen = DeskPen {
        office: turn.core,
        team,
        key: &key,
        incarnation,
        desk: actor.desk(),
        log_key: &log_key,
        now_ms: turn.now_ms,
        seed,
    };
    let done = work(&mut Acting {
        ledger: turn.ledger,
        me: &me,
        now: &now,
        dice: &mut roll,
        pen: &mut pen,
    });
    match fault {
        Some(error) => Err(OfficeError::Dice(error)),
        None => Ok(done?),
    }
}

/// The present life of the desks of a team: it begins with each epoch of the
/// log, because an office restored from a backup does not know how far its
/// desks had got. Two restores of one backup give two lives.
fn incarnation(ledger: &mut dyn Ledger, team: TeamId) -> Result<Incarnation, OfficeError> {
    let head = ledger.head(team)?.ok_or(Refusal::NotFounded)?;
    let first = ledger.after(team, Position { epoch: head.epoch, seq: 0 }, 1)?;
    let (_, entry) = first.first().ok_or(OfficeError::Inconsistent("an epoch without a start"))?;
    let id = content_of(entry)?.id();
    let digest = Sha256::new().chain_update(b"desk").chain_update(id.bytes()).finalize();
    let mut life = [0; 8];
    life.copy_from_slice(&digest[..8]);
    Ok(Incarnation::new(life))
}

/// The desk's clock is the office's own.
pub(crate) fn clock(now_ms: i64) -> ClockEvidence {
    let zone = Tz::Europe__Berlin;
    let offset = Utc
        .timestamp_millis_opt(now_ms)
        .single()
        .map_or(0, |now| now.with_timezone(&zone).offset().fix().local_minus_utc() / 60);
    ClockEvidence {
        wall_ms: now_ms,
        offset_minutes: i16::try_from(offset).unwrap_or_default(),
        zone: zone.name().to_owned(),
        monotonic_ms: 0,
        boot: [0; 8],
        office_ms: Some(now_ms),
        office_heard_ms: Some(0),
    }
}
