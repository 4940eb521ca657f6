#!/usr/bin/env python3
"""A second implementation of the record's formats, after
docs/sync-protocol.md: it shares no code with the program it checks.

    python verify.py FILE            checks an evidence file, prints findings
    python verify.py --json FILE     the same as JSON
    python verify.py --vectors DIR   checks all golden vectors of a folder
    python verify.py --compare DIR   checks every *.cbor of a folder; NAME.json beside it
                                     holds the findings another reader gave

Exit: 0 all proven, 1 findings, 2 unreadable.
"""

import base64
import copy
import hashlib
import io
import json
import re
import sys
from pathlib import Path

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# ---------------------------------------------------------------- 1 encoding

U64 = 2**64
P = 2**255 - 19


class Bad(Exception):
    """Bytes that are not of the form."""

    def __init__(self, why, newer=False):
        super().__init__(why)
        self.newer = newer


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def first_value(data, at=0, limit=None):
    """The value that begins at `at` in canonical form, and where it ends."""
    stream = io.BytesIO(data)
    stream.seek(at)
    try:
        value = cbor2.CBORDecoder(stream, read_size=1).decode()
        again = cbor2.dumps(value, canonical=True)
    except Exception as why:  # whatever a library says about hostile bytes
        raise Bad(f"not CBOR: {type(why).__name__}") from None
    end = at + len(again)
    if data[at:end] != again:
        raise Bad("not canonical")
    if limit is not None and len(again) > limit:
        raise Bad("too long")
    return value, end


def one_value(data):
    value, end = first_value(data)
    if end != len(data):
        raise Bad("bytes follow the value")
    return value


def uint(value, least=0, most=U64 - 1):
    if type(value) is not int or not least <= value <= most:
        raise Bad("not such an unsigned integer")
    return value


def integer(value, least=-2**63, most=2**63 - 1):
    if type(value) is not int or not least <= value <= most:
        raise Bad("not such an integer")
    return value


def octets(value, size=None, least=0, most=None):
    if type(value) is not bytes:
        raise Bad("not a byte string")
    if size is not None and len(value) != size:
        raise Bad("length of a byte string")
    if len(value) < least or (most is not None and len(value) > most):
        raise Bad("length of a byte string")
    return value


def text(value, most):
    if type(value) is not str or len(value.encode()) > most:
        raise Bad("not such a text")
    return value


def array(value, least, most=None):
    if type(value) not in (list, tuple):
        raise Bad("not an array")
    if len(value) < least or (most is not None and len(value) > most):
        raise Bad("length of an array")
    return list(value)


def fields(value, needed, optional=()):
    if type(value) is not dict:
        raise Bad("not a map")
    for key in value:
        if type(key) is not int or key not in (*needed, *optional):
            raise Bad("unknown key")
    for key in needed:
        if key not in value:
            raise Bad(f"key {key} is missing")
    return value


SMALL = {0, 1, P - 1}
for _hex in ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"):
    SMALL.add(int.from_bytes(bytes.fromhex(_hex), "little"))
D = (-121665 * pow(121666, P - 2, P)) % P


def is_point(data):
    """Canonical form of a curve point of large order."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P or y in SMALL:
        return False
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return sign == 0
    return pow(square, (P - 1) // 2, P) == 1


_points = {}


def public_key(value):
    octets(value, 32)
    if value not in _points:
        _points[value] = is_point(value)
    if not _points[value]:
        raise Bad("not a public key")
    return value


def key_id(key):
    return sha(key)[:16]


def signature_fits(key, context, message, signature):
    if not is_point(signature[:32]):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(
            signature, context.encode() + b"\0" + message)
    except (InvalidSignature, ValueError):
        return False
    return True


# --------------------------------------------------------------- 3 documents

EMPLOYER, DEPUTY, ASSISTANT, COACH, PAYROLL_OFFICE = 1, 2, 3, 4, 5
ROTA, HOURS_VIEW, HOURS_APPROVE, BUDGET, PAYROLL, TEAM = 1, 2, 3, 4, 5, 6
MONTH, YEAR, ALWAYS = "month", "year", "always"


def subject_as(*roles):
    return ("subject", roles)


def role(number):
    return ("role", number)


def deputy(*topics):
    return ("deputy", topics)


ANY_ROLE = (EMPLOYER, DEPUTY, ASSISTANT, COACH, PAYROLL_OFFICE)

# number: (word, roles of the subject or None, period, writers, readers)
KINDS = {
    1: ("time", (ASSISTANT,), MONTH, [subject_as(ASSISTANT)],
        [subject_as(ASSISTANT), role(EMPLOYER), deputy(HOURS_VIEW, HOURS_APPROVE)]),
    2: ("review", (ASSISTANT, COACH), MONTH, [role(EMPLOYER), deputy(HOURS_APPROVE)],
        [subject_as(ASSISTANT, COACH), role(EMPLOYER), deputy(HOURS_VIEW, HOURS_APPROVE)]),
    3: ("wishes", (ASSISTANT,), MONTH, [subject_as(ASSISTANT)],
        [subject_as(ASSISTANT), role(EMPLOYER), deputy(ROTA)]),
    4: ("answers", (ASSISTANT,), MONTH, [role(EMPLOYER), deputy(ROTA)],
        [subject_as(ASSISTANT), role(EMPLOYER), deputy(ROTA)]),
    5: ("rota", (ASSISTANT,), MONTH, [role(EMPLOYER), deputy(ROTA)],
        [subject_as(ASSISTANT), role(EMPLOYER), deputy(ROTA, HOURS_VIEW, HOURS_APPROVE),
         ("assistants if shared", None)]),
    6: ("rota_open", None, MONTH, [role(EMPLOYER), deputy(ROTA)],
        [role(EMPLOYER), role(DEPUTY), role(ASSISTANT), role(COACH)]),
    7: ("session", (COACH,), MONTH, [subject_as(COACH)], [subject_as(COACH), role(EMPLOYER)]),
    8: ("contract", (ASSISTANT, COACH), ALWAYS, [role(EMPLOYER), deputy(PAYROLL)],
        [subject_as(*ANY_ROLE), role(EMPLOYER), deputy(PAYROLL, HOURS_APPROVE)]),
    9: ("budget", None, YEAR, [role(EMPLOYER), deputy(BUDGET)], [role(EMPLOYER), deputy(BUDGET)]),
    10: ("handover", None, MONTH, [role(PAYROLL_OFFICE), role(EMPLOYER), deputy(PAYROLL)],
         [role(PAYROLL_OFFICE), role(EMPLOYER), deputy(PAYROLL)]),
    11: ("person", ANY_ROLE, ALWAYS, [subject_as(*ANY_ROLE), role(EMPLOYER), deputy(TEAM)],
         [subject_as(*ANY_ROLE), role(EMPLOYER), deputy(TEAM), ("payroll office of assistants", None)]),
    12: ("team", None, ALWAYS, [role(EMPLOYER), deputy(TEAM)], [role(number) for number in ANY_ROLE]),
}


def is_month(number):
    return 2000 <= number // 100 < 2200 and 1 <= number % 100 <= 12


def document(kind, subject, period):
    """(kind, subject or b'', period or 0), refused where § 3 has none such."""
    uint(kind, 1, 65535)
    if subject is not None:
        octets(subject, 16)
    if period is not None:
        uint(period, 1, 2**32 - 1)
    if kind in KINDS:
        _, roles, shape, _, _ = KINDS[kind]
        if (roles is None) != (subject is None):
            raise Bad("subject")
        fits = {MONTH: period is not None and is_month(period),
                YEAR: period is not None and 2000 <= period < 2200,
                ALWAYS: period is None}[shape]
        if not fits:
            raise Bad("period")
    return (kind, subject or b"", period or 0)


def stream_name(value):
    value = array(value, 1, 3)
    if len(value) == 1:
        if type(value[0]) is not int or value[0] != 0:
            raise Bad("stream")
        return "policy"
    array(value, 3, 3)
    subject = octets(value[1])
    if len(subject) not in (0, 16):
        raise Bad("stream")
    return document(value[0], subject or None, uint(value[2]) or None)


def show(doc):
    kind, subject, period = doc
    word = KINDS[kind][0] if kind in KINDS else str(kind)
    return f"{word}/{subject.hex() or '-'}/{period or '-'}"


# ----------------------------------------------------- 4 batches, 5 records

def clock(value):
    fields(value, (0, 1, 2, 3, 4), (5, 6))
    integer(value[0])
    integer(value[1], -1080, 1080)
    text(value[2], 64)
    uint(value[3])
    octets(value[4], 8)
    if 5 in value:
        integer(value[5])
    if 6 in value:
        uint(value[6])
        if 5 not in value:
            raise Bad("6 without 5")
    return value


def desk(value):
    fields(value, (0, 1, 2), (3,))
    octets(value[0], 16)
    octets(value[1], 16)
    uint(value[2], 1, 5)
    if 3 in value:
        assertion = fields(value[3], (0, 1, 2, 3))
        for key, most in ((0, 1023), (1, 2048), (2, 4096), (3, 1024)):
            octets(assertion[key], least=1, most=most)
    return value


def version(header):
    if type(header) is not dict or 0 not in header:
        raise Bad("no version")
    found = uint(header[0])
    if found != 1:
        raise Bad("version", newer=found > 1)


class Batch:
    def __init__(self, value):
        value = array(value, 2, 3)
        if len(cbor2.dumps(value, canonical=True)) > 65536:
            raise Bad("too long")
        self.header_bytes = octets(value[0], most=12288)
        self.signature = octets(value[1], 64)
        self.body = octets(value[2]) if len(value) == 3 else None
        self.id = sha(self.header_bytes)
        header = one_value(self.header_bytes)
        version(header)
        fields(header, (0, 1, 2, 5, 6, 7, 10, 11, 12, 13), (3, 4, 8, 9, 14, 15))
        self.team = octets(header[1], 16)
        self.document = document(header[2], header.get(3), header.get(4))
        self.device = octets(header[5], 16)
        self.incarnation = octets(header[6], 8)
        self.n = uint(header[7], 1, 2**63 - 1)
        self.previous = octets(header[8], 32) if 8 in header else None
        if (self.previous is None) != (self.n == 1):
            raise Bad("previous")
        self.act = octets(header[9], 16) if 9 in header else None
        self.policy_seen = uint(header[10])
        self.clock = clock(header[11])
        self.app = text(header[12], 32)
        self.body_hash = octets(header[13], 32)
        self.desk = desk(header[14]) if 14 in header else None
        self.schema = uint(header[15], 2, 65535) if 15 in header else 1

    def changes(self):
        """The changes of the body; refuses one that is not what was signed."""
        if sha(self.body) != self.body_hash:
            raise Bad("body hash")
        return [octets(change, least=1, most=16384) for change in array(one_value(self.body), 1)]


FOUND, ADD_MEMBER, END_MEMBER, ADD_DEVICE, REVOKE_DEVICE, GRANT, REVOKE_GRANT = 1, 2, 3, 4, 5, 6, 7
TRUST, EMPLOYER_KEY, RECOVERED, LOG_KEY, SHARE_ROTA = 8, 9, 10, 11, 12
POLICY, VERDICT, PURGE, EXPORT, SEEN, EPOCH = 1, 2, 3, 4, 5, 6
HELD, RELEASED, REFUSED = 1, 2, 3
FORK, REVOKED, NO_RIGHT, EXPIRED, NEWER, DEPENDS, GATE = 6, 7, 8, 9, 10, 11, 12
CODES = {6: "fork", 7: "revoked", 8: "no_right", 9: "expired", 10: "newer", 11: "depends", 12: "gate"}


def person(value):
    return octets(value, 16)


def topics(value):
    found = [uint(topic, 1, 6) for topic in array(value, 1, 6)]
    if any(a >= b for a, b in zip(found, found[1:])):
        raise Bad("order of topics")
    return found


def form(value):
    return uint(value, 1, 3)


def boolean(value):
    if type(value) is not bool:
        raise Bad("not true or false")
    return value


def any_role(value):
    return uint(value, 1, 5)


OPERATIONS = {
    FOUND: ((person, public_key, public_key, form), ()),
    ADD_MEMBER: ((person, any_role), (integer,)),
    END_MEMBER: ((person, any_role), ()),
    ADD_DEVICE: ((person, public_key, form), ()),
    REVOKE_DEVICE: ((person,), ()),
    GRANT: ((person, topics, integer), ()),
    REVOKE_GRANT: ((person, topics), ()),
    TRUST: ((person,), ()),
    EMPLOYER_KEY: ((person, public_key, form), ()),
    RECOVERED: ((person, public_key, form), ()),
    LOG_KEY: ((public_key,), ()),
    SHARE_ROTA: ((boolean,), ()),
}


def ids(value):
    return [octets(one, 32) for one in array(value, 1, 2000)]


class Record:
    def __init__(self, value):
        value = array(value, 2, 2)
        self.header_bytes = octets(value[0], most=65536)
        self.id = sha(self.header_bytes)
        header = one_value(self.header_bytes)
        version(header)
        fields(header, (0, 1, 2, 3, 4, 5), (6,))
        self.team = octets(header[1], 16)
        self.type = uint(header[2])
        self.nonce = octets(header[3], 16)
        self.issued = integer(header[4])
        self.operation = None
        self.read_content(header[5])
        self.content = header[5]
        self.desk = desk(header[6]) if 6 in header else None
        self.signatures = []
        for pair in array(value[1], 1, 2):
            key, signature = array(pair, 2, 2)
            self.signatures.append((octets(key, 16), octets(signature, 64)))
        wanted = 2 if self.operation in (FOUND, LOG_KEY) else 1
        keys = [key for key, _ in self.signatures]
        if len(keys) != wanted or any(a >= b for a, b in zip(keys, keys[1:])):
            raise Bad("signatures")

    def read_content(self, content):
        if self.type == POLICY:
            if type(content) is not dict or 0 not in content:
                raise Bad("no operation")
            self.operation = uint(content[0])
            if self.operation not in OPERATIONS:
                raise Bad("operation", newer=self.operation > 0)
            needed, optional = OPERATIONS[self.operation]
            last = 1 + len(needed)
            fields(content, (0, *range(1, last)), range(last, last + len(optional)))
            for key, read in enumerate((*needed, *optional), 1):
                if key in content:
                    read(content[key])
        elif self.type == VERDICT:
            fields(content, (0, 1, 2))
            octets(content[0], 32)
            uint(content[1], 1, 3)
            uint(content[2], 6, 12)
        elif self.type == PURGE:
            fields(content, (0, 3, 4), (1, 2))
            self.document = document(content[0], content.get(1), content.get(2))
            text(content[3], 64)
            ids(content[4])
        elif self.type == EXPORT:
            fields(content, (0, 1, 2, 3))
            if not is_month(uint(content[0])):
                raise Bad("month")
            text(content[1], 64)
            for pair in array(content[2], 1, 1024):
                name, digest = array(pair, 2, 2)
                text(name, 255)
                octets(digest, 32)
            for pair in array(content[3], 1, 1024):
                who, digest = array(pair, 2, 2)
                octets(who, 16)
                octets(digest, 32)
        elif self.type == SEEN:
            fields(content, (0, 1))
            octets(content[0], 16)
            ids(content[1])
        elif self.type == EPOCH:
            fields(content, (0, 1, 3), (2,))
            number = uint(content[0], 1, 2**32 - 1)
            octets(content[1], 8)
            if 2 in content:
                text(content[2], 1024)
            reason = uint(content[3], 1, 3)
            if (reason == 1) != (number == 1) or (number == 1) == (2 in content):
                raise Bad("epoch")
        else:
            raise Bad("type", newer=self.type > 0)


# ------------------------------------------------------------------- 6 log

class Entry:
    def __init__(self, value):
        epoch, seq, received, sort, content = array(value, 5, 5)
        self.epoch = uint(epoch, 1, 2**32 - 1)
        self.seq = uint(seq, 0, 2**63 - 1)
        self.received = integer(received)
        if uint(sort) == 1:
            self.batch, self.record = Batch(content), None
        elif sort == 2:
            self.batch, self.record = None, Record(content)
        else:
            raise Bad("sort of entry", newer=sort > 2)
        self.id = (self.batch or self.record).id

    @property
    def position(self):
        return (self.epoch, self.seq)

    def leaf(self):
        return leaf_hash(self.seq, self.received, self.id)


def leaf_hash(seq, received, entry_id):
    return sha(b"\0", cbor2.dumps([seq, received, entry_id], canonical=True))


def node(left, right):
    return sha(b"\1", left, right)


def split(size):
    return 1 << (size - 1).bit_length() - 1


class Tree:
    """Grows leaf by leaf; keeps every full subtree."""

    def __init__(self):
        self.levels = [[]]

    @property
    def size(self):
        return len(self.levels[0])

    def add(self, leaf):
        level = 0
        self.levels[0].append(leaf)
        while len(self.levels[level]) % 2 == 0:
            if len(self.levels) == level + 1:
                self.levels.append([])
            self.levels[level + 1].append(node(*self.levels[level][-2:]))
            level += 1

    def root(self, size):
        hashes, start = [], 0
        for level in reversed(range(size.bit_length())):
            if size >> level & 1:
                hashes.append(self.levels[level][start >> level])
                start += 1 << level
        found = hashes.pop()
        while hashes:
            found = node(hashes.pop(), found)
        return found


def root_from(size, leaves, proof):
    """The root that leaves {seq: leaf hash} and a proof give for a tree of a size."""
    rest = list(reversed(proof))

    def walk(start, count, wanted):
        if not wanted:
            if not rest:
                raise Bad("the proof is too short")
            return rest.pop()
        if count == 1:
            return leaves[start]
        left = split(count)
        low = [seq for seq in wanted if seq < start + left]
        high = wanted[len(low):]
        first = walk(start, left, low)
        return node(first, walk(start + left, count - left, high))

    wanted = sorted(leaves)
    if not wanted or wanted[-1] >= size:
        raise Bad("no such leaf")
    found = walk(0, size, wanted)
    if rest:
        raise Bad("hashes are left over")
    return found


def consistent(old, old_root, new, new_root, proof):
    """RFC 6962 § 2.1.2, read backwards: rebuild both roots from the proof."""
    if not 1 <= old <= new:
        return False
    rest = list(reversed(proof))

    def walk(size, count, whole):
        """(root of the first `size`, root of all `count`) of a subtree."""
        if size == count:
            if whole:
                return old_root, old_root
            found = rest.pop()
            return found, found
        left = split(count)
        if size <= left:
            of_old, of_left = walk(size, left, whole)
            return of_old, node(of_left, rest.pop())
        of_old, of_right = walk(size - left, count - left, False)
        found = rest.pop()
        return node(found, of_old), node(found, of_right)

    try:
        found = walk(old, new, True)
    except IndexError:
        return False
    return not rest and found == (old_root, new_root)


NOTE = re.compile(
    r"(assistenzzeit/([0-9a-f]{32})/([1-9][0-9]*)-([0-9a-f]{16})\n([1-9][0-9]*)\n"
    r"([A-Za-z0-9+/]{43}=)\n(0|-?[1-9][0-9]*)\n\n)— ([0-9a-f]{32}) ([A-Za-z0-9+/]{86}==)\n")


class Checkpoint:
    def __init__(self, note):
        found = NOTE.fullmatch(note)
        if len(note.encode()) > 1024 or not found:
            raise Bad("not a checkpoint")
        self.signed = found[1].encode()
        self.team = bytes.fromhex(found[2])
        self.epoch = uint(int(found[3]), 1, 2**32 - 1)
        self.nonce = bytes.fromhex(found[4])
        self.size = uint(int(found[5]), 1, 2**63 - 1)
        self.root = exact_base64(found[6])
        self.received = integer(int(found[7]))
        self.key = bytes.fromhex(found[8])
        self.signature = exact_base64(found[9])

    def signed_by(self, key):
        return key is not None and key_id(key) == self.key and signature_fits(
            key, "assistenzzeit/checkpoint/1", self.signed, self.signature)


def exact_base64(value):
    data = base64.b64decode(value, validate=True)
    if base64.b64encode(data).decode() != value:
        raise Bad("base64")
    return data


# ---------------------------------------------------------------- 7 rights

OPEN = 2**63  # a role without end


class Refused(Exception):
    """A record that may not stand there; its argument is the code."""


class Member:
    def __init__(self):
        self.roles, self.ever, self.grants = {}, set(), {}

    def role_ends(self, number):
        return self.roles.get(number)

    def topic_ends(self, topic):
        if topic not in self.grants or DEPUTY not in self.roles:
            return None
        return min(self.grants[topic], self.roles[DEPUTY])

    def any_ends(self):
        return max(self.roles.values(), default=None)

    def plain(self):
        return (set(self.roles) or self.ever) <= {ASSISTANT, COACH}


class Device:
    def __init__(self, owner, key, kind):
        self.owner, self.key, self.form, self.revoked = owner, key, kind, False


def latest(ends):
    return max((end for end in ends if end is not None), default=None)


class State:
    """What the policy and epoch records so far say."""

    def __init__(self):
        self.epoch, self.opening, self.team = 0, None, None
        self.log_key, self.old_log_keys = None, {}
        self.members, self.devices = {}, {}
        self.trusted, self.shared = None, False

    def signed_by(self, record, key):
        for name, signature in record.signatures:
            if name == key_id(key):
                if signature_fits(key, "assistenzzeit/record/1", record.header_bytes, signature):
                    return
                raise Refused("bad_signature")
        raise Refused("unknown_signer")

    def desk_fits(self, device, desk_map):
        if desk_map is None:
            return device.form != 2
        return device.form == 2 and desk_map[0] == device.owner

    def apply(self, record, position, received):
        if self.team is not None and record.team != self.team:
            raise Refused("wrong_team")
        if record.type == EPOCH:
            number, reason = record.content[0], record.content[3]
            if number <= self.epoch or position != (number, 0) or (reason == 1) != (number == 1):
                raise Refused("wrong_place")
            if number == 1:
                self.opening, self.team = record, record.team
            else:
                if self.log_key is None:
                    raise Refused("not_founded")
                self.signed_by(record, self.log_key)
            self.epoch = number
            return
        if self.epoch == 0:
            raise Refused("not_founded")
        if position[0] != self.epoch or position[1] == 0:
            raise Refused("wrong_place")
        if record.operation == FOUND:
            self.found(record, position)
            return
        if self.log_key is None:
            raise Refused("not_founded")
        self.check_signers(record, received)
        if record.type == POLICY:
            self.carry_out(record.operation, record.content, received)

    def found(self, record, position):
        if self.opening is None:
            raise Refused("already_founded")
        if position != (1, 1):
            raise Refused("wrong_place")
        employer, key, log_key, kind = (record.content[n] for n in (1, 2, 3, 4))
        if key == log_key:
            raise Refused("key_in_use")
        self.signed_by(record, key)
        self.signed_by(record, log_key)
        self.signed_by(self.opening, log_key)
        device = Device(employer, key, kind)
        if not self.desk_fits(device, record.desk):
            raise Refused("desk")
        self.opening, self.log_key = None, log_key
        self.give(employer, EMPLOYER, OPEN)
        self.devices[key_id(key)] = device

    def give(self, who, number, end):
        member = self.members.setdefault(who, Member())
        member.roles[number] = end
        member.ever.add(number)

    def check_signers(self, record, received):
        operation, content = record.operation, record.content
        by_office = record.signatures[0][0] == key_id(self.log_key)
        if operation == LOG_KEY:
            self.signed_by(record, self.log_key)
            self.signed_by(record, content[1])
            return
        office = (record.type in (PURGE, EXPORT, SEEN) or operation == RECOVERED
                  or record.type == VERDICT and content[1] == HELD)
        either = record.type == VERDICT and content[1] == RELEASED and content[2] in (NEWER, DEPENDS)
        if office or either and by_office:
            self.signed_by(record, self.log_key)
            return
        device = self.devices.get(record.signatures[0][0])
        if device is None:
            raise Refused("unknown_signer")
        if device.revoked:
            raise Refused("revoked_signer")
        self.signed_by(record, device.key)
        if not self.desk_fits(device, record.desk):
            raise Refused("desk")
        member = self.members[device.owner]
        ends = [member.role_ends(EMPLOYER)]
        if operation in (ADD_MEMBER, END_MEMBER) and content[2] in (ASSISTANT, COACH):
            ends.append(member.topic_ends(TEAM))
        if operation in (ADD_DEVICE, REVOKE_DEVICE):
            owner = content[1]
            if operation == REVOKE_DEVICE:
                target = self.devices.get(content[1])
                owner = target.owner if target else None
            if owner in self.members and self.members[owner].plain():
                ends.append(member.topic_ends(TEAM))
            if owner == device.owner:
                ends.append(member.any_ends())
        if operation == EMPLOYER_KEY and self.trusted == device.owner:
            ends.append(member.any_ends())
        end = latest(ends)
        if end is None:
            raise Refused("not_allowed")
        if received >= end:
            raise Refused("expired")

    def is_live(self, who, received, number=None):
        member = self.members.get(who)
        if member is None:
            return False
        end = member.any_ends() if number is None else member.role_ends(number)
        return end is not None and received < end

    def need_live(self, who, received, number=None):
        if not self.is_live(who, received, number):
            raise Refused("not_a_member")

    def need_unused(self, key):
        name = key_id(key)
        if name in self.devices or name in self.old_log_keys or key == self.log_key:
            raise Refused("key_in_use")

    def has_employer(self, without=None):
        return any(member.roles.get(EMPLOYER) == OPEN
                   for who, member in self.members.items() if who != without)

    def carry_out(self, operation, content, received):
        if operation == ADD_MEMBER:
            who, number, end = content[1], content[2], content.get(3, OPEN)
            if number == EMPLOYER and end != OPEN and not self.has_employer(without=who):
                raise Refused("last_employer")
            self.give(who, number, end)
        elif operation == END_MEMBER:
            who, number = content[1], content[2]
            if who not in self.members or number not in self.members[who].roles:
                raise Refused("not_a_member")
            if number == EMPLOYER and not self.has_employer(without=who):
                raise Refused("last_employer")
            del self.members[who].roles[number]
            if number == DEPUTY:
                self.members[who].grants.clear()
        elif operation in (ADD_DEVICE, EMPLOYER_KEY, RECOVERED):
            who, key, kind = content[1], content[2], content[3]
            self.need_live(who, received, None if operation == ADD_DEVICE else EMPLOYER)
            self.need_unused(key)
            self.devices[key_id(key)] = Device(who, key, kind)
        elif operation == REVOKE_DEVICE:
            device = self.devices.get(content[1])
            if device is None or device.revoked:
                raise Refused("no_such_device")
            device.revoked = True
        elif operation in (GRANT, REVOKE_GRANT):
            member = self.members.get(content[1])
            if member is None or DEPUTY not in member.roles:
                raise Refused("not_a_member")
            for topic in content[2]:
                if operation == GRANT:
                    member.grants[topic] = content[3]
                else:
                    member.grants.pop(topic, None)
        elif operation == TRUST:
            self.need_live(content[1], received)
            self.trusted = content[1]
        elif operation == LOG_KEY:
            self.need_unused(content[1])
            self.old_log_keys[key_id(self.log_key)] = self.log_key
            self.log_key = content[1]
        elif operation == SHARE_ROTA:
            self.shared = content[1]

    def allowed(self, who, doc, rows, at):
        """None, "no_right" or "expired"."""
        member, subject = self.members.get(who), None
        roles = KINDS[doc[0]][1]
        if roles is not None:
            subject = self.members.get(doc[1])
            if subject is None or not subject.ever & set(roles):
                return "no_right"
        if member is None:
            return "no_right"
        ends = []
        for sort, detail in rows:
            if sort == "subject" and doc[1] == who:
                ends.extend(member.role_ends(number) for number in detail)
            elif sort == "role":
                ends.append(member.role_ends(detail))
            elif sort == "deputy":
                ends.extend(member.topic_ends(topic) for topic in detail)
            elif sort == "assistants if shared" and self.shared:
                ends.append(member.role_ends(ASSISTANT))
            elif sort == "payroll office of assistants" and ASSISTANT in subject.ever:
                ends.append(member.role_ends(PAYROLL_OFFICE))
        end = latest(ends)
        if end is None:
            return "no_right"
        return "expired" if at >= end else None

    def may(self, device_id, action, doc, at):
        device = self.devices.get(device_id)
        if device is None:
            return "unknown_device"
        if device.revoked:
            return "revoked"
        return self.allowed(device.owner, doc, KINDS[doc[0]][3 if action == "write" else 4], at)

    def judge(self, batch, received):
        """Cause 7 to 10, or None."""
        device = self.devices[batch.device]
        if device.revoked:
            return REVOKED
        if batch.document[0] not in KINDS:
            return NEWER
        if not self.desk_fits(device, batch.desk):
            return NO_RIGHT
        why = self.may(batch.device, "write", batch.document, received)
        return {None: None, "no_right": NO_RIGHT, "expired": EXPIRED}[why]


# ------------------------------------------------------- 12 evidence files

class Unreadable(Exception):
    pass


class Known:
    """A batch that stands in the log."""

    def __init__(self, batch, position):
        self.document, self.position = batch.document, position
        self.has_body, self.purged = batch.body is not None, False
        self.standing, self.cause = "in force", None


class Reading:
    def __init__(self, data):
        self.data, self.findings, self.notes = data, [], []
        self.state, self.tree, self.old_tree = State(), None, None
        self.nonce = self.old_nonce = None
        self.last = self.last_received = None
        self.covered, self.restored, self.sealed = True, False, False
        self.batches, self.records, self.chains = {}, set(), {}
        self.pending, self.exported, self.statements = None, set(), []
        self.reviews = []
        self.counts = dict.fromkeys(
            ("epochs", "entries", "batches", "records", "by_office", "held", "released",
             "bodies", "purged", "checkpoints", "statements"), 0)
        self.read_header()

    def found(self, code, position=None, detail=None):
        self.findings.append((code, position or self.last, detail))

    def read_header(self):
        try:
            item, self.at = first_value(self.data, 0, 2**20)
            item = array(item, 3, 3)
            if type(item[0]) is not int or item[0] != 0 or item[1] != "assistenzzeit/evidence":
                raise Bad("first item")
            version(item[2])
            head = fields(item[2], (0, 1, 2, 3), (4,))
            self.team = octets(head[1], 16)
            self.made = integer(head[2])
            self.program = text(head[3], 64)
            self.only = None
            if 4 in head:
                self.only = {stream_name(name) for name in array(head[4], 1)}
        except Bad as why:
            raise Unreadable("newer" if why.newer else "not_evidence") from None

    def run(self):
        while self.at < len(self.data):
            if self.sealed:
                self.found("after_seal")
                break
            try:
                item, end = first_value(self.data, self.at, 2**20)
                item = array(item, 2, 3)
                kind = uint(item[0])
                step = self.step_for(kind, item)
            except Bad:
                self.found("damaged")
                break
            step()
            self.at = end
        self.finish()
        return self

    def step_for(self, kind, item):
        """Reads an item's form; gives what to do with it."""
        if kind == 0:
            inner = Reading.__new__(Reading)
            inner.data = cbor2.dumps(item, canonical=True)
            try:
                inner.read_header()
            except Unreadable:
                raise Bad("first item") from None
            return lambda: self.found("order")
        if kind == 4:
            array(item, 3, 3)
            name, signature = octets(item[1], 16), octets(item[2], 64)
            return lambda: self.seal(name, signature)
        array(item, 2, 2)
        if kind == 1:
            entry = Entry(item[1])
            return lambda: self.entry(entry)
        if kind == 2:
            note = text(item[1], 1024)
            return lambda: self.checkpoint(note)
        if kind == 3:
            statement = octets(item[1])
            return lambda: self.statement(statement)
        raise Bad("item")

    def seal(self, name, signature):
        self.sealed = True
        key = self.state.log_key
        if key is None or key_id(key) != name or not signature_fits(
                key, "assistenzzeit/evidence/1", sha(self.data[:self.at]), signature):
            self.found("bad_seal")

    def statement(self, statement):
        digest = sha(statement)
        if self.statements and self.statements[-1] >= digest:
            self.found("order")
        self.counts["statements"] += 1
        self.statements.append(digest)

    def checkpoint(self, note):
        if self.statements or self.covered:
            self.found("order")
        self.covered = True
        self.counts["checkpoints"] += 1
        try:
            point = Checkpoint(note)
        except Bad:
            self.found("checkpoint")
            return
        if self.tree is None:
            self.found("checkpoint")
            return
        if (point.team, point.epoch, point.nonce, point.size, point.received) != (
                self.team, self.last[0], self.nonce, self.tree.size, self.last_received):
            self.found("checkpoint")
        if not point.signed_by(self.state.log_key):
            self.found("checkpoint_signature")
        if point.root != self.tree.root(self.tree.size):
            self.found("checkpoint_root")

    def entry(self, entry):
        if self.statements:
            self.found("order")
        position, last = entry.position, self.last
        follows = position == (1, 0) if last is None else (
            position == (last[0], last[1] + 1) or position[0] > last[0] and position[1] == 0)
        new_epoch = last is None or position[0] != last[0]
        if new_epoch:
            self.end_of_epoch()
        self.last = position
        if not new_epoch and entry.received < self.last_received:
            self.found("time_back")
        self.last_received = entry.received
        self.covered = False
        self.counts["entries"] += 1
        repeated = entry.id in self.batches or entry.id in self.records
        if repeated:
            self.found("duplicate")
        if not follows:
            self.found("order")
        if new_epoch:
            self.begin_epoch(entry, follows, last)
        self.tree.add(entry.leaf())
        if repeated or not follows:
            self.resolve(None)
        elif entry.batch:
            self.resolve(None)
            self.counts["batches"] += 1
            self.batch(entry.batch, entry)
        else:
            self.counts["records"] += 1
            self.record(entry.record, entry)

    def begin_epoch(self, entry, follows, last):
        old_tree, old_nonce = self.tree, self.nonce
        self.tree, self.nonce, self.restored = Tree(), None, False
        self.counts["epochs"] += 1
        record = entry.record
        if record is None or record.type != EPOCH:
            return
        self.nonce, self.restored = record.content[1], record.content[3] != 1
        if 2 not in record.content or not follows:
            return
        if old_tree is None:
            self.found("epoch_checkpoint")
            return
        try:
            known = Checkpoint(record.content[2])
        except Bad:
            self.found("epoch_checkpoint")
            return
        keys = dict(self.state.old_log_keys)
        if self.state.log_key:
            keys[key_id(self.state.log_key)] = self.state.log_key
        if (known.team != self.team or not last[0] <= known.epoch < entry.epoch
                or not known.signed_by(keys.get(known.key))):
            self.found("epoch_checkpoint")
            return
        here = old_tree.size if (known.epoch, known.nonce) == (last[0], old_nonce) else 0
        if known.size > here:
            self.notes.append(("lost_in_restore", known.epoch, known.size - here))
        elif old_tree.root(known.size) != known.root:
            self.found("epoch_checkpoint")

    def end_of_epoch(self):
        self.resolve(None)
        if not self.covered:
            self.found("checkpoint_missing")

    def resolve(self, verdict):
        """The entry behind a batch has come; `verdict` is the code it is held for."""
        if self.pending is None:
            return
        batch_id, cause = self.pending
        self.pending = None
        known = self.batches[batch_id]
        if verdict is not None:
            known.standing, known.cause = "held", verdict
        own = (FORK, REVOKED, NO_RIGHT, EXPIRED)
        if cause == NEWER:
            self.found("newer", known.position)
        elif cause is not None and verdict != cause:
            if cause in (NO_RIGHT, EXPIRED) and verdict == NEWER:
                return
            self.found("not_held", known.position, CODES[cause])
            if verdict in own:
                self.found("held_without_cause", known.position, CODES[verdict])
        elif cause is None and verdict in own:
            self.found("held_without_cause", known.position, CODES[verdict])

    def batch(self, batch, entry):
        device = self.state.devices.get(batch.device)
        if device is None:
            self.found("unknown_device")
            return
        if not signature_fits(device.key, "assistenzzeit/batch/1", batch.header_bytes, batch.signature):
            self.found("bad_signature")
            return
        if batch.team != self.team:
            self.found("wrong_team")
            return
        if batch.desk is not None:
            self.counts["by_office"] += 1
        cause = FORK if self.is_fork(batch) else self.state.judge(batch, entry.received)
        if batch.body is not None:
            self.counts["bodies"] += 1
            try:
                batch.changes()
            except Bad:
                self.found("body_hash")
            if self.only is not None and batch.document not in self.only:
                self.found("body_unexpected")
            if batch.document[0] == 2:
                self.reviews.append((batch.id, batch.body))
        self.batches[batch.id] = Known(batch, entry.position)
        self.pending = (batch.id, cause)

    def is_fork(self, batch):
        chain = self.chains.setdefault((batch.device, batch.incarnation), {})
        before, after = chain.get(batch.n - 1), chain.get(batch.n + 1)
        if (batch.n in chain or before is not None and before[0] != batch.previous
                or after is not None and after[1] != batch.id):
            return True
        chain[batch.n] = (batch.id, batch.previous)
        if batch.n > 1 and before is None:
            if self.restored:
                self.notes.append(("gap_after_restore", self.last))
            else:
                self.found("gap")
        return False

    def record(self, record, entry):
        verdict = None
        if record.type == VERDICT and record.content[1] == HELD:
            if self.pending is not None and self.pending[0] == record.content[0]:
                verdict = record.content[2]
        if record.team != self.team:
            self.resolve(None)
            self.found("wrong_team")
            return
        try:
            self.state.apply(record, entry.position, entry.received)
        except Refused as why:
            self.resolve(None)
            self.found("record_refused", detail=why.args[0])
            return
        self.records.add(record.id)
        self.resolve(verdict)
        if verdict is not None:
            return
        content = record.content
        if record.operation == RECOVERED:
            self.notes.append(("recovered_by_operator", self.last))
        elif record.type == VERDICT:
            self.verdict(*(content[n] for n in (0, 1, 2)))
        elif record.type == PURGE:
            self.purge(record)
        elif record.type == EXPORT:
            self.exported.update(digest for _, digest in content[3])
        elif record.type == SEEN:
            abouts = {self.batches[one].document if one in self.batches else None
                      for one in content[1]}
            if len(abouts) != 1 or None in abouts:
                self.found("seen")

    def verdict(self, batch_id, status, cause):
        known = self.batches.get(batch_id)
        if known is None:
            self.found("verdict")
        elif status == HELD and known.standing == "held" and known.cause in (NEWER, DEPENDS):
            known.cause = cause
        elif (status == RELEASED and known.standing in ("held", "refused")
                and known.cause == cause != GATE):
            known.standing = "released"
        elif status == REFUSED and known.standing == "held" and known.cause == cause:
            known.standing = "refused"
        else:
            self.found("verdict")

    def purge(self, record):
        bodies = 0
        for one in record.content[4]:
            known = self.batches.get(one)
            if known is None or known.document != record.document or known.purged:
                self.found("purge")
                continue
            known.purged = True
            bodies += 1
            if known.has_body:
                self.found("body_unexpected", known.position)
        self.counts["purged"] += bodies
        self.notes.append(("purged", show(record.document), record.content[3], bodies))

    def finish(self):
        self.end_of_epoch()
        if self.last is None:
            self.found("checkpoint_missing")
        if not self.sealed:
            self.found("no_seal")
        withheld = 0
        for known in self.batches.values():
            if not known.has_body and not known.purged:
                if self.only is not None and known.document not in self.only:
                    withheld += 1
                else:
                    self.found("body_missing", known.position)
            if known.standing in ("held", "refused"):
                self.counts["held"] += 1
            elif known.standing == "released":
                self.counts["released"] += 1
        if withheld:
            self.notes.append(("withheld", withheld))
        for digest in self.statements:
            named = digest in self.exported or any(
                digest in body and self.batches[one].standing in ("in force", "released")
                for one, body in self.reviews)
            if not named:
                self.findings.append(("statement", None, None))


def verify(data):
    return Reading(data).run()


# ---------------------------------------------------------- golden vectors

class Vectors:
    def __init__(self, folder):
        self.folder, self.passed, self.failed = Path(folder), 0, 0

    def check(self, name, holds):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {name}")

    def load(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def refuses(self, read, data):
        try:
            read(one_value(data))
        except Bad as why:
            return "newer_format" if why.newer else "broken"
        return None

    def run(self):
        for part in (self.keys, self.batches, self.records, self.trees, self.streams,
                     self.evidence, self.rights):
            part()
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.failed == 0 else 1

    def keys(self):
        vector = self.load("keys.json")
        key = bytes.fromhex(vector["public_key"])
        self.check("key id", key_id(public_key(key)).hex() == vector["key_id"])
        for one in vector["signatures"]:
            message, signature = bytes.fromhex(one["message"]), bytes.fromhex(one["signature"])
            self.check(one["context"], signature_fits(key, one["context"], message, signature))
            self.check(f"{one['context']}, other bytes",
                       not signature_fits(key, one["context"], message + b"x", signature))
            self.check(f"{one['context']}, other purpose",
                       not signature_fits(key, one["context"] + "x", message, signature))
        for one in vector["refused_public_keys"]:
            self.check(f"refused key {one}", not is_point(bytes.fromhex(one)))

    def batches(self):
        vectors = self.load("batches.json")
        for one in vectors["good"]:
            try:
                batch = Batch(one_value(bytes.fromhex(one["bytes"])))
                key, want = bytes.fromhex(one["public_key"]), one["fields"]
                found = {
                    "id": batch.id.hex(), "team": batch.team.hex(), "kind": batch.document[0],
                    "subject": batch.document[1].hex() or None, "period": batch.document[2],
                    "device": batch.device.hex(), "incarnation": batch.incarnation.hex(),
                    "n": batch.n, "previous": batch.previous and batch.previous.hex(),
                    "act": batch.act and batch.act.hex(), "policy_seen": batch.policy_seen,
                    "app": batch.app, "body": batch.body_hash.hex(), "schema": batch.schema,
                    "desk": show_desk(batch.desk),
                    "clock": {
                        "wall_ms": batch.clock[0], "offset_minutes": batch.clock[1],
                        "zone": batch.clock[2], "monotonic_ms": batch.clock[3],
                        "boot": batch.clock[4].hex(), "office_ms": batch.clock.get(5),
                        "office_heard_ms": batch.clock.get(6)},
                    "changes": None if batch.body is None else [c.hex() for c in batch.changes()],
                }
                holds = (found == want and key_id(key) == batch.device and signature_fits(
                    key, "assistenzzeit/batch/1", batch.header_bytes, batch.signature))
            except Bad as why:
                print(why)
                holds = False
            self.check(f"batch {one['name']}", holds)
        for one in vectors["bad"]:
            def read(value):
                Batch(value).changes()
            self.check(f"batch {one['name']}",
                       self.refuses(read, bytes.fromhex(one["bytes"])) == one["code"])

    def records(self):
        for one in self.load("records.json")["good"]:
            try:
                record = Record(one_value(bytes.fromhex(one["bytes"])))
                keys = {key_id(bytes.fromhex(k)): bytes.fromhex(k) for k in one["public_keys"]}
                signed = all(name in keys and signature_fits(
                    keys[name], "assistenzzeit/record/1", record.header_bytes, signature)
                    for name, signature in record.signatures)
                found = {
                    "id": record.id.hex(), "team": record.team.hex(), "type": record.type,
                    "nonce": record.nonce.hex(), "issued_ms": record.issued,
                    "content": show_content(record), "desk": show_desk(record.desk)}
                holds = signed and found == one["fields"]
                if found != one["fields"]:
                    print(found, one["fields"], sep="\n")
            except Bad as why:
                print(why)
                holds = False
            self.check(f"record {one['name']}", holds)

    def trees(self):
        vectors = self.load("tree.json")
        key, tree = bytes.fromhex(vectors["log_key"]), Tree()
        for one in vectors["leaves"]:
            tree.add(leaf_hash(one["seq"], one["received_ms"], bytes.fromhex(one["id"])))
        for one in vectors["checkpoints"]:
            point = Checkpoint(one["text"])
            holds = (point.signed_by(key) and point.size == one["size"]
                     and point.root == tree.root(point.size) == bytes.fromhex(one["root"])
                     and point.received == one["received_ms"])
            self.check(f"checkpoint {point.size}", holds)
        for one in vectors["receipts"]:
            try:
                note, entries, proof = array(one_value(bytes.fromhex(one["bytes"])), 3, 3)
                point, leaves, last = Checkpoint(text(note, 1024)), {}, -1
                for entry in array(entries, 1):
                    seq, received, entry_id = array(entry, 3, 3)
                    if uint(seq) <= last:
                        raise Bad("order")
                    last = seq
                    leaves[seq] = leaf_hash(seq, integer(received), octets(entry_id, 32))
                hashes = [octets(one_hash, 32) for one_hash in array(proof, 0)]
                holds = (point.signed_by(key) and root_from(point.size, leaves, hashes) == point.root
                         and sorted(leaves) == one["seqs"] and point.size == one["size"])
            except Bad:
                holds = False
            self.check(f"receipts {one['seqs']} of {one['size']}", holds != one.get("refused", False))
        for one in vectors["consistency"]:
            holds = consistent(one["old"], bytes.fromhex(one["old_root"]), one["new"],
                               bytes.fromhex(one["new_root"]), [bytes.fromhex(h) for h in one["proof"]])
            self.check(f"consistency {one['old']} {one['new']}", holds != one.get("refused", False))

    def streams(self):
        for one in self.load("streams.json"):
            name = bytes.fromhex(one["name"])
            found = stream_name(one_value(name))
            shown = found if found == "policy" else show(found)
            digest = sha(b"assistenzzeit/stream/1\0", name)
            holds = digest.hex() == one["empty"]
            for entry_id in one["ids"]:
                digest = sha(digest, bytes.fromhex(entry_id))
            holds = holds and digest.hex() == one["hash"] and one["count"] == len(one["ids"])
            # A document of a newer kind is shown by its number alone.
            holds = holds and (shown == one["stream"] or found[0] not in KINDS)
            self.check(f"stream {one['stream']}", holds)

    def evidence(self):
        vectors = self.load("evidence.json")
        for one in vectors["files"]:
            result = verify((self.folder / one["file"]).read_bytes())
            want = one["report"]
            wanted = [(f["code"], f["position"] and (f["position"]["epoch"], f["position"]["seq"]),
                       f["detail"]) for f in want["findings"]]
            self.check(f"{one['file']}: findings {result.findings}", result.findings == wanted)
            self.check(f"{one['file']}: counts {result.counts}", result.counts == want["counts"])
            self.check(f"{one['file']}: notes", [note[0] for note in result.notes]
                       == [note["note"] for note in want["notes"]])
        for one in vectors["entries"]:
            entry = Entry(one_value(bytes.fromhex(one["bytes"])))
            holds = (entry.id.hex() == one["id"] and entry.leaf().hex() == one["leaf"]
                     and entry.received == one["received_ms"]
                     and entry.position == (one["position"]["epoch"], one["position"]["seq"]))
            self.check(f"entry {entry.position}", holds)

    def rights(self):
        """The whole matrix role × document × action, judged from the policy entries."""
        vectors = self.load("rights.json")
        for world in vectors["worlds"]:
            state = State()
            for one in world["entries"]:
                entry = Entry(one_value(bytes.fromhex(one)))
                state.apply(entry.record, entry.position, entry.received)
            letters = {"a": None, "n": "no_right", "e": "expired", "r": "revoked", "u": "unknown_device"}
            documents = [bytes.fromhex(name) for name in vectors["documents"]]
            for row in world["rows"]:
                device, at = bytes.fromhex(row["device"]), row["received_ms"]
                for action in ("write", "read"):
                    for name, letter in zip(documents, row[action], strict=True):
                        parts = one_value(name)
                        found = state.may(device, action,
                                          document(parts[0], parts[1] or None, parts[2] or None), at)
                        self.check(f"{world['name']}: {row['who']} {action} {name.hex()} at {at}: {found}",
                                   found == letters[letter])
            for case in world["records"]:
                entry = Entry(one_value(bytes.fromhex(case["bytes"])))
                try:
                    copy.deepcopy(state).apply(entry.record, entry.position, entry.received)
                    found = "allowed"
                except Refused as why:
                    found = why.args[0]
                self.check(f"{world['name']}: {case['what']}: {found}", found == case["verdict"])


def show_desk(value):
    return value and {"person": value[0].hex(), "session": value[1].hex(),
                      "credential": value[2], "assertion": 3 in value}


def show_content(record):
    def out(value):
        if isinstance(value, bytes):
            return value.hex()
        if isinstance(value, (list, tuple)):
            return [out(one) for one in value]
        return value

    names = {
        FOUND: ("employer", "device", "log_key", "form"),
        ADD_MEMBER: ("person", "role", "until_ms"), END_MEMBER: ("person", "role"),
        ADD_DEVICE: ("person", "key", "form"), REVOKE_DEVICE: ("device",),
        GRANT: ("person", "topics", "until_ms"), REVOKE_GRANT: ("person", "topics"),
        TRUST: ("person",), EMPLOYER_KEY: ("person", "key", "form"),
        RECOVERED: ("person", "key", "form"), LOG_KEY: ("key",), SHARE_ROTA: ("shared",),
    }
    content = record.content
    if record.type == POLICY:
        return {"operation": record.operation, "fields": {
            name: out(content.get(key)) for key, name in enumerate(names[record.operation], 1)}}
    shape = {
        VERDICT: ("batch", "status", "cause"),
        EXPORT: ("month", "program", "files", "statements"),
        SEEN: ("person", "batches"),
        EPOCH: ("number", "nonce", "checkpoint", "reason"),
        PURGE: ("kind", "subject", "period", "rule", "batches"),
    }[record.type]
    shown = {name: out(content.get(key)) for key, name in enumerate(shape)}
    if record.type == PURGE:
        shown["period"] = shown["period"] or 0
    return shown


# ------------------------------------------------------------ command line

def compare(folder):
    passed = failed = proven = 0
    for path in sorted(folder.glob("*.cbor")):
        wanted = json.loads(path.with_suffix(".json").read_text())
        try:
            found = [[code, position and list(position), detail]
                     for code, position, detail in verify(path.read_bytes()).findings]
        except Unreadable as why:
            found = why.args[0]
        proven += found == []
        if found == wanted:
            passed += 1
        else:
            failed += 1
            print(f"FAILED: {path.name}: {found}, but the other reader: {wanted}")
    print(f"{passed} passed, {failed} failed ({proven} files proven)")
    return 1 if failed or not passed else 0


def main(arguments):
    if arguments[:1] == ["--vectors"] and len(arguments) == 2:
        return Vectors(arguments[1]).run()
    if arguments[:1] == ["--compare"] and len(arguments) == 2:
        return compare(Path(arguments[1]))
    as_json = arguments[:1] == ["--json"]
    if len(arguments) != 1 + as_json:
        print(__doc__)
        return 2
    try:
        result = verify(Path(arguments[-1]).read_bytes())
    except (OSError, Unreadable) as why:
        print(f"unreadable: {why}")
        return 2
    if as_json:
        print(json.dumps({"counts": result.counts, "findings": result.findings, "notes": result.notes}))
        return 1 if result.findings else 0
    for code, position, detail in result.findings:
        where = f"{position[0]}:{position[1]}" if position else "-"
        print(f"finding {code} at {where}{f' ({detail})' if detail else ''}")
    for note in result.notes:
        if note[0] == "purged":
            print(f"note: {note[3]} bodies of {note[1]} purged under rule {note[2]}")
        else:
            print("note:", *note)
    print(", ".join(f"{count} {name}" for name, count in result.counts.items()))
    print("all proven" if not result.findings else f"{len(result.findings)} findings")
    return 1 if result.findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
