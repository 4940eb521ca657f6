# Seiten „Lohn“ und „Nachweis“: Übergabe an das Lohnbüro, Fragen, Nachweisdatei.

page-payroll-title = Lohnübergabe { $month }
page-payroll-month = { $month }
page-payroll-money = { $amount }
page-payroll-previous = Zurück zu { $month }
page-payroll-next = Weiter zu { $month }
page-payroll-months = Andere Monate
page-payroll-all-of = { $name }

page-payroll-state-missing = { $count ->
    [one] Noch eine Sache fehlt, dann kann die Übergabe beginnen.
   *[other] Noch { $count } Dinge fehlen, dann kann die Übergabe beginnen.
}
page-payroll-state-ready = Alles ist da. { $month } kann an { $office } gehen.
page-payroll-state-ready-nameless = Alles ist da. { $month } kann an das Lohnbüro gehen.
page-payroll-state-part = Die freigegebenen Tage von { $month } können an { $office } gehen. Andere Tage fehlen noch.
page-payroll-state-part-nameless = Die freigegebenen Tage von { $month } können an das Lohnbüro gehen. Andere Tage fehlen noch.
page-payroll-state-nothing = Für { $month } gibt es nichts Neues zu übergeben.
page-payroll-state-no-office = Sie haben noch kein Lohnbüro eingetragen.
page-payroll-state-no-office-body = Wenn Sie selbst abrechnen, zum Beispiel mit dem Haushaltsscheck, reichen die Beträge unten. Für ein Lohnbüro tragen Sie ein, welches Programm es benutzt.
page-payroll-to-settings = Lohnbüro eintragen
page-payroll-missing = Das fehlt noch
page-payroll-hints = Bitte lesen
page-payroll-todo-settings = Ändern Sie das in den Einstellungen des Lohnbüros.
page-payroll-mend-month = { $month } von { $name } ansehen
page-payroll-mend-contract = Vertrag von { $name } ansehen
page-payroll-mend-settings = Einstellungen des Lohnbüros ansehen

page-payroll-prepare = Übergabe { $month } prüfen und abschließen
page-payroll-confirm-title = { $month } an das Lohnbüro übergeben?
page-payroll-confirm-lead = Das Büro schreibt die Dateien und unterschreibt die Übergabe. Sie können die Dateien danach herunterladen.
page-payroll-confirm-later = Was sich später ändert, geht als Korrektur mit der nächsten Übergabe hinaus. Eine Übergabe wird nie überschrieben.
page-payroll-confirm = { $month } jetzt übergeben
page-payroll-confirm-back = Noch nicht übergeben
page-payroll-made = { $month } ist übergeben. Die Dateien liegen bereit.

page-payroll-facts = Auf einen Blick
page-payroll-fact-office = Lohnbüro
page-payroll-fact-people = Personen
page-payroll-fact-files = Zeilen in den Dateien
page-payroll-fact-by-hand = Zeilen, die das Lohnbüro von Hand eingibt
page-payroll-fact-corrections = Korrekturen früherer Monate
page-payroll-fact-paid = Brutto zusammen

page-payroll-sent = Übergaben
page-payroll-sent-none = Für { $month } ist noch nichts übergeben.
page-payroll-sent-at = Übergabe vom { $day }
page-payroll-sent-file = Datei
page-payroll-sent-state = Stand
page-payroll-sent-sha = Prüfsumme (SHA-256)
page-payroll-download = { $name } herunterladen
page-payroll-download-cover = Begleitblatt vom { $day } herunterladen, { $form }
page-payroll-cover-as-text = Text
page-payroll-collected = Abgeholt am { $day }
page-payroll-not-collected = Noch nicht abgeholt

page-payroll-cover = Begleitblatt
page-payroll-cover-lead = Das steht in der nächsten Übergabe, Person für Person.
page-payroll-cover-none = Keine neuen Zeilen.
page-payroll-person = { $name }, Personalnummer { $number }
page-payroll-person-plain = { $name }
page-payroll-joined = Neu im Team seit { $day }
page-payroll-left = Letzter Arbeitstag: { $day }
page-payroll-changed = Neue Fassung des Vertrags ab { $day }
page-payroll-away = { $kind } vom { $from } bis { $to }
page-payroll-certificate = Bescheinigung vom { $day }
page-payroll-no-certificate = Bescheinigung liegt noch nicht vor
page-payroll-due = erwarteter Geburtstermin { $day }
page-payroll-line = Wofür
page-payroll-quantity = Menge
page-payroll-amount = Betrag
page-payroll-way = Weg
page-payroll-in-file = In der Datei
page-payroll-refused = Noch in keiner Datei: siehe „Das fehlt noch“
page-payroll-sum = Summe { $name }
page-payroll-no-lines = Keine Zeilen in dieser Übergabe.
page-payroll-corrects = Korrektur für { $month }
page-payroll-corrects-why = Korrektur für { $month }: { $reason }

page-payroll-by-hand = Von Hand einzugeben
page-payroll-by-hand-lead = Diese Zeilen stehen in keiner Datei. Das Lohnbüro gibt sie selbst ein.
page-payroll-earlier = Frühere Monate, die noch warten
page-payroll-earlier-lead = In diesen Monaten ist noch etwas zu zahlen. Es geht mit der nächsten Abrechnung hinaus, sobald Sie den Monat freigegeben haben.
page-payroll-earlier-open = {$month} von {$name}: noch nicht freigegeben
page-payroll-earlier-changed = {$month} von {$name}: nach der Freigabe geändert
page-payroll-changes = Geändert seit der letzten Übergabe
page-payroll-changes-lead = Diese Zeilen berichtigen Monate, die schon übergeben sind.

page-payroll-gross = Brutto je Person
page-payroll-gross-lead = Beträge aus freigegebenen Monaten, für den Haushaltsscheck oder die eigene Abrechnung.
page-payroll-gross-name = Person
page-payroll-gross-paid = Brutto
page-payroll-gross-tax-free = davon steuerfrei
page-payroll-gross-sv-free = davon beitragsfrei
page-payroll-gross-none = Noch ist kein Monat freigegeben, aus dem etwas zu zahlen wäre.
page-payroll-gross-all = Zusammen
page-payroll-gross-lines = Lohnzeilen je Person

page-payroll-questions = Fragen des Lohnbüros
page-payroll-questions-none = Bisher gibt es keine Fragen zu { $month }.
page-payroll-question = Frage vom { $day }
page-payroll-question-about = Frage vom { $day } zu { $name }
page-payroll-answered = Beantwortet
page-payroll-open = Wartet auf Antwort
page-payroll-answer-of = Antwort vom { $day }
page-payroll-answer = Ihre Antwort
page-payroll-answer-hint = Das Lohnbüro und die Arbeitgeber:in lesen sie hier.
page-payroll-answer-send = Antwort senden
page-payroll-answer-sent = Ihre Antwort ist gesendet.
page-payroll-ask = Eine Frage stellen
page-payroll-ask-text = Ihre Frage zu { $month }
page-payroll-ask-about = Um wen geht es?
page-payroll-ask-nobody = Niemand Bestimmtes
page-payroll-ask-send = Frage senden
page-payroll-ask-sent = Ihre Frage ist gesendet.
page-payroll-text-empty = Schreiben Sie bitte einen Text.
page-payroll-text-long = Kürzen Sie den Text auf höchstens 1.000 Buchstaben.

page-payroll-office-approved = Freigegebene Monate
page-payroll-office-approved-lead = Diese Monate hat die Arbeitgeber:in freigegeben.
page-payroll-office-approved-none = Für { $month } ist noch kein Monat freigegeben.
page-payroll-office-lead = Hier holen Sie die Dateien für { $month } ab und stellen Rückfragen.

page-evidence-title = Nachweis
page-evidence-lead = In der Nachweisdatei steht alles, was dieses Team aufgezeichnet hat: jeder Eintrag, von wem er stammt und wann das Büro ihn bekam. Wer die Datei hat, kann sie ohne dieses Büro prüfen.
page-evidence-download = Nachweisdatei herunterladen
page-evidence-file = In der Datei stehen Namen, Zeiten und Löhne
page-evidence-file-care = Geben Sie die Datei nur Menschen, die das alles sehen sollen.
page-evidence-proves = Was die Datei belegt
page-evidence-proves-1 = Kein Eintrag wurde nachträglich geändert. Jeder trägt die Unterschrift des Geräts, auf dem er entstand.
page-evidence-proves-2 = Kein Eintrag fehlt. Jedes Gerät zählt seine Einträge durch, und das Büro hält die Reihenfolge aller Einträge fest.
page-evidence-proves-3 = Das Büro hatte jeden Eintrag spätestens zu der Zeit, die dabeisteht.
page-evidence-proves-4 = Was freigegeben wurde, steht wörtlich darin: jede Minute, jeder Cent und die Regel dazu.
page-evidence-proves-5 = Was nach Ablauf der Aufbewahrung gelöscht wurde, ist als gelöscht zu erkennen, mit der Regel dafür.
page-evidence-not = Was die Datei nicht belegt
page-evidence-not-1 = Ob eine Zeit stimmt. Sie belegt, dass jemand sie so aufgezeichnet hat, nicht dass gearbeitet wurde.
page-evidence-not-2 = Wer das Telefon in der Hand hatte. Sie belegt das Gerät, nicht den Menschen.
page-evidence-not-3 = Wann genau getippt wurde, wenn das Telefon ohne Netz war. Dann gilt die Uhr des Telefons; Zweifel daran stehen dabei.
page-evidence-not-4 = Dass das Büro nach dieser Datei nichts mehr aufgezeichnet hat. Dafür brauchen Sie eine neuere Datei.
page-evidence-check = So prüfen Sie die Datei
page-evidence-check-lead = Auf einem Rechner mit dem Programm Assistenzzeit, ohne Netz:
page-evidence-check-command = assistenzzeit verify { $file }
page-evidence-check-other = Der Aufbau der Datei ist offen beschrieben. Wer uns nicht vertraut, kann sie mit einem eigenen Programm prüfen.
page-evidence-facts = Stand heute
page-evidence-fact-entries = Einträge
page-evidence-fact-since = Aufgezeichnet seit
page-evidence-fact-epoch = Neu begonnen nach einer Sicherung
page-evidence-fact-checkpoint = Siegel des Büros
page-evidence-day = { $day }
page-evidence-never = noch nie
page-evidence-times = { $count ->
    [one] einmal
   *[other] { $count } Mal
}
page-evidence-checkpoint-lead = Schreiben Sie das Siegel auf, oder schicken Sie es jemandem. Damit lässt sich später zeigen, dass der Stand von heute in jeder neueren Datei enthalten ist.
