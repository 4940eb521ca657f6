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

/** A plain list with a sentence above it: months, corrections, who sees what, the way to everything else. */
@Composable
fun ListingScreen(state: Screen.Listing, onTap: (Tap) -> Unit) {
    if (state.intro.isNotEmpty()) Paragraph(state.intro)
    Lines(state.lines, onTap)
}

@Composable
fun PlanScreen(state: Screen.Plan, onTap: (Tap) -> Unit) {
    if (state.shifts.isEmpty()) Paragraph(say("no-plan"))
    Lines(state.shifts, onTap)
    for (link in state.links) OtherButton(link.label) { onTap(link.tap) }
}

/** What the office does not have yet, one by one, and when it was last heard. */
@Composable
fun UnsentScreen(state: Screen.Unsent, onTap: (Tap) -> Unit) {
    Paragraph(state.sentence)
    Lines(state.lines, onTap)
    state.held?.let { Paragraph(it) }
    Paragraph(state.contact)
    MainButton(state.now.label, state.now.hint) { onTap(state.now.tap) }
}

/** Everything about me, in files of my own. */
@Composable
fun ExportScreen(onTap: (Tap) -> Unit) {
    Paragraph(say("everything-intro"))
    MainButton(say("save-files")) { onTap(Tap.ExportMine) }
}

@Composable
fun EmployersScreen(state: Screen.Employers, onTap: (Tap) -> Unit) {
    Choices(state.phones, state.chosen) { onTap(Tap.ChooseEmployer(it)) }
    OtherButton(say("add-employer")) { onTap(Tap.Open(Place.Pairing)) }
}

/** A code from the employer; then six digits that both sides compare. */
@Composable
fun PairingScreen(state: Screen.Pairing, onTap: (Tap) -> Unit) {
    val digits = state.digits
    val phone = state.phone
    if (digits != null && phone != null) {
        Paragraph(say("pair-digits"))
        Sheet(MaterialTheme.colorScheme.primaryContainer) {
            Text(
                digits.filter { it.isDigit() }.chunked(3).joinToString(" "),
                Modifier.fillMaxWidth().semantics { contentDescription = digits.toList().joinToString(" ") },
                color = MaterialTheme.colorScheme.onPrimaryContainer,
                style = MaterialTheme.typography.displayLarge,
                textAlign = TextAlign.Center,
            )
        }
        Paragraph(say("pair-waiting"))
        MainButton(say("pair-look")) { onTap(Tap.LookIfPaired(phone)) }
        return
    }
    var code by rememberSaveable { mutableStateOf("") }
    Paragraph(say("pair-hint"))
    Field(say("pair-code"), code, { code = it }, lines = 3)
    MainButton(say("pair-go")) { onTap(Tap.Pair(code)) }
    if (state.camera) OtherButton(say("pair-scan")) { onTap(Tap.ScanCode) }
    Paragraph(say("no-surveillance"))
}

/** Which Land; it decides on the holidays. Nobody asks where exactly. */
@Composable
fun WorkplaceScreen(state: Screen.Workplace, onTap: (Tap) -> Unit) {
    Paragraph(say("place-hint"))
    Choices(state.lands, "") { onTap(Tap.ChooseLand(it)) }
}

@Composable
fun SettingsScreen(state: Screen.Settings, onTap: (Tap) -> Unit) {
    Choices(state.languages, state.chosen) { onTap(Tap.ChooseLanguage(it)) }
}
