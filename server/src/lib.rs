//! The office.

pub mod month_file;
