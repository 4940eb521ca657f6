package de.assistenzzeit.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import de.assistenzzeit.kit.Line
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.Icons
import de.assistenzzeit.ui.Rule

@Composable
fun Heading(text: String) {
    Text(
        text,
        Modifier.padding(top = 10.dp).semantics { heading() },
        color = MaterialTheme.colorScheme.onBackground,
        style = MaterialTheme.typography.titleMedium,
    )
}

@Composable
fun Paragraph(text: String, modifier: Modifier = Modifier) {
    Text(text, modifier, style = MaterialTheme.typography.bodyLarge)
}

@Composable
fun Sheet(colour: Color = MaterialTheme.colorScheme.surface, padded: Boolean = true, content: @Composable ColumnScope.() -> Unit) {
    Surface(Modifier.fillMaxWidth(), shape = MaterialTheme.shapes.medium, color = colour) {
        Column(
            if (padded) Modifier.padding(18.dp) else Modifier,
            verticalArrangement = Arrangement.spacedBy(if (padded) 10.dp else 0.dp),
            content = content,
        )
    }
}

/** Lines on one sheet, a rule between them; nothing at all if there are none. */
@Composable
fun Lines(lines: List<Line>, onTap: (Tap) -> Unit) {
    if (lines.isEmpty()) return
    Sheet(padded = false) {
        lines.forEachIndexed { n, line ->
            if (n > 0) Rule(Modifier.padding(horizontal = 18.dp))
            LineOf(line, onTap)
        }
    }
}

/** A line that may be a button as a whole; [below] stands under its words. */
@Composable
fun LineOf(line: Line, onTap: (Tap) -> Unit, below: @Composable ColumnScope.() -> Unit = {}) {
    val open = line.open
    val row = Modifier.fillMaxWidth().heightIn(min = 56.dp)
    Row(
        (if (open == null) row.semantics(mergeDescendants = true) {} else row.clickable(role = Role.Button) { onTap(open) })
            .padding(horizontal = 18.dp, vertical = 12.dp),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        Column(Modifier.weight(1f), verticalArrangement = Arrangement.spacedBy(3.dp)) {
            Text(line.title, style = MaterialTheme.typography.labelLarge)
            if (line.detail.isNotEmpty()) {
                Text(line.detail, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
            }
            for (mark in line.marks) Mark(mark)
            below()
        }
        if (open != null) Icon(Icons.forward, null, Modifier.size(22.dp), tint = MaterialTheme.colorScheme.onSurfaceVariant)
    }
}

/** A few words that set a line apart: written afterwards, provisional, waits for an answer. */
@Composable
fun Mark(text: String, good: Boolean = false) {
    val colours = MaterialTheme.colorScheme
    Text(
        text,
        Modifier.padding(top = 3.dp)
            .background(if (good) colours.primaryContainer else colours.tertiaryContainer, MaterialTheme.shapes.small)
            .padding(horizontal = 10.dp, vertical = 4.dp),
        color = if (good) colours.onPrimaryContainer else colours.onTertiaryContainer,
        style = MaterialTheme.typography.labelMedium,
    )
}
