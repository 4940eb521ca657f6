//! Records of the day: buttons, the running shift, entries, the plan, phone and office.

/// Hands each record to a macro, which decides what is made of it.
#[macro_export]
macro_rules! phone_day_records {
    ($define:ident) => {
        $define! {
            /// What a tap does.
            pub enum Act {
                /// Starts a shift now.
                ClockIn,
                /// Ends the running shift now, with all that runs inside it.
                ClockOut,
                /// Begins an unpaid break.
                StartBreak,
                /// Begins a paid break.
                StartPaidBreak,
                /// Begins standby (Bereitschaft).
                StartStandby,
                /// Begins on-call (Rufbereitschaft).
                StartOnCall,
                /// Begins a call-out inside standby or on-call.
                StartCallOut,
                /// Begins travel on duty.
                StartTravel,
                /// Begins a team meeting.
                StartMeeting,
                /// Begins a training.
                StartTraining,
                /// Ends what runs inside the shift: the break, standby …
                EndPart,
                /// Nothing happened tonight.
                NothingHappened,
                /// Takes the last tap back.
                Undo,
                /// Talks with the office now.
                Sync,
            }

            /// How far an entry has come.
            pub enum Step {
                /// Saved on this phone.
                Saved,
                /// At the office.
                Office,
                /// Seen by the employer.
                Seen,
                /// Approved by the employer.
                Approved,
                /// Handed to payroll.
                Payroll,
            }

            /// What an entry is.
            pub enum EntryState {
                /// It has begun and ended.
                Settled,
                /// It is running.
                Running,
                /// Something stands in its way: a person must look at it.
                Unsettled,
                /// Taken back; it stays readable.
                Retracted,
            }

            /// How loud a notice is.
            pub enum Loudness {
                /// Good to know.
                Info,
                /// Look at it.
                Warning,
                /// Look at it now.
                Serious,
            }

            /// A button. Its visible text is its name for voice control and
            /// screen readers.
            pub struct Button {
                /// What a tap does.
                pub act: Act,
                /// The visible text.
                pub label: String,
                /// What happens then, for screen readers.
                pub hint: String,
            }

            /// What a durable call came to: it is on the disk.
            pub struct Done {
                /// What to say aloud, once.
                pub announcement: String,
                /// The shift it was about.
                pub shift: Option<String>,
                /// Whether it can be taken back.
                pub undo: Option<UndoOffer>,
            }

            /// The last tap can be taken back.
            pub struct UndoOffer {
                /// The button.
                pub button: Button,
                /// Until then it is offered.
                pub until_ms: i64,
            }

            /// One step of what is known about an entry.
            pub struct Mark {
                /// Which.
                pub step: Step,
                /// Whether this phone holds the proof.
                pub proven: bool,
                /// What to show: `beim Büro`.
                pub label: String,
                /// When, if it is proven.
                pub at_ms: Option<i64>,
                /// When, in words.
                pub at: Option<String>,
            }

            /// The running shift.
            pub struct RunningShift {
                /// Its id.
                pub shift: String,
                /// Since when. The screen counts from here; no text ticks.
                pub started_ms: i64,
                /// Since when, in words: `seit 08:00`.
                pub since: String,
                /// The zone of the workplace.
                pub zone: String,
                /// What runs inside it.
                pub part: Option<RunningPart>,
                /// What is known of it.
                pub marks: Vec<Mark>,
            }

            /// What runs inside the shift.
            pub struct RunningPart {
                /// What it is called: `Bereitschaft`.
                pub label: String,
                /// Since when.
                pub started_ms: i64,
                /// Since when, in words.
                pub since: String,
            }

            /// "When did you stop?": a clock-out was forgotten. Nothing is
            /// filled in; the planned end is only offered.
            pub struct Forgotten {
                /// The shift that still runs.
                pub shift: String,
                /// The question.
                pub question: String,
                /// The planned end, if one is known.
                pub planned_end_ms: Option<i64>,
                /// The button that takes the planned end.
                pub planned_end_label: Option<String>,
                /// The button that asks for another time.
                pub other_label: String,
                /// The button for who is still at work.
                pub still_working_label: String,
                /// The day a time is asked for, to begin with.
                pub day: String,
            }

            /// A planned shift.
            pub struct PlannedCard {
                /// Its id.
                pub id: String,
                /// The local day it begins on.
                pub day: String,
                /// The day in words.
                pub title: String,
                /// `08:00 bis 16:00`.
                pub times: String,
                /// Begin.
                pub from_ms: i64,
                /// End.
                pub to_ms: i64,
                /// A note of the planner.
                pub note: String,
                /// `abgesagt`, if it was called off.
                pub state: Option<String>,
                /// All of it as one sentence.
                pub spoken: String,
            }

            /// One shift as it was recorded.
            pub struct EntryCard {
                /// Its id.
                pub shift: String,
                /// The month it counts in.
                pub month: String,
                /// The local day it counts on.
                pub day: String,
                /// The day in words.
                pub title: String,
                /// `22:00 bis Mo 9. Nov. 06:00`.
                pub times: String,
                /// Begin, if it is settled or running.
                pub from_ms: Option<i64>,
                /// End, if it is settled.
                pub to_ms: Option<i64>,
                /// Working time, in minutes.
                pub worked_minutes: i64,
                /// Working time in words.
                pub worked: String,
                /// What it is.
                pub state: EntryState,
                /// `läuft`, `ungeklärt`; empty for a settled one.
                pub state_label: String,
                /// Its breaks, standby and so on, one line each.
                pub parts: Vec<String>,
                /// What a person should know: written down afterwards, two values …
                pub notes: Vec<String>,
                /// What is known of it.
                pub marks: Vec<Mark>,
                /// The farthest that is proven, in words.
                pub known: String,
                /// Whether "nothing happened tonight" can be said of it.
                pub can_say_nothing_happened: bool,
                /// Whether start and end can be set right, or the entry taken back.
                pub can_change: bool,
                /// All of it as one sentence.
                pub spoken: String,
            }

            /// One line of an entry's history: who said what, when, and why.
            pub struct StoryLine {
                /// When it was recorded, in words: `Mo 5. Okt. 08:00`.
                pub when: String,
                /// Who, on which device: `Ada Muster, Telefon`.
                pub who: String,
                /// What happened.
                pub sentence: String,
                /// The reason given with it, in a sentence.
                pub reason: Option<String>,
                /// Late arrival, a wrong clock, replaced since: one sentence each.
                pub notes: Vec<String>,
                /// Whether something later replaced all that it says.
                pub replaced: bool,
                /// All of it as one sentence.
                pub spoken: String,
            }

            /// What has not reached the office, one by one.
            pub struct UnsentCard {
                /// Its id.
                pub id: String,
                /// When it was written.
                pub at_ms: i64,
                /// When, in words.
                pub at: String,
                /// What it says.
                pub what: String,
            }

            /// Phone and office.
            pub struct SyncSheet {
                /// `Alles beim Büro`, `3 Buchungen warten`.
                pub headline: String,
                /// When the office was last heard.
                pub last_contact_ms: Option<i64>,
                /// When, in words.
                pub last_contact: String,
                /// What waits, oldest first.
                pub unsent: Vec<UnsentCard>,
                /// Held back by the office until the employer decides.
                pub held_count: u32,
                /// That in words, if there is any.
                pub held: Option<String>,
                /// Talk with the office now.
                pub button: Button,
            }

            /// What a sitting with the office came to.
            pub struct SyncDone {
                /// What to say.
                pub announcement: String,
                /// How many batches reached the office.
                pub sent_count: u32,
                /// How many still wait.
                pub waiting_count: u32,
                /// Whether anything changed here.
                pub changed: bool,
                /// Whether another sitting would bring or send more.
                pub more: bool,
            }

            /// The assistant's first screen.
            pub struct Today {
                /// Whose team it is, if the phone knows a name.
                pub employer: String,
                /// `Schicht läuft seit 08:00`, `Keine Schicht läuft`.
                pub headline: String,
                /// The one large button.
                pub main: Button,
                /// The running shift.
                pub running: Option<RunningShift>,
                /// What else a tap can do now.
                pub more: Vec<Button>,
                /// A forgotten clock-out.
                pub forgotten: Option<Forgotten>,
                /// The last tap can be taken back.
                pub undo: Option<UndoOffer>,
                /// The next planned shift.
                pub next: Option<PlannedCard>,
                /// The last shifts, newest first.
                pub entries: Vec<EntryCard>,
                /// Corrections that wait for an answer.
                pub to_answer_count: u32,
                /// That in words, if there is any.
                pub to_answer: Option<String>,
                /// Phone and office in one line.
                pub sync_line: String,
                /// What waits for the office.
                pub unsent_count: u32,
                /// What a person should know.
                pub notices: Vec<Notice>,
            }

            /// Something to know, with its source where the law says it.
            pub struct Notice {
                /// How loud.
                pub loudness: Loudness,
                /// The sentence.
                pub sentence: String,
                /// Paragraph and version, if there is one.
                pub source: Option<String>,
            }
        }
    };
}
