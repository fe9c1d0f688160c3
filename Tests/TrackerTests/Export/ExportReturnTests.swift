import Assessment
import CommonTransferFile
import Storage
import Testing
import Tracker

/// Returns of one assessment: to the Standards and Testing Agency and to the local authority.
struct ExportReturnTests {
    @Test(arguments: TestOffice.engines)
    func `the return of Key Stage 2 is written element by element`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let ben = try await office.pupil(
                TestOffice.upns[1], "O’Brien & <Sons>", "Ben", in: school, fields: ["sex": "M"])
            for (pupil, column, value) in [
                (temi, "writing.ta", "GDS"), (temi, "science.ta", "EXS"), (temi, "reading.paper1", "38"),
                (ben, "writing.ta", "WTS"), (ben, "science.ta", "HNM"), (ben, "reading.paper1", "B"),
                (ben, "reading.ta", "PK4"),
            ] as [(Pupil, ColumnID, String)] {
                try await office.enter(pupil, column, value, in: school)
            }
            office.advance(7200)

            // when
            let check = try await office.check(.standardsAgency, school: school)
            let file = try await office.send(.standardsAgency, school: school)

            // then
            #expect(check.findings.isEmpty, "\(check.lines)")
            #expect(file.name == "8209991_KS2_NAALLLL_001.xml")
            func record(_ subject: String, _ component: String, _ result: String) -> String {
                """
                          <StageAssessment>
                            <Locale>ENG</Locale>
                            <Year>2026</Year>
                            <Subject>\(subject)</Subject>
                            <Method>TA</Method>
                            <Component>\(component)</Component>
                            <ResultStatus>R</ResultStatus>
                            <ResultQualifier>NC</ResultQualifier>
                            <Result>\(result)</Result>
                          </StageAssessment>

                """
            }
            func pupil(_ upn: String, _ surname: String, _ forename: String, _ sex: String, _ records: [String])
                -> String
            {
                """
                    <Pupil>
                      <UPN>\(upn)</UPN>
                      <Surname>\(surname)</Surname>
                      <Forename>\(forename)</Forename>
                      <DOB>2014-11-03</DOB>
                      <Sex>\(sex)</Sex>
                      <StageAssessments>
                        <KeyStage>
                          <Stage>KS2</Stage>
                \(records.joined())        </KeyStage>
                      </StageAssessments>
                    </Pupil>

                """
            }
            let expected = """
                <?xml version="1.0" encoding="utf-8"?>
                <CTfile>
                  <Header>
                    <DocumentName>Common Transfer File</DocumentName>
                    <CTFversion>25.0</CTFversion>
                    <DateTime>2026-06-16T10:00:00</DateTime>
                    <DocumentQualifier>partial</DocumentQualifier>
                    <DataDescriptor>Partial CTF containing Key Stage 2 data</DataDescriptor>
                    <SupplierID>Leadline</SupplierID>
                    <SourceSchool>
                      <LEA>820</LEA>
                      <Estab>9991</Estab>
                      <SchoolName>Saltmarsh Primary School</SchoolName>
                      <AcademicYear>2025</AcademicYear>
                    </SourceSchool>
                    <DestSchool>
                      <LEA>NAA</LEA>
                      <Estab>LLLL</Estab>
                    </DestSchool>
                  </Header>
                  <CTFpupilData>
                \(pupil(
                    TestOffice.upns[0], "Adeyemi", "Temi", "F", [record("ENG", "WRI", "GDS"), record("SCI", "SCI", "EXS")]))\
                \(pupil(
                    TestOffice.upns[1], "O’Brien &amp; &lt;Sons&gt;", "Ben", "M",
                    [record("ENG", "WRI", "WTS"), record("SCI", "SCI", "HNM"), record("ENG", "REA", "PK4")]))\
                  </CTFpupilData>
                </CTfile>

                """
            #expect(ExportDesk.text(file) == expected)
        }
    }

    @Test func `what the agency would refuse is listed by pupil, and no return is made until it is put right`()
        async throws
    {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let ben = try await office.pupil("", "Brook", "Ben", in: school, fields: ["sex": "", "date-of-birth": ""])
            for (pupil, column, value) in [
                (temi, "writing.ta", "EXS"), (temi, "mathematics.paper1", "B"), (ben, "science.ta", "EXS"),
                (ben, "writing.ta", "EXS"), (ben, "reading.ta", "PK2"),
            ] as [(Pupil, ColumnID, String)] {
                try await office.enter(pupil, column, value, in: school)
            }

            // when
            let check = try await office.check(.standardsAgency, school: school)

            // then
            #expect(
                check.lines == [
                    "refusal Adeyemi, Temi: Mathematics teacher assessment is missing. It must be there, since the pupil is working below the standard of the test (B).",
                    "refusal Adeyemi, Temi: Science teacher assessment is missing.",
                    "refusal Brook, Ben: The UPN is missing.",
                    "refusal Brook, Ben: The date of birth is missing.", "refusal Brook, Ben: The sex is missing.",
                    "note Brook, Ben: Reading teacher assessment is PK2, for a pupil below the standard of the test, but the test has no B. Check that the pupil does not take it.",
                ])
            #expect(
                check.findings[0].place
                    == .cell(.ks2, ExportDesk.year, "mathematics.ta", className: "6 Kestrel"))
            #expect(check.findings[2].place == .pupil)
            #expect(!check.canBeMade)
            await #expect(throws: TrackerError.self) { try await office.send(.standardsAgency, school: school) }
            #expect(try await office.tracker.sentFiles(school: school, as: .operator).isEmpty)

            // the school's own system takes what there is, and the list goes with it
            let file = try await office.send(.ownSystem, .ks2, school: school)
            #expect(file.name == "8209991_KS2_8209991_001.xml")
            #expect(file.check.count(.refusal) == 5)
            #expect(!ExportDesk.text(file).contains("<UPN></UPN>"))
            #expect(try ExportDesk.read(file.bytes).pupils.map(\.upn) == [TestOffice.upns[0], nil])
        }
    }

    @Test func `a judgement beside a test, and one that only the DfE gives, are refused`() async throws {
        try await TestOffice.with { office in
            // given: stored by doors that do not look at other cells, as files of earlier years
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.store(
                ["writing.ta": "Q", "science.ta": "XYZ", "reading.paper1": "38", "reading.ta": "PK4"], temi, school)

            // when
            let check = try await office.check(.standardsAgency, school: school)

            // then
            let messages = check.findings.map(\.message)
            #expect(messages.contains { $0.hasPrefix("Reading teacher assessment (PK4) must not be there") })
            #expect(messages.contains { $0.hasPrefix("XYZ is not allowed here in 2026.") })
            #expect(
                messages.contains(
                    "Writing teacher assessment Q comes with the DfE’s results; a school does not return it."))
        }
    }

    @Test func `serial numbers are counted by destination and only by files that are made`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.enter(temi, "writing.ta", "GDS", in: school)
            try await office.enter(temi, "science.ta", "EXS", in: school)
            let other = try DfENumber("820/9992")

            // when
            var names: [String] = []
            for destination in [
                ExportDestination.standardsAgency, .localAuthority, .ownSystem, .school(other), .standardsAgency,
                .localAuthority,
            ] {
                let foretold = try await office.check(destination, school: school).fileName
                #expect(try await office.check(destination, school: school).fileName == foretold)
                let file = try await office.send(destination, school: school)
                #expect(file.name == foretold)
                names.append(file.name)
            }

            // then
            #expect(
                names == [
                    "8209991_KS2_NAALLLL_001.xml", "8209991_CTF_820LLLL_001.xml", "8209991_CTF_8209991_001.xml",
                    "8209991_CTF_8209992_001.xml", "8209991_KS2_NAALLLL_002.xml", "8209991_CTF_820LLLL_002.xml",
                ])
            let listed = try await office.tracker.sentFiles(school: school, as: .operator)
            #expect(listed.map(\.fileName) == names.reversed())
            #expect(listed.map(\.authorName).allSatisfy { $0 == "Command line" })
            #expect(listed.allSatisfy { $0.sha256.count == 64 && $0.pupils == 1 })
            #expect(listed[0].sha256 == listed[4].sha256, "the same state, the same bytes")
        }
    }

    @Test func `after serial 999 comes 001`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            var last = try await office.send(.ownSystem, school: school).entry
            last.id += 1_000_000
            last.serial = 999
            try await office.tracker.database.write { [last] in try SentFileStore($0).insert(last, school: school.id) }

            // then
            #expect(try await office.send(.ownSystem, school: school).name == "8209991_CTF_8209991_001.xml")
        }
    }

    @Test func `only owners and admins send files, and nobody else sees what went out`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)

            for role in Role.allCases {
                let caller = try await office.person(role, of: school)
                let may = role == .accountOwner || role == .accountAdmin
                // when, then
                for ask in [
                    { _ = try await office.send(.ownSystem, school: school, as: caller) },
                    {
                        _ = try await office.tracker.checkExport(
                            ExportDesk.request(.ownSystem), school: school, as: caller)
                    }, { _ = try await office.tracker.sentFiles(school: school, as: caller) },
                ] as [() async throws -> Void] {
                    do {
                        try await ask()
                        #expect(may, "\(role)")
                    } catch TrackerError.notAllowed(.sendFiles, _) {
                        #expect(!may, "\(role)")
                    }
                }
            }
        }
    }

    @Test func `what can’t be asked for is refused with what is allowed`() async throws {
        try await TestOffice.with { office in
            let school = try await office.school()
            try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            func message(
                _ destination: ExportDestination, _ assessment: AssessmentKind? = nil, year: Int = 2026,
                scope: ExportScope = .everybody
            ) async throws -> String {
                do {
                    _ = try await office.check(
                        destination, assessment, year: #require(SchoolYear(endYear: year)), scope: scope, school: school
                    )
                    return ""
                } catch let error as TrackerError { return error.message }
            }
            #expect(try await message(.standardsAgency, .phonics).contains("teacher assessment of Key Stage 2 only"))
            #expect(try await message(.school(school.dfe)).contains("is this school"))
            #expect(try await message(.ownSystem, scope: .className("7 Owl")).contains("Enter one of 6 Kestrel"))
            #expect(
                try await message(.ownSystem, scope: .pupils(["Z1"])).contains("No pupil of 2025/26 has the UPN Z1"))
            #expect(try await message(.ownSystem, scope: .yearGroup(.year1)).contains("There are no pupils of 2025/26"))
            #expect(try await message(.localAuthority, .mtc).contains("There are no pupils who take"))
            #expect(try await message(.localAuthority, .ks2, year: 2021).contains("2020/21"))
            #expect(try await message(.ownSystem, year: 2025).contains("There are no pupils in 2024/25 yet."))
            #expect(try await message(.ownSystem, year: 2035).contains("No version of the CTF is known for 2034/35"))
        }
    }
}

extension TestOffice {
    /// Stores values of End of Key Stage 2 without looking at them.
    func store(_ values: [ColumnID: String], _ pupil: Pupil, _ school: School, year: SchoolYear = year) async throws {
        let at = tracker.clock.timestamp()
        try await tracker.database.write { session in
            for (column, value) in values {
                try ResultStore(session).put(
                    ResultChange(
                        cell: CellKey(year: year, assessment: .ks2, pupilID: pupil.id, column: column), value: value,
                        assessedOn: nil), school: school.id, expectedRevision: nil,
                    by: ChangeStamp(
                        author: Author(id: nil, name: "A file", role: "operator", source: .file), at: at))
            }
        }
    }
}
