//! Documents (Dokumente): time sheets, the team's month and the plan of a month
//! as PDF, XLSX, CSV and JSON. Nothing here writes; every document is told from the
//! record at the moment it is asked for.

use super::components::{
    Field, Tone, Weight, actions, alert, button, check, choice, column, heading, link, paragraphs,
    select, table, text_field,
};
use super::download;
use super::error::PageError;
use super::frame::{Section, go, page};
use super::visitor::Visitor;
use crate::at_desk;
use crate::fault::Refusal;
use crate::routes::App;
use crate::sheets::{self, For};
use assistenz_core::document::{DocumentId, PersonId};
use assistenz_core::log::{Role, Topic};
use assistenz_core::time::Month;
use assistenz_core::words::Value;
use assistenz_documents::Form;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/dokumente", get(this_month))
        .route("/dokumente/{month}", get(look))
        .route("/dokumente/{month}/stundenzettel/{file}", get(time_sheet))
        .route("/dokumente/{month}/team/{file}", get(team_month))
        .route("/dokumente/{month}/plan/{file}", get(plan))
}

/// How documents are wanted, from the address.
#[derive(Debug, Clone, Default, Deserialize)]
struct Wanted {
    /// `kostentraeger`, or anything else for the team.
    #[serde(default)]
    fuer: String,
    #[serde(default)]
    kostenstelle: String,
    #[serde(default)]
    sprache: String,
    #[serde(default)]
    unterschrift: String,
}

impl Wanted {
    fn read(&self, visitor: &Visitor) -> For {
        let cost_bearer = self.fuer == "kostentraeger";
        let centre = self.kostenstelle.trim();
        For {
            language: self.sprache.parse().unwrap_or(visitor.language),
            cost_bearer,
            cost_centre: (cost_bearer && !centre.is_empty()).then(|| centre.to_owned()),
            to_sign: !self.unterschrift.is_empty(),
        }
    }

    /// The same again, for the address of a document.
    fn query(wanted: &For) -> String {
        let mut fields = vec![("sprache", wanted.language.word().to_owned())];
        if wanted.cost_bearer {
            fields.push(("fuer", "kostentraeger".to_owned()));
        }
        fields.extend(wanted.cost_centre.clone().map(|centre| ("kostenstelle", centre)));
        if wanted.to_sign {
            fields.push(("unterschrift", "1".to_owned()));
        }
        serde_urlencoded::to_string(fields).unwrap_or_default()
    }
}

fn month_of(text: &str) -> Result<Month, PageError> {
    text.parse().map_err(|_| PageError::from(Refusal::NotFound))
}

async fn this_month(visitor: Visitor) -> Response {
    go(&format!("/dokumente/{}", Month::of(visitor.today())))
}

/// The way to the documents of a month, for who may have some.
pub(super) fn way(visitor: &Visitor, month: Month) -> Markup {
    let caller = &visitor.caller;
    let reads = caller.may(Topic::HoursView)
        || caller.may(Topic::HoursApprove)
        || [Role::Assistant, Role::Coach, Role::PayrollOffice].iter().any(|one| caller.is(*one));
    let label = visitor.say("page-documents-go", &[("month", Value::Month(month))]);
    html! { @if reads { p.kern-body { (link(&format!("/dokumente/{month}"), &label)) } } }
}

/// A person and how they are called on the page.
type Named = (PersonId, String);

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Path(month): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, PageError> {
    let month = month_of(&month)?;
    let wanted = wanted.read(&visitor);
    let caller = visitor.caller.clone();
    let nameless = visitor.say("page-nameless", &[]);
    let (people, whole_team): (Vec<Named>, bool) = app
        .office()
        .read(move |turn| {
            let mut readable = Vec::new();
            for person in sheets::assistants(turn, &caller)? {
                if at_desk::can_read(turn, &caller, &DocumentId::review(person, month))? {
                    readable.push(person);
                }
            }
            let mut people = at_desk::look(turn, &caller, |acting| {
                let named = |person| Ok((person, acting.person_field(person, "name")?));
                readable.into_iter().map(named).collect::<Result<Vec<_>, _>>()
            })?;
            people.sort_by(|one, other| one.1.cmp(&other.1));
            let named = |(person, name): (PersonId, Option<String>)| {
                (person, name.unwrap_or_else(|| nameless.clone()))
            };
            let all = sheets::may_see_everyone(&caller);
            Ok((people.into_iter().map(named).collect(), all))
        })
        .await?;
    let title = visitor.say("page-documents-title", &[("month", Value::Month(month))]);
    let body = html! {
        (paragraphs(&visitor.say("page-documents-lead", &[])))
        @if Form::Pdf.is_built() {
            (paragraphs(&visitor.say("page-documents-lead-pdf", &[])))
        } @else {
            (alert(Tone::Info, &visitor.say("page-documents-no-pdf", &[]), None))
        }
        @if !people.is_empty() || whole_team { (wishes(&visitor, month, &wanted)) }
        (list(&visitor, month, &wanted, &people, whole_team))
    };
    Ok(page(&visitor, Section::Months, &title, body))
}

/// What can be chosen, sent by GET: it only changes the addresses below.
fn wishes(visitor: &Visitor, month: Month, wanted: &For) -> Markup {
    let said = |key| visitor.say(key, &[]);
    let (team, bearer) = (said("page-documents-for-team"), said("page-documents-for-cost-bearer"));
    let (whom, centre) = (said("page-documents-for"), said("page-documents-centre"));
    let (hint, language) = (said("page-documents-centre-hint"), said("page-documents-language"));
    let sign = said("page-documents-sign");
    let chosen = if wanted.cost_bearer { "kostentraeger" } else { "team" };
    let languages = ["de", "en", "de-simple"];
    let names = languages.map(|word| visitor.say(&format!("page-documents-in-{word}"), &[]));
    let languages: Vec<(&str, &str)> =
        languages.iter().copied().zip(names.iter().map(String::as_str)).collect();
    html! {
        form.stack method="get" action=(format!("/dokumente/{month}")) {
            (choice(
                &Field::new("fuer", &whom).value(chosen),
                &[("team", &team), ("kostentraeger", &bearer)],
            ))
            (text_field(
                &Field::new("kostenstelle", &centre)
                    .hint(&hint)
                    .value(wanted.cost_centre.as_deref().unwrap_or_default())
                    .optional(&said("page-optional")),
            ))
            (select(&Field::new("sprache", &language).value(wanted.language.word()), &languages))
            (check(&Field::new("unterschrift", &sign).value("1"), wanted.to_sign))
            (actions(button(Weight::Secondary, &said("page-documents-apply"))))
        }
    }
}

fn list(
    visitor: &Visitor,
    month: Month,
    wanted: &For,
    people: &[Named],
    whole_team: bool,
) -> Markup {
    let said = |key| visitor.say(key, &[]);
    let query = Wanted::query(wanted);
    let links = |kind: &str, file: &str, what: &str, who: &str| {
        html! {
            @for form in Form::built() {
                @let href = format!(
                    "/dokumente/{month}/{kind}/{file}.{}?{query}",
                    form.ending(),
                );
                @let label = visitor.say("page-documents-link", &[
                    ("what", Value::Text(what)),
                    ("who", Value::Text(who)),
                    ("form", Value::Text(form.word())),
                ]);
                p { (link(&href, &label)) }
            }
        }
    };
    let (time_sheet, team) = (said("page-documents-time-sheets"), said("page-documents-team"));
    let (plan, overview) = (said("page-documents-plan"), said("page-documents-team-month"));
    let who = said("page-documents-who");
    let rows: Vec<Vec<Markup>> = people
        .iter()
        .map(|(person, name)| {
            vec![
                html! { (name) },
                links("stundenzettel", &person.to_string(), &time_sheet, name),
                links("plan", &person.to_string(), &plan, name),
            ]
        })
        .collect();
    let everyone = vec![vec![
        html! { (team) },
        links("team", "alle", &overview, &team),
        links("plan", "alle", &plan, &team),
    ]];
    html! {
        (heading(&time_sheet))
        @if rows.is_empty() {
            (paragraphs(&visitor.say("page-documents-nobody", &[("month", Value::Month(month))])))
        } @else {
            @let columns = [column(&who), column(&time_sheet), column(&plan)];
            div.under-heading { (table(visitor, &time_sheet, &columns, &rows)) }
        }
        @if whole_team {
            (heading(&team))
            @let columns = [column(&who), column(&overview), column(&plan)];
            div.under-heading { (table(visitor, &team, &columns, &everyone)) }
        }
        @for other in [month.previous(), month.next()] {
            p { (link(
                &format!("/dokumente/{other}?{query}"),
                &visitor.say("page-documents-month-before", &[("month", Value::Month(other))]),
            )) }
        }
    }
}

fn person(stem: &str) -> Result<PersonId, PageError> {
    stem.parse().map_err(|_| PageError::from(Refusal::NotFound))
}

async fn time_sheet(
    State(app): State<App>,
    visitor: Visitor,
    Path((month, name)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let (stem, form) = download::named(&name)?;
    let (month, person, wanted) = (month_of(&month)?, person(stem)?, wanted.read(&visitor));
    let caller = visitor.caller.clone();
    let sheet = app
        .office()
        .read(move |turn| sheets::time_sheet(turn, &caller, person, month, &wanted))
        .await?;
    download::document(form, sheet).await
}

async fn team_month(
    State(app): State<App>,
    visitor: Visitor,
    Path((month, name)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let (_, form) = download::named(&name)?;
    let (month, wanted) = (month_of(&month)?, wanted.read(&visitor));
    let caller = visitor.caller.clone();
    let sheet =
        app.office().read(move |turn| sheets::team_month(turn, &caller, month, &wanted)).await?;
    download::document(form, sheet).await
}

async fn plan(
    State(app): State<App>,
    visitor: Visitor,
    Path((month, name)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let (stem, form) = download::named(&name)?;
    let only = if stem == "alle" { None } else { Some(person(stem)?) };
    let (month, wanted) = (month_of(&month)?, wanted.read(&visitor));
    let caller = visitor.caller.clone();
    let sheet =
        app.office().read(move |turn| sheets::plan(turn, &caller, month, only, &wanted)).await?;
    download::document(form, sheet).await
}
