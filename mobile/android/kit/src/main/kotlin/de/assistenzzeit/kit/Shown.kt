package de.assistenzzeit.kit

/** Something to do, as it stands on the button: the visible text is its name, [hint] says what happens then. */
data class Act(val label: String, val tap: Tap, val hint: String = "")

/** What has just happened or was refused. Said once, stays until the next act or until it is read. */
data class Notice(val text: String, val refused: Boolean = false, val acts: List<Act> = emptyList())

/** All that the app shows at a moment. */
data class Shown(val screen: Screen, val tabs: List<Tab>, val notice: Notice? = null, val busy: Boolean = false, val canGoBack: Boolean = false)

/** One of the places at the bottom. [icon] is `today`, `plan`, `month`, `waiting` or `more`. */
data class Tab(val label: String, val icon: String, val place: Place, val chosen: Boolean)

/** A line of a list: finished words. [open] makes the whole line a button. */
data class Line(
    val title: String,
    val detail: String = "",
    val marks: List<String> = emptyList(),
    val open: Tap? = null,
)

/** One step of an entry's way: saved here, at the office, seen, approved, with payroll. [at] says when, if that is known. */
data class Step(val label: String, val reached: Boolean, val at: String = "")

/** A thing to choose from. */
data class Choice(val code: String, val label: String, val note: String = "")

/** What a screen shows. Every word is finished; no screen computes anything. */
sealed interface Screen {
    /** The screen's one main heading. */
    val title: String

    data class Today(
        override val title: String,
        val employer: String,
        val standing: String,
        val running: Running?,
        val main: Act,
        val acts: List<Act>,
        val questions: List<Question>,
        val next: Line?,
        val entries: List<Recorded>,
        val notices: List<Line>,
        val contact: Line,
        val links: List<Act>,
    ) : Screen

    data class LateEntry(override val title: String, val days: List<Choice>, val kinds: List<Choice>) : Screen

    data class Forgotten(
        override val title: String,
        val question: String,
        val shift: String,
        val day: String,
        val planned: Act?,
        val still: Act,
    ) : Screen

    data class Plan(override val title: String, val shifts: List<Line>, val links: List<Act>) : Screen

    data class Month(
        override val title: String,
        val state: String,
        val complete: String,
        val provisional: String?,
        val totals: List<Total>,
        val pay: List<Total>,
        val withoutPay: String?,
        val notices: List<Line>,
        val missing: List<Line>,
        val declare: Act?,
        val entries: List<Recorded>,
        val links: List<Act>,
    ) : Screen

    data class Absences(override val title: String, val asked: List<Asked>, val kinds: List<Choice>) : Screen

    /** A plain list: months, corrections, places that are not needed every day. */
    data class Listing(override val title: String, val intro: String, val lines: List<Line>) : Screen

    data class Entry(
        override val title: String,
        val shift: String,
        val day: String,
        val facts: List<Line>,
        val steps: List<Step>,
        val acts: List<Act>,
        val story: List<Line>,
        val canChange: Boolean,
    ) : Screen

    data class Correction(
        override val title: String,
        val proposal: String,
        val month: String,
        val about: String,
        val reason: String,
        val changes: List<String>,
        val state: String,
        val agree: String?,
        val objection: String?,
    ) : Screen

    data class Unsent(override val title: String, val sentence: String, val lines: List<Line>, val held: String?, val contact: String, val now: Act) : Screen

    data class Export(override val title: String) : Screen

    data class Several(override val title: String, val explanation: String, val totals: List<Total>, val notices: List<Line>) : Screen

    data class Employers(override val title: String, val phones: List<Choice>, val chosen: String) : Screen

    data class Pairing(override val title: String, val phone: String?, val digits: String?, val camera: Boolean) : Screen

    data class Workplace(override val title: String, val lands: List<Choice>) : Screen

    data class Settings(override val title: String, val languages: List<Choice>, val chosen: String) : Screen

    data class DeskToday(
        override val title: String,
        val onShiftLine: String,
        val onShift: List<Line>,
        val planned: List<Line>,
        val waiting: Line,
        val contact: Line,
    ) : Screen

    data class Approval(
        override val title: String,
        val person: String,
        val month: String,
        val summary: String,
        val exceptions: List<Differing>,
        val totals: List<Total>,
        val notices: List<Line>,
        val approve: String?,
        val notNow: String?,
    ) : Screen
}

/** A running shift. The clock on the screen ticks from [startedMs] (ms since 1970) by itself. */
data class Running(val startedMs: Long, val part: RunningPart?, val steps: List<Step> = emptyList(), val known: String = "")

/** What runs inside the shift, with the act that ends it. */
data class RunningPart(val sentence: String, val startedMs: Long, val end: Act?)

/** Something the assistant is asked. */
data class Question(val text: String, val acts: List<Act>)

/** One entry in a list, with how far it has come. */
data class Recorded(val line: Line, val steps: List<Step>, val known: String)

/** An absence that was asked for, with the button that withdraws it. */
data class Asked(val line: Line, val withdraw: Act?)

/** One total with what explains it, sentence by sentence. */
data class Total(val label: String, val value: String, val quantity: String = "", val because: List<String> = emptyList())

/** One thing of a month that differs. With a [proposal] the month is approved over it only with a reason. */
data class Differing(val title: String, val line: String, val notes: List<String>, val blocks: Boolean, val proposal: String?)
