import AssistenzKit
import Foundation
import Observation

/// What the window shows, for SwiftUI: the presenter's state, and what only the platform can do.
@MainActor @Observable
final class Shell {
    private(set) var shown: Shown?
    private(set) var words = Words { $0 }
    private(set) var language = ""
    private(set) var rightToLeft = false
    /// Why the record could not be opened; nil while it can.
    private(set) var closed: String?
    /// The camera is open for a pairing code.
    var reading = false
    /// Files that wait for a place of the person's choice.
    var saving = false
    private(set) var files: [URL] = []

    private var presenter: Presenter?

    /// Opens the record and shows its first screen. Asked again, it tries again.
    func open() async {
        guard presenter == nil else { return }
        do {
            let phones = try await Core.shared.open()
            let presenter = Presenter(Door(phones, memory: StoredMemory.shared, camera: CodeReader.hasCamera))
            self.presenter = presenter
            closed = nil
            presenter.onShown = { [weak self] shown in
                self?.speak(phones.language(), phones.languages().contains { $0.code == phones.language() && $0.rightToLeft })
                self?.shown = shown
            }
            presenter.onOutside = { [weak self] in self?.outside($0) }
            words = Words { phones.label(key: $0) }
            Core.shared.onChange = { [weak presenter] in presenter?.refresh() }
            presenter.refresh()
            DutyActivity.refresh()
        } catch {
            closed = Core.sentence(error)
        }
    }

    /// The words come anew with each language: a new value, so that every screen is drawn again.
    private func speak(_ code: String, _ rightToLeft: Bool) {
        guard code != language else { return }
        language = code
        self.rightToLeft = rightToLeft
        words = Words(say: words.say)
    }

    func on(_ tap: Tap) { presenter?.on(tap) }

    func refresh() {
        if presenter == nil { Task { await open() } } else { presenter?.refresh() }
    }

    /// A tag, a poster or a shortcut at the door leads to today's screen. Nothing is written: a person taps.
    func arrive(_ url: URL) {
        guard url.host() == "kommen" else { return }
        presenter?.arrive(.today, words: words("confirm-tag"))
    }

    func read(code: String) {
        reading = false
        on(.pair(code: code))
    }

    private func outside(_ wish: Outside) {
        switch wish {
        case .readCode: reading = true
        case .save(let mine): save(mine)
        }
    }

    /// Lays the files where only this app sees them, until the person has chosen a place.
    private func save(_ mine: [MyFile]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            files = try mine.map { file in
                let place = folder.appendingPathComponent(file.name)
                try file.bytes.write(to: place, options: .completeFileProtection)
                return place
            }
            saving = true
        } catch {
            presenter?.arrive(.export, words: words("went-wrong"))
        }
    }

    /// Nothing of it stays behind, whether it was moved or not.
    func saved() {
        if let folder = files.first?.deletingLastPathComponent() { try? FileManager.default.removeItem(at: folder) }
        files = []
    }
}
