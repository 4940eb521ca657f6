# Der Dienst-Plan in Leichter Sprache.

plan-open = Noch niemand
plan-draft = Noch nicht gezeigt
plan-published = Gezeigt
plan-published-at = Das Team sieht den Dienst seit {$at}.
plan-cancelled = Fällt aus
plan-breaks = In diesem Dienst muss Pause sein: mindestens {$pause} Stunden.
plan-sum = Geplant sind {$hours} Stunden. Davon sind {$breaks} Stunden Pause.
