# Machine-made; not yet checked by a native reader.

absence-day = { $day }
absence-one-day = { $from }
absence-days-unknown = günler belirsiz
absence-kind-vacation = İzin
absence-kind-sick = Hasta
absence-kind-child_sick = Çocuk hasta
absence-kind-holiday_not_worked = Resmi tatil nedeniyle izinli
absence-kind-special_leave = Özel izin
absence-kind-unpaid_leave = Ücretsiz izin
absence-kind-maternity_leave = Analık izni
absence-kind-employment_ban = Çalışma yasağı (hamilelik, emzirme)
absence-kind-unknown = tür belirsiz
absence-state-requested = karar bekliyor
absence-state-granted = onaylandı
absence-state-declined = reddedildi
absence-state-reported = bildirildi
absence-state-entered = girildi
absence-state-withdrawal_asked = geri alınması istendi
absence-state-withdrawn = geri çekildi
absence-state-taken_back = iptal edildi
absence-state-unsettled = belirsiz
absence-asked-since = Karardan sonra yeniden istendi: { $text }. O zamana kadar onaylanan geçerlidir.
absence-note = Eklenen not: { $text }
absence-reason = Gerekçe: { $text }
absence-entered-because = Girilme nedeni: { $text }
absence-takes = Kullanılan izin: { $text }.
absence-unsettled-decisions = İki farklı karar var. Biri geri alınınca sayılır.
absence-unsettled-field = İki farklı bilgi: { $field }. Hangisinin doğru olduğu netleşince sayılır.
absence-unsettled-days = Günler veya tür uyuşmuyor. Düzeltilince sayılır.
absence-field-first_day = ilk gün
absence-field-last_day = son gün
absence-field-kind = tür
absence-field-note = not
absence-field-certificate = rapor
absence-field-certificate_day = rapor günü
absence-field-same_illness = önceki hastalık
absence-field-vacation_days = izin günleri
absence-field-withdrawn = geri çekildi mi
absence-certificate-not-needed = Rapor henüz gerekli değil.
absence-certificate-missing = Rapor henüz yok; { $day } itibarıyla gerekli (§ 5 Abs. 1 EFZG).
absence-certificate-expected = Doktor { $day } tarihinde onayladı; henüz alınmadı.
absence-certificate-electronic = Elektronik rapor (eAU) { $day } tarihinde alındı.
absence-certificate-paper = Kâğıt rapor { $day } tarihinde görüldü.
absence-maternity-due = Beklenen doğum günü: { $day }.
absence-maternity-birth = Doğum: { $day }.
absence-maternity-nursing = Emzirme { $day } tarihine kadar biliniyor.
absence-maternity-leave = § 3 MuSchG’ye göre bu sürede kimse çalışmak zorunda değildir. Sağlık sigortası analık parası öder, işveren kalanını ekler (§ 20 MuSchG).
absence-maternity-ban = Ücret devam eder: hamilelikten önceki üç ayın ortalaması (§ 18 MuSchG).
absence-maternity-due-missing = Beklenen doğum günü henüz yok. O olmadan bu ücret hesaplanamaz.
absence-days = { $from } – { $to } ({ $count } gün)
absence-span = { $from } – { $to }
absence-number-of-days = { $one ->
    [1] bir gün
   *[other] { $number } gün
}
