# Das Telefon auf der Kommandozeile.

phone-paired = Das Gerät ist jetzt mit dem Büro verbunden.
phone-in = Sie haben angefangen: {$at}.
phone-out = Sie haben aufgehört: {$at}.
phone-break = Ihre Pause läuft seit {$at}.
phone-standby = Ihre Bereitschaft läuft seit {$at}.
phone-call-out = Ihr Einsatz läuft seit {$at}.
phone-end = Das ist jetzt zu Ende: {$at}.
phone-saved-here = Das ist auf diesem Gerät gespeichert. Das Büro bekommt es später.
phone-not-running = Sie arbeiten gerade nicht.
phone-running = Sie arbeiten seit {$since}. Das sind {$length} Stunden.
phone-reached-saved = Das ist auf diesem Gerät gespeichert.
phone-reached-office = Das Büro hat es.
phone-reached-approved = Das ist genehmigt.
phone-totals-provisional = Zusammen. Die Zahlen können sich noch ändern.
phone-refused-unreachable = Das Büro ist gerade nicht da. Es geht nichts verloren.
phone-refused-already-clocked-in = Sie haben schon angefangen.
phone-refused-not-clocked-in = Sie haben noch nicht angefangen.
