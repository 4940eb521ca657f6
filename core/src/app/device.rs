//! A phone's core: its store, its keys and its side of the conversation in one
//! hand. The bindings, the command-line phone and the replay all hold this.

use super::acting::{Acting, Dice, Me, rewrite_views};
use super::pen::PhonePen;
use super::refusal::AppError;
use crate::document::Incarnation;
use crate::ledger::{Engine, Ledger};
use crate::log::stream::Stream;
use crate::log::{ClockEvidence, DeviceKey, PublicKey};
use crate::sync::{Nonce, Phone, Received};

/// One team on one device.
pub struct Device<E> {
    engine: E,
    phone: Phone,
    key: DeviceKey,
    me: Me,
}

impl<E> std::fmt::Debug for Device<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Device").field("device", &self.key.device()).finish_non_exhaustive()
    }
}

impl<E: Engine> Device<E> {
    /// Takes a device into the hand. `fresh` is 8 random bytes: they become the
    /// store's life if it has none yet (first start after pairing). `log_key` is
    /// the office's, from the pairing code.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn open(
        mut engine: E,
        me: Me,
        key: DeviceKey,
        log_key: PublicKey,
        fresh: Incarnation,
    ) -> Result<Self, AppError> {
        let phone = Phone::new(me.team, log_key);
        engine.write(|ledger| {
            if phone.incarnation(ledger)?.is_none() {
                phone.begin_incarnation(ledger, fresh)?;
            }
            Ok::<_, AppError>(())
        })?;
        Ok(Self { engine, phone, key, me })
    }

    /// Does one act: in one transaction, durable when this returns.
    ///
    /// # Errors
    ///
    /// Those of `act`; nothing was written then.
    pub fn act<T>(
        &mut self,
        now: &ClockEvidence,
        dice: &mut dyn Dice,
        act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let Self { engine, phone, key, me } = self;
        engine.write(|ledger| {
            let mut pen = PhonePen { phone, key };
            act(&mut Acting { ledger, me, now, dice, pen: &mut pen })
        })
    }

    /// Reads, without writing anything.
    ///
    /// # Errors
    ///
    /// Those of `look`.
    pub fn look<T>(
        &mut self,
        now: &ClockEvidence,
        look: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let Self { engine, phone, key, me } = self;
        // Reading needs no ids; a use case that asked for one would fail to write anyway.
        let mut dice = || [0; 16];
        engine.read(|ledger| {
            let mut pen = PhonePen { phone, key };
            look(&mut Acting { ledger, me, now, dice: &mut dice, pen: &mut pen })
        })
    }

    /// The next request of a round, as it goes over the wire; `None` if the
    /// office has to be asked for a nonce first.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn request(&mut self) -> Result<Option<Vec<u8>>, AppError> {
        let Self { engine, phone, key, me } = self;
        engine.write(|ledger| Ok(phone.build_request(ledger, key, &me.app)?))
    }

    /// Takes in the office's answer, verified, all or nothing, and computes the
    /// views of what changed anew. `fresh` is 8 random bytes, used only if the
    /// office orders a new life of this store.
    ///
    /// # Errors
    ///
    /// [`crate::sync::SyncError`] inside; nothing was taken in then.
    pub fn response(&mut self, wire: &[u8], fresh: Incarnation) -> Result<Received, AppError> {
        let Self { engine, phone, key, me } = self;
        engine.write(|ledger| {
            let received = phone.take_response(ledger, key, wire)?;
            for stream in &received.changed {
                if let Stream::Document(about) = stream
                    && let Some(document) = about.document()
                {
                    refresh(ledger, phone, key, me, document)?;
                }
            }
            if received.new_incarnation {
                phone.write_again(ledger, fresh, key)?;
            }
            Ok(received)
        })
    }

    /// Remembers a nonce of the office, from pairing or asked for.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn take_nonce(&mut self, nonce: Nonce) -> Result<(), AppError> {
        let Self { engine, phone, .. } = self;
        engine.write(|ledger| Ok(phone.take_nonce(ledger, nonce)?))
    }

    /// How many batches wait for the office.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn waiting(&mut self) -> Result<usize, AppError> {
        let team = self.me.team;
        self.engine.read(|ledger| Ok(ledger.outbox(team)?.len()))
    }

    /// Begins a new life of this store, after it was restored from a backup.
    ///
    /// # Errors
    ///
    /// Faults of the ledger.
    pub fn restored(&mut self, fresh: Incarnation) -> Result<(), AppError> {
        let Self { engine, phone, .. } = self;
        engine.write(|ledger| Ok(phone.begin_incarnation(ledger, fresh)?))
    }

    /// Who uses it.
    #[must_use]
    pub const fn me(&self) -> &Me {
        &self.me
    }

    /// The device's key.
    #[must_use]
    pub const fn key(&self) -> &DeviceKey {
        &self.key
    }

    /// The engine, for what this room does not know.
    pub const fn engine(&mut self) -> &mut E {
        &mut self.engine
    }
}

fn refresh(
    ledger: &mut dyn Ledger,
    phone: &mut Phone,
    key: &DeviceKey,
    me: &Me,
    document: crate::document::DocumentId,
) -> Result<(), AppError> {
    use super::acting::{Pen as _, load};
    use super::refusal::Refusal;
    let batches = match (PhonePen { phone, key }).batches(ledger, document) {
        // Kept unread: its views wait for the update, and it is not totalled.
        Err(AppError::Refused(Refusal::Newer)) => return Ok(()),
        other => other?,
    };
    let document = load(document, me.actor, &batches)?;
    rewrite_views(ledger, me.team, &document)
}
