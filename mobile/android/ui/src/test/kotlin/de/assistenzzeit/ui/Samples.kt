package de.assistenzzeit.ui

import de.assistenzzeit.kit.Act
import de.assistenzzeit.kit.Asked
import de.assistenzzeit.kit.Choice
import de.assistenzzeit.kit.Differing
import de.assistenzzeit.kit.Line
import de.assistenzzeit.kit.Notice
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Question
import de.assistenzzeit.kit.Recorded
import de.assistenzzeit.kit.Running
import de.assistenzzeit.kit.RunningPart
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Shown
import de.assistenzzeit.kit.Step
import de.assistenzzeit.kit.Tab
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.kit.Total

/** Every screen once, with words as long as they come in real life. */
object Samples {
    private val begun = java.time.Instant.parse("2026-11-26T06:00:00Z").toEpochMilli()
    val now: Long = java.time.Instant.parse("2026-11-26T10:14:09Z").toEpochMilli()

    private fun steps(reached: Int) = listOf("hier gespeichert", "beim Büro", "von der Arbeitgeber:in gesehen", "freigegeben", "bei der Lohnabrechnung")
        .mapIndexed { n, label -> Step(label, n < reached, if (n < reached) "Do 26. Nov. ${"%02d".format(n + 7)}:0$n" else "") }

    private fun act(label: String, code: String, hint: String = "") = Act(label, Tap.Do(code), hint)

    private val contact = Line("Alles ist beim Büro.", "Letzter Kontakt: Do 26. Nov. 11:02.", open = Tap.Open(Place.Unsent))
    private val waiting = Line("3 Buchungen warten auf das Büro.", "Letzter Kontakt: Mi 25. Nov. 19:40.", open = Tap.Open(Place.Unsent))
    private val law = Line("Nach diesem Dienst fehlt eine Stunde bis zu elf Stunden Ruhezeit.", "§ 5 Abs. 1 ArbZG, Stand 2026-01")

    private val morning = Recorded(
        Line("Do 26. Nov., 07:00 bis 08:10", "1:10 Stunden", listOf("nachgetragen, nicht gestempelt"), Tap.Open(Place.Entry("a", "2026-11"))),
        steps(2), "beim Büro",
    )
    private val night = Recorded(
        Line("Di 24. Nov., 20:00 bis Mi 25. Nov. 08:00", "12:00 Stunden · Bereitschaft: 23:00 bis 05:00", open = Tap.Open(Place.Entry("b", "2026-11"))),
        steps(4), "freigegeben",
    )

    private val idle = Screen.Today(
        "Heute", "Ada Muster", "Keine Schicht läuft.", null, act("Kommen", "CLOCK_IN", "Beginnt jetzt eine Schicht."), emptyList(), emptyList(),
        Line("Freitag, 27. November", "08:00 bis 16:30"), listOf(morning, night), emptyList(), contact, listOf(Act("Schicht nachtragen", Tap.Open(Place.LateEntry))),
    )
    private val running = idle.copy(
        standing = "Schicht läuft seit 07:00.",
        running = Running(begun, null),
        main = act("Gehen", "CLOCK_OUT", "Beendet die laufende Schicht jetzt."),
        acts = listOf(
            act("Pause", "START_BREAK", "Beginnt jetzt eine unbezahlte Pause."), act("Bereitschaft", "START_STANDBY"), act("Rufbereitschaft", "START_ON_CALL"),
            act("Fahrt", "START_TRAVEL"), act("Besprechung", "START_MEETING"), act("Fortbildung", "START_TRAINING"),
        ),
        entries = emptyList(),
        contact = waiting,
    )
    private val standby = running.copy(
        running = Running(begun, RunningPart("Bereitschaft seit 09:30", begun + 9_000_000, act("Beenden", "END_PART"))),
        acts = listOf(act("Einsatz", "START_CALL_OUT", "Beginnt jetzt einen Einsatz in der Bereitschaft."), act("Nichts vorgefallen", "NOTHING_HAPPENED")),
    )
    private val asked = idle.copy(
        questions = listOf(
            Question(
                "Deine Schicht läuft seit Mi 25. Nov. 08:00. Wann war Schluss?",
                listOf(
                    Act("16:30, wie geplant", Tap.EndAsPlanned("s")), Act("Andere Zeit angeben", Tap.Open(Place.Forgotten("s"))),
                    Act("Ich arbeite noch", Tap.StillWorking("s")),
                ),
            ),
            Question("Eine Korrektur wartet auf deine Antwort.", listOf(Act("Ansehen", Tap.Open(Place.Corrections)))),
        ),
        notices = listOf(law),
    )

    private val why = listOf(
        "So 8. Nov. 22:00 bis 24:00: 2:00 Stunden Nacht, 25 %. § 3b Abs. 1 Nr. 1 EStG, Stand 2026-01.",
        "Mo 9. Nov. 00:00 bis 04:00: 4:00 Stunden, 40 %, begonnen vor Mitternacht. § 3b Abs. 3 Nr. 1 EStG, Stand 2026-01.",
    )
    private val totals = listOf(Total("Arbeit", "122:30 Stunden"), Total("Bereitschaft", "24:00 Stunden"), Total("Einsatz", "1:15 Stunden"))
    private val pay = listOf(
        Total("Grundlohn", "2.033,50 €", "122:30 Stunden", why.take(1)), Total("Zuschlag Nacht 25 %", "58,10 €", "14:00 Stunden", why),
        Total("Zuschlag Sonntag 50 %", "66,40 €", "8:00 Stunden", why.take(1)),
    )

    private val story = listOf(
        Line("Ganze Schicht nachgetragen: Do 26. Nov. 07:00 bis Do 26. Nov. 08:15.", "Grund: Telefon vergessen\nDo 26. Nov. 12:10, du, Telefon\nDurch eine spätere Angabe ersetzt."),
        Line("Selbst korrigiert: Ende Do 26. Nov. 08:10 statt Do 26. Nov. 08:15.", "Grund: Vertippt\nDo 26. Nov. 12:14, du, Telefon\nNoch nicht im Büro angekommen."),
    )

    private val correction = Screen.Correction(
        "Korrektur", "p", "2026-11", "Di 24. Nov., 08:00 bis 17:00", "Wir waren um halb fünf fertig, danach hast du auf den Bus gewartet.",
        listOf("Ende: 17:00, vorgeschlagen 16:30"), "wartet auf Antwort", "Zustimmen", "Widersprechen",
    )

    private val plain: Map<String, Screen> = mapOf(
        "today-idle" to idle,
        "today-running" to running,
        "today-standby" to standby,
        "today-asked" to asked,
        "late-entry" to Screen.LateEntry(
            "Schicht nachtragen",
            listOf(Choice("26.11.2026", "Heute, 26.11.2026"), Choice("25.11.2026", "Gestern, 25.11.2026")),
            listOf(Choice("unpaid_break", "Pause"), Choice("standby", "Bereitschaft"), Choice("travel", "Fahrt")),
        ),
        "forgotten" to Screen.Forgotten(
            "Wann war Schluss?", "Deine Schicht läuft seit Mi 25. Nov. 08:00. Wann war Schluss?", "s", "25.11.2026",
            Act("16:30, wie geplant", Tap.EndAsPlanned("s")), Act("Ich arbeite noch", Tap.StillWorking("s")),
        ),
        "plan" to Screen.Plan(
            "Plan",
            listOf(Line("Freitag, 27. November", "08:00 bis 16:30"), Line("Samstag, 28. November", "20:00 bis So 29. Nov. 08:00", listOf("Nachtdienst mit Bereitschaft")), Line("Montag, 30. November", "08:00 bis 16:30", listOf("abgesagt"))),
            listOf(Act("Abwesenheiten", Tap.Open(Place.Absences))),
        ),
        "absences" to Screen.Absences(
            "Abwesenheiten",
            listOf(
                Asked(Line("Urlaub, Mo 21. Dez. 2026 bis Mi 23. Dez. 2026 (3 Tage)", "Verbraucht 3 Tage Urlaub.", listOf("wartet auf Entscheidung")), Act("Urlaub, Mo 21. Dez. 2026 bis Mi 23. Dez. 2026 (3 Tage) zurückziehen", Tap.WithdrawAbsence("r"))),
                Asked(Line("Krank, Mi 4. Nov. 2026", "Eine Bescheinigung ist noch nicht nötig.", listOf("gemeldet")), null),
            ),
            listOf(Choice("vacation", "Urlaub"), Choice("sick", "Krank"), Choice("child_sick", "Kind krank"), Choice("unpaid_leave", "Unbezahlter Urlaub")),
        ),
        "month" to Screen.Month(
            "November 2026", "offen", "Noch nicht für vollständig erklärt.", "Vorläufig: kann sich bis zur Freigabe noch ändern.", totals, pay, null, listOf(law),
            listOf(Line("Mi 18. Nov., 08:00 bis 16:30", open = Tap.Open(Place.LateEntry))), Act("November 2026 für vollständig erklären", Tap.CompleteMonth("2026-11")),
            listOf(morning, night), listOf(Act("Monate", Tap.Open(Place.Months))),
        ),
        "months" to Screen.Listing(
            "Monate", "", listOf(Line("November 2026", "offen, 122:30 Stunden", open = Tap.Open(Place.Month("2026-11"))), Line("Oktober 2026", "freigegeben, 131:00 Stunden", open = Tap.Open(Place.Month("2026-10")))),
        ),
        "entry" to Screen.Entry(
            "Do 26. Nov., 07:00 bis 08:10", "a", "26.11.2026", listOf(Line("1:10 Stunden", "Pause: 07:30 bis 07:40", listOf("nachgetragen, nicht gestempelt"))), steps(3), emptyList(), story, true,
        ),
        "entry-approved" to Screen.Entry("Di 24. Nov., 20:00 bis Mi 25. Nov. 08:00", "b", "24.11.2026", listOf(Line("12:00 Stunden", "Bereitschaft: 23:00 bis 05:00")), steps(5), listOf(Act("Nichts vorgefallen", Tap.NothingHappened("b"))), story.take(1), false),
        "corrections" to Screen.Listing(
            "Korrekturen", "", listOf(Line("Di 24. Nov., 08:00 bis 17:00", "wartet auf Antwort", open = Tap.Open(Place.Correction("p"))), Line("Mo 2. Nov., 08:00 bis 16:00", "zugestimmt", open = Tap.Open(Place.Correction("q")))),
        ),
        "correction" to correction,
        "correction-answered" to correction.copy(state = "widersprochen", agree = null, objection = null),
        "unsent" to Screen.Unsent(
            "Telefon und Büro", "3 Buchungen warten auf das Büro.", listOf(Line("Kommen", "Do 26. Nov. 07:00"), Line("Beginn: Pause", "Do 26. Nov. 09:30"), Line("Ende eines Teils", "Do 26. Nov. 10:00")),
            "Das Büro hält eine Buchung zurück, bis die Arbeitgeber:in entscheidet.", "Letzter Kontakt: Mi 25. Nov. 19:40.", Act("Jetzt abgleichen", Tap.SyncNow, "Bringt Aufgezeichnetes zum Büro und holt Neues."),
        ),
        "who-sees" to Screen.Listing(
            "Wer was sehen darf", "Kein Standort, keine Biometrie, kein Foto. Niemals.", listOf(Line("Deine Stunden", "Ada Muster, Jo Beispiel (Vertretung)"), Line("Dein Vertrag", "Ada Muster"), Line("Name und Kontakt", "Ada Muster")),
        ),
        "export" to Screen.Export("Alles über mich sichern"),
        "several" to Screen.Several(
            "Alle Arbeitgeber:innen zusammen", "Arbeitszeiten bei mehreren Arbeitgeber:innen zählen nach dem Arbeitszeitgesetz zusammen. Diese Summe siehst nur du.",
            listOf(Total("Ada Muster", "122:30 Stunden"), Total("Verein Nordlicht", "30:00 Stunden"), Total("Zusammen", "152:30 Stunden")), listOf(law),
        ),
        "employers" to Screen.Employers("Arbeitgeber:innen", listOf(Choice("1", "Ada Muster"), Choice("2", "Verein Nordlicht")), "1"),
        "pairing" to Screen.Pairing("Telefon koppeln", null, null, true),
        "pairing-digits" to Screen.Pairing("Telefon koppeln", "1", "482917", true),
        "workplace" to Screen.Workplace("Wo arbeitest du?", listOf(Choice("BW", "Baden-Württemberg"), Choice("BY", "Bayern"), Choice("BE", "Berlin"), Choice("NW", "Nordrhein-Westfalen"))),
        "settings" to Screen.Settings(
            "Sprache",
            listOf(
                Choice("de", "Deutsch"), Choice("de-simple", "Deutsch in Leichter Sprache"), Choice("en", "English"),
                Choice("pl", "Polski", "Diese Sprache wurde von einer Maschine übersetzt und noch nicht geprüft. Im Zweifel gilt Deutsch."), Choice("ar", "العربية"),
            ),
            "de",
        ),
        "more" to Screen.Listing(
            "Mehr", "",
            listOf(
                Line("Korrekturen", open = Tap.Open(Place.Corrections)), Line("Monate", open = Tap.Open(Place.Months)), Line("Telefon und Büro", open = Tap.Open(Place.Unsent)),
                Line("Wer was sehen darf", open = Tap.Open(Place.WhoSees)), Line("Alles über mich sichern", open = Tap.Open(Place.Export)),
                Line("Arbeitgeber:innen", "Ada Muster", open = Tap.Open(Place.Employers)), Line("Sprache", "Deutsch", open = Tap.Open(Place.Settings)),
            ),
        ),
        "desk-today" to Screen.DeskToday(
            "Donnerstag, 26. November", "Eine Person ist im Dienst.", listOf(Line("Kim Beispiel", "seit 07:00, Bereitschaft")), listOf(Line("Noor Haddad: 16:30 bis 22:00")),
            Line("Ein Monat wartet auf Sie.", open = Tap.Open(Place.Waiting)), contact,
        ),
        "waiting" to Screen.Listing(
            "Wartet auf Sie", "",
            listOf(
                Line("Kim Beispiel, November 2026", "für vollständig erklärt, wartet auf Ihre Freigabe", open = Tap.Open(Place.Approval("k", "2026-11"))),
                Line("Noor Haddad, Oktober 2026", "einer Korrektur wurde widersprochen", open = Tap.Open(Place.Approval("n", "2026-10"))),
            ),
        ),
        "approval" to Screen.Approval(
            "Kim Beispiel, November 2026", "k", "2026-11", "30 Schichten wie geplant, eine weicht ab, ein Vorschlag ist nicht beantwortet oder abgelehnt, eine Sache ist zu klären, ein Hinweis.",
            listOf(
                Differing("Mi 25. Nov.", "Die Schicht läuft seit Mi 25. Nov. 08:00. Das Gehen fehlt.", listOf("Fragen Sie, wann die Schicht zu Ende war. Das Ende trägt die Assistent:in nach, oder Sie schlagen es vor."), true, null),
                Differing("Mo 23. Nov.", "Geplant 08:00 bis 16:00, aufgezeichnet 08:00 bis 17:10: 1:10 Stunden später beendet.", listOf("Dazu gesagt: „Der Arzttermin hat länger gedauert.“"), false, null),
                Differing("Di 24. Nov.", "Ihr Vorschlag: Ende Di 24. Nov. 16:30 statt Di 24. Nov. 17:00. Begründung: „Schon um halb fünf weg“", listOf("Widersprochen: „Ich habe auf den Bus gewartet“"), false, "p"),
            ),
            totals, listOf(law), "Freigabe für Kim Beispiel, November 2026", "In diesem Monat läuft noch eine Schicht, oder eine ist ungeklärt.",
        ),
    )

    private val home = setOf("today-idle", "today-running", "today-standby", "today-asked", "plan", "month", "more", "desk-today", "waiting")

    private fun tabs(name: String, screen: Screen): List<Tab> = when {
        name == "desk-today" || name == "waiting" || name == "approval" -> listOf(
            Tab("Heute", "today", Place.Today, name == "desk-today"), Tab("Wartet auf Sie", "waiting", Place.Waiting, name == "waiting"), Tab("Mehr", "more", Place.More, false),
        )
        screen is Screen.Pairing -> emptyList()
        else -> listOf(
            Tab("Heute", "today", Place.Today, screen is Screen.Today), Tab("Plan", "plan", Place.Plan, screen is Screen.Plan),
            Tab("Monat", "month", Place.Month(null), screen is Screen.Month), Tab("Mehr", "more", Place.More, name == "more"),
        )
    }

    val all: Map<String, Shown> = plain.mapValues { (name, screen) -> Shown(screen, tabs(name, screen), canGoBack = name !in home) } + mapOf(
        "notice-done" to Shown(idle, tabs("today-idle", idle), Notice("Gegangen: Do 26. Nov. 16:32. Auf diesem Telefon gespeichert.", acts = listOf(act("Rückgängig", "UNDO", "Nimmt den letzten Tipp zurück.")))),
        "notice-refused" to Shown(
            plain.getValue("late-entry"), tabs("late-entry", idle), Notice("Diese Uhrzeit gibt es in der Nacht der Zeitumstellung zweimal.", refused = true, acts = listOf(Act("Die erste, noch Sommerzeit", Tap.Back), Act("Die zweite, schon Winterzeit", Tap.NoticeRead))), canGoBack = true,
        ),
    )
}
