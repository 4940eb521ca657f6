//! The page in words.

use super::*;
use crate::law::contribution_date::ContributionDates;
use chrono_tz::Europe::Berlin;

fn facts() -> Facts {
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    Facts {
        today,
        now: crate::time::midnight(today, Berlin),
        zone: Berlin,
        on_shift: vec![],
        months: vec![],
        own: Vec::new(),
        devices: 0,
        held: 0,
        phones: vec![],
        absences: 0,
        births: 0,
        to_export: vec![],
        questions: vec![],
        due: Due::default(),
    }
}

fn month(name: &str, state: MonthState, may_approve: MayApprove) -> MonthFact {
    let month = "2026-10".parse().expect("a month");
    let person = PersonId::new([u8::try_from(name.len()).unwrap_or(0); 16]);
    MonthFact { person, name: name.to_owned(), month, state, may_approve }
}

fn own(to_answer: usize, to_settle: usize, to_declare: bool) -> OwnMonth {
    let month = "2026-10".parse().expect("a month");
    OwnMonth { person: PersonId::new([1; 16]), month, to_answer, to_settle, to_declare }
}

#[test]
fn the_first_sentence_says_what_to_do_next() {
    let nothing = facts();
    let one = month("Ada", MonthState::Open, MayApprove::Yes);
    let cases = [
        (nothing.clone(), "Heute gibt es nichts zu tun."),
        (
            Facts { own: vec![own(2, 1, true)], ..nothing.clone() },
            "Als Nächstes: Auf 2 Vorschläge für Oktober 2026 antworten.",
        ),
        (
            Facts { own: vec![own(0, 1, true)], ..nothing.clone() },
            "Als Nächstes: Eine Schicht im Oktober 2026 klären.",
        ),
        (
            Facts { own: vec![own(0, 0, true)], ..nothing.clone() },
            "Als Nächstes: Oktober 2026 als vollständig melden.",
        ),
        (Facts { own: vec![own(0, 0, false)], ..nothing.clone() }, "Heute gibt es nichts zu tun."),
        (
            Facts { months: vec![one.clone()], ..nothing.clone() },
            "Als Nächstes: Oktober 2026 von Ada freigeben.",
        ),
        (
            Facts {
                months: vec![one.clone(), month("Bela", MonthState::Open, MayApprove::No)],
                ..nothing.clone()
            },
            "Als Nächstes: Oktober 2026 von 2 Personen freigeben.",
        ),
        (
            Facts { months: vec![one], devices: 1, ..nothing.clone() },
            "Als Nächstes: Ein Telefon wartet darauf, dass Sie die Ziffern vergleichen.",
        ),
        (
            Facts {
                months: vec![month("Ada", MonthState::Approved, MayApprove::Yes)],
                ..nothing.clone()
            },
            "Heute gibt es nichts zu tun.",
        ),
        (
            Facts { births: 1, ..nothing.clone() },
            "Als Nächstes: Bei einem Mutterschutz ist der erwartete Geburtstermin vorbei. Ist das Kind da, ändern sich vielleicht die Tage.",
        ),
        (
            Facts { questions: vec![("2026-10".parse().expect("a month"), 2)], ..nothing.clone() },
            "Als Nächstes: 2 Rückfragen des Lohnbüros zu Oktober 2026 beantworten.",
        ),
        (
            Facts { months: vec![month("Ada", MonthState::Open, MayApprove::Nothing)], ..nothing },
            "Heute gibt es nichts zu tun.",
        ),
    ];
    for (facts, sentence) in cases {
        assert_eq!(today(Language::German, &facts).next, sentence);
    }
}

#[test]
fn a_phone_is_named_after_three_days_of_silence_by_weekday_then_by_date() {
    let at = |day: u32| {
        let day = NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        Some(crate::time::midnight(day, Berlin))
    };
    let phones = [
        (Some(18), None),
        (Some(17), Some("Telefon von Ada: zuletzt am Dienstag.")),
        (Some(13), Some("Telefon von Ada: zuletzt am Fr 13. Nov. 2026.")),
        (None, Some("Telefon von Ada: noch nie beim Büro.")),
    ];
    for (day, sentence) in phones {
        let phones = vec![("Ada".to_owned(), day.and_then(at))];
        let silent = today(Language::German, &Facts { phones, ..facts() }).silent;
        assert_eq!(silent.first().map(String::as_str), sentence, "{day:?}");
    }
}

#[test]
fn past_dates_are_gone_near_ones_press_and_the_next_comes_first() {
    let on = |month, day| NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
    let dates = ContributionDates { statement_by: on(11, 19), paid_on: on(11, 24) };
    let due = Due { contributions: Some(dates), ..Due::default() };
    let view = today(Language::German, &Facts { due, ..facts() });
    assert_eq!(view.dates.len(), 1);
    assert_eq!((view.dates[0].left.as_str(), view.dates[0].pressing), ("noch 4 Tage", true));
    assert!(view.dates_source.contains("§ 23"));
    let due = Due {
        cut_off: Some((on(12, 5), "2026-11".parse().expect("a month"))),
        pay_day: Some(on(11, 22)),
        paid_before: Some(on(11, 20)),
        contributions: None,
    };
    let view = today(Language::German, &Facts { due, ..facts() });
    let told: Vec<_> = view.dates.iter().map(|one| (one.sentence.as_str(), one.pressing)).collect();
    assert_eq!(
        told,
        [
            (
                "Zahltag: So 22. Nov. 2026. Da arbeiten die Banken nicht; letzter Bankarbeitstag davor: Fr 20. Nov. 2026",
                true
            ),
            ("Abgabetag beim Lohnbüro für November 2026: Sa 5. Dez. 2026", false),
        ]
    );
    assert_eq!(view.dates_source, "", "nothing of it is counted by law");
}
