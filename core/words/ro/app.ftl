# Machine-made; not yet checked by a native reader.

# Buttons
app-act-clock-in = Încep
app-act-clock-out = Termin
app-act-break = Pauză
app-act-paid-break = Pauză plătită
app-act-standby = Gardă
app-act-on-call = Gardă la domiciliu
app-act-call-out = Intervenție
app-act-travel = Deplasare
app-act-meeting = Ședință
app-act-training = Instruire
app-act-end-part = Încheie
app-act-nothing-happened = Nu s-a întâmplat nimic
app-act-undo = Anulează
app-act-sync = Sincronizează acum

app-hint-clock-in = Începe acum o tură.
app-hint-clock-out = Încheie acum tura în curs.
app-hint-break = Începe acum o pauză neplătită.
app-hint-paid-break = Începe acum o pauză plătită.
app-hint-standby = Începe acum garda.
app-hint-on-call = Începe acum garda la domiciliu.
app-hint-call-out = Începe acum o intervenție în timpul gărzii.
app-hint-travel = Începe acum o deplasare.
app-hint-meeting = Începe acum o ședință.
app-hint-training = Începe acum o instruire.
app-hint-end-part = Încheie ce este în curs în tură. Tura continuă.
app-hint-nothing-happened = Notează că în timpul gărzii nu s-a întâmplat nimic.
app-hint-undo = Anulează ultima atingere.
app-hint-sync = Duce înregistrările la birou și aduce noutăți.

# What is said after a tap
app-done-clock-in = Început: {$at}. Salvat pe acest telefon.
app-done-clock-out = Sfârșit: {$at}. Salvat pe acest telefon.
app-done-break = Pauză din {$at}.
app-done-paid-break = Pauză plătită din {$at}.
app-done-standby = Gardă din {$at}.
app-done-on-call = Gardă la domiciliu din {$at}.
app-done-call-out = Intervenție din {$at}.
app-done-travel = Deplasare din {$at}.
app-done-meeting = Ședință din {$at}.
app-done-training = Instruire din {$at}.
app-done-end-part = Încheiat: {$at}. Tura continuă.
app-done-nothing-happened = Notat: nu s-a întâmplat nimic.
app-done-undo = Anulat.
app-done-sync = Sincronizat.
app-done-stated-end = Sfârșit notat: {$at}.
app-done-late-entry = Tură adăugată ulterior.
app-done-corrected = Corectură salvată.
app-done-retracted = Înregistrare retrasă. Rămâne lizibilă.
app-done-agreed = Acord dat.
app-done-objected = Obiecție notată. Angajatorul vede motivul.
app-done-complete = {$month}: declarată completă.
app-done-approved = Aprobat: {$whose}.
app-done-place = Locul de muncă a fost reținut.
app-undo-reason = anulat imediat

# Today
app-no-shift = Nicio tură în curs.
app-shift-runs = Tură în curs {$since}.
app-since = din {$since}
app-to-answer = {$count ->
    [one] O corectură așteaptă răspunsul tău.
    [few] {$count} corecturi așteaptă răspunsul tău.
   *[other] {$count} de corecturi așteaptă răspunsul tău.
}
app-forgotten = Tura ta este în curs din {$since}. Când s-a terminat?
app-forgotten-planned = {$at}, conform planului
app-forgotten-other = Introdu altă oră
app-forgotten-still = Încă lucrez
app-and-then = {", "}
app-you = tu
app-employer = Angajator
app-day-unknown = ziua încă neclară

# Entries
app-entry-running = în curs
app-entry-unsettled = neclarificat
app-entry-retracted = retras
app-part = {$kind}: {$times}
app-note-reconstructed = adăugat ulterior, nu pontat
app-note-nothing-happened = nu s-a întâmplat nimic
app-note-agreed = modificat cu acordul tău
app-note-over-objection = aprobat așa, deși nu ți-ai dat acordul
app-note-two-values = Două valori pentru {$field}: {$values}
app-step-saved = salvat aici
app-step-office = la birou
app-step-seen = văzut de angajator
app-step-approved = aprobat
app-step-payroll = la salarizare
app-step-held = la birou, așteaptă angajatorul

app-kind-work = muncă
app-kind-paid-break = pauză plătită
app-kind-travel = deplasare
app-kind-meeting = ședință
app-kind-training = instruire
app-kind-standby = gardă
app-kind-call-out = intervenție
app-kind-on-call = gardă la domiciliu
app-kind-unpaid-break = pauză

app-field-exists = înregistrare
app-field-start = început
app-field-end = sfârșit
app-field-place = loc de muncă
app-field-funding = plătitor
app-field-part-exists = parte
app-field-part-kind = felul părții
app-field-part-from = începutul părții
app-field-part-to = sfârșitul părții
app-field-away = alt loc
app-value-is = valabil
app-value-is-not = nevalabil

app-finding-end-before-start = Sfârșitul este înaintea începutului.
app-finding-zero-length = Începutul și sfârșitul sunt în același minut.
app-finding-longer-than-36-hours = Mai lung de 36 de ore.
app-finding-no-beginning = Lipsește începutul.
app-finding-unknown-place = Această versiune nu cunoaște locul de muncă.
app-finding-unknown-funding = Această versiune nu cunoaște un plătitor.
app-finding-part-outside = O parte este în afara turei.
app-finding-part-end-before-start = O parte se termină înainte să înceapă.
app-finding-part-zero-length = O parte începe și se termină în același minut.
app-finding-part-open = O parte nu are sfârșit.
app-finding-part-without-beginning = O parte nu are început.
app-finding-parts-overlap = Două părți se suprapun.
app-finding-call-out-outside-standby = O intervenție este în afara gărzii.
app-finding-overlap = Se suprapune cu altă tură.
app-finding-two-running = Două ture sunt în curs simultan.
app-finding-began-while-running = A început în timp ce alta era în curs.
app-finding-typed-time-never = Ora aceasta nu a existat în noaptea schimbării orei.
app-finding-typed-time-twice = Ora aceasta a existat de două ori în noaptea schimbării orei.
app-finding-typed-time-differs = Ora introdusă nu se potrivește cu cea salvată.
app-finding-answer-without-proposal = Un răspuns fără propunere.
app-finding-answers-disagree = Răspunsuri diferite pe două dispozitive.
app-finding-quiet-night-with-call-out = „Nu s-a întâmplat nimic” lângă o intervenție.

# Corrections
app-change = {$field}: {$now}, propus {$proposed}
app-change-new = {$field}: propus {$proposed}
app-reason = Motiv: {$reason}
app-story-replaced = Înlocuit de o înregistrare ulterioară.
app-agree = Sunt de acord
app-object = Nu sunt de acord
app-correction-open = așteaptă răspuns
app-correction-agreed = acceptată
app-correction-objected = contestată
app-correction-disputed = răspunsuri diferite pe două dispozitive
app-correction-withdrawn = retrasă
app-correction-stale = depășită
app-correction-over = aprobată fără acord

# Plan
app-planned-spoken = {$day}, {$times}
app-planned-cancelled = anulat
app-planned-for = {$name}: {$times}

# Phone and office
app-waiting = {$count ->
    [0] Totul este la birou.
    [one] O înregistrare așteaptă biroul.
    [few] {$count} înregistrări așteaptă biroul.
   *[other] {$count} de înregistrări așteaptă biroul.
}
app-never-heard = Încă niciun contact cu biroul.
app-heard = Ultimul contact: {$at}.
app-held = {$count ->
    [one] Biroul reține o înregistrare până când angajatorul decide.
    [few] Biroul reține {$count} înregistrări până când angajatorul decide.
   *[other] Biroul reține {$count} de înregistrări până când angajatorul decide.
}
app-synced = {$sent ->
    [0] Sincronizat.
    [one] Sincronizat: o înregistrare a ajuns la birou.
    [few] Sincronizat: {$sent} înregistrări au ajuns la birou.
   *[other] Sincronizat: {$sent} de înregistrări au ajuns la birou.
}
app-event-clock-in = început
app-event-clock-out = sfârșit
app-event-part-start = început: {$kind}
app-event-part-end = sfârșitul unei părți
app-event-part = parte adăugată ulterior
app-event-manual-entry = tură adăugată ulterior
app-event-correction = corectură
app-event-stated-end = sfârșit adăugat ulterior
app-event-retraction = retragere
app-event-undone = anulare
app-event-quiet-night = nu s-a întâmplat nimic
app-event-month-complete = lună completă
app-event-answer = răspuns la o corectură
app-event-approval = aprobare
app-event-proposal = propunere
app-event-absence = absență
app-event-other = altceva

# Month
app-month = {$month}
app-month-line = {$state}, {$hours}
app-month-open = deschisă
app-month-partly-approved = zile aprobate separat
app-month-approved = aprobată
app-month-reopened = redeschisă
app-month-changed = modificată după aprobare
app-provisional = Provizoriu: se mai poate schimba până la aprobare.
app-complete = Declară {$month} completă
app-complete-no = Încă nedeclarată completă.
app-complete-yes = Declarată completă.
app-complete-changed = Declarată completă, apoi modificată.
app-without-pay = Fără contract telefonul nu poate arăta salariul.
app-money = {$amount}
app-times = {$count} ×
app-notice-on = {$day}: {$text}
app-several = Conform legii germane, orele de la mai mulți angajatori se adună. Doar tu vezi această sumă.
app-several-total = Împreună

# Who sees what
app-readers = {$what}: {$who}
app-readers-hours = Orele tale
app-readers-approvals = Corecturi și aprobări
app-readers-plan = Planul tău
app-readers-contract = Contractul tău
app-readers-person = Nume și contact
app-role-employer = angajator
app-role-deputy = înlocuitor
app-role-assistant = asistent sau asistentă
app-role-coach = consilier de muncă
app-role-payroll-office = birou de salarizare
app-role-nobody = fost membru

# Everything about me
app-export-title = Totul despre mine
app-export-plan = Plan
app-export-readers = Cine ce poate vedea
app-export-day = Zi
app-export-times = Ore
app-export-worked = Timp de lucru
app-export-known = Stare

# Employer
app-on-shift = {$count ->
    [0] Nimeni nu este de serviciu acum.
    [one] O persoană este de serviciu.
    [few] {$count} persoane sunt de serviciu.
   *[other] {$count} de persoane sunt de serviciu.
}
app-waits-for-you = {$count ->
    [0] Nu vă așteaptă nimic.
    [one] O lună vă așteaptă.
    [few] {$count} luni vă așteaptă.
   *[other] {$count} de luni vă așteaptă.
}
app-whose-month = {$name}, {$month}
app-waits-complete = declarată completă, așteaptă aprobarea dumneavoastră
app-waits-over = luna s-a încheiat, încă neaprobată
app-waits-changed = modificată după aprobare
app-waits-reopened = redeschisă
app-waits-objected = o corectură a fost contestată
app-approve = Aprobare pentru {$whose}

# What always stands on the screens
app-label-app = Assistenzzeit
app-label-today = Astăzi
app-label-plan = Plan
app-label-month = Lună
app-label-months = Luni
app-label-corrections = Corecturi
app-label-absences = Absențe
app-label-settings = Setări
app-label-sync = Telefon și birou
app-label-unsent = Ce mai așteaptă
app-label-readers = Cine ce poate vedea
app-label-everything = Salvează totul despre mine
app-label-several = Toți angajatorii împreună
app-label-employers = Angajatori
app-label-language = Limbă
app-label-last-shifts = Ultimele ture
app-label-next = Următoarea tură
app-label-no-plan = Nicio tură planificată.
app-label-no-entries = Încă nicio înregistrare.
app-label-totals = Totaluri
app-label-pay = Salariu
app-label-why = De ce?
app-label-notices = Indicații
app-label-missing = Planificat, dar nimic înregistrat
app-label-known = Stare
app-label-story = Istoric
app-label-late-entry = Adaugă o tură
app-label-correct = Schimbă orele
app-label-retract = Retrage înregistrarea
app-label-day = Zi
app-label-from = De la
app-label-to = Până la
app-label-reason = Motiv
app-label-reason-hint = O propoziție este de ajuns.
app-label-kind = Fel
app-label-add-part = Adaugă pauză sau gardă
app-label-save = Salvează
app-label-cancel = Renunță
app-label-back = Înapoi
app-label-details = Detalii
app-label-on-shift = De serviciu
app-label-planned-today = Planificat astăzi
app-label-waiting = Vă așteaptă
app-label-exceptions = De verificat
app-label-approve-over = Aprobă totuși, cu motiv
app-label-pair = Asociază telefonul
app-label-pair-hint = Angajatorul îți arată un cod. Scanează-l sau introdu-l.
app-label-pair-scan = Scanează codul
app-label-pair-type = Introdu codul
app-label-pair-code = Cod de asociere
app-label-pair-digits = Comparați aceste șase cifre. Sunt la fel pe ambele dispozitive?
app-label-pair-waiting = Așteaptă până când angajatorul confirmă.
app-label-pair-done = Asociat. De acum poți înregistra și fără rețea.
app-label-add-employer = Adaugă alt angajator
app-label-place = Unde lucrezi?
app-label-place-hint = Landul hotărăște sărbătorile. Nimeni nu întreabă locul exact.
app-label-no-surveillance = Fără localizare, fără biometrie, fără fotografii. Niciodată.
app-label-machine-made = Această limbă a fost tradusă de o mașină și nu a fost încă verificată. În caz de îndoială, contează germana.
app-label-widget-off = Nicio tură
app-label-widget-on = De serviciu
app-label-notification = Tura ta este în curs

# When something cannot be done
app-fault = Nu a reușit. Ce era salvat este încă aici.
app-refused-otherwise = Nu s-a putut ({$code}).
app-refused-no-place = Unde se lucrează? Alege landul.
app-refused-typed-time-twice = În noaptea schimbării orei această oră există de două ori. Introdu alt minut.
app-refused-typed-time-never = În noaptea schimbării orei această oră nu există.
app-refused-not-a-time = Aceasta nu este o oră. Scrie așa: 08:30.
app-refused-not-a-day = Aceasta nu este o zi.
app-refused-not-a-month = Aceasta nu este o lună.
app-refused-not-an-id = Aici nu există o astfel de înregistrare.
app-refused-not-a-language = Aici nu există această limbă.
app-refused-not-a-place = Aici nu există acest loc de muncă.
app-refused-nothing-to-undo = Nu mai este nimic de anulat.
app-refused-unsent-left = Aici este ceva ce nu a ajuns la birou. Sincronizează mai întâi.
app-refused-key-vault = Depozitul de chei al telefonului nu dă cheia acum. Deblochează telefonul și încearcă din nou.
app-refused-no-such-phone = Pe acest telefon nu există acest angajator.
app-refused-not-paired = Acest telefon nu este încă asociat.
app-refused-already-paired = Acest telefon este deja asociat cu această echipă.
app-refused-waiting-for-confirmation = Angajatorul nu a confirmat încă.
app-refused-pairing-over = Această asociere a expirat. Cere un cod nou.
app-refused-not-a-pairing-code = Acesta nu este un cod de asociere Assistenzzeit.
app-refused-pairing-code-needs-newer-version = Acest cod necesită o versiune mai nouă a aplicației.
app-refused-pairing-code-mistyped = Codul este greșit sau incomplet.
app-refused-unknown-token = Biroul nu cunoaște acest cod.
app-refused-used-token = Acest cod a fost deja folosit.
app-refused-expired-token = Acest cod a expirat. Cere unul nou.
app-refused-other-office = A răspuns alt birou decât cel din cod. Nu s-a preluat nimic.
app-refused-wrong-key = A răspuns cineva care nu are cheia biroului. Nu s-a trimis nimic.
app-refused-not-an-address = Adresa biroului nu poate fi citită.
app-refused-plain-http = Conexiunea cu biroul nu ar fi criptată. Nu s-a trimis nimic.
app-refused-setup = Conexiunea nu poate fi stabilită pe acest telefon.
app-refused-unreachable = Biroul nu este accesibil acum. Totul rămâne salvat aici.
app-refused-timed-out = Biroul nu a răspuns la timp. Totul rămâne salvat aici.
app-refused-cut-off = Conexiunea s-a întrerupt. Totul rămâne salvat aici.
app-refused-unknown-device = Biroul nu cunoaște acest telefon sau nu-l mai cunoaște.
app-refused-old-app = Această aplicație este mai veche decât biroul. Actualizează aplicația. Totul rămâne salvat aici.
app-refused-old-office = Biroul este mai vechi decât această aplicație. Anunță acolo că biroul trebuie actualizat. Totul rămâne salvat aici.
app-refused-already-clocked-in = O tură este deja în curs. Încheie-o mai întâi sau spune când s-a terminat.
app-refused-not-clocked-in = Nicio tură în curs.
app-refused-part-running = În această tură este deja ceva în curs. Încheie-l mai întâi.
app-refused-no-part-running = În această tură nu este nimic în curs de încheiat.
app-refused-call-out-outside-standby = O intervenție începe doar în timpul gărzii.
app-refused-no-such-entry = Aici nu există o astfel de înregistrare.
app-refused-not-now = La această înregistrare nu mai este posibil.
app-refused-wrong-order = Sfârșitul este înaintea începutului sau o parte este în afara turei.
app-refused-in-the-future = Această oră nu a venit încă.
app-refused-reason-needed = Scrie un motiv.
app-refused-unsettled-shifts = În această lună o tură este încă în curs sau neclarificată.
app-refused-findings = În această lună mai este ceva de clarificat.
app-refused-open-proposals = O corectură este încă fără acord.
app-refused-nothing-to-approve = De la aprobare nu s-a schimbat nimic.
app-refused-not-approved = Această lună nu este aprobată.
app-refused-no-contract = Pentru această lună nu există contract.
app-refused-no-right = Acest telefon nu are voie.
app-refused-newer-version = O parte provine dintr-o versiune mai nouă. Actualizează aplicația.
