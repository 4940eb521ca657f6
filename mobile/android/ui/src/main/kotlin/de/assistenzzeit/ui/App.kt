package de.assistenzzeit.ui

import androidx.compose.runtime.Composable
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Shown
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.ui.assistant.AbsencesScreen
import de.assistenzzeit.ui.assistant.CorrectionScreen
import de.assistenzzeit.ui.assistant.EmployersScreen
import de.assistenzzeit.ui.assistant.EntryScreen
import de.assistenzzeit.ui.assistant.ExportScreen
import de.assistenzzeit.ui.assistant.ForgottenScreen
import de.assistenzzeit.ui.assistant.LateEntryScreen
import de.assistenzzeit.ui.assistant.ListingScreen
import de.assistenzzeit.ui.assistant.MonthScreen
import de.assistenzzeit.ui.assistant.PairingScreen
import de.assistenzzeit.ui.assistant.PlanScreen
import de.assistenzzeit.ui.assistant.SettingsScreen
import de.assistenzzeit.ui.assistant.SeveralScreen
import de.assistenzzeit.ui.assistant.TodayScreen
import de.assistenzzeit.ui.assistant.UnsentScreen
import de.assistenzzeit.ui.assistant.WorkplaceScreen
import de.assistenzzeit.ui.employer.ApprovalScreen
import de.assistenzzeit.ui.employer.DeskTodayScreen
import de.assistenzzeit.ui.parts.Frame

/** The whole app: one state in, taps out. Which screen is drawn by which function stands here. */
@Composable
fun App(shown: Shown, onTap: (Tap) -> Unit) {
    Frame(shown, onTap) {
        when (val screen = shown.screen) {
            is Screen.Today -> TodayScreen(screen, onTap)
            is Screen.LateEntry -> LateEntryScreen(screen, onTap)
            is Screen.Forgotten -> ForgottenScreen(screen, onTap)
            is Screen.Plan -> PlanScreen(screen, onTap)
            is Screen.Absences -> AbsencesScreen(screen, onTap)
            is Screen.Month -> MonthScreen(screen, onTap)
            is Screen.Listing -> ListingScreen(screen, onTap)
            is Screen.Entry -> EntryScreen(screen, onTap)
            is Screen.Correction -> CorrectionScreen(screen, onTap)
            is Screen.Unsent -> UnsentScreen(screen, onTap)
            is Screen.Export -> ExportScreen(onTap)
            is Screen.Several -> SeveralScreen(screen, onTap)
            is Screen.Employers -> EmployersScreen(screen, onTap)
            is Screen.Pairing -> PairingScreen(screen, onTap)
            is Screen.Workplace -> WorkplaceScreen(screen, onTap)
            is Screen.Settings -> SettingsScreen(screen, onTap)
            is Screen.DeskToday -> DeskTodayScreen(screen, onTap)
            is Screen.Approval -> ApprovalScreen(screen, onTap)
        }
    }
}
