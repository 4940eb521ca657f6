//! Golden vectors of absences: what a person and an employer wrote, and what
//! stands then (`docs/sync-protocol.md` § 9.4). Each story says by hand in
//! which states its absences are. `UPDATE_GOLDEN=1` writes
//! `tests/fixtures/record/absences.json` anew; otherwise it is compared.

#[path = "golden_absences/answered.rs"]
mod answered;
#[path = "golden_absences/stories.rs"]
mod stories;
mod story;

use assistenz_core::document::DocumentKind;
use assistenz_core::record::absence::{AbsenceEntry, AbsenceState, absences};
use assistenz_core::record::answered::answered as read_answers;
use serde_json::{Map, Value, json};
use story::{ADA, Story, golden};

fn absence_json(entry: &AbsenceEntry) -> Value {
    let mut told = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            told.insert(name.to_owned(), value);
        }
    };
    put("id", json!(entry.id));
    put("state", json!(entry.state.code()));
    put("counts", json!(entry.state.counts()));
    put("certificate", json!(entry.certificate.word()));
    put("certificate_day", json!(entry.certificate.day()));
    put("earlier", json!(entry.same_illness_as));
    put("due", json!(entry.maternity.map(|known| known.due)));
    put("birth", json!(entry.maternity.and_then(|known| known.birth)));
    put("nursing_until", json!(entry.maternity.and_then(|known| known.nursing_until)));
    put("disputed", json!(entry.disputed));
    // What it would be is open while it is unsettled.
    if entry.state != AbsenceState::Unsettled {
        put("kind", json!(entry.kind.map(|kind| kind.word())));
        put("first_day", json!(entry.days.map(|days| days.0)));
        put("last_day", json!(entry.days.map(|days| days.1)));
        put("asked_first", json!(entry.asked_since.map(|days| days.0)));
        put("asked_last", json!(entry.asked_since.map(|days| days.1)));
        put("vacation_days", json!(entry.vacation_days));
    }
    Value::Object(told)
}

fn story_json(name: &str, states: &[&str], story: &Story) -> Value {
    let documents = story.documents();
    let mut found = absences(ADA, &documents);
    found.sort_by_key(|entry| entry.id);
    let codes: Vec<&str> = found.iter().map(|entry| entry.state.code()).collect();
    assert_eq!(codes, states, "{name}");
    let answers = documents.into_iter().filter(|one| one.id().kind() == DocumentKind::Answers);
    let answered = read_answers(answers);
    json!({
        "name": name,
        "documents": story.told(),
        "absences": found.iter().map(absence_json).collect::<Vec<_>>(),
        "vacation_booked": answered.booked.iter().map(|booking| json!({
            "id": booking.id, "day": booking.day, "hundredths": booking.hundredths,
        })).collect::<Vec<_>>(),
        "vacation_warned": answered.warned,
    })
}

#[test]
fn absences_are_as_they_were() {
    let stories: Vec<Value> = stories::all()
        .iter()
        .map(|(name, states, story)| story_json(name, states, story))
        .collect();
    golden("absences.json", &json!(stories));
}
