# Der Monat, in Leichter Sprache.
