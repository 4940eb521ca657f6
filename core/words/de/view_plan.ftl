# Der Dienstplan eines Monats, Tag für Tag.

plan-month = {$month}
plan-open = Noch offen
plan-nameless = Assistent:in {$id}
plan-duty = {$who}, {$day}, {$times}
plan-duty-unclear = {$who}, Zeiten unklar
plan-unclear = Beginn oder Ende hat zwei verschiedene Angaben
plan-draft = Entwurf
plan-published = veröffentlicht
plan-published-at = Veröffentlicht {$at}.
plan-absence = {$who}: {$kind} ({$state})
plan-wish-preferred = {$who} möchte arbeiten: {$times}
plan-wish-available = {$who} kann arbeiten: {$times}
plan-wish-unavailable = {$who} kann nicht: {$times}
plan-cancelled = abgesagt
plan-hours = {$hours} h
plan-breaks = Mindestens {$pause} h Pause einplanen, spätestens nach 6:00 h Arbeit.
plan-sum = {$hours} h Dienst geplant, darin {$breaks} h vorgeschriebene Pausen.
plan-agreed-more = Vereinbart sind {$weekly} h je Woche, das sind {$monthly} h im Monat: {$by} h mehr geplant.
plan-agreed-less = Vereinbart sind {$weekly} h je Woche, das sind {$monthly} h im Monat: {$by} h weniger geplant.
plan-agreed-same = Vereinbart sind {$weekly} h je Woche, das sind {$monthly} h im Monat: genau so geplant.
plan-agreed-none = Der Vertrag nennt keine Wochenstunden.
plan-no-contract = Es gibt noch keinen Vertrag. Geprüft sind nur Ruhezeit, Höchstarbeitszeit und Pausen.
plan-gross = Wird genau so gearbeitet, sind das {$gross} brutto.
plan-week-more = {$by} h mehr als vereinbart
plan-week-less = {$by} h weniger als vereinbart
plan-week-same = wie vereinbart
