"""Findings about shifts, written from docs/sync-protocol.md § 9.3 ("Findings") alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from hours import Record, Shift

MINUTE_MS = 60_000
LAENDER = set("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split())
COMMUNES = {"augsburg", "mariae_himmelfahrt", "fronleichnam"}
RANKS = {1: 0, 2: 1, 3: 1, 4: 1, 5: 1, 8: 2, 6: 3, 7: 4, 9: 5}  # of kinds of parts
STANDBY, CALL_OUT, ON_CALL = 6, 7, 8
MANUAL, STATED_END, QUIET_NIGHT, ANSWER, PROPOSAL = 6, 8, 10, 12, 20
LONGEST_MINUTES = 36 * 60
TYPED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")

EFFECTS = {
    "end_before_start": "unsettled", "zero_length": "unsettled", "longer_than_36_hours": "shown",
    "no_beginning": "unsettled", "unknown_place": "unsettled", "unknown_funding": "unsettled", "part_outside": "no_approval",
    "part_end_before_start": "unsettled", "part_zero_length": "shown", "part_open": "unsettled",
    "part_without_beginning": "unsettled", "parts_overlap": "unsettled", "call_out_outside_standby": "shown",
    "overlap": "no_approval", "two_running": "no_approval", "began_while_running": "no_approval",
    "typed_time_never": "no_approval", "typed_time_twice": "shown", "typed_time_differs": "no_approval",
    "answer_without_proposal": "shown", "answers_disagree": "no_approval", "quiet_night_with_call_out": "shown",
}
NEVER_LET_IN = {"unknown_funding"}  # no gate of version 1 lets in what it would be about

Field = tuple[Any, ...]  # a name, and for a part or piece its id
Part = tuple[int, bytes, int, int]  # from, id, kind, to


@dataclass(frozen=True)
class Finding:
    code: str
    shifts: tuple[bytes, ...]
    names: tuple[bytes, ...] = ()
    events: tuple[bytes, ...] = ()
    span: tuple[int, int] | None = None

    @property
    def effect(self) -> str:
        return EFFECTS[self.code]


def zone_of(place: Any) -> ZoneInfo | None:
    """The zone of a place that is known here in all its words."""
    if place is None:
        return None
    words = dict(place)
    if words[1] not in LAENDER or not COMMUNES.issuperset(words.get(2, ())):
        return None
    try:
        return ZoneInfo(words[0])
    except (KeyError, ValueError):
        return None


class Reading:
    """What is live about one shift: values, and the disputes and findings that reading them brings."""

    def __init__(self, shift: bytes, live: dict[Field, list[tuple[Any, bytes]]], spoken_of: set[Field], begun: bool) -> None:
        """`spoken_of`: fields anything was ever said about; `begun`: its beginning is here."""
        self.shift, self.live, self.spoken_of = shift, live, spoken_of
        self.disputes: set[Field] = set()
        self.findings: list[Finding] = []
        self.parts: list[Part] = []
        self.waiting_since: list[int] = []  # starts of standby and on-call that run
        if not begun or ("exists",) not in live:
            self.find("no_beginning")
        self.exists = self.value("exists")
        self.start, self.end = self.value("start"), self.value("end")
        self.zone = self.place(self.value("place"))
        self.value("funding")
        self.length()
        for part in self.ids("part_exists", "part_kind", "part_from", "part_to"):
            if ("away", part) not in live:
                self.part(part)
        self.between_parts()
        for piece in self.ids("away"):
            self.piece(piece)

    def ids(self, *names: str) -> list[bytes]:
        return sorted({what[1] for what in self.spoken_of if what[0] in names})

    def find(self, code: str, *names: bytes) -> None:
        self.findings.append(Finding(code, (self.shift,), names))

    def value(self, *what: Any) -> Any:
        values = {value for value, _ in self.live.get(what, [])}
        if len(values) > 1:
            self.disputes.add(what)
            return None
        return next(iter(values), None)

    def place(self, place: Any) -> ZoneInfo | None:
        zone = zone_of(place)
        if place is not None and zone is None:
            self.find("unknown_place")
        return zone

    def length(self) -> None:
        if self.start is None or self.end is None:
            return
        if self.end <= self.start:
            self.find("zero_length" if self.end == self.start else "end_before_start")
        elif self.end - self.start > LONGEST_MINUTES:
            self.find("longer_than_36_hours")

    def outside(self, start: int, end: int) -> bool:
        if self.start is None or self.end is None or self.end <= self.start:
            return False
        return start < self.start or end > self.end

    def part(self, part: bytes) -> None:
        exists = self.value("part_exists", part)
        if ("part_exists", part) not in self.live:
            self.find("part_without_beginning", part)
        if not exists:
            return
        kind, start, end = (self.value(name, part) for name in ("part_kind", "part_from", "part_to"))
        if ("end",) in self.live and ("part_to", part) not in self.live:
            self.find("part_open", part)
        runs = ("end",) not in self.live and ("part_to", part) not in self.live
        if runs and kind in (STANDBY, ON_CALL) and start is not None:
            self.waiting_since.append(start)
        if kind is None or start is None or end is None:
            return
        if end <= start:
            self.find("part_zero_length" if end == start else "part_end_before_start", part)
            return
        if self.outside(start, end):
            self.find("part_outside", part)
        self.parts.append((start, part, kind, end))

    def between_parts(self) -> None:
        self.parts.sort()
        for at, (start, part, kind, end) in enumerate(self.parts):
            for later, other, beside, _ in self.parts[at + 1:]:
                if later < end and RANKS[kind] == RANKS[beside]:
                    self.find("parts_overlap", part, other)
            if kind == CALL_OUT and not self.waited(start, end):
                self.find("call_out_outside_standby", part)

    def waited(self, start: int, end: int) -> bool:
        """Whether standby or on-call surrounds all of it, one after the other; what runs has no end."""
        for begun, _, kind, ended in self.parts:
            if kind in (STANDBY, ON_CALL) and begun <= start < ended:
                start = ended
        return start >= end or any(begun <= start for begun in self.waiting_since)

    def piece(self, piece: bytes) -> None:
        if self.value("part_exists", piece) is False:
            return
        away = self.value("away", piece)
        if away is None:
            return
        start, end, place = away
        zone = self.place(place)
        if end <= start:
            self.find("part_end_before_start", piece)
        elif zone is not None and self.outside(start, end):
            self.find("part_outside", piece)

    @property
    def sound(self) -> bool:
        return not self.disputes and all(found.effect != "unsettled" for found in self.findings)


def between_shifts(shifts: list[Shift]) -> Iterable[Finding]:
    """`shifts` rise by id."""
    for at, one in enumerate(shifts):
        for other in shifts[at + 1:]:
            both, states = (one.id, other.id), {one.state, other.state}
            if states == {"settled"}:
                span = max(one.start, other.start), min(one.end, other.end)
                if span[0] < span[1]:
                    yield Finding("overlap", both, span=span)
            elif states == {"running"}:
                yield Finding("two_running", both)
            elif states == {"running", "settled"}:
                running, settled = (one, other) if one.state == "running" else (other, one)
                if running.start < settled.end:
                    yield Finding("began_while_running", both)


def typed_code(typed: str, ms: int, zone: ZoneInfo) -> str | None:
    if TYPED.fullmatch(typed) is None:
        return "typed_time_differs"
    try:
        wall = datetime.strptime(typed, "%Y-%m-%dT%H:%M")
        instants = {wall.replace(tzinfo=zone, fold=fold).astimezone(timezone.utc) for fold in (0, 1)}
        were = {one for one in instants if one.astimezone(zone).replace(tzinfo=None, fold=0) == wall}
    except (ValueError, OverflowError):
        return "typed_time_differs"
    if not were:
        return "typed_time_never"
    if ms // MINUTE_MS not in {int(one.timestamp()) // 60 for one in were}:
        return "typed_time_differs"
    return "typed_time_twice" if len(were) == 2 else None


def typed_times(record: Record, shifts: dict[bytes, Shift]) -> Iterable[Finding]:
    live = {event for shift in shifts.values() for event in shift.live}
    for one, (_, event) in record.events.items():
        body = event.body
        if one not in live or event.type not in (MANUAL, STATED_END):
            continue
        if event.type == MANUAL:
            shift, zone, times = one, zone_of(body["place"]), (("typed_start", "from"), ("typed_end", "to"))
        else:
            shift, times = body["shift"], (("typed_end", "at"),)
            zone = shifts[shift].zone
        for typed, at in times:
            if zone is not None and typed in body:
                code = typed_code(body[typed], body[at], zone)
                if code is not None:
                    yield Finding(code, (shift,), events=(one,))


def answers(record: Record) -> Iterable[Finding]:
    proposals = record.of(PROPOSAL)
    for one, event in record.of(ANSWER).items():
        if event.body["proposal"] not in proposals:
            yield Finding("answer_without_proposal", (), events=(one, event.body["proposal"]))
    for one, proposal in proposals.items():
        said = {by: answer.body["agreed"] for by, answer in record.answers.items() if answer.body["proposal"] == one}
        if set(said.values()) == {True, False}:
            yield Finding("answers_disagree", (proposal.body.get("shift", one),), (one,), tuple(sorted(said)))


def quiet_nights(record: Record, shifts: dict[bytes, Shift]) -> Iterable[Finding]:
    for one, event in record.of(QUIET_NIGHT).items():
        shift = shifts.get(event.body["shift"])
        if shift is not None and shift.state == "settled" and any(kind == CALL_OUT for _, _, kind, _ in shift.parts):
            yield Finding("quiet_night_with_call_out", (shift.id,), events=(one,))


def of_month(record: Record, month: int) -> set[Finding]:
    """What a month has: the findings that name a shift counting in it, and those that name none."""
    shifts = {shift: record.shift(shift) for shift in sorted(record.by_shift)}
    here = {shift.id for shift in record.month(month)}
    found = [one for shift in shifts.values() for one in shift.findings]
    found += [*between_shifts(list(shifts.values())), *typed_times(record, shifts)]
    found += [*answers(record), *quiet_nights(record, shifts)]
    return {one for one in found if not one.shifts or here.intersection(one.shifts)}
