package de.assistenzzeit.ui.assistant

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.kit.Total
import de.assistenzzeit.ui.Rule
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.Lines
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.Mark
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.QuietButton
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.say

/** Where the month stands, what it adds up to and why, and "my month is complete". */
@Composable
fun MonthScreen(state: Screen.Month, onTap: (Tap) -> Unit) {
    Sheet {
        Text(state.state, style = MaterialTheme.typography.titleMedium)
        Paragraph(state.complete)
        state.provisional?.let { Mark(it) }
    }
    Lines(state.notices, onTap)
    Heading(say("totals"))
    Totals(state.totals)
    if (state.pay.isNotEmpty()) {
        Heading(say("pay"))
        Totals(state.pay)
    }
    state.withoutPay?.let { Paragraph(it) }
    if (state.missing.isNotEmpty()) {
        Heading(say("missing"))
        Lines(state.missing, onTap)
    }
    state.declare?.let { MainButton(it.label, it.hint) { onTap(it.tap) } }
    Heading(say("entries"))
    if (state.entries.isEmpty()) Paragraph(say("no-entries")) else Entries(state.entries, onTap)
    for (link in state.links) OtherButton(link.label) { onTap(link.tap) }
}

/** Several employers added up; nobody else sees it. */
@Composable
fun SeveralScreen(state: Screen.Several, onTap: (Tap) -> Unit) {
    Paragraph(state.explanation)
    Totals(state.totals)
    Lines(state.notices, onTap)
}

/** Totals; each opens its explanation by one plain button. */
@Composable
internal fun Totals(totals: List<Total>) {
    if (totals.isEmpty()) return
    Sheet(padded = false) {
        totals.forEachIndexed { n, total ->
            if (n > 0) Rule(Modifier.padding(horizontal = 18.dp))
            TotalOf(total)
        }
    }
}

@Composable
private fun TotalOf(total: Total) {
    var open by rememberSaveable(total.label) { mutableStateOf(false) }
    Column(Modifier.padding(horizontal = 18.dp, vertical = 12.dp)) {
        val figures = Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}
        if (LocalDensity.current.fontScale >= 1.3f) {
            Column(figures) { Figures(total, Modifier) }
        } else {
            Row(figures, horizontalArrangement = Arrangement.spacedBy(12.dp)) { Figures(total, Modifier.weight(1f)) }
        }
        if (total.because.isNotEmpty()) {
            val now = say(if (open) "open" else "closed")
            QuietButton("${say("why")} ${total.label}", Modifier.semantics { stateDescription = now }) { open = !open }
            if (open) {
                for (sentence in total.because) Paragraph(sentence, Modifier.padding(start = 10.dp, bottom = 8.dp))
            }
        }
    }
}

@Composable
private fun Figures(total: Total, modifier: Modifier) {
    Column(modifier) {
        Text(total.label, style = MaterialTheme.typography.bodyLarge)
        if (total.quantity.isNotEmpty()) {
            Text(total.quantity, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
        }
    }
    Text(total.value, style = MaterialTheme.typography.labelLarge)
}
