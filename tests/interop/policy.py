"""Members, devices and rights, written from docs/sync-protocol.md §§ 3, 5 and 7 alone."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from encoding import key_id
from formats import (
    ADD_DEVICE, ADD_MEMBER, ANSWERS, BUDGET, CONTRACT, EMPLOYER_KEY, END_MEMBER, EXPORT, FOUND, GRANT, HANDOVER,
    HELD, LOG_KEY, PERSON, POLICY, RECOVERED, RELEASED, REVIEW, REVOKE_DEVICE, REVOKE_GRANT, ROTA, ROTA_OPEN,
    SEEN, SESSION, SHARE_ROTA, TEAM, TIME, TRUST, VERDICT, WISHES, Batch, Document, Record,
)

EMPLOYER, DEPUTY, ASSISTANT, COACH, PAYROLL_OFFICE = range(1, 6)
T_ROTA, T_VIEW, T_APPROVE, T_BUDGET, T_PAYROLL, T_TEAM = range(1, 7)
DESK_FORM = 2
REVOKED, NO_RIGHT, EXPIRED = 7, 8, 9
WHOLE_TEAM = (EMPLOYER, DEPUTY, ASSISTANT, COACH, PAYROLL_OFFICE)

SUBJECT_ROLES = {
    TIME: (ASSISTANT,), REVIEW: (ASSISTANT, COACH), WISHES: (ASSISTANT,), ANSWERS: (ASSISTANT,), ROTA: (ASSISTANT,),
    SESSION: (COACH,), CONTRACT: (ASSISTANT, COACH), PERSON: WHOLE_TEAM,
}


@dataclass(frozen=True)
class Row:
    """Who a row of the table lets in: the subject itself, roles, deputies by topic."""

    own: bool = False
    roles: tuple[int, ...] = ()
    topics: tuple[int, ...] = ()


WRITERS = {
    TIME: Row(own=True),
    REVIEW: Row(roles=(EMPLOYER,), topics=(T_APPROVE,)),
    WISHES: Row(own=True),
    ANSWERS: Row(roles=(EMPLOYER,), topics=(T_ROTA,)),
    ROTA: Row(roles=(EMPLOYER,), topics=(T_ROTA,)),
    ROTA_OPEN: Row(roles=(EMPLOYER,), topics=(T_ROTA,)),
    SESSION: Row(own=True),
    CONTRACT: Row(roles=(EMPLOYER,), topics=(T_PAYROLL,)),
    BUDGET: Row(roles=(EMPLOYER,), topics=(T_BUDGET,)),
    HANDOVER: Row(roles=(EMPLOYER, PAYROLL_OFFICE), topics=(T_PAYROLL,)),
    PERSON: Row(own=True, roles=(EMPLOYER,), topics=(T_TEAM,)),
    TEAM: Row(roles=(EMPLOYER,), topics=(T_TEAM,)),
}
READERS = {
    TIME: Row(own=True, roles=(EMPLOYER,), topics=(T_VIEW, T_APPROVE)),
    REVIEW: Row(own=True, roles=(EMPLOYER,), topics=(T_VIEW, T_APPROVE)),
    WISHES: Row(own=True, roles=(EMPLOYER,), topics=(T_ROTA,)),
    ANSWERS: Row(own=True, roles=(EMPLOYER,), topics=(T_ROTA,)),
    ROTA: Row(own=True, roles=(EMPLOYER,), topics=(T_ROTA, T_VIEW, T_APPROVE)),
    ROTA_OPEN: Row(roles=(EMPLOYER, DEPUTY, ASSISTANT, COACH)),
    SESSION: Row(own=True, roles=(EMPLOYER,)),
    CONTRACT: Row(own=True, roles=(EMPLOYER,), topics=(T_PAYROLL, T_APPROVE)),
    BUDGET: Row(roles=(EMPLOYER,), topics=(T_BUDGET,)),
    HANDOVER: Row(roles=(EMPLOYER, PAYROLL_OFFICE), topics=(T_PAYROLL,)),
    PERSON: Row(own=True, roles=(EMPLOYER,), topics=(T_TEAM,)),
    TEAM: Row(roles=WHOLE_TEAM),
}


@dataclass
class Role:
    until: float = math.inf
    ended: bool = False


@dataclass
class Device:
    key: bytes
    person: bytes
    form: int
    revoked: bool = False


@dataclass
class Policy:
    """The state of the stream `policy` at one position."""

    founded: bool = False
    log_key: bytes = b""
    log_keys: list[bytes] = field(default_factory=list)
    roles: dict[bytes, dict[int, Role]] = field(default_factory=dict)
    grants: dict[bytes, dict[int, float]] = field(default_factory=dict)
    devices: dict[bytes, Device] = field(default_factory=dict)
    trusted: bytes | None = None
    rota_shared: bool = False
    restored: bool = False  # in an epoch begun by a restore

    # Roles and rights.

    def role_end(self, person: bytes, roles: Iterable[int]) -> float | None:
        """When the last of these roles ends; None if the person has none of them."""
        held = self.roles.get(person, {})
        return max((held[role].until for role in roles if role in held and not held[role].ended), default=None)

    def topic_end(self, person: bytes, topic: int) -> float | None:
        deputy = self.role_end(person, (DEPUTY,))
        granted = self.grants.get(person, {}).get(topic)
        return None if deputy is None or granted is None else min(deputy, granted)

    def has(self, person: bytes, roles: Iterable[int], now: int) -> bool:
        end = self.role_end(person, roles)
        return end is not None and now < end

    def deputy(self, person: bytes, topic: int, now: int) -> bool:
        end = self.topic_end(person, topic)
        return end is not None and now < end

    def right_end(self, person: bytes, row: Row, document: Document, reading: bool) -> float | None:
        """When the last right of this person on a document ends; None if no row applies."""
        subject_roles = SUBJECT_ROLES.get(document.kind, ())
        once = self.roles.get(document.subject, {})
        if subject_roles and not any(role in once for role in subject_roles):
            return None
        ends = [self.role_end(person, row.roles)] + [self.topic_end(person, topic) for topic in row.topics]
        if row.own and person == document.subject:
            ends.append(self.role_end(person, subject_roles))
        if reading and document.kind == ROTA and self.rota_shared:
            ends.append(self.role_end(person, (ASSISTANT,)))
        if reading and document.kind == PERSON and ASSISTANT in once:
            ends.append(self.role_end(person, (PAYROLL_OFFICE,)))
        return max((end for end in ends if end is not None), default=None)

    def right(self, device: bytes, document: Document, now: int, reading: bool = False) -> str:
        """'u'nknown device, 'r'evoked, 'n'o right, 'e'xpired or 'a'llowed."""
        known = self.devices.get(device)
        if known is None:
            return "u"
        if known.revoked:
            return "r"
        end = self.right_end(known.person, (READERS if reading else WRITERS)[document.kind], document, reading)
        return "n" if end is None else "a" if now < end else "e"

    def cause_against(self, batch: Batch, now: int) -> int | None:
        """Cause 7 to 9 against a batch of a known device and a known kind, or none."""
        device = self.devices[batch.device]
        if device.revoked:
            return REVOKED
        if not desk_fits(device, batch.header.get(14)):
            return NO_RIGHT
        return {"n": NO_RIGHT, "e": EXPIRED}.get(self.right(batch.device, batch.document, now))

    def concerns(self, record: Record, device: bytes) -> bool:
        """Whether a record may take from this device what it may write."""
        if record.operation == REVOKE_DEVICE:
            return record.content[1] == device
        about_person = record.operation in (ADD_MEMBER, END_MEMBER, GRANT, REVOKE_GRANT)
        return about_person and record.content[1] == self.devices[device].person

    # Records.

    def refusal(self, record: Record, now: int) -> str | None:
        """Why a record other than `epoch` and `found` may not stand here, or None."""
        if not self.founded:
            return "the team is not founded"
        office = key_id(self.log_key)
        if record.operation == LOG_KEY:
            new = record.content[1]
            good = record.signed_by(self.log_key, office) and record.signed_by(new, key_id(new))
            return self.used(new) or (None if good else "not signed by the old and the new log key")
        device = self.devices.get(record.signer)
        former = self.former_key(record)
        if record.signer == office or former is not None:
            if not record.signed_by(former or self.log_key, record.signer):
                return "its signature is wrong"
            allowed = office_may(record)
        elif device is not None and not device.revoked:
            if not record.signed_by(device.key, record.signer):
                return "its signature is wrong"
            if not desk_fits(device, record.desk):
                return "its desk does not fit its device"
            allowed = self.device_may(device, record, now)
        else:
            return "its signer is not known"
        if not allowed:
            return "its signer may not"
        return self.content_refusal(record, now) if record.type == POLICY else None

    def former_key(self, record: Record) -> bytes | None:
        """The former log key under which an export or a seen mark came back after a restore."""
        if not self.restored or record.type not in (EXPORT, SEEN):
            return None
        return next((key for key in self.log_keys[:-1] if key_id(key) == record.signer), None)

    def device_may(self, device: Device, record: Record, now: int) -> bool:
        person, content, operation = device.person, record.content, record.operation
        if record.type not in (POLICY, VERDICT):
            return False
        if record.type == VERDICT and content[1] == HELD or operation == RECOVERED:
            return False
        if self.has(person, (EMPLOYER,), now):
            return True
        team = self.deputy(person, T_TEAM, now)
        if operation in (ADD_MEMBER, END_MEMBER):
            return team and content[2] in (ASSISTANT, COACH)
        if operation in (ADD_DEVICE, REVOKE_DEVICE):
            owner = content[1] if operation == ADD_DEVICE else self.owner(content[1])
            own = owner == person and self.has(person, WHOLE_TEAM, now)
            return own or team and self.only_assists(owner)
        if operation == EMPLOYER_KEY:
            return person == self.trusted and self.has(person, WHOLE_TEAM, now)
        return False

    def owner(self, device: bytes) -> bytes:
        return self.devices[device].person if device in self.devices else b""

    def only_assists(self, person: bytes) -> bool:
        held = self.roles.get(person, {})
        roles = {role for role, one in held.items() if not one.ended} or set(held)
        return bool(roles) and roles <= {ASSISTANT, COACH}

    def used(self, key: bytes) -> str | None:
        taken = key in self.log_keys or any(key == device.key for device in self.devices.values())
        return "its key was used before" if taken else None

    def content_refusal(self, record: Record, now: int) -> str | None:
        content, operation = record.content, record.operation
        member = operation in (ADD_DEVICE, TRUST) and not self.has(content[1], WHOLE_TEAM, now)
        if member or operation in (EMPLOYER_KEY, RECOVERED) and not self.has(content[1], (EMPLOYER,), now):
            return "the person does not have the role for it"
        if operation in (ADD_DEVICE, EMPLOYER_KEY, RECOVERED):
            return self.used(content[2])
        if operation == REVOKE_DEVICE and content[1] not in self.devices:
            return "there is no such device"
        if operation in (GRANT, REVOKE_GRANT) and self.role_end(content[1], (DEPUTY,)) is None:
            return "the person is no deputy"
        if operation == END_MEMBER and content[2] not in self.roles.get(content[1], {}):
            return "the person never had this role"
        if operation in (ADD_MEMBER, END_MEMBER):
            after = copy.deepcopy(self)
            after.apply(record)
            if not any(after.role_end(person, (EMPLOYER,)) == math.inf for person in after.roles):
                return "nobody would be left who is employer without an end"
        return None

    def found_refusal(self, record: Record, first: Record | None) -> str | None:
        """Why `found` may not stand as entry 1; `first` is entry 0 if that was an epoch record."""
        device_key, log_key = record.content[2], record.content[3]
        if first is None or not first.signed_by(log_key, key_id(log_key)):
            return "its log key did not sign the first entry"
        if not all(record.signed_by(key, key_id(key)) for key in (device_key, log_key)):
            return "not signed by the device and the log key"
        if not desk_fits(Device(device_key, record.content[1], record.content[4]), record.desk):
            return "its desk does not fit its device"
        return None

    def apply(self, record: Record) -> None:
        """Takes in a policy record that may stand here."""
        content, operation = record.content, record.operation
        if operation == FOUND:
            self.founded = True
            self.log_key, self.log_keys = content[3], [content[3]]
            self.roles[content[1]] = {EMPLOYER: Role()}
            self.devices[key_id(content[2])] = Device(content[2], content[1], content[4])
        elif operation == ADD_MEMBER:
            self.roles.setdefault(content[1], {})[content[2]] = Role(content.get(3, math.inf))
        elif operation == END_MEMBER:
            self.roles[content[1]][content[2]].ended = True
            if content[2] == DEPUTY:
                self.grants.pop(content[1], None)
        elif operation in (ADD_DEVICE, EMPLOYER_KEY, RECOVERED):
            self.devices[key_id(content[2])] = Device(content[2], content[1], content[3])
        elif operation == REVOKE_DEVICE:
            self.devices[content[1]].revoked = True
        elif operation == GRANT:
            self.grants.setdefault(content[1], {}).update({topic: content[3] for topic in content[2]})
        elif operation == REVOKE_GRANT:
            for topic in content[2]:
                self.grants.get(content[1], {}).pop(topic, None)
        elif operation == TRUST:
            self.trusted = content[1]
        elif operation == LOG_KEY:
            self.log_key = content[1]
            self.log_keys.append(content[1])
        elif operation == SHARE_ROTA:
            self.rota_shared = content[1]


def desk_fits(device: Device, desk: dict | None) -> bool:
    if device.form != DESK_FORM:
        return desk is None
    return desk is not None and desk[0] == device.person


def office_may(record: Record) -> bool:
    if record.type == POLICY:
        return record.operation == RECOVERED
    if record.type == VERDICT:
        status, cause = record.content[1], record.content[2]
        return status == HELD or status == RELEASED and cause in (10, 11)
    return True


