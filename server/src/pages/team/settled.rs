//! What the team has settled (Absprachen): its name and Land, whether everybody
//! sees the plan of all, and the days that matter for pay.

use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, check, checks, digits_field, form, link_button,
    select, text_field,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{ManagesTeam, May};
use crate::pages::visitor::{Fields, Sent, Visitor};
use crate::routes::App;
use crate::team_settings::{self, CUT_OFF_DAY, PAY_DAY};
use assistenz_core::document::DocumentId;
use assistenz_core::log::{Operation, Role};
use assistenz_core::place::Land;
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The flags of communes, in the words of the record.
pub(super) const COMMUNES: [&str; 3] = ["augsburg", "mariae_himmelfahrt", "fronleichnam"];

#[derive(Debug, Clone, Default)]
struct Settled {
    name: String,
    land: String,
    communes: Vec<String>,
    shares_rota: bool,
    cut_off_day: String,
    pay_day: String,
}

/// `GET /team/einstellungen`
pub(super) async fn look(State(app): State<App>, visitor: Visitor) -> Result<Markup, PageError> {
    let caller = visitor.caller.clone();
    let settled = app
        .office()
        .read(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::team())?;
            let shares_rota = journal::state(turn, caller.team())?.shares_rota();
            at_desk::look(turn, &caller, |acting| {
                let communes = acting.team_field("communes")?.unwrap_or_default();
                let day = |day: Option<u32>| day.map(|day| day.to_string()).unwrap_or_default();
                Ok(Settled {
                    name: acting.team_field("name")?.unwrap_or_default(),
                    land: acting.team_field("land")?.unwrap_or_default(),
                    communes: communes.split(',').map(str::to_owned).collect(),
                    shares_rota,
                    cut_off_day: day(team_settings::day(acting, CUT_OFF_DAY)?),
                    pay_day: day(team_settings::day(acting, PAY_DAY)?),
                })
            })
        })
        .await?;
    let title = visitor.say("page-team-settled", &[]);
    Ok(page(&visitor, Section::Team, &title, body(&visitor, &settled, &Problems::new())))
}

/// Every Land with its name, after an empty choice.
pub(super) fn lands(visitor: &Visitor) -> Vec<(String, String)> {
    let mut lands = vec![(String::new(), visitor.say("page-team-land-none", &[]))];
    for land in Land::ALL {
        let key = format!("page-team-land-{}", land.letters().to_lowercase());
        lands.push((land.letters().to_owned(), visitor.say(&key, &[])));
    }
    lands[1..].sort_by(|a, b| a.1.cmp(&b.1));
    lands
}

/// Options of a select.
pub(super) fn options(of: &[(String, String)]) -> Vec<(&str, &str)> {
    of.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect()
}

fn body(visitor: &Visitor, settled: &Settled, problems: &Problems) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let optional = say("page-optional");
    let labels: BTreeMap<&str, (String, String)> =
        ["team_name", "land", "communes", "shares_rota", "cut_off_day", "pay_day"]
            .into_iter()
            .map(|field| {
                let label = say(&format!("page-team-{field}"));
                (field, (label, say(&format!("page-team-{field}-hint"))))
            })
            .collect();
    let field = |name: &'static str| {
        let (label, hint) = labels.get(name).map_or(("", ""), |(a, b)| (a.as_str(), b.as_str()));
        Field::new(name, label).hint(hint).problem(problems)
    };
    let lands = lands(visitor);
    let communes: Vec<String> =
        COMMUNES.iter().map(|word| say(&format!("page-team-commune-{word}"))).collect();
    let boxes: Vec<(&str, &str, bool)> = COMMUNES
        .iter()
        .zip(&communes)
        .map(|(word, label)| {
            (*word, label.as_str(), settled.communes.iter().any(|chosen| chosen == word))
        })
        .collect();
    let fields = html! {
        (text_field(&field("team_name").value(&settled.name).optional(&optional)))
        (select(&field("land").value(&settled.land), &options(&lands)))
        (checks(&field("communes").optional(&optional), &boxes))
        (digits_field(&field("cut_off_day").value(&settled.cut_off_day).optional(&optional)))
        (digits_field(&field("pay_day").value(&settled.pay_day).optional(&optional)))
        @if visitor.caller.is(Role::Employer) { (check(&field("shares_rota"), settled.shares_rota)) }
        (actions(html! {
            (button(Weight::Primary, &say("page-team-settled-save")))
            (link_button(Weight::Secondary, "/team", &say("page-cancel")))
        }))
    };
    form(visitor, "/team/einstellungen", fields)
}

/// `POST /team/einstellungen`
pub(super) async fn save(
    State(app): State<App>,
    May(visitor, _): May<ManagesTeam>,
    Sent(sent): Sent<Fields>,
) -> Result<Response, PageError> {
    let text = |name: &str| sent.get(name).unwrap_or_default().trim().to_owned();
    let settled = Settled {
        name: text("team_name"),
        land: text("land"),
        communes: sent.all("communes").map(str::to_owned).collect(),
        shares_rota: sent.get("shares_rota").is_some(),
        cut_off_day: text("cut_off_day"),
        pay_day: text("pay_day"),
    };
    let mut problems = Problems::new();
    if settled.name.chars().count() > 80 {
        let most = [("count", Value::Number(80))];
        problems.add("team_name", visitor.say("page-team-problem-long", &most));
    }
    if !settled.land.is_empty() && settled.land.parse::<Land>().is_err() {
        problems.add("land", visitor.say("page-team-problem-land", &[]));
    }
    if settled.communes.iter().any(|word| !COMMUNES.contains(&word.as_str())) {
        return Err(Refusal::Malformed("no such commune").into());
    }
    let mut day = |field: &'static str, text: &str| {
        let found = super::typed::digits(text).filter(|day| (1..=31).contains(day));
        if found.is_none() && !text.is_empty() {
            problems.add(field, visitor.say("page-team-problem-day", &[]));
        }
        found.map(serde_json::Value::from)
    };
    let days = vec![
        (CUT_OFF_DAY, day(CUT_OFF_DAY, &settled.cut_off_day)),
        (PAY_DAY, day(PAY_DAY, &settled.pay_day)),
    ];
    if !problems.is_empty() {
        let title = visitor.say("page-team-settled", &[]);
        let body = body(&visitor, &settled, &problems);
        return Ok(refused(&visitor, Section::Team, &title, &problems, body));
    }
    let caller = visitor.caller.clone();
    let first = app
        .office()
        .write(move |turn| {
            at_desk::may_write(turn, &caller, &DocumentId::team())?;
            let before = at_desk::look(turn, &caller, |acting| acting.team_region())?;
            let fields = BTreeMap::from([
                ("name".to_owned(), settled.name),
                ("land".to_owned(), settled.land),
                ("communes".to_owned(), settled.communes.join(",")),
            ]);
            at_desk::act(turn, &caller, |acting| acting.put_team(&fields))?;
            team_settings::put(turn, &caller, days)?;
            let shared = settled.shares_rota;
            let now = journal::state(turn, caller.team())?.shares_rota();
            if caller.is(Role::Employer) && now != shared {
                journal::act(turn, &caller, Operation::ShareRota { shared })?;
            }
            Ok::<_, OfficeError>(before.is_none())
        })
        .await?;
    // The first agreements are a step of setting up: „Heute“ names the next one.
    let next = if first { "/heute" } else { "/team/einstellungen" };
    Ok(done(&app, next, &visitor.say("page-team-settled-done", &[])))
}
