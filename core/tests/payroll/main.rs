//! Payroll files, read back by strict readers of their own.

#[path = "../payroll_readers/mod.rs"]
mod payroll_readers;

mod corrections;
mod cover;
mod hostile;
mod make;
mod refusals;
mod round_trip;
mod samples;
