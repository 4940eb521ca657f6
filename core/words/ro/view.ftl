# Machine-made; not yet checked by a native reader.

view-day = {$day}
view-moment = {$at}
view-span = de la {$from} până la {$to}
view-day-span = {$day}, {$span}
view-minutes = { $count ->
    [one] un minut
    [few] {$count} minute
   *[other] {$count} de minute
}
view-hours = {$length} ore
view-and = {$first} și {$last}
