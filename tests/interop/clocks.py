"""Bounds of the true time and doubt about a clock, written from docs/sync-protocol.md § 9.3 ("Clock evidence") alone."""

from __future__ import annotations

from dataclasses import dataclass

INT = -(2**63), 2**63 - 1
LONGEST_WAY_MS = 30_000
DRIFT_ONE_IN = 10_000
SHOWN_BEYOND_MS = 120_000


def held(value: int) -> int:
    """The nearest `int`."""
    return max(INT[0], min(value, INT[1]))


@dataclass(frozen=True)
class Clock:
    """All in ms; named as the keys of the evidence, and `received` by the office."""

    wall: int
    monotonic: int
    office: int | None
    heard: int | None
    received: int | None

    def bounds(self) -> tuple[int | None, int | None]:
        """Not before and not after; `None` where nothing says so."""
        earliest, latest = self.office, self.received
        if self.office is None or self.heard is None:
            return earliest, latest
        since = held(self.monotonic) - held(self.heard)
        if since < 0:
            return earliest, latest
        drift = since // DRIFT_ONE_IN
        exact = held(self.office + since)
        at_most = held(held(exact + drift) + LONGEST_WAY_MS)
        return held(exact - drift), at_most if latest is None else min(at_most, latest)

    def doubt(self) -> bool:
        earliest, latest = self.bounds()
        if earliest is not None and self.wall < earliest - SHOWN_BEYOND_MS:
            return True
        return latest is not None and self.wall > latest + SHOWN_BEYOND_MS
