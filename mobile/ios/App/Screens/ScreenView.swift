import AssistenzKit
import SwiftUI

/// The whole app: one state in, taps out. Which screen is drawn by which view stands here.
struct ScreenView: View {
    let screen: Screen
    let onTap: OnTap

    var body: some View {
        switch screen {
        case .today(let state): TodayScreen(state: state, onTap: onTap)
        case .lateEntry(let state): LateEntryScreen(state: state, onTap: onTap)
        case .forgotten(let state): ForgottenScreen(state: state, onTap: onTap)
        case .plan(let state): PlanScreen(state: state, onTap: onTap)
        case .month(let state): MonthScreen(state: state, onTap: onTap)
        case .absences(let state): AbsencesScreen(state: state, onTap: onTap)
        case .listing(let state): ListingScreen(state: state, onTap: onTap)
        case .entry(let state): EntryScreen(state: state, onTap: onTap)
        case .correction(let state): CorrectionScreen(state: state, onTap: onTap)
        case .unsent(let state): UnsentScreen(state: state, onTap: onTap)
        case .export: ExportScreen(onTap: onTap)
        case .several(let state): SeveralScreen(state: state, onTap: onTap)
        case .employers(let state): EmployersScreen(state: state, onTap: onTap)
        case .pairing(let state): PairingScreen(state: state, onTap: onTap)
        case .workplace(_, let lands): WorkplaceScreen(lands: lands, onTap: onTap)
        case .settings(let state): SettingsScreen(state: state, onTap: onTap)
        case .deskToday(let state): DeskTodayScreen(state: state, onTap: onTap)
        case .approval(let state): ApprovalScreen(state: state, onTap: onTap)
        }
    }
}
