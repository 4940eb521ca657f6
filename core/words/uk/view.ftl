# Machine-made; not yet checked by a native reader.

view-day = {$day}
view-moment = {$at}
view-span = з {$from} до {$to}
view-day-span = {$day}, {$span}
view-minutes = { $count ->
    [one] {$count} хвилина
    [few] {$count} хвилини
   *[other] {$count} хвилин
}
view-hours = {$length} год.
view-and = {$first} і {$last}
