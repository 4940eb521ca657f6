//! What the program can be told on the command line: one file or folder each.

pub mod backup;
pub mod confirm;
pub mod demo;
pub mod found;
pub mod invite;
pub mod law;
pub mod law_check;
pub mod office;
pub mod pay;
pub mod phone;
pub mod purge;
pub mod replay;
pub mod restore;
pub mod serve;
pub mod sign_in;
pub mod token;
pub mod verify;

pub use crate::ports::World;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The arguments of `assistenzzeit`.
#[derive(Debug, Parser)]
#[command(name = "assistenzzeit", version, about = ABOUT, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const ABOUT: &str = "Zeiterfassung für persönliche Assistenz: Büro, Regeln, Lohndateien\n\
                     Time tracking for personal assistance: office, rules, payroll files";

/// One line per command.
#[derive(Debug, Subcommand)]
enum Command {
    Backup(backup::Arguments),
    Confirm(confirm::Arguments),
    Demo(demo::Arguments),
    Found(found::Arguments),
    Invite(invite::Arguments),
    Law(law::Arguments),
    Pay(pay::Arguments),
    Phone(phone::Arguments),
    Purge(purge::Arguments),
    Replay(replay::Arguments),
    Restore(restore::Arguments),
    Serve(serve::Arguments),
    SignIn(sign_in::Arguments),
    Token(token::Arguments),
    Verify(verify::Arguments),
}

/// Runs the program with the arguments of the process.
///
/// Exit codes: 0 done, 1 the input was refused, 2 the command line is wrong,
/// 3 something could not be read or written. Commands say more in `--help`.
#[must_use]
pub fn run(world: &World) -> ExitCode {
    match Arguments::parse().command {
        Command::Backup(arguments) => backup::run(&arguments, world),
        Command::Confirm(arguments) => confirm::run(arguments, world),
        Command::Demo(arguments) => demo::run(&arguments, world),
        Command::Found(arguments) => found::run(&arguments, world),
        Command::Invite(arguments) => invite::run(arguments, world),
        Command::Law(arguments) => law::run(arguments),
        Command::Pay(arguments) => pay::run(arguments),
        Command::Phone(arguments) => phone::run(arguments, world),
        Command::Purge(arguments) => purge::run(arguments, world),
        Command::Replay(arguments) => replay::run(&arguments, world),
        Command::Restore(arguments) => restore::run(&arguments, world),
        Command::Serve(arguments) => serve::run(arguments, world),
        Command::SignIn(arguments) => sign_in::run(arguments, world),
        Command::Token(arguments) => token::run(arguments, world),
        Command::Verify(arguments) => verify::run(arguments),
    }
}
