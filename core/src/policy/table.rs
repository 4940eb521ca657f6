//! The one table of rights: who may write and read which kind of document,
//! and who signs which record (`docs/sync-protocol.md` §§ 3, 5, 7). Phone,
//! office and verifier ask here and nowhere else.

use crate::document::DocumentKind;
use crate::log::{Operation, RecordContent, Role, Status, Topic};

/// Who a row of the table lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// The person the document is about, while they have this role.
    SubjectAs(Role),
    /// The person the document is about, in whatever role.
    Subject,
    /// Everybody with this role.
    Role(Role),
    /// A deputy with this topic.
    Deputy(Topic),
    /// Every assistant, where the team shares its rota.
    AssistantsIfShared,
    /// A payroll office, where the document is about somebody who is or was an assistant.
    PayrollOfficeOfAssistants,
    /// Everybody but payroll offices.
    TeamButPayrollOffice,
    /// Everybody.
    Team,
}

const EMPLOYER: Party = Party::Role(Role::Employer);

/// Who may write documents of this kind.
#[must_use]
pub const fn writers(kind: DocumentKind) -> &'static [Party] {
    match kind {
        DocumentKind::Time | DocumentKind::Wishes => &[Party::SubjectAs(Role::Assistant)],
        DocumentKind::Review => &[EMPLOYER, Party::Deputy(Topic::HoursApprove)],
        DocumentKind::Answers | DocumentKind::Rota | DocumentKind::RotaOpen => {
            &[EMPLOYER, Party::Deputy(Topic::Rota)]
        }
        DocumentKind::Session => &[Party::SubjectAs(Role::Coach)],
        DocumentKind::Contract => &[EMPLOYER, Party::Deputy(Topic::Payroll)],
        DocumentKind::Budget => &[EMPLOYER, Party::Deputy(Topic::Budget)],
        DocumentKind::Handover => {
            &[EMPLOYER, Party::Deputy(Topic::Payroll), Party::Role(Role::PayrollOffice)]
        }
        DocumentKind::Person => &[Party::Subject, EMPLOYER, Party::Deputy(Topic::Team)],
        DocumentKind::Team => &[EMPLOYER, Party::Deputy(Topic::Team)],
    }
}

/// Who may read documents of this kind.
#[must_use]
pub const fn readers(kind: DocumentKind) -> &'static [Party] {
    match kind {
        DocumentKind::Time => &[
            Party::SubjectAs(Role::Assistant),
            EMPLOYER,
            Party::Deputy(Topic::HoursView),
            Party::Deputy(Topic::HoursApprove),
        ],
        DocumentKind::Review => &[
            Party::SubjectAs(Role::Assistant),
            Party::SubjectAs(Role::Coach),
            EMPLOYER,
            Party::Deputy(Topic::HoursView),
            Party::Deputy(Topic::HoursApprove),
        ],
        DocumentKind::Wishes | DocumentKind::Answers => {
            &[Party::SubjectAs(Role::Assistant), EMPLOYER, Party::Deputy(Topic::Rota)]
        }
        DocumentKind::Rota => &[
            Party::SubjectAs(Role::Assistant),
            EMPLOYER,
            Party::Deputy(Topic::Rota),
            Party::Deputy(Topic::HoursView),
            Party::Deputy(Topic::HoursApprove),
            Party::AssistantsIfShared,
        ],
        DocumentKind::RotaOpen => &[Party::TeamButPayrollOffice],
        DocumentKind::Session => &[Party::SubjectAs(Role::Coach), EMPLOYER],
        DocumentKind::Contract => &[
            Party::Subject,
            EMPLOYER,
            Party::Deputy(Topic::Payroll),
            Party::Deputy(Topic::HoursApprove),
        ],
        DocumentKind::Budget => &[EMPLOYER, Party::Deputy(Topic::Budget)],
        DocumentKind::Handover => {
            &[EMPLOYER, Party::Deputy(Topic::Payroll), Party::Role(Role::PayrollOffice)]
        }
        DocumentKind::Person => &[
            Party::Subject,
            EMPLOYER,
            Party::Deputy(Topic::Team),
            Party::PayrollOfficeOfAssistants,
        ],
        DocumentKind::Team => &[Party::Team],
    }
}

/// What the person a document of this kind is about must be or have been.
#[must_use]
pub const fn subjects(kind: DocumentKind) -> &'static [Role] {
    match kind {
        DocumentKind::Time | DocumentKind::Wishes | DocumentKind::Answers | DocumentKind::Rota => {
            &[Role::Assistant]
        }
        DocumentKind::Review | DocumentKind::Contract => &[Role::Assistant, Role::Coach],
        DocumentKind::Session => &[Role::Coach],
        DocumentKind::Person => &Role::ALL,
        DocumentKind::RotaOpen
        | DocumentKind::Budget
        | DocumentKind::Handover
        | DocumentKind::Team => &[],
    }
}

/// Who signs a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signers {
    /// The device and the log key that founding names.
    Founders,
    /// The office's log key.
    Office,
    /// The office's log key and the one that replaces it.
    OfficeOldAndNew,
    /// An employer's device.
    Employer,
    /// An employer's device, or the office's log key.
    EmployerOrOffice,
    /// An employer's device; a deputy's with `team` where only assistants and coaches are touched.
    EmployerOrTeamDeputy,
    /// As before, or a device of the same person.
    EmployerTeamDeputyOrSelf,
    /// An employer's device, or one of the trusted person.
    EmployerOrTrusted,
}

/// Who signs a record of this content.
#[must_use]
pub const fn signers(content: &RecordContent) -> Signers {
    match content {
        RecordContent::Policy(operation) => match operation {
            Operation::Found { .. } => Signers::Founders,
            Operation::AddMember { .. } | Operation::EndMember { .. } => {
                Signers::EmployerOrTeamDeputy
            }
            Operation::AddDevice { .. } | Operation::RevokeDevice { .. } => {
                Signers::EmployerTeamDeputyOrSelf
            }
            Operation::Grant { .. }
            | Operation::RevokeGrant { .. }
            | Operation::Trust { .. }
            | Operation::ShareRota { .. } => Signers::Employer,
            Operation::EmployerKey { .. } => Signers::EmployerOrTrusted,
            Operation::RecoveredByOperator { .. } => Signers::Office,
            Operation::LogKey { .. } => Signers::OfficeOldAndNew,
        },
        RecordContent::Verdict { status, cause, .. } => match status {
            Status::Held => Signers::Office,
            Status::Released if cause.is_judged_again() => Signers::EmployerOrOffice,
            Status::Released | Status::Refused => Signers::Employer,
        },
        RecordContent::Purge { .. }
        | RecordContent::Export { .. }
        | RecordContent::Seen { .. }
        | RecordContent::Withdrawal { .. }
        | RecordContent::Epoch { .. } => Signers::Office,
    }
}
