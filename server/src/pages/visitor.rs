//! Who looks at a page: the session behind the cookie, the language, the
//! forms they send, and what must be true before a form is believed.

use super::browser;
use super::error::PageError;
use super::look::Look;
use crate::at_desk;
use crate::door::Session;
use crate::fault::{OfficeError, Refusal};
use crate::routes::App;
use crate::sign_in::{self, Caller};
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::DocumentId;
use assistenz_core::log::{Role, Topic};
use assistenz_core::time::Minute;
use assistenz_core::words::{self, Language, Value};
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequestParts, Request};
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::sync::{Arc, OnceLock};

/// The name of the cookie that holds the session.
pub(crate) const SESSION: &str = "sitzung";
/// The name of the cookie that holds one sentence for the next page.
pub(crate) const MESSAGE: &str = "meldung";

/// A person who is signed in and looks at a page. As an extractor it leads
/// everybody else to the sign-in page.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Who, with roles and grants as the log has them now.
    pub caller: Caller,
    /// The language of every sentence.
    pub language: Language,
    /// How they are called; `None` if nobody wrote it down.
    pub name: Option<String>,
    /// Colours, size of print, movement.
    pub look: Look,
    /// The sentence left by what they did last.
    pub message: Option<String>,
    /// The path they asked for, with the question behind it.
    pub path: String,
    csrf: String,
}

impl Visitor {
    /// The sentence for a key of the words.
    #[must_use]
    pub fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        words::say(self.language, key, values)
    }

    /// The role that says most about what they see first.
    #[must_use]
    pub fn role(&self) -> Role {
        let first =
            [Role::Employer, Role::Deputy, Role::PayrollOffice, Role::Assistant, Role::Coach];
        first.into_iter().find(|role| self.caller.is(*role)).unwrap_or(Role::Assistant)
    }

    /// Whether they are the employer, or a deputy with this topic.
    #[must_use]
    pub fn may(&self, topic: Topic) -> bool {
        self.caller.may(topic)
    }

    /// How they are called, or that nobody knows.
    #[must_use]
    pub fn called(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.say("page-nameless", &[]))
    }

    /// When they asked.
    #[must_use]
    pub const fn now(&self) -> Minute {
        Minute::floor_ms(self.caller.now_ms)
    }

    /// The day of the request, at the workplace.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().day(Berlin)
    }

    /// One act of theirs about a document, as most forms need it.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoRight`]; the use case's.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        app: &App,
        document: DocumentId,
        work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, OfficeError> {
        let (office, caller) = (app.office(), self.caller.clone());
        at_desk::write_one(office, caller, document, at_desk::as_it_is, |acting, ()| work(acting))
            .await
    }

    /// What proves that a form came from one of our pages.
    #[must_use]
    pub fn csrf(&self) -> &str {
        &self.csrf
    }
}

/// The form token of a session: nobody can make it without the office's secret.
pub(crate) fn csrf_of(app: &App, session: &Session) -> String {
    let mut hash = Sha256::new();
    hash.update(b"assistenzzeit/form/1\0");
    hash.update(app.secret());
    hash.update(session.id);
    hex::encode(hash.finalize())
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, app: &App, name: &str) -> Option<String> {
    let name = cookie_name(app, name);
    headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok()).find_map(|line| {
        line.split(';').find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then(|| value.to_owned())
        })
    })
}

/// Where the office is reached by https, a cookie is bound to exactly this host.
pub(crate) fn cookie_name(app: &App, name: &str) -> String {
    if secure(app) { format!("__Host-{name}") } else { name.to_owned() }
}

/// Whether browsers reach the office by https.
pub(crate) fn secure(app: &App) -> bool {
    app.address().starts_with("https://")
}

/// A header `Set-Cookie`. `seconds` 0 takes the cookie back.
pub(crate) fn set_cookie(app: &App, name: &str, value: &str, seconds: Option<i64>) -> String {
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if secure(app) { "; Secure" } else { "" };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Strict{age}{secure}", cookie_name(app, name))
}

/// The visitor behind a session's token.
async fn known(app: &App, look: Look, parts: &Parts, token: &str) -> Result<Visitor, PageError> {
    let token = token.to_owned();
    let found = app
        .office()
        .read(move |turn| {
            let caller = sign_in::caller(turn, &token)?;
            let person = caller.person();
            let field = |name: &str, turn: &mut _| {
                at_desk::look(turn, &caller, |acting| acting.person_field(person, name))
            };
            let mut name = None;
            for one in ["called", "name"] {
                name = name.or(field(one, turn)?.filter(|text| !text.trim().is_empty()));
            }
            Ok((caller, name))
        })
        .await;
    let (caller, name) = match found {
        Ok(found) => found,
        Err(OfficeError::Refused(Refusal::NotSignedIn)) => {
            app.count_stranger(parts)?;
            return Err(PageError::sign_in_first(parts));
        }
        Err(error) => return Err(error.into()),
    };
    let message = cookie(&parts.headers, app, MESSAGE).and_then(|hex| unpack(&hex));
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let csrf = csrf_of(app, &caller.session);
    Ok(Visitor { caller, language: look.language, name, look, message, path, csrf })
}

/// Where the visitor of a request sits once known, so that they are looked up once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seat(pub(crate) Arc<OnceLock<Visitor>>);

impl FromRequestParts<App> for Visitor {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let seat = parts.extensions.get::<Seat>().cloned().unwrap_or_default();
        if let Some(known) = seat.0.get() {
            return Ok(known.clone());
        }
        let look = Look::of(&parts.headers, app);
        let Some(token) = cookie(&parts.headers, app, SESSION) else {
            return Err(PageError::sign_in_first(parts));
        };
        let visitor = known(app, look, parts, &token).await?;
        Ok(seat.0.get_or_init(|| visitor).clone())
    }
}

impl OptionalFromRequestParts<App> for Visitor {
    type Rejection = PageError;

    /// `None` for who is not signed in: some pages are for everybody.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, PageError> {
        match <Self as FromRequestParts<App>>::from_request_parts(parts, app).await {
            Ok(visitor) => Ok(Some(visitor)),
            Err(error) if error.asks_to_sign_in() => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A visitor who showed a short while ago who they are: needed to approve, to
/// export, to pair and to revoke.
#[derive(Debug, Clone)]
pub struct Stepped(pub Visitor);

/// For how long it counts that somebody showed who they are.
pub(crate) const STEPPED_MS: i64 = 10 * 60 * 1_000;

impl FromRequestParts<App> for Stepped {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let visitor = <Visitor as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        let age_ms = visitor.caller.now_ms.saturating_sub(visitor.caller.session.stepped_ms);
        if age_ms > STEPPED_MS {
            return Err(PageError::step_up(parts));
        }
        Ok(Self(visitor))
    }
}

/// A form sent from one of our own pages by somebody who need not be signed
/// in. Counted as a stranger's try until it is forgiven.
#[derive(Debug, Clone)]
pub(crate) struct Stranger<T> {
    /// The form.
    pub(crate) form: T,
    /// Language and appearance.
    pub(crate) look: Look,
    /// What the browser calls itself, in short.
    pub(crate) browser: String,
    parts: Parts,
}

impl<T> Stranger<T> {
    /// It was no guess.
    pub(crate) fn forgive(&self, app: &App) {
        app.forgive_stranger(&self.parts);
    }

    /// The visitor they have become with this session.
    pub(crate) async fn becomes(&self, app: &App, token: &str) -> Result<Visitor, PageError> {
        known(app, self.look, &self.parts, token).await
    }
}

impl<T: DeserializeOwned> FromRequest<App> for Stranger<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let (parts, body) = request.into_parts();
        let look = Look::of(&parts.headers, app);
        if !from_our_pages(&parts.headers, app) {
            return Err(PageError::unchecked_form());
        }
        app.count_stranger(&parts)?;
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), app)
            .await
            .map_err(|_| PageError::from(Refusal::TooLong))?;
        let form = serde_urlencoded::from_bytes(&bytes);
        let form = form.map_err(|_| Refusal::Malformed("the form lacks a field"))?;
        Ok(Self { form, look, browser: browser::short(&parts.headers), parts })
    }
}

/// A sentence as the value of a cookie.
pub(crate) fn pack(text: &str) -> String {
    hex::encode(text.as_bytes())
}

fn unpack(packed: &str) -> Option<String> {
    String::from_utf8(hex::decode(packed).ok()?).ok().filter(|text| text.len() <= 1_000)
}

/// Whether the browser says that this form was sent from one of our own pages.
/// Old browsers say nothing; for them the form's token must do.
pub(crate) fn from_our_pages(headers: &HeaderMap, app: &App) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if said("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none")) {
        return false;
    }
    let Some(origin) = said(ORIGIN.as_str()) else { return true };
    let host = said(HOST.as_str()).unwrap_or_default();
    let authority = origin.split_once("://").map_or("", |(_, authority)| authority);
    origin == app.address() || (!host.is_empty() && authority == host)
}

/// A form that was sent from one of our own pages by this visitor: token and
/// origin are checked. Reads `T` from its fields; fields that `T` does not
/// know are left out.
#[derive(Debug, Clone)]
pub struct Sent<T>(pub T);

#[derive(serde::Deserialize)]
struct Token {
    csrf: String,
}

impl<T: DeserializeOwned> FromRequest<App> for Sent<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let (mut parts, body) = request.into_parts();
        let visitor =
            <Visitor as FromRequestParts<App>>::from_request_parts(&mut parts, app).await?;
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), app)
            .await
            .map_err(|_| PageError::from(Refusal::TooLong))?;
        if parts.method != Method::POST || !from_our_pages(&parts.headers, app) {
            return Err(PageError::unchecked_form());
        }
        let token: Token =
            serde_urlencoded::from_bytes(&bytes).map_err(|_| PageError::unchecked_form())?;
        if !same(token.csrf.as_bytes(), visitor.csrf().as_bytes()) {
            return Err(PageError::unchecked_form());
        }
        let fields = serde_urlencoded::from_bytes(&bytes);
        Ok(Self(fields.map_err(|_| PageError::from(Refusal::Malformed("the form lacks a field")))?))
    }
}

/// Compared in the same time wherever they differ.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).fold(0, |differing, (a, b)| differing | (a ^ b)) == 0
}

/// Every field of a form in the order of the page, for forms with boxes of one name.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(transparent)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every value of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
