package de.assistenzzeit.ui.assistant

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.parts.Choices
import de.assistenzzeit.ui.parts.Field
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.LineOf
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.QuietButton
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.say

/** A new request, and what became of the ones before. Nobody has to name an illness. */
@Composable
fun AbsencesScreen(state: Screen.Absences, onTap: (Tap) -> Unit) {
    var kind by rememberSaveable { mutableStateOf(state.kinds.firstOrNull()?.code.orEmpty()) }
    var first by rememberSaveable { mutableStateOf("") }
    var last by rememberSaveable { mutableStateOf("") }
    var note by rememberSaveable { mutableStateOf("") }
    Heading(say("absence-new"))
    Choices(state.kinds, kind) { kind = it }
    Field(say("first-day"), first, { first = it }, say("day-hint"))
    Field(say("last-day"), last, { last = it }, say("day-hint"))
    Field(say("absence-note"), note, { note = it }, say("absence-note-hint"), lines = 2)
    MainButton(say("absence-send")) { onTap(Tap.RequestAbsence(kind, first, last, note)) }
    if (state.asked.isEmpty()) return
    Heading(say("absence-asked"))
    for (asked in state.asked) {
        Sheet(padded = false) {
            LineOf(asked.line, onTap)
            asked.withdraw?.let { QuietButton(it.label) { onTap(it.tap) } }
        }
    }
}
