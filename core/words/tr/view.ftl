# Machine-made; not yet checked by a native reader.

view-day = {$day}
view-moment = {$at}
view-span = {$from} – {$to}
view-day-span = {$day}, {$span}
view-minutes = { $count ->
    [one] bir dakika
   *[other] {$count} dakika
}
view-hours = {$length} saat
view-and = {$first} ve {$last}
