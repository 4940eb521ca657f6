# Machine-made; not yet checked by a native reader.

# Buttons
app-act-clock-in = Başla
app-act-clock-out = Bitir
app-act-break = Mola
app-act-paid-break = Ücretli mola
app-act-standby = Hazır bekleme
app-act-on-call = Çağrı nöbeti
app-act-call-out = Müdahale
app-act-travel = Yolculuk
app-act-meeting = Toplantı
app-act-training = Eğitim
app-act-end-part = Sonlandır
app-act-nothing-happened = Bir şey olmadı
app-act-undo = Geri al
app-act-sync = Şimdi eşitle

app-hint-clock-in = Şimdi bir vardiya başlatır.
app-hint-clock-out = Süren vardiyayı şimdi bitirir.
app-hint-break = Şimdi ücretsiz mola başlatır.
app-hint-paid-break = Şimdi ücretli mola başlatır.
app-hint-standby = Şimdi hazır beklemeyi başlatır.
app-hint-on-call = Şimdi çağrı nöbetini başlatır.
app-hint-call-out = Hazır bekleme içinde şimdi bir müdahale başlatır.
app-hint-travel = Şimdi bir yolculuk başlatır.
app-hint-meeting = Şimdi bir toplantı başlatır.
app-hint-training = Şimdi bir eğitim başlatır.
app-hint-end-part = Vardiya içinde süreni bitirir. Vardiya sürer.
app-hint-nothing-happened = Hazır bekleme sırasında bir şey olmadığını kaydeder.
app-hint-undo = Son dokunuşu geri alır.
app-hint-sync = Kayıtları büroya götürür ve yenilikleri getirir.

# What is said after a tap
app-done-clock-in = Başladı: {$at}. Bu telefonda kayıtlı.
app-done-clock-out = Bitti: {$at}. Bu telefonda kayıtlı.
app-done-break = Mola başlangıcı: {$at}.
app-done-paid-break = Ücretli mola başlangıcı: {$at}.
app-done-standby = Hazır bekleme başlangıcı: {$at}.
app-done-on-call = Çağrı nöbeti başlangıcı: {$at}.
app-done-call-out = Müdahale başlangıcı: {$at}.
app-done-travel = Yolculuk başlangıcı: {$at}.
app-done-meeting = Toplantı başlangıcı: {$at}.
app-done-training = Eğitim başlangıcı: {$at}.
app-done-end-part = Bitti: {$at}. Vardiya sürüyor.
app-done-nothing-happened = Kaydedildi: bir şey olmadı.
app-done-undo = Geri alındı.
app-done-sync = Eşitlendi.
app-done-stated-end = Bitiş yazıldı: {$at}.
app-done-late-entry = Vardiya sonradan yazıldı.
app-done-corrected = Düzeltme kaydedildi.
app-done-retracted = Kayıt geri çekildi. Okunabilir kalır.
app-done-agreed = Onaylandı.
app-done-objected = İtiraz edildi. İşveren nedeni görür.
app-done-complete = {$month} tamamlandı olarak bildirildi.
app-done-approved = Onaylandı: {$whose}.
app-done-place = İş yeri kaydedildi.
app-undo-reason = hemen geri alındı

# Today
app-no-shift = Süren vardiya yok.
app-shift-runs = Vardiya sürüyor, başlangıç {$since}.
app-since = {$since}
app-to-answer = {$count ->
    [one] Bir düzeltme yanıtını bekliyor.
   *[other] {$count} düzeltme yanıtını bekliyor.
}
app-forgotten = Vardiyan {$since} tarihinden beri sürüyor. Ne zaman bitti?
app-forgotten-planned = {$at}, planlandığı gibi
app-forgotten-other = Başka saat yaz
app-forgotten-still = Hâlâ çalışıyorum
app-and-then = {", "}
app-you = sen
app-employer = İşveren
app-day-unknown = gün henüz belli değil

# Entries
app-entry-running = sürüyor
app-entry-unsettled = belirsiz
app-entry-retracted = geri çekildi
app-part = {$kind}: {$times}
app-note-reconstructed = sonradan yazıldı, basılmadı
app-note-nothing-happened = bir şey olmadı
app-note-agreed = senin onayınla değiştirildi
app-note-over-objection = onayın olmadan böyle onaylandı
app-note-two-values = {$field} için iki değer: {$values}
app-step-saved = burada kayıtlı
app-step-office = büroda
app-step-seen = işveren gördü
app-step-approved = onaylandı
app-step-payroll = bordroda
app-step-held = büroda, işvereni bekliyor

app-kind-work = çalışma
app-kind-paid-break = ücretli mola
app-kind-travel = yolculuk
app-kind-meeting = toplantı
app-kind-training = eğitim
app-kind-standby = hazır bekleme
app-kind-call-out = müdahale
app-kind-on-call = çağrı nöbeti
app-kind-unpaid-break = mola

app-field-exists = kayıt
app-field-start = başlangıç
app-field-end = bitiş
app-field-place = iş yeri
app-field-funding = ödeyen kurum
app-field-part-exists = bölüm
app-field-part-kind = bölümün türü
app-field-part-from = bölümün başlangıcı
app-field-part-to = bölümün bitişi
app-field-away = başka yer
app-value-is = geçerli
app-value-is-not = geçersiz

app-finding-end-before-start = Bitiş başlangıçtan önce.
app-finding-zero-length = Başlangıç ve bitiş aynı dakikada.
app-finding-longer-than-36-hours = 36 saatten uzun.
app-finding-no-beginning = Başlangıç eksik.
app-finding-unknown-place = Bu sürüm iş yerini tanımıyor.
app-finding-unknown-funding = Bu sürüm ödeyen bir kurumu tanımıyor.
app-finding-part-outside = Bir bölüm vardiyanın dışında.
app-finding-part-end-before-start = Bir bölüm başlamadan bitiyor.
app-finding-part-zero-length = Bir bölüm aynı dakikada başlayıp bitiyor.
app-finding-part-open = Bir bölümün bitişi yok.
app-finding-part-without-beginning = Bir bölümün başlangıcı yok.
app-finding-parts-overlap = İki bölüm çakışıyor.
app-finding-call-out-outside-standby = Bir müdahale hazır beklemenin dışında.
app-finding-overlap = Başka bir vardiyayla çakışıyor.
app-finding-two-running = İki vardiya aynı anda sürüyor.
app-finding-began-while-running = Başka bir vardiya sürerken başladı.
app-finding-typed-time-never = Saat değişimi gecesinde bu saat yoktu.
app-finding-typed-time-twice = Saat değişimi gecesinde bu saat iki kez vardı.
app-finding-typed-time-differs = Yazılan saat kaydedilene uymuyor.
app-finding-answer-without-proposal = Önerisi olmayan bir yanıt.
app-finding-answers-disagree = İki cihazda farklı yanıtlandı.
app-finding-quiet-night-with-call-out = Bir müdahalenin yanında “Bir şey olmadı”.

# Corrections
app-change = {$field}: {$now}, öneri {$proposed}
app-change-new = {$field}: öneri {$proposed}
app-reason = Neden: {$reason}
app-story-replaced = Daha sonraki bir kayıtla değiştirildi.
app-agree = Onayla
app-object = İtiraz et
app-correction-open = yanıt bekliyor
app-correction-agreed = onaylandı
app-correction-objected = itiraz edildi
app-correction-disputed = iki cihazda farklı yanıtlandı
app-correction-withdrawn = geri çekildi
app-correction-stale = güncelliğini yitirdi
app-correction-over = onay olmadan kabul edildi

# Plan
app-planned-spoken = {$day}, {$times}
app-planned-cancelled = iptal edildi
app-planned-for = {$name}: {$times}

# Phone and office
app-waiting = {$count ->
    [0] Her şey büroda.
    [one] Bir kayıt büroyu bekliyor.
   *[other] {$count} kayıt büroyu bekliyor.
}
app-never-heard = Bürodan henüz hiç haber alınmadı.
app-heard = Son bağlantı: {$at}.
app-held = {$count ->
    [one] Büro, işveren karar verene kadar bir kaydı bekletiyor.
   *[other] Büro, işveren karar verene kadar {$count} kaydı bekletiyor.
}
app-synced = {$sent ->
    [0] Eşitlendi.
    [one] Eşitlendi: bir kayıt büroya ulaştı.
   *[other] Eşitlendi: {$sent} kayıt büroya ulaştı.
}
app-event-clock-in = başlangıç
app-event-clock-out = bitiş
app-event-part-start = başlangıç: {$kind}
app-event-part-end = bölüm bitişi
app-event-part = sonradan yazılan bölüm
app-event-manual-entry = sonradan yazılan vardiya
app-event-correction = düzeltme
app-event-stated-end = sonradan yazılan bitiş
app-event-retraction = geri çekme
app-event-undone = geri alma
app-event-quiet-night = bir şey olmadı
app-event-month-complete = ay tamam
app-event-answer = düzeltmeye yanıt
app-event-approval = onay
app-event-proposal = öneri
app-event-absence = devamsızlık
app-event-other = diğer

# Month
app-month = {$month}
app-month-line = {$state}, {$hours}
app-month-open = açık
app-month-partly-approved = bazı günler onaylandı
app-month-approved = onaylandı
app-month-reopened = yeniden açıldı
app-month-changed = onaydan sonra değişti
app-provisional = Geçici: onaylanana kadar değişebilir.
app-complete = {$month} ayını tamamlandı olarak bildir
app-complete-no = Henüz tamamlandı olarak bildirilmedi.
app-complete-yes = Tamamlandı olarak bildirildi.
app-complete-changed = Tamamlandı olarak bildirildi, sonra değişti.
app-without-pay = Sözleşme olmadan telefon ücret gösteremez.
app-money = {$amount}
app-times = {$count} ×
app-notice-on = {$day}: {$text}
app-several = Alman çalışma süresi yasasına göre birden çok işverendeki saatler toplanır. Bu toplamı yalnız sen görürsün.
app-several-total = Toplam

# Who sees what
app-readers = {$what}: {$who}
app-readers-hours = Saatlerin
app-readers-approvals = Düzeltmeler ve onaylar
app-readers-plan = Planın
app-readers-contract = Sözleşmen
app-readers-person = Ad ve iletişim
app-role-employer = işveren
app-role-deputy = vekil
app-role-assistant = asistan
app-role-coach = iş koçu
app-role-payroll-office = bordro bürosu
app-role-nobody = eski üye

# Everything about me
app-export-title = Hakkımdaki her şey
app-export-plan = Plan
app-export-readers = Kim neyi görebilir
app-export-day = Gün
app-export-times = Saatler
app-export-worked = Çalışma süresi
app-export-known = Durum

# Employer
app-on-shift = {$count ->
    [0] Şu an kimse görevde değil.
    [one] Bir kişi görevde.
   *[other] {$count} kişi görevde.
}
app-waits-for-you = {$count ->
    [0] Sizi bekleyen bir şey yok.
    [one] Bir ay sizi bekliyor.
   *[other] {$count} ay sizi bekliyor.
}
app-whose-month = {$name}, {$month}
app-waits-complete = tamamlandı olarak bildirildi, onayınızı bekliyor
app-waits-over = ay bitti, henüz onaylanmadı
app-waits-changed = onaydan sonra değişti
app-waits-reopened = yeniden açıldı
app-waits-objected = bir düzeltmeye itiraz edildi
app-approve = Onay: {$whose}

# What always stands on the screens
app-label-app = Assistenzzeit
app-label-today = Bugün
app-label-plan = Plan
app-label-month = Ay
app-label-months = Aylar
app-label-corrections = Düzeltmeler
app-label-absences = Devamsızlıklar
app-label-settings = Ayarlar
app-label-sync = Telefon ve büro
app-label-unsent = Hâlâ bekleyenler
app-label-readers = Kim neyi görebilir
app-label-everything = Hakkımdaki her şeyi kaydet
app-label-several = Tüm işverenler birlikte
app-label-employers = İşverenler
app-label-language = Dil
app-label-last-shifts = Son vardiyalar
app-label-next = Sonraki görev
app-label-no-plan = Planlanmış görev yok.
app-label-no-entries = Henüz kayıt yok.
app-label-totals = Toplamlar
app-label-pay = Ücret
app-label-why = Neden?
app-label-notices = Bilgiler
app-label-missing = Planlandı, ama kayıt yok
app-label-known = Durum
app-label-story = Geçmiş
app-label-late-entry = Sonradan vardiya yaz
app-label-correct = Saatleri değiştir
app-label-retract = Kaydı geri çek
app-label-day = Gün
app-label-from = Başlangıç
app-label-to = Bitiş
app-label-reason = Neden
app-label-reason-hint = Bir cümle yeter.
app-label-kind = Tür
app-label-add-part = Mola veya hazır bekleme ekle
app-label-save = Kaydet
app-label-cancel = Vazgeç
app-label-back = Geri
app-label-details = Ayrıntılar
app-label-on-shift = Görevde
app-label-planned-today = Bugün planlanan
app-label-waiting = Sizi bekliyor
app-label-exceptions = Bakın
app-label-approve-over = Yine de onayla, nedenini yaz
app-label-pair = Telefonu eşleştir
app-label-pair-hint = İşveren sana bir kod gösterir. Tara veya yaz.
app-label-pair-scan = Kodu tara
app-label-pair-type = Kodu yaz
app-label-pair-code = Eşleştirme kodu
app-label-pair-digits = Bu altı rakamı karşılaştırın. İki cihazda da aynı mı?
app-label-pair-waiting = İşveren onaylayana kadar bekle.
app-label-pair-done = Eşleştirildi. Artık ağ olmadan da kaydedebilirsin.
app-label-add-employer = Başka bir işveren ekle
app-label-place = Nerede çalışıyorsun?
app-label-place-hint = Resmî tatiller eyalete bağlıdır. Tam yeri kimse sormaz.
app-label-no-surveillance = Konum yok, biyometri yok, fotoğraf yok. Asla.
app-label-machine-made = Bu dil makine tarafından çevrildi ve henüz kontrol edilmedi. Şüphede Almanca geçerlidir.
app-label-widget-off = Vardiya yok
app-label-widget-on = Görevde
app-label-notification = Vardiyan sürüyor

# When something cannot be done
app-fault = Bu olmadı. Kaydedilmiş olan hâlâ burada.
app-refused-otherwise = Bu yapılamadı ({$code}).
app-refused-no-place = Nerede çalışılıyor? Lütfen eyaleti seç.
app-refused-typed-time-twice = Saat değişimi gecesinde bu saat iki kez vardır. Lütfen başka bir dakika yaz.
app-refused-typed-time-never = Saat değişimi gecesinde bu saat yoktur.
app-refused-not-a-time = Bu bir saat değil. Lütfen şöyle yaz: 08:30.
app-refused-not-a-day = Bu bir gün değil.
app-refused-not-a-month = Bu bir ay değil.
app-refused-not-an-id = Burada böyle bir kayıt yok.
app-refused-not-a-language = Burada böyle bir dil yok.
app-refused-not-a-place = Burada böyle bir iş yeri yok.
app-refused-nothing-to-undo = Geri alınacak bir şey kalmadı.
app-refused-unsent-left = Büroya ulaşmamış bir şey var. Lütfen önce eşitle.
app-refused-key-vault = Telefonun anahtar deposu şu an anahtarı vermiyor. Lütfen telefonun kilidini aç ve yeniden dene.
app-refused-no-such-phone = Bu telefonda böyle bir işveren yok.
app-refused-not-paired = Bu telefon henüz eşleştirilmedi.
app-refused-already-paired = Bu telefon bu ekiple zaten eşleştirilmiş.
app-refused-waiting-for-confirmation = İşveren henüz onaylamadı.
app-refused-pairing-over = Bu eşleştirme sona erdi. Lütfen yeni bir kod iste.
app-refused-not-a-pairing-code = Bu bir Assistenzzeit eşleştirme kodu değil.
app-refused-pairing-code-needs-newer-version = Bu kod uygulamanın daha yeni bir sürümünü gerektiriyor.
app-refused-pairing-code-mistyped = Kod yanlış yazılmış veya eksik.
app-refused-unknown-token = Büro bu kodu tanımıyor.
app-refused-used-token = Bu kod zaten kullanıldı.
app-refused-expired-token = Bu kodun süresi doldu. Lütfen yenisini iste.
app-refused-other-office = Koddakinden başka bir büro yanıt verdi. Hiçbir şey alınmadı.
app-refused-wrong-key = Büronun anahtarına sahip olmayan biri yanıt verdi. Hiçbir şey gönderilmedi.
app-refused-not-an-address = Büronun adresi okunamıyor.
app-refused-plain-http = Büroyla bağlantı şifreli olmazdı. Hiçbir şey gönderilmedi.
app-refused-setup = Bu telefonda bağlantı kurulamıyor.
app-refused-unreachable = Büroya şu an ulaşılamıyor. Her şey burada kayıtlı kalır.
app-refused-timed-out = Büro zamanında yanıt vermedi. Her şey burada kayıtlı kalır.
app-refused-cut-off = Bağlantı koptu. Her şey burada kayıtlı kalır.
app-refused-unknown-device = Büro bu telefonu tanımıyor veya artık tanımıyor.
app-refused-old-app = Bu uygulama bürodan daha eski. Lütfen uygulamayı güncelle. Her şey burada kayıtlı kalır.
app-refused-old-office = Büro bu uygulamadan daha eski. Lütfen oraya haber ver: büronun güncellenmesi gerekiyor. Her şey burada kayıtlı kalır.
app-refused-already-clocked-in = Zaten süren bir vardiya var. Önce bitir veya ne zaman bittiğini söyle.
app-refused-not-clocked-in = Süren vardiya yok.
app-refused-part-running = Bu vardiyada zaten bir şey sürüyor. Lütfen önce onu bitir.
app-refused-no-part-running = Bu vardiyada bitirilecek bir şey sürmüyor.
app-refused-call-out-outside-standby = Müdahale yalnız hazır bekleme içinde başlar.
app-refused-no-such-entry = Burada böyle bir kayıt yok.
app-refused-not-now = Bu kayıtta artık yapılamaz.
app-refused-wrong-order = Bitiş başlangıçtan önce veya bir bölüm vardiyanın dışında.
app-refused-in-the-future = Bu zaman henüz gelmedi.
app-refused-reason-needed = Lütfen bir neden yaz.
app-refused-unsettled-shifts = Bu ayda bir vardiya hâlâ sürüyor veya belirsiz.
app-refused-findings = Bu ayda hâlâ açıklığa kavuşacak bir şey var.
app-refused-open-proposals = Bir düzeltme hâlâ onaysız.
app-refused-nothing-to-approve = Onaydan beri bir şey değişmedi.
app-refused-not-approved = Bu ay onaylanmadı.
app-refused-no-contract = Bu ay için sözleşme yok.
app-refused-no-right = Bu telefonun buna hakkı yok.
app-refused-newer-version = Bir bölüm daha yeni bir sürümden geliyor. Lütfen uygulamayı güncelle.
