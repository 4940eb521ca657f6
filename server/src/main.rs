//! The program `assistenzzeit`: the office and the commands around it.
//! Here, and only here, the real clock and the real dice are bound.

use assistenz_server::ports::World;
use std::process::ExitCode;

fn main() -> ExitCode {
    assistenz_server::commands::run(&World::of_this_machine())
}
