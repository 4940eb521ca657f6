# Das Telefon auf der Befehlszeile.

phone-digits = Ziffern auf diesem Gerät: {$digits}
    Die Arbeitgeber:in vergleicht sie und bestätigt.
phone-paired = Gekoppelt. Ab jetzt wird auch ohne Netz aufgezeichnet.
phone-in = Gekommen: {$at}.
phone-out = Gegangen: {$at}.
phone-break = Pause seit {$at}.
phone-standby = Bereitschaft seit {$at}.
phone-call-out = Einsatz seit {$at}.
phone-end = Beendet um {$at}.
phone-complete = {$month} ist als vollständig erklärt.
phone-agreed = Dem Vorschlag zugestimmt: {$at}.
phone-objected = Dem Vorschlag widersprochen: {$at}.
phone-saved-here = Auf diesem Gerät gespeichert. Ans Büro geht es beim nächsten Abgleich.

phone-synced = Abgeglichen: {$sent ->
    [one] eine Buchung
   *[other] {$sent} Buchungen
} beim Büro angekommen, {$changed ->
    [one] ein Dokument
   *[other] {$changed} Dokumente
} geändert.
phone-still-waiting = Noch nicht beim Büro: {$count}.
phone-office-restored = Das Büro wurde aus einer Sicherung wiederhergestellt.
phone-sync-more = Es ist noch mehr da. Bitte noch einmal abgleichen.

phone-not-running = Es läuft keine Schicht.
phone-running = Schicht läuft seit {$since} ({$length} Stunden).
phone-running-part = Darin läuft: {$kind} seit {$since} ({$length} Stunden).
phone-never-heard = Vom Büro noch nie etwas gehört.
phone-heard = Zuletzt vom Büro gehört: {$at}.
phone-waiting = {$count ->
    [0] Nichts wartet auf das Büro.
    [one] Eine Buchung wartet auf das Büro:
   *[other] {$count} Buchungen warten auf das Büro:
}
phone-unsent = {$at}: {$what}
phone-month = {$month}: {$state}
phone-month-open = offen
phone-month-partly-approved = einzelne Tage freigegeben
phone-month-approved = freigegeben
phone-month-reopened = wieder geöffnet
phone-month-changed = seit der Freigabe geändert
phone-month-complete = Für vollständig erklärt.
phone-month-complete-changed = Für vollständig erklärt, danach geändert.
phone-entry-settled = {$from} bis {$to} ({$length})
phone-entry-running = seit {$since}, läuft
phone-entry-unsettled = ungeklärt
phone-entry-retracted = zurückgenommen
phone-reached-saved = hier gespeichert
phone-reached-held = beim Büro, wartet auf die Arbeitgeber:in
phone-reached-office = beim Büro
phone-reached-seen = von der Arbeitgeber:in gesehen
phone-reached-approved = freigegeben
phone-reached-payroll = bei der Lohnabrechnung
phone-proposal = Vorschlag: {$change}. Begründung: „{$reason}“
    Zustimmen:     assistenzzeit phone answer {$proposal} --month {$month}
    Widersprechen: assistenzzeit phone answer {$proposal} --month {$month} --object "Grund"
phone-totals = Summen:
phone-totals-provisional = Summen, vorläufig:
phone-total = {$kind}: {$length}

phone-kind-work = Arbeit
phone-kind-paid-break = bezahlte Pause
phone-kind-travel = Fahrt
phone-kind-meeting = Besprechung
phone-kind-training = Fortbildung
phone-kind-standby = Bereitschaft
phone-kind-call-out = Einsatz
phone-kind-on-call = Rufbereitschaft
phone-kind-unpaid-break = Pause

phone-event-clock-in = Kommen
phone-event-clock-out = Gehen
phone-event-work = Beginn: Arbeit
phone-event-paid-break = Beginn: bezahlte Pause
phone-event-travel = Beginn: Fahrt
phone-event-meeting = Beginn: Besprechung
phone-event-training = Beginn: Fortbildung
phone-event-standby = Beginn: Bereitschaft
phone-event-call-out = Beginn: Einsatz
phone-event-on-call = Beginn: Rufbereitschaft
phone-event-unpaid-break = Beginn: Pause
phone-event-part-end = Ende: Pause, Bereitschaft oder Einsatz
phone-event-part = Teil nachgetragen
phone-event-manual-entry = Schicht nachgetragen
phone-event-correction = Korrektur
phone-event-stated-end = Ende nachgetragen
phone-event-retraction = Rücknahme
phone-event-undone = zurückgenommen (gleich danach)
phone-event-quiet-night = nichts vorgefallen
phone-event-month-complete = Monat vollständig
phone-event-answer = Antwort auf einen Vorschlag
phone-event-proposal = Vorschlag
phone-event-approval = Freigabe
phone-event-other = anderes

phone-refused-otherwise = Das ging nicht ({$code}): {$detail}.
phone-refused-no-place = Wo wird gearbeitet? Bitte das Bundesland angeben, zum Beispiel --land NW.
phone-refused-twice = Diese Uhrzeit gibt es in der Nacht der Zeitumstellung zweimal. Bitte eine andere Minute angeben.
phone-refused-never = Diese Uhrzeit gibt es in der Nacht der Zeitumstellung nicht.
phone-refused-not-paired = Dieses Gerät ist noch nicht gekoppelt. Zuerst: assistenzzeit phone pair CODE
phone-refused-already-paired = Dieses Gerät ist schon gekoppelt.
phone-refused-waiting-for-confirmation = Die Arbeitgeber:in hat noch nicht bestätigt. Später noch einmal: assistenzzeit phone pair
phone-refused-pairing-over = Diese Kopplung ist vorbei. Bitte einen neuen Code geben lassen.
phone-refused-unknown-token = Das Büro kennt diesen Code nicht.
phone-refused-used-token = Dieser Code wurde schon benutzt.
phone-refused-expired-token = Dieser Code ist abgelaufen. Bitte einen neuen geben lassen.
phone-refused-other-office = Geantwortet hat ein anderes Büro als das im Code. Nichts wurde übernommen.
phone-refused-wrong-key = Geantwortet hat jemand, der den Schlüssel des Büros nicht hat. Nichts wurde gesendet.
phone-refused-unreachable = Das Büro ist gerade nicht erreichbar. Alles bleibt hier gespeichert.
phone-refused-timed-out = Das Büro hat zu lange nicht geantwortet. Alles bleibt hier gespeichert.
phone-refused-old-app = Dieses Programm ist älter als das Büro. Bitte aktualisieren. Alles bleibt hier gespeichert.
phone-refused-old-office = Das Büro ist älter als dieses Programm und muss aktualisiert werden. Alles bleibt hier gespeichert.
phone-refused-unknown-device = Das Büro kennt dieses Gerät nicht oder nicht mehr.
phone-refused-already-clocked-in = Es läuft schon eine Schicht. Erst gehen, oder sagen, wann sie zu Ende war: phone out --at.
phone-refused-not-clocked-in = Es läuft keine Schicht.
phone-refused-part-running = In dieser Schicht läuft schon etwas. Erst beenden: phone end.
phone-refused-no-part-running = In dieser Schicht läuft gerade nichts, was zu beenden wäre.
phone-refused-call-out-outside-standby = Ein Einsatz beginnt nur in der Bereitschaft.
phone-refused-no-such-entry = Diesen Eintrag gibt es hier nicht.
phone-refused-not-now = Das geht bei diesem Eintrag nicht mehr.
phone-refused-wrong-order = Das Ende liegt vor dem Anfang.
phone-refused-in-the-future = Diese Zeit ist noch nicht gekommen.
phone-refused-reason-needed = Bitte einen Grund angeben.
phone-refused-unsettled-shifts = In diesem Monat läuft noch eine Schicht, oder eine ist ungeklärt.
phone-refused-purged = Die Zeiten dieses Monats sind nach dem Ende der Aufbewahrung gelöscht. Was freigegeben ist, bleibt.
phone-refused-newer-version = Ein Teil stammt von einer neueren Version. Bitte aktualisieren.
