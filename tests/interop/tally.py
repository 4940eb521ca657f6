"""Counts what was checked, and says what failed."""

from __future__ import annotations


class Tally:
    def __init__(self) -> None:
        self.passed = self.failed = 0

    def check(self, name: str, good: bool, why: str = "") -> None:
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {name}" + (f": {why}" if why else ""))

    def end(self) -> int:
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
