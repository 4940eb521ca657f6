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
}

impl Form {
    /// Those that this build can make.
    pub const ALL: &[Self] = if cfg!(feature = "pdf") {
        &[Self::Pdf, Self::Xlsx, Self::Csv]
    } else {
        &[Self::Xlsx, Self::Csv]
    };

    /// The ending of its file's name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Xlsx => "Excel",
            Self::Csv => "CSV",
        }
    }

    /// Its media type (RFC 6838).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
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
        }
    }
}
