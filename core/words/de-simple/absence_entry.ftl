# Eine Abwesenheit in Leichter Sprache. Was hier fehlt, steht auf Deutsch da.

absence-state-requested = noch keine Antwort
absence-state-granted = Ja, genehmigt
absence-state-declined = Nein, abgelehnt
absence-state-reported = gemeldet
absence-state-withdrawal_asked = soll nicht mehr gelten
absence-state-withdrawn = gilt nicht mehr
absence-state-taken_back = gilt nicht mehr
absence-state-unsettled = nicht klar
absence-certificate-not-needed = Eine Krankschreibung ist noch nicht nötig.
absence-certificate-missing = Die Krankschreibung fehlt noch. Sie ist ab { $day } nötig.
absence-certificate-expected = Am { $day } war der Besuch in der Arzt-Praxis. Die Krankschreibung wird noch geholt.
absence-certificate-electronic = Die Krankschreibung ist da. Sie kam am { $day } von der Krankenkasse.
absence-certificate-paper = Die Krankschreibung ist da. Sie lag am { $day } auf Papier vor.
absence-maternity-due = Das Kind soll am { $day } kommen.
absence-maternity-birth = Das Kind kam am { $day }.
absence-maternity-leave = In dieser Zeit müssen Sie nicht arbeiten.
    Geld kommt von der Krankenkasse und von der Arbeitgeberin oder dem Arbeitgeber.
absence-maternity-ban = Sie dürfen nicht arbeiten. Der Lohn geht weiter.
