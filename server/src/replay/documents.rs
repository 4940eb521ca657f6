//! The documents of a replayed month: a time sheet per person, the team's month
//! and the plan, each in every form that this build makes.

use super::ReplayError;
use super::team::Team;
use crate::commands::token;
use crate::sheets::{self, For};
use crate::sign_in;
use assistenz_core::document::PersonId;
use assistenz_core::payroll::ExportSet;
use assistenz_core::time::Month;
use assistenz_core::view::sheet::{Sheet, cover};
use assistenz_core::words::Language;
use assistenz_documents::Form;

impl Team {
    /// Path and bytes of every document.
    ///
    /// # Errors
    ///
    /// The office's; [`ReplayError::Document`].
    pub(super) fn documents(
        &self,
        people: &[PersonId],
        month: Month,
        exports: &[&ExportSet],
        language: Language,
    ) -> Result<Vec<(String, Vec<u8>)>, ReplayError> {
        let mut sheets = self.sheets(people.to_vec(), month, language)?;
        let made_on = month.next().first_day();
        sheets.extend(exports.iter().map(|set| cover(language, &set.cover, made_on)));
        let mut files = Vec::new();
        for sheet in &sheets {
            for form in Form::built() {
                let name = format!("documents/{}.{}", sheet.file_name, form.ending());
                files.push((name, form.make(sheet)?));
            }
        }
        Ok(files)
    }

    /// As the employer would download them.
    fn sheets(
        &self,
        people: Vec<PersonId>,
        month: Month,
        language: Language,
    ) -> Result<Vec<Sheet>, ReplayError> {
        self.write(move |turn, operator| {
            let token = token::issue(turn, operator, operator.employer)?;
            let caller = sign_in::caller(turn, &token)?;
            let team = For { language, to_sign: true, ..For::default() };
            let mut sheets = Vec::new();
            for person in people {
                sheets.push(sheets::time_sheet(turn, &caller, person, month, &team)?);
            }
            sheets.push(sheets::team_month(turn, &caller, month, &team)?);
            sheets.push(sheets::plan(turn, &caller, month, None, &team)?);
            Ok(sheets)
        })
    }
}
