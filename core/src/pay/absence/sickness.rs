//! Continued pay in sickness (Entgeltfortzahlung): six weeks, waiting period,
//! certificate.

use super::entry::{Absence, AbsenceKind, Certificate};
use crate::contract::version::ContractVersion;
use crate::law::dated::{Dated, day, in_force};
use chrono::{Days, Months, NaiveDate};

/// Calendar days for which the employer pays, § 3 Abs. 1 Satz 1 EFZG.
pub const PAID_DAYS: &[Dated<i64>] =
    &[Dated { from: day(1994, 6, 1), value: 42, source: "§ 3 Abs. 1 Satz 1 EFZG (sechs Wochen)" }];

/// Days of employment before the claim arises, § 3 Abs. 3 EFZG.
pub const WAITING_DAYS: &[Dated<u64>] =
    &[Dated { from: day(1996, 10, 1), value: 28, source: "§ 3 Abs. 3 EFZG (vier Wochen)" }];

/// Calendar days after which a certificate is due, § 5 Abs. 1 Satz 2 EFZG.
pub const WITHOUT_CERTIFICATE: &[Dated<i64>] =
    &[Dated { from: day(1994, 6, 1), value: 3, source: "§ 5 Abs. 1 Satz 2 EFZG" }];

/// For which days of a sickness the employer pays, and what of it was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SickPay {
    /// First day that is paid; after the last one if none is.
    pub from: NaiveDate,
    /// Last day that is paid.
    pub to: NaiveDate,
    /// Days of the same illness that were already paid before.
    pub used: i64,
    /// Whether some days fell into the waiting period.
    pub waited: bool,
    /// Whether it lasts longer than the employer pays.
    pub beyond: bool,
}

/// Which days of `sick` the employer pays.
///
/// Days of earlier absences of the same illness count towards the six weeks,
/// unless six months lie between them or twelve months have passed since the
/// first of them began (§ 3 Abs. 1 Satz 2 EFZG). The waiting period only
/// delays: after it six full weeks are open (BAG 5 AZR 476/98, from memory).
///
/// `all` are the person's absences, in any order.
#[must_use]
pub fn sick_pay(sick: &Absence, all: &[Absence], versions: &[ContractVersion]) -> Option<SickPay> {
    let limit = in_force(PAID_DAYS, sick.from)?.value;
    let first = versions.first()?;
    let employed = first.employed_since.unwrap_or(first.valid_from);
    let claim = employed.checked_add_days(Days::new(in_force(WAITING_DAYS, sick.from)?.value))?;
    let from = sick.from.max(claim);
    let used = used_before(sick, all, claim);
    let open = (limit - used).max(0);
    let last = from.checked_add_signed(chrono::TimeDelta::days(open - 1))?;
    Some(SickPay {
        from,
        to: last.min(sick.to),
        used,
        waited: sick.from < claim,
        beyond: sick.to > last,
    })
}

/// Days of the same illness before this absence that count.
fn used_before(sick: &Absence, all: &[Absence], claim: NaiveDate) -> i64 {
    let mut used = 0;
    let mut current = sick;
    // Each step goes back in time, so a circle of names ends too.
    while let Some(before) = current.same_illness_as.as_ref().and_then(|id| {
        all.iter()
            .find(|one| &one.id == id && one.kind == AbsenceKind::Sick && one.from < current.from)
    }) {
        let rested = before.to.checked_add_months(Months::new(6));
        if rested.is_none_or(|rested| current.from > rested) {
            break;
        }
        let paid = Absence { from: before.from.max(claim), ..before.clone() };
        used += paid.calendar_days();
        // Twelve months since the first one began: a new six weeks.
        let year = before.from.checked_add_months(Months::new(12));
        if year.is_none_or(|year| sick.from >= year) {
            used -= paid.calendar_days();
            break;
        }
        current = before;
    }
    used
}

/// The state of the certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateState {
    /// Too short to need one.
    NotNeeded,
    /// Due from that day on, and missing.
    Missing {
        /// The day from which it is due.
        due: NaiveDate,
    },
    /// There is one, since that day.
    Held {
        /// When it was seen or pulled.
        since: NaiveDate,
    },
}

/// Whether a certificate is there or due. The contract may ask for it earlier
/// than the law (§ 5 Abs. 1 Satz 3 EFZG).
#[must_use]
pub fn certificate_state(sick: &Absence, version: Option<&ContractVersion>) -> CertificateState {
    match sick.certificate {
        Certificate::Paper(since) | Certificate::Electronic(since) => {
            return CertificateState::Held { since };
        }
        Certificate::None | Certificate::Expected(_) => {}
    }
    let by_law = in_force(WITHOUT_CERTIFICATE, sick.from).map_or(3, |row| row.value) + 1;
    let from_day =
        version.and_then(|version| version.absence.certificate_from_day).unwrap_or(by_law).max(1);
    if sick.calendar_days() < from_day {
        return CertificateState::NotNeeded;
    }
    let due = sick.from.checked_add_signed(chrono::TimeDelta::days(from_day - 1));
    CertificateState::Missing { due: due.unwrap_or(sick.to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::version::tests::hourly;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }
    fn sick(id: &str, from: &str, to: &str, same: Option<&str>) -> Absence {
        Absence {
            id: id.into(),
            kind: AbsenceKind::Sick,
            from: date(from),
            to: date(to),
            planned: vec![],
            certificate: Certificate::None,
            same_illness_as: same.map(Into::into),
            vacation_days: None,
            rota_known: vec![],
            due: None,
            net_per_day: None,
        }
    }

    #[test]
    fn the_employer_pays_six_weeks_per_illness_after_four_weeks_of_employment() {
        let versions = [hourly("a", "2025-01-01", 1600)];
        let first = sick("s1", "2026-01-05", "2026-01-25", None);
        // (what, absence, paid to, used, waited, beyond)
        let cases = [
            (
                "six weeks to the day",
                sick("x", "2026-05-04", "2026-06-14", None),
                "2026-06-14",
                0,
                false,
            ),
            ("a day more", sick("x", "2026-05-04", "2026-06-15", None), "2026-06-14", 0, true),
            (
                "same illness, 21 days used",
                sick("x", "2026-03-02", "2026-04-30", Some("s1")),
                "2026-03-22",
                21,
                true,
            ),
            (
                "six months well between",
                sick("x", "2026-07-26", "2026-09-30", Some("s1")),
                "2026-09-05",
                0,
                true,
            ),
            (
                "twelve months since it began",
                sick("x", "2027-01-05", "2027-01-06", Some("s1")),
                "2027-01-06",
                0,
                false,
            ),
        ];
        for (what, absence, to, used, beyond) in cases {
            let got =
                sick_pay(&absence, &[first.clone(), absence.clone()], &versions).expect("paid");
            assert_eq!((got.to, got.used, got.beyond), (date(to), used, beyond), "{what}");
        }
        let new = [hourly("a", "2026-05-01", 1600)];
        let early = sick("x", "2026-05-20", "2026-07-31", None);
        let got = sick_pay(&early, &[], &new).expect("known");
        assert_eq!((got.from, got.to, got.waited), (date("2026-05-29"), date("2026-07-09"), true));
    }

    #[test]
    fn a_certificate_is_due_on_the_fourth_calendar_day_or_as_agreed() {
        let mut contract = hourly("a", "2025-01-01", 1600);
        let three = sick("x", "2026-05-04", "2026-05-06", None);
        let four = sick("x", "2026-05-04", "2026-05-07", None);
        assert_eq!(certificate_state(&three, Some(&contract)), CertificateState::NotNeeded);
        let due = date("2026-05-07");
        assert_eq!(certificate_state(&four, Some(&contract)), CertificateState::Missing { due });
        contract.absence.certificate_from_day = Some(1);
        let due = date("2026-05-04");
        assert_eq!(certificate_state(&three, Some(&contract)), CertificateState::Missing { due });
        let since = date("2026-05-08");
        let held = Absence { certificate: Certificate::Electronic(since), ..four };
        assert_eq!(certificate_state(&held, None), CertificateState::Held { since });
    }
}
