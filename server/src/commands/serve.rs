//! `assistenzzeit serve`: the office as a service.

use super::World;
use super::office::{self, Data, Done, Ending};
use crate::fault::{OfficeError, Refusal};
use crate::folder::{self, Folder};
use crate::journal;
use crate::serve::{ServeError, Serving};
use crate::settings::Settings;
use clap::Args;
use std::io::{IsTerminal, Write};
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Das Büro betreiben; beim ersten Start wird ein Team gegründet
/// (run the office; the first start founds a team).
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    data: Data,
    /// Adresse zum Lauschen, mehrfach möglich; Port 0 nimmt einen freien
    /// (address to listen on, may be repeated; port 0 takes a free one)
    #[arg(
        long,
        value_name = "IP:PORT",
        default_value = "127.0.0.1:8443",
        env = "ASSISTENZZEIT_LISTEN",
        value_delimiter = ','
    )]
    listen: Vec<SocketAddr>,
    /// Adresse, unter der Telefone das Büro erreichen (address at which phones reach the office)
    #[arg(long, value_name = "URL", env = "ASSISTENZZEIT_PUBLIC_URL")]
    public_url: Option<String>,
    /// Davor steht ein Proxy mit dieser Adresse, der die Verschlüsselung übernimmt, mehrfach möglich
    /// (a proxy with this address stands before it and encrypts, may be repeated)
    #[arg(long, value_name = "IP", env = "ASSISTENZZEIT_BEHIND_PROXY", value_delimiter = ',')]
    behind_proxy: Vec<IpAddr>,
    /// Protokoll als JSON (logs as JSON)
    #[arg(long, env = "ASSISTENZZEIT_LOG_JSON")]
    log_json: bool,
}

/// Runs the command until SIGTERM or SIGINT.
pub(crate) fn run(arguments: Arguments, world: &World) -> ExitCode {
    office::end(serve(arguments, world))
}

fn begin_logs(json: bool) {
    let filter = EnvFilter::try_from_env("ASSISTENZZEIT_LOG").unwrap_or_else(|_| {
        // Other people's crates could write what ours would not.
        EnvFilter::new("off,assistenz_server=info")
    });
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second office in one process logs where the first does.
    drop(if json { logs.json().try_init() } else { logs.try_init() });
}

fn serve(arguments: Arguments, world: &World) -> Done {
    begin_logs(arguments.log_json);
    let folder = office::folder(&arguments.data)?;
    let founded =
        office::once(folder.clone(), world, |turn| match journal::only_team(turn.ledger) {
            Ok(_) => Ok(None),
            Err(OfficeError::Refused(Refusal::NotFounded)) => {
                journal::found(turn)?;
                let operator = journal::operator(turn)?;
                super::sign_in::issue(turn, &operator, operator.employer).map(Some)
            }
            Err(error) => Err(error),
        })?;
    let settings = Settings {
        listen: arguments.listen,
        public_url: arguments.public_url,
        behind_proxy: arguments.behind_proxy,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Ending::fault("Das Büro kann nicht starten.", &error))?;
    runtime.block_on(async {
        let serving = Serving::start(folder.clone(), settings, world.clone()).map_err(ending)?;
        write_address(&folder, &serving)?;
        // Whoever started it may have stopped reading; phones still need the office.
        if let Err(error) = office::say(welcome(&serving, founded.as_deref(), &arguments.data)) {
            tracing::warn!(%error, "nobody reads what the office says");
        }
        tracing::info!(listeners = serving.addresses.len(), "serving");
        let ended = serving.until(told_to_stop()).await;
        // Nobody is to be told an address that no longer answers.
        drop(std::fs::remove_file(folder.root().join("serving.address")));
        tracing::info!("closed");
        ended.map_err(ending)
    })
}

/// Where the office is, how to sign in and how to stop it.
fn welcome(serving: &Serving, link: Option<&str>, data: &Data) -> String {
    let mut lines = vec![format!("Büro läuft (office is running): {}", serving.address)];
    lines.extend(serving.addresses.iter().map(|at| format!("lauscht auf (listening on) {at}")));
    if let Some(link) = link {
        let link = super::sign_in::address_of(&serving.address, link);
        lines.push(format!(
            "Neues Team gegründet. Im Browser anmelden; der Link gilt einmal, fünfzehn Minuten\n\
             (new team founded; to sign in by browser, works once, for fifteen minutes):\n  {link}"
        ));
    }
    lines.push(format!(
        "Einen Anmeldelink gibt (for a sign-in link): assistenzzeit sign-in --data {}\n\
         Beenden (to stop): Strg+C (Ctrl+C)",
        data.data.display()
    ));
    lines.join("\n")
}

fn ending(error: ServeError) -> Ending {
    match error {
        ServeError::Settings(refusal) => Ending::refused(
            "So kann das Büro nicht betrieben werden.",
            format!("Refused: {refusal}."),
        ),
        ServeError::Folder(folder::FolderError::InUse) => Ending::refused(
            "Aus diesem Ordner läuft schon ein Büro.",
            "Another office is running from this folder.",
        ),
        ServeError::Listen { ref address, .. } => Ending::fault(
            format!(
                "Unter {address} kann das Büro nicht lauschen. Läuft dort schon etwas? \
                 Mit --listen nehmen Sie eine andere Adresse, zum Beispiel 127.0.0.1:8444."
            ),
            &error,
        ),
        fault => Ending::fault("Das Büro kann nicht laufen.", &fault),
    }
}

/// For `invite` on the same machine: where this office is reached, and its pin.
pub(crate) fn write_address(folder: &Folder, serving: &Serving) -> Done {
    let write = || {
        let fresh = folder.root().join("serving.address.new");
        let mut file = folder::private(&fresh)?;
        writeln!(file, "{}", serving.address)?;
        if let Some(pin) = serving.pin {
            writeln!(file, "{}", hex::encode(pin))?;
        }
        file.sync_all()?;
        std::fs::rename(fresh, folder.root().join("serving.address"))
    };
    write().map_err(|error| Ending::fault("Der Ordner kann nicht beschrieben werden.", &error))
}

/// SIGTERM or SIGINT.
pub(crate) async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            },
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}
