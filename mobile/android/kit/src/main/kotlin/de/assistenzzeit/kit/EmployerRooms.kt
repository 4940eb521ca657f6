package de.assistenzzeit.kit

import de.assistenzzeit.door.EmployerPhoneInterface
import de.assistenzzeit.door.OverObjection

/** The employer's screens of one team, from the door's records. */
internal class EmployerRooms(private val phone: EmployerPhoneInterface, private val label: (String) -> String) {
    fun tabs(place: Place): List<Tab> = listOf(
        Tab(label("today"), "today", Place.Today, place == Place.Today),
        Tab(label("waiting"), "waiting", Place.Waiting, place == Place.Waiting),
        Tab(label("more"), "more", Place.More, place == Place.More),
    )

    /** The screen of a place; `null` if it is none of the employer's. */
    fun screen(place: Place): Screen? = when (place) {
        Place.Today -> today()
        Place.Waiting -> phone.today().let { today ->
            val lines = today.waiting.map { Line(it.title, it.line, open = Tap.Open(Place.Approval(it.person, it.month))) }
            Screen.Listing(label("waiting"), today.waitingLine, lines)
        }
        is Place.Approval -> approval(place)
        Place.Unsent -> phone.syncSheet().shown(label("sync"))
        else -> null
    }

    fun links(): List<Line> = listOf(Line(label("sync"), open = Tap.Open(Place.Unsent)))

    private fun today(): Screen {
        val today = phone.today()
        return Screen.DeskToday(
            today.title, today.onShiftLine, today.onShift.map { Line(it.name, it.line) }, today.planned.map { Line(it) },
            Line(today.waitingLine, open = Tap.Open(Place.Waiting)), Line(today.syncLine, open = Tap.Open(Place.Unsent)),
        )
    }

    private fun approval(place: Place.Approval): Screen {
        val sheet = phone.approval(place.person, place.month)
        return Screen.Approval(
            title = sheet.title,
            person = place.person,
            month = place.month,
            summary = sheet.summary,
            exceptions = sheet.exceptions.map { Differing(it.title, it.line, it.notes, it.blocks, it.proposal) },
            totals = sheet.totals.map { it.shown() } + listOfNotNull(sheet.payAmount?.let { Total(label("pay"), it) }),
            notices = sheet.notices.map { it.shown() },
            approve = sheet.approveLabel.takeIf { sheet.canApprove },
            notNow = sheet.notNow,
        )
    }

    /** Carries a tap out; `null` if it is none of the employer's. */
    fun act(tap: Tap): Told? = when (tap) {
        is Tap.Approve -> {
            val over = tap.over.map { (proposal, reason) -> OverObjection(proposal, reason) }
            phone.approve(tap.person, tap.month, over).told(Then.Go(Place.Waiting))
        }
        Tap.SyncNow -> phone.syncNow(SITTING_MS).told()
        else -> null
    }
}
