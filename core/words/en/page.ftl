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
page-error-no-right = This is not allowed to you in this team. The employer says who may.
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
page-sign-in-link-title = Sign in with this link
page-sign-in-link-lead = The link works once and only for a short time.
page-sign-in-link-go = Sign in now
page-sign-in-link-over = This sign-in link is no longer valid.
page-sign-in-link-over-next = It was used already, or its time is over. Ask for a new one.
page-signed-out = You are signed out.

page-today-title = Today, {$day}


page-settings-you = About you
page-settings-called = What you are called
page-settings-called-hint = The name is shown on the pages and in the rota.
page-settings-called-save = Save name
page-settings-called-saved = Your name is saved.
page-settings-called-empty = Write what you are called.
page-settings-called-long = Shorten the name to 80 letters at most.

page-moment = {$at}
page-offline-now = No network. You see a stored page; it may be out of date. Sending works again once there is a network.

page-kept-title = What you entered is still here
page-kept-lead = You have shown that it is you. What you had entered is not lost and not sent yet.
page-kept-send = Send what I entered now
page-kept-signed-out = You were no longer signed in. What you entered is not lost: sign in, then you can send it.

page-step-up-title = Please show once more that it is you
page-step-up-lead = This is an important step, such as an approval or a new phone. That is why we ask. After that you go on exactly here, and nothing is lost.
page-step-up-no-way = This is an important step. You have no passkey and no password yet to show that it is you. Ask for a new sign-in link and then set up a passkey or a password under “Access”.
page-step-up-no-way-employer = You get a sign-in link from your trusted person, from another employer, or on the office’s machine by the command “assistenzzeit sign-in --data …”.
page-step-up-leave = Not now, to “Today”

page-way-passkey = With a passkey
page-way-passkey-hint = With the fingerprint, face or PIN of your device, or with a security key. All the office learns is “it is you”.
page-way-passkey-go = Confirm with a passkey
page-way-passkey-script = Passkeys need JavaScript. Without it, use password and one-time code.
page-way-passkey-failed = That did not work with the passkey. Try again or take another way.
page-way-password = With password and one-time code
page-way-name = Sign-in name
page-way-password-field = Password
page-way-code = One-time code
page-way-code-hint = Six digits from your code app
page-way-password-go = Confirm with the password
page-way-password-wrong = Sign-in name, password or one-time code are not right. A one-time code works only once; wait for the next.
page-way-again-wrong = Password or one-time code are not right. A one-time code works only once; wait for the next.
page-way-recovery = With a recovery code
page-way-recovery-field = Recovery code
page-way-recovery-hint = Sixteen characters, such as ABCD-EFGH-JKMN-PQRS. Each code works once.
page-way-recovery-go = Confirm with the recovery code
page-way-recovery-wrong = This recovery code is not valid. Check each character; it may have been used already.
page-sign-in-lost = I have none of these any more
page-sign-in-lost-next = Ask the employer for a new sign-in link.
    If you are the employer, your trusted person can help you, or the person who runs the office, with `assistenzzeit sign-in`.
page-sign-in-new = I have no access yet
page-sign-in-new-next = The employer gives you a sign-in link. With it you set up your access.

page-settings-access = Access
page-settings-access-lead = Passkeys, password, recovery codes and where you are signed in.
page-settings-access-go = See and change access
page-settings-look-lead = German, Leichte Sprache or English; light, dark or strong contrast; large print.
page-settings-help = Letting somebody back in
page-settings-help-lead = Who has lost their way in gets back in with a sign-in link from you.
page-settings-look-go = Change language and appearance

page-access-title = Access
page-access-none = Your access is not set up yet
page-access-none-next = The sign-in link is used up. Set up a passkey or a password now, so that you can come in again.
page-access-act = Change
page-access-never = never yet
page-access-passkeys = Passkeys
page-access-passkeys-lead = A passkey is the safest and easiest way: your device confirms that it is you. Best set up two, on different devices.
page-access-passkeys-caption = Your passkeys
page-access-passkeys-impossible = At this address of the office there are no passkeys: they belong to a name, and this address is a number.
page-access-passkey-name = Name
page-access-passkey-made = Set up
page-access-passkey-used = Last used
page-access-passkey-label = Name for the new passkey
page-access-passkey-label-hint = Such as “My phone”
page-access-passkey-label-wrong = Give the passkey a name of 60 letters at most.
page-access-passkey-new = Set up a passkey
page-access-passkey-added = The passkey “{$name}” is set up.
page-access-passkey-failed = The passkey was not set up. Perhaps it was cancelled, or this device has one already.
page-access-passkey-remove = Remove passkey “{$name}”
page-access-passkey-removed = The passkey is removed. Delete it on your device too.
page-access-password = Password with one-time code
page-access-password-title = Set up password and one-time code
page-access-password-is = Set up for the sign-in name {$name}.
page-access-password-none = Not set up.
page-access-password-set = Set up password and one-time code anew
page-access-password-remove = Remove password and one-time code
page-access-codes = Recovery codes
page-access-codes-left = {$count ->
    [0] You have no recovery code.
    [one] You have one recovery code left.
   *[other] You have {$count} recovery codes left.
} With them you come in when phone or key are gone.
page-access-codes-new = Make eight new recovery codes
page-access-codes-once = You see these codes only now. The old ones are no longer valid.
page-access-codes-how = Print them or write them down, and keep them away from the phone. Each works once.
page-access-codes-kept = I have kept the codes
page-access-sessions = Where you are signed in
page-access-sessions-caption = Open sessions
page-access-sessions-end-others = End all other sessions
page-access-sessions-ended = {$count ->
    [0] There was no other session.
    [one] One other session has ended.
   *[other] {$count} other sessions have ended.
}
page-access-session-browser = Browser
page-access-session-program = Program or unknown browser
page-access-session-since = Since
page-access-session-how = With
page-access-session-this = This browser
page-access-session-end = End session: {$browser}, since {$since}
page-access-session-ended = The session has ended.
page-access-how-passkey = Passkey
page-access-how-password = Password and one-time code
page-access-how-command-line = Command line
page-access-how-link = Sign-in link
page-access-how-recovery = Recovery code

page-password-lead = You need a password and an app that makes one-time codes. None of it is valid before you have saved below.
page-password-name-hint = Three to sixty characters, for this sign-in only
page-password-name-wrong = Choose a sign-in name of three to sixty characters.
page-password-name-taken = Somebody has this sign-in name already. Choose another.
page-password-new = New password
page-password-new-hint = At least twelve characters. Four words that do not belong together are good. Pasting is allowed.
page-password-short = The password is too short. Take at least {$least} characters.
page-password-bad = The password is too long or contains the sign-in name. Choose another.
page-password-app = Connect the code app
page-password-app-lead = Read the QR code with the app, or type the key. On this device the link works too.
page-password-qr = QR code with the key that stands below it as text
page-password-secret = Key:
page-password-open-app = Open in the code app on this device
page-password-code-hint = The six digits that the app shows now
page-password-code-wrong = The one-time code is not right. Type the six digits that the app shows now.
page-password-save = Save password and one-time code
page-password-saved = Password and one-time code are set up.
page-password-removed = Password and one-time code are removed.
page-password-which-app = Which app?
page-password-which-app-text = Any app for one-time codes by RFC 6238 (TOTP), such as Aegis, 2FAS or the password app of your phone. It also works without a phone, with a program on a computer.

page-help-title = Sign-in link for {$name}
page-help-lead = {$name} comes in with it once and then sets up their own access. Give the link to {$name} only, best in person.
page-help-shown = Everyone in the team sees under “Today” who gave whom a sign-in link.
page-help-give = Make a sign-in link for {$name}
page-help-given = This is the sign-in link for {$name}. It works once, for fifteen minutes.
page-help-qr = QR code with the sign-in link for {$name}
page-help-once = You see the link only now.
page-help-note = {$at}: {$helper} gave {$person} a sign-in link.

page-look-lead = This holds for this browser, also when you are signed out.
page-look-language = Language
page-look-colours = Colours
page-look-colours-system = As the device is set
page-look-colours-light = Light
page-look-colours-dark = Dark
page-look-colours-contrast = Strong contrast
page-look-large = Large print
page-look-still = Nothing moves
page-look-save = Save language and appearance

page-offline-title = No network
page-offline-lead = The office cannot be reached just now. This page was not visited in this browser yet. What you typed into a form stays in this window.
page-offline-visited = These pages you can read
page-offline-none = No page is stored in this browser.

page-a11y-title = Accessibility statement
page-a11y-lead = Everyone should be able to use these pages: by keyboard, one switch, eye gaze, voice, screen reader, in large print and without JavaScript. The measure is WCAG 2.2, level AA, and EN 301 549.
page-a11y-tested-title = What is tested
page-a11y-tested = In each test run programs check the pages of all sections in a real browser (Chromium): with axe against WCAG 2.2 AA, light, dark, in forced colours, with large print and strong contrast, 320 pixels wide and at 400 % zoom; besides, the order of the tab key and what a screen reader is given. They go through a whole month, from signing in to the payroll file, by keyboard alone, and once without JavaScript. These checks last ran on 26 November 2026.
page-a11y-not-tested-title = What is not tested
page-a11y-not-tested = Such programs find only a part of the barriers. People with NVDA, JAWS, VoiceOver, TalkBack, Dragon, Talon, eye gaze or a switch have not tested these pages yet. No independent body has audited them. That is why we do not call the pages “fully accessible”.
page-a11y-known-title = Known barriers
page-a11y-known = Passkeys work with JavaScript only; without it there are password and one-time code.
    Leichte Sprache is there for the most important sentences, not for all. Where it is missing, everyday German stands.
    There is no German Sign Language.
    Fields for a date are the browser's own and follow its language.
page-a11y-help-title = Found a barrier?
page-a11y-help = Tell the person who runs this office. They can pass it on to the developers.

today-next = Next: {$what}
today-next-nothing = There is nothing to do today.
today-on-shift = {$name} has been working since {$since}.
today-devices = {$count ->
    [one] One phone waits
   *[other] {$count} phones wait
} for you to compare the digits.
today-held = {$count ->
    [one] One entry waits
   *[other] {$count} entries wait
} for your decision: keep or refuse.
today-open-one = approve {$month} of {$name}.
today-open-many = approve {$month} of {$count} people.
today-changed-one = {$month} of {$name} has changed since it was approved. Approve the change.
today-changed-many = {$month} has changed for {$count} people since it was approved. Approve the changes.
today-questions = {$count ->
    [one] answer one question of the payroll office about {$month}
   *[other] answer {$count} questions of the payroll office about {$month}
}.
today-export = hand {$month} to the payroll office: {$count ->
    [one] one month is
   *[other] {$count} months are
} approved.
today-heard = Phone of {$name}: last seen on {$when}.
today-never-heard = Phone of {$name}: never at the office yet.
today-weekday-1 = Monday
today-weekday-2 = Tuesday
today-weekday-3 = Wednesday
today-weekday-4 = Thursday
today-weekday-5 = Friday
today-weekday-6 = Saturday
today-weekday-7 = Sunday
today-statement = Send the contribution statement (Beitragsnachweis) by {$day}
today-contributions = Contributions must have arrived on {$day}
today-cut-off = Cut-off day of the payroll office for {$month}: {$day}
today-pay-day = Pay day: {$day}
today-pay-day-before = Pay day: {$day}. Banks do not work then; last bank working day before: {$before}
today-days-left = {$days ->
    [0] today
    [one] tomorrow
   *[other] {$days} days left
}
today-title-on-shift = Who is working now
today-nobody = Nobody is working now.
today-own-shift = Your shift has been running since {$since}.
today-title-waiting = What waits for you
today-title-silent = What has not arrived yet
today-all-heard = All phones were heard of in the last days.
today-no-phones = No phone is connected yet.
today-title-dates = Dates
today-dates-note = § 23 (1), § 28f (3) SGB IV. Counted with the holidays at the workplace; the collecting office’s seat is what counts.
today-title-help = Who helped whom in
today-go-next = Do it now
today-way-in = Set up your way in
today-own-month = See my month: {$month}
today-own-answer = {$count ->
    [one] answer a proposal for {$month}.
   *[other] answer {$count} proposals for {$month}.
}
today-own-settle = {$count ->
    [one] settle a shift in {$month}.
   *[other] settle {$count} shifts in {$month}.
}
today-own-declare = declare {$month} complete.
page-signing-failed = The passkey did not sign. If you send once more, the office signs for you; that is what the evidence will say.
page-refused-not_proven = The passkey did not fit. Nothing was changed.
page-refused-not_proven-next = Go back, load the page again and try once more.
first-title = Setting up your team
first-name = Write what you are called.
first-team = Set the Land and the dates of the team.
first-invite = Invite your first assistant.
first-contract = Enter the contract of {$name}.
