//! An example of a payroll office. Written beside the files it made, so that
//! nobody takes it for a default.

use assistenz_core::payroll::encode::Encoding;
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::payroll::program::{LodasProfile, Program};
use assistenz_core::payroll::settings::{
    Corrections, CostCentreRule, DecimalMark, NegativeValues, OfficeSettings, SendAs, Unmappable,
    WageType,
};

/// DATEV LODAS with the published example numbers, and numbers of this replay
/// for what the example leaves out.
#[must_use]
pub fn payroll_example() -> OfficeSettings {
    const MORE: [(&str, u32); 6] = [
        ("standby", 201),
        ("call_out", 202),
        ("on_call", 203),
        ("travel", 204),
        ("meeting", 205),
        ("training", 206),
    ];
    let mut wage_types = mendato_example(ExampleFor::Lodas);
    for (word, number) in MORE {
        let entry = WageType {
            wage_type: Some(number),
            send_as: SendAs::Hours,
            bs_nr: None,
            absence_key: None,
        };
        wage_types.insert(word.to_owned(), entry);
    }
    OfficeSettings {
        office: "Lohnbüro Beispiel".to_owned(),
        program: Program::Lodas { profile: LodasProfile::default() },
        adviser_number: Some(1_103_899),
        client_number: Some(62_069),
        encoding: Encoding::Windows1252,
        decimal: DecimalMark::Comma,
        wage_types,
        cost_centre: CostCentreRule::default(),
        corrections: Corrections::Retro,
        negative_values: NegativeValues::ByHand,
        unmappable: Unmappable::Refuse,
    }
}
