//! What is paid under the MuSchG (Mutterschutzlohn, Zuschuss zum Mutterschaftsgeld).
//!
//! A ban of all work outside the weeks around the birth is paid by the
//! reference principle (§ 18 MuSchG): the average of the last three settled
//! calendar months before the pregnancy began, for each calendar day, whatever
//! the rota had. A ban of part of the work is not computed here. In the weeks
//! around the birth the health insurance pays, and the employer adds what the
//! net pay was above it (§ 20); net pay is the payroll office's figure, and
//! without it the line counts the days alone.

use super::average::{average_of, calendar_days};
use super::entry::{Absence, AbsenceKind};
use crate::contract::version::{ContractVersion, place_in_force};
use crate::law::dated::Rule;
use crate::law::maternity_allowance::{ALLOWANCE, FREE, allowance_a_day};
use crate::law::maternity_protection::pregnant_since;
use crate::money::{Cents, Exact};
use crate::pay::finding::FindingKind;
use crate::pay::line::{Columns, PayLine, PaySpan, Quantity, RuleRef, WageKind};
use crate::pay::month::{DayEarned, MonthInput};
use crate::pay::run::{AbsentPart, Run};
use crate::time::{Interval, Month, midnight};
use chrono::{Months, NaiveDate};
use std::borrow::Cow;

/// § 18 MuSchG: pay while all work is forbidden.
pub const MATERNITY_PAY: Rule = Rule {
    key: "maternity_pay",
    paragraph: "§ 18, § 21 MuSchG",
    version: "2026-01",
    verified: true,
};

/// § 20 MuSchG where the net pay is not known here.
pub const BY_PAYROLL: Rule = Rule { key: "maternity_allowance_by_payroll", ..ALLOWANCE };

/// The first and last day of the months that measure the pay (§ 18 Satz 2 and
/// 4, § 21 Abs. 1 Satz 2 MuSchG): the three calendar months before the one in
/// which the pregnancy began; if the employment began later, its first three
/// months; if it was shorter, the time from its first day.
#[must_use]
pub fn reference(due: NaiveDate, employed: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let since = pregnant_since(due)?;
    if employed >= since {
        let end = employed.checked_add_months(Months::new(3))?;
        return Some((employed, end.pred_opt()?));
    }
    let last = Month::of(since).previous();
    let first = last.previous().previous();
    if employed > last.last_day() {
        return Some((employed, since.pred_opt()?));
    }
    Some((first.first_day().max(employed), last.last_day()))
}

/// The day on which the employment began.
#[must_use]
pub fn employed_since(versions: &[ContractVersion]) -> Option<NaiveDate> {
    let first = versions.first()?;
    Some(first.employed_since.unwrap_or(first.valid_from))
}

/// The calendar months of the reference in which nothing was earned, though
/// they were not all absence: they are not known here.
fn missing(
    (from, to): (NaiveDate, NaiveDate),
    earned: &[DayEarned],
    absent: &impl Fn(NaiveDate) -> bool,
) -> bool {
    let months = std::iter::successors(Some(Month::of(from)), |month| Some(month.next()));
    months.take_while(|month| *month <= Month::of(to)).any(|month| {
        let here = |day: &NaiveDate| from <= *day && *day <= to;
        let worked = earned
            .iter()
            .any(|one| Month::of(one.day) == month && here(&one.day) && one.minutes.get() > 0);
        !worked && month.days().filter(here).any(|day| !absent(day))
    })
}

impl<'a> Run<'a> {
    /// Pays an absence under the MuSchG.
    pub(crate) fn maternity(&mut self, absence: &'a Absence) {
        if absence.kind == AbsenceKind::EmploymentBan {
            self.employment_ban(absence);
            return;
        }
        self.unpaid.extend(absence.days());
        if absence.net_per_day.is_none() {
            self.find(FindingKind::MaternityAllowanceOpen, &[&absence.id], None);
        }
    }

    fn employment_ban(&mut self, absence: &'a Absence) {
        let input = self.input;
        let id = [absence.id.as_str()];
        let here: Vec<NaiveDate> =
            input.month.days().filter(|day| absence.contains(*day)).collect();
        let (Some(first), Some(last)) = (here.first(), here.last()) else { return };
        let Some(version) = place_in_force(input.versions, *first) else {
            self.find(FindingKind::NoContract, &id, None);
            return;
        };
        let Some(due) = absence.due else {
            self.find(FindingKind::MaternityDueUnknown, &id, None);
            return;
        };
        let absent = |day: NaiveDate| input.absences.iter().any(|one| one.contains(day));
        let average = employed_since(input.versions)
            .and_then(|employed| reference(due, employed))
            .filter(|period| !missing(*period, input.earned, &absent))
            .and_then(|period| {
                let days = calendar_days(period, input.versions, absent);
                average_of(period, *first, days, input.earned, input.versions)
            });
        let Some(average) = average else {
            self.find(FindingKind::MaternityReferenceMissing, &id, None);
            return;
        };
        let contract = &input.versions[version];
        let zone = contract.workplace.zone;
        let end = last.succ_opt().unwrap_or(*last);
        let Some(span) = Interval::new(midnight(*first, zone), midnight(end, zone)) else { return };
        let count = Exact::from_int(i64::try_from(here.len()).unwrap_or(0));
        let minutes = crate::time::Minutes::new((average.minutes * count).round().get());
        let centre = self.centre(contract.cost_centre.as_deref());
        let part = AbsentPart { absence, version, centre, day: *first, span, minutes };
        self.absent_at(&part, average.base * count, average.surcharges * count);
    }
}

/// The lines of the maternity allowance of a month: one for each absence and
/// version of the contract, counted in calendar days.
pub(crate) fn allowance_lines(input: &MonthInput<'_>) -> Vec<PayLine> {
    let leaves = input.absences.iter().filter(|one| one.kind == AbsenceKind::MaternityLeave);
    let mut lines = Vec::new();
    for absence in leaves {
        for (place, version) in input.versions.iter().enumerate() {
            let days: Vec<NaiveDate> = input
                .month
                .days()
                .filter(|day| absence.contains(*day))
                .filter(|day| place_in_force(input.versions, *day) == Some(place))
                .collect();
            lines.extend(allowance_line(input, absence, version, &days));
        }
    }
    lines
}

fn allowance_line(
    input: &MonthInput<'_>,
    absence: &Absence,
    version: &ContractVersion,
    days: &[NaiveDate],
) -> Option<PayLine> {
    let (first, last) = (days.first()?, days.last()?);
    let count = i64::try_from(days.len()).ok()?;
    let a_day = absence.net_per_day.and_then(|net| allowance_a_day(net, *first));
    let paid = a_day.map_or(Cents::ZERO, |a_day| Cents::new(a_day.get() * count));
    let rules = match a_day {
        Some(_) => vec![RuleRef::from(&ALLOWANCE), RuleRef::from(&FREE)],
        None => vec![RuleRef::from(&BY_PAYROLL)],
    };
    let zone = version.workplace.zone;
    let end = last.succ_opt()?;
    let span = Interval::new(midnight(*first, zone), midnight(end, zone))?;
    Some(PayLine {
        person: input.person.to_owned(),
        personnel_number: version.personnel_number,
        wage_kind: WageKind::MaternityAllowance,
        month: input.month,
        month_of_origin: input.month,
        contract_version: version.id.clone(),
        cost_centre: version.cost_centre.clone(),
        quantity: Quantity::Days(count * 100),
        rate: None,
        percent: None,
        columns: Columns {
            paid,
            tax_free: paid,
            sv_free: paid,
            tax_liable: Cents::ZERO,
            sv_liable: Cents::ZERO,
            accident_liable: Cents::ZERO,
        },
        spans: vec![PaySpan {
            shift: absence.id.clone(),
            span,
            zone: Cow::Borrowed(zone.name()),
            minutes: span.length(),
            rules,
        }],
        reason: None,
    })
}

impl PayLine {
    /// Whether the payroll office computes its amount, because the net pay is
    /// not known here.
    #[must_use]
    pub fn is_left_to_payroll(&self) -> bool {
        self.spans.iter().flat_map(|span| &span.rules).any(|rule| rule.key == BY_PAYROLL.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::version::tests::hourly;
    use crate::pay::month::MicroCents;
    use crate::pay::{MonthPay, pay_month};
    use crate::time::Minutes;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn absence(kind: AbsenceKind, from: &str, to: &str) -> Absence {
        Absence {
            id: "m1".into(),
            kind,
            from: date(from),
            to: date(to),
            planned: vec![],
            certificate: super::super::entry::Certificate::None,
            same_illness_as: None,
            vacation_days: None,
            rota_known: vec![],
            due: None,
            net_per_day: None,
        }
    }
    fn month_of(
        month: &str,
        versions: &[ContractVersion],
        absences: &[Absence],
        earned: &[DayEarned],
    ) -> MonthPay {
        let month = month.parse().expect("a month");
        pay_month(&MonthInput { absences, earned, ..MonthInput::new("p", month, versions, &[]) })
    }
    fn words(pay: &MonthPay) -> Vec<&'static str> {
        pay.findings.iter().map(|finding| finding.kind.word()).collect()
    }
    /// So many hours at 16 € with 1 € of surcharges on the first of each month.
    fn earned(months: &[(&str, i64)]) -> Vec<DayEarned> {
        months
            .iter()
            .map(|(month, hours)| DayEarned {
                day: date(&format!("{month}-01")),
                minutes: Minutes::hours(*hours),
                base: MicroCents::of(Exact::from_int(1_600 * hours)),
                surcharges: MicroCents::of(Exact::from_int(100 * hours)),
            })
            .collect()
    }

    #[test]
    fn the_three_months_before_the_pregnancy_measure_the_pay() {
        // Due on 2 November 2026: pregnant since 26 January 2026.
        let due = date("2026-11-02");
        for (what, employed, from, to) in [
            ("long before", "2024-01-01", "2025-10-01", "2025-12-31"),
            ("inside the three months", "2025-11-15", "2025-11-15", "2025-12-31"),
            ("in the month it began", "2026-01-10", "2026-01-10", "2026-01-25"),
            ("on the day it began", "2026-01-26", "2026-01-26", "2026-04-25"),
            ("after it began", "2026-03-15", "2026-03-15", "2026-06-14"),
        ] {
            assert_eq!(reference(due, date(employed)), Some((date(from), date(to))), "{what}");
        }
    }

    #[test]
    fn a_ban_pays_the_average_of_a_calendar_day_with_its_surcharges_liable() {
        let versions = [hourly("a", "2025-01-01", 1600)];
        let ban = Absence {
            due: Some(date("2026-11-02")),
            ..absence(AbsenceKind::EmploymentBan, "2026-06-11", "2026-09-20")
        };
        let before = earned(&[("2025-09", 500), ("2025-10", 90), ("2025-11", 92), ("2025-12", 94)]);
        let pay = month_of("2026-06", &versions, std::slice::from_ref(&ban), &before);
        assert_eq!(words(&pay), [] as [&str; 0]);
        // 276 h in 92 days are 3 h a day: 20 days of June are 60 h.
        let line = &pay.lines[0];
        assert_eq!(line.wage_kind, WageKind::MaternityPay);
        assert_eq!(line.quantity, Quantity::Minutes(Minutes::hours(60)));
        assert_eq!(line.columns, Columns::liable(Cents::new(96_000)));
        assert_eq!(line.spans[0].rules[0].paragraph, "§ 18, § 21 MuSchG");
        let surcharges = &pay.lines[1];
        assert_eq!(surcharges.wage_kind, WageKind::AbsenceSurcharge);
        assert_eq!(surcharges.columns, Columns::liable(Cents::new(6_000)));
        // Full months take their calendar days.
        let july = month_of("2026-07", &versions, std::slice::from_ref(&ban), &before);
        assert_eq!(july.lines[0].quantity, Quantity::Minutes(Minutes::hours(93)));
        // A lasting raise counts from its first day on (§ 21 Abs. 4 Nr. 2).
        let raised = [hourly("a", "2025-01-01", 1600), hourly("b", "2026-08-01", 2000)];
        let august = month_of("2026-08", &raised, std::slice::from_ref(&ban), &before);
        assert_eq!(august.lines[0].columns.paid, Cents::new(93 * 2_000));
        let july = month_of("2026-07", &raised, &[ban], &before);
        assert_eq!(july.lines[0].columns.paid, Cents::new(93 * 1_600));
    }

    #[test]
    fn a_ban_invents_nothing_where_a_month_or_the_day_of_birth_is_not_known() {
        let versions = [hourly("a", "2025-01-01", 1600)];
        let ban = absence(AbsenceKind::EmploymentBan, "2026-06-11", "2026-09-20");
        let before = earned(&[("2025-10", 90), ("2025-12", 94)]);
        let pay = month_of("2026-06", &versions, std::slice::from_ref(&ban), &before);
        assert_eq!(words(&pay), ["maternity_due_unknown"]);
        assert_eq!(pay.lines, []);
        let known = Absence { due: Some(date("2026-11-02")), ..ban };
        let pay = month_of("2026-06", &versions, std::slice::from_ref(&known), &before);
        assert_eq!(words(&pay), ["maternity_reference_missing"]);
        assert_eq!(pay.lines, []);
        // A month that was all unpaid leave is not missing (§ 21 Abs. 1).
        let leave = Absence {
            id: "u".into(),
            ..absence(AbsenceKind::UnpaidLeave, "2025-11-01", "2025-11-30")
        };
        let pay = month_of("2026-06", &versions, &[known, leave], &before);
        assert_eq!(words(&pay), [] as [&str; 0]);
        // 184 h in the 62 days of October and December.
        let expected = Exact::fraction(184 * 60 * 20, 62).expect("not zero").round().get();
        assert_eq!(pay.lines[0].quantity, Quantity::Minutes(Minutes::new(expected)));
    }

    #[test]
    fn the_allowance_counts_calendar_days_and_its_amount_is_free() {
        let versions = [hourly("a", "2025-01-01", 1600)];
        let leave = Absence {
            net_per_day: Some(Cents::new(5_040)),
            ..absence(AbsenceKind::MaternityLeave, "2026-09-21", "2026-12-28")
        };
        for (month, days) in [("2026-09", 10), ("2026-10", 31), ("2026-11", 30), ("2026-12", 28)] {
            let pay = month_of(month, &versions, std::slice::from_ref(&leave), &[]);
            assert_eq!(words(&pay), [] as [&str; 0]);
            let [line] = pay.lines.as_slice() else { unreachable!("{month}: {:?}", pay.lines) };
            assert_eq!(line.quantity, Quantity::Days(days * 100), "{month}");
            let paid = Cents::new(3_740 * days);
            assert_eq!((line.columns.paid, line.columns.tax_free), (paid, paid), "{month}");
            assert_eq!((line.columns.sv_free, line.columns.accident_liable), (paid, Cents::ZERO));
            assert!(!line.is_left_to_payroll());
        }
        let after = month_of("2027-01", &versions, std::slice::from_ref(&leave), &[]);
        assert_eq!(after.lines, []);
        let open = Absence { net_per_day: None, ..leave };
        let pay = month_of("2026-10", &versions, &[open], &[]);
        assert_eq!(words(&pay), ["maternity_allowance_open"]);
        assert_eq!(pay.lines[0].quantity, Quantity::Days(3_100));
        assert_eq!(pay.lines[0].columns, Columns::default());
        assert!(pay.lines[0].is_left_to_payroll());
    }
}
