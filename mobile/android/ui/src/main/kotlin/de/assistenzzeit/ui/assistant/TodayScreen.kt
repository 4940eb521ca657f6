package de.assistenzzeit.ui.assistant

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import de.assistenzzeit.kit.Question
import de.assistenzzeit.kit.Recorded
import de.assistenzzeit.kit.RunningPart
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.Icons
import de.assistenzzeit.ui.Rule
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.LargeButton
import de.assistenzzeit.ui.parts.LineOf
import de.assistenzzeit.ui.parts.Lines
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.RunningTime
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.parts.ShortWay
import de.assistenzzeit.ui.say

/** Begin, end, what runs, what is asked, what was recorded last. */
@Composable
fun TodayScreen(state: Screen.Today, onTap: (Tap) -> Unit) {
    if (state.employer.isNotEmpty()) Paragraph(state.employer)
    for (question in state.questions) QuestionCard(question, onTap)
    Standing(state)
    LargeButton(state.main.label, state.main.hint, state.running != null, if (state.running == null) Icons.start else Icons.stop) {
        onTap(state.main.tap)
    }
    state.running?.part?.let { RunningPartCard(it, onTap) }
    for (act in state.acts) OtherButton(act.label, hint = act.hint) { onTap(act.tap) }
    Lines(state.notices, onTap)
    state.next?.let {
        Heading(say("next"))
        Lines(listOf(it), onTap)
    }
    if (state.entries.isNotEmpty()) {
        Heading(say("last-shifts"))
        Entries(state.entries, onTap)
    }
    Heading(say("sync"))
    Lines(listOf(state.contact), onTap)
    for (link in state.links) OtherButton(link.label) { onTap(link.tap) }
}

@Composable
private fun RunningPartCard(part: RunningPart, onTap: (Tap) -> Unit) {
    Sheet(MaterialTheme.colorScheme.tertiaryContainer) {
        val ink = MaterialTheme.colorScheme.onTertiaryContainer
        Text(part.sentence, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, color = ink, style = MaterialTheme.typography.labelLarge)
        RunningTime(part.startedMs, MaterialTheme.typography.titleLarge.copy(color = ink))
        part.end?.let { MainButton(it.label, it.hint) { onTap(it.tap) } }
    }
}

/** Entries with how far each has come. */
@Composable
internal fun Entries(entries: List<Recorded>, onTap: (Tap) -> Unit) {
    Sheet(padded = false) {
        entries.forEachIndexed { n, entry ->
            if (n > 0) Rule(Modifier.padding(horizontal = 18.dp))
            LineOf(entry.line, onTap) { ShortWay(entry.steps, entry.known) }
        }
    }
}

/** What runs, said once when it changes. The ticking clock is not part of what is said. */
@Composable
private fun Standing(state: Screen.Today) {
    Column(
        Modifier.fillMaxWidth().padding(vertical = 8.dp),
        horizontalAlignment = Alignment.CenterHorizontally,
        verticalArrangement = Arrangement.spacedBy(4.dp),
    ) {
        Text(
            state.standing,
            Modifier.semantics { liveRegion = LiveRegionMode.Polite },
            style = MaterialTheme.typography.titleMedium,
            textAlign = TextAlign.Center,
        )
        state.running?.let { RunningTime(it.startedMs) }
    }
}

@Composable
private fun QuestionCard(question: Question, onTap: (Tap) -> Unit) {
    Sheet(MaterialTheme.colorScheme.tertiaryContainer) {
        val ink = MaterialTheme.colorScheme.onTertiaryContainer
        Text(question.text, Modifier.semantics { heading() }, color = ink, style = MaterialTheme.typography.titleMedium)
        question.acts.forEachIndexed { n, act ->
            if (n == 0) MainButton(act.label, act.hint) { onTap(act.tap) } else OtherButton(act.label, hint = act.hint) { onTap(act.tap) }
        }
    }
}
