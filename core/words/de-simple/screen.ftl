# Was auf den Bildschirmen der Apps außerdem fest steht, in Leichter Sprache.

app-label-to-hint = Endet die Schicht in der Nacht? Dann gilt der nächste Tag.
app-label-late-intro = Sie haben eine Schicht nicht gestempelt? Dann schreiben Sie sie hier auf.
app-label-retract-intro = Der Eintrag zählt dann nicht mehr. Man kann ihn noch lesen. Bitte schreiben Sie einen Grund auf.
app-label-everything-intro = In den Dateien steht alles, was dieses Telefon über Sie weiß.
app-label-save-files = Dateien speichern
