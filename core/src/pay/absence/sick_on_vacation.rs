//! Sick during vacation (Erkrankung während des Urlaubs): certified days of
//! sickness are not counted as vacation, nor are days on which the MuSchG
//! forbids all work (§ 24 MuSchG; BAG 9 AZR 575/15, from memory).

use super::entry::{Absence, AbsenceKind};
use crate::law::dated::Rule;
use crate::time::Month;
use chrono::NaiveDate;

/// § 9 BUrlG.
pub const SICK_ON_VACATION: Rule =
    Rule { key: "sick_on_vacation", paragraph: "§ 9 BUrlG", version: "2026-01", verified: true };

/// The absences with each vacation cut by the days of sickness for which a
/// certificate is there. What is left of a vacation keeps its id; days agreed
/// go with the calendar days that are left. Without a certificate both stay,
/// and the month has two absences on a day until a person settles it.
///
/// A rota made after a vacation was granted has no shifts on its days, so it
/// does not say what a sickness inside it took away: averages do.
#[must_use]
pub fn without_sick_days(absences: Vec<Absence>) -> Vec<Absence> {
    let certified: Vec<(NaiveDate, NaiveDate)> = absences
        .iter()
        .filter(|one| {
            one.kind.is_maternity() || (one.kind == AbsenceKind::Sick && one.certificate.is_held())
        })
        .map(|one| (one.from, one.to))
        .collect();
    let unplanned: Vec<(NaiveDate, NaiveDate)> = absences
        .iter()
        .filter(|one| one.kind == AbsenceKind::Vacation && one.planned.is_empty())
        .map(|one| (one.from, one.to))
        .collect();
    let mut left = Vec::new();
    for mut absence in absences {
        if absence.kind == AbsenceKind::Sick && absence.planned.is_empty() {
            let inside =
                |days: &(NaiveDate, NaiveDate)| days.0 <= absence.to && absence.from <= days.1;
            if unplanned.iter().any(inside) {
                absence.rota_known.clear();
            }
        }
        if absence.kind != AbsenceKind::Vacation {
            left.push(absence);
            continue;
        }
        let free = |day: &NaiveDate| !certified.iter().any(|(from, to)| from <= day && day <= to);
        let total = absence.calendar_days().max(1);
        let mut stretch: Option<(NaiveDate, NaiveDate)> = None;
        let mut stretches = Vec::new();
        for day in absence.days() {
            match (&mut stretch, free(&day)) {
                (Some((_, to)), true) => *to = day,
                (None, true) => stretch = Some((day, day)),
                (_, false) => stretches.extend(stretch.take()),
            }
        }
        stretches.extend(stretch);
        for (from, to) in stretches {
            let days = (to - from).num_days() + 1;
            left.push(Absence {
                from,
                to,
                planned: absence
                    .planned
                    .iter()
                    .filter(|shift| {
                        let began = shift.span.from().day(shift.workplace.zone);
                        from <= began && began <= to
                    })
                    .cloned()
                    .collect(),
                vacation_days: absence.vacation_days.map(|agreed| agreed * days / total),
                ..absence.clone()
            });
        }
    }
    left
}

/// The absence as far as a month's pay depends on it: without its certificate,
/// without what lies behind the month. Two that are alike here pay alike.
#[must_use]
pub fn as_it_counts_in(absence: &Absence, month: Month) -> Absence {
    let inside = |shift: &&crate::work::Shift| {
        let zone = shift.workplace.zone;
        shift.span.from().day(zone) <= month.last_day()
            && shift.span.to().day(zone) >= month.first_day()
    };
    Absence {
        // Days agreed are spread over the whole of it.
        to: match absence.vacation_days {
            Some(_) => absence.to,
            None => absence.to.min(month.last_day()),
        },
        // What is paid under the MuSchG is an average, whatever the rota had.
        planned: absence
            .planned
            .iter()
            .filter(|_| !absence.kind.is_maternity())
            .filter(inside)
            .cloned()
            .collect(),
        certificate: super::entry::Certificate::None,
        rota_known: absence
            .rota_known
            .iter()
            .copied()
            .filter(|known| *known == month && !absence.kind.is_maternity())
            .collect(),
        due: absence.due.filter(|_| absence.kind == AbsenceKind::EmploymentBan),
        ..absence.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::Certificate;
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn away(kind: AbsenceKind, from: &str, to: &str, certificate: Certificate) -> Absence {
        Absence {
            id: from.into(),
            kind,
            from: date(from),
            to: date(to),
            planned: vec![],
            certificate,
            same_illness_as: None,
            vacation_days: (kind == AbsenceKind::Vacation).then_some(1_000),
            rota_known: vec![],
            due: None,
            net_per_day: None,
        }
    }

    #[test]
    fn days_on_which_the_law_forbids_all_work_are_no_vacation() {
        for kind in [AbsenceKind::MaternityLeave, AbsenceKind::EmploymentBan] {
            let left = without_sick_days(vec![
                away(AbsenceKind::Vacation, "2026-07-06", "2026-07-15", Certificate::None),
                away(kind, "2026-07-10", "2026-08-30", Certificate::None),
            ]);
            assert_eq!(left.len(), 2, "{kind:?}");
            assert_eq!(left[0].to, date("2026-07-09"), "{kind:?}");
        }
    }

    #[test]
    fn certified_sick_days_are_no_vacation_and_others_stay_a_contradiction() {
        let held = Certificate::Electronic(date("2026-07-09"));
        let vacation = ("2026-07-06", "2026-07-15");
        // (what, sick days, certificate, vacation left with its days in hundredths)
        type Left = &'static [(&'static str, &'static str, i64)];
        let cases: [(&str, (&str, &str), Certificate, Left); 5] = [
            (
                "in the middle",
                ("2026-07-08", "2026-07-10"),
                held,
                &[("2026-07-06", "2026-07-07", 200), ("2026-07-11", "2026-07-15", 500)],
            ),
            (
                "at its end and beyond",
                ("2026-07-14", "2026-07-20"),
                held,
                &[("2026-07-06", "2026-07-13", 800)],
            ),
            ("all of it", ("2026-07-01", "2026-07-31"), held, &[]),
            (
                "no certificate",
                ("2026-07-08", "2026-07-10"),
                Certificate::Expected(date("2026-07-08")),
                &[("2026-07-06", "2026-07-15", 1_000)],
            ),
            (
                "another week",
                ("2026-07-20", "2026-07-21"),
                held,
                &[("2026-07-06", "2026-07-15", 1_000)],
            ),
        ];
        for (what, sick, certificate, expected) in cases {
            let left = without_sick_days(vec![
                away(AbsenceKind::Vacation, vacation.0, vacation.1, Certificate::None),
                away(AbsenceKind::Sick, sick.0, sick.1, certificate),
            ]);
            let vacation: Vec<_> = left
                .iter()
                .filter(|one| one.kind == AbsenceKind::Vacation)
                .map(|one| (one.from, one.to, one.vacation_days.expect("agreed")))
                .collect();
            let expected: Vec<_> =
                expected.iter().map(|(from, to, days)| (date(from), date(to), *days)).collect();
            assert_eq!(vacation, expected, "{what}");
            assert_eq!(left.len(), expected.len() + 1, "{what}: the sickness stays");
        }
    }
}
