//! Approving (Freigabe): a page of its own that says what will be approved and
//! proposed, and the one act. It approves exactly the statement that was
//! shown, or nothing.

use super::NEXT;
use super::read::{Ids, Seen, decisions, seen, seen_now, written};
use super::signed::still_shown;
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::office::Turn;
use crate::pages::components::{
    Field, Problems, Tone, Weight, actions, alert, button, form, heading, hidden, link, paragraphs,
    summary_list, text_area,
};
use crate::pages::error::PageError;
use crate::pages::frame::{Section, done, page, refused};
use crate::pages::right::{Approves, May};
use crate::pages::signing;
use crate::pages::visitor::{Fields, Sent, Stepped, Visitor};
use crate::routes::App;
use crate::sign_in::Caller;
use assistenz_core::app::correction::Change;
use assistenz_core::app::{self, AppError, ApprovalTerms};
use assistenz_core::contract::version::in_force;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::time::Month;
use assistenz_core::view::exception::{Approvable, Decided, Decisions, Proposed};
use assistenz_core::view::pay;
use assistenz_core::words::Value;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/monat/{person}/{month}/freigabe", get(confirm).post(approve))
}

/// What would be approved: its hash and what it is worth, or why it cannot be.
#[derive(Debug)]
pub(super) enum Preview {
    /// Exactly this statement.
    Statement { hash: String, worked: String, paid: Option<String> },
    /// Nothing would be approved.
    Nothing,
    /// Reasons are still missing.
    ReasonsMissing,
    /// It cannot be approved, in the word of the refusal.
    Refused(&'static str),
}

/// What an approval of these decisions says; `None` if it approves nothing.
pub(super) fn terms(decided: &Decided, over: Vec<(EventId, String)>) -> Option<ApprovalTerms> {
    match &decided.approvable {
        Approvable::Month => Some(ApprovalTerms { days: Vec::new(), over }),
        Approvable::Days(days) => Some(ApprovalTerms { days: days.clone(), over }),
        Approvable::Nothing(_) => None,
    }
}

/// The statement that these terms would approve now.
pub(super) fn preview(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    (person, month): (PersonId, Month),
    terms: &ApprovalTerms,
    with_pay: bool,
) -> Result<Preview, OfficeError> {
    let found =
        at_desk::look(turn, &visitor.caller, |acting| acting.statement_of(person, month, terms));
    match found {
        Ok((statement, reckoning)) => {
            let shown = pay::shown(visitor.language, &reckoning.pay);
            let value = |place: usize| shown.totals.get(place).map(|(_, value)| value.clone());
            Ok(Preview::Statement {
                hash: statement.hash().to_string(),
                worked: value(0).unwrap_or_default(),
                paid: value(1).filter(|_| with_pay),
            })
        }
        Err(OfficeError::Refused(Refusal::Act(refusal))) => Ok(Preview::Refused(refusal.code())),
        Err(other) => Err(other),
    }
}

/// The reasons typed for what is to count over silence or objection.
pub(super) fn reasons(decided: &Decided, fields: &Fields) -> Option<Vec<(EventId, String)>> {
    decided
        .over
        .iter()
        .map(|(_, proposal)| {
            let reason = fields.get(&format!("g.{proposal}")).unwrap_or_default().trim();
            (!reason.is_empty()).then(|| (*proposal, reason.to_owned()))
        })
        .collect()
}

async fn confirm(
    State(app): State<App>,
    Stepped(visitor): Stepped,
    Ids(of): Ids<(PersonId, Month)>,
    Query(fields): Query<Fields>,
) -> Result<Markup, PageError> {
    let (month, shown) = ask(&app, &visitor, of, fields.clone()).await?;
    let title = visitor.say("months-approve-title", &[]);
    let body = body(&visitor, &month, &shown, &fields, &Problems::new());
    Ok(page(&visitor, Section::Months, &title, body))
}

/// What the page of an approval shows.
struct Shown {
    chosen: Decisions,
    decided: Decided,
    preview: Preview,
    warnings: usize,
    /// Whether a passkey of theirs is asked to sign.
    signs: bool,
}

async fn ask(
    app: &App,
    visitor: &Visitor,
    of: (PersonId, Month),
    fields: Fields,
) -> Result<(Seen, Shown), PageError> {
    let (visitor, asking) = (visitor.clone(), app.clone());
    let found = app
        .office()
        .read(move |turn| {
            let month = seen(turn, &visitor.caller, of)?;
            if !month.approves {
                return Err(Refusal::NoRight.into());
            }
            let found = month.by_exception(visitor.language);
            let chosen = decisions(fields.get("d").unwrap_or_default());
            let decided = found.decide(&chosen);
            let preview = match reasons(&decided, &fields) {
                None => Preview::ReasonsMissing,
                Some(over) => match terms(&decided, over) {
                    None => Preview::Nothing,
                    Some(terms) => preview(turn, &visitor, of, &terms, month.pays)?,
                },
            };
            let warnings = found.warnings.iter().filter(|one| !one.only_info).count();
            let signs = signing::has_passkey(turn, &asking, &visitor.caller)?;
            Ok((month, Shown { chosen, decided, preview, warnings, signs }))
        })
        .await?;
    Ok(found)
}

fn body(
    visitor: &Visitor,
    month: &Seen,
    shown: &Shown,
    typed: &Fields,
    problems: &Problems,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let whom = month.whom_and_when(visitor);
    let whom = [("whom", Value::Text(&whom))];
    let decided = &shown.decided;
    let back = format!("{}?d={}#{NEXT}", month.path(), written(&shown.chosen));
    html! {
        p.office-lead { (month.whom_and_when(visitor)) }
        (paragraphs(&decided.headline))
        @if !decided.waiting.is_empty() { (paragraphs(&decided.waiting)) }
        @if !decided.chosen.is_empty() {
            ul.kern-list {
                @for (key, sentence) in &decided.chosen {
                    li { strong { (heading_of(month, visitor, *key)) } " " (sentence) }
                }
            }
        }
        @if shown.warnings > 0 {
            @let count = i64::try_from(shown.warnings).unwrap_or(i64::MAX);
            (paragraphs(&visitor.say("months-approve-warnings", &[("count", Value::Number(count))])))
        }
        section.office-next aria-labelledby=(NEXT) {
            h2.kern-heading-medium id=(NEXT) tabindex="-1" { (say("months-approve-heading")) }
            @match &shown.preview {
                Preview::Statement { hash, worked, paid } => {
                    (worth(visitor, worked, paid.as_deref()))
                    (signing::form(visitor, &format!("{}/freigabe", month.path()), shown.signs, html! {
                        (hidden("d", &written(&shown.chosen)))
                        (hidden("sha256", hash))
                        @for (_, proposal) in &decided.over {
                            @let name = format!("g.{proposal}");
                            (hidden(&name, typed.get(&name).unwrap_or_default()))
                        }
                        (actions(button(Weight::Primary, &visitor.say("months-approve-button", &whom))))
                        (proposals(visitor, decided, typed, problems))
                    }))
                }
                Preview::Nothing if !decided.proposals.is_empty() => {
                    (form(visitor, &format!("{}/freigabe", month.path()), html! {
                        (hidden("d", &written(&shown.chosen)))
                        (hidden("sha256", ""))
                        (actions(button(Weight::Primary, &visitor.say("months-propose-button", &whom))))
                        (proposals(visitor, decided, typed, problems))
                    }))
                }
                Preview::Nothing => {}
                Preview::ReasonsMissing => (over(visitor, month, shown, typed)),
                Preview::Refused(code) => {
                    (alert(Tone::Warning, &visitor.say(&format!("months-refused-{code}"), &[]), None))
                }
            }
        }
        p { (link(&back, &visitor.say("months-back", &whom))) }
    }
}

/// What the statement comes to.
fn worth(visitor: &Visitor, worked: &str, paid: Option<&str>) -> Markup {
    let (hours, gross) = (visitor.say("months-worked", &[]), visitor.say("months-gross", &[]));
    let mut pairs = vec![(hours.as_str(), html! { (worked) })];
    pairs.extend(paid.map(|paid| (gross.as_str(), html! { (paid) })));
    summary_list(&pairs)
}

fn heading_of(month: &Seen, visitor: &Visitor, key: EventId) -> String {
    let found = month.by_exception(visitor.language);
    found
        .cases
        .into_iter()
        .find(|case| case.key == key)
        .map(|case| format!("{}:", case.heading))
        .unwrap_or_default()
}

/// What will be proposed, with its reason to be changed at will.
fn proposals(visitor: &Visitor, decided: &Decided, typed: &Fields, problems: &Problems) -> Markup {
    if decided.proposals.is_empty() {
        return html! {};
    }
    html! {
        (heading(&visitor.say("months-reasons", &[])))
        (paragraphs(&visitor.say("months-reasons-hint", &[])))
        @for one in &decided.proposals {
            @let name = format!("p.{}", one.key);
            @let day = [("day", Value::Text(&one.heading))];
            @let label = visitor.say("months-reason-of", &day);
            @let value = typed.get(&name).unwrap_or(&one.reason).to_owned();
            (text_area(&Field::new(&name, &label).value(&value).problem(problems)))
        }
    }
}

/// The reasons for counting proposals over silence or objection, first.
fn over(visitor: &Visitor, month: &Seen, shown: &Shown, typed: &Fields) -> Markup {
    let whom = month.whom_and_when(visitor);
    html! {
        (paragraphs(&visitor.say("months-over-hint", &[])))
        form.stack method="get" action={ (month.path()) "/freigabe#" (NEXT) } {
            (hidden("d", &written(&shown.chosen)))
            @for (day, proposal) in &shown.decided.over {
                @let name = format!("g.{proposal}");
                @let label = visitor.say("months-over-reason", &[("day", Value::Text(day))]);
                (text_area(&Field::new(&name, &label).value(typed.get(&name).unwrap_or_default())))
            }
            (actions(button(Weight::Primary, &visitor.say("months-over-on", &[("whom", Value::Text(&whom))]))))
        }
    }
}

async fn approve(
    State(app): State<App>,
    _: May<Approves>,
    Stepped(visitor): Stepped,
    Ids(of): Ids<(PersonId, Month)>,
    Sent(fields): Sent<Fields>,
) -> Result<Response, PageError> {
    let (caller, language, sent) = (visitor.caller.clone(), visitor.language, fields.clone());
    let signing_app = app.clone();
    let acted = app
        .office()
        .write(move |turn| {
            let month = seen_now(turn, &caller, of)?;
            if !month.approves {
                return Err(Refusal::NoRight.into());
            }
            let decided =
                month.by_exception(language).decide(&decisions(sent.get("d").unwrap_or_default()));
            let over = reasons(&decided, &sent).ok_or(Refusal::Act(app::Refusal::ReasonNeeded))?;
            let shown = sent.get("sha256").unwrap_or_default();
            let approves = match (terms(&decided, over), shown.is_empty()) {
                (Some(terms), false) => {
                    let passkey = (
                        sent.get(signing::QUESTION).unwrap_or_default(),
                        sent.get(signing::ANSWER).unwrap_or_default(),
                    );
                    still_shown(turn, &caller, of, &terms, shown)?;
                    signing::act(turn, &signing_app, &caller, passkey, |acting| {
                        acting.approve(of.0, of.1, &terms)
                    })?;
                    true
                }
                (None, true) if !decided.proposals.is_empty() => false,
                (Some(_), true) | (None, _) => return Err(Refusal::StatementChanged.into()),
            };
            // After the approval: a proposal changes what a statement rests on.
            for one in &decided.proposals {
                let name = format!("p.{}", one.key);
                let reason = sent.get(&name).unwrap_or(&one.reason).to_owned();
                propose(turn, &caller, &month, one, &reason)?;
            }
            Ok((approves, decided.proposals.len()))
        })
        .await;
    match acted {
        Ok((approves, proposed)) => {
            let (month, _) = ask(&app, &visitor, of, Fields::default()).await?;
            let sentence = told(&visitor, &month, approves, proposed);
            Ok(done(&app, &format!("/monate/{}#{NEXT}", month.month), &sentence))
        }
        Err(OfficeError::Refused(
            why @ (Refusal::StatementChanged | Refusal::Act(app::Refusal::ReasonNeeded)),
        )) => {
            let (month, shown) = ask(&app, &visitor, of, fields.clone()).await?;
            let mut problems = Problems::new();
            problems.add("", visitor.say(&format!("months-refused-{}", why.code()), &[]));
            for one in &shown.decided.proposals {
                let name = format!("p.{}", one.key);
                if fields.get(&name).is_some_and(|reason| reason.trim().is_empty()) {
                    problems.add(&name, visitor.say("months-reason-needed", &[]));
                }
            }
            let title = visitor.say("months-approve-title", &[]);
            let body = body(&visitor, &month, &shown, &fields, &problems);
            Ok(refused(&visitor, Section::Months, &title, &problems, body).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// Approves exactly the statement whose hash was shown, or refuses.
pub(super) fn approve_shown(
    turn: &mut Turn<'_>,
    caller: &Caller,
    (person, month): (PersonId, Month),
    terms: &ApprovalTerms,
    shown: &str,
) -> Result<(), OfficeError> {
    still_shown(turn, caller, (person, month), terms, shown)?;
    at_desk::act(turn, caller, |acting| acting.approve(person, month, terms))?;
    Ok(())
}

/// Makes one proposal.
fn propose(
    turn: &mut Turn<'_>,
    caller: &Caller,
    month: &Seen,
    one: &Proposed,
    reason: &str,
) -> Result<(), OfficeError> {
    let (person, of) = (month.person, month.month);
    let place = in_force(&month.overview.contract, of.last_day())
        .or(month.overview.contract.last())
        .map(|version| version.workplace.clone())
        .or_else(|| month.overview.work.entries.iter().find_map(|entry| entry.workplace.clone()));
    at_desk::act(turn, caller, |acting| {
        match (one.shift, one.planned) {
            (Some(shift), Some(span)) => {
                let change =
                    Change::Ends { start_ms: Some(span.from().ms()), end_ms: Some(span.to().ms()) };
                acting.propose(person, of, shift, &change, reason)?;
            }
            (Some(shift), None) => {
                acting.propose(person, of, shift, &Change::Retract, reason)?;
            }
            (None, Some(span)) => {
                let place = place.ok_or(AppError::Refused(app::Refusal::NoContract))?;
                acting.propose_shift(person, of, &place, span, reason)?;
            }
            (None, None) => {}
        }
        Ok(())
    })
}

fn told(visitor: &Visitor, month: &Seen, approves: bool, proposed: usize) -> String {
    let whom = month.whom_and_when(visitor);
    let values = [("whom", Value::Text(&whom))];
    let mut sentences = Vec::new();
    if approves {
        sentences.push(visitor.say("months-approved", &values));
    }
    if proposed > 0 {
        let count = i64::try_from(proposed).unwrap_or(i64::MAX);
        let values = [("whom", Value::Text(&whom)), ("count", Value::Number(count))];
        sentences.push(visitor.say("months-proposed", &values));
    }
    sentences.join(" ")
}
