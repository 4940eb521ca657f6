//! Deterministic CBOR for the contents of documents (`docs/sync-protocol.md`
//! §§ 1 and 9): what is read is written again and must come out the same.

use crate::money::Percent;
use crate::place::{Commune, HolidayRegion, Land, Workplace, zone};
use crate::time::Minutes;
use crate::work::{FundingPart, FundingShare, Kind};
use minicbor::{Decode, Decoder, Encode, Encoder};
use std::fmt;

/// Bytes that are no value of the expected kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAValue {
    /// Not CBOR of this shape, or out of bounds.
    #[error("not a value of this kind")]
    Malformed,
    /// CBOR, but not written the one deterministic way.
    #[error("not written the deterministic way")]
    NotDeterministic,
    /// Written by a newer version: a type, field or version unknown here.
    #[error("written by a newer version")]
    Newer,
}

/// 32 bytes of a SHA-256, shown in hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash32(pub [u8; 32]);

impl Hash32 {
    /// SHA-256 of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Hash32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}
impl fmt::Debug for Hash32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash32({self})")
    }
}
impl std::str::FromStr for Hash32 {
    type Err = crate::document::NotAnId;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes)
            .map_err(|_| crate::document::NotAnId { expected: 64 })?;
        Ok(Self(bytes))
    }
}
impl serde::Serialize for Hash32 {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.to_string())
    }
}
impl<'de> serde::Deserialize<'de> for Hash32 {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
impl<C> Encode<C> for Hash32 {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}
impl<'b, C> Decode<'b, C> for Hash32 {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        d.bytes()?
            .try_into()
            .map(Self)
            .map_err(|_| minicbor::decode::Error::message("32 bytes expected"))
    }
}

/// A place of work as it was written: zone, Land and commune flags by their
/// words. A word unknown to this version is kept and becomes a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Place {
    /// Name of the zone in the IANA table.
    #[n(0)]
    pub zone: String,
    /// Two letters of the Land.
    #[n(1)]
    pub land: String,
    /// Flags of the commune, by their words.
    #[cbor(n(2), skip_if = "Vec::is_empty")]
    pub communes: Vec<String>,
}

impl Place {
    /// As the rules read it; `None` if a word is unknown to this version.
    #[must_use]
    pub fn workplace(&self) -> Option<Workplace> {
        let communes: Option<Vec<Commune>> =
            self.communes.iter().map(|word| word.parse().ok()).collect();
        let land: Land = self.land.parse().ok()?;
        Some(Workplace {
            zone: zone(&self.zone).ok()?,
            region: HolidayRegion::new(land, communes?),
        })
    }

    pub(crate) fn fits(&self) -> bool {
        let word = |text: &str, most| {
            (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())
        };
        word(&self.zone, 64)
            && word(&self.land, 8)
            && self.communes.len() <= 8
            && self.communes.iter().all(|flag| word(flag, 32))
    }
}

impl From<&Workplace> for Place {
    fn from(workplace: &Workplace) -> Self {
        let flag = |commune: &Commune| {
            match commune {
                Commune::Augsburg => "augsburg",
                Commune::MariaeHimmelfahrt => "mariae_himmelfahrt",
                Commune::Fronleichnam => "fronleichnam",
            }
            .to_owned()
        };
        Self {
            zone: workplace.zone.name().to_owned(),
            land: workplace.region.land.letters().to_owned(),
            communes: workplace.region.communes.iter().map(flag).collect(),
        }
    }
}

/// A part of a shift that one cost bearer pays, as written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Funding {
    /// The cost centre (Kostenstelle).
    #[n(0)]
    pub cost_centre: String,
    /// 1 minutes, 2 hundredths of a percent, 3 what the others leave.
    #[n(1)]
    pub measure: u8,
    /// Minutes or hundredths of a percent; absent for measure 3.
    #[n(2)]
    pub amount: Option<u32>,
}

impl Funding {
    /// As the rules read it; `None` if the measure is unknown.
    #[must_use]
    pub fn part(&self) -> Option<FundingPart> {
        let share = match (self.measure, self.amount) {
            (1, Some(minutes)) => FundingShare::Minutes(Minutes::new(i64::from(minutes))),
            (2, Some(share)) => FundingShare::Percent(Percent::hundredths(share)),
            (3, None) => FundingShare::Residual,
            _ => return None,
        };
        Some(FundingPart { cost_centre: self.cost_centre.clone(), share })
    }

    pub(crate) fn fits(&self) -> bool {
        self.cost_centre.len() <= 64 && self.part().is_some()
    }
}

/// Kinds of parts on the wire: 1 to 9 in the order of [`Kind::ALL`].
pub(crate) mod kind_number {
    use super::Kind;
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};

    pub(crate) fn encode<C, W: Write>(
        kind: &Kind,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        let place = Kind::ALL.iter().position(|k| k == kind).map_or(0, |at| at + 1);
        e.u64(u64::try_from(place).unwrap_or(0))?.ok()
    }
    pub(crate) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Kind, DecodeError> {
        let number = usize::from(d.u8()?);
        number
            .checked_sub(1)
            .and_then(|at| Kind::ALL.get(at).copied())
            .ok_or_else(|| DecodeError::message("no kind of part"))
    }
}

/// Months on the wire: year · 100 + month.
pub(crate) mod month_number {
    use crate::document::{Period, PeriodShape};
    use crate::time::Month;
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};

    pub(crate) fn encode<C, W: Write>(
        month: &Month,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.u32(Period::Month(*month).number())?.ok()
    }
    pub(crate) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Month, DecodeError> {
        match Period::from_number(PeriodShape::Month, d.u32()?) {
            Some(Period::Month(month)) => Ok(month),
            Some(Period::Always | Period::Year(_)) | None => {
                Err(DecodeError::message("not a month"))
            }
        }
    }
}

/// Days on the wire: year · 10 000 + month · 100 + day.
pub(crate) mod day_numbers {
    use chrono::{Datelike, NaiveDate};
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};

    pub(crate) fn number(day: NaiveDate) -> u32 {
        day.year().unsigned_abs() * 10_000 + day.month() * 100 + day.day()
    }
    pub(crate) fn day(number: u32) -> Option<NaiveDate> {
        let year = i32::try_from(number / 10_000).ok()?;
        (2000..2200).contains(&year).then_some(())?;
        NaiveDate::from_ymd_opt(year, number / 100 % 100, number % 100)
    }
    pub(crate) fn encode<C, W: Write>(
        days: &[NaiveDate],
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.array(u64::try_from(days.len()).unwrap_or(0))?;
        for day in days {
            e.u32(number(*day))?;
        }
        Ok(())
    }
    pub(crate) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Vec<NaiveDate>, DecodeError> {
        let mut days = Vec::new();
        for number in d.array_iter::<u32>()? {
            days.push(day(number?).ok_or_else(|| DecodeError::message("not a day"))?);
        }
        Ok(days)
    }
    pub(crate) fn is_nil(days: &[NaiveDate]) -> bool {
        days.is_empty()
    }
    pub(crate) fn nil() -> Option<Vec<NaiveDate>> {
        Some(Vec::new())
    }
}

/// A single day on the wire, as in `day_numbers`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub chrono::NaiveDate);

impl<C> Encode<C> for Day {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.u32(day_numbers::number(self.0))?.ok()
    }
}
impl<'b, C> Decode<'b, C> for Day {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        day_numbers::day(d.u32()?)
            .map(Self)
            .ok_or_else(|| minicbor::decode::Error::message("not a day"))
    }
}

/// Documents on the wire as texts, `time/<32 hex digits>/202610`.
pub(crate) mod document_text {
    use crate::document::DocumentId;
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};

    pub(crate) fn encode<C, W: Write>(
        document: &DocumentId,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.str(&document.to_string())?.ok()
    }
    pub(crate) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<DocumentId, DecodeError> {
        d.str()?.parse().map_err(DecodeError::custom)
    }
}
