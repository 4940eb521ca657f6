//! Provisional exports (vorläufiger Export): worked and planned, before the
//! month has ended.
//!
//! Some offices pay before the month is over. Such a file is an estimate; its
//! name, the cover sheet and, where the format has room, the file itself say
//! so. The difference goes out later as a correction.

use crate::payroll::Purpose;

/// What is added to the name of a file.
pub(crate) const fn in_file_name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Final => "",
        Purpose::Estimate => "_schaetzung",
    }
}

/// The name of the sheet in a workbook.
pub(crate) const fn sheet_name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Final => "Lohndaten",
        Purpose::Estimate => "Schätzung",
    }
}

/// The line above the titles of a workbook.
pub(crate) const fn notice(purpose: Purpose) -> Option<&'static str> {
    match purpose {
        Purpose::Final => None,
        Purpose::Estimate => Some("SCHÄTZUNG: geleistet und geplant, nicht zum Abrechnen"),
    }
}
