//! The parts of the page: each says one thing.

use super::super::components::{
    Tone, Weight, actions, alert, badge, column, details, heading, link, link_button, numbers,
    paragraphs, summary_list, table,
};
use super::super::visitor::Visitor;
use super::address;
use super::gather::Shown;
use assistenz_core::record::month_state::MonthState;
use assistenz_core::time::{Minute, Month};
use assistenz_core::view::handover::{HandoverView, Hint, Line, Person, Place, Stage};
use assistenz_core::words::Value;
use assistenz_documents::Form;
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};

/// The day of an instant, as the office's clock on the wall shows it.
pub(super) fn day(ms: i64) -> NaiveDate {
    Minute::floor_ms(ms).day(Berlin)
}

fn plain(visitor: &Visitor, key: &str) -> String {
    visitor.say(key, &[])
}

fn of_month(visitor: &Visitor, key: &str, month: Month) -> String {
    visitor.say(key, &[("month", Value::Month(month))])
}

/// The ways to the months beside this one.
pub(super) fn months(visitor: &Visitor, month: Month) -> Markup {
    let (before, after) = (month.previous(), month.next());
    html! {
        nav.payroll-turning aria-label=(plain(visitor, "page-payroll-months")) {
            (link(&address(before), &of_month(visitor, "page-payroll-previous", before)))
            " "
            (link(&address(after), &of_month(visitor, "page-payroll-next", after)))
        }
    }
}

/// Where it stands, in one sentence, and the next step.
pub(super) fn state(visitor: &Visitor, shown: &Shown) -> Markup {
    let (view, month) = (&shown.view, shown.month);
    match view.stage {
        Stage::NoOffice => {
            let body = html! {
                (paragraphs(&plain(visitor, "page-payroll-state-no-office-body")))
                (actions(link_button(
                    Weight::Secondary,
                    "/team/lohnbuero",
                    &plain(visitor, "page-payroll-to-settings"),
                )))
            };
            alert(Tone::Info, &plain(visitor, "page-payroll-state-no-office"), Some(&body))
        }
        Stage::Missing => {
            let count = i64::try_from(view.missing.len()).unwrap_or(i64::MAX);
            let count = [("count", Value::Number(count))];
            alert(Tone::Warning, &visitor.say("page-payroll-state-missing", &count), None)
        }
        Stage::Nothing => {
            alert(Tone::Info, &of_month(visitor, "page-payroll-state-nothing", month), None)
        }
        Stage::Ready | Stage::ReadyInPart => {
            let values = [("month", Value::Month(month)), ("office", Value::Text(&view.office))];
            let whole = view.stage == Stage::Ready;
            let key = match (whole, view.office.trim().is_empty()) {
                (true, false) => "page-payroll-state-ready",
                (true, true) => "page-payroll-state-ready-nameless",
                (false, false) => "page-payroll-state-part",
                (false, true) => "page-payroll-state-part-nameless",
            };
            let tone = if whole { Tone::Success } else { Tone::Info };
            let body = actions(link_button(
                Weight::Primary,
                &format!("{}/uebergabe", address(month)),
                &of_month(visitor, "page-payroll-prepare", month),
            ));
            alert(tone, &visitor.say(key, &values), Some(&body))
        }
    }
}

/// A way to where something is mended.
fn way(visitor: &Visitor, hint: &Hint) -> Option<(String, String)> {
    let name = ("name", Value::Text(&hint.name));
    match hint.place {
        Place::Month(person, month) => Some((
            format!("/monat/{person}/{month}"),
            visitor.say("page-payroll-mend-month", &[name, ("month", Value::Month(month))]),
        )),
        Place::Contract(person) => {
            Some((format!("/team/{person}"), visitor.say("page-payroll-mend-contract", &[name])))
        }
        Place::Settings => {
            Some(("/team/lohnbuero".to_owned(), plain(visitor, "page-payroll-mend-settings")))
        }
        Place::Nowhere => None,
    }
}

fn list(visitor: &Visitor, hints: &[Hint]) -> Markup {
    html! {
        ul.office-list {
            @for hint in hints {
                li {
                    p.kern-body {
                        @if !hint.name.is_empty() { strong { (hint.name) } ": " }
                        (hint.sentence) " " (hint.todo)
                    }
                    @if let Some((href, label)) = way(visitor, hint) {
                        p.kern-body { (link(&href, &label)) }
                    }
                }
            }
        }
    }
}

/// What keeps the month from going out.
pub(super) fn missing(visitor: &Visitor, view: &HandoverView) -> Markup {
    html! {
        @if !view.missing.is_empty() {
            (heading(&plain(visitor, "page-payroll-missing")))
            (list(visitor, &view.missing))
        }
    }
}

/// What is to be read and stops nothing.
pub(super) fn hints(visitor: &Visitor, view: &HandoverView) -> Markup {
    html! {
        @if !view.hints.is_empty() {
            (heading(&plain(visitor, "page-payroll-hints")))
            (list(visitor, &view.hints))
        }
    }
}

/// The hand-over in numbers.
pub(super) fn facts(visitor: &Visitor, view: &HandoverView) -> Markup {
    let say = |key: &str| plain(visitor, key);
    let keys = [
        ("page-payroll-fact-office", view.office.clone()),
        ("page-payroll-fact-people", with_lines(view).count().to_string()),
        ("page-payroll-fact-files", view.in_files.to_string()),
        ("page-payroll-fact-by-hand", view.by_hand.to_string()),
        ("page-payroll-fact-corrections", view.corrections.to_string()),
        ("page-payroll-fact-paid", view.paid.clone()),
    ];
    let told: Vec<(String, String)> = keys
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (say(key), value))
        .collect();
    let pairs: Vec<(&str, Markup)> =
        told.iter().map(|(key, value)| (key.as_str(), html! { (value) })).collect();
    html! {
        // Before anything is approved there is nothing to count.
        @if view.stage != Stage::Nothing && with_lines(view).next().is_some() {
            (heading(&say("page-payroll-facts")))
            (summary_list(&pairs))
        }
    }
}

fn with_lines(view: &HandoverView) -> impl Iterator<Item = &Person> {
    view.people.iter().filter(|person| !person.lines.is_empty())
}

/// What went out, with the files and whether they were fetched.
pub(super) fn sent(visitor: &Visitor, shown: &Shown) -> Markup {
    let say = |key: &str| plain(visitor, key);
    let month = address(shown.month);
    let file = say("page-payroll-sent-file");
    let sha = say("page-payroll-sent-sha");
    html! {
        (heading(&say("page-payroll-sent")))
        @if shown.sent.is_empty() {
            (paragraphs(&of_month(visitor, "page-payroll-sent-none", shown.month)))
        }
        @for out in &shown.sent {
            @let on = ("day", Value::Day(day(out.made_ms)));
            @let caption = visitor.say("page-payroll-sent-at", &[on]);
            @let rows: Vec<Vec<Markup>> = out.files.iter().map(|(name, hash)| {
                let label = visitor.say("page-payroll-download", &[("name", Value::Text(name))]);
                let href = format!("{month}/datei/{}/{hash}", out.name);
                vec![html! { (link(&href, &label)) }, html! { code.payroll-sha { (hash) } }]
            }).collect();
            (table(visitor, &caption, &[column(&file), column(&sha)], &rows))
            p.kern-body {
                @match out.collected_ms {
                    Some(ms) => (badge(
                        Tone::Success,
                        &visitor.say("page-payroll-collected", &[("day", Value::Day(day(ms)))]),
                    )),
                    None => (badge(Tone::Info, &say("page-payroll-not-collected"))),
                }
            }
            ul.office-list {
                @for (ending, form) in cover_forms(&say("page-payroll-cover-as-text")) {
                    li { (link(
                        &format!("{month}/begleitblatt/{}{ending}", out.name),
                        &visitor.say("page-payroll-download-cover", &[on, ("form", Value::Text(&form))]),
                    )) }
                }
            }
        }
    }
}

/// The forms of a cover sheet: how its address ends, and what people call it.
fn cover_forms(text: &str) -> Vec<(String, String)> {
    let mut forms: Vec<(String, String)> = [Form::Pdf, Form::Xlsx]
        .into_iter()
        .filter(|form| form.is_built())
        .map(|form| (format!(".{}", form.ending()), form.word().to_owned()))
        .collect();
    forms.push((String::new(), text.to_owned()));
    forms
}

/// Lines that stand in no file.
/// Months before that are owed and wait for an approval.
pub(super) fn earlier(visitor: &Visitor, shown: &Shown) -> Markup {
    if shown.earlier.is_empty() {
        return html! {};
    }
    html! {
        (heading(&plain(visitor, "page-payroll-earlier")))
        (paragraphs(&plain(visitor, "page-payroll-earlier-lead")))
        ul.kern-list {
            @for (one, name) in &shown.earlier {
                @let key = if one.state == MonthState::Changed { "page-payroll-earlier-changed" } else { "page-payroll-earlier-open" };
                @let values = [("name", Value::Text(name)), ("month", Value::Month(one.month))];
                li { (link(&format!("/monat/{}/{}", one.person, one.month), &visitor.say(key, &values))) }
            }
        }
    }
}

pub(super) fn by_hand(visitor: &Visitor, view: &HandoverView) -> Markup {
    let title = plain(visitor, "page-payroll-by-hand");
    let lead = plain(visitor, "page-payroll-by-hand-lead");
    chosen(visitor, view, &title, &lead, |line| line.by_hand)
}

/// Lines that correct what went out before.
pub(super) fn changes(visitor: &Visitor, view: &HandoverView) -> Markup {
    let title = plain(visitor, "page-payroll-changes");
    let lead = plain(visitor, "page-payroll-changes-lead");
    chosen(visitor, view, &title, &lead, |line| !line.corrects.is_empty())
}

/// The lines of everybody that are chosen, as one table.
fn chosen(
    visitor: &Visitor,
    view: &HandoverView,
    title: &str,
    lead: &str,
    choose: impl Fn(&Line) -> bool,
) -> Markup {
    let say = |key: &str| plain(visitor, key);
    let rows: Vec<Vec<Markup>> = view
        .people
        .iter()
        .flat_map(|person| person.lines.iter().map(move |line| (person, line)))
        .filter(|(_, line)| choose(line))
        .map(|(person, line)| {
            let mut row = vec![html! { (person.name) }];
            row.extend(cells(line));
            row
        })
        .collect();
    let (who, what, count) =
        (say("page-payroll-gross-name"), say("page-payroll-line"), say("page-payroll-quantity"));
    let (amount, way) = (say("page-payroll-amount"), say("page-payroll-way"));
    let columns = [column(&who), column(&what), numbers(&count), numbers(&amount), column(&way)];
    html! {
        @if !rows.is_empty() {
            (heading(title))
            (paragraphs(lead))
            div.under-heading { (table(visitor, title, &columns, &rows)) }
        }
    }
}

fn cells(line: &Line) -> Vec<Markup> {
    vec![
        html! {
            (line.name)
            @if !line.corrects.is_empty() { br; span.kern-body--small { (line.corrects) } }
        },
        html! { (line.quantity) },
        html! { (line.amount) },
        html! { (line.way) },
    ]
}

/// What goes out, person by person.
pub(super) fn cover(visitor: &Visitor, view: &HandoverView) -> Markup {
    let say = |key: &str| plain(visitor, key);
    html! {
        @if view.stage != Stage::Nothing {
            (heading(&say("page-payroll-cover")))
            @let told: Vec<&Person> = view.people.iter()
                .filter(|person| !person.lines.is_empty() || !person.notes.is_empty())
                .collect();
            @if told.is_empty() { (paragraphs(&say("page-payroll-cover-none"))) }
            @else { (paragraphs(&say("page-payroll-cover-lead"))) }
            @for person in told { (one_person(visitor, person)) }
        }
    }
}

fn one_person(visitor: &Visitor, person: &Person) -> Markup {
    let say = |key: &str| plain(visitor, key);
    let (name, number) =
        (("name", Value::Text(&person.name)), ("number", Value::Text(&person.number)));
    let title = if person.number.is_empty() {
        visitor.say("page-payroll-person-plain", &[name])
    } else {
        visitor.say("page-payroll-person", &[name, number])
    };
    let (what, count) = (say("page-payroll-line"), say("page-payroll-quantity"));
    let (amount, way) = (say("page-payroll-amount"), say("page-payroll-way"));
    let columns = [column(&what), numbers(&count), numbers(&amount), column(&way)];
    let mut rows: Vec<Vec<Markup>> = person.lines.iter().map(cells).collect();
    rows.push(vec![
        html! { strong { (visitor.say("page-payroll-sum", &[name])) } },
        html! {},
        html! { strong { (person.paid) } },
        html! {},
    ]);
    let body = html! {
        @if !person.notes.is_empty() {
            ul.office-list { @for note in &person.notes { li { (note) } } }
        }
        @if person.lines.is_empty() { (paragraphs(&say("page-payroll-no-lines"))) }
        @else { div.under-heading { (table(visitor, &title, &columns, &rows)) } }
    };
    // What a clerk must know about a person is open at once.
    html! {
        @if person.notes.is_empty() { (details(&title, body)) }
        @else { details.kern-accordion open {
            summary.kern-accordion__header { span.kern-title { (title) } }
            section.kern-accordion__body { (body) }
        } }
    }
}

/// What an employer without a payroll office needs: one sum per person.
pub(super) fn gross(visitor: &Visitor, view: &HandoverView) -> Markup {
    let say = |key: &str| plain(visitor, key);
    let (name, paid) = (say("page-payroll-gross-name"), say("page-payroll-gross-paid"));
    let (tax, sv) = (say("page-payroll-gross-tax-free"), say("page-payroll-gross-sv-free"));
    let columns = [column(&name), numbers(&paid), numbers(&tax), numbers(&sv)];
    let mut rows: Vec<Vec<Markup>> = view
        .people
        .iter()
        .map(|person| {
            vec![
                html! { (person.name) },
                html! { (person.paid) },
                html! { (person.tax_free) },
                html! { (person.sv_free) },
            ]
        })
        .collect();
    if rows.len() > 1 {
        rows.push(vec![
            html! { strong { (say("page-payroll-gross-all")) } },
            html! { strong { (view.paid) } },
            html! {},
            html! {},
        ]);
    }
    let title = say("page-payroll-gross");
    html! {
        (missing(visitor, view))
        (heading(&title))
        (paragraphs(&say("page-payroll-gross-lead")))
        @if rows.is_empty() { (paragraphs(&say("page-payroll-gross-none"))) }
        @else { div.under-heading { (table(visitor, &title, &columns, &rows)) } }
        (changes(visitor, view))
        @if !view.people.is_empty() { (heading(&say("page-payroll-gross-lines"))) }
        @for person in &view.people { (one_person(visitor, person)) }
    }
}

/// What the page is for, to the payroll office.
pub(super) fn lead_of_office(visitor: &Visitor, shown: &Shown) -> Markup {
    paragraphs(&of_month(visitor, "page-payroll-office-lead", shown.month))
}

/// Whose month is approved: the payroll office sees nothing else of it.
pub(super) fn approved(visitor: &Visitor, shown: &Shown) -> Markup {
    let say = |key: &str| plain(visitor, key);
    let nothing = with_lines(&shown.view).next().is_none();
    if nothing && !shown.sent.is_empty() {
        // Everything approved is in the files above.
        return html! {};
    }
    html! {
        (heading(&say("page-payroll-office-approved")))
        @if nothing {
            (paragraphs(&of_month(visitor, "page-payroll-office-approved-none", shown.month)))
        } @else {
            (paragraphs(&say("page-payroll-office-approved-lead")))
            @for person in with_lines(&shown.view) { (one_person(visitor, person)) }
        }
    }
}
