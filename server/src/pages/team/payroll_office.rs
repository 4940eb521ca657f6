//! The payroll office (Lohnbüro): which program, its numbers, and which wage
//! type it has for what we pay. The mapping belongs to the office; there is no
//! default.

use super::payroll_form::{PROGRAMS, Typed, field_of, form_of, of, program_of, read};
use crate::at_desk;
use crate::input::Asked;
use crate::journal;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, choice, link_button, paragraphs,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{ManagesTeam, May};
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use crate::team_settings;
use assistenz_core::contract::surcharge::StatutoryHours;
use assistenz_core::document::DocumentId;
use assistenz_core::payroll::settings::OfficeSettings;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeSet;

/// For which program the form is shown.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Look {
    programm: Option<String>,
}

/// The settings as they are, and the words that the team's contracts pay by.
async fn known(
    app: &App,
    visitor: &Visitor,
) -> Result<(Option<OfficeSettings>, BTreeSet<String>), PageError> {
    let caller = visitor.caller.clone();
    let found = app
        .office()
        .read(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::team())?;
            let state = journal::state(turn, caller.team())?;
            let mut own = BTreeSet::new();
            let settings = at_desk::look(turn, &caller, |acting| {
                for (person, _) in state.members() {
                    for version in acting.contract_of(person)? {
                        let statutory = |word: &str| {
                            StatutoryHours::ALL.iter().any(|hours| hours.word() == word)
                        };
                        let rows = version.surcharges.iter().map(|row| row.word.clone());
                        own.extend(
                            rows.filter(|word| !statutory(word))
                                .map(|word| format!("contract:{word}")),
                        );
                    }
                }
                team_settings::payroll(acting)
            })?;
            Ok((settings, own))
        })
        .await?;
    Ok(found)
}

/// `GET /team/lohnbuero`
pub(super) async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Asked(look): Asked<Look>,
) -> Result<Markup, PageError> {
    let (settings, own) = known(&app, &visitor).await?;
    let title = visitor.say("page-team-payroll-office", &[]);
    let asked = look.programm.as_deref().filter(|word| PROGRAMS.contains(word));
    let body = match (asked, &settings) {
        (None, None) => which(&visitor, ""),
        (Some(word), _) => {
            let typed = of(settings.as_ref(), word);
            shown(&visitor, word, &typed, &own, &Problems::new())
        }
        (None, Some(settings)) => {
            let word = settings.program.word();
            shown(&visitor, word, &of(Some(settings), word), &own, &Problems::new())
        }
    };
    Ok(page(&visitor, Section::Team, &title, body))
}

/// The first question: which program the office works with.
fn which(visitor: &Visitor, value: &str) -> Markup {
    let (label, hint) =
        (visitor.say("page-team-program", &[]), visitor.say("page-team-program-hint", &[]));
    let programs: Vec<(&str, String)> = PROGRAMS
        .into_iter()
        .map(|word| (word, visitor.say(&format!("page-team-program-{word}"), &[])))
        .collect();
    let programs: Vec<(&str, &str)> =
        programs.iter().map(|(word, label)| (*word, label.as_str())).collect();
    let field = Field::new("programm", &label).hint(&hint).value(value);
    html! {
        (paragraphs(&visitor.say("page-team-payroll-lead", &[])))
        form.stack method="get" action="/team/lohnbuero" {
            (choice(&field, &programs))
            (actions(button(Weight::Primary, &visitor.say("page-team-program-go", &[]))))
        }
    }
}

fn shown(
    visitor: &Visitor,
    program: &str,
    typed: &Typed,
    own: &BTreeSet<String>,
    problems: &Problems,
) -> Markup {
    html! {
        (paragraphs(&visitor.say("page-team-payroll-lead", &[])))
        (form_of(visitor, program, typed, own, problems))
        (crate::pages::components::details(
            &visitor.say("page-team-program-other", &[]),
            which(visitor, program),
        ))
        (actions(link_button(Weight::Secondary, "/team", &visitor.say("page-team-back", &[]))))
    }
}

/// `POST /team/lohnbuero`
pub(super) async fn save(
    State(app): State<App>,
    May(visitor, _): May<ManagesTeam>,
    Sent(sent): Sent<Fields>,
) -> Result<Response, PageError> {
    let (before, own) = known(&app, &visitor).await?;
    let typed = Typed::sent(&sent);
    let word = program_of(&typed).to_owned();
    let mut problems = Problems::new();
    let settings = read(&visitor, &typed, before.as_ref(), &mut problems);
    if let Some(settings) = settings {
        match settings.validate() {
            Ok(()) => {
                let caller = visitor.caller.clone();
                app.office()
                    .write(move |turn| team_settings::put_payroll(turn, &caller, &settings))
                    .await?;
                let sentence = visitor.say("page-team-payroll-saved", &[]);
                return Ok(done(&app, "/team/lohnbuero", &sentence));
            }
            Err(wrong) => {
                for refusal in wrong {
                    let (field, sentence) = field_of(&visitor, &refusal);
                    problems.add(&field, sentence);
                }
            }
        }
    }
    let title = visitor.say("page-team-payroll-office", &[]);
    let body = shown(&visitor, &word, &typed, &own, &problems);
    Ok(refused(&visitor, Section::Team, &title, &problems, body))
}
