package de.assistenzzeit.ui.employer

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.mutableStateMapOf
import androidx.compose.runtime.remember
import de.assistenzzeit.kit.Differing
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.assistant.Totals
import de.assistenzzeit.ui.parts.Field
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.Lines
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.say

/** Who is here, who is planned, whether anything waits. */
@Composable
fun DeskTodayScreen(state: Screen.DeskToday, onTap: (Tap) -> Unit) {
    Lines(listOf(state.waiting), onTap)
    Heading(say("on-shift"))
    Paragraph(state.onShiftLine)
    Lines(state.onShift, onTap)
    if (state.planned.isNotEmpty()) {
        Heading(say("planned-today"))
        Lines(state.planned, onTap)
    }
    Heading(say("sync"))
    Lines(listOf(state.contact), onTap)
}

/** First what differs, one by one; then one act for the whole month. */
@Composable
fun ApprovalScreen(state: Screen.Approval, onTap: (Tap) -> Unit) {
    val reasons = remember(state.person, state.month) { mutableStateMapOf<String, String>() }
    Paragraph(state.summary)
    if (state.exceptions.isNotEmpty()) {
        Heading(say("exceptions"))
        for (one in state.exceptions) DifferingCard(one, reasons[one.proposal].orEmpty()) { proposal, reason -> reasons[proposal] = reason }
    }
    Lines(state.notices, onTap)
    state.notNow?.let { Paragraph(it) }
    state.approve?.let { label -> MainButton(label) { onTap(Tap.Approve(state.person, state.month, reasons.filterValues { it.isNotBlank() })) } }
    Heading(say("totals"))
    Totals(state.totals)
}

/** One thing to look at. A correction without agreement asks for a reason; without one the month is refused. */
@Composable
private fun DifferingCard(one: Differing, reason: String, onReason: (String, String) -> Unit) {
    Sheet(if (one.blocks) MaterialTheme.colorScheme.errorContainer else MaterialTheme.colorScheme.tertiaryContainer) {
        val ink = if (one.blocks) MaterialTheme.colorScheme.onErrorContainer else MaterialTheme.colorScheme.onTertiaryContainer
        if (one.title.isNotEmpty()) Text(one.title, color = ink, style = MaterialTheme.typography.labelLarge)
        Text(one.line, color = ink, style = MaterialTheme.typography.bodyLarge)
        for (note in one.notes) Text(note, color = ink, style = MaterialTheme.typography.bodyMedium)
        one.proposal?.let { proposal ->
            Field("${say("approve-over")}: ${one.title}", reason, { onReason(proposal, it) }, lines = 2)
        }
    }
}
