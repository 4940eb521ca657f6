# Prüfung einer Nachweisdatei.

verify-proven = In Ordnung: kein Befund.
verify-not-proven = Nicht in Ordnung: {$count ->
    [one] ein Befund
   *[other] {$count} Befunde
}.
verify-counts = Geprüft: {$entries} Einträge, davon {$batches} Buchungen ({$office} vom Büro für eine Person), {$bodies} Inhalte, Prüfpunkte: {$checkpoints}, Abrechnungen: {$statements}; zurückgehalten: {$held}, nachträglich zugelassen: {$released}, gelöscht: {$purged}.
verify-proves = Was das zeigt: Diese Einträge sind von diesen Geräten unterschrieben, stehen in dieser Reihenfolge, und bis zum letzten Prüfpunkt fehlt keiner und ist keiner geändert. Die Rechte galten jeweils so, wie sie bis zu dieser Stelle vergeben waren. Was das nicht zeigt: ob die Uhr eines Geräts richtig ging, ob jemand gearbeitet hat, und ob es nach dem letzten Prüfpunkt weitere Einträge gibt.
verify-at = {$what} (Eintrag {$position})
verify-more = Dazu {$count} weitere Befunde.

verify-unreadable-not-evidence = Das ist keine Nachweisdatei.
verify-unreadable-newer = Diese Nachweisdatei stammt von einer neueren Version; dieses Programm kann sie nicht prüfen.
verify-unreadable-file = Die Datei lässt sich nicht lesen.

verify-damaged = Die Datei ist hier beschädigt oder abgeschnitten; weiter wurde nicht gelesen.
verify-no-seal = Das Siegel am Ende fehlt: Die Datei ist nicht vollständig.
verify-bad-seal = Das Siegel passt nicht: Die Datei ist nicht mehr so, wie das Büro sie erstellt hat.
verify-after-seal = Hinter dem Siegel steht noch etwas.
verify-order = Ein Eintrag steht nicht an seiner Stelle oder fehlt davor.
verify-time-back = Die Eingangszeit liegt vor der des Eintrags davor.
verify-duplicate = Der Eintrag steht doppelt in der Datei.
verify-wrong-team = Der Eintrag gehört zu einem anderen Team.
verify-record-refused = Diese Anordnung durfte hier nicht stehen.
verify-unknown-device = Das Gerät wurde nie aufgenommen.
verify-bad-signature = Die Unterschrift des Geräts passt nicht.
verify-gap = Davor fehlt eine Buchung desselben Geräts.
verify-body-hash = Der Inhalt ist nicht der, der unterschrieben wurde.
verify-body-missing = Der Inhalt fehlt, ohne dass eine Löschung eingetragen ist.
verify-body-unexpected = Der Inhalt dürfte nicht in dieser Datei stehen.
verify-not-held = Die Buchung hätte zurückgehalten werden müssen.
verify-held-without-cause = Die Buchung wurde aus einem Grund zurückgehalten, der nicht zutrifft.
verify-verdict = Eine Entscheidung steht, wo keine stehen kann.
verify-purge = Eine Löschung nennt etwas, das nicht da war.
verify-seen = Ein Gesehen-Vermerk nennt etwas, das nicht da war.
verify-withdrawal = Eine Rücknahme nennt etwas, das nicht in Kraft war oder das keine wiedergefundene Sperre trifft.
verify-newer = Diese Art von Dokument kennt das Programm nicht; bitte mit einer neueren Version prüfen.
verify-checkpoint-missing = Am Ende fehlt ein Prüfpunkt.
verify-checkpoint = Ein Prüfpunkt gehört nicht an diese Stelle.
verify-checkpoint-signature = Ein Prüfpunkt ist nicht vom Büro unterschrieben.
verify-checkpoint-root = Ein Prüfpunkt passt nicht zu den Einträgen: Einträge fehlen, sind geändert oder vertauscht.
verify-epoch-checkpoint = Der letzte Prüfpunkt vor der Wiederherstellung passt nicht zu den Einträgen.
verify-statement = Eine Abrechnung ist weder freigegeben noch ausgegeben worden.

verify-note-purged = {$document}: {$count ->
    [one] ein Inhalt
   *[other] {$count} Inhalte
} gelöscht nach der Regel „{$rule}“.
verify-note-withheld = {$count ->
    [one] Ein Inhalt ist
   *[other] {$count} Inhalte sind
} in dieser Datei mit Absicht nicht enthalten.
verify-note-gap-after-restore = Nach einer Wiederherstellung fehlen vor Eintrag {$position} Buchungen desselben Geräts.
verify-note-lost-in-restore = Bei der Wiederherstellung nach Abschnitt {$epoch} {$count ->
    [one] war ein Eintrag
   *[other] waren {$count} Einträge
} nicht mehr da; was die Geräte noch hatten, kam wieder.
verify-note-recovered-by-operator = Der Betreiber hat der Arbeitgeber:in einen neuen Zugang gegeben (Eintrag {$position}).
