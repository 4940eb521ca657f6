//! Easter Sunday (Ostersonntag), from which the movable holidays are counted.
//!
//! The Gregorian computus in the form of Meeus, Jones and Butcher (Spencer
//! Jones, *General Astronomy*, 1922; Meeus, *Astronomical Algorithms*, ch. 8).

use chrono::{Datelike, NaiveDate};

/// Easter Sunday of the Gregorian calendar in `year`.
///
/// `None` outside the calendar's range (years -262143 to 262142).
#[must_use]
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (month, day) = month_and_day(year);
    NaiveDate::from_ymd_opt(year, month, day)
}

/// How many days `day` lies after Easter Sunday of its own year; negative
/// before it. Karfreitag is -2, Pfingstmontag 50.
#[must_use]
pub fn days_after_easter(day: NaiveDate) -> i32 {
    let (month, easter) = month_and_day(day.year());
    let leap = u32::from(day.leap_year());
    // 31 January + 28 or 29 February days lie before March, 31 more before April.
    let before = if month == 3 { 59 + leap } else { 90 + leap };
    day.ordinal().cast_signed() - (before + easter).cast_signed()
}

/// Month (3 or 4) and day of Easter Sunday.
fn month_and_day(year: i32) -> (u32, u32) {
    // The calendar repeats every 5,700,000 years; the remainder keeps the
    // arithmetic inside positive numbers.
    let year = year.rem_euclid(5_700_000).cast_unsigned();
    let golden = year % 19;
    let (century, in_century) = (year / 100, year % 100);
    let lunar = (century + 8) / 25;
    let correction = (century - lunar + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday + 114 - 7 * shift;
    (sum / 31, sum % 31 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sunday_of_known_years() {
        // Known dates; 1818 earliest and 1943 latest: Meeus, ch. 8.
        let cases = [
            "1818-03-22",
            "1943-04-25",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2035-03-25",
        ];
        for text in cases {
            let day: NaiveDate = text.parse().expect("a date");
            assert_eq!(easter_sunday(day.year()), Some(day));
            assert_eq!(days_after_easter(day), 0);
        }
    }

    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april() {
        for year in 1583..=4099 {
            let easter = easter_sunday(year).expect("in range");
            assert_eq!(easter.weekday(), chrono::Weekday::Sun, "{year}");
            let first = NaiveDate::from_ymd_opt(year, 3, 22).expect("a date");
            let last = NaiveDate::from_ymd_opt(year, 4, 25).expect("a date");
            assert!((first..=last).contains(&easter), "{year}");
            assert_eq!(
                days_after_easter(first),
                i32::try_from((first - easter).num_days()).expect("small")
            );
        }
    }
}
