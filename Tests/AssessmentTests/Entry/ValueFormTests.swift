import Assessment
import Testing

@Suite struct ValueFormTests {
    static func read(_ text: String, _ column: ColumnID, year: Int = 2026) throws -> Result<String?, EntryProblem> {
        let column = try #require(try Shipped.columns(year).column(column))
        do {
            return .success(try ValueForm.read(text, as: column, year: year, source: .hand))
        } catch { return .failure(error) }
    }

    @Test(
        "marks are taken as they are meant",
        arguments: [
            ("0", "0"), ("40", "40"), ("7 ", "7"), (" 7", "7"), ("\u{A0}7\u{A0}", "7"), ("\t7\r\n", "7"),
            ("\u{2003}12", "12"),
            ("07", "7"), ("00040", "40"), ("a", "A"), (" b ", "B"), ("u", "U"), ("j", "J"), ("l", "L"), ("m", "M"),
            ("f", "F"), ("p", "P"),
        ])
    func marks(_ text: String, _ value: String) throws {
        #expect(try Self.read(text, "mathematics.paper1") == .success(value))
    }

    @Test("blank text clears", arguments: ["", " ", "\u{A0}", "\n\t", "\u{2003}\u{3000}"])
    func blank(_ text: String) throws {
        for column in try Shipped.columns(2026).all {
            #expect(try Self.read(text, column.id) == .success(nil))
        }
    }

    @Test(
        "every mark from 0 to the maximum is taken and the next one is not",
        arguments: [
            ("reading.paper1" as ColumnID, 50), ("gps.paper1", 50), ("gps.paper2", 20), ("mathematics.paper1", 40),
            ("mathematics.paper2", 35), ("mathematics.paper3", 35), ("reading.total", 50), ("gps.total", 70),
            ("mathematics.total", 110),
        ])
    func maximum(_ column: ColumnID, _ maximum: Int) throws {
        for mark in 0...maximum { #expect(try Self.read("\(mark)", column) == .success("\(mark)")) }
        for text in ["\(maximum + 1)", "999", "99999999999999999999999"] {
            guard case .failure(let problem) = try Self.read(text, column) else {
                Issue.record("\(text) was taken")
                continue
            }
            #expect(problem.reason == .invalid)
            #expect(problem.message.contains("marked out of \(maximum)"))
            #expect(problem.message.contains("0 to \(maximum)"))
        }
    }

    @Test(
        "text that is no whole mark is refused, never read as another one",
        arguments: [
            "-1", "+1", "3.5", "3,5", "１", "０", "٣", "½", "²", "1e2", "1 2", "0x10", "1/2", "absent", "AB", "N", "AS",
            "?",
            "−3", "7\u{200B}", "A\u{301}", "--", "41%",
        ])
    func notAMark(_ text: String) throws {
        guard case .failure(let problem) = try Self.read(text, "mathematics.paper1") else {
            Issue.record("“\(text)” was taken")
            return
        }
        #expect(problem.message.contains("“\(text)”"))
        #expect(problem.message.contains("0 to 40"))
        #expect(problem.message.contains("A, B, U, J, M, L, F, P"))
    }

    @Test("figures in other digits are told that plain ones are needed", arguments: ["１", "٣", "७"])
    func otherDigits(_ text: String) throws {
        guard case .failure(let problem) = try Self.read(text, "reading.paper1") else {
            Issue.record("“\(text)” was taken")
            return
        }
        #expect(problem.message.contains("plain digits"))
    }

    @Test(
        "scaled scores are 80 to 120, with or without +",
        arguments: [("80", "80"), ("120", "120"), ("97+", "97+"), (" 97+ ", "97+"), ("097", "97")])
    func scaled(_ text: String, _ value: String) throws {
        #expect(try Self.read(text, "reading.scaled") == .success(value))
    }

    @Test(
        "other text is no scaled score",
        arguments: ["79", "121", "0", "97++", "97 +", "N", "97.5", "９7", "-97", "+", "1000"])
    func notScaled(_ text: String) throws {
        guard case .failure(let problem) = try Self.read(text, "reading.scaled") else {
            Issue.record("“\(text)” was taken")
            return
        }
        #expect(problem.reason == .invalid)
        #expect(problem.message.contains("80"))
    }

    @Test(
        "teacher assessments are taken in either case",
        arguments: [("exs", "EXS"), (" gds", "GDS"), ("Pk6", "PK6"), ("em\u{A0}", "EM")])
    func teacherAssessment(_ text: String, _ value: String) throws {
        #expect(try Self.read(text, "writing.ta") == .success(value))
    }

    @Test("text of 10,000 characters is refused with a short message", arguments: ["9", "A", "é", "👩‍👧", "１"])
    func long(_ piece: String) throws {
        let text = String(repeating: piece, count: 10_000)
        for column in try Shipped.columns(2026).all {
            guard case .failure(let problem) = try Self.read(text, column.id) else {
                Issue.record("\(column.id) took it")
                continue
            }
            #expect(problem.message.count < 400)
        }
    }

    @Test("the example of the workflow: what is wrong and what is allowed")
    func message() throws {
        guard case .failure(let problem) = try Self.read("41", "mathematics.paper1") else {
            Issue.record("41 was taken")
            return
        }
        #expect(
            problem.message
                == "Mathematics Paper 1 (arithmetic) is marked out of 40. Enter a whole number from 0 to 40, or a code (A, B, U, J, M, L, F, P)."
        )
    }

    @Test("a column that the year does not have is refused by name")
    func unknownColumn() throws {
        let problem = try #require(try Shipped.row(2026).problem("1", in: "science.paper1"))
        #expect(problem.message.contains("science.paper1"))
    }
}
