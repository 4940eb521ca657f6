import AssistenzDoor
import AssistenzKit
import Darwin
import Foundation
import WidgetKit

/// The one opened record of this process, and those who are told when it changes.
@MainActor
final class Core {
    static let shared = Core()

    /// Reads the screen again.
    var onChange: (() -> Void)?

    private let hands = BackgroundHands()
    private var opening: Task<Phones, any Error>?

    /// Opened on first use, off the main thread: opening reads the disk and the Keychain. A failure is not kept.
    func open() async throws -> Phones {
        if let opening { return try await opening.value }
        let hands = hands
        let task = Task { try await hands.run { Result { try Core.openNow() } }.get() }
        opening = task
        do {
            return try await task.value
        } catch {
            opening = nil
            throw error
        }
    }

    /// Clocks in or out for a widget, the live activity, Siri; returns what is to be said.
    func clock(begins: Bool, phone: String?) async throws -> String {
        let phones = try await open()
        return try await hands.run {
            Result {
                let id = try phone ?? Core.working(phones)
                let assistant = try phones.assistant(id: id)
                return try (begins ? assistant.clockIn() : assistant.clockOut()).announcement
            }
        }.get()
    }

    /// A sitting with the office of each team. True if something is left to do.
    func sync(deadlineMs: UInt64) async -> Bool {
        guard let phones = try? await open() else { return true }
        return await hands.run {
            do {
                return try phones.employers().map { team in
                    try team.worksHere
                        ? phones.assistant(id: team.id).syncNow(deadlineMs: deadlineMs).more
                        : phones.employer(id: team.id).syncNow(deadlineMs: deadlineMs).more
                }.contains(true)
            } catch {
                return true
            }
        }
    }

    /// The sentence for something that went wrong before there was a screen.
    static func sentence(_ problem: any Error) -> String {
        switch problem {
        case PhoneError.Refused(_, _, let sentence): sentence
        case PhoneError.Fault(_, let sentence): sentence
        default: problem.localizedDescription
        }
    }

    fileprivate func changed(_ topics: [Topic]) {
        onChange?()
        WidgetCenter.shared.reloadAllTimelines()
        DutyActivity.refresh()
        if topics.contains(.time), AppGroup.shift?.unsentCount ?? 0 > 0 { BackgroundSync.soon() }
    }

    /// The team that is open in the app, if somebody works in it; else the first in which somebody does.
    private nonisolated static func working(_ phones: Phones) throws -> String {
        let teams = try phones.employers().filter(\.worksHere)
        guard let team = teams.first(where: { $0.id == StoredMemory.shared.phone }) ?? teams.first else {
            throw PhoneError.Refused(code: "not_paired", detail: "", sentence: phones.sentence(code: "not_paired"))
        }
        return team.id
    }

    private nonisolated static func openNow() throws -> Phones {
        // The app's own folder and never a shared one: a lock held in a shared one ends the app when it is suspended.
        var folder = try FileManager.default.url(for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
            .appendingPathComponent("record", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Nothing leaves the phone by a backup: its keys could not be restored, and two phones must not continue one chain.
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)

        let setup = PhoneSetup(
            folder: folder.path,
            snapshotFolder: AppGroup.snapshots?.path ?? "",
            language: StoredMemory.shared.language ?? Locale.preferredLanguages.first ?? "de",
            zone: TimeZone.current.identifier,
            boot: boot())
        let phones = try Phones.open(setup: setup, vault: KeychainVault())
        phones.listen(listener: Listener())
        return phones
    }

    /// New after each start of the phone; empty if the system does not tell.
    private nonisolated static func boot() -> String {
        var size = 0
        guard sysctlbyname("kern.bootsessionuuid", nil, &size, nil, 0) == 0, size > 1 else { return "" }
        var bytes = [UInt8](repeating: 0, count: size)
        guard sysctlbyname("kern.bootsessionuuid", &bytes, &size, nil, 0) == 0 else { return "" }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}

/// Told by the core on the thread that made the change.
private final class Listener: ChangeListener {
    func changed(phone: String, topics: [Topic]) {
        Task { @MainActor in Core.shared.changed(topics) }
    }
}
