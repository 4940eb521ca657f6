//! What holds whatever a team did.

use super::team::clock;
use super::world::World;
use assistenz_core::app::month::documents_with;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::{DocumentKind, EventId, PersonId};
use assistenz_core::record::events::Body;
use assistenz_core::record::settle::State;
use assistenz_core::record::statement::Statement;
use assistenz_core::time::{Minutes, Month};
use assistenz_core::view::exception::{ByException, Decisions};
use assistenz_core::view::phone::{self, Showing, employer};
use assistenz_core::words::Language;
use chrono_tz::Europe::Berlin;
use std::collections::{BTreeMap, BTreeSet};

/// The shift that a recorded event is about, if it is about one.
fn shift_of(id: EventId, body: &Body) -> Option<EventId> {
    match body {
        Body::ClockIn(_) | Body::ManualEntry(_) => Some(id),
        Body::ClockOut(body) => Some(body.shift),
        Body::PartStart(body) => Some(body.shift),
        Body::PartEnd(body) => Some(body.shift),
        Body::Part(body) => Some(body.shift),
        Body::Correction(body) => Some(body.shift),
        Body::StatedEnd(body) => Some(body.shift),
        Body::Retraction(body) => Some(body.shift),
        Body::Undone(body) => Some(body.shift),
        Body::QuietNight(body) => Some(body.shift),
        _ => None,
    }
}

/// Every event that speaks of a shift stands with it, in the month where it
/// counts; and every shift is in one month.
pub(crate) fn everything_is_there(world: &mut World) {
    for person in world.people.clone() {
        let mut months_of: BTreeMap<EventId, BTreeSet<Month>> = BTreeMap::new();
        let mut stands: BTreeMap<EventId, BTreeSet<EventId>> = BTreeMap::new();
        for (month, entry) in world.entries(person) {
            months_of.entry(entry.shift).or_default().insert(month);
            let events = entry.live.iter().chain(&entry.replaced);
            stands.entry(entry.shift).or_default().extend(events.copied());
            if matches!(entry.state, State::Settled(_)) && months_of[&entry.shift].len() > 1 {
                world.wrong.push(format!("{} is settled in two months", entry.shift));
            }
        }
        let events = world.look(|acting| {
            let mut all = Vec::new();
            let team = acting.me.team;
            for id in documents_with(acting.ledger, team, DocumentKind::Time, Some(person))? {
                let document = acting.document(id)?;
                all.extend(document.events().filter_map(|(id, event, _)| {
                    Some((id, shift_of(id, &event.body)?, event.body.clone()))
                }));
            }
            Ok(all)
        });
        for (event, shift, body) in events {
            let Some(found) = stands.get(&shift) else {
                world.wrong.push(format!("the shift {shift} of {event} is in no month"));
                continue;
            };
            // These say nothing about a field; they are told in the entry's story.
            if !matches!(body, Body::QuietNight(_) | Body::Undone(_)) && !found.contains(&event) {
                world.wrong.push(format!("{event} ({body:?}) stands nowhere"));
            }
        }
    }
}

/// Each phone reads its months as the office does, and nothing waits.
pub(crate) fn everybody_sees_the_same(world: &mut World) {
    for index in 0..world.hands.len() {
        if world.hands[index].phone.waiting().expect("counted") > 0 {
            world.wrong.push(format!("phone {index} still waits to send"));
        }
        let person = world.hands[index].phone.me().person;
        let evidence = clock(world.now_ms);
        for month in world.months(person) {
            let read = |acting: &mut Acting<'_>| {
                let work = acting.month_of(person, month)?;
                let standing = acting.standing_of(person, month)?;
                let planned = acting.rota_of(person, month)?;
                let days = (month.first_day(), month.last_day());
                Ok::<_, AppError>((
                    work,
                    standing,
                    planned,
                    acting.absences_between(person, days.0, days.1)?,
                ))
            };
            let here = world.hands[index].phone.look(&evidence, read).expect("reads");
            let there = world.look(read);
            if here.0 != there.0 || here.2 != there.2 || here.3 != there.3 {
                world.wrong.push(format!("phone {index} sees {month} otherwise than the office"));
            }
            if here.1 != there.1 {
                world.wrong.push(format!(
                    "phone {index}: {month} stands {:?}, at the office {:?}",
                    here.1.state, there.1.state
                ));
            }
        }
    }
}

/// Keys instead of sentences, and sentences that say nothing.
fn unsaid(shown: &str) -> Option<&str> {
    const ROOMS: [&str; 10] = [
        "\"app-",
        "\"month-",
        "\"view-",
        "\"absence-",
        "\"history-",
        "\"pay-",
        "\"law-",
        "\"plan-",
        "\"screen-",
        "\"balance-",
    ];
    let at = ROOMS.iter().find_map(|room| shown.find(room))?;
    Some(&shown[at..shown.len().min(at + 60)])
}

/// Every screen can be shown, in every language.
pub(crate) fn everything_can_be_said(world: &mut World) {
    let mut shown: Vec<(String, String)> = Vec::new();
    for (number, language) in
        Language::EVERYWHERE.into_iter().chain(Language::PHONE_ONLY).enumerate()
    {
        let showing = Showing { language, zone: Berlin };
        for index in 0..world.hands.len() {
            let person = world.hands[index].phone.me().person;
            let months = if number == 0 { world.months(person) } else { BTreeSet::new() };
            let evidence = clock(world.now_ms);
            let what = world.hands[index].phone.look(&evidence, |acting| {
                let mut text = format!("{:?}", phone::today::today(acting, &showing, None, None)?);
                text += &format!("{:?}", phone::history::history(acting, &showing)?);
                text += &format!("{:?}", phone::history::corrections(acting, &showing)?);
                text += &format!("{:?}", phone::sync::sheet(acting, &showing, None)?);
                for month in months {
                    let sheet = phone::month::month(acting, &showing, month)?;
                    for entry in acting.month_of(person, month)?.entries {
                        let story = phone::story::story(acting, &showing, person, entry.shift)
                            .inspect_err(|_| eprintln!("no story of {entry:?}"))?;
                        if story.is_empty() {
                            text += "\"app-no-story";
                        }
                        text += &format!("{story:?}");
                    }
                    text += &format!("{sheet:?}{:?}", phone::plan::plan(acting, &showing, month)?);
                }
                Ok(text)
            });
            match what {
                Ok(text) => shown.push((format!("phone {index} in {language:?}"), text)),
                Err(fault) => world.wrong.push(format!("phone {index} cannot show: {fault:?}")),
            }
        }
        let people = world.people.clone();
        let now_ms = world.now_ms;
        let months: Vec<(PersonId, BTreeSet<Month>)> =
            people.iter().map(|person| (*person, world.months(*person))).collect();
        let told = world.team.desk(now_ms, |acting| {
            let mut text = format!("{:?}", employer::today(acting, &showing, None)?);
            if !Language::EVERYWHERE.contains(&language) {
                return Ok(text);
            }
            for (person, months) in &months {
                for month in months {
                    let overview = acting.overview(*person, *month, true)?;
                    let view = ByException::of_overview(language, &overview);
                    if view
                        .blocked
                        .iter()
                        .any(|one| one.sentence.is_empty() || one.advice.is_empty())
                    {
                        text += "\"month-blocked-without-a-word";
                    }
                    text += &format!("{view:?}{:?}", view.decide(&Decisions::default()));
                    if let Ok(sheet) = employer::approval(acting, &showing, *person, *month) {
                        text += &format!("{sheet:?}");
                    }
                }
            }
            Ok(text)
        });
        match told {
            Ok(text) => shown.push((format!("the desk in {language:?}"), text)),
            Err(fault) => world.wrong.push(format!("the desk cannot show: {fault:?}")),
        }
    }
    for (whose, text) in shown {
        if let Some(key) = unsaid(&text) {
            world.wrong.push(format!("{whose} says {key}"));
        }
    }
}

/// The office's rows of views, thrown away and computed anew.
pub(crate) fn views_come_out_identical(world: &mut World) {
    let read = |world: &mut World| {
        let people = world.people.clone();
        world.look(|acting| {
            let team = acting.me.team;
            let mut rows = Vec::new();
            for person in people {
                for kind in DocumentKind::ALL {
                    for id in documents_with(acting.ledger, team, kind, Some(person))? {
                        rows.extend(acting.ledger.views_of(team, &id.to_string())?);
                    }
                }
            }
            Ok(rows)
        })
    };
    let before = read(world);
    world.team.ledger(|ledger, team| {
        ledger.clear_views(team)?;
        ledger.put_note(team, "views_until", &[])
    });
    world.team.catch_up();
    if read(world) != before {
        world.wrong.push("views come out otherwise when they are rebuilt".into());
    }
}

/// Each settled shift is in one statement in force, with all its minutes.
pub(crate) fn every_minute_is_in_one_statement(world: &mut World) {
    for person in world.people.clone() {
        let mut settled: BTreeMap<String, Minutes> = BTreeMap::new();
        for (_, entry) in world.entries(person) {
            if let Some(shift) = entry.settled() {
                settled.insert(shift.id.clone(), shift.span.length());
            }
        }
        let mut approved: Vec<(String, Minutes)> = Vec::new();
        for month in world.months(person) {
            let statements = world.look(|acting| {
                let standing = acting.standing_of(person, month)?;
                let review =
                    acting.document(assistenz_core::document::DocumentId::review(person, month))?;
                Ok(standing
                    .approvals
                    .iter()
                    .map(|(_, approval)| Statement::of_approval(&review, approval))
                    .collect::<Vec<_>>())
            });
            for statement in statements {
                match statement {
                    Ok(statement) => approved.extend(
                        statement
                            .shifts
                            .into_iter()
                            .map(|one| (one.shift.id, one.shift.span.length())),
                    ),
                    Err(why) => world.wrong.push(format!("{month}: no statement: {why}")),
                }
            }
        }
        let once: BTreeMap<String, Minutes> = approved.iter().cloned().collect();
        if once.len() != approved.len() {
            world.wrong.push("a shift is in two statements".into());
        }
        if once != settled {
            world.wrong.push(format!("settled {settled:?}, approved {once:?}"));
        }
    }
}
