package de.assistenzzeit.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import de.assistenzzeit.kit.Notice
import de.assistenzzeit.kit.Shown
import de.assistenzzeit.kit.Tab
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.Icons
import de.assistenzzeit.ui.Rule
import de.assistenzzeit.ui.say

/** Way back, title, notice, the screen itself, the places below. */
@Composable
fun Frame(shown: Shown, onTap: (Tap) -> Unit, content: @Composable ColumnScope.() -> Unit) {
    Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
        Column {
            Box(Modifier.weight(1f).fillMaxWidth(), contentAlignment = Alignment.TopCenter) {
                key(shown.screen.title) {
                    Column(
                        Modifier.widthIn(max = 640.dp).fillMaxWidth().verticalScroll(rememberScrollState())
                            .padding(start = 16.dp, end = 16.dp, top = 12.dp, bottom = 28.dp),
                        verticalArrangement = Arrangement.spacedBy(14.dp),
                    ) {
                        if (shown.canGoBack) BackButton(onTap)
                        Column {
                            Text(
                                shown.screen.title,
                                Modifier.padding(top = if (shown.canGoBack) 0.dp else 12.dp).semantics { heading() },
                                style = titleStyle(),
                            )
                            NoticeBox(shown.notice, onTap)
                        }
                        content()
                    }
                }
            }
            if (shown.tabs.isNotEmpty()) Tabs(shown.tabs, onTap)
        }
    }
}

/** Large already: with large text it grows less, so that long words of one line stay whole. */
@Composable
private fun titleStyle(): TextStyle = MaterialTheme.typography.headlineMedium.let {
    val shrink = maxOf(1f, LocalDensity.current.fontScale / 1.4f)
    it.copy(fontSize = it.fontSize / shrink, lineHeight = it.lineHeight / shrink)
}

@Composable
private fun BackButton(onTap: (Tap) -> Unit) {
    TextButton({ onTap(Tap.Back) }, Modifier.heightIn(min = 48.dp), contentPadding = PaddingValues(horizontal = 4.dp)) {
        Icon(Icons.back, null, Modifier.padding(end = 8.dp).size(22.dp))
        Text(say("back"), style = MaterialTheme.typography.labelLarge)
    }
}

/** Always there, so that a screen reader says what appears in it, once. */
@Composable
private fun NoticeBox(notice: Notice?, onTap: (Tap) -> Unit) {
    Column {
        val colours = MaterialTheme.colorScheme
        val refused = notice?.refused == true
        val colour = if (refused) colours.errorContainer else colours.primaryContainer
        val onColour = if (refused) colours.onErrorContainer else colours.onPrimaryContainer
        Box(Modifier.fillMaxWidth().semantics { liveRegion = if (refused) LiveRegionMode.Assertive else LiveRegionMode.Polite }) {
            if (notice != null) {
                Row(
                    Modifier.padding(top = 14.dp).fillMaxWidth().background(colour, MaterialTheme.shapes.medium).padding(16.dp),
                    horizontalArrangement = Arrangement.spacedBy(12.dp),
                ) {
                    Icon(if (refused) Icons.alert else Icons.check, null, Modifier.size(24.dp), tint = onColour)
                    Text(notice.text, color = onColour, style = MaterialTheme.typography.bodyLarge)
                }
            }
        }
        if (notice != null) {
            for (act in notice.acts) OtherButton(act.label, Modifier.padding(top = 8.dp), act.hint) { onTap(act.tap) }
            QuietButton(say("read")) { onTap(Tap.NoticeRead) }
        }
    }
}

/** The places at the bottom. With large text they stand two in a row, so that no word is cut. */
@Composable
private fun Tabs(tabs: List<Tab>, onTap: (Tap) -> Unit) {
    val perRow = if (LocalDensity.current.fontScale >= 1.5f) 2 else tabs.size
    Surface(color = MaterialTheme.colorScheme.surface) {
        Column(Modifier.selectableGroup()) {
            Rule()
            for (row in tabs.chunked(perRow)) {
                Row(Modifier.fillMaxWidth().padding(horizontal = 6.dp, vertical = 4.dp)) {
                    for (tab in row) TabOf(tab, Modifier.weight(1f), onTap)
                }
            }
        }
    }
}

@Composable
private fun TabOf(tab: Tab, modifier: Modifier, onTap: (Tap) -> Unit) {
    val colours = MaterialTheme.colorScheme
    val colour = if (tab.chosen) colours.onPrimaryContainer else colours.onSurfaceVariant
    Column(
        modifier.heightIn(min = 60.dp)
            .selectable(tab.chosen, role = Role.Tab) { onTap(Tap.Open(tab.place)) }
            .padding(vertical = 4.dp),
        horizontalAlignment = Alignment.CenterHorizontally,
        verticalArrangement = Arrangement.spacedBy(3.dp, Alignment.CenterVertically),
    ) {
        val pill = if (tab.chosen) colours.primaryContainer else colours.surface
        Box(Modifier.background(pill, MaterialTheme.shapes.medium).padding(horizontal = 20.dp, vertical = 4.dp)) {
            Icon(Icons.of(tab.icon), null, Modifier.size(24.dp), tint = colour)
        }
        Text(tab.label, color = colour, style = MaterialTheme.typography.labelMedium, textAlign = TextAlign.Center, maxLines = 2)
    }
}
