//! Passkeys (WebAuthn): the browser signs a question of the office.
//!
//! A question waits in memory until it is answered, five minutes at most; an
//! office that was started again asks anew. Passkeys belong to the name of the
//! office's address: at a bare IP address browsers know none, so the way in
//! over this machine is `localhost`.

use crate::desk::{Ritual, SignedOver};
use crate::door::{Door, KeptPasskey};
use crate::fault::{OfficeError, Refusal};
use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::log::{Assertion, Hash};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyAuthentication,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid, Webauthn,
    WebauthnBuilder,
};

/// How long a question waits for its answer.
const WAITS_MS: i64 = 5 * 60 * 1_000;
/// Questions that wait at a time; the oldest are forgotten first.
const MOST: usize = 1_000;

/// A question that waits.
enum Waiting {
    New(TeamId, PersonId, Box<PasskeyRegistration>),
    SignIn(Box<DiscoverableAuthentication>),
    Again(TeamId, PersonId, Box<PasskeyAuthentication>),
    /// The challenge is the hash of what is to be written.
    Content(TeamId, PersonId, Box<PasskeyAuthentication>, Ritual, Hash),
}

/// Asks for passkeys and judges the answers.
pub struct Passkeys {
    webauthn: Option<Webauthn>,
    waiting: Mutex<HashMap<[u8; 16], (i64, Waiting)>>,
}

impl std::fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passkeys").field("possible", &self.possible()).finish_non_exhaustive()
    }
}

/// The address under which browsers must reach the office for passkeys: the
/// loopback's number has none, its name has.
#[must_use]
pub fn origin(address: &str) -> Option<Url> {
    let mut url = Url::parse(address).ok()?;
    let host = url.host_str()?.trim_matches(['[', ']']).to_owned();
    match host.parse::<IpAddr>() {
        Ok(ip) if ip.is_loopback() => url.set_host(Some("localhost")).ok()?,
        Ok(_) => return None,
        Err(_) => {}
    }
    Some(url)
}

impl Passkeys {
    /// For an office that is reached at this address.
    #[must_use]
    pub fn new(address: &str) -> Self {
        let webauthn = origin(address).and_then(|origin| {
            let host = origin.host_str()?.to_owned();
            let builder = WebauthnBuilder::new(&host, &origin).ok()?;
            builder.rp_name("Assistenzzeit").build().ok()
        });
        Self { webauthn, waiting: Mutex::default() }
    }

    /// Whether passkeys can be had at the office's address.
    #[must_use]
    pub const fn possible(&self) -> bool {
        self.webauthn.is_some()
    }

    fn webauthn(&self) -> Result<&Webauthn, OfficeError> {
        self.webauthn.as_ref().ok_or_else(|| Refusal::NoPasskeys.into())
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<[u8; 16], (i64, Waiting)>> {
        // A panic elsewhere leaves at worst one question unasked.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, id: [u8; 16], now_ms: i64, question: Waiting) {
        let mut waiting = self.waiting();
        waiting.retain(|_, (until_ms, _)| *until_ms > now_ms);
        if waiting.len() >= MOST {
            let oldest = waiting.iter().min_by_key(|(_, (until, _))| *until).map(|(id, _)| *id);
            oldest.map(|id| waiting.remove(&id));
        }
        waiting.insert(id, (now_ms.saturating_add(WAITS_MS), question));
    }

    fn take(&self, id: &str, now_ms: i64) -> Option<Waiting> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(id, &mut bytes).ok()?;
        let (until_ms, question) = self.waiting().remove(&bytes)?;
        (until_ms > now_ms).then_some(question)
    }

    /// The question for a new passkey, as the browser wants it.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoPasskeys`] at an address that can have none.
    pub fn ask_new(
        &self,
        (team, person): (TeamId, PersonId),
        called: &str,
        known: &[KeptPasskey],
        (id, now_ms): ([u8; 16], i64),
    ) -> Result<Value, OfficeError> {
        let known = known.iter().map(|key| key.id.clone()).collect();
        let user = Uuid::from_bytes(*person.bytes());
        let (mut question, state) = self
            .webauthn()?
            .start_passkey_registration(user, called, called, Some(known))
            .map_err(|_| Refusal::NoPasskeys)?;
        // A name to type in is not needed where the key can be found by itself.
        if let Some(choice) = question.public_key.authenticator_selection.as_mut() {
            choice.require_resident_key = true;
        }
        let mut options = json!(question.public_key);
        options["authenticatorSelection"]["residentKey"] = json!("required");
        self.keep(id, now_ms, Waiting::New(team, person, Box::new(state)));
        Ok(json!({ "question": hex::encode(id), "options": options }))
    }

    /// The new passkey, if the answer fits the question to this person.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotProven`].
    pub fn made(
        &self,
        (team, person): (TeamId, PersonId),
        label: &str,
        (question, answer): (&str, &str),
        now_ms: i64,
    ) -> Result<KeptPasskey, OfficeError> {
        let no = || OfficeError::from(Refusal::NotProven);
        let Some(Waiting::New(asked_team, asked, state)) = self.take(question, now_ms) else {
            return Err(no());
        };
        if (asked_team, asked) != (team, person) {
            return Err(no());
        }
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).map_err(|_| no())?;
        let made = self.webauthn()?.finish_passkey_registration(&answer, &state);
        let key = made.map_err(|_| no())?;
        Ok(KeptPasskey {
            id: key.cred_id().to_vec(),
            team,
            person,
            label: label.to_owned(),
            key: serde_json::to_string(&key).map_err(|_| no())?,
            made_ms: now_ms,
            used_ms: None,
        })
    }

    /// The question to whoever wants to sign in.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoPasskeys`] at an address that can have none.
    pub fn ask_anyone(&self, id: [u8; 16], now_ms: i64) -> Result<Value, OfficeError> {
        let started = self.webauthn()?.start_discoverable_authentication();
        let (question, state) = started.map_err(|_| Refusal::NoPasskeys)?;
        self.keep(id, now_ms, Waiting::SignIn(Box::new(state)));
        Ok(json!({ "question": hex::encode(id), "options": json!(question.public_key) }))
    }

    /// The question to a person who has signed in, to show it once more.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoPasskeys`] without one.
    pub fn ask_again(
        &self,
        (team, person): (TeamId, PersonId),
        known: &[KeptPasskey],
        (id, now_ms): ([u8; 16], i64),
    ) -> Result<Value, OfficeError> {
        let keys: Vec<Passkey> =
            known.iter().filter_map(|kept| serde_json::from_str(&kept.key).ok()).collect();
        let started = self.webauthn()?.start_passkey_authentication(&keys);
        let (question, state) = started.map_err(|_| Refusal::NoPasskeys)?;
        self.keep(id, now_ms, Waiting::Again(team, person, Box::new(state)));
        Ok(json!({ "question": hex::encode(id), "options": json!(question.public_key) }))
    }

    /// The question to a person that asks for a signature over exactly this
    /// content: its challenge is the content's hash.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoPasskeys`] without one.
    pub fn ask_over(
        &self,
        (team, person): (TeamId, PersonId),
        known: &[KeptPasskey],
        (ritual, body): (Ritual, Hash),
        (id, now_ms): ([u8; 16], i64),
    ) -> Result<Value, OfficeError> {
        let no = || OfficeError::from(Refusal::NoPasskeys);
        let keys: Vec<Passkey> =
            known.iter().filter_map(|kept| serde_json::from_str(&kept.key).ok()).collect();
        let started = self.webauthn()?.start_passkey_authentication(&keys);
        let (question, state) = started.map_err(|_| no())?;
        // The library draws a challenge of its own; ours takes its place on both sides.
        let mut options = json!(question.public_key);
        let mut kept = json!(state);
        let challenge = json!(URL_SAFE_NO_PAD.encode(body.0));
        let places = [options.get_mut("challenge"), kept.pointer_mut("/ast/challenge")];
        for place in places {
            *place.ok_or_else(no)? = challenge.clone();
        }
        let state: PasskeyAuthentication = serde_json::from_value(kept).map_err(|_| no())?;
        self.keep(id, now_ms, Waiting::Content(team, person, Box::new(state), ritual, body));
        Ok(json!({ "question": hex::encode(id), "options": options }))
    }

    /// The signature over the content that this person was asked for.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotProven`] unless it fits a kept passkey of theirs; the disk's.
    pub fn signed_over(
        &self,
        door: &Door,
        of: (TeamId, PersonId),
        (question, answer): (&str, &str),
        now_ms: i64,
    ) -> Result<(Ritual, SignedOver), OfficeError> {
        let no = || OfficeError::from(Refusal::NotProven);
        let Some(Waiting::Content(team, person, state, ritual, body)) = self.take(question, now_ms)
        else {
            return Err(no());
        };
        let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(|_| no())?;
        let kept = door.passkey(answer.get_credential_id())?.ok_or_else(no)?;
        if (team, person) != of || (kept.team, kept.person) != of {
            return Err(no());
        }
        let mut key: Passkey = serde_json::from_str(&kept.key).map_err(|_| no())?;
        let judged = self.webauthn()?.finish_passkey_authentication(&answer, &state);
        key.update_credential(&judged.map_err(|_| no())?);
        let text = serde_json::to_string(&key).map_err(|_| no())?;
        door.passkey_used(&kept.id, &text, now_ms)?;
        let assertion = Assertion {
            credential_id: kept.id,
            authenticator_data: answer.response.authenticator_data.to_vec(),
            client_data: answer.response.client_data_json.to_vec(),
            signature: answer.response.signature.to_vec(),
        };
        Ok((ritual, SignedOver { body, assertion }))
    }

    /// Whose passkey has answered a question of either kind. Notes its use.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotProven`] unless the answer fits a kept passkey; the disk's.
    pub fn proven(
        &self,
        door: &Door,
        (question, answer): (&str, &str),
        now_ms: i64,
    ) -> Result<(TeamId, PersonId), OfficeError> {
        let no = || OfficeError::from(Refusal::NotProven);
        let state = self.take(question, now_ms).ok_or_else(no)?;
        let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(|_| no())?;
        let kept = door.passkey(answer.get_credential_id())?.ok_or_else(no)?;
        let mut key: Passkey = serde_json::from_str(&kept.key).map_err(|_| no())?;
        let judged = match state {
            Waiting::SignIn(state) => {
                let known = DiscoverableKey::from(&key);
                self.webauthn()?.finish_discoverable_authentication_v2(&answer, *state, &known)
            }
            Waiting::Again(team, person, state) if (team, person) == (kept.team, kept.person) => {
                self.webauthn()?.finish_passkey_authentication(&answer, &state)
            }
            Waiting::Again(..) | Waiting::New(..) | Waiting::Content(..) => return Err(no()),
        };
        let result = judged.map_err(|_| no())?;
        key.update_credential(&result);
        let text = serde_json::to_string(&key).map_err(|_| no())?;
        door.passkey_used(&kept.id, &text, now_ms)?;
        Ok((kept.team, kept.person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name_and_the_loopback_has_one() {
        for (address, host) in [
            ("https://office.example", Some("office.example")),
            ("http://127.0.0.1:8443", Some("localhost")),
            ("http://[::1]:8443", Some("localhost")),
            ("http://localhost:8443", Some("localhost")),
            ("https://192.168.1.2:8443", None),
        ] {
            let found = origin(address).and_then(|url| url.host_str().map(str::to_owned));
            assert_eq!(found.as_deref(), host, "{address}");
            assert_eq!(Passkeys::new(address).possible(), host.is_some(), "{address}");
        }
    }

    #[test]
    fn a_question_is_answered_once_and_in_time() {
        let passkeys = Passkeys::new("http://localhost:1");
        passkeys.ask_anyone([1; 16], 0).expect("asked");
        assert!(passkeys.take(&hex::encode([1; 16]), WAITS_MS - 1).is_some());
        assert!(passkeys.take(&hex::encode([1; 16]), WAITS_MS - 1).is_none(), "once");
        passkeys.ask_anyone([2; 16], 0).expect("asked");
        assert!(passkeys.take(&hex::encode([2; 16]), WAITS_MS).is_none(), "too late");
    }
}
