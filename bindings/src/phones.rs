//! One app on one device: its phones, one per team, and nothing that links
//! them outside of it.

use crate::assistant::AssistantPhone;
use crate::clock::{self, StoryClock};
use crate::door::{About, Shared};
use crate::employer::EmployerPhone;
use crate::error::{Outcome, PhoneError, Stop};
use crate::fault::{FaultLine, Faults};
use crate::held::Held;
use crate::listener::{ChangeListener, Topic};
use crate::transport::{self, HttpTransport};
use crate::vault::{self, KeyVault};
use crate::{snapshot, typed};
use assistenz_core::log::{DeviceForm, Role};
use assistenz_core::pairing::PairingCode;
use assistenz_core::store::Store;
use assistenz_core::view::phone::{LanguageChoice, SeveralEmployers, refused, roles_of, several};
use assistenz_core::words::Language;
use assistenz_handset as handset;
use assistenz_handset::machine::since_boot;
use assistenz_handset::ports::{Clock, World};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// What an app says when it opens its phones.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PhoneSetup {
    /// The app's own folder. On Apple's systems inside the app's own container,
    /// never a shared one: the system kills an app that holds a file lock there.
    pub folder: String,
    /// Where the widget's small file lies; a shared container is fine. Empty
    /// for a folder inside `folder`.
    pub snapshot_folder: String,
    /// `de`, `en`, `de-simple`, `pl` …; the device's own tag, `de-DE`, will do.
    pub language: String,
    /// The zone of the phone's clock, `Europe/Berlin`.
    pub zone: String,
    /// Something that is new after each start of the device: Android's
    /// `Settings.Global.BOOT_COUNT`, Apple's `kern.bootsessionuuid`. Empty if
    /// there is no such thing.
    pub boot: String,
}

/// A phone on this device.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct EmployerCard {
    /// Its id, for [`Phones::assistant`] and [`Phones::employer`].
    pub id: String,
    /// The employer's or team's name; empty until the first sitting.
    pub name: String,
    /// Whether its person works here: open it with [`Phones::assistant`]. Also
    /// true before the first sitting, when nothing is known yet.
    pub works_here: bool,
    /// Whether its person employs here: open it with [`Phones::employer`].
    pub employs_here: bool,
}

/// A pairing that waits for the employer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PairingCard {
    /// Its id; the phone's id once it is paired.
    pub id: String,
    /// Six digits, to compare with those at the employer's.
    pub digits: String,
}

/// How far a pairing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum PairingState {
    /// The employer has not confirmed yet: look again in a moment.
    Waiting,
    /// The phone is paired.
    Paired,
    /// It was turned away or waited too long; it is forgotten.
    Over,
}

/// One app on one device.
#[derive(uniffi::Object)]
pub struct Phones {
    shared: Arc<Shared>,
    open: Mutex<BTreeMap<String, Arc<Held>>>,
}

#[uniffi::export]
impl Phones {
    /// Opens the phones of this app, making its folder on first use. Reads no
    /// record yet and needs no network.
    ///
    /// # Errors
    ///
    /// `not_a_place` for an unknown zone; a fault if the folder cannot be made.
    #[uniffi::constructor]
    pub fn open(setup: PhoneSetup, vault: Arc<dyn KeyVault>) -> Result<Arc<Self>, PhoneError> {
        Self::make(setup, vault, World::of_this_machine(), since_boot())
    }

    /// The same under a clock that a story moves: for tests, demonstrations and
    /// pictures. An app never calls it.
    ///
    /// # Errors
    ///
    /// As [`Phones::open`].
    #[uniffi::constructor]
    pub fn open_in_story(
        setup: PhoneSetup,
        vault: Arc<dyn KeyVault>,
        clock: Arc<dyn StoryClock>,
    ) -> Result<Arc<Self>, PhoneError> {
        let world = clock::world(clock);
        let since_boot = Arc::clone(&world.clock);
        Self::make(setup, vault, world, since_boot)
    }

    /// What this build is.
    pub fn about(&self) -> About {
        About {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            encrypted: cfg!(feature = "sqlcipher"),
            engine: Store::engine_version().to_owned(),
        }
    }

    /// Who is told when something changed; none to tell nobody.
    pub fn listen(&self, listener: Option<Arc<dyn ChangeListener>>) {
        *self.shared.listener.write().unwrap_or_else(PoisonError::into_inner) = listener;
    }

    /// The platform's own HTTP client instead of the built-in one; none to go back.
    pub fn use_transport(&self, transport: Option<Arc<dyn HttpTransport>>) {
        let transport: Option<Arc<dyn assistenz_courier::Transport>> =
            transport.map(|brought| Arc::new(transport::Foreign(brought)) as _);
        *self.shared.transport.write().unwrap_or_else(PoisonError::into_inner) = transport;
    }

    /// The languages to choose from, by their own names.
    pub fn languages(&self) -> Vec<LanguageChoice> {
        Language::ALL
            .into_iter()
            .map(|language| LanguageChoice {
                code: language.word().to_owned(),
                label: language.own_name().to_owned(),
                right_to_left: language.right_to_left(),
                machine_made: language.machine_made(),
            })
            .collect()
    }

    /// The language that is spoken now.
    pub fn language(&self) -> String {
        self.shared.language().word().to_owned()
    }

    /// Speaks another language from now on. The app remembers it.
    ///
    /// # Errors
    ///
    /// `not_a_language`.
    pub fn set_language(&self, code: String) -> Result<(), PhoneError> {
        self.shared.call(|| {
            let language = language_of(&code).ok_or(Stop::Refused("not_a_language"))?;
            *self.shared.language.write().unwrap_or_else(PoisonError::into_inner) = language;
            for held in self.held_now() {
                snapshot::write(&held);
            }
            self.shared.tell("", vec![Topic::Language]);
            Ok(())
        })
    }

    /// A text that always stands on a screen: `label("today")` is `Heute`. The
    /// keys are `app-label-…` in `core/words/de/app.ftl`; an unknown key comes
    /// back as it is.
    pub fn label(&self, key: String) -> String {
        self.shared.plain(key.clone(), || self.shared.showing().say(&format!("label-{key}"), &[]))
    }

    /// The phones of this device, in the order of their pairing's id.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn employers(&self) -> Result<Vec<EmployerCard>, PhoneError> {
        self.shared.call(|| {
            let mut cards = Vec::new();
            for id in self.ids()? {
                if self.shared.folder(&id)?.paired()?.is_none() {
                    continue;
                }
                let held = self.hold(&id)?;
                let (name, roles) = held.look(|acting, _, _| {
                    let name = acting.team_field("name")?.unwrap_or_default();
                    Ok((name, roles_of(acting)?))
                })?;
                cards.push(EmployerCard {
                    id,
                    name,
                    works_here: roles.is_empty() || roles.contains(&Role::Assistant),
                    employs_here: roles.contains(&Role::Employer),
                });
            }
            Ok(cards)
        })
    }

    /// Pairings that wait for an employer's confirmation.
    ///
    /// # Errors
    ///
    /// [`PhoneError`]
    pub fn pairings(&self) -> Result<Vec<PairingCard>, PhoneError> {
        self.shared.call(|| {
            let mut cards = Vec::new();
            for id in self.ids()? {
                let folder = self.shared.folder(&id)?;
                if folder.paired()?.is_none()
                    && let Some(asked) = folder.asked()?
                {
                    cards.push(PairingCard { id, digits: asked.digits });
                }
            }
            Ok(cards)
        })
    }

    /// Shows a pairing code, scanned or typed, to its office. The same code
    /// again gives the same pairing. Needs the network.
    ///
    /// # Errors
    ///
    /// `not_a_pairing_code`, `pairing_code_mistyped`, `unknown_token`,
    /// `used_token`, `expired_token`, `other_office`, `wrong_key`, `unreachable` …
    pub fn pair(&self, code: String) -> Result<PairingCard, PhoneError> {
        self.shared.call(|| {
            let code: PairingCode = code.parse().map_err(handset::PhoneError::from)?;
            let courier = self.shared.courier(&code.address, code.pin)?;
            for id in self.ids()? {
                let folder = self.shared.folder(&id)?;
                if folder.asks_with(&code)?
                    && let Some(asked) = folder.asked()?
                {
                    return Ok(PairingCard { id, digits: asked.digits });
                }
            }
            let id =
                hex::encode(self.shared.world.random::<8>().map_err(handset::PhoneError::Dice)?);
            let folder = self.shared.folder(&id)?;
            let asked = folder.ask_through(&code, DeviceForm::Phone, &self.shared.world, &courier);
            match asked {
                Ok(asked) => Ok(PairingCard { id, digits: asked.digits }),
                Err(error) => {
                    // Nothing was paired and nothing recorded: only the fresh key goes.
                    remove(&self.shared, &id)?;
                    Err(error.into())
                }
            }
        })
    }

    /// Looks whether the employer has confirmed. Needs the network.
    ///
    /// # Errors
    ///
    /// `no_such_phone`, `unreachable` …
    pub fn look_if_paired(&self, id: String) -> Result<PairingState, PhoneError> {
        self.shared.call(|| {
            self.known(&id)?;
            let folder = self.shared.folder(&id)?;
            let way = |code: &PairingCode| {
                let courier = self.shared.courier(&code.address, code.pin);
                courier.map_err(|stop| match stop {
                    Stop::Phone(error) => error,
                    Stop::Refused(_) | Stop::Panic => handset::PhoneError::NotPaired,
                })
            };
            match folder.look_through(way) {
                Ok(_) => Ok(PairingState::Paired),
                Err(handset::PhoneError::Waiting) => Ok(PairingState::Waiting),
                Err(handset::PhoneError::PairingOver | handset::PhoneError::NotPaired) => {
                    remove(&self.shared, &id)?;
                    Ok(PairingState::Over)
                }
                Err(error) => Err(error.into()),
            }
        })
    }

    /// The phone of somebody who works here.
    ///
    /// # Errors
    ///
    /// `no_such_phone`, `not_paired`, `key_vault`.
    pub fn assistant(&self, id: String) -> Result<Arc<AssistantPhone>, PhoneError> {
        self.shared.call(|| Ok(Arc::new(AssistantPhone { held: self.hold(&id)? })))
    }

    /// The phone of somebody who employs here.
    ///
    /// # Errors
    ///
    /// `no_such_phone`, `not_paired`, `key_vault`.
    pub fn employer(&self, id: String) -> Result<Arc<EmployerPhone>, PhoneError> {
        self.shared.call(|| Ok(Arc::new(EmployerPhone { held: self.hold(&id)? })))
    }

    /// Removes a phone from this device: its record, its keys. Objects of it
    /// that are still held fail from then on. Ask first.
    ///
    /// # Errors
    ///
    /// `unsent_left` if anything here has not reached the office; `no_such_phone`.
    pub fn forget(&self, id: String) -> Result<(), PhoneError> {
        self.shared.call(|| {
            self.known(&id)?;
            if self.shared.folder(&id)?.paired()?.is_some() {
                let held = self.hold(&id)?;
                if held.phone().device().waiting()? > 0 {
                    return Err(Stop::Refused("unsent_left"));
                }
            }
            self.open.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
            remove(&self.shared, &id)?;
            snapshot::remove(&self.shared.snapshots, &id);
            self.shared.tell(&id, vec![Topic::People]);
            Ok(())
        })
    }

    /// All employers of this phone added up (working-time law), for the eyes of
    /// its owner only. Nothing of it is written anywhere.
    ///
    /// # Errors
    ///
    /// `not_a_month`.
    pub fn several(&self, month: String) -> Result<SeveralEmployers, PhoneError> {
        self.shared.call(|| {
            let month = typed::month(&month)?;
            let mut teams = Vec::new();
            for id in self.ids()? {
                if self.shared.folder(&id)?.paired()?.is_some() {
                    let held = self.hold(&id)?;
                    teams.push(held.look(|acting, _, _| several::of_team(acting, month))?);
                }
            }
            Ok(several::several(&self.shared.showing(), month, &teams))
        })
    }

    /// Faults that were noted on this device, oldest first: for a report that
    /// the person sends on their own.
    pub fn faults(&self) -> Vec<FaultLine> {
        self.shared.plain(Vec::new(), || self.shared.faults.lines())
    }

    /// The sentence for a code that another process told, `unreachable`.
    pub fn sentence(&self, code: String) -> String {
        self.shared.plain(String::new(), || refused::sentence(self.shared.language(), &code))
    }
}

impl Phones {
    fn make(
        setup: PhoneSetup,
        vault: Arc<dyn KeyVault>,
        world: World,
        since_boot: Arc<dyn Clock>,
    ) -> Result<Arc<Self>, PhoneError> {
        let language = language_of(&setup.language).unwrap_or_default();
        let make = || -> Outcome<Self> {
            let zone = assistenz_core::place::zone(&setup.zone);
            let zone = zone.map_err(|_| Stop::Refused("not_a_place"))?;
            let root = PathBuf::from(&setup.folder);
            handset::PhoneFolder::open(&root)?;
            handset::PhoneFolder::open(&root.join("phones"))?;
            let snapshots = match setup.snapshot_folder.as_str() {
                "" => root.join("snapshots"),
                told => PathBuf::from(told),
            };
            let boot = boot_of(&setup.boot, &world)?;
            let shared = Shared {
                faults: Faults::new(&root),
                root,
                snapshots,
                world,
                since_boot,
                boot,
                zone,
                vault: Arc::new(vault::Foreign(vault)),
                language: RwLock::new(language),
                listener: RwLock::new(None),
                transport: RwLock::new(None),
            };
            Ok(Self { shared: Arc::new(shared), open: Mutex::new(BTreeMap::new()) })
        };
        let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(make));
        made.unwrap_or(Err(Stop::Panic)).map(Arc::new).map_err(|stop| stop.told(language))
    }

    /// The ids of everything that was ever begun here and not forgotten.
    fn ids(&self) -> Outcome<Vec<String>> {
        let fault = |source: io::Error| handset::PhoneError::Io { what: "phones", source };
        let mut ids = Vec::new();
        for entry in fs::read_dir(self.shared.phones()).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            if let Some(name) = entry.file_name().to_str()
                && is_id(name)
            {
                ids.push(name.to_owned());
            }
        }
        ids.sort_unstable();
        Ok(ids)
    }

    /// An id that came from outside must not lead elsewhere.
    fn known(&self, id: &str) -> Outcome<()> {
        if is_id(id) && self.shared.phones().join(id).is_dir() {
            Ok(())
        } else {
            Err(Stop::Refused("no_such_phone"))
        }
    }

    fn hold(&self, id: &str) -> Outcome<Arc<Held>> {
        self.known(id)?;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = open.get(id) {
            return Ok(Arc::clone(held));
        }
        let held = Arc::new(Held::open(&self.shared, id)?);
        open.insert(id.to_owned(), Arc::clone(&held));
        Ok(held)
    }

    fn held_now(&self) -> Vec<Arc<Held>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn remove(shared: &Shared, id: &str) -> Outcome<()> {
    match fs::remove_dir_all(shared.phones().join(id)) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(handset::PhoneError::Io { what: "phones", source }.into())
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// `de`, or the language of a device's tag: `de-DE`, `pl_PL`.
fn language_of(tag: &str) -> Option<Language> {
    let tag = tag.replace('_', "-");
    let first = tag.split('-').next().unwrap_or_default().to_lowercase();
    tag.parse().ok().or_else(|| first.parse().ok())
}

/// Names the run of the clock that never jumps.
fn boot_of(told: &str, world: &World) -> Outcome<[u8; 8]> {
    if told.is_empty() {
        return Ok(world.random().map_err(handset::PhoneError::Dice)?);
    }
    Ok(handset::boot_named(told))
}
