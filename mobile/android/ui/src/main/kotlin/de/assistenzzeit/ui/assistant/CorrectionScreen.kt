package de.assistenzzeit.ui.assistant

import androidx.compose.foundation.layout.Column
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.parts.Field
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.say

/** The employer proposes another time. Nothing changes until the assistant agrees. */
@Composable
fun CorrectionScreen(state: Screen.Correction, onTap: (Tap) -> Unit) {
    Paragraph(state.sentence)
    Sheet {
        for (change in state.fields) {
            Column(Modifier.semantics(mergeDescendants = true) {}) {
                Text(change.field, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
                Text("${say("screen-correction-before")}: ${change.before}", style = MaterialTheme.typography.bodyLarge)
                Text("${say("screen-correction-after")}: ${change.after}", style = MaterialTheme.typography.labelLarge)
            }
        }
    }
    Heading(say("screen-reason"))
    Paragraph(state.reason)
    val answered = state.answered
    if (answered != null) {
        Sheet(MaterialTheme.colorScheme.primaryContainer) { Paragraph(answered) }
        return
    }
    MainButton(say("screen-correction-agree")) { onTap(Tap.Agree(state.proposal)) }
    var why by rememberSaveable { mutableStateOf("") }
    Heading(say("screen-correction-otherwise"))
    Field(say("screen-correction-why"), why, { why = it }, say("screen-correction-why-hint"), lines = 2)
    OtherButton(say("screen-correction-object")) { onTap(Tap.Object(state.proposal, why)) }
}
