import Assessment
import FictionalSchools
import Foundation
import Testing

@Suite struct NationalCohortTests {
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("leadline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    @Test func `each school's files are written under their own names, with a list of the schools`() async throws {
        try await withFolder { folder in
            // given
            let cohort = try NationalCohort(schools: 3, reference: Given.reference())

            // when
            try await cohort.write(into: folder)

            // then
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(names.count == 3 * FictionalFile.allCases.count + 1)
            #expect(names.contains("8209991_roster_2026.csv"))
            #expect(names.contains("8209991_KS2_2026.csv"))
            #expect(names.contains("8209991_KS2_NAALLLL_001.xml"))
            #expect(names.contains("8209991_CTF_XXXXXXX_001.xml"))
            let list = try String(contentsOf: folder.appendingPathComponent("schools.csv"), encoding: .utf8)
            #expect(list.hasPrefix("dfe,urn,name\r\n8209991,999991,Saltmarsh Primary School\r\n8202001,900001,"))
        }
    }

    @Test func `the bytes depend neither on how many schools are written nor on the workers`() async throws {
        try await withFolder { folder in
            // given
            let name = "8202002_roster_2026.csv"
            let few = folder.appendingPathComponent("few")
            let many = folder.appendingPathComponent("many")

            // when
            try await NationalCohort(schools: 3, files: [.roster], reference: Given.reference())
                .write(into: few, workers: 1)
            try await NationalCohort(schools: 12, files: [.roster], reference: Given.reference())
                .write(into: many, workers: 4)

            // then
            #expect(
                try Data(contentsOf: few.appendingPathComponent(name))
                    == Data(contentsOf: many.appendingPathComponent(name)))
        }
    }

    @Test func `there are numbers for every primary school of the country, each once`() throws {
        // when
        let schools = try (0..<SchoolIdentity.count).map { try SchoolIdentity(seed: 1, index: $0) }

        // then
        #expect(SchoolIdentity.count >= 16_800)
        #expect(Set(schools.map(\.dfe)).count == schools.count)
        #expect(Set(schools.map(\.urn)).count == schools.count)
    }

    @Test func `what can't be made is refused with what is allowed`() throws {
        let reference = try Given.reference()
        #expect(throws: FictionalSchoolError.noSchools(0)) { try NationalCohort(schools: 0, reference: reference) }
        #expect(throws: FictionalSchoolError.indexOutOfRange(23_989, highest: 23_988)) {
            try Given.school(23_989)
        }
        #expect(throws: FictionalSchoolError.indexOutOfRange(-1, highest: 23_988)) { try Given.school(-1) }
        #expect(throws: FictionalSchoolError.yearOutOfRange(2020, years: 2024...2035)) { try Given.school(year: 2020) }
        #expect(throws: FictionalSchoolError.formsOutOfRange(5, forms: 1...4)) { try Given.school(forms: 5) }
        #expect(throws: FictionalSchoolError.noSize(0)) {
            try BigTransfer.write(approximateBytes: 0, reference: reference) { _ in }
        }
        #expect(FictionalSchoolError.noSchools(0).message == "0 schools can’t be written. Enter 1 or more.")
    }

    @Test func `a year without tables or thresholds has marks and no outcomes`() throws {
        // given
        let school = try Given.school(year: 2030)

        // when
        let results = try school.keyStage2(in: 2030)

        // then
        #expect(results.contains { if case .sat(let sitting) = $0.reading { sitting.outcome == nil } else { false } })
        #expect(
            results.allSatisfy { if case .sat(let sitting) = $0.reading { sitting.scaledScore == nil } else { true } })
    }

    @Test func `a folder that can't be written to is said`() async throws {
        try await withFolder { folder in
            // given
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("schools.csv"), withIntermediateDirectories: true)
            let cohort = try NationalCohort(schools: 1, reference: Given.reference())

            // then
            await #expect(throws: FictionalSchoolError.self) { try await cohort.write(into: folder) }
        }
    }
}
