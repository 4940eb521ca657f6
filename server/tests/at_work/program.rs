//! The real program in a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_assistenzzeit");

/// A running office; killed when dropped.
pub(crate) struct Serve(Child);

impl Drop for Serve {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Starts the office and waits until it says where it listens.
pub(crate) fn serve(data: &Path, listen: &str) -> (Serve, String) {
    let mut child = Command::new(PROGRAM)
        .args(["serve", "--listen", listen, "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let serving = Serve(child);
    // Ends with the office's output at the latest.
    let at = lines
        .by_ref()
        .map(|line| line.expect("text"))
        .find_map(|line| Some(line.strip_prefix("lauscht auf (listening on) ")?.to_owned()));
    // Whatever it says later has somewhere to go.
    std::thread::spawn(move || lines.for_each(drop));
    (serving, at.expect("an address"))
}

/// Starts the office with this as its standard output; what it complains about, line by line.
pub(crate) fn serve_into(data: &Path, said: Stdio) -> (Serve, impl Iterator<Item = String>) {
    let mut child = Command::new(PROGRAM)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .env_remove("ASSISTENZZEIT_LOG")
        .stdout(said)
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let lines = BufReader::new(child.stderr.take().expect("piped")).lines();
    (Serve(child), lines.map_while(Result::ok))
}

/// Runs the program: exit code, what it said, what it complained about.
pub(crate) fn run(arguments: &[&str], flag: &str, folder: &Path) -> (Option<i32>, String, String) {
    let output =
        Command::new(PROGRAM).args(arguments).arg(flag).arg(folder).output().expect("started");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}
