//! `law holidays`: the holidays of a Land, with its communes, and a year.

use super::fields::{FieldProblem, Object, only, region, required_number, text};
use assistenz_core::law::public_holiday::{Holiday, public_holidays};
use assistenz_core::law::tax_holiday::{EasterAndWhitSunday, tax_holidays};
use assistenz_core::place::HolidayRegion;
use serde::{Deserialize, Serialize};

/// Which of the two calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    /// Labour law: holiday pay, rest days.
    #[default]
    Labour,
    /// Wage tax: with Easter Sunday and Whit Sunday everywhere.
    Tax,
}

fn of(region: &HolidayRegion, year: i32, calendar: Calendar) -> Vec<Holiday> {
    match calendar {
        Calendar::Labour => public_holidays(region, year),
        Calendar::Tax => tax_holidays(region, year, EasterAndWhitSunday::Holiday),
    }
}

/// One holiday of the list.
#[derive(Debug, Serialize)]
struct Listed {
    date: String,
    name: &'static str,
}

/// The holidays of one year as a JSON list of `{"date","name"}`, one to a line.
#[must_use]
pub fn listing(region: &HolidayRegion, year: i32, calendar: Calendar) -> String {
    let all = of(region, year, calendar);
    let rows = all.iter().map(|holiday| {
        let listed = Listed { date: holiday.date.to_string(), name: holiday.name.german() };
        serde_json::to_string(&listed).expect("texts are always JSON")
    });
    format!("[\n{}\n]\n", rows.collect::<Vec<_>>().join(",\n"))
}

/// The answer to one line of input.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    id: &'a str,
    holidays: Vec<String>,
}

/// The holidays that one line asks for.
///
/// # Errors
///
/// The first field that is wrong.
pub fn answer(line: &Object, calendar: Calendar) -> Result<String, FieldProblem> {
    only(line, "", &["id", "land", "communes", "year"])?;
    let id = text(line, "", "id")?;
    let region = region(line, "")?;
    let year = required_number(line, "", "year", 2000..=2199)?;
    let year = i32::try_from(year).expect("checked: 2000 to 2199");
    let holidays =
        of(&region, year, calendar).iter().map(|holiday| holiday.date.to_string()).collect();
    Ok(serde_json::to_string(&Answer { id, holidays }).expect("texts are always JSON"))
}
