# Seiten: Abwesenheiten, in Leichter Sprache. Was hier fehlt, steht auf Deutsch da.

absences-nothing-waits = Sie müssen gerade nichts entscheiden.
absences-nobody-away = Alle sind da.
absences-ask-lead = Sind Sie krank? Dann melden Sie das hier.
    Wollen Sie frei haben? Dann fragen Sie hier.
    Sie müssen nicht sagen, welche Krankheit Sie haben.
absences-reason-hint = { $name } kann das lesen.
absences-undo-lead = Danach können Sie neu entscheiden.
