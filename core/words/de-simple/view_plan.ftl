# Der Dienst-Plan in Leichter Sprache.

plan-open = Noch niemand
plan-draft = Noch nicht gezeigt
plan-published = Gezeigt
plan-published-at = Das Team sieht den Dienst seit {$at}.
plan-cancelled = Fällt aus
plan-unclear = Es stehen 2 verschiedene Zeiten da
plan-duty-unclear = {$who}: Die Zeit ist nicht klar
plan-wish-preferred = {$who} will gern arbeiten: {$times}
plan-wish-available = {$who} kann arbeiten: {$times}
plan-wish-unavailable = {$who} kann nicht arbeiten: {$times}
plan-breaks = In diesem Dienst muss Pause sein: mindestens {$pause} Stunden.
plan-sum = Geplant sind {$hours} Stunden. Davon sind {$breaks} Stunden Pause.
plan-sum-nothing = Es ist noch kein Dienst geplant.
plan-agreed-more = Im Vertrag stehen {$weekly} Stunden in der Woche. Das sind ungefähr {$monthly} Stunden im Monat. Geplant sind {$by} Stunden mehr.
plan-agreed-less = Im Vertrag stehen {$weekly} Stunden in der Woche. Das sind ungefähr {$monthly} Stunden im Monat. Geplant sind {$by} Stunden weniger.
plan-agreed-same = Im Vertrag stehen {$weekly} Stunden in der Woche. Das sind ungefähr {$monthly} Stunden im Monat. Genau so ist es geplant.
plan-agreed-none = Im Vertrag stehen keine Stunden für die Woche.
plan-no-contract = Es gibt noch keinen Vertrag.
plan-gross = Arbeitet die Person genau so? Dann ist der Lohn {$gross}. Davon gehen noch Steuern ab.
plan-week-more = {$by} Stunden mehr als im Vertrag
plan-week-less = {$by} Stunden weniger als im Vertrag
plan-week-same = wie im Vertrag
