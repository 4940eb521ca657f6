package de.assistenzzeit.kit

/** Everything that a person can do in the app. A screen hands it on; a presenter carries it out. */
sealed interface Tap {
    /** Goes to a place. */
    data class Open(val place: Place) : Tap

    /** Goes back one place. */
    data object Back : Tap

    /** The notice at the top has been read. */
    data object NoticeRead : Tap

    /** One of the day's buttons; [act] is the name the core gave it. */
    data class Do(val act: String) : Tap

    /** The forgotten shift ended as planned. */
    data class EndAsPlanned(val shift: String) : Tap

    /** The forgotten shift ended then. Days and times as they were typed. */
    data class EndAt(val shift: String, val day: String, val time: String, val which: Which = Which.NOT_ASKED) : Tap

    /** The shift was not forgotten. */
    data class StillWorking(val shift: String) : Tap

    /** A shift written down afterwards. */
    data class WriteShift(
        val day: String,
        val from: String,
        val until: String,
        val reason: String,
        val part: Part? = null,
        val which: Which = Which.NOT_ASKED,
    ) : Tap

    /** Begin and end of an entry set right. */
    data class Correct(
        val shift: String,
        val day: String,
        val from: String,
        val until: String,
        val reason: String,
        val which: Which = Which.NOT_ASKED,
    ) : Tap

    /** An entry taken back. */
    data class Retract(val shift: String, val reason: String) : Tap

    /** Nothing happened in the standby of this entry. */
    data class NothingHappened(val shift: String) : Tap

    data class Agree(val proposal: String, val month: String) : Tap

    data class Object(val proposal: String, val month: String, val reason: String) : Tap

    data class CompleteMonth(val month: String) : Tap

    /** [kind] is the core's code: `vacation`, `sick` … Days as they were typed. */
    data class RequestAbsence(val kind: String, val first: String, val last: String, val note: String) : Tap

    data class WithdrawAbsence(val absence: String) : Tap

    data object SyncNow : Tap

    data object ExportMine : Tap

    data class ChooseEmployer(val phone: String) : Tap

    data class Pair(val code: String) : Tap

    /** Asks the office whether the employer has confirmed. */
    data class LookIfPaired(val phone: String) : Tap

    /** Opens the camera for the pairing code; only the app can. */
    data object ScanCode : Tap

    data class ChooseLanguage(val code: String) : Tap

    /** Where this phone clocks in. */
    data class ChooseLand(val code: String) : Tap

    /** The employer approves; [over] gives a reason for each correction without agreement. */
    data class Approve(val person: String, val month: String, val over: Map<String, String>) : Tap
}

/** A break, standby or call-out inside a shift written down afterwards; [kind] is the core's code. */
data class Part(val kind: String, val from: String, val until: String)

/** Which of the two times is meant in the hour that the clocks repeat in autumn. */
enum class Which { NOT_ASKED, FIRST, SECOND }

/** A place in the app. Months are `2026-11`. */
sealed interface Place {
    data object Today : Place

    data object LateEntry : Place

    data class Forgotten(val shift: String) : Place

    data object Plan : Place

    data class Month(val month: String?) : Place

    data object Months : Place

    data class Entry(val shift: String, val month: String) : Place

    data object Absences : Place

    data object Corrections : Place

    data class Correction(val proposal: String) : Place

    data object Unsent : Place

    data object WhoSees : Place

    data object Export : Place

    data object Several : Place

    data object Employers : Place

    data object Pairing : Place

    data object Workplace : Place

    data object Settings : Place

    data object More : Place

    data object Waiting : Place

    data class Approval(val person: String, val month: String) : Place
}
