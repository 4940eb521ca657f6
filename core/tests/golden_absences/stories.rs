//! What happened, and in which states the absences are then, by id.

use super::answered;
use super::story::{OCTOBER, Story, Told, id, told};
use assistenz_core::record::cbor::Day;
use assistenz_core::record::events::answers::{
    AbsenceEntered, CertificateNoted, Decision, TakenBack,
};
use assistenz_core::record::fields::FieldValue;

pub(crate) const NOVEMBER: &str = "2026-11";

pub(crate) fn text(field: &'static str, value: &str) -> (&'static str, FieldValue) {
    (field, FieldValue::text(value))
}

pub(crate) const fn withdrawn(value: bool) -> (&'static str, FieldValue) {
    ("withdrawn", FieldValue::Flag(value))
}

const fn vacation_days(hundredths: i64) -> (&'static str, FieldValue) {
    ("vacation_days", FieldValue::Number(hundredths))
}

pub(crate) fn wish(kind: &str, first: &str, last: &str) -> Vec<(&'static str, FieldValue)> {
    vec![text("kind", kind), text("first_day", first), text("last_day", last)]
}

pub(crate) fn vacation() -> Vec<(&'static str, FieldValue)> {
    wish("vacation", "2026-10-12", "2026-10-16")
}

fn sick() -> Vec<(&'static str, FieldValue)> {
    wish("sick", "2026-10-05", "2026-10-07")
}

pub(crate) fn day(text: &str) -> Day {
    Day(text.parse().expect("a day"))
}

/// A decision on wish 1 that names nothing.
fn bare(granted: bool) -> Decision {
    Decision {
        wish: id(1),
        granted,
        kind: None,
        reason: None,
        first_day: None,
        last_day: None,
        vacation_days: None,
        asked_first: None,
        asked_last: None,
    }
}

/// A decision on wish 1 that names days.
pub(crate) fn decided(granted: bool, first: &str, last: &str) -> Decision {
    Decision { first_day: Some(day(first)), last_day: Some(day(last)), ..bare(granted) }
}

/// As the program grants: everything named.
pub(crate) fn granted(kind: &str, first: &str, last: &str) -> Decision {
    Decision { kind: Some(kind.into()), ..decided(true, first, last) }
}

fn declined() -> Decision {
    let reason = Some("Da fehlt die Vertretung.".into());
    Decision { reason, ..decided(false, "2026-10-12", "2026-10-16") }
}

pub(crate) fn entered(kind: &str, first: &str, last: &str) -> AbsenceEntered {
    AbsenceEntered {
        kind: kind.into(),
        first_day: day(first),
        last_day: day(last),
        reason: "am Telefon gesagt".into(),
        vacation_days: None,
    }
}

pub(crate) fn noted(word: &str, on: Option<&str>) -> CertificateNoted {
    CertificateNoted { absence: id(1), certificate: word.into(), day: on.map(day) }
}

pub(crate) const fn taken_back() -> TakenBack {
    TakenBack { reason: None }
}

/// A story that begins with the wish for a vacation of five days.
fn asked(
    name: &'static str,
    states: &'static [&'static str],
    write: impl FnOnce(&mut Story),
) -> Told {
    told(name, states, |story| {
        story.wish(OCTOBER, 1, &vacation());
        write(story);
    })
}

/// A story that begins with a vacation granted as the program grants it.
fn given(
    name: &'static str,
    states: &'static [&'static str],
    write: impl FnOnce(&mut Story),
) -> Told {
    asked(name, states, |story| {
        story.write(OCTOBER, 11, &[], granted("vacation", "2026-10-12", "2026-10-16"));
        write(story);
    })
}

/// A story that begins with a report of sickness.
pub(crate) fn reported(
    name: &'static str,
    states: &'static [&'static str],
    write: impl FnOnce(&mut Story),
) -> Told {
    told(name, states, |story| {
        story.wish(OCTOBER, 1, &sick());
        write(story);
    })
}

fn wishes() -> Vec<Told> {
    vec![
        told("nothing", &[], |_| {}),
        asked("asked for", &["requested"], |_| {}),
        asked("asked for, with days of vacation and a note", &["requested"], |story| {
            story.wish(OCTOBER, 1, &[vacation_days(450), text("note", "Hochzeit")]);
        }),
        asked("asked for other days before anybody decided", &["requested"], |story| {
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-14")]);
        }),
        asked("withdrawn", &["withdrawn"], |story| story.wish(OCTOBER, 1, &[withdrawn(true)])),
        asked("withdrawn and wanted again", &["requested"], |story| {
            story.wish(OCTOBER, 1, &[withdrawn(true)]);
            story.wish(OCTOBER, 1, &[withdrawn(false)]);
        }),
        asked("two phones say the same last day", &["requested"], |story| {
            let last = [text("last_day", "2026-10-15")];
            story.wish_apart(OCTOBER, 1, &last, &last);
        }),
        asked("two phones say two last days", &["unsettled"], |story| {
            let (here, there) =
                ([text("last_day", "2026-10-15")], [text("last_day", "2026-10-20")]);
            story.wish_apart(OCTOBER, 1, &here, &there);
        }),
        asked("two last days, and then one that has seen both", &["requested"], |story| {
            let (here, there) =
                ([text("last_day", "2026-10-15")], [text("last_day", "2026-10-20")]);
            story.wish_apart(OCTOBER, 1, &here, &there);
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-20")]);
        }),
        asked("two kinds", &["unsettled"], |story| {
            let (here, there) = ([text("kind", "unpaid_leave")], [text("kind", "special_leave")]);
            story.wish_apart(OCTOBER, 1, &here, &there);
        }),
        asked("two notes do not matter", &["requested"], |story| {
            let (here, there) = ([text("note", "eins")], [text("note", "zwei")]);
            story.wish_apart(OCTOBER, 1, &here, &there);
        }),
        asked("withdrawn here, kept there", &["unsettled"], |story| {
            story.wish_apart(OCTOBER, 1, &[withdrawn(true)], &[withdrawn(false)]);
        }),
        asked("two last days, withdrawn", &["withdrawn"], |story| {
            let (here, there) =
                ([text("last_day", "2026-10-15")], [text("last_day", "2026-10-20")]);
            story.wish_apart(OCTOBER, 1, &here, &there);
            story.wish(OCTOBER, 1, &[withdrawn(true)]);
        }),
        told("days upside down", &["unsettled"], |story| {
            story.wish(OCTOBER, 1, &wish("vacation", "2026-10-16", "2026-10-12"));
        }),
        told("1,100 days are asked for, and 1,101", &["requested", "unsettled"], |story| {
            story.wish(OCTOBER, 1, &wish("unpaid_leave", "2026-10-01", "2029-10-04"));
            story.wish(OCTOBER, 2, &wish("unpaid_leave", "2026-10-01", "2029-10-05"));
        }),
        told("a day is missing", &["unsettled"], |story| {
            story.wish(OCTOBER, 1, &[text("kind", "vacation"), text("first_day", "2026-10-12")]);
        }),
        told("a kind unknown here", &["unsettled"], |story| {
            story.wish(OCTOBER, 1, &wish("sabbatical", "2026-10-12", "2026-10-16"));
        }),
        told("nobody asks for a holiday", &["unsettled"], |story| {
            story.wish(OCTOBER, 1, &wish("holiday_not_worked", "2026-10-03", "2026-10-03"));
        }),
    ]
}

fn decisions() -> Vec<Told> {
    vec![
        given("granted", &["granted"], |_| {}),
        asked("granted without a word about days", &["granted"], |story| {
            story.wish(OCTOBER, 1, &[vacation_days(500)]);
            story.write(OCTOBER, 11, &[], bare(true));
        }),
        asked("granted for other days than asked for", &["granted"], |story| {
            let mut fewer = granted("vacation", "2026-10-12", "2026-10-14");
            fewer.vacation_days = Some(300);
            (fewer.asked_first, fewer.asked_last) =
                (Some(day("2026-10-12")), Some(day("2026-10-16")));
            story.write(OCTOBER, 11, &[], fewer);
        }),
        asked("granted as another kind", &["granted"], |story| {
            story.write(OCTOBER, 11, &[], granted("unpaid_leave", "2026-10-12", "2026-10-16"));
        }),
        asked("granted as a kind unknown here", &["unsettled"], |story| {
            story.write(OCTOBER, 11, &[], granted("sabbatical", "2026-10-12", "2026-10-16"));
        }),
        asked("granted upside down", &["unsettled"], |story| {
            story.write(OCTOBER, 11, &[], granted("vacation", "2026-10-16", "2026-10-12"));
        }),
        asked("decided to be a holiday", &["reported"], |story| {
            story.write(
                OCTOBER,
                11,
                &[],
                granted("holiday_not_worked", "2026-10-12", "2026-10-12"),
            );
        }),
        given("granted, then asked for other days", &["granted"], |story| {
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-20")]);
        }),
        given(
            "granted, and later words of the person change nothing of it",
            &["granted"],
            |story| {
                story.wish(OCTOBER, 1, &[text("kind", "special_leave"), vacation_days(0)]);
            },
        ),
        given("granted, and then the wish is called a sickness", &["granted"], |story| {
            story.wish(OCTOBER, 1, &[text("kind", "sick"), text("last_day", "2026-12-31")]);
        }),
        given("granted, asked anew, granted anew", &["granted"], |story| {
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-20")]);
            story.write(OCTOBER, 12, &[11], granted("vacation", "2026-10-12", "2026-10-20"));
        }),
        given("granted, asked anew, and that declined", &["granted"], |story| {
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-20")]);
            let mut kept = granted("vacation", "2026-10-12", "2026-10-16");
            (kept.asked_first, kept.asked_last) =
                (Some(day("2026-10-12")), Some(day("2026-10-20")));
            story.write(OCTOBER, 12, &[11], kept);
        }),
        given("granted, then upside down", &["granted"], |story| {
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-01")]);
        }),
        given("granted, then two last days", &["unsettled"], |story| {
            let (here, there) =
                ([text("last_day", "2026-10-15")], [text("last_day", "2026-10-20")]);
            story.wish_apart(OCTOBER, 1, &here, &there);
        }),
        given("granted, then withdrawn", &["withdrawal_asked"], |story| {
            story.wish(OCTOBER, 1, &[withdrawn(true)]);
        }),
        given("granted, withdrawn, and the grant taken back", &["withdrawn"], |story| {
            story.wish(OCTOBER, 1, &[withdrawn(true)]);
            story.write(OCTOBER, 12, &[11], taken_back());
        }),
        given("granted, and that taken back", &["requested"], |story| {
            story.write(OCTOBER, 12, &[11], taken_back());
        }),
        given("granted, then declined", &["declined"], |story| {
            story.write(OCTOBER, 12, &[11], declined());
        }),
        given("granted and declined at once", &["unsettled"], |story| {
            story.write(OCTOBER, 12, &[], declined());
        }),
        given("granted twice in the same words", &["granted"], |story| {
            story.write(OCTOBER, 12, &[], granted("vacation", "2026-10-12", "2026-10-16"));
        }),
        asked("declined", &["declined"], |story| story.write(OCTOBER, 11, &[], declined())),
        asked("declined without a word about days", &["declined"], |story| {
            story.write(OCTOBER, 11, &[], bare(false));
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-20")]);
        }),
        asked("declined, then asked for other days", &["requested"], |story| {
            story.write(OCTOBER, 11, &[], declined());
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-14")]);
        }),
        asked("declined, then withdrawn", &["withdrawn"], |story| {
            story.write(OCTOBER, 11, &[], declined());
            story.wish(OCTOBER, 1, &[withdrawn(true)]);
        }),
        asked("a decision about another wish says nothing", &["requested", "granted"], |story| {
            story.wish(OCTOBER, 2, &wish("vacation", "2026-10-26", "2026-10-27"));
            let other = granted("vacation", "2026-10-26", "2026-10-27");
            story.write(OCTOBER, 11, &[], Decision { wish: id(2), ..other });
        }),
    ]
}

/// All stories.
pub(crate) fn all() -> Vec<Told> {
    [wishes(), decisions(), answered::sickness(), answered::by_the_employer()]
        .into_iter()
        .flatten()
        .collect()
}
