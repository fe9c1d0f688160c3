import Assessment
import FictionalSchools
import Testing

@Suite struct PupilsTests {
    @Test func `no UPN stands twice in a country and every one is valid`() throws {
        // given
        let schools = try Given.schools(60)

        // when
        let numbers = try schools.flatMap { try $0.pupils.flatMap { try [#require($0.upn)] + $0.formerUPNs } }

        // then
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.count > 30_000)
        for number in numbers { #expect(try UPN(number.text) == number) }
        #expect(numbers.contains { $0.isTemporary })
        #expect(schools.contains { $0.pupils.contains { !$0.formerUPNs.isEmpty && $0.upn?.isTemporary == false } })
    }

    @Test func `no UPN stands twice in a school of four forms`() throws {
        // given
        let pupils = try (0..<5).flatMap { try Given.school(seed: 3, $0, forms: 4).pupils }

        // when
        let numbers = pupils.flatMap { [$0.upn].compactMap(\.self) + $0.formerUPNs }

        // then
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func `every pupil is of the age of the year group in each year`() throws {
        for school in try Given.schools(5) {
            for place in school.places {
                let born = try #require(school.pupil(place.pupilID)?.dateOfBirth)
                #expect(place.yearGroup.schoolYear(bornOn: born) == place.year)
            }
        }
    }

    @Test func `a year group is about sixty pupils in two classes, and moves up year by year`() throws {
        // given
        let school = try Given.school()

        for year in 2024...2026 {
            // when
            let places = try school.places(in: year)

            // then
            for yearGroup in YearGroup.allCases where (YearGroup.reception...YearGroup.year6).contains(yearGroup) {
                let cohort = places.filter { $0.yearGroup == yearGroup }
                #expect((44...60).contains(cohort.count), "\(yearGroup.title) \(year)")
                #expect(Set(cohort.map(\.className)).count == 2)
            }
            #expect(Set(places.map(\.pupilID)).count == places.count)
        }
        let thisYear = try school.places(in: 2026)
        for last in try school.places(in: 2025) {
            guard let now = thisYear.first(where: { $0.pupilID == last.pupilID }) else { continue }
            #expect(now.yearGroup.ageAtStart == last.yearGroup.ageAtStart + 1)
        }
    }

    @Test func `no two pupils of a year group have the same name`() throws {
        for school in try Given.schools(20) {
            for yearGroup in YearGroup.allCases {
                let names = try school.places(in: 2026).filter { $0.yearGroup == yearGroup }
                    .compactMap { school.pupil($0.pupilID) }.map { "\($0.surname), \($0.forename)" }
                #expect(Set(names).count == names.count)
            }
        }
    }

    @Test(arguments: ["'", "’", "-", " ", "Ł", "ł", "ñ", "ă", "é", "ọ̀", "ü"])
    func `names have accents, apostrophes, hyphens and letters beyond Latin 1`(mark: Character) throws {
        #expect(
            try Given.schools(60).contains { school in
                school.pupils.contains { $0.surname.contains(mark) || $0.forename.contains(mark) }
            })
    }

    @Test func `those who left before this year are leavers and those of this year are not`() throws {
        // given
        let school = try Given.school()
        let now = try Set(school.places(in: 2026).map(\.pupilID))

        // then
        for pupil in school.pupils where !now.contains(pupil.id) {
            #expect(try #require(pupil.leavingDate) < #require(CalendarDate(iso: "2025-09-01")))
        }
        let stayed = school.pupils.filter { $0.leavingDate == nil }
        #expect(stayed.allSatisfy { now.contains($0.id) })
        #expect(stayed.count > 380)
    }

    @Test func `circumstances come near the national shares`() throws {
        // given
        let pupils = try Given.schools(40).flatMap(\.pupils)

        // when
        func share(_ fits: (Pupil) -> Bool) -> Double { Double(pupils.count(where: fits)) / Double(pupils.count) }

        // then
        #expect((0.22...0.36).contains(share { $0.isFSM6 == true }))
        #expect((0.12...0.20).contains(share { $0.sen == .support }))
        #expect((0.025...0.055).contains(share { $0.sen == .plan }))
        #expect((0.12...0.32).contains(share { $0.isEAL == true }))
        #expect((0.47...0.55).contains(share { $0.sex == .male }))
        #expect((0.001...0.02).contains(share { $0.isLookedAfter == true }))
        #expect((0.002...0.02).contains(share { $0.isServiceChild == true }))
        #expect(pupils.allSatisfy { $0.isFSM != true || $0.isFSM6 == true })
    }
}
