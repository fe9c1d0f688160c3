import Assessment
import Reports
import Testing

@Suite struct GroupSelectionTests {
    @Test(arguments: [
        "all", "girls", "disadvantaged+boys", "class:6 Kestrel+girls", "girls+class:6 Kestrel", "group:Choir",
        "group:Reading + writing", "eal+group:A+B",
    ])
    func `a selection reads its own id`(_ id: String) throws {
        #expect(try #require(GroupSelection(id: id)).id == id)
    }

    @Test(arguments: ["", "nobody", "girls+", "+girls", "girls+nobody", "boys+girls+eal"])
    func `other text is none`(_ id: String) { #expect(GroupSelection(id: id) == nil) }

    @Test func `crossed with all or with itself a group stays as it is`() {
        #expect(GroupSelection(.girls, crossedWith: .all) == GroupSelection(.girls))
        #expect(GroupSelection(.all, crossedWith: .girls) == GroupSelection(.girls))
        #expect(GroupSelection(.girls, crossedWith: .girls) == GroupSelection(.girls))
        #expect(GroupSelection(.all, crossedWith: .all) == .all)
        #expect(GroupSelection(.disadvantaged, crossedWith: .boys).title == "Disadvantaged, boys")
    }

    @Test func `the school's own groups are by name in the pupil's data`() throws {
        // given
        let cohort = try StatutoryCohorts.cohort(.mtc, 2026, (0..<4).map { ["mark": "\($0)"] }) { place in
            Pupil(
                id: Int64(place), surname: "A", forename: "B", sex: place < 2 ? .female : .male,
                groups: [["Choir"], ["Chess"], ["Chess"], ["Choir"]][place])
        }
        let marks = try #require(StatutoryMeasure.measure("mtc.average"))
        // then
        #expect(cohort.figure(marks, .init(.own("Chess"))).numerator == 1 + 2)
        #expect(cohort.figure(marks, .init(.own("Choir"))).numerator == 0 + 3)
        #expect(cohort.figure(marks, .init(.own("Chess"), crossedWith: .girls)).numerator == 1)
        #expect(cohort.groups.suffix(2) == [.own("Chess"), .own("Choir")])
    }
}
