//! The office at work: one thread writes, another reads, both in turn.
//!
//! Requests wait in a queue of bounded length. The writer takes what waits
//! into one transaction (group commit), each request as a part that can fail
//! alone, and answers only after the commit: what was acknowledged is on the
//! disk. A fault of the disk fails the whole transaction and everyone in it.

use crate::door::Door;
use crate::fault::OfficeError;
use crate::folder::Folder;
use crate::limits;
use crate::ports::World;
use assistenz_core::app::Memory;
use assistenz_core::app::catch_up::catch_up_views;
use assistenz_core::document::TeamId;
use assistenz_core::ledger::{Engine, Ledger, LedgerError};
use assistenz_core::store::Store;
use assistenz_core::sync;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use tokio::sync::{broadcast, mpsc, oneshot};

/// Most requests in one transaction.
const MOST_IN_ONE: usize = 256;

/// Changes of documents that the gate keeps in memory, at most 64 MiB of them:
/// all that a thousand people write in a month.
const AT_THE_GATE: usize = 32 * 1024;
/// How much of the ledger each thread keeps in memory, in KiB.
const PAGES: u32 = 32 * 1024;
/// Documents read for pages that each thread keeps in memory: a year of all
/// kinds for a team of a dozen.
const READ: usize = 1_024;

/// What a piece of work has at hand in its turn.
pub struct Turn<'a> {
    /// The open transaction.
    pub ledger: &'a mut dyn Ledger,
    /// The office's side of the record: judges, places, signs.
    pub core: &'a mut sync::Office,
    /// What was read lately.
    pub memory: &'a mut Memory,
    /// Sessions, invitations, pairings. Not part of the transaction.
    pub door: &'a mut Door,
    /// Keys.
    pub folder: &'a Folder,
    /// Clock and dice.
    pub world: &'a World,
    /// Now, read once for this piece of work.
    pub now_ms: i64,
}

impl Turn<'_> {
    /// Random bytes.
    ///
    /// # Errors
    ///
    /// [`OfficeError::Dice`].
    pub fn random<const N: usize>(&self) -> Result<[u8; N], OfficeError> {
        self.world.random().map_err(OfficeError::Dice)
    }
}

/// A piece of work in the queue: done inside the transaction, answered after it.
trait Job: Send {
    /// Does it. `Err` only for faults that make the whole transaction useless.
    fn work(&mut self, turn: &mut Turn<'_>) -> Result<(), LedgerError>;
    /// Answers: with what the work gave, or with why nothing was committed.
    fn answer(self: Box<Self>, committed: Result<(), OfficeError>);
}

struct Typed<F, T> {
    work: Option<F>,
    result: Option<Result<T, OfficeError>>,
    reply: oneshot::Sender<Result<T, OfficeError>>,
}

impl<F, T> Job for Typed<F, T>
where
    F: FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send,
    T: Send,
{
    fn work(&mut self, turn: &mut Turn<'_>) -> Result<(), LedgerError> {
        let Some(work) = self.work.take() else { return Ok(()) };
        turn.ledger.begin_part()?;
        // Nothing of a panicking part is kept, so there is nothing half done to see.
        let result = catch_unwind(AssertUnwindSafe(|| work(turn)));
        match result {
            Ok(Ok(done)) => {
                turn.ledger.keep_part()?;
                self.result = Some(Ok(done));
            }
            Ok(Err(OfficeError::Ledger(fault))) if ends_transaction(&fault) => return Err(fault),
            Ok(Err(error)) => {
                turn.ledger.undo_part()?;
                self.result = Some(Err(error));
            }
            Err(_) => {
                turn.ledger.undo_part()?;
                self.result = Some(Err(OfficeError::Panicked));
            }
        }
        Ok(())
    }

    fn answer(self: Box<Self>, committed: Result<(), OfficeError>) {
        let result = match (committed, self.result) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(OfficeError::Stopped),
            // A refusal wrote nothing and stands, committed or not.
            (Err(_), Some(Err(refused @ OfficeError::Refused(_)))) => Err(refused),
            (Err(fault), _) => Err(fault),
        };
        // Whoever asked may have hung up.
        drop(self.reply.send(result));
    }
}

/// After these SQLite may have undone more than the part: nobody is told "done".
const fn ends_transaction(fault: &LedgerError) -> bool {
    match fault {
        LedgerError::Contradiction(_) => false,
        LedgerError::Full
        | LedgerError::ReadOnly
        | LedgerError::Busy
        | LedgerError::Damaged(_)
        | LedgerError::Engine(_) => true,
    }
}

/// One fault, told to everyone who was in the transaction.
fn same_for_all(fault: &LedgerError) -> OfficeError {
    OfficeError::Ledger(match fault {
        LedgerError::Full => LedgerError::Full,
        LedgerError::ReadOnly => LedgerError::ReadOnly,
        LedgerError::Busy => LedgerError::Busy,
        LedgerError::Damaged(what) => LedgerError::Damaged(what),
        LedgerError::Contradiction(what) => LedgerError::Contradiction(what),
        LedgerError::Engine(cause) => LedgerError::Engine(cause.to_string().into()),
    })
}

/// A handle to the office. Cheap to clone; the last one dropped ends its threads.
#[derive(Clone)]
pub struct Office {
    writes: mpsc::Sender<Box<dyn Job>>,
    reads: mpsc::Sender<Box<dyn Job>>,
    news: broadcast::Sender<TeamId>,
    folder: Arc<Folder>,
    world: World,
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Office").field("folder", &self.folder.root()).finish_non_exhaustive()
    }
}

/// The office's threads; wait for them after the last handle is dropped.
#[derive(Debug)]
pub struct Threads(Vec<thread::JoinHandle<()>>);

impl Threads {
    /// Waits until everything queued is done and the files are closed.
    pub fn join(self) {
        for thread in self.0 {
            // A panic of the thread itself has already been logged where it happened.
            drop(thread.join());
        }
    }
}

impl Office {
    /// Opens the folder's ledger and begins to work.
    ///
    /// # Errors
    ///
    /// If a file cannot be opened; nothing was changed then.
    pub fn open(folder: Folder, world: World) -> Result<(Self, Threads), OfficeError> {
        let (news, _) = broadcast::channel(256);
        let folder = Arc::new(folder);
        let mut threads = Vec::new();
        let mut queue = |name: &str, writes: bool| -> Result<_, OfficeError> {
            let (sender, jobs) = mpsc::channel(limits::QUEUE);
            let store = Store::open(&folder.ledger())?.with_memory(PAGES)?;
            let door = Door::open(&folder.door())?;
            folder.protect()?;
            let bench = Bench {
                store,
                core: sync::Office::new(AT_THE_GATE),
                door,
                folder: Arc::clone(&folder),
                world: world.clone(),
                news: news.clone(),
            };
            let work = move || if writes { bench.write(jobs) } else { bench.read(jobs) };
            let thread = thread::Builder::new().name(name.to_owned()).spawn(work);
            threads.push(thread.map_err(OfficeError::Thread)?);
            Ok(sender)
        };
        let writes = queue("writer", true)?;
        let reads = queue("reader", false)?;
        Ok((Self { writes, reads, news, folder, world }, Threads(threads)))
    }

    /// Does `work` in the writing transaction; on the disk when this returns.
    ///
    /// # Errors
    ///
    /// Those of `work`; [`OfficeError::Overloaded`] if the queue is full; the
    /// disk's. On any error nothing was written.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send + 'static,
    ) -> Result<T, OfficeError> {
        ask(&self.writes, work)?.await.unwrap_or(Err(OfficeError::Stopped))
    }

    /// Does `work` on one consistent state of the ledger, without writing to it.
    ///
    /// # Errors
    ///
    /// Those of `work`; [`OfficeError::Overloaded`] if the queue is full.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send + 'static,
    ) -> Result<T, OfficeError> {
        ask(&self.reads, work)?.await.unwrap_or(Err(OfficeError::Stopped))
    }

    /// As [`Office::write`], for threads without a runtime.
    ///
    /// # Errors
    ///
    /// As [`Office::write`].
    pub fn write_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send + 'static,
    ) -> Result<T, OfficeError> {
        ask(&self.writes, work)?.blocking_recv().unwrap_or(Err(OfficeError::Stopped))
    }

    /// Tells of each team whose log has grown, after the commit.
    #[must_use]
    pub fn news(&self) -> broadcast::Receiver<TeamId> {
        self.news.subscribe()
    }

    /// The folder of data.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Clock and dice.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }
}

fn ask<T: Send + 'static>(
    queue: &mpsc::Sender<Box<dyn Job>>,
    work: impl FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send + 'static,
) -> Result<oneshot::Receiver<Result<T, OfficeError>>, OfficeError> {
    let (reply, answer) = oneshot::channel();
    let job = Box::new(Typed { work: Some(work), result: None, reply });
    match queue.try_send(job) {
        Ok(()) => Ok(answer),
        Err(mpsc::error::TrySendError::Full(_)) => Err(OfficeError::Overloaded),
        Err(mpsc::error::TrySendError::Closed(_)) => Err(OfficeError::Stopped),
    }
}

/// What a thread works at.
struct Bench {
    store: Store,
    core: sync::Office,
    door: Door,
    folder: Arc<Folder>,
    world: World,
    news: broadcast::Sender<TeamId>,
}

impl Bench {
    fn write(mut self, mut jobs: mpsc::Receiver<Box<dyn Job>>) {
        let mut memory = Memory::new(READ);
        // Rows that an older program did not have, before anybody needs them. A
        // fault shows again at the next write, which makes them good as well.
        let _ = self.store.write(|ledger| {
            let mut teams = ledger.teams()?.into_iter();
            teams.try_for_each(|team| catch_up_views(ledger, &self.core, team))
        });
        while let Some(first) = jobs.blocking_recv() {
            let mut taken = vec![first];
            while taken.len() < MOST_IN_ONE {
                let Ok(next) = jobs.try_recv() else { break };
                taken.push(next);
            }
            let (core, memory, door) = (&mut self.core, &mut memory, &mut self.door);
            let (folder, world) = (&*self.folder, &self.world);
            let written = self.store.write(|ledger| {
                for job in &mut taken {
                    let now_ms = world.now_ms();
                    job.work(&mut Turn { ledger, core, memory, door, folder, world, now_ms })?;
                }
                let grown = ledger.grown()?;
                for team in &grown {
                    catch_up_views(ledger, core, *team)?;
                }
                Ok::<_, LedgerError>(grown)
            });
            match written {
                Ok(grown) => {
                    taken.into_iter().for_each(|job| job.answer(Ok(())));
                    for team in grown {
                        // Nobody may be listening.
                        drop(self.news.send(team));
                    }
                }
                Err(fault) => {
                    for job in taken {
                        job.answer(Err(same_for_all(&fault)));
                    }
                }
            }
        }
    }

    fn read(mut self, mut jobs: mpsc::Receiver<Box<dyn Job>>) {
        let mut memory = Memory::new(READ).of_a_reader();
        while let Some(mut job) = jobs.blocking_recv() {
            let (core, memory, door) = (&mut self.core, &mut memory, &mut self.door);
            let (folder, world) = (&*self.folder, &self.world);
            let now_ms = world.now_ms();
            let read = self.store.read(|ledger| {
                job.work(&mut Turn { ledger, core, memory, door, folder, world, now_ms })
            });
            job.answer(read.map_err(|fault| same_for_all(&fault)));
        }
    }
}
