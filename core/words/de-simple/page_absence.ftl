# Seiten: Abwesenheiten, in Leichter Sprache. Was hier fehlt, steht auf Deutsch da.

absences-waiting = { $count ->
    [0] Das müssen Sie entscheiden
    [one] Das müssen Sie entscheiden: 1 Antrag
   *[other] Das müssen Sie entscheiden: { $count } Anträge
}
absences-nothing-waits = Sie müssen gerade nichts entscheiden.
absences-away = Wer ist in den nächsten 60 Tagen nicht da?
absences-away-caption = Wer ist nicht da?
absences-nobody-away = Alle sind da.
absences-people = Alle Personen
absences-no-people = Noch ist niemand im Team.
absences-of-person = Frei und krank: { $name }
absences-enter-for = Frei oder krank eintragen: { $name }
absences-column-who = Wer?
absences-column-what = Was?
absences-column-when = Wann?
absences-column-state = Gilt das?
absences-person-title = Frei und krank: { $name }, { $year }
absences-balances = So viel ist noch da
absences-hours = Stunden-Konto
absences-refunds = Geld zurück von der Krankenkasse
absences-no-contract = Für dieses Jahr gibt es noch keinen Vertrag.
absences-to-vacation = Urlaub genau ansehen
absences-to-hours = Stunden-Konto genau ansehen
absences-to-refunds = Geld zurück genau ansehen
absences-of-year = Alles in diesem Jahr
absences-none = In diesem Jahr steht hier noch nichts.
absences-more = Dazu gehört noch
absences-vacation-days = Wie viele Tage Urlaub sind das?
absences-vacation-days-hint = Das müssen Sie nur schreiben, wenn der Plan noch leer ist. Zum Beispiel: 5
absences-grant-title = Ja sagen
absences-grant = Ja sagen: { $kind } von { $name }, { $asked }
absences-decline-title = Nein sagen
absences-decline = Nein sagen: { $kind } von { $name }, { $when }
absences-reason = Warum?
absences-reason-hint = { $name } kann das lesen.
absences-reason-missing = Bitte schreiben Sie: Warum?
absences-undo-title = Anders entscheiden
absences-undo-lead = Danach können Sie neu entscheiden.
absences-undo = Anders entscheiden: { $kind } von { $name }
absences-certificate-title = Krankschreibung
absences-certificate = Ist die Krankschreibung da?
absences-certificate-none = Nein
absences-certificate-expected = Die Arzt-Praxis hat sie geschrieben. Sie ist noch nicht hier.
absences-certificate-electronic = Ja. Sie kam von der Krankenkasse.
absences-certificate-paper = Ja. Sie war auf Papier da.
absences-certificate-day = An welchem Tag?
absences-certificate-day-hint = Wann kam die Krankschreibung?
absences-certificate-saved = Das ist gespeichert.
absences-maternity-title = Mutter-Schutz: { $name }
absences-maternity-lead = Wann soll das Kind kommen? Daraus rechnen wir die Tage aus.
    6 Wochen vor der Geburt. Und 8 Wochen nach der Geburt.
absences-maternity-kept = Wir speichern nur Tage. Nichts über die Gesundheit.
absences-maternity-due = Wann soll das Kind kommen?
absences-maternity-birth = Wann kam das Kind?
absences-maternity-birth-hint = Das schreiben Sie, wenn das Kind da ist.
absences-net-title = Geld im Mutter-Schutz
absences-net-lead = Die Krankenkasse zahlt 13 Euro am Tag. Den Rest zahlen Sie.
    Das Geld bekommen Sie zurück. Das Lohnbüro weiß, wie viel es ist.
absences-withdraw-title = Das soll nicht mehr gelten
absences-withdraw-lead = Hat Ihre Arbeitgeberin oder Ihr Arbeitgeber schon Ja gesagt? Dann gilt es noch. Bis zum nächsten Ja.
absences-granted = Sie haben Ja gesagt: { $kind } von { $name }, { $asked }.
absences-declined = Sie haben Nein gesagt: { $kind } von { $name }, { $when }.
absences-undone = Sie können jetzt neu entscheiden.

absences-ask = Frei nehmen oder krank melden
absences-ask-title = Frei nehmen oder krank melden
absences-ask-lead = Sind Sie krank? Dann melden Sie das hier.
    Wollen Sie frei haben? Dann fragen Sie hier.
    Sie müssen nicht sagen, welche Krankheit Sie haben.
absences-ask-send = Abschicken
absences-asked = Sie haben gefragt: { $kind }, { $when }.
absences-reported = Sie haben gemeldet: { $kind }, { $when }.
absences-enter-title = Frei oder krank eintragen: { $name }
absences-enter-lead = Was hat { $name } Ihnen gesagt? Das tragen Sie hier ein.
    { $name } kann den Eintrag lesen.
    Schreiben Sie nicht, welche Krankheit es ist.
absences-enter-send = Eintragen: { $name }
absences-kind = Was ist es?
absences-kind-missing = Bitte wählen Sie: Was ist es?
absences-first = Der erste Tag
absences-last = Der letzte Tag
absences-last-hint = Dieser Tag gehört dazu. Sind Sie krank? Dann schreiben Sie, was Sie jetzt wissen.
absences-own-note = Wollen Sie noch etwas sagen?
absences-own-note-hint = Das müssen Sie nicht.
absences-enter-reason = Warum tragen Sie das ein?
absences-enter-reason-hint = Zum Beispiel: Die Person hat am Telefon gesagt, sie ist krank.
absences-day-wrong = Schreiben Sie einen Tag. Zum Beispiel 31.10.2026.
absences-days-order = Der letzte Tag ist vor dem ersten Tag. Das geht nicht.
