//! `assistenzzeit phone`: a small phone on the command line, for trying things
//! by hand. It records offline; `sync` brings it to the office.

mod tell;

use super::World;
use super::office::{FAULT, REFUSED, say as print};
use assistenz_core::app::Refusal;
use assistenz_core::document::EventId;
use assistenz_core::log::DeviceForm;
use assistenz_core::pairing::PairingCode;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Minute, Month, TypedTime, typed_local_time};
use assistenz_core::words::{Language, Value, say};
use assistenz_core::work::Kind;
use assistenz_courier::Patience;
use assistenz_handset::{PhoneError, PhoneFolder, Watch};
use chrono::NaiveDateTime;
use chrono_tz::{Europe::Berlin, Tz};
use clap::{Args, Subcommand};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

const HELP: &str = r"Beispiel (example):
  assistenzzeit invite --data buero --text          # zeigt den Code (shows the code)
  assistenzzeit phone pair 'assistenzzeit:1:…' --land NW
  assistenzzeit phone in
  assistenzzeit phone sync
  assistenzzeit phone status

Rückgabe (exit code): 0 getan (done), 1 abgelehnt (refused), 3 Störung (fault).";

/// Ein kleines Telefon zum Ausprobieren: koppeln, kommen, gehen, abgleichen
/// (a small phone for trying things: pair, clock in and out, sync).
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub struct Arguments {
    /// Ordner des Telefons (folder of the phone)
    #[arg(long, global = true, value_name = "DIR", default_value = "phone")]
    data: PathBuf,
    /// Sprache der Sätze (language of the sentences): de, en, de-simple
    #[arg(long, global = true, default_value = "de", value_parser = str::parse::<Language>)]
    language: Language,
    #[command(subcommand)]
    act: Act,
}

/// What the phone is to do.
#[derive(Debug, Subcommand)]
enum Act {
    /// Mit dem Büro koppeln; ohne Code weiterwarten (pair with the office; without a code, go on waiting)
    Pair {
        /// Der Kopplungscode von „assistenzzeit invite“ (the code shown by `assistenzzeit invite`)
        code: Option<PairingCode>,
        /// So viele Sekunden auf die Bestätigung warten (wait so many seconds for the confirmation)
        #[arg(long, default_value_t = 300, value_name = "SECONDS")]
        wait: u64,
        #[command(flatten)]
        place: PlaceWords,
    },
    /// Kommen (clock in)
    In {
        #[command(flatten)]
        place: PlaceWords,
    },
    /// Gehen (clock out)
    Out {
        /// Vergessen: dann war Schluss, Ortszeit (forgotten: it ended then, local time), 2026-11-02T16:00
        #[arg(long, value_name = "TIME", value_parser = local_time)]
        at: Option<NaiveDateTime>,
    },
    /// Pause beginnen, unbezahlt (begin an unpaid break)
    Break {
        /// Bezahlt (paid)
        #[arg(long)]
        paid: bool,
    },
    /// Bereitschaft beginnen (begin standby)
    Standby,
    /// Einsatz in der Bereitschaft beginnen (begin a call-out inside standby)
    CallOut,
    /// Pause, Bereitschaft oder Einsatz beenden (end a break, standby or call-out)
    End,
    /// Was läuft, was wartet, der Monat (what runs, what waits, the month)
    Status {
        /// Welcher Monat (which month), 2026-11
        #[arg(long)]
        month: Option<Month>,
    },
    /// Mit dem Büro abgleichen (sync with the office)
    Sync,
    /// Den Monat für vollständig erklären (declare the month complete)
    Complete {
        /// Welcher Monat (which month), 2026-11
        month: Month,
    },
    /// Einen Vorschlag beantworten; ohne Grund wird zugestimmt
    /// (answer a proposal; without a reason it is agreed to)
    Answer {
        /// Der Vorschlag, wie „status“ ihn zeigt (the proposal as `status` shows it)
        proposal: EventId,
        /// In welchem Monat (in which month), 2026-11
        #[arg(long)]
        month: Month,
        /// Widersprechen, mit diesem Grund (object, for this reason)
        #[arg(long, value_name = "REASON")]
        object: Option<String>,
    },
}

/// Where the work is.
#[derive(Debug, Args)]
struct PlaceWords {
    /// Bundesland des Arbeitsorts, wird gemerkt (Land of the workplace, is remembered): NW, BY, BE …
    #[arg(long)]
    land: Option<Land>,
    /// Zeitzone des Arbeitsorts (zone of the workplace)
    #[arg(long, default_value = "Europe/Berlin", value_parser = assistenz_core::place::zone)]
    zone: Tz,
}

fn local_time(text: &str) -> Result<NaiveDateTime, chrono::ParseError> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
}

/// Why the command ended.
enum Stop {
    Phone(PhoneError),
    /// A plain no of the command itself, by its key.
    Plain(&'static str),
    Output,
}

impl<E: Into<PhoneError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Phone(error.into())
    }
}

type Done = Result<(), Stop>;

fn tell(text: impl std::fmt::Display) -> Done {
    print(text).map_err(|_| Stop::Output)
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments, world: &World) -> ExitCode {
    let language = arguments.language;
    match act(arguments, world) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Output) => ExitCode::from(FAULT),
        Err(Stop::Plain(key)) => {
            drop(writeln!(io::stderr(), "{}", say(language, key, &[])));
            ExitCode::from(REFUSED)
        }
        Err(Stop::Phone(error)) => {
            drop(writeln!(io::stderr(), "{}", tell::refusal(language, &error)));
            ExitCode::from(if error.is_refusal() { REFUSED } else { FAULT })
        }
    }
}

fn act(arguments: Arguments, world: &World) -> Done {
    let Arguments { data, language, act } = arguments;
    let pairs = matches!(act, Act::Pair { code: Some(_), .. });
    if !pairs && !data.is_dir() {
        return Err(PhoneError::NotPaired.into());
    }
    let folder = PhoneFolder::open(&data)?;
    if let Act::Pair { code, wait, place } = act {
        return pair(&folder, language, code, wait, &place, world);
    }
    let zone = folder.workplace()?.map_or(Berlin, |place| place.zone);
    let mut phone = folder.unlock(Watch::new(world.clone(), zone)?)?;
    let now = Value::Moment(Minute::floor_ms(world.now_ms()), zone);
    let recorded = |key: &str| {
        tell(say(language, key, &[("at", now)]))?;
        tell(say(language, "phone-saved-here", &[]))
    };
    match act {
        Act::Pair { .. } => Ok(()),
        Act::In { place } => {
            let chosen = place.chosen();
            // Told now, else in the contract, else told earlier; never guessed.
            let known = match chosen {
                Some(place) => Some(place),
                None => phone.contract_place()?,
            };
            let place = match known {
                Some(place) => place,
                None => folder.workplace()?.ok_or(Stop::Plain("phone-refused-no-place"))?,
            };
            phone.act(|acting| acting.clock_in(&place, Vec::new()))?;
            folder.keep_workplace(&place)?;
            recorded("phone-in")
        }
        Act::Out { at: None } => {
            phone.act(|acting| acting.clock_out())?;
            recorded("phone-out")
        }
        Act::Out { at: Some(at) } => {
            let end = match typed_local_time(at.date(), at.time(), zone) {
                TypedTime::Once(minute) => minute,
                TypedTime::Twice(..) => return Err(Stop::Plain("phone-refused-twice")),
                TypedTime::Never => return Err(Stop::Plain("phone-refused-never")),
            };
            phone.act(|acting| {
                let running = acting.running()?.ok_or(Refusal::NotClockedIn)?;
                acting.state_end(running.shift, end.ms(), None, None)
            })?;
            tell(say(language, "phone-out", &[("at", Value::Moment(end, zone))]))?;
            tell(say(language, "phone-saved-here", &[]))
        }
        Act::Break { paid } => {
            let kind = if paid { Kind::PaidBreak } else { Kind::UnpaidBreak };
            phone.act(|acting| acting.start_part(kind))?;
            recorded("phone-break")
        }
        Act::Standby => {
            phone.act(|acting| acting.start_part(Kind::Standby))?;
            recorded("phone-standby")
        }
        Act::CallOut => {
            phone.act(|acting| acting.start_part(Kind::CallOut))?;
            recorded("phone-call-out")
        }
        Act::End => {
            phone.act(|acting| acting.end_part())?;
            recorded("phone-end")
        }
        Act::Complete { month } => {
            phone.act(|acting| acting.complete_month(month))?;
            tell(say(language, "phone-complete", &[("month", Value::Month(month))]))?;
            tell(say(language, "phone-saved-here", &[]))
        }
        Act::Answer { proposal, month, object } => {
            let agreed = object.is_none();
            phone.act(|acting| acting.answer(proposal, month, agreed, object))?;
            let key = if agreed { "phone-agreed" } else { "phone-objected" };
            recorded(key)
        }
        Act::Status { month } => {
            let now = Minute::floor_ms(world.now_ms());
            let month = month.unwrap_or_else(|| Month::of(now.day(zone)));
            let heard = phone.heard();
            let overview = phone.overview(month)?;
            tell(tell::status(language, zone, now, heard, &overview))
        }
        Act::Sync => {
            let paired = folder.paired()?.ok_or(PhoneError::NotPaired)?;
            let courier = paired.courier(Patience::default())?;
            let summary = phone.sync(&courier)?;
            tell(tell::synced(language, &summary))
        }
    }
}

impl PlaceWords {
    /// The place that was told, if one was.
    fn chosen(&self) -> Option<Workplace> {
        let region = HolidayRegion::new(self.land?, Vec::new());
        Some(Workplace { zone: self.zone, region })
    }
}

/// Shows the digits, then asks once a second whether the employer has let the
/// phone in.
fn pair(
    folder: &PhoneFolder,
    language: Language,
    code: Option<PairingCode>,
    wait: u64,
    place: &PlaceWords,
    world: &World,
) -> Done {
    let asked = match code {
        Some(code) => folder.ask_to_pair(&code, DeviceForm::CommandLine, world)?,
        None if folder.paired()?.is_some() => return Err(PhoneError::AlreadyPaired.into()),
        None => folder.asked()?.ok_or(PhoneError::NotPaired)?,
    };
    if let Some(place) = place.chosen() {
        folder.keep_workplace(&place)?;
    }
    // In two halves, as they are read aloud; either way of typing them is taken.
    let digits = match asked.digits.split_at_checked(3) {
        Some((first, last)) => format!("{first} {last}"),
        None => asked.digits,
    };
    tell(say(language, "phone-digits", &[("digits", Value::Text(&digits))]))?;
    let mut left = wait;
    loop {
        match folder.look_if_paired() {
            Ok(_) => break,
            Err(PhoneError::Waiting) if left > 0 => {
                left -= 1;
                std::thread::sleep(Duration::from_secs(1));
            }
            Err(error) => return Err(error.into()),
        }
    }
    tell(say(language, "phone-paired", &[]))
}
