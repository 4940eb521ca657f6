# Pages of the rota: month, day, publishing.

page-plan-title = Rota {$month}
page-plan-reader = You see what is published.
page-plan-turning = Other months and views
page-plan-before = Previous month: {$month}
page-plan-after = Next month: {$month}
page-plan-show-table = Show as a table
page-plan-show-list = Show as a list
page-plan-next-nobody = Nobody is in the team yet whom you could plan. Invite somebody first.
page-plan-next-empty = Nothing is planned for this month yet. Begin with one day; after that you can copy days and weeks.
page-plan-next-unlawful = { $count ->
    [one] One shift is not allowed like this. Look at it first:
   *[other] {$count} shifts are not allowed like this. Look at them first:
}
page-plan-next-open = { $count ->
    [one] One shift is still open. Who takes it?
   *[other] {$count} shifts are still open. Who takes them?
}
page-plan-next-drafts = { $count ->
    [one] One draft is not published yet. The team does not see it yet.
   *[other] {$count} drafts are not published yet. The team does not see them yet.
}
page-plan-next-none = Everything is published, nothing is open.
page-plan-to-team = To the team
page-plan-begin = Begin with {$day}
page-plan-to-publish = { $count ->
    [one] Look at one draft and publish it
   *[other] Look at {$count} drafts and publish them
}
page-plan-unclear = Shifts with unclear times
page-plan-unclear-lead = Two people wrote different times without knowing of each other. Call the shift off and plan it anew.
page-plan-days = The days
page-plan-today = today
page-plan-nothing = Nothing planned.
page-plan-next-open-from = Next open shift: {$day}
page-plan-day = Day
page-plan-caption = Rota {$month}: a row for each day, a column for each person
page-plan-cell = {$day}, {$times}
page-plan-note = Note

page-plan-as-last-week-title = Plan a week as the one before
page-plan-as-last-week-open = Choose week and person
page-plan-which-week = Which week is to be planned?
page-plan-which-week-hint = The shifts of the week before are entered as drafts at the same times of day.
page-plan-week = {$from} to {$to}
page-plan-for-whom = For whom?
page-plan-everybody = For everybody and for open shifts
page-plan-as-last-week = Plan as in the week before
page-plan-as-last-week-done = { $count ->
    [0] Nothing was planned in the week before. Nothing was entered.
    [one] One draft for the week from {$day} is entered.
   *[other] {$count} drafts for the week from {$day} are entered.
}
page-plan-sums = Hours of each person
page-plan-weeks-of = Weeks of {$name}
page-plan-weeks-caption = Planned hours of {$name} by week
page-plan-week-from = Week from
page-plan-week-planned = Planned
page-plan-week-against = Against the contract

page-plan-day-title = Rota, {$day}
page-plan-turning-days = Other days
page-plan-day-before = Day before: {$day}
page-plan-day-after = Day after: {$day}
page-plan-whole-month = Whole month: {$month}
page-plan-holiday = Public holiday: {$holiday}
page-plan-duties = Shifts on this day
page-plan-change = Change times: {$name}
page-plan-change-save = Save new times: {$name}
page-plan-change-published = This shift is published. New times are visible at once and count as published now.
page-plan-from = Begin
page-plan-from-hint = Time of day, for example 08:00
page-plan-to = End
page-plan-to-hint = Time of day. If it is not after the begin, the shift ends on the next day.
page-plan-note-hint = What the person should know. Everybody who sees the rota can read it.
page-plan-who = Who?
page-plan-who-hint = Choose “Still open” if it is not settled yet.
page-plan-give-to = Who is to take the shift?
page-plan-give = Give away: {$name}
page-plan-call-off = Call off: {$name}
page-plan-new = Plan a shift
page-plan-new-save = Plan a shift on {$day}
page-plan-copy = Copy this day
page-plan-to-day = To which day?
page-plan-to-day-hint = All shifts of the day are entered there as drafts at the same times of day.
page-plan-copy-save = Copy the shifts of {$day}
page-plan-called-off-title = Shifts that were called off
page-plan-restore = Let it take place after all: {$name}

page-plan-planned = The shift on {$day} is entered as a draft.
page-plan-changed = The new times on {$day} are saved.
page-plan-called-off = The shift is called off. It stays readable.
page-plan-restored = The shift takes place after all, as a draft.
page-plan-assigned = The shift on {$day} is given away as a draft.
page-plan-copied = { $count ->
    [0] There was nothing to copy on this day.
    [one] One shift is copied to {$day} as a draft.
   *[other] {$count} shifts are copied to {$day} as drafts.
}
page-plan-undo = { $count ->
    [one] Undo the last step
   *[other] Undo the last step ({$count} changes)
}
page-plan-undone = The last step is undone.

page-plan-problem-from = Write the begin as a time of day, for example 08:00.
page-plan-problem-to = Write the end as a time of day, for example 16:30.
page-plan-problem-never = {$time} does not exist on {$day}: the clocks go forward. Choose a time before or after.
page-plan-problem-twice = {$time} exists twice on {$day}: the clocks go back. Choose a time before 2:00 or from 3:00 on.
page-plan-problem-note = Shorten the note to at most 400 characters.
page-plan-problem-to-day = Choose another day, for example 2026-11-21.

page-plan-publish-title = Publish the rota of {$month}
page-plan-publish-lead = After publishing, the team sees these shifts on their phones. The time is kept: notice counts from it.
page-plan-publish-nothing = There is nothing to publish.
page-plan-publish-unlawful = { $count ->
    [one] One shift among them is not allowed like this. You can publish all the same; you answer for it.
   *[other] {$count} shifts among them are not allowed like this. You can publish all the same; you answer for it.
}
page-plan-publish-whose = {$name}: { $count ->
    [one] one shift
   *[other] {$count} shifts
}
page-plan-publish = { $count ->
    [one] Publish one shift
   *[other] Publish {$count} shifts
}
page-plan-publish-done = { $count ->
    [one] One shift is published.
   *[other] {$count} shifts are published.
}
page-plan-publish-differs = Nothing was published: the rota has changed since you opened this page. Check what stands below, then publish again.
page-plan-publish-new = New: {$shift}.
page-plan-publish-changed = Changed: “{$was}” became “{$is}”.
page-plan-publish-other-note = Its note is another one now: {$is}.
page-plan-publish-gone = No longer a draft: {$shift}.
page-plan-beside = Absences and wishes
page-plan-table-hint = Each shift is a link to its day. What carries no word is published.
page-plan-next-rest = { $count ->
    [one] Show one more
   *[other] Show {$count} more
}
page-plan-next-doubtful = { $count ->
    [one] With one shift something has to be settled:
   *[other] With {$count} shifts something has to be settled:
}
