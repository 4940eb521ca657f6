package de.assistenzzeit.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import de.assistenzzeit.kit.Step
import de.assistenzzeit.ui.Icons
import de.assistenzzeit.ui.say

/** How far an entry has come, in one row: a bar per step, and the farthest that is proven in words. */
@Composable
fun ShortWay(steps: List<Step>, known: String) {
    Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
        Row(horizontalArrangement = Arrangement.spacedBy(4.dp)) {
            for (step in steps) {
                val colour = if (step.reached) MaterialTheme.colorScheme.primary else MaterialTheme.colorScheme.outlineVariant
                Box(Modifier.weight(1f).height(5.dp).background(colour, CircleShape))
            }
        }
        Text(known, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
    }
}

/** The whole way with the time of each step. A step without proof is shown as not yet reached. */
@Composable
fun LongWay(steps: List<Step>) {
    Sheet {
        for (step in steps) {
            val told = if (step.reached) "" else say("not-yet")
            Row(
                Modifier.fillMaxWidth().semantics(mergeDescendants = true) { if (told.isNotEmpty()) stateDescription = told },
                verticalAlignment = Alignment.CenterVertically,
                horizontalArrangement = Arrangement.spacedBy(14.dp),
            ) {
                val colours = MaterialTheme.colorScheme
                if (step.reached) {
                    Box(Modifier.size(28.dp).background(colours.primary, CircleShape), contentAlignment = Alignment.Center) {
                        Icon(Icons.check, null, Modifier.size(18.dp), tint = colours.onPrimary)
                    }
                } else {
                    Box(Modifier.size(28.dp).border(2.dp, colours.outline, CircleShape))
                }
                Column {
                    Text(step.label, style = MaterialTheme.typography.labelLarge)
                    if (step.at.isNotEmpty()) Text(step.at, color = colours.onSurfaceVariant, style = MaterialTheme.typography.bodyMedium)
                }
            }
        }
    }
}
