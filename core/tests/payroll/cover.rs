//! The cover sheet and its sentences.

use crate::make::*;
use assistenz_core::money::{Cents, Percent};
use assistenz_core::pay::line::{Quantity, WageKind};
use assistenz_core::payroll::export;
use assistenz_core::payroll::problem::What;
use assistenz_core::payroll::row::HandReason;
use assistenz_core::payroll::settings_check::SettingsRefusal;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

const GERMAN: &str = include_str!("../../words/de/payroll.ftl");
const ENGLISH: &str = include_str!("../../words/en/payroll.ftl");

fn bundle(source: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::default();
    bundle.set_use_isolating(false);
    let words = FluentResource::try_new(source.to_owned()).expect("readable words");
    bundle.add_resource(words).expect("each key once");
    bundle
}

fn say(bundle: &FluentBundle<FluentResource>, key: &str, words: &[(&str, String)]) -> String {
    let sentence =
        bundle.get_message(key).and_then(|m| m.value()).unwrap_or_else(|| panic!("no {key}"));
    let mut args = FluentArgs::new();
    for (name, word) in words {
        args.set(*name, word.as_str());
    }
    let mut errors = vec![];
    let text = bundle.format_pattern(sentence, Some(&args), &mut errors).into_owned();
    assert!(errors.is_empty(), "{key}: {errors:?}");
    text
}

#[test]
fn every_problem_and_every_reason_has_its_sentences_in_both_languages() {
    for source in [GERMAN, ENGLISH] {
        let bundle = bundle(source);
        for code in What::CODES {
            let code = code.replace('_', "-");
            assert!(bundle.has_message(&format!("payroll-problem-{code}")), "{code}");
            assert!(bundle.has_message(&format!("payroll-todo-{code}")), "{code}");
        }
        for reason in HandReason::ALL {
            assert!(bundle.has_message(reason.key()));
        }
    }
    let keys = |source: &str| -> Vec<String> {
        let keys = source.lines().filter_map(|line| line.split_once(" = "));
        keys.map(|(key, _)| key.to_owned()).collect()
    };
    assert_eq!(keys(GERMAN), keys(ENGLISH));
}

#[test]
fn every_wrong_setting_has_its_sentence_with_its_words() {
    let word = || "work".to_owned();
    let all = [
        SettingsRefusal::AdviserNumber { from: 1_000, to: 9_999_999 },
        SettingsRefusal::ClientNumber,
        SettingsRefusal::Encoding,
        SettingsRefusal::Decimal,
        SettingsRefusal::UnknownWageKind { word: word() },
        SettingsRefusal::WageTypeMissing { word: word() },
        SettingsRefusal::WageTypeRange { word: word(), number: 0 },
        SettingsRefusal::ProcessingKey { word: word() },
        SettingsRefusal::AbsenceKey { word: word() },
        SettingsRefusal::CostCentreLength { longest: 13 },
        SettingsRefusal::Layout,
        SettingsRefusal::ConstantText,
    ];
    for source in [GERMAN, ENGLISH] {
        let bundle = bundle(source);
        for refusal in &all {
            assert!(!say(&bundle, &refusal.key(), &refusal.words()).is_empty());
        }
    }
}

#[test]
fn both_amounts_stand_beside_each_other() {
    // 1:01 h at 15.00 €: 15.25 from minutes, 15.30 from the exported 1.02 h.
    let mut work = hours(5, WageKind::Work, 61, "2026-10");
    work.rate = Some((1_500, 1));
    work.columns.paid = Cents::new(1_525);
    // A surcharge of 25 % on it: rate and percent together give the amount.
    let mut night = hours(5, WageKind::Night25, 61, "2026-10");
    night.rate = Some((1_500, 1));
    night.percent = Some(Percent::new(25));
    night.columns.paid = Cents::new(381);
    let lines = [work, night];
    let set = export_all(&simple(LODAS), "2026-10", &lines).expect("an export");
    let shown: Vec<_> = set.cover.people[0]
        .lines
        .iter()
        .map(|line| (line.paid.get(), line.paid_from_exported.map(Cents::get)))
        .collect();
    assert_eq!(shown, [(1_525, Some(1_530)), (381, Some(383))]);
    assert_eq!(set.cover.people[0].paid(), Cents::new(1_906));
}

#[test]
fn the_page_names_everything_that_is_not_in_the_file() {
    let mut lines = vec![
        hours(5, WageKind::Work, 600, "2026-10"),
        line(5, WageKind::HandEntered("Fahrgeld\nSumme: 1 €".into()), Quantity::Amount, "2026-10"),
    ];
    lines[1].reason = Some("Arzt".into());
    let mut people = all_approved(&lines);
    people[0].joined = "2026-10-05".parse().ok();
    people[0].name = "Zoë\r\nMüller".into();
    people.push(approved("idle", "2026-10"));
    let settings = simple(LODAS);
    let set = export(&input(&settings, "2026-10", &people, &lines)).expect("an export");
    let german = bundle(GERMAN);
    let page = set.cover.text(&|key, words| say(&german, key, words));
    for part in [
        "Begleitblatt zur Lohnabrechnung 10/2026",
        "Von: Ada Beispiel",
        "An: Lohnbüro Muster",
        "lodas_2026-10_1103899-62069.txt, 1 Zeilen",
        set.files[0].sha256.as_str(),
        "Zoë  Müller, Personalnummer 5",
        "Eintritt am 05.10.2026",
        "Arbeit · Lohnart 101 · 10:00 h · in der Datei: 10,00 Stunden · 100,00 €",
        "Eingetragen: Fahrgeld Summe: 1 € · Betrag · Bitte von Hand eingeben: Betrag ohne Lohnart · 123,45 € · Grund: Arzt",
        "Summe: 223,45 €",
        "Person idle: Keine Stunden im Monat 2026-10.",
    ] {
        assert!(page.contains(part), "{part} is missing in:\n{page}");
    }
    let english = bundle(ENGLISH);
    let page = set.cover.text(&|key, words| say(&english, key, words));
    assert!(page.contains("Please enter by hand"));
}
