# Die Seiten der Monate und Einträge im Büro.
# {$…} werden eingesetzt; Schlüssel werden nie umbenannt.

months-whom-and-when = {$name}, {$month}
months-all-title = Monate: {$month}
months-all-lead = { $all ->
    [0] Noch niemand im Team.
    [one] { $approved ->
        [0] Noch nicht freigegeben.
       *[other] Freigegeben.
    }
   *[other] {$approved} von {$all} sind ganz freigegeben.
}
months-next = Als Nächstes
months-all-clean-hint = { $count ->
    [one] Bei einer Person gibt es Tage ohne offene Fragen.
   *[other] Bei {$count} Personen gibt es Tage ohne offene Fragen.
}
months-all-clean = { $count ->
    [one] Alles Geklärte freigeben: {$month}, eine Person
   *[other] Alles Geklärte freigeben: {$month}, {$count} Personen
}
months-all-decide = Abweichungen ansehen: {$whom}
months-all-people = Wer wie weit ist
months-all-nobody = Im Team ist noch niemand, der Stunden aufschreibt.
months-all-none-yet = Für diesen Monat ist noch nichts freigegeben.
months-all-next-decide = Es gibt Abweichungen, über die Sie entscheiden.
months-all-next-done = Alles ist freigegeben.
months-all-next-wait = Gerade ist nichts freizugeben. Sobald etwas geklärt ist, steht es hier.
months-other-months = Andere Monate
months-go-to = {$month}
months-badge-open = offen
months-badge-partly-approved = Tage freigegeben
months-badge-approved = freigegeben
months-badge-reopened = wieder geöffnet
months-badge-changed = geändert
months-card-complete-no = Noch nicht als vollständig gemeldet.
months-card-complete-yes = Als vollständig gemeldet.
months-card-complete-changed = Als vollständig gemeldet, danach geändert.
months-all-approve-title = Alles Geklärte freigeben: {$month}
months-all-approve-hint = Freigegeben wird genau das, was hier steht. Tage mit offenen Fragen warten und werden nicht mit freigegeben.
months-all-approve-table = Was freigegeben wird
months-all-approve-none = Gerade ist nichts freizugeben.
months-all-approve-button = { $count ->
    [one] Freigabe {$month} für eine Person
   *[other] Freigabe {$month} für {$count} Personen
}
months-all-approved = { $count ->
    [0] Nichts wurde freigegeben.
    [one] {$month} ist für eine Person freigegeben.
   *[other] {$month} ist für {$count} Personen freigegeben.
}
months-all-changed = Inzwischen geändert und nicht freigegeben: {$names}. Bitte noch einmal ansehen.
months-person = Person
months-what = Umfang
months-worked = Arbeitszeit
months-gross = Brutto

months-complete-no = {$name} hat den Monat noch nicht als vollständig gemeldet.
months-complete-yes = {$name} hat den Monat als vollständig gemeldet.
months-complete-changed = {$name} hat den Monat als vollständig gemeldet, danach kam etwas dazu.
months-decide = Entscheidung {$place} von {$all}:
months-approve-now = Weiter zur Freigabe: {$whom}
months-approve-rest = Nur das Geklärte freigeben: {$whom}
months-rest-now-hint = Sie müssen nicht alles auf einmal entscheiden: Tage ohne offene Fragen können jetzt schon freigegeben werden.
months-propose-now = Weiter zu den Vorschlägen: {$whom}
months-to-all = Zu allen im {$month}
months-cases = Abweichungen
months-other-cases = Weitere Abweichungen
months-blocked = Zu klären
months-changed = Seit der Freigabe geändert
months-warnings = Hinweise
months-warnings-hint = Hinweise halten nichts auf. Bei der Freigabe wird festgehalten, dass Sie sie gesehen haben.
months-info = Gut zu wissen
months-more = { $count ->
    [one] und an einem weiteren Tag
   *[other] und an {$count} weiteren Tagen
}
months-look = ansehen
months-entry = Eintrag ansehen ({$day})
months-money = Lohn
months-provisional = Vorläufig: so, wie es jetzt aufgezeichnet ist.
months-no-contract = Ohne Vertrag lässt sich kein Lohn berechnen. Bitte im Team einen Vertrag hinterlegen.
months-lines = Lohnzeilen
months-line = Lohnart
months-quantity = Menge
months-rate = Satz
months-amount = Betrag
months-why = Woraus sich jede Lohnzeile ergibt
months-entered = Von Hand eingetragen
months-to-lines = Auslagen, Prämien, Vorschüsse eintragen: {$whom}
months-hours = Stunden je Woche
months-hours-table = Stunden je Woche als Tabelle
months-week = Woche
months-agreed = Vereinbart
months-difference = Unterschied
months-chart-legend = Der Balken ist die Arbeitszeit, der senkrechte Strich die vereinbarte Zeit. Angebrochene Wochen zählen mit ihren Tagen im Monat.
months-shifts = Alle Schichten
months-as-planned-means = „Wie geplant“ heißt: Beginn und Ende weichen höchstens zehn Minuten vom Plan ab. Bezahlt wird immer, was aufgezeichnet ist.
months-day = Tag
months-planned = Geplant
months-recorded = Aufgezeichnet
months-hours-column = Stunden
months-mark = Vergleich
months-approvals = Freigaben
months-approval-month = Der ganze Monat ist freigegeben.
months-approval-days = { $count ->
    [one] Ein Tag ist freigegeben.
   *[other] {$count} Tage sind freigegeben.
}
months-statement = Monatsnachweis laden: {$whom}
months-reopened-because = Wieder geöffnet: „{$reason}“

months-approve-title = Freigabe
months-approve-heading = Freigeben
months-approve-warnings = { $count ->
    [one] Ein Hinweis wird mit der Freigabe als gesehen festgehalten.
   *[other] {$count} Hinweise werden mit der Freigabe als gesehen festgehalten.
}
months-approve-button = Freigabe für {$whom}
months-propose-button = Vorschläge senden: {$whom}
months-back = Zurück: {$whom}
months-reasons = Begründungen der Vorschläge
months-reasons-hint = Die Begründung sieht die Assistent:in. Sie können sie ändern, bevor Sie oben bestätigen.
months-reason-of = Begründung für {$day}
months-over-hint = Ihr Vorschlag soll zählen, obwohl keine Zustimmung da ist. Im Nachweis stehen dann beide Angaben, der Widerspruch und Ihre Begründung.
months-over-reason = Warum soll der Vorschlag für {$day} trotzdem zählen?
months-over-on = Weiter: {$whom}
months-reason = Begründung
months-reason-needed = Bitte eine Begründung schreiben.
months-approved = Freigegeben: {$whom}. Sie können die Freigabe jederzeit wieder öffnen.
months-proposed = { $count ->
    [one] Ein Vorschlag ist gesendet: {$whom}.
   *[other] {$count} Vorschläge sind gesendet: {$whom}.
}
months-refused-statement_changed = Inzwischen hat sich etwas geändert. Nichts wurde freigegeben. Bitte sehen Sie es noch einmal an.
months-refused-reason_needed = Es fehlt eine Begründung. Nichts wurde freigegeben.
months-refused-unsettled_shifts = Eine Schicht läuft noch oder ist zu klären.
months-refused-findings = Etwas ist zuerst zu klären.
months-refused-open_proposals = Ein Vorschlag ist noch nicht beantwortet.
months-refused-no_contract = Es gibt keinen Vertrag für diesen Monat. Bitte im Team einen hinterlegen.
months-refused-whole_month_approved = Der ganze Monat ist schon freigegeben. Ändern Sie ihn als Ganzes.
months-refused-nothing_to_approve = Seit der letzten Freigabe hat sich nichts geändert.
months-refused-no_such_entry = Ein Vorschlag ist nicht mehr da.
months-refused-newer_version = Ein Teil stammt von einer neueren Version. Bitte aktualisieren Sie das Büro.
months-refused-too_long = Der Monat ist zu lang für einen Nachweis. Geben Sie einzelne Tage frei.

months-reopen-title = Wieder öffnen
months-reopen-hint = Das Freigegebene bleibt zahlbar und lesbar, bis Sie neu freigeben. Danach wird der Unterschied abgerechnet.
months-reopen = Wieder öffnen: {$whom}
months-reopened = Wieder geöffnet: {$whom}.

lines-title = Zeilen von Hand
lines-hint = Zum Beispiel Auslagen, Fahrtkosten, eine Prämie oder ein Vorschuss. Sie werden mit dem Monat freigegeben.
lines-new = Neue Zeile
lines-word = Wofür
lines-count = Anzahl
lines-count-hint = Nur wenn es eine Anzahl gibt, zum Beispiel Kilometer: 12,5. Sonst leer lassen.
lines-amount = Betrag in Euro
lines-amount-hint = Zum Beispiel 12,50. Mit einer Anzahl: der Betrag für eins. Ein Minus davor zieht ab.
lines-treatment = Wie es behandelt wird
lines-enter = Eintragen: {$whom}
lines-remove = Zurücknehmen: {$line}
lines-remove-title = Zeile zurücknehmen
lines-remove-hint = Die Zeile zählt dann nicht mehr. Sie bleibt im Verlauf lesbar.
lines-back = Zurück zu den Zeilen
lines-entered = Die Zeile ist eingetragen.
lines-removed = Zurückgenommen: {$line}.
lines-word-needed = Bitte wählen, wofür.
lines-amount-needed = Bitte einen Betrag in Euro schreiben, zum Beispiel 12,50.
lines-count-needed = Bitte die Anzahl als Zahl schreiben, zum Beispiel 12,5.
lines-treatment-needed = Bitte wählen, wie es behandelt wird.

months-own-complete-no = Sie haben den Monat noch nicht als vollständig gemeldet.
months-own-complete-yes = Sie haben den Monat als vollständig gemeldet.
months-own-complete-changed = Sie haben den Monat als vollständig gemeldet, danach kam etwas dazu.
months-own-proposals = { $count ->
    [one] Ein Vorschlag wartet auf Ihre Antwort.
   *[other] {$count} Vorschläge warten auf Ihre Antwort.
}
months-own-answer = Vorschlag beantworten: „{$reason}“
months-own-unsettled = Eine Schicht läuft noch oder ist zu klären. Danach können Sie den Monat als vollständig melden.
months-own-complete-hint = Ist alles da? Dann melden Sie {$month} als vollständig. Nachtragen können Sie auch danach.
months-own-complete = {$month} ist vollständig
months-own-nothing = Gerade ist nichts zu tun.
months-own-completed = {$month} ist als vollständig gemeldet.
months-own-write = Schicht nachtragen: {$month}
months-own-write-title = Schicht nachtragen
months-own-write-hint = Der Eintrag wird als nachgetragen gekennzeichnet.
months-own-write-reason = Warum wird sie erst jetzt eingetragen?
months-own-pause-from = Pause, Beginn
months-own-pause-to = Pause, Ende
months-own-pause-hint = Uhrzeit; leer lassen, wenn es keine Pause gab
months-own-pause-outside = Die Pause muss in der Schicht liegen und eine Uhrzeit haben, zum Beispiel 12:30.
months-own-write-save = Schicht eintragen
months-own-written = Die Schicht ist eingetragen.
months-own-no-place = Der Arbeitsort ist noch nicht hinterlegt. Bitte die Arbeitgeber:in fragen.

entry-title = Eintrag
entry-named = {$name}: {$when}
entry-taken-back = zurückgenommene Schicht
entry-state = Stand
entry-settled = vollständig
entry-running = läuft
entry-unsettled = zu klären
entry-retracted = zurückgenommen
entry-since = Seit
entry-hours = Arbeitszeit
entry-parts = Darin
entry-how = Aufgezeichnet
entry-correction = Korrektur
entry-agreed = Vorgeschlagen und zugestimmt.
entry-over = Freigegeben ohne Zustimmung; beide Angaben stehen im Verlauf.
entry-next = Was Sie tun können
entry-history = Verlauf
entry-reason = Begründung: „{$reason}“
entry-replaced = Durch eine spätere Angabe ersetzt.
entry-to-month = Zum Monat {$month}
entry-disputed = Zwei Angaben widersprechen sich ({$field}). Beide bleiben stehen, bis jemand wählt.
entry-field-exists = ob es die Schicht gab
entry-field-start = Beginn
entry-field-end = Ende
entry-field-place = Ort
entry-field-funding = Kostenträger
entry-field-part_exists = ob es den Teil gab
entry-field-part_kind = Art des Teils
entry-field-part_from = Beginn eines Teils
entry-field-part_to = Ende eines Teils
entry-field-away = Zeit an einem anderen Ort
entry-choose = {$value} vorschlagen
entry-choose-own = {$value} stimmt
entry-choose-reason = Von zwei Angaben ist das die richtige.
entry-open-proposal = Ein Vorschlag ist offen. Begründung: „{$reason}“
entry-answer = Vorschlag beantworten
entry-withdraw = Vorschlag zurückziehen
entry-withdraw-hint = Der Vorschlag zählt dann nicht mehr. Er bleibt im Verlauf lesbar.
entry-retracted-hint = Der Eintrag wurde zurückgenommen. Er bleibt lesbar und zählt nicht.
entry-propose = Andere Zeit vorschlagen
entry-propose-hint = Ihr Vorschlag ändert nichts, bis die Assistent:in zustimmt. Was aufgezeichnet wurde, bleibt stehen.
entry-propose-save = Vorschlag senden
entry-proposed = Der Vorschlag ist gesendet. Sie können ihn jederzeit zurückziehen.
entry-reason-shown = Begründung, die die Assistent:in sieht
entry-correct-own = Eintrag korrigieren
entry-correct-own-hint = Die alte Angabe bleibt im Verlauf lesbar.
entry-correct-own-save = Korrektur speichern
entry-corrected = Die Korrektur ist gespeichert.
entry-what = Was soll gelten?
entry-what-times = Diese Zeiten
entry-what-gone = Diese Schicht soll nicht zählen
entry-start-day = Beginn, Tag
entry-start-time = Beginn, Uhrzeit
entry-end-day = Ende, Tag
entry-end-time = Ende, Uhrzeit
entry-which = {$time} gibt es in dieser Nacht zweimal. Welche Zeit ist gemeint?
entry-time-twice = Diese Uhrzeit gibt es in der Nacht der Zeitumstellung zweimal. Bitte wählen, welche gemeint ist.
entry-time-never = Diese Uhrzeit gibt es in der Nacht der Zeitumstellung nicht. Bitte eine andere schreiben.
entry-day-needed = Bitte einen Tag angeben, zum Beispiel 2026-11-02.
entry-time-needed = Bitte eine Uhrzeit angeben, zum Beispiel 08:00.
entry-nothing-changed = Das sind die Zeiten, die schon gelten.
entry-refused-wrong_order = Das Ende liegt vor dem Beginn.
entry-refused-in_the_future = Diese Zeit ist noch nicht gekommen.
entry-refused-reason_needed = Bitte eine Begründung schreiben.
entry-refused-not_now = Das geht bei diesem Eintrag nicht mehr.
entry-back = Zurück: {$entry}
entry-proposal-title = Vorschlag
entry-outcome-open = Noch keine Antwort.
entry-outcome-agreed = Zugestimmt. Der Vorschlag gilt.
entry-outcome-objected = Widersprochen. Der Vorschlag gilt nicht.
entry-outcome-disputed = Auf zwei Geräten wurde verschieden geantwortet.
entry-outcome-withdrawn = Zurückgezogen.
entry-outcome-stale = Der Eintrag hat sich seitdem geändert. Der Vorschlag gilt nicht mehr.
entry-agree = Zustimmen
entry-object = Widersprechen
entry-answer-reason = Begründung für einen Widerspruch
entry-answered-agree = Sie haben zugestimmt. Der Vorschlag gilt.
entry-answered-object = Sie haben widersprochen. Es bleibt, wie es aufgezeichnet ist.
entry-withdrawn = Der Vorschlag ist zurückgezogen.
months-refused-purged = Die Daten dieses Monats sind nach Ablauf der Frist gelöscht.
months-shifts-table = Geplant und aufgezeichnet
