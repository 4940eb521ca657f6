# Was alle Ansichten sagen: Tage und Zeiten.

view-day = {$day}
view-moment = {$at}
view-span = {$from} bis {$to}
view-day-span = {$day}, {$span}
view-minutes = { $count ->
    [one] eine Minute
   *[other] {$count} Minuten
}
view-hours = {$length} Stunden
view-and = {$first} und {$last}

view-kind-work = Arbeit
view-kind-paid_break = bezahlte Pause
view-kind-travel = Fahrt
view-kind-meeting = Besprechung
view-kind-training = Fortbildung
view-kind-standby = Bereitschaft
view-kind-call_out = Einsatz
view-kind-on_call = Rufbereitschaft
view-kind-unpaid_break = Pause
