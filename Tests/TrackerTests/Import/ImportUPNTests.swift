import Assessment
import Storage
import Testing
import Tracker

/// A permanent UPN in the place of a temporary one, confirmed pupil by pupil.
struct ImportUPNTests {
    private static func upn(_ twelve: String) -> String { "\(UPN.checkLetter(for: twelve) ?? "?")\(twelve)" }
    private static let temporary = upn("82099912009A")
    private static let permanent = upn("820999120099")

    /// Somebody with a temporary UPN and a result.
    private func addNoor(_ fixture: ImportFixture) async throws {
        try await fixture.database.write { session in
            try PupilStore(session).insert(
                Pupil(
                    id: 90, upn: try UPN(Self.temporary), surname: "New", forename: "Noor",
                    dateOfBirth: CalendarDate(year: 2014, month: 11, day: 9)), school: 1,
                by: ImportFixture.stamp(source: .command))
            try CohortStore(session).upsert(
                CohortPlace(pupilID: 90, year: try ImportFixture.year(2026), yearGroup: .year6, className: nil),
                school: 1, by: ImportFixture.stamp(source: .command))
        }
        try await fixture.enter(["science.ta": "EXS"], pupil: 90)
    }

    private func noor(_ fixture: ImportFixture) async throws -> Pupil {
        try #require(try await fixture.pupils().first { $0.id == 90 })
    }

    private static let results = "UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME\n\(permanent),New,Noor,2014-11-09,EXS\n"
    private static let key = ImportCellKey(pupil: permanent, year: ImportCellKey.noYear, column: "upn")

    @Test(arguments: ImportFixture.engines)
    func `Name and birth date propose the change, and one answer confirms it with the results`(_ engine: DatabaseEngine)
        async throws
    {
        try await ImportFixture.with(engine) { fixture in
            // given
            try await addNoor(fixture)
            // when: not answered
            let open = try await fixture.preview(Self.results)
            // then
            #expect(open.lines == ["unmatched_pupil pupil ->New, Noor"])
            #expect(
                open.message("pupil")?.contains(
                    "The UPN here is a temporary one, which the file’s then takes the place of.") == true)
            // when: answered
            let outcome = try await fixture.apply(
                Self.results, choices: ImportChoices(pupils: [Self.permanent: .existing(90)]))
            // then: the results stay with the pupil
            #expect(
                outcome.preview.lines == ["changed upn \(Self.temporary)>\(Self.permanent)", "new writing.ta ->EXS"])
            #expect(try await noor(fixture).upn?.text == Self.permanent)
            #expect(try await noor(fixture).formerUPNs.map(\.text) == [Self.temporary])
            #expect(try await fixture.facts(90) == ["science.ta": "EXS", "writing.ta": "EXS"])
            // and a file under either number finds the pupil
            #expect(try await fixture.preview(Self.results).lines == ["same writing.ta EXS>EXS"])
            let late = try await fixture.preview("UPN,WRITTAOUTCOME\n\(Self.temporary),EXS\n")
            #expect(late.lines == ["same writing.ta EXS>EXS"])
            // and undo takes both back
            _ = try await fixture.tracker.undo(batch: #require(outcome.batch), as: .operator)
            #expect(try await noor(fixture).upn?.text == Self.temporary)
            #expect(try await noor(fixture).formerUPNs.isEmpty)
            #expect(try await fixture.facts(90) == ["science.ta": "EXS"])
        }
    }

    @Test func `The change can be left out, and the results are taken all the same`() async throws {
        try await ImportFixture.with { fixture in
            try await addNoor(fixture)
            let outcome = try await fixture.apply(
                Self.results,
                choices: ImportChoices(pupils: [Self.permanent: .existing(90)], leftOut: [Self.key]))
            #expect(outcome.preview.items.leftOut == 1)
            #expect(try await noor(fixture).upn?.text == Self.temporary)
            #expect(try await fixture.facts(90)["writing.ta"] == "EXS")
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `An assessment file that names the temporary UPN as former waits for the tick of each pupil`(
        _ engine: DatabaseEngine
    ) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            try await addNoor(fixture)
            var file = ImportedCTF()
            file.pupils = [
                ImportedCTF.pupil(
                    Self.permanent, "New", "Noor", born: "2014-11-09",
                    sections: "<BasicDetails><FormerUPN>\(Self.temporary)</FormerUPN></BasicDetails>",
                    records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")])
            ]
            // when
            let open = try await fixture.preview(file.text, year: nil)
            // then
            #expect(
                open.lines == ["conflict upn \(Self.temporary)>\(Self.permanent)", "new writing.ta ->EXS"])
            #expect(open.items.first?.cellKey == Self.key)
            #expect(open.takeableConflicts.isEmpty)
            // when
            let outcome = try await fixture.apply(
                file.text, year: nil, choices: ImportChoices(conflicts: [Self.key]))
            // then
            #expect(outcome.pupilsChanged == 1)
            #expect(try await noor(fixture).upn?.text == Self.permanent)
            #expect(try await fixture.facts(90)["writing.ta"] == "EXS")
        }
    }

    @Test func `A permanent UPN is not replaced by a file of results`() async throws {
        try await ImportFixture.with { fixture in
            let other = UPNs.text(61)
            let preview = try await fixture.preview(
                "UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME\n\(other),Ahmed,Amira,2014-11-01,EXS\n",
                choices: ImportChoices(pupils: [other: .existing(1)]))
            #expect(preview.lines == ["new writing.ta ->EXS"])
        }
    }
}
