# Abwesenheiten in Leichter Sprache. Was hier fehlt, steht auf Deutsch da.

absence-six-weeks = Der Lohn geht weiter: { $used } von { $of } Tagen sind verbraucht.
    Der letzte Tag mit Lohn ist { $last }.
absence-six-weeks-beyond = Der Lohn geht weiter bis { $last }.
    Danach zahlt die Krankenkasse.
absence-vacation-left = Noch { $days } Urlaub im Jahr { $year }.
