//! A month of one person, from settled shifts to lines of pay (Monatsabrechnung).

use super::base::{CONTRACT, Cells, LineSums, Slot, base_rule_key, contract_rule, row_wage_kind};
use super::finding::{Finding, FindingKind};
use super::funding::{FundingFault, Plan};
use super::hand_entered::HandEntered;
use super::line::{Columns, PayLine, PaySpan, Quantity, RuleRef, WageKind};
use super::month_cut::{Carry, paid_in};
use super::surcharge::{Piece, Rows, earned, flat_day, statutory_hours};
use crate::contract::surcharge::{StatutoryHours, SurchargePay, Window};
use crate::contract::version::{BasePay, ContractVersion, in_force, place_in_force};
use crate::law::dated::Rule;
use crate::law::duty::duties;
use crate::law::surcharge_class::{Class, ClassifiedSpan, OnCallClasses, Switches, classify};
use crate::money::{Cents, Exact};
use crate::time::{Interval, Minutes, Month, midnight};
use crate::work::{Kind, Shift};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Everything a month of pay is made of.
#[derive(Debug, Clone, Copy)]
pub struct MonthInput<'a> {
    /// The person's id.
    pub person: &'a str,
    /// Which month.
    pub month: Month,
    /// The contract, oldest version first, as
    /// [`check`](crate::contract::refusal::check) accepts it.
    pub versions: &'a [ContractVersion],
    /// Every shift that touches the month or the day before it, and every
    /// shift that adjoins one of those: night work taken up on the last
    /// evening of the old month decides about the first night of the new one.
    pub shifts: &'a [Shift],
    /// Lines entered by hand for this month.
    pub hand_entered: &'a [HandEntered],
}

impl<'a> MonthInput<'a> {
    /// A month of shifts alone.
    #[must_use]
    pub const fn new(
        person: &'a str,
        month: Month,
        versions: &'a [ContractVersion],
        shifts: &'a [Shift],
    ) -> Self {
        Self { person, month, versions, shifts, hand_entered: &[] }
    }
}

/// What was earned on one local day, exact; the averages of absences are made
/// of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayEarned {
    /// The local day.
    pub day: NaiveDate,
    /// Worked minutes.
    pub minutes: Minutes,
    /// Base pay in cents; under a salary the value of the hours.
    pub base: Exact,
    /// Surcharges in cents.
    pub surcharges: Exact,
}

/// Sums of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Worked minutes: all base lines.
    pub worked: Minutes,
    /// Credited minutes that were not worked: all paid absence lines.
    pub credited: Minutes,
    /// All lines.
    pub columns: Columns,
}

/// A month of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthPay {
    /// The person's id.
    pub person: String,
    /// Which month.
    pub month: Month,
    /// The lines, by wage kind.
    pub lines: Vec<PayLine>,
    /// What a person should look at; see [`FindingKind::refuses`].
    pub findings: Vec<Finding>,
    /// Shifts that cross an edge of the month.
    pub carries: Vec<Carry>,
    /// What was earned on each day, in order.
    pub days: Vec<DayEarned>,
    /// Sums.
    pub totals: Totals,
}

impl MonthPay {
    /// Whether a finding keeps the month from approval and export.
    #[must_use]
    pub fn refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.kind.refuses())
    }
}

/// The lines of a month. Never refuses: what keeps it from approval is among
/// the findings, and minutes that cannot be paid are named there.
#[must_use]
pub fn pay_month(input: &MonthInput<'_>) -> MonthPay {
    let mut run = Run::new(input);
    run.overlaps();
    let switch = first_version(input).map(|version| version.switches.classes).unwrap_or_default();
    for duty in duties(input.shifts, switch.night_taken_up) {
        run.duty(&duty);
    }
    run.finish()
}

/// The version whose choices hold for the month's classes.
fn first_version<'a>(input: &MonthInput<'a>) -> Option<&'a ContractVersion> {
    in_force(input.versions, input.month.first_day()).or(input.versions.first())
}

/// A month while it is computed.
struct Run<'a> {
    input: &'a MonthInput<'a>,
    switches: Switches,
    cells: Cells,
    sums: LineSums,
    centres: Vec<Option<&'a str>>,
    findings: Vec<Finding>,
    carries: Vec<Carry>,
    days: Vec<DayEarned>,
    /// Row, version and day of flat amounts already given.
    flats: Vec<(usize, usize, NaiveDate)>,
    parts: Vec<(Interval, Rows)>,
}

/// What is known of a record while its duty is walked.
struct Record<'a> {
    shift: &'a Shift,
    began: NaiveDate,
    plan: Option<Plan>,
    carry: Carry,
}

impl<'a> Run<'a> {
    fn new(input: &'a MonthInput<'a>) -> Self {
        Self {
            input,
            switches: first_version(input)
                .map(|version| version.switches.classes)
                .unwrap_or_default(),
            cells: Cells::default(),
            sums: LineSums::default(),
            centres: Vec::new(),
            findings: Vec::new(),
            carries: Vec::new(),
            days: Vec::new(),
            flats: Vec::new(),
            parts: Vec::new(),
        }
    }

    fn centre(&mut self, name: Option<&'a str>) -> usize {
        let found = self.centres.iter().position(|known| *known == name);
        found.unwrap_or_else(|| {
            self.centres.push(name);
            self.centres.len() - 1
        })
    }

    /// Adds to a finding of the same kind about the same thing, or makes one.
    fn find(&mut self, kind: FindingKind, about: &[&str], span: Option<Interval>) {
        let same = self.findings.iter_mut().find(|finding| {
            finding.kind == kind
                && finding.about.iter().map(String::as_str).eq(about.iter().copied())
        });
        match same {
            Some(finding) => finding.spans.extend(span),
            None => self.findings.push(Finding {
                kind,
                about: about.iter().map(|id| (*id).to_owned()).collect(),
                spans: span.into_iter().collect(),
            }),
        }
    }

    /// Pairs of records that overlap inside the month.
    fn overlaps(&mut self) {
        let mut order: Vec<&Shift> = self.input.shifts.iter().collect();
        order.sort_by_key(|shift| shift.span);
        for (place, shift) in order.iter().enumerate() {
            for later in order[place + 1..].iter().take_while(|l| l.span.from() < shift.span.to()) {
                let month = self.input.month.interval(shift.workplace.zone);
                let overlap = shift.span.overlap(later.span).and_then(|both| both.overlap(month));
                if overlap.is_some() {
                    self.find(FindingKind::ShiftsOverlap, &[&shift.id, &later.id], overlap);
                }
            }
        }
    }

    fn duty(&mut self, duty: &[&'a Shift]) {
        let spans = classify(duty, &self.switches);
        let mut records: Vec<Record<'a>> = duty.iter().map(|shift| self.record(shift)).collect();
        for (place, record) in records.iter_mut().enumerate() {
            if record.shift.funding.is_empty() {
                continue;
            }
            let worked = spans
                .iter()
                .filter(|span| span.record == place && span.kind.is_working_time())
                .map(|span| span.span.length())
                .sum();
            self.plan(record, worked);
        }
        for span in &spans {
            self.classified(&mut records[span.record], span);
        }
        if self.switches.on_call == OnCallClasses::None {
            for record in &mut records {
                self.on_call(record, &spans);
            }
        }
        self.carries.extend(records.into_iter().map(|record| record.carry).filter(Carry::crosses));
    }

    fn record(&self, shift: &'a Shift) -> Record<'a> {
        Record {
            shift,
            began: shift.span.from().day(shift.workplace.zone),
            plan: None,
            carry: Carry {
                shift: shift.id.clone(),
                before: Minutes::ZERO,
                here: Minutes::ZERO,
                after: Minutes::ZERO,
            },
        }
    }

    fn plan(&mut self, record: &mut Record<'a>, worked: Minutes) {
        let shift = record.shift;
        let input = self.input;
        let own = in_force(input.versions, record.began);
        let rest = self.centre(own.and_then(|version| version.cost_centre.as_deref()));
        let (plan, fault) = Plan::new(&shift.funding, worked, rest, |part| {
            // The borrow is of the input, not of the part's place in a list.
            shift
                .funding
                .iter()
                .find(|known| known.cost_centre == part.cost_centre)
                .map_or(rest, |known| self.centre(Some(known.cost_centre.as_str())))
        });
        record.plan = Some(plan);
        if let Some(fault) = fault {
            let kind = match fault {
                FundingFault::Exceeds => FindingKind::FundingExceeds,
                FundingFault::Incomplete => FindingKind::FundingIncomplete,
            };
            self.find(kind, &[&shift.id], Some(shift.span));
        }
    }

    /// One stretch of the law, paid by the version of its day.
    fn classified(&mut self, record: &mut Record<'a>, found: &ClassifiedSpan) {
        let piece =
            Piece { kind: found.kind, span: found.span, day: found.day, class: found.class };
        self.piece(record, &piece, Some(found));
    }

    /// On-call without a call-out: no class, no working time, own pay.
    fn on_call(&mut self, record: &mut Record<'a>, worked: &[ClassifiedSpan]) {
        let shift = record.shift;
        if !shift.parts.iter().any(|part| part.kind == Kind::OnCall) {
            return;
        }
        let taken: Vec<Interval> = worked.iter().map(|span| span.span).collect();
        for stretch in shift.stretches().iter().filter(|stretch| stretch.kind == Kind::OnCall) {
            for mut rest in stretch.span.without(&taken) {
                loop {
                    let zone = shift.workplace.zone;
                    let day = rest.from().day(zone);
                    let end = day.succ_opt().map_or(rest.to(), |next| midnight(next, zone));
                    let Some(span) = Interval::new(rest.from(), rest.to().min(end)) else { break };
                    let class = Class::default();
                    self.piece(record, &Piece { kind: Kind::OnCall, span, day, class }, None);
                    match Interval::new(span.to(), rest.to()) {
                        Some(left) => rest = left,
                        None => break,
                    }
                }
            }
        }
    }

    fn piece(&mut self, record: &mut Record<'a>, piece: &Piece, law: Option<&ClassifiedSpan>) {
        let input = self.input;
        let Some(place) = place_in_force(input.versions, piece.day) else {
            if Month::of(piece.day) == input.month && piece.kind.is_working_time() {
                self.find(FindingKind::NoContract, &[&record.shift.id], Some(piece.span));
            }
            return;
        };
        let version = &input.versions[place];
        let paid = paid_in(piece.day, record.began, version.switches.pay_month);
        let here = paid == input.month;
        if piece.kind.is_working_time() {
            record.carry.add(piece.span.length(), paid, input.month);
        }
        let mut parts = std::mem::take(&mut self.parts);
        earned(version, piece, record.shift.workplace.zone, &mut parts);
        for (span, rows) in &parts {
            self.part(record, piece, law, (place, here), *span, *rows);
        }
        self.parts = parts;
    }

    /// A stretch that is alike in everything: kind, class, version, rows.
    fn part(
        &mut self,
        record: &mut Record<'a>,
        piece: &Piece,
        law: Option<&ClassifiedSpan>,
        (place, here): (usize, bool),
        span: Interval,
        rows: Rows,
    ) {
        let input = self.input;
        let version = &input.versions[place];
        let mut shares: Vec<(usize, Minutes)> = Vec::new();
        match &mut record.plan {
            Some(plan) if piece.kind.is_working_time() => {
                plan.take(span.length(), |centre, minutes| shares.push((centre, minutes)));
            }
            Some(_) | None => {
                let centre = self.centre(version.cost_centre.as_deref());
                shares.push((centre, span.length()));
            }
        }
        self.flat_rows(record, piece, (place, here), span, rows, shares.first().map(|one| one.0));
        if !here {
            return;
        }
        let cell =
            self.cells.place(input.versions, place, piece.kind, piece.class, rows, piece.day);
        if !self.cells.at(cell).known {
            self.find(FindingKind::NoWage, &[&record.shift.id], Some(span));
        }
        self.earned_on(piece, cell, span.length());
        for (centre, minutes) in shares {
            let pay_span = |rules| PaySpan {
                shift: record.shift.id.clone(),
                span,
                zone: Cow::Borrowed(record.shift.workplace.zone.name()),
                minutes,
                rules,
            };
            let base = vec![contract_rule(base_rule_key(piece.kind), version)];
            let slot = Slot::Base(piece.kind);
            self.sums.add(slot, place, centre, cell, piece.day, pay_span(base));
            for rate in &self.cells.at(cell).rates {
                let slot = Slot::Row(first_of_kind(version, rate.row));
                let rules = row_rules(version, rate.row, law);
                self.sums.add(slot, place, centre, cell, piece.day, pay_span(rules));
            }
        }
    }

    /// Flat amounts: once per night or day, in the month of its first minute.
    fn flat_rows(
        &mut self,
        record: &Record<'a>,
        piece: &Piece,
        (place, here): (usize, bool),
        span: Interval,
        rows: Rows,
        centre: Option<usize>,
    ) {
        let version = &self.input.versions[place];
        for (row, surcharge) in version.surcharges.iter().enumerate() {
            if rows & (1 << row) == 0 || !matches!(surcharge.pays, SurchargePay::Flat(_)) {
                continue;
            }
            let zone = record.shift.workplace.zone;
            let given = (row, place, flat_day(surcharge, piece, span, zone));
            if self.flats.contains(&given) {
                continue;
            }
            self.flats.push(given);
            if let Some(centre) = centre.filter(|_| here) {
                let rules = vec![contract_rule("contract_flat", version)];
                let pay_span = PaySpan {
                    shift: record.shift.id.clone(),
                    span,
                    zone: Cow::Borrowed(zone.name()),
                    minutes: span.length(),
                    rules,
                };
                self.sums.add_night(row, place, centre, pay_span);
            }
        }
    }

    fn earned_on(&mut self, piece: &Piece, cell: usize, minutes: Minutes) {
        let cell = self.cells.at(cell);
        let (base, surcharges) =
            (cell.base.for_minutes(minutes), cell.surcharges.for_minutes(minutes));
        let worked = if piece.kind.is_working_time() { minutes } else { Minutes::ZERO };
        match self.days.iter_mut().rev().find(|earned| earned.day == piece.day) {
            Some(earned) => {
                earned.minutes += worked;
                earned.base += base;
                earned.surcharges += surcharges;
            }
            None => {
                self.days.push(DayEarned { day: piece.day, minutes: worked, base, surcharges });
            }
        }
    }

    fn finish(mut self) -> MonthPay {
        let input = self.input;
        let mut lines =
            self.sums.finish(input.versions, &self.cells, &self.centres, input.person, input.month);
        lines.extend(salary_lines(input));
        for entry in input.hand_entered {
            if !entry.approved {
                self.findings.push(Finding {
                    kind: FindingKind::HandEnteredOpen,
                    about: vec![entry.id.clone()],
                    spans: Vec::new(),
                });
                continue;
            }
            let version =
                in_force(input.versions, input.month.last_day()).or_else(|| input.versions.last());
            lines.push(entry.line(
                input.person,
                input.month,
                version.map_or("", |version| &version.id),
                version.and_then(|version| version.personnel_number),
                version.and_then(|version| version.cost_centre.as_ref()),
            ));
        }
        self.days.sort_by_key(|earned| earned.day);
        let mut totals = Totals::default();
        for line in &lines {
            totals.columns += line.columns;
            if let Quantity::Minutes(minutes) = line.quantity {
                if line.wage_kind.is_base() {
                    totals.worked += minutes;
                } else if line.wage_kind.is_absence() {
                    totals.credited += minutes;
                }
            }
        }
        MonthPay {
            person: input.person.to_owned(),
            month: input.month,
            lines,
            findings: self.findings,
            carries: self.carries,
            days: self.days,
            totals,
        }
    }
}

/// The first row of a table that has the same wage kind: they share a line.
fn first_of_kind(version: &ContractVersion, row: usize) -> usize {
    match version.surcharges[row].window {
        Window::Clock { .. } | Window::Always => row,
        Window::Statutory(_) => {
            let wanted = row_wage_kind(&version.surcharges[row]);
            version
                .surcharges
                .iter()
                .position(|other| row_wage_kind(other) == wanted)
                .unwrap_or(row)
        }
    }
}

/// Why a row pays for a stretch: for hours of § 3b the law's rules that make it
/// such hours; for the contract's own windows the contract, and the law's rules
/// that leave it free.
fn row_rules(version: &ContractVersion, row: usize, law: Option<&ClassifiedSpan>) -> Vec<RuleRef> {
    let row = &version.surcharges[row];
    let mut rules = Vec::with_capacity(2);
    let [night, _] = law.map_or([None, None], |found| statutory_hours(found.class));
    match row.window {
        Window::Statutory(StatutoryHours::Night25 | StatutoryHours::Night40) => {
            rules.extend(law.and_then(|found| found.night_rule).map(RuleRef::from));
        }
        Window::Statutory(_) => {
            if let Some(found) = law {
                rules.extend(
                    found.rules().into_iter().skip(usize::from(night.is_some())).map(RuleRef::from),
                );
            }
        }
        Window::Clock { .. } | Window::Always => {
            rules.push(contract_rule("contract_surcharge", version));
            if row.purpose.can_be_free()
                && let Some(found) = law
            {
                rules.extend(found.rules().into_iter().map(RuleRef::from));
            }
        }
    }
    rules
}

impl From<&'static Rule> for RuleRef {
    fn from(rule: &'static Rule) -> Self {
        Self {
            key: Cow::Borrowed(rule.key),
            paragraph: Cow::Borrowed(rule.paragraph),
            version: Cow::Borrowed(rule.version),
            verified: rule.verified,
        }
    }
}

/// Salaries: each version's share by calendar days in force, rounded once.
fn salary_lines(input: &MonthInput<'_>) -> Vec<PayLine> {
    let mut lines = Vec::new();
    let days_of_month = i64::try_from(input.month.days().count()).unwrap_or(30);
    for (place, version) in input.versions.iter().enumerate() {
        let BasePay::Monthly(salary) = version.pay else { continue };
        let days: Vec<NaiveDate> = input
            .month
            .days()
            .filter(|day| place_in_force(input.versions, *day) == Some(place))
            .collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
        let count = i64::try_from(days.len()).unwrap_or(days_of_month);
        let share = Exact::fraction(count, days_of_month).unwrap_or(Exact::ZERO);
        let paid: Cents = (Exact::from(salary) * share).round();
        let zone = version.workplace.zone;
        let end = last.succ_opt().map_or_else(|| midnight(*last, zone), |day| midnight(day, zone));
        let spans = Interval::new(midnight(*first, zone), end)
            .map(|span| PaySpan {
                shift: String::new(),
                span,
                zone: Cow::Borrowed(zone.name()),
                minutes: Minutes::ZERO,
                rules: vec![RuleRef {
                    key: Cow::Borrowed("contract_salary"),
                    paragraph: Cow::Borrowed(CONTRACT),
                    version: Cow::Owned(version.valid_from.to_string()),
                    verified: true,
                }],
            })
            .into_iter()
            .collect();
        lines.push(PayLine {
            person: input.person.to_owned(),
            personnel_number: version.personnel_number,
            wage_kind: WageKind::MonthlySalary,
            month: input.month,
            month_of_origin: input.month,
            contract_version: version.id.clone(),
            cost_centre: version.cost_centre.clone(),
            quantity: Quantity::Amount,
            rate: None,
            percent: None,
            columns: Columns::liable(paid),
            spans,
            reason: None,
        });
    }
    lines
}
