"""Changes of documents: the change chunk of automerge's storage format, written from docs/sync-protocol.md § 9 and the
format's own description (automerge.org/automerge-binary-format-spec), as far as this record uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import contents
from contents import EVENT_KINDS, Refused
from encoding import Malformed, need, sha256

MAGIC = bytes.fromhex("856f4a83")
LONGEST = 16 * 1024
MOST_OPERATIONS, MOST_DEPENDENCIES, MOST_ACTORS = 512, 256, 512
LAST_COUNTER = 2**31
LAST_SECOND = 253_402_300_799  # of the year 9999
KEYS, INSERT, ACTION, VALUE_META, VALUE, REPLACED, BY, COUNTERS = 0x15, 0x34, 0x42, 0x56, 0x57, 0x70, 0x71, 0x73
PUT, BYTES = 1, 7

Operation = tuple[int, bytes]  # its counter and its actor


class Leb128:
    """Reads numbers written the shortest way, and bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    @property
    def left(self) -> bool:
        return self.at < len(self.data)

    def take(self, count: int) -> bytes:
        need(count <= len(self.data) - self.at, "cut off")
        self.at += count
        return self.data[self.at - count:self.at]

    def digits(self) -> list[int]:
        found = [self.take(1)[0]]
        while found[-1] & 0x80:
            need(len(found) < 10, "a number too long")
            found.append(self.take(1)[0])
        return found

    def unsigned(self) -> int:
        digits = self.digits()
        need(len(digits) == 1 or digits[-1] != 0, "a number longer than needed")
        number = sum((digit & 0x7F) << (7 * place) for place, digit in enumerate(digits))
        need(number < 2**64, "a number too large")
        return number

    def signed(self) -> int:
        digits = self.digits()
        number = sum((digit & 0x7F) << (7 * place) for place, digit in enumerate(digits))
        if digits[-1] & 0x40:
            number -= 1 << (7 * len(digits))
        shorter = 1 << (7 * (len(digits) - 1) - 1) if len(digits) > 1 else 0
        need(not -shorter <= number < shorter, "a number longer than needed")
        need(-(2**63) <= number < 2**63, "a number too large")
        return number

    def actor(self) -> bytes:
        need(self.unsigned() == 16, "an actor of 16 bytes")
        return self.take(16)


def runs(data: bytes, read: Callable[[Leb128], Any]) -> list[Any]:
    """A run-length column without gaps, written as automerge writes it: neighbours that are alike are one run, those
    between such runs one list of single values."""
    reader, values, lengths = Leb128(data), [], []
    while reader.left:
        run = reader.signed()
        need(run != 0 and abs(run) + len(values) <= LONGEST, "a run without a gap")
        values += [read(reader)] * run if run > 0 else [read(reader) for _ in range(-run)]
        lengths.append(run)
    expected: list[int] = []
    for _, alike in groupby(values):
        count = len(list(alike))
        if count > 1:
            expected.append(count)
        elif expected and expected[-1] < 0:
            expected[-1] -= 1
        else:
            expected.append(-1)
    need(lengths == expected, "runs as long as they can be")
    return values


def text(reader: Leb128) -> str:
    try:
        return reader.take(reader.unsigned()).decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("a key is not UTF-8") from None


@dataclass(frozen=True)
class Change:
    hash: bytes
    dependencies: list[bytes]
    actor: bytes
    sequence: int
    first_counter: int
    puts: list[tuple[str, bytes, list[Operation]]]  # key, value, what it replaces

    def operation(self, index: int) -> Operation:
        return self.first_counter + index, self.actor


def read_change(data: bytes) -> Change:
    need(len(data) <= LONGEST and data[:4] == MAGIC, "a change")
    reader = Leb128(data)
    reader.take(4)
    checksum = reader.take(4)
    need(reader.take(1) == b"\x01", "a change chunk, not deflated")
    need(reader.unsigned() == len(data) - reader.at, "a change of the length it says")
    digest = sha256(data[8:])
    need(digest[:4] == checksum, "the checksum")
    dependencies = [reader.take(32) for _ in range(bounded(reader.unsigned(), MOST_DEPENDENCIES))]
    need(dependencies == sorted(set(dependencies)), "dependencies that rise")
    actor = reader.actor()
    sequence, first = reader.unsigned(), reader.unsigned()
    need(1 <= sequence <= LAST_COUNTER and 1 <= first <= LAST_COUNTER, "numbers within bounds")
    need(0 <= reader.signed() <= LAST_SECOND, "a time from 1970 to 9999")
    need(reader.unsigned() == 0, "no message")
    actors = [actor] + [reader.actor() for _ in range(bounded(reader.unsigned(), MOST_ACTORS))]
    columns = [(reader.unsigned(), reader.unsigned()) for _ in range(bounded(reader.unsigned(), 8))]
    parts = {kind: reader.take(length) for kind, length in columns}
    need(not reader.left, "no bytes behind the columns")
    kinds = [kind for kind, _ in columns]
    without = [KEYS, INSERT, ACTION, VALUE_META, VALUE, REPLACED]
    need(kinds in (without, without + [BY, COUNTERS]), "the columns of this record, in order")
    others = actors[1:]
    need(others == sorted(set(others)) and actor not in others, "other actors that rise")
    puts = operations(parts, actors)
    named = {by for _, _, replaced in puts for _, by in replaced}
    need(named.issuperset(others), "other actors that are needed")
    return Change(digest, dependencies, actor, sequence, first, puts)


def bounded(count: int, most: int) -> int:
    need(count <= most, "a count within bounds")
    return count


def operations(parts: dict[int, bytes], actors: list[bytes]) -> list[tuple[str, bytes, list[Operation]]]:
    actions = runs(parts[ACTION], Leb128.unsigned)
    count = len(actions)
    need(1 <= count <= MOST_OPERATIONS and set(actions) == {PUT}, "puts only")
    insert = Leb128(parts[INSERT])
    need(insert.unsigned() == count and not insert.left, "nothing inserted")
    keys, metas, replaced = runs(parts[KEYS], text), runs(parts[VALUE_META], Leb128.unsigned), runs(parts[REPLACED], Leb128.unsigned)
    need(len(keys) == len(metas) == len(replaced) == count, "columns of the same length")
    need(all(meta % 16 == BYTES for meta in metas), "byte strings only")
    need((BY in parts) == (sum(replaced) > 0), "columns of what is replaced exactly where something is")
    by = runs(parts.get(BY, b""), Leb128.unsigned)
    steps = runs(parts.get(COUNTERS, b""), Leb128.signed)
    need(len(by) == len(steps) == sum(replaced) and all(one < len(actors) for one in by), "what is replaced")
    counter, earlier = 0, []
    for actor, step in zip(by, steps):
        counter += step
        earlier.append((counter, actors[actor]))
    values, left = Leb128(parts[VALUE]), iter(earlier)
    found = [
        (key, values.take(meta // 16), [next(left) for _ in range(number)])
        for key, meta, number in zip(keys, metas, replaced)
    ]
    need(not values.left, "no bytes behind the values")
    return found


class History:
    """The changes of one document, each taken in only if the gate lets it in (§ 9)."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.changes: dict[bytes, Change] = {}
        self.last: dict[bytes, Change] = {}  # of each writer
        self.puts: list[tuple[str, bytes, list[int]]] = []  # key, value, which puts before it each replaces
        self.places: dict[Operation, tuple[int, bytes]] = {}  # of each operation: its put, and its change

    def judge(self, data: bytes) -> tuple[str, Change | None]:
        """`let_in`, `known`, `depends`, `newer` or `refused`."""
        try:
            change = read_change(data)
            need(len({key for key, _, _ in change.puts}) == len(change.puts), "no key twice")
            for key, value, _ in change.puts:
                contents.read(self.kind, key, value)
            if change.hash in self.changes:
                return "known", change
            if any(one not in self.changes for one in change.dependencies):
                return "depends", change
            self.check_order(change)
        except Refused as why:
            return ("newer" if why.code == "newer" else "refused"), None
        except Malformed:
            return "refused", None
        return "let_in", change

    def last_counter(self, change: bytes) -> int:
        known = self.changes[change]
        return known.first_counter + len(known.puts) - 1

    def ancestors(self, change: Change) -> set[bytes]:
        found: set[bytes] = set()
        left = list(change.dependencies)
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self.changes[one].dependencies
        return found

    def check_order(self, change: Change) -> None:
        seen, last = self.ancestors(change), self.last.get(change.actor)
        need(change.sequence == (last.sequence if last else 0) + 1, "the writer's next change")
        need(last is None or last.hash in seen, "a change that has seen the writer's last")
        highest = max((self.last_counter(one) for one in change.dependencies), default=0)
        need(change.first_counter == highest + 1, "counters that follow the dependencies")
        taken = {key for key, _, _ in self.puts}
        for key, _, replaced in change.puts:
            if self.kind in EVENT_KINDS:
                need(not replaced and key not in taken, "an event written once")
            need(all(one < other for one, other in zip(replaced, replaced[1:])), "what is replaced, rising")
            for one in replaced:
                need(one in self.places, "an operation that is here")
                place, writer = self.places[one]
                need(self.puts[place][0] == key and writer in seen, "an operation on this key that was seen")

    def take(self, data: bytes) -> str:
        verdict, change = self.judge(data)
        if verdict == "let_in" and change is not None:
            for index, (key, value, replaced) in enumerate(change.puts):
                self.places[change.operation(index)] = len(self.puts), change.hash
                self.puts.append((key, value, [self.places[one][0] for one in replaced]))
            self.changes[change.hash] = self.last[change.actor] = change
        return verdict
