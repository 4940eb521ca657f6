//! `law split`: what of the surcharges of one line is free and what is liable.

use super::fields::{
    FieldProblem, Object, Problem, day, number, objects, only, required_number, text,
};
use super::surcharges::kind;
use assistenz_core::law::surcharge_split::{Split, SplitSwitches, Wages, split_surcharge};
use assistenz_core::money::{Exact, Percent};
use assistenz_core::time::Minutes;
use assistenz_core::work::Kind;
use serde::Serialize;

/// The answer to one line; all amounts in cents, rounded half up once.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    id: &'a str,
    paid_cents: i64,
    tax_free_cents: i64,
    tax_liable_cents: i64,
    sv_free_cents: i64,
    sv_liable_cents: i64,
    accident_liable_cents: i64,
}

const WAGES: std::ops::RangeInclusive<i64> = 0..=100_000_000;

/// The split of one line. Liable parts are differences of rounded amounts.
///
/// # Errors
///
/// The first field that is wrong.
pub fn answer(line: &Object, switches: SplitSwitches) -> Result<String, FieldProblem> {
    only(
        line,
        "",
        &["id", "date", "grundlohn_cents", "surcharge_base_cents", "standby_pay_cents", "spans"],
    )?;
    let id = text(line, "", "id")?;
    let date = day(line, "", "date")?;
    let grundlohn = required_number(line, "", "grundlohn_cents", WAGES)?;
    let base = number(line, "", "surcharge_base_cents", WAGES)?.unwrap_or(grundlohn);
    let wages = Wages {
        grundlohn: Exact::from_int(grundlohn),
        surcharge_base: Exact::from_int(base),
        standby_pay: number(line, "", "standby_pay_cents", WAGES)?.map(Exact::from_int),
    };
    let spans = objects(line, "", "spans")?;
    if spans.is_empty() {
        return Err(("spans".to_owned(), Problem::Missing));
    }
    let mut sum = Split::default();
    for (at, span) in spans {
        only(span, &at, &["kind", "minutes", "class_percent", "paid_percent"])?;
        let kind = if span.contains_key("kind") { kind(span, &at)? } else { Kind::Work };
        let minutes = Minutes::new(required_number(span, &at, "minutes", 0..=1_000_000)?);
        let percent = |key| -> Result<Percent, FieldProblem> {
            let whole = required_number(span, &at, key, 0..=1_000)?;
            Ok(Percent::new(u32::try_from(whole).expect("checked: 0 to 1000")))
        };
        let (class, paid) = (percent("class_percent")?, percent("paid_percent")?);
        let paid = wages.surcharge_base * paid.exact();
        let hourly = split_surcharge(kind, class, paid, &wages, date, switches);
        sum = sum + hourly.for_minutes(minutes);
    }
    let [paid, tax_free, sv_free] =
        [sum.paid, sum.tax_free, sum.sv_free].map(|exact| exact.round().get());
    let answer = Answer {
        id,
        paid_cents: paid,
        tax_free_cents: tax_free,
        tax_liable_cents: paid - tax_free,
        sv_free_cents: sv_free,
        sv_liable_cents: paid - sv_free,
        accident_liable_cents: paid,
    };
    Ok(serde_json::to_string(&answer).expect("texts and numbers are always JSON"))
}
