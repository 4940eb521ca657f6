//! `assistenzzeit demo`: a month of six assistants as a short story, then an
//! office to look around in.

use super::World;
use super::office::{self, Done, Ending};
use super::replay::ending;
use crate::folder::Folder;
use crate::journal;
use crate::month_file;
use crate::replay::{self, Place, ReplayError, Scratch, Step};
use crate::serve::Serving;
use crate::settings::Settings;
use assistenz_core::words::Language;
use clap::Args;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// The month of the story; the same as in the tests.
const MONTH: &str = include_str!("../../../tests/fixtures/months/2026-10-nw.json");

/// Ein Monat als kurze Geschichte, danach ein Büro zum Ansehen
/// (a month as a short story, then an office to look around in).
#[derive(Debug, Args)]
pub struct Arguments {
    /// Danach enden, statt das Büro weiterlaufen zu lassen
    /// (end after the story instead of keeping the office running)
    #[arg(long)]
    once: bool,
    /// Leerer Ordner, in dem Büro und Ergebnisse bleiben; sonst verschwinden sie am Ende
    /// (empty folder in which office and results stay; without it they vanish at the end)
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Adresse des Büros; Port 0 nimmt einen freien (the office's address; port 0 takes a free one)
    #[arg(long, value_name = "IP:PORT", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// de, en oder de-simple
    #[arg(long, default_value = "de", value_parser = str::parse::<Language>)]
    language: Language,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, world: &World) -> ExitCode {
    office::end(told(arguments, world))
}

/// Where the demo's things lie.
struct Stage {
    office: PathBuf,
    devices: PathBuf,
    results: PathBuf,
    /// Keeps a passing folder until the end.
    _scratch: Option<Scratch>,
}

impl Stage {
    fn set(data: Option<&Path>, world: &World) -> Result<Self, ReplayError> {
        let (root, scratch) = match data {
            Some(data) => {
                replay::must_be_empty(data)?;
                (data.to_owned(), None)
            }
            None => {
                let scratch = Scratch::new(world.random()?)?;
                (scratch.root().to_owned(), Some(scratch))
            }
        };
        let at = |name: &str| root.join(name);
        let stage = Self {
            office: at("office"),
            devices: at("devices"),
            results: at("results"),
            _scratch: scratch,
        };
        fs::create_dir_all(&stage.devices)?;
        Ok(stage)
    }
}

fn told(arguments: &Arguments, world: &World) -> Done {
    let mut teller = Teller::new(arguments.language);
    teller.title()?;
    let outcome = (|| {
        let file = month_file::read(MONTH)?;
        let stage = Stage::set(arguments.data.as_deref(), world)?;
        let place = Place { office: &stage.office, devices: &stage.devices };
        let lived =
            // The office stays: its keys come from the real dice.
            replay::live(
                &file,
                replay::SEED,
                Arc::clone(&world.dice),
                place,
                arguments.language,
                &mut |step| teller.step(step),
            )?;
        replay::write(&lived, &stage.results)?;
        Ok((stage, lived))
    })();
    let (stage, lived) = outcome.map_err(|error: ReplayError| ending(&error))?;
    let minutes = lived.summary.people.iter().map(|one| one.minutes.minutes_in).sum();
    teller.found_again(minutes)?;
    if arguments.data.is_some() || !arguments.once {
        teller.where_to_look(&stage)?;
    }
    if arguments.once {
        return Ok(());
    }
    serve(arguments, &stage, world, &teller)
}

fn serve(arguments: &Arguments, stage: &Stage, world: &World, teller: &Teller) -> Done {
    let cannot = "Das Büro kann nicht weiterlaufen.";
    let folder = Folder::open(&stage.office).map_err(|error| Ending::fault(cannot, &error))?;
    let link = office::once(folder.clone(), world, |turn| {
        let operator = journal::operator(turn)?;
        super::sign_in::issue(turn, &operator, operator.employer)
    })?;
    let settings =
        Settings { listen: vec![arguments.listen], public_url: None, behind_proxy: Vec::new() };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Ending::fault(cannot, &error))?;
    runtime.block_on(async {
        let serving = Serving::start(folder.clone(), settings, world.clone())
            .map_err(|error| Ending::fault(cannot, &error))?;
        super::serve::write_address(&folder, &serving)?;
        teller.running(&serving.address, &link, &stage.office)?;
        serving
            .until(super::serve::told_to_stop())
            .await
            .map_err(|error| Ending::fault(cannot, &error))
    })
}

/// Tells the story on standard output.
struct Teller {
    english: bool,
    colour: bool,
    /// A line of progress stands there and will be written over.
    progress: bool,
}

impl Teller {
    fn new(language: Language) -> Self {
        let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self { english: language == Language::English, colour, progress: false }
    }

    fn pick(&self, german: &str, english: &str) -> String {
        if self.english { english.to_owned() } else { german.to_owned() }
    }

    fn style(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn title(&self) -> Done {
        let title = self.pick(
            "Assistenzzeit: der Oktober 2026 eines Teams",
            "Assistenzzeit: a team's October 2026",
        );
        office::say(format_args!("\n  {}\n", self.style("1", &title)))
    }

    fn step(&mut self, step: &Step) {
        let text = match step {
            Step::Passed { done, of } => return self.bar(*done, *of),
            Step::Founded { people, devices } => self.pick(
                &format!(
                    "Ein Team ist gegründet: {people} Assistent:innen, {devices} Geräte.\n\
                     Jedes Gerät ist über Code und sechs Ziffern eingelassen."
                ),
                &format!(
                    "A team is founded: {people} assistants, {devices} devices.\n\
                     Each device was let in by code and six digits."
                ),
            ),
            Step::Planned { shifts } => self.pick(
                &format!("Der Dienstplan ist veröffentlicht: {shifts} Schichten."),
                &format!("The rota is published: {shifts} shifts."),
            ),
            Step::Arrived { taps, syncs, twice, late } => self.pick(
                &format!(
                    "Der Monat ist um. {taps} Mal wurde getippt, immer ohne Netz.\n\
                     {syncs} Abgleiche in zufälliger Reihenfolge, {twice} doppelt; \
                     {late} Telefone kamen erst am Monatsende."
                ),
                &format!(
                    "The month is over. {taps} taps, all of them offline.\n\
                     {syncs} syncs in random order, {twice} of them twice; \
                     {late} phones came only at the end."
                ),
            ),
            Step::Settled { overlaps, clocks } => self.pick(
                &format!(
                    "Geklärt: ein vergessenes Ausstempeln, ein Ende mit zwei Angaben,\n\
                     {overlaps} Überschneidungen, {clocks} Schichten mit falscher Uhr. \
                     Nichts wurde geraten: Menschen haben entschieden."
                ),
                &format!(
                    "Settled: a forgotten clock-out, an end with two values,\n\
                     {overlaps} overlaps, {clocks} shifts with a wrong clock. \
                     Nothing was guessed: people decided."
                ),
            ),
            Step::Agreed => self.pick(
                "Die Arbeitgeberin schlug ein anderes Ende vor; die Assistentin stimmte zu.",
                "The employer proposed another end; the assistant agreed.",
            ),
            Step::Approved { statements } => self.pick(
                &format!(
                    "{statements} Monatsnachweise sind als vollständig erklärt und freigegeben."
                ),
                &format!("{statements} statements are declared complete and approved."),
            ),
            Step::Exported { month, rows, correction } => {
                let (german, english) = if *correction {
                    ("mit der Korrektur von Oktober", "with the correction of October")
                } else {
                    ("für das Lohnbüro", "for the payroll office")
                };
                self.pick(
                    &format!("LODAS-Datei {month} {german}: {rows} Zeilen."),
                    &format!("LODAS file {month} {english}: {rows} rows."),
                )
            }
            Step::Changed { minutes } => self.pick(
                &format!(
                    "Zwei Tage später: eine Schicht war {minutes} Minuten länger.\n\
                     Die Freigabe bleibt lesbar, der Unterschied wird neu freigegeben."
                ),
                &format!(
                    "Two days later: one shift was {minutes} minutes longer.\n\
                     The approval stays readable, the difference is approved anew."
                ),
            ),
            Step::Proven { entries } => self.pick(
                &format!("Nachweisdatei: {entries} Einträge, jede Unterschrift geprüft."),
                &format!("Evidence file: {entries} entries, every signature checked."),
            ),
        };
        self.tick(&text);
    }

    /// A line of progress, only on a terminal.
    fn bar(&mut self, done: usize, of: usize) {
        const WIDTH: usize = 36;
        if !self.colour {
            return;
        }
        let full = (done * WIDTH).checked_div(of).unwrap_or(WIDTH);
        let bar = format!("{}{}", "█".repeat(full), "░".repeat(WIDTH - full));
        // Progress that cannot be shown is not missed.
        let mut out = io::stdout().lock();
        drop(write!(out, "\r  {} {done}/{of}", self.style("36", &bar)));
        drop(out.flush());
        self.progress = true;
    }

    fn tick(&mut self, text: &str) {
        let mut out = io::stdout().lock();
        if self.progress {
            drop(write!(out, "\r\x1b[2K"));
            self.progress = false;
        }
        let mark = self.style("32", "✓");
        // A closed pipe shows itself at the next line that has to arrive.
        drop(writeln!(out, "  {mark} {}", text.replace('\n', "\n    ")));
        drop(out.flush());
    }

    fn found_again(&self, minutes: usize) -> Done {
        let text = self.pick(
            &format!("{minutes} Minuten gearbeitet, {minutes} Minuten in den Nachweisen: jede genau einmal."),
            &format!("{minutes} minutes worked, {minutes} minutes in the statements: each exactly once."),
        );
        office::say(format_args!("\n  {}", self.style("1", &text)))
    }

    fn where_to_look(&self, stage: &Stage) -> Done {
        let at = |name: &str| stage.results.join(name).display().to_string();
        office::say(format_args!(
            "\n  {}\n    {}\n    {}\n    {}\n    {}",
            self.pick("Zum Ansehen:", "To look at:"),
            at("summary.txt"),
            at("statements/a2.txt"),
            at("payroll/"),
            self.style("2", &format!("assistenzzeit verify {}", at("evidence.cbor"))),
        ))
    }

    fn running(&self, address: &str, link: &str, office: &Path) -> Done {
        let again = format!("assistenzzeit sign-in --data {}", office.display());
        office::say(format_args!(
            "\n  {}  {}\n\n  {}\n    {}\n\n  {}\n    {}\n\n  {}",
            self.pick("Das Büro läuft:", "The office is running:"),
            self.style("1", address),
            self.pick(
                "Als Arbeitgeber:in ansehen; der Link gilt einmal, fünfzehn Minuten:",
                "Look at it as the employer; the link works once, for fifteen minutes:",
            ),
            self.style("1;4", &format!("{address}/anmelden/link/{link}")),
            self.pick("Einen neuen Link gibt:", "For a new link:"),
            self.style("2", &again),
            self.pick("Strg-C beendet es.", "Ctrl-C ends it."),
        ))
    }
}
