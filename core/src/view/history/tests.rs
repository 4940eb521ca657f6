use super::*;
use crate::document::DocumentId;
use crate::record::cbor::Place;
use crate::record::claims::{Authority, Claim};
use crate::record::events::time::{ClockIn, Correction, PartEnd};
use crate::work::Kind;
use chrono_tz::Europe::Berlin;

fn id(number: u8) -> EventId {
    EventId::new([number; 16])
}
fn ms(text: &str) -> i64 {
    chrono::DateTime::parse_from_rfc3339(text).expect("an instant").timestamp_millis()
}
fn claim(event: u8, value: i64, replaced_by: Vec<EventId>) -> Claim {
    Claim {
        event: id(event),
        field: Field::Start,
        value: Claimed::At(Minute::floor_ms(value)),
        authority: Authority::Recorded,
        reconstructed: false,
        replaced_by,
    }
}

#[test]
fn a_correction_is_told_with_the_value_before_and_after_and_a_wrong_clock_with_bounds() {
    let ada = PersonId::new([7; 16]);
    let names = BTreeMap::from([(ada, "Ada Muster".to_owned())]);
    let eight = ms("2026-11-02T08:00:00+01:00");
    let quarter_past = ms("2026-11-02T08:15:00+01:00");
    let place = Place { zone: "Europe/Berlin".into(), land: "nw".into(), communes: vec![] };
    let clock_in =
        Event::new(quarter_past, ClockIn { at_ms: quarter_past, place, funding: vec![] });
    let correction = Correction {
        shift: id(1),
        reason: "Uhr ging vor".into(),
        start_ms: Some(eight),
        end_ms: None,
        place: None,
        funding: None,
    };
    let correction = Event::new(eight + 36_000_000, correction);
    let month = "2026-11".parse().expect("a month");
    let claims = Claims {
        shift: id(1),
        home: None,
        found_in: DocumentId::time(ada, month),
        all: vec![claim(1, quarter_past, vec![id(2)]), claim(2, eight, vec![])],
    };
    let recorded = |number, event, received_ms, doubt| Recorded {
        id: id(number),
        event,
        person: Some(ada),
        form: Some(DeviceForm::Phone),
        desk: None,
        received_ms,
        doubt,
    };
    let bounds = Bounds {
        earliest_ms: Some(ms("2026-11-02T07:58:00+01:00")),
        latest_ms: Some(ms("2026-11-02T08:03:00+01:00")),
    };
    let telling = Telling { language: Language::German, zone: Berlin, names: &names };
    let told = lines(
        telling,
        &claims,
        &[
            recorded(1, &clock_in, Some(quarter_past + 7_200_000), Some(bounds)),
            recorded(2, &correction, Some(eight + 36_000_000), None),
        ],
    );
    assert_eq!(told[0].sentence, "Kommen: Mo 2. Nov. 08:15.");
    assert_eq!(told[0].who, "Ada Muster, Telefon");
    assert!(told[0].replaced);
    assert_eq!(
        told[0].notes,
        [
            "Im Büro angekommen: Mo 2. Nov. 10:15.",
            "Die Uhr des Geräts ging falsch: Wirklich war es zwischen Mo 2. Nov. 07:58 und Mo 2. Nov. 08:03.",
        ]
    );
    assert_eq!(
        told[1].sentence,
        "Selbst korrigiert: Beginn Mo 2. Nov. 08:00 statt Mo 2. Nov. 08:15."
    );
    assert_eq!(told[1].reason, "Uhr ging vor");
    assert!(!told[1].replaced);
}

#[test]
fn the_end_of_a_part_says_of_which_as_far_as_it_is_known() {
    let ada = PersonId::new([7; 16]);
    let names = BTreeMap::from([(ada, "Ada Muster".to_owned())]);
    let at_ms = ms("2026-11-02T12:30:00+01:00");
    let end = Event::new(at_ms, PartEnd { shift: id(1), part: id(3), at_ms });
    let kind = |event, kind, replaced_by| Claim {
        field: Field::PartKind(id(3)),
        value: Claimed::Kind(kind),
        ..claim(event, at_ms, replaced_by)
    };
    let told = |all: Vec<Claim>| {
        let month = "2026-11".parse().expect("a month");
        let found_in = DocumentId::time(ada, month);
        let claims = Claims { shift: id(1), home: None, found_in, all };
        let recorded = Recorded {
            id: id(4),
            event: &end,
            person: Some(ada),
            form: Some(DeviceForm::Phone),
            desk: None,
            received_ms: None,
            doubt: None,
        };
        let telling = Telling { language: Language::German, zone: Berlin, names: &names };
        lines(telling, &claims, &[recorded]).remove(0).sentence
    };
    let (pause, standby) = (Kind::UnpaidBreak, Kind::Standby);
    assert_eq!(told(vec![kind(3, pause, vec![])]), "Ende Pause: Mo 2. Nov. 12:30.");
    // Set right since, taken back since, said twice, and never said here.
    let right = vec![kind(3, pause, vec![id(5)]), kind(5, standby, vec![])];
    assert_eq!(told(right), "Ende Bereitschaft: Mo 2. Nov. 12:30.");
    assert_eq!(told(vec![kind(3, pause, vec![id(5)])]), "Ende Pause: Mo 2. Nov. 12:30.");
    let twice = vec![kind(3, pause, vec![]), kind(5, standby, vec![])];
    assert_eq!(told(twice), "Ende eines Teils: Mo 2. Nov. 12:30.");
    assert_eq!(told(vec![]), "Ende eines Teils: Mo 2. Nov. 12:30.");
}
