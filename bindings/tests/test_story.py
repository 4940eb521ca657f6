"""bindings/tests/story.md, step by step."""

import gc

import pytest
from conftest import at, door, paired, setup

STEPS = door.Step


def steps(card):
    return [mark.step for mark in card.marks if mark.proven]


def refused(code, call, *arguments):
    with pytest.raises(door.PhoneError.Refused) as told:
        call(*arguments)
    assert told.value.code == code, told.value
    assert told.value.sentence and not told.value.sentence.startswith("app-")
    return told.value


def entry(phone, day):
    [card] = [card for card in phone.month("2026-10").entries if card.day == day]
    return card


def contract():
    place = {"zone": "Europe/Berlin", "region": {"land": "NW"}}
    return {
        "valid_from": "2026-01-01",
        "pay": {"hourly": {"cents_per_hour": 1750}},
        "standby": {"hourly": {"cents_per_hour": 1390}},
        "surcharges": [],
        "weekly": 1800,
        "employment": "social_insurance",
        "contributions": "social_insurance",
        "personnel_number": 100,
        "workplace": place,
    }


def settings():
    hours = [("work", 101), ("standby", 102)]
    return {
        "office": "Lohnbüro Muster",
        "program": {"name": "lodas"},
        "adviser_number": 1234567,
        "client_number": 4711,
        "wage_types": {word: {"wage_type": n, "send_as": "hours"} for word, n in hours},
    }


def test_the_story(tmp_path, office, clock, vault):
    folder = tmp_path / "phone"
    phones = door.Phones.open_in_story(setup(folder), vault, clock)

    # [1] pair
    phone_id = paired(phones, office)
    [member] = [one for one in office.ask("GET", "/v1/members") if "assistant" in str(one)]
    ada = member["person"]
    person = f"/v1/people/{ada}"
    month = f"{person}/months/2026-10"
    office.ask("PUT", person, {"name": "Ada Muster"})
    office.ask("POST", f"{person}/contracts", contract())
    plan = {"from_ms": at("2026-10-07 08:00"), "to_ms": at("2026-10-07 16:00")}
    [shift] = office.ask("POST", f"{person}/rota", {"shifts": [plan]})["shifts"]
    office.ask("POST", f"{person}/rota/2026-10/publication", {"drafts": [{"shift": shift, **plan}]})
    phone = phones.assistant(phone_id)
    phone.sync_now(20_000)
    [card] = phones.employers()
    assert (card.id, card.works_here, card.employs_here) == (phone_id, True, False)
    [planned] = phone.plan("2026-10")
    assert (planned.day, planned.times) == ("2026-10-07", "08:00 bis 16:00")

    # [2] clock in offline
    office.stop()
    clock.set("2026-10-05 08:00")
    done = phone.clock_in()
    assert "Gekommen" in done.announcement and done.undo
    today = phone.today()
    assert today.main.act == door.Act.CLOCK_OUT
    assert today.running.started_ms == at("2026-10-05 08:00")
    assert today.unsent_count == 1
    assert steps(entry(phone, "2026-10-05")) == [STEPS.SAVED]
    refused("already_clocked_in", phone.clock_in)
    refused("unreachable", phone.sync_now, 5_000)
    assert phone.today().unsent_count == 1

    # [3] undo
    phone.tap(door.Act.START_BREAK)
    assert phone.today().running.part.label == "Pause"
    phone.undo()
    today = phone.today()
    assert today.running and today.running.part is None
    phone.tap(door.Act.START_BREAK)
    clock.ms += 11_000
    assert phone.today().undo is None
    refused("nothing_to_undo", phone.undo)
    phone.tap(door.Act.END_PART)

    # [4] restart
    del phone, phones
    gc.collect()
    phones = door.Phones.open_in_story(setup(folder), vault, clock)
    phone = phones.assistant(phone_id)
    assert phone.today().running.started_ms == at("2026-10-05 08:00")

    # [5] break
    clock.set("2026-10-05 12:00")
    phone.tap(door.Act.START_BREAK)
    assert phone.today().running.part.started_ms == at("2026-10-05 12:00")
    clock.set("2026-10-05 12:30")
    phone.tap(door.Act.END_PART)

    # [6] clock out
    clock.set("2026-10-05 16:30")
    phone.clock_out()
    card = entry(phone, "2026-10-05")
    assert (card.state, card.worked_minutes) == (door.EntryState.SETTLED, 480)
    [shift] = door.read_snapshot(str(folder / "snapshots")).shifts
    assert (shift.phone, shift.started_ms) == (phone_id, None)
    # taken back at once, and out again
    phone.undo()
    assert phone.today().running
    phone.clock_out()
    assert entry(phone, "2026-10-05").worked_minutes == 480

    # [7] forgotten clock-out
    clock.set("2026-10-07 08:00")
    phone.clock_in()
    assert phone.today().forgotten is None
    clock.set("2026-10-07 21:00")
    asked = phone.today().forgotten
    assert asked.planned_end_ms == at("2026-10-07 16:00")
    assert entry(phone, "2026-10-07").state == door.EntryState.RUNNING
    phone.end_as_planned(asked.shift)
    card = entry(phone, "2026-10-07")
    assert card.to_ms == at("2026-10-07 16:00")
    assert "nachgetragen, nicht gestempelt" in card.notes

    # [8] a night
    clock.set("2026-10-10 22:00")
    phone.clock_in()
    phone.tap(door.Act.START_STANDBY)
    clock.set("2026-10-11 06:00")
    phone.tap(door.Act.NOTHING_HAPPENED)
    phone.clock_out()
    totals = {line.kind: line.minutes for line in phone.month("2026-10").totals}
    assert totals == {"work": 960, "standby": 480, "unpaid_break": 30}

    # [9] sync
    waiting = [card.id for card in phone.sync_sheet().unsent]
    assert len(waiting) == phone.today().unsent_count
    office.start()
    done = phone.sync_now(20_000)
    assert (done.sent_count, done.waiting_count) == (len(waiting), 0)
    for card in phone.month("2026-10").entries:
        assert steps(card) == [STEPS.SAVED, STEPS.OFFICE]

    # [10] seen
    office.ask("POST", "/v1/seen", {"batches": waiting})
    phone.sync_now(20_000)
    for card in phone.month("2026-10").entries:
        assert steps(card) == [STEPS.SAVED, STEPS.OFFICE, STEPS.SEEN]

    # [11] a correction arrives
    first = entry(phone, "2026-10-05")
    proposal = {
        "shift": first.shift,
        "end_ms": at("2026-10-05 15:30"),
        "reason": "Schon um halb vier weg",
    }
    made = office.ask("POST", f"{month}/corrections", proposal)["id"]
    phone.sync_now(20_000)
    assert phone.today().to_answer_count == 1
    assert entry(phone, "2026-10-05").worked_minutes == 480

    # [12] object
    [correction] = phone.corrections()
    assert (correction.proposal, correction.open) == (made, True)
    refused("reason_needed", phone.object, made, correction.month, " ")
    phone.object(made, correction.month, "Ich war bis halb fünf da")
    [correction] = phone.corrections()
    assert correction.answer_reason == "Ich war bis halb fünf da"
    phone.sync_now(20_000)

    # [12a] an absence
    office.stop()
    assert {"vacation", "sick"} <= {kind.code for kind in phone.absence_kinds()}
    phone.request_absence("vacation", "2026-10-20", "2026-10-21", "")
    refused("not_a_day", phone.request_absence, "vacation", "morgen", "2026-10-21", "")
    refused("wrong_order", phone.request_absence, "vacation", "2026-10-21", "2026-10-20", "")
    [absence] = phone.absences()
    assert "Urlaub" in absence.title and absence.state_label == "wartet auf Entscheidung"
    assert {card.what for card in phone.sync_sheet().unsent} == {"Abwesenheit"}
    phone.withdraw_absence(absence.id)
    [absence] = phone.absences()
    assert absence.withdraw_label is None and absence.state_label == "zurückgezogen"
    office.start()
    phone.sync_now(20_000)
    phone.request_absence("vacation", "2026-11-16", "2026-11-16", "Umzug")
    phone.sync_now(20_000)
    november = office.ask("GET", f"{person}/absences?from=2026-11-01&to=2026-11-30")
    [asked] = november["absences"]
    assert (asked["state"], asked["note"]) == ("requested", "Umzug")
    office.ask("POST", f"{person}/absences/{asked['absence']}/decision", {"granted": True})
    phone.sync_now(20_000)
    assert [one.state_label for one in phone.absences()] == ["genehmigt", "zurückgezogen"]

    # [12b] history
    told = phone.story(first.shift)
    assert [line.sentence.split(":")[0] for line in told] == [
        "Kommen",
        "Beginn Pause",
        "Ein Teil wurde zurückgenommen.",
        "Beginn Pause",
        "Ende Pause",
        "Beginn Pause",
        "Ende Pause",
        "Gehen",
        "Das zuletzt Aufgezeichnete wurde gleich wieder zurückgenommen.",
        "Gehen",
        # The story's clock stands before the office's.
        "Dem Vorschlag widersprochen.",
        "Vorschlag",
    ]
    assert told[0].who == "du, Telefon" and told[0].when == "Mo 5. Okt. 08:00"
    assert told[-2].reason == "Grund: Ich war bis halb fünf da"
    assert told[-1].reason == "Grund: Schon um halb vier weg"

    # [13] month complete
    phone.complete_month("2026-10")
    sheet = phone.month("2026-10")
    assert sheet.provisional and sheet.provisional_note and sheet.complete_button is None
    phone.sync_now(20_000)

    # [14] approved
    over = [{"proposal": made, "reason": "Türprotokoll zeigt 15:30"}]
    shown = office.ask("POST", f"{month}/approval-preview", {"over": over})
    terms = {"statement_sha256": shown["statement_sha256"], "over": over}
    office.ask("POST", f"{month}/approvals", terms)
    phone.sync_now(20_000)
    sheet = phone.month("2026-10")
    assert not sheet.provisional and sheet.provisional_note is None
    assert sheet.pay_cents == 420 * 1750 // 60 + 480 * 1750 // 60 + 480 * 1390 // 60
    card = entry(phone, "2026-10-05")
    assert card.to_ms == at("2026-10-05 15:30")
    assert any("nicht zugestimmt" in note for note in card.notes)
    for card in sheet.entries:
        assert STEPS.APPROVED in steps(card) and STEPS.PAYROLL not in steps(card), card

    # [15] with payroll
    office.ask("PUT", "/v1/payroll/settings", settings())
    office.ask("POST", "/v1/exports", {"month": "2026-10"})
    phone.sync_now(20_000)
    for card in phone.month("2026-10").entries:
        assert STEPS.PAYROLL in steps(card)
        assert card.known == "bei der Lohnabrechnung"

    # [16] everything
    page, record = phone.everything()
    text = page.bytes.decode()
    assert "Oktober 2026" in text
    for card in phone.month("2026-10").entries:
        assert card.title in text
    assert b"assistenzzeit-everything-1" in record.bytes
    assert phones.faults() == []
