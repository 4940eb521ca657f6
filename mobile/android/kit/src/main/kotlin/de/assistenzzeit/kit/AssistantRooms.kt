package de.assistenzzeit.kit

import de.assistenzzeit.door.Act as DoorAct
import de.assistenzzeit.door.AssistantPhoneInterface
import de.assistenzzeit.door.CorrectionCard
import de.assistenzzeit.door.EntryCard
import de.assistenzzeit.door.Forgotten
import de.assistenzzeit.door.LatePart
import de.assistenzzeit.door.LateShift
import de.assistenzzeit.door.Today
import de.assistenzzeit.door.WhichTime
import java.time.LocalDate
import java.time.YearMonth

/** The assistant's screens of one team, from the door's records. */
internal class AssistantRooms(
    private val phone: AssistantPhoneInterface,
    private val label: (String) -> String,
    private val day: () -> LocalDate,
) {
    /** Shifts of which the person said that they are not forgotten. */
    private val stillWorking = mutableSetOf<String>()

    fun tabs(place: Place): List<Tab> = listOf(
        Tab(label("today"), "today", Place.Today, place == Place.Today),
        Tab(label("plan"), "plan", Place.Plan, place == Place.Plan),
        Tab(label("month"), "month", Place.Month(null), place is Place.Month),
        Tab(label("more"), "more", Place.More, place == Place.More),
    )

    /** The screen of a place; `null` if it is none of the assistant's. */
    fun screen(place: Place): Screen? = when (place) {
        Place.Today -> today(phone.today())
        Place.LateEntry -> lateEntry()
        is Place.Forgotten -> forgotten(place.shift)
        Place.Plan -> plan()
        Place.Absences -> absences()
        is Place.Month -> month(place.month ?: YearMonth.from(day()).toString())
        Place.Months -> Screen.Listing(label("months"), "", phone.history().map { Line(it.title, it.line, open = Tap.Open(Place.Month(it.month))) })
        is Place.Entry -> entry(place)
        Place.Corrections -> Screen.Listing(
            label("corrections"), "", phone.corrections().map { Line(it.title, it.changes.joinToString("\n"), listOf(it.stateLabel), Tap.Open(Place.Correction(it.proposal))) },
        )
        is Place.Correction -> correction(phone.corrections().firstOrNull { it.proposal == place.proposal } ?: throw Gone())
        Place.Unsent -> phone.syncSheet().shown(label("sync"))
        Place.WhoSees -> Screen.Listing(label("readers"), label("no-surveillance"), phone.readers().map { Line(it.what, it.who.joinToString("\n")) })
        Place.Export -> Screen.Export(label("everything"))
        Place.Workplace -> Screen.Workplace(label("place"), phone.lands().map { Choice(it.code, it.label) })
        else -> null
    }

    fun links(): List<Line> = listOf(
        Line(label("corrections"), open = Tap.Open(Place.Corrections)),
        Line(label("months"), open = Tap.Open(Place.Months)),
        Line(label("absences"), open = Tap.Open(Place.Absences)),
        Line(label("late-entry"), open = Tap.Open(Place.LateEntry)),
        Line(label("sync"), open = Tap.Open(Place.Unsent)),
        Line(label("readers"), open = Tap.Open(Place.WhoSees)),
        Line(label("everything"), open = Tap.Open(Place.Export)),
        Line(label("place"), open = Tap.Open(Place.Workplace)),
    )

    private fun today(today: Today): Screen.Today {
        val part = today.running?.part
        val end = today.more.firstOrNull { it.act == DoorAct.END_PART && part != null }
        val forgotten = today.forgotten?.takeIf { it.shift !in stillWorking }
        val answer = today.toAnswer?.let { Question(it, listOf(Act(label("look-at"), Tap.Open(Place.Corrections)))) }
        return Screen.Today(
            title = label("today"),
            employer = today.employer,
            standing = today.headline,
            running = today.running?.let { running ->
                val inside = part?.let { RunningPart("${it.label} ${it.since}", it.startedMs, end?.shown()) }
                Running(running.startedMs, inside, running.marks.map { it.shown() }, running.marks.lastOrNull { it.proven }?.label.orEmpty())
            },
            main = today.main.shown(),
            acts = (today.more - setOfNotNull(end)).map { it.shown() },
            questions = listOfNotNull(forgotten?.shown(), answer),
            next = today.next?.shown(),
            entries = today.entries.map { it.shown() },
            notices = today.notices.map { it.shown() },
            contact = Line(today.syncLine, open = Tap.Open(Place.Unsent)),
            links = listOf(Act(label("late-entry"), Tap.Open(Place.LateEntry))),
        )
    }

    private fun Forgotten.planned(): Act? = plannedEndLabel?.let { Act(it, Tap.EndAsPlanned(shift)) }

    private fun Forgotten.still(): Act = Act(stillWorkingLabel, Tap.StillWorking(shift))

    private fun Forgotten.shown(): Question =
        Question(question, listOfNotNull(planned(), Act(otherLabel, Tap.Open(Place.Forgotten(shift))), still()))

    private fun forgotten(shift: String): Screen {
        val asked = phone.today().forgotten?.takeIf { it.shift == shift } ?: throw Gone()
        return Screen.Forgotten(asked.otherLabel, asked.question, shift, Typed.shown(asked.day), asked.planned(), asked.still())
    }

    private fun lateEntry(): Screen {
        val today = day()
        val days = listOf("today" to today, "yesterday" to today.minusDays(1)).map { (word, day) ->
            val shown = Typed.shown(day.toString())
            Choice(shown, "${label(word)}, $shown")
        }
        return Screen.LateEntry(label("late-entry"), days, phone.kinds().map { Choice(it.code, it.label) })
    }

    private fun plan(): Screen {
        val today = day().toString()
        val month = YearMonth.from(day())
        val shifts = listOf(month, month.plusMonths(1)).flatMap { phone.plan(it.toString()) }.filter { it.day >= today }
        return Screen.Plan(label("plan"), shifts.map { it.shown() }, listOf(Act(label("absences"), Tap.Open(Place.Absences))))
    }

    private fun absences(): Screen {
        val asked = phone.absences().map { card ->
            val line = Line(card.title, card.sentences.joinToString("\n"), listOf(card.stateLabel))
            Asked(line, card.withdrawLabel?.let { Act(it, Tap.WithdrawAbsence(card.id)) })
        }
        return Screen.Absences(label("absences"), asked, phone.absenceKinds().map { Choice(it.code, it.label) })
    }

    private fun month(month: String): Screen {
        val sheet = phone.month(month)
        val corrections = if (sheet.corrections.isEmpty()) emptyList() else listOf(Act(label("corrections"), Tap.Open(Place.Corrections)))
        return Screen.Month(
            title = sheet.title,
            state = sheet.stateLabel,
            complete = sheet.completeLabel,
            provisional = sheet.provisionalNote,
            totals = sheet.totals.map { it.shown() },
            pay = sheet.pay.map { it.shown() } + listOfNotNull(sheet.payAmount?.let { Total(label("several-pay"), it) }),
            withoutPay = sheet.withoutPay,
            notices = sheet.notices.map { it.shown() },
            missing = sheet.missing.map { Line(it, open = Tap.Open(Place.LateEntry)) },
            declare = sheet.completeButton?.let { Act(it, Tap.CompleteMonth(month)) },
            entries = sheet.entries.map { it.shown() },
            links = corrections + Act(label("months"), Tap.Open(Place.Months)),
        )
    }

    private fun entry(place: Place.Entry): Screen {
        val card = phone.month(place.month).entries.firstOrNull { it.shift == place.shift } ?: throw Gone()
        val quiet = Act(label("nothing-happened"), Tap.NothingHappened(card.shift))
        return Screen.Entry(
            card.heading(), card.shift, Typed.shown(card.day), listOf(card.facts()), card.marks.map { it.shown() },
            if (card.canSayNothingHappened) listOf(quiet) else emptyList(), phone.story(card.shift).map { it.shown() }, card.canChange,
        )
    }

    private fun correction(card: CorrectionCard): Screen = Screen.Correction(
        label("correction"), card.proposal, card.month, card.title, card.reason, card.changes,
        listOfNotNull(card.stateLabel, card.answerReason).joinToString(": "), card.agreeLabel, card.objectLabel,
    )

    /** Carries a tap out; `null` if it is none of the assistant's. */
    fun act(tap: Tap): Told? = when (tap) {
        is Tap.Do -> phone.tap(DoorAct.valueOf(tap.act)).told()
        is Tap.EndAsPlanned -> phone.endAsPlanned(tap.shift).told(Then.Go(Place.Today))
        is Tap.EndAt -> phone.endAt(tap.shift, Typed.day(tap.day), tap.time.trim(), tap.which.door()).told(Then.Go(Place.Today))
        is Tap.StillWorking -> {
            stillWorking += tap.shift
            Told(then = Then.Go(Place.Today))
        }
        is Tap.WriteShift -> phone.writeShift(tap.door()).told(Then.Back)
        is Tap.Correct -> phone.correct(tap.shift, Typed.day(tap.day), tap.from.trim(), tap.until.trim(), tap.which.door(), tap.reason).told(Then.Back)
        is Tap.Retract -> phone.retract(tap.shift, tap.reason).told(Then.Back)
        is Tap.NothingHappened -> phone.nothingHappened(tap.shift).told()
        is Tap.Agree -> phone.agree(tap.proposal, tap.month).told()
        is Tap.Object -> phone.`object`(tap.proposal, tap.month, tap.reason).told()
        is Tap.RequestAbsence -> phone.requestAbsence(tap.kind, Typed.day(tap.first), Typed.day(tap.last), tap.note).told()
        is Tap.WithdrawAbsence -> phone.withdrawAbsence(tap.absence).told()
        is Tap.CompleteMonth -> phone.completeMonth(tap.month).told()
        is Tap.ChooseLand -> phone.setPlace(tap.code, emptyList(), "Europe/Berlin").told(Then.Back)
        Tap.SyncNow -> phone.syncNow(SITTING_MS).told()
        Tap.ExportMine -> Told(outside = Outside.Save(phone.everything().map { MyFile(it.name, it.mediaType, it.bytes) }))
        else -> null
    }

    private fun Tap.WriteShift.door(): LateShift {
        val day = Typed.day(day)
        val parts = part?.let { listOf(LatePart(it.kind, day, it.from.trim(), it.until.trim(), which.door())) }
        return LateShift(day, from.trim(), until.trim(), which.door(), reason, parts.orEmpty())
    }
}

/** So long a sitting may take that a person began. */
internal const val SITTING_MS: ULong = 60_000uL

/** What was to be shown is no longer there. */
internal class Gone : IllegalStateException("no_such_entry")

internal fun Which.door(): WhichTime = when (this) {
    Which.NOT_ASKED -> WhichTime.NOT_ASKED
    Which.FIRST -> WhichTime.FIRST
    Which.SECOND -> WhichTime.SECOND
}
