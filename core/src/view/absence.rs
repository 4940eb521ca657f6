//! Absences in words: what was asked for or reported, what was decided, what
//! it does to pay and plan, and what can be done about it.

use crate::absence::{AbsenceKind, Certificate};
use crate::app::absence_balance::Sickness;
use crate::app::absence_clash::{Clash, ClashKind};
use crate::pay::absence::sickness::{CertificateState, PAID_DAYS};
use crate::record::absence::{AbsenceEntry, AbsenceState};
use crate::time::Interval;
use crate::words::{Language, Value, say};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// How a state is to be seen; the word says it, colour only helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It waits for somebody.
    Waits,
    /// It counts.
    Good,
    /// It does not count.
    Gone,
    /// It contradicts itself.
    Bad,
}

/// What can be done about an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// The employer grants it.
    Grant,
    /// The employer declines it.
    Decline,
    /// The employer stays with what was granted, against what was asked anew.
    Keep,
    /// The employer agrees to its withdrawal.
    Agree,
    /// The employer takes a decision back: it is open again.
    Undo,
    /// The employer takes an absence back that they entered.
    TakeBack,
    /// The employer notes the certificate.
    Certificate,
    /// The employer notes whether it is an earlier illness.
    SameIllness,
    /// The employer notes the expected day of birth, the birth, nursing.
    Maternity,
    /// The employer notes the net pay that the payroll office told.
    NetPay,
    /// The person changes it.
    Change,
    /// The person withdraws it.
    Withdraw,
    /// The person takes the withdrawal back.
    Restore,
}

/// One absence as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsenceRow {
    /// Its id.
    pub id: String,
    /// `Urlaub`.
    pub kind: String,
    /// `Mo 5. Okt. 2026 bis Fr 9. Okt. 2026 (5 Tage)`.
    pub when: String,
    /// The days to decide about: those asked anew, else as `when`.
    pub asked: String,
    /// `genehmigt`.
    pub state: String,
    /// How the state is to be seen.
    pub tone: Tone,
    /// Whether it waits for the employer.
    pub waits: bool,
    /// Everything else, in finished sentences.
    pub sentences: Vec<String>,
    /// What the employer can do.
    pub employer: Vec<Act>,
    /// What the person can do.
    pub person: Vec<Act>,
}

/// A day in words.
#[must_use]
pub fn day(language: Language, day: NaiveDate) -> String {
    say(language, "absence-day", &[("day", Value::Day(day))])
}

/// `Mo 5. Okt. 2026`, or `Mo 5. Okt. 2026 bis Fr 9. Okt. 2026 (5 Tage)`.
#[must_use]
pub fn days(language: Language, (from, to): (NaiveDate, NaiveDate)) -> String {
    let count = (to - from).num_days() + 1;
    let values =
        [("from", Value::Day(from)), ("to", Value::Day(to)), ("count", Value::Number(count))];
    say(language, if from == to { "absence-one-day" } else { "absence-days" }, &values)
}

/// The name of a kind.
#[must_use]
pub fn kind(language: Language, kind: AbsenceKind) -> String {
    say(language, &format!("absence-kind-{}", kind.word()), &[])
}

/// A state in one or two words.
#[must_use]
pub fn state(language: Language, state: AbsenceState) -> String {
    say(language, &format!("absence-state-{}", state.code()), &[])
}

/// An absence as a screen shows it. `sickness` is there for a sickness that
/// counts; `clashes` are the shifts on its days.
#[must_use]
pub fn row(
    language: Language,
    entry: &AbsenceEntry,
    sickness: Option<&Sickness>,
    clashes: &[Clash],
    zone: Tz,
) -> AbsenceRow {
    let mut sentences = Vec::new();
    let text = |key: &str, text: &str| say(language, key, &[("text", Value::Text(text))]);
    if let Some(asked) = entry.asked_since {
        sentences.push(text("absence-asked-since", &days(language, asked)));
    }
    if entry.state == AbsenceState::Unsettled {
        sentences.push(unsettled(language, entry));
    }
    if !entry.note.is_empty() {
        sentences.push(text("absence-note", &entry.note));
    }
    if !entry.reason.is_empty() {
        let key = if entry.is_own() { "absence-reason" } else { "absence-entered-because" };
        sentences.push(text(key, &entry.reason));
    }
    if entry.kind == Some(AbsenceKind::Vacation)
        && let Some(hundredths) = entry.vacation_days
    {
        sentences.push(text("absence-takes", &super::balance::days(language, hundredths)));
    }
    if let Some(sickness) = sickness {
        sentences.extend(sick(language, entry, sickness));
    }
    sentences.extend(maternity(language, entry));
    sentences.extend(clash_sentences(language, entry, clashes, zone));
    let when = entry
        .days
        .map_or_else(|| say(language, "absence-days-unknown", &[]), |two| days(language, two));
    AbsenceRow {
        id: entry.id.to_string(),
        kind: entry
            .kind
            .map_or_else(|| say(language, "absence-kind-unknown", &[]), |one| kind(language, one)),
        asked: entry.asked_since.map_or_else(|| when.clone(), |two| days(language, two)),
        when,
        state: state(language, entry.state),
        tone: tone(entry.state),
        waits: entry.waits(),
        sentences,
        employer: by_employer(entry),
        person: by_person(entry),
    }
}

const fn tone(state: AbsenceState) -> Tone {
    match state {
        AbsenceState::Requested | AbsenceState::WithdrawalAsked => Tone::Waits,
        AbsenceState::Granted | AbsenceState::Reported | AbsenceState::Entered => Tone::Good,
        AbsenceState::Declined | AbsenceState::Withdrawn | AbsenceState::TakenBack => Tone::Gone,
        AbsenceState::Unsettled => Tone::Bad,
    }
}

fn by_employer(entry: &AbsenceEntry) -> Vec<Act> {
    let mut acts = match entry.state {
        AbsenceState::Requested => vec![Act::Grant, Act::Decline],
        AbsenceState::Granted if entry.asked_since.is_some() => {
            vec![Act::Grant, Act::Keep, Act::Undo]
        }
        AbsenceState::Granted | AbsenceState::Declined => vec![Act::Undo],
        AbsenceState::WithdrawalAsked => vec![Act::Agree],
        AbsenceState::Entered => vec![Act::TakeBack],
        AbsenceState::Unsettled if !entry.live.is_empty() => vec![Act::Undo],
        AbsenceState::Reported
        | AbsenceState::Withdrawn
        | AbsenceState::TakenBack
        | AbsenceState::Unsettled => vec![],
    };
    if entry.kind == Some(AbsenceKind::Sick) && entry.state.counts() {
        acts.extend([Act::Certificate, Act::SameIllness]);
    }
    if entry.kind.is_some_and(AbsenceKind::is_maternity) && entry.state.counts() {
        acts.push(Act::Maternity);
    }
    if entry.kind == Some(AbsenceKind::MaternityLeave) && entry.state.counts() {
        acts.push(Act::NetPay);
    }
    acts
}

fn by_person(entry: &AbsenceEntry) -> Vec<Act> {
    if !entry.is_own() {
        return Vec::new();
    }
    match entry.state {
        AbsenceState::Requested | AbsenceState::Reported | AbsenceState::Unsettled => {
            vec![Act::Change, Act::Withdraw]
        }
        AbsenceState::Granted => vec![Act::Withdraw],
        AbsenceState::Withdrawn | AbsenceState::WithdrawalAsked => vec![Act::Restore],
        AbsenceState::Declined | AbsenceState::Entered | AbsenceState::TakenBack => vec![],
    }
}

fn unsettled(language: Language, entry: &AbsenceEntry) -> String {
    if entry.live.len() > 1 {
        return say(language, "absence-unsettled-decisions", &[]);
    }
    match entry.disputed.first() {
        Some(field) => {
            let field = say(language, &format!("absence-field-{field}"), &[]);
            say(language, "absence-unsettled-field", &[("field", Value::Text(&field))])
        }
        None => say(language, "absence-unsettled-days", &[]),
    }
}

/// What is known of a pregnancy, and who pays.
fn maternity(language: Language, entry: &AbsenceEntry) -> Vec<String> {
    let key = match entry.kind.filter(|_| entry.state.counts()) {
        Some(AbsenceKind::MaternityLeave) => "absence-maternity-leave",
        Some(AbsenceKind::EmploymentBan) => "absence-maternity-ban",
        Some(
            AbsenceKind::Vacation
            | AbsenceKind::Sick
            | AbsenceKind::ChildSick
            | AbsenceKind::HolidayNotWorked
            | AbsenceKind::SpecialLeave
            | AbsenceKind::UnpaidLeave,
        )
        | None => return Vec::new(),
    };
    let mut told = Vec::new();
    if let Some(known) = entry.maternity {
        let mut on = |key: &str, day: Option<NaiveDate>| {
            told.extend(day.map(|day| say(language, key, &[("day", Value::Day(day))])));
        };
        on("absence-maternity-due", Some(known.due));
        on("absence-maternity-birth", known.birth);
        on("absence-maternity-nursing", known.nursing_until);
    }
    told.push(say(language, key, &[]));
    if entry.kind == Some(AbsenceKind::EmploymentBan) && entry.maternity.is_none() {
        told.push(say(language, "absence-maternity-due-missing", &[]));
    }
    told
}

/// The certificate, the six weeks and the waiting period.
fn sick(language: Language, entry: &AbsenceEntry, sickness: &Sickness) -> Vec<String> {
    let mut told = vec![certificate(language, entry.certificate, sickness.certificate)];
    let Some(pay) = sickness.pay else { return told };
    let limit = entry
        .days
        .and_then(|(first, _)| crate::law::dated::in_force(PAID_DAYS, first))
        .map_or(42, |row| row.value);
    let here = (pay.to - pay.from).num_days() + 1;
    if here <= 0 {
        told.push(say(
            language,
            if pay.waited { "absence-waiting-all" } else { "absence-six-weeks-over" },
            &[],
        ));
        return told;
    }
    if pay.waited {
        told.push(say(language, "absence-waiting", &[("from", Value::Day(pay.from))]));
    }
    let used = Value::Number(pay.used + here);
    let last = pay.from + chrono::TimeDelta::days(limit - pay.used - 1);
    let values = [("used", used), ("of", Value::Number(limit)), ("last", Value::Day(last))];
    told.push(say(
        language,
        if pay.beyond { "absence-six-weeks-beyond" } else { "absence-six-weeks" },
        &values,
    ));
    if pay.used > 0 {
        told.push(say(language, "absence-same-illness", &[("days", Value::Number(pay.used))]));
    }
    told
}

/// What is known of a certificate, in a sentence.
#[must_use]
pub fn certificate(language: Language, known: Certificate, state: CertificateState) -> String {
    match (known, state) {
        (Certificate::Electronic(on), _) => {
            say(language, "absence-certificate-electronic", &[("day", Value::Day(on))])
        }
        (Certificate::Paper(on), _) => {
            say(language, "absence-certificate-paper", &[("day", Value::Day(on))])
        }
        (Certificate::Expected(on), _) => {
            say(language, "absence-certificate-expected", &[("day", Value::Day(on))])
        }
        (Certificate::None, CertificateState::Missing { due }) => {
            say(language, "absence-certificate-missing", &[("day", Value::Day(due))])
        }
        (Certificate::None, CertificateState::NotNeeded | CertificateState::Held { .. }) => {
            say(language, "absence-certificate-not-needed", &[])
        }
    }
}

fn clash_sentences(
    language: Language,
    entry: &AbsenceEntry,
    clashes: &[Clash],
    zone: Tz,
) -> Vec<String> {
    let open = entry.state.counts() || entry.state == AbsenceState::Requested;
    if !open {
        return Vec::new();
    }
    let told = |kind: ClashKind| {
        let all: Vec<String> = clashes
            .iter()
            .filter(|clash| clash.kind == kind)
            .map(|clash| span(language, clash.span, zone))
            .collect();
        (i64::try_from(all.len()).unwrap_or(0), all.join("; "))
    };
    let mut sentences = Vec::new();
    for (kind, key) in [
        (ClashKind::Worked, "absence-clash-worked"),
        (ClashKind::Planned, "absence-clash-planned"),
        (ClashKind::FellAway, "absence-clash-fell-away"),
    ] {
        let (count, list) = told(kind);
        if count > 0 {
            let values = [("count", Value::Number(count)), ("list", Value::Text(&list))];
            sentences.push(say(language, key, &values));
        }
    }
    sentences
}

/// `So 8. Nov. 22:00 bis Mo 9. Nov. 06:00`.
fn span(language: Language, span: Interval, zone: Tz) -> String {
    let values =
        [("from", Value::Moment(span.from(), zone)), ("to", Value::Moment(span.to(), zone))];
    say(language, "absence-span", &values)
}
