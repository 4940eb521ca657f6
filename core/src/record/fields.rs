//! Field maps: documents in which a put replaces the values it has seen, and
//! two puts that did not know of each other are a dispute.
//!
//! A key is `<thing>/<32 hex digits>/<field>`, or `<field>` alone where the
//! document is about one thing. Table: `docs/sync-protocol.md` § 9.

use super::cbor::NotAValue;
use crate::document::{DocumentKind, EventId};
use crate::gate::GateRefusal;
use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use std::fmt;

/// What form a field's value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Text of at most so many bytes.
    Text(usize),
    /// An instant in ms since 1970, between 1970 and 2200.
    Instant,
    /// A day as `2026-10-31`.
    Day,
    /// A whole number between 0 and 2³¹.
    Number,
    /// Yes or no.
    Flag,
}

/// A field's value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldValue {
    /// A text, a day or JSON.
    Text(String),
    /// An instant or a number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

impl FieldValue {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The text; `None` for another form.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Flag(_) => None,
        }
    }

    /// The number; `None` for another form.
    #[must_use]
    pub const fn as_number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(_) | Self::Flag(_) => None,
        }
    }

    /// Its bytes in the document, with the time of recording.
    #[must_use]
    pub fn to_bytes(&self, recorded_ms: i64) -> Vec<u8> {
        let mut e = Encoder::new(Vec::new());
        self.write(&mut e, recorded_ms).expect("writing to memory cannot fail");
        e.into_writer()
    }

    fn write<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        recorded_ms: i64,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.map(2)?.u8(0)?;
        match self {
            Self::Text(text) => e.str(text)?,
            Self::Number(number) => e.i64(*number)?,
            Self::Flag(flag) => e.bool(*flag)?,
        };
        e.u8(1)?.i64(recorded_ms)?.ok()
    }

    /// Reads a value of this form, written the one deterministic way, and when
    /// it was recorded by the device's clock.
    ///
    /// # Errors
    ///
    /// What is wrong with the bytes.
    pub fn read(form: Form, bytes: &[u8]) -> Result<(Self, i64), NotAValue> {
        let malformed = |_| NotAValue::Malformed;
        let mut d = Decoder::new(bytes);
        let fields = d.map().map_err(malformed)?.ok_or(NotAValue::NotDeterministic)?;
        if fields != 2 || d.u8().map_err(malformed)? != 0 {
            return Err(NotAValue::Malformed);
        }
        let value = match d.datatype().map_err(malformed)? {
            Type::String => Self::Text(d.str().map_err(malformed)?.to_owned()),
            Type::Bool => Self::Flag(d.bool().map_err(malformed)?),
            _ => Self::Number(d.i64().map_err(malformed)?),
        };
        if d.u8().map_err(malformed)? != 1 {
            return Err(NotAValue::Malformed);
        }
        let recorded_ms = d.i64().map_err(malformed)?;
        let fits = match (form, &value) {
            (Form::Text(most), Self::Text(text)) => text.len() <= most,
            // Read back, because the parser takes other ways to write a day as well.
            (Form::Day, Self::Text(text)) => {
                text.len() == 10
                    && text.parse::<chrono::NaiveDate>().is_ok_and(|day| day.to_string() == *text)
            }
            (Form::Instant, Self::Number(ms)) => super::events::instant_fits(*ms),
            (Form::Number, Self::Number(number)) => (0..=1 << 31).contains(number),
            (Form::Flag, Self::Flag(_)) => true,
            _ => false,
        };
        if !fits || !super::events::instant_fits(recorded_ms) || d.position() != bytes.len() {
            return Err(NotAValue::Malformed);
        }
        if value.to_bytes(recorded_ms) != bytes {
            return Err(NotAValue::NotDeterministic);
        }
        Ok((value, recorded_ms))
    }
}

/// A thing inside documents of a kind, and the fields it has. The thing is
/// empty where the document is about one thing.
type Row = (DocumentKind, &'static str, &'static [(&'static str, Form)]);

const PLANNED: &[(&str, Form)] = &[
    ("from", Form::Instant),
    ("to", Form::Instant),
    ("kind", Form::Text(32)),
    ("note", Form::Text(2_000)),
    ("cost_centre", Form::Text(64)),
    ("state", Form::Text(16)),
    ("published", Form::Instant),
    ("taken_by", Form::Text(32)),
];
const DATED_JSON: &[(&str, Form)] =
    &[("json", Form::Text(12_000)), ("valid_from", Form::Day), ("withdrawn", Form::Flag)];

/// Every field there is. Rows and fields are added, never changed.
const FIELDS: &[Row] = &[
    (DocumentKind::Rota, "shift", PLANNED),
    (DocumentKind::RotaOpen, "shift", PLANNED),
    (
        DocumentKind::Wishes,
        "availability",
        &[
            ("from", Form::Instant),
            ("to", Form::Instant),
            ("kind", Form::Text(32)),
            ("note", Form::Text(2_000)),
            ("withdrawn", Form::Flag),
        ],
    ),
    (
        DocumentKind::Wishes,
        "absence",
        &[
            ("first_day", Form::Day),
            ("last_day", Form::Day),
            ("kind", Form::Text(32)),
            ("note", Form::Text(2_000)),
            ("certificate", Form::Text(32)),
            ("certificate_day", Form::Day),
            ("same_illness", Form::Text(32)),
            ("vacation_days", Form::Number),
            ("withdrawn", Form::Flag),
        ],
    ),
    (
        DocumentKind::Wishes,
        "open_shift",
        &[("shift", Form::Text(32)), ("note", Form::Text(2_000)), ("withdrawn", Form::Flag)],
    ),
    (
        DocumentKind::Wishes,
        "other_work",
        &[("minutes", Form::Number), ("note", Form::Text(2_000)), ("withdrawn", Form::Flag)],
    ),
    (DocumentKind::Contract, "version", DATED_JSON),
    (DocumentKind::Budget, "decision", DATED_JSON),
    (DocumentKind::Budget, "receipt", DATED_JSON),
    (
        DocumentKind::Person,
        "",
        &[
            ("name", Form::Text(200)),
            ("called", Form::Text(200)),
            ("phone", Form::Text(64)),
            ("email", Form::Text(254)),
            ("address", Form::Text(400)),
            ("language", Form::Text(16)),
            ("personnel_number", Form::Text(32)),
            ("settings", Form::Text(8_000)),
        ],
    ),
    (
        DocumentKind::Team,
        "",
        &[
            ("name", Form::Text(200)),
            ("zone", Form::Text(64)),
            ("land", Form::Text(8)),
            ("communes", Form::Text(100)),
            ("settings", Form::Text(12_000)),
        ],
    ),
    (
        DocumentKind::Team,
        "cost_centre",
        &[("name", Form::Text(200)), ("code", Form::Text(64)), ("withdrawn", Form::Flag)],
    ),
    (
        DocumentKind::Team,
        "place",
        &[
            ("name", Form::Text(200)),
            ("zone", Form::Text(64)),
            ("land", Form::Text(8)),
            ("communes", Form::Text(100)),
            ("withdrawn", Form::Flag),
        ],
    ),
];

/// Every field there is: kind of document, thing (empty where the document is
/// about one thing), field and form, in the order of the table.
pub fn all() -> impl Iterator<Item = (DocumentKind, &'static str, &'static str, Form)> {
    FIELDS.iter().flat_map(|(kind, thing, fields)| {
        fields.iter().map(move |(field, form)| (*kind, *thing, *field, *form))
    })
}

/// Names one field of one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldKey {
    thing: &'static str,
    id: Option<EventId>,
    field: &'static str,
    form: Form,
}

impl FieldKey {
    /// A field of a thing with an id; `None` if this kind has no such field.
    #[must_use]
    pub fn of(kind: DocumentKind, thing: &str, id: EventId, field: &str) -> Option<Self> {
        Self::find(kind, thing, Some(id), field)
    }

    /// A field of a document about one thing; `None` if this kind has no such field.
    #[must_use]
    pub fn alone(kind: DocumentKind, field: &str) -> Option<Self> {
        Self::find(kind, "", None, field)
    }

    fn find(kind: DocumentKind, thing: &str, id: Option<EventId>, field: &str) -> Option<Self> {
        let (_, thing, fields) =
            FIELDS.iter().find(|(of, named, _)| *of == kind && *named == thing)?;
        let (field, form) = fields.iter().find(|(named, _)| *named == field)?;
        Some(Self { thing, id, field, form: *form })
    }

    /// Reads a key.
    ///
    /// # Errors
    ///
    /// [`GateRefusal::Newer`] for a key of our form that this version does not
    /// know, [`GateRefusal::BadKey`] for any other.
    pub fn parse(kind: DocumentKind, key: &str) -> Result<Self, GateRefusal> {
        let word = |text: &str| {
            (1..=32).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        let mut parts = key.split('/');
        let (thing, id, field) = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(field), None, None, None) => ("", None, field),
            (Some(thing), Some(id), Some(field), None) if word(thing) => {
                let lower = !id.bytes().any(|b| b.is_ascii_uppercase());
                let id = id.parse().ok().filter(|_| lower).ok_or(GateRefusal::BadKey)?;
                (thing, Some(id), field)
            }
            _ => return Err(GateRefusal::BadKey),
        };
        if !word(field) {
            return Err(GateRefusal::BadKey);
        }
        Self::find(kind, thing, id, field).ok_or(GateRefusal::Newer)
    }

    /// The thing, `shift`; empty where the document is about one thing.
    #[must_use]
    pub const fn thing(&self) -> &'static str {
        self.thing
    }

    /// Which one.
    #[must_use]
    pub const fn id(&self) -> Option<EventId> {
        self.id
    }

    /// Which field of it.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        self.field
    }

    /// What form its values have.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }
}

impl fmt::Display for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.id {
            Some(id) => write!(f, "{}/{id}/{}", self.thing, self.field),
            None => f.write_str(self.field),
        }
    }
}
