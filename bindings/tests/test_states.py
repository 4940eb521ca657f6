"""Any order of taps: the door refuses or does, never faults, and what it shows adds up."""

import tempfile
from pathlib import Path

from conftest import Clock, Office, Vault, door, paired, setup
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

ACTS = [act for act in door.Act if act not in (door.Act.SYNC, door.Act.UNDO)]


class Taps(RuleBasedStateMachine):
    """A phone and a model of what must be running."""

    office = None

    @initialize()
    def begin(self):
        self.place = tempfile.TemporaryDirectory()
        self.clock = Clock("2026-10-05 08:00")
        self.vault = Vault()
        self.folder = Path(self.place.name) / "phone"
        self.phones = door.Phones.open_in_story(setup(self.folder), self.vault, self.clock)
        self.id = paired(self.phones, Taps.office)
        self.phone = self.phones.assistant(self.id)
        self.phone.set_place("NW", [], "Europe/Berlin")
        self.running = False

    def do(self, call, *arguments):
        try:
            return call(*arguments)
        except door.PhoneError.Refused as told:
            assert told.sentence and "app-" not in told.sentence
            return None

    @rule(act=st.sampled_from(ACTS), minutes=st.integers(1, 300))
    def tap(self, act, minutes):
        self.clock.ms += minutes * 60_000
        before = self.phone.today()
        done = self.do(self.phone.tap, act)
        offered = [before.main.act, *(button.act for button in before.more)]
        if act in offered:
            assert done, f"{act} was offered and refused"
        if done:
            assert done.announcement and "app-" not in done.announcement
            if act in (door.Act.CLOCK_IN, door.Act.CLOCK_OUT):
                self.running = act == door.Act.CLOCK_IN

    @rule()
    def undo(self):
        offer = self.phone.today().undo
        done = self.do(self.phone.undo)
        if offer:
            assert done, "undo was offered and refused"
        if done:
            self.running = self.phone.today().running is not None

    @rule()
    def restart(self):
        self.phone = self.phones = None
        self.phones = door.Phones.open_in_story(setup(self.folder), self.vault, self.clock)
        self.phone = self.phones.assistant(self.id)

    @rule()
    def sync(self):
        assert self.phone.sync_now(60_000).waiting_count == 0

    @rule(code=st.sampled_from(["de", "en", "pl", "ar"]))
    def speak(self, code):
        self.phones.set_language(code)

    @invariant()
    def what_is_shown_adds_up(self):
        if not hasattr(self, "phone"):
            return
        today = self.phone.today()
        assert (today.running is not None) == self.running
        for text in [today.headline, today.sync_line, *(card.spoken for card in today.entries)]:
            assert text and "app-" not in text and "view-" not in text, text
        sheet = self.phone.month("2026-10")
        settled = [card for card in sheet.entries if card.state == door.EntryState.SETTLED]
        assert sum(card.worked_minutes for card in settled) == sheet.worked_minutes
        assert self.phones.faults() == []

    def teardown(self):
        if hasattr(self, "place"):
            self.phone = self.phones = None
            self.place.cleanup()


def test_any_order_of_taps(tmp_path):
    Taps.office = Office(tmp_path / "office")
    try:
        machine = Taps.TestCase
        machine.settings = settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        machine("runTest").runTest()
    finally:
        Taps.office.stop()
