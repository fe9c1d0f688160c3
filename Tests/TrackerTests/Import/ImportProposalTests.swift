import Assessment
import Foundation
import Storage
import Testing
import Tracker

/// Who a pupil of a file may be whose UPN nobody here has: proposed by name and date of birth, taken only by a person's word.
struct ImportProposalTests {
    private static let stranger = UPNs.text(99)

    private func results(_ born: String, _ name: String = "Brook,Ben", upn: String = stranger) -> String {
        "UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME\n\(upn),\(name),\(born),EXS\n"
    }

    @Test(
        "Accents, apostrophes, hyphens, blanks and case make no other name",
        arguments: [
            ("OFICTIONAL SMITH,zoe", "2014-11-03", Int64(3)), ("O'Fictional‐Smith,ZOË", "03/11/2014", 3),
            ("LUKASIEWICZ,JAN", "2014-11-04", 4), ("O’FICTIONAL-SMITH,Zoe\u{308}", "2014-11-03", 3),
        ])
    func folded(_ name: String, _ born: String, _ id: Int64) async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(results(born, name))
            let question = try #require(preview.pupilQuestions.first)
            #expect(question.key == Self.stranger)
            #expect(question.candidates.map(\.id) == [id])
            #expect(question.candidates.map(\.likeness) == [.nameAndBirthDate])
            #expect(question.answer == nil && question.unanswered == .notTaken && !question.mayBeNew)
            #expect(preview.count(.new) == 0)
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A namesake born on another day is named with both dates and not offered`(_ engine: DatabaseEngine)
        async throws
    {
        try await ImportFixture.with(engine) { fixture in
            // when
            let outcome = try await fixture.apply(results("2014-12-25"))
            // then
            #expect(outcome.preview.pupilQuestions.isEmpty)
            #expect(outcome.preview.lines == ["unmatched_pupil pupil ->Brook, Ben"])
            #expect(
                outcome.preview.message("pupil")
                    == "Nobody here has the UPN \(Self.stranger). Brook, Ben, born 2 November 2014 (\(ImportFixture.ben)) has the same name and another date of birth than the file’s, 25 December 2014, so is not offered as the same pupil. If a date is wrong, correct it first. A results file adds no pupils: add the pupil, or give a full CTF or a pupil list first. 1 value is not taken."
            )
            #expect(try await fixture.facts(2).isEmpty)
        }
    }

    @Test func `Of two namesakes only the one born that day is offered`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.apply("UPN,Surname,Forename,DOB,Year group\n\(UPNs.text(50)),Brook,Ben,2014-12-25,6\n")
            // when
            let preview = try await fixture.preview(results("2014-11-02"))
            // then
            let question = try #require(preview.pupilQuestions.first)
            #expect(question.candidates.map(\.id) == [2])
            #expect(question.others.map(\.upn?.text) == [UPNs.text(50)])
            #expect(question.others.map(\.likeness) == [.otherBirthDate])
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `Without a date of birth namesakes are offered, marked as that, and taken only when somebody says so`(
        _ engine: DatabaseEngine
    ) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let file = "SURNAME,FORENAMES,WRITTAOUTCOME\nBrook,Ben,EXS\nNobody,Nils,GDS\n"
            // when
            let preview = try await fixture.preview(file)
            let undecided = try await fixture.apply(file)
            let decided = try await fixture.apply(file, choices: ImportChoices(pupils: ["line 2": .existing(2)]))
            // then
            #expect(preview.pupilQuestions.map(\.key) == ["line 2"])
            #expect(preview.pupilQuestions.first?.candidates.map(\.likeness) == [.name])
            #expect(
                preview.items.first?.message
                    == "The file gives no UPN. Brook, Ben, born 2 November 2014 (\(ImportFixture.ben)) has the same name, but the file gives no date of birth: say who it is only if you know. 1 value is not taken."
            )
            #expect(undecided.batch == nil)
            #expect(try await fixture.facts(2) == ["writing.ta": "EXS"])
            #expect(decided.preview.pupilQuestions.map(\.answer) == [.existing(2)])
            // and the answer can be changed: everybody offered before is offered still
            #expect(decided.preview.pupilQuestions.first?.candidates.map(\.id) == [2])
        }
    }

    @Test func `Whose date of birth is not recorded here is offered as a namesake`() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.database.write { session in
                try PupilStore(session).insert(
                    Pupil(id: 90, surname: "New", forename: "Noor"), school: 1,
                    by: ImportFixture.stamp(source: .command))
            }
            let preview = try await fixture.preview(results("2014-11-09", "New,Noor"))
            #expect(preview.pupilQuestions.first?.candidates.map(\.likeness) == [.name])
            #expect(preview.message("pupil")?.contains("but no date of birth is recorded here") == true)
        }
    }

    @Test func `A list adds a pupil with a namesake's name and another birth date, and says so`() async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(
                "UPN,Surname,Forename,DOB,Year group\n\(Self.stranger),Brook,Ben,2014-12-25,6\n")
            #expect(outcome.pupilsAdded == 1)
            #expect(outcome.preview.pupilQuestions.isEmpty)
            #expect(outcome.preview.message("pupil")?.contains("another date of birth than the file’s") == true)
        }
    }

    @Test func `A list without dates of birth asks, adds where nobody answers, and changes whom the answer names`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // given
            let file = "UPN,Surname,Forename,SEN,Year group\n\(Self.stranger),Brook,Ben,K,6\n"
            // when
            let open = try await fixture.preview(file)
            let outcome = try await fixture.apply(
                file, choices: ImportChoices(pupils: [Self.stranger: .existing(2)]))
            // then
            let question = try #require(open.pupilQuestions.first)
            #expect(question.unanswered == .added && question.mayBeNew)
            #expect(open.lines == ["new pupil ->Brook, Ben, Year 6"])
            #expect(outcome.pupilsAdded == 0)
            #expect(try await fixture.pupils().first { $0.id == 2 }?.sen == .support)
        }
    }

    @Test func `Several who once had the UPN are offered, and one is taken`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.database.write { session in
                for id in [Int64(91), 92] {
                    try PupilStore(session).insert(
                        Pupil(
                            id: id, upn: try UPN(UPNs.text(Int(id))), formerUPNs: [try UPN(Self.stranger)],
                            surname: "Twin", forename: "T\(id)"), school: 1,
                        by: ImportFixture.stamp(source: .command))
                }
            }
            // when
            let open = try await fixture.preview(results("2014-11-09", "Twin,Tom"))
            let answered = try await fixture.preview(
                results("2014-11-09", "Twin,Tom"), choices: ImportChoices(pupils: [Self.stranger: .existing(92)]))
            // then
            #expect(open.pupilQuestions.first?.candidates.map(\.id) == [91, 92])
            #expect(open.pupilQuestions.first?.candidates.map(\.likeness) == [.formerUPN, .formerUPN])
            #expect(answered.items.map(\.pupilID) == [92])
            #expect(answered.pupilQuestions.first?.candidates.map(\.id) == [91, 92])
        }
    }

    @Test func `Every pupil to be confirmed is in the list and in the JSON, however many there are`() async throws {
        try await ImportFixture.with(pupils: false) { fixture in
            // given
            let letters = (0..<120).map { "\(UnicodeScalar(UInt8(97 + $0 / 26)))\(UnicodeScalar(UInt8(97 + $0 % 26)))" }
            try await fixture.database.write { session in
                for (index, name) in letters.enumerated() {
                    try PupilStore(session).insert(
                        Pupil(id: Int64(index + 100), surname: "Many", forename: name), school: 1,
                        by: ImportFixture.stamp(source: .command))
                }
            }
            let rows = letters.map { "Many,\($0),EXS\n" }.joined()
            // when
            let preview = try await fixture.preview("SURNAME,FORENAMES,WRITTAOUTCOME\n" + rows)
            var bytes: [UInt8] = []
            preview.writeJSON { bytes += $0 }
            // then
            #expect(preview.pupilQuestions.count == 120)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            let proposals = try #require(json["proposals"] as? [[String: Any]])
            #expect(proposals.map { $0["pupil"] as? String } == (2...121).map { "line \($0)" })
            let candidates = try #require(proposals.last?["candidates"] as? [[String: Any]])
            #expect(candidates.map { $0["id"] as? Int } == [219])
            #expect(candidates.map { $0["likeness"] as? String } == ["name"])
        }
    }
}
