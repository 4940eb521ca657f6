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
page-error-no-right = Das dürfen Sie nicht.
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
today-pay-day = An diesem Tag kommt Ihr Lohn: {$day}
today-pay-day-before = Ihr Lohn soll am {$day} da sein. An dem Tag arbeiten die Banken nicht. Darum kommt der Lohn oft schon am {$before}.
