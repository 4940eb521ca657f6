package de.assistenzzeit.ui.parts

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp

/** The one large button of the day: begin or end the shift. */
@Composable
fun LargeButton(label: String, hint: String, running: Boolean, icon: ImageVector, onTap: () -> Unit) {
    val colours = MaterialTheme.colorScheme
    Button(
        onTap,
        Modifier.fillMaxWidth().heightIn(min = 104.dp).hinted(hint, onTap),
        shape = MaterialTheme.shapes.large,
        colors = ButtonDefaults.buttonColors(
            containerColor = if (running) colours.tertiary else colours.primary,
            contentColor = if (running) colours.onTertiary else colours.onPrimary,
        ),
        contentPadding = PaddingValues(20.dp),
    ) {
        Row(verticalAlignment = Alignment.CenterVertically) {
            Icon(icon, null, Modifier.size(32.dp))
            Spacer(Modifier.width(14.dp))
            Text(label, style = MaterialTheme.typography.titleLarge)
        }
    }
}

/** What most people want to do next. */
@Composable
fun MainButton(label: String, hint: String = "", enabled: Boolean = true, onTap: () -> Unit) {
    Button(
        onTap,
        Modifier.fillMaxWidth().heightIn(min = 60.dp).hinted(hint, onTap),
        enabled = enabled,
        shape = MaterialTheme.shapes.medium,
        contentPadding = PaddingValues(horizontal = 18.dp, vertical = 12.dp),
    ) { Text(label, style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center) }
}

/** Anything else that can be done. */
@Composable
fun OtherButton(label: String, modifier: Modifier = Modifier, hint: String = "", onTap: () -> Unit) {
    OutlinedButton(
        onTap,
        modifier.fillMaxWidth().heightIn(min = 56.dp).hinted(hint, onTap),
        shape = MaterialTheme.shapes.medium,
        border = BorderStroke(1.5.dp, MaterialTheme.colorScheme.outline),
        contentPadding = PaddingValues(horizontal = 16.dp, vertical = 10.dp),
    ) { Text(label, style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center) }
}

/** A quiet act inside a card. */
@Composable
fun QuietButton(label: String, modifier: Modifier = Modifier, onTap: () -> Unit) {
    TextButton(
        onTap,
        modifier.heightIn(min = 48.dp),
        shape = MaterialTheme.shapes.small,
        contentPadding = PaddingValues(horizontal = 10.dp, vertical = 8.dp),
    ) { Text(label, style = MaterialTheme.typography.labelLarge) }
}

/** Says what a tap does, for those who hear the button; its name stays the visible text. */
private fun Modifier.hinted(hint: String, onTap: () -> Unit): Modifier =
    if (hint.isEmpty()) this else semantics { onClick(hint) { onTap(); true } }
