//! Records of the month and beyond: corrections, pay, history, who sees what, export.

/// Hands each record to a macro, which decides what is made of it.
#[macro_export]
macro_rules! phone_month_records {
    ($define:ident) => {
        $define! {
            /// A correction the employer proposes.
            pub struct CorrectionCard {
                /// Its id.
                pub proposal: String,
                /// The month it lies in.
                pub month: String,
                /// The shift it is about.
                pub shift: String,
                /// Which shift, in words.
                pub title: String,
                /// Why.
                pub reason: String,
                /// `Ende: 06:00, vorgeschlagen 05:30`, line by line.
                pub changes: Vec<String>,
                /// `wartet auf Ihre Antwort`, `zugestimmt` …
                pub state_label: String,
                /// Whether an answer is waited for.
                pub open: bool,
                /// Agree; present where it is open.
                pub agree_label: Option<String>,
                /// Object, with a reason.
                pub object_label: Option<String>,
                /// What was said with the answer.
                pub answer_reason: Option<String>,
                /// All of it as one sentence.
                pub spoken: String,
            }

            /// Minutes of one kind.
            pub struct TotalLine {
                /// The kind's word: `work`, `standby` …
                pub kind: String,
                /// What it is called.
                pub label: String,
                /// How much.
                pub minutes: i64,
                /// How much, in words.
                pub length: String,
            }

            /// One line of pay.
            pub struct PayLineCard {
                /// What it pays for.
                pub label: String,
                /// How much, in words.
                pub quantity: String,
                /// Gross.
                pub cents: i64,
                /// Gross, in words.
                pub amount: String,
                /// Why it is what it is, sentence by sentence, with the rule.
                pub why: Vec<String>,
            }

            /// A month of the assistant.
            pub struct MonthSheet {
                /// `2026-11`.
                pub month: String,
                /// `November 2026`.
                pub title: String,
                /// `offen`, `freigegeben` …
                pub state_label: String,
                /// Whether hours and money can still change.
                pub provisional: bool,
                /// That in words, where it is so.
                pub provisional_note: Option<String>,
                /// Whether it was declared complete, in words.
                pub complete_label: String,
                /// The button for that, if it can be declared.
                pub complete_button: Option<String>,
                /// Planned shifts without an entry, to look at before.
                pub missing: Vec<String>,
                /// Every shift that counts in this month.
                pub entries: Vec<EntryCard>,
                /// Minutes by kind.
                pub totals: Vec<TotalLine>,
                /// Working time, in minutes.
                pub worked_minutes: i64,
                /// Working time in words.
                pub worked: String,
                /// Lines of pay; none where the phone knows no contract.
                pub pay: Vec<PayLineCard>,
                /// All lines together.
                pub pay_cents: Option<i64>,
                /// That in words.
                pub pay_amount: Option<String>,
                /// Why there is no pay.
                pub without_pay: Option<String>,
                /// What the law says and what should be looked at.
                pub notices: Vec<Notice>,
                /// Corrections of this month.
                pub corrections: Vec<CorrectionCard>,
            }

            /// One line of the history.
            pub struct MonthLine {
                /// `2026-11`.
                pub month: String,
                /// `November 2026`.
                pub title: String,
                /// `freigegeben, 132:30 Stunden`.
                pub line: String,
            }

            /// Several employers added up, for the assistant's eyes only.
            pub struct SeveralEmployers {
                /// `2026-11`.
                pub month: String,
                /// `November 2026`.
                pub title: String,
                /// Why they are added up, and that nobody else sees it.
                pub explanation: String,
                /// Working time by employer.
                pub lines: Vec<TotalLine>,
                /// All together; minutes that overlap count once.
                pub total: TotalLine,
                /// What the law says about the sum.
                pub notices: Vec<Notice>,
            }

            /// Who may see what.
            pub struct ReaderLine {
                /// What: `Ihre Stunden`.
                pub what: String,
                /// Who, by name or role.
                pub who: Vec<String>,
                /// All of it as one sentence.
                pub sentence: String,
            }

            /// One file of the export of everything about a person.
            pub struct ExportFile {
                /// Its name.
                pub name: String,
                /// Its media type.
                pub media_type: String,
                /// Its content.
                pub bytes: Vec<u8>,
            }

            /// A choice in a list.
            pub struct Choice {
                /// What is given back: `NW`.
                pub code: String,
                /// What is shown: `Nordrhein-Westfalen`.
                pub label: String,
            }

            /// A language of the apps.
            pub struct LanguageChoice {
                /// `pl`.
                pub code: String,
                /// Its own name: `Polski`.
                pub label: String,
                /// Written from right to left.
                pub right_to_left: bool,
                /// Made by a machine; no native reader has checked it yet.
                pub machine_made: bool,
            }
        }
    };
}
