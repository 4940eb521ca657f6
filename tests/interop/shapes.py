"""Shapes of the values that documents hold, written from docs/sync-protocol.md §§ 9.1 and 9.2 alone.

A shape takes a leniently read value and raises Malformed, or returns it as it would be written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from encoding import Malformed, Shape, need
from encoding import text as text_of
from encoding import uint
from formats import KIND_NAMES, WITHOUT_PERIOD, Document
from lenient import Pairs

LAST_MS = 7_258_118_400_000 - 1  # the last of the year 2199
U32 = 2**32 - 1
WORD = re.compile(r"[a-z_]{1,32}")

text = text_of(4_000)
instant = uint(0, LAST_MS)


def day(value: Any) -> int:
    uint(20000101, 21991231)(value)
    try:
        date(value // 10_000, value // 100 % 100, value % 100)
    except ValueError:
        raise Malformed("not a day") from None
    return value


def word(value: Any) -> str:
    need(type(value) is str and WORD.fullmatch(value) is not None, "a word of a to z and _")
    return value


def visible(limit: int) -> Shape:
    def check(value: Any) -> str:
        text_of(limit)(value)
        need(value != "" and all("!" <= one <= "~" for one in value), "visible characters of ASCII")
        return value
    return check


def signed(limit: int) -> Shape:
    return uint(-limit, limit)


def items(shape: Shape, limit: int | None = None, rising: bool = False) -> Shape:
    def check(value: Any) -> list[Any]:
        need(type(value) is list and (limit is None or len(value) <= limit), "a list that is not too long")
        result = [shape(one) for one in value]
        need(not rising or all(one < other for one, other in zip(result, result[1:])), "values that rise")
        return result
    return check


KINDS_OF_PART = ("work", "paid_break", "travel", "meeting", "training", "standby", "call_out", "on_call", "unpaid_break")
kind_of_part = uint(1, len(KINDS_OF_PART))


def document_text(value: Any) -> str:
    """A document's name as text; returned as it is to be written."""
    parts = text_of(4_000)(value).split("/")
    need(len(parts) == 3 and parts[0] in KIND_NAMES, "a document's name")
    need(parts[1] == "-" or re.fullmatch(r"[0-9a-fA-F]{32}", parts[1]) is not None, "a subject")
    need(parts[2] == "-" or re.fullmatch(r"[0-9]{1,9}", parts[2]) is not None, "a period")
    kind = KIND_NAMES.index(parts[0]) + 1
    subject = b"" if parts[1] == "-" else bytes.fromhex(parts[1])
    document = Document(kind, subject, 0 if parts[2] == "-" else int(parts[2])).check()
    need((kind in WITHOUT_PERIOD) == (parts[2] == "-"), "a period")
    return str(document)


def document_order(name: str) -> tuple[Any, ...]:
    kind, subject, period = name.split("/")
    return KIND_NAMES.index(kind), subject != "-" and subject, period != "-" and int(period)


@dataclass(frozen=True)
class Field:
    """A field of a body: its name, its shape, whether it may be left out, and whether an empty list is left out."""

    name: str
    shape: Callable[[Any], Any]
    optional: bool = False
    empty_counts: bool = False
    shown: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class Body:
    """A map with numbered fields from 0 on, and what must hold between them."""

    fields: tuple[Field, ...]
    whole: Callable[[dict[str, Any]], bool] = lambda body: True

    def __call__(self, value: Any) -> dict[int, Any]:
        """As it would be written; an unknown key is passed over, null and an empty list are left out where they may."""
        need(isinstance(value, Pairs), "a map")
        result: dict[int, Any] = {}
        for key, one in value:
            if key >= len(self.fields):
                continue
            known = self.fields[key]
            if one is None and known.optional:
                result.pop(key, None)
                continue
            result[key] = known.shape(one)
            if known.optional and result[key] == [] and not known.empty_counts:
                del result[key]
        missing = [one.name for key, one in enumerate(self.fields) if not one.optional and key not in result]
        need(not missing, f"{missing} is missing")
        need(self.whole(self.by_name(result)), "out of bounds")
        return result

    def by_name(self, body: dict[int, Any]) -> dict[str, Any]:
        return {self.fields[key].name: value for key, value in body.items()}

    def shown(self, body: dict[int, Any]) -> dict[str, Any]:
        def one(known: Field, value: Any) -> Any:
            if known.shown is not None:
                return known.shown(value)
            if isinstance(known.shape, Body):
                return known.shape.shown(value)
            return shown(value)
        return {self.fields[key].name: one(self.fields[key], value) for key, value in body.items()}


def shown(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return [shown(one) for one in value]
    return value


def body(*fields: Field, whole: Callable[[dict[str, Any]], bool] = lambda body: True) -> Body:
    return Body(fields, whole)


def maybe(name: str, shape: Shape, empty_counts: bool = False) -> Field:
    return Field(name, shape, optional=True, empty_counts=empty_counts)


def each(name: str, of: Body, limit: int | None = None, optional: bool = False, empty_counts: bool = False) -> Field:
    """A list of maps."""
    def show(values: list[Any]) -> list[Any]:
        return [of.shown(value) for value in values]
    return Field(name, items(of, limit), optional, empty_counts, show)


def day_text(value: Any) -> str:
    need(type(value) is str and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is not None, "a day")
    try:
        date.fromisoformat(value)
    except ValueError:
        raise Malformed("not a day") from None
    return value
