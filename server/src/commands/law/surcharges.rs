//! `law surcharges`: minutes per kind and § 3b class for one line.

use super::fields::{
    FieldProblem, Object, Problem, instant, interval, join, objects, only, region, text,
};
use assistenz_core::law::duty::duties;
use assistenz_core::law::surcharge_class::{ClassifiedSpan, Switches, classify, minutes_by_class};
use assistenz_core::place::{HolidayRegion, Workplace};
use assistenz_core::time::{Interval, Minute, Minutes};
use assistenz_core::work::{Away, Kind, Part, Shift};
use chrono::SecondsFormat;
use chrono_tz::Europe::Berlin;
use serde::Serialize;
use serde_json::Value;

/// The answer to one line.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    id: &'a str,
    classes: Vec<ClassSum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spans: Option<Vec<Span>>,
}

#[derive(Debug, Serialize)]
struct ClassSum {
    kind: &'static str,
    night_percent: u32,
    day_percent: u32,
    minutes: i64,
}

#[derive(Debug, Serialize)]
struct Span {
    kind: &'static str,
    from: String,
    to: String,
    night_percent: u32,
    day_percent: u32,
    /// Paragraphs, each with the version of the rule.
    rules: Vec<String>,
    /// The Sunday or holiday whose percent it is, also when carried over.
    #[serde(skip_serializing_if = "Option::is_none")]
    day_of: Option<String>,
}

/// The class words of a line with `--spans` and without.
///
/// # Errors
///
/// The first field that is wrong.
pub fn answer(line: &Object, switches: &Switches, spans: bool) -> Result<String, FieldProblem> {
    let (id, records) = read(line)?;
    let classified: Vec<ClassifiedSpan> = duties(&records, switches.night_taken_up)
        .iter()
        .flat_map(|duty| classify(duty, switches))
        .collect();
    let classes = minutes_by_class(&classified)
        .into_iter()
        .map(|sum| ClassSum {
            kind: sum.kind.word(),
            night_percent: sum.class.night.get() / 100,
            day_percent: sum.class.day.get() / 100,
            minutes: sum.minutes.get(),
        })
        .collect();
    let spans = spans.then(|| classified.iter().map(span).collect());
    Ok(serde_json::to_string(&Answer { id, classes, spans })
        .expect("texts and numbers are always JSON"))
}

fn span(classified: &ClassifiedSpan) -> Span {
    let wall =
        |minute: Minute| minute.on_the_wall(Berlin).to_rfc3339_opts(SecondsFormat::Secs, false);
    Span {
        kind: classified.kind.word(),
        from: wall(classified.span.from()),
        to: wall(classified.span.to()),
        night_percent: classified.class.night.get() / 100,
        day_percent: classified.class.day.get() / 100,
        rules: classified
            .rules()
            .iter()
            .map(|rule| format!("{}, {}", rule.paragraph, rule.version))
            .collect(),
        day_of: classified.day_reason.map(|reason| reason.of.to_string()),
    }
}

const TIMES: [&str; 2] = ["start", "end"];

/// Reads one line: its id and its records.
///
/// # Errors
///
/// The first field that is wrong.
pub fn read(line: &Object) -> Result<(&str, Vec<Shift>), FieldProblem> {
    only(
        line,
        "",
        &["id", "land", "communes", "start", "end", "breaks", "parts", "away", "records"],
    )?;
    let id = text(line, "", "id")?;
    if let Some(zone) = line.get("tz")
        && zone.as_str() != Some("Europe/Berlin")
    {
        return Err(("tz".to_owned(), Problem::NotThisWord("Europe/Berlin")));
    }
    let home = region(line, "")?;
    if !line.contains_key("records") {
        return Ok((id, vec![record(line, "", id, &home)?]));
    }
    for key in ["start", "end", "breaks", "parts", "away"] {
        if line.contains_key(key) {
            return Err((key.to_owned(), Problem::RecordsAndTimes));
        }
    }
    let records = objects(line, "", "records")?;
    if records.is_empty() {
        return Err(("records".to_owned(), Problem::Empty));
    }
    let records = records
        .iter()
        .map(|(at, object)| {
            only(object, at, &["land", "communes", "start", "end", "breaks", "parts", "away"])?;
            let home = if object.contains_key("land") { &region(object, at)? } else { &home };
            record(object, at, at, home)
        })
        .collect::<Result<_, _>>()?;
    Ok((id, records))
}

/// One record of a line.
fn record(
    object: &Object,
    at: &str,
    id: &str,
    home: &HolidayRegion,
) -> Result<Shift, FieldProblem> {
    let begin = instant(object, at, TIMES[0])?;
    let span = interval(object, at, TIMES)?;
    if span.length() > Minutes::hours(31 * 24) {
        return Err((join(at, TIMES[1]), Problem::TooLong));
    }
    let inside = |object: &Object, at: &str| -> Result<Interval, FieldProblem> {
        let piece = interval(object, at, ["from", "to"])?;
        if piece.from() < begin {
            return Err((join(at, "from"), Problem::Outside));
        }
        if piece.to() > span.to() {
            return Err((join(at, "to"), Problem::Outside));
        }
        Ok(piece)
    };
    let mut parts: Vec<(String, Part)> = Vec::new();
    for (at, object) in objects(object, at, "breaks")? {
        only(object, &at, &["from", "to"])?;
        let span = inside(object, &at)?;
        add(&mut parts, at, Part { kind: Kind::UnpaidBreak, span })?;
    }
    for (at, object) in objects(object, at, "parts")? {
        only(object, &at, &["kind", "from", "to"])?;
        let kind = kind(object, &at)?;
        let span = inside(object, &at)?;
        add(&mut parts, at, Part { kind, span })?;
    }
    let mut away: Vec<(String, Away)> = Vec::new();
    for (at, object) in objects(object, at, "away")? {
        only(object, &at, &["land", "communes", "from", "to"])?;
        let workplace = Workplace { zone: Berlin, region: region(object, &at)? };
        let span = inside(object, &at)?;
        if let Some((other, _)) = away.iter().find(|(_, other)| other.span.overlap(span).is_some())
        {
            return Err((at, Problem::Overlaps(other.clone())));
        }
        away.push((at, Away { span, workplace }));
    }
    Ok(Shift {
        id: id.to_owned(),
        span,
        workplace: Workplace { zone: Berlin, region: home.clone() },
        parts: parts.into_iter().map(|(_, part)| part).collect(),
        away: away.into_iter().map(|(_, away)| away).collect(),
        funding: Vec::new(),
        reconstructed: false,
    })
}

/// The words for all kinds, for the refusal.
const KINDS: &str = "work paid_break travel meeting training standby call_out on_call unpaid_break";

/// The kind of a part by its word.
///
/// # Errors
///
/// Missing, or none of `KINDS`.
pub fn kind(object: &Object, at: &str) -> Result<Kind, FieldProblem> {
    match object.get("kind") {
        None | Some(Value::Null) => Err((join(at, "kind"), Problem::Missing)),
        Some(value) => Kind::ALL
            .into_iter()
            .find(|kind| value.as_str() == Some(kind.word()))
            .ok_or_else(|| (join(at, "kind"), Problem::NotAKind(KINDS))),
    }
}

/// Adds a part unless it overlaps with one that it must not overlap with.
fn add(parts: &mut Vec<(String, Part)>, at: String, part: Part) -> Result<(), FieldProblem> {
    let clash = parts.iter().find(|(_, other)| {
        other.span.overlap(part.span).is_some() && !may_overlap(other.kind, part.kind)
    });
    if let Some((other, _)) = clash {
        return Err((at, Problem::Overlaps(other.clone())));
    }
    parts.push((at, part));
    Ok(())
}

/// Which kinds may overlap: unpaid break over call-out over standby over travel
/// and meeting over work, and a call-out over on-call.
fn may_overlap(one: Kind, other: Kind) -> bool {
    let over = |upper: Kind, lower: Kind| match upper {
        Kind::UnpaidBreak => lower != Kind::UnpaidBreak,
        Kind::CallOut => {
            matches!(
                lower,
                Kind::Standby | Kind::OnCall | Kind::Travel | Kind::Meeting | Kind::Work
            )
        }
        Kind::Standby => matches!(lower, Kind::Travel | Kind::Meeting | Kind::Work),
        Kind::Travel | Kind::Meeting | Kind::Training | Kind::PaidBreak => lower == Kind::Work,
        Kind::OnCall | Kind::Work => false,
    };
    over(one, other) || over(other, one)
}
