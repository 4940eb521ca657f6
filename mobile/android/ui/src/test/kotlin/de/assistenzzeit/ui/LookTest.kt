package de.assistenzzeit.ui

import androidx.compose.material3.ColorScheme
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import de.assistenzzeit.ui.parts.ticking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class LookTest {
    private fun contrast(a: Color, b: Color): Float {
        val (low, high) = listOf(a.luminance(), b.luminance()).sorted()
        return (high + 0.05f) / (low + 0.05f)
    }

    private fun pairs(colours: ColorScheme): Map<String, Pair<Color, Color>> = with(colours) {
        mapOf(
            "button" to (primary to onPrimary), "running button" to (tertiary to onTertiary), "page" to (background to onBackground),
            "sheet" to (surface to onSurface), "small words on a sheet" to (surface to onSurfaceVariant),
            "small words on the page" to (background to onSurfaceVariant), "notice" to (primaryContainer to onPrimaryContainer),
            "question" to (tertiaryContainer to onTertiaryContainer), "refusal" to (errorContainer to onErrorContainer),
            "quiet button on a sheet" to (surface to primary), "quiet button on the page" to (background to primary),
            "quiet button on a question" to (tertiaryContainer to primary),
        )
    }

    @Test
    fun `words stand out at least 4,5 to 1 from what is behind them, light and dark`() {
        for ((look, colours) in mapOf("light" to Light, "dark" to Dark)) {
            for ((place, pair) in pairs(colours)) {
                val found = contrast(pair.first, pair.second)
                assertTrue(found >= 4.5f, "$look, $place: $found")
            }
        }
    }

    @Test
    fun `edges of fields and buttons stand out at least 3 to 1`() {
        for (colours in listOf(Light, Dark)) {
            assertTrue(contrast(colours.outline, colours.background) >= 3f)
            assertTrue(contrast(colours.primary, colours.surface) >= 3f)
        }
    }

    @Test
    fun `every word on the screens is there in every complete language`() {
        val used = java.io.File("src/main/kotlin").walk().filter { it.extension == "kt" }
            .flatMap { Regex("say\\((?:if \\(open\\) )?\"([a-z-]+)\"").findAll(it.readText()).map { found -> found.groupValues[1] } }.toSet() + "closed"
        assertTrue(used.size > 40)
        for (language in listOf("de", "en", "pl", "tr", "uk", "ro", "ar")) assertEquals(emptySet<String>(), used - WordsOf.read(language).keys, language)
    }

    @Test
    fun `the clock counts hours past a day and never below zero`() {
        assertEquals("0:00:00", ticking(-5000))
        assertEquals("0:00:59", ticking(59_999))
        assertEquals("26:01:05", ticking(93_665_000))
    }
}
