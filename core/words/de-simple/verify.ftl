# Prüfung einer Nachweisdatei.

verify-proven = Alles ist in Ordnung.
verify-not-proven = Etwas stimmt nicht. Zahl der Fehler: {$count}.
verify-proves = Die Prüfung zeigt: Niemand hat die Einträge später geändert. Niemand hat Einträge weggenommen. Die Prüfung zeigt nicht: Ging die Uhr richtig? Hat jemand wirklich gearbeitet? Gibt es neuere Einträge?
verify-unreadable-not-evidence = Das ist die falsche Datei.
verify-unreadable-file = Die Datei kann man nicht lesen.
verify-damaged = Die Datei ist kaputt.
verify-bad-seal = Jemand hat die Datei geändert.
