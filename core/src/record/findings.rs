//! What a person must look at: disputes and findings. Nothing recorded is
//! ever dropped because of one.

use super::claims::{Field, Value};
use crate::document::EventId;
use crate::time::{Interval, Minute};

/// Two live values for one field (Widerspruch zweier Angaben).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The shift.
    pub shift: EventId,
    /// The field.
    pub field: Field,
    /// Each value with the events that say so.
    pub values: Vec<(Value, Vec<EventId>)>,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the field `part` or `other` is the id of the part or shift meant")]
pub enum What {
    /// It ends before it begins.
    EndBeforeStart,
    /// Begin and end show the same minute: it counts for nothing.
    ZeroLength,
    /// More than 36 hours.
    LongerThan36Hours,
    /// Events speak of a shift whose beginning is not here.
    NoBeginning,
    /// Zone, Land or commune are unknown to this version.
    UnknownPlace,
    /// A share of funding is unknown to this version.
    UnknownFunding,
    /// A part reaches out of its shift.
    PartOutside { part: EventId },
    /// A part ends before it begins.
    PartEndBeforeStart { part: EventId },
    /// A part begins and ends in the same minute: it counts for nothing.
    PartZeroLength { part: EventId },
    /// The shift has ended, the part has not.
    PartOpen { part: EventId },
    /// The end of a part whose beginning is not here.
    PartWithoutBeginning { part: EventId },
    /// Two parts that may not overlap do.
    PartsOverlap { part: EventId, other: EventId },
    /// A call-out that no standby or on-call surrounds.
    CallOutOutsideStandby { part: EventId },
    /// Two shifts of one person overlap.
    Overlap { other: EventId, span: Interval },
    /// Two shifts of one person are running.
    TwoRunning { other: EventId },
    /// A shift began while another was running.
    BeganWhileRunning { other: EventId },
    /// The typed local time never existed: the clocks skipped it.
    TypedTimeNever,
    /// The typed local time existed twice; the instant says which was meant.
    TypedTimeTwice,
    /// The typed local time and the instant do not fit each other.
    TypedTimeDiffers,
    /// An answer to a proposal that is not here.
    AnswerWithoutProposal,
    /// Agreed to and objected to without knowledge of each other.
    AnswersDisagree { proposal: EventId },
    /// "Nothing happened tonight" beside a call-out.
    QuietNightWithCallOut,
}

impl What {
    /// One word for programs and words files; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EndBeforeStart => "end_before_start",
            Self::ZeroLength => "zero_length",
            Self::LongerThan36Hours => "longer_than_36_hours",
            Self::NoBeginning => "no_beginning",
            Self::UnknownPlace => "unknown_place",
            Self::UnknownFunding => "unknown_funding",
            Self::PartOutside { .. } => "part_outside",
            Self::PartEndBeforeStart { .. } => "part_end_before_start",
            Self::PartZeroLength { .. } => "part_zero_length",
            Self::PartOpen { .. } => "part_open",
            Self::PartWithoutBeginning { .. } => "part_without_beginning",
            Self::PartsOverlap { .. } => "parts_overlap",
            Self::CallOutOutsideStandby { .. } => "call_out_outside_standby",
            Self::Overlap { .. } => "overlap",
            Self::TwoRunning { .. } => "two_running",
            Self::BeganWhileRunning { .. } => "began_while_running",
            Self::TypedTimeNever => "typed_time_never",
            Self::TypedTimeTwice => "typed_time_twice",
            Self::TypedTimeDiffers => "typed_time_differs",
            Self::AnswerWithoutProposal => "answer_without_proposal",
            Self::AnswersDisagree { .. } => "answers_disagree",
            Self::QuietNightWithCallOut => "quiet_night_with_call_out",
        }
    }

    /// Whether the shift cannot count as it stands.
    #[must_use]
    pub const fn unsettles(self) -> bool {
        match self {
            Self::EndBeforeStart
            | Self::ZeroLength
            | Self::NoBeginning
            | Self::UnknownPlace
            | Self::UnknownFunding
            | Self::PartEndBeforeStart { .. }
            | Self::PartOpen { .. }
            | Self::PartWithoutBeginning { .. }
            | Self::PartsOverlap { .. } => true,
            Self::LongerThan36Hours
            | Self::PartOutside { .. }
            | Self::PartZeroLength { .. }
            | Self::CallOutOutsideStandby { .. }
            | Self::Overlap { .. }
            | Self::TwoRunning { .. }
            | Self::BeganWhileRunning { .. }
            | Self::TypedTimeNever
            | Self::TypedTimeTwice
            | Self::TypedTimeDiffers
            | Self::AnswerWithoutProposal
            | Self::AnswersDisagree { .. }
            | Self::QuietNightWithCallOut => false,
        }
    }

    /// Whether a month with it cannot be approved until a person has chosen.
    #[must_use]
    pub const fn blocks(self) -> bool {
        match self {
            Self::ZeroLength
            | Self::LongerThan36Hours
            | Self::PartZeroLength { .. }
            | Self::CallOutOutsideStandby { .. }
            | Self::TypedTimeTwice
            | Self::AnswerWithoutProposal
            | Self::QuietNightWithCallOut => false,
            Self::EndBeforeStart
            | Self::NoBeginning
            | Self::UnknownPlace
            | Self::UnknownFunding
            | Self::PartOutside { .. }
            | Self::PartEndBeforeStart { .. }
            | Self::PartOpen { .. }
            | Self::PartWithoutBeginning { .. }
            | Self::PartsOverlap { .. }
            | Self::Overlap { .. }
            | Self::TwoRunning { .. }
            | Self::BeganWhileRunning { .. }
            | Self::TypedTimeNever
            | Self::TypedTimeDiffers
            | Self::AnswersDisagree { .. } => true,
        }
    }
}

/// Something a person must look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it is.
    pub what: What,
    /// The shifts it is about.
    pub shifts: Vec<EventId>,
    /// The events it is about, if it is about single ones.
    pub events: Vec<EventId>,
}

/// As statements write it: instants in UTC, words of the wire.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let utc = |minute: &Minute| minute.instant().format("%Y-%m-%dT%H:%MZ");
        match self {
            Self::Exists(exists) => write!(f, "{exists}"),
            Self::At(minute) => write!(f, "{}", utc(minute)),
            Self::Place(place) => {
                write!(f, "{} {} {}", place.zone, place.land, place.communes.join(" "))
            }
            Self::Funding(parts) => {
                let parts: Vec<String> = parts
                    .iter()
                    .map(|part| {
                        format!(
                            "{}:{}:{}",
                            part.cost_centre,
                            part.measure,
                            part.amount.unwrap_or(0)
                        )
                    })
                    .collect();
                f.write_str(&parts.join(" "))
            }
            Self::Kind(kind) => f.write_str(kind.word()),
            Self::Away(from, to, place) => {
                write!(f, "{} {} {} {}", utc(from), utc(to), place.zone, place.land)
            }
        }
    }
}
