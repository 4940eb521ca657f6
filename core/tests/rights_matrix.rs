//! The complete matrix role × document × action × (valid, expired, revoked,
//! ended, unknown, delegated, own and foreign), and who may sign which record.
//!
//! What is expected stands in `tests/fixtures/rights.txt`, written by hand and
//! independent of the program's table. The same verdicts are kept as
//! `tests/fixtures/record/rights.json` for the office's tests and for the
//! second implementation; `UPDATE_GOLDEN=1` writes that file anew.

mod book;

use assistenz_core::document::{DeviceId, DocumentId, DocumentKind, Period, PeriodShape, PersonId};
use assistenz_core::log::codec::encode;
use assistenz_core::log::{
    Cause, DeviceForm, DeviceKey, Entry, Hash, Operation, Position, RecordContent, RecordDraft,
    Role, Signer, Status, Stream, Topic,
};
use assistenz_core::policy::{Denied, PolicyError, PolicyState};
use book::{Book, Line, START_MS, october};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Every right of every persona ends at this millisecond.
const END_MS: i64 = START_MS + 10_000_000;

const PERSONAS: [&str; 13] = [
    "employer",
    "assistant",
    "assistant2",
    "coach",
    "coach2",
    "payroll",
    "d_rota",
    "d_view",
    "d_approve",
    "d_budget",
    "d_payroll",
    "d_team",
    "d_none",
];

/// Whom documents are about.
const SUBJECTS: [&str; 6] = ["assistant", "coach", "employer", "payroll", "d_none", "stranger"];

struct Persona {
    person: PersonId,
    live: DeviceKey,
    revoked: DeviceId,
}

struct World {
    book: Book,
    personas: BTreeMap<&'static str, Persona>,
    stranger: PersonId,
}

fn topic(persona: &str) -> Option<Topic> {
    Some(match persona {
        "d_rota" => Topic::Rota,
        "d_view" => Topic::HoursView,
        "d_approve" => Topic::HoursApprove,
        "d_budget" => Topic::Budget,
        "d_payroll" => Topic::Payroll,
        "d_team" => Topic::Team,
        _ => return None,
    })
}

fn role(persona: &str) -> Role {
    match persona {
        "employer" => Role::Employer,
        "assistant" | "assistant2" => Role::Assistant,
        "coach" | "coach2" => Role::Coach,
        "payroll" => Role::PayrollOffice,
        _ => Role::Deputy,
    }
}

/// Everybody with two devices, one of them revoked. `by_grant`: deputies lose
/// their right by the end of the grant, else by the end of the role.
fn world(shared: bool, by_grant: bool) -> World {
    let mut book = Book::found(7);
    let mut personas = BTreeMap::new();
    for name in PERSONAS {
        let deputy = role(name) == Role::Deputy;
        let until_ms = (!(deputy && by_grant)).then_some(END_MS);
        let pen = book.member(role(name), until_ms, DeviceForm::Phone);
        let other = DeviceKey::from_seed(&book.id());
        let (person, key) = (pen.person, other.public());
        book.policy(Operation::AddDevice { person, key, form: DeviceForm::CommandLine });
        book.policy(Operation::RevokeDevice { device: other.device() });
        if let Some(topic) = topic(name) {
            let until_ms = if by_grant { END_MS } else { END_MS + 1_000_000 };
            book.policy(Operation::Grant { person, topics: vec![topic], until_ms });
        }
        personas.insert(name, Persona { person, live: pen.key, revoked: other.device() });
    }
    book.policy(Operation::Trust { person: personas["assistant2"].person });
    if shared {
        book.policy(Operation::ShareRota { shared: true });
    }
    let stranger = PersonId::new(book.id());
    World { book, personas, stranger }
}

fn person_of(world: &World, subject: &str) -> PersonId {
    world.personas.get(subject).map_or(world.stranger, |persona| persona.person)
}

/// Row name → document, for every kind and subject.
fn documents(world: &World) -> Vec<(String, Option<&'static str>, DocumentId)> {
    let mut all = Vec::new();
    for kind in DocumentKind::ALL {
        let period = match kind.period_shape() {
            PeriodShape::Month => Period::Month(october()),
            PeriodShape::Year => Period::Year(2026),
            PeriodShape::Always => Period::Always,
        };
        if kind.has_subject() {
            for subject in SUBJECTS {
                let id = DocumentId::new(kind, Some(person_of(world, subject)), period);
                let name = format!("{}/{subject}", kind.word());
                all.push((name, Some(subject), id.expect("valid")));
            }
        } else {
            let id = DocumentId::new(kind, None, period).expect("valid");
            all.push((kind.word().to_owned(), None, id));
        }
    }
    all
}

/// Section → row → column → cell.
type Table = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

fn expectation() -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/rights.txt");
    let text = std::fs::read_to_string(path).expect("the table of rights");
    let mut table = Table::new();
    let (mut section, mut columns) = (String::new(), Vec::new());
    for line in text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            ["section", name, rest @ ..] => {
                section = (*name).to_owned();
                columns = rest.iter().map(|word| (*word).to_owned()).collect();
            }
            [row, cells @ ..] => {
                assert_eq!(cells.len(), columns.len(), "row {row}");
                let cells = columns.iter().cloned().zip(cells.iter().map(|c| (*c).to_owned()));
                let old = table
                    .entry(section.clone())
                    .or_default()
                    .insert((*row).to_owned(), cells.collect());
                assert!(old.is_none(), "row {row} stands twice");
            }
        }
    }
    table
}

/// The cell for this persona: the column `own` where the document is about them.
fn cell<'t>(table: &'t Table, row: &str, subject: Option<&str>, persona: &str) -> &'t str {
    let column = if subject == Some(persona) { "own" } else { persona };
    table
        .get("documents")
        .and_then(|rows| rows.get(row))
        .and_then(|row| row.get(column))
        .unwrap_or_else(|| panic!("no cell for {row}, {column}"))
}

/// `s` in a cell means: only where the team shares its rota.
fn permits(cell: &str, action: char, shared: bool) -> bool {
    cell.contains(action) || (action == 'r' && shared && cell.contains('s'))
}

fn letter(verdict: Result<(), Denied>) -> char {
    match verdict {
        Ok(()) => 'a',
        Err(Denied::NoRight) => 'n',
        Err(Denied::Expired) => 'e',
        Err(Denied::Revoked) => 'r',
        Err(Denied::UnknownDevice) => 'u',
    }
}

/// Verdicts on every document, one letter each, `write` and `read`.
fn verdicts(
    policy: &PolicyState,
    documents: &[(String, Option<&'static str>, DocumentId)],
    device: DeviceId,
    at_ms: i64,
) -> (String, String) {
    let all = |read: bool| {
        documents
            .iter()
            .map(|(_, _, id)| {
                letter(if read {
                    policy.may_read(device, id, at_ms)
                } else {
                    policy.may_write(device, id, at_ms)
                })
            })
            .collect::<String>()
    };
    (all(false), all(true))
}

#[test]
fn every_right_is_as_the_table_says_and_ends_when_it_should() {
    let table = expectation();
    let mut worlds = Vec::new();
    let mut names = Vec::new();
    let mut checked = 0;
    for (name, shared, by_grant) in [
        ("rota not shared, deputies by grant", false, true),
        ("rota shared, deputies by role", true, false),
    ] {
        let world = world(shared, by_grant);
        let policy = &world.book.policy;
        let documents = documents(&world);
        names =
            documents.iter().map(|(_, _, id)| hex::encode(encode(&Stream::from(*id)))).collect();
        let mut rows = Vec::new();
        let nobody = DeviceKey::from_seed(&[0xee; 32]).device();
        let mut row = |who: &str,
                       device: DeviceId,
                       at_ms: i64,
                       expected: &dyn Fn(usize, char) -> char| {
            let (write, read) = verdicts(policy, &documents, device, at_ms);
            for (at, (document, _, _)) in documents.iter().enumerate() {
                let found = (write.chars().nth(at), read.chars().nth(at));
                let wanted = (Some(expected(at, 'w')), Some(expected(at, 'r')));
                assert_eq!(found, wanted, "{name}: {who}, {document}, at {at_ms} (write, read)");
                checked += 2;
            }
            rows.push(json!({
                "who": who, "device": device, "received_ms": at_ms, "write": write, "read": read,
            }));
        };
        for (persona, known) in &world.personas {
            let may = |at: usize, action: char| {
                let (document, subject, _) = &documents[at];
                permits(cell(&table, document, *subject, persona), action, shared)
            };
            let live = known.live.device();
            row(persona, live, END_MS - 1, &|at, action| if may(at, action) { 'a' } else { 'n' });
            // A deputy whose grant ended is still of the team, like one without any.
            let stays = |at: usize, action: char| {
                let (document, subject, _) = &documents[at];
                let own = (*persona == "d_none").then_some(*subject).flatten();
                by_grant
                    && role(persona) == Role::Deputy
                    && permits(cell(&table, document, own, "d_none"), action, shared)
            };
            row(persona, live, END_MS, &|at, action| match (may(at, action), stays(at, action)) {
                (_, true) => 'a',
                (true, false) => 'e',
                (false, false) => 'n',
            });
            row(&format!("{persona}, revoked"), known.revoked, END_MS - 1, &|_, _| 'r');
            row(&format!("{persona}, revoked"), known.revoked, END_MS, &|_, _| 'r');
        }
        row("nobody's device", nobody, END_MS - 1, &|_, _| 'u');
        let entries: Vec<String> = entries(&world.book);
        worlds.push(json!({ "name": name, "entries": entries, "rows": rows, "records": [] }));
    }

    // Ended by a record, not by a date: no right is left.
    let mut ended = world(true, true);
    for name in PERSONAS {
        let person = ended.personas[name].person;
        if let Some(topic) = topic(name) {
            ended.book.policy(Operation::RevokeGrant { person, topics: vec![topic] });
        }
        ended.book.policy(Operation::EndMember { person, role: role(name) });
    }
    let documents = documents(&ended);
    let mut rows = Vec::new();
    for (persona, known) in &ended.personas {
        let device = known.live.device();
        let (write, read) = verdicts(&ended.book.policy, &documents, device, START_MS + 1_000_000);
        assert!(write.chars().chain(read.chars()).all(|letter| letter == 'n'), "{persona}, ended");
        rows.push(json!({
            "who": format!("{persona}, ended"), "device": device,
            "received_ms": START_MS + 1_000_000, "write": write, "read": read,
        }));
        checked += write.len() + read.len();
    }
    let entries: Vec<String> = entries(&ended.book);
    worlds.push(json!({ "name": "everybody's role ended", "entries": entries, "rows": rows, "records": [] }));
    worlds.push(signing_world(&table));
    assert!(checked > 10_000, "the matrix is complete: {checked}");

    let value = json!({ "documents": names, "worlds": worlds });
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/record/rights.json");
    let mut text = serde_json::to_string_pretty(&value).expect("JSON");
    text.push('\n');
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("rights.json; UPDATE_GOLDEN=1 writes it");
    assert!(kept == text, "rights.json is not current: UPDATE_GOLDEN=1 writes it anew");
}

fn entries(book: &Book) -> Vec<String> {
    book.lines
        .iter()
        .filter_map(|line| match line {
            Line::Entry(entry) => Some(hex::encode(entry.to_bytes())),
            Line::Checkpoint(_) => None,
        })
        .collect()
}

/// Every record that a device could sign, by row of the section `records`.
fn contents(world: &World, new: &DeviceKey) -> Vec<(String, Option<&'static str>, RecordContent)> {
    let p = |operation| RecordContent::Policy(operation);
    let person = |name: &str| person_of(world, name);
    let device = |name: &str| world.personas[name].live.device();
    let (key, form) = (|| new.public(), DeviceForm::Phone);
    let batch = assistenz_core::document::EntryId::new([5; 32]);
    let hash = Hash([6; 32]);
    let mut all = Vec::new();
    for role in Role::ALL {
        let add = Operation::AddMember { person: world.stranger, role, until_ms: None };
        all.push((format!("add_member/{}", role.word()), None, p(add)));
    }
    for name in ["assistant2", "coach2", "d_budget", "payroll", "employer"] {
        let end = Operation::EndMember { person: person(name), role: role(name) };
        all.push((format!("end_member/{}", role(name).word()), None, p(end)));
    }
    for name in ["assistant", "coach", "employer", "payroll", "d_none"] {
        let add = Operation::AddDevice { person: person(name), key: key(), form };
        all.push((format!("add_device/{name}"), Some(name), p(add)));
        let revoke = Operation::RevokeDevice { device: device(name) };
        all.push((format!("revoke_device/{name}"), Some(name), p(revoke)));
    }
    let deputy = person("d_none");
    let topics = || vec![Topic::Budget];
    let (employer, until_ms) = (person("employer"), END_MS);
    let verdict = |status, cause| RecordContent::Verdict { batch, status, cause };
    let mut more = vec![
        ("grant", p(Operation::Grant { person: deputy, topics: topics(), until_ms })),
        ("revoke_grant", p(Operation::RevokeGrant { person: deputy, topics: topics() })),
        ("trust", p(Operation::Trust { person: deputy })),
        ("share_rota", p(Operation::ShareRota { shared: true })),
        ("employer_key", p(Operation::EmployerKey { person: employer, key: key(), form })),
        ("recovered", p(Operation::RecoveredByOperator { person: employer, key: key(), form })),
        ("verdict/held", verdict(Status::Held, Cause::NoRight)),
        ("verdict/released", verdict(Status::Released, Cause::NoRight)),
        ("verdict/released_again", verdict(Status::Released, Cause::Depends)),
        ("verdict/refused", verdict(Status::Refused, Cause::NoRight)),
        (
            "purge",
            RecordContent::Purge {
                about: DocumentId::team().into(),
                rule: "rule".into(),
                batches: vec![batch],
            },
        ),
        (
            "export",
            RecordContent::Export {
                month: october(),
                program: "lodas".into(),
                files: vec![("a".into(), hash)],
                statements: vec![(deputy, hash)],
            },
        ),
    ];
    more.push(("seen", RecordContent::Seen { person: employer, batches: vec![batch] }));
    all.extend(more.into_iter().map(|(name, content)| (name.to_owned(), None, content)));
    all
}

fn signing_world(table: &Table) -> Value {
    let world = world(false, true);
    let policy = &world.book.policy;
    let new = DeviceKey::from_seed(&[0xdd; 32]);
    let unknown = DeviceKey::from_seed(&[0xee; 32]);
    let rows = &table["records"];
    let contents = contents(&world, &new);
    let named: std::collections::BTreeSet<&String> = contents.iter().map(|(row, ..)| row).collect();
    assert_eq!(named, rows.keys().collect(), "every record has a row and every row a record");
    let position = Position::new(1, world.book.size);
    let mut kept = Vec::new();
    for (number, (row, subject, content)) in (0_u8..).zip(&contents) {
        let signed = |key: &dyn Signer| {
            let draft = RecordDraft {
                team: world.book.team,
                nonce: [number; 16],
                issued_ms: START_MS,
                content: content.clone(),
                desk: None,
            };
            draft.seal(&[key]).expect("in form")
        };
        let mut keep = |what: String, record: assistenz_core::log::Record, received_ms: i64| {
            let verdict = policy.check(&record, position, received_ms);
            let entry = Entry { position, received_ms, content: record.into() };
            kept.push(json!({
                "what": what, "bytes": hex::encode(entry.to_bytes()),
                "verdict": verdict.err().map_or("allowed", PolicyError::code),
            }));
            verdict
        };
        for (persona, known) in &world.personas {
            let own = *subject == Some(*persona);
            let column = if own { "own" } else { persona };
            let allowed = rows[row][column] == "y";
            let what = format!("{row} signed by {persona}");
            let valid = keep(what.clone(), signed(&known.live), END_MS - 1);
            assert_eq!(valid.is_ok(), allowed, "{what}: {valid:?}");
            if !allowed {
                let no = [PolicyError::NotAllowed, PolicyError::UnknownSigner];
                assert!(valid.is_err_and(|why| no.contains(&why)), "{what}: {valid:?}");
                continue;
            }
            let expired = policy.check(&signed(&known.live), position, END_MS);
            // Where the right comes from belonging to the team at all, a grant's end is not its end.
            let stays = own && topic(persona).is_none() && role(persona) == Role::Deputy;
            assert_eq!(expired == Err(PolicyError::Expired), !stays, "{what}: {expired:?}");
        }
        let by_office =
            keep(format!("{row} signed by the office"), signed(&world.book.log_key), END_MS);
        let wanted = rows[row]["office"] == "y";
        let possible = !matches!(by_office, Err(PolicyError::NotAMember));
        assert!(by_office.is_ok() == wanted || (wanted && !possible), "{row}: {by_office:?}");
        let by_nobody =
            keep(format!("{row} signed by an unknown device"), signed(&unknown), END_MS - 1);
        assert_eq!(by_nobody, Err(PolicyError::UnknownSigner), "{row}");
    }
    let entries: Vec<String> = entries(&world.book);
    json!({ "name": "who signs what", "entries": entries, "rows": [], "records": kept })
}
