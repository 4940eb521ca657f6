//! Policy operations: members, roles, devices, grants, keys
//! (`docs/sync-protocol.md` § 5). What they do is in the room `policy`.

use super::codec::{Canonical, CodecError, Reader, Writer};
use super::keys::PublicKey;
use crate::document::{DeviceId, PersonId};

macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident, $count:literal, $what:literal,
     $($(#[$vdoc:meta])* $variant:ident = $number:literal, $word:literal;)+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name {
            $($(#[$vdoc])* $variant = $number,)+
        }

        impl $name {
            /// Every one, by number.
            pub const ALL: [Self; $count] = [$(Self::$variant),+];

            /// Its number on the wire.
            #[must_use]
            pub const fn number(self) -> u8 {
                self as u8
            }

            /// `None` for a number that this version does not know.
            #[must_use]
            pub fn from_number(number: u64) -> Option<Self> {
                Self::ALL.into_iter().find(|one| u64::from(one.number()) == number)
            }

            /// Its word for programs. Never changes.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
                Self::from_number(reader.uint()?).ok_or(CodecError::OutOfRange($what))
            }
        }
    };
}

numbered!(
    /// What a person is in the team. One person may be several.
    Role, 5, "role",
    /// The employer (Arbeitgeber:in), or the client of a provider.
    Employer = 1, "employer";
    /// Acts for the employer in granted topics (Budget-Assistenz, Betreuung, Vertretung).
    Deputy = 2, "deputy";
    /// Works (Assistent:in, Arbeitsassistenz).
    Assistant = 3, "assistant";
    /// Jobcoach.
    Coach = 4, "coach";
    /// Payroll office (Lohnbüro).
    PayrollOffice = 5, "payroll_office";
);

numbered!(
    /// What a deputy may be granted.
    Topic, 6, "topic",
    /// Plan shifts, decide on wishes.
    Rota = 1, "rota";
    /// See hours.
    HoursView = 2, "hours_view";
    /// See, correct and approve hours.
    HoursApprove = 3, "hours_approve";
    /// Funding decisions and receipts.
    Budget = 4, "budget";
    /// Contracts and the conversation with the payroll office.
    Payroll = 5, "payroll";
    /// Members, their devices and contact data, settings.
    Team = 6, "team";
);

numbered!(
    /// What sort of device holds a key.
    DeviceForm, 3, "form of a device",
    /// An assistant's or employer's own phone.
    Phone = 1, "phone";
    /// A browser; the office holds the key.
    Desk = 2, "desk";
    /// A program at the command line.
    CommandLine = 3, "command_line";
);

/// One act of policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// Founds the team.
    Found {
        /// The first employer.
        employer: PersonId,
        /// Their device's key.
        device: PublicKey,
        /// The office's log key.
        log_key: PublicKey,
        /// What sort of device it is.
        form: DeviceForm,
    },
    /// Gives a person a role.
    AddMember {
        /// Who.
        person: PersonId,
        /// What they become.
        role: Role,
        /// When the role ends, by the office's clock.
        until_ms: Option<i64>,
    },
    /// Takes a role away.
    EndMember {
        /// Who.
        person: PersonId,
        /// What they no longer are.
        role: Role,
    },
    /// Adds a device to a person.
    AddDevice {
        /// Whose.
        person: PersonId,
        /// Its key.
        key: PublicKey,
        /// What sort of device it is.
        form: DeviceForm,
    },
    /// Ends a device for ever.
    RevokeDevice {
        /// Which.
        device: DeviceId,
    },
    /// Lets a deputy act in these topics.
    Grant {
        /// The deputy.
        person: PersonId,
        /// In ascending order, no topic twice.
        topics: Vec<Topic>,
        /// When it ends, by the office's clock.
        until_ms: i64,
    },
    /// Takes topics back.
    RevokeGrant {
        /// The deputy.
        person: PersonId,
        /// In ascending order, no topic twice.
        topics: Vec<Topic>,
    },
    /// Names the person who may help the employer back in.
    Trust {
        /// Who; replaces the one before.
        person: PersonId,
    },
    /// A further device of an employer, vouched for by an old one or by the trusted person.
    EmployerKey {
        /// The employer.
        person: PersonId,
        /// The new device's key.
        key: PublicKey,
        /// What sort of device it is.
        form: DeviceForm,
    },
    /// A further device of an employer, added by the operator; shown to all.
    RecoveredByOperator {
        /// The employer.
        person: PersonId,
        /// The new device's key.
        key: PublicKey,
        /// What sort of device it is.
        form: DeviceForm,
    },
    /// Replaces the office's log key.
    LogKey {
        /// The new one.
        key: PublicKey,
    },
    /// Whether every assistant sees the rota of all.
    ShareRota {
        /// Shared or not.
        shared: bool,
    },
}

impl Operation {
    /// Its number on the wire.
    #[must_use]
    pub const fn number(&self) -> u8 {
        match self {
            Self::Found { .. } => 1,
            Self::AddMember { .. } => 2,
            Self::EndMember { .. } => 3,
            Self::AddDevice { .. } => 4,
            Self::RevokeDevice { .. } => 5,
            Self::Grant { .. } => 6,
            Self::RevokeGrant { .. } => 7,
            Self::Trust { .. } => 8,
            Self::EmployerKey { .. } => 9,
            Self::RecoveredByOperator { .. } => 10,
            Self::LogKey { .. } => 11,
            Self::ShareRota { .. } => 12,
        }
    }

    /// Its word for programs. Never changes.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Found { .. } => "found",
            Self::AddMember { .. } => "add_member",
            Self::EndMember { .. } => "end_member",
            Self::AddDevice { .. } => "add_device",
            Self::RevokeDevice { .. } => "revoke_device",
            Self::Grant { .. } => "grant",
            Self::RevokeGrant { .. } => "revoke_grant",
            Self::Trust { .. } => "trust",
            Self::EmployerKey { .. } => "employer_key",
            Self::RecoveredByOperator { .. } => "recovered_by_operator",
            Self::LogKey { .. } => "log_key",
            Self::ShareRota { .. } => "share_rota",
        }
    }

    /// How many signatures it carries: two for founding and for a new log key.
    #[must_use]
    pub const fn signatures(&self) -> usize {
        match self {
            Self::Found { .. } | Self::LogKey { .. } => 2,
            Self::AddMember { .. }
            | Self::EndMember { .. }
            | Self::AddDevice { .. }
            | Self::RevokeDevice { .. }
            | Self::Grant { .. }
            | Self::RevokeGrant { .. }
            | Self::Trust { .. }
            | Self::EmployerKey { .. }
            | Self::RecoveredByOperator { .. }
            | Self::ShareRota { .. } => 1,
        }
    }
}

fn read_person(reader: &mut Reader<'_>) -> Result<PersonId, CodecError> {
    reader.fixed().map(PersonId::new)
}

fn read_key(reader: &mut Reader<'_>) -> Result<PublicKey, CodecError> {
    PublicKey::new(&reader.fixed()?).map_err(|_| CodecError::OutOfRange("public key"))
}

fn read_topics(reader: &mut Reader<'_>) -> Result<Vec<Topic>, CodecError> {
    let topics = reader.list(1, Topic::ALL.len() as u64, Topic::read)?;
    if topics.is_sorted_by(|a, b| a < b) {
        Ok(topics)
    } else {
        Err(CodecError::OutOfRange("order of topics"))
    }
}

fn write_topics(to: &mut Writer, topics: &[Topic]) {
    to.array(topics.len());
    for topic in topics {
        to.uint(u64::from(topic.number()));
    }
}

impl Canonical for Operation {
    const LIMIT: usize = 1024;

    fn write(&self, to: &mut Writer) {
        to.map(|map| {
            map.key(0).uint(u64::from(self.number()));
            match self {
                Self::Found { employer, device, log_key, form } => {
                    map.key(1).bytes(employer.bytes());
                    map.key(2).bytes(device.bytes());
                    map.key(3).bytes(log_key.bytes());
                    map.key(4).uint(u64::from(form.number()));
                }
                Self::AddMember { person, role, until_ms } => {
                    map.key(1).bytes(person.bytes());
                    map.key(2).uint(u64::from(role.number()));
                    map.optional(3, *until_ms, |w, ms| {
                        w.int(ms);
                    });
                }
                Self::EndMember { person, role } => {
                    map.key(1).bytes(person.bytes());
                    map.key(2).uint(u64::from(role.number()));
                }
                Self::AddDevice { person, key, form }
                | Self::EmployerKey { person, key, form }
                | Self::RecoveredByOperator { person, key, form } => {
                    map.key(1).bytes(person.bytes());
                    map.key(2).bytes(key.bytes());
                    map.key(3).uint(u64::from(form.number()));
                }
                Self::RevokeDevice { device } => {
                    map.key(1).bytes(device.bytes());
                }
                Self::Grant { person, topics, until_ms } => {
                    map.key(1).bytes(person.bytes());
                    write_topics(map.key(2), topics);
                    map.key(3).int(*until_ms);
                }
                Self::RevokeGrant { person, topics } => {
                    map.key(1).bytes(person.bytes());
                    write_topics(map.key(2), topics);
                }
                Self::Trust { person } => {
                    map.key(1).bytes(person.bytes());
                }
                Self::LogKey { key } => {
                    map.key(1).bytes(key.bytes());
                }
                Self::ShareRota { shared } => {
                    map.key(1).bool(*shared);
                }
            }
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, CodecError> {
        let mut map = from.map()?;
        let number = map.need(0, Reader::uint)?;
        let operation = match number {
            1 => Self::Found {
                employer: map.need(1, read_person)?,
                device: map.need(2, read_key)?,
                log_key: map.need(3, read_key)?,
                form: map.need(4, DeviceForm::read)?,
            },
            2 => Self::AddMember {
                person: map.need(1, read_person)?,
                role: map.need(2, Role::read)?,
                until_ms: map.optional(3, Reader::int)?,
            },
            3 => Self::EndMember {
                person: map.need(1, read_person)?,
                role: map.need(2, Role::read)?,
            },
            4 | 9 | 10 => {
                let person = map.need(1, read_person)?;
                let key = map.need(2, read_key)?;
                let form = map.need(3, DeviceForm::read)?;
                match number {
                    4 => Self::AddDevice { person, key, form },
                    9 => Self::EmployerKey { person, key, form },
                    _ => Self::RecoveredByOperator { person, key, form },
                }
            }
            5 => Self::RevokeDevice { device: DeviceId::new(map.need(1, Reader::fixed)?) },
            6 => Self::Grant {
                person: map.need(1, read_person)?,
                topics: map.need(2, read_topics)?,
                until_ms: map.need(3, Reader::int)?,
            },
            7 => Self::RevokeGrant {
                person: map.need(1, read_person)?,
                topics: map.need(2, read_topics)?,
            },
            8 => Self::Trust { person: map.need(1, read_person)? },
            11 => Self::LogKey { key: map.need(1, read_key)? },
            12 => Self::ShareRota { shared: map.need(1, Reader::bool)? },
            0 => return Err(CodecError::OutOfRange("operation")),
            _ => return Err(CodecError::Newer),
        };
        map.end()?;
        Ok(operation)
    }
}
