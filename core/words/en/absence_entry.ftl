# One absence: kind, days, state, and what there is to say about it.

absence-day = { $day }
absence-one-day = { $from }
absence-days = { $from } to { $to } ({ $count } days)
absence-span = { $from } to { $to }
absence-number-of-days = { $one ->
    [1] one day
   *[other] { $number } days
}
absence-days-unknown = days not settled
absence-kind-vacation = Vacation
absence-kind-sick = Sick
absence-kind-child_sick = Child sick
absence-kind-holiday_not_worked = Off because of a holiday
absence-kind-special_leave = Special leave
absence-kind-unpaid_leave = Unpaid leave
absence-kind-maternity_leave = Maternity leave
absence-kind-employment_ban = No work allowed (pregnancy, nursing)
absence-kind-unknown = kind not settled
absence-state-requested = waits for a decision
absence-state-granted = granted
absence-state-declined = declined
absence-state-reported = reported
absence-state-entered = entered
absence-state-withdrawal_asked = to be taken back
absence-state-withdrawn = withdrawn
absence-state-taken_back = taken back
absence-state-unsettled = not settled
absence-asked-since = Asked anew since the decision: { $text }. Until then what was granted holds.
absence-note = Written with it: { $text }
absence-reason = Reason: { $text }
absence-entered-because = Entered because: { $text }
absence-takes = Takes { $text } of vacation.
absence-unsettled-decisions = There are two different decisions. It counts only when one of them is taken back.
absence-unsettled-field = Two different statements: { $field }. It counts only when it is clear which one is right.
absence-unsettled-days = The days or the kind do not fit. It counts only when that is mended.
absence-field-first_day = first day
absence-field-last_day = last day
absence-field-kind = kind
absence-field-note = note
absence-field-certificate = certificate
absence-field-certificate_day = day of the certificate
absence-field-same_illness = earlier illness
absence-field-vacation_days = days of vacation
absence-field-withdrawn = withdrawn or not
absence-certificate-not-needed = No certificate is needed yet.
absence-certificate-missing = A certificate is still missing; it is due from { $day } on (§ 5 Abs. 1 EFZG).
absence-certificate-expected = Certified by a doctor on { $day }; not retrieved yet.
absence-certificate-electronic = Electronic certificate (eAU) retrieved on { $day }.
absence-certificate-paper = Certificate seen on paper on { $day }.
absence-maternity-due = Expected day of birth: { $day }.
absence-maternity-birth = Born on { $day }.
absence-maternity-nursing = Nursing is known until { $day }.
absence-maternity-leave = Under § 3 MuSchG nobody has to work in this time. The health insurance pays maternity allowance, the employer adds the rest (§ 20 MuSchG).
absence-maternity-ban = Pay goes on: the average of the three months before the pregnancy (§ 18 MuSchG).
absence-maternity-due-missing = The expected day of birth is still missing. Without it the pay for this cannot be worked out.
