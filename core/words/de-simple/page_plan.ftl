# Seiten des Dienst-Plans in Leichter Sprache.

page-plan-reader = Hier sehen Sie: Wer arbeitet wann?
page-plan-next-none = Der Plan ist fertig. Alle können ihn sehen.
page-plan-nothing = Hier ist nichts geplant.
page-plan-new = Einen Dienst planen
page-plan-from = Der Dienst fängt an um
page-plan-to = Der Dienst hört auf um
page-plan-who = Wer arbeitet?
