# ترجمة آلية، لم تراجعها بعد قارئة أو قارئ لغته الأم العربية.

screen-back = رجوع
screen-notice-read = فهمت
screen-open = مفتوح
screen-closed = مغلق
screen-reason = السبب
screen-hint-date = يوم.شهر.سنة، مثلاً 26.11.2026
screen-hint-time = ساعة:دقيقة، مثلاً 14:30
screen-explain = الشرح

screen-tab-today = اليوم
screen-tab-plan = الخطة
screen-tab-month = الشهر
screen-tab-waiting = بالانتظار
screen-tab-more = المزيد

screen-today-entries = المسجّل اليوم
screen-today-office = لدى المكتب

screen-late = إضافة دوام لاحقاً
screen-late-intro = أضف هنا دواماً لم تسجّله في وقته. سيظهر على أنه أُضيف لاحقاً.
screen-late-day = أي يوم؟
screen-late-other-day = أو يوم آخر
screen-late-from = البداية
screen-late-until = النهاية
screen-late-until-hint = إذا كانت النهاية قبل البداية فالمقصود اليوم التالي.
screen-late-reason-hint = مثلاً: نسيت الهاتف
screen-late-save = حفظ هذا الدوام

screen-forgotten = متى انتهى الدوام؟
screen-forgotten-other = كان في وقت آخر
screen-forgotten-day = اليوم
screen-forgotten-time = النهاية
screen-forgotten-save = حفظ هذه النهاية

screen-plan-empty = لا يوجد دوام مخطط لك بعد.
screen-absence = الغياب
screen-absence-asked = طلباتك
screen-absence-new = طلب جديد
screen-absence-from = أول يوم
screen-absence-until = آخر يوم
screen-absence-note = رسالة
screen-absence-note-hint = اختياري. من فضلك لا تكتب تشخيصاً.
screen-absence-send = إرسال الطلب

screen-month-totals = المجاميع
screen-month-nothing = لم يُجمع شيء في هذا الشهر بعد.
screen-month-missing = مخطط ولكن غير مسجّل

screen-history = كل القيود
screen-history-empty = لم يُسجَّل شيء في هذا الشهر.
screen-entry = قيد
screen-entry-way = أين وصل هذا القيد
screen-entry-story = ما حدث له
screen-entry-retract-heading = سحب القيد
screen-entry-retract-intro = لن يُحتسب القيد بعد ذلك، ويبقى ظاهراً على أنه مسحوب.
screen-entry-retract = اسحب هذا القيد

screen-correction = اقتراح تصحيح
screen-correction-before = حتى الآن
screen-correction-after = الاقتراح
screen-correction-agree = أوافق
screen-correction-otherwise = هل هذا غير صحيح؟
screen-correction-why = لماذا لا؟
screen-correction-why-hint = سيُقرأ هذا لدى جهة عملك.
screen-correction-object = أعترض

screen-unsent = لم يصل إلى المكتب بعد
screen-unsent-now = مزامنة الآن
screen-who-sees = من يحق له أن يرى ماذا
screen-export = كل ما يخصّني
screen-export-now = حفظ بياناتي في ملف
screen-employers = جهات العمل
screen-employers-add = الربط بجهة عمل أخرى
screen-settings = اللغة
screen-more = المزيد

screen-pairing = ربط الهاتف
screen-pairing-code = الرمز
screen-pairing-code-hint = تحصل على الرمز من جهة عملك، مثلاً في رسالة.
screen-pairing-go = الربط بهذا الرمز
screen-pairing-scan = قراءة الرمز بالكاميرا
screen-pairing-confirmed = الأرقام متطابقة ومؤكدة

screen-desk-on-duty = في الدوام الآن
screen-desk-nobody = لا أحد في الدوام.
screen-desk-next = التالي
screen-approval-differences = ليس كما خُطّط
screen-approval-as-planned = كما خُطّط
