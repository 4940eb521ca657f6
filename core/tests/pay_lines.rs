//! What must hold for the lines of every month, on seeded random months with
//! clock changes, ends of months and years, contract changes inside months and
//! shifts, funding parts and overlapping records.

mod pay_months;

use assistenz_core::contract::surcharge::{StatutoryHours, SurchargeBase, SurchargePay, Window};
use assistenz_core::contract::version::{BasePay, ContractVersion, PayMonth, in_force};
use assistenz_core::law::duty::duties;
use assistenz_core::law::surcharge_class::{Class, Switches, classify};
use assistenz_core::money::Exact;
use assistenz_core::pay::correction::corrections;
use assistenz_core::pay::line::{PayLine, Quantity, WageKind};
use assistenz_core::pay::{MonthInput, MonthPay, pay_month};
use assistenz_core::time::{Minutes, Month};
use assistenz_core::work::{Kind, Shift};
use chrono::NaiveDate;
use pay_months::{Case, ZONE, begins, case};
use std::collections::BTreeMap;

/// How many months, unless `PAY_MONTHS` says otherwise.
const MONTHS: u64 = 10_000;

fn count() -> u64 {
    match std::env::var("PAY_MONTHS") {
        Ok(text) => text.parse().expect("PAY_MONTHS is a number"),
        Err(_) => MONTHS,
    }
}

fn pay(case: &Case, month: Month) -> MonthPay {
    pay_month(&MonthInput::new("p", month, &case.versions, &case.shifts))
}

/// Checks every seed, on all cores; the seed stands in the panic's message.
fn for_every_seed(check: impl Fn(u64, &Case) + Sync) {
    let threads = std::thread::available_parallelism().map_or(1, |number| number.get() as u64);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let check = &check;
            scope.spawn(move || {
                for seed in (thread..count()).step_by(usize::try_from(threads).expect("small")) {
                    check(seed, &case(seed));
                }
            });
        }
    });
}

/// What was done in a minute, by precedence of parts.
fn kind_of(shift: &Shift, minute: assistenz_core::time::Minute) -> Kind {
    let inside = shift.parts.iter().filter(|part| part.span.contains(minute));
    let kind = inside.map(|part| part.kind).max_by_key(|kind| kind.precedence());
    match kind {
        None | Some(Kind::PaidBreak) => Kind::Work,
        Some(kind) => kind,
    }
}

/// The reference: every minute of the month, walked one by one. Its kind and
/// day if it was worked; overlapping minutes belong to the earlier record.
fn worked_minutes(case: &Case) -> Vec<Option<(Kind, NaiveDate)>> {
    let first = begins(case.month.first_day());
    let mut minutes =
        vec![None; usize::try_from(case.month.interval(ZONE).length().get()).expect("a month")];
    let mut order: Vec<&Shift> = case.shifts.iter().collect();
    order.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
    // Local days by their midnights, so that no rule of `pay` is used.
    let edges: Vec<(NaiveDate, i64)> =
        case.month.days().map(|day| (day, (begins(day) - first).get())).collect();
    for shift in order {
        let (from, to) = ((shift.span.from() - first).get(), (shift.span.to() - first).get());
        for place in from.max(0)..to.min(minutes.len() as i64) {
            let slot = &mut minutes[usize::try_from(place).expect("not negative")];
            if slot.is_none() {
                let kind = kind_of(shift, first + Minutes::new(place));
                if kind.is_working_time() {
                    let day = edges.partition_point(|(_, edge)| *edge <= place) - 1;
                    *slot = Some((kind, edges[day].0));
                }
            }
        }
    }
    minutes
}

fn minutes(line: &PayLine) -> i64 {
    match line.quantity {
        Quantity::Minutes(minutes) => minutes.get(),
        Quantity::Days(_) | Quantity::Count(_) | Quantity::Amount => 0,
    }
}

#[test]
fn base_lines_partition_the_worked_minutes() {
    for_every_seed(|seed, case| {
        let mut case = Case {
            month: case.month,
            versions: case.versions.clone(),
            shifts: case.shifts.clone(),
        };
        for version in &mut case.versions {
            version.switches.pay_month = PayMonth::Calendar;
        }
        let got = pay(&case, case.month);
        let mut reference = worked_minutes(&case);
        for slot in &mut reference {
            if slot.is_some_and(|(_, day)| in_force(&case.versions, day).is_none()) {
                *slot = None;
            }
        }
        let expected = reference.iter().flatten().count() as i64;
        let base: Vec<&PayLine> =
            got.lines.iter().filter(|line| line.wage_kind.is_base()).collect();
        let total: i64 = base.iter().map(|line| minutes(line)).sum();
        assert_eq!(total, expected, "seed {seed}: sum of base lines");
        assert_eq!(got.totals.worked.get(), expected, "seed {seed}: total");

        // Every minute exactly once: spans of one stretch that funding parts
        // share lie in several lines; their minutes add up to the stretch.
        let first = begins(case.month.first_day());
        let mut covered: Vec<i64> = vec![0; reference.len() + 1];
        let mut stretches: BTreeMap<(i64, i64), i64> = BTreeMap::new();
        for line in &base {
            let of_spans: i64 = line.spans.iter().map(|span| span.minutes.get()).sum();
            assert_eq!(of_spans, minutes(line), "seed {seed}: spans of {:?}", line.wage_kind);
            for span in &line.spans {
                let from = (span.span.from() - first).get();
                let to = (span.span.to() - first).get();
                if span.minutes == span.span.length() {
                    covered[usize::try_from(from).expect("inside")] += 1;
                    covered[usize::try_from(to).expect("inside")] -= 1;
                } else {
                    *stretches.entry((from, to)).or_default() += span.minutes.get();
                }
            }
        }
        let shared: i64 = stretches.values().sum();
        let mut depth = 0;
        let mut whole = 0;
        for (place, slot) in reference.iter().enumerate() {
            depth += covered[place];
            assert!(depth <= 1, "seed {seed}: minute {place} counted {depth} times");
            assert!(depth == 0 || slot.is_some(), "seed {seed}: minute {place} was not worked");
            whole += depth;
        }
        assert_eq!(whole + shared, expected, "seed {seed}: spans");

        // The money: per kind and version, exact, from the reference's minutes.
        let mut paid: BTreeMap<(Kind, String), i64> = BTreeMap::new();
        for (kind, day) in reference.iter().flatten() {
            let version = in_force(&case.versions, *day).expect("checked above");
            *paid.entry((*kind, version.id.clone())).or_default() += 1;
        }
        for ((kind, id), minutes) in paid {
            let version = case.versions.iter().find(|one| one.id == id).expect("known");
            let lines = base.iter().filter(|line| {
                line.contract_version == id
                    && line.wage_kind == assistenz_core::pay::base::base_wage_kind(kind)
            });
            let (sum, parts) =
                lines.fold((0, 0), |(sum, parts), line| (sum + line.columns.paid.get(), parts + 1));
            let exact = match version.pay {
                BasePay::Monthly(_) => Exact::ZERO,
                BasePay::Hourly(_) => version
                    .hourly_pay(kind, version.valid_from)
                    .expect("a rate")
                    .for_minutes(Minutes::new(minutes)),
            };
            let difference = (exact.round().get() - sum).abs();
            // One rounding per line: several cost centres, several roundings.
            assert!(
                difference < parts.max(1),
                "seed {seed}: {kind:?} of {id}: {sum} for {exact:?}"
            );
        }
    });
}

#[test]
fn columns_add_up_and_surcharges_lie_on_base_minutes() {
    for_every_seed(|seed, case| {
        let got = pay(case, case.month);
        let worked = worked_minutes(case).iter().flatten().count() as i64;
        for line in &got.lines {
            let columns = line.columns;
            let what = format!("seed {seed}: {:?}", line.wage_kind);
            assert_eq!(columns.tax_free + columns.tax_liable, columns.paid, "{what}");
            assert_eq!(columns.sv_free + columns.sv_liable, columns.paid, "{what}");
            assert_eq!(columns.accident_liable, columns.paid, "{what}");
            assert!(
                columns.sv_free <= columns.tax_free && columns.tax_free <= columns.paid,
                "{what}"
            );
            if line.wage_kind.is_surcharge() {
                assert!(got.lines.iter().any(|base| base.wage_kind.is_base()), "{what}");
                for span in &line.spans {
                    let inside = got
                        .lines
                        .iter()
                        .filter(|base| base.wage_kind.is_base())
                        .flat_map(|base| &base.spans)
                        .any(|base| {
                            base.shift == span.shift && base.span.overlap(span.span).is_some()
                        });
                    assert!(inside, "{what}: {span:?}");
                }
            } else {
                assert_eq!(columns.tax_free.get(), 0, "{what}: base pay is never free");
            }
        }
        let night: i64 = got
            .lines
            .iter()
            .filter(|line| matches!(line.wage_kind, WageKind::Night25 | WageKind::Night40))
            .map(minutes)
            .sum();
        let all = got.totals.worked.get();
        assert!(night <= all, "seed {seed}: more night than work");
        let calendar = case.versions[0].switches.pay_month == PayMonth::Calendar;
        assert!(!calendar || all <= worked, "seed {seed}");
    });
}

/// What a row pays for an hour and what of it is free, by the words of
/// `docs/definitions.md` § 0a.6, in exact numbers of this test's own.
fn surcharge_money(
    version: &ContractVersion,
    kind: Kind,
    class: Class,
    day: NaiveDate,
) -> Vec<(StatutoryHours, Exact, Exact, Exact)> {
    let percent = |hundredths: u32| Exact::fraction(i64::from(hundredths), 10_000).expect("not 0");
    let euro = |euros: i64| Exact::from_int(euros * 100);
    let grundlohn = version.wage(day).expect("a wage");
    let earned = |hours| match hours {
        StatutoryHours::Night25 => class.night.get() == 2_500,
        StatutoryHours::Night40 => class.night.get() == 4_000,
        StatutoryHours::Sunday50 => class.day.get() == 5_000,
        StatutoryHours::Holiday125 => class.day.get() == 12_500,
        StatutoryHours::Holiday150 => class.day.get() == 15_000,
    };
    let mut rows = Vec::new();
    for row in &version.surcharges {
        let (Window::Statutory(hours), SurchargePay::Percent { percent: agreed, base }) =
            (&row.window, row.pays)
        else {
            panic!("only statutory percents here");
        };
        if row.kinds.contains(&kind) && earned(*hours) {
            let base = match base {
                SurchargeBase::Wage | SurchargeBase::Grundlohn | SurchargeBase::Fixed(_) => {
                    grundlohn
                }
                SurchargeBase::PayOfMinute => version.hourly_pay(kind, day).expect("a rate"),
            };
            rows.push((*hours, base * percent(agreed.get())));
        }
    }
    let paid: Exact = rows.iter().map(|(_, paid)| *paid).sum();
    let p = percent(class.night.get() + class.day.get());
    let tax_free = paid.min(p * grundlohn.min(euro(50)));
    let capped = Exact::from_int(1).min(euro(25).checked_div(grundlohn).expect("a wage"));
    let sv_free = tax_free.min(paid * capped).min(p * grundlohn.min(euro(25)));
    let count = rows.len();
    let (mut tax_left, mut sv_left) = (tax_free, sv_free);
    rows.into_iter()
        .enumerate()
        .map(|(place, (hours, part))| {
            // In proportion, to the millionth; the last one takes the rest.
            let share = |free: Exact, left: Exact| match (free * part).checked_div(paid) {
                _ if place + 1 == count => left,
                Some(_) if free == paid => part,
                Some(share) => share.to_millionth(),
                None => Exact::ZERO,
            };
            let (tax, sv) = (share(tax_free, tax_left), share(sv_free, sv_left));
            tax_left = tax_left - tax;
            sv_left = sv_left - sv;
            (hours, part, tax, sv)
        })
        .collect()
}

#[test]
fn surcharges_are_paid_by_the_contract_and_free_by_the_sum_of_each_minute() {
    for_every_seed(|seed, case| {
        let mut case = Case {
            month: case.month,
            versions: case.versions.clone(),
            shifts: case.shifts.clone(),
        };
        for version in &mut case.versions {
            version.cost_centre = None;
            version.switches.pay_month = PayMonth::Calendar;
        }
        for shift in &mut case.shifts {
            shift.funding.clear();
        }
        type Sums = BTreeMap<(String, String), (i64, Exact, Exact, Exact)>;
        let mut expected: Sums = BTreeMap::new();
        for duty in duties(&case.shifts, Switches::default().night_taken_up) {
            for span in classify(&duty, &Switches::default()) {
                let Some(version) = in_force(&case.versions, span.day) else { continue };
                if Month::of(span.day) != case.month {
                    continue;
                }
                let minutes = span.span.length();
                for (hours, paid, tax, sv) in
                    surcharge_money(version, span.kind, span.class, span.day)
                {
                    let sum =
                        expected.entry((hours.word().to_owned(), version.id.clone())).or_default();
                    sum.0 += minutes.get();
                    sum.1 += paid.for_minutes(minutes);
                    sum.2 += tax.for_minutes(minutes);
                    sum.3 += sv.for_minutes(minutes);
                }
            }
        }
        let got: BTreeMap<(String, String), [i64; 4]> = pay(&case, case.month)
            .lines
            .iter()
            .filter(|line| line.wage_kind.is_surcharge())
            .map(|line| {
                let c = line.columns;
                let numbers = [minutes(line), c.paid.get(), c.tax_free.get(), c.sv_free.get()];
                ((line.wage_kind.word(), line.contract_version.clone()), numbers)
            })
            .collect();
        let expected: BTreeMap<(String, String), [i64; 4]> = expected
            .into_iter()
            .map(|(key, (minutes, paid, tax, sv))| {
                (key, [minutes, paid.round().get(), tax.round().get(), sv.round().get()])
            })
            .collect();
        assert_eq!(got, expected, "seed {seed}");
    });
}

#[test]
fn a_shift_over_the_month_end_is_counted_once_in_the_two_months_together() {
    for_every_seed(|seed, case| {
        let months = [case.month.previous(), case.month, case.month.next()];
        let mut versions = case.versions.clone();
        versions[0].valid_from = months[0].first_day() - chrono::Days::new(70);
        for version in &mut versions {
            version.ends = None;
        }
        let case = Case { month: case.month, versions, shifts: case.shifts.clone() };
        let pays: Vec<MonthPay> = months.iter().map(|month| pay(&case, *month)).collect();
        let total: i64 = pays.iter().map(|pay| pay.totals.worked.get()).sum();
        let all: i64 = duties(&case.shifts, Switches::default().night_taken_up)
            .iter()
            .flat_map(|duty| classify(duty, &Switches::default()))
            .map(|span| span.span.length().get())
            .sum();
        assert_eq!(total, all, "seed {seed}");
        for pair in pays.windows(2) {
            for carry in pair[0].carries.iter().filter(|carry| carry.after != Minutes::ZERO) {
                let other = pair[1].carries.iter().find(|other| other.shift == carry.shift);
                let other = other.unwrap_or_else(|| panic!("seed {seed}: {carry:?}"));
                assert_eq!((carry.here, carry.after), (other.before, other.here), "seed {seed}");
            }
        }
    });
}

#[test]
fn what_was_paid_and_its_corrections_are_always_the_month_as_approved_now() {
    for_every_seed(|seed, case| {
        let paid_in = case.month.next();
        let paid = pay(case, case.month).lines;
        // The records change after the payment: one shift less, wages up.
        let mut changed = Case {
            month: case.month,
            versions: case.versions.clone(),
            shifts: case.shifts.clone(),
        };
        changed.shifts.pop();
        if let Some(last) = changed.versions.last_mut() {
            last.pay = BasePay::Monthly(assistenz_core::money::Cents::new(123_456));
        }
        let approved = pay(&changed, case.month).lines;
        let lines = corrections(&approved, &paid, paid_in, "Schicht gestrichen");
        let mut together: BTreeMap<String, [i64; 7]> = BTreeMap::new();
        let mut add = |lines: &[PayLine], sign: i64| {
            for line in lines {
                let c = line.columns;
                let key = format!(
                    "{:?}",
                    (line.wage_kind.word(), &line.contract_version, &line.cost_centre)
                );
                let sums = together.entry(key).or_default();
                let numbers = [
                    minutes(line),
                    c.paid.get(),
                    c.tax_free.get(),
                    c.tax_liable.get(),
                    c.sv_free.get(),
                    c.sv_liable.get(),
                    c.accident_liable.get(),
                ];
                for (sum, number) in sums.iter_mut().zip(numbers) {
                    *sum += sign * number;
                }
            }
        };
        add(&paid, 1);
        add(&lines, 1);
        add(&approved, -1);
        assert!(together.values().all(|sums| *sums == [0; 7]), "seed {seed}: {together:?}");
        for line in &lines {
            assert_eq!((line.month, line.month_of_origin), (paid_in, case.month), "seed {seed}");
            assert_eq!(line.reason.as_deref(), Some("Schicht gestrichen"));
        }
        // Nothing changed, nothing to correct; and a second run corrects nothing.
        assert!(corrections(&paid, &paid, paid_in, "").is_empty(), "seed {seed}");
        let all: Vec<PayLine> = paid.iter().chain(&lines).cloned().collect();
        assert!(corrections(&approved, &all, paid_in, "").is_empty(), "seed {seed}");
    });
}
