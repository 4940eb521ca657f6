package de.assistenzzeit.ui.parts

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.text.TextStyle
import kotlinx.coroutines.delay

/** The clock of the screen. A test gives its own. */
interface WallClock {
    /** Ms since 1970. */
    fun now(): Long

    /** Comes back after [ms]. */
    suspend fun wait(ms: Long)
}

val LocalWallClock = staticCompositionLocalOf<WallClock> {
    object : WallClock {
        override fun now() = System.currentTimeMillis()

        override suspend fun wait(ms: Long) = delay(ms)
    }
}

/**
 * Time since [startedMs], ticking. Only for the eye: a screen reader would be
 * called every second, so it reads the sentence beside it, which says since when.
 */
@Composable
fun RunningTime(startedMs: Long, style: TextStyle = MaterialTheme.typography.displayLarge) {
    val clock = LocalWallClock.current
    var now by remember(startedMs) { mutableStateOf(clock.now()) }
    LaunchedEffect(startedMs) {
        while (true) {
            clock.wait(1000 - Math.floorMod(now - startedMs, 1000L))
            now = clock.now()
        }
    }
    // It is large already: with large text it stays on one line.
    val shrunk = style.copy(fontSize = style.fontSize / maxOf(1f, LocalDensity.current.fontScale / 1.3f))
    Text(ticking(now - startedMs), Modifier.clearAndSetSemantics {}, maxLines = 1, softWrap = false, style = shrunk)
}

/** `2:05:09`. A clock that was set back shows zero, never a negative time. */
internal fun ticking(elapsedMs: Long): String {
    val seconds = maxOf(0, elapsedMs) / 1000
    return "%d:%02d:%02d".format(java.util.Locale.ROOT, seconds / 3600, seconds / 60 % 60, seconds % 60)
}
