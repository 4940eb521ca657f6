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
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.say

/** A shift written afterwards. What was typed stays if it is refused. */
@Composable
fun LateEntryScreen(state: Screen.LateEntry, onTap: (Tap) -> Unit) {
    var day by rememberSaveable { mutableStateOf(state.day) }
    var from by rememberSaveable { mutableStateOf("") }
    var until by rememberSaveable { mutableStateOf("") }
    var reason by rememberSaveable { mutableStateOf("") }
    Paragraph(say("screen-late-intro"))
    Heading(say("screen-late-day"))
    Choices(state.days, day) { day = it }
    Field(say("screen-late-other-day"), day, { day = it }, say("screen-hint-date"))
    Field(say("screen-late-from"), from, { from = it }, say("screen-hint-time"))
    Field(say("screen-late-until"), until, { until = it }, say("screen-late-until-hint"))
    Field(say("screen-reason"), reason, { reason = it }, say("screen-late-reason-hint"), lines = 2)
    MainButton(say("screen-late-save")) { onTap(Tap.WriteShift(day, from, until, reason)) }
}

/** "When was it over?" The plan is offered, never taken by itself. */
@Composable
fun ForgottenScreen(state: Screen.Forgotten, onTap: (Tap) -> Unit) {
    var day by rememberSaveable { mutableStateOf(state.day) }
    var time by rememberSaveable { mutableStateOf("") }
    Paragraph(state.sentence)
    state.suggestion?.let { planned -> MainButton(planned.label) { onTap(planned.tap) } }
    Heading(say("screen-forgotten-other"))
    Field(say("screen-forgotten-day"), day, { day = it }, say("screen-hint-date"))
    Field(say("screen-forgotten-time"), time, { time = it }, say("screen-hint-time"))
    MainButton(say("screen-forgotten-save")) { onTap(Tap.StateEnd(state.shift, day, time)) }
}
