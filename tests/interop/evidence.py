"""Reads evidence files and finds what is wrong in them, written from docs/sync-protocol.md §§ 8 and 12 alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from encoding import Malformed, Reader, blob, fields, key_id, ms, need, row, sha256, several, signed, text, uint
from formats import (
    EPOCH, EXPORT, FOUND, HELD, ID, POLICY, PURGE, RECOVERED, RELEASED, REVIEW, SEEN, VERDICT, WITHDRAWAL, Batch,
    Document, Entry, Record, document_from, read_checkpoint, read_entry, stream_name, tree_root,
)
from policy import Policy

CAUSES = {6: "fork", 7: "revoked", 8: "no_right", 9: "expired", 10: "newer", 11: "depends", 12: "gate"}
FORK, REVOKED, NO_RIGHT, EXPIRED, NEWER, DEPENDS, GATE = 6, 7, 8, 9, 10, 11, 12
ITEM_LIMIT = 2**20
Position = tuple[int, int]

HEADER = row(
    uint(0, 0),
    text(32),
    fields({0: uint(1, 1), 1: ID, 2: ms, 3: text(64)}, {4: several(stream_name)}),
)


class Unreadable(Exception):
    """Not an evidence file this reader can read."""


@dataclass(frozen=True)
class Finding:
    code: str
    position: Position | None
    detail: str | None = None


@dataclass
class Report:
    team: bytes
    made: int
    program: str
    findings: list[Finding] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def proven(self) -> bool:
        return not self.findings


@dataclass
class Stored:
    """What is known of a batch that stands in the log."""

    batch: Batch
    position: Position
    cause: int | None = None
    known_kind: bool = True
    status: int | None = None
    force: tuple[Position, int] = ((0, 0), 0)
    """Where and when it came into force: its own place, or its release's."""
    decided: bool = False
    """Whether the employer put it into force."""
    held_for: int | None = None

    @property
    def in_force(self) -> bool:
        return self.status is None or self.status == RELEASED


@dataclass
class Epoch:
    number: int
    nonce: bytes | None = None
    after_restore: bool = False
    leaves: list[bytes] = field(default_factory=list)
    received: int | None = None


class Verifier:
    def __init__(self, report: Report, only: set[tuple[Any, ...]] | None) -> None:
        self.report, self.only = report, only
        self.policy = Policy()
        self.policies: dict[bytes, tuple[Position, Record]] = {}
        self.numbers: set[int] = set()
        self.epoch: Epoch | None = None
        self.before: Epoch | None = None
        self.begun = 0
        self.last: Position | None = None
        self.first_record: Record | None = None
        self.behind_checkpoint = False
        self.ids: set[bytes] = set()
        self.batches: dict[bytes, Stored] = {}
        self.all_batches: list[tuple[Batch, Position]] = []
        self.chains: dict[tuple[bytes, bytes], dict[int, Batch]] = {}
        self.pending: Stored | None = None
        self.purged: dict[bytes, None] = {}
        self.exported: set[bytes] = set()
        self.withheld: set[bytes] = set()
        self.statements: list[tuple[bytes, Position | None]] = []
        self.stage = 1

    def find(self, code: str, position: Position | None, detail: str | None = None) -> None:
        self.report.findings.append(Finding(code, position, detail))

    def note(self, note: str, **more: Any) -> None:
        self.report.notes.append({"note": note, **more})

    # Entries.

    def entry(self, entry: Entry) -> None:
        self.report.counts["entries"] += 1
        self.report.counts["batches" if isinstance(entry.what, Batch) else "records"] += 1
        if self.stage > 1:
            self.find("order", entry.position)
        follows = self.follows(entry.position)
        epoch = self.enter_epoch(entry)
        pending, self.pending = self.pending, None
        if pending and not (follows and self.answers(entry, pending)):
            self.close(pending)
        if epoch.received is not None and entry.received < epoch.received:
            self.find("time_back", entry.position)
        epoch.received = entry.received
        epoch.leaves.append(entry.leaf)
        self.last = entry.position
        self.behind_checkpoint = False
        known = entry.what.id in self.ids
        if not follows:
            self.find("order", entry.position)
        if known:
            self.find("duplicate", entry.position)
        if follows and not known:
            self.judge(entry, epoch, pending)
        self.ids.add(entry.what.id)

    def follows(self, position: Position) -> bool:
        if self.last is None:
            return position == (1, 0)
        epoch, seq = self.last
        return position == (epoch, seq + 1) or position[0] > epoch and position[1] == 0

    def enter_epoch(self, entry: Entry) -> Epoch:
        """The epoch of this entry; where the number changes, everything about it begins anew."""
        if self.epoch is None or self.epoch.number != entry.epoch:
            if self.last is not None and not self.behind_checkpoint:
                self.find("checkpoint_missing", self.last)
            self.before, self.epoch = self.epoch, Epoch(entry.epoch)
            self.numbers.add(entry.epoch)
        return self.epoch

    def judge(self, entry: Entry, epoch: Epoch, pending: Stored | None) -> None:
        what = entry.what
        if isinstance(what, Batch):
            self.batch(what, entry, epoch)
            return
        if what.type == EPOCH and entry.seq == 0:
            self.describe(what, entry, epoch)
        if what.team != self.report.team:
            self.find("wrong_team", entry.position)
        else:
            self.record(what, entry, pending)

    def answers(self, entry: Entry, pending: Stored) -> bool:
        """Whether this entry is the verdict `held` that stands behind the pending batch."""
        what = entry.what
        return (
            isinstance(what, Record) and what.type == VERDICT and what.content[1] == HELD
            and what.content[0] == pending.batch.id and what.team == self.report.team
            and what.id not in self.ids and self.refusal(what, entry) is None
        )

    # Batches.

    def batch(self, batch: Batch, entry: Entry, epoch: Epoch) -> None:
        position = entry.position
        device = self.policy.devices.get(batch.device)
        if device is None:
            self.find("unknown_device", position)
            return
        if not batch.signed_by(device.key):
            self.find("bad_signature", position)
            return
        if batch.team != self.report.team:
            self.find("wrong_team", position)
            return
        self.bodies(batch, position)
        if 14 in batch.header:
            self.report.counts["by_office"] += 1
        stored = Stored(batch, position, known_kind=batch.document.known, force=(position, entry.received))
        chain = self.chains.setdefault(batch.chain, {})
        if batch.n > 1 and batch.n - 1 not in chain and batch.n not in chain:
            if epoch.after_restore:
                self.note("gap_after_restore", position=position)
            else:
                self.find("gap", position)
        if self.forks(batch, chain):
            stored.cause = FORK
        else:
            chain[batch.n] = batch
            if stored.known_kind:
                stored.cause = self.policy.cause_against(batch, entry.received)
            elif device.revoked:
                stored.cause = REVOKED
        self.batches[batch.id] = stored
        self.pending = stored

    @staticmethod
    def forks(batch: Batch, chain: dict[int, Batch]) -> bool:
        before, after = chain.get(batch.n - 1), chain.get(batch.n + 1)
        return (
            batch.n in chain
            or before is not None and batch.previous != before.id
            or after is not None and after.previous != batch.id
        )

    def bodies(self, batch: Batch, position: Position) -> None:
        self.all_batches.append((batch, position))
        left_out = self.only is not None and tuple(batch.document.name()) not in self.only
        if left_out:
            self.withheld.add(batch.id)
        if batch.body is None:
            return
        self.report.counts["bodies"] += 1
        if not batch.body_fits():
            self.find("body_hash", position)
        if left_out:
            self.find("body_unexpected", position)

    def close(self, stored: Stored) -> None:
        """A batch behind which no verdict `held` stands."""
        if stored.cause is not None:
            self.find("not_held", stored.position, CAUSES[stored.cause])
        elif not stored.known_kind:
            self.find("newer", stored.position)

    # Records.

    def record(self, record: Record, entry: Entry, pending: Stored | None) -> None:
        why = self.refusal(record, entry)
        if why is not None:
            self.find("record_refused", entry.position, why)
            return
        if record.type == EPOCH:
            self.begun = entry.epoch
            self.policy.restored = record.content[3] != 1
            self.first_record = self.first_record or record
        elif record.type == POLICY:
            self.policy.apply(record)
            self.policies[record.id] = (entry.position, record)
            if record.operation == RECOVERED:
                self.note("recovered_by_operator", position=entry.position)
        elif record.type == VERDICT:
            self.verdict(record, entry, pending)
        elif record.type == PURGE:
            self.purge(record, entry.position)
        elif record.type == EXPORT:
            self.exported |= {one[1] for one in record.content[3]}
        elif record.type == SEEN:
            self.seen(record, entry.position)
        elif record.type == WITHDRAWAL:
            self.withdrawal(record, entry.position)

    def refusal(self, record: Record, entry: Entry) -> str | None:
        if (record.type == EPOCH) != (entry.seq == 0):
            return "an epoch record stands first in its epoch and nowhere else"
        if (record.operation == FOUND) != (entry.position == (1, 1)):
            return "the team is founded by entry 1 of epoch 1 and nowhere else"
        if entry.epoch != (record.content[0] if record.type == EPOCH else self.begun):
            return "it is of an epoch that was not begun"
        if record.type == EPOCH and entry.epoch == 1:
            return None  # its signature is judged by the record that founds the team
        if record.operation == FOUND:
            return self.policy.found_refusal(record, self.first_record)
        return self.policy.refusal(record, entry.received)

    def describe(self, record: Record, entry: Entry, epoch: Epoch) -> None:
        """What an epoch record says about its epoch counts for finding, even if it may not stand there."""
        epoch.nonce, epoch.after_restore = record.content[1], record.content[3] != 1
        if 2 in record.content:
            self.epoch_checkpoint(record.content[2], entry)

    def epoch_checkpoint(self, note: str, entry: Entry) -> None:
        before = self.before or Epoch(0)
        try:
            known = read_checkpoint(note)
        except Malformed:
            self.find("epoch_checkpoint", entry.position)
            return
        signer = next((key for key in self.policy.log_keys if key_id(key) == known.key), b"")
        same = known.epoch == before.number and known.nonce == before.nonce
        here = len(before.leaves) if same else 0
        if (
            known.team != self.report.team or not before.number <= known.epoch <= entry.epoch
            or not known.signed_by(signer)
            or 0 < known.size <= here and tree_root(before.leaves[:known.size]) != known.root
        ):
            self.find("epoch_checkpoint", entry.position)
        elif known.size > here:
            self.note("lost_in_restore", epoch=known.epoch, entries=known.size - here)

    def verdict(self, record: Record, entry: Entry, pending: Stored | None) -> None:
        batch, status, cause = record.content[0], record.content[1], record.content[2]
        stored = self.batches.get(batch)
        first = pending is not None and pending is stored and status == HELD
        if stored is None or not first and not self.may_follow(stored, status, cause):
            self.find("verdict", entry.position)
            return
        if first:
            self.first_held(stored, cause)
        elif status == HELD and cause < NEWER and cause != stored.cause:
            self.find("held_without_cause", stored.position, CAUSES[cause])
        if status == RELEASED:
            stored.force = (entry.position, entry.received)
            stored.decided = record.signer not in map(key_id, self.policy.log_keys)
        if status == HELD:
            stored.held_for = cause
        stored.status = status

    def withdrawal(self, record: Record, position: Position) -> None:
        stored, cause = self.batches.get(record.content[0]), record.content[1]
        restored = self.epoch is not None and self.epoch.after_restore
        may = restored and stored is not None and stored.in_force
        if not may or cause != DEPENDS and self.covering(stored, record.content[2]) != cause:
            self.find("withdrawal", position)
            return
        stored.status, stored.held_for = HELD, cause

    def covering(self, stored: Stored, by: list[bytes]) -> int | None:
        """The cause against a batch if these records are carried out behind the policy it came into force under."""
        place, received = stored.force
        named = [self.policies[one] for one in by if one in self.policies]
        places = [place] + [position for position, _ in named]
        if stored.decided or len(named) < len(by) or any(a >= b for a, b in zip(places, places[1:])):
            return None
        policy = Policy()
        for position, record in self.policies.values():
            if position < place:
                policy.apply(record)
        device = stored.batch.device
        if not all(policy.concerns(record, device) for _, record in named):
            return None
        for _, record in named:
            if policy.content_refusal(record, received) is None:
                policy.apply(record)
        if stored.known_kind:
            return policy.cause_against(stored.batch, received)
        return REVOKED if policy.devices[device].revoked else None

    def first_held(self, stored: Stored, cause: int) -> None:
        right = cause == stored.cause or cause == NEWER and stored.cause in (NO_RIGHT, EXPIRED)
        if stored.cause is not None and not right:
            self.find("not_held", stored.position, CAUSES[stored.cause])
        if not stored.known_kind and stored.cause is None:
            self.find("newer", stored.position)
        elif cause < NEWER and cause != stored.cause:
            self.find("held_without_cause", stored.position, CAUSES[cause])

    @staticmethod
    def may_follow(stored: Stored, status: int, cause: int) -> bool:
        """Whether a verdict may stand behind the ones before it about the same batch."""
        if stored.status is None or stored.status == RELEASED:
            return False
        if status == HELD:
            return stored.held_for in (NEWER, DEPENDS)
        return cause == stored.held_for and not (status == RELEASED and cause == GATE)

    def purge(self, record: Record, position: Position) -> None:
        document = document_from(record.content, 0)
        good = True
        for one in record.content[4]:
            stored = self.batches.get(one)
            if stored is None or stored.batch.document != document or one in self.purged:
                good = False
            self.purged[one] = None
        if not good:
            self.find("purge", position)
        bodies = len(record.content[4])
        self.report.counts["purged"] += bodies
        self.note("purged", document=str(document), rule=record.content[3], bodies=bodies)

    def seen(self, record: Record, position: Position) -> None:
        documents: set[Document | None] = set()
        for one in record.content[1]:
            stored = self.batches.get(one)
            documents.add(stored.batch.document if stored else None)
        if None in documents or len(documents) > 1:
            self.find("seen", position)

    # Checkpoints, statements, the seal and the end.

    def checkpoint(self, note: str) -> None:
        self.report.counts["checkpoints"] += 1
        if self.stage > 1 or self.behind_checkpoint or self.epoch is None:
            self.find("order", self.last)
        if self.epoch is None:
            return
        self.behind_checkpoint = True
        epoch, policy = self.epoch, self.policy
        try:
            point = read_checkpoint(note)
        except Malformed:
            self.find("checkpoint", self.last)
            return
        place = (self.report.team, epoch.number, epoch.nonce, len(epoch.leaves), epoch.received)
        if (point.team, point.epoch, point.nonce, point.size, point.received) != place:
            self.find("checkpoint", self.last)
        if not policy.founded or point.key != key_id(policy.log_key) or not point.signed_by(policy.log_key):
            self.find("checkpoint_signature", self.last)
        if point.root != tree_root(epoch.leaves):
            self.find("checkpoint_root", self.last)

    def statement(self, statement: bytes) -> None:
        self.report.counts["statements"] += 1
        digest = sha256(statement)
        if self.stage > 2 or self.statements and digest <= self.statements[-1][0]:
            self.find("order", self.last)
        self.stage = 2
        self.statements.append((digest, self.last))

    def seal(self, who: bytes, signature: bytes, before: bytes) -> None:
        key = self.policy.log_key
        good = bool(key) and who == key_id(key)
        if not good or not signed(key, "assistenzzeit/evidence/1", sha256(before), signature):
            self.find("bad_seal", self.last)

    def end(self) -> None:
        if self.pending:
            self.close(self.pending)
            self.pending = None
        if not self.behind_checkpoint:
            self.find("checkpoint_missing", self.last)
        for batch, position in self.all_batches:
            if batch.body is None and batch.id not in self.withheld and batch.id not in self.purged:
                self.find("body_missing", position)
            if batch.body is not None and batch.id in self.purged:
                self.find("body_unexpected", position)
        self.check_statements()
        withheld = sum(
            batch.body is None and batch.id in self.withheld and batch.id not in self.purged
            for batch, _ in self.all_batches
        )
        if withheld:
            self.note("withheld", bodies=withheld)
        self.report.counts["epochs"] = len(self.numbers)
        self.report.counts["released"] = sum(stored.status == RELEASED for stored in self.batches.values())
        self.report.counts["held"] = sum(not stored.in_force for stored in self.batches.values())

    def check_statements(self) -> None:
        reviews = [
            stored.batch.body for stored in self.batches.values()
            if stored.in_force and stored.batch.body and stored.batch.document.kind == REVIEW
        ]
        for digest, _ in self.statements:
            if digest not in self.exported and not any(digest in body for body in reviews):
                self.find("statement", None)


def read_header(reader: Reader) -> tuple[Report, set[tuple[Any, ...]] | None]:
    try:
        _, name, about = HEADER(reader.value())
        need(name == "assistenzzeit/evidence", "another kind of file")
    except Malformed as error:
        raise Unreadable(f"this is no evidence file this program can read: {error}") from None
    only = set(about[4]) if 4 in about else None
    return Report(about[1], about[2], about[3]), only


def read_item(verifier: Verifier, reader: Reader) -> bool:
    """Reads one item and says whether it was the seal."""
    start = reader.at
    item = reader.value()
    need(reader.at - start <= ITEM_LIMIT, "an item too long")
    need(type(item) is list and bool(item) and type(item[0]) is int, "an item")
    kind, rest = item[0], item[1:]
    if kind == 1:
        [value] = row(read_entry)(rest)
        verifier.entry(value)
    elif kind == 2:
        verifier.checkpoint(row(text(ITEM_LIMIT))(rest)[0])
    elif kind == 3:
        verifier.statement(row(blob(0, ITEM_LIMIT))(rest)[0])
    elif kind == 4:
        who, signature = row(ID, blob(64))(rest)
        verifier.seal(who, signature, reader.data[:start])
        return True
    else:
        raise Malformed("an item of an unknown kind")
    return False


def verify(data: bytes) -> Report:
    reader = Reader(data)
    report, only = read_header(reader)
    verifier = Verifier(report, only)
    sealed = False
    try:
        while reader.at < len(data) and not sealed:
            sealed = read_item(verifier, reader)
    except Malformed:
        verifier.find("damaged", verifier.last)
    if sealed and reader.at < len(data):
        verifier.find("after_seal", verifier.last)
    verifier.end()
    if not sealed:
        verifier.find("no_seal", verifier.last)
    return report
