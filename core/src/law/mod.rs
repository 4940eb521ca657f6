//! Rules and figures set by law (Recht): pure functions of days and intervals.
//!
//! Flat: a file's name is the rule's name and its first line holds the German
//! term. `core/README.md` is the index. Nothing here knows a contract, a
//! record, a file or a clock.

pub mod average_24_weeks;
pub mod break_rule;
pub mod call_work;
pub mod contribution_date;
pub mod daily_maximum;
pub mod dated;
pub mod day_ceiling;
pub mod day_of_work;
pub mod duty;
pub mod easter;
pub mod employer_refund;
pub mod employment;
pub mod finding;
pub mod finding_sentence;
pub mod free_sundays;
pub mod holiday_name;
pub mod holiday_surcharge;
pub mod hours_account_limit;
pub mod labour_check;
pub(crate) mod local_day;
pub mod maternity_allowance;
pub mod maternity_protection;
pub mod maternity_working_time;
pub mod midijob_range;
pub mod minijob_limit;
pub mod minimum_wage;
pub mod night_compensation;
pub mod night_surcharge;
pub mod night_work_hours;
pub mod night_worker_maximum;
pub mod notice_threshold;
pub mod planned_break;
pub mod public_holiday;
pub mod recording_deadline;
pub mod replacement_rest_day;
pub mod rest_period;
pub mod several_employers;
pub mod sunday_surcharge;
pub mod sunday_work;
pub mod surcharge_class;
pub mod surcharge_split;
pub mod surcharge_switches;
pub mod tax_holiday;
pub(crate) mod worked_time;
pub mod working_time_profile;
