//! Who is asking: people by a bearer token, devices by a signed nonce.

use crate::error::ApiError;
use crate::fault::{OfficeError, Refusal};
use crate::journal;
use crate::office::Turn;
use crate::routes::App;
use assistenz_core::document::{DeviceId, PersonId, TeamId};
use assistenz_core::log::{Context, Desk, Role, Signature, Topic, codec};
use assistenz_core::policy::Member;
use assistenz_core::sync::Nonce;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

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
    let state = journal::state(turn, session.team)?;
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

/// Checks `Authorization: Device <team>.<device>.<nonce>.<signature>`, the last
/// two in hexadecimal digits: the device has signed the office's nonce.
///
/// # Errors
///
/// [`Refusal::NotSignedIn`] unless the signature fits a live device of a
/// member, and the office gave out this nonce not long ago.
pub fn device(
    turn: &mut Turn<'_>,
    secret: &[u8; 32],
    told: &str,
) -> Result<(TeamId, DeviceId), OfficeError> {
    let no = || OfficeError::from(Refusal::NotSignedIn);
    let parts: Vec<&str> = told.split('.').collect();
    let [team, device, nonce, signature] = parts.as_slice() else { return Err(no()) };
    let team: TeamId = team.parse().map_err(|_| no())?;
    let device: DeviceId = device.parse().map_err(|_| no())?;
    let nonce_bytes = hex::decode(nonce).map_err(|_| no())?;
    let nonce: Nonce = codec::decode(&nonce_bytes).map_err(|_| no())?;
    let mut bytes = [0; 64];
    hex::decode_to_slice(signature, &mut bytes).map_err(|_| no())?;
    if !nonce.holds(secret, team, device, turn.now_ms) {
        return Err(no());
    }
    let state = turn.core.policy(turn.ledger, team)?;
    state.may_read_policy(device, turn.now_ms).map_err(|_| no())?;
    let known = state.device(device).ok_or_else(no)?;
    let signature = Signature(bytes);
    known.key.verify(Context::Session, &nonce_bytes, &signature).map_err(|_| no())?;
    Ok((team, device))
}
