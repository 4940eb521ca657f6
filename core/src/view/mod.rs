//! What a screen or a document shows: flat records with finished words.

pub mod sheet;
