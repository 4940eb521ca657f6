//! Events whose bodies are not of their form or out of bounds.

use super::examples::NOW_MS;
use super::raw::{bytes, event, event_id, flag, id_list, int, list, map, text};
use super::refused::{BAD_VALUE, Case, OTHERWISE, TOO_LATE_MS, WRONG, of_events};
use super::{PERSON, id};
use assistenz_core::document::DocumentKind;

fn place() -> Vec<u8> {
    map(&[(0, text("Europe/Berlin")), (1, text("BE"))])
}

fn placed(zone: &str, land: &str, communes: Option<Vec<Vec<u8>>>) -> Vec<u8> {
    let mut fields = vec![(0, text(zone)), (1, text(land))];
    fields.extend(communes.map(|flags| (2, list(&flags))));
    map(&fields)
}

fn clocked_in(place: Vec<u8>) -> Vec<u8> {
    event(1, &[(0, int(NOW_MS)), (1, place)])
}

fn funded(parts: &[Vec<u8>]) -> Vec<u8> {
    event(1, &[(0, int(NOW_MS)), (1, place()), (2, list(parts))])
}

fn share(cost_centre: &str, measure: i64, amount: Option<i64>) -> Vec<u8> {
    let mut fields = vec![(0, text(cost_centre)), (1, int(measure))];
    fields.extend(amount.map(|amount| (2, int(amount))));
    map(&fields)
}

fn time() -> Vec<Case> {
    let (at, shift) = (|| int(NOW_MS), || event_id(1));
    let kind = |n| event(3, &[(0, shift()), (1, int(n)), (2, at())]);
    let month = |n| event(11, &[(0, int(n)), (1, bytes(&[0; 32]))]);
    let typed = |length| {
        let fields = [(0, shift()), (1, at()), (4, text(&"x".repeat(length)))];
        event(8, &fields)
    };
    let flags = |count| Some(vec![text("augsburg"); count]);
    of_events(
        DocumentKind::Time,
        vec![
            ("the shift is missing", event(2, &[(1, at())]), BAD_VALUE),
            ("the instant is missing", event(2, &[(0, shift())]), BAD_VALUE),
            ("the shift as hex", event(2, &[(0, text(&id(1).to_string())), (1, at())]), BAD_VALUE),
            ("before 1970", event(2, &[(0, shift()), (1, int(-1))]), BAD_VALUE),
            ("in 2200", event(2, &[(0, shift()), (1, int(TOO_LATE_MS))]), BAD_VALUE),
            ("kind of part 0", kind(0), BAD_VALUE),
            ("kind of part 10", kind(10), BAD_VALUE),
            ("a place without Land", clocked_in(map(&[(0, text("Europe/Berlin"))])), BAD_VALUE),
            ("an empty zone", clocked_in(placed("", "BE", None)), BAD_VALUE),
            ("a zone too long", clocked_in(placed(&"z".repeat(65), "BE", None)), BAD_VALUE),
            ("a zone with a space", clocked_in(placed("Europe/New Berlin", "BE", None)), BAD_VALUE),
            ("a zone with an umlaut", clocked_in(placed("Europe/Köln", "BE", None)), BAD_VALUE),
            ("a Land too long", clocked_in(placed("Europe/Berlin", "LANDLANDS", None)), BAD_VALUE),
            ("nine communes", clocked_in(placed("Europe/Berlin", "BY", flags(9))), BAD_VALUE),
            (
                "an empty list of communes",
                clocked_in(placed("Europe/Berlin", "BY", flags(0))),
                OTHERWISE,
            ),
            (
                "keys of the place out of order",
                clocked_in(map(&[(1, text("BE")), (0, text("Europe/Berlin"))])),
                OTHERWISE,
            ),
            (
                "a commune too long",
                clocked_in(placed("Europe/Berlin", "BY", Some(vec![text(&"c".repeat(33))]))),
                BAD_VALUE,
            ),
            ("an empty list of funding", funded(&[]), OTHERWISE),
            ("seventeen cost bearers", funded(&vec![share("k", 3, None); 17]), BAD_VALUE),
            ("a cost centre too long", funded(&[share(&"k".repeat(65), 3, None)]), BAD_VALUE),
            ("measure 0", funded(&[share("k", 0, None)]), BAD_VALUE),
            ("measure 4", funded(&[share("k", 4, Some(1))]), BAD_VALUE),
            ("the rest with an amount", funded(&[share("k", 3, Some(1))]), BAD_VALUE),
            ("minutes without an amount", funded(&[share("k", 1, None)]), BAD_VALUE),
            ("a negative amount", funded(&[share("k", 1, Some(-1))]), BAD_VALUE),
            ("an amount too large", funded(&[share("k", 2, Some(1 << 32))]), BAD_VALUE),
            ("a correction of nothing", event(7, &[(0, shift()), (1, text("so"))]), BAD_VALUE),
            (
                "a reason too long",
                event(9, &[(0, shift()), (2, text(&"r".repeat(4_001)))]),
                BAD_VALUE,
            ),
            ("a reason of bytes", event(9, &[(0, shift()), (2, bytes(b"so"))]), BAD_VALUE),
            (
                "a reason that is not UTF-8",
                event(9, &[(0, shift()), (2, vec![0x62, 0xc3, 0x28])]),
                BAD_VALUE,
            ),
            ("a typed time too long", typed(33), BAD_VALUE),
            ("month 13", month(202_613), BAD_VALUE),
            ("month 0", month(202_600), BAD_VALUE),
            ("a month before 2000", month(199_912), BAD_VALUE),
            ("a month after 2199", month(220_001), BAD_VALUE),
            (
                "a fingerprint too short",
                event(11, &[(0, int(202_610)), (1, bytes(&[0; 31]))]),
                BAD_VALUE,
            ),
            ("agreed as a number", event(12, &[(0, event_id(3)), (1, int(1))]), BAD_VALUE),
            (
                "a piece away without its place",
                event(13, &[(0, shift()), (2, at()), (3, at())]),
                BAD_VALUE,
            ),
        ],
    )
}

fn review() -> Vec<Case> {
    let hash = || bytes(&[7; 32]);
    let approval = |changed: &[(u64, Vec<u8>)]| {
        let mut fields = vec![
            (0, int(202_610)),
            (2, hash()),
            (3, list(&[])),
            (4, list(&[])),
            (5, text("record-1")),
            (6, list(&[])),
        ];
        fields.retain(|(key, _)| changed.iter().all(|(other, _)| other != key));
        fields.extend_from_slice(changed);
        fields.sort_by_key(|(key, _)| *key);
        event(22, &fields)
    };
    let days = |days: &[i64]| {
        approval(&[(1, list(&days.iter().map(|day| int(*day)).collect::<Vec<_>>()))])
    };
    let heads = |documents: &[&str]| {
        let one = |name: &&str| map(&[(0, text(name)), (1, list(&[]))]);
        approval(&[(3, list(&documents.iter().map(one).collect::<Vec<_>>()))])
    };
    let time = format!("time/{PERSON}/202610");
    let review = format!("review/{PERSON}/202610");
    let upper = time.to_uppercase().replace("TIME", "time");
    let part = map(&[(0, event_id(2)), (1, int(1)), (2, int(NOW_MS)), (3, int(NOW_MS))]);
    let parts = |parts: &[Vec<u8>]| event(20, &[(1, text("")), (6, list(parts))]);
    let piece = |index, count| {
        event(23, &[(0, hash()), (1, int(index)), (2, int(count)), (3, bytes(&[1]))])
    };
    let over = |reason| list(&[map(&[(0, event_id(3)), (1, text(reason))])]);
    let total = |minutes| list(&[map(&[(0, int(1)), (1, int(minutes))])]);
    let booked = |minutes| event(27, &[(0, int(202_610)), (1, int(minutes)), (2, text(""))]);
    of_events(
        DocumentKind::Review,
        vec![
            ("a clock in", clocked_in(place()), WRONG),
            ("a proposal without a reason", event(20, &[]), BAD_VALUE),
            ("an empty list of parts", parts(&[]), OTHERWISE),
            ("sixty-five parts", parts(&vec![part.clone(); 65]), BAD_VALUE),
            ("a proposed start before 1970", event(20, &[(1, text("")), (2, int(-1))]), BAD_VALUE),
            ("an empty list of days", days(&[]), OTHERWISE),
            ("days that do not rise", days(&[20_261_002, 20_261_001]), BAD_VALUE),
            ("a day that there is not", days(&[20_260_229]), BAD_VALUE),
            ("a day before 2000", days(&[19_991_231]), BAD_VALUE),
            ("a statement's hash too long", approval(&[(2, bytes(&[7; 33]))]), BAD_VALUE),
            ("documents that do not rise", heads(&[&review, &time]), BAD_VALUE),
            ("a document twice", heads(&[&time, &time]), BAD_VALUE),
            ("a document of no kind", heads(&[&time.replace("time", "times")]), BAD_VALUE),
            ("a document without its month", heads(&[&time.replace("202610", "-")]), BAD_VALUE),
            ("a document in capitals", heads(&[&upper]), OTHERWISE),
            ("live ids that do not rise", approval(&[(4, id_list(&[2, 1]))]), BAD_VALUE),
            ("rules too long", approval(&[(5, text(&"r".repeat(65)))]), BAD_VALUE),
            ("minutes below zero", approval(&[(6, total(-1))]), BAD_VALUE),
            ("too many minutes", approval(&[(6, total(1 << 32))]), BAD_VALUE),
            ("over without a reason", approval(&[(7, over(""))]), BAD_VALUE),
            ("an empty list of warnings", approval(&[(8, list(&[]))]), OTHERWISE),
            ("a warning too long", approval(&[(8, list(&[text(&"w".repeat(201))]))]), BAD_VALUE),
            ("a piece behind the last", piece(1, 1), BAD_VALUE),
            ("seventeen pieces", piece(0, 17), BAD_VALUE),
            (
                "a line of pay too long",
                event(25, &[(0, int(202_610)), (1, text(&"j".repeat(8_001)))]),
                BAD_VALUE,
            ),
            ("too many minutes on the account", booked(1_000_001), BAD_VALUE),
            ("too many minutes off the account", booked(-1_000_001), BAD_VALUE),
        ],
    )
}

fn answers_session_and_handover() -> Vec<Case> {
    let day = || int(20_261_012);
    let decided = |fields: &[(u64, Vec<u8>)]| {
        event(40, &[&[(0, event_id(1)), (1, flag(true))], fields].concat())
    };
    let entered = |kind: &str, first, last| {
        event(41, &[(0, text(kind)), (1, int(first)), (2, int(last)), (3, text(""))])
    };
    let note = |word: &str| event(43, &[(0, event_id(1)), (1, text(word))]);
    let booked = |hundredths| event(45, &[(0, day()), (1, int(hundredths)), (2, text(""))]);
    let warned = |year| event(46, &[(0, int(year)), (1, day())]);
    let cents = |cents| {
        let person = bytes(PERSON.bytes());
        event(62, &[(0, person), (1, event_id(1)), (2, flag(true)), (3, day()), (4, int(cents))])
    };
    let session = |goals: &str| {
        let at = || int(NOW_MS);
        event(50, &[(0, at()), (1, at()), (2, place()), (3, text(goals)), (4, text(""))])
    };
    let (answers, handover) = (DocumentKind::Answers, DocumentKind::Handover);
    let mut all = of_events(
        answers,
        vec![
            ("a question of the payroll office", event(60, &[(0, text("?"))]), WRONG),
            ("a kind in capitals", decided(&[(2, text("Vacation"))]), BAD_VALUE),
            ("an empty kind", decided(&[(2, text(""))]), BAD_VALUE),
            ("the first day alone", decided(&[(4, day())]), BAD_VALUE),
            ("the last day alone", decided(&[(5, day())]), BAD_VALUE),
            ("the first day asked for alone", decided(&[(7, day())]), BAD_VALUE),
            ("a day as a text", decided(&[(4, text("2026-10-12")), (5, day())]), BAD_VALUE),
            ("vacation below zero", decided(&[(6, int(-1))]), BAD_VALUE),
            ("too much vacation", decided(&[(6, int(100_001))]), BAD_VALUE),
            ("an absence upside down", entered("sick", 20_261_012, 20_261_011), BAD_VALUE),
            ("a kind too long", entered(&"k".repeat(33), 20_261_012, 20_261_012), BAD_VALUE),
            ("a kind with a digit", entered("sick2", 20_261_012, 20_261_012), BAD_VALUE),
            ("an empty certificate", note(""), BAD_VALUE),
            ("a certificate in words", note("on paper"), BAD_VALUE),
            (
                "an illness the same as itself",
                event(44, &[(0, event_id(1)), (1, event_id(1))]),
                BAD_VALUE,
            ),
            ("too much vacation booked", booked(100_001), BAD_VALUE),
            ("too much vacation taken", booked(-100_001), BAD_VALUE),
            ("a year before 2000", warned(1999), BAD_VALUE),
            ("a year after 2199", warned(2200), BAD_VALUE),
        ],
    );
    all.extend(of_events(
        DocumentKind::Session,
        vec![
            ("goals too long", session(&"g".repeat(4_001)), BAD_VALUE),
            ("a decision", decided(&[]), WRONG),
        ],
    ));
    all.extend(of_events(
        handover,
        vec![
            ("a question too long", event(60, &[(0, text(&"?".repeat(4_001)))]), BAD_VALUE),
            ("cents below zero", cents(-1), BAD_VALUE),
            ("too many cents", cents(1 << 32), BAD_VALUE),
            ("a session retracted", event(51, &[(0, text(""))]), WRONG),
        ],
    ));
    all
}

/// Of pregnancy and birth; added behind the others, whose ids stay.
fn of_maternity() -> Vec<Case> {
    let noted = |fields: &[(u64, i64)]| {
        let days = fields.iter().map(|(key, day)| (*key, int(*day)));
        event(47, &std::iter::once((0, event_id(1))).chain(days).collect::<Vec<_>>())
    };
    let net = |cents| event(28, &[(0, event_id(1)), (1, int(cents))]);
    let mut all = of_events(
        DocumentKind::Answers,
        vec![
            ("no expected day of birth", noted(&[(2, 20_261_012)]), BAD_VALUE),
            ("nursing before a birth", noted(&[(1, 20_261_012), (3, 20_261_012)]), BAD_VALUE),
            (
                "nursing until before the birth",
                noted(&[(1, 20_261_012), (2, 20_261_012), (3, 20_261_011)]),
                BAD_VALUE,
            ),
            ("a birth in words", event(47, &[(0, event_id(1)), (1, text("soon"))]), BAD_VALUE),
            ("net pay", net(0), WRONG),
        ],
    );
    all.extend(of_events(
        DocumentKind::Review,
        vec![
            ("net pay below zero", net(-1), BAD_VALUE),
            ("too much net pay", net(1 << 32), BAD_VALUE),
            ("a pregnancy", noted(&[(1, 20_261_012)]), WRONG),
        ],
    ));
    all
}

/// All of them.
pub(crate) fn all() -> Vec<Case> {
    [time(), review(), answers_session_and_handover(), of_maternity()]
        .into_iter()
        .flatten()
        .collect()
}
