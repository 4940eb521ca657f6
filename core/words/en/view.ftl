# What all views say: days and times.

view-day = {$day}
view-moment = {$at}
view-span = {$from} to {$to}
view-day-span = {$day}, {$span}
