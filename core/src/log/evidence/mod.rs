//! Evidence files: everything needed to check a team's log without its office
//! (`docs/sync-protocol.md` § 12).

mod item;
mod report;
mod verify;

pub use item::{EvidenceWriter, FileHeader, Item};
pub use report::{Counts, Finding, FindingKind, Note, Report, Unreadable};
pub use verify::verify;
