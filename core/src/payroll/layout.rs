//! Free columns (freie Spaltenwahl) of the CSV and XLSX files.

use serde::{Deserialize, Serialize};

/// One column of a free layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What stands in it.
    pub field: Field,
    /// Its title; without one the German name of the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text of a `constant` column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Column {
    /// A column with the field's own title.
    #[must_use]
    pub const fn of(field: Field) -> Self {
        Self { field, title: None, text: None }
    }

    /// The title as it stands in the file.
    #[must_use]
    pub fn heading(&self) -> &str {
        self.title.as_deref().unwrap_or_else(|| self.field.german())
    }
}

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// BeraterNr.
    AdviserNumber,
    /// MandantenNr.
    ClientNumber,
    /// Personalnummer.
    PersonnelNumber,
    /// Id of the person in the record.
    Person,
    /// Name of the person.
    Name,
    /// The month in which the line is paid, `10/2026`.
    Month,
    /// The month to which it belongs, `10/2026`.
    MonthOfOrigin,
    /// Year of the month of origin.
    Year,
    /// Month of the month of origin, two digits.
    MonthNumber,
    /// Lohnart.
    WageType,
    /// Our stable word for what is paid.
    WageKind,
    /// The value as the office wants it: hours, days, count or amount.
    Value,
    /// `Stunden`, `Tage`, `Anzahl` or `Betrag`.
    Unit,
    /// Full minutes, unrounded; empty unless counted in time.
    Minutes,
    /// Hours with two decimals; empty unless counted in time.
    Hours,
    /// Bearbeitungsschlüssel.
    ProcessingKey,
    /// Ausfallschlüssel.
    AbsenceKey,
    /// Kostenstelle.
    CostCentre,
    /// Cents per hour as euros; empty unless a whole number of cents.
    Rate,
    /// The percentage of a surcharge.
    Percent,
    /// Gross amount.
    Paid,
    /// Tax-free part.
    TaxFree,
    /// Taxable part.
    TaxLiable,
    /// Part free of social-security contributions.
    SvFree,
    /// Part liable to social-security contributions.
    SvLiable,
    /// Part that counts for the accident insurance.
    AccidentLiable,
    /// Id of the contract version.
    ContractVersion,
    /// Reason of a correction or of a hand-entered line.
    Reason,
    /// `Schätzung` in a provisional file, else empty.
    Estimate,
    /// The column's own text.
    Constant,
    /// Nothing.
    Empty,
}

impl Field {
    /// The German name, which is the default title.
    #[must_use]
    pub const fn german(self) -> &'static str {
        match self {
            Self::AdviserNumber => "Beraternummer",
            Self::ClientNumber => "Mandantennummer",
            Self::PersonnelNumber => "Personalnummer",
            Self::Person => "Kennung",
            Self::Name => "Name",
            Self::Month => "Abrechnungsmonat",
            Self::MonthOfOrigin => "Herkunftsmonat",
            Self::Year => "Jahr",
            Self::MonthNumber => "Monat",
            Self::WageType => "Lohnart",
            Self::WageKind => "Bedeutung",
            Self::Value => "Wert",
            Self::Unit => "Einheit",
            Self::Minutes => "Minuten",
            Self::Hours => "Stunden",
            Self::ProcessingKey => "Bearbeitungsschlüssel",
            Self::AbsenceKey => "Ausfallschlüssel",
            Self::CostCentre => "Kostenstelle",
            Self::Rate => "Stundensatz",
            Self::Percent => "Prozent",
            Self::Paid => "Brutto",
            Self::TaxFree => "steuerfrei",
            Self::TaxLiable => "steuerpflichtig",
            Self::SvFree => "SV-frei",
            Self::SvLiable => "SV-pflichtig",
            Self::AccidentLiable => "UV-pflichtig",
            Self::ContractVersion => "Vertragsstand",
            Self::Reason => "Grund",
            Self::Estimate => "Hinweis",
            Self::Constant | Self::Empty => "",
        }
    }
}
