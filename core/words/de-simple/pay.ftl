# Lohn in Leichter Sprache. Kurze Sätze, bekannte Wörter, lange Wörter geteilt.

pay-kind-work = Arbeit
pay-kind-standby = Bereitschaft
pay-kind-on_call = Ruf-Bereitschaft
pay-kind-monthly_salary = Monats-Lohn
pay-kind-vacation = Urlaub
pay-kind-sick = Krank
pay-kind-maternity_pay = Lohn bei Arbeits-Verbot
pay-kind-maternity_allowance = Geld im Mutter-Schutz

pay-day = {$day}

pay-simple-title = Ihr Lohn für {$month}
pay-simple-worked = Sie haben {$hours} gearbeitet.
pay-simple-base = Dafür bekommen Sie {$amount}.
pay-simple-salary = Sie bekommen jeden Monat gleich viel Lohn: {$amount}.
pay-simple-credited = Sie waren {$hours} nicht bei der Arbeit. Zum Beispiel: Sie hatten Urlaub. Oder Sie waren krank.
pay-simple-credited-pay = Sie bekommen trotzdem Geld: {$amount}.
pay-simple-night = Sie haben in der Nacht gearbeitet. Dafür bekommen Sie {$amount} mehr.
pay-simple-sunday = Sie haben am Sonntag gearbeitet. Dafür bekommen Sie {$amount} mehr.
pay-simple-holiday = Sie haben am Feier-Tag gearbeitet. Dafür bekommen Sie {$amount} mehr.
pay-simple-other = Sie bekommen noch {$amount} dazu.
pay-simple-total = Zusammen sind das {$amount}.
pay-simple-free = Für {$amount} davon zahlen Sie keine Steuern.
pay-simple-deductions = Vom Rest gehen noch Steuern und Versicherungen ab.
pay-simple-open = Etwas ist noch nicht geklärt. Der Lohn kann sich noch ändern.
pay-simple-questions = Haben Sie Fragen? Dann fragen Sie uns.
pay-simple-hours = { $minutes ->
    [0] {$hours} Stunden
   *[other] {$hours} Stunden und {$minutes} Minuten
}
