import Assessment
import Testing

@Suite struct CodeListTests {
    static func codes(_ subject: Subject, _ kind: ResultCode.Kind, _ year: Int, typed: Bool) -> Set<String> {
        Set(
            Shipped.data.codes.codes(.ks2, subject, kind, year: year)
                .filter { ($0.entry == .imported) != typed }.map(\.code))
    }

    @Test(
        "test codes that a school may type, by year",
        arguments: [
            (2016, "A B M L F P AS NS"), (2018, "A B M L F P AS NS"), (2019, "A B U J M L F P AS NS"),
            (2022, "A B U J M L F P AS NS"), (2026, "A B U J M L F P AS NS"),
        ])
    func testCodes(_ year: Int, _ expected: String) {
        for subject in [Subject.reading, .gps, .mathematics] {
            #expect(
                Self.codes(subject, .test, year, typed: true) == Set(expected.split(separator: " ").map(String.init)))
        }
    }

    @Test(
        "test codes that only a file brings, by year",
        arguments: [(2016, "N T H Q D CA CN"), (2018, "N T H Q D CA CN"), (2019, "N H Q CA CN"), (2026, "N H Q CA CN")])
    func importedTestCodes(_ year: Int, _ expected: String) {
        for subject in [Subject.reading, .gps, .mathematics] {
            #expect(
                Self.codes(subject, .test, year, typed: false) == Set(expected.split(separator: " ").map(String.init)))
        }
    }

    @Test(
        "teacher assessment codes by subject and year",
        arguments: [
            (Subject.writing, 2026, "GDS EXS WTS PK6 PK5 PK4 PK3 PK2 PK1 EM A L F P"),
            (.writing, 2022, "GDS EXS WTS PK6 PK5 PK4 PK3 PK2 PK1 EM A L F P"),
            (.writing, 2019, "GDS EXS WTS PK6 PK5 PK4 PK3 PK2 PK1 BLW A D L F P"),
            (.writing, 2017, "GDS EXS WTS PKG PKF PKE BLW A D L F P"),
            (.science, 2026, "EXS HNM A L F P"), (.science, 2018, "EXS HNM A D L F P"),
            (.reading, 2026, "PK6 PK5 PK4 PK3 PK2 PK1 EM A L F P"),
            (.reading, 2019, "PK6 PK5 PK4 PK3 PK2 PK1 BLW A D L F P"),
            (.reading, 2016, "EXS HNM PKG PKF PKE BLW A D L F P"),
            (.mathematics, 2026, "PK6 PK5 PK4 PK3 PK2 PK1 EM A L F P"),
            (.mathematics, 2018, "EXS HNM PKG PKF PKE BLW A D L F P"), (.gps, 2026, ""),
        ])
    func teacherAssessment(_ subject: Subject, _ year: Int, _ expected: String) {
        #expect(Self.codes(subject, .ta, year, typed: true) == Set(expected.split(separator: " ").map(String.init)))
        #expect(Self.codes(subject, .ta, year, typed: false) == (subject == .gps ? [] : ["Q"]))
    }

    @Test("exactly M, L, F and P leave a pupil out of a test, and L, F and P out of a teacher assessment")
    func leftOut() {
        for year in [2016, 2019, 2022, 2026] {
            for subject in Subject.allCases {
                for kind in [ResultCode.Kind.test, .ta] {
                    let all = Shipped.data.codes.codes(.ks2, subject, kind, year: year)
                    guard !all.isEmpty else { continue }
                    let out = Set(all.filter { $0.measure == .leftOut }.map(\.code))
                    #expect(out == (kind == .test ? ["M", "L", "F", "P"] : ["L", "F", "P"]), "\(subject) \(year)")
                    #expect(all.allSatisfy { ($0.level == nil) == ($0.measure == .leftOut) && !$0.meaning.isEmpty })
                    #expect(Set(all.map(\.code)).count == all.count)
                }
            }
        }
    }

    @Test("the years of a code that is out of use can be told")
    func years() {
        #expect(Shipped.data.codes.years(of: "T", .ks2, .reading, .test) == [2016...2018])
        #expect(Shipped.data.codes.years(of: "PKG", .ks2, .writing, .ta) == [2016...2018])
        #expect(Shipped.data.codes.years(of: "XYZ", .ks2, .writing, .ta).isEmpty)
    }

    @Test(
        "a code of another year is refused with the year and what is allowed",
        arguments: [
            (2018, "mathematics.paper1" as ColumnID, "U"), (2018, "reading.paper1", "J"),
            (2019, "reading.outcome", "T"),
            (2026, "writing.ta", "PKG"), (2026, "writing.ta", "BLW"), (2026, "reading.ta", "EXS"),
            (2026, "mathematics.ta", "HNM"), (2019, "writing.ta", "EM"), (2018, "writing.ta", "PK3"),
            (2026, "science.ta", "WTS"), (2026, "science.ta", "GDS"), (2026, "writing.ta", "HNM"),
            (2026, "writing.ta", "D"),
            (2026, "reading.paper1", "N"), (2026, "reading.paper1", "AS"), (2026, "reading.paper1", "CA"),
        ])
    func wrongYear(_ year: Int, _ column: ColumnID, _ code: String) throws {
        // given
        let row = try Shipped.row(year)
        // when
        let problem = try #require(row.problem(code, in: column, source: .file))
        // then
        #expect(problem.reason == .unknownCode)
        #expect(problem.message.contains("“\(code)”"))
        #expect(problem.message.contains("\(year)"))
        #expect(problem.message.contains("Enter "))
    }

    @Test(
        "codes that only a file brings are refused by hand and taken from a file",
        arguments: [
            (2026, "reading.outcome" as ColumnID, "N"), (2026, "reading.paper1", "H"),
            (2026, "mathematics.paper2", "Q"),
            (2026, "gps.outcome", "CA"), (2018, "reading.outcome", "T"), (2018, "gps.paper1", "D"),
            (2026, "writing.ta", "Q"),
            (2026, "science.ta", "Q"), (2026, "reading.ta", "Q"),
        ])
    func importedOnly(_ year: Int, _ column: ColumnID, _ code: String) throws {
        let row = try Shipped.row(year)
        let problem = try #require(row.problem(code, in: column))
        #expect(problem.reason == .invalid)
        #expect(problem.message.contains("file"))
        #expect(try row.check(code, in: column, source: .file) == code)
    }

    @Test("no columns in years without tests", arguments: [2015, 2020, 2021])
    func notHeld(_ year: Int) {
        #expect(KeyStage2Columns(year: year, codes: Shipped.data.codes) == nil)
        #expect(!KeyStage2Columns.isHeld(in: year))
    }

    @Test("the columns have the names that scripts rely on")
    func names() throws {
        #expect(
            try Shipped.columns(2026).all.map(\.id.rawValue) == [
                "reading.paper1", "reading.total", "reading.scaled", "reading.outcome", "reading.ta", "gps.paper1",
                "gps.paper2", "gps.total", "gps.scaled", "gps.outcome", "writing.ta", "mathematics.paper1",
                "mathematics.paper2", "mathematics.paper3", "mathematics.total", "mathematics.scaled",
                "mathematics.outcome", "mathematics.ta", "science.ta",
            ])
    }

    @Test("each subject filter shows its columns, and the summary shows no marks")
    func filters() throws {
        let all = try Shipped.columns(2026).all
        func shown(_ filter: SubjectFilter) -> Int { all.count { filter.shows($0) } }
        #expect(shown(.english) == 11)
        #expect(shown(.mathematics) == 7)
        #expect(shown(.science) == 1)
        #expect(shown(.summary) == 10)
    }
}
