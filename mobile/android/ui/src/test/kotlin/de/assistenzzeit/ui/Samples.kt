package de.assistenzzeit.ui

import de.assistenzzeit.kit.Act
import de.assistenzzeit.kit.Change
import de.assistenzzeit.kit.Choice
import de.assistenzzeit.kit.Difference
import de.assistenzzeit.kit.Line
import de.assistenzzeit.kit.Notice
import de.assistenzzeit.kit.Place
import de.assistenzzeit.kit.Question
import de.assistenzzeit.kit.Recorded
import de.assistenzzeit.kit.Running
import de.assistenzzeit.kit.RunningPart
import de.assistenzzeit.kit.Screen
import de.assistenzzeit.kit.Section
import de.assistenzzeit.kit.Shown
import de.assistenzzeit.kit.Step
import de.assistenzzeit.kit.Tab
import de.assistenzzeit.kit.Tap
import de.assistenzzeit.kit.Total

/** Every screen once, with words as long as they come in real life. */
object Samples {
    private val begun = java.time.Instant.parse("2026-11-26T06:00:00Z").toEpochMilli()
    val now: Long = java.time.Instant.parse("2026-11-26T10:14:09Z").toEpochMilli()

    private fun steps(reached: Int) = listOf("Hier gespeichert", "Beim Büro", "Von der Arbeitgeber:in gesehen", "Freigegeben", "Beim Lohnbüro")
        .mapIndexed { n, label -> Step(label, if (n < reached) "Do 26. Nov. 0${n + 7}:0$n" else null) }

    private val contact = Line("Alles ist beim Büro", "Zuletzt vom Büro gehört: heute 11:02", open = Tap.Open(Place.Unsent))
    private val waiting = Line("3 Buchungen warten auf das Büro", "Zuletzt vom Büro gehört: gestern 19:40", open = Tap.Open(Place.Unsent))

    private val morning = Recorded(
        Line("07:00 bis 08:10", "Arbeit, 1:10 Stunden", listOf("nachgetragen"), Tap.Open(Place.Entry("a"))), steps(2),
    )

    val idle = Screen.Today(
        "Heute", "Donnerstag, 26. November, bei Ada Muster", "Es läuft kein Dienst.", null, Act("Dienst beginnen", Tap.ClockIn), emptyList(),
        emptyList(), listOf(morning), contact, listOf(Act("Dienst nachtragen", Tap.Open(Place.LateEntry))),
    )
    val running = idle.copy(
        standing = "Dein Dienst läuft seit 07:00 Uhr.",
        running = Running(begun, null),
        main = Act("Dienst beenden", Tap.ClockOut),
        acts = listOf(
            Act("Pause beginnen", Tap.StartPart("unpaid_break")),
            Act("Bereitschaft beginnen", Tap.StartPart("standby")),
            Act("Fahrt beginnen", Tap.StartPart("travel")),
            Act("Andere Art von Arbeit", Tap.StartPart("meeting")),
        ),
        entries = emptyList(),
        contact = waiting,
    )
    val standby = running.copy(
        running = Running(
            begun,
            RunningPart("Bereitschaft seit 09:30 Uhr", begun + 9_000_000, Act("Bereitschaft beenden", Tap.EndPart)),
        ),
        acts = listOf(Act("Einsatz beginnen", Tap.StartPart("call_out")), Act("Heute Nacht ist nichts vorgefallen", Tap.QuietNight("s"))),
    )
    val asked = idle.copy(
        questions = listOf(
            Question(
                "Wann war Schluss?",
                "Dein Dienst vom Mittwoch, 25. November, 08:00 Uhr, ist noch offen.",
                listOf(Act("Ende eintragen", Tap.Open(Place.Forgotten("s")))),
            ),
            Question(
                "Vorschlag zur Korrektur",
                "Ada Muster schlägt für Dienstag, 24. November ein anderes Ende vor: 16:30 statt 17:00 Uhr.",
                listOf(Act("Vorschlag ansehen", Tap.Open(Place.Correction("p")))),
            ),
        ),
    )

    private val explained = listOf(
        Line("So 8. Nov. 22:00 bis 24:00 Uhr: 2:00 Stunden", "§ 3b EStG, Stand 2026-01: Nacht ab 20 Uhr, 25 %"),
        Line("Mo 9. Nov. 00:00 bis 04:00 Uhr: 4:00 Stunden", "§ 3b EStG, Stand 2026-01: begonnen vor Mitternacht, 40 %"),
    )
    private val totals = listOf(
        Total("Arbeit", "122:30 Stunden"),
        Total("Bereitschaft", "24:00 Stunden"),
        Total("Zuschlag Nacht 25 %", "14:00 Stunden · 58,10 €", explained),
        Total("Zuschlag Sonntag 50 %", "8:00 Stunden · 66,40 €", explained.take(1)),
        Total("Grundlohn", "2.033,50 €", explained.take(1)),
    )

    private val plain = mapOf(
        "today-idle" to idle,
        "today-running" to running,
        "today-standby" to standby,
        "today-asked" to asked,
        "late-entry" to Screen.LateEntry(
            "Dienst nachtragen", "26.11.2026",
            listOf(Choice("26.11.2026", "Heute, Donnerstag"), Choice("25.11.2026", "Gestern, Mittwoch"), Choice("24.11.2026", "Dienstag, 24. November")),
        ),
        "forgotten" to Screen.Forgotten(
            "Wann war Schluss?", "Dein Dienst vom Mittwoch, 25. November, begann um 08:00 Uhr und ist noch offen. Geplant war das Ende um 16:30 Uhr.", "s",
            "25.11.2026", Act("Wie geplant: 16:30 Uhr", Tap.StateEnd("s", "25.11.2026", "16:30")),
        ),
        "plan" to Screen.Plan(
            "Plan",
            listOf(
                Section("Diese Woche", listOf(Line("Fr 27. Nov. 08:00 bis 16:30", "bei Ada Muster"), Line("Sa 28. Nov. 20:00 bis So 29. Nov. 08:00", "Nachtdienst mit Bereitschaft", listOf("noch nicht fest")))),
                Section("Nächste Woche", listOf(Line("Mo 30. Nov. 08:00 bis 16:30", "bei Ada Muster"))),
            ),
            listOf(Act("Abwesend sein", Tap.Open(Place.Absences))),
        ),
        "absences" to Screen.Absences(
            "Abwesend sein",
            listOf(
                Line("Urlaub, 21. bis 23. Dezember", "Gefragt am 20. November", listOf("wartet auf Antwort"), acts = listOf(Act("Urlaub, 21. bis 23. Dezember zurückziehen", Tap.WithdrawAbsence("r")))),
                Line("Krank, 4. November", "Ada Muster hat es gelesen", listOf("bestätigt")),
            ),
            listOf(Choice("vacation", "Urlaub"), Choice("sick", "Krank"), Choice("other", "Anderer Grund")),
        ),
        "month" to Screen.Month(
            "November 2026", "Der Monat ist offen.", "vorläufig", totals,
            listOf(Line("Mi 18. Nov. 08:00 bis 16:30", "Geplant, nicht aufgezeichnet", open = Tap.Open(Place.LateEntry))),
            Act("November 2026 für vollständig erklären", Tap.CompleteMonth("2026-11")),
            Act("Oktober 2026", Tap.Open(Place.Month("2026-10"))), null, listOf(Act("Alle Einträge", Tap.Open(Place.History("2026-11")))),
        ),
        "history" to Screen.History(
            "Alle Einträge",
            listOf(
                Section("Donnerstag, 26. November", listOf(Line("07:00 bis 08:10", "Arbeit, 1:10 Stunden · beim Büro", open = Tap.Open(Place.Entry("a"))))),
                Section("Mittwoch, 25. November", listOf(Line("08:00 bis 16:30", "Arbeit, 8:00 Stunden · freigegeben", listOf("Ende nachgetragen"), Tap.Open(Place.Entry("b"))))),
            ),
            Act("Oktober 2026", Tap.Open(Place.History("2026-10"))), null,
        ),
        "entry" to Screen.Entry(
            "Eintrag", "a",
            listOf(Line("Donnerstag, 26. November"), Line("07:00 bis 08:10", "Arbeit, 1:10 Stunden", listOf("nachgetragen"))),
            steps(3), listOf(Line("Du hast den Dienst nachgetragen", "26. November 09:12, auf diesem Telefon, Grund: Telefon vergessen")), true, Tap.Back,
        ),
        "correction" to Screen.Correction(
            "Vorschlag zur Korrektur", "p", "Ada Muster schlägt für deinen Dienst am Dienstag, 24. November, etwas anderes vor. Bis du zustimmst, ändert sich nichts.",
            "Wir waren um halb fünf fertig, danach hast du auf den Bus gewartet.",
            listOf(Change("Ende", "17:00 Uhr", "16:30 Uhr"), Change("Dauer", "9:00 Stunden", "8:30 Stunden")), null,
        ),
        "correction-answered" to Screen.Correction(
            "Vorschlag zur Korrektur", "p", "Ada Muster schlug für deinen Dienst am Dienstag, 24. November, etwas anderes vor.", "Früher fertig.",
            listOf(Change("Ende", "17:00 Uhr", "16:30 Uhr")), "Du hast am 26. November widersprochen. Deine Zeit gilt weiter.",
        ),
        "unsent" to Screen.Unsent(
            "Noch nicht beim Büro", "3 Buchungen sind auf diesem Telefon gespeichert und warten auf das Büro.",
            listOf(Line("Kommen", "Do 26. Nov. 07:00"), Line("Beginn: Pause", "Do 26. Nov. 09:30"), Line("Ende der Pause", "Do 26. Nov. 10:00")), "Zuletzt vom Büro gehört: Mi 25. Nov. 19:40.",
        ),
        "who-sees" to Screen.WhoSees(
            "Wer was sehen darf", "Diese Menschen können deine Zeiten sehen. Deinen Standort sieht niemand; die App fragt nie danach.",
            listOf(Line("Ada Muster", "Arbeitgeber:in: Zeiten, Monat, Vertrag, Lohn"), Line("Jo Beispiel", "Budget-Assistenz: Zeiten, bis 31. Dezember 2026"), Line("Lohnbüro Nord", "Freigegebene Monate")),
        ),
        "export" to Screen.Export("Alles über mich", "Die Datei enthält alles, was über dich aufgezeichnet ist, mit Unterschriften. Sie ist ohne diese App lesbar.", "Gespeichert: assistenzzeit-2026-11-26.cbor"),
        "employers" to Screen.Employers(
            "Arbeitgeber:innen",
            listOf(Line("Ada Muster", "Wird gerade gezeigt", open = Tap.ChooseEmployer("1")), Line("Verein Nordlicht", "Kein Dienst läuft", open = Tap.ChooseEmployer("2"))), "1",
        ),
        "pairing" to Screen.Pairing("Telefon koppeln", "Mit dem Code verbindet sich dieses Telefon mit dem Büro deiner Arbeitgeber:in.", null, true),
        "pairing-digits" to Screen.Pairing("Telefon koppeln", "Vergleicht die Ziffern. Deine Arbeitgeber:in bestätigt sie auf ihrer Seite.", "482917", true),
        "settings" to Screen.Settings(
            "Sprache",
            listOf(
                Choice("de", "Deutsch"), Choice("de-simple", "Deutsch in Leichter Sprache"), Choice("en", "English"), Choice("pl", "Polski", "Tłumaczenie maszynowe"), Choice("ar", "العربية", "ترجمة آلية"),
            ),
            "de",
        ),
        "more" to Screen.More(
            "Mehr",
            listOf(
                Line("Alle Einträge", open = Tap.Open(Place.History(null))), Line("Noch nicht beim Büro", "3 Buchungen", open = Tap.Open(Place.Unsent)),
                Line("Wer was sehen darf", open = Tap.Open(Place.WhoSees)), Line("Alles über mich", open = Tap.Open(Place.Export)),
                Line("Arbeitgeber:innen", "Ada Muster", open = Tap.Open(Place.Employers)), Line("Sprache", "Deutsch", open = Tap.Open(Place.Settings)),
            ),
        ),
        "desk-today" to Screen.DeskToday(
            "Heute", listOf(Line("Kim Beispiel", "seit 07:00 Uhr")), listOf(Line("Noor Haddad", "16:30 bis 22:00 Uhr")),
            Line("2 Sachen warten auf Sie", "1 Monat, 1 Anfrage", open = Tap.Open(Place.Waiting)), contact,
        ),
        "waiting" to Screen.Waiting(
            "Wartet", "Zwei Sachen warten auf Sie. Nichts davon läuft ab.",
            listOf(
                Line("Kim Beispiel, November 2026", "31 Dienste, 2 davon nicht wie geplant", open = Tap.Open(Place.Approval("k", "2026-11"))),
                Line("Noor Haddad, Oktober 2026", "Alle 12 Dienste wie geplant", open = Tap.Open(Place.Approval("n", "2026-10"))),
            ),
        ),
        "approval" to Screen.Approval(
            "Kim Beispiel, November 2026", "31 Dienste sind wie geplant, 2 nicht. Kim Beispiel hat den Monat für vollständig erklärt.",
            listOf(
                Difference("a", Line("Di 24. Nov.", acts = listOf(Act("Di 24. Nov. so annehmen", Tap.AcceptDifference("k", "2026-11", "a")))), "Geplant: 08:00 bis 16:30 Uhr", "Aufgezeichnet: 08:00 bis 17:00 Uhr", null),
                Difference("b", Line("Mi 25. Nov."), "Geplant: 08:00 bis 16:30 Uhr", "Aufgezeichnet: 08:00 bis 16:45 Uhr", "angenommen"),
            ),
            listOf(Line("Mo 2. Nov. 08:00 bis 16:30"), Line("Di 3. Nov. 08:00 bis 16:30")), totals,
            Act("Freigabe für Kim Beispiel, November 2026", Tap.Approve("k", "2026-11")), "wartet auf Freigabe",
        ),
    )

    private val home = setOf("today-idle", "today-running", "today-standby", "today-asked", "plan", "month", "more", "desk-today", "waiting")

    private fun tabs(screen: Screen): List<Tab> = when (screen) {
        is Screen.DeskToday, is Screen.Waiting, is Screen.Approval -> listOf(
            Tab("Heute", "today", Place.Today, screen is Screen.DeskToday), Tab("Wartet", "waiting", Place.Waiting, screen is Screen.Waiting), Tab("Mehr", "more", Place.More, false),
        )
        is Screen.Pairing -> emptyList()
        else -> listOf(
            Tab("Heute", "today", Place.Today, screen is Screen.Today), Tab("Plan", "plan", Place.Plan, screen is Screen.Plan),
            Tab("Monat", "month", Place.Month(null), screen is Screen.Month), Tab("Mehr", "more", Place.More, screen is Screen.More),
        )
    }

    val all: Map<String, Shown> = plain.mapValues { (name, screen) -> Shown(screen, tabs(screen), canGoBack = name !in home) } + mapOf(
        "notice-done" to Shown(idle, tabs(idle), Notice("Gegangen um 16:32 Uhr. Auf diesem Telefon gespeichert.", undo = Act("Gehen rückgängig machen", Tap.Undo("e")))),
        "notice-refused" to Shown(
            plain.getValue("late-entry"), tabs(idle), Notice("Das Ende liegt vor dem Anfang. Bitte schau noch einmal auf die Zeiten.", refused = true), canGoBack = true,
        ),
    )
}
