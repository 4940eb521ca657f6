package de.assistenzzeit.kit.story

import de.assistenzzeit.door.PhoneException
import de.assistenzzeit.door.Phones
import de.assistenzzeit.door.readSnapshot
import de.assistenzzeit.kit.Door
import de.assistenzzeit.kit.Outside
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Recorded
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.kit.Then
import de.assistenzzeit.kit.Told
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Instant

/** `bindings/tests/story.md`, step by step, as the app plays it: places, taps and screens. */
class StoryTest {
    private val clock = Clock("2026-10-05T07:00")
    private val vault = Vault()
    private val memory = Remembered()

    private fun door(phones: Phones) = Door(phones, memory, camera = false) { Instant.ofEpochMilli(clock.ms).atZone(BERLIN).toLocalDate() }

    private fun Door.today() = screen(Place.Today) as Screen.Today

    private fun Door.month() = screen(Place.Month("2026-10")) as Screen.Month

    private fun Door.entry(day: String): Recorded = month().entries.single { day in it.line.title }

    private fun Door.tap(label: String): Told {
        val today = today()
        val act = (listOf(today.main) + today.acts + listOfNotNull(today.running?.part?.end)).single { it.label == label }
        return act(act.tap)
    }

    private fun Recorded.reached() = steps.filter { it.reached }.map { it.label }

    private fun refused(code: String, call: () -> Unit) {
        val no = assertThrows(PhoneException.Refused::class.java) { call() }
        assertEquals(code, no.code)
        assertTrue(no.sentence.isNotBlank() && !no.sentence.startsWith("app-"), no.sentence)
    }

    @Test
    fun `pair, clock in offline, restart, break, forget, sync, object, complete, approved, with payroll`(@TempDir folder: Path) {
        Office(folder.resolve("office")).use { office -> play(office, folder.resolve("phone")) }
    }

    private fun play(office: Office, folder: Path) {
        var phones = Phones.openInStory(setup(folder), vault, clock)
        var door = door(phones)

        // [1] pair
        assertNull((door.screen(Place.Today) as Screen.Pairing).digits)
        assertEquals(Then.Go(Place.Pairing), door.act(Tap.Pair(" ${office.invite()}\n")).then)
        val pairing = door.screen(Place.Pairing) as Screen.Pairing
        val phone = checkNotNull(pairing.phone)
        assertEquals(true, door.act(Tap.LookIfPaired(phone)).notice?.refused)
        office.confirm(checkNotNull(pairing.digits))
        assertEquals(Then.Go(Place.Today), door.act(Tap.LookIfPaired(phone)).then)
        val person = office.assistant()
        val month = "$person/months/2026-10"
        office.employ(person)
        door.act(Tap.SyncNow)
        assertEquals("08:00 bis 16:00", (door.screen(Place.Plan) as Screen.Plan).shifts.single().detail)

        // [2] clock in offline
        office.stop()
        clock.set("2026-10-05T08:00")
        val said = checkNotNull(door.tap("Kommen").notice)
        assertTrue("Gekommen" in said.text)
        assertEquals(Tap.Do("UNDO"), said.acts.single().tap)
        assertEquals("Gehen", door.today().main.label)
        assertEquals(at("2026-10-05T08:00"), door.today().running?.startedMs)
        assertEquals(1, (door.screen(Place.Unsent) as Screen.Unsent).lines.size)
        assertEquals(listOf("hier gespeichert"), door.entry("5. Okt").reached())
        refused("already_clocked_in") { door.act(Tap.Do("CLOCK_IN")) }
        refused("unreachable") { door.act(Tap.SyncNow) }
        assertEquals(1, (door.screen(Place.Unsent) as Screen.Unsent).lines.size)

        // [3] undo
        door.tap("Pause")
        assertNotNull(door.today().running?.part)
        door.act(Tap.Do("UNDO"))
        assertNotNull(door.today().running)
        assertNull(door.today().running?.part)
        door.tap("Pause")
        clock.ms += 3_600_000
        refused("nothing_to_undo") { door.act(Tap.Do("UNDO")) }
        clock.ms -= 3_600_000
        door.tap("Beenden")

        // [4] restart
        phones.close()
        phones = Phones.openInStory(setup(folder), vault, clock)
        door = door(phones)
        assertEquals(at("2026-10-05T08:00"), door.today().running?.startedMs)

        // [5] break
        clock.set("2026-10-05T12:00")
        door.tap("Pause")
        assertEquals(at("2026-10-05T12:00"), door.today().running?.part?.startedMs)
        clock.set("2026-10-05T12:30")
        door.tap("Beenden")

        // [6] clock out
        clock.set("2026-10-05T16:30")
        door.tap("Gehen")
        assertTrue(door.entry("5. Okt").line.detail.startsWith("8:00"), door.entry("5. Okt").line.detail)
        val widget = readSnapshot(folder.resolve("snapshots").toString()).shifts.single()
        assertEquals(phone, widget.phone)
        assertNull(widget.startedMs)

        // [7] forgotten clock-out
        clock.set("2026-10-07T08:00")
        door.tap("Kommen")
        assertEquals(emptyList<Any>(), door.today().questions)
        clock.set("2026-10-07T21:00")
        val question = door.today().questions.single()
        assertEquals(3, question.acts.size)
        val asked = question.acts[1].tap as Tap.Open
        assertEquals("07.10.2026", (door.screen(asked.place) as Screen.Forgotten).day)
        door.act(question.acts[0].tap)
        assertEquals(emptyList<Any>(), door.today().questions)
        assertTrue("16:00" in door.entry("7. Okt").line.title)
        assertTrue(door.entry("7. Okt").line.marks.any { "nachgetragen" in it })

        // [8] a night
        clock.set("2026-10-10T22:00")
        door.tap("Kommen")
        door.tap("Bereitschaft")
        clock.set("2026-10-11T06:00")
        door.tap("Nichts vorgefallen")
        door.tap("Gehen")
        val totals = door.month().totals.associate { it.label to it.value }
        assertEquals(setOf("Arbeit", "Bereitschaft", "Pause"), totals.keys)
        assertTrue(totals.getValue("Bereitschaft").startsWith("8:00"), totals.toString())

        // [9] sync
        val waiting = phones.assistant(phone).syncSheet().unsent.map { it.id }
        assertEquals(waiting.size, (door.screen(Place.Unsent) as Screen.Unsent).lines.size)
        office.start()
        door.act(Tap.SyncNow)
        assertEquals(emptyList<Any>(), (door.screen(Place.Unsent) as Screen.Unsent).lines)
        for (entry in door.month().entries) assertEquals(2, entry.reached().size, entry.toString())

        // [10] seen
        office.ask("POST", "/v1/seen", """{"batches": [${waiting.joinToString { "\"$it\"" }}]}""")
        door.act(Tap.SyncNow)
        for (entry in door.month().entries) assertEquals(3, entry.reached().size, entry.toString())

        // [11] a correction arrives
        val shift = (door.entry("5. Okt").line.open as Tap.Open).place as Place.Entry
        val proposed = """{"shift": "${shift.shift}", "end_ms": ${at("2026-10-05T15:30")}, "reason": "Schon um halb vier weg"}"""
        val proposal = office.ask("POST", "$month/corrections", proposed).textOf("id")
        door.act(Tap.SyncNow)
        assertEquals(Tap.Open(Place.Corrections), door.today().questions.single().acts.single().tap)
        assertTrue(door.entry("5. Okt").line.detail.startsWith("8:00"))

        // [12] object
        val card = door.screen(Place.Correction(proposal)) as Screen.Correction
        assertTrue(card.changes.any { "15:30" in it })
        refused("reason_needed") { door.act(Tap.Object(proposal, card.month, " ")) }
        door.act(Tap.Object(proposal, card.month, "Ich war bis halb fünf da"))
        val answered = door.screen(Place.Correction(proposal)) as Screen.Correction
        assertNull(answered.agree)
        assertTrue("Ich war bis halb fünf da" in answered.state, answered.state)
        door.act(Tap.SyncNow)

        // [12a] an absence is asked for and withdrawn, without the office
        office.stop()
        door.act(Tap.RequestAbsence("vacation", "20.10.2026", "21.10.2026", ""))
        val absence = (door.screen(Place.Absences) as Screen.Absences).asked.single()
        assertTrue(absence.line.title.startsWith("Urlaub"), absence.line.title)
        refused("not_a_day") { door.act(Tap.RequestAbsence("vacation", "morgen", "21.10.2026", "")) }
        door.act(checkNotNull(absence.withdraw).tap)
        assertNull((door.screen(Place.Absences) as Screen.Absences).asked.single().withdraw)
        office.start()
        door.act(Tap.SyncNow)

        // [12b] history
        val told = (door.screen(shift) as Screen.Entry).story
        assertEquals("Kommen: Mo 5. Okt. 08:00.", told.first().title)
        assertTrue("du, Telefon" in told.first().detail, told.toString())
        val objection = told.single { it.title == "Dem Vorschlag widersprochen." }
        assertTrue("Ich war bis halb fünf da" in objection.detail, objection.detail)

        // [13] month complete
        door.act(checkNotNull(door.month().declare).tap)
        assertNull(door.month().declare)
        assertNotNull(door.month().provisional)
        door.act(Tap.SyncNow)

        // [14] approved
        val over = """"over": [{"proposal": "$proposal", "reason": "Türprotokoll zeigt 15:30"}]"""
        val statement = office.ask("POST", "$month/approval-preview", "{$over}").textOf("statement_sha256")
        office.ask("POST", "$month/approvals", """{"statement_sha256": "$statement", $over}""")
        door.act(Tap.SyncNow)
        assertNull(door.month().provisional)
        assertTrue("15:30" in door.entry("5. Okt").line.title)
        assertTrue(door.entry("5. Okt").line.marks.any { "nicht zugestimmt" in it })
        assertTrue(door.month().pay.any { it.because.isNotEmpty() })
        for (entry in door.month().entries) assertEquals("freigegeben", entry.known)

        // [15] with payroll
        office.ask("PUT", "/v1/payroll/settings", SETTINGS)
        office.ask("POST", "/v1/exports", """{"month": "2026-10"}""")
        door.act(Tap.SyncNow)
        for (entry in door.month().entries) assertEquals("bei der Lohnabrechnung", entry.known)

        // [16] everything
        val files = (door.act(Tap.ExportMine).outside as Outside.Save).files
        assertEquals(2, files.size)
        assertTrue("Oktober 2026" in files[0].bytes.decodeToString())
        everyOtherPlaceCanBeShown(door)
        assertEquals(emptyList<Any>(), phones.faults())
        phones.close()
    }

    private fun everyOtherPlaceCanBeShown(door: Door) {
        val places = listOf(
            Place.LateEntry, Place.Months, Place.Corrections, Place.WhoSees, Place.Export, Place.Several, Place.Employers, Place.Pairing, Place.Workplace, Place.Settings, Place.More,
        )
        for (place in places) {
            for (language in listOf("de", "en", "ar")) {
                door.act(Tap.ChooseLanguage(language))
                assertFalse(door.screen(place).title.isBlank() || "app-" in door.screen(place).toString(), "$place, $language: ${door.screen(place)}")
            }
        }
        door.act(Tap.ChooseLanguage("de"))
    }
}
