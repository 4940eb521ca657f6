//! What people wrote beside their entries: the reasons for what was written or
//! set right afterwards.

use super::acting::Acting;
use super::refusal::AppError;
use crate::document::{EventId, PersonId};
use crate::record::events::Body;
use crate::time::Month;
use std::collections::BTreeMap;

impl Acting<'_> {
    /// The reasons given with these events of a month, by shift, in the order of
    /// recording and each once. `live` holds the id of a shift as text and the
    /// events it follows from.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn remarks_of(
        &mut self,
        person: PersonId,
        month: Month,
        live: &[(String, Vec<EventId>)],
    ) -> Result<BTreeMap<String, String>, AppError> {
        let documents = self.documents_of(person, month)?;
        let mut remarks = BTreeMap::new();
        for (shift, events) in live {
            let mut said: Vec<(i64, String)> = events
                .iter()
                .filter_map(|id| documents.iter().find_map(|document| document.event(*id)))
                .filter_map(|event| Some((event.recorded_ms, reason(&event.body)?.to_owned())))
                .collect();
            said.sort();
            let mut texts: Vec<String> = Vec::new();
            for (_, text) in said {
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            if !texts.is_empty() {
                remarks.insert(shift.clone(), texts.join("; "));
            }
        }
        Ok(remarks)
    }
}

/// Why this was recorded, if somebody said so.
fn reason(body: &Body) -> Option<&str> {
    let text = match body {
        Body::ManualEntry(body) => Some(&body.reason),
        Body::Correction(body) => Some(&body.reason),
        Body::Proposal(body) => Some(&body.reason),
        Body::Part(body) => body.reason.as_ref(),
        Body::StatedEnd(body) => body.note.as_ref(),
        _ => None,
    };
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}
