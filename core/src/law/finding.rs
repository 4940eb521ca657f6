//! A finding (Hinweis, Befund): what a check noticed, and what would be lawful.
//!
//! A finding never blocks and never names a person. It says how grave it is,
//! which rule in which version it comes from, which intervals it is about, and
//! as typed data what the rule asks for; the sentence is made from
//! [`FindingKey::word`] in the words files.

use super::dated::Rule;
use crate::money::{Cents, Percent};
use crate::time::{Interval, Minute, Minutes, Month};
use chrono::NaiveDate;
use serde::Serialize;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know; nothing is wrong.
    Info,
    /// Something should be put right or balanced.
    Warning,
    /// A rule is broken as far as the record shows.
    Serious,
}

macro_rules! finding_keys {
    ($($(#[$doc:meta])* $name:ident => $word:literal,)*) => {
        /// What was found; the stable word picks the sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum FindingKey {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }

        impl FindingKey {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable word; `finding-` and this is the key of the sentence.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

finding_keys! {
    /// Two records of one person overlap; minutes count once.
    OverlappingRecords => "overlapping_records",
    /// § 18 ArbZG: working-time law is not checked, for a stated reason.
    NotChecked => "not_checked",
    /// § 4: fewer minutes of break than the work asks for.
    BreakTooShort => "break_too_short",
    /// § 4: worked too long without a break.
    StretchTooLong => "stretch_too_long",
    /// § 5: too little rest between two days of work.
    RestTooShort => "rest_too_short",
    /// § 3: more than 8 hours, lawful if balanced.
    DayOverEight => "day_over_eight",
    /// § 3 or the collective agreement: more than the most there is.
    DayOverMaximum => "day_over_maximum",
    /// §§ 3, 6: the average over 24 weeks is above 8 hours.
    AverageOverEight => "average_over_eight",
    /// §§ 3, 6: it is above 8 hours in the part of the period that is known.
    AverageSoFarOverEight => "average_so_far_over_eight",
    /// § 6 Abs. 2: a night worker's days of more than 8 hours are not balanced.
    NightWorkerAverage => "night_worker_average",
    /// § 6 Abs. 5: night work without surcharge or free days.
    NightCompensationMissing => "night_compensation_missing",
    /// § 6 Abs. 5: a surcharge below the guide of the courts.
    NightCompensationLow => "night_compensation_low",
    /// § 6 Abs. 5: night work whose compensation is not known here.
    NightCompensationDue => "night_compensation_due",
    /// §§ 9, 10: work on Sundays or holidays.
    SundayWork => "sunday_work",
    /// § 11 Abs. 1: close to the fewest free Sundays of a year.
    FreeSundaysNotice => "free_sundays_notice",
    /// § 11 Abs. 1: fewer than 15 free Sundays in the year.
    FreeSundaysTooFew => "free_sundays_too_few",
    /// § 11 Abs. 3: no replacement rest day in time.
    RestDayMissing => "rest_day_missing",
    /// § 11 Abs. 3: a replacement rest day still has to be given.
    RestDayDue => "rest_day_due",
    /// § 17 MiLoG: recorded after the deadline.
    RecordLate => "record_late",
    /// § 17 MiLoG: not recorded, the deadline has passed.
    RecordMissing => "record_missing",
    /// § 17 MiLoG: not recorded yet, the deadline is near.
    RecordDue => "record_due",
    /// § 1 MiLoG: the pay of the month is below the minimum wage.
    MinimumWageShort => "minimum_wage_short",
    /// § 8 SGB IV: a month above the monthly limit; lawful within the year.
    MinijobMonthOver => "minijob_month_over",
    /// § 8 SGB IV: the year's forecast reaches 80 % of its limit.
    MinijobYearAt80 => "minijob_year_at_80",
    /// § 8 SGB IV: the year's forecast reaches 95 % of its limit.
    MinijobYearAt95 => "minijob_year_at_95",
    /// § 8 SGB IV: the year's forecast is above its limit.
    MinijobYearOver => "minijob_year_over",
    /// § 8 Abs. 1b SGB IV: more than two unforeseeable months in twelve.
    MinijobThirdMonth => "minijob_third_month",
    /// § 8 Abs. 1b SGB IV: an unforeseeable month above twice the limit.
    MinijobDoubleOver => "minijob_double_over",
    /// § 20 Abs. 2 SGB IV: a Midijob's month outside its range.
    MidijobOutOfRange => "midijob_out_of_range",
    /// § 2 Abs. 2 MiLoG: the credit of a month reaches 80 % of its limit.
    AccountAt80 => "account_at_80",
    /// § 2 Abs. 2 MiLoG: the credit of a month reaches 95 % of its limit.
    AccountAt95 => "account_at_95",
    /// § 2 Abs. 2 MiLoG: more than half of the agreed hours credited.
    AccountOver => "account_over",
    /// § 2 Abs. 2 MiLoG: credited hours must be balanced by next month.
    AccountDue => "account_due",
    /// § 2 Abs. 2 MiLoG: credited hours are older than twelve months.
    AccountOverdue => "account_overdue",
    /// § 12 TzBfG: called with less than four days' notice.
    CallNoticeShort => "call_notice_short",
    /// § 12 TzBfG: called for less than three hours.
    CallTooShort => "call_too_short",
    /// § 12 TzBfG: called for more hours in a week than the band allows.
    CallWeekOver => "call_week_over",
    /// § 12 TzBfG: called for fewer hours in a week than the band allows.
    CallWeekUnder => "call_week_under",
    /// § 3 MuSchG: work in the weeks before a birth, which she has to want.
    MaternityBeforeBirth => "maternity_before_birth",
    /// § 3 MuSchG: work in the weeks after a birth.
    MaternityAfterBirth => "maternity_after_birth",
    /// § 4 MuSchG: more than 8½ hours in a day.
    MaternityDayOver => "maternity_day_over",
    /// § 4 MuSchG: more than 90 hours in two weeks.
    MaternityFortnightOver => "maternity_fortnight_over",
    /// § 4 MuSchG: more than the agreed hours in a month.
    MaternityMonthOver => "maternity_month_over",
    /// § 4 MuSchG: less than eleven hours of rest.
    MaternityRest => "maternity_rest",
    /// §§ 5, 28 MuSchG: work from 20:00 to 22:00, which has to be allowed.
    MaternityEvening => "maternity_evening",
    /// § 5 MuSchG: work from 22:00 to 6:00.
    MaternityNight => "maternity_night",
    /// § 6 MuSchG: work on Sundays or holidays, which she has to want.
    MaternitySunday => "maternity_sunday",
}

/// What is, and what would be lawful, as data.
///
/// In JSON an object with the field `what` and the facts beside it; minutes
/// and cents as numbers, instants as minutes since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are named for what they are; units are in the types")]
pub enum Lawful {
    /// Nothing to compare.
    Nothing,
    /// Minutes of break within one day's work.
    Break { worked: Minutes, taken: Minutes, required: Minutes },
    /// Work without a break.
    Stretch { longest: Minutes, most: Minutes },
    /// Rest after a day's work; the earliest lawful start of the next.
    Rest { rest: Minutes, required: Minutes, earliest_start: Minute },
    /// Work within one working day of 24 hours, or within the weeks or the
    /// month that the finding is about.
    Day { worked: Minutes, most: Minutes },
    /// Work over a period, against so many hours per working day.
    Average { worked: Minutes, days: i64, most: Minutes },
    /// Night work, and what the courts take as a guide.
    NightPay { night: Minutes, guide: Percent },
    /// Free Sundays in a calendar year.
    FreeSundays { year: i32, free: i64, required: i64 },
    /// A rest day for work on `worked_on`, lawful until the end of `last_day`.
    RestDay { worked_on: NaiveDate, last_day: NaiveDate },
    /// The first instant that is too late to record it.
    Deadline { until: Minute },
    /// An amount of a month or a year against a limit or a floor.
    Money { month: Month, amount: Cents, limit: Cents },
    /// Unforeseeable months within twelve.
    Months { month: Month, months: i64, most: i64 },
    /// An amount of a month against a range.
    Range { month: Month, amount: Cents, from: Cents, to: Cents },
    /// Minutes of a month against a limit.
    Account { month: Month, credited: Minutes, limit: Minutes },
    /// Minutes still open, credited in `month`, to be balanced until the end
    /// of `last_month`.
    AccountAge { month: Month, open: Minutes, last_month: Month },
    /// A call; the earliest day of work that it could name.
    Notice { called_on: NaiveDate, earliest_day: NaiveDate },
    /// Minutes of a call or of a week of call work.
    Called { called: Minutes, limit: Minutes },
}

/// What a check noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which finding it is.
    pub key: FindingKey,
    /// How grave.
    pub severity: Severity,
    /// Paragraph, version, and whether the source was read.
    pub rule: Rule,
    /// The time it is about, in order; empty if it is about a whole month or
    /// year.
    pub intervals: Vec<Interval>,
    /// What is, and what would be lawful.
    pub lawful: Lawful,
}

impl Finding {
    /// The key of its sentence in the words files.
    #[must_use]
    pub fn sentence_key(&self) -> String {
        format!("finding-{}", self.key.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_key_has_a_word_of_its_own_and_says_it_in_json() {
        let words: BTreeSet<_> = FindingKey::ALL.iter().map(|key| key.word()).collect();
        assert_eq!(words.len(), FindingKey::ALL.len());
        for key in FindingKey::ALL {
            let json = serde_json::to_string(key).expect("a word");
            assert_eq!(json, format!("\"{}\"", key.word()));
        }
    }
}
