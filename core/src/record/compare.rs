//! Worked compared with planned.

use super::month::MonthOfWork;
use super::rota::{PlanState, PlannedShift};
use super::settle::State;
use crate::document::EventId;
use crate::time::{Interval, Minute, Minutes};

/// How a shift compares with the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Begin and end as planned.
    AsPlanned {
        /// The planned shift.
        planned: EventId,
        /// The shift worked.
        worked: EventId,
    },
    /// Begin or end differ.
    Differs {
        /// The planned shift.
        planned: EventId,
        /// The shift worked.
        worked: EventId,
        /// Later (or, negative, earlier) begin than planned.
        start_by: Minutes,
        /// Later (or, negative, earlier) end than planned.
        end_by: Minutes,
    },
    /// Running now, or not settled: no verdict yet.
    NotSettled {
        /// The planned shift.
        planned: EventId,
        /// The entry.
        worked: EventId,
    },
    /// Planned and published, but nothing was recorded.
    Missing {
        /// The planned shift.
        planned: EventId,
    },
    /// Worked without a plan.
    Unplanned {
        /// The shift worked.
        worked: EventId,
    },
}

/// Compares a month with its published plan. Planned shifts that begin after
/// `until` are not missing yet. Pairs are made by the longest overlap.
#[must_use]
pub fn compare(month: &MonthOfWork, planned: &[PlannedShift], until: Minute) -> Vec<Comparison> {
    let plans: Vec<(EventId, Interval)> = planned
        .iter()
        .filter(|shift| matches!(shift.state, PlanState::Published { .. }))
        .filter_map(|shift| Some((shift.id, shift.span?)))
        .collect();
    let worked: Vec<(EventId, Interval, bool)> = month
        .entries
        .iter()
        .filter_map(|entry| match &entry.state {
            State::Settled(shift) => Some((entry.shift, shift.span, true)),
            State::Running { since } => {
                let span = Interval::new(*since, until.max(*since + Minutes::new(1)))?;
                Some((entry.shift, span, false))
            }
            State::Unsettled | State::Retracted => None,
        })
        .collect();
    let mut pairs: Vec<(Minutes, usize, usize)> = Vec::new();
    for (p, (_, plan)) in plans.iter().enumerate() {
        for (w, (_, work, _)) in worked.iter().enumerate() {
            if let Some(common) = plan.overlap(*work) {
                pairs.push((common.length(), p, w));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut partner: Vec<Option<usize>> = vec![None; plans.len()];
    let mut taken = vec![false; worked.len()];
    for (_, p, w) in pairs {
        if partner[p].is_none() && !taken[w] {
            partner[p] = Some(w);
            taken[w] = true;
        }
    }
    let mut found: Vec<(Minute, Comparison)> = Vec::new();
    for ((planned, plan), partner) in plans.iter().copied().zip(&partner) {
        let comparison = match partner.and_then(|w| worked.get(w)) {
            Some((worked, span, true)) => {
                let (start_by, end_by) = (span.from() - plan.from(), span.to() - plan.to());
                let worked = *worked;
                if start_by == Minutes::ZERO && end_by == Minutes::ZERO {
                    Comparison::AsPlanned { planned, worked }
                } else {
                    Comparison::Differs { planned, worked, start_by, end_by }
                }
            }
            Some((worked, _, false)) => Comparison::NotSettled { planned, worked: *worked },
            None if plan.from() < until => Comparison::Missing { planned },
            None => continue,
        };
        found.push((plan.from(), comparison));
    }
    for ((worked, span, _), taken) in worked.iter().zip(taken) {
        if !taken {
            found.push((span.from(), Comparison::Unplanned { worked: *worked }));
        }
    }
    found.sort_by_key(|(from, _)| *from);
    found.into_iter().map(|(_, comparison)| comparison).collect()
}
