# Machine-made; not yet checked by a native reader.

view-day = {$day}
view-moment = {$at}
view-span = od {$from} do {$to}
view-day-span = {$day}, {$span}
view-minutes = { $count ->
    [one] jedna minuta
    [few] {$count} minuty
   *[other] {$count} minut
}
view-hours = {$length} godz.
view-and = {$first} i {$last}
