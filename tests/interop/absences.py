"""Absences of one person, written from docs/sync-protocol.md § 9.4 alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contents import HEX_ID, Event, Put

DECISION, ENTERED, TAKEN_BACK, CERTIFICATE, ILLNESS, BOOKED, WARNED, MATERNITY = range(40, 48)
UNDER_MATERNITY_LAW = {"maternity_leave", "employment_ban"}
WISHED = {"vacation", "sick", "child_sick", "special_leave", "unpaid_leave"} | UNDER_MATERNITY_LAW
REPORTED = {"sick", "child_sick", "holiday_not_worked"} | UNDER_MATERNITY_LAW
KINDS = WISHED | REPORTED
CERTIFICATES = {"none", "expected", "paper", "electronic"}
MOST_DAYS = 1_100
DAYS_BEFORE_DUE, DAYS_AFTER_DUE = 300, 365
WEIGHTY = {"first_day", "last_day", "kind", "vacation_days", "withdrawn"}
COUNTING = {"granted", "reported", "entered", "withdrawal_asked"}

Days = tuple[date, date]
Certificate = tuple[str, date | None]


@dataclass
class Absence:
    id: bytes
    state: str
    kind: str | None = None
    days: Days | None = None
    asked: Days | None = None
    certificate: Certificate = ("none", None)
    earlier: bytes | None = None
    vacation_days: int | None = None
    disputed: list[str] = field(default_factory=list)
    maternity: dict[str, date | None] | None = None

    @property
    def counts(self) -> bool:
        return self.state in COUNTING


def day_of(number: int | None) -> date | None:
    return None if number is None else date(number // 10_000, number // 100 % 100, number % 100)


def both(first: date | None, last: date | None) -> Days | None:
    return None if first is None or last is None else (first, last)


def days_of(body: dict[str, Any], first: str, last: str) -> Days | None:
    return both(day_of(body.get(first)), day_of(body.get(last)))


def in_order(days: Days | None) -> Days | None:
    """These days, if they are in order and not too many."""
    return days if days is not None and 0 < (days[1] - days[0]).days + 1 <= MOST_DAYS else None


def certificate(word: str | None, day: date | None) -> Certificate | None:
    """What a certificate says; nothing without a day (but for none) or with a word unknown here."""
    if word not in CERTIFICATES or (word != "none" and day is None):
        return None
    return word, day if word != "none" else None


class Answers:
    """The events of all `answers` documents of a person."""

    def __init__(self, events: dict[bytes, Event]) -> None:
        self.events = events
        gone = {
            earlier
            for event in events.values()
            for earlier in event.supersedes
            if earlier in events and event.type in (TAKEN_BACK, events[earlier].type)
        }
        self.live = {one: event for one, event in events.items() if one not in gone}
        self.taken_back = {
            earlier for event in events.values() if event.type == TAKEN_BACK for earlier in event.supersedes
        }

    def of(self, number: int, name: str, about: bytes) -> list[tuple[bytes, Event]]:
        """The live events of a type about something, by time and id."""
        found = [
            (one, event) for one, event in self.live.items() if event.type == number and event.body[name] == about
        ]
        return sorted(found, key=lambda pair: (pair[1].recorded, pair[0]))

    def certificate(self, about: bytes, own: Certificate) -> Certificate:
        notes = [
            certificate(event.body["certificate"], day_of(event.body.get("day")))
            for _, event in self.of(CERTIFICATE, "absence", about)
        ]
        said = [note for note in notes if note is not None]
        return said[-1] if said else own

    def earlier(self, about: bytes, own: bytes | None) -> bytes | None:
        notes = self.of(ILLNESS, "absence", about)
        return notes[-1][1].body.get("earlier") if notes else own

    def maternity(self, about: bytes) -> dict[str, date | None] | None:
        notes = self.of(MATERNITY, "absence", about)
        names = ("due", "birth", "nursing_until")
        return {name: day_of(notes[-1][1].body.get(name)) for name in names} if notes else None

    def decisions(self, wish: bytes) -> list[dict[str, Any]]:
        return [event.body for _, event in self.of(DECISION, "wish", wish)]

    def first_of_chain(self, one: bytes) -> bytes:
        seen = {one}
        while True:
            before = [
                earlier for earlier in self.events[one].supersedes
                if earlier in self.events and self.events[earlier].type == ENTERED
            ]
            if not before or before[0] in seen:
                return one
            one = before[0]
            seen.add(one)

    def entered(self) -> Iterable[Absence]:
        chains: dict[bytes, list[bytes]] = defaultdict(list)
        for one, event in self.events.items():
            if event.type == ENTERED:
                chains[self.first_of_chain(one)].append(one)
        for root, chain in chains.items():
            live = [one for one in chain if one in self.live]
            yield self.entered_absence(root, live, [one for one in chain if one in self.taken_back])

    def entered_absence(self, root: bytes, live: list[bytes], taken_back: list[bytes]) -> Absence:
        absence = Absence(root, "taken_back", certificate=self.certificate(root, ("none", None)))
        absence.earlier, absence.maternity = self.earlier(root, None), self.maternity(root)
        bodies = [self.events[one].body for one in live or taken_back]
        said = bodies[0]
        absence.kind = said["kind"] if said["kind"] in KINDS else None
        absence.days = in_order(days_of(said, "first_day", "last_day"))
        absence.vacation_days = said.get("vacation_days")
        if live:
            alike = all(body == said for body in bodies)
            absence.state = "entered" if alike and absence.kind and absence.days else "unsettled"
        return absence

    def booked(self) -> list[tuple[date, bytes, int]]:
        return sorted(
            (day_of(event.body["day"]) or date.min, one, event.body["hundredths"])
            for one, event in self.live.items() if event.type == BOOKED
        )

    def warned(self) -> dict[int, date]:
        told: dict[int, date] = {}
        for event in self.live.values():
            if event.type == WARNED:
                day = day_of(event.body["day"]) or date.max
                told[event.body["year"]] = min(day, told.get(event.body["year"], day))
        return told


def wished(one: bytes, values: dict[str, list[Any]], answers: Answers) -> Absence:
    """An absence of the person from the live values of its fields."""
    disputed = sorted(name for name, live in values.items() if any(value != live[0] for value in live))
    said = {name: live[0] for name, live in values.items() if name not in disputed}

    def day(name: str) -> date | None:
        return date.fromisoformat(said[name]) if name in said else None

    decisions = answers.decisions(one)
    decision = decisions[0] if decisions else None
    granted = decision if decision is not None and decision["granted"] else {}
    wish_kind = said.get("kind") if said.get("kind") in WISHED else None
    kind = granted.get("kind", wish_kind)
    asked = in_order(both(day("first_day"), day("last_day")))
    names_days = days_of(granted, "first_day", "last_day")
    pinned = names_days if "kind" in granted or wish_kind not in REPORTED else None
    days = in_order(pinned or asked)
    then = None
    if decision is not None:
        then = days_of(decision, "asked_first", "asked_last") or days_of(decision, "first_day", "last_day")
    other_days = then is not None and then != asked

    absence = Absence(one, "", kind if kind in KINDS else None, days, disputed=disputed)
    absence.certificate = answers.certificate(
        one, certificate(said.get("certificate"), day("certificate_day")) or ("none", None))
    own = said.get("same_illness")
    absence.earlier = answers.earlier(one, bytes.fromhex(own) if HEX_ID.fullmatch(own or "") else None)
    absence.maternity = answers.maternity(one)
    absence.vacation_days = granted.get("vacation_days", None if "kind" in granted else said.get("vacation_days"))
    if granted and pinned and other_days:
        absence.asked = asked
    absence.state = state(absence, decisions, said.get("withdrawn", False), other_days)
    return absence


def state(absence: Absence, decisions: list[dict[str, Any]], withdrawn: bool, other_days: bool) -> str:
    if withdrawn and not decisions:
        return "withdrawn"
    differ = any(body != decisions[0] for body in decisions)
    if differ or absence.kind is None or absence.days is None or WEIGHTY & set(absence.disputed):
        return "unsettled"
    if absence.kind in REPORTED:
        return "withdrawn" if withdrawn else "reported"
    if not decisions:
        return "requested"
    if decisions[0]["granted"]:
        return "withdrawal_asked" if withdrawn else "granted"
    if withdrawn:
        return "withdrawn"
    return "requested" if other_days else "declined"


def absences(puts: Iterable[Put], answers: Answers) -> list[Absence]:
    """All absences from the live puts of `wishes` documents and the events of `answers` documents, by id."""
    wishes: dict[bytes, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for put in puts:
        if put.thing == "absence" and put.id is not None:
            wishes[put.id][put.field].append(put.value)
    found = [wished(one, values, answers) for one, values in wishes.items()]
    found = sorted([*found, *answers.entered()], key=lambda absence: absence.id)
    share_maternity(found)
    return found


def share_maternity(found: list[Absence]) -> None:
    """A note about a birth speaks of every absence of its time that rests on the same law and has none of its own."""
    def rests(absence: Absence) -> bool:
        return absence.kind in UNDER_MATERNITY_LAW and absence.days is not None

    notes = [
        absence.maternity for absence in sorted(found, key=lambda one: (one.days or one.asked or (date.min,) * 2, one.id))
        if rests(absence) and absence.maternity
    ]
    for absence in found:
        if not rests(absence):
            absence.maternity = None
        elif absence.maternity is None:
            first = absence.days[0]
            near = [note for note in notes if -DAYS_BEFORE_DUE <= (first - note["due"]).days <= DAYS_AFTER_DUE]
            absence.maternity = min(near, key=lambda note: abs((note["due"] - first).days), default=None)
