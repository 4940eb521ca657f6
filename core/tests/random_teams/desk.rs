//! What the employer does at the desk, sensible or not.

use super::acts::REASONS;
use super::team::nw;
use super::world::{HOUR_MS, World};
use assistenz_core::absence::{AbsenceKind, Certificate};
use assistenz_core::app::ApprovalTerms;
use assistenz_core::app::absence_decision::{AbsenceDecision, EnteredAbsence};
use assistenz_core::app::correction::Change;
use assistenz_core::contract::surcharge::Surcharge;
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::time::{Interval, Minute, Minutes, Month};
use chrono_tz::Europe::Berlin;
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use serde_json::json;

impl World {
    /// By the hour for one, a steady salary for the other.
    pub(crate) fn contracts(&mut self) {
        let [ada, bo] = [self.people[0], self.people[1]];
        for (number, person) in [(100, ada), (101, bo)] {
            let pay = match person == ada {
                true => json!({ "hourly": { "cents_per_hour": 1750 } }),
                false => json!({ "monthly": 120_000 }),
            };
            let version: ContractVersion = serde_json::from_value(json!({
                "id": "", "valid_from": "2020-01-01", "pay": pay,
                "standby": { "hourly": { "cents_per_hour": 1500 } },
                "surcharges": Surcharge::section_3b(), "weekly": 1200,
                "employment": "social_insurance", "contributions": "social_insurance",
                "personnel_number": number, "workplace": nw(),
            }))
            .expect("a contract");
            self.at_desk("writes a contract", |acting| acting.put_contract(person, &version));
        }
    }

    fn why(&mut self) -> String {
        (*REASONS.choose(&mut self.rng).expect("some")).to_owned()
    }

    fn some_person(&mut self) -> PersonId {
        *self.people.choose(&mut self.rng).expect("some")
    }

    fn some_month(&mut self) -> Month {
        let month = Month::of(Minute::floor_ms(self.now_ms).day(Berlin));
        match self.rng.random_range(0..10) {
            0..5 => month,
            5..9 => month.previous(),
            _ => month.next(),
        }
    }

    fn some_id(&mut self, of: &[EventId]) -> EventId {
        match of.choose(&mut self.rng) {
            Some(id) if self.rng.random_bool(0.97) => *id,
            _ => EventId::new(self.rng.random()),
        }
    }

    pub(crate) fn act_at_desk(&mut self) {
        let (person, month) = (self.some_person(), self.some_month());
        match self.rng.random_range(0..100) {
            0..16 => self.propose(person, month),
            16..22 => self.propose_shift(person, month),
            22..30 => self.withdraw(person, month),
            30..46 => self.approve(person, month),
            46..49 => self.reopen(person, month),
            49..51 => self.hand_over(month),
            51..56 => self.hand_entered(person, month),
            56..75 => self.about_rota(person, month),
            _ => self.about_absences(person, month),
        }
    }

    fn propose(&mut self, person: PersonId, month: Month) {
        let work = self.look(|acting| acting.month_of(person, month));
        let shifts: Vec<EventId> = work.entries.iter().map(|entry| entry.shift).collect();
        let shift = self.some_id(&shifts);
        let (from, to) = self.span_ms(self.now_ms);
        let change = match self.rng.random_range(0..10) {
            0..2 => Change::Retract,
            2 => Change::Ends { start_ms: None, end_ms: None },
            3..6 => Change::Ends { start_ms: None, end_ms: Some(to) },
            6..8 => Change::Ends { start_ms: Some(from), end_ms: None },
            _ => Change::Ends { start_ms: Some(from), end_ms: Some(to) },
        };
        let why = self.why();
        self.at_desk(&format!("proposes {change:?} for {shift}"), |acting| {
            acting.propose(person, month, shift, &change, &why)
        });
    }

    fn propose_shift(&mut self, person: PersonId, month: Month) {
        let (from, to) = self.span_ms(self.now_ms);
        let Some(span) = Interval::new(Minute::floor_ms(from), Minute::floor_ms(to)) else {
            return;
        };
        let begins = Month::of(span.from().day(Berlin));
        let month = if self.coin(0.9) { begins } else { month };
        let why = self.why();
        self.at_desk("proposes a shift", |acting| {
            acting.propose_shift(person, month, &nw(), span, &why)
        });
    }

    fn withdraw(&mut self, person: PersonId, month: Month) {
        let work = self.look(|acting| acting.month_of(person, month));
        let all: Vec<EventId> = work.proposals.iter().map(|proposal| proposal.id).collect();
        if all.is_empty() {
            return;
        }
        let proposal = self.some_id(&all);
        self.at_desk(&format!("withdraws {proposal}"), |acting| {
            acting.withdraw(person, month, proposal, None)
        });
    }

    fn approve(&mut self, person: PersonId, month: Month) {
        let work = self.look(|acting| acting.month_of(person, month));
        let mut terms = ApprovalTerms::default();
        if self.coin(0.4) {
            let days: Vec<_> = work.entries.iter().filter_map(|entry| entry.day).collect();
            terms.days = days.into_iter().filter(|_| self.rng.random_bool(0.5)).collect();
        }
        if self.coin(0.6) {
            for proposal in &work.proposals {
                if self.rng.random_bool(0.7) {
                    terms.over.push((proposal.id, "trotzdem".into()));
                }
            }
        }
        self.at_desk(&format!("approves {month} {:?}", terms.days), |acting| {
            acting.approve(person, month, &terms)
        });
    }

    fn reopen(&mut self, person: PersonId, month: Month) {
        let why = self.why();
        self.at_desk(&format!("reopens {month}"), |acting| acting.reopen(person, month, &why));
    }

    fn hand_entered(&mut self, person: PersonId, month: Month) {
        let why = self.why();
        if self.coin(0.6) {
            let line = serde_json::from_value(json!({
                "id": "", "word": "expenses", "entered": { "amount": self.rng.random_range(1..9_000) },
                "treatment": "free", "reason": why, "approved": true,
            }))
            .expect("a line");
            let id = self.at_desk(&format!("enters a line in {month}"), |acting| {
                acting.enter_line(person, month, &line)
            });
            self.known.extend(id);
        } else {
            let known = self.known.clone();
            let id = self.some_id(&known);
            self.at_desk("removes a line", |acting| acting.remove_line(person, month, id, &why));
        }
    }

    fn about_rota(&mut self, person: PersonId, month: Month) {
        let whose = if self.coin(0.8) { Some(person) } else { None };
        let planned = self.look(|acting| acting.planned_of(whose, month));
        let ids: Vec<EventId> = planned.iter().map(|shift| shift.id).collect();
        let shift = self.some_id(&ids);
        let from = Minute::floor_ms(self.now_ms + self.rng.random_range(-100..600) * HOUR_MS);
        let length = Minutes::new(self.rng.random_range(1..1_500));
        let span = Interval::new(from, from + length).expect("a span");
        match self.rng.random_range(0..10) {
            0..4 => {
                self.at_desk("plans", |acting| acting.plan(whose, &[(span, None)], Berlin));
            }
            4 | 5 => {
                self.at_desk("publishes", |acting| acting.publish(whose, month));
            }
            6 => {
                self.at_desk("changes the plan", |acting| {
                    acting.change_planned(whose, month, shift, span, "neu", Berlin)
                });
            }
            7 => {
                self.at_desk("calls off", |acting| acting.cancel_planned(whose, month, shift));
            }
            8 => {
                let to = if self.coin(0.5) { Some(person) } else { None };
                self.at_desk("assigns", |acting| {
                    acting.assign_planned(whose, month, shift, to, Berlin)
                });
            }
            _ => {
                let published = self.coin(0.5);
                self.at_desk("restores", |acting| {
                    acting.restore_planned(whose, month, shift, published)
                });
            }
        }
    }

    fn about_absences(&mut self, person: PersonId, month: Month) {
        let (first, last) = self.some_days(self.now_ms);
        let open = self.look(|acting| {
            let from = month.previous().first_day();
            acting.absences_between(person, from, month.next().last_day())
        });
        let ids: Vec<EventId> = open.iter().map(|entry| entry.id).collect();
        let absence = self.some_id(&ids);
        let why = self.why();
        match self.rng.random_range(0..20) {
            0..8 => {
                let decision = AbsenceDecision {
                    granted: self.coin(0.7),
                    reason: why,
                    kind: None,
                    vacation_days: None,
                };
                self.at_desk(&format!("decides {absence} {}", decision.granted), |acting| {
                    acting.decide_absence(person, absence, &decision)
                });
            }
            8..11 => {
                self.at_desk(&format!("takes back {absence}"), |acting| {
                    acting.take_absence_back(person, absence, &why)
                });
            }
            11..14 => {
                let kind = *AbsenceKind::ALL.choose(&mut self.rng).expect("some");
                let new = EnteredAbsence { kind, first, last, reason: why, vacation_days: None };
                self.at_desk(&format!("enters {} {first}–{last}", kind.word()), |acting| {
                    acting.enter_absence(person, &new)
                });
            }
            14 => {
                let kind = *AbsenceKind::ALL.choose(&mut self.rng).expect("some");
                let new = EnteredAbsence { kind, first, last, reason: why, vacation_days: None };
                self.at_desk("changes what it entered", |acting| {
                    acting.change_entered_absence(person, absence, &new)
                });
            }
            15 => {
                self.at_desk("notes a certificate", |acting| {
                    acting.note_certificate(person, absence, Certificate::Electronic(first))
                });
            }
            16 => {
                let earlier = if self.coin(0.7) { Some(self.some_id(&ids)) } else { None };
                self.at_desk("notes the same illness", |acting| {
                    acting.note_same_illness(person, absence, earlier)
                });
            }
            17 => {
                let days = self.rng.random_range(-500..2_500);
                self.at_desk("books vacation", |acting| {
                    acting.book_vacation(person, first, days, &why)
                });
            }
            _ => {
                let minutes = Minutes::new(self.rng.random_range(-600..600));
                self.at_desk("books hours", |acting| {
                    acting.book_hours(person, month, minutes, &why)
                });
            }
        }
    }
}
