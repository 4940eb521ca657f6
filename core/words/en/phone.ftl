# The phone on the command line.

phone-digits = Digits on this device: {$digits}
    The employer compares them and confirms.
phone-paired = Paired. From now on this device records without a network, too.
phone-in = Clocked in: {$at}.
phone-out = Clocked out: {$at}.
phone-break = On a break since {$at}.
phone-standby = On standby since {$at}.
phone-call-out = Called out since {$at}.
phone-end = Ended at {$at}.
phone-complete = {$month} is declared complete.
phone-agreed = Agreed to the proposal: {$at}.
phone-objected = Objected to the proposal: {$at}.
phone-saved-here = Saved on this device. The next sync takes it to the office.

phone-synced = Synced: {$sent ->
    [one] one batch has
   *[other] {$sent} batches have
} reached the office, {$changed ->
    [one] one document
   *[other] {$changed} documents
} changed.
phone-still-waiting = Not at the office yet: {$count}.
phone-office-restored = The office was restored from a backup.
phone-sync-more = There is more. Please sync once again.

phone-not-running = No shift is running.
phone-running = A shift is running since {$since} ({$length} hours).
phone-running-part = Running inside it: {$kind} since {$since} ({$length} hours).
phone-never-heard = Nothing was ever heard from the office.
phone-heard = The office was last heard: {$at}.
phone-waiting = {$count ->
    [0] Nothing waits for the office.
    [one] One batch waits for the office:
   *[other] {$count} batches wait for the office:
}
phone-unsent = {$at}: {$what}
phone-month = {$month}: {$state}
phone-month-open = open
phone-month-partly-approved = single days approved
phone-month-approved = approved
phone-month-reopened = reopened
phone-month-changed = changed since it was approved
phone-month-complete = Declared complete.
phone-month-complete-changed = Declared complete, changed afterwards.
phone-entry-settled = {$from} to {$to} ({$length})
phone-entry-running = since {$since}, running
phone-entry-unsettled = unsettled
phone-entry-retracted = taken back
phone-reached-saved = saved here
phone-reached-held = at the office, waiting for the employer
phone-reached-office = at the office
phone-reached-seen = seen by the employer
phone-reached-approved = approved
phone-reached-payroll = with payroll
phone-proposal = Proposal: {$change}. Reason: “{$reason}”
    Agree:  assistenzzeit phone answer {$proposal} --month {$month}
    Object: assistenzzeit phone answer {$proposal} --month {$month} --object "reason"
phone-totals = Totals:
phone-totals-provisional = Totals, provisional:
phone-total = {$kind}: {$length}

phone-kind-work = work
phone-kind-paid-break = paid break
phone-kind-travel = travel
phone-kind-meeting = meeting
phone-kind-training = training
phone-kind-standby = standby
phone-kind-call-out = call-out
phone-kind-on-call = on call
phone-kind-unpaid-break = break

phone-event-clock-in = clock-in
phone-event-clock-out = clock-out
phone-event-work = start: work
phone-event-paid-break = start: paid break
phone-event-travel = start: travel
phone-event-meeting = start: meeting
phone-event-training = start: training
phone-event-standby = start: standby
phone-event-call-out = start: call-out
phone-event-on-call = start: on call
phone-event-unpaid-break = start: break
phone-event-part-end = End: break, standby or call-out
phone-event-part = part written afterwards
phone-event-manual-entry = shift written afterwards
phone-event-correction = correction
phone-event-stated-end = end written afterwards
phone-event-retraction = taken back
phone-event-undone = taken back at once
phone-event-quiet-night = nothing happened
phone-event-month-complete = month complete
phone-event-answer = answer to a proposal
phone-event-proposal = proposal
phone-event-approval = approval
phone-event-other = something else

phone-refused-otherwise = That did not work ({$code}): {$detail}.
phone-refused-no-place = Where is the work? Please name the Land, for example --land NW.
phone-refused-twice = This time of day comes twice in the night the clocks change. Please give another minute.
phone-refused-never = This time of day is skipped in the night the clocks change.
phone-refused-not-paired = This device is not paired yet. First: assistenzzeit phone pair CODE
phone-refused-already-paired = This device is paired already.
phone-refused-waiting-for-confirmation = The employer has not confirmed yet. Later, once again: assistenzzeit phone pair
phone-refused-pairing-over = This pairing is over. Please ask for a new code.
phone-refused-unknown-token = The office does not know this code.
phone-refused-used-token = This code was used already.
phone-refused-expired-token = This code has expired. Please ask for a new one.
phone-refused-other-office = Another office than the one in the code has answered. Nothing was taken over.
phone-refused-wrong-key = Someone without the office's key has answered. Nothing was sent.
phone-refused-unreachable = The office cannot be reached now. Everything stays saved here.
phone-refused-timed-out = The office took too long to answer. Everything stays saved here.
phone-refused-old-app = This program is older than the office. Please update it. Everything stays saved here.
phone-refused-old-office = The office is older than this program and has to be updated. Everything stays saved here.
phone-refused-unknown-device = The office does not know this device, or no longer.
phone-refused-already-clocked-in = A shift is running already. Clock out first, or say when it ended: phone out --at.
phone-refused-not-clocked-in = No shift is running.
phone-refused-part-running = Something is running in this shift already. End it first: phone end.
phone-refused-no-part-running = Nothing is running in this shift that could be ended.
phone-refused-call-out-outside-standby = A call-out begins inside standby only.
phone-refused-no-such-entry = There is no such entry here.
phone-refused-not-now = This entry does not allow that any more.
phone-refused-wrong-order = The end lies before the start.
phone-refused-in-the-future = This time has not come yet.
phone-refused-reason-needed = Please give a reason.
phone-refused-unsettled-shifts = A shift of this month is still running, or one is unsettled.
phone-refused-purged = The times of this month were deleted when their retention ended. What was approved stays.
phone-refused-newer-version = A part was written by a newer version. Please update.
