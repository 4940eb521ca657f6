# Eine Abwesenheit: Art, Tage, Stand und was dazu zu sagen ist.

absence-day = { $day }
absence-one-day = { $from }
absence-days = { $from } bis { $to } ({ $count } Tage)
absence-span = { $from } bis { $to }
absence-number-of-days = { $one ->
    [1] ein Tag
   *[other] { $number } Tage
}
absence-days-unknown = Tage ungeklärt
absence-kind-vacation = Urlaub
absence-kind-sick = Krank
absence-kind-child_sick = Kind krank
absence-kind-holiday_not_worked = Frei wegen Feiertag
absence-kind-special_leave = Sonderurlaub
absence-kind-unpaid_leave = Unbezahlter Urlaub
absence-kind-maternity_leave = Mutterschutz
absence-kind-employment_ban = Beschäftigungsverbot (Schwangerschaft, Stillen)
absence-kind-unknown = Art ungeklärt
absence-state-requested = wartet auf Entscheidung
absence-state-granted = genehmigt
absence-state-declined = abgelehnt
absence-state-reported = gemeldet
absence-state-entered = eingetragen
absence-state-withdrawal_asked = soll zurückgenommen werden
absence-state-withdrawn = zurückgezogen
absence-state-taken_back = zurückgenommen
absence-state-unsettled = ungeklärt
absence-asked-since = Seit der Entscheidung neu gefragt: { $text }. Bis dahin gilt, was genehmigt ist.
absence-note = Dazu geschrieben: { $text }
absence-reason = Begründung: { $text }
absence-entered-because = Eingetragen, weil: { $text }
absence-takes = Verbraucht { $text } Urlaub.
absence-unsettled-decisions = Es gibt zwei verschiedene Entscheidungen. Sie zählt erst, wenn eine davon zurückgenommen ist.
absence-unsettled-field = Zwei verschiedene Angaben: { $field }. Sie zählt erst, wenn geklärt ist, was gilt.
absence-unsettled-days = Die Tage oder die Art passen nicht. Sie zählt erst, wenn das berichtigt ist.
absence-field-first_day = erster Tag
absence-field-last_day = letzter Tag
absence-field-kind = Art
absence-field-note = Bemerkung
absence-field-certificate = Bescheinigung
absence-field-certificate_day = Tag der Bescheinigung
absence-field-same_illness = frühere Krankheit
absence-field-vacation_days = Urlaubstage
absence-field-withdrawn = zurückgezogen oder nicht
absence-certificate-not-needed = Eine Bescheinigung ist noch nicht nötig.
absence-certificate-missing = Eine Bescheinigung fehlt noch; sie ist ab { $day } nötig (§ 5 Abs. 1 EFZG).
absence-certificate-expected = Ärztlich bescheinigt am { $day }; noch nicht abgerufen.
absence-certificate-electronic = Elektronische Bescheinigung (eAU) abgerufen am { $day }.
absence-certificate-paper = Bescheinigung auf Papier gesehen am { $day }.
absence-maternity-due = Erwarteter Geburtstermin: { $day }.
absence-maternity-birth = Geburt am { $day }.
absence-maternity-nursing = Stillen ist bekannt bis { $day }.
absence-maternity-leave = Nach § 3 MuSchG muss in dieser Zeit niemand arbeiten. Die Krankenkasse zahlt Mutterschaftsgeld, die Arbeitgeber:in legt den Rest dazu (§ 20 MuSchG).
absence-maternity-ban = Der Lohn geht weiter: der Durchschnitt der drei Monate vor der Schwangerschaft (§ 18 MuSchG).
absence-maternity-due-missing = Der erwartete Geburtstermin fehlt noch. Ohne ihn lässt sich der Lohn dafür nicht berechnen.
