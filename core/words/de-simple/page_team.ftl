# Seiten des Teams in Leichter Sprache.

page-team-title = Ihr Team
page-team-invite = Eine Person einladen
page-team-digits = Die 6 Ziffern vom Telefon
