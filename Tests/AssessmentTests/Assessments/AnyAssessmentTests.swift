import Assessment
import Testing

@Suite struct AnyAssessmentTests {
    static let years = [2017, 2019, 2023, 2026]

    @Test func `every column has its own name, a heading, and is in a filter or is only stored`() throws {
        for (kind, group) in AnyAssessment.grids {
            for year in 2012...2027 {
                guard let columns = try? AnyAssessment.columns(kind, year, group) else { continue }
                #expect(columns.kind == kind)
                #expect(columns.yearGroup == group)
                #expect(Set(columns.all.map(\.id)).count == columns.all.count)
                #expect(columns.all.allSatisfy { !$0.heading.isEmpty && !$0.fullTitle.isEmpty })
                #expect(columns.all.allSatisfy { columns.column($0.id) == $0 })
                #expect(!columns.filters.isEmpty)
                #expect(columns.filters.allSatisfy { !$0.columns.isEmpty })
                #expect(columns.filter("nonsense") == columns.filters.first)
                #expect(columns.filters.flatMap(\.columns).allSatisfy { columns.column($0.id) != nil })
            }
        }
    }

    @Test func `every typed code is taken by hand, in either case, and codes of files only by files`() throws {
        for (kind, group) in AnyAssessment.grids {
            for year in Self.years {
                guard let columns = try? AnyAssessment.columns(kind, year, group) else { continue }
                let row = columns.anyRow([:])
                for column in columns.stored {
                    for code in column.codes {
                        #expect(try row.check(code.code, in: column.id, source: .file) == code.code)
                        let byHand = row.problem(of: code.code.lowercased(), in: column.id)
                        #expect(
                            (byHand == nil) == (code.entry != .imported), "\(kind) \(year) \(column.id) \(code.code)")
                        #expect(!code.meaning.isEmpty)
                    }
                }
            }
        }
    }

    @Test(arguments: AnyAssessment.grids.map(\.kind))
    func `a sequence of checked edits never throws a row together that can't be cleared`(_ kind: AssessmentKind) throws
    {
        var random = SeededGenerator(seed: 42)
        for group in kind.yearGroups {
            for year in Self.years {
                guard let columns = try? AnyAssessment.columns(kind, year, group) else { continue }
                for _ in 0..<20 {
                    var row = columns.anyRow([:])
                    for _ in 0..<40 {
                        // when
                        guard let column = columns.all.randomElement(using: &random) else { continue }
                        let text = EntryPropertyTests.text(for: column, using: &random)
                        guard let value = try? row.check(text, in: column.id, source: .hand) else { continue }
                        row = row.setting(column.id, to: value)
                        // then
                        let (done, due) = row.completeness()
                        #expect(done <= due)
                        #expect(Set(row.cells().keys) == Set(columns.all.map(\.id)))
                        #expect(row.facts.keys.allSatisfy { columns.column($0)?.isStored == true })
                        #expect(row.values().count == row.cells().count { $0.value.value != nil })
                    }
                    for column in row.facts.keys {
                        #expect(try row.check("", in: column, source: .hand) == nil)
                        row = row.setting(column, to: nil)
                    }
                    #expect(row.isEmpty)
                    #expect(row.offers().isEmpty)
                }
            }
        }
    }

    @Test func `a column of another assessment is refused with those there are`() throws {
        let problem = try AnyAssessment.row(.mtc, 2026).problem(of: "1", in: "e01")
        #expect(problem?.message == "Multiplication tables check 2026 has no column “e01”. Enter one of mark.")
    }

    @Test func `the filters of Key Stage 2 are those that addresses know`() throws {
        let columns = try Shipped.columns(2026)
        #expect(columns.filters.map(\.id) == SubjectFilter.allCases.map(\.rawValue))
        #expect(columns.filters.map(\.title) == SubjectFilter.allCases.map(\.title))
        #expect(columns.filters.map { $0.columns.count } == [9, 7, 1, 10])
    }
}
