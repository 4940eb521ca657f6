# Was alle Ansichten sagen: Tage und Zeiten.

view-day = {$day}
view-moment = {$at}
view-span = {$from} bis {$to}
view-day-span = {$day}, {$span}
