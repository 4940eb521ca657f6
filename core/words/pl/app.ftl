# Machine-made; not yet checked by a native reader.

# Buttons
app-act-clock-in = Zaczynam
app-act-clock-out = Kończę
app-act-break = Przerwa
app-act-paid-break = Płatna przerwa
app-act-standby = Dyżur
app-act-on-call = Dyżur pod telefonem
app-act-call-out = Wezwanie
app-act-travel = Przejazd
app-act-meeting = Narada
app-act-training = Szkolenie
app-act-end-part = Zakończ
app-act-nothing-happened = Nic się nie działo
app-act-undo = Cofnij
app-act-sync = Synchronizuj teraz

app-hint-clock-in = Rozpoczyna teraz zmianę.
app-hint-clock-out = Kończy teraz trwającą zmianę.
app-hint-break = Rozpoczyna teraz bezpłatną przerwę.
app-hint-paid-break = Rozpoczyna teraz płatną przerwę.
app-hint-standby = Rozpoczyna teraz dyżur.
app-hint-on-call = Rozpoczyna teraz dyżur pod telefonem.
app-hint-call-out = Rozpoczyna teraz wezwanie podczas dyżuru.
app-hint-travel = Rozpoczyna teraz przejazd.
app-hint-meeting = Rozpoczyna teraz naradę.
app-hint-training = Rozpoczyna teraz szkolenie.
app-hint-end-part = Kończy to, co trwa w ramach zmiany. Zmiana trwa dalej.
app-hint-nothing-happened = Zapisuje, że podczas dyżuru nic się nie działo.
app-hint-undo = Cofa ostatnie dotknięcie.
app-hint-sync = Przekazuje zapisy do biura i pobiera nowości.

# What is said after a tap
app-done-clock-in = Początek: {$at}. Zapisano na tym telefonie.
app-done-clock-out = Koniec: {$at}. Zapisano na tym telefonie.
app-done-break = Przerwa od {$at}.
app-done-paid-break = Płatna przerwa od {$at}.
app-done-standby = Dyżur od {$at}.
app-done-on-call = Dyżur pod telefonem od {$at}.
app-done-call-out = Wezwanie od {$at}.
app-done-travel = Przejazd od {$at}.
app-done-meeting = Narada od {$at}.
app-done-training = Szkolenie od {$at}.
app-done-end-part = Zakończono: {$at}. Zmiana trwa dalej.
app-done-nothing-happened = Zapisano: nic się nie działo.
app-done-undo = Cofnięto.
app-done-sync = Zsynchronizowano.
app-done-stated-end = Zapisano koniec: {$at}.
app-done-late-entry = Dopisano zmianę.
app-done-corrected = Zapisano poprawkę.
app-done-retracted = Wpis wycofany. Pozostaje czytelny.
app-done-agreed = Zgoda zapisana.
app-done-objected = Sprzeciw zapisany. Pracodawca widzi powód.
app-done-complete = {$month}: zgłoszono jako kompletny.
app-done-approved = Zatwierdzono: {$whose}.
app-done-place = Zapamiętano miejsce pracy.
app-undo-reason = cofnięte od razu

# Today
app-no-shift = Żadna zmiana nie trwa.
app-shift-runs = Zmiana trwa {$since}.
app-since = od {$since}
app-to-answer = {$count ->
    [one] Jedna poprawka czeka na twoją odpowiedź.
    [few] {$count} poprawki czekają na twoją odpowiedź.
   *[other] {$count} poprawek czeka na twoją odpowiedź.
}
app-forgotten = Twoja zmiana trwa od {$since}. Kiedy był koniec?
app-forgotten-planned = {$at}, zgodnie z planem
app-forgotten-other = Podaj inną godzinę
app-forgotten-still = Jeszcze pracuję
app-and-then = {", "}
app-you = ty
app-employer = Pracodawca
app-day-unknown = dzień jeszcze nieustalony

# Entries
app-entry-running = trwa
app-entry-unsettled = niewyjaśnione
app-entry-retracted = wycofane
app-part = {$kind}: {$times}
app-note-reconstructed = dopisane później, nie odbite
app-note-nothing-happened = nic się nie działo
app-note-agreed = zmienione za twoją zgodą
app-note-over-objection = tak zatwierdzone, choć nie było twojej zgody
app-note-two-values = Dwie wartości dla pola {$field}: {$values}
app-step-saved = zapisane tutaj
app-step-office = w biurze
app-step-seen = widziane przez pracodawcę
app-step-approved = zatwierdzone
app-step-payroll = w dziale płac
app-step-held = w biurze, czeka na pracodawcę

app-kind-work = praca
app-kind-paid-break = płatna przerwa
app-kind-travel = przejazd
app-kind-meeting = narada
app-kind-training = szkolenie
app-kind-standby = dyżur
app-kind-call-out = wezwanie
app-kind-on-call = dyżur pod telefonem
app-kind-unpaid-break = przerwa

app-field-exists = wpis
app-field-start = początek
app-field-end = koniec
app-field-place = miejsce pracy
app-field-funding = płatnik
app-field-part-exists = część
app-field-part-kind = rodzaj części
app-field-part-from = początek części
app-field-part-to = koniec części
app-field-away = inne miejsce
app-value-is = obowiązuje
app-value-is-not = nie obowiązuje

app-finding-end-before-start = Koniec jest przed początkiem.
app-finding-zero-length = Początek i koniec są w tej samej minucie.
app-finding-longer-than-36-hours = Dłużej niż 36 godzin.
app-finding-no-beginning = Brakuje początku.
app-finding-unknown-place = Ta wersja nie zna tego miejsca pracy.
app-finding-unknown-funding = Ta wersja nie zna tego płatnika.
app-finding-part-outside = Część leży poza zmianą.
app-finding-part-end-before-start = Część kończy się, zanim się zacznie.
app-finding-part-zero-length = Część zaczyna się i kończy w tej samej minucie.
app-finding-part-open = Część nie ma końca.
app-finding-part-without-beginning = Część nie ma początku.
app-finding-parts-overlap = Dwie części się pokrywają.
app-finding-call-out-outside-standby = Wezwanie leży poza dyżurem.
app-finding-overlap = Pokrywa się z inną zmianą.
app-finding-two-running = Dwie zmiany trwają jednocześnie.
app-finding-began-while-running = Zaczęła się, gdy trwała inna.
app-finding-typed-time-never = Tej godziny nie było w noc zmiany czasu.
app-finding-typed-time-twice = Ta godzina była dwa razy w noc zmiany czasu.
app-finding-typed-time-differs = Wpisana godzina nie pasuje do zapisanej.
app-finding-answer-without-proposal = Odpowiedź bez propozycji.
app-finding-answers-disagree = Różne odpowiedzi na dwóch urządzeniach.
app-finding-quiet-night-with-call-out = „Nic się nie działo” obok wezwania.

# Corrections
app-change = {$field}: {$now}, propozycja {$proposed}
app-change-new = {$field}: propozycja {$proposed}
app-reason = Powód: {$reason}
app-story-replaced = Zastąpione późniejszym wpisem.
app-agree = Zgadzam się
app-object = Nie zgadzam się
app-correction-open = czeka na odpowiedź
app-correction-agreed = zgoda
app-correction-objected = sprzeciw
app-correction-disputed = różne odpowiedzi na dwóch urządzeniach
app-correction-withdrawn = wycofana
app-correction-stale = nieaktualna
app-correction-over = zatwierdzona bez zgody

# Plan
app-planned-spoken = {$day}, {$times}
app-planned-cancelled = odwołane
app-planned-for = {$name}: {$times}

# Phone and office
app-waiting = {$count ->
    [0] Wszystko jest w biurze.
    [one] Jeden zapis czeka na biuro.
    [few] {$count} zapisy czekają na biuro.
   *[other] {$count} zapisów czeka na biuro.
}
app-never-heard = Jeszcze nie było kontaktu z biurem.
app-heard = Ostatni kontakt: {$at}.
app-held = {$count ->
    [one] Biuro wstrzymuje jeden zapis do decyzji pracodawcy.
    [few] Biuro wstrzymuje {$count} zapisy do decyzji pracodawcy.
   *[other] Biuro wstrzymuje {$count} zapisów do decyzji pracodawcy.
}
app-synced = {$sent ->
    [0] Zsynchronizowano.
    [one] Zsynchronizowano: jeden zapis dotarł do biura.
    [few] Zsynchronizowano: {$sent} zapisy dotarły do biura.
   *[other] Zsynchronizowano: {$sent} zapisów dotarło do biura.
}
app-event-clock-in = początek
app-event-clock-out = koniec
app-event-part-start = początek: {$kind}
app-event-part-end = koniec części
app-event-part = dopisana część
app-event-manual-entry = dopisana zmiana
app-event-correction = poprawka
app-event-stated-end = dopisany koniec
app-event-retraction = wycofanie
app-event-undone = cofnięcie
app-event-quiet-night = nic się nie działo
app-event-month-complete = miesiąc kompletny
app-event-answer = odpowiedź na poprawkę
app-event-approval = zatwierdzenie
app-event-proposal = propozycja
app-event-absence = nieobecność
app-event-other = inne

# Month
app-month = {$month}
app-month-line = {$state}, {$hours}
app-month-open = otwarty
app-month-partly-approved = zatwierdzone pojedyncze dni
app-month-approved = zatwierdzony
app-month-reopened = ponownie otwarty
app-month-changed = zmieniony po zatwierdzeniu
app-provisional = Wstępnie: do zatwierdzenia może się jeszcze zmienić.
app-complete = Zgłoś {$month} jako kompletny
app-complete-no = Jeszcze niezgłoszony jako kompletny.
app-complete-yes = Zgłoszony jako kompletny.
app-complete-changed = Zgłoszony jako kompletny, potem zmieniony.
app-without-pay = Bez umowy telefon nie może pokazać wynagrodzenia.
app-money = {$amount}
app-times = {$count} ×
app-notice-on = {$day}: {$text}
app-several = Według niemieckiego prawa czas pracy u kilku pracodawców sumuje się. Tę sumę widzisz tylko ty.
app-several-total = Razem

# Who sees what
app-readers = {$what}: {$who}
app-readers-hours = Twoje godziny
app-readers-approvals = Poprawki i zatwierdzenia
app-readers-plan = Twój plan
app-readers-contract = Twoja umowa
app-readers-person = Imię, nazwisko i kontakt
app-role-employer = pracodawca
app-role-deputy = zastępca
app-role-assistant = asystent lub asystentka
app-role-coach = trener pracy
app-role-payroll-office = biuro płac
app-role-nobody = były członek

# Everything about me
app-export-title = Wszystko o mnie
app-export-plan = Plan
app-export-readers = Kto co może widzieć
app-export-day = Dzień
app-export-times = Godziny
app-export-worked = Czas pracy
app-export-known = Stan

# Employer
app-on-shift = {$count ->
    [0] Nikt teraz nie pracuje.
    [one] Jedna osoba pracuje.
    [few] {$count} osoby pracują.
   *[other] {$count} osób pracuje.
}
app-waits-for-you = {$count ->
    [0] Nic nie czeka na Panią lub Pana.
    [one] Jeden miesiąc czeka.
    [few] {$count} miesiące czekają.
   *[other] {$count} miesięcy czeka.
}
app-whose-month = {$name}, {$month}
app-waits-complete = zgłoszony jako kompletny, czeka na zatwierdzenie
app-waits-over = miesiąc minął, jeszcze niezatwierdzony
app-waits-changed = zmieniony po zatwierdzeniu
app-waits-reopened = ponownie otwarty
app-waits-objected = sprzeciw wobec poprawki
app-approve = Zatwierdzenie: {$whose}

# What always stands on the screens
app-label-app = Assistenzzeit
app-label-today = Dzisiaj
app-label-plan = Plan
app-label-month = Miesiąc
app-label-months = Miesiące
app-label-corrections = Poprawki
app-label-absences = Nieobecności
app-label-settings = Ustawienia
app-label-sync = Telefon i biuro
app-label-unsent = Co jeszcze czeka
app-label-readers = Kto co może widzieć
app-label-everything = Zapisz wszystko o mnie
app-label-several = Wszyscy pracodawcy razem
app-label-employers = Pracodawcy
app-label-language = Język
app-label-last-shifts = Ostatnie zmiany
app-label-next = Następna zmiana
app-label-no-plan = Brak zaplanowanej zmiany.
app-label-no-entries = Jeszcze brak wpisów.
app-label-totals = Sumy
app-label-pay = Wynagrodzenie
app-label-why = Dlaczego?
app-label-notices = Wskazówki
app-label-missing = Zaplanowane, ale niezapisane
app-label-known = Stan
app-label-story = Historia wpisu
app-label-late-entry = Dopisz zmianę
app-label-correct = Zmień godziny
app-label-retract = Wycofaj wpis
app-label-day = Dzień
app-label-from = Od
app-label-to = Do
app-label-reason = Powód
app-label-reason-hint = Wystarczy jedno zdanie.
app-label-kind = Rodzaj
app-label-add-part = Dodaj przerwę lub dyżur
app-label-save = Zapisz
app-label-cancel = Anuluj
app-label-back = Wstecz
app-label-details = Szczegóły
app-label-on-shift = W pracy
app-label-planned-today = Zaplanowane na dziś
app-label-waiting = Czeka na decyzję
app-label-exceptions = Do sprawdzenia
app-label-approve-over = Zatwierdź mimo to, z powodem
app-label-pair = Połącz telefon
app-label-pair-hint = Pracodawca pokaże ci kod. Zeskanuj go lub wpisz.
app-label-pair-scan = Zeskanuj kod
app-label-pair-type = Wpisz kod
app-label-pair-code = Kod łączenia
app-label-pair-digits = Porównajcie te sześć cyfr. Czy są takie same na obu urządzeniach?
app-label-pair-waiting = Poczekaj, aż pracodawca potwierdzi.
app-label-pair-done = Połączono. Od teraz możesz zapisywać także bez sieci.
app-label-add-employer = Dodaj kolejnego pracodawcę
app-label-place = Gdzie pracujesz?
app-label-place-hint = Od kraju związkowego zależą święta. Nikt nie pyta o dokładne miejsce.
app-label-no-surveillance = Bez lokalizacji, bez biometrii, bez zdjęć. Nigdy.
app-label-machine-made = Ten język przetłumaczyła maszyna i nikt go jeszcze nie sprawdził. W razie wątpliwości liczy się niemiecki.
app-label-widget-off = Brak zmiany
app-label-widget-on = W pracy
app-label-notification = Twoja zmiana trwa

# When something cannot be done
app-fault = To się nie udało. To, co zapisane, nadal tu jest.
app-refused-otherwise = Nie udało się ({$code}).
app-refused-no-place = Gdzie odbywa się praca? Wybierz kraj związkowy.
app-refused-typed-time-twice = W noc zmiany czasu ta godzina jest dwa razy. Podaj inną minutę.
app-refused-typed-time-never = W noc zmiany czasu tej godziny nie ma.
app-refused-not-a-time = To nie jest godzina. Napisz tak: 08:30.
app-refused-not-a-day = To nie jest dzień.
app-refused-not-a-month = To nie jest miesiąc.
app-refused-not-an-id = Takiego wpisu tu nie ma.
app-refused-not-a-language = Tego języka tu nie ma.
app-refused-not-a-place = Tego miejsca pracy tu nie ma.
app-refused-nothing-to-undo = Nie ma już czego cofnąć.
app-refused-unsent-left = Coś jeszcze nie dotarło do biura. Najpierw zsynchronizuj.
app-refused-key-vault = Magazyn kluczy telefonu nie wydaje teraz klucza. Odblokuj telefon i spróbuj jeszcze raz.
app-refused-no-such-phone = Nie ma takiego pracodawcy na tym telefonie.
app-refused-not-paired = Ten telefon nie jest jeszcze połączony.
app-refused-already-paired = Ten telefon jest już połączony z tym zespołem.
app-refused-waiting-for-confirmation = Pracodawca jeszcze nie potwierdził.
app-refused-pairing-over = To łączenie wygasło. Poproś o nowy kod.
app-refused-not-a-pairing-code = To nie jest kod łączenia Assistenzzeit.
app-refused-pairing-code-needs-newer-version = Ten kod wymaga nowszej wersji aplikacji.
app-refused-pairing-code-mistyped = Kod jest błędny lub niepełny.
app-refused-unknown-token = Biuro nie zna tego kodu.
app-refused-used-token = Ten kod został już użyty.
app-refused-expired-token = Ten kod wygasł. Poproś o nowy.
app-refused-other-office = Odpowiedziało inne biuro niż to z kodu. Nic nie przejęto.
app-refused-wrong-key = Odpowiedział ktoś, kto nie ma klucza biura. Nic nie wysłano.
app-refused-not-an-address = Nie można odczytać adresu biura.
app-refused-plain-http = Połączenie z biurem nie byłoby szyfrowane. Nic nie wysłano.
app-refused-setup = Na tym telefonie nie można nawiązać połączenia.
app-refused-unreachable = Biuro jest teraz nieosiągalne. Wszystko pozostaje zapisane tutaj.
app-refused-timed-out = Biuro nie odpowiedziało na czas. Wszystko pozostaje zapisane tutaj.
app-refused-cut-off = Połączenie zostało przerwane. Wszystko pozostaje zapisane tutaj.
app-refused-unknown-device = Biuro nie zna tego telefonu lub już go nie zna.
app-refused-old-app = Ta aplikacja jest starsza niż biuro. Zaktualizuj aplikację. Wszystko pozostaje zapisane tutaj.
app-refused-old-office = Biuro jest starsze niż ta aplikacja. Przekaż tam, że biuro trzeba zaktualizować. Wszystko pozostaje zapisane tutaj.
app-refused-already-clocked-in = Zmiana już trwa. Najpierw ją zakończ albo podaj, kiedy się skończyła.
app-refused-not-clocked-in = Żadna zmiana nie trwa.
app-refused-part-running = W tej zmianie już coś trwa. Najpierw to zakończ.
app-refused-no-part-running = W tej zmianie nic nie trwa, co można zakończyć.
app-refused-call-out-outside-standby = Wezwanie zaczyna się tylko podczas dyżuru.
app-refused-no-such-entry = Takiego wpisu tu nie ma.
app-refused-not-now = Przy tym wpisie nie jest to już możliwe.
app-refused-wrong-order = Koniec jest przed początkiem albo część leży poza zmianą.
app-refused-in-the-future = Ten czas jeszcze nie nadszedł.
app-refused-reason-needed = Podaj powód.
app-refused-unsettled-shifts = W tym miesiącu zmiana jeszcze trwa albo jest niewyjaśniona.
app-refused-findings = W tym miesiącu trzeba jeszcze coś wyjaśnić.
app-refused-open-proposals = Jedna poprawka jest jeszcze bez zgody.
app-refused-nothing-to-approve = Od zatwierdzenia nic się nie zmieniło.
app-refused-not-approved = Ten miesiąc nie jest zatwierdzony.
app-refused-no-contract = Dla tego miesiąca nie ma umowy.
app-refused-no-right = Ten telefon nie może tego zrobić.
app-refused-newer-version = Część pochodzi z nowszej wersji. Zaktualizuj aplikację.
