import Foundation

/// Days and times as people choose, write and read them, and as the door takes them: `2026-11-26`, `08:30`.
/// A day on the wall belongs to no zone; the door knows the workplace's. So days are counted in one calendar without summer time.
public enum Typed {
    /// The calendar and zone in which a date picker must count, so that what it shows is what is handed on.
    public static let wall: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0)!
        return calendar
    }()

    /// The chosen day, `2026-11-26`.
    public static func day(_ chosen: Date) -> String {
        let parts = wall.dateComponents([.year, .month, .day], from: chosen)
        return [padded(parts.year!, 4), padded(parts.month!, 2), padded(parts.day!, 2)].joined(separator: "-")
    }

    /// What a picker starts with, from `2026-11-26`; nil if that is no day.
    public static func chosen(_ day: String) -> Date? {
        let numbers = day.split(separator: "-").map { Int($0) }
        guard numbers.count == 3 else { return nil }
        let date = wall.date(from: DateComponents(year: numbers[0], month: numbers[1], day: numbers[2], hour: 12))
        return date.flatMap { Typed.day($0) == day ? $0 : nil }
    }

    /// A day as the door takes it. What cannot be read is handed on as it is: the door says what is wrong with it.
    static func day(_ text: String) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2], year > 999 else { return text }
        return [padded(year, 4), padded(month, 2), padded(day, 2)].joined(separator: "-")
    }

    /// `2026-11-26` as people read it, `26.11.2026`.
    public static func shown(_ day: String) -> String { day.split(separator: "-").reversed().joined(separator: ".") }

    static func time(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A day on the calendar, without a time and without a zone.
public struct Day: Equatable, Sendable {
    private let noon: Date

    /// The day on which `moment` lies in `zone`.
    public init(_ moment: Date, in zone: TimeZone) {
        var there = Calendar(identifier: .gregorian)
        there.timeZone = zone
        var parts = there.dateComponents([.year, .month, .day], from: moment)
        parts.hour = 12
        noon = Typed.wall.date(from: parts)!
    }

    private init(noon: Date) { self.noon = noon }

    public func adding(days: Int) -> Day { Day(noon: Typed.wall.date(byAdding: .day, value: days, to: noon)!) }

    /// `2026-11-26`.
    public var text: String { Typed.day(noon) }

    /// `2026-11`.
    public var month: String { String(text.prefix(7)) }

    /// The month after this day's.
    public var nextMonth: String {
        let first = Typed.wall.date(from: Typed.wall.dateComponents([.year, .month], from: noon))!
        return String(Typed.day(Typed.wall.date(byAdding: .month, value: 1, to: first)!).prefix(7))
    }

    /// The present day where the phone is.
    public static func today() -> Day { Day(Date(), in: .current) }
}
