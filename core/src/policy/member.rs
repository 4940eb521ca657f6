//! Members and devices of a team.

use crate::document::PersonId;
use crate::log::{DeviceForm, PublicKey, Role, Topic};
use std::collections::{BTreeMap, BTreeSet};

/// A person's roles and grants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Member {
    /// Roles not taken away, with their end in ms by the office's clock.
    pub roles: BTreeMap<Role, Option<i64>>,
    /// Every role this person ever had.
    pub ever: BTreeSet<Role>,
    /// Topics not taken back, with their end in ms by the office's clock.
    pub grants: BTreeMap<Topic, i64>,
}

impl Member {
    /// When the role ends (`i64::MAX`: open); `None` without the role.
    pub(super) fn role_ends(&self, role: Role) -> Option<i64> {
        self.roles.get(&role).map(|until| until.unwrap_or(i64::MAX))
    }

    /// When the topic ends for a deputy; `None` without role or grant.
    pub(super) fn topic_ends(&self, topic: Topic) -> Option<i64> {
        Some(*self.grants.get(&topic)?.min(&self.role_ends(Role::Deputy)?))
    }

    /// Whether the person is or was an assistant or coach: somebody with hours.
    #[must_use]
    pub fn ever_worked(&self) -> bool {
        self.ever.contains(&Role::Assistant) || self.ever.contains(&Role::Coach)
    }

    /// Whether the role is there and has not ended.
    #[must_use]
    pub fn is(&self, role: Role, at_ms: i64) -> bool {
        self.role_ends(role).is_some_and(|end| at_ms < end)
    }

    /// Whether any role is there and has not ended.
    #[must_use]
    pub fn is_live(&self, at_ms: i64) -> bool {
        Role::ALL.into_iter().any(|role| self.is(role, at_ms))
    }

    /// Whether a deputy, with this topic, neither ended.
    #[must_use]
    pub fn may(&self, topic: Topic, at_ms: i64) -> bool {
        self.topic_ends(topic).is_some_and(|end| at_ms < end)
    }

    /// Nothing but assistant or coach, now or, for somebody who left, ever.
    pub(super) fn is_only_assistant_or_coach(&self) -> bool {
        let plain = |role: &Role| matches!(role, Role::Assistant | Role::Coach);
        if self.roles.is_empty() {
            self.ever.iter().all(plain)
        } else {
            self.roles.keys().all(plain)
        }
    }
}

/// A device that was added once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Whose it is.
    pub person: PersonId,
    /// Its key.
    pub key: PublicKey,
    /// What sort it is.
    pub form: DeviceForm,
    /// Ended for ever.
    pub revoked: bool,
    /// Added by the operator of the office, not by anybody's old key.
    pub by_operator: bool,
}
