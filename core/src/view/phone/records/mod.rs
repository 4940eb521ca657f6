//! The flat records of a phone's screens, each written down once: here for the
//! core, and by the same macro for the door to Kotlin, Swift and Python.
//!
//! Texts are finished words in the chosen language. Times are ms since 1970
//! (`…_ms`), days and months are `2026-11-08` and `2026-11`, ids are opaque. An
//! absent time is not known, never "no".

mod day;
mod employer;
mod month;
