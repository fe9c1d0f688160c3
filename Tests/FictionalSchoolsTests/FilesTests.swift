import Assessment
import FictionalSchools
import Foundation
import Testing

@Suite struct FilesTests {
    /// Rows of a CSV file of which no field holds a line end.
    private func rows(_ text: String) -> [[String]] {
        text.split(separator: "\r\n").map { line in
            var fields = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: fields.append("")
                default: fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
    }

    @Test(arguments: [2024, 2025, 2026])
    func `the roster has a line for each pupil of the year, all with the columns of the headings`(year: Int) throws {
        // given
        let school = try Given.school()

        // when
        let rows = try rows(Given.text(of: .roster, school, year: year))

        // then
        #expect(rows.first == FictionalSchool.rosterHeadings)
        #expect(rows.allSatisfy { $0.count == FictionalSchool.rosterHeadings.count })
        #expect(try rows.count == school.places(in: year).count + 1)
        #expect(rows.dropFirst().allSatisfy { $0[8] == "\(year - 1)/\(year % 100)" })
        for row in rows.dropFirst() {
            #expect(YearGroup(reading: row[9]) != nil)
            #expect(row[12] < "\(year)-09-01", "a leaver of a later year")
        }
    }

    @Test(arguments: [2024, 2025, 2026])
    func `the results file has a line for each Year 6 pupil, all with the columns of the headings`(year: Int) throws {
        // given
        let school = try Given.school()
        let reference = try Given.reference()
        let columns = try #require(KeyStage2Columns(year: year, codes: reference.codes))

        // when
        let rows = try rows(Given.text(of: .results, school, year: year))

        // then
        let headings = FictionalSchool.resultsHeadings
        #expect(rows.first == headings)
        #expect(rows.allSatisfy { $0.count == headings.count })
        #expect(try rows.count == school.keyStage2(in: year).count + 1)
        func field(_ row: [String], _ heading: String) -> String { row[headings.firstIndex(of: heading) ?? 0] }
        for row in rows.dropFirst() {
            #expect(field(row, "LAESTAB") == "8209991")
            #expect(field(row, "DOB").split(separator: "/").count == 3)
            #expect(columns.test(.mathematics)?.outcome.code(field(row, "MATOUTCOME")) != nil)
            let papers = ["MATARITHMRK", "MATPAPER2MRK", "MATPAPER3MRK"].compactMap { Int(field(row, $0)) }
            #expect(papers.isEmpty || papers.reduce(0, +) == Int(field(row, "MATMRK")))
            #expect(!field(row, "READSCORE").contains("+"))
            #expect(year == 2026 || field(row, "MATSCORE").isEmpty)
        }
    }

    @Test func `the CTF files are whole XML with a pupil for each pupil`() throws {
        // given
        let school = try Given.school()
        let cases: [(FictionalFile, Int)] = [
            (.keyStage2Transfer, try school.keyStage2(in: 2026).count),
            (.fullTransfer, try school.places(in: 2026).count { $0.yearGroup == .year6 }),
        ]

        for (file, pupils) in cases {
            // when
            let text = try Given.text(of: file, school)

            // then
            #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CTfile>\n"))
            #expect(text.hasSuffix("</CTfile>\n"))
            #expect(text.contains("<CTFversion>25.0</CTFversion>"))
            #expect(openElements(text).isEmpty)
            #expect(text.components(separatedBy: "<Pupil>").count - 1 == pupils)
            #expect(text.firstRange(of: "></") == nil, "an empty element")
        }
    }

    /// The elements that are not closed, or closed in the wrong order.
    private func openElements(_ text: String) -> [Substring] {
        var open: [Substring] = []
        for part in text.split(separator: "<").dropFirst() {
            guard let end = part.firstIndex(of: ">") else { return [part] }
            let name = part[..<end]
            guard name.hasPrefix("/") else {
                open.append(name)
                continue
            }
            guard open.last == name.dropFirst() else { return [name] }
            open.removeLast()
        }
        return open
    }

    @Test func `a full CTF of the whole school can be had`() throws {
        // given
        let school = try Given.school()
        var text = ""

        // when
        try school.writeFullTransfer(year: 2026, yearGroups: .reception ... .year6) {
            text += String(decoding: $0, as: UTF8.self)
        }

        // then
        #expect(try text.components(separatedBy: "<Pupil>").count - 1 == school.places(in: 2026).count)
        #expect(text.contains("<Component>E17</Component>"))
        #expect(text.contains("<FSMhistory>"))
        #expect(text.contains("07700 900"))
    }

    @Test func `a year of which nothing is known is refused`() throws {
        let school = try Given.school()
        #expect(throws: FictionalSchoolError.yearNotInSchool(2023, years: 2024...2026)) {
            try school.writeRoster(year: 2023) { _ in }
        }
    }

    @Test func `what the sink throws comes out`() throws {
        struct Full: Error {}
        let school = try Given.school()
        #expect(throws: Full.self) { try school.writeRoster(year: 2026) { _ in throw Full() } }
    }

    @Test func `the big CTF reaches its size and no UPN stands in it twice`() throws {
        // given
        var text = ""

        // when
        let pupils = try BigTransfer.write(approximateBytes: 3_000_000, reference: Given.reference()) {
            text += String(decoding: $0, as: UTF8.self)
        }

        // then
        let numbers = text.components(separatedBy: "<UPN>").dropFirst().map { $0.prefix(13) }
        #expect(numbers.count == pupils)
        #expect(Set(numbers).count == pupils)
        #expect((3_000_000...3_100_000).contains(text.utf8.count))
        #expect(openElements(text).isEmpty)
        for pupil in text.components(separatedBy: "<Pupil>").dropFirst() {
            #expect(pupil.components(separatedBy: "<Component>").count - 1 >= 17 + 2 + 6)
        }
    }
}
