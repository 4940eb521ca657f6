//! What the commands around the office share: the folder, words in two
//! languages, exit codes.

use crate::commands::World;
use crate::fault::{OfficeError, Refusal};
use crate::folder::{Folder, FolderError};
use crate::office::{Office, Turn};
use clap::Args;
use std::error::Error;
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Refused: a plain no that the user can act on.
pub const REFUSED: u8 = 1;
/// Something could not be read or written.
pub const FAULT: u8 = 3;

/// Where the office's data lies.
#[derive(Debug, Clone, Args)]
pub struct Data {
    /// Ordner mit den Daten des Büros (folder of the office's data)
    #[arg(long = "data", value_name = "DIR", env = "ASSISTENZZEIT_DATA")]
    pub data: PathBuf,
}

/// How a command ends.
pub type Done = Result<(), Ending>;

/// Why a command did not do its work, in both languages.
#[derive(Debug)]
pub struct Ending {
    code: u8,
    german: String,
    english: String,
}

impl Ending {
    /// A plain no.
    #[must_use]
    pub fn refused(german: impl Into<String>, english: impl Into<String>) -> Self {
        Self { code: REFUSED, german: german.into(), english: english.into() }
    }

    /// Something could not be read or written.
    #[must_use]
    pub fn fault(german: impl Into<String>, cause: &(dyn Error + 'static)) -> Self {
        Self { code: FAULT, german: german.into(), english: chain(cause) }
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.german, self.english)
    }
}

/// A fault with all its causes.
#[must_use]
pub fn chain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(this) = cause {
        let said = this.to_string();
        if !text.ends_with(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = this.source();
    }
    text
}

impl From<OfficeError> for Ending {
    fn from(error: OfficeError) -> Self {
        match error {
            OfficeError::Refused(refusal) => Self::refused(
                format!("Abgelehnt ({}){}", refusal.code(), in_german(&refusal)),
                format!("Refused ({}): {refusal}.", refusal.code()),
            ),
            fault => Self::fault("Das Büro konnte das nicht ausführen.", &fault),
        }
    }
}

/// What to do about the refusals that the command line meets.
const fn in_german(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::OtherDigits => {
            ": Kein wartendes Gerät zeigt diese Ziffern. Lesen Sie alle sechs noch einmal ab."
        }
        Refusal::AlreadyFounded => {
            ": Hier ist schon ein Team gegründet. Weiter mit „assistenzzeit serve“."
        }
        Refusal::NotAMember => {
            ": Diese Person gehört nicht zum Team. Prüfen Sie die Nummer nach --person."
        }
        Refusal::PairingOver => {
            ": Diese Kopplung ist vorbei. Machen Sie mit „assistenzzeit invite“ einen neuen Code."
        }
        _ => ".",
    }
}

impl From<io::Error> for Ending {
    fn from(error: io::Error) -> Self {
        Self::fault("Die Ausgabe kann nicht geschrieben werden.", &error)
    }
}

/// Ends the program as the command says.
#[must_use]
pub fn end(done: Done) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(ending) => {
            // If standard error is gone there is nobody left to tell.
            drop(writeln!(io::stderr(), "{ending}"));
            ExitCode::from(ending.code)
        }
    }
}

/// Opens the folder, which must hold a founded team.
///
/// # Errors
///
/// An [`Ending`] in plain words.
pub fn existing(data: &Data) -> Result<Folder, Ending> {
    let missing = || {
        Ending::refused(
            "In diesem Ordner liegt kein Büro. Zuerst: assistenzzeit found --data ORDNER",
            "There is no office in this folder. First: assistenzzeit found --data DIR",
        )
    };
    if !data.data.join("ledger.sqlite").is_file() {
        return Err(missing());
    }
    folder(data)
}

/// Opens the folder, making it if needed.
///
/// # Errors
///
/// An [`Ending`] in plain words.
pub fn folder(data: &Data) -> Result<Folder, Ending> {
    Folder::open(&data.data).map_err(|error| match error {
        FolderError::ReadOnly(_) => Ending::fault(
            "Der Ordner ist schreibgeschützt: hier kann nichts aufgezeichnet werden.",
            &error,
        ),
        FolderError::Io { .. } | FolderError::NotAKey { .. } | FolderError::InUse => {
            Ending::fault("Der Ordner kann nicht benutzt werden.", &error)
        }
    })
}

/// Does one piece of work in the folder's ledger, beside a server that may be
/// running from the same folder.
///
/// # Errors
///
/// An [`Ending`] in plain words.
pub fn once<T: Send + 'static>(
    folder: Folder,
    world: &World,
    work: impl FnOnce(&mut Turn<'_>) -> Result<T, OfficeError> + Send + 'static,
) -> Result<T, Ending> {
    let (office, threads) = Office::open(folder, world.clone())?;
    let done = office.write_now(work);
    drop(office);
    threads.join();
    Ok(done?)
}

/// Writes to standard output, so that a closed pipe is an ending and no panic.
///
/// # Errors
///
/// If standard output is gone.
pub fn say(text: impl fmt::Display) -> Done {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(())
}
