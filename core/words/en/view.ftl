# What all views say: days and times.

view-day = {$day}
view-moment = {$at}
view-span = {$from} to {$to}
view-day-span = {$day}, {$span}
view-minutes = { $count ->
    [one] one minute
   *[other] {$count} minutes
}
view-hours = {$length} hours
view-and = {$first} and {$last}
