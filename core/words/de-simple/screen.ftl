# Was fest auf den Seiten der Apps steht, in Leichter Sprache.

screen-late-intro = Sie haben einen Dienst nicht gestempelt? Dann tragen Sie ihn hier ein.
screen-late-until-hint = Endet der Dienst in der Nacht? Dann gilt der nächste Tag.
screen-entry-retract-intro = Der Eintrag zählt dann nicht mehr. Man kann ihn aber noch sehen.
screen-pairing-code-hint = Sie bekommen den Code von der Person, für die Sie arbeiten.
screen-absence-note-hint = Sie müssen nichts schreiben. Schreiben Sie nicht, welche Krankheit Sie haben.
screen-month-missing = Geplant, aber nicht gestempelt
