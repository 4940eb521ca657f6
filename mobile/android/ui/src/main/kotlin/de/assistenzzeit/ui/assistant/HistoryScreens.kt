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
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.QuietButton
import de.assistenzzeit.ui.parts.Sections
import de.assistenzzeit.ui.say

/** All entries of a month, day by day. */
@Composable
fun HistoryScreen(state: Screen.History, onTap: (Tap) -> Unit) {
    if (state.days.isEmpty()) Paragraph(say("screen-history-empty"))
    Sections(state.days, onTap)
    state.earlier?.let { QuietButton(it.label) { onTap(it.tap) } }
    state.later?.let { QuietButton(it.label) { onTap(it.tap) } }
}

/** One entry: what it says, how far it has come, everything that ever happened to it. */
@Composable
fun EntryScreen(state: Screen.Entry, onTap: (Tap) -> Unit) {
    Lines(state.facts, onTap)
    Heading(say("screen-entry-way"))
    LongWay(state.steps)
    if (state.story.isNotEmpty()) {
        Heading(say("screen-entry-story"))
        Lines(state.story, onTap)
    }
    if (state.retract) {
        var reason by rememberSaveable { mutableStateOf("") }
        Heading(say("screen-entry-retract-heading"))
        Paragraph(say("screen-entry-retract-intro"))
        Field(say("screen-reason"), reason, { reason = it }, lines = 2)
        OtherButton(say("screen-entry-retract")) { onTap(Tap.Retract(state.id, reason)) }
    }
}
