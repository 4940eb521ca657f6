# Der Verlauf eines Eintrags in Leichter Sprache. Was hier fehlt, steht auf Deutsch da.

