//! Shifts, findings and hours in words.

use super::month::{DutyState, PlanBeside, PlanDay, PlanDuty, PlanPerson, PlanSpot, PlanWeek};
use super::team::{PersonPlan, TeamPlan};
use crate::document::EventId;
use crate::law::finding::{Finding, FindingKey, Severity};
use crate::law::finding_sentence;
use crate::law::planned_break::needed_breaks;
use crate::law::public_holiday::public_holiday_on;
use crate::money::Cents;
use crate::record::absence::{AbsenceEntry, AbsenceState};
use crate::record::availability::{Availability, Wish};
use crate::record::rota::{PlanState, PlannedShift};
use crate::time::{Minute, Minutes};
use crate::view::when;
use crate::words::{Language, Value, say};
use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;

/// The shift that a finding is about, where it is about one: the last one that
/// it touches, since that is the one to move.
pub(super) fn shift_of(finding: &Finding, of: &PersonPlan) -> Option<EventId> {
    if !is_about_a_shift(finding.key) {
        return None;
    }
    let touched = of.shifts.iter().filter(|shift| shift.state != PlanState::Cancelled);
    let touched = touched.filter(|shift| {
        shift.span.is_some_and(|span| {
            let touches = |about: &crate::time::Interval| {
                about.overlap(span).is_some() || about.to() == span.from()
            };
            finding.intervals.iter().any(touches)
        })
    });
    touched.max_by_key(|shift| shift.span.map(|span| span.from())).map(|shift| shift.id)
}

const fn is_about_a_shift(key: FindingKey) -> bool {
    use FindingKey as K;
    matches!(
        key,
        K::OverlappingRecords
            | K::BreakTooShort
            | K::StretchTooLong
            | K::RestTooShort
            | K::DayOverEight
            | K::DayOverMaximum
            | K::CallNoticeShort
            | K::CallTooShort
    )
}

pub(super) struct Teller<'a> {
    pub plan: &'a TeamPlan,
    pub language: Language,
}

impl Teller<'_> {
    fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        say(self.language, key, values)
    }

    fn zone(&self) -> Tz {
        self.plan.zone
    }

    pub(super) fn day(&self, day: NaiveDate, mut duties: Vec<PlanDuty>) -> PlanDay {
        duties.sort_by(|a, b| (a.span, &a.who, a.shift).cmp(&(b.span, &b.who, b.shift)));
        let (cancelled, duties) =
            duties.into_iter().partition(|duty| duty.state == DutyState::Cancelled);
        let holiday = self.plan.region.as_ref().and_then(|region| public_holiday_on(day, region));
        PlanDay {
            day,
            short: when::short_day(self.language, day),
            long: when::day(self.language, day),
            is_rest_day: holiday.is_some() || day.weekday() == Weekday::Sun,
            holiday: holiday.map(|name| name.german().to_owned()),
            duties,
            cancelled,
            beside: self.beside(day),
        }
    }

    pub(super) fn duty(
        &self,
        of: Option<&PersonPlan>,
        shift: &PlannedShift,
        spots: Vec<PlanSpot>,
    ) -> PlanDuty {
        let who = match of {
            Some(of) => self.called(of),
            None => self.say("plan-open", &[]),
        };
        let times = match shift.span {
            Some(span) => when::clocks(self.language, span, self.zone()),
            None => self.say("plan-unclear", &[]),
        };
        let name = match shift.span {
            Some(span) => {
                let day = when::short_day(self.language, span.from().day(self.zone()));
                let values = [
                    ("who", Value::Text(&who)),
                    ("day", Value::Text(&day)),
                    ("times", Value::Text(&times)),
                ];
                self.say("plan-duty", &values)
            }
            None => self.say("plan-duty-unclear", &[("who", Value::Text(&who))]),
        };
        let (state, state_words) = match shift.state {
            PlanState::Draft => (DutyState::Draft, self.say("plan-draft", &[])),
            PlanState::Published { .. } => (DutyState::Published, self.say("plan-published", &[])),
            PlanState::Cancelled => (DutyState::Cancelled, self.say("plan-cancelled", &[])),
        };
        let breaks: Vec<_> =
            shift.span.map(|span| needed_breaks(span, self.zone())).unwrap_or_default();
        let pause: Minutes = breaks.iter().map(|pause| pause.length()).sum();
        PlanDuty {
            person: of.map(|of| of.person),
            who,
            shift: shift.id,
            month: self.plan.month,
            span: shift.span.map(|span| (span.from(), span.to())),
            times,
            length: shift
                .span
                .map(|span| self.say("plan-hours", &[("hours", Value::Minutes(span.length()))]))
                .unwrap_or_default(),
            state,
            state_words,
            since: match shift.state {
                PlanState::Published { at_ms } => {
                    let at = Value::Moment(Minute::floor_ms(at_ms), self.zone());
                    self.say("plan-published-at", &[("at", at)])
                }
                PlanState::Draft | PlanState::Cancelled => String::new(),
            },
            note: shift.note.clone(),
            breaks: if breaks.is_empty() {
                String::new()
            } else {
                self.say("plan-breaks", &[("pause", Value::Minutes(pause))])
            },
            spots,
            name,
        }
    }

    /// What speaks against a shift besides the law: somebody is away then, or
    /// said that they cannot.
    pub(super) fn against(&self, of: &PersonPlan, shift: &PlannedShift) -> Vec<PlanSpot> {
        let Some(span) = shift.span.filter(|_| shift.state != PlanState::Cancelled) else {
            return Vec::new();
        };
        let (first, last) =
            (span.from().day(self.zone()), (span.to() - Minutes::new(1)).day(self.zone()));
        let away = of.absences.iter().filter(|entry| entry.state.counts());
        let away = away.filter(|entry| entry.touches(first, last));
        let cannot = of.wishes.iter().filter(|wish| {
            !wish.withdrawn
                && wish.wish == Some(Wish::Unavailable)
                && wish.span.is_some_and(|cannot| cannot.overlap(span).is_some())
        });
        let sentences =
            away.map(|entry| self.absence(of, entry)).chain(cannot.map(|wish| self.wish(of, wish)));
        sentences
            .map(|sentence| PlanSpot {
                severity: Severity::Warning,
                word: finding_sentence::severity(Severity::Warning, self.language),
                sentence,
                source: String::new(),
            })
            .collect()
    }

    /// Absences and wishes that touch a day.
    fn beside(&self, day: NaiveDate) -> Vec<PlanBeside> {
        let mut found = Vec::new();
        for of in &self.plan.people {
            let shown = |state: AbsenceState| match state {
                AbsenceState::Requested
                | AbsenceState::Granted
                | AbsenceState::Reported
                | AbsenceState::Entered
                | AbsenceState::WithdrawalAsked
                | AbsenceState::Unsettled => true,
                AbsenceState::Declined | AbsenceState::Withdrawn | AbsenceState::TakenBack => false,
            };
            for entry in &of.absences {
                let on = |days: Option<(NaiveDate, NaiveDate)>| {
                    days.is_some_and(|(first, last)| first <= day && day <= last)
                };
                if shown(entry.state) && (on(entry.days) || on(entry.asked_since)) {
                    found.push(PlanBeside {
                        person: of.person,
                        sentence: self.absence(of, entry),
                        against: entry.state.counts(),
                    });
                }
            }
            for wish in of.wishes.iter().filter(|wish| !wish.withdrawn && wish.wish.is_some()) {
                let touches = wish.span.is_some_and(|span| {
                    span.from().day(self.zone()) <= day
                        && day <= (span.to() - Minutes::new(1)).day(self.zone())
                });
                if touches {
                    found.push(PlanBeside {
                        person: of.person,
                        sentence: self.wish(of, wish),
                        against: wish.wish == Some(Wish::Unavailable),
                    });
                }
            }
        }
        found
    }

    fn absence(&self, of: &PersonPlan, entry: &AbsenceEntry) -> String {
        let kind = match entry.kind {
            Some(kind) => self.say(&format!("absence-kind-{}", kind.word()), &[]),
            None => self.say("absence-kind-unknown", &[]),
        };
        let state = self.say(&format!("absence-state-{}", entry.state.code()), &[]);
        let who = self.called(of);
        let values = [
            ("who", Value::Text(who.as_str())),
            ("kind", Value::Text(kind.as_str())),
            ("state", Value::Text(state.as_str())),
        ];
        self.say("plan-absence", &values)
    }

    fn wish(&self, of: &PersonPlan, wish: &Availability) -> String {
        let key = match wish.wish {
            Some(Wish::Preferred) => "plan-wish-preferred",
            Some(Wish::Available) => "plan-wish-available",
            Some(Wish::Unavailable) | None => "plan-wish-unavailable",
        };
        let times = wish.span.map(|span| when::span(self.language, span, self.zone()));
        let (who, times) = (self.called(of), times.unwrap_or_default());
        let values = [("who", Value::Text(who.as_str())), ("times", Value::Text(times.as_str()))];
        let said = self.say(key, &values);
        if wish.note.is_empty() { said } else { format!("{said} ({})", wish.note) }
    }

    fn called(&self, of: &PersonPlan) -> String {
        let short: String = of.person.to_string().chars().take(4).collect();
        let nameless = || self.say("plan-nameless", &[("id", Value::Text(&short))]);
        of.name.clone().unwrap_or_else(nameless)
    }

    pub(super) fn spots<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Vec<PlanSpot> {
        let mut spots: Vec<PlanSpot> = findings
            .map(|finding| PlanSpot {
                severity: finding.severity,
                word: finding_sentence::severity(finding.severity, self.language),
                sentence: finding_sentence::sentence(finding, self.language, self.zone()),
                source: finding_sentence::source(finding, self.language),
            })
            .collect();
        spots.sort_by_key(|spot| std::cmp::Reverse(spot.severity));
        spots.dedup();
        spots
    }

    pub(super) fn person(&self, of: &PersonPlan) -> PlanPerson {
        let hours = &of.hours;
        let planned = hours.on_duty > Minutes::ZERO;
        let mut sums = vec![if planned {
            let breaks = ("breaks", Value::Minutes(hours.breaks));
            self.say("plan-sum", &[("hours", Value::Minutes(hours.on_duty)), breaks])
        } else {
            self.say("plan-sum-nothing", &[])
        }];
        match &hours.agreed {
            Some(agreed) if agreed.weekly > Minutes::ZERO => {
                let (key, by) = apart(hours.on_duty - hours.breaks, agreed.monthly);
                let values = [
                    ("weekly", Value::Minutes(agreed.weekly)),
                    ("monthly", Value::Minutes(agreed.monthly)),
                    ("by", Value::Minutes(by)),
                ];
                sums.push(self.say(&format!("plan-agreed-{key}"), &values));
            }
            Some(_) => sums.push(self.say("plan-agreed-none", &[])),
            None if !hours.has_contract => sums.push(self.say("plan-no-contract", &[])),
            None => {}
        }
        if let Some(gross) = hours.agreed.and_then(|agreed| agreed.gross)
            && (planned || gross != Cents::ZERO)
        {
            sums.push(self.say("plan-gross", &[("gross", Value::Cents(gross))]));
        }
        let weekly =
            hours.agreed.map(|agreed| agreed.weekly).filter(|agreed| *agreed > Minutes::ZERO);
        let weeks = hours.weeks.iter().map(|(monday, planned)| PlanWeek {
            from: when::short_day(self.language, *monday),
            planned: self.say("plan-hours", &[("hours", Value::Minutes(*planned))]),
            against: weekly.map_or_else(String::new, |agreed| {
                let (key, by) = apart(*planned, agreed);
                self.say(&format!("plan-week-{key}"), &[("by", Value::Minutes(by))])
            }),
        });
        let general = of.findings.iter().filter(|finding| shift_of(finding, of).is_none());
        PlanPerson {
            person: of.person,
            name: self.called(of),
            sums,
            weeks: weeks.collect(),
            spots: self.spots(general),
            drafts: of.shifts.iter().filter(|shift| shift.state == PlanState::Draft).count(),
        }
    }
}

/// Whether `planned` is more, less or as agreed, and by how much.
fn apart(planned: Minutes, agreed: Minutes) -> (&'static str, Minutes) {
    match planned.cmp(&agreed) {
        std::cmp::Ordering::Greater => ("more", planned - agreed),
        std::cmp::Ordering::Less => ("less", agreed - planned),
        std::cmp::Ordering::Equal => ("same", Minutes::ZERO),
    }
}
