package de.assistenzzeit.ui

import androidx.compose.runtime.CompositionLocalProvider
import de.assistenzzeit.door.Phones
import de.assistenzzeit.kit.Door
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
import de.assistenzzeit.kit.story.employ
import de.assistenzzeit.kit.story.setup
import de.assistenzzeit.ui.parts.LocalWallClock
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Instant

/** The real words of the core on the real screens, in every language, from a phone that was paired with a real office. */
class StoryPicturesTest {
    private val clock = Clock("2026-10-05T07:00")

    private fun places(door: Door): Map<String, Place> {
        val entries = (door.screen(Place.Month("2026-10")) as Screen.Month).entries
        val entry = (entries.first().line.open as Tap.Open).place
        return mapOf(
            "today" to Place.Today, "late" to Place.LateEntry, "plan" to Place.Plan, "month" to Place.Month("2026-10"), "months" to Place.Months,
            "entry" to entry, "corrections" to Place.Corrections, "sync" to Place.Unsent, "who" to Place.WhoSees, "export" to Place.Export,
            "several" to Place.Several, "employers" to Place.Employers, "place" to Place.Workplace, "settings" to Place.Settings, "more" to Place.More,
        )
    }

    private fun draw(name: String, phones: Phones, shown: Shown) {
        val language = phones.language()
        picture("story/$language/$name", 892) {
            CompositionLocalProvider(LocalWallClock provides StillClock(clock.ms + 754_000)) {
                Look(phones::label, rightToLeft = language == "ar", dark = false) { App(shown) {} }
            }
        }
    }

    private fun Door.shown(place: Place) = Shown(screen(place), tabs(place), canGoBack = place !in setOf(Place.Today, Place.Plan, Place.More))

    @Test
    fun `a phone of the story shows every place in every language`(@TempDir folder: Path) {
        Office(folder.resolve("office")).use { office ->
            val phones = Phones.openInStory(setup(folder.resolve("phone")), Vault(), clock)
            val door = Door(phones, Remembered(), camera = true) { Instant.ofEpochMilli(clock.ms).atZone(BERLIN).toLocalDate() }
            work(office, door)
            for (language in phones.languages().map { it.code }) {
                door.act(Tap.ChooseLanguage(language))
                for ((name, place) in places(door)) {
                    val shown = door.shown(place)
                    assertTrue("app-" !in shown.toString(), "$language, $name: $shown")
                    draw(name, phones, shown)
                }
            }
            phones.close()
        }
    }

    /** A day with a break, a night with standby, a correction that waits, a shift that runs, without a network at the end. */
    private fun work(office: Office, door: Door) {
        door.act(Tap.Pair(office.invite()))
        val pairing = door.screen(Place.Pairing) as Screen.Pairing
        office.confirm(checkNotNull(pairing.digits))
        door.act(Tap.LookIfPaired(checkNotNull(pairing.phone)))
        val person = office.assistant()
        office.employ(person)
        for ((time, act) in listOf(
            "2026-10-05T08:00" to "CLOCK_IN", "2026-10-05T12:00" to "START_BREAK", "2026-10-05T12:30" to "END_PART", "2026-10-05T16:30" to "CLOCK_OUT",
            "2026-10-10T22:00" to "CLOCK_IN", "2026-10-10T23:00" to "START_STANDBY", "2026-10-11T06:00" to "CLOCK_OUT",
        )) {
            clock.set(time)
            door.act(Tap.Do(act))
        }
        door.act(Tap.SyncNow)
        val first = (door.screen(Place.Month("2026-10")) as Screen.Month).entries.first { "5." in it.line.title }
        val shift = ((first.line.open as Tap.Open).place as Place.Entry).shift
        office.ask("POST", "$person/months/2026-10/corrections", """{"shift": "$shift", "end_ms": ${at("2026-10-05T15:30")}, "reason": "Schon um halb vier weg"}""")
        door.act(Tap.SyncNow)
        clock.set("2026-10-12T09:00")
        door.act(Tap.Do("CLOCK_IN"))
        clock.set("2026-10-12T13:00")
        door.act(Tap.Do("START_STANDBY"))
    }
}
