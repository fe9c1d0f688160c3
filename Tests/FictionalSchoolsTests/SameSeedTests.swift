import Assessment
import FictionalSchools
import Testing

@Suite struct SameSeedTests {
    @Test(arguments: FictionalFile.allCases)
    func `the same seed gives the same bytes`(file: FictionalFile) throws {
        // given
        let first = try Given.school(seed: 7, 3)
        let second = try Given.school(seed: 7, 3)

        // when
        let bytes = try Given.bytes(of: file, first)

        // then
        #expect(bytes.count > 1_000)
        #expect(try bytes == Given.bytes(of: file, second))
    }

    @Test(arguments: FictionalFile.allCases)
    func `another seed gives other bytes`(file: FictionalFile) throws {
        #expect(
            try Given.bytes(of: file, Given.school(seed: 7, 3)) != Given.bytes(of: file, Given.school(seed: 8, 3)))
    }

    @Test func `a school is the same alone and among many, in whatever order they are made`() throws {
        // given
        let maker = try FictionalSchoolMaker(seed: 5, reference: Given.reference())
        let alone = try maker.school(6)

        // when
        let among = try [9, 0, 6, 2].map { try maker.school($0) }[2]

        // then
        #expect(among.pupils == alone.pupils)
        #expect(among.places == alone.places)
        #expect(among.keyStage2 == alone.keyStage2)
    }

    @Test func `the generator gives the published numbers of SplitMix64`() {
        // given
        var draws = SplitMix64(seed: 1_234_567)

        // when
        let numbers = (0..<5).map { _ in draws.next() }

        // then
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `the first pupils of the demonstration stay who they are`() throws {
        // given
        let school = try Given.school()

        // when
        let roster = try Given.text(of: .roster, school).split(separator: "\r\n").prefix(2)

        // then
        #expect(school.name == "Saltmarsh Primary School")
        #expect(school.dfe.description == "820/9991")
        #expect(school.urn.text == "999991")
        #expect(
            roster.last.map { String($0) }
                == "F820999119001,,Hughes,Abigail,,,2015-03-27,F,2025/26,Year 6,6 Kestrel,2019-09-04,,WBRI,ENG,N,N,N,N,N,N,N"
        )
    }
}
