#!/usr/bin/env python3
"""The second, independent implementation of the record's verifier.

It was written from docs/sync-protocol.md alone, without a look at the program, so that an error in one of the two or
in the page shows as a difference.

    verify.py FILE             prints what is wrong with an evidence file; exit 0 proven, 1 findings, 2 unreadable
    verify.py --vectors DIR    checks the golden vectors
    verify.py --compare DIR    compares findings with those that stand beside the files of a folder
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from evidence import Finding, Report, Unreadable, verify
from tally import Tally
from vectors import check_all

SENTENCES = {
    "damaged": "The file is damaged here; nothing behind it was read.",
    "no_seal": "The file has no seal at its end.",
    "bad_seal": "The seal is not by the office's log key over these bytes.",
    "after_seal": "Something follows the seal.",
    "order": "This does not follow what stands before it.",
    "time_back": "It was received before the entry in front of it.",
    "duplicate": "This entry stood in the log before.",
    "wrong_team": "It belongs to another team.",
    "record_refused": "This record may not stand here.",
    "unknown_device": "The batch is by a device that was never added.",
    "bad_signature": "The signature of the batch is wrong.",
    "gap": "The batch before it by the same device is missing.",
    "body_hash": "The body is not the one its header names.",
    "body_missing": "The body is missing, and no purge names it.",
    "body_unexpected": "There is a body where none should be.",
    "not_held": "The batch should have been held, and was not.",
    "held_without_cause": "The batch was held without that cause.",
    "verdict": "This verdict may not stand here.",
    "purge": "This purge names a batch that it may not name.",
    "seen": "This seen mark names batches that it may not name.",
    "newer": "The batch is of a kind that this program does not know.",
    "checkpoint_missing": "No checkpoint stands behind the last entry of the epoch.",
    "checkpoint": "The checkpoint does not fit the place where it stands.",
    "checkpoint_signature": "The checkpoint is not signed by the log key in force.",
    "checkpoint_root": "The checkpoint is not over these entries.",
    "epoch_checkpoint": "The checkpoint in the epoch record does not fit the log.",
    "statement": "A statement is named by no export and no approval.",
}
WITH_CAUSE = ("not_held", "held_without_cause")
Key = tuple[str, tuple[int, int] | None, str | None]


def sentence(finding: Finding) -> str:
    place = "" if finding.position is None else f"Entry {finding.position[0]}.{finding.position[1]}: "
    why = f" ({finding.detail})" if finding.detail else ""
    return f"{place}{SENTENCES[finding.code]}{why} [{finding.code}]"


def read(path: Path) -> Report:
    try:
        return verify(path.read_bytes())
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}") from None


def verify_file(path: Path) -> int:
    try:
        report = read(path)
    except Unreadable as error:
        print(f"{error}")
        return 2
    for finding in report.findings:
        print(sentence(finding))
    print("The file is proven." if report.proven else f"The file is not proven: {len(report.findings)} findings.")
    return 0 if report.proven else 1


def key(code: str, position: tuple[int, int] | None, detail: str | None) -> Key:
    """What of a finding the page defines: its code, its place, and the cause for two of the codes."""
    return code, position, detail if code in WITH_CAUSE else None


def difference(path: Path) -> str:
    told = json.loads(path.with_suffix(".json").read_text())
    theirs = Counter(key(code, tuple(position) if position else None, detail) for code, position, detail in told)
    try:
        ours = Counter(key(one.code, one.position, one.detail) for one in read(path).findings)
    except Unreadable as error:
        return str(error)
    if "untouched" in path.name and ours:
        return f"untouched, yet not proven: {list(ours)}"
    if "untouched" not in path.name and not ours:
        return "the tampering was not found"
    if ours == theirs:
        return ""
    return f"only here {list((ours - theirs).elements())}, only there {list((theirs - ours).elements())}"


def compare(folder: Path) -> int:
    tally = Tally()
    for path in sorted(folder.glob("*.cbor")):
        tally.check(path.name, not (what := difference(path)), what)
    return tally.end()


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks evidence files of the record.")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--vectors", type=Path, metavar="DIR")
    parser.add_argument("--compare", type=Path, metavar="DIR")
    arguments = parser.parse_args()
    if arguments.vectors:
        return check_all(arguments.vectors)
    if arguments.compare:
        return compare(arguments.compare)
    if arguments.file is None:
        parser.error("name a file, --vectors or --compare")
    return verify_file(arguments.file)


if __name__ == "__main__":
    sys.exit(main())
