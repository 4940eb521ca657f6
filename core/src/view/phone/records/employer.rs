//! Records of the employer's screens.

/// Hands each record to a macro, which decides what is made of it.
#[macro_export]
macro_rules! phone_employer_records {
    ($define:ident) => {
        $define! {
            /// Who is at work, on the employer's phone.
            pub struct OnShift {
                /// Who.
                pub name: String,
                /// Since when.
                pub started_ms: i64,
                /// `seit 08:00, Bereitschaft`.
                pub line: String,
            }

            /// Something that waits for the employer.
            pub struct WaitingCard {
                /// Whose month.
                pub person: String,
                /// Which.
                pub month: String,
                /// `Ada Muster, November 2026`.
                pub title: String,
                /// Why it waits.
                pub line: String,
            }

            /// The employer's first screen.
            pub struct EmployerToday {
                /// The day in words.
                pub title: String,
                /// Who is at work.
                pub on_shift: Vec<OnShift>,
                /// That in one line.
                pub on_shift_line: String,
                /// Planned shifts of today, with names.
                pub planned: Vec<String>,
                /// What waits.
                pub waiting: Vec<WaitingCard>,
                /// That in one line.
                pub waiting_line: String,
                /// Phone and office in one line.
                pub sync_line: String,
            }

            /// One thing of a month that differs or must be looked at.
            pub struct ExceptionCard {
                /// The shift it is about, if about one.
                pub shift: Option<String>,
                /// The proposal it is about, if about one: approving over it
                /// needs a reason.
                pub proposal: Option<String>,
                /// Whether the month cannot be approved with it.
                pub blocks: bool,
                /// Which shift or day, in words.
                pub title: String,
                /// What differs.
                pub line: String,
                /// What was said about it and what to do, one sentence each.
                pub notes: Vec<String>,
            }

            /// A month before the employer approves it.
            pub struct ApprovalSheet {
                /// Whose.
                pub person: String,
                /// Which.
                pub month: String,
                /// `Ada Muster, November 2026`.
                pub title: String,
                /// `31 Schichten wie geplant, 2 weichen ab`.
                pub summary: String,
                /// What differs, one by one.
                pub exceptions: Vec<ExceptionCard>,
                /// Minutes by kind.
                pub totals: Vec<TotalLine>,
                /// Gross of all lines, in words, if a contract is known.
                pub pay_amount: Option<String>,
                /// What the law says.
                pub notices: Vec<Notice>,
                /// Whether it can be approved now.
                pub can_approve: bool,
                /// The button: `Freigabe für Ada Muster, November 2026`.
                pub approve_label: String,
                /// Why not, if it cannot.
                pub not_now: Option<String>,
            }
        }
    };
}
