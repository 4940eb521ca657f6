# Die Apps auf dem Telefon, in Leichter Sprache.

app-act-clock-in = Ich fange an
app-act-clock-out = Ich höre auf
app-no-shift = Sie arbeiten gerade nicht.
app-shift-runs = Sie arbeiten {$since}.
app-step-saved = Das ist auf dem Telefon gespeichert.
app-step-office = Das Büro hat es.
app-step-seen = Die Arbeitgeber:in hat es gesehen.
app-step-approved = Das ist genehmigt.
app-step-payroll = Das Lohnbüro hat es.
app-forgotten = Sie haben angefangen: {$since}. Wann haben Sie aufgehört?
app-fault = Das hat nicht geklappt. Es ist nichts verloren.
app-refused-unreachable = Das Büro ist gerade nicht da. Es geht nichts verloren.
