//! What makes the month of the demo look lived in: names of all lengths, a
//! deputy and a payroll office, a plan for the next month, absences in every
//! state, a line entered by hand, a question, a phone that waits.

use assistenz_core::absence::{AbsenceKind, Certificate, Maternity};
use assistenz_core::app::absence::NewAbsence;
use assistenz_core::app::absence_decision::AbsenceDecision;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::PersonId;
use assistenz_core::log::{DeviceForm, DeviceKey, Operation, Role, Signer as _, Topic};
use assistenz_core::money::Cents;
use assistenz_core::pairing::PairingCode;
use assistenz_core::pay::hand_entered::{Entered, HandEntered, Treatment};
use assistenz_core::payroll::settings::OfficeSettings;
use assistenz_core::place::{HolidayRegion, Land, Workplace};
use assistenz_core::record::availability::Wish;
use assistenz_core::time::{Interval, Minute, Month};
use assistenz_server::fault::OfficeError;
use assistenz_server::journal::{self, Operator};
use assistenz_server::office::Turn;
use assistenz_server::replay::payroll_example;
use assistenz_server::{desk, invite};
use chrono::{DateTime, NaiveDate};
use chrono_tz::Europe::Berlin;
use serde_json::json;
use std::collections::BTreeMap;

const YEAR_MS: i64 = 365 * 24 * 60 * 60 * 1_000;
const CODE_MS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// Name and what they are called, in the order of the file.
const NAMES: [(&str, &str); 6] = [
    ("Ada Muster", "Ada"),
    ("Bernd Käthner", ""),
    ("Charlotte Freifrau von Hohenstein-Wolkenburg", "Charlotte von Hohenstein-Wolkenburg"),
    ("Dilan Yıldız", "Dilan"),
    ("Emil Sørensen", ""),
    ("Franziska Übelhör", "Franzi"),
];

/// Everything, once.
pub(crate) fn furnish(turn: &mut Turn<'_>) -> Result<(), OfficeError> {
    let employer = journal::operator(turn)?;
    let people = named(turn, &employer)?;
    let others = beside(turn, &employer)?;
    let [ada, bernd, charlotte, dilan, emil, franzi] = people;
    next_month(turn, &employer, &people)?;
    as_person(turn, &employer, dilan, |acting| {
        let days = (day("2026-12-07"), day("2026-12-11"));
        acting.request_absence(&NewAbsence::of(AbsenceKind::Vacation, days.0, days.1))
    })?;
    as_person(turn, &employer, emil, |acting| {
        let days = (day("2026-11-02"), day("2026-11-04"));
        acting.report_sick(days.0, days.1, Certificate::Expected(days.0), "")
    })?;
    let wish = as_person(turn, &employer, franzi, |acting| {
        let days = (day("2026-11-23"), day("2026-11-27"));
        acting.request_absence(&NewAbsence::of(AbsenceKind::Vacation, days.0, days.1))
    })?;
    desk::act(turn, &employer, |acting| {
        let granted = AbsenceDecision { granted: true, ..AbsenceDecision::default() };
        acting.decide_absence(franzi, wish, &granted)?;
        let tickets = HandEntered {
            id: String::new(),
            word: "expenses".to_owned(),
            entered: Entered::Amount(Cents::new(2_480)),
            treatment: Treatment::Free,
            reason: "Fahrkarten zur Rehabilitationsklinik".to_owned(),
            cost_centre: None,
            approved: false,
        };
        acting.enter_line(bernd, month("2026-10"), &tickets)?;
        let expected = Maternity { due: day("2027-12-20"), birth: None, nursing_until: None };
        let leave = acting.enter_maternity_leave(ada, &expected, false, "Zeugnis gesehen")?;
        acting.note_net_pay(ada, leave, Some(5_040))?;
        Ok(())
    })?;
    as_person(turn, &employer, charlotte, |acting| {
        acting.offer_availability(
            span("2026-11-18T08:00", "2026-11-18T20:00"),
            Wish::Unavailable,
            "",
            Berlin,
        )
    })?;
    as_person(turn, &employer, others.1, |acting| {
        acting.ask(month("2026-10"), "Stimmt die Steuerklasse 3 bei Frau Muster?", Some(ada))
    })?;
    phone_waits(turn, &employer, ada)
}

/// Acts as a member at their desk.
pub(crate) fn as_person<T>(
    turn: &mut Turn<'_>,
    employer: &Operator,
    person: PersonId,
    act: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError>,
) -> Result<T, OfficeError> {
    journal::desk_for(turn, employer, person)?;
    desk::act(turn, &Operator { employer: person, ..employer.clone() }, act)
}

/// The assistants with their names, in the order of the file.
fn named(turn: &mut Turn<'_>, employer: &Operator) -> Result<[PersonId; 6], OfficeError> {
    let found: Vec<PersonId> = journal::state(turn, employer.team)?
        .members()
        .filter(|(_, member)| member.is(Role::Assistant, turn.now_ms))
        .map(|(person, _)| person)
        .collect();
    let me = employer.employer;
    desk::act(turn, employer, |acting| {
        let mut by_name = BTreeMap::new();
        for person in found {
            by_name.insert(acting.person_field(person, "name")?, person);
        }
        let people: Vec<PersonId> = by_name.into_values().collect();
        for (person, (name, called)) in people.iter().zip(NAMES) {
            acting.put_person(*person, &fields(&[("name", name), ("called", called)]))?;
        }
        acting.put_person(me, &fields(&[("name", "Ingrid Sommer")]))?;
        let settings = json!({ "payroll": payroll(), "cut_off_day": 5, "pay_day": 15 });
        let team = [("name", "Team Sommer"), ("land", "NW"), ("settings", &settings.to_string())];
        acting.put_team(&fields(&team))?;
        Ok(people.try_into().expect("the demo's team of six"))
    })
}

fn fields(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let told = pairs.iter().filter(|(_, value)| !value.is_empty());
    told.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A deputy and a payroll office.
fn beside(turn: &mut Turn<'_>, employer: &Operator) -> Result<(PersonId, PersonId), OfficeError> {
    let mut add = |role: Role, name: &str| {
        let person = PersonId::new(turn.random()?);
        let until_ms = (role == Role::Deputy).then_some(turn.now_ms + YEAR_MS);
        journal::act(turn, employer, Operation::AddMember { person, role, until_ms })?;
        desk::act(turn, employer, |acting| acting.put_person(person, &fields(&[("name", name)])))?;
        Ok::<_, OfficeError>(person)
    };
    let deputy = add(Role::Deputy, "Theo Sommer")?;
    let office = add(Role::PayrollOffice, "Lohnbüro Lindner")?;
    let until_ms = turn.now_ms + YEAR_MS;
    let topics = vec![Topic::Rota, Topic::HoursView];
    journal::act(turn, employer, Operation::Grant { person: deputy, topics, until_ms })?;
    Ok((deputy, office))
}

/// November: published, drafted, still open, and one that the law does not allow.
fn next_month(
    turn: &mut Turn<'_>,
    employer: &Operator,
    [ada, bernd, charlotte, ..]: &[PersonId; 6],
) -> Result<(), OfficeError> {
    desk::act(turn, employer, |acting| {
        let november = month("2026-11");
        let one = |from, to| [(span(from, to), None)];
        acting.plan(*ada, &one("2026-11-10T08:00", "2026-11-10T16:00"), Berlin)?;
        acting.publish(*ada, november)?;
        let note = Some("Begleitung zur Untersuchung, bitte Maske mitbringen".to_owned());
        let noted = [(span("2026-11-11T09:00", "2026-11-11T17:30"), note)];
        acting.plan(*bernd, &noted, Berlin)?;
        let long = one("2026-11-12T08:00", "2026-11-12T22:00");
        acting.plan(*charlotte, &long, Berlin)?;
        acting.plan(None, &one("2026-11-13T20:00", "2026-11-14T06:00"), Berlin)?;
        Ok(())
    })
}

/// Ada has a second phone, which waits until the six digits are compared.
fn phone_waits(turn: &mut Turn<'_>, employer: &Operator, ada: PersonId) -> Result<(), OfficeError> {
    let address = "http://localhost".to_owned();
    let made = invite::code(turn, employer.team, ada, address, None, CODE_MS)?;
    let code: PairingCode = made.code.parse().expect("the office's own code");
    let key = DeviceKey::from_seed(&turn.random()?).public();
    invite::show(turn, &code.token, key.bytes(), DeviceForm::Phone)?;
    Ok(())
}

/// A person with seventy shifts of October as planned, but that two end an hour later.
pub(crate) fn seventy(turn: &mut Turn<'_>) -> Result<PersonId, OfficeError> {
    let employer = journal::operator(turn)?;
    let person = PersonId::new(turn.random()?);
    let operation = Operation::AddMember { person, role: Role::Assistant, until_ms: None };
    journal::act(turn, &employer, operation)?;
    let mut planned = Vec::new();
    for day in 1..=31 {
        let of = |from: &str, to: &str| {
            span(&format!("2026-10-{day:02}T{from}"), &format!("2026-10-{day:02}T{to}"))
        };
        planned.extend([of("06:00", "10:00"), of("10:00", "14:00")]);
        if day <= 8 {
            planned.push(of("15:00", "18:00"));
        }
    }
    let mut worked = planned.clone();
    worked[4] = span("2026-10-02T10:00", "2026-10-02T15:00");
    worked[7] = span("2026-10-03T10:00", "2026-10-03T15:00");
    let state = journal::state(turn, employer.team)?;
    let (with_contract, _) = state
        .members()
        .find(|(other, member)| *other != person && member.is(Role::Assistant, turn.now_ms))
        .expect("the demo's team");
    desk::act(turn, &employer, |acting| {
        acting.put_person(person, &fields(&[("name", "Gesine Siebzig")]))?;
        for version in &acting.contract_of(with_contract)? {
            acting.put_contract(person, version)?;
        }
        let shifts: Vec<_> = planned.into_iter().map(|span| (span, None)).collect();
        acting.plan(person, &shifts, Berlin)?;
        acting.publish(person, month("2026-10"))
    })?;
    let place = Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) };
    as_person(turn, &employer, person, |acting| {
        for span in worked {
            acting.write_shift(&place, (span.from().ms(), span.to().ms()), "Papier", &[])?;
        }
        Ok(())
    })?;
    Ok(person)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// Between two times on the wall in Berlin.
fn span(from: &str, to: &str) -> Interval {
    Interval::new(at(from), at(to)).expect("from < to")
}

fn at(text: &str) -> Minute {
    let wall = format!("{text}:00").parse::<chrono::NaiveDateTime>().expect("a time");
    let there: DateTime<chrono_tz::Tz> =
        wall.and_local_timezone(Berlin).earliest().expect("no hour that is left out");
    Minute::floor(there.to_utc())
}

/// The example of a payroll office, under the name it has here.
fn payroll() -> OfficeSettings {
    OfficeSettings { office: "Lohnbüro Lindner".to_owned(), ..payroll_example() }
}
