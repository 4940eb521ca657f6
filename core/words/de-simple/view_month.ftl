# Der Monat, in Leichter Sprache.

month-part-none = Keine Dienste
month-part-planned = { $count ->
    [one] 1 Dienst war wie im Plan
   *[other] {$count} Dienste waren wie im Plan
}
month-part-planless = { $count ->
    [one] 1 Dienst war ohne Plan
   *[other] {$count} Dienste waren ohne Plan
}
month-part-differ = { $count ->
    [one] 1 war anders
   *[other] {$count} waren anders
}
month-part-waiting = { $count ->
    [one] 1 Vorschlag ist noch offen
   *[other] {$count} Vorschläge sind noch offen
}
month-part-blocked = { $count ->
    [one] 1 Sache ist noch nicht klar
   *[other] {$count} Sachen sind noch nicht klar
}
month-state-open = Noch nicht freigegeben.
month-state-partly-approved = Ein Teil ist freigegeben.
month-state-approved = Freigegeben.
month-state-reopened = Wieder offen. Was freigegeben war, gilt weiter. Bis Sie neu freigeben.
month-state-changed = Nach dem Freigeben hat sich etwas geändert. Was freigegeben war, gilt weiter. Bis Sie neu freigeben.

month-start-late = Anfang {$length} später
month-start-early = Anfang {$length} früher
month-end-late = Ende {$length} später
month-end-early = Ende {$length} früher
month-differs = Im Plan steht {$planned}. Aufgeschrieben ist {$recorded}. Das ist anders: {$by}.
month-unplanned = Aufgeschrieben ist {$recorded}. Im Plan steht nichts.
month-missing = Im Plan steht {$planned}. Aufgeschrieben ist nichts.
month-reconstructed = Später aufgeschrieben.
month-said = Dazu steht: „{$text}“
month-proposed = Sie schlagen vor: {$change}. Warum: „{$reason}“
month-silent = Es gibt noch keine Antwort.
month-objected = Die Antwort ist Nein: „{$reason}“

month-offer-differs-as-recorded = Die aufgeschriebene Zeit stimmt ({$day})
month-offer-differs-propose-planned = Die Zeit aus dem Plan vorschlagen ({$day})
month-offer-differs-not-yet = Noch nicht freigeben ({$day})
month-chosen-differs-as-recorded = Die aufgeschriebene Zeit zählt.
month-chosen-differs-propose-planned = Sie schlagen {$planned} vor. Der Tag wartet auf die Antwort.
month-chosen-differs-not-yet = Sie geben den Tag noch nicht frei.
month-offer-unplanned-as-recorded = Die aufgeschriebene Zeit stimmt ({$day})
month-offer-unplanned-propose-removal = Vorschlagen: Dieser Dienst zählt nicht ({$day})
month-offer-unplanned-not-yet = Noch nicht freigeben ({$day})
month-chosen-unplanned-as-recorded = Die aufgeschriebene Zeit zählt.
month-chosen-unplanned-propose-removal = Sie schlagen vor: Dieser Dienst zählt nicht. Der Tag wartet auf die Antwort.
month-chosen-unplanned-not-yet = Sie geben den Tag noch nicht frei.
month-offer-missing-as-recorded = Niemand hat gearbeitet ({$day})
month-offer-missing-propose-planned = Vorschlagen: Der Dienst war wie im Plan ({$day})
month-offer-missing-not-yet = Noch nicht freigeben ({$day})
month-chosen-missing-as-recorded = Niemand hat gearbeitet.
month-chosen-missing-propose-planned = Sie schlagen vor: Der Dienst war {$planned}. Der Tag wartet auf die Antwort.
month-chosen-missing-not-yet = Sie geben den Tag noch nicht frei.
month-offer-waiting-not-yet = Auf die Antwort warten ({$day})
month-offer-waiting-over = Trotzdem freigeben. Sie schreiben dazu: Warum? ({$day})
month-chosen-waiting-not-yet = Der Tag wartet. Sie haben sich noch nicht geeinigt.
month-chosen-waiting-over = Ihr Vorschlag soll gelten. Die andere Person hat nicht Ja gesagt.
month-offer-objected-not-yet = Noch nicht freigeben ({$day})
month-offer-objected-over = Trotzdem freigeben. Sie schreiben dazu: Warum? ({$day})
month-chosen-objected-not-yet = Der Tag wartet. Sie haben sich noch nicht geeinigt.
month-chosen-objected-over = Ihr Vorschlag soll gelten. Die andere Person hat Nein gesagt.
month-objected-way = Soll die aufgeschriebene Zeit gelten? Dann nehmen Sie den Vorschlag zurück. Das geht beim Eintrag.

month-running = Der Dienst läuft noch. Angefangen: {$since}.
month-running-long = Der Dienst läuft noch. Angefangen: {$since}. Das Ende fehlt.
month-unsettled = Hier stehen 2 verschiedene Zeiten.
month-advice-running = Ist der Dienst zu Ende? Dann können Sie ihn freigeben.
month-advice-running-long = Fragen Sie: Wann war der Dienst zu Ende?
month-advice-unsettled = Sehen Sie den Eintrag an. Dort stehen beide Zeiten.
month-advice-exists = Gab es den Dienst? Fragen Sie nach. Wenn nein: Der Dienst wird gestrichen. Wenn ja: Der Dienst wird neu eingetragen.
month-advice-finding = Sehen Sie den Eintrag an. Prüfen Sie: Was stimmt?
month-advice-absence = Sehen Sie die Abwesenheiten an. Eine davon muss geändert werden. Vorher können Sie nichts freigeben.
month-row-missing = nichts aufgeschrieben
month-mark-as-planned = wie im Plan
month-mark-differs = anders
month-mark-unplanned = nicht im Plan
month-mark-open = noch offen
month-mark-retracted = zählt nicht

month-approvable-month = Sie können den ganzen Monat freigeben.
month-approvable-days = { $count ->
    [one] Sie können 1 Tag freigeben.
   *[other] Sie können {$count} Tage freigeben.
}
month-approvable-days-so-far = { $count ->
    [one] Der Monat ist noch nicht vorbei. Sie können 1 Tag freigeben.
   *[other] Der Monat ist noch nicht vorbei. Sie können {$count} Tage freigeben.
}
month-nothing-approved = Sie haben alles freigegeben.
month-nothing-days-approved = Sie haben alles freigegeben, was klar ist.
month-nothing-no-day = Gerade ist noch kein Tag klar.
month-waiting = Diese Tage warten: {$days}
hours-summary = Gearbeitet: {$worked} Stunden. Im Vertrag: {$agreed} Stunden.
hours-summary-alone = Gearbeitet: {$worked} Stunden.
money-worked = Gearbeitet
money-paid = Lohn vor Abzug
money-tax-free = davon ohne Steuer
money-tax-liable = davon mit Steuer
