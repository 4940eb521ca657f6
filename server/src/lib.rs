//! The office. See the folders beside this file.

pub mod at_desk;
pub mod backup;
pub mod commands;
pub mod credential;
pub mod desk;
pub mod door;
pub mod error;
pub mod evidence;
pub mod fault;
pub mod folder;
pub mod handover;
pub mod held;
pub mod input;
pub mod invite;
pub mod journal;
pub mod limits;
pub mod membership;
pub mod month_file;
pub mod office;
pub mod pages;
pub mod read_ahead;
pub mod replay;
pub mod resource;
pub mod retention;
pub mod routes;
pub mod serve;
pub mod settings;
pub mod sheets;
pub mod sign_in;
pub mod team_settings;
pub mod tls;

pub use assistenz_handset::ports;
