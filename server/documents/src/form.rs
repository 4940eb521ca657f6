//! The forms a document comes in.

use crate::DocumentError;
use assistenz_core::view::sheet::Sheet;

/// A form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A workbook to go on calculating in.
    Xlsx,
    /// Text that every program reads.
    Csv,
    /// Everything with every minute, for other programs (RFC 8259).
    Json,
}

impl Form {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Json];

    /// The ending of its file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Xlsx => "Excel",
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }

    /// Its media type (RFC 6838).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }

    /// The document in this form.
    ///
    /// # Errors
    ///
    /// See [`DocumentError`].
    pub fn make(self, sheet: &Sheet) -> Result<Vec<u8>, DocumentError> {
        match self {
            Self::Xlsx => crate::xlsx(sheet),
            Self::Csv => crate::csv(sheet),
            Self::Json => Ok(format!("{:#}\n", sheet.data).into_bytes()),
        }
    }
}
