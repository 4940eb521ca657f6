//! Parts that the pages of the plan share: a shift with all there is to say,
//! what is wrong with it, and the week as choices.

use crate::pages::components::{Tone, badge};
use crate::pages::visitor::Visitor;
use assistenz_core::law::finding::Severity;
use assistenz_core::view::plan::{DutyState, PlanBeside, PlanDuty, PlanSpot};
use maud::{Markup, html};

/// How a shift stands: a word, with a colour where it is not as it should be.
pub(super) fn state(duty: &PlanDuty) -> Markup {
    match duty.state {
        DutyState::Draft => badge(Tone::Warning, &duty.state_words),
        DutyState::Published => html! { span.plan-duty__length { (duty.state_words) } },
        DutyState::Cancelled => badge(Tone::Info, &duty.state_words),
    }
}

pub(super) const fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Serious => Tone::Danger,
        Severity::Warning => Tone::Warning,
        Severity::Info => Tone::Info,
    }
}

/// What is wrong or good to know; on a day's page each with the rule it comes from.
pub(super) fn spots(spots: &[PlanSpot], sources: bool) -> Markup {
    html! {
        @if !spots.is_empty() {
            ul.plan-spots {
                @for spot in spots {
                    li {
                        (badge(tone(spot.severity), &spot.word)) " "
                        (spot.sentence) " "
                        @if sources && !spot.source.is_empty() {
                            span.plan-source { (spot.source) }
                        }
                    }
                }
            }
        }
    }
}

/// Who is away and who wishes what on a day.
pub(super) fn beside(beside: &[PlanBeside]) -> Markup {
    html! {
        @if !beside.is_empty() {
            ul.plan-beside { @for one in beside { li { (one.sentence) } } }
        }
    }
}

/// A shift in a list of a day: who, when, how long, how it stands.
pub(super) fn line(visitor: &Visitor, duty: &PlanDuty) -> Markup {
    html! {
        li.plan-duty {
            p.plan-duty__line {
                span.plan-duty__times { (duty.times) }
                " " strong { (duty.who) }
                " " span.plan-duty__length { (duty.length) }
                " " (state(duty))
            }
            @if !duty.note.is_empty() {
                p.plan-duty__note { (visitor.say("page-plan-note", &[])) ": " (duty.note) }
            }
            @let grave: Vec<PlanSpot> = duty
                .spots
                .iter()
                .filter(|spot| spot.severity > Severity::Info)
                .cloned()
                .collect();
            (spots(&grave, false))
        }
    }
}
