//! The forms with which a person shows who they are, for signing in and for
//! showing it once more: passkey, password with one-time code, recovery code.

use super::components::{
    Field, Problems, Weight, actions, button, details, digits_field, heading, hidden,
    password_field, text_field,
};
use super::kept::Kept;
use super::look::Look;
use assistenz_core::words::say;
use maud::{Markup, html};

/// Which ways are offered, and where their forms go.
pub(crate) struct WaysIn<'a> {
    /// The visitor's look, for the language.
    pub(crate) look: Look,
    /// Before all of their addresses: `/anmelden` or `/bestaetigen`.
    pub(crate) base: &'a str,
    /// The form token; `None` before anybody is signed in.
    pub(crate) csrf: Option<&'a str>,
    /// Whether passkeys can be had.
    pub(crate) passkey: bool,
    /// Whether a password can be.
    pub(crate) password: bool,
    /// What the person was doing.
    pub(crate) kept: &'a Kept,
    /// What was wrong with the last try.
    pub(crate) problems: &'a Problems,
    /// The name as it was typed.
    pub(crate) name: &'a str,
}

impl WaysIn<'_> {
    fn say(&self, key: &str) -> String {
        say(self.look.language, key, &[])
    }

    fn form(&self, way: &str, body: &Markup) -> Markup {
        html! {
            form.stack method="post" action={ (self.base) "/" (way) } {
                @if let Some(csrf) = self.csrf { (hidden("csrf", csrf)) }
                (self.kept.fields())
                (body)
            }
        }
    }

    /// All of them, the surest first.
    pub(crate) fn all(&self) -> Markup {
        html! {
            @if self.passkey { (self.by_passkey()) }
            @if self.password { (self.by_password()) }
            (self.by_recovery_code())
        }
    }

    fn by_passkey(&self) -> Markup {
        html! {
            section.office-way aria-labelledby="w-passkey" {
                h2.kern-heading-medium #w-passkey { (self.say("page-way-passkey")) }
                p.kern-body { (self.say("page-way-passkey-hint")) }
                form.stack method="post" action={ (self.base) "/passkey" }
                    data-passkey="get" data-ask={ (self.base) "/passkey/frage" } {
                    @if let Some(csrf) = self.csrf { (hidden("csrf", csrf)) }
                    (self.kept.fields())
                    (hidden("frage", ""))
                    (hidden("antwort", ""))
                    p.kern-body.office-needs-script { (self.say("page-way-passkey-script")) }
                    p.kern-body role="alert" data-passkey-failed hidden {
                        (self.say("page-way-passkey-failed"))
                    }
                    (actions(button(Weight::Primary, &self.say("page-way-passkey-go"))))
                }
            }
        }
    }

    fn by_password(&self) -> Markup {
        let (name, password, code) = (
            self.say("page-way-name"),
            self.say("page-way-password-field"),
            self.say("page-way-code"),
        );
        let hint = self.say("page-way-code-hint");
        html! {
            section.office-way aria-labelledby="w-password" {
                h2.kern-heading-medium #w-password { (self.say("page-way-password")) }
                (self.form("kennwort", &html! {
                    @if self.csrf.is_none() {
                        (text_field(&Field::new("name", &name).value(self.name)
                            .complete("username").problem(self.problems)))
                    }
                    (password_field(&Field::new("kennwort", &password)
                        .complete("current-password").problem(self.problems)))
                    (digits_field(&Field::new("code", &code).hint(&hint)
                        .complete("one-time-code").problem(self.problems)))
                    (actions(button(Weight::Secondary, &self.say("page-way-password-go"))))
                }))
            }
        }
    }

    fn by_recovery_code(&self) -> Markup {
        let (label, hint) =
            (self.say("page-way-recovery-field"), self.say("page-way-recovery-hint"));
        let form = self.form(
            "wiederherstellung",
            &html! {
                (text_field(&Field::new("wiederherstellung", &label).hint(&hint)
                    .complete("off").problem(self.problems)))
                (actions(button(Weight::Secondary, &self.say("page-way-recovery-go"))))
            },
        );
        if self.problems.of("wiederherstellung").is_some() {
            return html! { (heading(&self.say("page-way-recovery"))) (form) };
        }
        details(&self.say("page-way-recovery"), form)
    }
}
