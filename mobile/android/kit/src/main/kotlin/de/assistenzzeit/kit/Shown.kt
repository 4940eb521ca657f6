package de.assistenzzeit.kit

/** Something to do, as it stands on the button: the visible text is the name. */
data class Act(val label: String, val tap: Tap)

/** What has just happened or was refused. Said once, stays until the next act or until it is read. */
data class Notice(val text: String, val refused: Boolean = false, val undo: Act? = null)

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
    val acts: List<Act> = emptyList(),
)

/** One step of an entry's way: saved here, at the office, seen, approved, with payroll. */
data class Step(val label: String, val at: String?)

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
        val entries: List<Recorded>,
        val contact: Line,
        val links: List<Act>,
    ) : Screen

    data class LateEntry(override val title: String, val day: String, val days: List<Choice>) : Screen

    data class Forgotten(
        override val title: String,
        val sentence: String,
        val shift: String,
        val day: String,
        val suggestion: Act?,
    ) : Screen

    data class Plan(override val title: String, val weeks: List<Section>, val links: List<Act>) : Screen

    data class Absences(override val title: String, val requests: List<Line>, val kinds: List<Choice>) : Screen

    data class Month(
        override val title: String,
        val state: String,
        val provisional: String?,
        val totals: List<Total>,
        val missing: List<Line>,
        val complete: Act?,
        val earlier: Act?,
        val later: Act?,
        val links: List<Act>,
    ) : Screen

    data class History(override val title: String, val days: List<Section>, val earlier: Act?, val later: Act?) : Screen

    data class Entry(
        override val title: String,
        val id: String,
        val facts: List<Line>,
        val steps: List<Step>,
        val story: List<Line>,
        val retract: Boolean,
        val open: Tap,
    ) : Screen

    data class Correction(
        override val title: String,
        val proposal: String,
        val sentence: String,
        val reason: String,
        val fields: List<Change>,
        val answered: String?,
    ) : Screen

    data class Unsent(override val title: String, val sentence: String, val lines: List<Line>, val contact: String) : Screen

    data class WhoSees(override val title: String, val sentence: String, val people: List<Line>) : Screen

    data class Export(override val title: String, val sentence: String, val file: String?) : Screen

    data class Employers(override val title: String, val teams: List<Line>, val chosen: String) : Screen

    data class Pairing(override val title: String, val sentence: String, val digits: String?, val camera: Boolean) : Screen

    data class Settings(override val title: String, val languages: List<Choice>, val chosen: String) : Screen

    data class More(override val title: String, val links: List<Line>) : Screen

    data class DeskToday(override val title: String, val onDuty: List<Line>, val next: List<Line>, val waiting: Line?, val contact: Line) : Screen

    data class Waiting(override val title: String, val sentence: String, val items: List<Line>) : Screen

    data class Approval(
        override val title: String,
        val sentence: String,
        val differences: List<Difference>,
        val agreed: List<Line>,
        val totals: List<Total>,
        val approve: Act?,
        val state: String,
    ) : Screen
}

/** A running shift. The clock on the screen ticks from [startedMs] (ms since 1970) by itself. */
data class Running(val startedMs: Long, val part: RunningPart?)

/** What runs inside the shift, with the act that ends it. */
data class RunningPart(val sentence: String, val startedMs: Long, val end: Act)

/** Something the assistant is asked. */
data class Question(val title: String, val text: String, val acts: List<Act>)

/** One entry in a list, with how far it has come. */
data class Recorded(val line: Line, val steps: List<Step>)

data class Section(val heading: String, val lines: List<Line>)

/** One total with the lines that explain it: span, rule, version, source. */
data class Total(val label: String, val value: String, val because: List<Line> = emptyList())

/** One field of a correction. */
data class Change(val field: String, val before: String, val after: String)

/** One entry that is not as planned. */
data class Difference(val entry: String, val line: Line, val planned: String, val recorded: String, val settled: String?)
