package de.assistenzzeit.ui.assistant

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.parts.Choices
import de.assistenzzeit.ui.parts.Field
import de.assistenzzeit.ui.parts.Lines
import de.assistenzzeit.ui.parts.MainButton
import de.assistenzzeit.ui.parts.OtherButton
import de.assistenzzeit.ui.parts.Paragraph
import de.assistenzzeit.ui.parts.Sheet
import de.assistenzzeit.ui.say

/** The way to everything that is not needed every day. */
@Composable
fun MoreScreen(state: Screen.More, onTap: (Tap) -> Unit) {
    Lines(state.links, onTap)
}

/** What the office does not have yet, one by one, and when it was last heard. */
@Composable
fun UnsentScreen(state: Screen.Unsent, onTap: (Tap) -> Unit) {
    Paragraph(state.sentence)
    Lines(state.lines, onTap)
    Paragraph(state.contact)
    MainButton(say("screen-unsent-now")) { onTap(Tap.SyncNow) }
}

@Composable
fun WhoSeesScreen(state: Screen.WhoSees, onTap: (Tap) -> Unit) {
    Paragraph(state.sentence)
    Lines(state.people, onTap)
}

/** Everything about me, in a file of my own. */
@Composable
fun ExportScreen(state: Screen.Export, onTap: (Tap) -> Unit) {
    Paragraph(state.sentence)
    MainButton(say("screen-export-now")) { onTap(Tap.ExportMine) }
    state.file?.let { Paragraph(it) }
}

@Composable
fun EmployersScreen(state: Screen.Employers, onTap: (Tap) -> Unit) {
    Lines(state.teams, onTap)
    OtherButton(say("screen-employers-add")) { onTap(Tap.Open(Place.Pairing)) }
}

/** A code from the employer; then six digits that both sides compare. */
@Composable
fun PairingScreen(state: Screen.Pairing, onTap: (Tap) -> Unit) {
    var code by rememberSaveable { mutableStateOf("") }
    Paragraph(state.sentence)
    val digits = state.digits
    if (digits != null) {
        Sheet(MaterialTheme.colorScheme.primaryContainer) {
            Text(
                digits.chunked(3).joinToString(" "),
                Modifier.fillMaxWidth().semantics { contentDescription = digits.toList().joinToString(" ") },
                color = MaterialTheme.colorScheme.onPrimaryContainer,
                style = MaterialTheme.typography.displayLarge,
                textAlign = TextAlign.Center,
            )
        }
        MainButton(say("screen-pairing-confirmed")) { onTap(Tap.PairingConfirmed) }
        return
    }
    Field(say("screen-pairing-code"), code, { code = it }, say("screen-pairing-code-hint"), lines = 3)
    MainButton(say("screen-pairing-go")) { onTap(Tap.Pair(code)) }
    if (state.camera) OtherButton(say("screen-pairing-scan")) { onTap(Tap.ScanCode) }
}

@Composable
fun SettingsScreen(state: Screen.Settings, onTap: (Tap) -> Unit) {
    Choices(state.languages, state.chosen) { onTap(Tap.ChooseLanguage(it)) }
}
