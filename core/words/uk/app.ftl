# Machine-made; not yet checked by a native reader.

# Buttons
app-act-clock-in = Почати
app-act-clock-out = Закінчити
app-act-break = Перерва
app-act-paid-break = Оплачувана перерва
app-act-standby = Чергування
app-act-on-call = Чергування на виклику
app-act-call-out = Виклик
app-act-travel = Поїздка
app-act-meeting = Нарада
app-act-training = Навчання
app-act-end-part = Завершити
app-act-nothing-happened = Нічого не сталося
app-act-undo = Скасувати
app-act-sync = Синхронізувати зараз

app-hint-clock-in = Починає зміну зараз.
app-hint-clock-out = Завершує поточну зміну зараз.
app-hint-break = Починає неоплачувану перерву зараз.
app-hint-paid-break = Починає оплачувану перерву зараз.
app-hint-standby = Починає чергування зараз.
app-hint-on-call = Починає чергування на виклику зараз.
app-hint-call-out = Починає виклик під час чергування зараз.
app-hint-travel = Починає поїздку зараз.
app-hint-meeting = Починає нараду зараз.
app-hint-training = Починає навчання зараз.
app-hint-end-part = Завершує те, що триває всередині зміни. Зміна триває далі.
app-hint-nothing-happened = Записує, що під час чергування нічого не сталося.
app-hint-undo = Скасовує останній дотик.
app-hint-sync = Передає записи до офісу й отримує новини.

# What is said after a tap
app-done-clock-in = Початок: {$at}. Збережено на цьому телефоні.
app-done-clock-out = Кінець: {$at}. Збережено на цьому телефоні.
app-done-break = Перерва з {$at}.
app-done-paid-break = Оплачувана перерва з {$at}.
app-done-standby = Чергування з {$at}.
app-done-on-call = Чергування на виклику з {$at}.
app-done-call-out = Виклик з {$at}.
app-done-travel = Поїздка з {$at}.
app-done-meeting = Нарада з {$at}.
app-done-training = Навчання з {$at}.
app-done-end-part = Завершено: {$at}. Зміна триває далі.
app-done-nothing-happened = Записано: нічого не сталося.
app-done-undo = Скасовано.
app-done-sync = Синхронізовано.
app-done-stated-end = Записано кінець: {$at}.
app-done-late-entry = Зміну дописано.
app-done-corrected = Виправлення збережено.
app-done-retracted = Запис відкликано. Його й далі можна прочитати.
app-done-agreed = Згоду записано.
app-done-objected = Заперечення записано. Роботодавець бачить причину.
app-done-complete = {$month}: заявлено як повний.
app-done-approved = Затверджено: {$whose}.
app-done-place = Місце роботи запам’ятовано.
app-undo-reason = одразу скасовано

# Today
app-no-shift = Жодна зміна не триває.
app-shift-runs = Зміна триває {$since}.
app-since = з {$since}
app-to-answer = {$count ->
    [one] {$count} виправлення чекає на твою відповідь.
    [few] {$count} виправлення чекають на твою відповідь.
   *[other] {$count} виправлень чекають на твою відповідь.
}
app-forgotten = Твоя зміна триває з {$since}. Коли був кінець?
app-forgotten-planned = {$at}, як заплановано
app-forgotten-other = Вказати інший час
app-forgotten-still = Я ще працюю
app-and-then = {", "}
app-you = ти
app-employer = Роботодавець
app-day-unknown = день ще невідомий

# Entries
app-entry-running = триває
app-entry-unsettled = не з’ясовано
app-entry-retracted = відкликано
app-part = {$kind}: {$times}
app-note-reconstructed = дописано пізніше, не відмічено вчасно
app-note-nothing-happened = нічого не сталося
app-note-agreed = змінено за твоєю згодою
app-note-over-objection = так затверджено, хоча твоєї згоди не було
app-note-two-values = Два значення для поля «{$field}»: {$values}
app-step-saved = збережено тут
app-step-office = в офісі
app-step-seen = роботодавець бачив
app-step-approved = затверджено
app-step-payroll = у бухгалтерії
app-step-held = в офісі, чекає на роботодавця

app-kind-work = робота
app-kind-paid-break = оплачувана перерва
app-kind-travel = поїздка
app-kind-meeting = нарада
app-kind-training = навчання
app-kind-standby = чергування
app-kind-call-out = виклик
app-kind-on-call = чергування на виклику
app-kind-unpaid-break = перерва

app-field-exists = запис
app-field-start = початок
app-field-end = кінець
app-field-place = місце роботи
app-field-funding = платник
app-field-part-exists = частина
app-field-part-kind = вид частини
app-field-part-from = початок частини
app-field-part-to = кінець частини
app-field-away = інше місце
app-value-is = діє
app-value-is-not = не діє

app-finding-end-before-start = Кінець раніше за початок.
app-finding-zero-length = Початок і кінець в одній хвилині.
app-finding-longer-than-36-hours = Довше за 36 годин.
app-finding-no-beginning = Немає початку.
app-finding-unknown-place = Ця версія не знає місця роботи.
app-finding-unknown-funding = Ця версія не знає платника.
app-finding-part-outside = Частина лежить поза зміною.
app-finding-part-end-before-start = Частина закінчується раніше, ніж починається.
app-finding-part-zero-length = Частина починається й закінчується в одній хвилині.
app-finding-part-open = Частина не має кінця.
app-finding-part-without-beginning = Частина не має початку.
app-finding-parts-overlap = Дві частини накладаються.
app-finding-call-out-outside-standby = Виклик лежить поза чергуванням.
app-finding-overlap = Накладається на іншу зміну.
app-finding-two-running = Дві зміни тривають одночасно.
app-finding-began-while-running = Почалася, коли тривала інша.
app-finding-typed-time-never = У ніч переведення годинника цього часу не було.
app-finding-typed-time-twice = У ніч переведення годинника цей час був двічі.
app-finding-typed-time-differs = Введений час не збігається зі збереженим.
app-finding-answer-without-proposal = Відповідь без пропозиції.
app-finding-answers-disagree = Різні відповіді на двох пристроях.
app-finding-quiet-night-with-call-out = «Нічого не сталося» поруч із викликом.

# Corrections
app-change = {$field}: {$now}, запропоновано {$proposed}
app-change-new = {$field}: запропоновано {$proposed}
app-reason = Причина: {$reason}
app-story-replaced = Замінено пізнішим записом.
app-agree = Погодитися
app-object = Заперечити
app-correction-open = чекає на відповідь
app-correction-agreed = погоджено
app-correction-objected = заперечено
app-correction-disputed = різні відповіді на двох пристроях
app-correction-withdrawn = відкликано
app-correction-stale = застаріло
app-correction-over = затверджено без згоди

# Plan
app-planned-spoken = {$day}, {$times}
app-planned-cancelled = скасовано
app-planned-for = {$name}: {$times}

# Phone and office
app-waiting = {$count ->
    [0] Усе в офісі.
    [one] {$count} запис чекає на офіс.
    [few] {$count} записи чекають на офіс.
   *[other] {$count} записів чекають на офіс.
}
app-never-heard = Зв’язку з офісом ще не було.
app-heard = Останній зв’язок: {$at}.
app-held = {$count ->
    [one] Офіс притримує {$count} запис до рішення роботодавця.
    [few] Офіс притримує {$count} записи до рішення роботодавця.
   *[other] Офіс притримує {$count} записів до рішення роботодавця.
}
app-synced = {$sent ->
    [0] Синхронізовано.
    [one] Синхронізовано: {$sent} запис надійшов до офісу.
    [few] Синхронізовано: {$sent} записи надійшли до офісу.
   *[other] Синхронізовано: {$sent} записів надійшло до офісу.
}
app-event-clock-in = початок
app-event-clock-out = кінець
app-event-part-start = початок: {$kind}
app-event-part-end = кінець частини
app-event-part = дописана частина
app-event-manual-entry = дописана зміна
app-event-correction = виправлення
app-event-stated-end = дописаний кінець
app-event-retraction = відкликання
app-event-undone = скасування
app-event-quiet-night = нічого не сталося
app-event-month-complete = місяць повний
app-event-answer = відповідь на виправлення
app-event-approval = затвердження
app-event-proposal = пропозиція
app-event-absence = відсутність
app-event-other = інше

# Month
app-month = {$month}
app-month-line = {$state}, {$hours}
app-month-open = відкритий
app-month-partly-approved = затверджено окремі дні
app-month-approved = затверджений
app-month-reopened = знову відкритий
app-month-changed = змінений після затвердження
app-provisional = Попередньо: до затвердження ще може змінитися.
app-complete = Заявити {$month} як повний
app-complete-no = Ще не заявлено як повний.
app-complete-yes = Заявлено як повний.
app-complete-changed = Заявлено як повний, потім змінено.
app-without-pay = Без договору телефон не може показати оплату.
app-money = {$amount}
app-times = {$count} ×
app-notice-on = {$day}: {$text}
app-several = За німецьким законом робочий час у кількох роботодавців додається. Цю суму бачиш лише ти.
app-several-total = Разом

# Who sees what
app-readers = {$what}: {$who}
app-readers-hours = Твої години
app-readers-approvals = Виправлення й затвердження
app-readers-plan = Твій план
app-readers-contract = Твій договір
app-readers-person = Ім’я та контакт
app-role-employer = роботодавець
app-role-deputy = представник
app-role-assistant = асистент або асистентка
app-role-coach = коуч
app-role-payroll-office = бухгалтерія
app-role-nobody = колишній учасник

# Everything about me
app-export-title = Усе про мене
app-export-plan = План
app-export-readers = Хто що може бачити
app-export-day = День
app-export-times = Час
app-export-worked = Робочий час
app-export-known = Стан

# Employer
app-on-shift = {$count ->
    [0] Зараз ніхто не на зміні.
    [one] {$count} особа на зміні.
    [few] {$count} особи на зміні.
   *[other] {$count} осіб на зміні.
}
app-waits-for-you = {$count ->
    [0] Вас нічого не чекає.
    [one] {$count} місяць чекає на вас.
    [few] {$count} місяці чекають на вас.
   *[other] {$count} місяців чекають на вас.
}
app-whose-month = {$name}, {$month}
app-waits-complete = заявлено як повний, чекає на ваше затвердження
app-waits-over = місяць минув, ще не затверджений
app-waits-changed = змінено після затвердження
app-waits-reopened = знову відкрито
app-waits-objected = виправлення заперечено
app-approve = Затвердження: {$whose}

# What always stands on the screens
app-label-app = Assistenzzeit
app-label-today = Сьогодні
app-label-plan = План
app-label-month = Місяць
app-label-months = Місяці
app-label-corrections = Виправлення
app-label-absences = Відсутність
app-label-settings = Налаштування
app-label-sync = Телефон і офіс
app-label-unsent = Що ще чекає
app-label-readers = Хто що може бачити
app-label-everything = Зберегти все про мене
app-label-several = Усі роботодавці разом
app-label-employers = Роботодавці
app-label-language = Мова
app-label-last-shifts = Останні зміни
app-label-next = Наступна зміна
app-label-no-plan = Зміну не заплановано.
app-label-no-entries = Записів ще немає.
app-label-totals = Підсумки
app-label-pay = Оплата
app-label-why = Чому?
app-label-notices = Підказки
app-label-missing = Заплановано, але не записано
app-label-known = Стан
app-label-story = Історія
app-label-late-entry = Дописати зміну
app-label-correct = Змінити час
app-label-retract = Відкликати запис
app-label-day = День
app-label-from = Від
app-label-to = До
app-label-reason = Причина
app-label-reason-hint = Достатньо одного речення.
app-label-kind = Вид
app-label-add-part = Додати перерву або чергування
app-label-save = Зберегти
app-label-cancel = Скасувати
app-label-back = Назад
app-label-details = Подробиці
app-label-on-shift = На зміні
app-label-planned-today = Заплановано на сьогодні
app-label-waiting = Чекає на вас
app-label-exceptions = Переглянути
app-label-approve-over = Усе одно затвердити, з причиною
app-label-pair = З’єднати телефон
app-label-pair-hint = Роботодавець покаже тобі код. Відскануй або введи його.
app-label-pair-scan = Сканувати код
app-label-pair-type = Ввести код
app-label-pair-code = Код з’єднання
app-label-pair-digits = Порівняйте ці шість цифр. Вони однакові на обох пристроях?
app-label-pair-waiting = Зачекай, поки роботодавець підтвердить.
app-label-pair-done = З’єднано. Відтепер можна записувати й без мережі.
app-label-add-employer = Додати роботодавця
app-label-place = Де ти працюєш?
app-label-place-hint = Від федеральної землі залежать свята. Точного місця ніхто не питає.
app-label-no-surveillance = Без геолокації, без біометрії, без фото. Ніколи.
app-label-machine-made = Цю мову переклала машина, її ще ніхто не перевірив. У разі сумніву діє німецька.
app-label-widget-off = Немає зміни
app-label-widget-on = На зміні
app-label-notification = Твоя зміна триває

# When something cannot be done
app-fault = Не вдалося. Те, що було збережено, нікуди не зникло.
app-refused-otherwise = Не вдалося ({$code}).
app-refused-no-place = Де виконується робота? Вибери федеральну землю.
app-refused-typed-time-twice = У ніч переведення годинника цей час буває двічі. Вкажи іншу хвилину.
app-refused-typed-time-never = У ніч переведення годинника цього часу немає.
app-refused-not-a-time = Це не час. Напиши так: 08:30.
app-refused-not-a-day = Це не день.
app-refused-not-a-month = Це не місяць.
app-refused-not-an-id = Такого запису тут немає.
app-refused-not-a-language = Такої мови тут немає.
app-refused-not-a-place = Такого місця роботи тут немає.
app-refused-nothing-to-undo = Більше нема чого скасовувати.
app-refused-unsent-left = Тут є те, що ще не в офісі. Спершу синхронізуй.
app-refused-key-vault = Сховище ключів телефона зараз не дає ключ. Розблокуй телефон і спробуй ще раз.
app-refused-no-such-phone = Такого роботодавця на цьому телефоні немає.
app-refused-not-paired = Цей телефон ще не з’єднано.
app-refused-already-paired = Цей телефон уже з’єднано з цією командою.
app-refused-waiting-for-confirmation = Роботодавець ще не підтвердив.
app-refused-pairing-over = Це з’єднання завершено. Попроси новий код.
app-refused-not-a-pairing-code = Це не код з’єднання Assistenzzeit.
app-refused-pairing-code-needs-newer-version = Цей код потребує новішої версії застосунку.
app-refused-pairing-code-mistyped = Код введено з помилкою або не повністю.
app-refused-unknown-token = Офіс не знає цього коду.
app-refused-used-token = Цей код уже використано.
app-refused-expired-token = Термін дії коду минув. Попроси новий.
app-refused-other-office = Відповів інший офіс, ніж у коді. Нічого не прийнято.
app-refused-wrong-key = Відповів хтось без ключа офісу. Нічого не надіслано.
app-refused-not-an-address = Адресу офісу неможливо прочитати.
app-refused-plain-http = З’єднання з офісом не було б зашифрованим. Нічого не надіслано.
app-refused-setup = На цьому телефоні не можна встановити з’єднання.
app-refused-unreachable = Офіс зараз недоступний. Усе залишається збереженим тут.
app-refused-timed-out = Офіс не відповів вчасно. Усе залишається збереженим тут.
app-refused-cut-off = З’єднання обірвалося. Усе залишається збереженим тут.
app-refused-unknown-device = Офіс не знає цього телефона або вже не знає.
app-refused-old-app = Цей застосунок старіший за офіс. Онови застосунок. Усе залишається збереженим тут.
app-refused-old-office = Офіс старіший за цей застосунок. Повідом там, що офіс треба оновити. Усе залишається збереженим тут.
app-refused-already-clocked-in = Зміна вже триває. Спершу закінчи її або вкажи, коли вона закінчилася.
app-refused-not-clocked-in = Жодна зміна не триває.
app-refused-part-running = У цій зміні вже щось триває. Спершу заверши це.
app-refused-no-part-running = У цій зміні нічого не триває, що можна завершити.
app-refused-call-out-outside-standby = Виклик починається лише під час чергування.
app-refused-no-such-entry = Такого запису тут немає.
app-refused-not-now = Для цього запису це вже неможливо.
app-refused-wrong-order = Кінець раніше за початок, або частина лежить поза зміною.
app-refused-in-the-future = Цей час ще не настав.
app-refused-reason-needed = Вкажи причину.
app-refused-unsettled-shifts = У цьому місяці зміна ще триває або не з’ясована.
app-refused-findings = У цьому місяці ще треба щось з’ясувати.
app-refused-open-proposals = Одне виправлення ще без згоди.
app-refused-nothing-to-approve = Після затвердження нічого не змінилося.
app-refused-not-approved = Цей місяць не затверджено.
app-refused-no-contract = На цей місяць немає договору.
app-refused-no-right = Цей телефон не має на це права.
app-refused-newer-version = Частина походить із новішої версії. Онови застосунок.
