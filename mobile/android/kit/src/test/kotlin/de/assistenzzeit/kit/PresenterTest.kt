package de.assistenzzeit.kit

import app.cash.turbine.test
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.StandardTestDispatcher
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalCoroutinesApi::class)
class PresenterTest {
    /** A record that remembers what it was asked, and refuses when it is told to. */
    private class Fake : Behind {
        val acts = mutableListOf<Tap>()
        var refuse: String? = null
        var unreadable: Place? = null
        var then: Then = Then.Stay
        var outside: Outside? = null
        var text = "Es läuft keine Schicht."

        override fun screen(place: Place): Screen {
            if (place == unreadable) error("Dieser Monat stammt von einer neueren Version.")
            return Screen.Listing(place.toString(), text, emptyList())
        }

        override fun tabs(place: Place) = listOf(Tab("Heute", "today", Place.Today, place == Place.Today))

        override fun act(tap: Tap): Told {
            acts += tap
            refuse?.let { error(it) }
            return Told(Notice("Gespeichert."), then, outside)
        }

        override fun sentence(problem: Throwable) = problem.message.orEmpty()
    }

    private fun TestScope.presenter(fake: Fake) =
        Presenter(fake, backgroundScope, StandardTestDispatcher(testScheduler)).also { runCurrent() }

    private val Presenter.now: Shown get() = checkNotNull(shown.value)

    @Test
    fun `a tap is carried out, told once, and the screen is read again`() = runTest {
        val fake = Fake()
        val presenter = presenter(fake)
        presenter.shown.test {
            assertEquals("Es läuft keine Schicht.", (awaitItem()?.screen as Screen.Listing).intro)
            fake.text = "Schicht läuft seit 08:00."
            presenter.on(Tap.Do("CLOCK_IN"))
            assertTrue(checkNotNull(awaitItem()).busy)
            val after = checkNotNull(awaitItem())
            assertEquals("Schicht läuft seit 08:00.", (after.screen as Screen.Listing).intro)
            assertEquals(Notice("Gespeichert."), after.notice)
            assertFalse(after.busy)
            expectNoEvents()
        }
        assertEquals(listOf<Tap>(Tap.Do("CLOCK_IN")), fake.acts)
    }

    @Test
    fun `a hand that taps twice taps once`() = runTest {
        val fake = Fake()
        val presenter = presenter(fake)
        presenter.on(Tap.Do("CLOCK_IN"))
        presenter.on(Tap.Do("CLOCK_IN"))
        runCurrent()
        assertEquals(listOf<Tap>(Tap.Do("CLOCK_IN")), fake.acts)
        presenter.on(Tap.Do("CLOCK_OUT"))
        runCurrent()
        assertEquals(listOf(Tap.Do("CLOCK_IN"), Tap.Do("CLOCK_OUT")), fake.acts)
    }

    @Test
    fun `a refusal is said in the core's own sentence, and the person stays where they were`() = runTest {
        val fake = Fake().apply { then = Then.Back }
        val presenter = presenter(fake)
        presenter.on(Tap.Open(Place.LateEntry))
        runCurrent()
        fake.refuse = "Das Ende liegt vor dem Anfang."
        presenter.on(Tap.WriteShift("26.11.2026", "09:00", "08:00", ""))
        runCurrent()
        assertEquals(Notice("Das Ende liegt vor dem Anfang.", refused = true), presenter.now.notice)
        assertEquals(Place.LateEntry.toString(), presenter.now.screen.title)
        fake.refuse = null
        presenter.on(Tap.WriteShift("26.11.2026", "08:00", "09:00", ""))
        runCurrent()
        assertEquals(Place.Today.toString(), presenter.now.screen.title)
    }

    @Test
    fun `a notice stays until it is read or the person goes on, however long that takes`() = runTest {
        val presenter = presenter(Fake())
        presenter.on(Tap.Do("CLOCK_IN"))
        runCurrent()
        testScheduler.advanceTimeBy(3_600_000)
        presenter.refresh()
        runCurrent()
        assertEquals(Notice("Gespeichert."), presenter.now.notice)
        presenter.on(Tap.NoticeRead)
        assertNull(presenter.now.notice)
    }

    @Test
    fun `a place that cannot be read says why and leaves the person where they were`() = runTest {
        val fake = Fake().apply { unreadable = Place.Month("2026-10") }
        val presenter = presenter(fake)
        presenter.on(Tap.Open(Place.Month("2026-10")))
        runCurrent()
        assertEquals(Place.Today.toString(), presenter.now.screen.title)
        assertEquals("Dieser Monat stammt von einer neueren Version.", presenter.now.notice?.text)
        assertFalse(presenter.now.canGoBack)
    }

    @Test
    fun `the places at the bottom begin anew, all others lead back`() = runTest {
        val presenter = presenter(Fake())
        presenter.on(Tap.Open(Place.More))
        presenter.on(Tap.Open(Place.Settings))
        runCurrent()
        assertTrue(presenter.now.canGoBack)
        presenter.on(Tap.Back)
        runCurrent()
        assertEquals(Place.More.toString(), presenter.now.screen.title)
        assertFalse(presenter.now.canGoBack)
        presenter.on(Tap.Back)
        runCurrent()
        assertEquals(Place.More.toString(), presenter.now.screen.title)
    }

    @Test
    fun `a sitting with the office runs once at a time and does not hold up taps`() = runTest {
        val fake = Fake()
        val presenter = presenter(fake)
        presenter.on(Tap.SyncNow)
        presenter.on(Tap.SyncNow)
        presenter.on(Tap.Do("CLOCK_IN"))
        runCurrent()
        assertEquals(listOf(Tap.SyncNow, Tap.Do("CLOCK_IN")), fake.acts)
    }

    @Test
    fun `what only the platform can do is handed out`() = runTest {
        val fake = Fake().apply { outside = Outside.ReadCode }
        val presenter = presenter(fake)
        presenter.outside.test {
            presenter.on(Tap.ScanCode)
            assertEquals(Outside.ReadCode, awaitItem())
        }
    }
}
