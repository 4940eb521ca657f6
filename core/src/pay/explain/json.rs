//! A month of pay as JSON, for other programs (Schnittstelle).
//!
//! Numbers are minutes and cents; instants are RFC 3339 with the offset of the
//! workplace. Words and sentences stand beside them, in the language asked
//! for; programs read the stable words (`wage_kind`, `code`).

use super::{heading, name, sentence};
use crate::pay::line::{PayLine, PaySpan, Quantity};
use crate::pay::month::{LineRate, MonthPay};
use crate::place::zone;
use crate::time::{Minute, ZONE_DATA};
use crate::words::{Language, say};
use serde_json::{Map, Value, json};

/// The month as one object.
#[must_use]
pub fn json(language: Language, pay: &MonthPay) -> Value {
    let zone = pay.lines.iter().flat_map(|line| &line.spans).map(|span| span.zone.as_ref()).next();
    json!({
        "person": pay.person,
        "month": pay.month,
        "zone_data": ZONE_DATA,
        "lines": pay.lines.iter().zip(&pay.rates).map(|(one, rates)| line(language, one, rates))
            .collect::<Vec<_>>(),
        "totals": {
            "worked_minutes": pay.totals.worked,
            "credited_minutes": pay.totals.credited,
            "cents": pay.totals.columns,
        },
        "carries": pay.carries.iter().map(|carry| json!({
            "shift": carry.shift,
            "began": carry.began,
            "before_minutes": carry.before,
            "here_minutes": carry.here,
            "after_minutes": carry.after,
        })).collect::<Vec<_>>(),
        "findings": pay.findings.iter().map(|finding| json!({
            "code": finding.kind.word(),
            "refuses": finding.kind.refuses(),
            "about": finding.about,
            "spans": finding.spans.iter().map(|span| json!({
                "from": instant(span.from(), zone.unwrap_or("UTC")),
                "to": instant(span.to(), zone.unwrap_or("UTC")),
            })).collect::<Vec<_>>(),
            "text": say(language, &format!("pay-finding-{}", finding.kind.word()), &[]),
        })).collect::<Vec<_>>(),
    })
}

fn line(language: Language, line: &PayLine, rates: &[LineRate]) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| {
        object.insert(key.to_owned(), value);
    };
    put("wage_kind", json!(line.wage_kind.word()));
    put("name", json!(name(language, line)));
    put("personnel_number", json!(line.personnel_number));
    put("month_of_origin", json!(line.month_of_origin));
    put("contract_version", json!(line.contract_version));
    put("cost_centre", json!(line.cost_centre));
    match line.quantity {
        Quantity::Minutes(minutes) => put("minutes", json!(minutes)),
        Quantity::Days(number) => put("days_hundredths", json!(number)),
        Quantity::Count(number) => put("count_hundredths", json!(number)),
        Quantity::Amount => {}
    }
    if let Some((numerator, denominator)) = line.rate {
        put("rate_cents_per_hour", json!({ "numerator": numerator, "denominator": denominator }));
    }
    if !rates.is_empty() {
        let parts = rates.iter().map(|part| {
            let (numerator, denominator) = part.rate;
            let rate = json!({ "numerator": numerator, "denominator": denominator });
            json!({ "minutes": part.minutes, "rate_cents_per_hour": rate })
        });
        put("rates", Value::Array(parts.collect()));
    }
    if let Some(percent) = line.percent {
        put("percent_hundredths", json!(percent));
    }
    put("cents", json!(line.columns));
    put("reason", json!(line.reason));
    put("explanation", json!(heading(language, line, rates)));
    let spans = line.spans.iter().map(|span| self::span(language, line, span)).collect();
    put("spans", Value::Array(spans));
    Value::Object(object)
}

fn span(language: Language, line: &PayLine, span: &PaySpan) -> Value {
    json!({
        "shift": span.shift,
        "from": instant(span.span.from(), &span.zone),
        "to": instant(span.span.to(), &span.zone),
        "minutes": span.minutes,
        "rules": span.rules,
        "text": sentence(language, line, span),
    })
}

/// RFC 3339 with the offset of the zone; in UTC if the zone is unknown.
fn instant(minute: Minute, name: &str) -> String {
    match zone(name) {
        Ok(zone) => minute.on_the_wall(zone).format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => minute.instant().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}
