//! Keys and values that no document takes in, each with the word for why.

use super::examples::NOW_MS;
use super::raw::{bytes, event, event_id, event_of, flag, id_list, int, list, map, text};
use super::{id, ids, refused_bodies};
use assistenz_core::document::DocumentKind;
use assistenz_core::gate::schema::event_key;

/// What is refused, where, and why.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) kind: DocumentKind,
    pub(crate) key: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) code: &'static str,
}

pub(crate) const BAD_VALUE: &str = "bad_value";
pub(crate) const BAD_KEY: &str = "bad_key";
pub(crate) const NEWER: &str = "newer";
pub(crate) const OTHERWISE: &str = "not_deterministic";
pub(crate) const WRONG: &str = "wrong_document";
/// The year 2200, of which no instant is.
pub(crate) const TOO_LATE_MS: i64 = 7_258_118_400_000;

/// A clock out with these lists of ids behind it.
fn replacing(more: &[(u64, Vec<u8>)]) -> Vec<u8> {
    let body = map(&[(0, event_id(1)), (1, int(NOW_MS))]);
    let mut fields = vec![(0, int(1)), (1, int(2)), (2, body), (3, int(NOW_MS))];
    fields.extend_from_slice(more);
    map(&fields)
}

/// Name, bytes, why; in a document of this kind under the key of an event.
pub(crate) fn of_events(
    kind: DocumentKind,
    cases: Vec<(&str, Vec<u8>, &'static str)>,
) -> Vec<Case> {
    let case = |(name, bytes, code): (&str, Vec<u8>, &'static str)| Case {
        name: format!("{}: {name}", kind.word()),
        kind,
        key: event_key(id(7)),
        bytes,
        code,
    };
    cases.into_iter().map(case).collect()
}

fn form() -> Vec<Case> {
    let good = replacing(&[]);
    let (at, shift) = (int(NOW_MS), event_id(1));
    let cut = good[..good.len() - 1].to_vec();
    let more = [good.clone(), vec![0]].concat();
    let body = map(&[(0, shift.clone()), (1, at.clone())]);
    let with = |find: &[u8], put: &[u8]| {
        let from = good.windows(find.len()).position(|part| part == find).expect("is there");
        [&good[..from], put, &good[from + find.len()..]].concat()
    };
    let long_ms = [vec![0x3b], NOW_MS.to_be_bytes().to_vec()].concat();
    let endless = |map: &[u8]| [&[0xbf], &map[1..], &[0xff]].concat();
    let unsorted = map(&[(1, at.clone()), (0, shift.clone())]);
    let doubled = map(&[(0, shift.clone()), (1, at.clone()), (1, at.clone())]);
    let unknown = map(&[(0, shift.clone()), (1, at.clone()), (2, int(0))]);
    let without_reason = map(&[(0, event_id(3)), (1, flag(true)), (2, vec![0xf6])]);
    of_events(
        DocumentKind::Time,
        vec![
            ("nothing", vec![], BAD_VALUE),
            ("cut off", cut, BAD_VALUE),
            ("a byte too many", more, BAD_VALUE),
            ("no map", list(&[int(1), int(2)]), BAD_VALUE),
            ("an empty map", map(&[]), BAD_VALUE),
            ("version 0", event_of(0, 2, &body), BAD_VALUE),
            ("a later version", event_of(2, 2, &body), NEWER),
            ("a later version with another body", event_of(2, 2, &map(&[])), NEWER),
            ("type 0", event_of(1, 0, &map(&[])), NEWER),
            ("a type unknown yet", event_of(1, 15, &body), NEWER),
            ("a type far away", event_of(1, u64::MAX, &map(&[])), NEWER),
            ("a type unknown yet, its body no map", event_of(1, 15, &list(&[])), BAD_VALUE),
            ("a body that is no map", event_of(1, 2, &list(&[])), BAD_VALUE),
            (
                "version and type exchanged",
                map(&[(1, int(2)), (0, int(1)), (2, body.clone()), (3, at.clone())]),
                BAD_VALUE,
            ),
            ("recorded is missing", map(&[(0, int(1)), (1, int(2)), (2, body.clone())]), BAD_VALUE),
            ("an unknown key behind", replacing(&[(6, int(0))]), BAD_VALUE),
            (
                "recorded before 1970",
                map(&[(0, int(1)), (1, int(2)), (2, body.clone()), (3, int(-1))]),
                BAD_VALUE,
            ),
            (
                "recorded after 2199",
                map(&[(0, int(1)), (1, int(2)), (2, body.clone()), (3, int(TOO_LATE_MS))]),
                BAD_VALUE,
            ),
            (
                "recorded as a text",
                map(&[(0, int(1)), (1, int(2)), (2, body.clone()), (3, text("now"))]),
                BAD_VALUE,
            ),
            ("an event of a review", event(26, &[(0, text("weg"))]), WRONG),
            ("an event of answers", event(42, &[]), WRONG),
            (
                "the version longer than needed",
                with(&[0x00, 0x01, 0x01], &[0x00, 0x18, 0x01, 0x01]),
                OTHERWISE,
            ),
            ("an id's length longer than needed", with(&[0x50], &[0x58, 0x10]), OTHERWISE),
            ("an instant as a float", with(&[0x1b], &[0xfb]), BAD_VALUE),
            ("an instant with a tag", with(&[0x1b], &[0xc1, 0x1b]), BAD_VALUE),
            (
                "a negative instant",
                event_of(1, 2, &map(&[(0, shift.clone()), (1, long_ms)])),
                BAD_VALUE,
            ),
            ("an event of indefinite length", endless(&good), OTHERWISE),
            ("a body of indefinite length", event_of(1, 2, &endless(&body)), OTHERWISE),
            ("keys of the body out of order", event_of(1, 2, &unsorted), OTHERWISE),
            ("a key of the body twice", event_of(1, 2, &doubled), OTHERWISE),
            ("a key that the body does not have", event_of(1, 2, &unknown), OTHERWISE),
            ("null where nothing is written", event_of(1, 12, &without_reason), OTHERWISE),
            (
                "null where something must be",
                event_of(1, 2, &map(&[(0, shift.clone()), (1, vec![0xf6])])),
                BAD_VALUE,
            ),
            (
                "a key of the body as a text",
                event_of(1, 14, &[&[0xa1], &text("0")[..], &shift].concat()),
                BAD_VALUE,
            ),
        ],
    )
}

fn lists_of_ids() -> Vec<Case> {
    let most = ids(1..=401).iter().map(|id| bytes(id.bytes())).collect::<Vec<_>>();
    of_events(
        DocumentKind::Time,
        vec![
            ("ids that do not rise", replacing(&[(4, id_list(&[2, 1]))]), BAD_VALUE),
            ("an id twice", replacing(&[(5, id_list(&[1, 1]))]), BAD_VALUE),
            ("one id too many", replacing(&[(4, list(&most))]), BAD_VALUE),
            ("an id too short", replacing(&[(4, list(&[bytes(&[0; 15])]))]), BAD_VALUE),
            ("an id too long", replacing(&[(5, list(&[bytes(&[0; 17])]))]), BAD_VALUE),
            ("ids that are no list", replacing(&[(4, event_id(1))]), BAD_VALUE),
            ("an empty list of ids", replacing(&[(4, list(&[]))]), OTHERWISE),
            (
                "about before supersedes",
                replacing(&[(5, id_list(&[1])), (4, id_list(&[1]))]),
                BAD_VALUE,
            ),
            ("supersedes twice", replacing(&[(4, id_list(&[1])), (4, id_list(&[1]))]), BAD_VALUE),
        ],
    )
}

/// Kind, name, key, bytes, why.
fn put(kind: DocumentKind, name: &str, key: &str, bytes: Vec<u8>, code: &'static str) -> Case {
    Case { name: format!("{}: {name}", kind.word()), kind, key: key.to_owned(), bytes, code }
}

fn keys() -> Vec<Case> {
    let (time, wishes, team) = (DocumentKind::Time, DocumentKind::Wishes, DocumentKind::Team);
    let good = || replacing(&[]);
    let value = || map(&[(0, text("vacation")), (1, int(NOW_MS))]);
    let it = id(0xf1e1);
    vec![
        put(time, "an event's key without e", &it.to_string(), good(), BAD_KEY),
        put(time, "an event's key in capitals", &format!("e/{}", "AD".repeat(16)), good(), BAD_KEY),
        put(time, "an event's key too short", &format!("e/{}", "ad".repeat(15)), good(), BAD_KEY),
        put(time, "an event's key too long", &format!("e/{}", "ad".repeat(17)), good(), BAD_KEY),
        put(time, "a field's key", &format!("absence/{it}/kind"), value(), BAD_KEY),
        put(wishes, "an event's key", &event_key(it), value(), BAD_KEY),
        put(wishes, "no key", "", value(), BAD_KEY),
        put(wishes, "an id too short", "absence/f1e1/kind", value(), BAD_KEY),
        put(
            wishes,
            "an id in capitals",
            &format!("absence/{}/kind", "AD".repeat(16)),
            value(),
            BAD_KEY,
        ),
        put(wishes, "a thing in capitals", &format!("Absence/{it}/kind"), value(), BAD_KEY),
        put(wishes, "a field with a digit", &format!("absence/{it}/kind2"), value(), BAD_KEY),
        put(
            wishes,
            "a field too long",
            &format!("absence/{it}/{}", "k".repeat(33)),
            value(),
            BAD_KEY,
        ),
        put(wishes, "four parts", &format!("absence/{it}/kind/x"), value(), BAD_KEY),
        put(wishes, "an unknown thing", &format!("holiday/{it}/kind"), value(), NEWER),
        put(wishes, "an unknown field", &format!("absence/{it}/colour"), value(), NEWER),
        put(wishes, "a thing of another kind", &format!("shift/{it}/kind"), value(), NEWER),
        put(wishes, "a field without its thing", "kind", value(), NEWER),
        put(team, "a field of another kind", "phone", value(), NEWER),
    ]
}

fn values() -> Vec<Case> {
    let (wishes, rota) = (DocumentKind::Wishes, DocumentKind::Rota);
    let it = id(0xf1e1);
    let told = |value: Vec<u8>| map(&[(0, value), (1, int(NOW_MS))]);
    let day = |name: &str, text_of_it: &str| {
        put(wishes, name, &format!("absence/{it}/first_day"), told(text(text_of_it)), BAD_VALUE)
    };
    let kind =
        |name: &str, bytes, code| put(wishes, name, &format!("absence/{it}/kind"), bytes, code);
    let word = || text("sick");
    let number = |name: &str, value| {
        put(wishes, name, &format!("absence/{it}/vacation_days"), told(value), BAD_VALUE)
    };
    let from =
        |name: &str, value| put(rota, name, &format!("shift/{it}/from"), told(value), BAD_VALUE);
    let withdrawn = |name: &str, value| {
        put(wishes, name, &format!("absence/{it}/withdrawn"), told(value), BAD_VALUE)
    };
    let [_, rest @ ..] = &told(word())[..] else { unreachable!("a map") };
    vec![
        kind("no bytes", vec![], BAD_VALUE),
        kind("no map", word(), BAD_VALUE),
        kind("a byte too many", [told(word()), vec![0]].concat(), BAD_VALUE),
        kind("recorded is missing", map(&[(0, word())]), BAD_VALUE),
        kind("recorded before 1970", map(&[(0, word()), (1, int(-1))]), BAD_VALUE),
        kind("recorded after 2199", map(&[(0, word()), (1, int(TOO_LATE_MS))]), BAD_VALUE),
        kind("recorded first", map(&[(1, int(NOW_MS)), (0, word())]), BAD_VALUE),
        kind("a third key", map(&[(0, word()), (1, int(NOW_MS)), (2, int(0))]), BAD_VALUE),
        kind("a text too long", told(text(&"k".repeat(33))), BAD_VALUE),
        kind("a number for a text", told(int(1)), BAD_VALUE),
        kind("null for a text", told(vec![0xf6]), BAD_VALUE),
        kind("a length longer than needed", [vec![0xb8, 2], rest.to_vec()].concat(), OTHERWISE),
        kind("of indefinite length", [&[0xbf], rest, &[0xff]].concat(), OTHERWISE),
        kind(
            "a text's length longer than needed",
            told([vec![0x78, 4], b"sick".to_vec()].concat()),
            OTHERWISE,
        ),
        day("a day that there is not", "2026-02-29"),
        day("a day without zeros", "2026-2-9"),
        day("a day with a sign", "+2026-1-09"),
        day("a day with a space", " 2026-1-09"),
        day("a day and a time", "2026-10-12T00:00"),
        day("no day", ""),
        number("a number below zero", int(-1)),
        number("a number too large", int((1 << 31) + 1)),
        number("a text for a number", text("5")),
        from("before 1970", int(-1)),
        from("in 2200", int(TOO_LATE_MS)),
        from("a day for an instant", text("2026-10-12")),
        withdrawn("a number for a flag", int(1)),
        withdrawn("a text for a flag", text("true")),
    ]
}

/// All of them.
pub(crate) fn all() -> Vec<Case> {
    [form(), lists_of_ids(), refused_bodies::all(), keys(), values()]
        .into_iter()
        .flatten()
        .collect()
}
