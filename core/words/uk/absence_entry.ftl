# Machine-made; not yet checked by a native reader.

absence-day = { $day }
absence-one-day = { $from }
absence-days-unknown = дні не з'ясовано
absence-kind-vacation = Відпустка
absence-kind-sick = Хвороба
absence-kind-child_sick = Хвороба дитини
absence-kind-holiday_not_worked = Вихідний через свято
absence-kind-special_leave = Спеціальна відпустка
absence-kind-unpaid_leave = Неоплачувана відпустка
absence-kind-maternity_leave = Відпустка у зв’язку з пологами
absence-kind-employment_ban = Заборона роботи (вагітність, годування)
absence-kind-unknown = вид не з'ясовано
absence-state-requested = чекає на рішення
absence-state-granted = погоджено
absence-state-declined = відхилено
absence-state-reported = повідомлено
absence-state-entered = внесено
absence-state-withdrawal_asked = просять скасувати
absence-state-withdrawn = відкликано
absence-state-taken_back = скасовано
absence-state-unsettled = не з'ясовано
absence-asked-since = Після рішення нове прохання: { $text }. До того діє те, що погоджено.
absence-note = Примітка: { $text }
absence-reason = Обґрунтування: { $text }
absence-entered-because = Внесено, тому що: { $text }
absence-takes = Використовує відпустку: { $text }.
absence-unsettled-decisions = Є два різні рішення. Зараховується лише тоді, коли одне з них скасують.
absence-unsettled-field = Дві різні відомості: { $field }. Зараховується лише тоді, коли стане ясно, що правильно.
absence-unsettled-days = Дні або вид не збігаються. Зараховується лише після виправлення.
absence-field-first_day = перший день
absence-field-last_day = останній день
absence-field-kind = вид
absence-field-note = примітка
absence-field-certificate = довідка
absence-field-certificate_day = день довідки
absence-field-same_illness = попередня хвороба
absence-field-vacation_days = дні відпустки
absence-field-withdrawn = відкликано чи ні
absence-certificate-not-needed = Довідка поки не потрібна.
absence-certificate-missing = Довідки ще немає; вона потрібна з { $day } (§ 5 Abs. 1 EFZG).
absence-certificate-expected = Лікар підтвердив { $day }; ще не отримано.
absence-certificate-electronic = Електронну довідку (eAU) отримано { $day }.
absence-certificate-paper = Паперову довідку побачили { $day }.
absence-maternity-due = Очікуваний день пологів: { $day }.
absence-maternity-birth = Пологи: { $day }.
absence-maternity-nursing = Відомо про годування до { $day }.
absence-maternity-leave = За § 3 MuSchG у цей час ніхто не мусить працювати. Лікарняна каса виплачує допомогу за пологами, а роботодавець доплачує решту (§ 20 MuSchG).
absence-maternity-ban = Зарплата виплачується далі: середнє за три місяці до вагітності (§ 18 MuSchG).
absence-maternity-due-missing = Ще бракує очікуваного дня пологів. Без нього цю зарплату не можна порахувати.
absence-days = з { $from } до { $to } ({ $count } дн.)
absence-span = з { $from } до { $to }
absence-number-of-days = { $one ->
    [1] один день
   *[other] { $number } дн.
}
