# Machine-made; not yet checked by a native reader.

absence-day = { $day }
absence-one-day = { $from }
absence-days-unknown = zile neclarificate
absence-kind-vacation = Concediu
absence-kind-sick = Boală
absence-kind-child_sick = Copil bolnav
absence-kind-holiday_not_worked = Liber din cauza sărbătorii
absence-kind-special_leave = Concediu special
absence-kind-unpaid_leave = Concediu fără plată
absence-kind-maternity_leave = Concediu de maternitate
absence-kind-employment_ban = Interdicție de muncă (sarcină, alăptare)
absence-kind-unknown = tip neclarificat
absence-state-requested = așteaptă decizia
absence-state-granted = aprobată
absence-state-declined = respinsă
absence-state-reported = anunțată
absence-state-entered = înscrisă
absence-state-withdrawal_asked = se cere anularea
absence-state-withdrawn = retrasă
absence-state-taken_back = anulată
absence-state-unsettled = neclarificată
absence-asked-since = Cerere nouă după decizie: { $text }. Până atunci rămâne valabil ce s-a aprobat.
absence-note = Notă: { $text }
absence-reason = Motiv: { $text }
absence-entered-because = Înscrisă deoarece: { $text }
absence-takes = Consumă din concediu: { $text }.
absence-unsettled-decisions = Există două decizii diferite. Contează abia când una este retrasă.
absence-unsettled-field = Două informații diferite: { $field }. Contează abia când se clarifică ce este corect.
absence-unsettled-days = Zilele sau tipul nu se potrivesc. Contează abia după corectare.
absence-field-first_day = prima zi
absence-field-last_day = ultima zi
absence-field-kind = tip
absence-field-note = notă
absence-field-certificate = adeverință
absence-field-certificate_day = ziua adeverinței
absence-field-same_illness = boală anterioară
absence-field-vacation_days = zile de concediu
absence-field-withdrawn = retrasă sau nu
absence-certificate-not-needed = Încă nu este nevoie de adeverință.
absence-certificate-missing = Adeverința lipsește încă; este necesară începând cu { $day } (§ 5 Abs. 1 EFZG).
absence-certificate-expected = Certificată de medic la { $day }; încă nepreluată.
absence-certificate-electronic = Adeverința electronică (eAU) a fost preluată la { $day }.
absence-certificate-paper = Adeverința pe hârtie a fost văzută la { $day }.
absence-maternity-due = Ziua estimată a nașterii: { $day }.
absence-maternity-birth = Naștere: { $day }.
absence-maternity-nursing = Alăptarea este cunoscută până la { $day }.
absence-maternity-leave = Conform § 3 MuSchG, în acest timp nimeni nu trebuie să lucreze. Casa de asigurări plătește indemnizația de maternitate, iar angajatorul adaugă restul (§ 20 MuSchG).
absence-maternity-ban = Salariul continuă: media celor trei luni de dinaintea sarcinii (§ 18 MuSchG).
absence-maternity-due-missing = Ziua estimată a nașterii lipsește încă. Fără ea, acest salariu nu poate fi calculat.
absence-days = { $from } până la { $to } ({ $count } zile)
absence-span = { $from } până la { $to }
absence-number-of-days = { $one ->
    [1] o zi
   *[other] { $number } zile
}
