//! The desk: a signed-in person acts at the office, inside its transaction.
//!
//! What the person does is one of the core's use cases. It is signed with the
//! key of their desk device, judged like any other batch and placed at once.

use crate::fault::{OfficeError, Refusal};
use crate::journal::Actor;
use crate::office::Turn;
use assistenz_core::app::{self, Acting, AppError, DeskPen, Me, Pen};
use assistenz_core::document::{DocumentId, Incarnation, TeamId};
use assistenz_core::ledger::{Ledger, Position};
use assistenz_core::log::{Assertion, ClockEvidence, Hash, SignedBatch, Stream, body_hash};
use assistenz_core::sync::{Writing, content_of, in_force};
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

/// Chance and time of an act that is done twice: rehearsed, to learn what a
/// passkey is to sign over, and then for good, with the same bytes coming out.
#[derive(Clone, Copy)]
pub struct Ritual {
    seed: [u8; 32],
    now_ms: i64,
}

impl std::fmt::Debug for Ritual {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ritual").field("now_ms", &self.now_ms).finish_non_exhaustive()
    }
}

impl Ritual {
    /// A new one, at this moment.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Dice`].
    pub fn draw(turn: &Turn<'_>) -> Result<Self, OfficeError> {
        Ok(Self { seed: turn.random()?, now_ms: turn.now_ms })
    }

    fn roll(&self, count: u64) -> [u8; 16] {
        let digest =
            Sha256::new().chain_update(self.seed).chain_update(count.to_be_bytes()).finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        bytes
    }
}

/// What a passkey has signed over, and its signature.
#[derive(Debug, Clone)]
pub struct SignedOver {
    /// SHA-256 of the body.
    pub body: Hash,
    /// The signature.
    pub assertion: Assertion,
}

/// What the act would write first, as the hash of its body; writes nothing.
///
/// # Errors
///
/// As [`act`]; [`Refusal::Malformed`] if it would write nothing.
pub fn rehearse<T>(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    ritual: Ritual,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<Hash, OfficeError> {
    let mut pen = Rehearsal { team: actor.team(), body: None };
    let done = perform(turn.ledger, actor, ritual, &mut pen, work);
    match (pen.body, done) {
        (Some(body), _) => Ok(body),
        (None, Err(error)) => Err(error.into()),
        (None, Ok(_)) => Err(Refusal::Malformed("there is nothing to sign").into()),
    }
}

/// As [`act`], with what was rehearsed signed by a passkey.
///
/// # Errors
///
/// As [`act`]; [`Refusal::StatementChanged`] if something else would be written
/// than was signed over.
pub fn act_signed<T>(
    turn: &mut Turn<'_>,
    actor: &dyn Actor,
    ritual: Ritual,
    signed: SignedOver,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    let team = actor.team();
    let key = turn.folder.desk_key_of(actor.person())?.ok_or(Refusal::NoRight)?;
    let log_key = turn.folder.log_key(turn.world)?;
    let incarnation = incarnation(turn.ledger, team)?;
    let seed = turn.random()?;
    let desk = DeskPen {
        office: turn.core,
        team,
        key: &key,
        incarnation,
        desk: actor.desk(),
        log_key: &log_key,
        now_ms: turn.now_ms,
        seed,
    };
    let mut pen = SigningPen { desk, signed, used: false };
    let done = perform(turn.ledger, actor, ritual, &mut pen, work)?;
    if pen.used { Ok(done) } else { Err(Refusal::StatementChanged.into()) }
}

fn perform<T>(
    ledger: &mut dyn Ledger,
    actor: &dyn Actor,
    ritual: Ritual,
    pen: &mut dyn Pen,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let (team, person) = (actor.team(), actor.person());
    let me = Me { team, person, actor: ritual.roll(0), app: APP.to_owned() };
    let now = clock(ritual.now_ms);
    let mut count = 0;
    let mut roll = || {
        count += 1;
        ritual.roll(count)
    };
    work(&mut Acting { ledger, me: &me, now: &now, dice: &mut roll, pen })
}

/// Learns what would be written first, and stops there.
struct Rehearsal {
    team: TeamId,
    body: Option<Hash>,
}

impl Pen for Rehearsal {
    fn batches(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<Vec<SignedBatch>, AppError> {
        Ok(in_force(ledger, self.team, &Stream::from(document))?)
    }

    fn put_down(&mut self, _: &mut dyn Ledger, writing: Writing) -> Result<(), AppError> {
        self.body = Some(body_hash(&writing.changes));
        Err(app::Refusal::NoRight.into())
    }
}

/// The desk's pen; the batch that was signed over carries the signature.
struct SigningPen<'a> {
    desk: DeskPen<'a>,
    signed: SignedOver,
    used: bool,
}

impl Pen for SigningPen<'_> {
    fn batches(
        &mut self,
        ledger: &mut dyn Ledger,
        document: DocumentId,
    ) -> Result<Vec<SignedBatch>, AppError> {
        self.desk.batches(ledger, document)
    }

    fn reads_log_before(&self) -> Option<Position> {
        self.desk.reads_log_before()
    }

    fn put_down(&mut self, ledger: &mut dyn Ledger, writing: Writing) -> Result<(), AppError> {
        let exactly = body_hash(&writing.changes) == self.signed.body;
        self.used |= exactly;
        self.desk.desk.assertion = exactly.then(|| self.signed.assertion.clone());
        self.desk.put_down(ledger, writing)
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
