//! What a finding says to people (Hinweistext), from the words files.
//!
//! The numbers and times of [`Lawful`] under their names; a finding never holds
//! a person's name, so that its sentence cannot.

use super::finding::{Finding, Lawful, Severity};
use crate::words::{Language, Value, say};
use chrono_tz::Tz;

/// One sentence about the finding; times by the clock of `workplace`.
#[must_use]
pub fn sentence(finding: &Finding, language: Language, workplace: Tz) -> String {
    say(language, &finding.sentence_key(), &values(finding.lawful, workplace))
}

/// Where it comes from: paragraph, version, and whether the source was read.
#[must_use]
pub fn source(finding: &Finding, language: Language) -> String {
    let rule = finding.rule;
    let values =
        [("paragraph", Value::Text(rule.paragraph)), ("version", Value::Text(rule.version))];
    let said = say(language, "law-rule", &values);
    if rule.verified { said } else { format!("{said} ({})", say(language, "law-unverified", &[])) }
}

/// The word for how grave it is.
#[must_use]
pub fn severity(severity: Severity, language: Language) -> String {
    let key = match severity {
        Severity::Info => "severity-info",
        Severity::Warning => "severity-warning",
        Severity::Serious => "severity-serious",
    };
    say(language, key, &[])
}

/// The facts under the names that the sentences use.
fn values(lawful: Lawful, zone: Tz) -> Vec<(&'static str, Value<'static>)> {
    use Value::{Cents, Day, Minutes, Moment, Month, Number, Percent};
    match lawful {
        Lawful::Nothing => vec![],
        Lawful::Break { worked, taken, required } => vec![
            ("worked", Minutes(worked)),
            ("taken", Minutes(taken)),
            ("required", Minutes(required)),
        ],
        Lawful::Stretch { longest, most } => {
            vec![("longest", Minutes(longest)), ("most", Minutes(most))]
        }
        Lawful::Rest { rest, required, earliest_start } => vec![
            ("rest", Minutes(rest)),
            ("required", Minutes(required)),
            ("earliest_start", Moment(earliest_start, zone)),
        ],
        Lawful::Day { worked, most } => vec![("worked", Minutes(worked)), ("most", Minutes(most))],
        Lawful::Average { worked, days, most } => {
            vec![("worked", Minutes(worked)), ("days", Number(days)), ("most", Minutes(most))]
        }
        Lawful::NightPay { night, guide } => {
            vec![("night", Minutes(night)), ("guide", Percent(guide))]
        }
        Lawful::FreeSundays { year, free, required } => vec![
            ("year", Number(i64::from(year))),
            ("free", Number(free)),
            ("required", Number(required)),
        ],
        Lawful::RestDay { worked_on, last_day } => {
            vec![("worked_on", Day(worked_on)), ("last_day", Day(last_day))]
        }
        Lawful::Deadline { until } => vec![("until", Moment(until, zone))],
        Lawful::Money { month, amount, limit } => vec![
            ("month", Month(month)),
            ("amount", Cents(amount)),
            ("limit", Cents(limit)),
            ("difference", Cents(limit - amount)),
        ],
        Lawful::Months { month, months, most } => {
            vec![("month", Month(month)), ("months", Number(months)), ("most", Number(most))]
        }
        Lawful::Range { month, amount, from, to } => vec![
            ("month", Month(month)),
            ("amount", Cents(amount)),
            ("from", Cents(from)),
            ("to", Cents(to)),
        ],
        Lawful::Account { month, credited, limit } => vec![
            ("month", Month(month)),
            ("credited", Minutes(credited)),
            ("limit", Minutes(limit)),
        ],
        Lawful::AccountAge { month, open, last_month } => vec![
            ("month", Month(month)),
            ("open", Minutes(open)),
            ("last_month", Month(last_month)),
        ],
        Lawful::Notice { called_on, earliest_day } => {
            vec![("called_on", Day(called_on)), ("earliest_day", Day(earliest_day))]
        }
        Lawful::Called { called, limit } => {
            vec![("called", Minutes(called)), ("limit", Minutes(limit))]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::dated::{Rule, day};
    use super::super::finding::FindingKey;
    use super::*;
    use crate::money::{Cents, Percent};
    use crate::time::{Minute, Minutes, Month};
    use chrono_tz::Europe::Berlin;

    /// The facts that come with each key.
    fn sample(key: FindingKey) -> Lawful {
        use FindingKey as K;
        let hours = Minutes::hours;
        let month = Month::new(2026, 11).expect("a month");
        let (amount, limit) = (Cents::new(30_400), Cents::new(33_360));
        match key {
            K::OverlappingRecords
            | K::NotChecked
            | K::SundayWork
            | K::MaternityBeforeBirth
            | K::MaternityAfterBirth
            | K::MaternityEvening
            | K::MaternityNight
            | K::MaternitySunday => Lawful::Nothing,
            K::BreakTooShort => {
                Lawful::Break { worked: hours(10), taken: hours(0), required: Minutes::new(45) }
            }
            K::StretchTooLong => Lawful::Stretch { longest: hours(7), most: hours(6) },
            K::RestTooShort | K::MaternityRest => Lawful::Rest {
                rest: hours(9),
                required: hours(11),
                earliest_start: Minute::new(29_880_000),
            },
            K::DayOverEight
            | K::DayOverMaximum
            | K::MaternityDayOver
            | K::MaternityFortnightOver
            | K::MaternityMonthOver => Lawful::Day { worked: hours(12), most: hours(10) },
            K::AverageOverEight | K::AverageSoFarOverEight | K::NightWorkerAverage => {
                Lawful::Average { worked: hours(300), days: 25, most: hours(8) }
            }
            K::NightCompensationMissing | K::NightCompensationLow | K::NightCompensationDue => {
                Lawful::NightPay { night: hours(7), guide: Percent::new(25) }
            }
            K::FreeSundaysNotice | K::FreeSundaysTooFew => {
                Lawful::FreeSundays { year: 2026, free: 14, required: 15 }
            }
            K::RestDayMissing | K::RestDayDue => {
                Lawful::RestDay { worked_on: day(2026, 11, 8), last_day: day(2026, 11, 21) }
            }
            K::RecordLate | K::RecordMissing | K::RecordDue => {
                Lawful::Deadline { until: Minute::new(29_880_000) }
            }
            K::MinimumWageShort
            | K::MinijobMonthOver
            | K::MinijobYearAt80
            | K::MinijobYearAt95
            | K::MinijobYearOver
            | K::MinijobDoubleOver => Lawful::Money { month, amount, limit },
            K::MinijobThirdMonth => Lawful::Months { month, months: 3, most: 2 },
            K::MidijobOutOfRange => Lawful::Range { month, amount, from: limit, to: limit },
            K::AccountAt80 | K::AccountAt95 | K::AccountOver => {
                Lawful::Account { month, credited: hours(21), limit: hours(20) }
            }
            K::AccountDue | K::AccountOverdue => {
                Lawful::AccountAge { month, open: hours(3), last_month: month }
            }
            K::CallNoticeShort => {
                Lawful::Notice { called_on: day(2026, 11, 5), earliest_day: day(2026, 11, 10) }
            }
            K::CallTooShort | K::CallWeekOver | K::CallWeekUnder => {
                Lawful::Called { called: hours(2), limit: hours(3) }
            }
        }
    }

    fn finding(key: FindingKey) -> Finding {
        let rule = Rule { key: "r", paragraph: "§ 1 X", version: "2026-01", verified: false };
        let lawful = sample(key);
        Finding { key, severity: Severity::Info, rule, intervals: vec![], lawful }
    }

    #[test]
    fn every_finding_has_a_sentence_with_all_its_values_in_every_language() {
        for key in FindingKey::ALL {
            let said = Language::ALL.map(|language| sentence(&finding(*key), language, Berlin));
            for one in &said {
                // A key or a value that is missing would come back as the key.
                assert!(!one.starts_with("finding-") && !one.contains('{'), "{one}");
            }
            assert_ne!(said[0], said[1], "{key:?}: German and English differ");
        }
    }

    #[test]
    fn sentences_say_what_is_and_what_would_be_lawful() {
        let cases = [
            (
                FindingKey::MinimumWageShort,
                "November 2026: 304,00 € gezahlt, nach dem Mindestlohn mindestens 333,60 €. \
                 Es fehlen 29,60 €.",
                "November 2026: €304.00 paid, at least €333.60 by the minimum wage. \
                 €29.60 are missing.",
            ),
            (
                FindingKey::AverageOverEight,
                "Im Ausgleichszeitraum 300:00 h an 25 Werktagen: im Durchschnitt mehr als 8:00 h je \
                 Werktag.",
                "300:00 h on 25 working days of the balancing period: more than 8:00 h per \
                 working day on average.",
            ),
        ];
        for (key, german, english) in cases {
            assert_eq!(sentence(&finding(key), Language::German, Berlin), german);
            assert_eq!(sentence(&finding(key), Language::English, Berlin), english);
        }
        let doubtful = source(&finding(FindingKey::SundayWork), Language::German);
        assert_eq!(doubtful, "§ 1 X, Regelstand 2026-01 (noch nicht am Gesetzestext geprüft)");
    }
}
