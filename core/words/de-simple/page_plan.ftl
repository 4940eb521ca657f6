# Seiten des Dienst-Plans in Leichter Sprache.

page-plan-title = Arbeits-Plan {$month}
page-plan-reader = Hier sehen Sie: Wer arbeitet wann?
page-plan-next-nobody = Noch ist niemand im Team. Laden Sie zuerst eine Person ein.
page-plan-next-empty = Für diesen Monat gibt es noch keinen Plan. Fangen Sie mit einem Tag an.
page-plan-next-unlawful = { $count ->
    [one] 1 Dienst ist so nicht erlaubt. Sehen Sie ihn an:
   *[other] {$count} Dienste sind so nicht erlaubt. Sehen Sie sie an:
}
page-plan-next-doubtful = { $count ->
    [one] Bei 1 Dienst ist etwas noch nicht klar:
   *[other] Bei {$count} Diensten ist etwas noch nicht klar:
}
page-plan-next-open = { $count ->
    [one] 1 Dienst ist noch frei. Wer macht ihn?
   *[other] {$count} Dienste sind noch frei. Wer macht sie?
}
page-plan-next-drafts = { $count ->
    [one] 1 Dienst ist neu. Das Team kann ihn noch nicht sehen.
   *[other] {$count} Dienste sind neu. Das Team kann sie noch nicht sehen.
}
page-plan-next-none = Der Plan ist fertig. Alle können ihn sehen.
page-plan-begin = Mit {$day} anfangen
page-plan-to-publish = { $count ->
    [one] 1 neuen Dienst ansehen und dem Team zeigen
   *[other] {$count} neue Dienste ansehen und dem Team zeigen
}
page-plan-unclear = Hier stimmen die Zeiten nicht
page-plan-unclear-lead = 2 Personen haben verschiedene Zeiten geschrieben.
    Sagen Sie den Dienst ab. Dann planen Sie ihn neu.
page-plan-nothing = Hier ist nichts geplant.
page-plan-note = Dazu geschrieben
page-plan-next-open-from = Nächster freier Dienst: {$day}
page-plan-table-hint = Jeder Dienst ist ein Link. Er führt zu seinem Tag.
page-plan-as-last-week-title = Eine Woche planen wie die Woche davor
page-plan-which-week = Welche Woche wollen Sie planen?
page-plan-which-week-hint = Wir nehmen die Dienste aus der Woche davor. Sie können sie danach ändern.
page-plan-everybody = Für alle
page-plan-as-last-week = So planen wie in der Woche davor
page-plan-sums = Stunden für jede Person

page-plan-day-title = Arbeits-Plan, {$day}
page-plan-duties = Die Dienste an diesem Tag
page-plan-new = Einen Dienst planen
page-plan-from = Der Dienst fängt an um
page-plan-from-hint = Zum Beispiel 08:00
page-plan-to = Der Dienst hört auf um
page-plan-to-hint = Hört der Dienst in der Nacht auf? Dann gilt der nächste Tag.
page-plan-who = Wer arbeitet?
page-plan-who-hint = Wissen Sie es noch nicht? Dann wählen Sie „Noch niemand“.
page-plan-note-hint = Was soll die Person wissen? Alle im Plan können das lesen.
page-plan-new-save = Dienst am {$day} planen
page-plan-give-to = Wer soll den Dienst machen?
page-plan-give = Weitergeben: {$name}
page-plan-call-off = Absagen: {$name}
page-plan-change = Zeit ändern: {$name}
page-plan-change-save = Neue Zeit speichern: {$name}
page-plan-change-published = Das Team sieht diesen Dienst schon. Ändern Sie die Zeit? Dann sehen das alle sofort.
page-plan-copy = Diesen Tag noch einmal planen
page-plan-to-day = An welchem Tag?
page-plan-to-day-hint = Wir nehmen alle Dienste von diesem Tag.
page-plan-called-off-title = Diese Dienste fallen aus
page-plan-restore = Der Dienst soll doch sein: {$name}

page-plan-planned = Der Dienst am {$day} ist geplant. Das Team sieht ihn noch nicht.
page-plan-changed = Die neue Zeit am {$day} ist gespeichert.
page-plan-called-off = Der Dienst fällt aus. Sie können ihn noch lesen.
page-plan-restored = Der Dienst ist wieder im Plan. Das Team sieht ihn noch nicht.
page-plan-assigned = Den Dienst am {$day} macht jetzt jemand anders.
page-plan-undo = { $count ->
    [one] Das war falsch: zurück
   *[other] Das war falsch: {$count} Änderungen zurück
}
page-plan-undone = Es ist wieder wie vorher.
page-plan-problem-from = Schreiben Sie: Wann fängt der Dienst an? Zum Beispiel 08:00.
page-plan-problem-to = Schreiben Sie: Wann hört der Dienst auf? Zum Beispiel 16:30.

page-plan-publish-title = Arbeits-Plan {$month} dem Team zeigen
page-plan-publish-lead = Das Team sieht diese Dienste dann auf dem Telefon.
    Das Büro merkt sich die Uhrzeit.
page-plan-publish-nothing = Es gibt nichts Neues zu zeigen.
page-plan-publish-unlawful = { $count ->
    [one] 1 Dienst ist so nicht erlaubt.
   *[other] {$count} Dienste sind so nicht erlaubt.
} Sie können den Plan trotzdem zeigen. Sie sind dafür verantwortlich.
page-plan-publish = { $count ->
    [one] 1 Dienst dem Team zeigen
   *[other] {$count} Dienste dem Team zeigen
}
page-plan-publish-done = { $count ->
    [one] Das Team sieht jetzt 1 Dienst.
   *[other] Das Team sieht jetzt {$count} Dienste.
}
page-plan-beside = Frei, krank und Wünsche
