//! Vacation (Urlaub): entitlement, carry-over, expiry and balance.
//!
//! Entitlement is counted in days of duty: calendar days on which duty falls.
//! A 24-hour shift from 8 to 8 covers two and counts two (BAG 15.3.2011 –
//! 9 AZR 799/09), in the entitlement and when it falls away. Doubtful: an
//! ordinary night shift is counted the same way, because the decision counts
//! calendar days.

use super::entry::{Absence, AbsenceKind};
use crate::contract::version::VacationTerms;
use crate::law::dated::Rule;
use crate::money::Exact;
use chrono::{Datelike, Months, NaiveDate};

/// § 3 Abs. 1 BUrlG: 24 days at six days a week, in proportion.
pub const ENTITLEMENT: Rule = Rule {
    key: "vacation_entitlement",
    paragraph: "§ 3 Abs. 1 BUrlG",
    version: "2026-01",
    verified: true,
};

/// § 5 BUrlG: twelfths.
pub const TWELFTHS: Rule = Rule {
    key: "vacation_twelfths",
    paragraph: "§ 5 Abs. 1 und 2 BUrlG",
    version: "2026-01",
    verified: true,
};

/// § 208 SGB IX: five more days at a five-day week.
pub const SEVERELY_DISABLED: Rule = Rule {
    key: "vacation_severely_disabled",
    paragraph: "§ 208 Abs. 1 SGB IX",
    version: "2026-01",
    verified: true,
};

/// § 7 Abs. 3 BUrlG: carry-over to 31 March. It expires only if the employer
/// warned in time (EuGH C-684/16, BAG 9 AZR 541/15; from memory).
pub const CARRIED_OVER: Rule = Rule {
    key: "vacation_carried_over",
    paragraph: "§ 7 Abs. 3 BUrlG",
    version: "2026-01",
    verified: false,
};

/// Days booked by hand: what was there before, or given in addition.
pub const BY_HAND: Rule =
    Rule { key: "vacation_by_hand", paragraph: "Vereinbarung", version: "2026-01", verified: true };

/// Vacation taken.
pub const TAKEN: Rule = Rule {
    key: "vacation_taken",
    paragraph: "§ 7 Abs. 1 BUrlG",
    version: "2026-01",
    verified: true,
};

/// The full year's entitlement in days of duty, exact:
/// `days × duty days / basis` (24 × 156 / 312 = 12).
#[must_use]
pub fn full_entitlement(terms: VacationTerms) -> Option<Exact> {
    (Exact::from_int(terms.days) * Exact::from_int(terms.duty_days))
        .checked_div(Exact::from_int(terms.basis))
}

/// What a year of vacation is made of.
#[derive(Debug, Clone, Copy)]
pub struct VacationYear<'a> {
    /// Which year.
    pub year: i32,
    /// First day of the employment.
    pub employed_since: NaiveDate,
    /// Last day of the employment, if it ends.
    pub ends: Option<NaiveDate>,
    /// The terms in force in that year.
    pub terms: VacationTerms,
    /// The assistant is severely disabled (§ 208 SGB IX).
    pub severely_disabled: bool,
    /// Days left from the year before.
    pub carried: Exact,
    /// Whether the employer asked to take the carried days and warned that
    /// they expire.
    pub warned: bool,
    /// The person's absences, in any order; others than vacation are ignored.
    pub absences: &'a [Absence],
    /// Days booked by hand, in any order; other years' are ignored.
    pub by_hand: &'a [VacationByHand],
}

/// Days of vacation booked by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacationByHand {
    /// Its id in the record.
    pub id: String,
    /// The day on which it counts.
    pub day: NaiveDate,
    /// Hundredths of days; negative where it takes some.
    pub hundredths: i64,
    /// Why.
    pub reason: String,
}

/// One line of a vacation account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacationBooking {
    /// The day on which it counts.
    pub day: NaiveDate,
    /// The rule, which also names the booking.
    pub rule: &'static Rule,
    /// Days; negative if taken or expired.
    pub days: Exact,
    /// The balance after it.
    pub balance: Exact,
    /// The absence, for days taken; the booking, for one by hand.
    pub about: Option<String>,
    /// The reason, for a booking by hand.
    pub reason: Option<String>,
}

/// The year's account, in order of time; the last balance is what is left.
#[must_use]
pub fn vacation_account(year: &VacationYear<'_>) -> Vec<VacationBooking> {
    let (Some(first), Some(last)) =
        (NaiveDate::from_ymd_opt(year.year, 1, 1), NaiveDate::from_ymd_opt(year.year, 12, 31))
    else {
        return Vec::new();
    };
    let mut account = Account { bookings: Vec::new(), balance: Exact::ZERO };
    let begin = first.max(year.employed_since);
    if year.carried != Exact::ZERO {
        account.book(first, &CARRIED_OVER, year.carried, None);
    }
    if let Some((rule, days)) = entitlement(year, first, last) {
        account.book(begin, rule, days, None);
    }
    if year.severely_disabled
        && let Some(days) = full_entitlement(VacationTerms { days: 5, basis: 260, ..year.terms })
    {
        account.book(begin, &SEVERELY_DISABLED, days, None);
    }
    for one in year.by_hand.iter().filter(|one| one.day.year() == year.year) {
        let days = Exact::fraction(one.hundredths, 100).unwrap_or(Exact::ZERO);
        account.book(one.day, &BY_HAND, days, Some((one.id.as_str(), Some(one.reason.as_str()))));
    }
    let mut taken: Vec<(NaiveDate, Exact, &str)> = year
        .absences
        .iter()
        .filter(|absence| absence.kind == AbsenceKind::Vacation)
        .filter_map(|absence| {
            let days = days_taken(absence, year.year, year.terms);
            (days != Exact::ZERO).then_some((absence.from.max(first), days, absence.id.as_str()))
        })
        .collect();
    taken.sort_unstable();
    let april = NaiveDate::from_ymd_opt(year.year, 4, 1);
    let mut carried = year.carried;
    let mut expired = false;
    for (day, days, id) in taken {
        if !expired && april.is_some_and(|april| day >= april) {
            account.expire(april, carried, year.warned);
            expired = true;
        }
        // Carried days are used first.
        carried = (carried - days).max(Exact::ZERO);
        account.book(day, &TAKEN, Exact::ZERO - days, Some((id, None)));
    }
    if !expired {
        account.expire(april, carried, year.warned);
    }
    account.bookings
}

struct Account {
    bookings: Vec<VacationBooking>,
    balance: Exact,
}

impl Account {
    fn book(
        &mut self,
        day: NaiveDate,
        rule: &'static Rule,
        days: Exact,
        about: Option<(&str, Option<&str>)>,
    ) {
        self.balance += days;
        self.bookings.push(VacationBooking {
            day,
            rule,
            days,
            balance: self.balance,
            about: about.map(|(id, _)| id.to_owned()),
            reason: about.and_then(|(_, reason)| reason).map(ToOwned::to_owned),
        });
    }

    fn expire(&mut self, day: Option<NaiveDate>, carried: Exact, warned: bool) {
        if let Some(day) = day
            && warned
            && carried > Exact::ZERO
        {
            self.book(day, &CARRIED_OVER, Exact::ZERO - carried, None);
        }
    }
}

/// Full entitlement, or twelfths: for the year of entry after 30 June, for
/// leaving before six months are over, for leaving in the first half year
/// (§§ 4, 5 BUrlG).
fn entitlement(
    year: &VacationYear<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Option<(&'static Rule, Exact)> {
    let full = full_entitlement(year.terms)?;
    let from = first.max(year.employed_since);
    let to = year.ends.map_or(last, |ends| ends.min(last));
    if from > to {
        return None;
    }
    // Six months must be over within the year (BAG 9 AZR 179/15, from memory:
    // who enters on 1 July has twelfths).
    let waited = year.employed_since.checked_add_months(Months::new(6))?;
    let claim_arose = waited <= to;
    let leaves_early = year.ends.is_some_and(|ends| ends.year() == year.year && ends.month() <= 6);
    if claim_arose && !leaves_early {
        return Some((&ENTITLEMENT, full));
    }
    let after = to.succ_opt()?;
    let months = (1..=12u32)
        .take_while(|months| {
            from.checked_add_months(Months::new(*months)).is_some_and(|d| d <= after)
        })
        .count();
    let share = full * Exact::fraction(i64::try_from(months).ok()?, 12)?;
    Some((&TWELFTHS, half_days_up(share)))
}

/// Fractions of at least half a day are rounded up to a full day; smaller ones
/// stay as they are (§ 5 Abs. 2 BUrlG).
fn half_days_up(days: Exact) -> Exact {
    let rounded = Exact::from_int(days.round().get());
    if rounded > days { rounded } else { days }
}

/// Days of vacation that an absence takes from `year`: days of duty touched;
/// without a rota the days agreed; without either the calendar days in
/// proportion of days of duty to the year.
#[must_use]
pub fn days_taken(absence: &Absence, year: i32, terms: VacationTerms) -> Exact {
    if !absence.planned.is_empty() {
        let days = absence.duty_days().into_iter().filter(|day| day.year() == year).count();
        return Exact::from_int(i64::try_from(days).unwrap_or(0));
    }
    if let Some(hundredths) = absence.vacation_days {
        let agreed = Exact::fraction(hundredths, 100).unwrap_or(Exact::ZERO);
        return if absence.from.year() == year { agreed } else { Exact::ZERO };
    }
    let days = absence.days().filter(|day| day.year() == year).count();
    let of_year = NaiveDate::from_ymd_opt(year, 12, 31).map_or(365, |day| i64::from(day.ordinal()));
    Exact::fraction(i64::try_from(days).unwrap_or(0) * terms.duty_days, of_year)
        .unwrap_or(Exact::ZERO)
}

#[cfg(test)]
mod tests {
    use super::super::entry::Certificate;
    use super::*;
    use crate::place::{HolidayRegion, Land, Workplace};
    use crate::time::{Interval, Minutes, at_wall_time};
    use crate::work::Shift;
    use chrono::NaiveTime;
    use chrono_tz::Europe::Berlin;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn shift(day: &str, hour: u32, hours: i64) -> Shift {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
        let from = at_wall_time(date(day), time, Berlin);
        Shift {
            id: day.into(),
            span: Interval::new(from, from + Minutes::hours(hours)).expect("not empty"),
            workplace: Workplace { zone: Berlin, region: HolidayRegion::new(Land::Nw, vec![]) },
            parts: vec![],
            away: vec![],
            funding: vec![],
            reconstructed: false,
        }
    }
    fn vacation(from: &str, to: &str, planned: Vec<Shift>) -> Absence {
        Absence {
            id: from.into(),
            kind: AbsenceKind::Vacation,
            from: date(from),
            to: date(to),
            planned,
            certificate: Certificate::None,
            same_illness_as: None,
            vacation_days: None,
            rota_known: vec![],
            due: None,
            net_per_day: None,
        }
    }

    #[test]
    fn entitlement_is_days_times_duty_days_over_the_basis() {
        // X12, X13, X14 (BAG 9 AZR 470/01: 33 × 243.75 / 260 = 30.9375).
        for (days, basis, duty_days, numerator, denominator) in
            [(24, 312, 156, 12, 1), (24, 312, 260, 20, 1), (33, 26_000, 24_375, 309_375, 10_000)]
        {
            let terms = VacationTerms { days, basis, duty_days };
            assert_eq!(full_entitlement(terms), Exact::fraction(numerator, denominator));
        }
    }

    #[test]
    fn a_24_hour_shift_off_takes_two_days_and_adjoining_days_count_once() {
        // X13: 20 days are 10 shifts from 8 to 8.
        let terms = VacationTerms::default();
        for (what, planned, days) in [
            ("one shift 8 to 8", vec![shift("2026-07-06", 8, 24)], 2),
            (
                "two in a row touch three days",
                vec![shift("2026-07-06", 8, 24), shift("2026-07-07", 8, 24)],
                3,
            ),
            ("a day shift", vec![shift("2026-07-06", 8, 12)], 1),
            ("to midnight exactly", vec![shift("2026-07-06", 8, 16)], 1),
            ("over New Year: one in this year", vec![shift("2026-12-31", 8, 24)], 1),
            ("over the clock change", vec![shift("2026-10-24", 8, 25)], 2),
        ] {
            let absence = vacation("2026-07-06", "2026-07-12", planned);
            assert_eq!(days_taken(&absence, 2026, terms), Exact::from_int(days), "{what}");
        }
    }

    #[test]
    fn twelfths_for_part_of_a_year_with_half_days_rounded_up() {
        let terms = VacationTerms { days: 24, basis: 312, duty_days: 260 };
        let year = |since: &str, ends: Option<&str>| VacationYear {
            year: 2026,
            employed_since: date(since),
            ends: ends.map(date),
            terms,
            severely_disabled: false,
            carried: Exact::ZERO,
            warned: false,
            absences: &[],
            by_hand: &[],
        };
        // (since, ends, days × 3 as a fraction of 20 days a year)
        for (since, ends, numerator, denominator) in [
            ("2020-01-01", None, 20, 1),
            ("2026-06-30", None, 20, 1),
            ("2026-07-01", None, 10, 1),               // six twelfths
            ("2026-09-01", None, 7, 1),                // 6.67 → 7
            ("2026-08-01", None, 25, 3),               // 8.33 stays
            ("2020-01-01", Some("2026-04-30"), 7, 1),  // 6.67 → 7
            ("2020-01-01", Some("2026-07-31"), 20, 1), // second half: full
            ("2026-03-15", Some("2026-06-14"), 5, 1),  // three full months
        ] {
            let account = vacation_account(&year(since, ends));
            let left = account.last().map(|booking| booking.balance);
            assert_eq!(left, Exact::fraction(numerator, denominator), "{since} {ends:?}");
        }
        assert!(vacation_account(&year("2027-01-01", None)).is_empty());
    }

    #[test]
    fn carried_days_are_used_first_and_expire_only_after_a_warning() {
        let absences = [
            vacation("2026-02-02", "2026-02-08", vec![shift("2026-02-03", 8, 24)]),
            vacation("2026-05-04", "2026-05-10", vec![shift("2026-05-05", 8, 12)]),
        ];
        let year = |warned| VacationYear {
            year: 2026,
            employed_since: date("2020-01-01"),
            ends: None,
            terms: VacationTerms::default(),
            severely_disabled: true,
            carried: Exact::from_int(5),
            warned,
            absences: &absences,
            by_hand: &[],
        };
        let got = |warned| {
            vacation_account(&year(warned))
                .iter()
                .map(|b| (b.rule.key, b.days, b.balance))
                .collect::<Vec<_>>()
        };
        let n = Exact::from_int;
        assert_eq!(
            got(true),
            [
                ("vacation_carried_over", n(5), n(5)),
                ("vacation_entitlement", n(12), n(17)),
                ("vacation_severely_disabled", n(3), n(20)),
                ("vacation_taken", n(-2), n(18)),
                ("vacation_carried_over", n(-3), n(15)),
                ("vacation_taken", n(-1), n(14)),
            ]
        );
        assert_eq!(got(false).last().expect("some").2, n(17));
    }

    #[test]
    fn without_a_rota_calendar_days_count_in_proportion() {
        let terms = VacationTerms { days: 24, basis: 312, duty_days: 146 };
        let absence = vacation("2026-12-28", "2027-01-06", vec![]);
        assert_eq!(Some(days_taken(&absence, 2026, terms)), Exact::fraction(4 * 146, 365));
        assert_eq!(Some(days_taken(&absence, 2027, terms)), Exact::fraction(6 * 146, 365));
        let agreed = Absence { vacation_days: Some(350), ..absence };
        assert_eq!(Some(days_taken(&agreed, 2026, terms)), Exact::fraction(7, 2));
    }
}
