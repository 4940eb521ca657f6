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

view-kind-work = work
view-kind-paid_break = paid break
view-kind-travel = travel
view-kind-meeting = meeting
view-kind-training = training
view-kind-standby = standby
view-kind-call_out = call-out
view-kind-on_call = on-call
view-kind-unpaid_break = break
