//! The weeks around a birth in which nobody may be employed (Schutzfristen, Mutterschutzfrist).
//!
//! § 3 MuSchG: six weeks before the expected day of birth, eight weeks after
//! the birth; twelve after a premature or multiple birth, or, if she asks for
//! it, when the child is found to be disabled. Days that an early birth takes
//! from the six weeks come on top at the end; a late birth takes nothing. Since
//! June 2025 there are weeks after a miscarriage too, unless she expressly
//! wants to work.

use super::dated::{Dated, Rule, day, in_force};
use chrono::{NaiveDate, TimeDelta};

/// § 3 Abs. 1 and 2 MuSchG.
pub const PROTECTION: Rule = Rule {
    key: "maternity_protection",
    paragraph: "§ 3 Abs. 1 und 2 MuSchG",
    version: "2026-01",
    verified: true,
};

/// § 3 Abs. 5 MuSchG. The weeks were read in notes of health insurance funds,
/// not in the statute; that the day itself counts like the day of a birth
/// (§ 19 Abs. 1, § 20 Abs. 1) is our reading.
pub const MISCARRIAGE: Rule = Rule {
    key: "maternity_miscarriage",
    paragraph: "§ 3 Abs. 5 MuSchG",
    version: "2026-01",
    verified: false,
};

/// Calendar days before the expected day of birth.
pub const DAYS_BEFORE: &[Dated<i64>] = &[Dated {
    from: day(2018, 1, 1),
    value: 42,
    source: "§ 3 Abs. 1 Satz 1 MuSchG (sechs Wochen)",
}];

/// Calendar days after the day of birth.
pub const DAYS_AFTER: &[Dated<i64>] =
    &[Dated {
        from: day(2018, 1, 1), value: 56, source: "§ 3 Abs. 2 Satz 1 MuSchG (acht Wochen)"
    }];

/// Calendar days after the day of birth where the law gives more.
pub const LONG_DAYS_AFTER: &[Dated<i64>] = &[Dated {
    from: day(2018, 1, 1),
    value: 84,
    source: "§ 3 Abs. 2 Satz 2 MuSchG (zwölf Wochen)",
}];

/// From which week of the pregnancy on a miscarriage is followed by how many
/// calendar days, rising.
pub const DAYS_AFTER_MISCARRIAGE: &[Dated<[(u32, i64); 3]>] = &[Dated {
    from: day(2025, 6, 1),
    value: [(13, 14), (17, 42), (20, 56)],
    source: "§ 3 Abs. 5 MuSchG (tk.de, pronovabkk.de)",
}];

/// Days of a pregnancy, counted back from the expected day of birth.
pub const PREGNANCY_DAYS: &[Dated<i64>] = &[Dated {
    from: day(2018, 1, 1),
    value: 280,
    source: "§ 15 Abs. 2, § 18 Satz 2 MuSchG; 280 Tage: haufe.de HI16193776",
}];

/// From which to which day nobody may be employed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protection {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, inclusive.
    pub to: NaiveDate,
    /// Days that an early birth took from the weeks before and that stand at
    /// the end for it.
    pub added: i64,
}

/// The weeks around a birth that is expected on `due`; `birth` once it is
/// known, `long` where twelve weeks follow it. The day of birth lies between
/// both stretches and belongs to neither. `None` before the law's first row.
#[must_use]
pub fn protection(due: NaiveDate, birth: Option<NaiveDate>, long: bool) -> Option<Protection> {
    let born = birth.unwrap_or(due);
    let before = in_force(DAYS_BEFORE, due.min(born))?.value;
    let after = in_force(if long { LONG_DAYS_AFTER } else { DAYS_AFTER }, born)?.value;
    let added = (due - born).num_days().clamp(0, before);
    let begin = due.checked_sub_signed(TimeDelta::days(before))?;
    Some(Protection {
        from: begin.min(born),
        to: born.checked_add_signed(TimeDelta::days(after + added))?,
        added,
    })
}

/// The weeks after a miscarriage on `on` in the `week`-th week of the
/// pregnancy; `None` before the 13th week and before June 2025.
#[must_use]
pub fn after_miscarriage(on: NaiveDate, week: u32) -> Option<Protection> {
    let rows = in_force(DAYS_AFTER_MISCARRIAGE, on)?.value;
    let (_, days) = rows.into_iter().rev().find(|(from, _)| *from <= week)?;
    Some(Protection { from: on, to: on.checked_add_signed(TimeDelta::days(days))?, added: 0 })
}

/// The day on which the pregnancy began (Eintritt der Schwangerschaft).
#[must_use]
pub fn pregnant_since(due: NaiveDate) -> Option<NaiveDate> {
    let days = in_force(PREGNANCY_DAYS, due)?.value;
    due.checked_sub_signed(TimeDelta::days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn an_early_birth_loses_no_day_and_a_late_one_takes_none() {
        // (what, due, born, twelve weeks, first and last day, added, days in all)
        type Case =
            (&'static str, &'static str, Option<&'static str>, bool, [&'static str; 2], i64, i64);
        let cases: [Case; 11] = [
            ("expected", "2026-11-02", None, false, ["2026-09-21", "2026-12-28"], 0, 99),
            (
                "on the day",
                "2026-11-02",
                Some("2026-11-02"),
                false,
                ["2026-09-21", "2026-12-28"],
                0,
                99,
            ),
            (
                "ten days early",
                "2026-11-02",
                Some("2026-10-23"),
                false,
                ["2026-09-21", "2026-12-28"],
                10,
                99,
            ),
            (
                "ten days late",
                "2026-11-02",
                Some("2026-11-12"),
                false,
                ["2026-09-21", "2027-01-07"],
                0,
                109,
            ),
            (
                "twins on the day",
                "2026-11-02",
                Some("2026-11-02"),
                true,
                ["2026-09-21", "2027-01-25"],
                0,
                127,
            ),
            (
                "twins three weeks early",
                "2026-11-02",
                Some("2026-10-12"),
                true,
                ["2026-09-21", "2027-01-25"],
                21,
                127,
            ),
            (
                "twins late",
                "2026-11-02",
                Some("2026-11-04"),
                true,
                ["2026-09-21", "2027-01-27"],
                0,
                129,
            ),
            (
                "premature, on the first day",
                "2026-11-02",
                Some("2026-09-21"),
                true,
                ["2026-09-21", "2027-01-25"],
                42,
                127,
            ),
            (
                "premature, before the six weeks",
                "2026-11-02",
                Some("2026-09-01"),
                true,
                ["2026-09-01", "2027-01-05"],
                42,
                127,
            ),
            ("over a leap day", "2028-03-10", None, false, ["2028-01-28", "2028-05-05"], 0, 99),
            (
                "over the year's end",
                "2026-12-31",
                Some("2027-01-02"),
                false,
                ["2026-11-19", "2027-02-27"],
                0,
                101,
            ),
        ];
        for (what, due, born, long, days, added, all) in cases {
            let got = protection(date(due), born.map(date), long).expect("in force");
            assert_eq!([got.from, got.to], days.map(date), "{what}");
            assert_eq!(got.added, added, "{what}");
            assert_eq!((got.to - got.from).num_days() + 1, all, "{what}");
        }
        assert_eq!(protection(date("2017-12-31"), None, false), None);
    }

    #[test]
    fn a_miscarriage_is_followed_by_two_six_or_eight_weeks_since_june_2025() {
        for (on, week, to) in [
            ("2026-03-02", 12, None),
            ("2026-03-02", 13, Some("2026-03-16")),
            ("2026-03-02", 16, Some("2026-03-16")),
            ("2026-03-02", 17, Some("2026-04-13")),
            ("2026-03-02", 19, Some("2026-04-13")),
            ("2026-03-02", 20, Some("2026-04-27")),
            ("2026-03-02", 23, Some("2026-04-27")),
            ("2025-06-01", 13, Some("2025-06-15")),
            ("2025-05-31", 20, None),
        ] {
            let got = after_miscarriage(date(on), week);
            assert_eq!(got.map(|one| one.to), to.map(date), "{on}, week {week}");
            assert!(got.is_none_or(|one| one.from == date(on)));
        }
    }

    #[test]
    fn a_pregnancy_is_counted_back_280_days() {
        for (due, since) in [("2026-11-02", "2026-01-26"), ("2027-01-01", "2026-03-27")] {
            assert_eq!(pregnant_since(date(due)), Some(date(since)), "{due}");
        }
    }
}
