"""Checks the golden vectors of what documents hold and of what follows from it."""

from __future__ import annotations

from typing import Any

import contents
from contents import EVENT_KINDS, Event, Put, Refused
from encoding import encode
from tally import Tally

Json = Any


def code_of(kind: str, key: str, data: bytes) -> str:
    try:
        contents.read(kind, key, data)
    except Refused as why:
        return why.code
    return "let in"


def field_of(put: Put) -> Json:
    return {
        "thing": put.thing, "id": put.id.hex() if put.id else None, "field": put.field, "value": put.value,
        "recorded": put.recorded,
    }


def check_events(told: Json, tally: Tally) -> None:
    for one in told:
        found = contents.read(one["kind"], one["key"], bytes.fromhex(one["bytes"]))
        good = isinstance(found, tuple) and found[0].hex() == one["id"] and found[1].shown() == one["event"]
        tally.check(f"event {one['name']}", good, str(found))
        for other in sorted(EVENT_KINDS - {one["kind"]}):
            code = code_of(other, one["key"], bytes.fromhex(one["bytes"]))
            tally.check(f"event {one['name']} in {other}", code == "wrong_document", code)
    types = {one["event"]["type"] for one in told}
    tally.check("an event of every type", types == set(contents.TYPES), str(types ^ set(contents.TYPES)))


def check_fields(told: Json, tally: Tally) -> None:
    for one in told:
        found = contents.read(one["kind"], one["key"], bytes.fromhex(one["bytes"]))
        good = isinstance(found, Put) and field_of(found) == {name: one[name] for name in field_of(found)}
        tally.check(f"field {one['kind']} {one['key']}", good, str(found))
    shown = {(one["kind"], one["thing"], one["field"]) for one in told}
    known = {(kind, thing, name) for (kind, thing), names in contents.FIELDS.items() for name in names}
    tally.check("every field", shown == known, str(shown ^ known))


def check_text_bounds(told: Json, tally: Tally) -> None:
    for one in told:
        codes = [code_of(one["kind"], one["key"], encode({0: "x" * length, 1: 0})) for length in (one["most"], one["most"] + 1)]
        tally.check(f"text of {one['kind']} {one['key']}", codes == ["let in", "bad_value"], str(codes))


def check_contents(told: Json, tally: Tally) -> None:
    check_events(told["events"], tally)
    check_fields(told["fields"], tally)
    check_text_bounds(told["text_bounds"], tally)
    for one in told["refused"]:
        code = code_of(one["kind"], one["key"], bytes.fromhex(one["bytes"]))
        tally.check(f"refused {one['name']}", code == one["code"], f"{code} and not {one['code']}")
