//! Taking back what was just done in the plan. What it takes travels in the
//! address of the page that is shown afterwards; the office holds nothing, and
//! judges a taking back like any other act.

use super::{address, whose, whose_word};
use crate::at_desk;
use crate::fault::{OfficeError, Refusal};
use crate::input::Ids;
use crate::pages::components::{Weight, button, form, hidden};
use crate::pages::error::PageError;
use crate::pages::frame::done;
use crate::pages::right::{May, Plans};
use crate::pages::visitor::{Sent, Visitor};
use crate::routes::App;
use assistenz_core::app::{Acting, AppError};
use assistenz_core::document::{DocumentId, EventId, PersonId};
use assistenz_core::time::{Interval, Minute, Month};
use assistenz_core::words::Value;
use axum::extract::State;
use axum::response::Response;
use maud::Markup;
use serde::Deserialize;

/// One step back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Call off what was planned.
    Cancel(Month, Option<PersonId>, EventId),
    /// Let it take place after all; whether it was published.
    Restore(Month, Option<PersonId>, EventId, bool),
    /// Make it a draft again.
    Draft(Month, Option<PersonId>, EventId),
    /// Give it its old times and note back.
    Change(Month, Option<PersonId>, EventId, Interval, String),
}

impl Step {
    fn word(&self) -> String {
        let place = |month: &Month, whose: &Option<PersonId>, shift: &EventId| {
            format!("{month}.{}.{shift}", whose_word(*whose))
        };
        match self {
            Self::Cancel(month, whose, shift) => format!("a.{}", place(month, whose, shift)),
            Self::Restore(month, whose, shift, published) => {
                format!("{}.{}", if *published { "v" } else { "e" }, place(month, whose, shift))
            }
            Self::Draft(month, whose, shift) => format!("d.{}", place(month, whose, shift)),
            Self::Change(month, whose, shift, span, note) => {
                let (from, to) = (span.from().get(), span.to().get());
                format!("z.{}.{from}.{to}.{}", place(month, whose, shift), hex::encode(note))
            }
        }
    }

    fn read(word: &str) -> Option<Self> {
        let mut parts = word.split('.');
        let act = parts.next()?;
        let month: Month = parts.next()?.parse().ok()?;
        let whose = whose(parts.next()?).ok()?;
        let shift: EventId = parts.next()?.parse().ok()?;
        let step = match act {
            "a" => Self::Cancel(month, whose, shift),
            "v" => Self::Restore(month, whose, shift, true),
            "e" => Self::Restore(month, whose, shift, false),
            "d" => Self::Draft(month, whose, shift),
            "z" => {
                let mut minute = || parts.next()?.parse().ok().map(Minute::new);
                let span = Interval::new(minute()?, minute()?)?;
                let note = String::from_utf8(hex::decode(parts.next()?).ok()?).ok()?;
                Self::Change(month, whose, shift, span, note)
            }
            _ => return None,
        };
        parts.next().is_none().then_some(step)
    }

    const fn document(&self) -> DocumentId {
        let (Self::Cancel(month, whose, _)
        | Self::Restore(month, whose, _, _)
        | Self::Draft(month, whose, _)
        | Self::Change(month, whose, ..)) = self;
        DocumentId::planned(*whose, *month)
    }

    fn go(&self, acting: &mut Acting<'_>) -> Result<(), AppError> {
        match self {
            Self::Cancel(month, whose, shift) => acting.cancel_planned(*whose, *month, *shift),
            Self::Restore(month, whose, shift, published) => {
                acting.restore_planned(*whose, *month, *shift, *published)
            }
            Self::Draft(month, whose, shift) => {
                acting.take_back_publication(*whose, *month, &[*shift])
            }
            Self::Change(month, whose, shift, span, note) => {
                let zone = acting.team_zone()?;
                acting.change_planned(*whose, *month, *shift, *span, note, zone)
            }
        }
    }
}

/// Most steps that are offered back in one: a week of a large team.
const MOST: usize = 300;

/// The steps as they stand in an address; nothing where there is nothing to
/// take back, or more than an address should hold.
pub(super) fn in_address(next: &str, steps: &[Step]) -> String {
    if steps.is_empty() || steps.len() > MOST {
        return next.to_owned();
    }
    let words: Vec<String> = steps.iter().map(Step::word).collect();
    let mark = if next.contains('?') { '&' } else { '?' };
    format!("{next}{mark}zurueck={}", words.join("_"))
}

fn read(words: &str) -> Option<Vec<Step>> {
    let steps: Option<Vec<Step>> = words.split('_').map(Step::read).collect();
    steps.filter(|steps| steps.len() <= MOST)
}

/// The way back after the last act, if the address holds one that can be read.
pub(super) fn offer(visitor: &Visitor, month: Month, words: Option<&str>) -> Markup {
    let Some((words, steps)) = words.and_then(|words| Some((words, read(words)?))) else {
        return maud::html! {};
    };
    let count = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let label = visitor.say("page-plan-undo", &[("count", Value::Number(count))]);
    let body = maud::html! { (hidden("zurueck", words)) (button(Weight::Secondary, &label)) };
    form(visitor, &format!("{}/zurueck", address(month)), body)
}

/// Steps to take back.
#[derive(Debug, Deserialize)]
pub(super) struct Back {
    zurueck: String,
}

/// `POST /plan/{month}/zurueck`
pub(super) async fn take_back(
    State(app): State<App>,
    May(visitor, _): May<Plans>,
    Ids(month): Ids<Month>,
    Sent(back): Sent<Back>,
) -> Result<Response, PageError> {
    let steps = read(&back.zurueck).ok_or(Refusal::Malformed("no steps back"))?;
    let caller = visitor.caller.clone();
    app.office()
        .write(move |turn| {
            for step in &steps {
                at_desk::may_write(turn, &caller, &step.document())?;
            }
            at_desk::act(turn, &caller, |acting| {
                steps.iter().try_for_each(|step| at_desk::or_so_already(step.go(acting)))
            })?;
            Ok::<_, OfficeError>(())
        })
        .await?;
    Ok(done(&app, &address(month), &visitor.say("page-plan-undone", &[])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_reads_its_own_word_and_no_other() {
        let month: Month = "2026-11".parse().expect("a month");
        let (ada, shift) = (PersonId::new([7; 16]), EventId::new([9; 16]));
        let span = Interval::new(Minute::new(10), Minute::new(20)).expect("in order");
        let steps = [
            Step::Cancel(month, Some(ada), shift),
            Step::Restore(month, None, shift, true),
            Step::Restore(month, Some(ada), shift, false),
            Step::Draft(month, Some(ada), shift),
            Step::Change(month, Some(ada), shift, span, "Arzt um 10, z. B. _ . mit Ü".into()),
        ];
        let told = in_address("/plan/2026-11", &steps);
        let words = told.strip_prefix("/plan/2026-11?zurueck=").expect("in the address");
        assert_eq!(read(words), Some(steps.to_vec()));
        assert!(words.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)), "{words}");
        for wrong in ["", "a", "a.2026-11", "x.2026-11.offen.09", "a.2026-13.offen.09"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(in_address("/plan/2026-11", &[]), "/plan/2026-11");
    }
}
