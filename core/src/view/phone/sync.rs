//! Phone and office: what waits, one by one, and when the office was last heard.

use super::{Act, Showing, SyncDone, SyncSheet, UnsentCard, number, small};
use crate::app::{Acting, AppError};
use crate::document::{DocumentKind, EntryId};
use crate::ledger::HeldStatus;
use crate::log::Content;
use crate::record::events::Body;
use crate::sync::content_of;
use crate::words::Value;

/// The sheet about phone and office. `heard_ms` is this phone's wall clock when
/// it last heard the office.
///
/// # Errors
///
/// Faults of record and ledger.
pub fn sheet(
    acting: &mut Acting<'_>,
    showing: &Showing,
    heard_ms: Option<i64>,
) -> Result<SyncSheet, AppError> {
    let team = acting.me.team;
    let mut unsent = Vec::new();
    for row in acting.ledger.outbox(team)? {
        unsent.push(card(acting, showing, row.id)?);
    }
    let held = acting.ledger.held_with(team, HeldStatus::Held)?.len();
    Ok(SyncSheet {
        headline: waiting(showing, unsent.len()),
        last_contact_ms: heard_ms,
        last_contact: last_contact(showing, heard_ms),
        unsent,
        held_count: small(held),
        held: (held > 0).then(|| showing.say("held", &[("count", number(held))])),
        button: showing.button(Act::Sync),
    })
}

/// `3 Buchungen warten`, `Alles beim Büro`.
pub(super) fn waiting(showing: &Showing, count: usize) -> String {
    showing.say("waiting", &[("count", number(count))])
}

/// What waits and when the office was last heard, in one line.
pub(super) fn line(
    acting: &mut Acting<'_>,
    showing: &Showing,
    heard_ms: Option<i64>,
) -> Result<(usize, String), AppError> {
    let team = acting.me.team;
    let count = acting.ledger.outbox(team)?.len();
    let (waiting, contact) = (waiting(showing, count), last_contact(showing, heard_ms));
    Ok((count, format!("{waiting} {contact}")))
}

fn last_contact(showing: &Showing, heard_ms: Option<i64>) -> String {
    match heard_ms {
        None => showing.say("never-heard", &[]),
        Some(ms) => {
            let at = showing.moment(ms);
            showing.say("heard", &[("at", Value::Text(&at))])
        }
    }
}

fn card(acting: &mut Acting<'_>, showing: &Showing, id: EntryId) -> Result<UnsentCard, AppError> {
    let kept = acting.ledger.entry(acting.me.team, id)?;
    let (at_ms, words) = match kept.map(|kept| content_of(&kept)).transpose()? {
        Some(Content::Batch(batch)) => {
            let events = acting.events_of(&batch)?;
            let mut words: Vec<String> =
                events.iter().map(|(_, event)| said(showing, &event.body)).collect();
            words.dedup();
            // Wishes are no events: a document of fields.
            let document = batch.header().about.document();
            if document.is_some_and(|document| document.kind() == DocumentKind::Wishes) {
                words.push(showing.say("event-absence", &[]));
            }
            (batch.header().clock.wall_ms, words)
        }
        Some(Content::Record(_)) | None => (acting.now_ms(), Vec::new()),
    };
    let what = if words.is_empty() { said_otherwise(showing) } else { words.join(", ") };
    Ok(UnsentCard { id: id.to_string(), at_ms, at: showing.moment(at_ms), what })
}

fn said_otherwise(showing: &Showing) -> String {
    showing.say("event-other", &[])
}

/// What an event says, in a word or two.
fn said(showing: &Showing, body: &Body) -> String {
    if let Body::PartStart(start) = body {
        let kind = super::entry::kind(showing, start.kind);
        return showing.say("event-part-start", &[("kind", Value::Text(&kind))]);
    }
    showing.word("event", word_of(body))
}

/// One word for an event, for programs and as the end of a sentence's key:
/// `app-event-clock-in`. Never changes; what no phone writes is `other`.
#[must_use]
pub const fn word_of(body: &Body) -> &'static str {
    match body {
        Body::ClockIn(_) => "clock_in",
        Body::ClockOut(_) => "clock_out",
        Body::PartStart(_) => "part_start",
        Body::PartEnd(_) => "part_end",
        Body::Part(_) => "part",
        Body::ManualEntry(_) => "manual_entry",
        Body::Correction(_) => "correction",
        Body::StatedEnd(_) => "stated_end",
        Body::Retraction(_) => "retraction",
        Body::Undone(_) => "undone",
        Body::QuietNight(_) => "quiet_night",
        Body::MonthComplete(_) => "month_complete",
        Body::Answer(_) => "answer",
        Body::Approval(_) | Body::StatementPiece(_) => "approval",
        Body::Proposal(_) | Body::ProposalWithdrawn(_) => "proposal",
        Body::Away(_)
        | Body::Reopening(_)
        | Body::PayLine(_)
        | Body::PayLineRemoved(_)
        | Body::Decision(_)
        | Body::Session(_)
        | Body::SessionRetracted(_)
        | Body::Question(_)
        | Body::Reply(_)
        | Body::HoursBooked(_)
        | Body::NetPayNoted(_)
        | Body::AbsenceEntered(_)
        | Body::TakenBack(_)
        | Body::CertificateNoted(_)
        | Body::SameIllness(_)
        | Body::VacationBooked(_)
        | Body::VacationWarned(_)
        | Body::MaternityNoted(_)
        | Body::Refund(_)
        | Body::RefundTakenBack(_) => "other",
    }
}

/// What a sitting came to, in words.
#[must_use]
pub fn done(
    showing: &Showing,
    sent: usize,
    waiting: usize,
    changed: usize,
    more: bool,
) -> SyncDone {
    let mut announcement = showing.say("synced", &[("sent", number(sent))]);
    if waiting > 0 {
        announcement = format!("{announcement} {}", self::waiting(showing, waiting));
    }
    SyncDone {
        announcement,
        sent_count: small(sent),
        waiting_count: small(waiting),
        changed: changed > 0,
        more,
    }
}
