"""Effective hours of one person, written from docs/sync-protocol.md § 9.3 alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo

from contents import Event
from encoding import sha256
from findings import Finding, Reading

CLOCK_IN, CLOCK_OUT, PART_START, PART_END, PART, MANUAL, CORRECTION, STATED_END, RETRACTION = range(1, 10)
ANSWER, AWAY, UNDONE = 12, 13, 14
PROPOSAL, WITHDRAWN, APPROVAL = 20, 21, 22
MINUTE_MS = 60_000

Field = tuple[Any, ...]  # a name, and for a part or piece its id
PART_FIELDS = ("part_exists", "part_kind", "part_from", "part_to", "away")


def minute(ms: int) -> int:
    return ms // MINUTE_MS


def frozen(value: Any) -> Any:
    """A value that can be compared and put into sets."""
    if isinstance(value, dict):
        return tuple(sorted((key, frozen(one)) for key, one in value.items()))
    return tuple(frozen(one) for one in value) if isinstance(value, list) else value


@dataclass(frozen=True)
class Word:
    """What an event, or an agreed proposal, says about one shift."""

    event: bytes  # the one that stands for it
    names: frozenset[bytes]  # by which of these it can be replaced
    shift: bytes
    values: dict[Field, Any]
    replaces: frozenset[bytes]
    everything: bool = False  # it replaces all that it names, whatever the field
    part_only: bytes | None = None  # ... of this part only
    home: int | None = None  # the month of the document in which the shift begins with it
    document: tuple[int, int] = (0, 0)  # kind and month of its document

    def reaches(self, what: Field) -> bool:
        if self.everything:
            return True
        if self.part_only is not None and what[0] in PART_FIELDS and what[1] == self.part_only:
            return True
        return what in self.values


def part_values(part: bytes, kind: int | None, start: int | None, end: int | None) -> dict[Field, Any]:
    values: dict[Field, Any] = {}
    if kind is not None:
        values |= {("part_exists", part): True, ("part_kind", part): kind}
    if start is not None:
        values["part_from", part] = minute(start)
    if end is not None:
        values["part_to", part] = minute(end)
    return values


def shift_values(body: dict[str, Any], names: dict[str, str]) -> dict[Field, Any]:
    """Those of start, end, place and funding that a body gives, under these names of its own."""
    values: dict[Field, Any] = {}
    for what, name in names.items():
        if name in body:
            value = body[name]
            values[what,] = minute(value) if what in ("start", "end") else frozen(value)
    return values


SAME = {name: name for name in ("start", "end", "place", "funding")}


def said(one: bytes, event: Event) -> tuple[bytes, dict[Field, Any]] | None:
    """The shift an event of `time` speaks of, and what it says."""
    body, number = event.body, event.type
    if number in (CLOCK_IN, MANUAL):
        names = {"start": "at" if number == CLOCK_IN else "from", "end": "to", "place": "place", "funding": "funding"}
        values = shift_values(body, names)
        values.setdefault(("funding",), ())
        return one, values | {("exists",): True}
    if number in (CLOCK_OUT, STATED_END):
        return body["shift"], shift_values(body, {"end": "at"})
    if number == PART_START:
        return body["shift"], part_values(one, body["kind"], body["at"], None)
    if number == PART_END:
        return body["shift"], part_values(body["part"], None, None, body["at"])
    if number == PART:
        return body["shift"], part_values(body.get("part", one), body["kind"], body["from"], body["to"])
    if number == CORRECTION:
        return body["shift"], shift_values(body, SAME)
    if number == RETRACTION:
        return body["shift"], {("part_exists", body["part"]) if "part" in body else ("exists",): False}
    if number == AWAY:
        piece = minute(body["from"]), minute(body["to"]), frozen(body["place"])
        away = body.get("piece", one)
        return body["shift"], {("part_exists", away): True, ("away", away): piece}
    if number == UNDONE:
        return body["shift"], {}
    return None


def proposed(one: bytes, body: dict[str, Any]) -> tuple[bytes, dict[Field, Any]]:
    """The shift a proposal is about, and what it would say."""
    values = shift_values(body, SAME)
    if body.get("retract"):
        values["exists",] = False
    elif "shift" not in body:
        values["exists",] = True
        values.setdefault(("funding",), ())
    for part in body.get("parts", []):  # keys as on the wire: part, kind, from, to, removed
        if part.get(4):
            values["part_exists", part[0]] = False
        else:
            values |= part_values(part[0], part[1], part[2], part[3])
    return body.get("shift", one), values


@dataclass
class Shift:
    id: bytes
    state: str
    month: int | None
    day: date | None = None
    start: int | None = None
    end: int | None = None
    parts: list[tuple[int, bytes, int, int]] = field(default_factory=list)  # from, id, kind, to
    reconstructed: bool = False
    disputes: list[Field] = field(default_factory=list)
    live: list[bytes] = field(default_factory=list)
    zone: ZoneInfo | None = None
    shown_in: set[int] = field(default_factory=set)  # months of its starts, if these are in dispute
    findings: list[Finding] = field(default_factory=list)


class Record:
    """All events of the `time` and `review` documents that were read, each with the month of its document."""

    def __init__(self, events: dict[bytes, tuple[int, Event]], over: set[bytes] | None = None) -> None:
        """`over`: the proposals that count over silence or objection; without it those that approvals name."""
        self.events = events
        self.over = over
        self.answers = self.unreplaced(ANSWER)
        self.approvals = self.unreplaced(APPROVAL)
        self.words = list(self.all_words())
        self.by_shift: dict[bytes, list[Word]] = defaultdict(list)
        for word in self.words:
            self.by_shift[word.shift].append(word)

    def of(self, number: int) -> dict[bytes, Event]:
        return {one: event for one, (_, event) in self.events.items() if event.type == number}

    def unreplaced(self, number: int) -> dict[bytes, Event]:
        """Those of a type that no other of the same type supersedes."""
        found = self.of(number)
        gone = {earlier for one, event in found.items() for earlier in event.supersedes if earlier != one}
        return {one: event for one, event in found.items() if one not in gone}

    def all_words(self) -> Iterable[Word]:
        for one, (month, event) in self.events.items():
            told = said(one, event)
            if told is None:
                continue
            shift, values = told
            whole = event.type == UNDONE or (event.type == RETRACTION and "part" not in event.body)
            yield Word(
                one, frozenset([one]), shift, values, frozenset(event.supersedes), whole,
                event.body.get("part") if event.type == RETRACTION else None,
                month if event.type in (CLOCK_IN, MANUAL) else None, (0, month),
            )
        for one, event in self.of(PROPOSAL).items():
            yield from self.proposal_words(one, event)

    def proposal_words(self, one: bytes, event: Event) -> Iterable[Word]:
        """A proposal speaks through every live answer that agrees, else through an approval over it."""
        shift, values = proposed(one, event.body)
        whole, forgotten = bool(event.body.get("retract")), "shift" not in event.body
        document = (1, self.events[one][0])
        agreed = [
            (by, answer) for by, answer in self.answers.items()
            if answer.body["proposal"] == one and answer.body["agreed"]
        ]
        for by, answer in agreed:
            replaces = frozenset(event.about) | frozenset(answer.supersedes)
            home = self.events[by][0] if forgotten else None
            yield Word(by, frozenset([by, one]), shift, values, replaces, whole, None, home, document)
        if not agreed and self.is_over(one):
            home = self.events[one][0] if forgotten else None
            yield Word(one, frozenset([one]), shift, values, frozenset(event.about), whole, None, home, document)

    def is_over(self, proposal: bytes) -> bool:
        if self.over is not None:
            return proposal in self.over
        return any(over[0] == proposal for approval in self.approvals.values() for over in approval.body.get("over", []))

    def live_words(self, shift: bytes) -> dict[Field, list[tuple[Any, bytes]]]:
        """Per field its live values, each with the event that stands for it."""
        words = self.by_shift[shift]
        live: dict[Field, list[tuple[Any, bytes]]] = defaultdict(list)
        for word in words:
            for what, value in word.values.items():
                replaced = any(
                    other.event != word.event and other.replaces & word.names and other.reaches(what) for other in words
                )
                if not replaced:
                    live[what].append((value, word.event))
        return live

    def home_month(self, shift: bytes) -> int | None:
        words = self.by_shift[shift]
        homes = [word.home for word in words if word.home is not None]
        return homes[0] if homes else min(words, key=lambda word: word.document).document[1]

    def shift(self, shift: bytes) -> Shift:
        live, words = self.live_words(shift), self.by_shift[shift]
        result = Shift(shift, "unsettled", self.home_month(shift))
        result.live = sorted({event for values in live.values() for _, event in values})
        result.reconstructed = any(
            self.events[by][1].type not in (CLOCK_IN, CLOCK_OUT)
            for what in (("start",), ("end",)) for _, by in live.get(what, [])
        )
        not_to_be = {by for value, by in live.get(("exists",), []) if value is False}
        if not_to_be and not_to_be.issuperset(result.live):
            result.state = "retracted"
            return result
        begun = any(word.home is not None for word in words)
        reading = Reading(shift, live, {what for word in words for what in word.values}, begun)
        if not_to_be:  # while something is still said about it
            reading.disputes.add(("exists",))
        result.disputes, result.findings = sorted(reading.disputes, key=str), reading.findings
        result.start, result.end, result.parts, result.zone = reading.start, reading.end, reading.parts, reading.zone
        if reading.zone is not None:
            starts = {local_day(start, reading.zone) for start, _ in live.get(("start",), [])}
            result.shown_in = {month_of(day) for day in starts}
            if reading.start is not None:
                result.day = local_day(reading.start, reading.zone)
                result.month = month_of(result.day)
        if not reading.sound or reading.start is None or reading.zone is None:
            result.state = "unsettled"
        elif ("end",) not in live:
            result.state = "running"
        elif reading.end is not None:
            result.state = "settled"
        return result

    def month(self, month: int) -> list[Shift]:
        found = [self.shift(shift) for shift in sorted(self.by_shift)]
        return [shift for shift in found if shift.month == month or month in shift.shown_in]

    def outcome(self, proposal: bytes) -> str:
        said = {answer.body["agreed"] for answer in self.answers.values() if answer.body["proposal"] == proposal}
        if True in said:
            return "disputed" if False in said else "agreed"
        if any(event.body["proposal"] == proposal for event in self.of(WITHDRAWN).values()):
            return "withdrawn"
        if self.is_stale(proposal):
            return "stale"
        return "objected" if said else "open"

    def is_stale(self, proposal: bytes) -> bool:
        event = self.events[proposal][1]
        if "shift" not in event.body or self.is_over(proposal):
            return False
        shift, values = proposed(proposal, event.body)
        if shift not in self.by_shift:
            return True
        named, live = set(event.about), self.live_words(shift)
        if any(value is False and by not in named for value, by in live.get(("exists",), [])):
            return True
        for what in values:
            standing = {by for _, by in live.get(what, [])}
            named_once = {word.event for word in self.by_shift[shift] if what in word.values} & named
            if standing != named_once:
                return True
        return False


def local_day(minutes: int, zone: ZoneInfo) -> date:
    return datetime.fromtimestamp(minutes * 60, timezone.utc).astimezone(zone).date()


def month_of(day: date) -> int:
    return day.year * 100 + day.month


def fingerprint(shifts: list[Shift]) -> bytes:
    return sha256(b"".join(sorted({one for shift in shifts for one in shift.live})))
