# An assistant's month by exception: what differs, what is to settle, what can be approved.
# Values in {$…} are filled in; keys are never renamed.

month-summary = {$parts}.
month-part-none = No shifts
month-part-planned = { $count ->
    [one] One shift as planned
   *[other] {$count} shifts as planned
}
month-part-planless = { $count ->
    [one] One shift without a rota
   *[other] {$count} shifts without a rota
}
month-part-differ = { $count ->
    [one] one differs
   *[other] {$count} differ
}
month-part-waiting = { $count ->
    [one] one proposal is unanswered or refused
   *[other] {$count} proposals are unanswered or refused
}
month-part-blocked = { $count ->
    [one] one thing to settle
   *[other] {$count} things to settle
}
month-part-warnings = { $count ->
    [one] one notice
   *[other] {$count} notices
}

month-state-open = Not approved yet.
month-state-partly-approved = Single days are approved.
month-state-approved = Approved.
month-state-reopened = Approved and reopened. What was approved stays payable until you approve again.
month-state-changed = Approved, and changed since. What was approved stays payable until you approve again.

month-day-unknown = Day not settled
month-start-late = began {$length} later
month-start-early = began {$length} earlier
month-end-late = ended {$length} later
month-end-early = ended {$length} earlier
month-differs = Planned {$planned}, recorded {$recorded}: {$by}.
month-unplanned = Recorded {$recorded}, nothing was planned there.
month-missing = Planned {$planned}, nothing was recorded.
month-reconstructed = Written down afterwards.
month-said = Said about it: “{$text}”
month-proposed = Your proposal: {$change}. Reason: “{$reason}”
month-proposed-start = begin {$new} instead of {$old}
month-proposed-end = end {$new} instead of {$old}
month-proposed-new = a shift that was not recorded
month-silent = No answer yet.
month-objected = Objected: “{$reason}”

month-reason-planned = Planned was {$planned}.
month-reason-removal = This shift was not planned.

month-offer-differs-as-recorded = Leave as recorded ({$day})
month-offer-differs-propose-planned = Propose the planned time ({$day})
month-offer-differs-not-yet = Do not approve this day yet ({$day})
month-chosen-differs-as-recorded = Counts as recorded.
month-chosen-differs-propose-planned = You propose {$planned}. The day waits for the answer.
month-chosen-differs-not-yet = The day is not approved yet.
month-offer-unplanned-as-recorded = Leave as recorded ({$day})
month-offer-unplanned-propose-removal = Propose to strike it ({$day})
month-offer-unplanned-not-yet = Do not approve this day yet ({$day})
month-chosen-unplanned-as-recorded = Counts as recorded.
month-chosen-unplanned-propose-removal = You propose to strike this shift. The day waits for the answer.
month-chosen-unplanned-not-yet = The day is not approved yet.
month-offer-missing-as-recorded = There was no work ({$day})
month-offer-missing-propose-planned = Propose the shift as planned ({$day})
month-offer-missing-not-yet = Do not approve this day yet ({$day})
month-chosen-missing-as-recorded = There was no work.
month-chosen-missing-propose-planned = You propose the shift {$planned}. The day waits for the answer.
month-chosen-missing-not-yet = The day is not approved yet.
month-offer-waiting-not-yet = Wait for the answer ({$day})
month-offer-waiting-over = Approve it all the same, with a reason ({$day})
month-chosen-waiting-not-yet = The day waits for an agreement.
month-chosen-waiting-over = Your proposal is to count although there is no agreement.
month-offer-objected-not-yet = Do not approve this day yet ({$day})
month-offer-objected-over = Approve it all the same, with a reason ({$day})
month-chosen-objected-not-yet = The day waits for an agreement.
month-chosen-objected-over = Your proposal is to count although it was objected to.
month-objected-way = Is what was recorded to count? Then withdraw the proposal on the page of the entry.

month-tail = A shift of the month before is still running, since {$since}.
month-running = The shift has been running since {$since}.
month-running-long = The shift has been running since {$since}. The end is missing.
month-unsettled = What was said about this shift does not fit together.
month-advice-running = It can be approved once it has ended. The other days do not wait for it.
month-advice-running-long = Ask when the shift ended. The assistant writes the end down, or you propose it.
month-advice-unsettled = Open the entry: both values stand there, and what you can do.
month-advice-exists = The assistant strikes it out, or you propose that. If there was such a shift after all, it is written anew.
month-advice-finding = Open the entry and settle what is right.
month-advice-pay = This is to be settled in the contract or the lines of pay. Nothing can be approved before.
month-advice-absence = This is to be settled with the absences: change one of them, or take it back. Nothing can be approved before.

month-disputed-exists = Two statements contradict each other: {$values}.
month-disputed-start = Two values for the begin: {$values}.
month-disputed-end = Two values for the end: {$values}.
month-disputed-place = Two values for the place: {$values}.
month-disputed-funding = Two values for the funder.
month-disputed-kind = Two values for the kind: {$values}.
month-disputed-away = Two values for a time at another place: {$values}.

month-finding-end_before_start = The end lies before the begin.
month-finding-zero_length = Begin and end show the same minute. The shift does not count.
month-finding-longer_than_36_hours = The shift is longer than 36 hours. Please check whether its end is right.
month-finding-no_beginning = The begin is missing: it has not arrived yet or was not recorded.
month-finding-unknown_place = This program does not know the place.
month-finding-unknown_funding = This program does not know the division among funders.
month-finding-part_outside = A break or standby lies outside the shift.
month-finding-part_end_before_start = A break or standby ends before it begins.
month-finding-part_zero_length = A break or standby lasts no minute and does not count.
month-finding-part_open = The shift has ended, a break or standby in it has not.
month-finding-part_without_beginning = Only the end of a break or standby is there.
month-finding-parts_overlap = Two parts of the shift overlap.
month-finding-call_out_outside_standby = A call-out lies outside standby.
month-finding-overlap = Two shifts overlap: {$shifts}.
month-finding-two_running = Two shifts are running at once.
month-finding-began_while_running = A shift began while another was running.
month-finding-typed_time_never = The typed time did not exist in the night the clocks changed.
month-finding-typed_time_twice = The typed time existed twice in the night the clocks changed; one of them was chosen.
month-finding-typed_time_differs = The typed time and the stored instant do not fit together.
month-finding-answer_without_proposal = An answer belongs to a proposal that is not here.
month-finding-answers_disagree = The same proposal was agreed to and objected to.
month-finding-quiet_night_with_call_out = “Nothing happened” stands beside a call-out.

month-warning-on = {$day}: {$text}
month-doubt-between = The clock of a device was wrong. It showed {$said}; truly it was between {$earliest} and {$latest}. What was recorded counts.
month-doubt-not-before = The clock of a device was wrong. It showed {$said}; truly it was not before {$earliest}. What was recorded counts.
month-doubt-not-after = The clock of a device was wrong. It showed {$said}; truly it was not after {$latest}. What was recorded counts.

month-row-running = running since {$since}
month-row-unsettled = to be settled
month-row-retracted = taken back
month-row-missing = nothing recorded
month-mark-as-planned = as planned
month-mark-differs = differs
month-mark-unplanned = without a plan
month-mark-open = open
month-mark-retracted = does not count

month-approvable-month = The whole month can be approved.
month-approvable-days = { $count ->
    [one] One day can be approved now.
   *[other] {$count} days can be approved now.
}
month-approvable-days-so-far = { $count ->
    [one] The month is not over. One day can be approved so far.
   *[other] The month is not over. {$count} days can be approved so far.
}
month-approvable-days-again = Approved days have changed and can be approved anew.
month-nothing-approved = Everything is approved.
month-nothing-days-approved = All settled days are approved.
month-nothing-no-day = No day is settled right now.
month-nothing-day-unknown = The day of one shift is not settled yet. Settle that first.
month-nothing-settle-first = An approved day has changed and is still to be settled. Until then the earlier approval holds.
month-nothing-stopped = Contract or lines of pay are to be settled first.
month-waiting = These days wait: {$days}
month-waiting-unknown = A shift waits whose day is not settled yet.

hours-summary = {$worked} hours worked, {$agreed} hours agreed.
hours-summary-alone = {$worked} hours worked.

money-worked = Worked
money-paid = Gross
money-tax-free = of it free of tax
money-tax-liable = of it liable to tax
money-hours = {$length} h
money-amount = {$amount}
money-rate = €{$rate}/h
money-free = reimbursement, free of tax and contributions
money-liable = wage, with tax and contributions
money-counted = {$name}: {$count} × {$each}

changed-added = New: {$after}.
changed-removed = Approved was {$before}; the shift does not count here any more.
changed-changed = Approved was {$before}, now it is {$after} or has other parts.
changed-only-events = The time is the same, but something was recorded about it.
changed-unsettled = Approved was {$before}; now the shift is to be settled.
changed-absences-heading = Absences:
changed-absences = { $count ->
    [one] One absence does not count as approved.
   *[other] {$count} absences do not count as approved.
}
changed-paid-heading = Pay:
changed-paid-more = {$line}: {$amount} more than approved.
changed-paid-less = {$line}: {$amount} less than approved.
changed-paid-same = {$line}: the same amount, but another quantity than approved.
