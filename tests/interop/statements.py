"""Statements: the bytes an approval is bound to, made again from the documents, from docs/sync-protocol.md § 9.3 alone."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any

import contents
from changes import Change, read_change
from contents import Event
from encoding import need, sha256
from formats import KIND_NAMES
from findings import RANKS, zone_of
from hours import ANSWER, APPROVAL, Record, Shift, minute
from shapes import KINDS_OF_PART

Json = Any
PIECE = 23
READ = ("time", "review")


@dataclass
class Read:
    """A document as its changes make it, as far as some heads reach."""

    name: str
    changes: list[Change]

    def __post_init__(self) -> None:
        self.kind, _, period = self.name.split("/")
        self.month = int(period)
        self.by_hash = {change.hash: change for change in self.changes}

    def up_to(self, heads: list[bytes]) -> list[Change]:
        found: set[bytes] = set()
        left = list(heads)
        while left:
            one = left.pop()
            need(one in self.by_hash, "a head that is here")
            if one not in found:
                found.add(one)
                left += self.by_hash[one].dependencies
        for head in heads:
            ancestors = {one for change in found for one in self.by_hash[change].dependencies}
            need(head not in ancestors, "heads on which nothing depends")
        return [change for change in self.changes if change.hash in found]

    def events(self, changes: list[Change]) -> dict[bytes, tuple[int, Event]]:
        found: dict[bytes, tuple[int, Event]] = {}
        for change in changes:
            for key, value, _ in change.puts:
                one = contents.read(self.kind, key, value)
                assert isinstance(one, tuple)
                found[one[0]] = self.month, one[1]
        return found

    @property
    def order(self) -> tuple[int, int]:
        return KIND_NAMES.index(self.kind), self.month


def read_documents(told: Json) -> list[Read]:
    return [
        Read(one["document"], [read_change(bytes.fromhex(change)) for change in one["changes"]]) for one in told
    ]


def as_json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def day_of(number: int) -> str:
    return date(number // 10_000, number // 100 % 100, number % 100).isoformat()


def span(start: int, end: int) -> Json:
    return {"from": start, "to": end}


def workplace(place: tuple[Any, ...]) -> Json:
    words = dict(place)
    region = {"land": words[1]} | ({"communes": list(words[2])} if 2 in words else {})
    return {"zone": words[0], "region": region}


def share(part: dict[int, Any]) -> Json:
    if part[1] == 3:
        return "residual"
    return {"minutes" if part[1] == 1 else "percent": part[2]}


def shift_json(record: Record, shift: Shift) -> Json:
    live = record.live_words(shift.id)
    pieces = sorted(
        values[0][0] for what, values in live.items()
        if what[0] == "away" and live[("part_exists", what[1])][0][0] is not False
    )
    told: Json = {
        "id": shift.id.hex(), "span": span(shift.start or 0, shift.end or 0), "workplace": workplace(live[("place",)][0][0]),
        "parts": [{"kind": KINDS_OF_PART[kind - 1], "span": span(start, end)} for start, _, kind, end in shift.parts],
    }
    if pieces:
        told["away"] = [{"span": span(start, end), "workplace": workplace(place)} for start, end, place in pieces]
    funding = [dict(part) for part in live[("funding",)][0][0]]
    if funding:
        told["funding"] = [{"cost_centre": part[0], "share": share(part)} for part in funding]
    return told | {"reconstructed": shift.reconstructed}


def approved_shift(record: Record, shift: Shift, person: str) -> Json:
    zone = zone_of(record.live_words(shift.id)[("place",)][0][0])

    def wall(at: int | None) -> str:
        return datetime.fromtimestamp((at or 0) * 60, timezone.utc).astimezone(zone).isoformat(timespec="minutes")

    assert shift.day is not None
    return {
        "home": f"time/{person}/{record.home_month(shift.id)}", "day": shift.day.isoformat(),
        "local": f"{wall(shift.start)} / {wall(shift.end)}", "events": [one.hex() for one in shift.live],
        "shift": shift_json(record, shift),
    }


def totals(shifts: list[Shift]) -> Json:
    found: Counter[int] = Counter()
    for shift in shifts:
        for at in range(shift.start or 0, shift.end or 0):
            inside = [kind for start, _, kind, end in shift.parts if start <= at < end]
            found[max(inside, key=lambda kind: RANKS[kind], default=1)] += 1
    return [{"kind": KINDS_OF_PART[kind - 1], "minutes": found[kind]} for kind in sorted(found)]


def reason_of(events: dict[bytes, tuple[int, Event]], one: bytes) -> str | None:
    event = events[one][1]
    if event.type == ANSWER:
        event = events[event.body["proposal"]][1]
    return event.body.get("reason")


def reasons(record: Record, now: list[Shift], live: list[bytes], earlier: list[Json]) -> Json:
    given = {one["event"]: one["reason"] for statement in earlier for one in statement["reasons"]}
    if earlier:
        known = {bytes.fromhex(one) for statement in earlier for one in statement["live"]}
        stood = {bytes.fromhex(one["shift"]["id"]) for statement in earlier for one in statement["shifts"]}
        gone = [one for shift in stood - {shift.id for shift in now} for one in record.shift(shift).live]
        for one in {*live, *gone} - known:
            reason = reason_of(record.events, one)
            if reason is not None:
                given[one.hex()] = reason
    return [{"event": one, "reason": given[one]} for one in sorted(given)]


def in_words(what: str, value: Any) -> str:
    need(what in ("start", "end"), "an instant")
    return datetime.fromtimestamp(value * 60, timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


def over_json(plain: Record, over: dict[int, Any]) -> Json:
    proposal = plain.events[over[0]][1]
    shift = proposal.body["shift"]
    answers = [one for one in plain.answers.values() if one.body["proposal"] == over[0]]
    live = plain.live_words(shift)
    return {
        "proposal": over[0].hex(), "shift": shift.hex(), "answer": "objected" if answers else "open",
        "objection": answers[0].body.get("reason") if answers else None, "proposed_because": proposal.body["reason"],
        "approved_because": over[1],
        "fields": [
            {"field": what, "recorded": [in_words(what, value) for value, _ in live[(what,)]],
             "approved": in_words(what, minute(proposal.body[what]))}
            for what in ("start", "end") if what in proposal.body
        ],
    }


def remade(documents: list[Read], told: Json, approval: Event, earlier: list[Json]) -> Json:
    """The statement as the documents give it; what does not follow from them (pay, absences, zone data) is as told."""
    body = approval.body
    pinned = {one[0]: one[1] for one in body["heads"]}
    events: dict[bytes, tuple[int, Event]] = {}
    for document in documents:
        if document.name in pinned and document.kind in READ:
            events |= document.events(document.up_to(pinned[document.name]))
    over = body.get("over", [])
    record, plain = Record(events, {one[0] for one in over}), Record(events, set())
    days = [day_of(one) for one in body.get("days", [])]
    shifts = [
        shift for shift in record.month(body["month"])
        if shift.state == "settled" and shift.day is not None and (not days or shift.day.isoformat() in days)
    ]
    shifts.sort(key=lambda shift: (shift.start, shift.id))
    live = sorted({one for shift in shifts for one in shift.live})
    return {
        "format": 1, "rules": body["rules"], "zone_data": told["zone_data"], "person": told["person"],
        "month": f"{body['month'] // 100}-{body['month'] % 100:02}", "days": days,
        "documents": [{"document": name, "heads": [head.hex() for head in heads]} for name, heads in pinned.items()],
        "live": [one.hex() for one in live], "reasons": reasons(record, shifts, live, earlier),
        "shifts": [approved_shift(record, shift, told["person"]) for shift in shifts], "absences": told["absences"],
        "totals": totals(shifts), "over": [over_json(plain, one) for one in over],
        "warnings": body.get("warnings", []), "pay": told["pay"],
    }


def joined(review: dict[bytes, tuple[int, Event]], statement: bytes) -> bytes:
    """The statement from its pieces."""
    pieces = {
        event.body["index"]: event.body for _, event in review.values()
        if event.type == PIECE and event.body["statement"] == statement
    }
    need(bool(pieces) and set(pieces) == set(range(pieces[0]["count"])), "all pieces")
    data = b"".join(pieces[index]["bytes"] for index in sorted(pieces))
    need(sha256(data) == statement, "pieces that give the hash")
    return data


def differences(documents: list[Read], text: str, approval_id: bytes, known: dict[bytes, Json]) -> list[str]:
    """What of a statement is not as the page says; `known` are those approved before, by approval."""
    found = []
    review = next(one for one in documents if one.kind == "review")
    events = review.events(review.changes)
    approval = events[approval_id][1]
    need(approval.type == APPROVAL, "an approval")
    if joined(events, approval.body["statement"]) != text.encode():
        found.append("the pieces are not the text")
    told = json.loads(text)
    earlier = [known[one] for one in approval.supersedes]
    ours = remade(documents, told, approval, earlier)
    if as_json(ours) != text:
        found += [f"{name}: {ours.get(name)} and not {told.get(name)}" for name in ours if ours[name] != told.get(name)]
        found.append("not the canonical bytes")
    minutes = [{"kind": KINDS_OF_PART[one[0] - 1], "minutes": one[1]} for one in approval.body["totals"]]
    if minutes != told["totals"] or [one.hex() for one in approval.body["live"]] != told["live"]:
        found.append("the approval's totals or live events")
    known[approval_id] = told
    return found
