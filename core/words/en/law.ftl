# Findings of the checks of working time, records and wages.
# {$…} are filled in; keys are never renamed.

finding-overlapping_records = Two records overlap. The minutes count once; please settle which one holds.
finding-not_checked = Working-time law is not checked: domestic community under § 18 Abs. 1 Nr. 3 ArbZG.
finding-break_too_short = Break too short: {$taken} h of {$required} h for {$worked} h of work.
finding-stretch_too_long = {$longest} h of work without a break; at most {$most} h in a row are lawful.
finding-rest_too_short = Rest of only {$rest} h instead of {$required} h. Earliest lawful start: {$earliest_start}.
finding-day_over_eight = {$worked} h of work in one working day, more than {$most} h. Lawful if the average balances it.
finding-day_over_maximum = {$worked} h of work in one working day; at most {$most} h are lawful.
finding-average_over_eight = {$worked} h on { $days ->
    [one] one working day
   *[other] {$days} working days
} of the balancing period: more than {$most} h per working day on average.
finding-average_so_far_over_eight = So far {$worked} h on { $days ->
    [one] one working day
   *[other] {$days} working days
}: more than {$most} h per working day on average. This is still to be balanced.
finding-night_worker_average = Night work: days above eight hours are not balanced in the month ({$worked} h on {$days} working days, lawful on average {$most} h).
finding-night_compensation_missing = {$night} h of night work (23:00 to 6:00) without surcharge or free days. Guide: {$guide}.
finding-night_compensation_low = {$night} h of night work (23:00 to 6:00) with less than the guide of {$guide} surcharge.
finding-night_compensation_due = {$night} h of night work (23:00 to 6:00): free days or a surcharge are owed for it, guide {$guide}.
finding-sunday_work = Work on Sundays or holidays. Lawful in care and in the household where it cannot be done on working days; a replacement rest day is owed.
finding-free_sundays_notice = {$free} Sundays of {$year} are still free; at least {$required} must be.
finding-free_sundays_too_few = Only {$free} Sundays of {$year} are free; at least {$required} must be.
finding-rest_day_missing = A replacement rest day for the work on {$worked_on} is missing; it was due until {$last_day}.
finding-rest_day_due = A replacement rest day for the work on {$worked_on} is due until {$last_day}.
finding-record_late = Recorded too late; the deadline ended {$until}.
finding-record_missing = Not recorded; the deadline ended {$until}.
finding-record_due = Not recorded yet; the deadline ends {$until}.
finding-minimum_wage_short = {$month}: {$amount} paid, at least {$limit} by the minimum wage. {$difference} are missing.
finding-minijob_month_over = {$month}: {$amount} earned, more than the monthly limit of {$limit}. What decides is the year.
finding-minijob_year_at_80 = Minijob: {$amount} are forecast for the year, more than 80 percent of the limit of {$limit}.
finding-minijob_year_at_95 = Minijob: {$amount} are forecast for the year, more than 95 percent of the limit of {$limit}.
finding-minijob_year_over = Minijob: {$amount} are forecast for the year, more than the limit of {$limit}. Only unforeseeable months do no harm.
finding-minijob_third_month = Minijob: {$months} unforeseeable months in twelve; {$most} are lawful.
finding-minijob_double_over = Minijob: {$month} with {$amount} is above twice the monthly limit ({$limit}).
finding-midijob_out_of_range = {$month}: {$amount} is outside the transition range from {$from} to {$to}. What decides is the regular pay.
finding-account_at_80 = Hours account {$month}: {$credited} h credited, more than 80 percent of the lawful {$limit} h.
finding-account_at_95 = Hours account {$month}: {$credited} h credited, more than 95 percent of the lawful {$limit} h.
finding-account_over = Hours account {$month}: {$credited} h credited; half of the agreed time is lawful, {$limit} h.
finding-account_due = Hours account: {$open} h of {$month} are to be balanced until the end of {$last_month}.
finding-account_overdue = Hours account: {$open} h of {$month} were to be balanced until the end of {$last_month}.
finding-call_notice_short = Called on {$called_on}: four days' notice would mean {$earliest_day} at the earliest. The work could be refused.
finding-call_too_short = Called for {$called} h; at least {$limit} h are to be paid.
finding-call_week_over = Called in one week: {$called} h, at most {$limit} h are lawful.
finding-call_week_under = Called in one week: only {$called} h; {$limit} h are owed even if fewer are called.
finding-maternity_before_birth = Work in the six weeks before the birth: only if she expressly wants to herself. She can take that back at any time.
finding-maternity_after_birth = Work in the protected weeks after the birth: in this time she may not work.
finding-maternity_day_over = {$worked} h of work in a day; in pregnancy and while nursing at most {$most} h are allowed.
finding-maternity_fortnight_over = {$worked} h of work in two weeks; in pregnancy and while nursing at most {$most} h are allowed.
finding-maternity_month_over = {$worked} h of work in this month, more than the agreed {$most} h. In pregnancy and while nursing this is not allowed.
finding-maternity_rest = Rest of only {$rest} h instead of {$required} h, which are always needed in pregnancy and while nursing. Earliest lawful start: {$earliest_start}.
finding-maternity_evening = Work between 20:00 and 22:00 in pregnancy or while nursing: only if the authority allows it, she wants to and no doctor objects.
finding-maternity_night = Work between 22:00 and 6:00: forbidden in pregnancy and while nursing.
finding-maternity_sunday = Work on Sundays or holidays in pregnancy or while nursing: only if she expressly wants to, never alone without quick help, and with a replacement rest day in every week.

severity-info = Note
severity-warning = Warning
severity-serious = Breach
law-rule = {$paragraph}, rules as of {$version}
law-unverified = not yet checked against the text of the law
law-no-findings = No findings.
law-check-heading = checks of {$month}
law-interval = {$from} to {$to} ({$length})
