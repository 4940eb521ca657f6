# The office's pages on the web: frame, signing in, today, settings.

page-product = Assistenzzeit
page-skip = Skip to content
page-navigation = Main menu
page-signed-in-as = Signed in as {$name}
page-sign-out = Sign out
page-nameless = Person without a name
page-role-employer = Employer
page-role-deputy = Deputy
page-role-payroll_office = Payroll office
page-role-assistant = Assistant
page-role-coach = Job coach
page-section-today = Today
page-section-plan = Rota
page-section-months = Months
page-section-absences = Absences
page-section-team = Team
page-section-payroll = Payroll
page-section-evidence = Evidence
page-section-settings = Settings
page-footer = Footer
page-accessibility = Accessibility
page-appearance = Language and appearance
page-required-note = Where it says “optional”, you may leave the field empty.
page-optional = optional
page-problems = Please check what you entered
page-error-prefix = Error: {$title}
page-table-scroll = {$caption}, scrolls sideways
page-back = Back
page-cancel = Cancel

page-error-title = That did not work
page-error-next = What you can do
page-error-fault = Something went wrong at the office. Nothing was changed.
page-error-fault-next = Try again in a few minutes. If it stays like this, turn to the person who runs the office.
page-error-busy = The office is overloaded or closing just now. Nothing was changed.
page-error-busy-next = Wait a moment and try again.
page-error-not-found = There is no such page.
page-error-not-found-next = The address may be mistyped. The menu or “Today” leads on.
page-error-no-right = You have no right to do this.
page-error-no-right-next = If you should have it, ask the employer to allow it.
page-error-too-many = Too many tries. Please wait {$seconds ->
    [one] one second
   *[other] {$seconds} seconds
}.
page-error-too-many-next = After that you can go on. Nothing is lost.
page-error-refused = The office did not accept this.
page-error-refused-next = Go back, check what you entered and try again.
page-error-form = This form could not be checked. Nothing was changed.
page-error-form-next = Load the page again and send the form once more.
page-error-to-today = To “Today”

page-sign-in-title = Sign in
page-sign-in-lead = This is your team’s office: rota, hours and pay.
page-sign-in-no-way = No way in yet? Ask the employer, or the person who runs the office, for a sign-in link.
page-sign-in-link-title = Sign in with this link
page-sign-in-link-lead = The link works once and only for a short time.
page-sign-in-link-go = Sign in now
page-sign-in-link-over = This sign-in link is no longer valid.
page-sign-in-link-over-next = It was used already, or its time is over. Ask for a new one.
page-signed-out = You are signed out.
page-signed-in = You are signed in.

page-today-title = Today, {$day}
page-today-signed-in = The menu leads to rota, months and team.

page-error-sign-in = Please sign in. Nothing was changed.
page-error-sign-in-next = Sign in in a second window. Then go back here and send the form once more.

page-settings-you = About you
page-settings-called = What you are called
page-settings-called-hint = The name is shown on the pages and in the rota.
page-settings-called-save = Save name
page-settings-called-saved = Your name is saved.
page-settings-called-empty = Write what you are called.
page-settings-called-long = Shorten the name to 80 letters at most.
