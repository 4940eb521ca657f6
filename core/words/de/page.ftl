# Die Seiten des Büros im Netz: Rahmen, Anmelden, Heute, Einstellungen.

page-product = Assistenzzeit
page-skip = Zum Inhalt springen
page-navigation = Hauptmenü
page-signed-in-as = Angemeldet als {$name}
page-sign-out = Abmelden
page-nameless = Person ohne Namen
page-role-employer = Arbeitgeber:in
page-role-deputy = Vertretung
page-role-payroll_office = Lohnbüro
page-role-assistant = Assistent:in
page-role-coach = Jobcoach
page-section-today = Heute
page-section-plan = Dienstplan
page-section-months = Monate
page-section-absences = Abwesenheiten
page-section-team = Team
page-section-payroll = Lohn
page-section-evidence = Nachweis
page-section-settings = Einstellungen
page-footer = Fußzeile
page-accessibility = Barrierefreiheit
page-appearance = Sprache und Darstellung
page-required-note = Wo „freiwillig“ dabeisteht, können Sie leer lassen.
page-optional = freiwillig
page-problems = Bitte prüfen Sie Ihre Angaben
page-error-prefix = Fehler: {$title}
page-table-scroll = {$caption}, seitlich verschiebbar
page-back = Zurück
page-cancel = Abbrechen

page-error-title = Das hat nicht geklappt
page-error-next = Was Sie tun können
page-error-fault = Im Büro ist etwas schiefgegangen. Es wurde nichts geändert.
page-error-fault-next = Versuchen Sie es in ein paar Minuten noch einmal. Bleibt es dabei, wenden Sie sich an die Person, die das Büro betreibt.
page-error-busy = Das Büro ist gerade überlastet oder wird beendet. Es wurde nichts geändert.
page-error-busy-next = Warten Sie einen Moment und versuchen Sie es noch einmal.
page-error-not-found = Diese Seite gibt es nicht.
page-error-not-found-next = Vielleicht ist die Adresse vertippt. Über das Menü oder „Heute“ kommen Sie weiter.
page-error-no-right = Dafür haben Sie kein Recht.
page-error-no-right-next = Wenn Sie das können sollen, bitten Sie die Arbeitgeber:in, es Ihnen zu erlauben.
page-error-too-many = Zu viele Versuche. Bitte warten Sie {$seconds ->
    [one] eine Sekunde
   *[other] {$seconds} Sekunden
}.
page-error-too-many-next = Danach geht es weiter. Es ist nichts verloren.
page-error-refused = Das Büro hat das nicht angenommen.
page-error-refused-next = Gehen Sie zurück, prüfen Sie Ihre Angaben und versuchen Sie es noch einmal.
page-error-form = Dieses Formular konnte nicht geprüft werden. Es wurde nichts geändert.
page-error-form-next = Laden Sie die Seite neu und senden Sie das Formular noch einmal ab.
page-error-to-today = Zu „Heute“

page-sign-in-title = Anmelden
page-sign-in-lead = Dies ist das Büro Ihres Teams: Dienstplan, Stunden und Lohn.
page-sign-in-no-way = Sie haben noch keinen Zugang? Bitten Sie die Arbeitgeber:in oder die Person, die das Büro betreibt, um einen Anmeldelink.
page-sign-in-link-title = Mit diesem Link anmelden
page-sign-in-link-lead = Der Link gilt einmal und nur kurze Zeit.
page-sign-in-link-go = Jetzt anmelden
page-sign-in-link-over = Dieser Anmeldelink gilt nicht mehr.
page-sign-in-link-over-next = Er wurde schon benutzt, oder seine Zeit ist um. Lassen Sie sich einen neuen geben.
page-signed-out = Sie sind abgemeldet.
page-signed-in = Sie sind angemeldet.

page-today-title = Heute, {$day}
page-today-signed-in = Über das Menü kommen Sie zu Dienstplan, Monaten und Team.

page-error-sign-in = Bitte melden Sie sich an. Es wurde nichts geändert.
page-error-sign-in-next = Melden Sie sich in einem zweiten Fenster an. Gehen Sie dann hier zurück und senden Sie das Formular noch einmal ab.

page-settings-you = Über Sie
page-settings-called = So werden Sie genannt
page-settings-called-hint = Der Name steht auf den Seiten und im Dienstplan.
page-settings-called-save = Namen speichern
page-settings-called-saved = Ihr Name ist gespeichert.
page-settings-called-empty = Schreiben Sie, wie Sie genannt werden.
page-settings-called-long = Kürzen Sie den Namen auf höchstens 80 Buchstaben.
