//! Documents as views over the log, and what they mean. Formats:
//! `docs/sync-protocol.md` § 9.
//!
//! **A document** ([`document::Document`]) is loaded strictly from all its
//! raw changes, and written by events or fields. `actor` is 16 random bytes,
//! fresh in each process; ids and `now` are arguments:
//!
//! ```text
//! let mut time = Document::load(DocumentId::time(ada, month), actor, changes)?;
//! let raw = time.record(&[(id, Event::new(now_ms, ClockIn { … }))], now_ms)?;  // sign and store `raw`
//! let raw = rota.set(&[(FieldKey::of(DocumentKind::Rota, "shift", id, "from")…, FieldValue::Number(ms))], now_ms)?;
//! let accepted = gate::check(&time, bytes_from_outside)?; time.apply(accepted);
//! time.heads(); time.save_after(&heads); time.at(&heads)?;  // heads pin an approval
//! ```
//!
//! **Events** ([`events`]) are add-only: `Event::new(now, body)
//! .superseding(ids).about(ids)`. A shift's id is the id of its [`events::time::ClockIn`]
//! or [`events::time::ManualEntry`]; a part's id that of its
//! [`events::time::PartStart`] or first [`events::time::Part`]. All further
//! events of a shift go into its home document ([`settle::Entry::home`]).
//! Who replaces something names it: `supersedes` takes the ids of the live
//! events whose values are replaced ([`settle::Entry::live`]; naming all of them
//! is right: only the fields spoken of are replaced). A proposal names them in
//! `about`; an answer needs neither, except to replace an earlier answer.
//!
//! **A month** ([`month::MonthOfWork::read`]) is a pure function of the `time` and `review`
//! documents of this month, both neighbours, and every home document that the
//! view rows name. It gives entries with their state, settled shifts for law
//! and pay, disputes, findings and proposals; nothing recorded is missing.
//!
//! **Approving.** `Statement::make(person, month, documents, Terms { days, over, warnings,
//! pay })` refuses with the shifts in the way, or gives the canonical bytes;
//! `statement.approval(now, replaces, ids)` gives the events for the review
//! document: record each as a change of its own, in one batch, the approval
//! last. [`month_state::standing`] says where a month stands: state, what may
//! be done, "complete", approvals in force, and the deltas since.
//! [`statement::Statement::of_approval`] reads the approved statement back.
//!
//! **Absences** ([`absence::absences`]) are a pure function of the `wishes` and `answers`
//! documents that the view rows name for a month.
//!
//! **Beside it**: [`rota`] planned shifts and "as last week"; [`compare`] worked against
//! planned; [`rows::view_rows`] what a store keeps to find documents by (month reads,
//! running); [`doubt`] bounds of the true time; [`authors`] disputes with who, when
//! and on which device; [`fields`] all field maps by table.

pub mod absence;
pub mod absence_plan;
mod acts;
pub mod answered;
pub mod approving;
pub mod authors;
pub mod availability;
pub mod cbor;
pub mod claims;
pub mod compare;
pub mod delta;
pub mod document;
pub mod doubt;
pub mod events;
pub mod fields;
pub mod findings;
pub mod month;
pub mod month_state;
pub mod proposals;
pub mod rota;
pub mod rows;
pub mod settle;
pub mod statement;

#[cfg(test)]
mod tests;
