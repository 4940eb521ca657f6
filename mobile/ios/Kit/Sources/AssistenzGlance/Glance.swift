import Foundation

/// What a widget may know of one team's shift, from the small file that the core writes after each change. No name stands in it.
/// Read here without the core, so that the widget's own process stays small; the story holds both readings against each other.
public struct Glance: Codable, Equatable, Sendable {
    public let phone: String
    /// Since when a shift runs, in ms since 1970; nil if none does.
    public let startedMs: Int64?
    /// `Im Dienst`, `Keine Schicht`.
    public let headline: String
    /// The words on the button: `Kommen`, `Gehen`.
    public let button: String
    /// What waits for the office.
    public let unsentCount: UInt32

    /// One per team, in the order of the phones' ids; empty if the folder is not there. A file that cannot be read is left out.
    public static func all(in folder: URL) -> [Glance] {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return files.filter { $0.pathExtension == "json" }
            .compactMap { try? decoder.decode(Glance.self, from: Data(contentsOf: $0)) }
            .sorted { $0.phone < $1.phone }
    }

    /// The one to show: what runs, else the first.
    public static func shown(in folder: URL) -> Glance? {
        let all = all(in: folder)
        return all.first { $0.startedMs != nil } ?? all.first
    }
}
