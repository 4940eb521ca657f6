//! What § 3b EStG leaves open, as settings (Wahlrechte bei Zuschlägen).
//!
//! Each is a setting of the employer or of the payroll office; the default is
//! the cautious or the usual reading.

use super::duty::NightTakenUp;
use super::tax_holiday::EasterAndWhitSunday;
use serde::{Deserialize, Serialize};

/// The choices that the law leaves to the employer or the payroll office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Switches {
    /// What must have been taken up before 0:00; read by
    /// [`duties`](super::duty::duties).
    pub night_taken_up: NightTakenUp,
    /// What Easter Sunday and Whit Sunday are.
    pub easter_and_whit_sunday: EasterAndWhitSunday,
    /// Whether on-call without a call-out has classes.
    pub on_call: OnCallClasses,
}

/// Switch: whether a surcharge on on-call pay can stay free of tax
/// (Rufbereitschaft). Doubtful; the cautious reading is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnCallClasses {
    /// On-call without a call-out has no classes; a surcharge on it is liable.
    #[default]
    None,
    /// On-call is classified like standby. It still takes up no night work.
    LikeStandby,
}
