//! The office. See the folders beside this file.

pub mod commands;
//! The office.

pub mod month_file;
