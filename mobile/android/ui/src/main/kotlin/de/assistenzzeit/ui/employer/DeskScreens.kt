package de.assistenzzeit.ui.employer

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import de.assistenzzeit.kit.Difference
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.assistant.Totals
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.LineOf
import de.assistenzzeit.ui.parts.Lines
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.Mark
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.say

/** Who is here, who comes next, whether anything waits. */
@Composable
fun DeskTodayScreen(state: Screen.DeskToday, onTap: (Tap) -> Unit) {
    state.waiting?.let { Lines(listOf(it), onTap) }
    Heading(say("screen-desk-on-duty"))
    if (state.onDuty.isEmpty()) Paragraph(say("screen-desk-nobody"))
    Lines(state.onDuty, onTap)
    if (state.next.isNotEmpty()) {
        Heading(say("screen-desk-next"))
        Lines(state.next, onTap)
    }
    Heading(say("screen-today-office"))
    Lines(listOf(state.contact), onTap)
}

@Composable
fun WaitingScreen(state: Screen.Waiting, onTap: (Tap) -> Unit) {
    Paragraph(state.sentence)
    Lines(state.items, onTap)
}

/** First what is not as planned, one by one; then one act for the whole month. */
@Composable
fun ApprovalScreen(state: Screen.Approval, onTap: (Tap) -> Unit) {
    Paragraph(state.sentence)
    Mark(state.state)
    if (state.differences.isNotEmpty()) {
        Heading(say("screen-approval-differences"))
        for (difference in state.differences) DifferenceCard(difference, onTap)
    }
    state.approve?.let { MainButton(it.label) { onTap(it.tap) } }
    Heading(say("screen-month-totals"))
    Totals(state.totals)
    if (state.agreed.isNotEmpty()) {
        Heading(say("screen-approval-as-planned"))
        Lines(state.agreed, onTap)
    }
}

@Composable
private fun DifferenceCard(difference: Difference, onTap: (Tap) -> Unit) {
    Sheet(if (difference.settled == null) MaterialTheme.colorScheme.tertiaryContainer else MaterialTheme.colorScheme.surface, padded = false) {
        LineOf(difference.line, onTap) {
            Paragraph(difference.planned)
            Paragraph(difference.recorded)
            difference.settled?.let { Mark(it, good = true) }
        }
    }
}
