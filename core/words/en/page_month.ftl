# The pages of months and entries at the office.
# Values in {$…} are filled in; keys are never renamed.

months-whom-and-when = {$name}, {$month}
months-all-title = Months: {$month}
months-all-lead = { $all ->
    [0] Nobody in the team yet.
    [one] { $approved ->
        [0] Not approved yet.
       *[other] Approved.
    }
   *[other] {$approved} of {$all} are approved in full.
}
months-next = Next
months-all-clean-hint = { $count ->
    [one] One person has something without open questions.
   *[other] {$count} people have something without open questions.
}
months-all-clean = { $count ->
    [one] Approve everything settled: {$month}, one person
   *[other] Approve everything settled: {$month}, {$count} people
}
months-all-decide = Look at what differs: {$whom}
months-all-people = Who stands where
months-all-nobody = There is nobody in the team yet who records hours.
months-all-none-yet = Nothing of this month is approved yet.
months-all-next-decide = Some things differ; you decide about them.
months-all-next-done = Everything is approved.
months-all-next-wait = There is nothing to approve right now. As soon as something is settled, it stands here.
months-other-months = Other months
months-go-to = {$month}
months-badge-open = open
months-badge-partly-approved = days approved
months-badge-approved = approved
months-badge-reopened = reopened
months-badge-changed = changed
months-card-complete-no = Not declared complete yet.
months-card-complete-yes = Declared complete.
months-card-complete-changed = Declared complete, changed since.
months-all-approve-title = Approve everything settled: {$month}
months-all-approve-hint = Exactly what stands here is approved. Days with open questions wait and are not approved with it.
months-all-approve-table = What is approved
months-all-approve-none = There is nothing to approve right now.
months-all-approve-button = { $count ->
    [one] Approve {$month} for one person
   *[other] Approve {$month} for {$count} people
}
months-all-approved = { $count ->
    [0] Nothing was approved.
    [one] {$month} is approved for one person.
   *[other] {$month} is approved for {$count} people.
}
months-all-changed = Changed meanwhile and not approved: {$names}. Please look at it again.
months-person = Person
months-what = Extent
months-worked = Working time
months-gross = Gross

months-complete-no = {$name} has not declared the month complete yet.
months-complete-yes = {$name} has declared the month complete.
months-complete-changed = {$name} has declared the month complete; something came after that.
months-decide = Decision {$place} of {$all}:
months-approve-now = On to the approval: {$whom}
months-approve-rest = Approve only what is settled: {$whom}
months-rest-now-hint = You need not decide everything at once: days without open questions can be approved now.
months-propose-now = On to the proposals: {$whom}
months-to-all = To everybody in {$month}
months-cases = What differs
months-other-cases = What else differs
months-blocked = To settle
months-changed = Changed since the approval
months-warnings = Notices
months-warnings-hint = Notices hold nothing up. The approval records that you have seen them.
months-info = Good to know
months-more = { $count ->
    [one] and on one more day
   *[other] and on {$count} more days
}
months-look = look
months-entry = Look at the entry ({$day})
months-money = Pay
months-provisional = Provisional: as it is recorded now.
months-no-contract = Without a contract no pay can be computed. Please enter a contract under Team.
months-lines = Lines of pay
months-line = Kind
months-quantity = Quantity
months-rate = Rate
months-amount = Amount
months-why = Where each line of pay comes from
months-entered = Entered by hand
months-to-lines = Enter expenses, bonuses, advances: {$whom}
months-hours = Hours per week
months-hours-table = Hours per week as a table
months-week = Week
months-agreed = Agreed
months-difference = Difference
months-chart-legend = The bar is the working time, the upright line the agreed time. Weeks cut by the month count with their days in it.
months-shifts = All shifts
months-as-planned-means = “As planned” means: begin and end differ from the plan by ten minutes at most. What is paid is always what was recorded.
months-day = Day
months-planned = Planned
months-recorded = Recorded
months-hours-column = Hours
months-mark = Comparison
months-approvals = Approvals
months-approval-month = The whole month is approved.
months-approval-days = { $count ->
    [one] One day is approved.
   *[other] {$count} days are approved.
}
months-statement = Load the month's statement: {$whom}
months-reopened-because = Reopened: “{$reason}”

months-approve-title = Approval
months-approve-heading = Approve
months-approve-warnings = { $count ->
    [one] The approval records that you have seen one notice.
   *[other] The approval records that you have seen {$count} notices.
}
months-approve-button = Approve for {$whom}
months-propose-button = Send the proposals: {$whom}
months-back = Back: {$whom}
months-reasons = Reasons of the proposals
months-reasons-hint = The assistant sees the reason. You can change it before you confirm above.
months-reason-of = Reason for {$day}
months-over-hint = Your proposal is to count although there is no agreement. The statement then shows both values, the objection and your reason.
months-over-reason = Why is the proposal for {$day} to count all the same?
months-over-on = On: {$whom}
months-reason = Reason
months-reason-needed = Please write a reason.
months-approved = Approved: {$whom}. You can reopen the approval at any time.
months-proposed = { $count ->
    [one] One proposal is sent: {$whom}.
   *[other] {$count} proposals are sent: {$whom}.
}
months-refused-statement_changed = Something has changed meanwhile. Nothing was approved. Please look at it again.
months-refused-reason_needed = A reason is missing. Nothing was approved.
months-refused-unsettled_shifts = A shift is still running or to be settled.
months-refused-findings = Something is to be settled first.
months-refused-open_proposals = A proposal has not been answered yet.
months-refused-no_contract = There is no contract for this month. Please enter one under Team.
months-refused-whole_month_approved = The whole month is approved already. Change it as a whole.
months-refused-nothing_to_approve = Nothing has changed since the last approval.
months-refused-no_such_entry = A proposal is not there any more.
months-refused-newer_version = A part was written by a newer version. Please update the office.
months-refused-too_long = The month is too long for one statement. Approve single days.

months-reopen-title = Reopen
months-reopen-hint = What was approved stays payable and readable until you approve again. Then the difference is paid.
months-reopen = Reopen: {$whom}
months-reopened = Reopened: {$whom}.

lines-title = Lines entered by hand
lines-hint = For example expenses, mileage, a bonus or an advance. They are approved with the month.
lines-new = New line
lines-word = What for
lines-count = Count
lines-count-hint = Only if there is a count, for example kilometres: 12.5. Else leave it empty.
lines-amount = Amount in euros
lines-amount-hint = For example 12.50. With a count: the amount for one. A minus before it takes off.
lines-treatment = How it is treated
lines-enter = Enter: {$whom}
lines-remove = Take back: {$line}
lines-remove-title = Take a line back
lines-remove-hint = The line then counts no more. It stays readable in the history.
lines-back = Back to the lines
lines-entered = The line is entered.
lines-removed = Taken back: {$line}.
lines-word-needed = Please choose what for.
lines-amount-needed = Please write an amount in euros, for example 12.50.
lines-count-needed = Please write the count as a number, for example 12.5.
lines-treatment-needed = Please choose how it is treated.

months-own-complete-no = You have not declared the month complete yet.
months-own-complete-yes = You have declared the month complete.
months-own-complete-changed = You have declared the month complete; something came after that.
months-own-proposals = { $count ->
    [one] One proposal waits for your answer.
   *[other] {$count} proposals wait for your answer.
}
months-own-answer = Answer the proposal: “{$reason}”
months-own-unsettled = A shift is still running or to be settled. After that you can declare the month complete.
months-own-complete-hint = Is everything there? Then declare {$month} complete. You can still write shifts down afterwards.
months-own-complete = {$month} is complete
months-own-nothing = There is nothing to do right now.
months-own-completed = {$month} is declared complete.
months-own-write = Write a shift down afterwards: {$month}
months-own-write-title = Write a shift down afterwards
months-own-write-hint = The entry is marked as written down afterwards.
months-own-write-reason = Why is it only entered now?
months-own-pause-from = Break, start
months-own-pause-to = Break, end
months-own-pause-hint = Time; leave empty if there was no break
months-own-pause-outside = The break must lie within the shift and have a time, for example 12:30.
months-own-write-save = Enter the shift
months-own-written = The shift is entered.
months-own-no-place = The place of work is not entered yet. Please ask the employer.

entry-title = Entry
entry-named = {$name}: {$when}
entry-taken-back = a shift taken back
entry-state = State
entry-settled = complete
entry-running = running
entry-unsettled = to be settled
entry-retracted = taken back
entry-since = Since
entry-hours = Working time
entry-parts = Inside it
entry-how = Recorded
entry-correction = Correction
entry-agreed = Proposed and agreed to.
entry-over = Approved without agreement; both values stand in the history.
entry-next = What you can do
entry-history = History
entry-reason = Reason: “{$reason}”
entry-replaced = Replaced by a later statement.
entry-to-month = To the month {$month}
entry-disputed = Two statements contradict each other ({$field}). Both stay until somebody chooses.
entry-field-exists = whether there was such a shift
entry-field-start = begin
entry-field-end = end
entry-field-place = place
entry-field-funding = funder
entry-field-part_exists = whether there was such a part
entry-field-part_kind = kind of a part
entry-field-part_from = begin of a part
entry-field-part_to = end of a part
entry-field-away = time at another place
entry-choose = Propose {$value}
entry-choose-own = {$value} is right
entry-choose-reason = Of the two statements this is the right one.
entry-open-proposal = A proposal is open. Reason: “{$reason}”
entry-answer = Answer the proposal
entry-withdraw = Withdraw the proposal
entry-withdraw-hint = The proposal then counts no more. It stays readable in the history.
entry-retracted-hint = The entry was taken back. It stays readable and does not count.
entry-propose = Propose another time
entry-propose-hint = Your proposal changes nothing until the assistant agrees. What was recorded stays.
entry-propose-save = Send the proposal
entry-proposed = The proposal is sent. You can withdraw it at any time.
entry-reason-shown = Reason, shown to the assistant
entry-correct-own = Correct the entry
entry-correct-own-hint = The earlier value stays readable in the history.
entry-correct-own-save = Save the correction
entry-corrected = The correction is saved.
entry-what = What is to hold?
entry-what-times = These times
entry-what-gone = This shift should not count
entry-start-day = Begin, day
entry-start-time = Begin, time
entry-end-day = End, day
entry-end-time = End, time
entry-which = {$time} exists twice in this night. Which one is meant?
entry-time-twice = This time exists twice in the night the clocks change. Please choose which one is meant.
entry-time-never = This time does not exist in the night the clocks change. Please write another one.
entry-day-needed = Please give a day, for example 2026-11-02.
entry-time-needed = Please give a time, for example 08:00.
entry-nothing-changed = These are the times that hold already.
entry-refused-wrong_order = The end lies before the begin.
entry-refused-in_the_future = This time has not come yet.
entry-refused-reason_needed = Please write a reason.
entry-refused-not_now = This entry cannot be changed like that any more.
entry-back = Back: {$entry}
entry-proposal-title = Proposal
entry-outcome-open = No answer yet.
entry-outcome-agreed = Agreed to. The proposal counts.
entry-outcome-objected = Objected to. The proposal does not count.
entry-outcome-disputed = Two devices gave different answers.
entry-outcome-withdrawn = Withdrawn.
entry-outcome-stale = The entry has changed since. The proposal counts no more.
entry-agree = Agree
entry-object = Object
entry-answer-reason = Reason for an objection
entry-answered-agree = You have agreed. The proposal counts.
entry-answered-object = You have objected. It stays as recorded.
entry-withdrawn = The proposal is withdrawn.
months-refused-purged = The data of this month were deleted when their time was over.
months-shifts-table = Planned and recorded
