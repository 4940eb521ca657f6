package de.assistenzzeit.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/** Our own few icons, drawn in lines of two units on a field of 24. None of them says anything alone. */
object Icons {
    val today = icon("M12 3a9 9 0 1 0 0.01 0z M12 7v5l3.5 2")
    val plan = icon("M4 6h16v14h-16z M4 10.5h16 M8 3v4 M16 3v4")
    val month = icon("M5 20v-7 M12 20v-15 M19 20v-10 M3 20h18")
    val waiting = icon("M5 4h14v16l-7-4.5l-7 4.5z")
    val more = icon("M4 7h16 M4 12h16 M4 17h16")
    val back = icon("M20 12h-15 M11 5.5l-6.5 6.5l6.5 6.5", mirrored = true)
    val forward = icon("M9 5.5l6.5 6.5l-6.5 6.5", mirrored = true)
    val check = icon("M4.5 12.5l5 5l10-11")
    val alert = icon("M12 4l9 16h-18z M12 10v4.5 M12 17v0.5")
    val start = icon("M8 5l11 7l-11 7z", mirrored = true)
    val stop = icon("M6.5 6.5h11v11h-11z")

    fun of(name: String): ImageVector = when (name) {
        "today" -> today
        "plan" -> plan
        "month" -> month
        "waiting" -> waiting
        else -> more
    }

    private fun icon(path: String, mirrored: Boolean = false): ImageVector =
        ImageVector.Builder(defaultWidth = 24.dp, defaultHeight = 24.dp, viewportWidth = 24f, viewportHeight = 24f, autoMirror = mirrored)
            .addPath(
                addPathNodes(path),
                stroke = SolidColor(Color.Black),
                strokeLineWidth = 2f,
                strokeLineCap = StrokeCap.Round,
                strokeLineJoin = StrokeJoin.Round,
            ).build()
}
