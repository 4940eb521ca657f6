# Dokumente: Stundenzettel, Monatsübersicht, Dienstplan, Begleitblatt.

sheet-day = { $day }
sheet-money = { $amount }
sheet-next-day = { $time } (Folgetag)
sheet-later-day = { $time } ({ $day })
sheet-month-of = { $month }
sheet-sum = Summe

sheet-time-title = Stundenzettel { $month }
sheet-team-title = Monatsübersicht des Teams, { $month }
sheet-plan-title = Dienstplan { $month }
sheet-cover-title = Begleitblatt zur Lohnabrechnung { $month }

sheet-provisional = Vorläufig: Dieser Monat ist noch nicht freigegeben. Die Angaben können sich ändern.
sheet-approved = Freigegeben am { $day }.
sheet-approved-days = Freigegeben am { $day } für einzelne Tage: { $days }.
sheet-team-standing = { $count ->
    [0] Alle Monate sind freigegeben.
    [one] Ein Monat ist noch nicht freigegeben und nicht mitgezählt.
   *[other] { $count } Monate sind noch nicht freigegeben und nicht mitgezählt.
}
sheet-plan-standing = { $count ->
    [0] Alle geplanten Dienste sind veröffentlicht.
    [one] Ein Entwurf ist noch nicht veröffentlicht und fehlt hier.
   *[other] { $count } Entwürfe sind noch nicht veröffentlicht und fehlen hier.
}

sheet-employer = Arbeitgeber:in
sheet-assistant = Assistent:in
sheet-month = Zeitraum
sheet-cost-centre = Kostenstelle
sheet-account = Stand des Stundenkontos
sheet-payroll-office = Lohnbüro
sheet-program = Programm
sheet-made-on = Erstellt am { $day }
sheet-page = Seite { $page } von { $pages }

sheet-duties = Dienste
sheet-no-duties = In diesem Monat gibt es keine Dienste.
sheet-date = Tag
sheet-begin = Beginn
sheet-end = Ende
sheet-breaks = Pausen
sheet-length = Stunden
sheet-standby = davon Bereitschaft
sheet-call-out = davon Einsatz
sheet-night-25 = Nacht 25 %
sheet-night-40 = Nacht 40 %
sheet-sunday = Sonntag
sheet-holiday = Feiertag
sheet-holiday-125 = Feiertag 125 %
sheet-holiday-150 = Feiertag 150 %
sheet-place = Ort
sheet-funding = Kostenträger
sheet-remark = Bemerkung
sheet-reconstructed = nachgetragen
sheet-share-minutes = { $length }{ "\u00A0" }h
sheet-share-percent = { $percent }
sheet-share-rest = Rest

sheet-absences = Abwesenheiten
sheet-from-day = von
sheet-to-day = bis
sheet-absence = Grund
sheet-credited = Stunden gutgeschrieben

sheet-pay = Lohn
sheet-pay-intro = Brutto, nach Lohnarten. Was jede Zeile zählt, steht Minute für Minute in der Datendatei (JSON). Einem PDF hängt sie an.
sheet-pay-kind = Lohnart
sheet-pay-quantity = Menge
sheet-pay-rate = Euro je Stunde
sheet-pay-paid = Brutto
sheet-pay-tax-free = davon steuerfrei
sheet-wage-type = Nummer
sheet-in-file = in der Datei

sheet-people = Assistent:innen
sheet-no-people = In diesem Team arbeitet noch niemand.
sheet-name = Name
sheet-approval = Freigabe
sheet-is-approved = freigegeben
sheet-days-approved = einzelne Tage
sheet-team-days = { $count ->
    [one] Von einem Monat sind nur einzelne Tage freigegeben; nur diese zählen hier.
   *[other] Von { $count } Monaten sind nur einzelne Tage freigegeben; nur diese zählen hier.
}
sheet-open = offen
sheet-shifts = Dienste
sheet-vacation = Urlaub
sheet-sick = Krankheit
sheet-pseudonym = Assistenz { $number }

sheet-plan-days = Tage
sheet-plan-empty = In diesem Monat ist nichts geplant.
sheet-plan-nobody = niemand eingeteilt
sheet-plan-open = noch offen
sheet-who = Wer
sheet-note = Hinweis
sheet-team = Team
sheet-file = Datei
sheet-rows = Zeilen
sheet-sha = SHA-256
sheet-no-files = Es gibt keine Dateien.

sheet-proof = Nachweis
sheet-proof-how = Dieses Blatt beruht auf einem Protokoll, in dem keine Änderung unbemerkt bleibt. Die Prüfsummen unten gehören genau zu den freigegebenen Angaben. Die Nachweisdatei enthält dieselben Prüfsummen; das Programm „assistenzzeit verify“ prüft sie ohne das Büro.
sheet-proof-files = Die Prüfsummen gehören zu den Dateien, die mit diesem Blatt übergeben werden.
sheet-proof-file = { $name }, SHA-256: { $sha }
sheet-proof-statement = Freigegebene Angaben, SHA-256: { $sha }
sheet-proof-statement-of = { $name }, freigegebene Angaben, SHA-256: { $sha }
sheet-proof-checkpoint = Unterschriebener Prüfpunkt des Protokolls:
sheet-proof-code = Die Prüfsummen als QR-Code
sheet-letters = Zeichen, die keine der Schriften hat, stehen hier als Nummer, etwa [U+1F600]. Die angehängten Daten enthalten sie selbst.
sheet-attachment = Alle Angaben als Daten (JSON)

sheet-sign-assistant = Datum, Unterschrift Assistent:in
sheet-sign-employer = Datum, Unterschrift Arbeitgeber:in

# Die Seite, von der man sie herunterlädt.
page-documents-title = Dokumente, { $month }
page-documents-lead = Jedes Dokument gibt es als Tabelle zum Weiterrechnen, als Textdatei und als Daten für andere Programme (JSON).
page-documents-lead-pdf = Zum Lesen, Drucken und Aufbewahren nehmen Sie das PDF: Vorleseprogramme finden sich darin zurecht, es lässt sich auf Dauer ablegen, und die Daten hängen an.
page-documents-for = Für wen
page-documents-for-team = Für uns: mit Namen, Bemerkungen und Lohn
page-documents-for-cost-bearer = Für einen Kostenträger: ohne Namen, Bemerkungen und Lohn
page-documents-centre = Nur diese Kostenstelle
page-documents-centre-hint = Leer lassen für alle. So heißt sie im Vertrag.
page-documents-language = Sprache der Dokumente
page-documents-in-de = Deutsch
page-documents-in-en = English
page-documents-in-de-simple = Leichte Sprache
page-documents-sign = Mit Zeilen für Unterschriften
page-documents-apply = So anzeigen
page-documents-time-sheets = Stundenzettel
page-documents-who = Wer
page-documents-team = Ganzes Team
page-documents-team-month = Monatsübersicht
page-documents-plan = Dienstplan
page-documents-what = Was
page-documents-month-before = Dokumente für { $month }
page-documents-nobody = Für { $month } gibt es kein Dokument, das Sie sehen dürfen.
page-documents-go = Stundenzettel und andere Dokumente: { $month }
page-documents-no-pdf = Dieses Büro ist ohne PDF gebaut. Tabelle und Textdatei enthalten dieselben Angaben.
page-refused-no_pdf = Dieses Büro ist ohne PDF gebaut.
page-refused-no_pdf-next = Laden Sie die Tabelle oder die Textdatei herunter: Sie enthalten dieselben Angaben. Wer das Büro betreibt, kann es mit PDF bauen.
page-documents-link = { $what } { $who }, { $form }

sheet-land-bb = Brandenburg
sheet-land-be = Berlin
sheet-land-bw = Baden-Württemberg
sheet-land-by = Bayern
sheet-land-hb = Bremen
sheet-land-he = Hessen
sheet-land-hh = Hamburg
sheet-land-mv = Mecklenburg-Vorpommern
sheet-land-ni = Niedersachsen
sheet-land-nw = Nordrhein-Westfalen
sheet-land-rp = Rheinland-Pfalz
sheet-land-sh = Schleswig-Holstein
sheet-land-sl = Saarland
sheet-land-sn = Sachsen
sheet-land-st = Sachsen-Anhalt
sheet-land-th = Thüringen
