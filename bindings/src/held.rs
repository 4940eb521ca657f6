//! One phone in the hand: two hands on one store, so that a tap never waits for
//! the network.

use crate::door::Shared;
use crate::error::{Outcome, Stop};
use crate::listener::Topic;
use crate::snapshot;
use assistenz_core::app::{Acting, AppError, Tap};
use assistenz_core::document::DocumentKind;
use assistenz_core::log::About;
use assistenz_core::log::stream::Stream;
use assistenz_core::view::phone::{Showing, SyncDone, SyncSheet, UndoOffer, sync, undo_offer};
use assistenz_handset::{Phone, PhoneFolder};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// So long a tap can be taken back.
pub(crate) const UNDO_MS: i64 = 10_000;

/// One team on this device.
pub(crate) struct Held {
    pub(crate) shared: Arc<Shared>,
    pub(crate) id: String,
    pub(crate) folder: PhoneFolder,
    acts: Mutex<Phone>,
    /// Opened for the first sitting with the office.
    talks: Mutex<Option<Phone>>,
    undo: Mutex<Option<(Tap, i64)>>,
}

impl Held {
    pub(crate) fn open(shared: &Arc<Shared>, id: &str) -> Outcome<Self> {
        if !shared.phones().join(id).is_dir() {
            return Err(Stop::Refused("no_such_phone"));
        }
        let folder = shared.folder(id)?;
        let acts = Mutex::new(folder.unlock(shared.watch())?);
        let held = Self {
            shared: Arc::clone(shared),
            id: id.to_owned(),
            folder,
            acts,
            talks: Mutex::new(None),
            undo: Mutex::new(None),
        };
        snapshot::write(&held);
        Ok(held)
    }

    /// After a panic the next call may go on: nothing half-done is ever kept in memory.
    pub(crate) fn phone(&self) -> MutexGuard<'_, Phone> {
        self.acts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn showing(&self) -> Showing {
        self.shared.showing()
    }

    /// Reads one screen.
    pub(crate) fn look<T>(
        &self,
        look: impl FnOnce(&mut Acting<'_>, &Showing, Option<i64>) -> Result<T, AppError>,
    ) -> Outcome<T> {
        let showing = self.showing();
        let mut phone = self.phone();
        let heard_ms = phone.heard().map(|heard| heard.wall_ms);
        Ok(phone.look(|acting| look(acting, &showing, heard_ms))?)
    }

    /// Does one act: on the disk when this returns. Then tells who listens.
    pub(crate) fn act<T>(
        &self,
        topic: Topic,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Outcome<T> {
        let done = self.phone().act(act)?;
        snapshot::write(self);
        self.shared.tell(&self.id, vec![topic, Topic::Sync]);
        Ok(done)
    }

    /// Remembers the last tap, so that it can be taken back; anything else that
    /// is done ends the offer.
    pub(crate) fn remember(&self, tap: Option<Tap>) -> Option<UndoOffer> {
        let until_ms = self.shared.world.now_ms() + UNDO_MS;
        *self.undo.lock().unwrap_or_else(PoisonError::into_inner) = tap.map(|tap| (tap, until_ms));
        tap.map(|_| undo_offer(&self.showing(), until_ms))
    }

    /// The tap that can still be taken back, and until when.
    pub(crate) fn undoable(&self) -> Option<(Tap, i64)> {
        let now = self.shared.world.now_ms();
        let known = *self.undo.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back must not keep the offer for ever.
        known.filter(|(_, until_ms)| now <= *until_ms && *until_ms - now <= UNDO_MS)
    }

    pub(crate) fn sync_sheet(&self) -> Outcome<SyncSheet> {
        self.look(sync::sheet)
    }

    /// Talks with the office on the second hand.
    pub(crate) fn sync_now(&self, deadline_ms: u64) -> Outcome<SyncDone> {
        let paired = self.folder.paired()?.ok_or(Stop::Refused("not_paired"))?;
        let courier = self.shared.courier(&paired.address, paired.pin)?;
        let mut talks = self.talks.lock().unwrap_or_else(PoisonError::into_inner);
        let phone = match &mut *talks {
            Some(phone) => phone,
            none => none.insert(self.folder.unlock(self.shared.watch())?),
        };
        let longest = Duration::from_millis(deadline_ms);
        let before = phone.device().waiting()?;
        let summary = phone.sync_within(&courier, Some(longest));
        // Whatever came of it, rounds that were taken in are taken in.
        let waiting = phone.device().waiting()?;
        drop(talks);
        self.phone().hear_again()?;
        snapshot::write(self);
        let changed = summary
            .as_ref()
            .map_or_else(|_| Vec::new(), |summary| summary.changed.iter().map(topic_of).collect());
        self.shared.tell(&self.id, changed.into_iter().chain([Topic::Sync]).collect());
        let summary = summary?;
        let sent = before.saturating_sub(waiting);
        let changed = summary.changed.len();
        Ok(sync::done(&self.showing(), sent, waiting, changed, summary.more))
    }
}

const fn topic_of(stream: &Stream) -> Topic {
    match stream {
        Stream::Policy | Stream::Document(About::Newer { .. }) => Topic::People,
        Stream::Document(About::Known(id)) => match id.kind() {
            DocumentKind::Time | DocumentKind::Session => Topic::Time,
            DocumentKind::Review | DocumentKind::Handover => Topic::Review,
            DocumentKind::Wishes | DocumentKind::Answers => Topic::Absences,
            DocumentKind::Rota | DocumentKind::RotaOpen => Topic::Plan,
            DocumentKind::Contract
            | DocumentKind::Budget
            | DocumentKind::Person
            | DocumentKind::Team => Topic::People,
        },
    }
}
