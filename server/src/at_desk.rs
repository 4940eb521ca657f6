//! What a signed-in person may see and do at the office, and looking at the
//! record, as it is or as it was.
//!
//! Every act is judged twice, by the same table: here before it begins, so that
//! nobody learns more from a refusal than that they may not, and by the core
//! when the signed batch is placed.

use crate::desk;
pub use crate::desk::act;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::{Office, Turn};
use crate::sign_in::Caller;
use assistenz_core::app::acting::PRESENT;
use assistenz_core::app::{self, Acting, AppError, Me, Memory, Pen};
use assistenz_core::document::{DocumentId, PersonId, TeamId};
use assistenz_core::ledger::{Ledger, Position};
use assistenz_core::log::{SignedBatch, Stream, codec};
use assistenz_core::policy::PolicyState;
use assistenz_core::record::document::RecordError;
use assistenz_core::sync::{self, Writing, in_force};
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

/// Setting what is so already is done, and writes nothing.
///
/// # Errors
///
/// Every other error, as it is.
pub fn or_so_already(done: Result<(), AppError>) -> Result<(), AppError> {
    match done {
        Err(AppError::Record(RecordError::Empty)) => Ok(()),
        other => other,
    }
}

/// Acts on a document that one may write.
///
/// # Errors
///
/// [`Refusal::NoRight`]; those of [`act`].
pub fn write<T>(
    turn: &mut Turn<'_>,
    caller: &Caller,
    document: &DocumentId,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    may_write(turn, caller, document)?;
    act(turn, caller, work)
}

/// One act of a signed-in person, as most forms and requests need it: in the
/// writing turn the right is judged first, then what was sent is read, then it
/// is done. Nobody learns from a mistake in a form that they would have had no
/// right anyway.
///
/// # Errors
///
/// [`Refusal::NoRight`]; those of `read`; those of [`act`].
pub async fn write_one<I, T: Send + 'static>(
    office: &Office,
    caller: Caller,
    document: DocumentId,
    read: impl FnOnce() -> Result<I, Refusal> + Send + 'static,
    work: impl FnOnce(&mut Acting<'_>, I) -> Result<T, AppError> + Send + 'static,
) -> Result<T, OfficeError> {
    office
        .write(move |turn| {
            may_write(turn, &caller, &document)?;
            let read = read()?;
            act(turn, &caller, |acting| work(acting, read))
        })
        .await
}

/// For [`write_one`], where nothing has to be read.
///
/// # Errors
///
/// None.
pub const fn as_it_is() -> Result<(), Refusal> {
    Ok(())
}

/// One look of a signed-in person at a document they may read.
///
/// # Errors
///
/// [`Refusal::NoRight`]; those of [`look`].
pub async fn read_one<T: Send + 'static>(
    office: &Office,
    caller: Caller,
    document: DocumentId,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError> + Send + 'static,
) -> Result<T, OfficeError> {
    office.read(move |turn| read(turn, &caller, &document, work)).await
}

/// Looks at a document that one may read.
///
/// # Errors
///
/// [`Refusal::NoRight`]; those of [`look`].
pub fn read<T>(
    turn: &mut Turn<'_>,
    caller: &Caller,
    document: &DocumentId,
    work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    may_read(turn, caller, document)?;
    look(turn, caller, work)
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

/// The same for nobody in particular: into memory, ahead of whoever asks first.
/// What it gives must not be shown to anybody.
///
/// # Errors
///
/// As [`look`].
pub fn look_ahead<T>(
    turn: &mut Turn<'_>,
    team: TeamId,
    look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    let nobody = PersonId::new([0; 16]);
    let me = Me { team, person: nobody, actor: [0; 16], app: PROGRAM.to_owned() };
    look_as(turn, &me, None, look)
}

fn look_through<T>(
    turn: &mut Turn<'_>,
    caller: &Caller,
    before: Option<Position>,
    look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    let me = me(turn, caller)?;
    look_as(turn, &me, before, look)
}

fn look_as<T>(
    turn: &mut Turn<'_>,
    me: &Me,
    before: Option<Position>,
    look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    let now = desk::clock(turn.now_ms);
    // Reading needs no ids; a use case that asked for one would fail to write anyway.
    let mut dice = || [0; 16];
    let (core, memory) = (&mut *turn.core, &mut *turn.memory);
    let mut pen = Glasses { team: me.team, before, core, memory };
    let ledger = &mut *turn.ledger;
    Ok(look(&mut Acting { ledger, me, now: &now, dice: &mut dice, pen: &mut pen })?)
}

/// Reads, and cannot write.
struct Glasses<'a> {
    team: TeamId,
    before: Option<Position>,
    core: &'a mut sync::Office,
    memory: &'a mut Memory,
}

impl Pen for Glasses<'_> {
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

    fn policy(&mut self, ledger: &mut dyn Ledger, team: TeamId) -> Result<PolicyState, AppError> {
        Ok(self.core.policy(ledger, team)?)
    }

    fn reads_log_before(&self) -> Option<Position> {
        Some(self.before.unwrap_or(PRESENT))
    }

    /// Only of the present: what was, is read from the log.
    fn memory(&mut self) -> Option<&mut Memory> {
        self.before.is_none().then_some(&mut *self.memory)
    }

    fn put_down(&mut self, _: &mut dyn Ledger, _: Writing) -> Result<(), AppError> {
        Err(app::Refusal::NoRight.into())
    }
}

fn me(turn: &Turn<'_>, caller: &Caller) -> Result<Me, OfficeError> {
    let (team, person) = (caller.team(), caller.person());
    Ok(Me { team, person, actor: turn.random()?, app: PROGRAM.to_owned() })
}
