//! What stands around every page: head, skip link, header, navigation, the
//! sentence about what was done last, main, footer.

use super::assets;
use super::components::{Problems, Tone, alert};
use super::look::{Colours, Look};
use super::typeset::keep_together;
use super::visitor::{self, MESSAGE, Visitor};
use crate::routes::App;
use assistenz_core::log::{Role, Topic};
use assistenz_core::words::{Value, say};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// The sections of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What waits.
    Today,
    /// Who works when.
    Plan,
    /// Hours and approval.
    Months,
    /// Vacation, sickness, other absences.
    Absences,
    /// People, devices, rights, contracts.
    Team,
    /// What goes to the payroll office.
    Payroll,
    /// The record, to take along and check.
    Evidence,
    /// The visitor's own way in, language, appearance.
    Settings,
}

impl Section {
    /// Every one, in the order of the navigation.
    pub const ALL: [Self; 8] = [
        Self::Today,
        Self::Plan,
        Self::Months,
        Self::Absences,
        Self::Team,
        Self::Payroll,
        Self::Evidence,
        Self::Settings,
    ];

    /// Where it begins.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Today => "/heute",
            Self::Plan => "/plan",
            Self::Months => "/monate",
            Self::Absences => "/abwesenheiten",
            Self::Team => "/team",
            Self::Payroll => "/lohn",
            Self::Evidence => "/nachweis",
            Self::Settings => "/einstellungen",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Today => "page-section-today",
            Self::Plan => "page-section-plan",
            Self::Months => "page-section-months",
            Self::Absences => "page-section-absences",
            Self::Team => "page-section-team",
            Self::Payroll => "page-section-payroll",
            Self::Evidence => "page-section-evidence",
            Self::Settings => "page-section-settings",
        }
    }

    /// Whether the navigation leads this visitor there. The page itself judges
    /// again, by the record's own table.
    #[must_use]
    pub fn is_for(self, visitor: &Visitor) -> bool {
        let works = visitor.caller.is(Role::Assistant) || visitor.caller.is(Role::Coach);
        let office = visitor.caller.is(Role::PayrollOffice);
        match self {
            Self::Today | Self::Settings => true,
            Self::Plan => visitor.may(Topic::Rota) || works,
            Self::Months => {
                visitor.may(Topic::HoursView) || visitor.may(Topic::HoursApprove) || works || office
            }
            Self::Absences => visitor.may(Topic::Rota) || works,
            Self::Team => visitor.may(Topic::Team) || visitor.may(Topic::Payroll),
            Self::Payroll => visitor.may(Topic::Payroll) || office,
            Self::Evidence => visitor.caller.is(Role::Employer),
        }
    }
}

/// A page with everything around it. `title` is the heading and, with the
/// product's name, the title of the window.
#[must_use]
pub fn page(visitor: &Visitor, section: Section, title: &str, body: Markup) -> Markup {
    framed(visitor, Some(section), title, &Problems::new(), body)
}

/// A form that was refused, with what was typed and what to mend: status 422.
#[must_use]
pub fn refused(
    visitor: &Visitor,
    section: Section,
    title: &str,
    problems: &Problems,
    body: Markup,
) -> Response {
    let page = framed(visitor, Some(section), title, problems, body);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// After an act: leads to the next page, which begins with this sentence.
#[must_use]
pub fn done(app: &App, next: &str, sentence: &str) -> Response {
    let cookie = visitor::set_cookie(app, MESSAGE, &visitor::pack(sentence), Some(300));
    let mut response = StatusCode::SEE_OTHER.into_response();
    put(&mut response, header::LOCATION, next);
    put(&mut response, header::SET_COOKIE, &cookie);
    response
}

/// Leads to another page without a sentence.
#[must_use]
pub fn go(next: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    put(&mut response, header::LOCATION, next);
    response
}

/// Adds a header whose value we made ourselves.
pub(crate) fn put(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().append(name, value);
    }
}

pub(crate) fn framed(
    visitor: &Visitor,
    section: Option<Section>,
    title: &str,
    problems: &Problems,
    body: Markup,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let name = visitor.called();
    let role = say(&format!("page-role-{}", visitor.role().word()));
    let top = html! {
        div.office-header__who {
            p.kern-body.kern-body--small {
                (visitor.say("page-signed-in-as", &[("name", Value::Text(&name))])) ", " (role)
            }
            form method="post" action="/abmelden" {
                input type="hidden" name="csrf" value=(visitor.csrf());
                button.kern-btn.kern-btn--tertiary.kern-btn--x-small type="submit" {
                    span.kern-label { (say("page-sign-out")) }
                }
            }
        }
    };
    let navigation = html! {
        nav.office-nav aria-label=(say("page-navigation")) {
            ul {
                @for one in Section::ALL.into_iter().filter(|one| one.is_for(visitor)) {
                    li {
                        a href=(one.href())
                            aria-current=[(Some(one) == section).then_some("page")] {
                            (say(one.key()))
                        }
                    }
                }
            }
        }
    };
    let message = visitor.message.as_deref();
    let main = html! {
        @if let Some(message) = message {
            div #meldung role="status" { (alert(Tone::Success, message, None)) }
        }
        (problems.summary(visitor))
        h1.kern-heading-large { (title) }
        (body)
    };
    let title = if problems.is_empty() {
        title.to_owned()
    } else {
        visitor.say("page-error-prefix", &[("title", Value::Text(title))])
    };
    document(visitor.look, &title, &top, &navigation, &main)
}

/// A page for somebody who is not signed in.
pub(crate) fn outside(look: Look, title: &str, problems: &Problems, body: Markup) -> Markup {
    let told = problems.told(&say(look.language, "page-problems", &[]));
    let main = html! { (told) h1.kern-heading-large { (title) } (body) };
    let title = if problems.is_empty() {
        title.to_owned()
    } else {
        say(look.language, "page-error-prefix", &[("title", Value::Text(title))])
    };
    document(look, &title, &html! {}, &html! {}, &main)
}

fn document(look: Look, title: &str, top: &Markup, navigation: &Markup, main: &Markup) -> Markup {
    let say = |key: &str| say(look.language, key, &[]);
    let product = say("page-product");
    let (theme, contrast) = match look.colours {
        Colours::System => (None, false),
        Colours::Light => (Some("light"), false),
        Colours::Dark => (Some("dark"), false),
        Colours::Contrast => (Some("light"), true),
    };
    let tag = look.language.word();
    html! {
        (DOCTYPE)
        html lang=(tag) data-kern-theme=[theme] data-contrast=[contrast.then_some("more")]
            data-text=[look.large.then_some("large")] data-motion=[look.still.then_some("none")] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – " (product) }
                link rel="stylesheet" href=(assets::address("kern.min.css"));
                link rel="stylesheet" href=(assets::address("office.css"));
                script src=(assets::address("office.js")) defer {}
                link rel="icon" href=(assets::address("icon.svg")) type="image/svg+xml";
            }
            body {
                a.office-skip href="#inhalt" { (say("page-skip")) }
                header.office-header {
                    div.office-width.office-header__row {
                        p.office-brand { a href="/heute" { (product) } }
                        (top)
                    }
                    div.office-width { (navigation) }
                }
                div.office-width role="status" {
                    p.office-offline #ohne-netz hidden { (say("page-offline-now")) }
                }
                main.office-width.office-main #inhalt tabindex="-1" { (keep_together(main)) }
                footer.office-footer aria-label=(say("page-footer")) {
                    div.office-width {
                        ul {
                            li { a.kern-link href="/barrierefreiheit" { (say("page-accessibility")) } }
                            li { a.kern-link href="/darstellung" { (say("page-appearance")) } }
                        }
                    }
                }
            }
        }
    }
}
