package de.assistenzzeit.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.DesktopComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.runDesktopComposeUiTest
import de.assistenzzeit.kit.Notice
import de.assistenzzeit.kit.Part
import de.assistenzzeit.kit.Tap
import org.junit.jupiter.api.Assertions.assertAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** What a screen reader, a switch and a voice find on every screen. */
@OptIn(ExperimentalTestApi::class)
class SemanticsTest {
    private val everything = SemanticsMatcher("any node") { true }

    private fun DesktopComposeUiTest.nodes(matcher: SemanticsMatcher): List<SemanticsNode> =
        onAllNodes(matcher).fetchSemanticsNodes()

    /** What stands on a node, as a person sees it. */
    private fun SemanticsNode.visible(): String =
        config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString(" ") { it.text }

    /** What a voice would call a node. */
    private fun SemanticsNode.name(): String =
        config.getOrNull(SemanticsProperties.ContentDescription).orEmpty().joinToString(" ").ifEmpty { visible() }

    private fun SemanticsNode.isField(): Boolean = SemanticsActions.SetText in config

    @TestFactory
    fun `every screen can be heard, tapped and called by name`(): List<DynamicTest> = Samples.all.map { (name, shown) ->
        DynamicTest.dynamicTest(name) {
            runDesktopComposeUiTest(412, 3000) {
                setContent { Stage(shown) }
                val all = nodes(everything)
                val tapped = nodes(hasClickAction())
                assertAll(
                    { namedByWhatIsSeen(tapped) },
                    { largeEnough(tapped) },
                    { calledDifferently(tapped) },
                    { assertEquals(shown.screen.title, all.first { SemanticsProperties.Heading in it.config }.visible(), "the first heading is the title") },
                    { withoutHiddenGestures(all) },
                )
            }
        }
    }

    private fun namedByWhatIsSeen(tapped: List<SemanticsNode>) {
        assertTrue(tapped.isNotEmpty())
        for (node in tapped) {
            assertTrue(node.name().isNotBlank(), "nothing to call it at ${node.boundsInRoot}")
            if (!node.isField()) assertEquals(node.visible(), node.name())
        }
    }

    private fun largeEnough(tapped: List<SemanticsNode>) {
        for (node in tapped) {
            val size = node.touchBoundsInRoot
            assertTrue(size.width >= 48 && size.height >= 48, "${node.name()} is ${size.width} by ${size.height} dp")
        }
    }

    private fun calledDifferently(tapped: List<SemanticsNode>) {
        val twice = tapped.groupBy { it.name() }.filterValues { it.size > 1 }.keys
        assertEquals(emptySet<String>(), twice)
    }

    private fun withoutHiddenGestures(all: List<SemanticsNode>) {
        for (node in all) {
            assertTrue(SemanticsActions.OnLongClick !in node.config || node.isField(), "long press on ${node.name()}")
            assertTrue(SemanticsActions.Dismiss !in node.config, "swipe on ${node.name()}")
        }
    }

    @Test
    fun `a notice is said once, politely, and a refusal at once`() = runDesktopComposeUiTest(412, 2000) {
        var notice by mutableStateOf<Notice?>(null)
        val shown = Samples.all.getValue("today-idle")
        setContent { Stage(shown.copy(notice = notice)) }
        fun speaking() = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.LiveRegion), useUnmergedTree = true).fetchSemanticsNodes()
        val before = speaking().map { it.id }
        assertEquals(2, before.size, "what runs, and what has just happened")
        notice = Notice("Gespeichert.")
        waitForIdle()
        assertEquals(before, speaking().map { it.id }, "the place that speaks was there before the words")
        assertEquals(LiveRegionMode.Polite, speaking().first().config[SemanticsProperties.LiveRegion])
        onNodeWithText("Gespeichert.").assertExists()
        notice = Notice("Das ging nicht.", refused = true)
        waitForIdle()
        assertEquals(LiveRegionMode.Assertive, speaking().first().config[SemanticsProperties.LiveRegion])
    }

    @Test
    fun `the clock ticks for the eye and says nothing`() = runDesktopComposeUiTest(412, 2000) {
        val clock = StillClock()
        setContent { Stage(Samples.all.getValue("today-standby"), clock = clock) }
        fun said() = onAllNodes(everything, useUnmergedTree = true).fetchSemanticsNodes().map { it.id to it.visible() }
        val before = said()
        clock.moveOn(3000)
        waitForIdle()
        assertEquals(before, said())
        assertTrue(before.none { (_, text) -> "4:14" in text })
    }

    @Test
    fun `what was typed goes out with the tap`() = runDesktopComposeUiTest(412, 3000) {
        val taps = mutableListOf<Tap>()
        setContent { Stage(Samples.all.getValue("late-entry"), onTap = { taps += it }) }
        onNodeWithText("Gestern, 25.11.2026").performClick()
        onNodeWithContentDescription("Von").performTextInput("08:00")
        onNodeWithContentDescription("Bis").performTextInput("16:30")
        onNodeWithContentDescription("Grund").performTextInput("Telefon vergessen")
        onNodeWithText("Pause").performClick()
        onNodeWithContentDescription("Beginn davon").performTextInput("12:00")
        onNodeWithContentDescription("Ende davon").performTextInput("12:30")
        onNodeWithText("Schicht speichern").performScrollTo().performClick()
        val part = Part("unpaid_break", "12:00", "12:30")
        assertEquals(listOf<Tap>(Tap.WriteShift("25.11.2026", "08:00", "16:30", "Telefon vergessen", part)), taps)
    }

    @Test
    fun `an explanation opens and closes by one plain button that says which it is`() = runDesktopComposeUiTest(412, 3000) {
        setContent { Stage(Samples.all.getValue("month")) }
        val button = onNodeWithText("Warum? Zuschlag Nacht 25 %")
        assertEquals("geschlossen", button.fetchSemanticsNode().config[SemanticsProperties.StateDescription])
        button.performClick()
        assertEquals("offen", button.fetchSemanticsNode().config[SemanticsProperties.StateDescription])
        onNodeWithText("begonnen vor Mitternacht", substring = true).assertExists()
    }
}
