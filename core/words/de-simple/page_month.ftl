# Die Seiten der Monate, in Leichter Sprache.

months-all-title = Stunden: {$month}
months-all-lead = { $all ->
    [0] Noch arbeitet niemand im Team.
    [one] { $approved ->
        [0] Sie haben noch nichts freigegeben.
       *[other] Sie haben alles freigegeben.
    }
   *[other] Sie haben {$approved} von {$all} Personen freigegeben.
}
months-next = Das ist jetzt dran
months-all-clean-hint = { $count ->
    [one] Bei 1 Person ist alles klar.
   *[other] Bei {$count} Personen ist alles klar.
} Sie können das jetzt freigeben.
months-all-clean = { $count ->
    [one] Freigeben, was klar ist: {$month}, 1 Person
   *[other] Freigeben, was klar ist: {$month}, {$count} Personen
}
months-all-decide = Ansehen, was anders war: {$whom}
months-all-people = Die Personen
months-all-nobody = Noch schreibt niemand Stunden auf.
months-all-next-decide = Etwas war anders als im Plan. Bitte entscheiden Sie.
months-all-next-done = Sie haben alles freigegeben.
months-all-next-wait = Sie können gerade nichts freigeben.
    Ist etwas klar? Dann steht es hier.
months-badge-open = noch offen
months-badge-partly-approved = ein Teil ist freigegeben
months-badge-approved = freigegeben
months-badge-reopened = wieder offen
months-badge-changed = geändert
months-card-complete-no = Es fehlt vielleicht noch etwas.
months-card-complete-yes = Die Person sagt: Alles ist aufgeschrieben.
months-card-complete-changed = Die Person hat danach noch etwas geändert.
months-all-approve-title = Freigeben, was klar ist: {$month}
months-all-approve-hint = Das geben Sie jetzt frei. Was noch nicht klar ist, bleibt offen.
months-all-approve-table = Das geben Sie frei
months-all-approve-none = Sie können gerade nichts freigeben.
months-all-approve-button = { $count ->
    [one] {$month} freigeben für 1 Person
   *[other] {$month} freigeben für {$count} Personen
}
months-all-approved = { $count ->
    [0] Sie haben nichts freigegeben.
    [one] Sie haben {$month} für 1 Person freigegeben.
   *[other] Sie haben {$month} für {$count} Personen freigegeben.
}
months-all-changed = Bei diesen Personen hat sich etwas geändert: {$names}. Bitte sehen Sie noch einmal nach.
months-what = Was?
months-worked = Stunden
months-gross = Lohn vor Abzug

months-complete-no = {$name} ist mit dem Monat noch nicht fertig.
months-complete-yes = {$name} sagt: Der Monat ist fertig.
months-complete-changed = {$name} hat gesagt: Der Monat ist fertig. Danach kam noch etwas dazu.
months-decide = Bitte entscheiden Sie ({$place} von {$all}):
months-approve-now = Weiter zum Freigeben: {$whom}
months-approve-rest = Nur freigeben, was klar ist: {$whom}
months-rest-now-hint = Sie müssen nicht alles heute entscheiden.
    Was klar ist, können Sie jetzt freigeben.
months-propose-now = Weiter zu Ihren Vorschlägen: {$whom}
months-to-all = Zu allen Personen im {$month}
months-cases = Das war anders
months-other-cases = Das war auch anders
months-blocked = Das ist noch nicht klar
months-changed = Das hat sich nach dem Freigeben geändert
months-warnings = Hinweise
months-warnings-hint = Sie können trotzdem freigeben.
    Das Büro schreibt auf: Sie haben die Hinweise gesehen.
months-info = Gut zu wissen
months-entry = Diesen Eintrag ansehen ({$day})
months-money = Lohn
months-provisional = Die Zahlen können sich noch ändern.
months-no-contract = Es gibt noch keinen Vertrag. Darum können wir den Lohn nicht ausrechnen.
    Tragen Sie den Vertrag unter „Ihr Team“ ein.
months-why = So kommt der Lohn zusammen
months-hours = Stunden in jeder Woche
months-shifts = Alle Dienste
months-as-planned-means = „Wie geplant“ heißt: Die Zeit war fast wie im Plan.
    Bis zu 10 Minuten Unterschied sind in Ordnung.
    Bezahlt wird die Zeit, die aufgeschrieben ist.
months-planned = Im Plan
months-recorded = Aufgeschrieben
months-mark = Stimmt es?
months-approvals = Das haben Sie freigegeben
months-approval-month = Sie haben den ganzen Monat freigegeben.
months-approval-days = { $count ->
    [one] Sie haben 1 Tag freigegeben.
   *[other] Sie haben {$count} Tage freigegeben.
}

months-approve-title = Freigeben
months-approve-heading = Freigeben
months-approve-warnings = { $count ->
    [one] Das Büro schreibt auf: Sie haben 1 Hinweis gesehen.
   *[other] Das Büro schreibt auf: Sie haben {$count} Hinweise gesehen.
}
months-approve-button = Freigeben: {$whom}
months-propose-button = Vorschläge abschicken: {$whom}
months-reasons = Warum schlagen Sie das vor?
months-reasons-hint = Die Person kann Ihren Text lesen. Sie können den Text ändern.
months-reason-of = Warum? ({$day})
months-over-hint = Die andere Person hat nicht Ja gesagt. Ihr Vorschlag soll trotzdem gelten.
    Beide Zeiten bleiben stehen. Ihr Grund steht dabei.
months-over-reason = Warum soll Ihr Vorschlag für {$day} gelten?
months-reason = Warum?
months-reason-needed = Bitte schreiben Sie: Warum?
months-approved = Sie haben freigegeben: {$whom}. Sie können das wieder öffnen.
months-proposed = { $count ->
    [one] Sie haben 1 Vorschlag abgeschickt: {$whom}.
   *[other] Sie haben {$count} Vorschläge abgeschickt: {$whom}.
}
months-refused-statement_changed = Etwas hat sich gerade geändert. Sie haben noch nichts freigegeben.
    Bitte sehen Sie noch einmal nach.
months-refused-reason_needed = Ein Grund fehlt noch. Sie haben noch nichts freigegeben.
months-refused-unsettled_shifts = Ein Dienst läuft noch. Oder er ist noch nicht klar.
months-refused-findings = Etwas ist noch nicht klar.
months-refused-open_proposals = Auf einen Vorschlag fehlt noch die Antwort.
months-refused-no_contract = Für diesen Monat gibt es noch keinen Vertrag. Tragen Sie ihn unter „Ihr Team“ ein.
months-refused-nothing_to_approve = Seit dem letzten Freigeben ist nichts Neues da.
months-reopen-title = Wieder öffnen
months-reopen-hint = Was Sie freigegeben haben, gilt weiter. Bis Sie neu freigeben.
months-reopened = Wieder offen: {$whom}.

months-own-complete-no = Sie haben noch nicht gesagt: Der Monat ist fertig.
months-own-complete-yes = Sie haben gesagt: Der Monat ist fertig.
months-own-complete-changed = Sie haben gesagt: Der Monat ist fertig. Danach kam noch etwas dazu.
months-own-proposals = { $count ->
    [one] Es gibt 1 Vorschlag. Bitte antworten Sie.
   *[other] Es gibt {$count} Vorschläge. Bitte antworten Sie.
}
months-own-answer = Auf den Vorschlag antworten: „{$reason}“
months-own-unsettled = Ein Dienst läuft noch. Oder er ist noch nicht klar.
    Danach können Sie sagen: Der Monat ist fertig.
months-own-complete-hint = Haben Sie alles aufgeschrieben? Dann sagen Sie: {$month} ist fertig.
    Sie können danach noch etwas dazu schreiben.
months-own-complete = {$month} ist fertig
months-own-nothing = Sie müssen gerade nichts tun.
months-own-completed = Sie haben gesagt: {$month} ist fertig.
months-own-write = Einen Dienst dazu schreiben: {$month}
months-own-write-title = Einen Dienst dazu schreiben
months-own-write-hint = Beim Dienst steht dann: Er wurde später aufgeschrieben.
months-own-write-reason = Warum schreiben Sie den Dienst erst jetzt auf?
months-own-pause-from = Wann hat die Pause angefangen?
months-own-pause-to = Wann war die Pause zu Ende?
months-own-pause-hint = Gab es keine Pause? Dann schreiben Sie hier nichts.
months-own-pause-outside = Die Pause muss im Dienst liegen. Schreiben Sie die Uhrzeit so: 12:30.
months-own-write-save = Dienst aufschreiben
months-own-written = Sie haben den Dienst aufgeschrieben.
months-lines = So ist der Lohn zusammengesetzt
months-line = Wofür?
months-quantity = Wie viel?
months-rate = Für 1 Stunde
months-amount = Geld
months-hours-table = Die Stunden als Tabelle
months-agreed = Im Vertrag
months-difference = Mehr oder weniger
months-shifts-table = Plan und Stunden
months-chart-legend = Der Balken zeigt: So lange wurde gearbeitet. Der Strich zeigt: So viel steht im Vertrag.
