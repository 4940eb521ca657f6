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
import de.assistenzzeit.ui.parts.Lines
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.Sections
import de.assistenzzeit.ui.say

/** The rota, week by week. */
@Composable
fun PlanScreen(state: Screen.Plan, onTap: (Tap) -> Unit) {
    for (link in state.links) OtherButton(link.label) { onTap(link.tap) }
    if (state.weeks.isEmpty()) Paragraph(say("screen-plan-empty"))
    Sections(state.weeks, onTap)
}

/** What was asked for, with the answer, and a new request. */
@Composable
fun AbsencesScreen(state: Screen.Absences, onTap: (Tap) -> Unit) {
    var kind by rememberSaveable { mutableStateOf(state.kinds.firstOrNull()?.code.orEmpty()) }
    var from by rememberSaveable { mutableStateOf("") }
    var until by rememberSaveable { mutableStateOf("") }
    var note by rememberSaveable { mutableStateOf("") }
    if (state.requests.isNotEmpty()) {
        Heading(say("screen-absence-asked"))
        Lines(state.requests, onTap)
    }
    Heading(say("screen-absence-new"))
    Choices(state.kinds, kind) { kind = it }
    Field(say("screen-absence-from"), from, { from = it }, say("screen-hint-date"))
    Field(say("screen-absence-until"), until, { until = it }, say("screen-hint-date"))
    Field(say("screen-absence-note"), note, { note = it }, say("screen-absence-note-hint"), lines = 2)
    MainButton(say("screen-absence-send")) { onTap(Tap.RequestAbsence(kind, from, until, note)) }
}
