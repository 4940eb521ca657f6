//! The parts pages are made of. None can be called without its label: what is
//! seen is what a screen reader says and what voice control listens for.
//!
//! Markup as KERN's style sheet expects it; see `server/web/static/README.md`.

mod field;

pub use field::{
    Field, Problems, check, checks, choice, date_field, digits_field, month_field, number_field,
    password_field, select, text_area, text_field, time_field,
};

use super::visitor::Visitor;
use maud::{Markup, html};

/// How much a button or note stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one thing this page is for.
    Primary,
    /// A thing one can also do.
    Secondary,
    /// A thing that does not push itself forward.
    Quiet,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "kern-btn kern-btn--primary",
            Self::Secondary => "kern-btn kern-btn--secondary",
            Self::Quiet => "kern-btn kern-btn--tertiary",
        }
    }
}

/// A button that sends its form. The label says what and for whom.
#[must_use]
pub fn button(weight: Weight, label: &str) -> Markup {
    html! { button type="submit" class=(weight.class()) { span.kern-label { (label) } } }
}

/// A button that sends its form together with this name and value.
#[must_use]
pub fn button_with(weight: Weight, label: &str, name: &str, value: &str) -> Markup {
    html! {
        button type="submit" name=(name) value=(value) class=(weight.class()) {
            span.kern-label { (label) }
        }
    }
}

/// A link that looks like a button: it leads on and changes nothing.
#[must_use]
pub fn link_button(weight: Weight, href: &str, label: &str) -> Markup {
    html! { a href=(href) class=(weight.class()) { span.kern-label { (label) } } }
}

/// A link.
#[must_use]
pub fn link(href: &str, label: &str) -> Markup {
    html! { a.kern-link href=(href) { (label) } }
}

/// Buttons and links of one decision, side by side where there is room.
#[must_use]
pub fn actions(body: Markup) -> Markup {
    html! { div.actions { (body) } }
}

/// A form that is sent by `POST`, with the visitor's form token.
#[must_use]
pub fn form(visitor: &Visitor, action: &str, body: Markup) -> Markup {
    html! {
        form.stack method="post" action=(action) {
            input type="hidden" name="csrf" value=(visitor.csrf());
            (body)
        }
    }
}

/// A value that travels with a form unseen.
#[must_use]
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// It is done.
    Success,
    /// Look at this.
    Warning,
    /// This is wrong.
    Danger,
}

impl Tone {
    const fn word(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }
}

/// A note with a title, and a body where there is more to say.
#[must_use]
pub fn alert(tone: Tone, title: &str, body: Option<&Markup>) -> Markup {
    html! {
        div class={ "kern-alert kern-alert--" (tone.word()) } {
            div.kern-alert__header {
                span class={ "kern-icon kern-icon--" (tone.word()) } aria-hidden="true" {}
                p.kern-title { (title) }
            }
            @if let Some(body) = body { div.kern-alert__body { (body) } }
        }
    }
}

/// A word about a thing's state. The word says it; the colour only helps.
#[must_use]
pub fn badge(tone: Tone, word: &str) -> Markup {
    html! {
        span class={ "kern-badge kern-badge--" (tone.word()) } {
            span.kern-label.kern-label--small { (word) }
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// Its heading.
    pub label: &'a str,
    /// Whether it holds numbers, set to the right.
    pub numbers: bool,
}

/// A column of text.
#[must_use]
pub const fn column(label: &str) -> Column<'_> {
    Column { label, numbers: false }
}

/// A column of numbers.
#[must_use]
pub const fn numbers(label: &str) -> Column<'_> {
    Column { label, numbers: true }
}

/// A table with a caption; the first cell of a row is its heading. On a narrow
/// screen each row stands as a block, every cell under the name of its column;
/// where there is still no room it scrolls sideways within itself, by keyboard too.
#[must_use]
pub fn table(
    visitor: &Visitor,
    caption: &str,
    columns: &[Column<'_>],
    rows: &[Vec<Markup>],
) -> Markup {
    use assistenz_core::words::Value;
    let scrolls = visitor.say("page-table-scroll", &[("caption", Value::Text(caption))]);
    html! {
        section.kern-table-responsive tabindex="0" aria-label=(scrolls) {
            table.kern-table {
                caption.kern-title { (caption) }
                thead.kern-table__head {
                    tr.kern-table__row {
                        @for one in columns {
                            @let class = if one.numbers {
                                "kern-table__header kern-table__header--numeric"
                            } else {
                                "kern-table__header"
                            };
                            th scope="col" class=(class) { (one.label) }
                        }
                    }
                }
                tbody.kern-table__body {
                    @for row in rows {
                        tr.kern-table__row {
                            @for (place, cell) in row.iter().enumerate() {
                                @let column = columns.get(place);
                                @let class = if column.is_some_and(|one| one.numbers) {
                                    "kern-table__cell kern-table__cell--numeric"
                                } else {
                                    "kern-table__cell"
                                };
                                @if place == 0 {
                                    th.kern-table__header scope="row" { (cell) }
                                } @else {
                                    td class=(class) data-column=[column.map(|one| one.label)] { (cell) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is so, as pairs of a word and its value.
#[must_use]
pub fn summary_list(pairs: &[(&str, Markup)]) -> Markup {
    html! {
        dl.kern-description-list {
            @for (key, value) in pairs {
                div.kern-description-list-item {
                    dt.kern-description-list-item__key { (key) }
                    dd.kern-description-list-item__value { (value) }
                }
            }
        }
    }
}

/// One thing to do.
#[derive(Debug, Clone)]
pub struct Task {
    /// What; the text of the link.
    pub label: String,
    /// Where it is done.
    pub href: String,
    /// Where it stands, in a word or a count.
    pub state: Option<(Tone, String)>,
}

/// Things to do, each with a link and where it stands.
#[must_use]
pub fn task_list(tasks: &[Task]) -> Markup {
    html! {
        ul.kern-task-list__list {
            @for task in tasks {
                li.kern-task-list__item {
                    div.kern-task-list__title {
                        a.kern-link href=(task.href) { (task.label) }
                    }
                    @if let Some((tone, word)) = &task.state {
                        div.kern-task-list__status { (badge(*tone, word)) }
                    }
                }
            }
        }
    }
}

/// More, for who wants it.
#[must_use]
pub fn details(summary: &str, body: Markup) -> Markup {
    html! {
        details.kern-accordion {
            summary.kern-accordion__header { span.kern-title { (summary) } }
            section.kern-accordion__body { (body) }
        }
    }
}

/// A QR code with its label; what it says must stand beside it as text.
#[must_use]
pub fn qr(label: &str, text: &str) -> Markup {
    let Ok(code) = fast_qr::QRBuilder::new(text.as_bytes()).build() else { return html! {} };
    let mut path = String::new();
    for row in 0..code.size {
        for place in 0..code.size {
            if code[row][place].value() {
                path.push_str(&format!("M{} {}h1v1h-1z", place + 4, row + 4));
            }
        }
    }
    let size = code.size + 8;
    html! {
        svg.office-qr role="img" aria-label=(label) viewBox={ "0 0 " (size) " " (size) }
            shape-rendering="crispEdges" {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

/// How much of something is there; the label says it in words.
#[must_use]
pub fn progress(id: &str, label: &str, value: i64, most: i64) -> Markup {
    html! {
        div.kern-progress {
            label.kern-label for=(id) { (label) }
            progress id=(id) value=(value.clamp(0, most.max(1))) max=(most.max(1)) {}
        }
    }
}

/// A heading of the second level.
#[must_use]
pub fn heading(text: &str) -> Markup {
    html! { h2.kern-heading-medium { (text) } }
}

/// A heading of the third level.
#[must_use]
pub fn heading_3(text: &str) -> Markup {
    html! { h3.kern-heading-small { (text) } }
}

/// Sentences as paragraphs, one for each line.
#[must_use]
pub fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines() { p.kern-body { (line) } } }
}
