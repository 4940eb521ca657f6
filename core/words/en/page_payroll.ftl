# The pages "payroll" and "evidence": hand-over to the payroll office, questions, evidence file.

page-payroll-title = Payroll hand-over { $month }
page-payroll-month = { $month }
page-payroll-money = { $amount }
page-payroll-previous = Back to { $month }
page-payroll-next = On to { $month }
page-payroll-months = Other months
page-payroll-all-of = { $name }

page-payroll-state-missing = { $count ->
    [one] One thing is missing before the hand-over can begin.
   *[other] { $count } things are missing before the hand-over can begin.
}
page-payroll-state-ready = Everything is there. { $month } can go to { $office }.
page-payroll-state-ready-nameless = Everything is there. { $month } can go to the payroll office.
page-payroll-state-part = The approved days of { $month } can go to { $office }. Other days are still missing.
page-payroll-state-part-nameless = The approved days of { $month } can go to the payroll office. Other days are still missing.
page-payroll-state-nothing = There is nothing new to hand over for { $month }.
page-payroll-state-no-office = You have not named a payroll office yet.
page-payroll-state-no-office-body = If you do the payroll yourself, for example with the Haushaltsscheck, the amounts below are enough. For a payroll office, say which program it uses.
page-payroll-to-settings = Name a payroll office
page-payroll-missing = Still missing
page-payroll-hints = Please read
page-payroll-todo-settings = Change this in the settings of the payroll office.
page-payroll-mend-month = Look at { $month } of { $name }
page-payroll-mend-contract = Look at the contract of { $name }
page-payroll-mend-settings = Look at the settings of the payroll office

page-payroll-prepare = Check and finish the hand-over { $month }
page-payroll-confirm-title = Hand { $month } over to the payroll office?
page-payroll-confirm-lead = The office writes the files and signs the hand-over. You can download the files afterwards.
page-payroll-confirm-later = What changes later goes out as a correction with the next hand-over. A hand-over is never overwritten.
page-payroll-confirm = Hand { $month } over now
page-payroll-confirm-back = Not yet
page-payroll-made = { $month } has been handed over. The files are ready.

page-payroll-facts = At a glance
page-payroll-fact-office = Payroll office
page-payroll-fact-people = People
page-payroll-fact-files = Lines in the files
page-payroll-fact-by-hand = Lines the payroll office enters by hand
page-payroll-fact-corrections = Corrections of earlier months
page-payroll-fact-paid = Gross in all

page-payroll-sent = Hand-overs
page-payroll-sent-none = Nothing has been handed over for { $month } yet.
page-payroll-sent-at = Hand-over of { $day }
page-payroll-sent-file = File
page-payroll-sent-state = State
page-payroll-sent-sha = Checksum (SHA-256)
page-payroll-download = Download { $name }
page-payroll-download-cover = Download the cover sheet of { $day }, { $form }
page-payroll-cover-as-text = text
page-payroll-collected = Collected on { $day }
page-payroll-not-collected = Not collected yet

page-payroll-cover = Cover sheet
page-payroll-cover-lead = This is in the next hand-over, person by person.
page-payroll-cover-none = No new lines.
page-payroll-person = { $name }, personnel number { $number }
page-payroll-person-plain = { $name }
page-payroll-joined = New in the team since { $day }
page-payroll-left = Last day of work: { $day }
page-payroll-changed = New version of the contract from { $day }
page-payroll-away = { $kind } from { $from } to { $to }
page-payroll-certificate = certificate of { $day }
page-payroll-no-certificate = no certificate yet
page-payroll-due = expected day of birth { $day }
page-payroll-line = What for
page-payroll-quantity = Quantity
page-payroll-amount = Amount
page-payroll-way = How
page-payroll-in-file = In the file
page-payroll-refused = In no file yet: see what is missing above
page-payroll-sum = Sum of { $name }
page-payroll-no-lines = No lines in this hand-over.
page-payroll-corrects = Correction for { $month }
page-payroll-corrects-why = Correction for { $month }: { $reason }

page-payroll-by-hand = To be entered by hand
page-payroll-by-hand-lead = These lines are in no file. The payroll office enters them itself.
page-payroll-earlier = Earlier months that still wait
page-payroll-earlier-lead = Something is still to be paid in these months. It goes out with the next payroll once you have approved the month.
page-payroll-earlier-open = {$month} of {$name}: not approved yet
page-payroll-earlier-changed = {$month} of {$name}: changed after the approval
page-payroll-changes = Changed since the last hand-over
page-payroll-changes-lead = These lines correct months that were handed over before.

page-payroll-gross = Gross per person
page-payroll-gross-lead = Amounts of approved months, for the Haushaltsscheck or a payroll of your own.
page-payroll-gross-name = Person
page-payroll-gross-paid = Gross
page-payroll-gross-tax-free = of it free of tax
page-payroll-gross-sv-free = of it free of contributions
page-payroll-gross-none = No month has been approved yet that something would be paid for.
page-payroll-gross-all = In all
page-payroll-gross-lines = Lines of pay per person

page-payroll-questions = Questions of the payroll office
page-payroll-questions-none = There are no questions about { $month } so far.
page-payroll-question = Question of { $day }
page-payroll-question-about = Question of { $day } about { $name }
page-payroll-answered = Answered
page-payroll-open = Waits for an answer
page-payroll-answer-of = Answer of { $day }
page-payroll-answer = Your answer
page-payroll-answer-hint = The payroll office and the employer read it here.
page-payroll-answer-send = Send the answer
page-payroll-answer-sent = Your answer has been sent.
page-payroll-ask = Ask a question
page-payroll-ask-text = Your question about { $month }
page-payroll-ask-about = Whom is it about?
page-payroll-ask-nobody = Nobody in particular
page-payroll-ask-send = Send the question
page-payroll-ask-sent = Your question has been sent.
page-payroll-text-empty = Please write something.
page-payroll-text-long = Shorten the text to at most 1,000 letters.

page-payroll-office-approved = Approved months
page-payroll-office-approved-lead = The employer has approved these months.
page-payroll-office-approved-none = No month has been approved for { $month } yet.
page-payroll-office-lead = Here you collect the files for { $month } and ask questions.

page-evidence-title = Evidence
page-evidence-lead = The evidence file holds everything this team has recorded: each entry, whose it is and when the office received it. Whoever has the file can check it without this office.
page-evidence-download = Download the evidence file
page-evidence-file = The file contains names, times and wages
page-evidence-file-care = Give it only to people who are to see all of that.
page-evidence-proves = What the file proves
page-evidence-proves-1 = No entry was changed afterwards. Each carries the signature of the device it was made on.
page-evidence-proves-2 = No entry is missing. Each device counts its entries, and the office keeps the order of all of them.
page-evidence-proves-3 = The office had each entry at the stated time at the latest.
page-evidence-proves-4 = What was approved is in it word for word: each minute, each cent and the rule behind it.
page-evidence-proves-5 = What was deleted when its retention ended shows as deleted, with the rule for it.
page-evidence-not = What the file does not prove
page-evidence-not-1 = Whether a time is right. It proves that somebody recorded it so, not that work was done.
page-evidence-not-2 = Who held the phone. It proves the device, not the person.
page-evidence-not-3 = When exactly a phone without a network was tapped. The phone's clock counts then; doubts about it are noted.
page-evidence-not-4 = That the office recorded nothing after this file. For that you need a newer file.
page-evidence-check = How to check the file
page-evidence-check-lead = On a computer with the program Assistenzzeit, without a network:
page-evidence-check-command = assistenzzeit verify { $file }
page-evidence-check-other = The layout of the file is described openly. Whoever does not trust us can check it with a program of their own.
page-evidence-facts = As of today
page-evidence-fact-entries = Entries
page-evidence-fact-since = Recorded since
page-evidence-fact-epoch = Begun anew after a backup
page-evidence-fact-checkpoint = The office's seal
page-evidence-day = { $day }
page-evidence-never = never
page-evidence-times = { $count ->
    [one] once
   *[other] { $count } times
}
page-evidence-checkpoint-lead = Write the seal down, or send it to somebody. It can show later that today's state is contained in every newer file.
