"""How long a tap takes through the door, until it is on the disk. Run by run.sh with `bench.py` as its last word."""

import statistics
import time

from conftest import Clock, Office, Vault, door, paired, setup

TAPS = 200


def test_taps(tmp_path, capsys):
    office = Office(tmp_path / "office")
    try:
        clock = Clock("2026-10-05 08:00")
        phones = door.Phones.open_in_story(setup(tmp_path / "phone"), Vault(), clock)
        phone = phones.assistant(paired(phones, office))
        phone.set_place("NW", [], "Europe/Berlin")
        times = {"clock in": [], "clock out": []}
        spent = {"clock in": [], "clock out": []}
        for _ in range(TAPS // 2):
            for name, call in (("clock in", phone.clock_in), ("clock out", phone.clock_out)):
                clock.ms += 30 * 60_000
                began, used = time.perf_counter(), time.process_time()
                call()
                times[name].append((time.perf_counter() - began) * 1000)
                # Of this process alone: the same on a busy machine.
                spent[name].append((time.process_time() - used) * 1000)
        with capsys.disabled():
            for name, all_ms in times.items():
                rising, used = sorted(all_ms), spent[name]
                print(
                    f"\n{name} of {len(all_ms)} shifts, median: first 20 {statistics.median(all_ms[:20]):.1f} ms, "
                    f"last 20 {statistics.median(all_ms[-20:]):.1f} ms, all {statistics.median(all_ms):.1f} ms, "
                    f"p99 {rising[int(len(rising) * 0.99)]:.1f} ms; of it processor: "
                    f"first 20 {statistics.median(used[:20]):.1f} ms, last 20 {statistics.median(used[-20:]):.1f} ms"
                )
    finally:
        office.stop()
