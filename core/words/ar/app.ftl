# Machine-made; not yet checked by a native reader.

# Buttons
app-act-clock-in = بدء العمل
app-act-clock-out = إنهاء العمل
app-act-break = استراحة
app-act-paid-break = استراحة مدفوعة
app-act-standby = مناوبة
app-act-on-call = مناوبة عند الاستدعاء
app-act-call-out = استدعاء
app-act-travel = تنقّل
app-act-meeting = اجتماع
app-act-training = تدريب
app-act-end-part = إنهاء
app-act-nothing-happened = لم يحدث شيء
app-act-undo = تراجع
app-act-sync = مزامنة الآن

app-hint-clock-in = يبدأ نوبة الآن.
app-hint-clock-out = ينهي النوبة الجارية الآن.
app-hint-break = يبدأ استراحة غير مدفوعة الآن.
app-hint-paid-break = يبدأ استراحة مدفوعة الآن.
app-hint-standby = يبدأ المناوبة الآن.
app-hint-on-call = يبدأ المناوبة عند الاستدعاء الآن.
app-hint-call-out = يبدأ استدعاءً أثناء المناوبة الآن.
app-hint-travel = يبدأ تنقّلاً الآن.
app-hint-meeting = يبدأ اجتماعاً الآن.
app-hint-training = يبدأ تدريباً الآن.
app-hint-end-part = ينهي ما يجري داخل النوبة. تستمر النوبة.
app-hint-nothing-happened = يسجّل أنه لم يحدث شيء أثناء المناوبة.
app-hint-undo = يتراجع عن آخر نقرة.
app-hint-sync = يرسل التسجيلات إلى المكتب ويجلب الجديد.

# What is said after a tap
app-done-clock-in = البداية: {$at}. محفوظ على هذا الهاتف.
app-done-clock-out = النهاية: {$at}. محفوظ على هذا الهاتف.
app-done-break = استراحة منذ {$at}.
app-done-paid-break = استراحة مدفوعة منذ {$at}.
app-done-standby = مناوبة منذ {$at}.
app-done-on-call = مناوبة عند الاستدعاء منذ {$at}.
app-done-call-out = استدعاء منذ {$at}.
app-done-travel = تنقّل منذ {$at}.
app-done-meeting = اجتماع منذ {$at}.
app-done-training = تدريب منذ {$at}.
app-done-end-part = انتهى: {$at}. تستمر النوبة.
app-done-nothing-happened = سُجّل: لم يحدث شيء.
app-done-undo = تم التراجع.
app-done-sync = تمت المزامنة.
app-done-stated-end = سُجّلت النهاية: {$at}.
app-done-late-entry = أُضيفت النوبة لاحقاً.
app-done-corrected = حُفظ التصحيح.
app-done-retracted = سُحب التسجيل. ويبقى قابلاً للقراءة.
app-done-agreed = تمت الموافقة.
app-done-objected = تم الاعتراض. يرى صاحب العمل السبب.
app-done-complete = أُعلن {$month} مكتملاً.
app-done-approved = تم الاعتماد: {$whose}.
app-done-place = حُفظ مكان العمل.
app-undo-reason = تم التراجع فوراً

# Today
app-no-shift = لا توجد نوبة جارية.
app-shift-runs = النوبة جارية {$since}.
app-since = منذ {$since}
app-to-answer = {$count ->
    [one] تصحيح واحد ينتظر ردك.
    [two] تصحيحان ينتظران ردك.
    [few] {$count} تصحيحات تنتظر ردك.
   *[other] {$count} تصحيحاً ينتظر ردك.
}
app-forgotten = نوبتك جارية منذ {$since}. متى انتهت؟
app-forgotten-planned = {$at}، كما هو مخطط
app-forgotten-other = إدخال وقت آخر
app-forgotten-still = ما زلت أعمل
app-and-then = {"، "}
app-you = أنت
app-employer = صاحب العمل
app-day-unknown = اليوم غير واضح بعد

# Entries
app-entry-running = جارية
app-entry-unsettled = غير محسومة
app-entry-retracted = مسحوبة
app-part = {$kind}: {$times}
app-note-reconstructed = كُتبت لاحقاً ولم تُسجَّل في حينها
app-note-nothing-happened = لم يحدث شيء
app-note-agreed = عُدّلت بموافقتك
app-note-over-objection = اعتُمدت هكذا رغم عدم موافقتك
app-note-two-values = قيمتان لـ {$field}: {$values}
app-step-saved = محفوظ هنا
app-step-office = في المكتب
app-step-seen = اطّلع عليه صاحب العمل
app-step-approved = معتمد
app-step-payroll = لدى قسم الرواتب
app-step-held = في المكتب، بانتظار صاحب العمل

app-kind-work = عمل
app-kind-paid-break = استراحة مدفوعة
app-kind-travel = تنقّل
app-kind-meeting = اجتماع
app-kind-training = تدريب
app-kind-standby = مناوبة
app-kind-call-out = استدعاء
app-kind-on-call = مناوبة عند الاستدعاء
app-kind-unpaid-break = استراحة

app-field-exists = التسجيل
app-field-start = البداية
app-field-end = النهاية
app-field-place = مكان العمل
app-field-funding = الجهة الدافعة
app-field-part-exists = الجزء
app-field-part-kind = نوع الجزء
app-field-part-from = بداية الجزء
app-field-part-to = نهاية الجزء
app-field-away = مكان آخر
app-value-is = سارٍ
app-value-is-not = غير سارٍ

app-finding-end-before-start = النهاية قبل البداية.
app-finding-zero-length = البداية والنهاية في الدقيقة نفسها.
app-finding-longer-than-36-hours = أطول من 36 ساعة.
app-finding-no-beginning = البداية مفقودة.
app-finding-unknown-place = هذا الإصدار لا يعرف مكان العمل.
app-finding-unknown-funding = هذا الإصدار لا يعرف إحدى الجهات الدافعة.
app-finding-part-outside = جزء يقع خارج النوبة.
app-finding-part-end-before-start = جزء ينتهي قبل أن يبدأ.
app-finding-part-zero-length = جزء يبدأ وينتهي في الدقيقة نفسها.
app-finding-part-open = جزء بلا نهاية.
app-finding-part-without-beginning = جزء بلا بداية.
app-finding-parts-overlap = جزآن متداخلان.
app-finding-call-out-outside-standby = استدعاء خارج المناوبة.
app-finding-overlap = تتداخل مع نوبة أخرى.
app-finding-two-running = نوبتان جاريتان في الوقت نفسه.
app-finding-began-while-running = بدأت بينما كانت أخرى جارية.
app-finding-typed-time-never = هذا الوقت لم يوجد في ليلة تغيير الساعة.
app-finding-typed-time-twice = هذا الوقت وُجد مرتين في ليلة تغيير الساعة.
app-finding-typed-time-differs = الوقت المكتوب لا يطابق المحفوظ.
app-finding-answer-without-proposal = رد بلا اقتراح.
app-finding-answers-disagree = ردود مختلفة على جهازين.
app-finding-quiet-night-with-call-out = «لم يحدث شيء» بجانب استدعاء.

# Corrections
app-change = {$field}: {$now}، المقترح {$proposed}
app-change-new = {$field}: المقترح {$proposed}
app-reason = السبب: {$reason}
app-story-replaced = حلّ محلّه تسجيل لاحق.
app-agree = أوافق
app-object = أعترض
app-correction-open = بانتظار الرد
app-correction-agreed = تمت الموافقة
app-correction-objected = تم الاعتراض
app-correction-disputed = ردود مختلفة على جهازين
app-correction-withdrawn = مسحوب
app-correction-stale = لم يعد سارياً
app-correction-over = اعتُمد بدون موافقة

# Plan
app-planned-spoken = {$day}، {$times}
app-planned-cancelled = ملغاة
app-planned-for = {$name}: {$times}

# Phone and office
app-waiting = {$count ->
    [0] كل شيء في المكتب.
    [one] تسجيل واحد ينتظر المكتب.
    [two] تسجيلان ينتظران المكتب.
    [few] {$count} تسجيلات تنتظر المكتب.
   *[other] {$count} تسجيلاً ينتظر المكتب.
}
app-never-heard = لم يحدث اتصال بالمكتب بعد.
app-heard = آخر اتصال: {$at}.
app-held = {$count ->
    [one] يحتجز المكتب تسجيلاً واحداً حتى يقرر صاحب العمل.
    [two] يحتجز المكتب تسجيلين حتى يقرر صاحب العمل.
    [few] يحتجز المكتب {$count} تسجيلات حتى يقرر صاحب العمل.
   *[other] يحتجز المكتب {$count} تسجيلاً حتى يقرر صاحب العمل.
}
app-synced = {$sent ->
    [0] تمت المزامنة.
    [one] تمت المزامنة: وصل تسجيل واحد إلى المكتب.
    [two] تمت المزامنة: وصل تسجيلان إلى المكتب.
    [few] تمت المزامنة: وصلت {$sent} تسجيلات إلى المكتب.
   *[other] تمت المزامنة: وصل {$sent} تسجيلاً إلى المكتب.
}
app-event-clock-in = بدء العمل
app-event-clock-out = إنهاء العمل
app-event-part-start = بداية: {$kind}
app-event-part-end = نهاية جزء
app-event-part = جزء أُضيف لاحقاً
app-event-manual-entry = نوبة أُضيفت لاحقاً
app-event-correction = تصحيح
app-event-stated-end = نهاية أُضيفت لاحقاً
app-event-retraction = سحب
app-event-undone = تراجع
app-event-quiet-night = لم يحدث شيء
app-event-month-complete = الشهر مكتمل
app-event-answer = رد على تصحيح
app-event-approval = اعتماد
app-event-proposal = اقتراح
app-event-absence = غياب
app-event-other = غير ذلك

# Month
app-month = {$month}
app-month-line = {$state}، {$hours}
app-month-open = مفتوح
app-month-partly-approved = أيام معتمدة منفردة
app-month-approved = معتمد
app-month-reopened = أُعيد فتحه
app-month-changed = تغيّر بعد الاعتماد
app-provisional = مؤقت: قد يتغير حتى الاعتماد.
app-complete = إعلان {$month} مكتملاً
app-complete-no = لم يُعلن مكتملاً بعد.
app-complete-yes = أُعلن مكتملاً.
app-complete-changed = أُعلن مكتملاً ثم تغيّر.
app-without-pay = بدون عقد لا يستطيع الهاتف عرض الأجر.
app-money = {$amount}
app-times = {$count} ×
app-notice-on = {$day}: {$text}
app-several = وفق القانون الألماني تُجمع ساعات العمل لدى عدة أصحاب عمل. أنت فقط ترى هذا المجموع.
app-several-total = المجموع

# Who sees what
app-readers = {$what}: {$who}
app-readers-hours = ساعاتك
app-readers-approvals = التصحيحات والاعتمادات
app-readers-plan = خطتك
app-readers-contract = عقدك
app-readers-person = الاسم وبيانات الاتصال
app-role-employer = صاحب العمل
app-role-deputy = نائب
app-role-assistant = مساعد أو مساعدة
app-role-coach = مدرب عمل
app-role-payroll-office = مكتب الرواتب
app-role-nobody = عضو سابق

# Everything about me
app-export-title = كل شيء عني
app-export-plan = الخطة
app-export-readers = من يرى ماذا
app-export-day = اليوم
app-export-times = الأوقات
app-export-worked = وقت العمل
app-export-known = الحالة

# Employer
app-on-shift = {$count ->
    [0] لا أحد في الخدمة الآن.
    [one] شخص واحد في الخدمة.
    [two] شخصان في الخدمة.
    [few] {$count} أشخاص في الخدمة.
   *[other] {$count} شخصاً في الخدمة.
}
app-waits-for-you = {$count ->
    [0] لا شيء بانتظارك.
    [one] شهر واحد بانتظارك.
    [two] شهران بانتظارك.
    [few] {$count} أشهر بانتظارك.
   *[other] {$count} شهراً بانتظارك.
}
app-whose-month = {$name}، {$month}
app-waits-complete = أُعلن مكتملاً، بانتظار اعتمادك
app-waits-over = انتهى الشهر ولم يُعتمد بعد
app-waits-changed = تغيّر بعد الاعتماد
app-waits-reopened = أُعيد فتحه
app-waits-objected = اعتُرض على تصحيح
app-approve = اعتماد: {$whose}

# What always stands on the screens
app-label-app = Assistenzzeit
app-label-today = اليوم
app-label-plan = الخطة
app-label-month = الشهر
app-label-months = الأشهر
app-label-corrections = التصحيحات
app-label-absences = الغياب
app-label-settings = الإعدادات
app-label-sync = الهاتف والمكتب
app-label-unsent = ما لا يزال ينتظر
app-label-readers = من يرى ماذا
app-label-everything = حفظ كل شيء عني
app-label-several = كل أصحاب العمل معاً
app-label-employers = أصحاب العمل
app-label-language = اللغة
app-label-last-shifts = آخر النوبات
app-label-next = النوبة القادمة
app-label-no-plan = لا نوبة مخططة.
app-label-no-entries = لا تسجيلات بعد.
app-label-totals = المجاميع
app-label-pay = الأجر
app-label-why = لماذا؟
app-label-notices = ملاحظات
app-label-missing = مخطط ولكن غير مسجَّل
app-label-known = الحالة
app-label-story = سجل التغييرات
app-label-late-entry = إضافة نوبة لاحقاً
app-label-correct = تغيير الأوقات
app-label-retract = سحب التسجيل
app-label-day = اليوم
app-label-from = من
app-label-to = إلى
app-label-reason = السبب
app-label-reason-hint = جملة واحدة تكفي.
app-label-kind = النوع
app-label-add-part = إضافة استراحة أو مناوبة
app-label-save = حفظ
app-label-cancel = إلغاء
app-label-back = رجوع
app-label-details = التفاصيل
app-label-on-shift = في الخدمة
app-label-planned-today = مخطط لليوم
app-label-waiting = بانتظارك
app-label-exceptions = للمراجعة
app-label-approve-over = اعتماد رغم ذلك، مع السبب
app-label-pair = ربط الهاتف
app-label-pair-hint = يعرض لك صاحب العمل رمزاً. امسحه أو اكتبه.
app-label-pair-scan = مسح الرمز
app-label-pair-type = كتابة الرمز
app-label-pair-code = رمز الربط
app-label-pair-digits = قارنا هذه الأرقام الستة. هل هي نفسها على الجهازين؟
app-label-pair-waiting = انتظر حتى يؤكد صاحب العمل.
app-label-pair-done = تم الربط. يمكنك الآن التسجيل بدون شبكة أيضاً.
app-label-add-employer = إضافة صاحب عمل آخر
app-label-place = أين تعمل؟
app-label-place-hint = الولاية الألمانية تحدد العطل الرسمية. لا أحد يسأل عن المكان بالضبط.
app-label-no-surveillance = لا موقع، لا قياسات حيوية، لا صور. أبداً.
app-label-machine-made = تُرجمت هذه اللغة آلياً ولم تُراجَع بعد. عند الشك تسري الألمانية.
app-label-widget-off = لا نوبة
app-label-widget-on = في الخدمة
app-label-notification = نوبتك جارية

# When something cannot be done
app-fault = لم ينجح ذلك. ما كان محفوظاً لا يزال موجوداً.
app-refused-otherwise = لم يكن ذلك ممكناً ({$code}).
app-refused-no-place = أين يجري العمل؟ اختر الولاية.
app-refused-typed-time-twice = في ليلة تغيير الساعة يوجد هذا الوقت مرتين. أدخل دقيقة أخرى.
app-refused-typed-time-never = في ليلة تغيير الساعة لا يوجد هذا الوقت.
app-refused-not-a-time = هذا ليس وقتاً. اكتبه هكذا: 08:30.
app-refused-not-a-day = هذا ليس يوماً.
app-refused-not-a-month = هذا ليس شهراً.
app-refused-not-an-id = لا يوجد تسجيل كهذا هنا.
app-refused-not-a-language = لا توجد هذه اللغة هنا.
app-refused-not-a-place = لا يوجد مكان العمل هذا هنا.
app-refused-nothing-to-undo = لم يبق ما يمكن التراجع عنه.
app-refused-unsent-left = هنا شيء لم يصل إلى المكتب. زامن أولاً.
app-refused-key-vault = مخزن مفاتيح الهاتف لا يعطي المفتاح الآن. افتح قفل الهاتف وحاول مجدداً.
app-refused-no-such-phone = لا يوجد صاحب العمل هذا على هذا الهاتف.
app-refused-not-paired = هذا الهاتف غير مربوط بعد.
app-refused-already-paired = هذا الهاتف مربوط بهذا الفريق بالفعل.
app-refused-waiting-for-confirmation = لم يؤكد صاحب العمل بعد.
app-refused-pairing-over = انتهى هذا الربط. اطلب رمزاً جديداً.
app-refused-not-a-pairing-code = هذا ليس رمز ربط من Assistenzzeit.
app-refused-pairing-code-needs-newer-version = هذا الرمز يحتاج إلى إصدار أحدث من التطبيق.
app-refused-pairing-code-mistyped = الرمز خاطئ أو ناقص.
app-refused-unknown-token = المكتب لا يعرف هذا الرمز.
app-refused-used-token = استُخدم هذا الرمز من قبل.
app-refused-expired-token = انتهت صلاحية هذا الرمز. اطلب رمزاً جديداً.
app-refused-other-office = ردّ مكتب آخر غير المذكور في الرمز. لم يؤخذ شيء.
app-refused-wrong-key = ردّ شخص لا يملك مفتاح المكتب. لم يُرسل شيء.
app-refused-not-an-address = لا يمكن قراءة عنوان المكتب.
app-refused-plain-http = لن يكون الاتصال بالمكتب مشفّراً. لم يُرسل شيء.
app-refused-setup = لا يمكن إنشاء الاتصال على هذا الهاتف.
app-refused-unreachable = لا يمكن الوصول إلى المكتب الآن. يبقى كل شيء محفوظاً هنا.
app-refused-timed-out = لم يرد المكتب في الوقت المناسب. يبقى كل شيء محفوظاً هنا.
app-refused-cut-off = انقطع الاتصال. يبقى كل شيء محفوظاً هنا.
app-refused-unknown-device = المكتب لا يعرف هذا الهاتف أو لم يعد يعرفه.
app-refused-old-app = هذا التطبيق أقدم من المكتب. يرجى تحديث التطبيق. يبقى كل شيء محفوظاً هنا.
app-refused-old-office = المكتب أقدم من هذا التطبيق. يرجى إبلاغهم بأن المكتب يحتاج إلى تحديث. يبقى كل شيء محفوظاً هنا.
app-refused-already-clocked-in = هناك نوبة جارية بالفعل. أنهها أولاً أو قل متى انتهت.
app-refused-not-clocked-in = لا توجد نوبة جارية.
app-refused-part-running = شيء ما يجري في هذه النوبة بالفعل. أنهه أولاً.
app-refused-no-part-running = لا شيء يجري في هذه النوبة يمكن إنهاؤه.
app-refused-call-out-outside-standby = يبدأ الاستدعاء أثناء المناوبة فقط.
app-refused-no-such-entry = لا يوجد تسجيل كهذا هنا.
app-refused-not-now = لم يعد ذلك ممكناً لهذا التسجيل.
app-refused-wrong-order = النهاية قبل البداية، أو جزء يقع خارج النوبة.
app-refused-in-the-future = هذا الوقت لم يحن بعد.
app-refused-reason-needed = أدخل سبباً.
app-refused-unsettled-shifts = في هذا الشهر نوبة لا تزال جارية أو غير محسومة.
app-refused-findings = في هذا الشهر ما يزال هناك ما يجب توضيحه.
app-refused-open-proposals = تصحيح ما يزال بدون موافقة.
app-refused-nothing-to-approve = لم يتغير شيء منذ الاعتماد.
app-refused-not-approved = هذا الشهر غير معتمد.
app-refused-no-contract = لا يوجد عقد لهذا الشهر.
app-refused-no-right = لا يحق لهذا الهاتف ذلك.
app-refused-newer-version = جزء منه من إصدار أحدث. حدّث التطبيق.
