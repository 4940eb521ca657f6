//! Which absent time is credited in a month, and at what pay (Ausfallvergütung).
//!
//! | absence | time | money |
//! |---|---|---|
//! | vacation | planned shift, else days of duty × average | 13 weeks' average per hour (§ 11 BUrlG) |
//! | sickness | planned shift, else average per calendar day | as planned (§ 4 EFZG) |
//! | holiday not worked | likewise, on labour-law holidays only | as planned (§ 2 EFZG) |
//! | child sick, special leave | likewise, as far as the contract pays | as planned |
//! | unpaid leave | planned shift | none |
//! | pregnancy and birth | `maternity.rs` | `maternity.rs` |
//!
//! Averages are those of 12 months, for work on call of 3 months. Under a
//! salary the time is credited and the salary goes on; only surcharges are
//! paid in addition. Surcharges are always liable.

use super::average::{Average, Period, average};
use super::entry::{Absence, AbsenceKind};
use super::sickness::{CertificateState, certificate_state, sick_pay};
use super::vacation::days_taken;
use crate::contract::version::{ContractVersion, in_force, place_in_force};
use crate::law::duty::duties;
use crate::law::public_holiday::is_public_holiday;
use crate::law::surcharge_class::classify;
use crate::money::Exact;
use crate::pay::finding::FindingKind;
use crate::pay::run::{AbsentPart, Run};
use crate::time::{Interval, Minutes, Month, midnight};
use chrono::{Datelike, NaiveDate};

/// An average as pay for an hour.
#[derive(Debug, Clone, Copy)]
struct HourlyAverage {
    base: Exact,
    surcharges: Exact,
}

impl HourlyAverage {
    fn of(average: &Average) -> Option<Self> {
        let hours = Exact::from_int(60).checked_div(average.minutes)?;
        Some(Self {
            base: (average.base * hours).to_millionth(),
            surcharges: (average.surcharges * hours).to_millionth(),
        })
    }
}

impl<'a> Run<'a> {
    /// Credits every absence that touches the month.
    pub(crate) fn absences(&mut self) {
        let input = self.input;
        let (first, last) = (input.month.first_day(), input.month.last_day());
        for (place, absence) in input.absences.iter().enumerate() {
            // A planned shift of the last day may reach into the month.
            let reaches = absence.duty_days().iter().any(|day| Month::of(*day) == input.month);
            if !reaches && (absence.to < first || absence.from > last) {
                continue;
            }
            self.contradictions(place, absence);
            if absence.kind.is_maternity() {
                self.maternity(absence);
                continue;
            }
            let days = self.paid_days(absence);
            if rota_tells(absence, input.month) {
                self.planned(absence, &days);
            } else {
                self.without_rota(absence, &days);
            }
        }
    }

    /// Two absences on a day; work begun on a day of absence.
    fn contradictions(&mut self, place: usize, absence: &Absence) {
        let input = self.input;
        for other in &input.absences[place + 1..] {
            if absence.from <= other.to && other.from <= absence.to {
                self.find(FindingKind::AbsencesOverlap, &[&absence.id, &other.id], None);
            }
        }
        for shift in input.shifts {
            let began = shift.span.from().day(shift.workplace.zone);
            if absence.contains(began) && Month::of(began) == input.month {
                let about = [absence.id.as_str(), shift.id.as_str()];
                self.find(FindingKind::WorkedWhileAbsent, &about, Some(shift.span));
            }
        }
    }

    /// The days of an absence for which the employer pays (for unpaid leave:
    /// that count), with the findings that explain the others.
    fn paid_days(&mut self, absence: &Absence) -> Vec<NaiveDate> {
        let input = self.input;
        let id = [absence.id.as_str()];
        let days: Vec<NaiveDate> = match absence.kind {
            AbsenceKind::Vacation
            | AbsenceKind::SpecialLeave
            | AbsenceKind::UnpaidLeave
            | AbsenceKind::MaternityLeave
            | AbsenceKind::EmploymentBan => absence.days().collect(),
            AbsenceKind::Sick => {
                let version = in_force(input.versions, absence.from);
                if let CertificateState::Missing { .. } = certificate_state(absence, version) {
                    self.find(FindingKind::CertificateMissing, &id, None);
                }
                let Some(pay) = sick_pay(absence, input.absences, input.versions) else {
                    return Vec::new();
                };
                if pay.waited {
                    self.find(FindingKind::SickInWaitingPeriod, &id, None);
                }
                if pay.beyond {
                    self.find(FindingKind::SickBeyondSixWeeks, &id, None);
                }
                absence.days().filter(|day| pay.from <= *day && *day <= pay.to).collect()
            }
            AbsenceKind::ChildSick => {
                let limit = in_force(input.versions, absence.from)
                    .map_or(0, |version| version.absence.child_sick_days);
                let used: i64 = input
                    .absences
                    .iter()
                    .filter(|other| {
                        other.kind == AbsenceKind::ChildSick && other.from < absence.from
                    })
                    .map(|other| {
                        let year = absence.from.year();
                        let days = other.days().filter(|day| day.year() == year).count();
                        i64::try_from(days).unwrap_or(i64::MAX)
                    })
                    .sum();
                let open = usize::try_from((limit - used).max(0)).unwrap_or(0);
                let paid: Vec<_> = absence.days().take(open).collect();
                if i64::try_from(paid.len()).unwrap_or(i64::MAX) < absence.calendar_days() {
                    self.find(FindingKind::ChildSickBeyondContract, &id, None);
                }
                paid
            }
            AbsenceKind::HolidayNotWorked => {
                let holiday = |day: &NaiveDate| {
                    in_force(input.versions, *day)
                        .is_some_and(|version| is_public_holiday(*day, &version.workplace.region))
                };
                let holidays: Vec<_> = absence.days().filter(holiday).collect();
                if i64::try_from(holidays.len()).unwrap_or(i64::MAX) < absence.calendar_days() {
                    self.find(FindingKind::NotAHoliday, &id, None);
                }
                holidays
            }
        };
        let unpaid = absence.kind == AbsenceKind::UnpaidLeave;
        self.unpaid.extend(absence.days().filter(|day| unpaid || !days.contains(day)));
        days
    }

    /// Time by the rota: the shifts that began on a paid day, as a whole.
    fn planned(&mut self, absence: &'a Absence, days: &[NaiveDate]) {
        let input = self.input;
        let money = match absence.kind {
            AbsenceKind::Vacation => {
                let money = self.average_for(absence).as_ref().and_then(HourlyAverage::of);
                if money.is_none() {
                    self.find(FindingKind::NoReference, &[&absence.id], None);
                }
                money
            }
            AbsenceKind::Sick
            | AbsenceKind::ChildSick
            | AbsenceKind::HolidayNotWorked
            | AbsenceKind::SpecialLeave
            | AbsenceKind::UnpaidLeave
            | AbsenceKind::MaternityLeave
            | AbsenceKind::EmploymentBan => None,
        };
        for duty in duties(&absence.planned, self.switches.night_taken_up) {
            let began = |shift: &crate::work::Shift| shift.span.from().day(shift.workplace.zone);
            let duty: Vec<_> = duty.into_iter().filter(|one| days.contains(&began(one))).collect();
            let Some(money) = money else {
                self.duty(&duty, Some(absence));
                continue;
            };
            for span in classify(&duty, &self.switches) {
                let Some(version) = place_in_force(input.versions, span.day) else { continue };
                if Month::of(span.day) != input.month || !span.kind.is_working_time() {
                    continue;
                }
                let centre = self.centre(input.versions[version].cost_centre.as_deref());
                let minutes = span.span.length();
                let part = AbsentPart {
                    absence,
                    version,
                    centre,
                    day: span.day,
                    span: span.span,
                    minutes,
                };
                let surcharges = money.surcharges.for_minutes(minutes);
                self.absent_at(&part, money.base.for_minutes(minutes), surcharges);
            }
        }
    }

    /// Time by the average: one credit for the days of the month.
    fn without_rota(&mut self, absence: &'a Absence, days: &[NaiveDate]) {
        let input = self.input;
        let here: Vec<NaiveDate> =
            days.iter().copied().filter(|day| Month::of(*day) == input.month).collect();
        let (Some(first), Some(last)) = (here.first(), here.last()) else { return };
        let Some(version) = place_in_force(input.versions, *first) else {
            self.find(FindingKind::NoContract, &[&absence.id], None);
            return;
        };
        let Some(average) = self.average_for(absence) else {
            self.find(FindingKind::NoReference, &[&absence.id], None);
            return;
        };
        let contract = &input.versions[version];
        let count = match absence.kind {
            AbsenceKind::Vacation => vacation_days(absence, contract, here.len()),
            AbsenceKind::Sick
            | AbsenceKind::ChildSick
            | AbsenceKind::HolidayNotWorked
            | AbsenceKind::SpecialLeave
            | AbsenceKind::UnpaidLeave
            | AbsenceKind::MaternityLeave
            | AbsenceKind::EmploymentBan => Exact::from_int(i64::try_from(here.len()).unwrap_or(0)),
        };
        let zone = contract.workplace.zone;
        let end = last.succ_opt().unwrap_or(*last);
        let Some(span) = Interval::new(midnight(*first, zone), midnight(end, zone)) else { return };
        let minutes = Minutes::new((average.minutes * count).round().get());
        let centre = self.centre(contract.cost_centre.as_deref());
        let part = AbsentPart { absence, version, centre, day: *first, span, minutes };
        self.absent_at(&part, average.base * count, average.surcharges * count);
    }

    fn average_for(&self, absence: &Absence) -> Option<Average> {
        let input = self.input;
        let call_work =
            in_force(input.versions, absence.from).is_some_and(|version| version.call_work);
        let period = match absence.kind {
            AbsenceKind::Vacation => Period::Vacation,
            AbsenceKind::Sick
            | AbsenceKind::ChildSick
            | AbsenceKind::HolidayNotWorked
            | AbsenceKind::SpecialLeave
            | AbsenceKind::UnpaidLeave
            | AbsenceKind::MaternityLeave
            | AbsenceKind::EmploymentBan
                if call_work =>
            {
                Period::CallWork
            }
            AbsenceKind::Sick
            | AbsenceKind::ChildSick
            | AbsenceKind::HolidayNotWorked
            | AbsenceKind::SpecialLeave
            | AbsenceKind::UnpaidLeave
            | AbsenceKind::MaternityLeave
            | AbsenceKind::EmploymentBan => Period::Irregular,
        };
        let absent = |day: NaiveDate| input.absences.iter().any(|one| one.contains(day));
        // Days of this month before the absence count too; earlier months come
        // with the input.
        let mut earned = input.earned.to_vec();
        earned.extend(self.days().iter().filter(|one| Month::of(one.day) == input.month).copied());
        average(period, absence.from, &earned, input.versions, absent)
    }
}

/// Whether the rota says what would have been worked in this month. Where one
/// is published and has no shift, nothing fell away: no average stands in for
/// it. Not so for vacation: a rota made after the grant leaves its days empty.
fn rota_tells(absence: &Absence, month: Month) -> bool {
    match absence.kind {
        AbsenceKind::Vacation => !absence.planned.is_empty(),
        AbsenceKind::Sick
        | AbsenceKind::ChildSick
        | AbsenceKind::HolidayNotWorked
        | AbsenceKind::SpecialLeave
        | AbsenceKind::UnpaidLeave
        | AbsenceKind::MaternityLeave
        | AbsenceKind::EmploymentBan
            if absence.rota_known.is_empty() =>
        {
            !absence.planned.is_empty()
        }
        AbsenceKind::Sick
        | AbsenceKind::ChildSick
        | AbsenceKind::HolidayNotWorked
        | AbsenceKind::SpecialLeave
        | AbsenceKind::UnpaidLeave
        | AbsenceKind::MaternityLeave
        | AbsenceKind::EmploymentBan => absence.rota_known.contains(&month),
    }
}

/// Days of vacation that the calendar days of this month take.
fn vacation_days(absence: &Absence, contract: &ContractVersion, here: usize) -> Exact {
    let here = i64::try_from(here).unwrap_or(0);
    match absence.vacation_days {
        Some(hundredths) => {
            Exact::fraction(hundredths * here, 100 * absence.calendar_days().max(1))
                .unwrap_or(Exact::ZERO)
        }
        None => {
            let of_here = Absence { planned: Vec::new(), ..absence.clone() };
            let all = days_taken(&of_here, absence.from.year(), contract.absence.vacation);
            let in_year =
                absence.days().filter(|day| day.year() == absence.from.year()).count().max(1);
            let share = Exact::fraction(here, i64::try_from(in_year).unwrap_or(1));
            all * share.unwrap_or(Exact::ZERO)
        }
    }
}
