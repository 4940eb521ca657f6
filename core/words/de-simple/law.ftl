# Hinweise in Leichter Sprache. Was hier fehlt, wird auf Deutsch gesagt.

finding-overlapping_records = Hier stehen 2 Zeiten gleichzeitig. Bitte prüfen: Welche Zeit stimmt?
finding-break_too_short = Die Pause ist zu kurz. Zu {$worked} Stunden Arbeit gehören {$required} Stunden Pause. Hier sind es {$taken} Stunden Pause.
finding-stretch_too_long = Die Arbeit ist zu lang ohne Pause: {$longest} Stunden. Nach {$most} Stunden muss eine Pause sein.
finding-rest_too_short = Zwischen 2 Diensten ist zu wenig Zeit zum Ausruhen. Es sind {$rest} Stunden. Es müssen {$required} Stunden sein. Der nächste Dienst darf erst hier anfangen: {$earliest_start}.
finding-day_over_eight = Das ist ein langer Tag: {$worked} Stunden Arbeit. An anderen Tagen muss die Arbeit dafür kürzer sein.
finding-day_over_maximum = Das ist zu viel Arbeit an einem Tag: {$worked} Stunden. Erlaubt sind {$most} Stunden.
finding-sunday_work = Hier ist Arbeit an einem Sonntag oder Feiertag. Das ist in der Assistenz erlaubt. Dafür gibt es einen freien Tag.
finding-maternity_before_birth = Das Kind kommt bald. In den 6 Wochen vorher muss sie nicht arbeiten. Sie darf nur, wenn sie selbst es will.
finding-maternity_after_birth = Nach der Geburt darf sie nicht arbeiten. Das ist Mutter-Schutz.
finding-maternity_day_over = Das ist zu viel Arbeit an einem Tag: {$worked} Stunden. Wer schwanger ist oder stillt, darf höchstens {$most} Stunden arbeiten.
finding-maternity_night = Wer schwanger ist oder stillt, darf zwischen 22 Uhr und 6 Uhr nicht arbeiten.
finding-maternity_sunday = Wer schwanger ist oder stillt, muss am Sonntag und am Feiertag nicht arbeiten. Sie darf nur, wenn sie selbst es will.
finding-rest_day_missing = Für die Arbeit am {$worked_on} fehlt ein freier Tag.
finding-rest_day_due = Für die Arbeit am {$worked_on} gibt es einen freien Tag. Spätestens am {$last_day}.
finding-record_late = Die Zeit wurde zu spät aufgeschrieben.
finding-record_missing = Die Zeit wurde noch nicht aufgeschrieben. Bitte jetzt aufschreiben.
finding-record_due = Bitte die Zeit bald aufschreiben. Spätestens: {$until}.
finding-minimum_wage_short = {$month}: Der Lohn ist zu niedrig. Es fehlen {$difference}.
finding-minijob_month_over = {$month}: Der Lohn ist höher als {$limit}. Wichtig ist der Lohn im ganzen Jahr.
finding-minijob_year_over = Im Minijob ist der Lohn im Jahr zu hoch. Erlaubt sind {$limit}.

severity-info = Hinweis
severity-warning = Achtung
severity-serious = Das ist nicht erlaubt
law-no-findings = Alles in Ordnung.
law-check-heading = {$month}
law-interval = Von {$from} bis {$to}
