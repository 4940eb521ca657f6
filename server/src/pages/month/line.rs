//! Lines of pay entered by hand (Zeilen von Hand): expenses, mileage, bonus,
//! advance. With a reason, approved like hours.

use super::NEXT;
use super::read::{Ids, Seen, seen};
use crate::at_desk;
use crate::fault::Refusal;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, choice, form, heading, heading_3, link, number_field,
    paragraphs, select, text_area, text_field,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{Approves, May};
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::money::Cents;
use assistenz_core::pay::hand_entered::{Entered, HandEntered, Treatment};
use assistenz_core::time::Month;
use assistenz_core::view::pay::{EnteredShown, entered};
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/monat/{person}/{month}/zeilen", get(look).post(enter))
        .route("/monat/{person}/{month}/zeilen/{line}", get(ask).post(remove))
}

/// The kinds that are offered; the payroll office knows them by these words.
const WORDS: [&str; 5] = ["expenses", "mileage", "bonus", "advance", "lump_standby"];

async fn read(app: &App, visitor: &Visitor, of: (PersonId, Month)) -> Result<Seen, PageError> {
    let caller = visitor.caller.clone();
    let month = app.office().read(move |turn| seen(turn, &caller, of)).await?;
    if month.approves && month.pays { Ok(month) } else { Err(Refusal::NoRight.into()) }
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    word: String,
    #[serde(default)]
    count: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    treatment: String,
    #[serde(default)]
    reason: String,
}

async fn look(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, Month)>,
) -> Result<Markup, PageError> {
    let month = read(&app, &visitor, of).await?;
    let typed = Typed { treatment: "free".into(), ..Typed::default() };
    let title = visitor.say("lines-title", &[]);
    Ok(page(&visitor, Section::Months, &title, body(&visitor, &month, &typed, &Problems::new())))
}

fn shown(line: &EnteredShown) -> Markup {
    html! { (line.name) ": " (line.amount) ", " (line.treatment) ". " (line.reason) }
}

fn body(visitor: &Visitor, month: &Seen, typed: &Typed, problems: &Problems) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let whom = month.whom_and_when(visitor);
    let values = [("whom", Value::Text(&whom))];
    let (label, optional) = (say("lines-word"), say("page-optional"));
    let words: Vec<(&str, String)> =
        WORDS.iter().map(|word| (*word, say(&format!("pay-hand-{word}")))).collect();
    let words: Vec<(&str, &str)> =
        words.iter().map(|(word, name)| (*word, name.as_str())).collect();
    let (count, count_hint) = (say("lines-count"), say("lines-count-hint"));
    let (amount, amount_hint) = (say("lines-amount"), say("lines-amount-hint"));
    let treatment = say("lines-treatment");
    let (free, liable) = (say("money-free"), say("money-liable"));
    let reason = say("months-reason");
    let fields = html! {
        (select(&Field::new("word", &label).value(&typed.word).problem(problems), &words))
        (number_field(&Field::new("count", &count).hint(&count_hint).value(&typed.count)
            .optional(&optional).problem(problems)))
        (number_field(&Field::new("amount", &amount).hint(&amount_hint).value(&typed.amount)
            .problem(problems)))
        (choice(&Field::new("treatment", &treatment).value(&typed.treatment).problem(problems),
            &[("free", &free), ("liable", &liable)]))
        (text_field(&Field::new("reason", &reason).value(&typed.reason).problem(problems)))
        (actions(button(Weight::Primary, &visitor.say("lines-enter", &values))))
    };
    let lines = entered(visitor.language, &month.overview.entered);
    html! {
        p.office-lead { (whom) }
        (paragraphs(&say("lines-hint")))
        @if !lines.is_empty() {
            (heading(&say("months-entered")))
            @for line in &lines {
                div.office-card {
                    p.kern-body { (shown(line)) }
                    p { (link(&format!("{}/zeilen/{}", month.path(), line.id),
                        &visitor.say("lines-remove", &[("line", Value::Text(&line.name))]))) }
                }
            }
        }
        (heading(&say("lines-new")))
        (form(visitor, &format!("{}/zeilen", month.path()), fields))
        p { (link(&month.path(), &visitor.say("months-back", &values))) }
    }
}

/// Hundredths as people type them: `12`, `12,5`, `1.234,50`, `-3.20`.
fn hundredths(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches('€').trim();
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    // The last comma, or a point with one or two digits behind it, is the decimal sign.
    let decimal = text
        .rfind(',')
        .or_else(|| text.rfind('.').filter(|at| (1..=2).contains(&(text.len() - at - 1))));
    let (whole, part) = match decimal {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let whole: String = whole.chars().filter(|letter| *letter != '.').collect();
    let digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !digits(&whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    let value = whole.checked_mul(100)?.checked_add(part)?;
    (value < MOST).then_some(if negative { -value } else { value })
}

/// A million euros is a slip of the finger.
const MOST: i64 = 100_000_000;

fn line_of(visitor: &Visitor, typed: &Typed) -> Result<HandEntered, Problems> {
    let mut problems = Problems::new();
    let mut problem = |field: &str, key: &str| problems.add(field, visitor.say(key, &[]));
    if !WORDS.contains(&typed.word.as_str()) {
        problem("word", "lines-word-needed");
    }
    let amount = hundredths(&typed.amount).filter(|cents| *cents != 0);
    if amount.is_none() {
        problem("amount", "lines-amount-needed");
    }
    let count = match typed.count.trim() {
        "" => None,
        text => match hundredths(text).filter(|count| *count > 0) {
            Some(count) => Some(count),
            None => {
                problem("count", "lines-count-needed");
                None
            }
        },
    };
    let treatment = match typed.treatment.as_str() {
        "liable" => Some(Treatment::Liable),
        "free" => Some(Treatment::Free),
        _ => {
            problem("treatment", "lines-treatment-needed");
            None
        }
    };
    if typed.reason.trim().is_empty() {
        problem("reason", "months-reason-needed");
    }
    let (Some(amount), Some(treatment), true) = (amount, treatment, problems.is_empty()) else {
        return Err(problems);
    };
    let each = Cents::new(amount);
    Ok(HandEntered {
        id: String::new(),
        word: typed.word.clone(),
        entered: count
            .map_or(Entered::Amount(each), |hundredths| Entered::Count { hundredths, each }),
        treatment,
        reason: typed.reason.trim().to_owned(),
        cost_centre: None,
        approved: false,
    })
}

async fn enter(
    State(app): State<App>,
    May(visitor, _): May<Approves>,
    Ids(of): Ids<(PersonId, Month)>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, PageError> {
    let month = read(&app, &visitor, of).await?;
    let line = match line_of(&visitor, &typed) {
        Ok(line) => line,
        Err(problems) => {
            let title = visitor.say("lines-title", &[]);
            let body = body(&visitor, &month, &typed, &problems);
            return Ok(refused(&visitor, Section::Months, &title, &problems, body));
        }
    };
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| {
            at_desk::act(turn, &caller, |acting| acting.enter_line(of.0, of.1, &line))
        })
        .await?;
    let sentence = visitor.say("lines-entered", &[]);
    Ok(done(&app, &format!("{}/zeilen", month.path()), &sentence))
}

async fn one(
    app: &App,
    visitor: &Visitor,
    (person, month, line): (PersonId, Month, EventId),
) -> Result<(Seen, EnteredShown), PageError> {
    let month = read(app, visitor, (person, month)).await?;
    let lines = entered(visitor.language, &month.overview.entered);
    let line = lines.into_iter().find(|one| one.id == line);
    Ok((month, line.ok_or(Refusal::NotFound)?))
}

fn removal(visitor: &Visitor, month: &Seen, line: &EnteredShown, problems: &Problems) -> Markup {
    let label = visitor.say("months-reason", &[]);
    let whom = month.whom_and_when(visitor);
    html! {
        p.office-lead { (whom) }
        (heading_3(&line.name))
        p.kern-body { (shown(line)) }
        (paragraphs(&visitor.say("lines-remove-hint", &[])))
        (form(visitor, &format!("{}/zeilen/{}", month.path(), line.id), html! {
            (text_area(&Field::new("reason", &label).problem(problems)))
            (actions(button(Weight::Primary,
                &visitor.say("lines-remove", &[("line", Value::Text(&line.name))]))))
        }))
        p { (link(&format!("{}/zeilen", month.path()), &visitor.say("lines-back", &[]))) }
    }
}

async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Ids(of): Ids<(PersonId, Month, EventId)>,
) -> Result<Markup, PageError> {
    let (month, line) = one(&app, &visitor, of).await?;
    let title = visitor.say("lines-remove-title", &[]);
    Ok(page(&visitor, Section::Months, &title, removal(&visitor, &month, &line, &Problems::new())))
}

#[derive(Debug, Deserialize)]
struct Reason {
    reason: String,
}

async fn remove(
    State(app): State<App>,
    May(visitor, _): May<Approves>,
    Ids(of): Ids<(PersonId, Month, EventId)>,
    Sent(typed): Sent<Reason>,
) -> Result<Response, PageError> {
    let (month, line) = one(&app, &visitor, of).await?;
    let reason = typed.reason.trim().to_owned();
    if reason.is_empty() {
        let mut problems = Problems::new();
        problems.add("reason", visitor.say("months-reason-needed", &[]));
        let title = visitor.say("lines-remove-title", &[]);
        let body = removal(&visitor, &month, &line, &problems);
        return Ok(refused(&visitor, Section::Months, &title, &problems, body));
    }
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| {
            at_desk::act(turn, &caller, |acting| acting.remove_line(of.0, of.1, of.2, &reason))
        })
        .await?;
    let sentence = visitor.say("lines-removed", &[("line", Value::Text(&line.name))]);
    Ok(done(&app, &format!("{}/zeilen#{NEXT}", month.path()), &sentence))
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        let cases = [
            ("12", Some(1_200)),
            ("12,5", Some(1_250)),
            ("12.50", Some(1_250)),
            ("1.234,50 €", Some(123_450)),
            ("1.234", Some(123_400)),
            (",5", Some(50)),
            ("-3,20", Some(-320)),
            ("−3", Some(-300)),
            ("", None),
            ("-", None),
            ("zwölf", None),
            ("1,234", None),
            ("12,-", None),
            ("99999999999999999999", None),
            ("1000000", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(hundredths(typed), expected, "{typed}");
        }
    }
}
