package de.assistenzzeit.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.staticCompositionLocalOf

/** The fixed words of the screens, by key: `app-label-…` in `core/words/<language>`, files `app.ftl` and `screen.ftl`. */
fun interface Words {
    fun say(key: String): String
}

val LocalWords = staticCompositionLocalOf<Words> { error("no words: wrap the screen in Look") }

@Composable
@ReadOnlyComposable
fun say(key: String): String = LocalWords.current.say(key)
