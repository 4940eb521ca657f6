# Der Monat einer Assistent:in nach Ausnahmen: was abweicht, was zu klären ist, was freigegeben werden kann.
# {$…} werden eingesetzt; Schlüssel werden nie umbenannt.

month-summary = {$parts}.
month-part-none = Keine Schichten
month-part-planned = { $count ->
    [one] Eine Schicht wie geplant
   *[other] {$count} Schichten wie geplant
}
month-part-planless = { $count ->
    [one] Eine Schicht ohne Dienstplan
   *[other] {$count} Schichten ohne Dienstplan
}
month-part-differ = { $count ->
    [one] eine weicht ab
   *[other] {$count} weichen ab
}
month-part-waiting = { $count ->
    [one] ein Vorschlag ist nicht beantwortet oder abgelehnt
   *[other] {$count} Vorschläge sind nicht beantwortet oder abgelehnt
}
month-part-blocked = { $count ->
    [one] eine Sache ist zu klären
   *[other] {$count} Sachen sind zu klären
}
month-part-warnings = { $count ->
    [one] ein Hinweis
   *[other] {$count} Hinweise
}

month-state-open = Noch nicht freigegeben.
month-state-partly-approved = Einzelne Tage sind freigegeben.
month-state-approved = Freigegeben.
month-state-reopened = Freigegeben und wieder geöffnet. Das Freigegebene bleibt zahlbar, bis Sie neu freigeben.
month-state-changed = Freigegeben, danach geändert. Das Freigegebene bleibt zahlbar, bis Sie neu freigeben.

month-day-unknown = Tag ungeklärt
month-start-late = {$length} später begonnen
month-start-early = {$length} früher begonnen
month-end-late = {$length} später beendet
month-end-early = {$length} früher beendet
month-differs = Geplant {$planned}, aufgezeichnet {$recorded}: {$by}.
month-unplanned = Aufgezeichnet {$recorded}, im Plan steht an dieser Stelle nichts.
month-missing = Geplant {$planned}, aufgezeichnet ist nichts.
month-reconstructed = Nachträglich eingetragen.
month-said = Dazu gesagt: „{$text}“
month-proposed = Ihr Vorschlag: {$change}. Begründung: „{$reason}“
month-proposed-start = Beginn {$new} statt {$old}
month-proposed-end = Ende {$new} statt {$old}
month-proposed-new = eine Schicht, die nicht aufgezeichnet wurde
month-silent = Noch keine Antwort.
month-objected = Widersprochen: „{$reason}“

month-reason-planned = Geplant war {$planned}.
month-reason-removal = Diese Schicht war nicht geplant.

month-offer-differs-as-recorded = Wie aufgezeichnet lassen ({$day})
month-offer-differs-propose-planned = Geplante Zeit vorschlagen ({$day})
month-offer-differs-not-yet = Tag noch nicht freigeben ({$day})
month-chosen-differs-as-recorded = Zählt wie aufgezeichnet.
month-chosen-differs-propose-planned = Sie schlagen {$planned} vor. Der Tag wartet auf die Antwort.
month-chosen-differs-not-yet = Der Tag wird noch nicht freigegeben.
month-offer-unplanned-as-recorded = Wie aufgezeichnet lassen ({$day})
month-offer-unplanned-propose-removal = Streichen vorschlagen ({$day})
month-offer-unplanned-not-yet = Tag noch nicht freigeben ({$day})
month-chosen-unplanned-as-recorded = Zählt wie aufgezeichnet.
month-chosen-unplanned-propose-removal = Sie schlagen vor, diese Schicht zu streichen. Der Tag wartet auf die Antwort.
month-chosen-unplanned-not-yet = Der Tag wird noch nicht freigegeben.
month-offer-missing-as-recorded = Es wurde nicht gearbeitet ({$day})
month-offer-missing-propose-planned = Schicht wie geplant vorschlagen ({$day})
month-offer-missing-not-yet = Tag noch nicht freigeben ({$day})
month-chosen-missing-as-recorded = Es wurde nicht gearbeitet.
month-chosen-missing-propose-planned = Sie schlagen die Schicht {$planned} vor. Der Tag wartet auf die Antwort.
month-chosen-missing-not-yet = Der Tag wird noch nicht freigegeben.
month-offer-waiting-not-yet = Antwort abwarten ({$day})
month-offer-waiting-over = Trotzdem so freigeben, mit Begründung ({$day})
month-chosen-waiting-not-yet = Der Tag wartet auf eine Einigung.
month-chosen-waiting-over = Ihr Vorschlag soll zählen, obwohl keine Zustimmung da ist.
month-offer-objected-not-yet = Tag noch nicht freigeben ({$day})
month-offer-objected-over = Trotzdem so freigeben, mit Begründung ({$day})
month-chosen-objected-not-yet = Der Tag wartet auf eine Einigung.
month-chosen-objected-over = Ihr Vorschlag soll zählen, obwohl widersprochen wurde.
month-objected-way = Soll gelten, was aufgezeichnet ist? Dann ziehen Sie den Vorschlag beim Eintrag zurück.

month-tail = Aus dem Vormonat läuft noch eine Schicht seit {$since}.
month-running = Die Schicht läuft seit {$since}.
month-running-long = Die Schicht läuft seit {$since}. Das Gehen fehlt.
month-unsettled = Die Angaben zu dieser Schicht passen nicht zusammen.
month-advice-running = Nach dem Gehen kann sie freigegeben werden. Die anderen Tage warten nicht darauf.
month-advice-running-long = Fragen Sie, wann die Schicht zu Ende war. Das Ende trägt die Assistent:in nach, oder Sie schlagen es vor.
month-advice-unsettled = Öffnen Sie den Eintrag: Dort stehen beide Angaben und was Sie tun können.
month-advice-exists = Die Assistent:in streicht sie, oder Sie schlagen das vor. Gab es die Schicht doch, wird sie neu eingetragen.
month-advice-finding = Öffnen Sie den Eintrag und klären Sie, was stimmt.
month-advice-pay = Das ist im Vertrag oder bei den Lohnzeilen zu klären. Vorher kann nichts freigegeben werden.
month-advice-absence = Das ist bei den Abwesenheiten zu klären: Ändern Sie eine davon, oder nehmen Sie sie zurück. Vorher kann nichts freigegeben werden.

month-disputed-exists = Zwei Angaben widersprechen sich: {$values}.
month-disputed-start = Zwei Angaben zum Beginn: {$values}.
month-disputed-end = Zwei Angaben zum Ende: {$values}.
month-disputed-place = Zwei Angaben zum Ort: {$values}.
month-disputed-funding = Zwei Angaben zum Kostenträger.
month-disputed-kind = Zwei Angaben zur Art: {$values}.
month-disputed-away = Zwei Angaben zu einer Zeit an einem anderen Ort: {$values}.

month-finding-end_before_start = Das Ende liegt vor dem Beginn.
month-finding-zero_length = Beginn und Ende zeigen dieselbe Minute. Die Schicht zählt nicht.
month-finding-longer_than_36_hours = Die Schicht ist länger als 36 Stunden. Bitte prüfen Sie, ob das Ende stimmt.
month-finding-no_beginning = Das Kommen fehlt: Es ist noch nicht angekommen oder wurde nicht aufgezeichnet.
month-finding-unknown_place = Der Ort ist diesem Programm nicht bekannt.
month-finding-unknown_funding = Die Aufteilung auf Kostenträger ist diesem Programm nicht bekannt.
month-finding-part_outside = Eine Pause oder Bereitschaft liegt außerhalb der Schicht.
month-finding-part_end_before_start = Eine Pause oder Bereitschaft endet vor ihrem Beginn.
month-finding-part_zero_length = Eine Pause oder Bereitschaft dauert keine Minute und zählt nicht.
month-finding-part_open = Die Schicht ist zu Ende, eine Pause oder Bereitschaft darin nicht.
month-finding-part_without_beginning = Von einer Pause oder Bereitschaft ist nur das Ende da.
month-finding-parts_overlap = Zwei Teile der Schicht überschneiden sich.
month-finding-call_out_outside_standby = Ein Einsatz liegt außerhalb der Bereitschaft.
month-finding-overlap = Zwei Schichten überschneiden sich: {$shifts}.
month-finding-two_running = Zwei Schichten laufen zugleich.
month-finding-began_while_running = Eine Schicht begann, während eine andere lief.
month-finding-typed_time_never = Die eingetippte Uhrzeit gab es in der Nacht der Zeitumstellung nicht.
month-finding-typed_time_twice = Die eingetippte Uhrzeit gab es in der Nacht der Zeitumstellung zweimal; gewählt wurde eine davon.
month-finding-typed_time_differs = Die eingetippte Uhrzeit und der gespeicherte Zeitpunkt passen nicht zusammen.
month-finding-answer_without_proposal = Eine Antwort gehört zu einem Vorschlag, der hier nicht liegt.
month-finding-answers_disagree = Demselben Vorschlag wurde zugestimmt und widersprochen.
month-finding-quiet_night_with_call_out = „Nichts vorgefallen“ steht neben einem Einsatz.

month-warning-on = {$day}: {$text}
month-doubt-between = Eine Geräteuhr ging falsch. Sie zeigte {$said}; wirklich war es zwischen {$earliest} und {$latest}. Gezählt wird, was aufgezeichnet ist.
month-doubt-not-before = Eine Geräteuhr ging falsch. Sie zeigte {$said}; wirklich war es nicht vor {$earliest}. Gezählt wird, was aufgezeichnet ist.
month-doubt-not-after = Eine Geräteuhr ging falsch. Sie zeigte {$said}; wirklich war es nicht nach {$latest}. Gezählt wird, was aufgezeichnet ist.

month-row-running = läuft seit {$since}
month-row-unsettled = zu klären
month-row-retracted = zurückgenommen
month-row-missing = nichts aufgezeichnet
month-mark-as-planned = wie geplant
month-mark-differs = weicht ab
month-mark-unplanned = ohne Plan
month-mark-open = offen
month-mark-retracted = zählt nicht

month-approvable-month = Der ganze Monat kann freigegeben werden.
month-approvable-days = { $count ->
    [one] Ein Tag kann jetzt freigegeben werden.
   *[other] {$count} Tage können jetzt freigegeben werden.
}
month-approvable-days-so-far = { $count ->
    [one] Der Monat läuft noch. Bis jetzt kann ein Tag freigegeben werden.
   *[other] Der Monat läuft noch. Bis jetzt können {$count} Tage freigegeben werden.
}
month-approvable-days-again = Freigegebene Tage haben sich geändert und können neu freigegeben werden.
month-nothing-approved = Alles ist freigegeben.
month-nothing-days-approved = Alle geklärten Tage sind freigegeben.
month-nothing-no-day = Gerade ist kein Tag geklärt.
month-nothing-day-unknown = Bei einer Schicht steht der Tag noch nicht fest. Klären Sie sie zuerst.
month-nothing-settle-first = Ein freigegebener Tag hat sich geändert und ist noch zu klären. Bis dahin gilt die alte Freigabe.
month-nothing-stopped = Vertrag oder Lohnzeilen sind zuerst zu klären.
month-waiting = Diese Tage warten: {$days}
month-waiting-unknown = Eine Schicht wartet, deren Tag noch nicht feststeht.

hours-summary = {$worked} Stunden gearbeitet, {$agreed} Stunden vereinbart.
hours-summary-alone = {$worked} Stunden gearbeitet.

money-worked = Gearbeitet
money-paid = Brutto
money-tax-free = davon steuerfrei
money-tax-liable = davon steuerpflichtig
money-hours = {$length} h
money-amount = {$amount}
money-rate = {$rate} €/h
money-free = Ersatz, frei von Steuer und Beiträgen
money-liable = Lohn, mit Steuer und Beiträgen
money-counted = {$name}: {$count} × {$each}

changed-added = Neu: {$after}.
changed-removed = Freigegeben war {$before}; jetzt zählt die Schicht hier nicht mehr.
changed-changed = Freigegeben war {$before}, jetzt sind es {$after} oder andere Teile darin.
changed-only-events = Die Zeit ist gleich, aber es wurde etwas dazu aufgezeichnet.
changed-unsettled = Freigegeben war {$before}; jetzt ist die Schicht zu klären.
changed-absences-heading = Abwesenheiten:
changed-absences = { $count ->
    [one] Eine Abwesenheit zählt nicht wie freigegeben.
   *[other] {$count} Abwesenheiten zählen nicht wie freigegeben.
}
changed-paid-heading = Lohn:
changed-paid-more = {$line}: {$amount} mehr als freigegeben.
changed-paid-less = {$line}: {$amount} weniger als freigegeben.
changed-paid-same = {$line}: gleicher Betrag, aber eine andere Menge als freigegeben.
