"""What the door promises whatever the story: errors, memory, threads, keys, processes."""

import gc
import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from conftest import Clock, Vault, at, door, paired, setup
from test_story import refused

HERE = Path(__file__).parent


@pytest.fixture
def phones(tmp_path, vault, clock):
    return door.Phones.open_in_story(setup(tmp_path / "phone"), vault, clock)


def placed(phones, office):
    phone = phones.assistant(paired(phones, office))
    phone.set_place("NW", [], "Europe/Berlin")
    return phone


def test_a_refusal_has_code_detail_and_a_sentence_in_the_chosen_language(phones):
    told = refused("not_a_pairing_code", phones.pair, "hallo")
    assert told.sentence == "Das ist kein Kopplungscode von Assistenzzeit."
    phones.set_language("pl")
    told = refused("no_such_phone", phones.assistant, "../../etc")
    assert told.sentence == "Nie ma takiego pracodawcy na tym telefonie."
    refused("not_a_language", phones.set_language, "xx")


def test_every_language_says_what_it_is_and_every_label_is_there(phones):
    words = (HERE.parents[1] / "core/words/de/app.ftl").read_text()
    keys = [line.split(" = ")[0] for line in words.splitlines() if line.startswith("app-label-")]
    by_code = {choice.code: choice for choice in phones.languages()}
    assert set(by_code) == {"de", "en", "de-simple", "pl", "tr", "uk", "ro", "ar"}
    assert by_code["ar"].right_to_left and by_code["ar"].machine_made
    assert not by_code["de"].machine_made
    for code in by_code:
        phones.set_language(code)
        for key in keys:
            assert phones.label(key.removeprefix("app-label-")) != key


def test_the_first_clock_in_asks_for_the_place_and_then_remembers_it(phones, office, clock):
    phone = phones.assistant(paired(phones, office))
    refused("no_place", phone.clock_in)
    refused("not_a_place", phone.set_place, "XX", [], "Europe/Berlin")
    assert "Nordrhein-Westfalen" in [land.label for land in phone.lands()]
    phone.set_place("NW", [], "Europe/Berlin")
    phone.clock_in()


def test_a_listener_is_told_and_one_that_throws_harms_nothing(phones, office, clock):
    told = []

    class Listener(door.ChangeListener):
        def changed(self, phone, topics):
            told.append((phone, topics))
            raise door.ListenerError.Failed()

    phone = placed(phones, office)
    phones.listen(Listener())
    phone.clock_in()
    assert told == [(phone.id(), [door.Topic.TIME, door.Topic.SYNC])]
    assert [fault.code for fault in phones.faults()] == ["listener"]


def test_a_locked_key_store_is_a_plain_no_and_no_loss(tmp_path, phones, office, clock, vault):
    phone = placed(phones, office)
    phone.clock_in()
    phone_id = phone.id()
    again = door.Phones.open_in_story(setup(tmp_path / "phone"), vault, clock)
    vault.locked = True
    refused("key_vault", again.assistant, phone_id)
    vault.locked = False
    assert again.assistant(phone_id).today().running


def test_no_secret_and_no_record_lies_on_the_disk_in_clear(tmp_path, phones, office, clock):
    assert phones.about().encrypted, "build the library with --features sqlcipher"
    phone = placed(phones, office)
    phone.clock_in()
    clock.ms += 3_600_000
    phone.clock_out()
    store = tmp_path / "phone" / "phones" / phone.id() / "store.sqlite"
    assert not store.read_bytes().startswith(b"SQLite format 3")
    for path in (tmp_path / "phone").rglob("*"):
        if path.is_file():
            assert b"create table" not in path.read_bytes(), path
            assert b"Europe/Berlin" not in path.read_bytes() or path.name == "place.json", path
    other = door.Phones.open_in_story(setup(tmp_path / "phone"), Vault(), clock)
    refused("key_vault", other.assistant, phone.id())


def test_an_employers_phone_sees_who_is_at_work_and_approves(tmp_path, phones, office, clock):
    phone = placed(phones, office)
    [member] = [one for one in office.ask("GET", "/v1/members") if "assistant" in str(one)]
    from test_story import contract

    office.ask("PUT", f"/v1/people/{member['person']}", {"name": "Ada Muster"})
    office.ask("POST", f"/v1/people/{member['person']}/contracts", contract())
    phone.clock_in()
    phone.sync_now(20_000)
    boss = door.Phones.open_in_story(setup(tmp_path / "boss"), Vault(), clock)
    desk = boss.employer(paired(boss, office, "employer"))
    desk.sync_now(20_000)
    [card] = boss.employers()
    assert card.employs_here and not card.works_here
    today = desk.today()
    assert [one.name for one in today.on_shift] == ["Ada Muster"]
    refused("unsettled_shifts", desk.approve, member["person"], "2026-10", [])
    clock.ms += 8 * 3_600_000
    phone.clock_out()
    phone.complete_month("2026-10")
    phone.sync_now(20_000)
    desk.sync_now(20_000)
    [waits] = desk.today().waiting
    assert (waits.person, waits.title) == (member["person"], "Ada Muster, Oktober 2026")
    sheet = desk.approval(waits.person, waits.month)
    assert sheet.can_approve and sheet.approve_label == "Freigabe für Ada Muster, Oktober 2026"
    done = desk.approve(waits.person, waits.month, [])
    assert "Ada Muster" in done.announcement
    refused("nothing_to_approve", desk.approve, waits.person, waits.month, [])
    desk.sync_now(20_000)
    phone.sync_now(20_000)
    assert not phone.month("2026-10").provisional


def test_an_employers_phone_paired_before_the_shift_sees_it_after_its_next_sitting(
    tmp_path, phones, office, clock
):
    phone = placed(phones, office)
    boss = door.Phones.open_in_story(setup(tmp_path / "boss"), Vault(), clock)
    desk = boss.employer(paired(boss, office, "employer"))
    desk.sync_now(20_000)
    assert desk.today().on_shift == []
    phone.clock_in()
    phone.sync_now(20_000)
    desk.sync_now(20_000)
    [at_work] = desk.today().on_shift
    assert at_work.started_ms == clock.ms
    shift = phone.month("2026-10").entries[0].shift
    [member] = [one for one in office.ask("GET", "/v1/members") if "assistant" in str(one)]
    [told] = desk.story(member["person"], shift)
    assert told.sentence == "Kommen: Mo 5. Okt. 07:00." and not told.replaced


def test_a_part_earlier_than_the_begin_of_its_late_shift_is_that_of_the_next_day(phones, office, clock):
    phone = placed(phones, office)
    clock.set("2026-10-07 12:00")
    which = door.WhichTime.NOT_ASKED
    standby = door.LatePart(
        kind="standby", day="2026-10-05", _from="01:00", to="05:00", which=which
    )
    night = door.LateShift(
        day="2026-10-05",
        _from="22:00",
        to="06:00",
        which=which,
        reason="Telefon vergessen",
        parts=[standby],
    )
    phone.write_shift(night)
    totals = {line.kind: line.minutes for line in phone.month("2026-10").totals}
    assert totals == {"work": 240, "standby": 240}


def test_two_employers_on_one_phone_are_added_up_and_know_nothing_of_each_other(
    tmp_path, phones, office, clock
):
    from conftest import Office

    other = Office(tmp_path / "other")
    try:
        one, two = placed(phones, office), placed(phones, other)
        for phone, begin, end in [(one, "08:00", "16:00"), (two, "18:00", "23:00")]:
            clock.set(f"2026-10-05 {begin}")
            phone.clock_in()
            clock.set(f"2026-10-05 {end}")
            phone.clock_out()
        both = phones.several("2026-10")
        assert sorted(line.minutes for line in both.lines) == [300, 480]
        assert both.total.minutes == 780
        assert both.notices, "thirteen hours on one day are more than ten"
        assert one.month("2026-10").worked_minutes == 480
        folders = list((tmp_path / "phone" / "phones").iterdir())
        assert len(folders) == 2
        for folder, stranger in [(folders[0], folders[1]), (folders[1], folders[0])]:
            for path in folder.rglob("*"):
                assert stranger.name.encode() not in path.read_bytes()
    finally:
        other.stop()


def test_a_phone_with_something_unsent_is_not_forgotten(phones, office, clock):
    phone = placed(phones, office)
    phone.clock_in()
    refused("unsent_left", phones.forget, phone.id())
    phone.sync_now(20_000)
    phones.forget(phone.id())
    assert phones.employers() == []


def test_the_platforms_own_client_carries_everything(phones, office, clock):
    import urllib.error
    import urllib.request

    carried = []

    class Transport(door.HttpTransport):
        def send(self, request):
            carried.append((request.method, request.url))
            asked = urllib.request.Request(
                request.url,
                data=bytes(request.body) if request.method == "POST" else None,
                method=request.method,
                headers={header.name: header.value for header in request.headers},
            )
            try:
                with urllib.request.urlopen(asked, timeout=request.timeout_ms / 1000) as answer:
                    return door.HttpAnswer(status=answer.status, body=answer.read())
            except urllib.error.HTTPError as error:
                return door.HttpAnswer(status=error.code, body=error.read())
            except OSError:
                raise door.TransportError.Unreachable() from None

    phones.use_transport(Transport())
    phone = placed(phones, office)
    phone.clock_in()
    assert phone.sync_now(20_000).waiting_count == 0
    assert {url.rsplit("/v1/")[1].split("/")[0] for _, url in carried} == {"pair", "nonce", "sync"}
    office.stop()
    refused("unreachable", phone.sync_now, 5_000)


def test_a_hundred_thousand_objects_leave_memory_flat(phones, office, clock):
    phone_id = placed(phones, office).id()

    def resident():
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize()

    for _ in range(2_000):
        phones.assistant(phone_id)
    before = resident()
    for _ in range(100_000):
        phones.assistant(phone_id).id()
    grown = resident() - before
    assert grown < 8 << 20, f"{grown >> 10} KiB more"


def test_threads_may_share_a_phone(phones, office, clock):
    phone = placed(phones, office)
    phone.clock_in()
    failed = []

    def work():
        try:
            for _ in range(10):
                try:
                    phone.tap(door.Act.START_BREAK)
                    phone.tap(door.Act.END_PART)
                except door.PhoneError.Refused as told:
                    assert told.code in ("part_running", "no_part_running"), told
                phone.today()
        except BaseException as error:  # noqa: BLE001
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert phone.sync_now(20_000).waiting_count == 0


SECOND = """
import sys
sys.path[:0] = [sys.argv[1]]
from conftest import Clock, Vault, door, setup
vault = Vault(); vault.key = bytes.fromhex(sys.argv[3])
phones = door.Phones.open_in_story(setup(sys.argv[2]), vault, Clock("2026-10-05 08:00"))
[card] = phones.employers()
phone = phones.assistant(card.id)
for _ in range(15):
    for act in (door.Act.START_BREAK, door.Act.END_PART):
        try:
            phone.tap(act)
        except door.PhoneError.Refused as told:
            assert told.code in ("part_running", "no_part_running"), told
"""


def test_two_processes_write_one_chain(tmp_path, phones, office, clock, vault):
    phone = placed(phones, office)
    clock.set("2026-10-05 08:00")
    phone.clock_in()
    arguments = [sys.executable, "-c", SECOND, str(HERE), str(tmp_path / "phone"), vault.key.hex()]
    widgets = [subprocess.Popen(arguments, env=os.environ) for _ in range(2)]
    for _ in range(15):
        for act in (door.Act.START_BREAK, door.Act.END_PART):
            try:
                phone.tap(act)
            except door.PhoneError.Refused as told:
                assert told.code in ("part_running", "no_part_running"), told
    assert [widget.wait() for widget in widgets] == [0, 0]
    waiting = phone.today().unsent_count
    done = phone.sync_now(60_000)
    # A forked chain would be held or refused, and something would still wait.
    assert (done.sent_count, done.waiting_count) == (waiting, 0)
    assert phone.sync_sheet().held_count == 0
    assert office.ask("GET", "/v1/held") == []


def test_a_sitting_that_is_killed_loses_nothing(tmp_path, phones, office, clock, vault):
    phone = placed(phones, office)
    clock.set("2026-10-05 08:00")
    phone.clock_in()
    for _ in range(30):
        phone.tap(door.Act.START_BREAK)
        phone.tap(door.Act.END_PART)
    waiting = phone.today().unsent_count
    killed = SECOND.split("for _ in range(15)")[0] + "print('go', flush=True)\nphone.sync_now(60_000)\n"
    arguments = [sys.executable, "-c", killed, str(HERE), str(tmp_path / "phone"), vault.key.hex()]
    for _ in range(3):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as sitting:
            sitting.stdout.readline()
            sitting.kill()
    phone.sync_now(60_000)
    assert phone.today().unsent_count == 0
    assert waiting == 61
    assert len(phone.month("2026-10").entries) == 1
    assert phone.today().running.started_ms == at("2026-10-05 08:00")
