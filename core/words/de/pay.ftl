# Lohnzeilen und ihre Erklärung.
# {$…} werden eingesetzt; Schlüssel werden nie umbenannt.

pay-kind-work = Arbeit
pay-kind-standby = Bereitschaft
pay-kind-call_out = Einsatz in Bereitschaft
pay-kind-on_call = Rufbereitschaft
pay-kind-travel = Wegezeit
pay-kind-meeting = Teambesprechung
pay-kind-training = Fortbildung
pay-kind-monthly_salary = Monatsgehalt
pay-kind-night_25 = Nacht {$percent}
pay-kind-night_40 = Nacht 0–4 Uhr {$percent}
pay-kind-sunday_50 = Sonntag {$percent}
pay-kind-holiday_125 = Feiertag {$percent}
pay-kind-holiday_150 = Hoher Feiertag {$percent}
pay-kind-contract = {$word} {$percent}
pay-kind-vacation = Urlaub
pay-kind-sick = Krankheit
pay-kind-child_sick = Kind krank
pay-kind-holiday_not_worked = Feiertag frei
pay-kind-special_leave = Sonderurlaub
pay-kind-unpaid_leave = Unbezahlter Urlaub
pay-kind-maternity_pay = Mutterschutzlohn
pay-kind-maternity_allowance = Zuschuss zum Mutterschaftsgeld
pay-kind-absence_surcharge = Zuschlag Ausfall
pay-kind-hours_account = Stundenkonto
pay-kind-hand_entered = {$word}

pay-hand-expenses = Auslagen
pay-hand-mileage = Fahrtkosten
pay-hand-bonus = Prämie
pay-hand-advance = Vorschuss
pay-hand-lump_standby = Bereitschaft pauschal

pay-title = Lohn {$month}: jede Zeile erklärt
pay-person = Person {$person}
pay-personnel-number = Personalnummer {$number}
pay-no-personnel-number = ohne Personalnummer
pay-contract-since = Vertrag {$id}
pay-times-in = Uhrzeiten: {$zone}, Zonendaten {$data}

pay-column-kind = Lohnart
pay-column-centre = Kostenstelle
pay-column-clock = Std:Min
pay-column-hours = Stunden
pay-column-rate = Satz
pay-column-paid = Betrag
pay-column-tax_free = steuerfrei
pay-column-tax_liable = steuerpfl.
pay-column-sv_free = SV-frei
pay-column-sv_liable = SV-pflichtig
pay-column-accident = UV-pflichtig
pay-total = Summe
pay-in-euro = Beträge in Euro. Satz je Stunde. SV: Sozialversicherung. UV: Unfallversicherung.
pay-worked = Gearbeitet {$minutes} h
pay-credited = angerechnet ohne Arbeit {$minutes} h

pay-why = Woraus sich jede Zeile ergibt
pay-line-rate = {$kind}: {$minutes} h × {$rate} €/h = {$amount}
pay-line-rates = {$kind}: {$minutes} h zu mehreren Sätzen = {$amount}
pay-line-parts = {$kind}: {$parts} = {$amount}
pay-line-part = {$minutes} h × {$rate} €/h
pay-line-salaried = {$kind}: {$minutes} h, mit dem Monatsgehalt bezahlt
pay-line-days = {$kind}: {$count} Tage = {$amount}
pay-line-days-open = {$kind}: {$count} Tage, den Betrag berechnet das Lohnbüro
pay-line-count = {$kind}: {$count} × = {$amount}
pay-line-amount = {$kind}: {$amount}
pay-line-unpaid = {$kind}: {$minutes} h, ohne Bezahlung
pay-line-centre = Kostenstelle {$centre}
pay-line-origin = für {$month}
pay-line-reason = Grund: {$reason}
pay-line-all-free = ganz steuer- und beitragsfrei
pay-line-free = davon steuerfrei {$tax}, beitragsfrei {$sv}
pay-line-version = Fassung {$version}

pay-span = {$when}, {$minutes} h, {$kind}, {$rule}
pay-span-shared = {$when}, {$minutes} h von {$length} h, {$kind}, {$rule}
pay-span-days = {$when}, {$minutes} h, {$kind}, {$rule}
pay-span-amount = {$when}, {$kind}, {$rule}
pay-rule = {$paragraph}, Regelstand {$version}
pay-rule-contract = Vertrag, Fassung vom {$version}
pay-rule-unverified = {$rule} (Quelle nicht geprüft)

pay-carry = Schicht vom {$day}: {$before} h im Vormonat, {$here} h hier, {$after} h im Folgemonat.
pay-carry-before = Schicht vom {$day}: {$before} h im Vormonat, {$here} h hier.
pay-carry-after = Schicht vom {$day}: {$here} h hier, {$after} h im Folgemonat.
pay-carries = Schichten über die Monatsgrenze
pay-not-yet = Noch nicht freigeben: unten steht, was zu klären ist.
pay-findings = Hinweise
pay-refused = Vor der Freigabe klären: {$text}
pay-about = (betrifft {$about})
pay-no-findings = Keine Hinweise.

pay-finding-no_contract = An diesem Tag gilt kein Vertrag; die Minuten sind nicht bezahlt.
pay-finding-no_wage = Aus dem Vertrag ergibt sich kein Stundenlohn.
pay-finding-shifts_overlap = Zwei Aufzeichnungen überschneiden sich. Die Minuten zählen einmal; bitte klären, welche gilt.
pay-finding-funding_exceeds = Die Kostenträger zahlen zusammen mehr, als gearbeitet wurde.
pay-finding-funding_incomplete = Die Kostenträger zahlen zusammen weniger, als gearbeitet wurde; der Rest steht auf der Kostenstelle des Vertrags.
pay-finding-hand_entered_open = Eine eingetragene Zeile ist noch nicht freigegeben und fehlt deshalb.
pay-finding-absences_overlap = Zwei Abwesenheiten am selben Tag.
pay-finding-worked_while_absent = Gearbeitet an einem Tag, der als abwesend gemeldet ist.
pay-finding-not_a_holiday = Dieser Tag ist am Arbeitsort kein gesetzlicher Feiertag.
pay-finding-sick_in_waiting_period = Krank in den ersten vier Wochen der Beschäftigung: noch keine Entgeltfortzahlung (§ 3 Abs. 3 EFZG).
pay-finding-sick_beyond_six_weeks = Länger als sechs Wochen krank: danach zahlt die Krankenkasse (§ 3 Abs. 1 EFZG).
pay-finding-certificate_missing = Die Bescheinigung über die Krankheit fehlt noch (§ 5 Abs. 1 EFZG).
pay-finding-no_reference = Weder Dienstplan noch Vergleichszeitraum: der Durchschnitt lässt sich nicht berechnen.
pay-finding-child_sick_beyond_contract = Mehr Tage mit krankem Kind, als der Vertrag bezahlt; dafür gibt es Kinderkrankengeld.
pay-finding-absence_open = Über einen Antrag auf Abwesenheit ist noch nicht entschieden; er zählt deshalb nicht.
pay-finding-absence_unsettled = Zu einer Abwesenheit gibt es zwei verschiedene Angaben. Bitte klären, welche gilt.
pay-finding-maternity_due_unknown = Der erwartete Geburtstermin fehlt: Welche drei Monate den Mutterschutzlohn messen, ist ohne ihn nicht bekannt (§ 18 MuSchG). Tragen Sie ihn bei der Abwesenheit ein.
pay-finding-maternity_reference_missing = Die Monate vor der Schwangerschaft stehen hier nicht vollständig: Der Mutterschutzlohn lässt sich nicht berechnen (§ 18 MuSchG). Fragen Sie das Lohnbüro und tragen Sie den Betrag als eigene Zeile ein.
pay-finding-maternity_allowance_open = Den Zuschuss zum Mutterschaftsgeld berechnet das Lohnbüro: Er hängt vom Nettolohn ab (§ 20 MuSchG). Hier stehen die Tage.

pay-day = {$day}

pay-simple-title = Ihr Lohn für {$month}
pay-simple-worked = Sie haben {$hours} gearbeitet.
pay-simple-base = Dafür bekommen Sie {$amount}.
pay-simple-salary = Sie bekommen jeden Monat den gleichen Lohn: {$amount}.
pay-simple-credited = Sie waren {$hours} nicht da, zum Beispiel im Urlaub oder krank.
pay-simple-credited-pay = Dafür bekommen Sie {$amount}.
pay-simple-night = Sie haben in der Nacht gearbeitet. Dafür bekommen Sie {$amount} extra.
pay-simple-sunday = Sie haben am Sonntag gearbeitet. Dafür bekommen Sie {$amount} extra.
pay-simple-holiday = Sie haben am Feiertag gearbeitet. Dafür bekommen Sie {$amount} extra.
pay-simple-other = Dazu kommen noch {$amount}.
pay-simple-total = Zusammen sind das {$amount}.
pay-simple-free = Für {$amount} davon zahlen Sie keine Steuern.
pay-simple-deductions = Von dem Rest gehen noch Steuern und Versicherungen ab.
pay-simple-open = Etwas ist noch nicht geklärt. Der Lohn kann sich noch ändern.
pay-simple-questions = Haben Sie Fragen? Dann fragen Sie bitte nach.
pay-simple-hours = { $minutes ->
    [0] {$hours} Stunden
   *[other] {$hours} Stunden und {$minutes} Minuten
}
