# Was fest auf den Seiten der Apps steht. Assistent:innen mit Du, Arbeitgeber:innen mit Sie.

screen-back = Zurück
screen-notice-read = Gelesen
screen-open = offen
screen-closed = geschlossen
screen-reason = Grund
screen-hint-date = Tag.Monat.Jahr, zum Beispiel 26.11.2026
screen-hint-time = Stunde:Minute, zum Beispiel 14:30
screen-explain = Erklärung

screen-tab-today = Heute
screen-tab-plan = Plan
screen-tab-month = Monat
screen-tab-waiting = Wartet
screen-tab-more = Mehr

screen-today-entries = Heute aufgezeichnet
screen-today-office = Beim Büro

screen-late = Dienst nachtragen
screen-late-intro = Trag hier einen Dienst ein, den du nicht gestempelt hast. Er wird als nachgetragen gezeigt.
screen-late-day = Welcher Tag?
screen-late-other-day = Oder ein anderer Tag
screen-late-from = Beginn
screen-late-until = Ende
screen-late-until-hint = Liegt das Ende vor dem Beginn, gilt der nächste Tag.
screen-late-reason-hint = Zum Beispiel: Telefon vergessen
screen-late-save = Nachtrag speichern

screen-forgotten = Wann war Schluss?
screen-forgotten-other = Es war eine andere Zeit
screen-forgotten-day = Tag
screen-forgotten-time = Ende
screen-forgotten-save = Dieses Ende speichern

screen-plan-empty = Es ist noch kein Dienst für dich geplant.
screen-absence = Abwesend sein
screen-absence-asked = Deine Anfragen
screen-absence-new = Neue Anfrage
screen-absence-from = Erster Tag
screen-absence-until = Letzter Tag
screen-absence-note = Nachricht
screen-absence-note-hint = Freiwillig. Bitte keine Diagnose.
screen-absence-send = Anfrage senden

screen-month-totals = Summen
screen-month-nothing = In diesem Monat ist noch nichts zusammengezählt.
screen-month-missing = Geplant, aber nicht aufgezeichnet

screen-history = Alle Einträge
screen-history-empty = In diesem Monat ist nichts aufgezeichnet.
screen-entry = Eintrag
screen-entry-way = Wie weit der Eintrag ist
screen-entry-story = Was damit geschah
screen-entry-retract-heading = Eintrag zurücknehmen
screen-entry-retract-intro = Der Eintrag zählt dann nicht mehr. Er bleibt als zurückgenommen zu sehen.
screen-entry-retract = Diesen Eintrag zurücknehmen

screen-correction = Vorschlag zur Korrektur
screen-correction-before = Bisher
screen-correction-after = Vorschlag
screen-correction-agree = Zustimmen
screen-correction-otherwise = Das stimmt so nicht?
screen-correction-why = Warum nicht?
screen-correction-why-hint = Deine Arbeitgeber:in liest das.
screen-correction-object = Widersprechen

screen-unsent = Noch nicht beim Büro
screen-unsent-now = Jetzt abgleichen
screen-who-sees = Wer was sehen darf
screen-export = Alles über mich
screen-export-now = Meine Daten als Datei sichern
screen-employers = Arbeitgeber:innen
screen-employers-add = Mit einer weiteren Arbeitgeber:in koppeln
screen-settings = Sprache
screen-more = Mehr

screen-pairing = Telefon koppeln
screen-pairing-code = Code
screen-pairing-code-hint = Den Code bekommst du von deiner Arbeitgeber:in, zum Beispiel als Nachricht.
screen-pairing-go = Mit diesem Code koppeln
screen-pairing-scan = Code mit der Kamera lesen
screen-pairing-confirmed = Die Ziffern sind gleich und bestätigt

screen-desk-on-duty = Jetzt im Dienst
screen-desk-nobody = Niemand ist im Dienst.
screen-desk-next = Als Nächstes
screen-approval-differences = Nicht wie geplant
screen-approval-as-planned = Wie geplant
