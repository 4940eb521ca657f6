package de.assistenzzeit.kit

import de.assistenzzeit.door.EmployerCard
import de.assistenzzeit.door.PairingState
import de.assistenzzeit.door.PhoneException
import de.assistenzzeit.door.PhonesInterface
import java.time.LocalDate
import java.time.YearMonth

/** What the app remembers beside the record: whose team was open, which language was chosen. */
interface Memory {
    var phone: String?
    var language: String?
}

/**
 * The whole app behind its screens: the phones of this device, one per team.
 * Which record becomes which screen stands in [AssistantRooms] and [EmployerRooms].
 */
class Door(
    private val phones: PhonesInterface,
    private val memory: Memory,
    private val camera: Boolean,
    private val day: () -> LocalDate = LocalDate::now,
) : Behind {
    /** A team of which this device is a phone, in one of the two roles. */
    private data class Seat(val card: EmployerCard, val employs: Boolean) {
        val code = card.id + if (employs) ":employer" else ""
    }

    private val assistants = mutableMapOf<String, AssistantRooms>()
    private val employers = mutableMapOf<String, EmployerRooms>()

    private fun seats(): List<Seat> = phones.employers().flatMap { card ->
        listOfNotNull(Seat(card, false).takeIf { card.worksHere }, Seat(card, true).takeIf { card.employsHere })
    }

    private fun seat(): Seat? = seats().let { all -> all.firstOrNull { it.code == memory.phone } ?: all.firstOrNull() }

    @Synchronized
    private fun assistant(id: String) = assistants.getOrPut(id) { AssistantRooms(phones.assistant(id), phones::label, day) }

    @Synchronized
    private fun employer(id: String) = employers.getOrPut(id) { EmployerRooms(phones.employer(id), phones::label) }

    override fun screen(place: Place): Screen {
        val seat = seat() ?: return if (place == Place.Settings) settings() else pairing()
        val id = seat.card.id
        return when (place) {
            Place.Pairing -> pairing()
            Place.Employers -> employers(seat)
            Place.Settings -> settings()
            Place.Several -> several()
            Place.More -> more(seat)
            else -> (if (seat.employs) employer(id).screen(place) else assistant(id).screen(place)) ?: throw Gone()
        }
    }

    override fun tabs(place: Place): List<Tab> {
        val seat = seat() ?: return emptyList()
        return if (seat.employs) employer(seat.card.id).tabs(place) else assistant(seat.card.id).tabs(place)
    }

    private fun more(seat: Seat): Screen {
        val own = if (seat.employs) employer(seat.card.id).links() else assistant(seat.card.id).links()
        val several = Line(phones.label("several"), open = Tap.Open(Place.Several)).takeIf { seats().count { !it.employs } > 1 }
        val language = phones.languages().firstOrNull { it.code == phones.language() }?.label.orEmpty()
        return Screen.Listing(
            phones.label("more"), "",
            own + listOfNotNull(several) + Line(phones.label("employers"), seat.card.name, open = Tap.Open(Place.Employers)) +
                Line(phones.label("language"), language, open = Tap.Open(Place.Settings)),
        )
    }

    private fun employers(chosen: Seat): Screen {
        val all = seats()
        val choices = all.map { seat ->
            val twice = all.count { it.card.id == seat.card.id } > 1
            val role = phones.label(if (seat.employs) "as-employer" else "as-assistant")
            Choice(seat.code, if (twice) "${seat.card.name}, $role" else seat.card.name)
        }
        return Screen.Employers(phones.label("employers"), choices, chosen.code)
    }

    private fun pairing(): Screen {
        val asked = phones.pairings().firstOrNull()
        return Screen.Pairing(phones.label("pair"), asked?.id, asked?.digits, camera)
    }

    private fun several(): Screen {
        val sheet = phones.several(YearMonth.from(day()).toString())
        return Screen.Several("${phones.label("several")}, ${sheet.title}", sheet.explanation, (sheet.lines + sheet.total).map { it.shown() }, sheet.notices.map { it.shown() })
    }

    private fun settings(): Screen {
        val languages = phones.languages().map { Choice(it.code, it.label, if (it.machineMade) phones.label("machine-made") else "") }
        return Screen.Settings(phones.label("language"), languages, phones.language())
    }

    override fun act(tap: Tap): Told = try {
        carryOut(tap)
    } catch (refused: PhoneException.Refused) {
        instead(tap, refused) ?: throw refused
    }

    private fun carryOut(tap: Tap): Told = when (tap) {
        is Tap.Pair -> {
            phones.pair(tap.code.trim())
            Told(then = Then.Go(Place.Pairing))
        }
        is Tap.LookIfPaired -> look(tap.phone)
        Tap.ScanCode -> Told(outside = Outside.ReadCode)
        is Tap.ChooseEmployer -> {
            memory.phone = tap.phone
            Told(then = Then.Go(Place.Today))
        }
        is Tap.ChooseLanguage -> {
            phones.setLanguage(tap.code)
            memory.language = tap.code
            Told()
        }
        else -> {
            val seat = seat() ?: throw Gone()
            (if (seat.employs) employer(seat.card.id).act(tap) else assistant(seat.card.id).act(tap)) ?: throw Gone()
        }
    }

    private fun look(id: String): Told = when (phones.lookIfPaired(id)) {
        PairingState.WAITING -> Told(Notice(phones.sentence("waiting_for_confirmation"), refused = true))
        PairingState.OVER -> Told(Notice(phones.sentence("pairing_over"), refused = true))
        PairingState.PAIRED -> {
            val seat = seats().first { it.card.id == id }
            memory.phone = seat.code
            // The first sitting brings plan and contract. If it fails, everything works without them.
            val synced = runCatching { if (seat.employs) phones.employer(id).syncNow(SITTING_MS) else phones.assistant(id).syncNow(SITTING_MS) }
            val sentences = listOfNotNull(phones.label("pair-done"), synced.exceptionOrNull()?.let { sentence(it) })
            Told(Notice(sentences.joinToString(" ")), Then.Go(Place.Today))
        }
    }

    /** Where a refusal can be helped with a question of its own. */
    private fun instead(tap: Tap, refused: PhoneException.Refused): Told? {
        if (refused.code == "no_place") return Told(Notice(refused.sentence, refused = true), Then.Go(Place.Workplace))
        if (refused.code != "typed_time_twice") return null
        fun either(which: Which): Tap? = when (tap) {
            is Tap.EndAt -> tap.copy(which = which)
            is Tap.WriteShift -> tap.copy(which = which)
            is Tap.Correct -> tap.copy(which = which)
            else -> null
        }
        val acts = listOf("first-time" to Which.FIRST, "second-time" to Which.SECOND)
            .mapNotNull { (word, which) -> either(which)?.let { Act(phones.label(word), it) } }
        return Told(Notice(refused.sentence, refused = true, acts = acts))
    }

    override fun sentence(problem: Throwable): String = when (problem) {
        is PhoneException.Refused -> problem.sentence
        is PhoneException.Fault -> problem.sentence
        is Gone -> phones.sentence("no_such_entry")
        else -> phones.label("went-wrong")
    }
}
