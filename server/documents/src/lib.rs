//! Documents as files: every [`Sheet`] as XLSX, CSV and JSON.
//!
//! What a document says is decided in the core (`view::sheet`); here it gets
//! its form.

mod csv;
mod form;
mod xlsx;

pub use csv::csv;
pub use form::Form;
pub use xlsx::xlsx;

use thiserror::Error;

#[cfg(doc)]
use assistenz_core::view::sheet::Sheet;

/// Why a document was not made. Nothing was written then.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// The workbook could not be written.
    #[error("the workbook could not be written")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The rows could not be written.
    #[error("the rows could not be written")]
    Csv(#[source] std::io::Error),
}
