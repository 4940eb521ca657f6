package de.assistenzzeit.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import de.assistenzzeit.kit.Shown
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.parts.LocalWallClock
import de.assistenzzeit.ui.parts.WallClock
import kotlinx.coroutines.channels.Channel
import org.jetbrains.skia.EncodedImageFormat
import java.io.File

/** The fixed words of a language, read from the core's own files; German where a language has no key. */
class WordsOf(language: String) : Words {
    private val texts = read("de") + read(language)

    override fun say(key: String): String = texts[key] ?: error("no words for $key")

    companion object {
        private val folder: File = File("../../../core/words")

        fun read(language: String): Map<String, String> = listOf("app", "screen")
            .flatMap { room -> File(folder, "$language/$room.ftl").takeIf { it.exists() }?.readLines().orEmpty() }
            .filter { it.startsWith("app-label-") }
            .associate { line -> line.substringBefore(" = ").removePrefix("app-label-") to line.substringAfter(" = ") }
    }
}

/** A clock that moves when it is told to. */
class StillClock(private var ms: Long = Samples.now) : WallClock {
    private val ticks = Channel<Unit>(Channel.UNLIMITED)

    override fun now() = ms

    override suspend fun wait(ms: Long) = ticks.receive()

    fun moveOn(by: Long) {
        ms += by
        repeat(9) { ticks.trySend(Unit) }
    }
}

/** A screen as it stands on the phone, with a clock that stands still. */
@Composable
fun Stage(shown: Shown, language: String = "de", dark: Boolean = false, clock: WallClock = StillClock(), onTap: (Tap) -> Unit = {}) {
    CompositionLocalProvider(LocalWallClock provides clock) {
        Look(WordsOf(language), language == "ar", dark) { App(shown, onTap) }
    }
}

/** Draws a screen into `target/screens/<name>.png`, [height] dp high. */
fun picture(name: String, height: Int, fontScale: Float = 1f, content: @Composable () -> Unit) {
    val file = File("target/screens/$name.png")
    file.parentFile.mkdirs()
    val scale = 1.5f
    ImageComposeScene((412 * scale).toInt(), (height * scale).toInt(), Density(scale, fontScale), content = content).use { scene ->
        val image = scene.render()
        file.writeBytes(checkNotNull(image.encodeToData(EncodedImageFormat.PNG)).bytes)
    }
}
