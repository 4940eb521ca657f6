# Machine-made; not yet checked by a native reader.

absence-day = { $day }
absence-one-day = { $from }
absence-days-unknown = الأيام غير محددة
absence-kind-vacation = إجازة
absence-kind-sick = مرض
absence-kind-child_sick = مرض طفل
absence-kind-holiday_not_worked = عطلة بسبب يوم عيد رسمي
absence-kind-special_leave = إجازة خاصة
absence-kind-unpaid_leave = إجازة غير مدفوعة
absence-kind-maternity_leave = إجازة الأمومة
absence-kind-employment_ban = منع العمل (حمل أو رضاعة)
absence-kind-unknown = النوع غير محدد
absence-state-requested = بانتظار القرار
absence-state-granted = تمت الموافقة
absence-state-declined = مرفوض
absence-state-reported = تم الإبلاغ
absence-state-entered = مُسجَّل
absence-state-withdrawal_asked = مطلوب إلغاؤه
absence-state-withdrawn = مسحوب
absence-state-taken_back = مُلغى
absence-state-unsettled = غير محسوم
absence-asked-since = طلب جديد بعد القرار: { $text }. وحتى ذلك الحين يسري ما تمت الموافقة عليه.
absence-note = ملاحظة: { $text }
absence-reason = السبب: { $text }
absence-entered-because = سُجّل لأن: { $text }
absence-takes = يستهلك من الإجازة: { $text }.
absence-unsettled-decisions = هناك قراران مختلفان. لا يُحتسب إلا بعد سحب أحدهما.
absence-unsettled-field = معلومتان مختلفتان: { $field }. لا يُحتسب إلا بعد معرفة الصحيح.
absence-unsettled-days = الأيام أو النوع غير متطابقة. لا يُحتسب إلا بعد التصحيح.
absence-field-first_day = اليوم الأول
absence-field-last_day = اليوم الأخير
absence-field-kind = النوع
absence-field-note = ملاحظة
absence-field-certificate = شهادة
absence-field-certificate_day = يوم الشهادة
absence-field-same_illness = مرض سابق
absence-field-vacation_days = أيام الإجازة
absence-field-withdrawn = مسحوب أم لا
absence-certificate-not-needed = لا حاجة إلى شهادة بعد.
absence-certificate-missing = الشهادة ما زالت ناقصة؛ وهي مطلوبة ابتداءً من { $day } (§ 5 Abs. 1 EFZG).
absence-certificate-expected = أكّدها الطبيب في { $day }؛ ولم تُسترجع بعد.
absence-certificate-electronic = استُرجعت الشهادة الإلكترونية (eAU) في { $day }.
absence-certificate-paper = اطُّلع على الشهادة الورقية في { $day }.
absence-maternity-due = يوم الولادة المتوقع: { $day }.
absence-maternity-birth = الولادة في { $day }.
absence-maternity-nursing = الرضاعة معروفة حتى { $day }.
absence-maternity-leave = بحسب § 3 MuSchG لا يلزم أحدًا العمل في هذه المدة. يدفع التأمين الصحي بدل الأمومة ويضيف صاحب العمل الباقي (§ 20 MuSchG).
absence-maternity-ban = يستمر الأجر: متوسط الأشهر الثلاثة قبل الحمل (§ 18 MuSchG).
absence-maternity-due-missing = يوم الولادة المتوقع ما زال ناقصًا. بدونه لا يمكن حساب هذا الأجر.
absence-days = من { $from } إلى { $to } (عدد الأيام: { $count })
absence-span = من { $from } إلى { $to }
absence-number-of-days = { $one ->
    [1] يوم واحد
   *[other] عدد الأيام { $number }
}
