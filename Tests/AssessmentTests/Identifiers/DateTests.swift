import Assessment
import Foundation
import Testing

@Suite struct DateTests {
    @Test(
        "ISO dates are read, and written the same", arguments: ["2026-05-14", "2024-02-29", "2000-02-29", "1900-01-01"])
    func iso(_ text: String) throws {
        #expect(try #require(CalendarDate(iso: text)).description == text)
    }

    @Test(
        "days that are none, and other forms, are refused",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "1899-12-31",
            "3000-01-01",
            "14/05/2026", "2026-5-14", "2026-05-14T00:00", " 2026-05-14", "２026-05-14", "", "2026/05/14",
        ])
    func notADate(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("dates sort by year, month and day, and read in words")
    func orderAndWords() throws {
        let dates = try ["2026-05-14", "2025-12-31", "2026-05-02", "2026-11-01"].map {
            try #require(CalendarDate(iso: $0))
        }
        #expect(dates.sorted().map(\.description) == ["2025-12-31", "2026-05-02", "2026-05-14", "2026-11-01"])
        #expect(dates[2].inWords == "2 May 2026")
    }

    @Test("a date that is none is refused in JSON too")
    func coding() throws {
        let date = try #require(CalendarDate(iso: "2026-05-14"))
        let data = try JSONEncoder().encode([date])
        #expect(String(decoding: data, as: UTF8.self) == "[\"2026-05-14\"]")
        #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2026-02-30\"]".utf8))
        }
    }

    @Test(
        "a school year runs from 1 September to 31 August",
        arguments: [
            ("2025-08-31", 2025), ("2025-09-01", 2026), ("2025-12-31", 2026), ("2026-01-01", 2026),
            ("2026-08-31", 2026),
            ("2026-09-01", 2027),
        ])
    func schoolYear(_ day: String, _ endYear: Int) throws {
        let date = try #require(CalendarDate(iso: day))
        let year = try #require(SchoolYear.containing(date))
        #expect(year.endYear == endYear)
        #expect(year.contains(date))
    }

    @Test("a school year is labelled by both its years")
    func label() throws {
        #expect(try #require(SchoolYear(endYear: 2026)).label == "2025/26")
        #expect(try #require(SchoolYear(endYear: 2010)).label == "2009/10")
        #expect(try #require(SchoolYear(endYear: 2000)).label == "1999/00")
        #expect(try #require(SchoolYear(endYear: 2008)).label == "2007/08")
        #expect(SchoolYear(endYear: 1999) == nil)
        #expect(SchoolYear(endYear: 26) == nil)
        #expect(SchoolYear(endYear: 2100)?.advanced(by: 1) == nil)
    }
}
