package de.assistenzzeit.ui.assistant

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.parts.Field
import de.assistenzzeit.ui.parts.Heading
import de.assistenzzeit.ui.parts.Lines
import de.assistenzzeit.ui.parts.LongWay
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.say

/** One entry: what it says, how far it has come, what was said about it, and how to set it right. */
@Composable
fun EntryScreen(state: Screen.Entry, onTap: (Tap) -> Unit) {
    Lines(state.facts, onTap)
    for (act in state.acts) OtherButton(act.label, hint = act.hint) { onTap(act.tap) }
    Heading(say("known"))
    LongWay(state.steps)
    Heading(say("story"))
    Lines(state.story, onTap)
    if (!state.canChange) return
    var day by rememberSaveable { mutableStateOf(state.day) }
    var from by rememberSaveable { mutableStateOf("") }
    var until by rememberSaveable { mutableStateOf("") }
    var reason by rememberSaveable { mutableStateOf("") }
    Heading(say("correct"))
    Paragraph(say("change-intro"))
    Field(say("day"), day, { day = it }, say("day-hint"))
    Field(say("from"), from, { from = it }, say("time-hint"))
    Field(say("to"), until, { until = it }, say("to-hint"))
    Field(say("reason"), reason, { reason = it }, say("reason-hint"), lines = 2)
    MainButton(say("save-times")) { onTap(Tap.Correct(state.shift, day, from, until, reason)) }
    Paragraph(say("retract-intro"))
    OtherButton(say("retract")) { onTap(Tap.Retract(state.shift, reason)) }
}
