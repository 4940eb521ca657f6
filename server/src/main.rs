//! The program `assistenzzeit`: the office and the commands around it.

use std::process::ExitCode;

fn main() -> ExitCode {
    assistenz_server::commands::run()
}
