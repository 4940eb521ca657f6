package de.assistenzzeit.ui

import androidx.compose.runtime.CompositionLocalProvider
import de.assistenzzeit.door.Phones
import de.assistenzzeit.kit.Door
import de.assistenzzeit.kit.Part
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Shown
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.kit.story.BERLIN
import de.assistenzzeit.kit.story.Clock
import de.assistenzzeit.kit.story.Office
import de.assistenzzeit.kit.story.Remembered
import de.assistenzzeit.kit.story.Vault
import de.assistenzzeit.kit.story.assistant
import de.assistenzzeit.kit.story.at
import de.assistenzzeit.kit.story.does
import de.assistenzzeit.kit.story.employ
import de.assistenzzeit.kit.story.pair
import de.assistenzzeit.kit.story.publish
import de.assistenzzeit.kit.story.setup
import de.assistenzzeit.ui.parts.LocalWallClock
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Instant

/** The real words of the core on the real screens, in every language, from a phone that was paired with a real office. */
class StoryPicturesTest {
    private val clock = Clock("2026-10-05T07:00")

    private val month = Place.Month("2026-10")

    private fun places(door: Door): Map<String, Place> {
        fun entry(day: String) = Place.Entry(shiftOf(door, day), "2026-10")
        val correction = (door.screen(Place.Corrections) as Screen.Listing).lines.single().open as Tap.Open
        return mapOf(
            "today" to Place.Today, "late" to Place.LateEntry, "plan" to Place.Plan, "month" to month, "months" to Place.Months,
            "entry" to entry("5"), "entry-late" to entry("6"), "corrections" to Place.Corrections, "correction" to correction.place,
            "absences" to Place.Absences, "sync" to Place.Unsent, "who" to Place.WhoSees, "export" to Place.Export,
            "several" to Place.Several, "employers" to Place.Employers, "pair" to Place.Pairing, "place" to Place.Workplace,
            "settings" to Place.Settings, "more" to Place.More,
        )
    }

    private fun places(shift: String): Map<String, Place> = mapOf("asked" to Place.Today, "forgotten" to Place.Forgotten(shift))

    private fun draw(name: String, phones: Phones, shown: Shown) {
        val language = phones.language()
        picture("story/$language/$name", if (name in LONG) 2000 else 892) {
            CompositionLocalProvider(LocalWallClock provides StillClock(clock.ms + 754_000)) {
                Look(phones::label, rightToLeft = phones.languages().single { it.code == language }.rightToLeft, dark = false) { App(shown) {} }
            }
        }
    }

    private fun Door.shown(place: Place) = Shown(screen(place), tabs(place), canGoBack = place !in setOf(Place.Today, Place.Plan, Place.More, Place.Waiting))

    /** Every place in every language, with finished words and without a key in them. */
    private fun drawAll(phones: Phones, door: Door, places: Map<String, Place>) {
        for (language in phones.languages().map { it.code }) {
            door.does(Tap.ChooseLanguage(language))
            for ((name, place) in places) {
                val shown = door.shown(place)
                assertFalse(KEY.containsMatchIn(shown.toString()), "$language, $name: $shown")
                draw(name, phones, shown)
            }
        }
        door.does(Tap.ChooseLanguage("de"))
    }

    private fun phones(folder: Path) = Phones.openInStory(setup(folder), Vault(), clock)

    private fun door(phones: Phones) = Door(phones, Remembered(), camera = true) { Instant.ofEpochMilli(clock.ms).atZone(BERLIN).toLocalDate() }

    @Test
    fun `the phones of the story show every place in every language`(@TempDir folder: Path) {
        Office(folder.resolve("office")).use { office ->
            val phones = phones(folder.resolve("phone"))
            val door = door(phones)
            work(office, door)
            drawAll(phones, door, places(door))
            employ(office, folder.resolve("desk"), door)
            // A day later nobody has clocked out yet.
            clock.set("2026-10-13T09:00")
            val asked = (door.screen(Place.Today) as Screen.Today).questions.first().acts.last().tap as Tap.StillWorking
            drawAll(phones, door, places(asked.shift))
            assertEquals(emptyList<Any>(), phones.faults())
            phones.close()
        }
    }

    /** A day with a break, a day written down afterwards and set right, a night with standby, a correction that waits, absences, a shift that runs. */
    private fun work(office: Office, door: Door) {
        door.pair(office)
        val person = office.assistant()
        office.employ(person)
        door.does(Tap.SyncNow)
        for ((time, act) in listOf(
            "2026-10-05T08:00" to "CLOCK_IN", "2026-10-05T12:00" to "START_BREAK", "2026-10-05T12:30" to "END_PART", "2026-10-05T16:30" to "CLOCK_OUT",
            "2026-10-10T22:00" to "CLOCK_IN", "2026-10-10T23:00" to "START_STANDBY", "2026-10-11T06:00" to "CLOCK_OUT",
        )) {
            clock.set(time)
            door.does(Tap.Do(act))
        }
        door.does(Tap.WriteShift("06.10.2026", "22:00", "06:15", "Telefon vergessen", Part("standby", "01:00", "05:00")))
        door.does(Tap.Correct(shiftOf(door, "6"), "06.10.2026", "22:00", "06:00", "Vertippt"))
        door.does(Tap.SyncNow)
        val proposal = """{"shift": "${shiftOf(door, "5")}", "end_ms": ${at("2026-10-05T15:30")}, "reason": "Schon um halb vier weg"}"""
        office.ask("POST", "$person/months/2026-10/corrections", proposal)
        office.publish(person, "2026-10-16T20:00", "2026-10-17T08:00", "Nachtdienst")
        door.does(Tap.SyncNow)
        clock.set("2026-10-12T09:00")
        door.does(Tap.Do("CLOCK_IN"))
        clock.set("2026-10-12T13:00")
        door.does(Tap.Do("START_STANDBY"))
        door.does(Tap.RequestAbsence("vacation", "20.10.2026", "21.10.2026", "Umzug"))
        door.does(Tap.RequestAbsence("sick", "14.10.2026", "14.10.2026", ""))
    }

    private fun shiftOf(door: Door, day: String): String {
        val entry = (door.screen(month) as Screen.Month).entries.single { "$day. Okt" in it.line.title && "1$day" !in it.line.title }
        return ((entry.line.open as Tap.Open).place as Place.Entry).shift
    }

    /** The employer's phone of the same team. */
    private fun employ(office: Office, folder: Path, assistant: Door) {
        assistant.does(Tap.SyncNow)
        val phones = phones(folder)
        val door = door(phones)
        door.pair(office, "employer")
        val person = office.assistant().substringAfterLast('/')
        val places = mapOf("desk-today" to Place.Today, "desk-waiting" to Place.Waiting, "desk-approval" to Place.Approval(person, "2026-10"), "desk-more" to Place.More)
        drawAll(phones, door, places)
        assertEquals(emptyList<Any>(), phones.faults())
        phones.close()
    }

    private companion object {
        /** Places with more on them than one screen holds. */
        val LONG = setOf("absences", "desk-approval", "entry", "entry-late", "month")

        /** A key of the words that was shown as it is. */
        val KEY = Regex("""\b(app|view|month|history|absence|law|finding|pay|severity)-[a-z]+[a-z_-]*\b""")
    }
}
