# Hinweise der Prüfung von Arbeitszeit, Aufzeichnung und Lohn.
# {$…} werden eingesetzt; Schlüssel werden nie umbenannt.

finding-overlapping_records = Zwei Aufzeichnungen überschneiden sich. Die Minuten zählen einmal; bitte klären, welche gilt.
finding-not_checked = Das Arbeitszeitgesetz wird nicht geprüft: häusliche Gemeinschaft nach § 18 Abs. 1 Nr. 3 ArbZG.
finding-break_too_short = Pause zu kurz: {$taken} h von {$required} h bei {$worked} h Arbeit.
finding-stretch_too_long = {$longest} h Arbeit ohne Pause; erlaubt sind höchstens {$most} h am Stück.
finding-rest_too_short = Ruhezeit nur {$rest} h statt {$required} h. Frühester erlaubter Beginn: {$earliest_start}.
finding-day_over_eight = {$worked} h Arbeit an einem Werktag, mehr als {$most} h. Erlaubt, wenn es im Durchschnitt ausgeglichen wird.
finding-day_over_maximum = {$worked} h Arbeit an einem Werktag; erlaubt sind höchstens {$most} h.
finding-average_over_eight = Im Ausgleichszeitraum {$worked} h an { $days ->
    [one] einem Werktag
   *[other] {$days} Werktagen
}: im Durchschnitt mehr als {$most} h je Werktag.
finding-average_so_far_over_eight = Bisher {$worked} h an { $days ->
    [one] einem Werktag
   *[other] {$days} Werktagen
}: im Durchschnitt mehr als {$most} h je Werktag. Das ist noch auszugleichen.
finding-night_worker_average = Nachtarbeit: Tage über acht Stunden sind im Monat nicht ausgeglichen ({$worked} h an {$days} Werktagen, erlaubt im Durchschnitt {$most} h).
finding-night_compensation_missing = {$night} h Nachtarbeit (23 bis 6 Uhr) ohne Zuschlag und ohne freie Tage. Richtwert: {$guide}.
finding-night_compensation_low = {$night} h Nachtarbeit (23 bis 6 Uhr) mit weniger als dem Richtwert von {$guide} Zuschlag.
finding-night_compensation_due = {$night} h Nachtarbeit (23 bis 6 Uhr): dafür sind freie Tage oder ein Zuschlag zu geben, Richtwert {$guide}.
finding-sunday_work = Arbeit an Sonn- oder Feiertagen. In Pflege und Haushalt erlaubt, wenn es an Werktagen nicht geht; ein Ersatzruhetag ist zu geben.
finding-free_sundays_notice = {$year} sind noch {$free} Sonntage frei; mindestens {$required} müssen es sein.
finding-free_sundays_too_few = {$year} sind nur {$free} Sonntage frei; mindestens {$required} müssen es sein.
finding-rest_day_missing = Für die Arbeit am {$worked_on} fehlt ein Ersatzruhetag; er war bis {$last_day} zu geben.
finding-rest_day_due = Für die Arbeit am {$worked_on} ist bis {$last_day} ein Ersatzruhetag zu geben.
finding-record_late = Zu spät aufgezeichnet; die Frist endete {$until}.
finding-record_missing = Nicht aufgezeichnet; die Frist endete {$until}.
finding-record_due = Noch nicht aufgezeichnet; die Frist endet {$until}.
finding-minimum_wage_short = {$month}: {$amount} gezahlt, nach dem Mindestlohn mindestens {$limit}. Es fehlen {$difference}.
finding-minijob_month_over = {$month}: {$amount} verdient, mehr als die Monatsgrenze von {$limit}. Entscheidend ist das Jahr.
finding-minijob_year_at_80 = Minijob: für das Jahr sind {$amount} vorausgesehen, mehr als 80 Prozent der Grenze von {$limit}.
finding-minijob_year_at_95 = Minijob: für das Jahr sind {$amount} vorausgesehen, mehr als 95 Prozent der Grenze von {$limit}.
finding-minijob_year_over = Minijob: für das Jahr sind {$amount} vorausgesehen, mehr als die Grenze von {$limit}. Nur unvorhersehbare Monate schaden nicht.
finding-minijob_third_month = Minijob: {$months} unvorhersehbare Monate in zwölf; erlaubt sind {$most}.
finding-minijob_double_over = Minijob: {$month} mit {$amount} liegt über dem Doppelten der Monatsgrenze ({$limit}).
finding-midijob_out_of_range = {$month}: {$amount} liegt außerhalb des Übergangsbereichs von {$from} bis {$to}. Entscheidend ist der regelmäßige Lohn.
finding-account_at_80 = Arbeitszeitkonto {$month}: {$credited} h gutgeschrieben, mehr als 80 Prozent der erlaubten {$limit} h.
finding-account_at_95 = Arbeitszeitkonto {$month}: {$credited} h gutgeschrieben, mehr als 95 Prozent der erlaubten {$limit} h.
finding-account_over = Arbeitszeitkonto {$month}: {$credited} h gutgeschrieben; erlaubt ist die Hälfte der vereinbarten Zeit, {$limit} h.
finding-account_due = Arbeitszeitkonto: {$open} h aus {$month} sind bis Ende {$last_month} auszugleichen.
finding-account_overdue = Arbeitszeitkonto: {$open} h aus {$month} waren bis Ende {$last_month} auszugleichen.
finding-call_notice_short = Abruf am {$called_on}: vier Tage im Voraus hieße frühestens {$earliest_day}. Die Arbeit durfte abgelehnt werden.
finding-call_too_short = Abruf für {$called} h; zu vergüten sind mindestens {$limit} h.
finding-call_week_over = Abruf in einer Woche: {$called} h, erlaubt sind höchstens {$limit} h.
finding-call_week_under = Abruf in einer Woche: nur {$called} h; geschuldet sind {$limit} h, auch wenn weniger abgerufen wird.
finding-maternity_before_birth = Arbeit in den sechs Wochen vor der Geburt: nur, wenn sie es ausdrücklich selbst will. Das kann sie jederzeit zurücknehmen.
finding-maternity_after_birth = Arbeit in der Schutzfrist nach der Geburt: In dieser Zeit darf sie nicht arbeiten.
finding-maternity_day_over = {$worked} h Arbeit an einem Tag; in Schwangerschaft und Stillzeit sind höchstens {$most} h erlaubt.
finding-maternity_fortnight_over = {$worked} h Arbeit in zwei Wochen; in Schwangerschaft und Stillzeit sind höchstens {$most} h erlaubt.
finding-maternity_month_over = {$worked} h Arbeit in diesem Monat, mehr als die vereinbarten {$most} h. In Schwangerschaft und Stillzeit ist das nicht erlaubt.
finding-maternity_rest = Ruhezeit nur {$rest} h statt {$required} h, die in Schwangerschaft und Stillzeit immer nötig sind. Frühester erlaubter Beginn: {$earliest_start}.
finding-maternity_evening = Arbeit zwischen 20 und 22 Uhr in Schwangerschaft oder Stillzeit: nur, wenn die Aufsichtsbehörde es genehmigt, sie es will und ärztlich nichts dagegen spricht.
finding-maternity_night = Arbeit zwischen 22 und 6 Uhr: in Schwangerschaft und Stillzeit verboten.
finding-maternity_sunday = Arbeit an Sonn- oder Feiertagen in Schwangerschaft oder Stillzeit: nur, wenn sie es ausdrücklich will, nie allein ohne schnelle Hilfe und mit einem Ersatzruhetag in jeder Woche.

severity-info = Hinweis
severity-warning = Warnung
severity-serious = Verstoß
law-rule = {$paragraph}, Regelstand {$version}
law-unverified = noch nicht am Gesetzestext geprüft
law-no-findings = Keine Hinweise.
law-check-heading = Prüfung {$month}
law-interval = {$from} bis {$to} ({$length})
