package de.assistenzzeit.kit

import de.assistenzzeit.door.Act as DoorAct
import de.assistenzzeit.door.Button
import de.assistenzzeit.door.Done
import de.assistenzzeit.door.EntryCard
import de.assistenzzeit.door.Mark
import de.assistenzzeit.door.Notice as DoorNotice
import de.assistenzzeit.door.PayLineCard
import de.assistenzzeit.door.PlannedCard
import de.assistenzzeit.door.SyncDone
import de.assistenzzeit.door.StoryLine
import de.assistenzzeit.door.SyncSheet
import de.assistenzzeit.door.TotalLine
import de.assistenzzeit.door.UndoOffer

/*
 * The door's records as lines, steps and acts of a screen. Nothing is computed
 * and no sentence is made; only which word stands where.
 */

internal fun Button.shown(): Act = Act(label, if (act == DoorAct.SYNC) Tap.SyncNow else Tap.Do(act.name), hint)

internal fun Mark.shown(): Step = Step(label, proven, at.orEmpty())

internal fun EntryCard.heading(): String = "$title, $times"

internal fun EntryCard.facts(): Line = Line(worked, parts.joinToString("\n"), listOf(stateLabel).filter { it.isNotEmpty() } + notes)

internal fun EntryCard.shown(): Recorded {
    val line = Line(heading(), (listOf(worked) + parts).joinToString("\n"), facts().marks, Tap.Open(Place.Entry(shift, month)))
    return Recorded(line, marks.map { it.shown() }, known)
}

internal fun PlannedCard.shown(): Line = Line(title, times, listOfNotNull(state) + listOf(note).filter { it.isNotEmpty() })

internal fun TotalLine.shown(): Total = Total(label, length)

internal fun PayLineCard.shown(): Total = Total(label, amount, quantity, why)

internal fun DoorNotice.shown(): Line = Line(sentence, source.orEmpty())

internal fun StoryLine.shown(): Line = Line(sentence, (listOfNotNull(reason) + "$`when`, $who" + notes).joinToString("\n"))

internal fun Done.told(then: Then = Then.Stay): Told = Told(Notice(announcement, acts = listOfNotNull(undo?.shown())), then)

internal fun UndoOffer.shown(): Act = button.shown()

internal fun SyncDone.told(): Told = Told(Notice(announcement))

internal fun SyncSheet.shown(title: String): Screen.Unsent =
    Screen.Unsent(title, headline, unsent.map { Line(it.what, it.at) }, held, lastContact, button.shown())
