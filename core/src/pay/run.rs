//! The walk over a month's duties that fills its lines (Abrechnungslauf).

use super::absence::entry::Absence;
use super::absence::maternity::allowance_lines;
use super::base::{Cells, LineSums, Slot, base_rule_key, contract_rule};
use super::finding::{Finding, FindingKind};
use super::funding::{FundingFault, Plan};
use super::line::{PaySpan, Quantity, RuleRef};
use super::month::{DayEarned, MonthInput, MonthPay, Totals};
use super::month_cut::{Carry, paid_in};
use super::row_rule::{first_of_kind, row_rules};
use super::salary::salary_lines;
use super::surcharge::{Piece, Rows, earned, flat_day};
use crate::contract::surcharge::SurchargePay;
use crate::contract::version::{in_force, place_in_force};
use crate::law::surcharge_class::{Class, ClassifiedSpan, OnCallClasses, Switches, classify};
use crate::law::surcharge_split::NOT_WORKED;
use crate::money::Exact;
use crate::time::{Interval, Minutes, Month, midnight};
use crate::work::{Kind, Shift};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::borrow::Cow;

/// A part of an absence that is credited to one line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AbsentPart<'a> {
    pub(crate) absence: &'a Absence,
    /// Place of the contract version.
    pub(crate) version: usize,
    /// Place of the cost centre.
    pub(crate) centre: usize,
    /// Its local day.
    pub(crate) day: NaiveDate,
    /// When.
    pub(crate) span: Interval,
    /// Credited minutes of it.
    pub(crate) minutes: Minutes,
}

impl AbsentPart<'_> {
    fn span(&self, zone: Tz) -> PaySpan {
        PaySpan {
            shift: self.absence.id.clone(),
            span: self.span,
            zone: Cow::Borrowed(zone.name()),
            minutes: self.minutes,
            rules: vec![RuleRef::from(self.absence.kind.rule())],
        }
    }
}

/// A month while it is computed.
pub(crate) struct Run<'a> {
    pub(crate) input: &'a MonthInput<'a>,
    pub(crate) switches: Switches,
    cells: Cells,
    pub(crate) sums: LineSums,
    /// Local days without a claim to a salary.
    pub(crate) unpaid: Vec<NaiveDate>,
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
    /// The absence by which it fell away.
    absence: Option<&'a Absence>,
    carry: Carry,
}

impl<'a> Run<'a> {
    pub(crate) fn new(input: &'a MonthInput<'a>, switches: Switches) -> Self {
        Self {
            input,
            switches,
            unpaid: Vec::new(),
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

    pub(crate) fn centre(&mut self, name: Option<&'a str>) -> usize {
        let found = self.centres.iter().position(|known| *known == name);
        found.unwrap_or_else(|| {
            self.centres.push(name);
            self.centres.len() - 1
        })
    }

    /// Adds to a finding of the same kind about the same thing, or makes one.
    pub(crate) fn find(&mut self, kind: FindingKind, about: &[&str], span: Option<Interval>) {
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
    pub(crate) fn overlaps(&mut self) {
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

    /// A duty: worked, or fallen away by an absence.
    pub(crate) fn duty(&mut self, duty: &[&'a Shift], absence: Option<&'a Absence>) {
        let spans = classify(duty, &self.switches);
        let mut records: Vec<Record<'a>> =
            duty.iter().map(|shift| self.record(shift, absence)).collect();
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
        if absence.is_some() {
            return;
        }
        if self.switches.on_call == OnCallClasses::None {
            for record in &mut records {
                self.on_call(record, &spans);
            }
        }
        self.carries.extend(records.into_iter().map(|record| record.carry).filter(Carry::crosses));
    }

    fn record(&self, shift: &'a Shift, absence: Option<&'a Absence>) -> Record<'a> {
        let began = shift.span.from().day(shift.workplace.zone);
        Record {
            shift,
            began,
            plan: None,
            absence,
            carry: Carry {
                shift: shift.id.clone(),
                began,
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
        if record.absence.is_none() {
            self.flat_rows(
                record,
                piece,
                (place, here),
                span,
                rows,
                shares.first().map(|one| one.0),
            );
        }
        if !here {
            return;
        }
        if let Some(absence) = record.absence {
            let cell =
                self.cells.place(input.versions, place, piece.kind, piece.class, rows, piece.day);
            for (centre, minutes) in shares {
                let part =
                    AbsentPart { absence, version: place, centre, day: piece.day, span, minutes };
                self.absent(&part, cell);
            }
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

    /// Credits a part of a planned shift by the contract's rates.
    fn absent(&mut self, part: &AbsentPart<'a>, cell: usize) {
        let version = &self.input.versions[part.version];
        let kind = part.absence.kind;
        let pay_span = part.span(version.workplace.zone);
        let surcharges = self.cells.at(cell).surcharges;
        if kind.is_paid() && surcharges != Exact::ZERO {
            let pay_span = PaySpan { rules: vec![RuleRef::from(&NOT_WORKED)], ..pay_span.clone() };
            let slot = Slot::AbsenceSurcharge;
            self.sums.add(slot, part.version, part.centre, cell, part.day, pay_span);
        }
        self.sums.add(Slot::Absence(kind), part.version, part.centre, cell, part.day, pay_span);
    }

    /// Credits a part at an average: base pay and surcharges for it, exact.
    pub(crate) fn absent_at(&mut self, part: &AbsentPart<'a>, base: Exact, surcharges: Exact) {
        let version = &self.input.versions[part.version];
        let kind = part.absence.kind;
        let pay_span = part.span(version.workplace.zone);
        if kind.is_paid() && surcharges != Exact::ZERO {
            let pay_span = PaySpan { rules: vec![RuleRef::from(&NOT_WORKED)], ..pay_span.clone() };
            let slot = Slot::AbsenceSurcharge;
            self.sums.add_amount(slot, part.version, part.centre, surcharges, part.day, pay_span);
        }
        let base = if kind.is_paid() && !version.has_salary() { base } else { Exact::ZERO };
        let slot = Slot::Absence(kind);
        self.sums.add_amount(slot, part.version, part.centre, base, part.day, pay_span);
    }

    /// What was earned so far, by day.
    pub(crate) fn days(&self) -> &[DayEarned] {
        &self.days
    }

    fn earned_on(&mut self, piece: &Piece, cell: usize, minutes: Minutes) {
        let cell = self.cells.at(cell);
        let (base, surcharges) =
            (cell.base_a_minute.times(minutes), cell.surcharges_a_minute.times(minutes));
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

    pub(crate) fn finish(mut self) -> MonthPay {
        let input = self.input;
        let mut lines =
            self.sums.finish(input.versions, &self.cells, &self.centres, input.person, input.month);
        let salary = salary_lines(input, &self.unpaid);
        let allowance = allowance_lines(input);
        lines.extend(salary.into_iter().chain(allowance).map(|line| (line, Vec::new())));
        lines.sort_by(|(a, _), (b, _)| a.wage_kind.cmp(&b.wage_kind));
        let (mut lines, mut rates): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
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
        rates.resize(lines.len(), Vec::new());
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
            rates,
            findings: self.findings,
            carries: self.carries,
            days: self.days,
            totals,
        }
    }
}
