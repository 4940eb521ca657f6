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
