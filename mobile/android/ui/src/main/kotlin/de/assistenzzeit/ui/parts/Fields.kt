package de.assistenzzeit.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import de.assistenzzeit.kit.Choice

/** One thing to write. The label stands above and is the field's name; the hint says the form. */
@Composable
fun Field(label: String, value: String, onChange: (String) -> Unit, hint: String = "", digits: Boolean = false, lines: Int = 1) {
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Text(label, Modifier.clearAndSetSemantics {}, style = MaterialTheme.typography.labelLarge)
        OutlinedTextField(
            value,
            onChange,
            Modifier.fillMaxWidth().background(MaterialTheme.colorScheme.surface, MaterialTheme.shapes.small)
                .semantics { contentDescription = label },
            textStyle = MaterialTheme.typography.bodyLarge,
            keyboardOptions = if (digits) KeyboardOptions(keyboardType = KeyboardType.Number) else KeyboardOptions.Default,
            singleLine = lines == 1,
            minLines = lines,
            shape = MaterialTheme.shapes.small,
        )
        if (hint.isNotEmpty()) {
            Text(hint, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
        }
    }
}

/** One of a few, all of them visible. */
@Composable
fun Choices(choices: List<Choice>, chosen: String, onChoose: (String) -> Unit) {
    Sheet(padded = false) {
        Column(Modifier.selectableGroup()) {
            for (choice in choices) {
                Row(
                    Modifier.fillMaxWidth().heightIn(min = 56.dp)
                        .selectable(choice.code == chosen, role = Role.RadioButton) { onChoose(choice.code) }
                        .padding(horizontal = 18.dp, vertical = 8.dp),
                    verticalAlignment = Alignment.CenterVertically,
                    horizontalArrangement = Arrangement.spacedBy(14.dp),
                ) {
                    RadioButton(choice.code == chosen, onClick = null)
                    Column {
                        Text(choice.label, style = MaterialTheme.typography.bodyLarge)
                        if (choice.note.isNotEmpty()) {
                            Text(choice.note, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
                        }
                    }
                }
            }
        }
    }
}
