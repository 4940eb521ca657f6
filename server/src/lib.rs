//! The office. See the folders beside this file.

pub mod commands;
