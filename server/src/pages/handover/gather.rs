//! Everything the page of a month shows, read in one turn.

use super::super::error::PageError;
use super::super::visitor::Visitor;
use crate::at_desk;
use crate::fault::OfficeError;
use crate::handover;
use crate::journal;
use crate::office::Turn;
use crate::resource::payroll::may_see;
use crate::routes::App;
use crate::sign_in::Caller;
use crate::team_settings;
use assistenz_core::app::MonthWaiting;
use assistenz_core::app::questions::Asked;
use assistenz_core::document::PersonId;
use assistenz_core::time::Month;
use assistenz_core::view::handover::{HandoverView, handover as in_words};

/// An export as the page shows it.
#[derive(Debug, Clone)]
pub(super) struct SentOut {
    /// Its name in addresses.
    pub(super) name: String,
    /// When it was signed, in ms since 1970.
    pub(super) made_ms: i64,
    /// Name and SHA-256 of its files.
    pub(super) files: Vec<(String, String)>,
    /// When the payroll office fetched it first.
    pub(super) collected_ms: Option<i64>,
}

/// What the page of a month shows.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// The month in which is paid.
    pub(super) month: Month,
    /// What would go out.
    pub(super) view: HandoverView,
    /// What went out, newest first.
    pub(super) sent: Vec<SentOut>,
    /// The questions, oldest first.
    pub(super) questions: Vec<Asked>,
    /// Months before that wait for an approval, each with whose it is; for
    /// those who hand over.
    pub(super) earlier: Vec<(MonthWaiting, String)>,
}

impl Shown {
    /// The name of a person of this month.
    pub(super) fn name_of(&self, person: assistenz_core::document::PersonId) -> Option<&str> {
        let found = self.view.people.iter().find(|one| one.person == Some(person));
        found.map(|one| one.name.as_str())
    }
}

pub(super) async fn gather(app: &App, visitor: &Visitor, month: Month) -> Result<Shown, PageError> {
    let (caller, language) = (visitor.caller.clone(), visitor.language);
    let hands_over = super::hands_over(visitor);
    let shown = app
        .office()
        .read(move |turn| {
            may_see(turn, &caller)?;
            let (settings, found, questions) = at_desk::look(turn, &caller, |acting| {
                let settings = team_settings::payroll(acting)?;
                let found = match settings {
                    Some(_) => acting.handover(month)?,
                    None => acting.approved_of(month)?,
                };
                Ok((settings, found, acting.questions(month)?))
            })?;
            let view = in_words(language, &found, settings.as_ref());
            let mut sent = Vec::new();
            for export in handover::exports(turn, &caller, Some(month))? {
                let collected_ms = handover::collected(turn, &caller, &export)?;
                let named = export.files.iter();
                let files = named.map(|(name, hash)| (name.clone(), hex::encode(hash.0))).collect();
                let (name, made_ms) = (handover::name_of(export.at), export.made_ms);
                sent.push(SentOut { name, made_ms, files, collected_ms });
            }
            sent.reverse();
            let earlier = if hands_over { earlier(turn, &caller, month)? } else { Vec::new() };
            Ok(Shown { month, view, sent, questions, earlier })
        })
        .await?;
    Ok(shown)
}

/// The months before this one in which something is owed that cannot go out yet.
fn earlier(
    turn: &mut Turn<'_>,
    caller: &Caller,
    month: Month,
) -> Result<Vec<(MonthWaiting, String)>, OfficeError> {
    let state = journal::state(turn, caller.team())?;
    let worked = state.members().filter(|(_, member)| member.ever_worked());
    let people: Vec<PersonId> = worked.map(|(person, _)| person).collect();
    at_desk::look(turn, caller, |acting| {
        let left = acting.months_left(&people, month.previous())?;
        left.into_iter()
            .map(|one| {
                let name = acting.person_field(one.person, "name")?;
                Ok((one, name.unwrap_or_default()))
            })
            .collect()
    })
}
