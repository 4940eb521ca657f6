//! The parts pages are made of. None can be called without its label: what is
//! seen is what a screen reader says and what voice control listens for.
//!
//! Markup as KERN's style sheet expects it; see `server/web/static/README.md`.

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

/// What a refused form has to say, field by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<(String, String)>);

impl Problems {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more, of this field; an empty name stands for the whole form.
    pub fn add(&mut self, field: &str, sentence: impl Into<String>) {
        self.0.push((field.to_owned(), sentence.into()));
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first of this field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, sentence)| sentence.as_str())
    }

    /// The list at the head of the page, with a way to each field.
    #[must_use]
    pub fn summary(&self, visitor: &Visitor) -> Markup {
        self.told(&visitor.say("page-problems", &[]))
    }

    pub(crate) fn told(&self, title: &str) -> Markup {
        html! {
            @if !self.is_empty() {
                div.kern-alert.kern-alert--danger #fehler role="alert" tabindex="-1" {
                    div.kern-alert__header {
                        span.kern-icon.kern-icon--danger aria-hidden="true" {}
                        h2.kern-title { (title) }
                    }
                    div.kern-alert__body {
                        ul.kern-list {
                            @for (field, sentence) in &self.0 {
                                li {
                                    @if field.is_empty() { (sentence) }
                                    @else { a.kern-link href={ "#f-" (field) } { (sentence) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One field of a form, as it was sent or as it is.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    value: &'a str,
    problem: Option<&'a str>,
    optional: Option<&'a str>,
    complete: Option<&'a str>,
    prefix: &'a str,
}

impl<'a> Field<'a> {
    /// A field with a label; to be filled in.
    #[must_use]
    pub const fn new(name: &'a str, label: &'a str) -> Self {
        Self {
            name,
            label,
            hint: None,
            value: "",
            problem: None,
            optional: None,
            complete: None,
            prefix: "",
        }
    }

    /// What helps to fill it in.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What stands in it.
    #[must_use]
    pub const fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }

    /// What is wrong with it.
    #[must_use]
    pub fn problem(mut self, problems: &'a Problems) -> Self {
        self.problem = problems.of(self.name);
        self
    }

    /// It may stay empty; `word` says so (`page-optional`).
    #[must_use]
    pub const fn optional(mut self, word: &'a str) -> Self {
        self.optional = Some(word);
        self
    }

    /// What the browser may fill in: `username`, `current-password`, `one-time-code` …
    #[must_use]
    pub const fn complete(mut self, word: &'a str) -> Self {
        self.complete = Some(word);
        self
    }

    /// Makes ids different where one page has the same field twice.
    #[must_use]
    pub const fn prefix(mut self, prefix: &'a str) -> Self {
        self.prefix = prefix;
        self
    }

    fn id(&self) -> String {
        format!("f-{}{}", self.prefix, self.name)
    }

    fn described(&self) -> Option<String> {
        let id = self.id();
        let mut by = Vec::new();
        if self.hint.is_some() {
            by.push(format!("{id}-hint"));
        }
        if self.problem.is_some() {
            by.push(format!("{id}-problem"));
        }
        (!by.is_empty()).then(|| by.join(" "))
    }

    fn label_text(&self) -> Markup {
        html! {
            (self.label)
            @if let Some(word) = self.optional {
                " " span.kern-label__optional { "(" (word) ")" }
            }
        }
    }

    fn notes(&self) -> Markup {
        html! {
            @if let Some(hint) = self.hint {
                div.kern-hint id={ (self.id()) "-hint" } { (hint) }
            }
        }
    }

    fn told(&self) -> Markup {
        html! {
            @if let Some(problem) = self.problem {
                p.kern-error id={ (self.id()) "-problem" } {
                    span.kern-icon.kern-icon--danger aria-hidden="true" {}
                    span.kern-body { (problem) }
                }
            }
        }
    }

    fn wrap(&self, control: &Markup) -> Markup {
        let wrong = self.problem.map(|_| " kern-form-input--error").unwrap_or_default();
        html! {
            div class={ "kern-form-input" (wrong) } {
                label.kern-label for=(self.id()) { (self.label_text()) }
                (self.notes())
                (control)
                (self.told())
            }
        }
    }

    fn input(&self, kind: &str, mode: Option<&str>) -> Markup {
        let wrong = self.problem.map(|_| " kern-form-input__input--error").unwrap_or_default();
        self.wrap(&html! {
            input class={ "kern-form-input__input" (wrong) } id=(self.id()) name=(self.name)
                type=(kind) value=(self.value) inputmode=[mode] autocomplete=[self.complete]
                required[self.optional.is_none()]
                aria-describedby=[self.described()]
                aria-invalid=[self.problem.map(|_| "true")];
        })
    }
}

/// One line of text.
#[must_use]
pub fn text_field(field: &Field<'_>) -> Markup {
    field.input("text", None)
}

/// A number, typed; never a wheel that turns by accident.
#[must_use]
pub fn number_field(field: &Field<'_>) -> Markup {
    field.input("text", Some("decimal"))
}

/// Digits such as a one-time code.
#[must_use]
pub fn digits_field(field: &Field<'_>) -> Markup {
    field.input("text", Some("numeric"))
}

/// A password. It may be pasted.
#[must_use]
pub fn password_field(field: &Field<'_>) -> Markup {
    let field = Field { value: "", ..field.clone() };
    field.input("password", None)
}

/// A day, `2026-11-08`.
#[must_use]
pub fn date_field(field: &Field<'_>) -> Markup {
    field.input("date", None)
}

/// A time on the wall clock, `22:00`, typed: browsers' own fields for times
/// follow the browser's language, not the page's, and can hardly be dictated to.
#[must_use]
pub fn time_field(field: &Field<'_>) -> Markup {
    field.input("text", None)
}

/// A month, typed as `2026-11`: browsers differ in their own month fields.
#[must_use]
pub fn month_field(field: &Field<'_>) -> Markup {
    field.input("text", None)
}

/// Several lines of text.
#[must_use]
pub fn text_area(field: &Field<'_>) -> Markup {
    let wrong = field.problem.map(|_| " kern-form-input__input--error").unwrap_or_default();
    field.wrap(&html! {
        textarea class={ "kern-form-input__input" (wrong) } id=(field.id()) name=(field.name)
            rows="4" required[field.optional.is_none()]
            aria-describedby=[field.described()] aria-invalid=[field.problem.map(|_| "true")] {
            (field.value)
        }
    })
}

/// One of many, as `(value, label)`.
#[must_use]
pub fn select(field: &Field<'_>, options: &[(&str, &str)]) -> Markup {
    field.wrap(&html! {
        div.kern-form-input__select-wrapper {
            select.kern-form-input__select id=(field.id()) name=(field.name)
                aria-describedby=[field.described()]
                aria-invalid=[field.problem.map(|_| "true")] {
                @for (value, label) in options {
                    option value=(value) selected[*value == field.value] { (label) }
                }
            }
        }
    })
}

fn group(field: &Field<'_>, boxes: &Markup) -> Markup {
    let wrong = field.problem.map(|_| " kern-fieldset--error").unwrap_or_default();
    html! {
        fieldset class={ "kern-fieldset" (wrong) } aria-describedby=[field.described()] {
            legend.kern-label { (field.label_text()) }
            (field.notes())
            div.kern-fieldset__body { (boxes) }
            (field.told())
        }
    }
}

/// One of few, all visible, as `(value, label)`.
#[must_use]
pub fn choice(field: &Field<'_>, options: &[(&str, &str)]) -> Markup {
    group(
        field,
        &html! {
            @for (place, (value, label)) in options.iter().enumerate() {
                @let id = if place == 0 { field.id() } else { format!("{}-{place}", field.id()) };
                div.kern-form-check {
                    input.kern-form-check__radio type="radio" id=(id) name=(field.name)
                        value=(value) checked[*value == field.value];
                    label.kern-label for=(id) { (label) }
                }
            }
        },
    )
}

/// Any of few, as `(value, label, checked)`.
#[must_use]
pub fn checks(field: &Field<'_>, options: &[(&str, &str, bool)]) -> Markup {
    group(
        field,
        &html! {
            @for (place, (value, label, checked)) in options.iter().enumerate() {
                @let id = if place == 0 { field.id() } else { format!("{}-{place}", field.id()) };
                div.kern-form-check {
                    input.kern-form-check__checkbox type="checkbox" id=(id) name=(field.name)
                        value=(value) checked[*checked];
                    label.kern-label for=(id) { (label) }
                }
            }
        },
    )
}

/// A single box; its value is `ja`.
#[must_use]
pub fn check(field: &Field<'_>, checked: bool) -> Markup {
    html! {
        div.office-check {
            div.kern-form-check {
                input.kern-form-check__checkbox type="checkbox" id=(field.id()) name=(field.name)
                    value="ja" checked[checked] aria-describedby=[field.described()]
                    aria-invalid=[field.problem.map(|_| "true")];
                label.kern-label for=(field.id()) { (field.label) }
            }
            (field.notes())
            (field.told())
        }
    }
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

/// A table with a caption; the first cell of a row is its heading. Where there
/// is no room it scrolls sideways within itself, by keyboard too.
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
                                @let numeric = columns.get(place).is_some_and(|one| one.numbers);
                                @if place == 0 {
                                    th.kern-table__header scope="row" { (cell) }
                                } @else if numeric {
                                    td class="kern-table__cell kern-table__cell--numeric" { (cell) }
                                } @else {
                                    td.kern-table__cell { (cell) }
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
