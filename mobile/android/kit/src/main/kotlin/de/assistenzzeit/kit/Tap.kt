package de.assistenzzeit.kit

/** Everything that a person can do in the app. A screen hands it on; a presenter carries it out. */
sealed interface Tap {
    /** Goes to a place. */
    data class Open(val place: Place) : Tap

    /** Goes back one place. */
    data object Back : Tap

    /** The notice at the top has been read. */
    data object NoticeRead : Tap

    // Today

    data object ClockIn : Tap

    data object ClockOut : Tap

    /** [kind] is the core's code: `standby`, `call_out`, `unpaid_break` … */
    data class StartPart(val kind: String) : Tap

    data object EndPart : Tap

    /** Nothing happened in the standby of this shift. */
    data class QuietNight(val shift: String) : Tap

    /** Takes the last act back; the record keeps both. */
    data class Undo(val entry: String) : Tap

    // Times written afterwards

    /** A shift written afterwards. Dates are `2026-11-26`, times `08:00`, in the workplace's zone. */
    data class WriteShift(val day: String, val from: String, val until: String, val reason: String) : Tap

    /** When a forgotten shift was over. */
    data class StateEnd(val shift: String, val day: String, val time: String) : Tap

    /** Takes an entry back, with a reason. */
    data class Retract(val entry: String, val reason: String) : Tap

    // Corrections

    data class Agree(val proposal: String) : Tap

    data class Object(val proposal: String, val reason: String) : Tap

    // Month

    data class CompleteMonth(val month: String) : Tap

    // Absences

    /** [kind] is the core's code: `vacation` … */
    data class RequestAbsence(val kind: String, val from: String, val until: String, val note: String) : Tap

    data class WithdrawAbsence(val request: String) : Tap

    // The office, employers, settings

    data object SyncNow : Tap

    data object ExportMine : Tap

    data class ChooseEmployer(val team: String) : Tap

    data class Pair(val code: String) : Tap

    data object PairingConfirmed : Tap

    /** Opens the camera for the pairing code; only the app can. */
    data object ScanCode : Tap

    data class ChooseLanguage(val code: String) : Tap

    // Employer

    /** [with] are the differences that the employer has looked at. */
    data class Approve(val person: String, val month: String) : Tap

    data class AcceptDifference(val person: String, val month: String, val entry: String) : Tap

    data class ProposeCorrection(val entry: String, val from: String, val until: String, val reason: String) : Tap
}

/** A place in the app. Months are `2026-11`. */
sealed interface Place {
    data object Today : Place

    data object LateEntry : Place

    data class Forgotten(val shift: String) : Place

    data object Plan : Place

    data object Absences : Place

    data class Month(val month: String?) : Place

    data class History(val month: String?) : Place

    data class Entry(val entry: String) : Place

    data class Correction(val proposal: String) : Place

    data object Unsent : Place

    data object WhoSees : Place

    data object Export : Place

    data object Employers : Place

    data object Pairing : Place

    data object Settings : Place

    data object More : Place

    data object Waiting : Place

    data class Approval(val person: String, val month: String) : Place
}
