# Die Seiten des Büros im Netz, in Leichter Sprache.

page-skip = Zum Text springen
page-navigation = Menü
page-section-plan = Arbeits-Plan
page-section-evidence = Beweis
page-section-settings = Einstellungen
page-appearance = Sprache und Aussehen
page-problems = Bitte prüfen Sie, was Sie geschrieben haben.
page-error-title = Das hat nicht geklappt.
page-error-next = Das können Sie tun:
page-error-fault = Im Büro gibt es einen Fehler. Es wurde nichts geändert.
page-error-fault-next = Versuchen Sie es später noch einmal.
    Klappt es dann auch nicht?
    Dann sprechen Sie mit der Person, die das Büro betreibt.
page-error-no-right = Das darf hier jemand anderes. Ihre Arbeitgeberin oder Ihr Arbeitgeber sagt: Wer darf es?
page-error-no-right-next = Sie möchten das dürfen?
    Dann sprechen Sie mit Ihrer Arbeitgeberin oder Ihrem Arbeitgeber.
page-error-not-found = Diese Seite gibt es nicht.
page-error-not-found-next = Gehen Sie zu „Heute“.
page-sign-in-lead = Das ist das Büro von Ihrem Team.
    Hier sehen Sie den Plan, die Stunden und den Lohn.
page-sign-in-link-lead = Der Link gilt nur einmal und nur kurze Zeit.

page-kept-title = Was Sie geschrieben haben, ist noch da.
page-kept-lead = Sie haben gezeigt: Sie sind es wirklich.
    Was Sie geschrieben haben, ist noch nicht abgeschickt.
page-kept-send = Jetzt abschicken
page-step-up-title = Bitte zeigen Sie noch einmal: Sie sind es.
page-step-up-lead = Das ist ein wichtiger Schritt.
    Deshalb fragen wir noch einmal.
    Danach geht es hier weiter. Nichts geht verloren.
page-way-passkey-hint = Zum Beispiel mit dem Finger-Abdruck auf Ihrem Telefon.
page-way-code-hint = Die 6 Zahlen aus Ihrer App
page-way-password-wrong = Das stimmt nicht. Prüfen Sie Namen, Kennwort und Code.
    Jeder Code gilt nur einmal. Warten Sie auf den nächsten.
page-sign-in-lost = Ich habe das alles nicht mehr.
page-sign-in-lost-next = Bitten Sie um einen neuen Link zum Anmelden.
page-sign-in-new = Ich war noch nie hier.
page-sign-in-new-next = Sie bekommen einen Link zum Anmelden.
    Den Link gibt Ihnen Ihre Arbeitgeberin oder Ihr Arbeitgeber.
page-look-lead = Das gilt nur auf diesem Gerät.
page-look-large = Große Buchstaben
page-offline-title = Kein Internet
page-offline-lead = Es gibt gerade kein Internet.
    Darum können wir diese Seite nicht zeigen.

page-sign-out = Abmelden
page-section-months = Stunden
page-section-absences = Frei und krank
page-section-team = Ihr Team
page-required-note = Steht „freiwillig“ dabei? Dann können Sie das Feld leer lassen.
page-cancel = Nicht machen
page-offline-now = Es gibt gerade kein Internet.
    Sie sehen eine gespeicherte Seite. Sie kann alt sein.
    Abschicken geht erst mit Internet.
page-error-busy = Das Büro hat gerade zu viel zu tun. Es wurde nichts geändert.
page-error-busy-next = Warten Sie kurz. Dann versuchen Sie es noch einmal.
page-error-too-many = Das waren zu viele Versuche. Bitte warten Sie {$seconds ->
    [one] 1 Sekunde
   *[other] {$seconds} Sekunden
}.
page-error-too-many-next = Danach geht es weiter. Nichts ist verloren.
page-error-refused = Das Büro hat das nicht angenommen.
page-error-refused-next = Gehen Sie zurück. Prüfen Sie, was Sie geschrieben haben. Dann versuchen Sie es noch einmal.
page-error-form = Wir konnten Ihre Angaben nicht prüfen. Es wurde nichts geändert.
page-error-form-next = Laden Sie die Seite neu. Dann schicken Sie noch einmal ab.

page-sign-in-link-title = Mit dem Link anmelden
page-sign-in-link-go = Jetzt anmelden
page-sign-in-link-over = Dieser Link geht nicht mehr.
page-sign-in-link-over-next = Jemand hat ihn schon benutzt. Oder er ist zu alt.
    Bitten Sie um einen neuen Link.
page-signed-out = Sie sind jetzt abgemeldet.
page-way-passkey = Mit Passkey anmelden
page-way-passkey-go = Mit Passkey bestätigen
page-way-passkey-script = Das geht nur mit JavaScript. Sie können auch das Kennwort nehmen.
page-way-passkey-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal. Oder nehmen Sie das Kennwort.
page-way-password = Mit Kennwort und Code anmelden
page-way-name = Ihr Name zum Anmelden
page-way-code = Code aus der App
page-way-password-go = Mit Kennwort bestätigen
page-way-again-wrong = Das stimmt nicht. Prüfen Sie Kennwort und Code.
    Jeder Code gilt nur einmal. Warten Sie auf den nächsten.
page-way-recovery = Mit einem Code vom Papier
page-way-recovery-field = Code vom Papier
page-way-recovery-hint = Der Code hat 16 Zeichen. Zum Beispiel: ABCD-EFGH-JKMN-PQRS.
    Jeder Code gilt nur einmal.
page-way-recovery-go = Mit dem Code vom Papier bestätigen
page-way-recovery-wrong = Dieser Code gilt nicht. Prüfen Sie jedes Zeichen.
    Vielleicht haben Sie ihn schon benutzt.

today-next = Das ist jetzt dran: {$what}
today-next-nothing = Sie müssen heute nichts tun.
today-go-next = Jetzt machen
today-way-in = Zugang machen
today-title-waiting = Das können Sie tun
today-title-on-shift = Wer arbeitet gerade?
today-nobody = Gerade arbeitet niemand.
today-own-shift = Sie arbeiten gerade. Angefangen: {$since}.
today-on-shift = {$name} arbeitet. Angefangen: {$since}.
today-title-silent = Welches Telefon hat sich nicht gemeldet?
today-all-heard = Alle Telefone haben sich gemeldet.
today-no-phones = Es ist noch kein Telefon verbunden.
today-heard = Telefon von {$name}: Es hat sich am {$when} gemeldet.
today-never-heard = Telefon von {$name}: Es hat sich noch nie gemeldet.
today-devices = {$count ->
    [one] 1 Telefon wartet.
   *[other] {$count} Telefone warten.
} Bitte vergleichen Sie die Zahlen.
today-held = {$count ->
    [one] 1 Eintrag wartet.
   *[other] {$count} Einträge warten.
} Zählt er? Das entscheiden Sie.
today-open-one = Die Stunden im {$month} von {$name} freigeben.
today-open-many = Die Stunden im {$month} von {$count} Personen freigeben.
today-changed-one = {$name}: Im {$month} hat sich etwas geändert. Bitte noch einmal freigeben.
today-changed-many = Bei {$count} Personen hat sich im {$month} etwas geändert. Bitte noch einmal freigeben.
today-export = Den Lohn für {$month} an das Lohn-Büro geben.
today-title-dates = Wichtige Tage
today-statement = Den Beitrags-Nachweis abschicken bis {$day}
today-contributions = Die Beiträge bezahlen bis {$day}
today-own-month = Meine Stunden ansehen: {$month}
today-own-answer = Für {$month} gibt es einen Vorschlag. Bitte antworten Sie.
today-own-settle = Im {$month} ist etwas nicht klar. Bitte sehen Sie nach.
today-own-declare = Sagen Sie: Der {$month} ist fertig aufgeschrieben.
today-pay-day = An diesem Tag kommt Ihr Lohn: {$day}
today-pay-day-before = Ihr Lohn soll am {$day} da sein. An dem Tag arbeiten die Banken nicht. Darum kommt der Lohn oft schon am {$before}.
today-cut-off = Die Stunden vom {$month} müssen beim Lohn-Büro sein bis {$day}
today-questions = {$count ->
    [one] Das Lohn-Büro hat 1 Frage
   *[other] Das Lohn-Büro hat {$count} Fragen
} zu {$month}. Bitte antworten Sie.
first-title = Das müssen Sie zuerst machen
first-name = Schreiben Sie Ihren Namen.
first-team = Wählen Sie das Bundesland für Ihr Team.
first-invite = Laden Sie die erste Person ein.
first-contract = Schreiben Sie den Vertrag von {$name} auf.
today-dates-note = Diese Tage stehen im Gesetz: § 23 Absatz 1 und § 28f Absatz 3 SGB IV.
