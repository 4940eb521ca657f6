//! Writes every specimen as PDF into a folder: for `tests/verapdf.sh`, and to
//! look at. Usage: `specimens FOLDER`

#[path = "../tests/specimen/mod.rs"]
mod specimen;

use assistenz_documents::Form;
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("usage: specimens FOLDER")?);
    for sheet in specimen::all() {
        let bytes = Form::Pdf.make(&sheet)?;
        std::fs::write(folder.join(format!("{}.pdf", sheet.file_name)), bytes)?;
    }
    Ok(())
}
