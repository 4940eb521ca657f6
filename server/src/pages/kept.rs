//! What was typed, kept while a person shows who they are: the page's path and
//! the form that was on its way travel inside the sign-in forms and come back.

use super::components::Problems;
use super::components::{Weight, actions, button, hidden, paragraphs};
use super::frame::{framed, go};
use super::visitor::Visitor;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

/// Where a person wanted to go, and the form they sent there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Kept {
    /// A path of ours.
    #[serde(default)]
    pub(crate) weiter: String,
    /// The form as it was sent, without its token; empty if there was none.
    #[serde(default)]
    pub(crate) formular: String,
}

impl Kept {
    /// A path to look at.
    pub(crate) fn path(path: &str) -> Self {
        Self { weiter: path.to_owned(), formular: String::new() }
    }

    /// A form on its way to a path.
    pub(crate) fn form(path: &str, body: &[u8]) -> Self {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(body).unwrap_or_default();
        let pairs: Vec<_> = pairs.into_iter().filter(|(name, _)| name != "csrf").collect();
        let formular = serde_urlencoded::to_string(pairs).unwrap_or_default();
        // A form without fields is a form all the same.
        let formular = if formular.is_empty() { "_=".to_owned() } else { formular };
        Self { weiter: path.to_owned(), formular }
    }

    /// The path, if it is one of ours and not somebody's trick.
    pub(crate) fn next(&self) -> &str {
        let path = self.weiter.as_str();
        let ours = path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains('\\')
            && path.chars().all(|letter| letter.is_ascii_graphic());
        if ours { path } else { "/heute" }
    }

    /// Both, unseen, inside a form that shows who somebody is.
    pub(crate) fn fields(&self) -> Markup {
        html! {
            @if !self.weiter.is_empty() { (hidden("weiter", &self.weiter)) }
            @if !self.formular.is_empty() { (hidden("formular", &self.formular)) }
        }
    }

    /// Goes on: to the path, or, if a form was on its way, to a page that
    /// offers to send it. It is never sent by itself.
    pub(crate) fn go_on(&self, visitor: &Visitor) -> Response {
        if self.formular.is_empty() {
            return go(self.next());
        }
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_str(&self.formular).unwrap_or_default();
        let title = visitor.say("page-kept-title", &[]);
        let body = html! {
            (paragraphs(&visitor.say("page-kept-lead", &[])))
            form.stack method="post" action=(self.next()) {
                input type="hidden" name="csrf" value=(visitor.csrf());
                @for (name, value) in pairs.iter().filter(|(name, _)| name != "_") {
                    (hidden(name, value))
                }
                (actions(button(Weight::Primary, &visitor.say("page-kept-send", &[]))))
            }
        };
        framed(visitor, None, &title, &Problems::new(), body).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_ours_is_gone_to() {
        for (path, next) in [
            ("/monate/2026-11?x=1", "/monate/2026-11?x=1"),
            ("", "/heute"),
            ("//evil.example/", "/heute"),
            ("/\\evil.example", "/heute"),
            ("https://evil.example", "/heute"),
            ("/a\r\nSet-Cookie: x", "/heute"),
        ] {
            assert_eq!(Kept::path(path).next(), next, "{path}");
        }
    }

    #[test]
    fn every_field_but_the_token_is_kept_in_its_order() {
        let kept = Kept::form("/a", "b=1&csrf=zz&a=%C3%84+%26&b=2".as_bytes());
        assert_eq!(kept.formular, "b=1&a=%C3%84+%26&b=2");
        assert_eq!(Kept::form("/a", b"csrf=zz").formular, "_=");
    }
}
