//! A shift as it counts: what the record hands to law and pay.
//!
//! `record` makes these from events; `law`, `contract`, `pay` and `payroll`
//! read them. Everything is already floored to full minutes, in order, and
//! free of contradictions: a shift with an open end or a dispute never gets
//! here as if it were settled.

use crate::place::Workplace;
use crate::time::{Interval, Minutes};
use serde::{Deserialize, Serialize};

/// What was not plain work inside a shift (Segmentart).
///
/// Order of precedence where parts overlap (`docs/definitions.md` § 0a.4): unpaid break
/// over call-out over standby over travel and meeting over work. Any other
/// overlap is refused where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Full work (Vollarbeit).
    Work,
    /// A paid break (bezahlte Pause): counts as work everywhere.
    PaidBreak,
    /// Travel on duty (Dienstreise, Wegezeit).
    Travel,
    /// Team meeting (Teambesprechung).
    Meeting,
    /// Training (Fortbildung).
    Training,
    /// Standby on site (Bereitschaftsdienst): working time in full.
    Standby,
    /// A call-out inside standby or on-call (Inanspruchnahme): work.
    CallOut,
    /// On-call at a place of one's own choice (Rufbereitschaft): no working
    /// time without a call-out.
    OnCall,
    /// An unpaid break (unbezahlte Pause): no working time.
    UnpaidBreak,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Work,
        Self::PaidBreak,
        Self::Travel,
        Self::Meeting,
        Self::Training,
        Self::Standby,
        Self::CallOut,
        Self::OnCall,
        Self::UnpaidBreak,
    ];

    /// The word on the wire, in files and in vectors.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::PaidBreak => "paid_break",
            Self::Travel => "travel",
            Self::Meeting => "meeting",
            Self::Training => "training",
            Self::Standby => "standby",
            Self::CallOut => "call_out",
            Self::OnCall => "on_call",
            Self::UnpaidBreak => "unpaid_break",
        }
    }

    /// Which kind wins where two parts overlap: the higher one.
    #[must_use]
    pub const fn precedence(self) -> u8 {
        match self {
            Self::Work => 0,
            Self::PaidBreak | Self::Travel | Self::Meeting | Self::Training => 1,
            Self::OnCall => 2,
            Self::Standby => 3,
            Self::CallOut => 4,
            Self::UnpaidBreak => 5,
        }
    }

    /// Whether these minutes are working time (§ 2 Abs. 1 ArbZG): everything
    /// but unpaid breaks and on-call without a call-out.
    #[must_use]
    pub const fn is_working_time(self) -> bool {
        !matches!(self, Self::OnCall | Self::UnpaidBreak)
    }
}

/// A piece of a shift that was not plain work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it was.
    pub kind: Kind,
    /// When, in full minutes, inside the shift.
    pub span: Interval,
}

/// A piece of a shift at another place (a journey with the employer).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    /// When, inside the shift.
    pub span: Interval,
    /// Where; its zone only words times, its region gives the holidays.
    pub workplace: Workplace,
}

/// Which cost bearer pays for which part of a shift (`docs/definitions.md` § 0a.17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundingPart {
    /// The cost centre (Kostenstelle) of the funding source.
    pub cost_centre: String,
    /// How much of the shift.
    pub share: FundingShare,
}

/// How a part of a shift is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingShare {
    /// A fixed number of minutes.
    Minutes(Minutes),
    /// Hundredths of a percent of the shift's net minutes.
    Percent(crate::money::Percent),
    /// What the others leave.
    Residual,
}

/// One settled shift of one person (Schicht, Dienst).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Its id in the record, 32 hexadecimal digits, or a name in a test file.
    pub id: String,
    /// From clock-in to clock-out.
    pub span: Interval,
    /// Where it began; frozen at clock-in.
    pub workplace: Workplace,
    /// What was not plain work, in the order in which it was written.
    pub parts: Vec<Part>,
    /// Pieces at other places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub away: Vec<Away>,
    /// Who pays, if not the contract's cost centre alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<FundingPart>,
    /// Not punched but written down afterwards.
    #[serde(default)]
    pub reconstructed: bool,
}

/// A stretch of a shift that is of one kind throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// What it was, after precedence.
    pub kind: Kind,
    /// When.
    pub span: Interval,
}

impl Shift {
    /// The shift cut into stretches of one kind each, by precedence, in order
    /// and without gaps. Parts outside the shift are clipped to it.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let mut edges = vec![self.span.from(), self.span.to()];
        for part in &self.parts {
            if let Some(inside) = part.span.overlap(self.span) {
                edges.extend([inside.from(), inside.to()]);
            }
        }
        edges.sort_unstable();
        edges.dedup();
        let mut stretches: Vec<Stretch> = Vec::with_capacity(edges.len());
        for span in edges.windows(2).filter_map(|pair| Interval::new(pair[0], pair[1])) {
            let kind = self
                .parts
                .iter()
                .filter(|part| part.span.contains(span.from()))
                .map(|part| part.kind)
                .max_by_key(|kind| kind.precedence())
                .unwrap_or(Kind::Work);
            match stretches.last_mut() {
                Some(last) if last.kind == kind => {
                    if let Some(longer) = Interval::new(last.span.from(), span.to()) {
                        last.span = longer;
                    }
                }
                _ => stretches.push(Stretch { kind, span }),
            }
        }
        stretches
    }

    /// Minutes of working time: all stretches but unpaid breaks and on-call.
    #[must_use]
    pub fn working_minutes(&self) -> Minutes {
        self.stretches()
            .iter()
            .filter(|stretch| stretch.kind.is_working_time())
            .map(|stretch| stretch.span.length())
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{HolidayRegion, Land};
    use crate::time::Minute;

    fn span(from: i64, to: i64) -> Interval {
        Interval::new(Minute::new(from), Minute::new(to)).expect("from < to")
    }

    #[test]
    fn stretches_partition_the_shift_by_precedence() {
        let shift = Shift {
            id: "s".into(),
            span: span(0, 600),
            workplace: Workplace {
                zone: chrono_tz::Europe::Berlin,
                region: HolidayRegion::new(Land::Nw, vec![]),
            },
            parts: vec![
                Part { kind: Kind::Standby, span: span(120, 480) },
                Part { kind: Kind::CallOut, span: span(200, 220) },
                Part { kind: Kind::UnpaidBreak, span: span(500, 530) },
            ],
            away: vec![],
            funding: vec![],
            reconstructed: false,
        };
        let got: Vec<_> = shift
            .stretches()
            .iter()
            .map(|s| (s.kind, s.span.from().get(), s.span.to().get()))
            .collect();
        assert_eq!(
            got,
            [
                (Kind::Work, 0, 120),
                (Kind::Standby, 120, 200),
                (Kind::CallOut, 200, 220),
                (Kind::Standby, 220, 480),
                (Kind::Work, 480, 500),
                (Kind::UnpaidBreak, 500, 530),
                (Kind::Work, 530, 600),
            ]
        );
        assert_eq!(shift.working_minutes(), Minutes::new(570));
    }
}
