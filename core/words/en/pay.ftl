# Lines of pay and their explanation.
# {$…} are filled in; keys are never renamed.

pay-kind-work = Work
pay-kind-standby = Standby
pay-kind-call_out = Call-out
pay-kind-on_call = On-call
pay-kind-travel = Travel
pay-kind-meeting = Team meeting
pay-kind-training = Training
pay-kind-monthly_salary = Monthly salary
pay-kind-night_25 = Night {$percent}
pay-kind-night_40 = Night 0–4 h {$percent}
pay-kind-sunday_50 = Sunday {$percent}
pay-kind-holiday_125 = Holiday {$percent}
pay-kind-holiday_150 = High holiday {$percent}
pay-kind-contract = {$word} {$percent}
pay-kind-vacation = Vacation
pay-kind-sick = Sickness
pay-kind-child_sick = Child sick
pay-kind-holiday_not_worked = Holiday off
pay-kind-special_leave = Special leave
pay-kind-unpaid_leave = Unpaid leave
pay-kind-maternity_pay = Maternity pay
pay-kind-maternity_allowance = Employer’s maternity allowance
pay-kind-absence_surcharge = Absence surcharge
pay-kind-hours_account = Hours account
pay-kind-hand_entered = {$word}

pay-hand-expenses = Expenses
pay-hand-mileage = Mileage
pay-hand-bonus = Bonus
pay-hand-advance = Advance
pay-hand-lump_standby = Lump standby

pay-title = Pay for {$month}: every line explained
pay-person = Person {$person}
pay-personnel-number = Personnel number {$number}
pay-no-personnel-number = no personnel number
pay-contract-since = Contract {$id}
pay-times-in = Times: {$zone}, zone data {$data}

pay-column-kind = Wage kind
pay-column-centre = Cost centre
pay-column-clock = h:min
pay-column-hours = Hours
pay-column-rate = Rate
pay-column-paid = Amount
pay-column-tax_free = tax-free
pay-column-tax_liable = taxable
pay-column-sv_free = SI-free
pay-column-sv_liable = SI-liable
pay-column-accident = AI-liable
pay-total = Total
pay-in-euro = Amounts in euros. Rate per hour. SI: social insurance. AI: accident insurance.
pay-worked = Worked {$minutes} h
pay-credited = credited without work {$minutes} h

pay-why = What each line is made of
pay-line-rate = {$kind}: {$minutes} h × €{$rate}/h = {$amount}
pay-line-rates = {$kind}: {$minutes} h at several rates = {$amount}
pay-line-parts = {$kind}: {$parts} = {$amount}
pay-line-part = {$minutes} h × €{$rate}/h
pay-line-salaried = {$kind}: {$minutes} h, paid by the monthly salary
pay-line-days = {$kind}: {$count} days = {$amount}
pay-line-days-open = {$kind}: {$count} days, the payroll office works out the amount
pay-line-count = {$kind}: {$count} × = {$amount}
pay-line-amount = {$kind}: {$amount}
pay-line-unpaid = {$kind}: {$minutes} h, without pay
pay-line-centre = cost centre {$centre}
pay-line-origin = for {$month}
pay-line-reason = reason: {$reason}
pay-line-all-free = free of tax and contributions in full
pay-line-free = of which tax-free {$tax}, contribution-free {$sv}
pay-line-version = version {$version}

pay-span = {$when}, {$minutes} h, {$kind}, {$rule}
pay-span-shared = {$when}, {$minutes} h of {$length} h, {$kind}, {$rule}
pay-span-days = {$when}, {$minutes} h, {$kind}, {$rule}
pay-span-amount = {$when}, {$kind}, {$rule}
pay-rule = {$paragraph}, rules of {$version}
pay-rule-contract = contract, version of {$version}
pay-rule-unverified = {$rule} (source not verified)

pay-carry = Shift of {$day}: {$before} h in the month before, {$here} h here, {$after} h in the month after.
pay-carry-before = Shift of {$day}: {$before} h in the month before, {$here} h here.
pay-carry-after = Shift of {$day}: {$here} h here, {$after} h in the month after.
pay-carries = Shifts across the edge of the month
pay-not-yet = Do not approve yet: what to settle stands below.
pay-findings = Notes
pay-refused = Settle before approval: {$text}
pay-about = (concerns {$about})
pay-no-findings = No notes.

pay-finding-no_contract = No contract is in force on this day; the minutes are not paid.
pay-finding-no_wage = The contract gives no hourly wage.
pay-finding-shifts_overlap = Two records overlap. The minutes count once; please settle which one is right.
pay-finding-funding_exceeds = The funders together pay for more than was worked.
pay-finding-funding_incomplete = The funders together pay for less than was worked; the rest is on the contract's cost centre.
pay-finding-hand_entered_open = A line entered by hand is not approved yet and is therefore missing.
pay-finding-absences_overlap = Two absences on the same day.
pay-finding-worked_while_absent = Worked on a day that is reported as absent.
pay-finding-not_a_holiday = This day is no public holiday at the place of work.
pay-finding-sick_in_waiting_period = Sick in the first four weeks of the employment: no continued pay yet (§ 3 Abs. 3 EFZG).
pay-finding-sick_beyond_six_weeks = Sick for more than six weeks: after that the health insurance pays (§ 3 Abs. 1 EFZG).
pay-finding-certificate_missing = The certificate of sickness is still missing (§ 5 Abs. 1 EFZG).
pay-finding-no_reference = Neither a rota nor a reference period: the average cannot be computed.
pay-finding-child_sick_beyond_contract = More days with a sick child than the contract pays; the health insurance pays for them.
pay-finding-absence_open = A request for absence has not been decided yet; it does not count until then.
pay-finding-absence_unsettled = There are two different statements about an absence. Please settle which one is right.
pay-finding-maternity_due_unknown = The expected day of birth is missing: without it, it is not known which three months measure the maternity pay (§ 18 MuSchG). Enter it with the absence.
pay-finding-maternity_reference_missing = The months before the pregnancy are not all here: maternity pay cannot be worked out (§ 18 MuSchG). Ask the payroll office and enter the amount as a line of its own.
pay-finding-maternity_allowance_open = The payroll office works out the maternity allowance: it depends on net pay (§ 20 MuSchG). Here are the days.

pay-day = {$day}

pay-simple-title = Your pay for {$month}
pay-simple-worked = You worked {$hours}.
pay-simple-base = For this you get {$amount}.
pay-simple-salary = You get the same pay every month: {$amount}.
pay-simple-credited = You were away for {$hours}, for example on vacation or ill.
pay-simple-credited-pay = For this you get {$amount}.
pay-simple-night = You worked at night. For this you get {$amount} extra.
pay-simple-sunday = You worked on a Sunday. For this you get {$amount} extra.
pay-simple-holiday = You worked on a holiday. For this you get {$amount} extra.
pay-simple-other = {$amount} is added to this.
pay-simple-total = Together this is {$amount}.
pay-simple-free = You pay no taxes on {$amount} of it.
pay-simple-deductions = Taxes and insurance are taken from the rest.
pay-simple-open = Something is not settled yet. The pay may still change.
pay-simple-questions = Do you have questions? Please ask.
pay-simple-hours = { $minutes ->
    [0] {$hours} hours
   *[other] {$hours} hours and {$minutes} minutes
}
