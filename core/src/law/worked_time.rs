//! Work actually done (tatsächlich geleistete Arbeit), each minute once.
//!
//! § 3b Abs. 1 EStG frees surcharges only for work actually done. Unpaid breaks
//! are left out; a paid break is work. Where two records of one person overlap,
//! the minute belongs to the earlier one in which it was worked.

use crate::place::HolidayRegion;
use crate::time::Interval;
use crate::work::{Kind, Shift};

/// A stretch of a duty that was worked: one record, one kind, one place.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    /// Which record of the duty.
    pub(super) record: usize,
    /// What was done; never a paid break.
    pub(super) kind: Kind,
    /// When.
    pub(super) span: Interval,
    /// Whose holidays count.
    pub(super) region: &'a HolidayRegion,
}

/// The worked minutes of a duty, each once, in order of time; with `with_on_call`
/// also the on-call minutes in which nothing was worked.
pub(super) fn worked_pieces<'a>(duty: &[&'a Shift], with_on_call: bool) -> Vec<Piece<'a>> {
    let mut worked = Worked {
        pieces: Vec::with_capacity(4 * duty.len()),
        taken: Vec::new(),
        several: duty.len() > 1,
    };
    for (record, shift) in duty.iter().enumerate() {
        if shift.parts.is_empty() {
            worked.add(record, shift, Kind::Work, shift.span);
        } else {
            for stretch in shift.stretches().iter().filter(|one| one.kind.is_working_time()) {
                worked.add(record, shift, stretch.kind, stretch.span);
            }
        }
    }
    if with_on_call {
        for (record, shift) in duty.iter().enumerate() {
            for stretch in shift.stretches().iter().filter(|one| one.kind == Kind::OnCall) {
                worked.add(record, shift, stretch.kind, stretch.span);
            }
        }
    }
    worked.pieces.sort_unstable_by_key(|piece| piece.span);
    worked.pieces
}

/// What has been gathered of a duty.
struct Worked<'a> {
    pieces: Vec<Piece<'a>>,
    /// What an earlier record has; kept only if there are several.
    taken: Vec<Interval>,
    several: bool,
}

impl<'a> Worked<'a> {
    /// Adds what of `span` no earlier record has, cut at the edges of places.
    fn add(&mut self, record: usize, shift: &'a Shift, kind: Kind, span: Interval) {
        let kind = if kind == Kind::PaidBreak { Kind::Work } else { kind };
        if !self.several {
            self.add_at_places(record, shift, kind, span);
            return;
        }
        for free in span.without(&self.taken) {
            self.add_at_places(record, shift, kind, free);
        }
        self.taken.push(span);
    }

    fn add_at_places(&mut self, record: usize, shift: &'a Shift, kind: Kind, span: Interval) {
        let home = &shift.workplace.region;
        if shift.away.is_empty() {
            self.pieces.push(Piece { record, kind, span, region: home });
            return;
        }
        // Where two places overlap, the one that was written last counts.
        let mut rest = vec![span];
        for away in shift.away.iter().rev() {
            let region = &away.workplace.region;
            let there = rest.iter().filter_map(|piece| piece.overlap(away.span));
            self.pieces.extend(there.map(|span| Piece { record, kind, span, region }));
            rest = rest.iter().flat_map(|piece| piece.without(&[away.span])).collect();
        }
        self.pieces.extend(rest.into_iter().map(|span| Piece { record, kind, span, region: home }));
    }
}
