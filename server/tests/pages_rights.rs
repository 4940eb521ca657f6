//! Every address of the pages as every role. One table says who may; a route in
//! the sources that has no row here fails, and so does a row without a route.

mod at_work;

use assistenz_core::document::PersonId;
use assistenz_core::log::{Operation, Role, Topic};
use assistenz_server::journal;
use at_work::browser::Browser;
use at_work::{AtWork, START};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Who asks. `Own` is the assistant whose id stands in the address, `Other`
/// another one; a deputy has one topic or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Nobody,
    Employer,
    Deputy(Option<Topic>),
    PayrollOffice,
    Own,
    Other,
}

use Who::{Employer, Nobody, Other, Own, PayrollOffice};

const fn with(topic: Topic) -> Who {
    Who::Deputy(Some(topic))
}

/// Every member.
const MEMBERS: &[Who] = &[
    Employer,
    Who::Deputy(None),
    with(Topic::Rota),
    with(Topic::HoursView),
    with(Topic::HoursApprove),
    with(Topic::Budget),
    with(Topic::Payroll),
    with(Topic::Team),
    PayrollOffice,
    Own,
    Other,
];

/// Everybody, signed in or not.
const ALL: &[Who] = &[
    Nobody,
    Employer,
    Who::Deputy(None),
    with(Topic::Rota),
    with(Topic::HoursView),
    with(Topic::HoursApprove),
    with(Topic::Budget),
    with(Topic::Payroll),
    with(Topic::Team),
    PayrollOffice,
    Own,
    Other,
];

/// Open shifts are for the whole team but payroll offices; a form's address asked
/// for by itself shows the page it stands on.
const ROTA_READERS: &[Who] = &[
    Employer,
    Who::Deputy(None),
    with(Topic::Rota),
    with(Topic::HoursView),
    with(Topic::HoursApprove),
    with(Topic::Budget),
    with(Topic::Payroll),
    with(Topic::Team),
    Own,
    Other,
];
/// Contracts are for deputies with payroll, who find their people there.
const TEAM_READERS: &[Who] = &[Employer, with(Topic::Team), with(Topic::Payroll)];
const PLANNERS: &[Who] = &[Employer, with(Topic::Rota)];

const PAYROLL: &[Who] = &[Employer, with(Topic::Payroll), PayrollOffice];
const HANDOVER: &[Who] = &[Employer, with(Topic::Payroll)];
const APPROVERS: &[Who] = &[Employer, with(Topic::HoursApprove)];
const MONTH: &[Who] = &[Employer, with(Topic::HoursView), with(Topic::HoursApprove), Own];
const TEAM: &[Who] = &[Employer, with(Topic::Team)];
const WISHES: &[Who] = &[Employer, with(Topic::Rota), Own];
/// Who decides about absences, and who asks for them.
const DECIDERS: &[Who] = &[Employer, with(Topic::Rota)];
const ASKS: &[Who] = &[Own];

/// Method, address, who may, and a form that everybody's rights are judged with.
type Row = (&'static str, &'static str, &'static [Who], &'static [(&'static str, &'static str)]);

const TABLE: &[Row] = &[
    ("GET", "/", ALL, &[]),
    ("GET", "/heute", MEMBERS, &[]),
    // Signing in is for everybody; what they show is judged in pages_sign_in.rs.
    ("GET", "/anmelden", ALL, &[]),
    ("GET", "/anmelden/link/{token}", ALL, &[]),
    ("POST", "/anmelden/link/{token}", ALL, &[]),
    ("POST", "/anmelden/passkey/frage", ALL, &[]),
    ("POST", "/anmelden/passkey", ALL, &[("frage", "00"), ("antwort", "{}")]),
    ("POST", "/anmelden/kennwort", ALL, &[("name", "x"), ("kennwort", "y"), ("code", "0")]),
    ("POST", "/anmelden/wiederherstellung", ALL, &[("wiederherstellung", "0")]),
    ("POST", "/abmelden", MEMBERS, &[]),
    ("POST", "/bestaetigen/passkey/frage", MEMBERS, &[]),
    ("POST", "/bestaetigen/passkey", MEMBERS, &[("frage", "00"), ("antwort", "{}")]),
    ("POST", "/bestaetigen/kennwort", MEMBERS, &[("kennwort", "y"), ("code", "0")]),
    ("POST", "/bestaetigen/wiederherstellung", MEMBERS, &[("wiederherstellung", "0")]),
    ("GET", "/barrierefreiheit", ALL, &[]),
    ("GET", "/ohne-netz", ALL, &[]),
    ("GET", "/dienst.js", ALL, &[]),
    ("GET", "/static/{name}", ALL, &[]),
    ("GET", "/darstellung", ALL, &[]),
    ("POST", "/darstellung", ALL, &[("sprache", "de"), ("farben", "light")]),
    ("GET", "/einstellungen", MEMBERS, &[]),
    ("GET", "/einstellungen/name", MEMBERS, &[]),
    ("POST", "/einstellungen/name", MEMBERS, &[("called", "Neu")]),
    ("GET", "/einstellungen/zugang", MEMBERS, &[]),
    ("POST", "/einstellungen/zugang/passkey/frage", MEMBERS, &[]),
    (
        "POST",
        "/einstellungen/zugang/passkey",
        MEMBERS,
        &[("name", "x"), ("frage", "00"), ("antwort", "{}")],
    ),
    ("POST", "/einstellungen/zugang/passkey/entfernen", MEMBERS, &[("id", "00")]),
    ("POST", "/einstellungen/zugang/wiederherstellung", MEMBERS, &[]),
    ("GET", "/einstellungen/zugang/kennwort", MEMBERS, &[]),
    (
        "POST",
        "/einstellungen/zugang/kennwort",
        MEMBERS,
        &[("geheimnis", ""), ("name", ""), ("kennwort", ""), ("code", "")],
    ),
    ("POST", "/einstellungen/zugang/kennwort/entfernen", MEMBERS, &[]),
    ("POST", "/einstellungen/sitzungen/beenden", MEMBERS, &[("id", "00")]),
    ("POST", "/einstellungen/sitzungen/andere-beenden", MEMBERS, &[]),
    // A sign-in link for an assistant: not for themselves, not by their equals.
    ("GET", "/zugang/{person}", &[Employer, with(Topic::Team)], &[]),
    ("POST", "/zugang/{person}", &[Employer, with(Topic::Team)], &[]),
    ("GET", "/plan", MEMBERS, &[]),
    ("GET", "/plan/{month}", ROTA_READERS, &[]),
    ("GET", "/dokumente", MEMBERS, &[]),
    ("GET", "/dokumente/{month}", MEMBERS, &[]),
    ("GET", "/dokumente/{month}/stundenzettel/{file}", MEMBERS, &[]),
    ("GET", "/dokumente/{month}/team/{file}", &[Employer, with(Topic::HoursView)], &[]),
    ("GET", "/dokumente/{month}/plan/{file}", MEMBERS, &[]),
    ("GET", "/nachweis", &[Employer], &[]),
    ("GET", "/nachweis/datei", &[Employer], &[]),
    ("GET", "/lohn", MEMBERS, &[]),
    ("GET", "/lohn/{month}", PAYROLL, &[]),
    ("GET", "/lohn/{month}/uebergabe", HANDOVER, &[]),
    ("POST", "/lohn/{month}/uebergabe", HANDOVER, &[]),
    ("GET", "/lohn/{month}/datei/{export}/{sha256}", PAYROLL, &[]),
    ("GET", "/lohn/{month}/begleitblatt/{export}", PAYROLL, &[]),
    ("POST", "/lohn/{month}/fragen", PAYROLL, &[]),
    ("POST", "/lohn/{month}/fragen/{question}", PAYROLL, &[]),
    ("GET", "/team", TEAM_READERS, &[]),
    ("GET", "/team/{person}", TEAM_READERS, &[]),
    ("GET", "/team/einladen", TEAM, &[]),
    ("POST", "/team/einladen", TEAM, &[]),
    ("GET", "/team/einstellungen", TEAM, &[]),
    ("POST", "/team/einstellungen", TEAM, &[]),
    ("GET", "/team/lohnbuero", TEAM, &[]),
    ("POST", "/team/lohnbuero", TEAM, &[]),
    ("GET", "/team/zurueckgehalten", &[Employer], &[]),
    ("POST", "/team/zurueckgehalten", &[Employer], &[]),
    ("GET", "/team/warten/{pairing}", TEAM, &[]),
    ("POST", "/team/warten/{pairing}", TEAM, &[]),
    ("GET", "/team/warten/{pairing}/abweisen", TEAM, &[]),
    ("POST", "/team/warten/{pairing}/abweisen", TEAM, &[]),
    ("GET", "/team/{person}/angaben", TEAM, &[]),
    ("POST", "/team/{person}/angaben", TEAM, &[]),
    ("GET", "/team/{person}/telefon", TEAM, &[]),
    ("POST", "/team/{person}/telefon", TEAM, &[]),
    ("GET", "/team/{person}/geraet/{device}", TEAM, &[]),
    ("POST", "/team/{person}/geraet/{device}", TEAM, &[]),
    ("GET", "/team/{person}/beenden", TEAM, &[]),
    ("POST", "/team/{person}/beenden", TEAM, &[]),
    ("GET", "/team/{person}/themen", &[Employer], &[]),
    ("POST", "/team/{person}/themen", &[Employer], &[]),
    ("GET", "/team/{person}/themen/beenden", &[Employer], &[]),
    ("POST", "/team/{person}/themen/beenden", &[Employer], &[]),
    ("GET", "/team/{person}/vertrauen", &[Employer], &[]),
    ("POST", "/team/{person}/vertrauen", &[Employer], &[]),
    ("GET", "/team/{person}/vertrag", HANDOVER, &[]),
    ("POST", "/team/{person}/vertrag", HANDOVER, &[]),
    ("GET", "/plan/{month}/veroeffentlichen", PLANNERS, &[]),
    ("POST", "/plan/{month}/veroeffentlichen", PLANNERS, &[]),
    ("GET", "/plan/{month}/woche", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/woche", PLANNERS, &[]),
    ("GET", "/plan/{month}/zurueck", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/zurueck", PLANNERS, &[]),
    ("GET", "/plan/{month}/absagen", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/absagen", PLANNERS, &[]),
    ("GET", "/plan/{month}/{day}/planen", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/{day}/planen", PLANNERS, &[]),
    ("GET", "/plan/{month}/{day}/aendern", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/{day}/aendern", PLANNERS, &[]),
    ("GET", "/plan/{month}/{day}/absagen", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/{day}/absagen", PLANNERS, &[]),
    ("GET", "/plan/{month}/{day}/doch", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/{day}/doch", PLANNERS, &[]),
    ("GET", "/plan/{month}/{day}/vergeben", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/{day}/vergeben", PLANNERS, &[]),
    ("GET", "/plan/{month}/{day}/kopieren", ROTA_READERS, &[]),
    ("POST", "/plan/{month}/{day}/kopieren", PLANNERS, &[]),
    ("GET", "/plan/{month}/{day}", ROTA_READERS, &[]),
    // Wishes are for who plans; an assistant is led to the own ones.
    ("GET", "/abwesenheiten", &[Employer, with(Topic::Rota), Own, Other], &[]),
    ("GET", "/abwesenheiten/{person}", WISHES, &[]),
    ("GET", "/abwesenheiten/{person}/neu", WISHES, &[]),
    ("POST", "/abwesenheiten/{person}/neu", WISHES, &[]),
    ("GET", "/abwesenheiten/{person}/mutterschutz", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/mutterschutz", DECIDERS, &[]),
    ("GET", "/abwesenheiten/{person}/urlaub/{year}", WISHES, &[]),
    ("POST", "/abwesenheiten/{person}/urlaub/{year}/buchung", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/urlaub/{year}/zurueck", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/urlaub/{year}/hinweis", DECIDERS, &[]),
    ("GET", "/abwesenheiten/{person}/stunden", &[Employer, Own], &[]),
    ("POST", "/abwesenheiten/{person}/stunden", &[Employer], &[]),
    ("GET", "/abwesenheiten/{person}/erstattung", &[Employer], &[]),
    ("POST", "/abwesenheiten/{person}/erstattung", &[Employer], &[]),
    ("POST", "/abwesenheiten/{person}/erstattung/zurueck", &[Employer], &[]),
    ("GET", "/abwesenheiten/{person}/eintrag/{absence}", &[Employer, with(Topic::Rota), Own], &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/entscheidung", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/zurueck", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/bescheinigung", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/krankheit", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/termine", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/termine/zurueck", DECIDERS, &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/netto", &[Employer], &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/aendern", ASKS, &[]),
    ("POST", "/abwesenheiten/{person}/eintrag/{absence}/zurueckziehen", ASKS, &[]),
    ("GET", "/monate", MEMBERS, &[]),
    (
        "GET",
        "/monate/{month}",
        &[Employer, with(Topic::HoursView), with(Topic::HoursApprove), PayrollOffice, Own, Other],
        &[],
    ),
    ("GET", "/monate/{month}/freigabe", APPROVERS, &[]),
    ("POST", "/monate/{month}/freigabe", APPROVERS, &[]),
    ("GET", "/monat/{person}/{month}", MONTH, &[]),
    ("GET", "/monat/{person}/{month}/freigabe", APPROVERS, &[]),
    ("POST", "/monat/{person}/{month}/freigabe", APPROVERS, &[]),
    ("GET", "/monat/{person}/{month}/oeffnen", APPROVERS, &[]),
    ("POST", "/monat/{person}/{month}/oeffnen", APPROVERS, &[]),
    ("GET", "/monat/{person}/{month}/zeilen", APPROVERS, &[]),
    ("POST", "/monat/{person}/{month}/zeilen", APPROVERS, &[]),
    ("GET", "/monat/{person}/{month}/zeilen/{line}", APPROVERS, &[]),
    ("POST", "/monat/{person}/{month}/zeilen/{line}", APPROVERS, &[]),
    ("GET", "/monat/{person}/{month}/nachtrag", &[Own], &[]),
    ("POST", "/monat/{person}/{month}/nachtrag", &[Own], &[]),
    ("POST", "/monat/{person}/{month}/freigabe/frage", APPROVERS, &[]),
    ("POST", "/monat/{person}/{month}/vollstaendig", &[Own], &[]),
    (
        "GET",
        "/monat/{person}/{month}/nachweis/{approval}",
        &[Employer, with(Topic::HoursApprove), Own],
        &[],
    ),
    (
        "GET",
        "/vorschlag/{person}/{month}/{proposal}",
        &[Employer, with(Topic::HoursApprove), Own],
        &[],
    ),
    (
        "POST",
        "/vorschlag/{person}/{month}/{proposal}",
        &[Employer, with(Topic::HoursApprove), Own],
        &[],
    ),
    ("GET", "/eintrag/{person}/{shift}", MONTH, &[]),
    ("GET", "/eintrag/{person}/{shift}/aendern", &[Employer, with(Topic::HoursApprove), Own], &[]),
    ("POST", "/eintrag/{person}/{shift}/aendern", &[Employer, with(Topic::HoursApprove), Own], &[]),
];

/// Method and address of every route in the sources.
fn routes() -> BTreeSet<(String, String)> {
    fn walk(folder: &Path, found: &mut BTreeSet<(String, String)>) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for rest in text.split(".route(").skip(1) {
                let rest = rest.trim_start();
                let Some(address) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) else {
                    panic!("{} names an address otherwise than by its text", path.display());
                };
                // Up to the next call that is no method of this route.
                let ends = [".route(", ".merge(", "\n}"];
                let end = ends.iter().filter_map(|end| rest.find(end)).min();
                let handlers = &rest[..end.unwrap_or(rest.len())];
                for (word, method) in [("get(", "GET"), ("post(", "POST")] {
                    if handlers.contains(word) {
                        found.insert((method.to_owned(), address.to_owned()));
                    }
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages"), &mut found);
    found
}

#[test]
fn every_route_has_its_row_and_every_row_its_route() {
    let table: BTreeSet<_> = TABLE
        .iter()
        .map(|(method, address, _, _)| ((*method).to_owned(), (*address).to_owned()))
        .collect();
    assert_eq!(table.len(), TABLE.len(), "no address stands twice");
    let routes = routes();
    let missing: Vec<_> = routes.difference(&table).collect();
    let gone: Vec<_> = table.difference(&routes).collect();
    assert!(missing.is_empty() && gone.is_empty(), "without a row: {missing:?}\ngone: {gone:?}");
}

/// One member for each of them.
async fn members(at_work: &AtWork) -> BTreeMap<Who, PersonId> {
    let mut members = BTreeMap::from([(Employer, at_work.operator.employer)]);
    for who in MEMBERS {
        let (role, topic) = match who {
            Nobody | Employer => continue,
            Who::Deputy(topic) => (Role::Deputy, *topic),
            PayrollOffice => (Role::PayrollOffice, None),
            Own | Other => (Role::Assistant, None),
        };
        let operator = at_work.operator.clone();
        let person = at_work
            .office
            .write(move |turn| {
                let person = PersonId::new(turn.random()?);
                let until_ms = (role == Role::Deputy).then_some(START + 1_000_000_000);
                journal::act(turn, &operator, Operation::AddMember { person, role, until_ms })?;
                if let Some(topic) = topic {
                    let until_ms = START + 1_000_000_000;
                    let grant = Operation::Grant { person, topics: vec![topic], until_ms };
                    journal::act(turn, &operator, grant)?;
                }
                Ok(person)
            })
            .await
            .expect("a member");
        members.insert(*who, person);
    }
    members
}

async fn log_size(at_work: &AtWork) -> u64 {
    let team = at_work.operator.team;
    let head = at_work.office.read(move |turn| Ok(turn.ledger.head(team)?)).await.expect("read");
    head.expect("a log").size
}

#[tokio::test]
async fn every_address_answers_every_role_as_the_table_says() {
    let mut at_work = AtWork::new().await;
    let members = members(&at_work).await;
    let mut place = 0_u16;
    let own = members[&Own].to_string();
    let mut wrong = Vec::new();
    for (method, address, may, form) in TABLE {
        let path = address
            .replace("{person}", &own)
            .replace("{month}", "2026-11")
            .replace("{day}", "10")
            .replace("{token}", "no-such-link")
            .replace("{name}", "no-such-file")
            .replace("{year}", "2026")
            .replace("{file}", "blatt.csv");
        let path = [
            "{pairing}",
            "{device}",
            "{absence}",
            "{export}",
            "{sha256}",
            "{question}",
            "{line}",
            "{approval}",
            "{proposal}",
            "{shift}",
        ]
        .iter()
        .fold(path, |path, id| path.replace(id, &"0".repeat(32)));
        for who in ALL {
            // Each from an address of its own: tries are counted by address.
            place += 1;
            let [high, low] = place.to_be_bytes();
            at_work.come_from(&format!("10.0.{high}.{low}:9"));
            // A browser of its own each time, because some rows sign out.
            let mut browser = match members.get(who) {
                Some(person) => Browser::of(&at_work, *person).await,
                None => Browser::new(&at_work),
            };
            let csrf = browser.csrf().await.unwrap_or_default();
            let before = log_size(&at_work).await;
            let page = if *method == "GET" {
                browser.get(&path).await
            } else {
                let mut all = form.to_vec();
                all.push(("csrf", &csrf));
                browser.post(&path, &all).await
            };
            let status = page.status.as_u16();
            let asked_in = page.leads().starts_with("/anmelden");
            let fits = if *who == Nobody && !may.contains(who) {
                // A form comes back inside the sign-in page, so that it is not lost.
                (*method == "GET" && status == 303 && asked_in)
                    || (*method == "POST" && status == 401)
            } else if may.contains(who) {
                // Not having shown who one is, is no lack of a right.
                let proving =
                    address.starts_with("/anmelden/") || address.starts_with("/bestaetigen/");
                let signing_out = *address == "/abmelden";
                (proving || !matches!(status, 401 | 403))
                    && (signing_out || !asked_in)
                    && status < 500
            } else {
                // Nothing is told of what a form lacks, and nothing is done.
                matches!(status, 403 | 404) && log_size(&at_work).await == before
            };
            if !fits {
                wrong.push(format!("{method} {address} as {who:?}: {status} {}", page.leads()));
            }
            at_work.wait(10_000);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
