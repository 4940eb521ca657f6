//! An absence as the API shows it.

use assistenz_core::absence::AbsenceKind;
use assistenz_core::app::absence_balance::Sickness;
use assistenz_core::money::Cents;
use assistenz_core::pay::absence::sickness::CertificateState;
use assistenz_core::record::absence::AbsenceEntry;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

/// The absences of a person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AbsencesView {
    /// The person's id.
    pub(super) person: String,
    /// By first day; declined and withdrawn ones too.
    pub(super) absences: Vec<AbsenceView>,
}

/// One absence.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AbsenceView {
    /// Its id.
    pub(super) absence: String,
    /// `vacation`, `sick`, `child_sick`, `holiday_not_worked`, `special_leave`,
    /// `unpaid_leave`, `maternity_leave` or `employment_ban`; nothing if
    /// disputed or unknown here.
    pub(super) kind: Option<&'static str>,
    /// The first day that counts or is asked for.
    pub(super) first_day: Option<String>,
    /// The last day, inclusive.
    pub(super) last_day: Option<String>,
    /// Other days asked for since it was decided: first and last.
    pub(super) asked_since: Option<(String, String)>,
    /// `requested`, `granted`, `declined`, `reported`, `entered`,
    /// `withdrawal_asked`, `withdrawn`, `taken_back` or `unsettled`.
    pub(super) state: &'static str,
    /// Whether it counts for pay and balances.
    pub(super) counts: bool,
    /// Whether it waits for the employer.
    pub(super) waits: bool,
    /// Whether the person wrote it; else the employer did.
    pub(super) own: bool,
    /// What the person wrote.
    pub(super) note: String,
    /// What the employer wrote.
    pub(super) reason: String,
    /// Days of vacation agreed, in hundredths.
    pub(super) vacation_days: Option<i64>,
    /// For sickness.
    pub(super) sickness: Option<SicknessView>,
    /// For a maternity leave or a ban of work: what is known of the pregnancy.
    pub(super) maternity: Option<MaternityView>,
    /// For a maternity leave, and for who may see pay: cents of net pay of a
    /// calendar day before it.
    pub(super) net_pay_cents: Option<i64>,
    /// Fields with two values.
    pub(super) disputed: Vec<&'static str>,
}

/// What the law says about a sickness.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SicknessView {
    /// `none`, `expected`, `paper` or `electronic`.
    pub(super) certificate: &'static str,
    /// The day on which it was certified, seen or pulled.
    pub(super) certificate_day: Option<String>,
    /// The day from which a certificate is due and missing.
    pub(super) certificate_due: Option<String>,
    /// The earlier absence of the same illness.
    pub(super) same_illness_as: Option<String>,
    /// The first day the employer pays.
    pub(super) paid_from: Option<String>,
    /// The last day the employer pays.
    pub(super) paid_to: Option<String>,
    /// Days of the same illness paid before.
    pub(super) days_used_before: Option<i64>,
    /// Whether some days fall into the waiting period of four weeks.
    pub(super) waiting_period: Option<bool>,
    /// Whether it lasts longer than the employer pays.
    pub(super) beyond_six_weeks: Option<bool>,
}

/// What is known of a pregnancy, noted about this absence or about another of
/// the same time.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MaternityView {
    /// The expected day of birth.
    pub(super) due: String,
    /// The day of birth.
    pub(super) birth: Option<String>,
    /// The last day on which she is known to nurse.
    pub(super) nursing_until: Option<String>,
}

/// An entry in these words; net pay where it is noted and may be seen.
pub(super) fn view(
    entry: AbsenceEntry,
    sickness: Option<&Sickness>,
    net_pay: Option<Cents>,
) -> AbsenceView {
    let written = |day: NaiveDate| day.to_string();
    AbsenceView {
        absence: entry.id.to_string(),
        kind: entry.kind.map(AbsenceKind::word),
        first_day: entry.days.map(|(first, _)| written(first)),
        last_day: entry.days.map(|(_, last)| written(last)),
        asked_since: entry.asked_since.map(|(first, last)| (written(first), written(last))),
        state: entry.state.code(),
        counts: entry.state.counts(),
        waits: entry.waits(),
        own: entry.is_own(),
        vacation_days: entry.vacation_days,
        sickness: sickness.map(|sickness| SicknessView {
            certificate: entry.certificate.word(),
            certificate_day: entry.certificate.day().map(written),
            certificate_due: match sickness.certificate {
                CertificateState::Missing { due } => Some(written(due)),
                CertificateState::NotNeeded | CertificateState::Held { .. } => None,
            },
            same_illness_as: entry.same_illness_as.map(|id| id.to_string()),
            paid_from: sickness.pay.map(|pay| written(pay.from)),
            paid_to: sickness.pay.map(|pay| written(pay.to)),
            days_used_before: sickness.pay.map(|pay| pay.used),
            waiting_period: sickness.pay.map(|pay| pay.waited),
            beyond_six_weeks: sickness.pay.map(|pay| pay.beyond),
        }),
        maternity: entry.maternity.map(|known| MaternityView {
            due: written(known.due),
            birth: known.birth.map(written),
            nursing_until: known.nursing_until.map(written),
        }),
        net_pay_cents: net_pay.map(Cents::get),
        note: entry.note,
        reason: entry.reason,
        disputed: entry.disputed,
    }
}
