# Die Seiten der Monate, in Leichter Sprache.

months-approve-button = Freigeben: {$whom}
