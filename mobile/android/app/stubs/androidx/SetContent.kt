@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.activity.compose

import androidx.activity.ComponentActivity
import androidx.compose.runtime.Composable

/** Stands in for androidx.activity-compose, see [ComponentActivity]. */
fun ComponentActivity.setContent(content: @Composable () -> Unit) = Unit

@Composable
fun BackHandler(enabled: Boolean = true, onBack: () -> Unit) = Unit
