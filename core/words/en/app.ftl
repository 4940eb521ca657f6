# The apps on the phone.

# Buttons
app-act-clock-in = Clock in
app-act-clock-out = Clock out
app-act-break = Break
app-act-paid-break = Paid break
app-act-standby = Standby
app-act-on-call = On call
app-act-call-out = Call-out
app-act-travel = Travel
app-act-meeting = Meeting
app-act-training = Training
app-act-end-part = End
app-act-nothing-happened = Nothing happened
app-act-undo = Undo
app-act-sync = Sync now

app-hint-clock-in = Starts a shift now.
app-hint-clock-out = Ends the running shift now.
app-hint-break = Starts an unpaid break now.
app-hint-paid-break = Starts a paid break now.
app-hint-standby = Starts standby now.
app-hint-on-call = Starts on-call time now.
app-hint-call-out = Starts a call-out within standby now.
app-hint-travel = Starts travel now.
app-hint-meeting = Starts a meeting now.
app-hint-training = Starts a training now.
app-hint-end-part = Ends what is running inside the shift. The shift goes on.
app-hint-nothing-happened = Records that nothing happened during standby.
app-hint-undo = Takes the last tap back.
app-hint-sync = Brings what was recorded to the office and fetches news.

# What is said after a tap
app-done-clock-in = Clocked in: {$at}. Saved on this phone.
app-done-clock-out = Clocked out: {$at}. Saved on this phone.
app-done-break = Break since {$at}.
app-done-paid-break = Paid break since {$at}.
app-done-standby = Standby since {$at}.
app-done-on-call = On call since {$at}.
app-done-call-out = Call-out since {$at}.
app-done-travel = Travel since {$at}.
app-done-meeting = Meeting since {$at}.
app-done-training = Training since {$at}.
app-done-end-part = Ended: {$at}. The shift goes on.
app-done-nothing-happened = Recorded: nothing happened.
app-done-undo = Taken back.
app-done-sync = Synced.
app-done-stated-end = End written down: {$at}.
app-done-late-entry = Shift written down afterwards.
app-done-corrected = Correction saved.
app-done-retracted = Entry taken back. It stays readable.
app-done-agreed = Agreed.
app-done-objected = Objected. The employer sees the reason.
app-done-complete = {$month} is declared complete.
app-done-approved = Approved: {$whose}.
app-done-place = Workplace remembered.
app-undo-reason = taken back at once

# Today
app-no-shift = No shift is running.
app-shift-runs = Shift running {$since}.
app-since = since {$since}
app-to-answer = {$count ->
    [one] One correction waits for your answer.
   *[other] {$count} corrections wait for your answer.
}
app-forgotten = Your shift has been running since {$since}. When did you stop?
app-forgotten-planned = {$at}, as planned
app-forgotten-other = Enter another time
app-forgotten-still = I am still working
app-and-then = {", "}
app-you = you
app-employer = Employer
app-day-unknown = day not yet clear

# Entries
app-entry-running = running
app-entry-unsettled = unsettled
app-entry-retracted = taken back
app-part = {$kind}: {$times}
app-note-reconstructed = written down afterwards, not clocked
app-note-nothing-happened = nothing happened
app-note-agreed = changed with your agreement
app-note-over-objection = approved like this although you did not agree
app-note-two-values = Two values for {$field}: {$values}
app-step-saved = saved here
app-step-office = at the office
app-step-seen = seen by the employer
app-step-approved = approved
app-step-payroll = with payroll
app-step-held = at the office, waiting for the employer

app-kind-work = work
app-kind-paid-break = paid break
app-kind-travel = travel
app-kind-meeting = meeting
app-kind-training = training
app-kind-standby = standby
app-kind-call-out = call-out
app-kind-on-call = on call
app-kind-unpaid-break = break

app-field-exists = entry
app-field-start = start
app-field-end = end
app-field-place = workplace
app-field-funding = funder
app-field-part-exists = part
app-field-part-kind = kind of part
app-field-part-from = start of the part
app-field-part-to = end of the part
app-field-away = other place
app-value-is = stands
app-value-is-not = does not stand

app-finding-end-before-start = The end lies before the start.
app-finding-zero-length = Start and end are in the same minute.
app-finding-longer-than-36-hours = Longer than 36 hours.
app-finding-no-beginning = The beginning is missing.
app-finding-unknown-place = This version does not know the workplace.
app-finding-unknown-funding = This version does not know a funder.
app-finding-part-outside = A part lies outside the shift.
app-finding-part-end-before-start = A part ends before it begins.
app-finding-part-zero-length = A part begins and ends in the same minute.
app-finding-part-open = A part has no end.
app-finding-part-without-beginning = A part has no beginning.
app-finding-parts-overlap = Two parts overlap.
app-finding-call-out-outside-standby = A call-out lies outside standby.
app-finding-overlap = Overlaps another shift.
app-finding-two-running = Two shifts are running at once.
app-finding-began-while-running = Began while another was running.
app-finding-typed-time-never = This time did not exist in the night the clocks changed.
app-finding-typed-time-twice = This time existed twice in the night the clocks changed.
app-finding-typed-time-differs = The time that was typed does not fit the one that was saved.
app-finding-answer-without-proposal = An answer without a proposal.
app-finding-answers-disagree = Answered differently on two devices.
app-finding-quiet-night-with-call-out = “Nothing happened” beside a call-out.

# Corrections
app-change = {$field}: {$now}, proposed {$proposed}
app-change-new = {$field}: proposed {$proposed}
app-reason = Reason: {$reason}
app-story-replaced = Replaced by a later statement.
app-agree = Agree
app-object = Object
app-correction-open = waits for an answer
app-correction-agreed = agreed
app-correction-objected = objected
app-correction-disputed = answered differently on two devices
app-correction-withdrawn = withdrawn
app-correction-stale = out of date
app-correction-over = approved without agreement

# Plan
app-planned-spoken = {$day}, {$times}
app-planned-cancelled = called off
app-planned-for = {$name}: {$times}

# Phone and office
app-waiting = {$count ->
    [0] Everything is at the office.
    [one] One record waits for the office.
   *[other] {$count} records wait for the office.
}
app-never-heard = Never heard from the office yet.
app-heard = Last contact: {$at}.
app-held = {$count ->
    [one] The office holds one record back until the employer decides.
   *[other] The office holds {$count} records back until the employer decides.
}
app-synced = {$sent ->
    [0] Synced.
    [one] Synced: one record reached the office.
   *[other] Synced: {$sent} records reached the office.
}
app-event-clock-in = clock in
app-event-clock-out = clock out
app-event-part-start = start: {$kind}
app-event-part-end = end of a part
app-event-part = part written down afterwards
app-event-manual-entry = shift written down afterwards
app-event-correction = correction
app-event-stated-end = end written down afterwards
app-event-retraction = taking back
app-event-undone = undo
app-event-quiet-night = nothing happened
app-event-month-complete = month complete
app-event-answer = answer to a correction
app-event-approval = approval
app-event-proposal = proposal
app-event-absence = absence
app-event-other = other

# Month
app-month = {$month}
app-month-line = {$state}, {$hours}
app-month-open = open
app-month-partly-approved = single days approved
app-month-approved = approved
app-month-reopened = reopened
app-month-changed = changed since the approval
app-provisional = Provisional: may change until it is approved.
app-complete = Declare {$month} complete
app-complete-no = Not declared complete yet.
app-complete-yes = Declared complete.
app-complete-changed = Declared complete, changed afterwards.
app-without-pay = Without a contract the phone cannot show pay.
app-money = {$amount}
app-times = {$count} ×
app-notice-on = {$day}: {$text}
app-several = By working-time law, hours at several employers add up. Only you see this sum.
app-several-total = Together

# Who sees what
app-readers = {$what}: {$who}
app-readers-hours = Your hours
app-readers-approvals = Corrections and approvals
app-readers-plan = Your plan
app-readers-contract = Your contract
app-readers-person = Name and contact
app-role-employer = employer
app-role-deputy = deputy
app-role-assistant = assistant
app-role-coach = job coach
app-role-payroll-office = payroll office
app-role-nobody = former member

# Everything about me
app-export-title = Everything about me
app-export-plan = Plan
app-export-readers = Who may see what
app-export-day = Day
app-export-times = Times
app-export-worked = Working time
app-export-known = Status

# Employer
app-on-shift = {$count ->
    [0] Nobody is on duty now.
    [one] One person is on duty.
   *[other] {$count} people are on duty.
}
app-waits-for-you = {$count ->
    [0] Nothing waits for you.
    [one] One month waits for you.
   *[other] {$count} months wait for you.
}
app-whose-month = {$name}, {$month}
app-waits-complete = declared complete, waits for your approval
app-waits-over = the month is over, not approved yet
app-waits-changed = changed since the approval
app-waits-reopened = reopened
app-waits-objected = a correction was objected to
app-approve = Approval for {$whose}

# What always stands on the screens
app-label-app = Assistenzzeit
app-label-today = Today
app-label-plan = Plan
app-label-month = Month
app-label-months = Months
app-label-corrections = Corrections
app-label-absences = Absences
app-label-settings = Settings
app-label-sync = Phone and office
app-label-unsent = What still waits
app-label-readers = Who may see what
app-label-everything = Save everything about me
app-label-several = All employers together
app-label-employers = Employers
app-label-language = Language
app-label-last-shifts = Last shifts
app-label-next = Next shift
app-label-no-plan = No shift planned.
app-label-no-entries = No entries yet.
app-label-totals = Totals
app-label-pay = Pay
app-label-why = Why?
app-label-notices = Notices
app-label-missing = Planned, but nothing recorded
app-label-known = Status
app-label-story = History
app-label-late-entry = Write down a shift
app-label-correct = Change times
app-label-retract = Take the entry back
app-label-day = Day
app-label-from = From
app-label-to = To
app-label-reason = Reason
app-label-reason-hint = One sentence is enough.
app-label-kind = Kind
app-label-add-part = Add a break or standby
app-label-save = Save
app-label-cancel = Cancel
app-label-back = Back
app-label-details = Details
app-label-on-shift = On duty
app-label-planned-today = Planned today
app-label-waiting = Waits for you
app-label-exceptions = Look at
app-label-approve-over = Approve all the same, with a reason
app-label-pair = Pair this phone
app-label-pair-hint = The employer shows you a code. Scan it or type it in.
app-label-pair-scan = Scan the code
app-label-pair-type = Type the code
app-label-pair-code = Pairing code
app-label-pair-digits = Compare these six digits. Are they the same on both devices?
app-label-pair-waiting = Wait until the employer confirms.
app-label-pair-done = Paired. From now on you can record without a network, too.
app-label-add-employer = Add another employer
app-label-place = Where do you work?
app-label-place-hint = The Land decides about public holidays. Nobody asks where exactly.
app-label-no-surveillance = No location, no biometrics, no photo. Ever.
app-label-machine-made = This language was translated by a machine and has not been checked yet. In doubt, German counts.
app-label-widget-off = No shift
app-label-widget-on = On duty
app-label-notification = Your shift is running

# When something cannot be done
app-fault = That did not work. What was saved is still there.
app-refused-otherwise = That could not be done ({$code}).
app-refused-no-place = Where is the work? Please choose the Land.
app-refused-typed-time-twice = In the night the clocks change this time exists twice. Please give another minute.
app-refused-typed-time-never = In the night the clocks change this time does not exist.
app-refused-not-a-time = This is not a time. Please write it like 08:30.
app-refused-not-a-day = This is not a day.
app-refused-not-a-month = This is not a month.
app-refused-not-an-id = There is no such entry here.
app-refused-not-a-language = There is no such language here.
app-refused-not-a-place = There is no such workplace here.
app-refused-nothing-to-undo = There is nothing left to take back.
app-refused-unsent-left = Something here has not reached the office. Please sync first.
app-refused-key-vault = The key store of this phone does not give the key now. Please unlock the phone and try again.
app-refused-no-such-phone = There is no such employer on this phone.
app-refused-not-paired = This phone is not paired yet.
app-refused-already-paired = This phone is already paired with this team.
app-refused-waiting-for-confirmation = The employer has not confirmed yet.
app-refused-pairing-over = This pairing is over. Please ask for a new code.
app-refused-not-a-pairing-code = This is not a pairing code of Assistenzzeit.
app-refused-pairing-code-needs-newer-version = This code needs a newer version of the app.
app-refused-pairing-code-mistyped = The code was mistyped or is incomplete.
app-refused-unknown-token = The office does not know this code.
app-refused-used-token = This code has been used already.
app-refused-expired-token = This code has expired. Please ask for a new one.
app-refused-other-office = Another office answered than the one in the code. Nothing was taken over.
app-refused-wrong-key = Someone answered who does not have the office's key. Nothing was sent.
app-refused-not-an-address = The address of the office cannot be read.
app-refused-plain-http = The connection to the office would not be encrypted. Nothing was sent.
app-refused-setup = The connection cannot be set up on this phone.
app-refused-unreachable = The office cannot be reached now. Everything stays saved here.
app-refused-timed-out = The office did not answer in time. Everything stays saved here.
app-refused-cut-off = The connection broke. Everything stays saved here.
app-refused-unknown-device = The office does not know this phone, or no longer.
app-refused-old-app = This app is older than the office. Please update the app. Everything stays saved here.
app-refused-old-office = The office is older than this app. Please tell them: the office has to be updated. Everything stays saved here.
app-refused-already-clocked-in = A shift is running already. Clock out first, or say when it ended.
app-refused-not-clocked-in = No shift is running.
app-refused-part-running = Something is running inside this shift already. Please end it first.
app-refused-no-part-running = Nothing is running inside this shift that could be ended.
app-refused-call-out-outside-standby = A call-out begins only within standby.
app-refused-no-such-entry = There is no such entry here.
app-refused-not-now = This is no longer possible for this entry.
app-refused-wrong-order = The end lies before the start, or a part lies outside the shift.
app-refused-in-the-future = This time has not come yet.
app-refused-reason-needed = Please give a reason.
app-refused-unsettled-shifts = A shift of this month is still running, or one is unsettled.
app-refused-findings = Something of this month still has to be settled.
app-refused-open-proposals = A correction is still without agreement.
app-refused-nothing-to-approve = Nothing has changed since the approval.
app-refused-not-approved = This month is not approved.
app-refused-no-contract = There is no contract for this month.
app-refused-no-right = This phone may not do that.
app-refused-newer-version = A part comes from a newer version. Please update the app.
