//! The fields of a form (Felder), each with its label, its hint and what is
//! wrong with it.

use super::super::visitor::Visitor;
use maud::{Markup, html};

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
