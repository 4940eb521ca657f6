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
page-error-no-right = Das ist Ihnen in diesem Team nicht erlaubt. Wer es darf, legt die Arbeitgeber:in fest.
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
page-sign-in-link-title = Mit diesem Link anmelden
page-sign-in-link-lead = Der Link gilt einmal und nur kurze Zeit.
page-sign-in-link-go = Jetzt anmelden
page-sign-in-link-over = Dieser Anmeldelink gilt nicht mehr.
page-sign-in-link-over-next = Er wurde schon benutzt, oder seine Zeit ist um. Lassen Sie sich einen neuen geben.
page-signed-out = Sie sind abgemeldet.

page-today-title = Heute, {$day}


page-settings-you = Über Sie
page-settings-called = So werden Sie genannt
page-settings-called-hint = Der Name steht auf den Seiten und im Dienstplan.
page-settings-called-save = Namen speichern
page-settings-called-saved = Ihr Name ist gespeichert.
page-settings-called-empty = Schreiben Sie, wie Sie genannt werden.
page-settings-called-long = Kürzen Sie den Namen auf höchstens 80 Buchstaben.

page-moment = {$at}
page-offline-now = Kein Netz. Sie sehen eine gespeicherte Seite; sie kann veraltet sein. Absenden geht erst wieder mit Netz.

page-kept-title = Ihre Angaben sind noch da
page-kept-lead = Sie haben gezeigt, dass Sie es sind. Was Sie eingegeben hatten, ist nicht verloren und noch nicht abgeschickt.
page-kept-send = Eingaben jetzt absenden
page-kept-signed-out = Sie waren nicht mehr angemeldet. Ihre Eingaben sind nicht verloren: Melden Sie sich an, dann können Sie sie absenden.

page-step-up-title = Bitte zeigen Sie noch einmal, dass Sie es sind
page-step-up-lead = Das ist ein wichtiger Schritt, zum Beispiel eine Freigabe oder ein neues Telefon. Deshalb fragen wir nach. Danach geht es genau hier weiter, und nichts geht verloren.
page-step-up-no-way = Das ist ein wichtiger Schritt. Sie haben noch keinen Passkey und kein Kennwort, mit dem Sie sich zeigen können. Lassen Sie sich einen neuen Anmeldelink geben und richten Sie dann unter „Zugang“ einen Passkey oder ein Kennwort ein.
page-step-up-no-way-employer = Einen Anmeldelink gibt Ihnen Ihre Vertrauensperson, eine andere Arbeitgeber:in, oder auf dem Rechner des Büros der Befehl „assistenzzeit sign-in --data …“.
page-step-up-leave = Nicht jetzt, zu „Heute“

page-way-passkey = Mit Passkey
page-way-passkey-hint = Mit Fingerabdruck, Gesicht oder PIN Ihres Geräts, oder mit einem Sicherheitsschlüssel. Das Büro erfährt davon nichts als „Sie sind es“.
page-way-passkey-go = Mit Passkey bestätigen
page-way-passkey-script = Passkeys brauchen JavaScript. Ohne geht es mit Kennwort und Einmalcode.
page-way-passkey-failed = Das hat mit dem Passkey nicht geklappt. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg.
page-way-password = Mit Kennwort und Einmalcode
page-way-name = Anmeldename
page-way-password-field = Kennwort
page-way-code = Einmalcode
page-way-code-hint = Sechs Ziffern aus Ihrer Code-App
page-way-password-go = Mit Kennwort bestätigen
page-way-password-wrong = Anmeldename, Kennwort oder Einmalcode stimmen nicht. Ein Einmalcode gilt nur einmal; warten Sie auf den nächsten.
page-way-again-wrong = Kennwort oder Einmalcode stimmen nicht. Ein Einmalcode gilt nur einmal; warten Sie auf den nächsten.
page-way-recovery = Mit Wiederherstellungscode
page-way-recovery-field = Wiederherstellungscode
page-way-recovery-hint = Sechzehn Zeichen, zum Beispiel ABCD-EFGH-JKMN-PQRS. Jeder Code gilt einmal.
page-way-recovery-go = Mit Wiederherstellungscode bestätigen
page-way-recovery-wrong = Dieser Wiederherstellungscode gilt nicht. Prüfen Sie jedes Zeichen; vielleicht wurde er schon benutzt.
page-sign-in-lost = Nichts davon habe ich mehr
page-sign-in-lost-next = Bitten Sie die Arbeitgeber:in um einen neuen Anmeldelink.
    Als Arbeitgeber:in hilft Ihnen Ihre Vertrauensperson, oder die Person, die das Büro betreibt, mit „assistenzzeit sign-in“.
page-sign-in-new = Ich habe noch keinen Zugang
page-sign-in-new-next = Die Arbeitgeber:in gibt Ihnen einen Anmeldelink. Damit richten Sie Ihren Zugang ein.

page-settings-access = Zugang
page-settings-access-lead = Passkeys, Kennwort, Wiederherstellungscodes und wo Sie gerade angemeldet sind.
page-settings-access-go = Zugang ansehen und ändern
page-settings-look-lead = Deutsch, Leichte Sprache oder Englisch; hell, dunkel oder starker Kontrast; große Schrift.
page-settings-help = Jemandem wieder hereinhelfen
page-settings-help-lead = Wer seinen Zugang verloren hat, kommt mit einem Anmeldelink von Ihnen wieder herein.
page-settings-look-go = Sprache und Darstellung ändern

page-access-title = Zugang
page-access-none = Ihr Zugang ist noch nicht eingerichtet
page-access-none-next = Der Anmeldelink ist verbraucht. Richten Sie jetzt einen Passkey oder ein Kennwort ein, damit Sie wieder hereinkommen.
page-access-act = Ändern
page-access-never = noch nie
page-access-passkeys = Passkeys
page-access-passkeys-lead = Ein Passkey ist der sicherste und einfachste Weg: Ihr Gerät bestätigt, dass Sie es sind. Richten Sie am besten zwei ein, auf verschiedenen Geräten.
page-access-passkeys-caption = Ihre Passkeys
page-access-passkeys-impossible = Unter dieser Adresse des Büros gibt es keine Passkeys: Sie gehören zu einem Namen, und diese Adresse ist eine Nummer.
page-access-passkey-name = Name
page-access-passkey-made = Eingerichtet
page-access-passkey-used = Zuletzt benutzt
page-access-passkey-label = Name für den neuen Passkey
page-access-passkey-label-hint = Zum Beispiel „Mein Telefon“
page-access-passkey-label-wrong = Geben Sie dem Passkey einen Namen mit höchstens 60 Buchstaben.
page-access-passkey-new = Passkey einrichten
page-access-passkey-added = Der Passkey „{$name}“ ist eingerichtet.
page-access-passkey-failed = Der Passkey wurde nicht eingerichtet. Vielleicht wurde abgebrochen, oder dieses Gerät hat schon einen.
page-access-passkey-remove = Passkey „{$name}“ entfernen
page-access-passkey-removed = Der Passkey ist entfernt. Löschen Sie ihn auch auf Ihrem Gerät.
page-access-password = Kennwort mit Einmalcode
page-access-password-title = Kennwort mit Einmalcode einrichten
page-access-password-is = Eingerichtet für den Anmeldenamen {$name}.
page-access-password-none = Nicht eingerichtet.
page-access-password-set = Kennwort und Einmalcode neu einrichten
page-access-password-remove = Kennwort und Einmalcode entfernen
page-access-codes = Wiederherstellungscodes
page-access-codes-left = {$count ->
    [0] Sie haben keinen Wiederherstellungscode.
    [one] Sie haben noch einen Wiederherstellungscode.
   *[other] Sie haben noch {$count} Wiederherstellungscodes.
} Damit kommen Sie herein, wenn Telefon oder Schlüssel weg sind.
page-access-codes-new = Acht neue Wiederherstellungscodes machen
page-access-codes-once = Diese Codes sehen Sie nur jetzt. Die alten gelten nicht mehr.
page-access-codes-how = Drucken Sie sie aus oder schreiben Sie sie auf, und legen Sie sie weg vom Telefon ab. Jeder gilt einmal.
page-access-codes-kept = Ich habe die Codes aufbewahrt
page-access-sessions = Wo Sie angemeldet sind
page-access-sessions-caption = Offene Anmeldungen
page-access-sessions-end-others = Alle anderen Anmeldungen beenden
page-access-sessions-ended = {$count ->
    [0] Es gab keine andere Anmeldung.
    [one] Eine andere Anmeldung ist beendet.
   *[other] {$count} andere Anmeldungen sind beendet.
}
page-access-session-browser = Browser
page-access-session-program = Programm oder unbekannter Browser
page-access-session-since = Seit
page-access-session-how = Womit
page-access-session-this = Dieser Browser
page-access-session-end = Anmeldung beenden: {$browser}, seit {$since}
page-access-session-ended = Die Anmeldung ist beendet.
page-access-how-passkey = Passkey
page-access-how-password = Kennwort und Einmalcode
page-access-how-command-line = Befehlszeile
page-access-how-link = Anmeldelink
page-access-how-recovery = Wiederherstellungscode

page-password-lead = Sie brauchen ein Kennwort und eine App, die Einmalcodes macht. Nichts davon gilt, bevor Sie unten gespeichert haben.
page-password-name-hint = Drei bis sechzig Zeichen, nur für diese Anmeldung
page-password-name-wrong = Wählen Sie einen Anmeldenamen mit drei bis sechzig Zeichen.
page-password-name-taken = Diesen Anmeldenamen hat schon jemand. Wählen Sie einen anderen.
page-password-new = Neues Kennwort
page-password-new-hint = Mindestens zwölf Zeichen. Gut sind vier Wörter, die nicht zusammengehören. Einfügen ist erlaubt.
page-password-short = Das Kennwort ist zu kurz. Nehmen Sie mindestens {$least} Zeichen.
page-password-bad = Das Kennwort ist zu lang oder enthält den Anmeldenamen. Wählen Sie ein anderes.
page-password-app = Code-App verbinden
page-password-app-lead = Lesen Sie den QR-Code mit der App, oder tippen Sie den Schlüssel ab. Auf diesem Gerät geht auch der Link.
page-password-qr = QR-Code mit dem Schlüssel, der darunter als Text steht
page-password-secret = Schlüssel:
page-password-open-app = In der Code-App auf diesem Gerät öffnen
page-password-code-hint = Die sechs Ziffern, die die App jetzt zeigt
page-password-code-wrong = Der Einmalcode stimmt nicht. Geben Sie die sechs Ziffern ein, die die App jetzt zeigt.
page-password-save = Kennwort und Einmalcode speichern
page-password-saved = Kennwort und Einmalcode sind eingerichtet.
page-password-removed = Kennwort und Einmalcode sind entfernt.
page-password-which-app = Welche App?
page-password-which-app-text = Jede App für Einmalcodes nach RFC 6238 (TOTP), zum Beispiel Aegis, 2FAS oder die Kennwort-App Ihres Telefons. Es geht auch ohne Telefon mit einem Programm am Rechner.

page-help-title = Anmeldelink für {$name}
page-help-lead = {$name} kommt damit einmal herein und richtet dann einen eigenen Zugang ein. Geben Sie den Link nur an {$name} selbst, am besten persönlich.
page-help-shown = Alle im Team sehen unter „Heute“, wer wem einen Anmeldelink gegeben hat.
page-help-give = Anmeldelink für {$name} machen
page-help-given = Das ist der Anmeldelink für {$name}. Er gilt einmal, fünfzehn Minuten.
page-help-qr = QR-Code mit dem Anmeldelink für {$name}
page-help-once = Den Link sehen Sie nur jetzt.
page-help-note = {$at}: {$helper} hat {$person} einen Anmeldelink gegeben.

page-look-lead = Das gilt für diesen Browser, auch wenn Sie abgemeldet sind.
page-look-language = Sprache
page-look-colours = Farben
page-look-colours-system = Wie das Gerät eingestellt ist
page-look-colours-light = Hell
page-look-colours-dark = Dunkel
page-look-colours-contrast = Starker Kontrast
page-look-large = Große Schrift
page-look-still = Nichts bewegt sich
page-look-save = Sprache und Darstellung speichern

page-offline-title = Kein Netz
page-offline-lead = Das Büro ist gerade nicht zu erreichen. Diese Seite wurde in diesem Browser noch nicht besucht. Was Sie in ein Formular getippt haben, bleibt in diesem Fenster stehen.
page-offline-visited = Diese Seiten können Sie lesen
page-offline-none = In diesem Browser ist keine Seite gespeichert.

page-a11y-title = Erklärung zur Barrierefreiheit
page-a11y-lead = Diese Seiten sollen alle benutzen können: mit Tastatur, einem Taster, Augensteuerung, Sprachsteuerung, Vorlese-Programm, in großer Schrift und ohne JavaScript. Maßstab sind die WCAG 2.2, Stufe AA, und die EN 301 549.
page-a11y-tested-title = Was geprüft wird
page-a11y-tested = Programme prüfen bei jedem Testlauf in einem echten Browser (Chromium) die Seiten aller Bereiche: mit axe gegen WCAG 2.2 AA, hell, dunkel, in erzwungenen Farben, mit großer Schrift und starkem Kontrast, 320 Bildpunkte breit und mit 400 % Vergrößerung; dazu die Reihenfolge der Tabulatortaste und was ein Vorlese-Programm bekommt. Einen ganzen Monat, vom Anmelden bis zur Lohndatei, gehen sie nur mit der Tastatur durch und einmal ohne JavaScript. Zuletzt liefen diese Prüfungen am 26. November 2026.
page-a11y-not-tested-title = Was nicht geprüft ist
page-a11y-not-tested = Solche Programme finden nur einen Teil der Hürden. Menschen mit NVDA, JAWS, VoiceOver, TalkBack, Dragon, Talon, Augensteuerung oder Taster haben diese Seiten noch nicht geprüft. Eine Prüfung durch eine unabhängige Stelle gibt es nicht. Wir nennen die Seiten deshalb nicht „vollständig barrierefrei“.
page-a11y-known-title = Bekannte Hürden
page-a11y-known = Passkeys gehen nur mit JavaScript; ohne gibt es Kennwort und Einmalcode.
    Leichte Sprache gibt es für die wichtigsten Sätze, nicht für alle. Wo sie fehlt, steht Alltagssprache.
    Deutsche Gebärdensprache gibt es nicht.
    Felder für ein Datum sind die des Browsers und richten sich nach dessen Sprache.
page-a11y-help-title = Hürde gefunden?
page-a11y-help = Sagen Sie es der Person, die dieses Büro betreibt. Sie kann es an die Entwickler:innen weitergeben.

today-next = Als Nächstes: {$what}
today-next-nothing = Heute gibt es nichts zu tun.
today-on-shift = {$name} arbeitet seit {$since}.
today-devices = {$count ->
    [one] Ein Telefon wartet
   *[other] {$count} Telefone warten
} darauf, dass Sie die Ziffern vergleichen.
today-held = {$count ->
    [one] Eine Buchung wartet
   *[other] {$count} Buchungen warten
} auf Ihre Entscheidung: behalten oder ablehnen.
today-open-one = {$month} von {$name} freigeben.
today-open-many = {$month} von {$count} Personen freigeben.
today-changed-one = {$month} von {$name} hat sich nach der Freigabe geändert. Die Änderung freigeben.
today-changed-many = {$month} hat sich bei {$count} Personen nach der Freigabe geändert. Die Änderungen freigeben.
today-questions = {$count ->
    [one] Eine Rückfrage des Lohnbüros zu {$month} beantworten
   *[other] {$count} Rückfragen des Lohnbüros zu {$month} beantworten
}.
today-export = {$month} ans Lohnbüro geben: {$count ->
    [one] ein Monat ist
   *[other] {$count} Monate sind
} freigegeben.
today-heard = Telefon von {$name}: zuletzt am {$when}.
today-never-heard = Telefon von {$name}: noch nie beim Büro.
today-weekday-1 = Montag
today-weekday-2 = Dienstag
today-weekday-3 = Mittwoch
today-weekday-4 = Donnerstag
today-weekday-5 = Freitag
today-weekday-6 = Samstag
today-weekday-7 = Sonntag
today-statement = Beitragsnachweis senden bis {$day}
today-contributions = Beiträge müssen da sein am {$day}
today-cut-off = Abgabetag beim Lohnbüro für {$month}: {$day}
today-pay-day = Zahltag: {$day}
today-pay-day-before = Zahltag: {$day}. Da arbeiten die Banken nicht; letzter Bankarbeitstag davor: {$before}
today-days-left = {$days ->
    [0] heute
    [one] morgen
   *[other] noch {$days} Tage
}
today-title-on-shift = Wer gerade arbeitet
today-nobody = Gerade arbeitet niemand.
today-own-shift = Ihre Schicht läuft seit {$since}.
today-title-waiting = Was auf Sie wartet
today-title-silent = Was noch nicht angekommen ist
today-all-heard = Alle Telefone haben sich in den letzten Tagen gemeldet.
today-no-phones = Noch ist kein Telefon verbunden.
today-title-dates = Termine
today-dates-note = § 23 Abs. 1, § 28f Abs. 3 SGB IV. Gezählt mit den Feiertagen am Arbeitsort; maßgeblich ist der Sitz der Einzugsstelle.
today-title-help = Wer wem hereingeholfen hat
today-go-next = Jetzt erledigen
today-way-in = Zugang einrichten
today-own-month = Meinen Monat ansehen: {$month}
today-own-answer = {$count ->
    [one] Auf einen Vorschlag für {$month} antworten.
   *[other] Auf {$count} Vorschläge für {$month} antworten.
}
today-own-settle = {$count ->
    [one] Eine Schicht im {$month} klären.
   *[other] {$count} Schichten im {$month} klären.
}
today-own-declare = {$month} als vollständig melden.
page-signing-failed = Der Passkey hat nicht unterschrieben. Wenn Sie noch einmal absenden, unterschreibt das Büro für Sie; so steht es dann im Nachweis.
page-refused-not_proven = Der Passkey hat nicht gepasst. Es wurde nichts geändert.
page-refused-not_proven-next = Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
first-title = Ihr Team einrichten
first-name = Schreiben Sie, wie Sie heißen.
first-team = Legen Sie das Bundesland und die Termine des Teams fest.
first-invite = Laden Sie Ihre erste Assistent:in ein.
first-contract = Tragen Sie den Vertrag von {$name} ein.
