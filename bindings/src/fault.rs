//! Faults, noted once, at the door: what a developer needs and nothing personal.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The file beside the phones' folders.
const FILE: &str = "faults.txt";
/// Most lines that are kept.
const MOST: usize = 200;

/// A fault that happened.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FaultLine {
    /// When, by the phone's clock, ms since 1970.
    pub at_ms: i64,
    /// One word for programs.
    pub code: String,
    /// The chain of causes, in English.
    pub detail: String,
}

/// The list of faults of one device.
#[derive(Debug)]
pub(crate) struct Faults {
    path: PathBuf,
    writing: Mutex<()>,
}

impl Faults {
    pub(crate) fn new(root: &Path) -> Self {
        Self { path: root.join(FILE), writing: Mutex::new(()) }
    }

    /// Notes a fault. If that is not possible either, there is nobody to tell.
    pub(crate) fn note(&self, at_ms: i64, code: &str, detail: &str) {
        let _turn = self.writing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut lines = self.lines();
        if lines.len() >= MOST {
            lines.drain(..lines.len() - MOST / 2);
            let kept: String = lines.iter().map(line).collect();
            drop(fs::write(&self.path, kept));
        }
        let detail: String = detail.chars().filter(|c| !c.is_control()).take(500).collect();
        let fresh = FaultLine { at_ms, code: code.to_owned(), detail };
        let file = fs::OpenOptions::new().append(true).create(true).open(&self.path);
        if let Ok(mut file) = file {
            drop(file.write_all(line(&fresh).as_bytes()));
        }
    }

    /// What is noted, oldest first.
    pub(crate) fn lines(&self) -> Vec<FaultLine> {
        let text = fs::read_to_string(&self.path).unwrap_or_default();
        text.lines()
            .filter_map(|line| {
                let (at, rest) = line.split_once('\t')?;
                let (code, detail) = rest.split_once('\t')?;
                let at_ms = at.parse().ok()?;
                Some(FaultLine { at_ms, code: code.to_owned(), detail: detail.to_owned() })
            })
            .collect()
    }
}

fn line(fault: &FaultLine) -> String {
    format!("{}\t{}\t{}\n", fault.at_ms, fault.code, fault.detail)
}
