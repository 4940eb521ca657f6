package de.assistenzzeit.ui.assistant

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import de.assistenzzeit.kit.Choice
import de.assistenzzeit.kit.Part
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.parts.Choices
import de.assistenzzeit.ui.parts.Field
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.say

/** A shift written down afterwards. What was typed stays if it is refused. */
@Composable
fun LateEntryScreen(state: Screen.LateEntry, onTap: (Tap) -> Unit) {
    var day by rememberSaveable { mutableStateOf(state.days.firstOrNull()?.code.orEmpty()) }
    var from by rememberSaveable { mutableStateOf("") }
    var until by rememberSaveable { mutableStateOf("") }
    var kind by rememberSaveable { mutableStateOf("") }
    var partFrom by rememberSaveable { mutableStateOf("") }
    var partUntil by rememberSaveable { mutableStateOf("") }
    var reason by rememberSaveable { mutableStateOf("") }
    Paragraph(say("late-intro"))
    Heading(say("which-day"))
    Choices(state.days, day) { day = it }
    Field(say("other-day"), day, { day = it }, say("day-hint"))
    Field(say("from"), from, { from = it }, say("time-hint"))
    Field(say("to"), until, { until = it }, say("to-hint"))
    Heading(say("add-part"))
    Choices(listOf(Choice("", say("no-part"))) + state.kinds, kind) { kind = it }
    if (kind.isNotEmpty()) {
        Field(say("part-from"), partFrom, { partFrom = it }, say("time-hint"))
        Field(say("part-to"), partUntil, { partUntil = it }, say("to-hint"))
    }
    Field(say("reason"), reason, { reason = it }, say("reason-hint"), lines = 2)
    MainButton(say("save-late")) {
        val part = if (kind.isEmpty()) null else Part(kind, partFrom, partUntil)
        onTap(Tap.WriteShift(day, from, until, reason, part))
    }
}

/** "When did you stop?" The plan is offered, never taken by itself. */
@Composable
fun ForgottenScreen(state: Screen.Forgotten, onTap: (Tap) -> Unit) {
    var day by rememberSaveable { mutableStateOf(state.day) }
    var time by rememberSaveable { mutableStateOf("") }
    Paragraph(state.question)
    state.planned?.let { planned -> MainButton(planned.label) { onTap(planned.tap) } }
    OtherButton(state.still.label) { onTap(state.still.tap) }
    Heading(say("other-time"))
    Field(say("day"), day, { day = it }, say("day-hint"))
    Field(say("to"), time, { time = it }, say("time-hint"))
    MainButton(say("save-end")) { onTap(Tap.EndAt(state.shift, day, time)) }
}
