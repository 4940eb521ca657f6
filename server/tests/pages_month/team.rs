//! A team with plan, contract and shifts, and a way through pages that counts
//! every press of a key.

use crate::at_work::AtWork;
use crate::at_work::browser::{Browser, Page};
use assistenz_core::app::{Acting, AppError};
use assistenz_core::contract::surcharge::Surcharge;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::time::{Interval, Minute, Month};
use assistenz_server::{desk, journal};
use chrono::DateTime;
use chrono_tz::Europe::Berlin;
use std::collections::BTreeMap;

/// `05T08:00` of October 2026 in summer time.
pub(crate) fn at(text: &str) -> Minute {
    let text = format!("2026-10-{text}:00+02:00");
    Minute::floor(DateTime::parse_from_rfc3339(&text).expect("an instant").to_utc())
}

pub(crate) fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(from), at(to)).expect("from < to")
}

pub(crate) fn nw() -> Workplace {
    Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) }
}

pub(crate) fn october() -> Month {
    "2026-10".parse().expect("a month")
}

/// Acts as a member at their desk.
pub(crate) async fn acts<T: Send + 'static>(
    office: &AtWork,
    person: PersonId,
    act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError> + Send + 'static,
) -> T {
    office.token(person).await;
    let mut actor = office.operator.clone();
    actor.employer = person;
    let operator: journal::Operator = actor;
    office.office.write(move |turn| desk::act(turn, &operator, act)).await.expect("done")
}

/// An assistant with a name and a contract.
pub(crate) async fn assistant(office: &AtWork, name: &str) -> PersonId {
    let (person, _) = office.member("assistant").await;
    let fields = BTreeMap::from([("name".to_owned(), name.to_owned())]);
    let contract = serde_json::json!({
        "id": "c1",
        "valid_from": "2026-01-01",
        "pay": { "hourly": { "cents_per_hour": 1750 } },
        "surcharges": Surcharge::section_3b(),
        "weekly": 1800,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": 100,
        "workplace": nw(),
    });
    let contract: ContractVersion = serde_json::from_value(contract).expect("a contract");
    acts(office, office.operator.employer, move |acting| {
        acting.put_person(person, &fields)?;
        acting.put_contract(person, &contract)
    })
    .await;
    person
}

/// Plans these shifts and makes them known.
pub(crate) async fn plan(office: &AtWork, person: PersonId, spans: Vec<Interval>) {
    acts(office, office.operator.employer, move |acting| {
        let shifts: Vec<_> = spans.into_iter().map(|span| (span, None)).collect();
        acting.plan(person, &shifts, Berlin)?;
        acting.publish(person, october())
    })
    .await;
}

/// Writes these shifts down.
pub(crate) async fn work(office: &AtWork, person: PersonId, spans: Vec<Interval>) -> Vec<EventId> {
    acts(office, person, move |acting| {
        spans
            .into_iter()
            .map(|span| {
                acting.write_shift(&nw(), (span.from().ms(), span.to().ms()), "Papier", &[])
            })
            .collect()
    })
    .await
}

/// A place where the tab key stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) label: String,
    /// Where a link leads; empty for buttons and fields.
    pub(crate) href: String,
}

/// The stops of a page behind this fragment, in order. Every radio counts, as
/// a switch would visit it.
pub(crate) fn stops(text: &str, fragment: &str) -> Vec<Stop> {
    let start = text.find(&format!("id=\"{fragment}\"")).expect("the fragment is there");
    let mut rest = &text[start..];
    let mut found = Vec::new();
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        let tag = rest.split('>').next().unwrap_or_default();
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let stops = match name {
            "a" => tag.contains("href="),
            "input" => !tag.contains("type=\"hidden\""),
            "button" | "select" | "textarea" | "summary" => true,
            _ => tag.contains("tabindex=\"0\""),
        };
        if stops {
            let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
            let inner = rest.split(&format!("</{name}>")).next().unwrap_or_default();
            let inner = inner.split_once('>').map_or("", |(_, inner)| inner);
            let mut label = String::new();
            let mut inside = false;
            for letter in inner.chars() {
                match letter {
                    '<' => inside = true,
                    '>' => inside = false,
                    letter if !inside => label.push(letter),
                    _ => {}
                }
            }
            let href = href.unwrap_or_default().replace("&amp;", "&");
            found.push(Stop { label, href });
        }
    }
    found
}

/// Somebody at a keyboard: counts tabs and presses.
pub(crate) struct Keyboard<'a> {
    pub(crate) browser: Browser<'a>,
    pub(crate) page: Page,
    fragment: String,
    pub(crate) inputs: usize,
}

impl<'a> Keyboard<'a> {
    /// Begins on this address; its fragment is where the first tab starts.
    pub(crate) async fn on(mut browser: Browser<'a>, address: &str) -> Self {
        let (path, fragment) = address.split_once('#').expect("an address with a fragment");
        let page = browser.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        Self { browser, page, fragment: fragment.to_owned(), inputs: 0 }
    }

    /// Tabs to the stop that begins with this label, and presses it: a link is
    /// followed.
    pub(crate) async fn follow(&mut self, label: &str) {
        let stop = self.reach(label);
        let address = stop.href.clone();
        let (path, fragment) =
            address.split_once('#').expect("links lead straight to what is next");
        self.fragment = fragment.to_owned();
        self.page = self.browser.get(path).await;
        assert_eq!(self.page.status, 200, "{path}: {}", self.page.text);
    }

    /// Tabs to the button that begins with this label, and presses it: the form
    /// around it is sent as it stands.
    pub(crate) async fn press(&mut self, label: &str) -> Page {
        self.reach(label);
        self.send(&[]).await
    }

    /// Sends the form behind the fragment as it stands, with these fields changed.
    pub(crate) async fn send(&mut self, changed: &[(&str, &str)]) -> Page {
        let start = self.page.text.find(&format!("id=\"{}\"", self.fragment)).expect("there");
        let form = self.page.text[start..].split("<form").nth(1).expect("a form");
        let form = form.split("</form>").next().expect("its end");
        let action = form.split("action=\"").nth(1).and_then(|rest| rest.split('"').next());
        let mut fields: Vec<(String, String)> = Vec::new();
        for tag in form.split("<input").skip(1) {
            let value = |name: &str| {
                let rest = tag.split('>').next()?.split(&format!(" {name}=\"")).nth(1)?;
                rest.split('"').next().map(str::to_owned)
            };
            if let Some(name) = value("name") {
                fields.push((name, value("value").unwrap_or_default()));
            }
        }
        for tag in form.split("<textarea").skip(1) {
            let name = tag.split(" name=\"").nth(1).and_then(|rest| rest.split('"').next());
            let text = tag.split_once('>').and_then(|(_, rest)| rest.split("</textarea>").next());
            fields.push((name.unwrap_or_default().to_owned(), text.unwrap_or_default().to_owned()));
        }
        for (name, value) in changed {
            fields.retain(|(known, _)| known != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let path = action.expect("an action").to_owned();
        self.browser.post(&path, &fields).await
    }

    fn reach(&mut self, label: &str) -> Stop {
        let stops = stops(&self.page.text, &self.fragment);
        let place = stops.iter().position(|stop| stop.label.starts_with(label));
        let place = place.unwrap_or_else(|| panic!("no {label} among {stops:#?}"));
        self.inputs += place + 2; // so many tabs, and the press
        stops[place].clone()
    }
}
