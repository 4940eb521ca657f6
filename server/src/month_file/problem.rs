//! What can be wrong with a month file, each with one stable word.

/// What is wrong with a month file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MonthFileError {
    /// Not JSON, or not this shape.
    #[error("Zeile (line) {line}, Spalte (column) {column} [shape]: {problem}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the JSON reader says.
        problem: String,
    },
    /// A field says something that cannot be.
    #[error("Zeile (line) {line}, Feld (field) {path} [{}]: {problem}", problem.code())]
    Field {
        /// Line of the field, from 1.
        line: usize,
        /// Path of the field: `assistants[0].shifts[2].parts[1].from`.
        path: String,
        /// What is wrong with it.
        #[source]
        problem: FieldProblem,
    },
}

/// What is wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// Not a zone of the IANA table.
    #[error("keine Zeitzone wie Europe/Berlin (not a time zone like Europe/Berlin)")]
    Zone,
    /// Not a Land.
    #[error("kein Land, zwei Buchstaben wie NW (not a Land, two letters like NW)")]
    Land,
    /// Not a commune flag.
    #[error(
        "nicht augsburg, mariae_himmelfahrt oder fronleichnam \
         (not augsburg, mariae_himmelfahrt or fronleichnam)"
    )]
    Commune,
    /// A commune flag that the Land does not have.
    #[error("diese Angabe gehört zu einem anderen Land (belongs to another Land)")]
    CommuneOfAnotherLand,
    /// Not a month.
    #[error("kein Monat wie 2026-10 (not a month like 2026-10)")]
    Month,
    /// Not a time with offset.
    #[error(
        "kein Zeitpunkt mit Abstand zu UTC wie 2026-10-08T07:52+02:00 \
         (not a time with its offset like 2026-10-08T07:52+02:00)"
    )]
    Time,
    /// The clock at the workplace never showed this offset then.
    #[error(
        "diesen Abstand zu UTC hatte die Uhr am Arbeitsort da nicht \
         (the workplace's clock had another offset then)"
    )]
    Offset,
    /// Ends before it begins, or at the same minute.
    #[error("endet nicht nach dem Anfang (does not end after it begins)")]
    Order,
    /// A part reaches out of its shift.
    #[error("liegt nicht innerhalb der Schicht (is not inside its shift)")]
    OutsideShift,
    /// The shift has no minute in the month.
    #[error("die Schicht liegt nicht im Monat (the shift does not touch the month)")]
    OutsideMonth,
    /// Two parts of a shift overlap that may not.
    #[error(
        "überschneidet sich mit einem Abschnitt gleichen Rangs \
         (overlaps with a part of the same rank)"
    )]
    PartsOverlap,
    /// An id was used before.
    #[error("die id steht schon weiter oben (the id was used before)")]
    DoubleId,
    /// An id is empty.
    #[error("leer (empty)")]
    EmptyId,
    /// Not a kind of employment.
    #[error(
        "nicht minijob, minijob_household, midijob oder social_insurance \
         (not minijob, minijob_household, midijob or social_insurance)"
    )]
    Employment,
}

impl FieldProblem {
    /// The stable word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zone => "not_a_zone",
            Self::Land => "not_a_land",
            Self::Commune => "not_a_commune",
            Self::CommuneOfAnotherLand => "commune_of_another_land",
            Self::Month => "not_a_month",
            Self::Time => "not_an_instant",
            Self::Offset => "not_the_offset",
            Self::Order => "not_after_start",
            Self::OutsideShift => "outside",
            Self::OutsideMonth => "outside_month",
            Self::PartsOverlap => "overlaps",
            Self::DoubleId => "double_id",
            Self::EmptyId => "empty",
            Self::Employment => "not_an_employment",
        }
    }
}
