//! Files for a browser to keep.

use super::error::PageError;
use crate::fault::{OfficeError, Refusal};
use assistenz_core::view::sheet::Sheet;
use assistenz_documents::{DocumentError, Form};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// Bytes of this media type, to be kept under this name.
pub(crate) fn file(name: &str, kind: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

/// `alle.pdf` → `alle`, PDF.
///
/// # Errors
///
/// [`Refusal::NotFound`] for an ending that no form has.
pub(crate) fn named(name: &str) -> Result<(&str, Form), PageError> {
    let parts = name.rsplit_once('.').and_then(|(stem, ending)| {
        let form = Form::ALL.into_iter().find(|form| form.ending() == ending)?;
        Some((stem, form))
    });
    parts.ok_or_else(|| PageError::from(Refusal::NotFound))
}

/// A document in this form, made beside the office's threads: setting a page
/// takes a moment.
///
/// # Errors
///
/// [`Refusal::NoPdf`] in an office that was built without PDF.
pub(crate) async fn document(form: Form, sheet: Sheet) -> Result<Response, PageError> {
    let name = format!("{}.{}", sheet.file_name, form.ending());
    match tokio::task::spawn_blocking(move || form.make(&sheet)).await {
        Ok(Ok(bytes)) => Ok(file(&name, form.media_type(), bytes)),
        Ok(Err(DocumentError::NotBuilt)) => Err(Refusal::NoPdf.into()),
        // A fault of a template or of memory: logged at the door, once.
        Ok(Err(
            why @ (DocumentError::Compose(_) | DocumentError::Xlsx(_) | DocumentError::Csv(_)),
        )) => Err(OfficeError::Document(why).into()),
        Err(_) => Err(OfficeError::Panicked.into()),
    }
}
