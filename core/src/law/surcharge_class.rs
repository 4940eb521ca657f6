//! The § 3b class of every worked minute (Zuschlagsklasse): night and day percent.
//!
//! Nr. 2 of § 3b Abs. 1 EStG is subject to Nr. 3 and 4, and Nr. 3 to Nr. 4: of
//! Sunday and holiday the higher counts, never both. The night percent is added
//! to it. From 0:00 to 4:00 the day before still counts if night work was taken
//! up before 0:00 (Abs. 3): if at least one minute was worked between 20:00 and
//! 24:00 of the preceding local day, tested anew for each midnight.
//!
//! Closed form: a duty is cut at the edges where a class can change (0:00, 4:00,
//! 6:00, on two days 14:00, 20:00, edges of parts and places) and each piece is
//! classified once. The reference that walks minute by minute is in the tests.

use super::dated::Rule;
use super::day_ceiling::{DayPercent, own_day};
use super::holiday_surcharge::changes_at_two_o_clock;
use super::local_day::{LocalDay, Stretch};
use super::night_surcharge::night_ceiling;
use super::sunday_surcharge::SUNDAY;
use super::worked_time::{Piece, worked_pieces};
use crate::money::Percent;
use crate::time::{Interval, Minutes};
use crate::work::{Kind, Shift};
use chrono::NaiveDate;
use serde::Serialize;

pub use super::day_ceiling::{DayGround, DayReason};
pub use super::surcharge_switches::{OnCallClasses, Switches};

/// Sunday or holiday work counts until 4:00 of the following day.
pub const CARRIED_OVER: Rule = Rule {
    key: "carried_over_until_four",
    paragraph: "§ 3b Abs. 3 Nr. 2 EStG",
    version: "2026-01",
    verified: true,
};

/// How many percent of the Grundlohn may stay free of tax for a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Class {
    /// 0, 25 or 40.
    pub night: Percent,
    /// 0, 50, 125 or 150.
    pub day: Percent,
}

impl Class {
    /// Night and day percent added together.
    #[must_use]
    pub const fn total(self) -> Percent {
        Percent::hundredths(self.night.get() + self.day.get())
    }
}

/// A worked stretch of a duty that is of one kind, one class and one local day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ClassifiedSpan {
    /// Which record of the duty, counted from 0 in the order given.
    pub record: usize,
    /// What was done; a paid break is work.
    pub kind: Kind,
    /// When.
    pub span: Interval,
    /// The local day on which the whole span lies.
    pub day: NaiveDate,
    /// The percents.
    pub class: Class,
    /// Which rule gives the night percent.
    pub night_rule: Option<&'static Rule>,
    /// What gives the day percent.
    pub day_reason: Option<DayReason>,
}

impl ClassifiedSpan {
    /// The rules by which this span has its class, in order of paragraphs as
    /// an explanation lists them; none for plain hours.
    #[must_use]
    pub fn rules(&self) -> Vec<&'static Rule> {
        let mut rules: Vec<&'static Rule> = self.night_rule.into_iter().collect();
        if let Some(reason) = self.day_reason {
            match reason.ground {
                DayGround::Sunday => rules.push(&SUNDAY),
                DayGround::Holiday(ground) => rules.extend(ground.rules()),
            }
            if reason.carried_over {
                rules.push(&CARRIED_OVER);
            }
        }
        rules
    }
}

/// An evening on which night work was done, and what of it is carried over.
#[derive(Clone, Copy)]
struct Evening {
    day: NaiveDate,
    /// The day percent before midnight, where the last night work was done.
    carries: DayPercent,
}

/// The classes of one duty: its worked minutes, each exactly once, in order.
///
/// `duty` is one group of [`duties`](super::duty::duties), in order of time.
/// Unpaid breaks are left out; on-call without a call-out too, unless the
/// switch says otherwise. Where two records overlap, the minute belongs to the
/// earlier one in which it was worked.
///
/// Clock times are those of each record's own workplace; holidays are those of
/// the place of each minute ([`Shift::away`]). Doubtful: what is carried over
/// midnight follows the place of the last minute of night work before it.
///
/// # Law
///
/// § 3b Abs. 1 to 3 EStG, text of March 2022; R 3b Abs. 3 LStR.
#[must_use]
pub fn classify(duty: &[&Shift], switches: &Switches) -> Vec<ClassifiedSpan> {
    let pieces = worked_pieces(duty, switches.on_call == OnCallClasses::LikeStandby);
    let mut spans = Vec::with_capacity(pieces.len() * 4 + 4);
    let mut evening: Option<Evening> = None;
    let mut cached: Option<LocalDay> = None;
    for piece in &pieces {
        let zone = duty[piece.record].workplace.zone;
        let mut day = match cached {
            Some(day) if day.zone() == zone && day.contains(piece.span.from()) => day,
            Some(day) if day.zone() == zone && day.next().contains(piece.span.from()) => day.next(),
            _ => LocalDay::around(piece.span.from(), zone),
        };
        loop {
            classify_day(piece, &day, switches, &mut evening, &mut spans);
            if piece.span.to() <= day.end() {
                break;
            }
            day = day.next();
        }
        cached = Some(day);
    }
    spans
}

/// Classifies what of `piece` lies on `day`.
fn classify_day(
    piece: &Piece,
    day: &LocalDay,
    switches: &Switches,
    evening: &mut Option<Evening>,
    spans: &mut Vec<ClassifiedSpan>,
) {
    let date = day.date();
    let changes = changes_at_two_o_clock(date);
    let before_two = own_day(date, false, piece.region, switches);
    for (stretch, edges) in day.stretches() {
        let Some(span) = piece.span.overlap(edges) else { continue };
        let taken_up = match evening {
            Some(found) if stretch == Stretch::DeepNight => {
                (found.day.succ_opt() == Some(date)).then_some(found.carries)
            }
            _ => None,
        };
        let night = if stretch.is_night() { night_ceiling(date, taken_up.is_some()) } else { None };
        let own = if changes && stretch.is_from_two_o_clock() {
            own_day(date, true, piece.region, switches)
        } else {
            before_two
        };
        if stretch == Stretch::Evening && piece.kind.is_working_time() {
            *evening = Some(Evening { day: date, carries: own });
        }
        let carried = taken_up
            .flatten()
            .map(|(reason, percent)| (DayReason { carried_over: true, ..reason }, percent));
        let day_percent = match (own, carried) {
            (Some(own), Some(carried)) if carried.1 > own.1 => Some(carried),
            (None, carried) => carried,
            (own, _) => own,
        };
        push(
            spans,
            ClassifiedSpan {
                record: piece.record,
                kind: piece.kind,
                span,
                day: date,
                class: Class {
                    night: night.map_or(Percent::ZERO, |(_, percent)| percent),
                    day: day_percent.map_or(Percent::ZERO, |(_, percent)| percent),
                },
                night_rule: night.map(|(rule, _)| rule),
                day_reason: day_percent.map(|(reason, _)| reason),
            },
        );
    }
}

/// Adds a span, or lengthens the last one if nothing but the time differs.
fn push(spans: &mut Vec<ClassifiedSpan>, next: ClassifiedSpan) {
    if let Some(last) = spans.last_mut()
        && last.span.to() == next.span.from()
        && *last == (ClassifiedSpan { span: last.span, ..next })
        && let Some(longer) = Interval::new(last.span.from(), next.span.to())
    {
        last.span = longer;
        return;
    }
    spans.push(next);
}

/// So many minutes of one kind and class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MinutesOfClass {
    /// What was done.
    pub kind: Kind,
    /// The percents.
    pub class: Class,
    /// How long.
    pub minutes: Minutes,
}

/// The sums of `spans` by kind, night percent and day percent, in that order;
/// without sums of zero.
#[must_use]
pub fn minutes_by_class(spans: &[ClassifiedSpan]) -> Vec<MinutesOfClass> {
    let mut sums: Vec<MinutesOfClass> = Vec::new();
    for span in spans {
        let minutes = span.span.length();
        match sums.iter_mut().find(|sum| sum.kind == span.kind && sum.class == span.class) {
            Some(sum) => sum.minutes += minutes,
            None => sums.push(MinutesOfClass { kind: span.kind, class: span.class, minutes }),
        }
    }
    sums.sort_unstable();
    sums
}

#[cfg(test)]
mod tests {
    use super::super::duty::{NightTakenUp, duties};
    use super::*;
    use crate::place::{Commune, HolidayRegion, Land, Workplace};
    use crate::time::Minute;
    use crate::work::{Away, Part};
    use chrono::DateTime;
    use chrono_tz::Europe::Berlin;

    fn at(text: &str) -> Minute {
        Minute::floor(DateTime::parse_from_rfc3339(text).expect("an instant").to_utc())
    }
    fn span(from: &str, to: &str) -> Interval {
        Interval::new(at(from), at(to)).expect("from < to")
    }
    fn place(land: Land) -> Workplace {
        Workplace { zone: Berlin, region: HolidayRegion::new(land, vec![]) }
    }
    fn record(land: Land, from: &str, to: &str, parts: &[(Kind, &str, &str)]) -> Shift {
        Shift {
            id: from.into(),
            span: span(from, to),
            workplace: place(land),
            parts: parts
                .iter()
                .map(|(kind, from, to)| Part { kind: *kind, span: span(from, to) })
                .collect(),
            away: vec![],
            funding: vec![],
            reconstructed: false,
        }
    }
    /// (kind, night, day, minutes), summed over all duties of these records.
    fn sums(records: &[Shift], switches: Switches) -> Vec<(Kind, u32, u32, i64)> {
        let spans: Vec<_> = duties(records, switches.night_taken_up)
            .iter()
            .flat_map(|duty| classify(duty, &switches))
            .collect();
        minutes_by_class(&spans)
            .into_iter()
            .map(|sum| {
                let class = sum.class;
                (sum.kind, class.night.get() / 100, class.day.get() / 100, sum.minutes.get())
            })
            .collect()
    }
    fn of(records: &[Shift]) -> Vec<(Kind, u32, u32, i64)> {
        sums(records, Switches::default())
    }

    #[test]
    fn two_adjoining_records_are_one_night_and_a_gap_is_not() {
        let evening =
            record(Land::Nw, "2026-11-08T18:00:00+01:00", "2026-11-08T22:00:00+01:00", &[]);
        let adjoining =
            record(Land::Nw, "2026-11-08T22:00:00+01:00", "2026-11-09T04:00:00+01:00", &[]);
        let later = record(Land::Nw, "2026-11-09T00:30:00+01:00", "2026-11-09T04:00:00+01:00", &[]);
        assert_eq!(
            of(&[evening.clone(), adjoining]),
            [(Kind::Work, 0, 50, 120), (Kind::Work, 25, 50, 240), (Kind::Work, 40, 50, 240)]
        );
        let apart = [evening, later];
        assert_eq!(
            of(&apart),
            [(Kind::Work, 0, 50, 120), (Kind::Work, 25, 0, 210), (Kind::Work, 25, 50, 120)]
        );
        let whole_night = Switches { night_taken_up: NightTakenUp::Night, ..Switches::default() };
        assert_eq!(
            sums(&apart, whole_night),
            [(Kind::Work, 0, 50, 120), (Kind::Work, 25, 50, 120), (Kind::Work, 40, 50, 210)]
        );
    }

    #[test]
    fn overlapping_minutes_count_once_for_the_record_in_which_they_were_worked() {
        let first = record(
            Land::Nw,
            "2026-11-10T08:00:00+01:00",
            "2026-11-10T16:00:00+01:00",
            &[(Kind::UnpaidBreak, "2026-11-10T12:00:00+01:00", "2026-11-10T13:00:00+01:00")],
        );
        let second = record(
            Land::Nw,
            "2026-11-10T12:30:00+01:00",
            "2026-11-10T18:00:00+01:00",
            &[(Kind::Travel, "2026-11-10T12:30:00+01:00", "2026-11-10T18:00:00+01:00")],
        );
        assert_eq!(of(&[first, second]), [(Kind::Work, 0, 0, 420), (Kind::Travel, 0, 0, 30 + 120)]);
    }

    #[test]
    fn standby_and_call_outs_are_classified_apart_and_a_paid_break_is_work() {
        let shift = record(
            Land::Nw,
            "2026-11-07T20:00:00+01:00",
            "2026-11-08T08:00:00+01:00",
            &[
                (Kind::Standby, "2026-11-07T22:00:00+01:00", "2026-11-08T06:00:00+01:00"),
                (Kind::CallOut, "2026-11-08T02:00:00+01:00", "2026-11-08T02:30:00+01:00"),
                (Kind::PaidBreak, "2026-11-08T07:00:00+01:00", "2026-11-08T07:30:00+01:00"),
            ],
        );
        assert_eq!(
            of(&[shift]),
            [
                (Kind::Work, 0, 50, 120),
                (Kind::Work, 25, 0, 120),
                (Kind::Standby, 25, 0, 120),
                (Kind::Standby, 25, 50, 120),
                (Kind::Standby, 40, 50, 210),
                (Kind::CallOut, 40, 50, 30),
            ]
        );
    }

    #[test]
    fn on_call_has_no_classes_and_takes_up_no_night_but_its_call_out_does() {
        let on_call = |call_out: (&str, &str)| {
            record(
                Land::Nw,
                "2026-11-08T18:00:00+01:00",
                "2026-11-09T06:00:00+01:00",
                &[
                    (Kind::OnCall, "2026-11-08T18:00:00+01:00", "2026-11-09T06:00:00+01:00"),
                    (Kind::CallOut, call_out.0, call_out.1),
                    (Kind::CallOut, "2026-11-09T01:00:00+01:00", "2026-11-09T02:00:00+01:00"),
                ],
            )
        };
        let before = on_call(("2026-11-08T22:00:00+01:00", "2026-11-08T23:00:00+01:00"));
        assert_eq!(of(&[before]), [(Kind::CallOut, 25, 50, 60), (Kind::CallOut, 40, 50, 60)]);
        let after = on_call(("2026-11-09T04:00:00+01:00", "2026-11-09T05:00:00+01:00"));
        assert_eq!(of(std::slice::from_ref(&after)), [(Kind::CallOut, 25, 0, 120)]);
        let like_standby = Switches { on_call: OnCallClasses::LikeStandby, ..Switches::default() };
        assert_eq!(
            sums(&[after], like_standby),
            [
                (Kind::CallOut, 25, 0, 120),
                (Kind::OnCall, 0, 50, 120),
                (Kind::OnCall, 25, 0, 240),
                (Kind::OnCall, 25, 50, 240),
            ]
        );
    }

    #[test]
    fn holidays_follow_the_place_of_each_minute_and_carry_over_from_the_place_of_the_evening() {
        // 31 October 2026, a Saturday: Reformationstag in NI, not in NW.
        let mut shift =
            record(Land::Nw, "2026-10-31T08:00:00+01:00", "2026-10-31T16:00:00+01:00", &[]);
        shift.away = vec![Away {
            span: span("2026-10-31T10:00:00+01:00", "2026-10-31T13:00:00+01:00"),
            workplace: place(Land::Ni),
        }];
        assert_eq!(of(&[shift]), [(Kind::Work, 0, 0, 300), (Kind::Work, 0, 125, 180)]);
        // Monday, 20 September 2027: Weltkindertag in Thuringia, where the
        // evening was worked; after midnight the work went on in Hesse.
        let mut night =
            record(Land::Th, "2027-09-20T22:00:00+02:00", "2027-09-21T04:00:00+02:00", &[]);
        night.away = vec![Away {
            span: span("2027-09-21T00:00:00+02:00", "2027-09-21T04:00:00+02:00"),
            workplace: place(Land::He),
        }];
        assert_eq!(of(&[night]), [(Kind::Work, 25, 125, 120), (Kind::Work, 40, 125, 240)]);
    }

    #[test]
    fn augsburg_has_its_own_holiday() {
        let mut shift =
            record(Land::By, "2026-08-08T08:00:00+02:00", "2026-08-08T12:00:00+02:00", &[]);
        assert_eq!(of(std::slice::from_ref(&shift)), [(Kind::Work, 0, 0, 240)]);
        shift.workplace.region = HolidayRegion::new(Land::By, vec![Commune::Augsburg]);
        assert_eq!(of(&[shift]), [(Kind::Work, 0, 125, 240)]);
    }

    #[test]
    fn each_span_names_its_rules_and_the_day_it_comes_from() {
        let night = record(Land::Nw, "2026-04-05T22:00:00+02:00", "2026-04-06T05:00:00+02:00", &[]);
        let spans = classify(&[&night], &Switches::default());
        let named: Vec<_> = spans
            .iter()
            .map(|span| {
                let rules: Vec<_> = span.rules().iter().map(|rule| rule.paragraph).collect();
                let reason = span.day_reason.expect("Easter");
                (rules.join(", "), reason.of.to_string(), reason.carried_over)
            })
            .collect();
        let easter = "§ 3b Abs. 1 Nr. 1 EStG, § 3b Abs. 1 Nr. 3 EStG, R 3b Abs. 3 Satz 3 LStR";
        // Easter Monday is a holiday itself: nothing needs to be carried over.
        let monday = "§ 3b Abs. 3 Nr. 1 EStG, § 3b Abs. 1 Nr. 3 EStG";
        let morning = "§ 3b Abs. 1 Nr. 1 EStG, § 3b Abs. 1 Nr. 3 EStG";
        assert_eq!(
            named,
            [
                (easter.to_owned(), "2026-04-05".to_owned(), false),
                (monday.to_owned(), "2026-04-06".to_owned(), false),
                (morning.to_owned(), "2026-04-06".to_owned(), false),
            ]
        );
        let sunday =
            record(Land::Nw, "2026-11-08T23:00:00+01:00", "2026-11-09T01:00:00+01:00", &[]);
        let spans = classify(&[&sunday], &Switches::default());
        let carried = spans[1].day_reason.expect("Sunday");
        assert_eq!((carried.of.to_string().as_str(), carried.carried_over), ("2026-11-08", true));
        assert_eq!(spans[1].rules().last(), Some(&&CARRIED_OVER));
    }
}
