# Machine-made; not yet checked by a native reader.

absence-day = { $day }
absence-one-day = { $from }
absence-days-unknown = dni nieustalone
absence-kind-vacation = Urlop
absence-kind-sick = Choroba
absence-kind-child_sick = Choroba dziecka
absence-kind-holiday_not_worked = Wolne z powodu święta
absence-kind-special_leave = Urlop okolicznościowy
absence-kind-unpaid_leave = Urlop bezpłatny
absence-kind-maternity_leave = Urlop macierzyński (ochrona macierzyństwa)
absence-kind-employment_ban = Zakaz pracy (ciąża, karmienie)
absence-kind-unknown = rodzaj nieustalony
absence-state-requested = czeka na decyzję
absence-state-granted = zatwierdzona
absence-state-declined = odrzucona
absence-state-reported = zgłoszona
absence-state-entered = wpisana
absence-state-withdrawal_asked = ma zostać cofnięta
absence-state-withdrawn = wycofana
absence-state-taken_back = cofnięta
absence-state-unsettled = niewyjaśniona
absence-asked-since = Po decyzji ponowna prośba: { $text }. Do tego czasu obowiązuje to, co zatwierdzono.
absence-note = Dopisano: { $text }
absence-reason = Uzasadnienie: { $text }
absence-entered-because = Wpisano, ponieważ: { $text }
absence-takes = Zużywa urlop: { $text }.
absence-unsettled-decisions = Są dwie różne decyzje. Liczy się dopiero, gdy jedna z nich zostanie cofnięta.
absence-unsettled-field = Dwie różne informacje: { $field }. Liczy się dopiero, gdy będzie jasne, która jest prawdziwa.
absence-unsettled-days = Dni lub rodzaj się nie zgadzają. Liczy się dopiero po poprawieniu.
absence-field-first_day = pierwszy dzień
absence-field-last_day = ostatni dzień
absence-field-kind = rodzaj
absence-field-note = uwaga
absence-field-certificate = zaświadczenie
absence-field-certificate_day = dzień zaświadczenia
absence-field-same_illness = wcześniejsza choroba
absence-field-vacation_days = dni urlopu
absence-field-withdrawn = wycofana czy nie
absence-certificate-not-needed = Zaświadczenie nie jest jeszcze potrzebne.
absence-certificate-missing = Brakuje jeszcze zaświadczenia; jest wymagane od { $day } (§ 5 Abs. 1 EFZG).
absence-certificate-expected = Lekarz poświadczył { $day }; jeszcze nie pobrano.
absence-certificate-electronic = Elektroniczne zaświadczenie (eAU) pobrano { $day }.
absence-certificate-paper = Zaświadczenie na papierze okazano { $day }.
absence-maternity-due = Przewidywany termin porodu: { $day }.
absence-maternity-birth = Poród: { $day }.
absence-maternity-nursing = Karmienie piersią znane do { $day }.
absence-maternity-leave = Zgodnie z § 3 MuSchG w tym czasie nikt nie musi pracować. Kasa chorych wypłaca zasiłek macierzyński, a pracodawca dopłaca resztę (§ 20 MuSchG).
absence-maternity-ban = Wynagrodzenie jest wypłacane dalej: średnia z trzech miesięcy przed ciążą (§ 18 MuSchG).
absence-maternity-due-missing = Brakuje jeszcze przewidywanego terminu porodu. Bez niego nie można obliczyć wynagrodzenia.
absence-days = od { $from } do { $to } ({ $count } dni)
absence-span = od { $from } do { $to }
absence-number-of-days = { $one ->
    [1] jeden dzień
   *[other] { $number } dni
}
