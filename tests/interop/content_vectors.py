"""Checks the golden vectors of what documents hold and of what follows from it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import contents
import findings
from absences import Absence, Answers, absences
from changes import History
from clocks import Clock
from contents import EVENT_KINDS, Event, Put, Refused
from hours import PROPOSAL, Record, Shift, fingerprint
from encoding import Malformed, encode, sha256
from shapes import KINDS_OF_PART
from statements import differences, read_documents
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


# Documents of a story: what was put, and what of it is live.

def check_history(name: str, documents: Json, tally: Tally) -> None:
    for document in documents:
        history = History(document["document"].split("/")[0])
        verdicts = {history.take(bytes.fromhex(change)) for change in document["changes"]}
        ours = [{"key": key, "bytes": value.hex(), "replaces": replaces} for key, value, replaces in history.puts]
        good = verdicts == {"let_in"} and ours == document["puts"]
        tally.check(f"changes: {name}, {document['document']}", good, str(ours))


LATER = ("let_in", "known", "depends", "newer")  # words of the page; every other one is a refusal for good


def check_changes(told: Json, tally: Tally) -> None:
    for document in told:
        history = History(document["document"].split("/")[0])
        for change in document["have"]:
            tally.check("a change that is here", history.take(bytes.fromhex(change)) == "let_in")
        for one in document["changes"]:
            ours, _ = history.judge(bytes.fromhex(one["bytes"]))
            theirs = one["verdict"] if one["verdict"] in LATER else "refused"
            tally.check(f"change: {one['name']}", ours == theirs, f"{ours} and not {theirs}")


def live_contents(document: Json) -> list[tuple[bytes, Event] | Put]:
    kind = document["document"].split("/")[0]
    replaced = {earlier for put in document["puts"] for earlier in put["replaces"]}
    return [
        contents.read(kind, put["key"], bytes.fromhex(put["bytes"]))
        for number, put in enumerate(document["puts"]) if number not in replaced
    ]


def story_contents(documents: Json) -> tuple[dict[bytes, Event], list[Put]]:
    found = [one for document in documents for one in live_contents(document)]
    events = dict(one for one in found if isinstance(one, tuple))
    return events, [one for one in found if isinstance(one, Put)]


def without_nothing(told: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in told.items() if value is not None}


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def absence_told(absence: Absence) -> Json:
    told = {
        "id": absence.id.hex(), "state": absence.state, "counts": absence.counts, "disputed": absence.disputed,
        "certificate": absence.certificate[0], "certificate_day": day(absence.certificate[1]),
        "earlier": absence.earlier.hex() if absence.earlier else None,
    }
    told |= {name: day(value) for name, value in (absence.maternity or {}).items()}
    if absence.state != "unsettled":
        first, last = absence.days or (None, None)
        asked_first, asked_last = absence.asked or (None, None)
        told |= {
            "kind": absence.kind, "first_day": day(first), "last_day": day(last), "asked_first": day(asked_first),
            "asked_last": day(asked_last), "vacation_days": absence.vacation_days,
        }
    return without_nothing(told)


def check_absences(told: Json, tally: Tally) -> None:
    for story in told:
        check_history(story["name"], story["documents"], tally)
        events, puts = story_contents(story["documents"])
        answers = Answers(events)
        ours = {
            "absences": [absence_told(one) for one in absences(puts, answers)],
            "vacation_booked": [
                {"id": one.hex(), "day": day(on), "hundredths": hundredths} for on, one, hundredths in answers.booked()
            ],
            "vacation_warned": {str(year): day(on) for year, on in answers.warned().items()},
        }
        theirs = {name: story[name] for name in ours}
        tally.check(f"absences: {story['name']}", ours == theirs, f"{ours} and not {theirs}")


def shift_told(shift: Shift) -> Json:
    told: Json = {"id": shift.id.hex(), "state": shift.state, "live": [one.hex() for one in shift.live], "day": day(shift.day)}
    if shift.state in ("settled", "running"):
        told["start"] = shift.start
    if shift.state == "settled":
        told |= {"end": shift.end, "reconstructed": shift.reconstructed}
        told["parts"] = [
            {"id": part.hex(), "kind": KINDS_OF_PART[kind - 1], "from": start, "to": end} for start, part, kind, end in shift.parts
        ]
    return without_nothing(told)


def finding_told(finding: findings.Finding) -> Json:
    told = {name: [one.hex() for one in getattr(finding, name)] for name in ("shifts", "names", "events")}
    return told | {"code": finding.code, "effect": finding.effect, "span": list(finding.span) if finding.span else None}


def in_order(values: Iterable[Json]) -> list[Json]:
    return sorted(values, key=lambda one: json.dumps(one, sort_keys=True))


def month_told(record: Record, number: int) -> Json:
    shifts = record.month(number)
    disputes = [
        [shift.id.hex(), what[0], what[1].hex() if len(what) > 1 else None] for shift in shifts for what in shift.disputes
    ]
    proposals = [
        [one.hex(), record.outcome(one), record.is_over(one)]
        for one, (month, event) in record.events.items() if event.type == PROPOSAL and month == number
    ]
    return {
        "month": number, "shifts": [shift_told(shift) for shift in shifts],
        "findings": in_order(finding_told(one) for one in findings.of_month(record, number)),
        "disputes": sorted(disputes, key=lambda dispute: (dispute[0], dispute[1], dispute[2] or "")),
        "proposals": sorted(proposals), "fingerprint": fingerprint(shifts).hex(),
    }


def check_hours(told: Json, tally: Tally) -> None:
    for story in told:
        check_history(story["name"], story["documents"], tally)
        events: dict[bytes, tuple[int, Event]] = {}
        for document in story["documents"]:
            month = int(document["document"].split("/")[2])
            found, _ = story_contents([document])
            events |= {one: (month, event) for one, event in found.items()}
        record = Record(events)
        for theirs in story["months"]:
            theirs["findings"] = in_order(theirs["findings"])
            ours = month_told(record, theirs["month"])
            tally.check(f"hours: {story['name']}, {theirs['month']}", ours == theirs, f"{ours} and not {theirs}")
    codes = {one["code"] for story in told for month in story["months"] for one in month["findings"]}
    known = set(findings.EFFECTS) - findings.NEVER_LET_IN
    tally.check("a finding of every code", codes == known, str(codes ^ known))


def check_clocks(told: Json, tally: Tally) -> None:
    for one in told:
        clock = Clock(one["wall_ms"], one["monotonic_ms"], one["office_ms"], one["office_heard_ms"], one["received_ms"])
        ours = *clock.bounds(), clock.doubt()
        theirs = one["earliest_ms"], one["latest_ms"], one["doubt"]
        tally.check(f"clock: {one['name']}", ours == theirs, f"{ours} and not {theirs}")


def check_statements(told: Json, tally: Tally) -> None:
    for story in told:
        check_history(story["name"], story["documents"], tally)
        documents, known = read_documents(story["documents"]), {}
        for one in story["statements"]:
            try:
                found = differences(documents, one["text"], bytes.fromhex(one["approval"]), known)
            except Malformed as why:
                found = [str(why)]
            good = not found and sha256(one["text"].encode()).hex() == one["sha256"]
            tally.check(f"statement: {story['name']}, {one['approval'][-4:]}", good, "; ".join(found))
