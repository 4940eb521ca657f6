import Foundation
import Testing

@testable import AssistenzKit

@Suite struct TypedTests {
    @Test("a day is handed on as the door takes it, whichever way it was written")
    func written() {
        #expect(Typed.day(" 7.10.2026 ") == "2026-10-07")
        #expect(Typed.day("07.10.2026") == "2026-10-07")
        #expect(Typed.day("2026-10-07") == "2026-10-07")
    }

    @Test("what is no day is handed on unchanged: the door says what is wrong", arguments: ["morgen", "", "7.10.26", "7.10", "1..2026"])
    func unreadable(text: String) { #expect(Typed.day(text) == text) }

    @Test("what a picker shows is what is handed on, every day of forty years")
    func everyDay() throws {
        var chosen = try #require(Typed.chosen("2020-01-01"))
        for _ in 0..<(40 * 365) {
            let day = Typed.day(chosen)
            #expect(Typed.chosen(day) == chosen)
            chosen += 86_400
        }
        #expect(Typed.day(chosen) == "2059-12-22")
    }

    @Test("nothing is chosen where there is no such day", arguments: ["2026-02-30", "2026-13-01", "2026-02", "heute", ""])
    func none(day: String) { #expect(Typed.chosen(day) == nil) }

    @Test("the day is the calendar's where the phone is, and its neighbours follow over summer time and the year's end")
    func days() {
        // 2026-10-24 23:30 in Berlin; the clocks go back in the night after.
        let late = Day(Date(timeIntervalSince1970: Double(at("2026-10-24 23:30")) / 1000), in: berlin)
        #expect(late.text == "2026-10-24")
        #expect(late.adding(days: 1).text == "2026-10-25")
        #expect(late.adding(days: 2).text == "2026-10-26")
        #expect(late.adding(days: -24).month == "2026-09")
        #expect(late.month == "2026-10")
        #expect(late.adding(days: 68).text == "2026-12-31")
        #expect(late.adding(days: 68).nextMonth == "2027-01")
    }
}
