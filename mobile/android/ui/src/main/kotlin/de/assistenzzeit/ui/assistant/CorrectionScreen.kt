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
import de.assistenzzeit.ui.parts.Mark
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.say

/** The employer proposes other times. Nothing changes until the assistant agrees. */
@Composable
fun CorrectionScreen(state: Screen.Correction, onTap: (Tap) -> Unit) {
    Mark(state.state)
    Paragraph(state.about)
    Sheet {
        for (change in state.changes) Text(change, style = MaterialTheme.typography.labelLarge)
        Column(Modifier.semantics(mergeDescendants = true) {}) {
            Text(say("reason"), color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
            Paragraph(state.reason)
        }
    }
    val agree = state.agree
    val objection = state.objection
    if (agree == null || objection == null) return
    MainButton(agree) { onTap(Tap.Agree(state.proposal, state.month)) }
    var why by rememberSaveable { mutableStateOf("") }
    Heading(say("not-right"))
    Field(say("why-not"), why, { why = it }, say("why-not-hint"), lines = 2)
    OtherButton(objection) { onTap(Tap.Object(state.proposal, state.month, why)) }
}
