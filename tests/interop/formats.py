"""Batches, records, the log's tree and its checkpoints, written from docs/sync-protocol.md §§ 3 to 6 alone."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any

from encoding import (
    I63, U64, Malformed, NewerFormat, Shape, blob, decode, encode, fields, flag, ms, need, public_key,
    row, several, sha256, signed, text, uint, unlike,
)

ID, HASH = blob(16), blob(32)
TIME, REVIEW, WISHES, ANSWERS, ROTA, ROTA_OPEN, SESSION, CONTRACT, BUDGET, HANDOVER, PERSON, TEAM = range(1, 13)
KIND_NAMES = ("time review wishes answers rota rota_open session contract budget handover person team").split()
WITHOUT_SUBJECT = {ROTA_OPEN, BUDGET, HANDOVER, TEAM}
WITHOUT_PERIOD = {CONTRACT, PERSON, TEAM}


def month(value: Any) -> int:
    uint(200001, 219912)(value)
    need(1 <= value % 100 <= 12, "a month")
    return value


@dataclass(frozen=True)
class Document:
    """A document's name: kind, subject (empty where absent), period (0 where absent)."""

    kind: int
    subject: bytes = b""
    period: int = 0

    @property
    def known(self) -> bool:
        return 1 <= self.kind <= 12

    def check(self) -> Document:
        if not self.known:
            return self
        need((self.subject == b"") == (self.kind in WITHOUT_SUBJECT), "subject does not fit the kind")
        if self.kind in WITHOUT_PERIOD:
            need(self.period == 0, "period does not fit the kind")
        elif self.kind == BUDGET:
            uint(2000, 2199)(self.period)
        else:
            month(self.period)
        return self

    def name(self) -> list[Any]:
        return [self.kind, self.subject, self.period]

    def __str__(self) -> str:
        kind = KIND_NAMES[self.kind - 1] if self.known else str(self.kind)
        period = self.period if self.period or not self.known else "-"
        return f"{kind}/{self.subject.hex() or '-'}/{period}"


def document_from(content: dict[int, Any], first: int) -> Document:
    return Document(content[first], content.get(first + 1, b""), content.get(first + 2, 0)).check()


def stream_name(value: Any) -> tuple[Any, ...]:
    if value == [0]:
        return (0,)
    kind, subject, period = row(uint(1, 65535), blob(0, 16), uint(0, 2**32 - 1))(value)
    need(len(subject) in (0, 16), "a subject")
    return tuple(Document(kind, subject, period).check().name())


ASSERTION = fields({0: blob(1, 1023), 1: blob(1, 2048), 2: blob(1, 4096), 3: blob(1, 1024)})
DESK = fields({0: ID, 1: ID, 2: uint(1, 5)}, {3: ASSERTION})


def clock(value: Any) -> dict[int, Any]:
    result = fields(
        {0: ms, 1: uint(-1080, 1080), 2: text(64), 3: uint(), 4: blob(8)}, {5: ms, 6: uint()}
    )(value)
    need(6 not in result or 5 in result, "monotonic time of no office time")
    return result


BATCH_HEADER = fields(
    {0: uint(1, 1), 1: ID, 2: uint(1, 65535), 5: ID, 6: blob(8), 7: uint(1, I63 - 1), 10: uint(), 11: clock,
     12: text(32), 13: HASH},
    {3: ID, 4: uint(1, 2**32 - 1), 8: HASH, 9: ID, 14: DESK, 15: uint(2, 65535)},
)


def version_first(header: Any) -> None:
    if type(header) is dict and type(header.get(0)) is int and header[0] > 1:
        raise NewerFormat("a later version")


@dataclass(frozen=True)
class Batch:
    header: dict[int, Any]
    raw: bytes
    signature: bytes
    body: bytes | None
    document: Document

    @property
    def id(self) -> bytes:
        return sha256(self.raw)

    @property
    def team(self) -> bytes:
        return self.header[1]

    @property
    def device(self) -> bytes:
        return self.header[5]

    @property
    def chain(self) -> tuple[bytes, bytes]:
        return self.header[5], self.header[6]

    @property
    def n(self) -> int:
        return self.header[7]

    @property
    def previous(self) -> bytes | None:
        return self.header.get(8)

    def changes(self) -> list[bytes]:
        return several(blob(1, 16384))(decode(self.body or b""))

    def body_fits(self) -> bool:
        try:
            self.changes()
        except Malformed:
            return False
        return sha256(self.body or b"") == self.header[13]

    def signed_by(self, key: bytes) -> bool:
        return signed(key, "assistenzzeit/batch/1", self.raw, self.signature)


def read_batch(value: Any) -> Batch:
    """The decoded value of a batch; its body is not looked into."""
    need(type(value) is list and len(value) in (2, 3), "a batch")
    raw = blob(1, 12288)(value[0])
    signature = blob(64)(value[1])
    body = blob(0, 65536)(value[2]) if len(value) == 3 else None
    need(len(encode(value)) <= 65536, "a batch too long")
    header = decode(raw)
    version_first(header)
    header = BATCH_HEADER(header)
    need((8 in header) == (header[7] > 1), "previous stands exactly when n is above 1")
    return Batch(header, raw, signature, body, document_from(header, 2))


# Records of the log.

POLICY, VERDICT, PURGE, EXPORT, SEEN, EPOCH, WITHDRAWAL = range(1, 8)
FOUND, ADD_MEMBER, END_MEMBER, ADD_DEVICE, REVOKE_DEVICE, GRANT = range(1, 7)
REVOKE_GRANT, TRUST, EMPLOYER_KEY, RECOVERED, LOG_KEY, SHARE_ROTA = range(7, 13)
HELD, RELEASED, REFUSED = range(1, 4)


def topics(value: Any) -> list[int]:
    result = several(uint(1, 6))(value)
    need(result == sorted(set(result)), "topics ascend")
    return result


OPERATION = uint(1, 12)
FORM, ROLE = uint(1, 3), uint(1, 5)
NEW_KEY = fields({0: OPERATION, 1: ID, 2: public_key, 3: FORM})
OPERATIONS: dict[int, Shape] = {
    FOUND: fields({0: OPERATION, 1: ID, 2: public_key, 3: public_key, 4: FORM}),
    ADD_MEMBER: fields({0: OPERATION, 1: ID, 2: ROLE}, {3: ms}),
    END_MEMBER: fields({0: OPERATION, 1: ID, 2: ROLE}),
    ADD_DEVICE: NEW_KEY,
    REVOKE_DEVICE: fields({0: OPERATION, 1: ID}),
    GRANT: fields({0: OPERATION, 1: ID, 2: topics, 3: ms}),
    REVOKE_GRANT: fields({0: OPERATION, 1: ID, 2: topics}),
    TRUST: fields({0: OPERATION, 1: ID}),
    EMPLOYER_KEY: NEW_KEY,
    RECOVERED: NEW_KEY,
    LOG_KEY: fields({0: OPERATION, 1: public_key}),
    SHARE_ROTA: fields({0: OPERATION, 1: flag}),
}


def policy_content(value: Any) -> dict[int, Any]:
    need(type(value) is dict and type(value.get(0)) is int, "an operation")
    if value[0] not in OPERATIONS:
        raise NewerFormat("an operation of a newer format")
    result = OPERATIONS[value[0]](value)
    need(result[0] != FOUND or result[2] != result[3], "the log key is another than the device's")
    return result


def purge_content(value: Any) -> dict[int, Any]:
    result = fields(
        {0: uint(1, 65535), 3: text(64), 4: unlike(several(HASH, 2000))}, {1: ID, 2: uint(1, 2**32 - 1)}
    )(value)
    document_from(result, 0)
    return result


def epoch_content(value: Any) -> dict[int, Any]:
    result = fields({0: uint(1, 2**32 - 1), 1: blob(8), 3: uint(1, 3)}, {2: text(1024)})(value)
    first = result[0] == 1
    need(first == (result[3] == 1) and first == (2 not in result), "reason and checkpoint fit the number")
    return result


def withdrawal_content(value: Any) -> dict[int, Any]:
    result = fields({0: HASH, 1: uint(7, 11), 2: several(HASH, 64, 0)})(value)
    need(result[1] != 10 and (result[1] == 11) == (result[2] == []), "cause and records of a withdrawal")
    return result


CONTENTS: dict[int, Shape] = {
    POLICY: policy_content,
    VERDICT: fields({0: HASH, 1: uint(1, 3), 2: uint(6, 12)}),
    PURGE: purge_content,
    EXPORT: fields({0: month, 1: text(64), 2: several(row(text(255), HASH), 1024, 0), 3: several(row(ID, HASH), 1024)}),
    SEEN: fields({0: ID, 1: several(HASH, 2000)}),
    EPOCH: epoch_content,
    WITHDRAWAL: withdrawal_content,
}
RECORD_HEADER = fields({0: uint(1, 1), 1: ID, 2: uint(), 3: ID, 4: ms, 5: lambda value: value}, {6: DESK})


@dataclass(frozen=True)
class Record:
    header: dict[int, Any]
    raw: bytes
    signatures: list[list[bytes]]

    @property
    def id(self) -> bytes:
        return sha256(self.raw)

    @property
    def team(self) -> bytes:
        return self.header[1]

    @property
    def type(self) -> int:
        return self.header[2]

    @property
    def content(self) -> dict[int, Any]:
        return self.header[5]

    @property
    def desk(self) -> dict[int, Any] | None:
        return self.header.get(6)

    @property
    def operation(self) -> int:
        """The policy operation, 0 for every other record."""
        return self.content[0] if self.type == POLICY else 0

    @property
    def signer(self) -> bytes:
        return self.signatures[0][0]

    def signed_by(self, key: bytes, signer: bytes) -> bool:
        return any(
            who == signer and signed(key, "assistenzzeit/record/1", self.raw, signature)
            for who, signature in self.signatures
        )


def read_record(value: Any) -> Record:
    raw, signatures = row(blob(1, 65536), several(row(ID, blob(64))))(value)
    header = decode(raw)
    version_first(header)
    header = RECORD_HEADER(header)
    if header[2] not in CONTENTS:
        raise NewerFormat("a record of a newer format")
    header[5] = CONTENTS[header[2]](header[5])
    record = Record(header, raw, signatures)
    who = [one[0] for one in signatures]
    need(who == sorted(set(who)), "signatures ascend by key id")
    need(len(who) == (2 if record.operation in (FOUND, LOG_KEY) else 1), "the number of signatures")
    return record


@dataclass(frozen=True)
class Entry:
    epoch: int
    seq: int
    received: int
    what: Batch | Record

    @property
    def position(self) -> tuple[int, int]:
        return self.epoch, self.seq

    @property
    def leaf(self) -> bytes:
        return leaf_hash(self.seq, self.received, self.what.id)


def read_entry(value: Any) -> Entry:
    epoch, seq, received, tag, what = row(
        uint(1, 2**32 - 1), uint(0, U64), ms, uint(1, 2), lambda value: value
    )(value)
    return Entry(epoch, seq, received, read_batch(what) if tag == 1 else read_record(what))


# The tree.

def leaf_hash(seq: int, received: int, entry_id: bytes) -> bytes:
    return sha256(b"\0" + encode([seq, received, entry_id]))


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right)


def split(size: int) -> int:
    return 1 << ((size - 1).bit_length() - 1)


def tree_root(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return node(tree_root(leaves[:k]), tree_root(leaves[k:]))


def root_from_proof(size: int, leaves: dict[int, bytes], proof: list[bytes]) -> bytes:
    """The root that some leaves and one proof for all of them lead to."""
    need(all(0 <= seq < size for seq in leaves), "a leaf outside of the tree")
    rest = iter(proof)

    def walk(low: int, count: int) -> bytes:
        if not any(low <= seq < low + count for seq in leaves):
            given = next(rest, None)
            need(given is not None, "the proof is too short")
            return given or b""
        if count == 1:
            return leaves[low]
        k = split(count)
        left = walk(low, k)
        return node(left, walk(low + k, count - k))

    root = walk(0, size)
    need(next(rest, None) is None, "hashes are left over")
    return root


def consistent(old: int, old_root: bytes, new: int, new_root: bytes, proof: list[bytes]) -> bool:
    """RFC 6962 § 2.1.2."""
    rest = iter(proof)

    def walk(known: int, size: int, whole: bool) -> tuple[bytes, bytes]:
        """The roots of the old part and of all of this subtree."""
        if known == size:
            if whole:
                return old_root, old_root
            one = next(rest)
            return one, one
        k = split(size)
        if known <= k:
            before, left = walk(known, k, whole)
            return before, node(left, next(rest))
        before, right = walk(known - k, size - k, False)
        left = next(rest)
        return node(left, before), node(left, right)

    if not 1 <= old <= new:
        return False
    try:
        roots = walk(old, new, True)
    except StopIteration:
        return False
    return next(rest, None) is None and roots == (old_root, new_root)


NOTE = re.compile(
    r"assistenzzeit/([0-9a-f]{32})/(0|[1-9][0-9]*)-([0-9a-f]{16})\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/=]{44})\n"
    r"(0|-?[1-9][0-9]*)\n\n\u2014 ([0-9a-f]{32}) ([A-Za-z0-9+/=]{88})\n"
)


@dataclass(frozen=True)
class Checkpoint:
    team: bytes
    epoch: int
    nonce: bytes
    size: int
    root: bytes
    received: int
    key: bytes
    signature: bytes
    message: bytes

    def signed_by(self, key: bytes) -> bool:
        return signed(key, "assistenzzeit/checkpoint/1", self.message, self.signature)


def base64_exact(letters: str, length: int) -> bytes:
    try:
        data = base64.b64decode(letters, validate=True)
    except ValueError:
        raise Malformed("base64") from None
    need(len(data) == length and base64.b64encode(data).decode() == letters, "base64")
    return data


def read_checkpoint(note: str) -> Checkpoint:
    need(len(note.encode()) <= 1024, "a checkpoint too long")
    found = NOTE.fullmatch(note)
    if found is None:
        raise Malformed("a checkpoint")
    team, epoch, nonce, size, root, received, key, signature = found.groups()
    return Checkpoint(
        bytes.fromhex(team), uint(1, 2**32 - 1)(int(epoch)), bytes.fromhex(nonce), uint(1)(int(size)),
        base64_exact(root, 32), ms(int(received)), bytes.fromhex(key), base64_exact(signature, 64),
        note[:note.index("\u2014")].encode(),
    )


def read_receipts(data: bytes) -> tuple[Checkpoint, list[list[Any]], list[bytes]]:
    note, leaves, proof = row(text(1024), several(row(uint(), ms, HASH)), several(HASH, low=0))(decode(data))
    seqs = [one[0] for one in leaves]
    need(seqs == sorted(set(seqs)), "entries ascend by seq")
    return read_checkpoint(note), leaves, proof


def stream_digest(name: bytes, members: list[list[Any]]) -> bytes:
    """Of members given as epoch, seq, received, entry id."""
    value = sha256(b"assistenzzeit/stream/1\0" + name)
    for one in members:
        value = sha256(value + encode(one))
    return value
