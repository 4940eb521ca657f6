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
page-sign-in-no-way = Sie können sich noch nicht anmelden?
    Bitten Sie um einen Link zum Anmelden.
page-sign-in-link-lead = Der Link gilt nur einmal und nur kurze Zeit.
