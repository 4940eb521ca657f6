# Lohn und Nachweis in Leichter Sprache: der Hauptweg.

page-payroll-title = Lohn { $month }
page-payroll-state-nothing = Es gibt nichts Neues für das Lohn-Büro.
page-payroll-state-no-office = Sie haben noch kein Lohn-Büro eingetragen.
page-payroll-missing = Das fehlt noch
page-payroll-confirm-title = { $month } an das Lohn-Büro geben?
page-payroll-confirm-lead = Das Büro schreibt die Dateien. Danach können Sie die Dateien laden.
page-payroll-confirm-later = Ändert sich später etwas? Dann geht es mit der nächsten Übergabe hinaus.
page-payroll-made = { $month } ist beim Lohn-Büro.
page-evidence-title = Nachweis
page-evidence-lead = In dieser Datei steht alles, was Ihr Team aufgeschrieben hat. Jeder kann die Datei prüfen.
page-evidence-proves = Das zeigt die Datei
page-evidence-proves-1 = Niemand hat später etwas geändert.
page-evidence-proves-2 = Nichts fehlt.
page-evidence-proves-3 = Das Büro hatte jeden Eintrag zu der Zeit, die dabei steht.
page-evidence-proves-4 = Es steht genau da, was Sie freigegeben haben.
page-evidence-proves-5 = Manches wird nach Jahren gelöscht. Das sieht man in der Datei.
page-evidence-not = Das zeigt die Datei nicht
page-evidence-not-1 = Die Datei zeigt nicht, ob eine Zeit stimmt.
page-evidence-not-2 = Die Datei zeigt nicht, wer das Handy in der Hand hatte.
page-evidence-not-3 = Ohne Netz gilt die Uhr vom Handy.
page-evidence-not-4 = Was nach heute kommt, steht nicht in dieser Datei.
