package de.assistenzzeit.ui

import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory

/** Draws every screen, for people to look at. */
class PicturesTest {
    @TestFactory
    fun `every screen can be drawn light, dark and with large text`(): List<DynamicTest> = Samples.all.map { (name, shown) ->
        DynamicTest.dynamicTest(name) {
            picture("light/$name", 892) { Stage(shown) }
            picture("dark/$name", 892) { Stage(shown, dark = true) }
            picture("large/$name", 1784, fontScale = 2f) { Stage(shown) }
        }
    }
}
