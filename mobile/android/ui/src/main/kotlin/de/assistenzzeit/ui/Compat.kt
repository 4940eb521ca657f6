package de.assistenzzeit.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp

/*
 * The one file for what Compose has renamed between 1.5 and today, so that the
 * same sources compile here and in the app. Anything the screens need that has
 * two names goes in here, in terms of what has only one.
 */

/** `Divider` until Material 3 1.1, `HorizontalDivider` since. */
@Composable
fun Rule(modifier: Modifier = Modifier) {
    Box(modifier.fillMaxWidth().height(1.dp).background(MaterialTheme.colorScheme.outlineVariant))
}
