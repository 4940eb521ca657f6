"""What documents hold: events and fields, written from docs/sync-protocol.md §§ 9.1 and 9.2 alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import lenient
from encoding import U64, Malformed, Shape, blob, encode, need
from encoding import flag as yes_or_no
from encoding import text as text_of
from encoding import uint
from formats import HASH, ID
from formats import month as month_of
from lenient import Pairs
from shapes import (
    KINDS_OF_PART, U32, WORD, Body, Field, body, day, day_text, document_order, document_text, each, instant, items,
    kind_of_part, maybe, shown, signed, text, visible, word,
)

MOST_IDS = 400
HEX_ID = re.compile(r"[0-9a-f]{32}")


class Refused(Exception):
    """A key or value that is not let in; the argument is the page's word for why."""

    @property
    def code(self) -> str:
        return self.args[0]


PLACE = body(Field("zone", visible(64)), Field("land", visible(8)), maybe("communes", items(visible(32), 8)))
SHARE = body(
    Field("cost_centre", text_of(64)), Field("measure", uint(1, 3)), maybe("amount", uint(0, U32)),
    whole=lambda share: ("amount" in share) == (share["measure"] != 3),
)


def funding(optional_list: bool = False) -> Field:
    return each("funding", SHARE, 16, optional=True, empty_counts=optional_list)


def kind(name: str = "kind") -> Field:
    return Field(name, kind_of_part, shown=lambda number: KINDS_OF_PART[number - 1])


def at(name: str) -> Field:
    return Field(name, instant)


def an_id(name: str) -> Field:
    return Field(name, ID)


SHIFT, REASON, MONTH, PLACED = an_id("shift"), Field("reason", text), Field("month", month_of), Field("place", PLACE)
WHY, WHERE = maybe("reason", text), maybe("place", PLACE)
VACATION = maybe("vacation_days", uint(0, 100_000))
PROPOSED = body(an_id("part"), kind(), at("from"), at("to"), maybe("removed", yes_or_no))


def both_or_none(decision: dict[str, Any]) -> bool:
    return all((first in decision) == (last in decision) for first, last in (("first_day", "last_day"), ("asked_first", "asked_last")))


def nurses_after_birth(note: dict[str, Any]) -> bool:
    return "nursing_until" not in note or ("birth" in note and note["birth"] <= note["nursing_until"])


def documents_rise(approval: dict[str, Any]) -> bool:
    names = [document_order(one[0]) for one in approval["heads"]]
    return all(one < other for one, other in zip(names, names[1:]))


NOTHING_SAID = ("start", "end", "place", "funding")

#: Number of the type: the kind of document it belongs into, and its body.
TYPES: dict[int, tuple[str, Body]] = {
    1: ("time", body(at("at"), PLACED, funding())),
    2: ("time", body(SHIFT, at("at"))),
    3: ("time", body(SHIFT, kind(), at("at"))),
    4: ("time", body(SHIFT, an_id("part"), at("at"))),
    5: ("time", body(SHIFT, maybe("part", ID), kind(), at("from"), at("to"), WHY)),
    6: ("time", body(
        at("from"), at("to"), PLACED, REASON, funding(), maybe("typed_start", text_of(32)), maybe("typed_end", text_of(32)))),
    7: ("time", body(
        SHIFT, REASON, maybe("start", instant), maybe("end", instant), WHERE, funding(True),
        whole=lambda correction: any(name in correction for name in NOTHING_SAID))),
    8: ("time", body(SHIFT, at("at"), maybe("planned_end", instant), maybe("note", text), maybe("typed_end", text_of(32)))),
    9: ("time", body(SHIFT, maybe("part", ID), REASON)),
    10: ("time", body(SHIFT, maybe("part", ID))),
    11: ("time", body(MONTH, Field("fingerprint", HASH))),
    12: ("time", body(an_id("proposal"), Field("agreed", yes_or_no), WHY)),
    13: ("time", body(SHIFT, maybe("piece", ID), at("from"), at("to"), PLACED)),
    14: ("time", body(SHIFT)),
    20: ("review", body(
        maybe("shift", ID), REASON, maybe("start", instant), maybe("end", instant), WHERE, funding(True),
        each("parts", PROPOSED, 64, optional=True), maybe("retract", yes_or_no))),
    21: ("review", body(an_id("proposal"), WHY)),
    22: ("review", body(
        MONTH, maybe("days", items(day, rising=True)), Field("statement", HASH),
        each("heads", body(Field("document", document_text), Field("heads", items(HASH)))), Field("live", items(ID, rising=True)),
        Field("rules", text_of(64)), each("totals", body(kind(), Field("minutes", uint(0, U32)))),
        each("over", body(an_id("proposal"), REASON, whole=lambda over: over["reason"] != ""), optional=True),
        maybe("warnings", items(text_of(200))), whole=documents_rise)),
    23: ("review", body(
        Field("statement", HASH), Field("index", uint(0, U32)), Field("count", uint(0, 16)),
        Field("bytes", blob(0, U64)), whole=lambda piece: piece["index"] < piece["count"])),
    24: ("review", body(an_id("approval"), REASON)),
    25: ("review", body(MONTH, Field("json", text_of(8_000)))),
    26: ("review", body(REASON)),
    27: ("review", body(MONTH, Field("minutes", signed(1_000_000)), REASON)),
    28: ("review", body(an_id("absence"), maybe("cents", uint(0, U32)))),
    40: ("answers", body(
        an_id("wish"), Field("granted", yes_or_no), maybe("kind", word), WHY, maybe("first_day", day), maybe("last_day", day),
        VACATION, maybe("asked_first", day), maybe("asked_last", day), whole=both_or_none)),
    41: ("answers", body(
        Field("kind", word), Field("first_day", day), Field("last_day", day), REASON, VACATION,
        whole=lambda absence: absence["first_day"] <= absence["last_day"])),
    42: ("answers", body(WHY)),
    43: ("answers", body(an_id("absence"), Field("certificate", word), maybe("day", day))),
    44: ("answers", body(
        an_id("absence"), maybe("earlier", ID), whole=lambda illness: illness.get("earlier") != illness["absence"])),
    45: ("answers", body(Field("day", day), Field("hundredths", signed(100_000)), REASON)),
    46: ("answers", body(Field("year", uint(2000, 2199)), Field("day", day))),
    47: ("answers", body(
        an_id("absence"), Field("due", day), maybe("birth", day), maybe("nursing_until", day), whole=nurses_after_birth)),
    50: ("session", body(at("from"), at("to"), PLACED, Field("goals", text), Field("progress", text), maybe("note", text))),
    51: ("session", body(REASON)),
    60: ("handover", body(Field("text", text), maybe("person", ID))),
    61: ("handover", body(an_id("question"), Field("text", text))),
    62: ("handover", body(
        an_id("person"), an_id("absence"), Field("received", yes_or_no), Field("day", day), maybe("cents", uint(0, U32)))),
    63: ("handover", body(WHY)),
}
EVENT_KINDS = {home for home, _ in TYPES.values()}


@dataclass(frozen=True)
class Event:
    type: int
    body: dict[str, Any]
    recorded: int
    supersedes: list[bytes] = field(default_factory=list)
    about: list[bytes] = field(default_factory=list)
    shown_body: dict[str, Any] = field(default_factory=dict)

    def shown(self) -> dict[str, Any]:
        told = {"type": self.type, "recorded": self.recorded, "body": self.shown_body}
        told |= {"supersedes": shown(self.supersedes)} if self.supersedes else {}
        return told | ({"about": shown(self.about)} if self.about else {})


def event_parts(data: bytes) -> tuple[int, Body, dict[int, Any], str]:
    """Type, form of the body, the event as it would be written, and the kind of document it belongs into."""
    value = lenient.read(data)
    need(isinstance(value, Pairs), "a map")
    keys = value.written_keys
    need(keys[:4] == [0, 1, 2, 3] and keys[4:] in ([], [4], [5], [4, 5]), "keys of an event, in order")
    told = dict(value)
    need(type(told[0]) is int and told[0] > 0 and type(told[1]) is int and told[1] >= 0, "version and type")
    need(isinstance(told[2], Pairs), "a body")
    if told[0] > 1 or told[1] not in TYPES:
        raise Refused("newer")
    home, form = TYPES[told[1]]
    written = {0: 1, 1: told[1], 2: form(told[2]), 3: instant(told[3])}
    for key in (4, 5):
        ids = items(ID, MOST_IDS, rising=True)(told.get(key, []))
        if ids:
            written[key] = ids
    return told[1], form, written, home


def read_event(data: bytes, kind_of_document: str) -> Event:
    """Reads the value under the key of an event, or raises Refused."""
    try:
        number, form, written, home = event_parts(data)
    except Malformed:
        raise Refused("bad_value") from None
    if encode(written) != data:
        raise Refused("not_deterministic")
    if home != kind_of_document:
        raise Refused("wrong_document")
    return Event(number, form.by_name(written[2]), written[3], written.get(4, []), written.get(5, []), form.shown(written[2]))


# Fields.

number = uint(0, 2**31)
DATED_JSON = {"json": text_of(12_000), "valid_from": day_text, "withdrawn": yes_or_no}
PLANNED = {
    "from": instant, "to": instant, "kind": text_of(32), "note": text_of(2_000), "cost_centre": text_of(64),
    "state": text_of(16), "published": instant, "taken_by": text_of(32),
}
PLACE_OF_TEAM = {"name": text_of(200), "zone": text_of(64), "land": text_of(8), "communes": text_of(100)}

#: Kind of document and thing (empty where the document is about one thing): its fields.
FIELDS: dict[tuple[str, str], dict[str, Shape]] = {
    ("rota", "shift"): PLANNED,
    ("rota_open", "shift"): PLANNED,
    ("wishes", "availability"): {
        "from": instant, "to": instant, "kind": text_of(32), "note": text_of(2_000), "withdrawn": yes_or_no,
    },
    ("wishes", "absence"): {
        "first_day": day_text, "last_day": day_text, "kind": text_of(32), "note": text_of(2_000), "certificate": text_of(32),
        "certificate_day": day_text, "same_illness": text_of(32), "vacation_days": number, "withdrawn": yes_or_no,
    },
    ("wishes", "open_shift"): {"shift": text_of(32), "note": text_of(2_000), "withdrawn": yes_or_no},
    ("wishes", "other_work"): {"minutes": number, "note": text_of(2_000), "withdrawn": yes_or_no},
    ("contract", "version"): DATED_JSON,
    ("budget", "decision"): DATED_JSON,
    ("budget", "receipt"): DATED_JSON,
    ("person", ""): {
        "name": text_of(200), "called": text_of(200), "phone": text_of(64), "email": text_of(254), "address": text_of(400),
        "language": text_of(16), "personnel_number": text_of(32), "settings": text_of(8_000),
    },
    ("team", ""): PLACE_OF_TEAM | {"settings": text_of(12_000)},
    ("team", "cost_centre"): {"name": text_of(200), "code": text_of(64), "withdrawn": yes_or_no},
    ("team", "place"): PLACE_OF_TEAM | {"withdrawn": yes_or_no},
}


@dataclass(frozen=True)
class Put:
    thing: str
    id: bytes | None
    field: str
    value: Any
    recorded: int


def field_key(kind_of_document: str, key: str) -> tuple[str, bytes | None, str, Shape]:
    parts = key.split("/")
    if len(parts) not in (1, 3):
        raise Refused("bad_key")
    thing, name = parts[0] if len(parts) == 3 else "", parts[-1]
    if not WORD.fullmatch(name) or (len(parts) == 3 and not (WORD.fullmatch(thing) and HEX_ID.fullmatch(parts[1]))):
        raise Refused("bad_key")
    shape = FIELDS.get((kind_of_document, thing), {}).get(name)
    if shape is None:
        raise Refused("newer")
    return thing, bytes.fromhex(parts[1]) if thing else None, name, shape


def read_field(data: bytes, kind_of_document: str, key: str) -> Put:
    """Reads the value under the key of a field, or raises Refused."""
    thing, thing_id, name, shape = field_key(kind_of_document, key)
    try:
        value = lenient.read(data)
        need(isinstance(value, Pairs) and value.written_keys == [0, 1], "a value and when it was recorded, in order")
        written = {0: shape(value[0][1]), 1: instant(value[1][1])}
    except Malformed:
        raise Refused("bad_value") from None
    if encode(written) != data:
        raise Refused("not_deterministic")
    return Put(thing, thing_id, name, written[0], written[1])


def event_key(key: str) -> bytes:
    if not key.startswith("e/") or not HEX_ID.fullmatch(key[2:]):
        raise Refused("bad_key")
    return bytes.fromhex(key[2:])


def read(kind_of_document: str, key: str, data: bytes) -> tuple[bytes, Event] | Put:
    """What lies under a key of a document of this kind."""
    if kind_of_document in EVENT_KINDS:
        return event_key(key), read_event(data, kind_of_document)
    return read_field(data, kind_of_document, key)
