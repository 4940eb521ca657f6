//! The office. See the folders beside this file.

pub mod commands;
pub mod door;
pub mod error;
pub mod fault;
pub mod folder;
pub mod limits;
pub mod month_file;
pub mod office;
pub mod ports;
pub mod tls;
