//! The forms a document comes in.

use crate::DocumentError;
use assistenz_core::view::sheet::Sheet;

/// A form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// To read, print and keep: PDF/A-3a and PDF/UA-1.
    Pdf,
    /// A workbook to go on calculating in.
    Xlsx,
    /// Text that every program reads.
    Csv,
    /// Everything with every minute, for other programs (RFC 8259).
    Json,
}

impl Form {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Xlsx, Self::Csv, Self::Json];

    /// Whether this build can make it.
    #[must_use]
    pub const fn is_built(self) -> bool {
        match self {
            Self::Pdf => cfg!(feature = "pdf"),
            Self::Xlsx | Self::Csv | Self::Json => true,
        }
    }

    /// Those that this build can make.
    pub fn built() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|form| form.is_built())
    }

    /// The ending of its file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Xlsx => "Excel",
            Self::Csv => "CSV",
            Self::Json => "JSON",
        }
    }

    /// Its media type (RFC 6838).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }

    /// The document in this form.
    ///
    /// # Errors
    ///
    /// See [`DocumentError`]; [`DocumentError::NotBuilt`] for PDF without the
    /// feature `pdf`.
    pub fn make(self, sheet: &Sheet) -> Result<Vec<u8>, DocumentError> {
        match self {
            #[cfg(feature = "pdf")]
            Self::Pdf => crate::pdf(sheet),
            #[cfg(not(feature = "pdf"))]
            Self::Pdf => Err(DocumentError::NotBuilt),
            Self::Xlsx => crate::xlsx(sheet),
            Self::Csv => crate::csv(sheet),
            Self::Json => Ok(format!("{:#}\n", sheet.data).into_bytes()),
        }
    }
}
