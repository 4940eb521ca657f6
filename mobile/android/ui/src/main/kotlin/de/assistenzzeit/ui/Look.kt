package de.assistenzzeit.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Shapes
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

/** Colours, type, shapes, words and direction of every screen. */
@Composable
fun Look(words: Words, rightToLeft: Boolean = false, dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) {
    CompositionLocalProvider(
        LocalWords provides words,
        LocalLayoutDirection provides if (rightToLeft) LayoutDirection.Rtl else LayoutDirection.Ltr,
    ) {
        MaterialTheme(if (dark) Dark else Light, Rounded, Type, content)
    }
}

/** A deep green for what can be done, a warm clay for what is running, sand behind it all. */
val Light: ColorScheme = lightColorScheme(
    primary = Color(0xFF0B5D52),
    onPrimary = Color(0xFFFFFFFF),
    primaryContainer = Color(0xFFCFE9E1),
    onPrimaryContainer = Color(0xFF06352E),
    secondary = Color(0xFF49635C),
    onSecondary = Color(0xFFFFFFFF),
    secondaryContainer = Color(0xFFE0EBE6),
    onSecondaryContainer = Color(0xFF1B332C),
    tertiary = Color(0xFF8A3B12),
    onTertiary = Color(0xFFFFFFFF),
    tertiaryContainer = Color(0xFFFBE4D5),
    onTertiaryContainer = Color(0xFF4F1E04),
    error = Color(0xFF9F1D1D),
    onError = Color(0xFFFFFFFF),
    errorContainer = Color(0xFFFADCDA),
    onErrorContainer = Color(0xFF5C0B0B),
    background = Color(0xFFF7F5F0),
    onBackground = Color(0xFF1A1C1B),
    surface = Color(0xFFFFFFFF),
    onSurface = Color(0xFF1A1C1B),
    surfaceVariant = Color(0xFFECEAE3),
    onSurfaceVariant = Color(0xFF454A47),
    surfaceTint = Color(0xFFFFFFFF),
    outline = Color(0xFF6B716D),
    outlineVariant = Color(0xFFD9D8D1),
)

val Dark: ColorScheme = darkColorScheme(
    primary = Color(0xFF8FD6C4),
    onPrimary = Color(0xFF00372F),
    primaryContainer = Color(0xFF17493F),
    onPrimaryContainer = Color(0xFFCFEFE5),
    secondary = Color(0xFFB3CCC3),
    onSecondary = Color(0xFF1F352E),
    secondaryContainer = Color(0xFF2B3D37),
    onSecondaryContainer = Color(0xFFD7E8E1),
    tertiary = Color(0xFFFFB68E),
    onTertiary = Color(0xFF4C1C02),
    tertiaryContainer = Color(0xFF5C2C10),
    onTertiaryContainer = Color(0xFFFFE0D0),
    error = Color(0xFFFFB3AD),
    onError = Color(0xFF5A0709),
    errorContainer = Color(0xFF6B1717),
    onErrorContainer = Color(0xFFFFDEDB),
    background = Color(0xFF121514),
    onBackground = Color(0xFFE6E6E1),
    surface = Color(0xFF1C201E),
    onSurface = Color(0xFFE6E6E1),
    surfaceVariant = Color(0xFF2A2F2D),
    onSurfaceVariant = Color(0xFFC3C9C5),
    surfaceTint = Color(0xFF1C201E),
    outline = Color(0xFF959C98),
    outlineVariant = Color(0xFF3A403D),
)

private val Rounded = Shapes(
    small = RoundedCornerShape(10.dp),
    medium = RoundedCornerShape(18.dp),
    large = RoundedCornerShape(28.dp),
)

private val Type = Typography(
    displayLarge = TextStyle(fontSize = 56.sp, lineHeight = 60.sp, fontWeight = FontWeight.Medium, fontFeatureSettings = "tnum"),
    headlineMedium = TextStyle(fontSize = 28.sp, lineHeight = 34.sp, fontWeight = FontWeight.Bold),
    titleLarge = TextStyle(fontSize = 24.sp, lineHeight = 30.sp, fontWeight = FontWeight.Medium),
    titleMedium = TextStyle(fontSize = 19.sp, lineHeight = 26.sp, fontWeight = FontWeight.Bold),
    bodyLarge = TextStyle(fontSize = 17.sp, lineHeight = 25.sp),
    bodyMedium = TextStyle(fontSize = 16.sp, lineHeight = 23.sp),
    labelLarge = TextStyle(fontSize = 17.sp, lineHeight = 23.sp, fontWeight = FontWeight.Medium),
    labelMedium = TextStyle(fontSize = 14.sp, lineHeight = 18.sp, fontWeight = FontWeight.Medium),
)
