# Die Apps auf dem Telefon. Du für Assistent:innen, Sie für Arbeitgeber:innen.

# Die Knöpfe
app-act-clock-in = Kommen
app-act-clock-out = Gehen
app-act-break = Pause
app-act-paid-break = Bezahlte Pause
app-act-standby = Bereitschaft
app-act-on-call = Rufbereitschaft
app-act-call-out = Einsatz
app-act-travel = Fahrt
app-act-meeting = Besprechung
app-act-training = Fortbildung
app-act-end-part = Beenden
app-act-nothing-happened = Nichts vorgefallen
app-act-undo = Rückgängig
app-act-sync = Jetzt abgleichen

app-hint-clock-in = Beginnt jetzt eine Schicht.
app-hint-clock-out = Beendet die laufende Schicht jetzt.
app-hint-break = Beginnt jetzt eine unbezahlte Pause.
app-hint-paid-break = Beginnt jetzt eine bezahlte Pause.
app-hint-standby = Beginnt jetzt die Bereitschaft.
app-hint-on-call = Beginnt jetzt die Rufbereitschaft.
app-hint-call-out = Beginnt jetzt einen Einsatz in der Bereitschaft.
app-hint-travel = Beginnt jetzt eine Fahrt.
app-hint-meeting = Beginnt jetzt eine Besprechung.
app-hint-training = Beginnt jetzt eine Fortbildung.
app-hint-end-part = Beendet, was gerade in der Schicht läuft. Die Schicht läuft weiter.
app-hint-nothing-happened = Hält fest, dass in der Bereitschaft nichts vorgefallen ist.
app-hint-undo = Nimmt den letzten Tipp zurück.
app-hint-sync = Bringt Aufgezeichnetes zum Büro und holt Neues.

# Was nach einem Tipp gesagt wird
app-done-clock-in = Gekommen: {$at}. Auf diesem Telefon gespeichert.
app-done-clock-out = Gegangen: {$at}. Auf diesem Telefon gespeichert.
app-done-break = Pause seit {$at}.
app-done-paid-break = Bezahlte Pause seit {$at}.
app-done-standby = Bereitschaft seit {$at}.
app-done-on-call = Rufbereitschaft seit {$at}.
app-done-call-out = Einsatz seit {$at}.
app-done-travel = Fahrt seit {$at}.
app-done-meeting = Besprechung seit {$at}.
app-done-training = Fortbildung seit {$at}.
app-done-end-part = Beendet: {$at}. Die Schicht läuft weiter.
app-done-nothing-happened = Festgehalten: nichts vorgefallen.
app-done-undo = Zurückgenommen.
app-done-sync = Abgeglichen.
app-done-stated-end = Ende eingetragen: {$at}.
app-done-late-entry = Schicht nachgetragen.
app-done-corrected = Korrektur gespeichert.
app-done-retracted = Eintrag zurückgenommen. Er bleibt lesbar.
app-done-agreed = Zugestimmt.
app-done-objected = Widersprochen. Die Arbeitgeber:in sieht den Grund.
app-done-complete = {$month} ist als vollständig erklärt.
app-done-approved = Freigegeben: {$whose}.
app-done-place = Arbeitsort gemerkt.
app-undo-reason = gleich danach zurückgenommen

# Heute
app-no-shift = Keine Schicht läuft.
app-shift-runs = Schicht läuft {$since}.
app-since = seit {$since}
app-to-answer = {$count ->
    [one] Eine Korrektur wartet auf deine Antwort.
   *[other] {$count} Korrekturen warten auf deine Antwort.
}
app-forgotten = Deine Schicht läuft seit {$since}. Wann war Schluss?
app-forgotten-planned = {$at}, wie geplant
app-forgotten-other = Andere Zeit angeben
app-forgotten-still = Ich arbeite noch
app-and-then = {", "}
app-you = du
app-employer = Arbeitgeber:in
app-day-unknown = Tag noch unklar

# Einträge
app-entry-running = läuft
app-entry-unsettled = ungeklärt
app-entry-retracted = zurückgenommen
app-part = {$kind}: {$times}
app-note-reconstructed = nachgetragen, nicht gestempelt
app-note-nothing-happened = nichts vorgefallen
app-note-agreed = nach deiner Zustimmung geändert
app-note-over-objection = so freigegeben, obwohl du nicht zugestimmt hast
app-note-two-values = Zwei Angaben für {$field}: {$values}
app-step-saved = hier gespeichert
app-step-office = beim Büro
app-step-seen = von der Arbeitgeber:in gesehen
app-step-approved = freigegeben
app-step-payroll = bei der Lohnabrechnung
app-step-held = beim Büro, wartet auf die Arbeitgeber:in

app-kind-work = Arbeit
app-kind-paid-break = bezahlte Pause
app-kind-travel = Fahrt
app-kind-meeting = Besprechung
app-kind-training = Fortbildung
app-kind-standby = Bereitschaft
app-kind-call-out = Einsatz
app-kind-on-call = Rufbereitschaft
app-kind-unpaid-break = Pause

app-field-exists = Eintrag
app-field-start = Beginn
app-field-end = Ende
app-field-place = Arbeitsort
app-field-funding = Kostenträger
app-field-part-exists = Teil
app-field-part-kind = Art des Teils
app-field-part-from = Beginn des Teils
app-field-part-to = Ende des Teils
app-field-away = anderer Ort
app-value-is = gilt
app-value-is-not = gilt nicht

app-finding-end-before-start = Das Ende liegt vor dem Anfang.
app-finding-zero-length = Anfang und Ende sind in derselben Minute.
app-finding-longer-than-36-hours = Länger als 36 Stunden.
app-finding-no-beginning = Der Anfang fehlt.
app-finding-unknown-place = Der Arbeitsort ist dieser Version unbekannt.
app-finding-unknown-funding = Ein Kostenträger ist dieser Version unbekannt.
app-finding-part-outside = Ein Teil liegt außerhalb der Schicht.
app-finding-part-end-before-start = Ein Teil endet, bevor er beginnt.
app-finding-part-zero-length = Ein Teil beginnt und endet in derselben Minute.
app-finding-part-open = Ein Teil hat kein Ende.
app-finding-part-without-beginning = Ein Teil hat keinen Anfang.
app-finding-parts-overlap = Zwei Teile überschneiden sich.
app-finding-call-out-outside-standby = Ein Einsatz liegt außerhalb der Bereitschaft.
app-finding-overlap = Überschneidet sich mit einer anderen Schicht.
app-finding-two-running = Zwei Schichten laufen zugleich.
app-finding-began-while-running = Begann, während eine andere lief.
app-finding-typed-time-never = Diese Uhrzeit gab es in der Nacht der Zeitumstellung nicht.
app-finding-typed-time-twice = Diese Uhrzeit gab es in der Nacht der Zeitumstellung zweimal.
app-finding-typed-time-differs = Die eingetippte Uhrzeit passt nicht zur gespeicherten.
app-finding-answer-without-proposal = Eine Antwort ohne Vorschlag.
app-finding-answers-disagree = Auf zwei Geräten verschieden beantwortet.
app-finding-quiet-night-with-call-out = „Nichts vorgefallen“ neben einem Einsatz.

# Korrekturen
app-change = {$field}: {$now}, vorgeschlagen {$proposed}
app-change-new = {$field}: vorgeschlagen {$proposed}
app-reason = Grund: {$reason}
app-story-replaced = Durch eine spätere Angabe ersetzt.
app-agree = Zustimmen
app-object = Widersprechen
app-correction-open = wartet auf Antwort
app-correction-agreed = zugestimmt
app-correction-objected = widersprochen
app-correction-disputed = auf zwei Geräten verschieden beantwortet
app-correction-withdrawn = zurückgezogen
app-correction-stale = überholt
app-correction-over = ohne Zustimmung freigegeben

# Plan
app-planned-spoken = {$day}, {$times}
app-planned-cancelled = abgesagt
app-planned-for = {$name}: {$times}

# Telefon und Büro
app-waiting = {$count ->
    [0] Alles ist beim Büro.
    [one] Eine Buchung wartet auf das Büro.
   *[other] {$count} Buchungen warten auf das Büro.
}
app-never-heard = Vom Büro noch nie etwas gehört.
app-heard = Letzter Kontakt: {$at}.
app-held = {$count ->
    [one] Das Büro hält eine Buchung zurück, bis die Arbeitgeber:in entscheidet.
   *[other] Das Büro hält {$count} Buchungen zurück, bis die Arbeitgeber:in entscheidet.
}
app-synced = {$sent ->
    [0] Abgeglichen.
    [one] Abgeglichen: eine Buchung ist beim Büro angekommen.
   *[other] Abgeglichen: {$sent} Buchungen sind beim Büro angekommen.
}
app-event-clock-in = Kommen
app-event-clock-out = Gehen
app-event-part-start = Beginn: {$kind}
app-event-part-end = Ende eines Teils
app-event-part = Teil nachgetragen
app-event-manual-entry = Schicht nachgetragen
app-event-correction = Korrektur
app-event-stated-end = Ende nachgetragen
app-event-retraction = Rücknahme
app-event-undone = Rückgängig
app-event-quiet-night = nichts vorgefallen
app-event-month-complete = Monat vollständig
app-event-answer = Antwort auf eine Korrektur
app-event-approval = Freigabe
app-event-proposal = Vorschlag
app-event-absence = Abwesenheit
app-event-other = anderes

# Monat
app-month = {$month}
app-month-line = {$state}, {$hours}
app-month-open = offen
app-month-partly-approved = einzelne Tage freigegeben
app-month-approved = freigegeben
app-month-reopened = wieder geöffnet
app-month-changed = seit der Freigabe geändert
app-provisional = Vorläufig: kann sich bis zur Freigabe noch ändern.
app-complete = {$month} für vollständig erklären
app-complete-no = Noch nicht für vollständig erklärt.
app-complete-yes = Für vollständig erklärt.
app-complete-changed = Für vollständig erklärt, danach geändert.
app-without-pay = Ohne Vertrag kann das Telefon keinen Lohn zeigen.
app-money = {$amount}
app-times = {$count} ×
app-notice-on = {$day}: {$text}
app-several = Arbeitszeiten bei mehreren Arbeitgeber:innen zählen nach dem Arbeitszeitgesetz zusammen. Diese Summe siehst nur du.
app-several-total = Zusammen

# Wer was sieht
app-readers = {$what}: {$who}
app-readers-hours = Deine Stunden
app-readers-approvals = Korrekturen und Freigaben
app-readers-plan = Dein Plan
app-readers-contract = Dein Vertrag
app-readers-person = Name und Kontakt
app-role-employer = Arbeitgeber:in
app-role-deputy = Vertretung
app-role-assistant = Assistent:in
app-role-coach = Jobcoach
app-role-payroll-office = Lohnbüro
app-role-nobody = ehemaliges Mitglied

# Alles über mich
app-export-title = Alles über mich
app-export-plan = Plan
app-export-readers = Wer was sehen darf
app-export-day = Tag
app-export-times = Zeiten
app-export-worked = Arbeitszeit
app-export-known = Stand

# Arbeitgeber:in
app-on-shift = {$count ->
    [0] Niemand ist gerade im Dienst.
    [one] Eine Person ist im Dienst.
   *[other] {$count} Personen sind im Dienst.
}
app-waits-for-you = {$count ->
    [0] Nichts wartet auf Sie.
    [one] Ein Monat wartet auf Sie.
   *[other] {$count} Monate warten auf Sie.
}
app-whose-month = {$name}, {$month}
app-waits-complete = für vollständig erklärt, wartet auf Ihre Freigabe
app-waits-over = Monat ist vorbei, noch nicht freigegeben
app-waits-changed = seit der Freigabe geändert
app-waits-reopened = wieder geöffnet
app-waits-objected = einer Korrektur wurde widersprochen
app-approve = Freigabe für {$whose}

# Was auf den Bildschirmen fest steht
app-label-app = Assistenzzeit
app-label-today = Heute
app-label-plan = Plan
app-label-month = Monat
app-label-months = Monate
app-label-corrections = Korrekturen
app-label-absences = Abwesenheiten
app-label-settings = Einstellungen
app-label-sync = Telefon und Büro
app-label-unsent = Was noch wartet
app-label-readers = Wer was sehen darf
app-label-everything = Alles über mich sichern
app-label-several = Alle Arbeitgeber:innen zusammen
app-label-employers = Arbeitgeber:innen
app-label-language = Sprache
app-label-last-shifts = Letzte Schichten
app-label-next = Nächster Dienst
app-label-no-plan = Kein Dienst geplant.
app-label-no-entries = Noch keine Einträge.
app-label-totals = Summen
app-label-pay = Lohn
app-label-why = Warum?
app-label-notices = Hinweise
app-label-missing = Geplant, aber nichts eingetragen
app-label-known = Stand
app-label-story = Verlauf
app-label-late-entry = Schicht nachtragen
app-label-correct = Zeiten ändern
app-label-retract = Eintrag zurücknehmen
app-label-day = Tag
app-label-from = Von
app-label-to = Bis
app-label-reason = Grund
app-label-reason-hint = Ein Satz genügt.
app-label-kind = Art
app-label-add-part = Pause oder Bereitschaft dazu
app-label-save = Speichern
app-label-cancel = Abbrechen
app-label-back = Zurück
app-label-details = Einzelheiten
app-label-on-shift = Im Dienst
app-label-planned-today = Heute geplant
app-label-waiting = Wartet auf Sie
app-label-exceptions = Ansehen
app-label-approve-over = Trotzdem freigeben, mit Grund
app-label-pair = Telefon koppeln
app-label-pair-hint = Die Arbeitgeber:in zeigt dir einen Code. Scanne ihn oder tippe ihn ein.
app-label-pair-scan = Code scannen
app-label-pair-type = Code eintippen
app-label-pair-code = Kopplungscode
app-label-pair-digits = Vergleicht diese sechs Ziffern. Sind sie auf beiden Geräten gleich?
app-label-pair-waiting = Warte, bis die Arbeitgeber:in bestätigt.
app-label-pair-done = Gekoppelt. Ab jetzt zeichnest du auch ohne Netz auf.
app-label-add-employer = Weitere Arbeitgeber:in hinzufügen
app-label-place = Wo arbeitest du?
app-label-place-hint = Das Bundesland bestimmt die Feiertage. Wo genau, fragt niemand.
app-label-no-surveillance = Kein Standort, keine Biometrie, kein Foto. Niemals.
app-label-machine-made = Diese Sprache wurde von einer Maschine übersetzt und noch nicht geprüft. Im Zweifel gilt Deutsch.
app-label-widget-off = Keine Schicht
app-label-widget-on = Im Dienst
app-label-notification = Deine Schicht läuft

# Wenn etwas nicht geht
app-fault = Das hat nicht geklappt. Was gespeichert war, ist noch da.
app-refused-otherwise = Das ging nicht ({$code}).
app-refused-no-place = Wo wird gearbeitet? Bitte das Bundesland wählen.
app-refused-typed-time-twice = Diese Uhrzeit gibt es in der Nacht der Zeitumstellung zweimal. Bitte eine andere Minute angeben.
app-refused-typed-time-never = Diese Uhrzeit gibt es in der Nacht der Zeitumstellung nicht.
app-refused-not-a-time = Das ist keine Uhrzeit. Bitte so schreiben: 08:30.
app-refused-not-a-day = Das ist kein Tag.
app-refused-not-a-month = Das ist kein Monat.
app-refused-not-an-id = Diesen Eintrag gibt es hier nicht.
app-refused-not-a-language = Diese Sprache gibt es hier nicht.
app-refused-not-a-place = Diesen Arbeitsort gibt es hier nicht.
app-refused-nothing-to-undo = Es gibt nichts mehr zurückzunehmen.
app-refused-unsent-left = Hier liegt noch etwas, das nicht beim Büro ist. Bitte erst abgleichen.
app-refused-key-vault = Der Schlüsselspeicher dieses Telefons gibt den Schlüssel gerade nicht her. Bitte das Telefon entsperren und noch einmal versuchen.
app-refused-no-such-phone = Diese Arbeitgeber:in gibt es auf diesem Telefon nicht.
app-refused-not-paired = Dieses Telefon ist noch nicht gekoppelt.
app-refused-already-paired = Dieses Telefon ist mit diesem Team schon gekoppelt.
app-refused-waiting-for-confirmation = Die Arbeitgeber:in hat noch nicht bestätigt.
app-refused-pairing-over = Diese Kopplung ist vorbei. Bitte einen neuen Code geben lassen.
app-refused-not-a-pairing-code = Das ist kein Kopplungscode von Assistenzzeit.
app-refused-pairing-code-needs-newer-version = Dieser Code braucht eine neuere Version der App.
app-refused-pairing-code-mistyped = Der Code ist vertippt oder unvollständig.
app-refused-unknown-token = Das Büro kennt diesen Code nicht.
app-refused-used-token = Dieser Code wurde schon benutzt.
app-refused-expired-token = Dieser Code ist abgelaufen. Bitte einen neuen geben lassen.
app-refused-other-office = Geantwortet hat ein anderes Büro als das im Code. Nichts wurde übernommen.
app-refused-wrong-key = Geantwortet hat jemand, der den Schlüssel des Büros nicht hat. Nichts wurde gesendet.
app-refused-not-an-address = Die Adresse des Büros ist nicht lesbar.
app-refused-plain-http = Die Verbindung zum Büro wäre nicht verschlüsselt. Nichts wurde gesendet.
app-refused-setup = Die Verbindung kann auf diesem Telefon nicht aufgebaut werden.
app-refused-unreachable = Das Büro ist gerade nicht erreichbar. Alles bleibt hier gespeichert.
app-refused-timed-out = Das Büro hat nicht rechtzeitig geantwortet. Alles bleibt hier gespeichert.
app-refused-cut-off = Die Verbindung ist abgerissen. Alles bleibt hier gespeichert.
app-refused-unknown-device = Das Büro kennt dieses Telefon nicht oder nicht mehr.
app-refused-old-app = Diese App ist älter als das Büro. Bitte die App aktualisieren. Alles bleibt hier gespeichert.
app-refused-old-office = Das Büro ist älter als diese App. Bitte sag dort Bescheid: Das Büro muss aktualisiert werden. Alles bleibt hier gespeichert.
app-refused-already-clocked-in = Es läuft schon eine Schicht. Erst gehen, oder sagen, wann sie zu Ende war.
app-refused-not-clocked-in = Es läuft keine Schicht.
app-refused-part-running = In dieser Schicht läuft schon etwas. Bitte erst beenden.
app-refused-no-part-running = In dieser Schicht läuft gerade nichts, was zu beenden wäre.
app-refused-call-out-outside-standby = Ein Einsatz beginnt nur in der Bereitschaft.
app-refused-no-such-entry = Diesen Eintrag gibt es hier nicht.
app-refused-not-now = Das geht bei diesem Eintrag nicht mehr.
app-refused-wrong-order = Das Ende liegt vor dem Anfang, oder ein Teil liegt außerhalb der Schicht.
app-refused-in-the-future = Diese Zeit ist noch nicht gekommen.
app-refused-reason-needed = Bitte einen Grund angeben.
app-refused-unsettled-shifts = In diesem Monat läuft noch eine Schicht, oder eine ist ungeklärt.
app-refused-findings = In diesem Monat ist noch etwas zu klären.
app-refused-open-proposals = Eine Korrektur ist noch ohne Zustimmung.
app-refused-nothing-to-approve = Seit der Freigabe hat sich nichts geändert.
app-refused-not-approved = Dieser Monat ist nicht freigegeben.
app-refused-no-contract = Für diesen Monat gibt es keinen Vertrag.
app-refused-no-right = Dieses Telefon darf das nicht.
app-refused-newer-version = Ein Teil stammt von einer neueren Version. Bitte die App aktualisieren.
