# Absences: requests, sick calls, decisions, accounts, refunds.

absence-month = { $month }
absence-hours = { $hours } hours

absence-waiting = The first four weeks of the employment are a waiting period: pay goes on from { $from } (§ 3 Abs. 3 EFZG).
absence-waiting-all = All of it lies in the first four weeks of the employment: the health insurance pays sickness benefit (§ 3 Abs. 3 EFZG).
absence-six-weeks = Pay goes on: { $used } of { $of } days used, until { $last } at the latest (§ 3 Abs. 1 EFZG).
absence-six-weeks-beyond = The six weeks end on { $last }. After that the health insurance pays sickness benefit (§ 3 Abs. 1 EFZG).
absence-six-weeks-over = The six weeks for this illness are already used: the health insurance pays sickness benefit (§ 3 Abs. 1 EFZG).
absence-same-illness = { $days ->
    [one] One day
   *[other] { $days } days
} of these from an earlier time with the same illness.

absence-clash-worked = { $count ->
    [one] Work was done on these days: { $list }. Please settle what is right.
   *[other] Work was done { $count } times on these days: { $list }. Please settle what is right.
}
absence-clash-planned = { $count ->
    [one] The rota still has a shift: { $list }. Who takes it over?
   *[other] The rota still has { $count } shifts: { $list }. Who takes them over?
}
absence-clash-fell-away = { $count ->
    [one] Cancelled because of it: { $list }.
   *[other] Cancelled because of it ({ $count } shifts): { $list }.
}

absence-vacation-left = { $days } of vacation left for { $year }.
absence-vacation-negative = More vacation is granted than there is.
absence-vacation-warned = On { $day } notice was given that vacation of { $year } expires.
absence-vacation-not-warned = No notice was given yet that vacation of { $year } expires. Without it nothing expires.
absence-booking-vacation_entitlement = Vacation for the full year
absence-booking-vacation_twelfths = Vacation for the full months
absence-booking-vacation_severely_disabled = Additional leave with a severe disability
absence-booking-vacation_carried_over = Carried over from last year
absence-booking-vacation_expired = Carried days expired on 31 March
absence-booking-vacation_taken = Vacation: { $text }
absence-booking-vacation_by_hand = Booked by hand: { $text }

absence-hours-balance = On the hours account: { $hours }.
absence-hours-opening = Balance at the start
absence-hours-worked = Worked: { $text }
absence-hours-credited = Credited: { $text }
absence-hours-target = Target of the month
absence-hours-paid-out = Paid out
absence-hours-by-hand = Booked by hand: { $text }

absence-refund-open = not asked for yet
absence-refund-asked = asked for
absence-refund-received = refunded
absence-refund-nothing-paid = There is no pay for it in approved months yet.
absence-refund-amount = Continued pay: { $paid }. The levy U1 refunds up to { $share } of it, at most { $amount }; the fund's statute may give less.
absence-refund-amount-u2 = Paid: { $paid }. The levy U2 gives back { $share }: { $amount }.
absence-refund-by-payroll = The payroll office works out the maternity allowance. The levy U2 gives all of it back; the amount is on the payslip.
absence-refund-contributions = On top come the contributions that you as employer pay on this pay. They are on the payslip too.
absence-refund-until = It can be asked for until { $day } (§ 6 Abs. 1 AAG).
absence-refund-note-asked = Asked for on { $day }.
absence-refund-note-asked-amount = Asked for on { $day }: { $amount }.
absence-refund-note-received = Refunded on { $day }.
absence-refund-note-received-amount = Refunded on { $day }: { $amount }.

today-absences = { $count ->
    [one] One absence waits
   *[other] { $count } absences wait
} for your decision.
today-births = { $count ->
    [one] In one maternity leave
   *[other] In { $count } maternity leaves
} the expected day of birth has passed. Once the child is born, the days may change.
