import AssistenzDoor

/// The employer's screens of one team, from the door's records.
final class EmployerRooms: Sendable {
    private let phone: any EmployerPhoneProtocol
    private let label: @Sendable (String) -> String

    init(_ phone: any EmployerPhoneProtocol, label: @escaping @Sendable (String) -> String) {
        self.phone = phone
        self.label = label
    }

    func tabs(_ place: Place) -> [Tab] {
        [
            Tab(label: label("today"), icon: "today", place: .today, chosen: place == .today),
            Tab(label: label("waiting"), icon: "waiting", place: .waiting, chosen: place == .waiting),
            Tab(label: label("more"), icon: "more", place: .more, chosen: place == .more),
        ]
    }

    /// The screen of a place; nil if it is none of the employer's.
    func screen(_ place: Place) throws -> Screen? {
        switch place {
        case .today: return try today()
        case .waiting:
            let today = try phone.today()
            let lines = today.waiting.map { Line(title: $0.title, detail: $0.line, open: .open(.approval(person: $0.person, month: $0.month))) }
            return .listing(Screen.Listing(title: label("waiting"), intro: today.waitingLine, lines: lines))
        case .approval(let person, let month): return try approval(person, month)
        case .unsent: return try phone.syncSheet().shown(label("sync"))
        default: return nil
        }
    }

    func links() -> [Line] { [Line(title: label("sync"), open: .open(.unsent))] }

    private func today() throws -> Screen {
        let today = try phone.today()
        return .deskToday(
            Screen.DeskToday(
                title: today.title, onShiftLine: today.onShiftLine,
                onShift: today.onShift.map { Line(title: $0.name, detail: $0.line) },
                planned: today.planned.map { Line(title: $0) },
                waiting: Line(title: today.waitingLine, open: .open(.waiting)),
                contact: Line(title: today.syncLine, open: .open(.unsent))))
    }

    private func approval(_ person: String, _ month: String) throws -> Screen {
        let sheet = try phone.approval(person: person, month: month)
        return .approval(
            Screen.Approval(
                title: sheet.title,
                person: person,
                month: month,
                summary: sheet.summary,
                exceptions: sheet.exceptions.map {
                    Differing(title: $0.title, line: $0.line, notes: $0.notes, blocks: $0.blocks, proposal: $0.proposal)
                },
                totals: sheet.totals.map(\.shown) + (sheet.payAmount.map { [Total(label: label("pay"), value: $0)] } ?? []),
                notices: sheet.notices.map(\.shown),
                approve: sheet.canApprove ? sheet.approveLabel : nil,
                notNow: sheet.notNow))
    }

    /// Carries a tap out; nil if it is none of the employer's.
    func act(_ tap: Tap) throws -> Told? {
        switch tap {
        case .approve(let person, let month, let over):
            let reasons = over.sorted { $0.key < $1.key }.map { OverObjection(proposal: $0.key, reason: $0.value) }
            return try phone.approve(person: person, month: month, over: reasons).told(.go(.waiting))
        case .syncNow: return try phone.syncNow(deadlineMs: sittingMs).told
        default: return nil
        }
    }
}
