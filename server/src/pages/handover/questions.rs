//! Questions of the payroll office and their answers, on the page of the month.

use super::super::components::{
    Field, Problems, Tone, Weight, actions, badge, button, form, heading, heading_3, paragraphs,
    select, text_area,
};
use super::super::error::PageError;
use super::super::frame::{Section, done, refused};
use super::super::visitor::{Sent, Visitor};
use super::gather::{Shown, gather};
use super::parts::day;
use super::{address, body, hands_over, may_look, month_of, title};
use crate::at_desk;
use crate::fault::Refusal;
use crate::pages::right::{AsksAboutPay, May};
use crate::resource::payroll::handover;
use crate::routes::App;
use assistenz_core::app::questions::{Asked, LONGEST};
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::words::Value;
use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

/// What was typed and not taken.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    /// In answer to this question; `None` if it is a question.
    to: Option<EventId>,
    text: String,
    about: String,
    problems: Problems,
}

/// The questions with their answers, and the forms to ask and to answer.
pub(super) fn section(visitor: &Visitor, shown: &Shown, typed: &Typed) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let month = [("month", Value::Month(shown.month))];
    html! {
        (heading(&say("page-payroll-questions")))
        @if shown.questions.is_empty() {
            (paragraphs(&visitor.say("page-payroll-questions-none", &month)))
        }
        @for question in &shown.questions { (one(visitor, shown, question, typed)) }
        (ask_form(visitor, shown, typed))
    }
}

fn one(visitor: &Visitor, shown: &Shown, question: &Asked, typed: &Typed) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let on = ("day", Value::Day(day(question.asked_ms)));
    let about = question.person.and_then(|person| shown.name_of(person));
    let title = match about {
        Some(name) => {
            visitor.say("page-payroll-question-about", &[on, ("name", Value::Text(name))])
        }
        None => visitor.say("page-payroll-question", &[on]),
    };
    html! {
        section.payroll-question {
            (heading_3(&title))
            p.kern-body {
                @if question.is_open() {
                    (badge(Tone::Warning, &say("page-payroll-open")))
                } @else {
                    (badge(Tone::Success, &say("page-payroll-answered")))
                }
            }
            (paragraphs(&question.text))
            @for (text, replied_ms) in &question.replies {
                @let on = [("day", Value::Day(day(*replied_ms)))];
                p.kern-body { strong { (visitor.say("page-payroll-answer-of", &on)) } }
                (paragraphs(text))
            }
            (answer_form(visitor, shown, question, typed))
        }
    }
}

fn answer_form(visitor: &Visitor, shown: &Shown, question: &Asked, typed: &Typed) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let mine = typed.to == Some(question.id);
    let none = Problems::new();
    let (label, hint) = (say("page-payroll-answer"), say("page-payroll-answer-hint"));
    let prefix = if mine { String::new() } else { format!("{}-", question.id) };
    let field = Field::new("text", &label)
        .hint(&hint)
        .prefix(&prefix)
        .value(if mine { &typed.text } else { "" })
        .problem(if mine { &typed.problems } else { &none });
    let action = format!("{}/fragen/{}", address(shown.month), question.id);
    let fields = html! {
        (text_area(&field))
        (actions(button(Weight::Secondary, &say("page-payroll-answer-send"))))
    };
    html! {
        @if question.is_open() || mine { (form(visitor, &action, fields)) }
        @else {
            details {
                summary { (say("page-payroll-answer")) }
                (form(visitor, &action, fields))
            }
        }
    }
}

fn ask_form(visitor: &Visitor, shown: &Shown, typed: &Typed) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let mine = typed.to.is_none();
    let none = Problems::new();
    let problems = if mine { &typed.problems } else { &none };
    let label = visitor.say("page-payroll-ask-text", &[("month", Value::Month(shown.month))]);
    let about = say("page-payroll-ask-about");
    let nobody = say("page-payroll-ask-nobody");
    let people: Vec<(String, &str)> = shown
        .view
        .people
        .iter()
        .filter(|person| person.approved || hands_over(visitor))
        .filter_map(|person| Some((person.person?.to_string(), person.name.as_str())))
        .collect();
    let mut options = vec![("", nobody.as_str())];
    options.extend(people.iter().map(|(id, name)| (id.as_str(), *name)));
    let prefix = if mine { "" } else { "ask-" };
    let text = Field::new("text", &label)
        .prefix(prefix)
        .value(if mine { &typed.text } else { "" })
        .problem(problems);
    let whom = Field::new("about", &about).prefix(prefix).value(&typed.about);
    let fields = html! {
        (text_area(&text))
        @if options.len() > 1 { (select(&whom, &options)) }
        (actions(button(Weight::Secondary, &say("page-payroll-ask-send"))))
    };
    html! {
        (heading_3(&say("page-payroll-ask")))
        (form(visitor, &format!("{}/fragen", address(shown.month)), fields))
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Question {
    text: String,
    #[serde(default)]
    about: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    text: String,
}

fn problems_of(visitor: &Visitor, text: &str) -> Problems {
    let mut problems = Problems::new();
    if text.trim().is_empty() {
        problems.add("text", visitor.say("page-payroll-text-empty", &[]));
    } else if text.trim().chars().count() > LONGEST {
        problems.add("text", visitor.say("page-payroll-text-long", &[]));
    }
    problems
}

async fn again(
    app: &App,
    visitor: &Visitor,
    month: &str,
    typed: Typed,
) -> Result<Response, PageError> {
    let shown = gather(app, visitor, month_of(month)?).await?;
    let questions = section(visitor, &shown, &typed);
    let body = body(visitor, &shown, &questions);
    let title = title(visitor, shown.month);
    Ok(refused(visitor, Section::Payroll, &title, &typed.problems, body))
}

pub(super) async fn ask(
    State(app): State<App>,
    May(visitor, _): May<AsksAboutPay>,
    Path(month): Path<String>,
    Sent(typed): Sent<Question>,
) -> Result<Response, PageError> {
    may_look(&visitor)?;
    let problems = problems_of(&visitor, &typed.text);
    if !problems.is_empty() {
        let typed = Typed { to: None, text: typed.text, about: typed.about, problems };
        return again(&app, &visitor, &month, typed).await;
    }
    let month = month_of(&month)?;
    let about: Option<PersonId> = match typed.about.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| PageError::from(Refusal::NotFound))?),
    };
    let sentence = visitor.say("page-payroll-ask-sent", &[]);
    app.office()
        .write(move |turn| {
            at_desk::write(turn, &visitor.caller, &handover(month)?, |acting| {
                acting.ask(month, &typed.text, about)
            })
        })
        .await?;
    Ok(done(&app, &address(month), &sentence))
}

pub(super) async fn reply(
    State(app): State<App>,
    May(visitor, _): May<AsksAboutPay>,
    Path((month, question)): Path<(String, String)>,
    Sent(typed): Sent<Answer>,
) -> Result<Response, PageError> {
    may_look(&visitor)?;
    let question: EventId = question.parse().map_err(|_| PageError::from(Refusal::NotFound))?;
    let problems = problems_of(&visitor, &typed.text);
    if !problems.is_empty() {
        let (to, about) = (Some(question), String::new());
        let typed = Typed { to, text: typed.text, about, problems };
        return again(&app, &visitor, &month, typed).await;
    }
    let month = month_of(&month)?;
    let sentence = visitor.say("page-payroll-answer-sent", &[]);
    app.office()
        .write(move |turn| {
            at_desk::write(turn, &visitor.caller, &handover(month)?, |acting| {
                acting.reply(month, question, &typed.text)
            })
        })
        .await?;
    Ok(done(&app, &address(month), &sentence))
}
