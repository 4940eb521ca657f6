"""CBOR read leniently: what has the right shape but is written another way can then be told from what has not.

Written from docs/sync-protocol.md §§ 1 and 9 alone. Numbers and lengths may be longer than needed, lists and maps may be
of indefinite length, and the keys of a map may come in any order.
"""

from __future__ import annotations

from typing import Any

from encoding import Reader, need

BREAK = 0xFF
NULL = 0xF6


class Pairs(list[tuple[int, Any]]):
    """A map in the order in which it was written."""

    @property
    def written_keys(self) -> list[int]:
        return [key for key, _ in self]


class Lenient(Reader):
    def head(self) -> tuple[int, int | None]:
        """Major type and number; no number for an indefinite length."""
        first = self.take(1)[0]
        major, info = first >> 5, first & 31
        if major == 7:
            need(first in (0xF4, 0xF5, NULL), "only true, false and null of the simple values")
            return 7, info - 20
        if info < 24:
            return major, info
        if info == 31:
            need(major in (4, 5), "only lists and maps may be of indefinite length")
            return major, None
        need(info <= 27, "a reserved length")
        return major, int.from_bytes(self.take(1 << (info - 24)))

    def more(self, done: int, count: int | None) -> bool:
        """Whether a list or map goes on; takes the break of one of indefinite length."""
        if count is not None:
            return done < count
        need(self.at < len(self.data), "cut off")
        if self.data[self.at] != BREAK:
            return True
        self.at += 1
        return False

    def value(self, depth: int = 0) -> Any:
        need(depth <= 32, "nested too deeply")
        major, number = self.head()
        if major == 4:
            values: list[Any] = []
            while self.more(len(values), number):
                values.append(self.value(depth + 1))
            return values
        if major == 5:
            return self.map(number, depth)
        assert number is not None
        if major == 7:
            return (False, True, None)[number]
        return self.scalar(major, number)

    def map(self, count: int | None, depth: int) -> Any:
        pairs = Pairs()
        while self.more(len(pairs), count):
            major, key = self.head()
            need(major == 0, "keys are unsigned")
            pairs.append((key or 0, self.value(depth + 1)))
        return pairs


def read(data: bytes) -> Any:
    reader = Lenient(data)
    value = reader.value()
    need(reader.at == len(data), "bytes left over")
    return value
