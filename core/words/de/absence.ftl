# Abwesenheiten: Anträge, Krankmeldungen, Entscheidungen, Konten, Erstattungen.

absence-month = { $month }
absence-hours = { $hours } Stunden

absence-waiting = Die ersten vier Wochen der Beschäftigung sind Wartezeit: Lohn wird ab { $from } fortgezahlt (§ 3 Abs. 3 EFZG).
absence-waiting-all = Sie liegt ganz in den ersten vier Wochen der Beschäftigung: Krankengeld zahlt die Krankenkasse (§ 3 Abs. 3 EFZG).
absence-six-weeks = Lohn wird fortgezahlt: { $used } von { $of } Tagen verbraucht, längstens bis { $last } (§ 3 Abs. 1 EFZG).
absence-six-weeks-beyond = Die sechs Wochen enden am { $last }. Danach zahlt die Krankenkasse Krankengeld (§ 3 Abs. 1 EFZG).
absence-six-weeks-over = Für diese Krankheit sind die sechs Wochen schon verbraucht: Krankengeld zahlt die Krankenkasse (§ 3 Abs. 1 EFZG).
absence-same-illness = Davon { $days ->
    [one] ein Tag
   *[other] { $days } Tage
} aus einer früheren Zeit mit derselben Krankheit.

absence-clash-worked = { $count ->
    [one] An diesen Tagen wurde gearbeitet: { $list }. Bitte klären, was stimmt.
   *[other] An diesen Tagen wurde { $count } Mal gearbeitet: { $list }. Bitte klären, was stimmt.
}
absence-clash-planned = { $count ->
    [one] Im Dienstplan steht noch eine Schicht: { $list }. Wer übernimmt sie?
   *[other] Im Dienstplan stehen noch { $count } Schichten: { $list }. Wer übernimmt sie?
}
absence-clash-fell-away = { $count ->
    [one] Deshalb ausgefallen: { $list }.
   *[other] Deshalb ausgefallen ({ $count } Schichten): { $list }.
}

absence-vacation-left = Noch { $days } Urlaub für { $year }.
absence-vacation-negative = Es ist mehr Urlaub genehmigt, als da ist.
absence-vacation-warned = Der Hinweis, dass Urlaub aus { $year } verfällt, wurde am { $day } gegeben.
absence-vacation-not-warned = Für { $year } wurde noch nicht darauf hingewiesen, dass Urlaub verfällt. Ohne diesen Hinweis verfällt nichts.
absence-booking-vacation_entitlement = Urlaub für das ganze Jahr
absence-booking-vacation_twelfths = Urlaub für die vollen Monate
absence-booking-vacation_severely_disabled = Zusatzurlaub bei Schwerbehinderung
absence-booking-vacation_carried_over = Übertrag aus dem Vorjahr
absence-booking-vacation_expired = Übertrag verfallen am 31. März
absence-booking-vacation_taken = Urlaub: { $text }
absence-booking-vacation_by_hand = Von Hand gebucht: { $text }

absence-hours-balance = Auf dem Stundenkonto: { $hours }.
absence-hours-opening = Stand am Anfang
absence-hours-worked = Geleistet: { $text }
absence-hours-credited = Gutgeschrieben: { $text }
absence-hours-target = Soll des Monats
absence-hours-paid-out = Ausgezahlt
absence-hours-by-hand = Von Hand gebucht: { $text }

absence-refund-open = noch nicht beantragt
absence-refund-asked = beantragt
absence-refund-received = erstattet
absence-refund-nothing-paid = In freigegebenen Monaten steht dafür noch kein Lohn.
absence-refund-amount = Fortgezahlt: { $paid }. Die Umlage U1 erstattet davon bis zu { $share }, das sind höchstens { $amount }; die Satzung der Krankenkasse kann weniger vorsehen.
absence-refund-amount-u2 = Gezahlt: { $paid }. Die Umlage U2 erstattet { $share }: { $amount }.
absence-refund-by-payroll = Den Zuschuss zum Mutterschaftsgeld berechnet das Lohnbüro. Die Umlage U2 erstattet ihn ganz; der Betrag steht in der Lohnabrechnung.
absence-refund-contributions = Dazu kommen die Beiträge, die Sie als Arbeitgeber:in auf diesen Lohn zahlen. Auch sie stehen in der Lohnabrechnung.
absence-refund-until = Der Antrag ist möglich bis { $day } (§ 6 Abs. 1 AAG).
absence-refund-note-asked = Beantragt am { $day }.
absence-refund-note-asked-amount = Beantragt am { $day }: { $amount }.
absence-refund-note-received = Erstattet am { $day }.
absence-refund-note-received-amount = Erstattet am { $day }: { $amount }.

today-absences = { $count ->
    [one] Eine Abwesenheit wartet
   *[other] { $count } Abwesenheiten warten
} auf Ihre Entscheidung.
today-births = { $count ->
    [one] Bei einem Mutterschutz
   *[other] Bei { $count } Mutterschutz-Zeiten
} ist der erwartete Geburtstermin vorbei. Ist das Kind da, ändern sich vielleicht die Tage.
