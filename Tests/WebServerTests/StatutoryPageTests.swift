import Assessment
import Foundation
import HTTPTypes
import Pages
import Reports
import Storage
import Testing
import Tracker

struct StatutoryPageTests {
    /// The addresses of the lists of pupils on a page.
    static func lists(_ reply: Reply) -> Set<String> { reply.addresses.filter { $0.contains("/reports/pupils?") } }

    @Test func `The dashboard has a line for each headline, and every figure opens its pupils`() async throws {
        try await TestServer.run(whole: true) { server, client in
            // given
            let reader = try await server.browser(.readOnly, client)

            // when
            let page = try await reader.get(server.link(.statutoryReport(.dashboard)))
            let json = try await reader.get(
                "/api/v1/schools/\(server.school.dfe.compact)/reports/statutory-dashboard/2026"
            ).json()

            // then
            #expect(page.status == 200)
            #expect(page.title.hasPrefix("Statutory Dashboard, 2026"))
            let measures = try #require(json["measures"] as? [[String: Any]])
            #expect(measures.count == 13 * 3)
            for measure in measures {
                guard let numerator = measure["numerator"] as? Int, let denominator = measure["denominator"] as? Int,
                    denominator > 0
                else { continue }
                let words =
                    measure["value"] is NSNull ? "\(numerator) of \(denominator)" : "of 25, \(denominator) pupils"
                #expect(page.text.contains(">\(words)</a>"), "\(measure["measure"] ?? "") \(measure["year"] ?? "")")
            }
            let lists = Self.lists(page)
            #expect(lists.count > 30)
            for address in lists {
                let list = try await reader.get(address)
                #expect(list.status == 200, "\(address)")
                #expect(list.text.contains("Left out, and why"), "\(address)")
            }
        }
    }

    @Test(arguments: StatutoryReportName.allCases)
    func `A report opens for every year and group, with its files and its API`(name: StatutoryReportName) async throws {
        try await TestServer.run(whole: true) { server, client in
            let reader = try await server.browser(.readOnly, client)
            let api = "/api/v1/schools/\(server.school.dfe.compact)/reports/\(name.rawValue)"
            for group in ["all", "girls", "ehc_plan", "disadvantaged+boys", "class:4 Nobody"] {
                let query = ReportQuery(group: group)
                let page = try await reader.get(server.link(.statutoryReport(name, query)))
                #expect(page.status == 200)
                for address in Self.lists(page) where address.contains("measure=\(name.rawValue).") {
                    #expect(try await reader.get(address).status == 200, "\(address)")
                }
                let csv = try await reader.get(server.link(.statutoryFile(name, .csv, query)))
                #expect(csv.text.contains("measure,title,group,year,numerator,denominator"))
                #expect(csv.headers[.contentDisposition]?.contains("\(name.rawValue)-2026") == true)
                let xlsx = try await reader.get(server.link(.statutoryFile(name, .xlsx, query)))
                #expect(xlsx.bytes.starts(with: Array("PK".utf8)))
                let encoded = group.replacing("+", with: "%2B").replacing(" ", with: "%20")
                let json = try await reader.get("\(api)/2026?group=\(encoded)").json()
                #expect(json["report"] as? String == name.rawValue)
                #expect(json["group"] as? String == group)
            }
            for year in [2019, 2020, 2021, 2024, 2027] {
                let place = SchoolPlace(school: server.school.dfe, year: try #require(SchoolYear(endYear: year)))
                let page = try await reader.get(place.link(.statutoryReport(name, ReportQuery(group: "all"))))
                #expect(page.status == 200, "\(year)")
            }
        }
    }

    @Test func `A group that does not exist is refused, and a plus that was not encoded is read`() async throws {
        try await TestServer.run { server, client in
            let reader = try await server.browser(.readOnly, client)
            let page = server.link(.statutoryReport(.dashboard))
            let api = "/api/v1/schools/\(server.school.dfe.compact)/reports/statutory-dashboard/2026"
            #expect(try await reader.get("\(page)?group=nobody").status == 404)
            #expect(try await reader.get("\(api)?group=nobody").status == 422)
            #expect(
                try await reader.get("\(api)?group=disadvantaged+boys").json()["group"] as? String
                    == "disadvantaged+boys")
            #expect(try await reader.get("\(page)?group=disadvantaged+boys").text.contains("Disadvantaged, boys"))
            #expect(try await reader.get(server.link(.statutoryPupils(measure: "no.such"))).status == 404)
            #expect(
                try await reader.get(server.link(.statutoryPupils(measure: "mtc.took", ReportQuery(of: 2019)))).status
                    == 404)
        }
    }

    @Test func `The chosen group stays while a person moves between reports, and is that person's own`() async throws {
        try await TestServer.run(whole: true) { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let reader = try await server.browser(.readOnly, client)
            let group = ReportQuery(group: "disadvantaged+boys")

            // when
            let dashboard = try await teacher.get(server.link(.statutoryReport(.dashboard, group)))

            // then: every other report is linked with the group, and one without a group leads to it
            for name in StatutoryReportName.allCases {
                #expect(dashboard.addresses.contains(server.link(.statutoryReport(name, group))))
                if name != .dashboard {
                    let elsewhere = try await teacher.get(server.link(.statutoryReport(name)))
                    #expect(elsewhere.status == 303)
                    #expect(elsewhere.location == server.link(.statutoryReport(name, group)))
                }
            }
            let outcomes = server.link(.keyStage2Outcomes(OutcomesQuery(group: "disadvantaged+boys")))
            #expect(dashboard.addresses.contains(outcomes))
            #expect(try await teacher.get(server.link(.keyStage2Outcomes())).location == outcomes)
            #expect(try await teacher.get(outcomes).text.contains("Disadvantaged, boys"))
            #expect(try await reader.get(server.link(.statutoryReport(.mtc))).status == 200)

            // when: all pupils are chosen again
            _ = try await teacher.get(server.link(.statutoryReport(.mtc, ReportQuery(group: "all"))))

            // then
            #expect(try await teacher.get(server.link(.keyStage2Outcomes())).status == 200)
        }
    }

    @Test func `A reader without names gets figures that open nothing, and small groups are withheld`() async throws {
        try await TestServer.run(whole: true) { server, client in
            let governor = try await server.browser(.anonymised, client)
            for name in StatutoryReportName.allCases {
                let page = try await governor.get(server.link(.statutoryReport(name, ReportQuery(group: "all"))))
                #expect(page.status == 200)
                #expect(Self.lists(page).isEmpty)
                #expect(!page.text.contains("not yet recorded"))
                // Nobody has a result of Key Stage 1 since 2024, so there is nothing to withhold.
                guard name != .ks1 else { continue }
                let few = try await governor.get(server.link(.statutoryReport(name, ReportQuery(group: "ehc_plan"))))
                #expect(few.text.contains("ithheld"))
                let csv = try await governor.get(
                    server.link(.statutoryFile(name, .csv, ReportQuery(group: "ehc_plan"))))
                #expect(csv.text.contains(",withheld,withheld,"))
            }
            let list = try await governor.get(server.link(.statutoryPupils(measure: "mtc.took")))
            #expect(list.text.contains("Your role sees figures, not the pupils behind them."))
        }
    }

    @Test func `A year without pupils says what will be here and how it comes`() async throws {
        try await TestServer.run { server, client in
            let place = SchoolPlace(school: server.school.dfe, year: try #require(SchoolYear(endYear: 2031)))
            let owner = try await server.browser(.accountOwner, client)
            let reader = try await server.browser(.readOnly, client)
            let page = try await owner.get(place.link(.statutoryReport(.dashboard)))
            #expect(page.text.contains("No pupils from 2029 to 2031 yet"))
            #expect(page.text.contains("Bring in a file"))
            #expect(!(try await reader.get(place.link(.statutoryReport(.dashboard))).text.contains("Bring in a file")))
            let early = SchoolPlace(school: server.school.dfe, year: try #require(SchoolYear(endYear: 2020)))
            #expect(
                try await owner.get(early.link(.statutoryReport(.eyfsp))).text.contains(
                    "Not held because of the pandemic."))
        }
    }
}
