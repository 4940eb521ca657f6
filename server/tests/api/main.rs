//! The JSON API: who may ask for what, the whole job, pairing, and whether the
//! description says all of it and nothing else.

mod absence;
#[path = "../at_work/mod.rs"]
mod at_work;
mod described;
mod maternity;
mod month;
mod pairing;
mod rights;
