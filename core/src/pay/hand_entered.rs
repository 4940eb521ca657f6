//! Lines that a person enters (manuelle Buchungen): expenses, mileage, bonus,
//! advance, lump standby. With a reason, and approved like hours.

use super::line::{Columns, PayLine, Quantity, WageKind};
use crate::money::{Cents, Exact};
use crate::time::Month;
use serde::{Deserialize, Serialize};

/// How the money is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// Wage, liable in full (bonus, lump standby).
    Liable,
    /// Reimbursement or an advance: no wage, free in every column.
    Free,
}

/// How much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entered {
    /// An amount; negative to take back or for an advance already paid.
    Amount(Cents),
    /// A count in hundredths (pieces, kilometres) and cents for each.
    Count {
        /// Hundredths of a piece or kilometre.
        hundredths: i64,
        /// Cents for a whole one.
        each: Cents,
    },
}

/// One hand-entered line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandEntered {
    /// Its id in the record.
    pub id: String,
    /// Its word: `expenses`, `mileage`, `bonus`, `advance`, `lump_standby`, or
    /// the office's own.
    pub word: String,
    /// How much.
    pub entered: Entered,
    /// How it is treated.
    pub treatment: Treatment,
    /// Why.
    pub reason: String,
    /// The cost centre, if not the contract's.
    #[serde(default)]
    pub cost_centre: Option<String>,
    /// Whether the employer approved it.
    pub approved: bool,
}

impl HandEntered {
    /// As a line of pay; rounded once.
    #[must_use]
    pub fn line(
        &self,
        person: &str,
        month: Month,
        contract_version: &str,
        personnel_number: Option<u32>,
        contract_centre: Option<&String>,
    ) -> PayLine {
        let (paid, quantity) = match self.entered {
            Entered::Amount(amount) => (amount, Quantity::Amount),
            Entered::Count { hundredths, each } => {
                let count = Exact::fraction(hundredths, 100).expect("100 is not zero");
                ((Exact::from(each) * count).round(), Quantity::Count(hundredths))
            }
        };
        let columns = match self.treatment {
            Treatment::Liable => Columns::liable(paid),
            Treatment::Free => {
                Columns { paid, tax_free: paid, sv_free: paid, ..Columns::default() }
            }
        };
        PayLine {
            person: person.to_owned(),
            personnel_number,
            wage_kind: WageKind::HandEntered(self.word.clone()),
            month,
            month_of_origin: month,
            contract_version: contract_version.to_owned(),
            cost_centre: self.cost_centre.clone().or_else(|| contract_centre.cloned()),
            quantity,
            rate: None,
            percent: None,
            columns,
            spans: Vec::new(),
            reason: Some(self.reason.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mileage_is_count_times_rate_rounded_once_and_free_of_everything() {
        let entry = HandEntered {
            id: "h1".into(),
            word: "mileage".into(),
            entered: Entered::Count { hundredths: 1_235, each: Cents::new(30) },
            treatment: Treatment::Free,
            reason: "Arztfahrt".into(),
            cost_centre: None,
            approved: true,
        };
        let month = "2026-11".parse().expect("a month");
        let centre = "4711".to_owned();
        let line = entry.line("a", month, "v1", Some(7), Some(&centre));
        // 12.35 km × 0.30 € = 3.705 €, half up.
        assert_eq!(line.columns.paid, Cents::new(371));
        assert_eq!(line.columns.tax_free, Cents::new(371));
        assert_eq!(line.columns.accident_liable, Cents::ZERO);
        assert_eq!(line.cost_centre.as_deref(), Some("4711"));
        let bonus = HandEntered {
            entered: Entered::Amount(Cents::new(10_000)),
            treatment: Treatment::Liable,
            ..entry
        };
        let line = bonus.line("a", month, "v1", None, None);
        assert_eq!(line.columns.tax_liable, Cents::new(10_000));
        assert_eq!(line.columns.sv_liable, Cents::new(10_000));
        assert_eq!(line.columns.accident_liable, Cents::new(10_000));
    }
}
