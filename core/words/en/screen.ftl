# What always stands on the apps' screens.

screen-back = Back
screen-notice-read = Got it
screen-open = open
screen-closed = closed
screen-reason = Reason
screen-hint-date = Day.month.year, for example 26.11.2026
screen-hint-time = Hour:minute, for example 14:30
screen-explain = Explanation

screen-tab-today = Today
screen-tab-plan = Plan
screen-tab-month = Month
screen-tab-waiting = Waiting
screen-tab-more = More

screen-today-entries = Recorded today
screen-today-office = At the office

screen-late = Add a shift
screen-late-intro = Add a shift here that you did not clock. It will be shown as added afterwards.
screen-late-day = Which day?
screen-late-other-day = Or another day
screen-late-from = Start
screen-late-until = End
screen-late-until-hint = If the end is before the start, it is the next day.
screen-late-reason-hint = For example: forgot my phone
screen-late-save = Save this shift

screen-forgotten = When did it end?
screen-forgotten-other = It was another time
screen-forgotten-day = Day
screen-forgotten-time = End
screen-forgotten-save = Save this end

screen-plan-empty = No shift is planned for you yet.
screen-absence = Time off
screen-absence-asked = Your requests
screen-absence-new = New request
screen-absence-from = First day
screen-absence-until = Last day
screen-absence-note = Message
screen-absence-note-hint = Optional. No diagnosis, please.
screen-absence-send = Send request

screen-month-totals = Totals
screen-month-nothing = Nothing has been added up in this month yet.
screen-month-missing = Planned but not recorded

screen-history = All entries
screen-history-empty = Nothing is recorded in this month.
screen-entry = Entry
screen-entry-way = How far this entry has come
screen-entry-story = What happened to it
screen-entry-retract-heading = Take this entry back
screen-entry-retract-intro = The entry will no longer count. It stays visible as taken back.
screen-entry-retract = Take this entry back now

screen-correction = Proposed correction
screen-correction-before = So far
screen-correction-after = Proposed
screen-correction-agree = Agree
screen-correction-otherwise = Is this not right?
screen-correction-why = Why not?
screen-correction-why-hint = Your employer will read this.
screen-correction-object = Object

screen-unsent = Not yet at the office
screen-unsent-now = Sync now
screen-who-sees = Who may see what
screen-export = Everything about me
screen-export-now = Save my data as a file
screen-employers = Employers
screen-employers-add = Pair with another employer
screen-settings = Language
screen-more = More

screen-pairing = Pair this phone
screen-pairing-code = Code
screen-pairing-code-hint = You get the code from your employer, for example as a message.
screen-pairing-go = Pair with this code
screen-pairing-scan = Read the code with the camera
screen-pairing-confirmed = The digits are the same and confirmed

screen-desk-on-duty = On duty now
screen-desk-nobody = Nobody is on duty.
screen-desk-next = Next
screen-approval-differences = Not as planned
screen-approval-as-planned = As planned
