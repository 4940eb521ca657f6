//! How fast the pages answer for a team of twelve with five years of data, in
//! one run, as a table: `just bench`.
//!
//! The team is made by the real core: rota, taps of real device keys through
//! the gate, approvals, exports. Each page is asked for through the office's
//! own router. `ASSISTENZ_BENCH_TEAM` names a folder in which the team is kept
//! between runs; each run works on a copy.

#![allow(clippy::print_stdout, reason = "a table for whoever measures")]

mod team;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use team::Team;
use tower::ServiceExt as _;

/// What a page may take at the server.
const ALLOWED: Duration = Duration::from_millis(50);
/// How often each page is asked for again.
const AGAIN: usize = 15;
/// How many work meanwhile, the one whom the pages are about among them.
const WORKING: u8 = 5;

/// The pages a person opens every day, each with its name in the table.
fn pages(team: &Team) -> Vec<(&'static str, String)> {
    let month = team.newest().previous();
    let ada = team.person(0);
    let shift = team.a_shift();
    vec![
        ("heute", "/heute".into()),
        ("plan", format!("/plan/{}", team.newest())),
        ("plan, table", format!("/plan/{}?ansicht=tabelle", team.newest())),
        ("plan, day", format!("/plan/{}/10", team.newest())),
        ("monate", format!("/monate/{month}")),
        ("monat", format!("/monat/{ada}/{month}")),
        ("monat, approved", format!("/monat/{ada}/{}", month.previous())),
        ("eintrag", format!("/eintrag/{ada}/{shift}")),
        ("abwesenheiten", "/abwesenheiten".into()),
        ("abwesenheiten, person", format!("/abwesenheiten/{ada}")),
        ("urlaub", format!("/abwesenheiten/{ada}/urlaub/{}", month.year())),
        ("erstattung", format!("/abwesenheiten/{ada}/erstattung")),
        ("team", "/team".into()),
        ("team, person", format!("/team/{ada}")),
        ("lohn", format!("/lohn/{month}")),
        ("dokumente", format!("/dokumente/{month}")),
        ("stundenzettel (csv)", format!("/dokumente/{month}/stundenzettel/{ada}.csv")),
        ("nachweis", "/nachweis".into()),
    ]
}

/// What a page took.
#[derive(Debug, Clone, Copy)]
struct Took {
    /// On the processor, by all threads: what counts where others work beside it.
    on_cpu: Duration,
    /// Until its last byte.
    waited: Duration,
}

impl std::fmt::Display for Took {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1?} · {:.1?}", self.on_cpu, self.waited)
    }
}

/// How long the threads of this program were on a processor so far (Linux:
/// `/proc/self/task/*/schedstat`, in nanoseconds).
fn on_cpu() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let nanos = tasks.filter_map(|task| {
        let told = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        told.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(nanos.sum())
}

/// Asks for a page; what it took, and how many bytes it had.
async fn ask(router: &Router, cookie: &str, path: &str) -> (Took, usize) {
    let request = Request::get(path).header("host", "127.0.0.1:1").header("cookie", cookie);
    let mut request = request.body(Body::empty()).expect("a request");
    let peer: SocketAddr = "127.0.0.1:9".parse().expect("an address");
    request.extensions_mut().insert(ConnectInfo(peer));
    let (began, before) = (Instant::now(), on_cpu());
    let answer = router.clone().oneshot(request).await.expect("infallible");
    let status = answer.status();
    let bytes = axum::body::to_bytes(answer.into_body(), 16 << 20).await.expect("a body");
    let took = Took { waited: began.elapsed(), on_cpu: on_cpu().saturating_sub(before) };
    assert_eq!(status, 200, "{path}: {}", String::from_utf8_lossy(&bytes));
    (took, bytes.len())
}

fn median(all: &[Took]) -> Took {
    let middle = |of: fn(&Took) -> Duration| {
        let mut times: Vec<Duration> = all.iter().map(of).collect();
        times.sort_unstable();
        times[times.len() / 2]
    };
    Took { on_cpu: middle(|took| took.on_cpu), waited: middle(|took| took.waited) }
}

fn slowest(all: &[Took]) -> Took {
    let most = |of: fn(&Took) -> Duration| all.iter().map(of).max().unwrap_or_default();
    Took { on_cpu: most(|took| took.on_cpu), waited: most(|took| took.waited) }
}

/// The team of this folder, made first if there is none, as a copy to work on.
fn team_in(kept: Option<PathBuf>, fresh: &Path) -> Team {
    let Some(kept) = kept else { return Team::in_folder(fresh) };
    Team::in_folder(&kept).end();
    copy(&kept, fresh);
    Team::in_folder(fresh)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let (path, target) = {
            let entry = entry.expect("an entry");
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("copied");
        }
    }
}

#[tokio::main]
async fn main() {
    let kept = std::env::var_os("ASSISTENZ_BENCH_TEAM").map(PathBuf::from);
    let fresh = tempfile::tempdir().expect("a folder");
    let folder = fresh.path().to_owned();
    let began = Instant::now();
    let mut team =
        tokio::task::spawn_blocking(move || team_in(kept, &folder)).await.expect("a team");
    println!(
        "Twelve assistants, {} months, {} entries in the log; made or found in {:.1?}.\n",
        team::MONTHS,
        team.entries(),
        began.elapsed()
    );
    println!("Each: time on the processor · time until the last byte.\n");
    println!(
        "| page | first after start | again, median | after somebody worked, slowest of five | bytes |"
    );
    println!("|---|---|---|---|---|");
    let mut slow = Vec::new();
    let pages = pages(&team);
    for (name, path) in &pages {
        // A program that has just started remembers what it read ahead, no more.
        let (router, cookie) = team.opened().await;
        let (first, bytes) = ask(&router, &cookie, path).await;
        let mut again = Vec::new();
        for _ in 0..AGAIN {
            again.push(ask(&router, &cookie, path).await.0);
        }
        let mut after = Vec::new();
        for who in 0..WORKING {
            team.works(who);
            after.push(ask(&router, &cookie, path).await.0);
        }
        let (again, after) = (median(&again), slowest(&after));
        println!("| {name} | {first} | {again} | {after} | {bytes} |");
        if [first, again, after].iter().any(|one| one.on_cpu > ALLOWED) {
            slow.push(*name);
        }
    }
    match slow.as_slice() {
        [] => println!("\nEvery page needs at most {ALLOWED:?} of the processor."),
        slow => println!("\nMore than {ALLOWED:?} of the processor: {}.", slow.join(", ")),
    }
}
