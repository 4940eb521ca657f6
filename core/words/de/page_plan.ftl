# Seiten des Dienstplans: Monat, Tag, Veröffentlichen.

page-plan-title = Dienstplan {$month}
page-plan-reader = Sie sehen, was veröffentlicht ist.
page-plan-turning = Andere Monate und Ansichten
page-plan-before = Vorheriger Monat: {$month}
page-plan-after = Nächster Monat: {$month}
page-plan-show-table = Als Tabelle zeigen
page-plan-show-list = Als Liste zeigen
page-plan-next-nobody = Noch ist niemand im Team, für den Sie planen können. Laden Sie zuerst jemanden ein.
page-plan-next-empty = Für diesen Monat ist noch nichts geplant. Beginnen Sie mit einem Tag; danach können Sie Tage und Wochen kopieren.
page-plan-next-unlawful = { $count ->
    [one] Ein Dienst ist so nicht erlaubt. Sehen Sie ihn zuerst an:
   *[other] {$count} Dienste sind so nicht erlaubt. Sehen Sie diese zuerst an:
}
page-plan-next-open = { $count ->
    [one] Ein Dienst ist noch offen. Wer übernimmt ihn?
   *[other] {$count} Dienste sind noch offen. Wer übernimmt sie?
}
page-plan-next-drafts = { $count ->
    [one] Ein Entwurf ist noch nicht veröffentlicht. Das Team sieht ihn noch nicht.
   *[other] {$count} Entwürfe sind noch nicht veröffentlicht. Das Team sieht sie noch nicht.
}
page-plan-next-none = Alles ist veröffentlicht, nichts ist offen.
page-plan-to-team = Zum Team
page-plan-begin = Mit {$day} beginnen
page-plan-to-publish = { $count ->
    [one] Einen Entwurf ansehen und veröffentlichen
   *[other] {$count} Entwürfe ansehen und veröffentlichen
}
page-plan-unclear = Dienste mit unklaren Zeiten
page-plan-unclear-lead = Zwei Personen haben verschiedene Zeiten eingetragen, ohne voneinander zu wissen. Sagen Sie den Dienst ab und planen Sie ihn neu.
page-plan-days = Die Tage
page-plan-today = heute
page-plan-nothing = Nichts geplant.
page-plan-next-open-from = Nächster offener Dienst: {$day}
page-plan-day = Tag
page-plan-caption = Dienstplan {$month}: je Zeile ein Tag, je Spalte eine Person
page-plan-cell = {$day}, {$times}
page-plan-note = Notiz

page-plan-as-last-week-title = Eine Woche wie die vorige planen
page-plan-as-last-week-open = Woche und Person wählen
page-plan-which-week = Welche Woche soll geplant werden?
page-plan-which-week-hint = Die Dienste der Woche davor werden mit denselben Uhrzeiten als Entwürfe eingetragen.
page-plan-week = {$from} bis {$to}
page-plan-for-whom = Für wen?
page-plan-everybody = Für alle und für offene Dienste
page-plan-as-last-week = Wie in der Woche davor planen
page-plan-as-last-week-done = { $count ->
    [0] In der Woche davor war nichts geplant. Es wurde nichts eingetragen.
    [one] Ein Entwurf für die Woche ab {$day} ist eingetragen.
   *[other] {$count} Entwürfe für die Woche ab {$day} sind eingetragen.
}
page-plan-sums = Stunden je Person
page-plan-weeks-of = Wochen von {$name}
page-plan-weeks-caption = Geplante Stunden je Woche von {$name}
page-plan-week-from = Woche ab
page-plan-week-planned = Geplant
page-plan-week-against = Gegen den Vertrag

page-plan-day-title = Dienstplan, {$day}
page-plan-turning-days = Andere Tage
page-plan-day-before = Tag davor: {$day}
page-plan-day-after = Tag danach: {$day}
page-plan-whole-month = Ganzer Monat: {$month}
page-plan-holiday = Feiertag: {$holiday}
page-plan-duties = Dienste an diesem Tag
page-plan-change = Zeiten ändern: {$name}
page-plan-change-save = Neue Zeiten speichern: {$name}
page-plan-change-published = Dieser Dienst ist veröffentlicht. Neue Zeiten sind sofort sichtbar und gelten als jetzt veröffentlicht.
page-plan-from = Beginn
page-plan-from-hint = Uhrzeit, zum Beispiel 08:00
page-plan-to = Ende
page-plan-to-hint = Uhrzeit. Liegt sie nicht nach dem Beginn, endet der Dienst am nächsten Tag.
page-plan-note-hint = Was die Person wissen soll. Alle, die den Plan sehen, können es lesen.
page-plan-who = Wer?
page-plan-who-hint = Wählen Sie „Noch offen“, wenn noch niemand feststeht.
page-plan-give-to = Wer soll den Dienst übernehmen?
page-plan-give = Neu vergeben: {$name}
page-plan-call-off = Absagen: {$name}
page-plan-new = Einen Dienst planen
page-plan-new-save = Dienst am {$day} planen
page-plan-copy = Diesen Tag kopieren
page-plan-to-day = Auf welchen Tag?
page-plan-to-day-hint = Alle Dienste des Tages werden dort mit denselben Uhrzeiten als Entwürfe eingetragen.
page-plan-copy-save = Dienste vom {$day} kopieren
page-plan-called-off-title = Abgesagte Dienste
page-plan-restore = Doch stattfinden lassen: {$name}

page-plan-planned = Der Dienst am {$day} ist als Entwurf eingetragen.
page-plan-changed = Die neuen Zeiten am {$day} sind gespeichert.
page-plan-called-off = Der Dienst ist abgesagt. Er bleibt lesbar.
page-plan-restored = Der Dienst findet als Entwurf doch statt.
page-plan-assigned = Der Dienst am {$day} ist als Entwurf vergeben.
page-plan-copied = { $count ->
    [0] An diesem Tag war nichts zu kopieren.
    [one] Ein Dienst ist als Entwurf auf {$day} kopiert.
   *[other] {$count} Dienste sind als Entwürfe auf {$day} kopiert.
}
page-plan-undo = { $count ->
    [one] Letzten Schritt rückgängig machen
   *[other] Letzten Schritt rückgängig machen ({$count} Änderungen)
}
page-plan-undone = Der letzte Schritt ist rückgängig gemacht.

page-plan-problem-from = Schreiben Sie den Beginn als Uhrzeit, zum Beispiel 08:00.
page-plan-problem-to = Schreiben Sie das Ende als Uhrzeit, zum Beispiel 16:30.
page-plan-problem-never = Die Uhrzeit {$time} gibt es am {$day} nicht: Die Uhren werden vorgestellt. Wählen Sie eine Zeit davor oder danach.
page-plan-problem-twice = Die Uhrzeit {$time} gibt es am {$day} zweimal: Die Uhren werden zurückgestellt. Wählen Sie eine Zeit vor 2 Uhr oder ab 3 Uhr.
page-plan-problem-note = Kürzen Sie die Notiz auf höchstens 400 Zeichen.
page-plan-problem-to-day = Wählen Sie einen anderen Tag, zum Beispiel 21.11.2026.

page-plan-publish-title = Dienstplan {$month} veröffentlichen
page-plan-publish-lead = Diese Dienste sieht das Team nach dem Veröffentlichen auf dem Telefon. Der Zeitpunkt wird festgehalten: Von ihm an zählt die Ankündigungsfrist.
page-plan-publish-nothing = Es gibt nichts zu veröffentlichen.
page-plan-publish-unlawful = { $count ->
    [one] Ein Dienst darunter ist so nicht erlaubt. Sie können trotzdem veröffentlichen; verantwortlich dafür sind Sie.
   *[other] {$count} Dienste darunter sind so nicht erlaubt. Sie können trotzdem veröffentlichen; verantwortlich dafür sind Sie.
}
page-plan-publish-whose = {$name}: { $count ->
    [one] ein Dienst
   *[other] {$count} Dienste
}
page-plan-publish = { $count ->
    [one] Einen Dienst veröffentlichen
   *[other] {$count} Dienste veröffentlichen
}
page-plan-publish-done = { $count ->
    [one] Ein Dienst ist veröffentlicht.
   *[other] {$count} Dienste sind veröffentlicht.
}
page-plan-publish-differs = Es wurde nichts veröffentlicht: Der Plan hat sich geändert, seit Sie diese Seite geöffnet haben. Prüfen Sie, was unten steht, und veröffentlichen Sie dann noch einmal.
page-plan-publish-new = Neu dazugekommen: {$shift}.
page-plan-publish-changed = Geändert: aus „{$was}“ wurde „{$is}“.
page-plan-publish-other-note = Die Notiz ist jetzt eine andere: {$is}.
page-plan-publish-gone = Kein Entwurf mehr: {$shift}.
page-plan-beside = Abwesenheiten und Wünsche
page-plan-table-hint = Jeder Dienst ist ein Link zu seinem Tag. Was keinen Zusatz hat, ist veröffentlicht.
page-plan-next-rest = { $count ->
    [one] Noch einen weiteren zeigen
   *[other] Noch {$count} weitere zeigen
}
page-plan-next-doubtful = { $count ->
    [one] Bei einem Dienst ist etwas zu klären:
   *[other] Bei {$count} Diensten ist etwas zu klären:
}
