//! Names, contracts and settings: field maps that the employer keeps.

use super::acting::{Acting, Written};
use super::refusal::{AppError, Refusal};
use crate::contract::refusal::check;
use crate::contract::version::ContractVersion;
use crate::document::{DocumentId, DocumentKind, EventId, PersonId};
use crate::record::document::Document;
use crate::record::fields::{FieldKey, FieldValue};
use std::collections::BTreeMap;

impl Acting<'_> {
    /// Puts a contract version down. Its id in the record becomes its id in
    /// the contract. Earlier versions stay; pay reads the one of the day.
    ///
    /// # Errors
    ///
    /// [`Refusal::Contract`] if the versions together cannot hold.
    pub fn put_contract(
        &mut self,
        person: PersonId,
        version: &ContractVersion,
    ) -> Result<EventId, AppError> {
        let id = self.fresh();
        let version = ContractVersion { id: id.to_string(), ..version.clone() };
        let mut versions = self.contract_of(person)?;
        versions.push(version.clone());
        versions.sort_by_key(|version| version.valid_from);
        check(&versions).map_err(Refusal::Contract)?;
        let json = serde_json::to_string(&version).expect("a contract is plain data");
        let of = |field| field_of(DocumentKind::Contract, "version", id, field);
        let fields = [
            (of("json"), FieldValue::text(json)),
            (of("valid_from"), FieldValue::text(version.valid_from.to_string())),
        ];
        self.set_fields(DocumentId::contract(person), &fields)?;
        Ok(id)
    }

    /// The contract versions of a person, oldest first. A version with two
    /// values for its text, or one that is not readable, is left out: pay then
    /// finds days without a contract.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn contract_of(&mut self, person: PersonId) -> Result<Vec<ContractVersion>, AppError> {
        let document = self.document(DocumentId::contract(person))?;
        let withdrawn = |id| {
            let key = field_of(DocumentKind::Contract, "version", id, "withdrawn");
            one(&document, &key) == Some(&FieldValue::Flag(true))
        };
        let mut versions: Vec<ContractVersion> = document
            .fields()
            .filter(|(key, values)| key.field() == "json" && values.len() == 1)
            .filter(|(key, _)| key.id().is_some_and(|id| !withdrawn(id)))
            .filter_map(|(_, values)| values.first()?.value.as_text())
            .filter_map(|json| serde_json::from_str(json).ok())
            .collect();
        versions.sort_by_key(|version| version.valid_from);
        Ok(versions)
    }

    /// Sets fields of a person's own document: name, contact.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`] for a field that does not exist.
    pub fn put_person(
        &mut self,
        person: PersonId,
        fields: &BTreeMap<String, String>,
    ) -> Result<(), AppError> {
        self.set_texts(DocumentId::person(person), fields)
    }

    /// Sets fields of the team: name, zone, settings.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuchEntry`] for a field that does not exist.
    pub fn put_team(&mut self, fields: &BTreeMap<String, String>) -> Result<(), AppError> {
        self.set_texts(DocumentId::team(), fields)
    }

    /// A field of a person: `name`, `personnel_number` …; `None` if it is empty
    /// or has two values.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn person_field(
        &mut self,
        person: PersonId,
        field: &str,
    ) -> Result<Option<String>, AppError> {
        self.text_of(DocumentId::person(person), field)
    }

    /// A field of the team.
    ///
    /// # Errors
    ///
    /// Faults of record and ledger.
    pub fn team_field(&mut self, field: &str) -> Result<Option<String>, AppError> {
        self.text_of(DocumentId::team(), field)
    }

    fn text_of(&mut self, id: DocumentId, field: &str) -> Result<Option<String>, AppError> {
        let Some(key) = FieldKey::alone(id.kind(), field) else { return Ok(None) };
        let document = self.document(id)?;
        Ok(one(&document, &key).and_then(FieldValue::as_text).map(str::to_owned))
    }

    fn set_texts(
        &mut self,
        id: DocumentId,
        texts: &BTreeMap<String, String>,
    ) -> Result<(), AppError> {
        let fields = texts
            .iter()
            .map(|(field, text)| {
                let key = FieldKey::alone(id.kind(), field).ok_or(Refusal::NoSuchEntry)?;
                Ok((key, FieldValue::text(text)))
            })
            .collect::<Result<Vec<_>, Refusal>>()?;
        self.set_fields(id, &fields)
    }

    /// Sets fields of one document, as an act of its own.
    pub(super) fn set_fields(
        &mut self,
        id: DocumentId,
        fields: &[(FieldKey, FieldValue)],
    ) -> Result<(), AppError> {
        let mut document = self.open(id)?;
        let mut act = Written::default();
        self.set_in(&mut act, &mut document, fields)?;
        self.put_down(act)
    }
}

/// A field that this version has.
pub(super) fn field_of(kind: DocumentKind, thing: &str, id: EventId, field: &str) -> FieldKey {
    FieldKey::of(kind, thing, id, field).expect("the table of fields has it")
}

/// The value of a field, if there is exactly one.
pub(super) fn one<'a>(document: &'a Document, key: &FieldKey) -> Option<&'a FieldValue> {
    match document.field(key).as_slice() {
        [only] => Some(&only.value),
        _ => None,
    }
}
