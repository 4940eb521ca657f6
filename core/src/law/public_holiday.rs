//! Public holidays in labour law (gesetzliche Feiertage), per Land and commune.
//!
//! The calendar of § 2 EFZG and §§ 9 to 11 ArbZG, and with the additions of
//! `tax_holiday.rs` that of § 3b EStG. Holidays are Land law; the table below
//! is as in two public data sets that link the 16 statutes: `vacanza/holidays`
//! (commit c382fdec, `holidays/countries/germany.py`) and
//! `commenthol/date-holidays` (commit 9e1b5adb, `data/countries/DE.yaml`).
//!
//! Checked for 2019 to 2035. Other years are computed from the same rows; a
//! one-off that a Land has not decided yet cannot be among them.

use super::easter::days_after_easter;
use crate::place::{Commune, HolidayRegion, Land};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

pub use super::holiday_name::HolidayName;

/// The first and the last year for which the table was checked.
pub const CHECKED_YEARS: (i32, i32) = (2019, 2035);

/// On which day of a year a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum On {
    /// The same month and day every year.
    Date(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i32),
    /// The Wednesday before 23 November (Buß- und Bettag).
    WednesdayBefore23November,
}

/// A row of the table.
struct Row {
    name: HolidayName,
    on: On,
    /// The Länder in which it is a holiday; empty: all sixteen.
    lands: &'static [Land],
    /// Only in communes with one of these flags; empty: in the whole Land.
    communes: &'static [Commune],
    /// First and last year.
    years: (i32, i32),
}

/// No first or no last year inside the calendar we answer for.
const SINCE_EVER: i32 = i32::MIN;
const OPEN: i32 = i32::MAX;

const fn everywhere(name: HolidayName, on: On) -> Row {
    Row { name, on, lands: &[], communes: &[], years: (SINCE_EVER, OPEN) }
}
const fn in_lands(name: HolidayName, on: On, lands: &'static [Land], years: (i32, i32)) -> Row {
    Row { name, on, lands, communes: &[], years }
}
const fn in_communes(
    name: HolidayName,
    on: On,
    lands: &'static [Land],
    communes: &'static [Commune],
) -> Row {
    Row { name, on, lands, communes, years: (SINCE_EVER, OPEN) }
}

use HolidayName as N;
use Land::{Bb, Be, Bw, By, Hb, He, Hh, Mv, Ni, Nw, Rp, Sh, Sl, Sn, St, Th};

/// The table. A holiday that begins or ends gets its years; a row that has
/// been in force is never removed. Sources: the heading of this file.
const ROWS: &[Row] = &[
    everywhere(N::NewYear, On::Date(1, 1)),
    everywhere(N::GoodFriday, On::Easter(-2)),
    everywhere(N::EasterMonday, On::Easter(1)),
    everywhere(N::LabourDay, On::Date(5, 1)),
    everywhere(N::AscensionDay, On::Easter(39)),
    everywhere(N::WhitMonday, On::Easter(50)),
    everywhere(N::GermanUnityDay, On::Date(10, 3)),
    everywhere(N::ChristmasDay, On::Date(12, 25)),
    everywhere(N::SecondChristmasDay, On::Date(12, 26)),
    in_lands(N::Epiphany, On::Date(1, 6), &[Bw, By, St], (SINCE_EVER, OPEN)),
    // Feiertagsgesetz Berlin since 2019; Feiertagsgesetz M-V since 2023.
    in_lands(N::WomensDay, On::Date(3, 8), &[Be], (2019, OPEN)),
    in_lands(N::WomensDay, On::Date(3, 8), &[Mv], (2023, OPEN)),
    in_lands(N::EasterSunday, On::Easter(0), &[Bb], (SINCE_EVER, OPEN)),
    in_lands(N::WhitSunday, On::Easter(49), &[Bb], (SINCE_EVER, OPEN)),
    // One-offs in Berlin: 75 and 80 years after 1945, 75 years after 1953.
    in_lands(N::LiberationDay, On::Date(5, 8), &[Be], (2020, 2020)),
    in_lands(N::LiberationDay, On::Date(5, 8), &[Be], (2025, 2025)),
    in_lands(N::UprisingOf1953, On::Date(6, 17), &[Be], (2028, 2028)),
    in_lands(N::CorpusChristi, On::Easter(60), &[Bw, By, He, Nw, Rp, Sl], (SINCE_EVER, OPEN)),
    in_communes(N::CorpusChristi, On::Easter(60), &[Sn, Th], &[Commune::Fronleichnam]),
    in_communes(N::AugsburgPeaceFestival, On::Date(8, 8), &[By], &[Commune::Augsburg]),
    in_lands(N::AssumptionDay, On::Date(8, 15), &[Sl], (SINCE_EVER, OPEN)),
    in_communes(N::AssumptionDay, On::Date(8, 15), &[By], &[Commune::MariaeHimmelfahrt]),
    // Doubtful: date-holidays leaves 15 August out for Augsburg, vacanza has
    // it. Augsburg is mostly Catholic, so it is a holiday (from memory).
    in_communes(N::AssumptionDay, On::Date(8, 15), &[By], &[Commune::Augsburg]),
    in_lands(N::WorldChildrensDay, On::Date(9, 20), &[Th], (2019, OPEN)),
    in_lands(N::ReformationDay, On::Date(10, 31), &[Bb, Mv, Sn, St, Th], (SINCE_EVER, OPEN)),
    in_lands(N::ReformationDay, On::Date(10, 31), &[Hb, Hh, Ni, Sh], (2018, OPEN)),
    // Nationwide once, 500 years after 1517.
    in_lands(
        N::ReformationDay,
        On::Date(10, 31),
        &[Be, Bw, By, Hb, He, Hh, Ni, Nw, Rp, Sh, Sl],
        (2017, 2017),
    ),
    in_lands(N::AllSaintsDay, On::Date(11, 1), &[Bw, By, Nw, Rp, Sl], (SINCE_EVER, OPEN)),
    in_lands(N::RepentanceDay, On::WednesdayBefore23November, &[Sn], (SINCE_EVER, OPEN)),
];

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Holiday {
    /// The day, 0:00 to 24:00 at the place of work.
    pub date: NaiveDate,
    /// Which holiday.
    pub name: HolidayName,
}

/// What every row of one day asks: computed once.
struct Asked {
    year: i32,
    month: u32,
    day: u32,
    /// Only in the months in which a movable holiday can fall.
    after_easter: Option<i32>,
    repentance_day: bool,
}

impl Asked {
    fn of(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
            day: day.day(),
            after_easter: (3..=6).contains(&day.month()).then(|| days_after_easter(day)),
            repentance_day: day.month() == 11
                && (16..=22).contains(&day.day())
                && day.weekday() == Weekday::Wed,
        }
    }
}

impl Row {
    fn falls_on(&self, asked: &Asked) -> bool {
        match self.on {
            On::Date(month, day) => asked.day == day && asked.month == month,
            On::Easter(days) => asked.after_easter == Some(days),
            On::WednesdayBefore23November => asked.repentance_day,
        }
    }

    fn holds_in(&self, region: &HolidayRegion, year: i32) -> bool {
        self.years.0 <= year
            && year <= self.years.1
            && (self.lands.is_empty() || self.lands.contains(&region.land))
            && (self.communes.is_empty()
                || self.communes.iter().any(|flag| region.communes.contains(flag)))
    }
}

/// The public holiday in labour law on `day` in `region`, if it is one.
///
/// Where two fall on one day (Christi Himmelfahrt on 1 May), the nationwide
/// one that is first in the year's fixed order of the table.
#[must_use]
pub fn public_holiday_on(day: NaiveDate, region: &HolidayRegion) -> Option<HolidayName> {
    let asked = Asked::of(day);
    ROWS.iter()
        .find(|row| row.falls_on(&asked) && row.holds_in(region, asked.year))
        .map(|row| row.name)
}

/// Whether `day` is a public holiday in labour law in `region` (§ 2 EFZG,
/// § 9 ArbZG).
#[must_use]
pub fn is_public_holiday(day: NaiveDate, region: &HolidayRegion) -> bool {
    public_holiday_on(day, region).is_some()
}

/// All public holidays in labour law of `region` in `year`, in order; one per
/// day. Empty outside the range of the calendar.
#[must_use]
pub fn public_holidays(region: &HolidayRegion, year: i32) -> Vec<Holiday> {
    days_of(year)
        .filter_map(|date| public_holiday_on(date, region).map(|name| Holiday { date, name }))
        .collect()
}

/// Every day of `year`; none outside the range of the calendar.
pub(super) fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)
        .into_iter()
        .flat_map(|first| first.iter_days())
        .take_while(move |day| day.year() == year)
}

/// The Land to which a commune flag belongs; a flag has no effect elsewhere.
#[must_use]
pub fn lands_of(commune: Commune) -> &'static [Land] {
    match commune {
        Commune::Augsburg | Commune::MariaeHimmelfahrt => &[By],
        Commune::Fronleichnam => &[Sn, Th],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn region(land: Land, communes: &[Commune]) -> HolidayRegion {
        HolidayRegion::new(land, communes.to_vec())
    }

    #[test]
    fn each_land_has_its_number_of_holidays_in_2026() {
        // T16, X23 (date-holidays fixtures, vacanza): BY without 15 August.
        let counts = [
            (Bb, 12),
            (Be, 10),
            (Bw, 12),
            (By, 12),
            (Hb, 10),
            (He, 10),
            (Hh, 10),
            (Mv, 11),
            (Ni, 10),
            (Nw, 11),
            (Rp, 11),
            (Sh, 10),
            (Sl, 12),
            (Sn, 11),
            (St, 11),
            (Th, 11),
        ];
        for (land, count) in counts {
            assert_eq!(public_holidays(&region(land, &[]), 2026).len(), count, "{land}");
        }
        let by = |communes: &[Commune]| public_holidays(&region(By, communes), 2026).len();
        assert_eq!(by(&[Commune::MariaeHimmelfahrt]), 13);
        assert_eq!(by(&[Commune::Augsburg]), 14);
        assert_eq!(by(&[Commune::Augsburg, Commune::MariaeHimmelfahrt]), 14);
    }

    #[test]
    fn holidays_begin_and_end_with_their_years() {
        let cases = [
            // T16, X24 and the table of § 3.1.
            ("2018-03-08", Be, false),
            ("2019-03-08", Be, true),
            ("2022-03-08", Mv, false),
            ("2023-03-08", Mv, true),
            ("2020-05-08", Be, true),
            ("2024-05-08", Be, false),
            ("2025-05-08", Be, true),
            ("2026-05-08", Be, false),
            ("2025-05-08", Bb, false),
            ("2028-06-17", Be, true),
            ("2027-06-17", Be, false),
            ("2018-09-20", Th, false),
            ("2019-09-20", Th, true),
            ("2016-10-31", Nw, false),
            ("2017-10-31", Nw, true),
            ("2018-10-31", Nw, false),
            ("2017-10-31", Ni, true),
            ("2016-10-31", Ni, false),
            ("2018-10-31", Ni, true),
            ("2026-11-18", Sn, true),
            ("2027-11-17", Sn, true),
            ("2026-11-18", Nw, false),
            ("2026-01-01", Hh, true),
            ("2026-12-31", Hh, false),
        ];
        for (on, land, expected) in cases {
            assert_eq!(is_public_holiday(day(on), &region(land, &[])), expected, "{on} {land}");
        }
    }

    #[test]
    fn communes_add_to_their_own_land_only() {
        let fronleichnam = day("2026-06-04");
        let peace = day("2026-08-08");
        let assumption = day("2026-08-15");
        let cases = [
            (fronleichnam, Sn, Commune::Fronleichnam, true),
            (fronleichnam, Th, Commune::Fronleichnam, true),
            (fronleichnam, Bb, Commune::Fronleichnam, false),
            (peace, By, Commune::Augsburg, true),
            (peace, By, Commune::MariaeHimmelfahrt, false),
            (peace, Nw, Commune::Augsburg, false),
            (assumption, By, Commune::Augsburg, true),
            (assumption, By, Commune::MariaeHimmelfahrt, true),
            (assumption, Nw, Commune::MariaeHimmelfahrt, false),
        ];
        for (on, land, commune, expected) in cases {
            let got = is_public_holiday(on, &region(land, &[commune]));
            assert_eq!(got, expected, "{on} {land} {commune:?}");
            for other in Land::ALL {
                if !lands_of(commune).contains(&other) {
                    assert_eq!(
                        public_holidays(&region(other, &[commune]), 2026),
                        public_holidays(&region(other, &[]), 2026),
                    );
                }
            }
        }
    }

    #[test]
    fn two_holidays_on_one_day_are_one_day() {
        // Easter 2008 was 23 March: Christi Himmelfahrt fell on 1 May.
        assert_eq!(public_holiday_on(day("2008-05-01"), &region(Nw, &[])), Some(N::LabourDay));
        assert_eq!(public_holidays(&region(Nw, &[]), 2008).len(), 10);
    }
}
