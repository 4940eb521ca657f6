//! A browser without a screen: keeps cookies, follows nothing by itself, fills
//! forms with the token of the page they stand on.

use super::AtWork;
use assistenz_core::document::PersonId;
use assistenz_server::commands::sign_in;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use std::collections::BTreeMap;
use tower::ServiceExt as _;

/// A page as it came.
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    /// The same as it came.
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    /// Where it leads.
    pub(crate) fn leads(&self) -> &str {
        self.headers.get("location").map_or("", |to| to.to_str().expect("plain letters"))
    }
}

/// Cookies and the office they are for.
pub(crate) struct Browser<'a> {
    at_work: &'a AtWork,
    pub(crate) cookies: BTreeMap<String, String>,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(at_work: &'a AtWork) -> Self {
        Self { at_work, cookies: BTreeMap::new() }
    }

    /// Signed in as this member, by a link from the command line.
    pub(crate) async fn of(at_work: &'a AtWork, person: PersonId) -> Self {
        let mut browser = Self::new(at_work);
        let token = link_for(at_work, person).await;
        let page = browser.post(&format!("/anmelden/link/{token}"), &[]).await;
        assert_eq!(page.status, 303, "{}", page.text);
        browser
    }

    /// The form token of this session; `None` for who is not signed in.
    pub(crate) async fn csrf(&mut self) -> Option<String> {
        let page = self.get("/heute").await;
        page.text.contains(r#"name="csrf""#).then(|| token_on(&page.text))
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.send("GET", path, Vec::new(), &[]).await
    }

    /// Sends a form without a token.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = serde_urlencoded::to_string(fields).expect("plain fields");
        self.send("POST", path, body.into_bytes(), &[]).await
    }

    /// Sends a form with the token that stands on this page.
    pub(crate) async fn fill(&mut self, on: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.get(on).await;
        let mut all = fields.to_vec();
        let csrf = token_on(&page.text);
        all.push(("csrf", &csrf));
        self.post(path, &all).await
    }

    pub(crate) async fn send(
        &mut self,
        method: &str,
        path: &str,
        body: Vec<u8>,
        more: &[(&str, &str)],
    ) -> Page {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1:1")
            .header("content-type", "application/x-www-form-urlencoded");
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::from(body)).expect("a request");
        request.extensions_mut().insert(ConnectInfo(self.at_work.peer));
        let answer = self.at_work.router.clone().oneshot(request).await.expect("infallible");
        let (status, headers) = (answer.status(), answer.headers().clone());
        for line in headers.get_all("set-cookie") {
            let line = line.to_str().expect("plain letters");
            let (pair, attributes) = line.split_once(';').expect("attributes");
            let (name, value) = pair.split_once('=').expect("a cookie");
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = axum::body::to_bytes(answer.into_body(), 16 << 20).await.expect("a body");
        // As it is read: that a space is protected only says where no line ends.
        let text = String::from_utf8_lossy(&bytes).replace('\u{a0}', " ");
        Page { status, headers, text, bytes: bytes.into() }
    }
}

/// A sign-in link's token for a member.
pub(crate) async fn link_for(at_work: &AtWork, person: PersonId) -> String {
    let operator = at_work.operator.clone();
    let made = at_work.office.write(move |turn| sign_in::issue(turn, &operator, person)).await;
    made.expect("a link")
}

/// The form token of a page.
pub(crate) fn token_on(text: &str) -> String {
    let (_, rest) = text.split_once(r#"name="csrf" value=""#).expect("a form with a token");
    rest.split('"').next().unwrap_or_default().to_owned()
}
