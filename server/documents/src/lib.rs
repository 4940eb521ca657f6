//! Documents as files: every [`Sheet`] as PDF, XLSX, CSV and JSON.
//!
//! What a document says is decided in the core (`view::sheet`); here it gets
//! its form. PDF is PDF/A-3a and PDF/UA-1 in one file, with the data attached;
//! it needs the feature `pdf`, whose crates take long to build.

mod csv;
mod form;
#[cfg(feature = "pdf")]
mod pdf;
mod xlsx;

pub use csv::csv;
pub use form::Form;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
pub use xlsx::xlsx;

use thiserror::Error;

#[cfg(doc)]
use assistenz_core::view::sheet::Sheet;

/// Why a document was not made. Nothing was written then.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// The page could not be composed: a fault of the template.
    #[error("the page could not be composed: {0}")]
    Compose(String),
    /// PDF was asked of a build without the feature `pdf`.
    #[error("this build makes no PDF")]
    NotBuilt,
    /// The workbook could not be written.
    #[error("the workbook could not be written")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The rows could not be written.
    #[error("the rows could not be written")]
    Csv(#[source] std::io::Error),
}
