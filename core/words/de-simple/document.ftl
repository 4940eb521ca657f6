# Dokumente in Leichter Sprache: was oben steht.

sheet-provisional = Achtung: Dieser Monat ist noch nicht fertig. Die Zahlen können sich noch ändern.
sheet-approved = Dieser Monat ist fertig. Die Arbeitgeber:in hat ihn am { $day } bestätigt.
sheet-proof-how = Mit den langen Nummern unten kann man prüfen: Niemand hat die Angaben heimlich geändert.
sheet-pay-intro = So viel Lohn gibt es für die Arbeit. Davon gehen noch Steuern und Versicherungen ab.
