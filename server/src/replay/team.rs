//! The office's side of a replay: founding, contracts, rota, letting devices
//! in, proposing, approving, exporting. The employer acts at the desk.

use super::ReplayError;
use super::drift::{self, Drift};
use crate::desk;
use crate::evidence;
use crate::fault::OfficeError;
use crate::invite;
use crate::journal::{self, Operator};
use crate::office::{Office, Turn};
use crate::team_settings::PAYROLL;
use assistenz_core::app::correction::Change;
use assistenz_core::app::{Acting, AppError, ApprovalTerms, Approved, Handover};
use assistenz_core::contract::version::ContractVersion;
use assistenz_core::document::{EventId, PersonId};
use assistenz_core::log::{Operation, Role};
use assistenz_core::pairing::PairingCode;
use assistenz_core::payroll::settings::OfficeSettings;
use assistenz_core::payroll::{Approval, ExportSet, Purpose, export};
use assistenz_core::time::{Interval, Minute, Month};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// How long a pairing code is good for, in ms.
const CODE_MS: i64 = 15 * 60_000;

/// A founded team at an office that listens.
#[derive(Debug)]
pub(super) struct Team {
    office: Office,
    operator: Operator,
    address: String,
}

impl Team {
    /// Founds a team with one employer.
    ///
    /// # Errors
    ///
    /// The office's.
    pub(super) fn found(office: Office, address: String, name: &str) -> Result<Self, ReplayError> {
        office.write_now(journal::found)?;
        let operator = office.write_now(journal::operator)?;
        let team = Self { office, operator, address };
        let fields = BTreeMap::from([("name".to_owned(), name.to_owned())]);
        team.desk(move |acting| acting.put_team(&fields))?;
        Ok(team)
    }

    pub(super) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Turn<'_>, &Operator) -> Result<T, OfficeError> + Send + 'static,
    ) -> Result<T, ReplayError> {
        let operator = self.operator.clone();
        Ok(self.office.write_now(move |turn| work(turn, &operator))?)
    }

    /// The employer acts at the desk.
    fn desk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Acting<'_>) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, ReplayError> {
        self.write(move |turn, operator| desk::act(turn, operator, work))
    }

    /// Takes an assistant in, with name and contract.
    ///
    /// # Errors
    ///
    /// The office's; a contract that cannot hold.
    pub(super) fn assistant(
        &self,
        name: String,
        contract: ContractVersion,
    ) -> Result<PersonId, ReplayError> {
        self.write(move |turn, operator| {
            let person = PersonId::new(turn.random()?);
            let operation = Operation::AddMember { person, role: Role::Assistant, until_ms: None };
            journal::act(turn, operator, operation)?;
            desk::act(turn, operator, |acting| {
                acting.put_person(person, &BTreeMap::from([("name".to_owned(), name)]))?;
                acting.put_contract(person, &contract)
            })?;
            Ok(person)
        })
    }

    /// A pairing code for a member's device.
    ///
    /// # Errors
    ///
    /// The office's.
    pub(super) fn code(&self, person: PersonId) -> Result<PairingCode, ReplayError> {
        let address = self.address.clone();
        let made = self.write(move |turn, operator| {
            invite::code(turn, operator.team, person, address, None, CODE_MS)
        })?;
        made.code.parse().map_err(|_| ReplayError::Strange("a pairing code"))
    }

    /// The employer compares the digits and lets the device in.
    ///
    /// # Errors
    ///
    /// If no device with these digits waits.
    pub(super) fn let_in(&self, digits: String) -> Result<(), ReplayError> {
        self.write(move |turn, operator| invite::let_in(turn, operator, &digits).map(|_| ()))
    }

    /// Plans and publishes the rota of a person. Gives back how many shifts.
    ///
    /// # Errors
    ///
    /// The office's.
    pub(super) fn plan(
        &self,
        person: PersonId,
        spans: &[Interval],
        zone: Tz,
    ) -> Result<usize, ReplayError> {
        let shifts: Vec<_> = spans.iter().map(|span| (rounded(*span), None)).collect();
        let months: BTreeSet<Month> =
            shifts.iter().map(|(span, _)| Month::of(span.from().day(zone))).collect();
        self.desk(move |acting| {
            acting.plan(person, &shifts, zone)?;
            let mut published = 0;
            for month in months {
                published += acting.publish(person, month)?.len();
            }
            Ok(published)
        })
    }

    /// The employer proposes another end.
    ///
    /// # Errors
    ///
    /// The use case's.
    pub(super) fn propose_end(
        &self,
        (person, month, shift): (PersonId, Month, EventId),
        end_ms: i64,
        reason: &'static str,
    ) -> Result<EventId, ReplayError> {
        let change = Change::Ends { start_ms: None, end_ms: Some(end_ms) };
        self.desk(move |acting| acting.propose(person, month, shift, &change, reason))
    }

    /// The employer approves a month.
    ///
    /// # Errors
    ///
    /// The use case's.
    pub(super) fn approve(&self, person: PersonId, month: Month) -> Result<Approved, ReplayError> {
        self.desk(move |acting| acting.approve(person, month, &ApprovalTerms::default()))
    }

    /// What changed in a month since its approval, shift by shift.
    ///
    /// # Errors
    ///
    /// The use case's.
    pub(super) fn changed(&self, person: PersonId, month: Month) -> Result<usize, ReplayError> {
        let standing = self.desk(move |acting| acting.standing_of(person, month))?;
        Ok(standing.deltas.iter().map(|(_, delta)| delta.changes.len()).sum())
    }

    /// Whose months keep the files of this month from going out: person and month.
    ///
    /// # Errors
    ///
    /// The use case's.
    pub(super) fn waiting(&self, paid_in: Month) -> Result<Vec<(String, Month)>, ReplayError> {
        let handover = self.desk(move |acting| acting.handover(paid_in))?;
        let open = handover.people.into_iter().filter(|one| one.approval != Approval::Approved);
        Ok(open.map(|one| (one.person, one.month)).collect())
    }

    /// Whether anything is left to pay in a month.
    ///
    /// # Errors
    ///
    /// The use case's.
    pub(super) fn owes(&self, paid_in: Month) -> Result<bool, ReplayError> {
        Ok(!self.desk(move |acting| acting.handover(paid_in))?.lines.is_empty())
    }

    /// Says what the payroll office wants, so that the files can be made again.
    ///
    /// # Errors
    ///
    /// The office's.
    pub(super) fn wants(&self, settings: &OfficeSettings) -> Result<(), ReplayError> {
        let text = serde_json::json!({ PAYROLL: settings }).to_string();
        let fields = BTreeMap::from([("settings".to_owned(), text)]);
        self.desk(move |acting| acting.put_team(&fields))
    }

    /// Writes the payroll files of a month and signs into the log that they went out.
    ///
    /// # Errors
    ///
    /// [`ReplayError::Payroll`] lists what keeps the files from going out.
    pub(super) fn export(
        &self,
        month: Month,
        settings: &OfficeSettings,
    ) -> Result<(Handover, ExportSet), ReplayError> {
        let handover = self.desk(move |acting| acting.handover(month))?;
        let set = export(&handover.input(settings, Purpose::Final))?;
        let record = handover.record(settings.program.word(), &set);
        self.write(move |turn, operator| journal::office(turn, operator.team, record))?;
        Ok((handover, set))
    }

    /// The evidence file.
    ///
    /// # Errors
    ///
    /// The office's.
    pub(super) fn evidence(&self) -> Result<Vec<u8>, ReplayError> {
        self.write(|turn, operator| evidence::file(turn, operator.team))
    }

    /// Every doubt about a device's clock in the log.
    ///
    /// # Errors
    ///
    /// The office's.
    pub(super) fn drift(&self) -> Result<Vec<Drift>, ReplayError> {
        self.write(|turn, operator| drift::findings(turn, operator.team))
    }

    /// How many entries the log has.
    ///
    /// # Errors
    ///
    /// The office's.
    pub(super) fn entries(&self) -> Result<u64, ReplayError> {
        self.write(|turn, operator| {
            Ok(turn.ledger.head(operator.team)?.map_or(0, |head| head.size))
        })
    }
}

/// Both ends at the nearest quarter of an hour; never empty.
fn rounded(span: Interval) -> Interval {
    let near = |minute: Minute| Minute::new((minute.get() + 7).div_euclid(15) * 15);
    let later = Minute::new(near(span.from()).get() + 15);
    Interval::new(near(span.from()), near(span.to()).max(later)).unwrap_or(span)
}
