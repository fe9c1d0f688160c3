import Assessment
import Foundation
import Reports
import Testing

@Suite struct EncodingTests {
    static func object(_ json: JSONText) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    }

    @Test func `the report has the form that other programs rely on`() throws {
        // given
        let outcomes = try WorkedCohortTests.outcomes()
        // when
        let json = outcomes.json(school: try DfENumber("820/9991"))
        // then
        #expect(
            json.text.hasPrefix(
                #"{"report":"ks2-outcomes","school":"820/9991","year":2026,"group":"all","cohort":12,"not_recorded":1,"subjects":{"reading":{"eligible":9,"expected":{"count":6,"percent":66.66666666666667},"higher":{"count":1,"percent":11.11111111111111},"average_scaled_score":{"value":103,"pupils":6},"codes":{"#
            ))
        #expect(
            json.text.contains(
                #""rwm":{"eligible":8,"expected":{"count":5,"percent":62.5},"higher":{"count":1,"percent":12.5},"left_out":{"M":1,"L":1},"not_recorded":1,"incomplete":1,"awaiting_table":0}},"special_consideration":"applied","table":{"reading":"2026","gps":"2026","mathematics":"2026"}}"#
            ))
        let object = try Self.object(json)
        let subjects = try #require(object["subjects"] as? [String: [String: Any]])
        #expect(Set(subjects.keys) == ["reading", "gps", "mathematics", "writing", "science", "rwm"])
        let ranges = try #require(subjects["reading"]?["ranges"] as? [String: Int])
        #expect(ranges["95-99"] == 1)
        #expect(ranges["100-104"] == 3)
        #expect(ranges["105-109"] == 1)
        #expect(ranges["110-114"] == 1)
        #expect(ranges.count == 9)
        #expect(ranges["120"] == 0)
        #expect(subjects["science"]?["higher"] == nil)
        #expect(subjects["writing"]?["codes"] as? [String: Int] == ["GDS": 2, "EXS": 6, "WTS": 1, "PK6": 1, "L": 1])
    }

    @Test func `every report is valid JSON, and the same report gives the same bytes`() throws {
        for seed in 0..<5 as Range<UInt64> {
            let records = try Cohorts.random(40, seed: seed)
            let cohort = Cohorts.cohort(records)
            for group in [PupilGroup.all, .girls, .schoolClass("6 \"Kestrel\"\u{1}\n")] {
                let one = cohort.outcomes(GroupSelection(group)).json(school: nil, national: Shipped.data.national)
                let two = Cohorts.cohort(records).outcomes(GroupSelection(group)).json(
                    school: nil, national: Shipped.data.national)
                #expect(one.bytes == two.bytes)
                #expect(try Self.object(one)["group"] as? String == group.id)
            }
        }
    }

    @Test func `national figures stand beside each measure with year, basis and release`() throws {
        let outcomes = try WorkedCohortTests.outcomes()
        let object = try Self.object(outcomes.json(school: nil, national: Shipped.data.national))
        let subjects = try #require(object["subjects"] as? [String: [String: Any]])
        let national = try #require(subjects["rwm"]?["national"] as? [String: [String: Any]])
        #expect(national["expected"]?["value"] as? Double == 62)
        #expect(national["expected"]?["year"] as? Int == 2025)
        #expect(national["expected"]?["basis"] as? String == "all_schools")
        #expect(object["school"] is NSNull)
    }

    @Test func `many schools: each of the same form, and the total`() throws {
        var all = SchoolsOutcomes()
        all.append(try WorkedCohortTests.outcomes(), of: try DfENumber("820/9991"), name: "Saltmarsh")
        all.append(try WorkedCohortTests.outcomes(), of: try DfENumber("820/9992"), name: "Millbrook")
        let object = try Self.object(all.json())
        let schools = try #require(object["schools"] as? [[String: Any]])
        #expect(schools.map { $0["school"] as? String } == ["820/9991", "820/9992"])
        #expect((object["total"] as? [String: Any])?["cohort"] as? Int == 24)
        #expect(SchoolsOutcomes().json().text == #"{"schools":[],"total":null}"#)
    }

    @Test func `many schools as rows: each school's own under its number and name, then the total's`() throws {
        // given
        var all = SchoolsOutcomes()
        all.append(try WorkedCohortTests.outcomes(), of: try DfENumber("820/9991"), name: "Saltmarsh")
        all.append(try WorkedCohortTests.outcomes(), of: try DfENumber("820/9992"), name: "Millbrook")
        let total = try #require(all.total).table().dropFirst()
        let own = try WorkedCohortTests.outcomes().table().dropFirst()

        // when
        let rows = Array(all.tableRows())

        // then
        let wanted: [[String]] =
            own.map { ["820/9991", "Saltmarsh"] + $0 } + own.map { ["820/9992", "Millbrook"] + $0 }
            + total.map { ["", ""] + $0 }
        #expect(rows == wanted)
        #expect(rows.allSatisfy { $0.count == SchoolsOutcomes.tableHeadings.count })
        #expect(Array(SchoolsOutcomes().tableRows()).isEmpty)
        #expect(all.text().hasPrefix("End of Key Stage 2 outcomes 2026: 2 schools\nAll pupils: 24 pupils"))
    }

    @Test(
        arguments: [
            (74.13793103448276, "74.13793103448276"), (100, "100"), (0.1, "0.1"), (-2.5, "-2.5"), (1e21, "1e+21"),
            (.nan, "null"), (.infinity, "null"),
        ] as [(Double, String)])
    func `doubles are written as the shortest text that reads back`(value: Double, text: String) {
        var json = JSONText()
        json.value(value)
        #expect(json.text == text)
    }

    @Test func `text is escaped and keys keep their order`() throws {
        var json = JSONText()
        json.object { json in
            json.member("z", "a\"b\\c\n\r\t\u{1}\u{1F}é😀")
            json.array("a") { json in
                json.value(1)
                json.object { _ in }
                json.null()
                json.value(true)
            }
            json.member("n", nil as Int?)
        }
        #expect(json.text == #"{"z":"a\"b\\c\n\r\t\u0001\u001fé😀","a":[1,{},null,true],"n":null}"#)
        #expect(try Self.object(json)["z"] as? String == "a\"b\\c\n\r\t\u{1}\u{1F}é😀")
    }

    @Test func `the table has the headings in front and as many fields in every row`() throws {
        let table = try WorkedCohortTests.outcomes().table(national: Shipped.data.national)
        #expect(table.first == KeyStage2Outcomes.tableHeadings)
        #expect(table.allSatisfy { $0.count == KeyStage2Outcomes.tableHeadings.count })
        #expect(
            table.contains([
                "expected", "rwm", "all", "5", "8", "62.5", "", "62", "2025", "all_schools", "revised",
            ]))
        #expect(
            table.contains { $0[0] == "average_scaled_score" && $0[1] == "reading" && $0[6] == "103" && $0[4] == "6" })
        #expect(table.contains { $0[0] == "code.GDS" && $0[3] == "2" })
    }

    @Test func `the terminal's text stands in columns, with counts beside percentages`() throws {
        let text = try WorkedCohortTests.outcomes().text(
            title: "Fictional Primary (820/9991)", national: Shipped.data.national)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "End of Key Stage 2 outcomes 2026: Fictional Primary (820/9991)")
        #expect(lines[1] == "All pupils: 12 pupils, 1 of 12 not yet recorded")
        let reading = try #require(lines.first { $0.hasPrefix("Reading  ") })
        #expect(reading.contains("6 of 9 (67%), national 2025 75%"))
        #expect(reading.contains("103.0 of 6, national 2025 106"))
        let columns = lines[3...9].map { line in
            line.range(of: "Expected").map { line.distance(from: line.startIndex, to: $0.lowerBound) }
        }
        let start = try #require(columns[0] ?? nil)
        #expect(lines[4...9].allSatisfy { Array($0)[start - 1] == " " && Array($0)[start] != " " })
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
        #expect(text.contains("Scores with special consideration (+) count with 3 more."))
    }
}
