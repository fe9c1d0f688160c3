import Assessment
import CommonTransferFile
import Testing
import TextFiles

@Suite struct SampleTests {
    @Test
    func `the key stage 2 return reads exactly`() throws {
        let file = try read(TextInput(sample("8209991_KS2_NAALLLL_001")))

        #expect(
            file.header
                == CTFHeader(
                    documentName: "Common Transfer File", version: "25.0", dateTime: "2026-06-19T15:00:00",
                    qualifier: "partial", dataDescriptor: "Partial CTF containing Key Stage 2 data",
                    supplierID: "EXAMPLE",
                    source: CTFSchool(la: "820", establishment: "9991", urn: "999991", name: "Example Primary School"),
                    academicYear: "2025", destination: CTFSchool(la: "NAA", establishment: "LLLL")))
        #expect(try file.header?.source.dfeNumber == DfENumber("820/9991"))
        #expect(file.header?.destination.dfeNumber == nil)
        #expect(file.header?.destination.code == "NAALLLL")
        #expect(file.header?.isFull == false)
        #expect(
            file.summary == CTFSummary(version: "25.0", encoding: .utf8, pupils: 2, records: 6, warnings: []))
        #expect(file.pupils.map(\.upn) == ["F820999119001", "V820999119002"])
        #expect(file.pupils.map(\.surname) == ["O'Fictional-Smith", "Łukasiewicz"])
        #expect(file.pupils.map(\.forename) == ["Zoë", "Jan"])
        #expect(file.pupils.map(\.dateOfBirth) == ["2014-11-03", "2015-08-29"])
        #expect(file.pupils.map(\.sex) == ["F", "M"])
        #expect(file.pupils.map(\.hasBasicDetails) == [false, false])
        #expect(file.pupils.map(\.line) == [23, 55])
        #expect(
            file.records.map(\.short) == [
                "2026 KS2 ENG/TA/WRI/NC = EXS", "2026 KS2 SCI/TA/SCI/NC = EXS", "2026 KS2 ENG/TA/REA/NC = PK4",
                "2026 KS2 ENG/TA/WRI/NC = PK3", "2026 KS2 MAT/TA/MAT/NC = PK4", "2026 KS2 SCI/TA/SCI/NC = HNM",
            ])
        #expect(file.records[0].line == 32)
        #expect(file.records[0].codes === file.records[3].codes)
        #expect(file.records.allSatisfy { $0.locale == "ENG" && $0.status == "R" && $0.resultDate == nil })
    }

    @Test
    func `the multiplication check download reads exactly`() throws {
        let file = try read(TextInput(sample("8209991_MTC_8209991_001")))
        #expect(file.records.map(\.short) == ["2026 KS2 MAT/TT/MTC/MT = 25", "2026 KS2 MAT/TT/MTC/MT = A"])
        #expect(file.header?.supplierID == "Multiplication Tables Check")
        #expect(file.header?.destination.urn == "999991")
        #expect(file.summary.warnings.isEmpty)
    }

    @Test
    func `the foundation stage return has seventeen goals`() throws {
        let file = try read(TextInput(sample("8209991_FSP_820LLLL_001")))
        #expect(file.pupils.count == 1)
        #expect(file.records.map(\.component) == (1...17).map { $0 < 10 ? "E0\($0)" : "E\($0)" })
        #expect(file.records.allSatisfy { $0.result == "2" && $0.stage == "EYF" && $0.year == 2026 })
    }

    @Test
    func `a full transfer keeps what is used of a pupil and says what is not`() throws {
        let file = try read(TextInput(sample("8209991_CTF_8209992_001")))

        #expect(file.header?.isFull == true)
        #expect(file.pupils.count == 2)
        let zoe = try #require(file.pupils.first)
        let details = try #require(zoe.basicDetails)
        #expect(
            details
                == CTFBasicDetails(
                    preferredSurname: "Smith", preferredForename: "Zo", middleNames: "Anne Marie", yearGroup: "6",
                    ethnicity: "WBRI", ethnicitySource: "P", languages: [CTFLanguage(type: "F", code: "ENG")],
                    serviceChild: "N", enrolmentStatus: "C"))
        #expect(details.firstLanguage == "ENG")
        #expect(
            zoe.freeSchoolMeals == [
                CTFFreeSchoolMeals(start: "2023-09-04", end: "2024-07-19", country: "ENG"),
                CTFFreeSchoolMeals(start: "2025-01-06", country: "ENG"),
            ])
        #expect(zoe.isLookedAfter == false)
        #expect(zoe.schoolHistory.count == 1)
        #expect(zoe.schoolHistory.first?.school.urn == "999991")
        #expect(zoe.schoolHistory.first?.reason == "PM")
        #expect(zoe.surname == "O'Fictional-Smith", "a contact's surname must not overwrite the pupil's")
        #expect(file.pupils[1].senHistory.isEmpty == false)
        #expect(file.summary.records == file.records.count)
        #expect(
            file.summary.warnings.contains {
                guard case .sectionsNotKept(let names) = $0 else { return false }
                return Set(["Address", "Phones", "Email", "Contacts", "Attendance", "MedicalFlag"]).isSubset(of: names)
            })
        #expect(
            !file.summary.warnings.contains {
                if case .unknownElement = $0 { true } else { false }
            })
    }
}
