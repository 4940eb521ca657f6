# Documents: time sheet, team month, plan, cover sheet.

sheet-day = { $day }
sheet-money = { $amount }
sheet-next-day = { $time } (next day)
sheet-later-day = { $time } ({ $day })
sheet-month-of = { $month }
sheet-sum = Total

sheet-time-title = Time sheet { $month }
sheet-team-title = Month of the team, { $month }
sheet-plan-title = Plan { $month }
sheet-cover-title = Cover sheet for payroll { $month }

sheet-provisional = Provisional: this month is not approved yet. Figures may change.
sheet-approved = Approved on { $day }.
sheet-approved-days = Approved on { $day } for single days: { $days }.
sheet-team-standing = { $count ->
    [0] All months are approved.
    [one] One month is not approved yet and not counted.
   *[other] { $count } months are not approved yet and not counted.
}
sheet-plan-standing = { $count ->
    [0] All planned shifts are published.
    [one] One draft is not published yet and missing here.
   *[other] { $count } drafts are not published yet and missing here.
}

sheet-employer = Employer
sheet-assistant = Assistant
sheet-month = Period
sheet-cost-centre = Cost centre
sheet-account = Balance of the hours account
sheet-payroll-office = Payroll office
sheet-program = Program
sheet-made-on = Made on { $day }
sheet-page = Page { $page } of { $pages }

sheet-duties = Shifts
sheet-no-duties = There are no shifts in this month.
sheet-date = Day
sheet-begin = Begin
sheet-end = End
sheet-breaks = Breaks
sheet-length = Hours
sheet-standby = of it standby
sheet-call-out = of it call-out
sheet-night-25 = Night 25%
sheet-night-40 = Night 40%
sheet-sunday = Sunday
sheet-holiday = Holiday
sheet-holiday-125 = Holiday 125%
sheet-holiday-150 = Holiday 150%
sheet-place = Place
sheet-funding = Cost bearer
sheet-remark = Remark
sheet-reconstructed = written afterwards
sheet-share-minutes = { $length }{ "\u00A0" }h
sheet-share-percent = { $percent }
sheet-share-rest = rest

sheet-absences = Absences
sheet-from-day = from
sheet-to-day = to
sheet-absence = Reason
sheet-credited = Hours credited

sheet-pay = Pay
sheet-pay-intro = Gross, by wage type. What each line counts stands minute by minute in the data file (JSON). A PDF carries it as an attachment.
sheet-pay-kind = Wage type
sheet-pay-quantity = Quantity
sheet-pay-rate = Euro per hour
sheet-pay-paid = Gross
sheet-pay-tax-free = of it tax-free
sheet-wage-type = Number
sheet-in-file = in the file

sheet-people = Assistants
sheet-no-people = Nobody works in this team yet.
sheet-name = Name
sheet-approval = Approval
sheet-is-approved = approved
sheet-days-approved = single days
sheet-team-days = { $count ->
    [one] Of one month only single days are approved; only those count here.
   *[other] Of { $count } months only single days are approved; only those count here.
}
sheet-open = open
sheet-shifts = Shifts
sheet-vacation = Vacation
sheet-sick = Sickness
sheet-pseudonym = Assistant { $number }

sheet-plan-days = Days
sheet-plan-empty = Nothing is planned in this month.
sheet-plan-nobody = nobody assigned
sheet-plan-open = still open
sheet-who = Who
sheet-note = Note
sheet-team = Team
sheet-file = File
sheet-rows = Rows
sheet-sha = SHA-256
sheet-no-files = There are no files.

sheet-proof = Proof
sheet-proof-how = This sheet rests on a log in which no change goes unnoticed. The checksums below belong to exactly what was approved. The evidence file holds the same checksums; the program “assistenzzeit verify” checks it without the office.
sheet-proof-files = The checksums belong to the files that are handed over with this sheet.
sheet-proof-file = { $name }, SHA-256: { $sha }
sheet-proof-statement = Approved, SHA-256: { $sha }
sheet-proof-statement-of = { $name }, approved facts, SHA-256: { $sha }
sheet-proof-checkpoint = Signed checkpoint of the log:
sheet-proof-code = The checksums as a QR code
sheet-letters = Letters that none of the fonts has stand here as their number, such as [U+1F600]. The attached data hold the letters themselves.
sheet-attachment = Everything as data (JSON)

sheet-sign-assistant = Date, signature of the assistant
sheet-sign-employer = Date, signature of the employer

# The page they are downloaded from.
page-documents-title = Documents, { $month }
page-documents-lead = Each document comes as a workbook to go on calculating in, as a text file and as data for other programs (JSON).
page-documents-lead-pdf = To read, print and keep it, take the PDF: screen readers find their way in it, it can be archived for good, and the data are attached.
page-documents-for = For whom
page-documents-for-team = For us: with names, remarks and pay
page-documents-for-cost-bearer = For a cost bearer: without names, remarks and pay
page-documents-centre = Only this cost centre
page-documents-centre-hint = Leave empty for all. As it is called in the contract.
page-documents-language = Language of the documents
page-documents-in-de = Deutsch
page-documents-in-en = English
page-documents-in-de-simple = Leichte Sprache
page-documents-sign = With lines for signatures
page-documents-apply = Show like this
page-documents-time-sheets = Time sheets
page-documents-who = Who
page-documents-team = Whole team
page-documents-team-month = Month of the team
page-documents-plan = Plan
page-documents-what = What
page-documents-month-before = Documents for { $month }
page-documents-nobody = There is no document of { $month } that you may see.
page-documents-go = Time sheets and other documents: { $month }
page-documents-no-pdf = This office was built without PDF. The workbook and the text file say the same.
page-refused-no_pdf = This office was built without PDF.
page-refused-no_pdf-next = Download the workbook or the text file: they say the same. Whoever runs the office can build it with PDF.
page-documents-link = { $what } { $who }, { $form }

sheet-land-bb = Brandenburg
sheet-land-be = Berlin
sheet-land-bw = Baden-Württemberg
sheet-land-by = Bavaria
sheet-land-hb = Bremen
sheet-land-he = Hesse
sheet-land-hh = Hamburg
sheet-land-mv = Mecklenburg-Western Pomerania
sheet-land-ni = Lower Saxony
sheet-land-nw = North Rhine-Westphalia
sheet-land-rp = Rhineland-Palatinate
sheet-land-sh = Schleswig-Holstein
sheet-land-sl = Saarland
sheet-land-sn = Saxony
sheet-land-st = Saxony-Anhalt
sheet-land-th = Thuringia
