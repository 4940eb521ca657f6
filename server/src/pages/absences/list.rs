//! All absences: what waits for a decision, who is away now and soon, and a
//! way to each person.

use super::read;
use crate::pages::components::{
    Column, Tone, Weight, actions, alert, badge, button_with, column, form, heading, heading_3,
    link, link_button, table,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, go, page};
use crate::pages::visitor::Visitor;
use crate::routes::App;
use assistenz_core::app::absence_month::{WAITING_AHEAD, WAITING_BACK};
use assistenz_core::document::PersonId;
use assistenz_core::log::{Role, Topic};
use assistenz_core::view::absence::{AbsenceRow, Act, Tone as Seen};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{Days, NaiveDate};
use maud::{Markup, html};

/// Days after today of which who is away is shown.
const SOON_DAYS: u64 = 60;

struct Of {
    person: PersonId,
    name: String,
    waits: Vec<AbsenceRow>,
    away: Vec<(NaiveDate, AbsenceRow)>,
}

pub(super) async fn look(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    if !visitor.may(Topic::Rota) && visitor.caller.is(Role::Assistant) {
        return Ok(go(&format!("/abwesenheiten/{}", visitor.caller.person())));
    }
    let seen = visitor.clone();
    let nameless = visitor.say("page-nameless", &[]);
    let all = app
        .office()
        .read(move |turn| {
            seen.caller.employer_or(Topic::Rota)?;
            let today = read::today(&seen.caller).0;
            let days = (today - Days::new(WAITING_BACK), today + Days::new(WAITING_AHEAD));
            let soon = today + Days::new(SOON_DAYS);
            let mut all = Vec::new();
            for person in read::assistants(turn, &seen.caller)? {
                let name = read::name(turn, &seen.caller, person)?;
                let rows = read::rows(turn, &seen.caller, seen.language, person, days, false)?;
                let mut of = Of {
                    person,
                    name: name.unwrap_or_else(|| nameless.clone()),
                    waits: Vec::new(),
                    away: Vec::new(),
                };
                for (entry, row) in rows {
                    if let Some((first, last)) = entry.days
                        && entry.state.counts()
                        && today <= last
                        && first <= soon
                    {
                        of.away.push((first, row.clone()));
                    }
                    if row.waits {
                        of.waits.push(row);
                    }
                }
                all.push(of);
            }
            all.sort_by(|one, other| one.name.cmp(&other.name));
            Ok(all)
        })
        .await?;
    let title = visitor.say("page-section-absences", &[]);
    Ok(page(&visitor, Section::Absences, &title, body(&visitor, &all)).into_response())
}

fn body(visitor: &Visitor, all: &[Of]) -> Markup {
    let waiting: usize = all.iter().map(|of| of.waits.len()).sum();
    let count = Value::Number(i64::try_from(waiting).unwrap_or(0));
    let mut away: Vec<(&Of, &(NaiveDate, AbsenceRow))> =
        all.iter().flat_map(|of| of.away.iter().map(move |one| (of, one))).collect();
    away.sort_by_key(|(_, (first, _))| *first);
    html! {
        (heading(&visitor.say("absences-waiting", &[("count", count)])))
        @if waiting == 0 {
            p.kern-body { (visitor.say("absences-nothing-waits", &[])) }
        }
        @for of in all {
            @for row in &of.waits { (waiting_card(visitor, of, row)) }
        }
        (heading(&visitor.say("absences-away", &[])))
        @if away.is_empty() {
            p.kern-body { (visitor.say("absences-nobody-away", &[])) }
        } @else {
            (away_table(visitor, &away))
        }
        (heading(&visitor.say("absences-people", &[])))
        @if all.is_empty() {
            (alert(Tone::Info, &visitor.say("absences-no-people", &[]), None))
        } @else {
            ul.office-people {
                @for of in all {
                    @let named = [("name", Value::Text(&of.name))];
                    li {
                        (link(&format!("/abwesenheiten/{}", of.person),
                            &visitor.say("absences-of-person", &named)))
                        " "
                        (link(&format!("/abwesenheiten/{}/neu", of.person),
                            &visitor.say("absences-enter-for", &named)))
                    }
                }
            }
        }
    }
}

/// What waits, with the choices beside it. Granting is one action; declining
/// asks for a reason on a page of its own.
fn waiting_card(visitor: &Visitor, of: &Of, row: &AbsenceRow) -> Markup {
    let href = format!("/abwesenheiten/{}/eintrag/{}", of.person, row.id);
    let values = [
        ("kind", Value::Text(&row.kind)),
        ("name", Value::Text(&of.name)),
        ("when", Value::Text(&row.when)),
        ("asked", Value::Text(&row.asked)),
    ];
    html! {
        section.kern-card.kern-card--hug { div.kern-card__container {
            (heading_3(&visitor.say("absences-card", &values)))
            p.kern-body { (row.when) " " (badge(tone(row.tone), &row.state)) }
            @for sentence in &row.sentences { p.kern-body { (sentence) } }
            @if row.employer.contains(&Act::Grant) {
                (form(visitor, &format!("{href}/entscheidung"), actions(html! {
                    (button_with(Weight::Primary, &visitor.say("absences-grant", &values), "entscheidung", "ja"))
                    (link_button(Weight::Secondary, &href, &visitor.say("absences-look-or-decline", &values)))
                })))
            } @else {
                (actions(link_button(Weight::Primary, &href, &visitor.say("absences-look", &values))))
            }
        } }
    }
}

fn away_table(visitor: &Visitor, away: &[(&Of, &(NaiveDate, AbsenceRow))]) -> Markup {
    let labels = [
        "absences-column-who",
        "absences-column-what",
        "absences-column-when",
        "absences-column-state",
    ]
    .map(|key| visitor.say(key, &[]));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| column(label)).collect();
    let rows: Vec<Vec<Markup>> = away
        .iter()
        .map(|(of, (_, row))| {
            let href = format!("/abwesenheiten/{}/eintrag/{}", of.person, row.id);
            vec![
                html! { (link(&href, &of.name)) },
                html! { (row.kind) },
                html! { (row.when) },
                badge(tone(row.tone), &row.state),
            ]
        })
        .collect();
    let caption = visitor.say("absences-away-caption", &[]);
    html! { div.under-heading { (table(visitor, &caption, &columns, &rows)) } }
}

pub(super) const fn tone(seen: Seen) -> Tone {
    match seen {
        Seen::Waits => Tone::Warning,
        Seen::Good => Tone::Success,
        Seen::Gone => Tone::Info,
        Seen::Bad => Tone::Danger,
    }
}
