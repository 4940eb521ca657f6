//! Who is asking: people by a bearer token, devices by a signed nonce.

use crate::error::ApiError;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use assistenz_core::document::{DeviceId, PersonId, TeamId};
use assistenz_core::log::{Context, Desk, Role, Signature, Topic};
use assistenz_core::policy::{Member, PolicyState};
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// How long a device's session lasts.
pub const DEVICE_SESSION_MS: i64 = 60 * 60 * 1_000;

/// A person who is signed in, with what the log said of them when they asked.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The session, as it stands in what is signed for them.
    pub session: crate::door::Session,
    /// Roles and grants.
    pub member: Member,
    /// When they asked.
    pub now_ms: i64,
}

impl Caller {
    /// Whose session it is.
    #[must_use]
    pub const fn person(&self) -> PersonId {
        self.session.person
    }

    /// In which team.
    #[must_use]
    pub const fn team(&self) -> TeamId {
        self.session.team
    }

    /// Whether this role is there and has not ended.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.member.is(role, self.now_ms)
    }

    /// Whether they are the employer, or a deputy with this topic.
    #[must_use]
    pub fn may(&self, topic: Topic) -> bool {
        self.is(Role::Employer) || self.member.may(topic, self.now_ms)
    }

    /// Only an employer goes on.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoRight`].
    pub fn employer(&self) -> Result<(), Refusal> {
        if self.is(Role::Employer) { Ok(()) } else { Err(Refusal::NoRight) }
    }

    /// Only an employer, or a deputy with this topic, goes on.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoRight`].
    pub fn employer_or(&self, topic: Topic) -> Result<(), Refusal> {
        if self.may(topic) { Ok(()) } else { Err(Refusal::NoRight) }
    }

    /// What stands in the log about how they were known to the office.
    #[must_use]
    pub const fn desk(&self) -> Desk {
        Desk {
            person: self.session.person,
            session: self.session.id,
            credential: self.session.credential,
            assertion: None,
        }
    }
}

/// Looks a token up, and its person in the log as it is now.
///
/// # Errors
///
/// [`Refusal::NotSignedIn`] unless the session runs and the person is a member.
pub fn caller(turn: &mut Turn<'_>, token: &str) -> Result<Caller, OfficeError> {
    let session = turn.door.session(token, turn.now_ms)?.ok_or(Refusal::NotSignedIn)?;
    let state = journal::state(turn.ledger, session.team)?;
    let member = state.member(session.person).filter(|member| member.is_live(turn.now_ms));
    let member = member.ok_or(Refusal::NotSignedIn)?.clone();
    Ok(Caller { session, member, now_ms: turn.now_ms })
}

/// An extractor: nobody gets past it without being signed in.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Caller);

impl FromRequestParts<App> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let token = authorization(parts, "Bearer").ok_or(Refusal::NotSignedIn)?;
        let found = app.office().read(move |turn| caller(turn, &token)).await;
        if let Err(OfficeError::Refused(Refusal::NotSignedIn)) = found {
            app.count_stranger(parts)?;
        }
        Ok(Self(found?))
    }
}

/// The rest of the header `Authorization` after this scheme.
pub(crate) fn authorization(parts: &Parts, scheme: &str) -> Option<String> {
    let header = parts.headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (said, rest) = header.split_once(' ')?;
    said.eq_ignore_ascii_case(scheme).then(|| rest.trim().to_owned())
}

/// What a device signs to open a session: made from device and end with the
/// office's secret, so that nothing needs to be kept.
#[must_use]
pub fn nonce(secret: &[u8; 32], device: DeviceId, expires_ms: i64) -> [u8; 32] {
    // HMAC takes a key of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return [0; 32] };
    mac.update(b"assistenzzeit/nonce/1\0");
    mac.update(device.bytes());
    mac.update(&expires_ms.to_be_bytes());
    mac.finalize().into_bytes().into()
}

/// Checks `Authorization: Device <device>.<expires_ms>.<signature>`.
///
/// # Errors
///
/// [`Refusal::NotSignedIn`] unless the signature over the nonce fits a live
/// device of a member, and the session has not ended.
pub fn device(
    secret: &[u8; 32],
    state: &PolicyState,
    told: &str,
    now_ms: i64,
) -> Result<DeviceId, Refusal> {
    let no = Refusal::NotSignedIn;
    let mut parts = told.splitn(3, '.');
    let (Some(device), Some(expires_ms), Some(signature)) =
        (parts.next(), parts.next(), parts.next())
    else {
        return Err(no);
    };
    let device: DeviceId = device.parse().map_err(|_| no.clone())?;
    let expires_ms: i64 = expires_ms.parse().map_err(|_| no.clone())?;
    let mut bytes = [0; 64];
    hex::decode_to_slice(signature, &mut bytes).map_err(|_| no.clone())?;
    if expires_ms <= now_ms || expires_ms > now_ms.saturating_add(DEVICE_SESSION_MS) {
        return Err(no);
    }
    state.may_read_policy(device, now_ms).map_err(|_| no.clone())?;
    let known = state.device(device).ok_or_else(|| no.clone())?;
    let nonce = nonce(secret, device, expires_ms);
    known.key.verify(Context::Session, &nonce, &Signature(bytes)).map_err(|_| no)?;
    Ok(device)
}
