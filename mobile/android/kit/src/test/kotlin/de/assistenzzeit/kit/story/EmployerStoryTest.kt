package de.assistenzzeit.kit.story

import de.assistenzzeit.door.Phones
import de.assistenzzeit.kit.Door
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Instant

/** Two phones and an office: one works, the other sees it, looks at what waits and approves. */
class EmployerStoryTest {
    private val clock = Clock("2026-10-05T07:00")

    private fun door(folder: Path) = Door(Phones.openInStory(setup(folder), Vault(), clock), Remembered(), camera = false) {
        Instant.ofEpochMilli(clock.ms).atZone(BERLIN).toLocalDate()
    }

    @Test
    fun `the employer sees who is at work, finds what waits, and approves the month`(@TempDir folder: Path) {
        Office(folder.resolve("office")).use { office ->
            val assistant = door(folder.resolve("assistant"))
            assistant.pair(office, "assistant")
            office.employ(office.assistant())
            assistant.does(Tap.SyncNow) // brings the contract, and with it the workplace
            val employer = door(folder.resolve("employer"))
            employer.pair(office, "employer")

            clock.set("2026-10-05T08:00")
            assistant.does(Tap.Do("CLOCK_IN"))
            assistant.does(Tap.SyncNow)
            employer.does(Tap.SyncNow)
            val today = employer.screen(Place.Today) as Screen.DeskToday
            assertEquals(listOf("Ada Muster"), today.onShift.map { it.title })

            clock.set("2026-10-05T16:00")
            assistant.does(Tap.Do("CLOCK_OUT"))
            assistant.does(Tap.CompleteMonth("2026-10"))
            assistant.does(Tap.SyncNow)
            employer.does(Tap.SyncNow)
            val waits = (employer.screen(Place.Waiting) as Screen.Listing).lines.single()
            val sheet = employer.screen((waits.open as Tap.Open).place) as Screen.Approval
            assertEquals("Freigabe für Ada Muster, Oktober 2026", sheet.approve)
            employer.does(Tap.Approve(sheet.person, sheet.month, emptyMap()))
            assertEquals(emptyList<Any>(), (employer.screen(Place.Waiting) as Screen.Listing).lines)

            employer.does(Tap.SyncNow)
            assistant.does(Tap.SyncNow)
            val month = assistant.screen(Place.Month("2026-10")) as Screen.Month
            assertNull(month.provisional)
            assertEquals(listOf("freigegeben"), month.entries.map { it.known })
        }
    }
}
