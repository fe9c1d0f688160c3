import Assessment
import Pages
import Reports
import Storage
import Testing
import Tracker

struct AnonymisedTests {
    /// Everything about a pupil that must not reach a reader without names.
    private static func secrets(_ pupil: Pupil) -> [String] {
        [
            pupil.upn?.text, pupil.dateOfBirth?.description, pupil.dateOfBirth?.inWords, pupil.displayName,
            "\(pupil.forename) \(pupil.surname)", "/pupils/\(pupil.id)",
        ].compactMap(\.self)
    }

    @Test func `Nothing that an anonymised reader can reach names a pupil`() async throws {
        try await TestServer.run(whole: true) { server, client in
            // given
            let governor = try await server.browser(.anonymised, client)
            let api = "/api/v1/schools/\(server.school.dfe.compact)"
            var waiting: Set<String> = [
                "/", server.link(.assessments), server.link(.keyStage2OutcomesFile(.csv)),
                server.link(.gridFile(.ks2, .xlsx)),
                server.link(.gridFile(.ks2, .csv)), server.link(.pupilsFile(.xlsx)), server.link(.pupilsFile(.csv)),
                server.link(.keyStage2OutcomesPupils(measure: "reading.expected")),
                server.link(.keyStage2OutcomesPupils(measure: "mathematics.near_misses")),
                server.link(.grid(.ks2)), server.link(.pupils()), server.link(.pupil(server.pupils[0].id)),
                server.link(.pupilOverTime(server.pupils[0].id)),
                "\(api)/reports/pupil/2026?pupil=\(server.pupils[0].id)",
                "\(api)/results/2026", "\(api)/results/2026/ks2", "\(api)/reports/ks2-outcomes/2026",
                "\(api)/reports/ks2-outcomes/2026?group=girls", "\(api)/batches",
            ]
            for name in StatutoryReportName.allCases {
                waiting.formUnion([
                    server.link(.statutoryReport(name)), server.link(.statutoryFile(name, .csv)),
                    server.link(.statutoryReport(name, ReportQuery(group: "disadvantaged+boys"))),
                    "\(api)/reports/\(name.rawValue)/2026", "\(api)/reports/\(name.rawValue)/2025?group=ehc_plan",
                ])
            }
            for measure in StatutoryMeasure.headlines {
                waiting.formUnion([
                    server.link(.statutoryPupils(measure: measure.id)),
                    server.link(.statutoryPupils(measure: measure.id, ReportQuery(group: "girls", of: 2025))),
                ])
            }
            var seen: Set<String> = []
            let everybody = try await server.everybody()
            #expect(everybody.count > 200)
            let secrets = everybody.flatMap(Self.secrets)
            // Of every report some groups and two years are looked at; all of them would be thousands of pages.
            let groups = ["all", "girls", "ehc_plan", "disadvantaged%2Bboys"]
            func isToSee(_ address: String) -> Bool {
                !seen.contains(address)
                    && (!address.contains("group=") || groups.contains { address.contains("group=\($0)") })
                    && (!address.contains("group=") || address.contains("/2026/") || address.contains("/2025/"))
            }

            // when
            while let address = waiting.popFirst() {
                seen.insert(address)
                let reply = try await governor.get(address)
                #expect(reply.status < 500, "\(address)")
                // A refusal may repeat the address that was asked for.
                for secret in secrets where reply.has(secret) && !address.contains(secret) {
                    Issue.record("\(address) shows \(secret)")
                }
                let found = reply.addresses.union(reply.location.isEmpty ? [] : [reply.location])
                waiting.formUnion(
                    found.filter { isToSee($0) && !$0.contains("/sign-out") && !$0.contains("/2027/") })
            }

            // then
            #expect(seen.count > 30)
            for page in [
                SchoolPage.grid(.ks2), .chooseClass(.ks2), .pupils(), .pupil(server.pupils[0].id),
                .pupilOverTime(server.pupils[0].id),
            ] {
                #expect(try await governor.get(server.link(page)).status == 403, "\(page)")
            }
            #expect(try await governor.get("\(api)/results/2026").status == 403)
        }
    }

    @Test func `A grid that was drawn for a teacher is not given to an anonymised reader`() async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.fullEdit, client)
            let governor = try await server.browser(.anonymised, client)
            #expect(try await teacher.get(server.link(.grid(.ks2))).status == 200)
            #expect(try await governor.get(server.link(.grid(.ks2))).status == 403)
        }
    }

    @Test func `Links that would be refused are not offered`() async throws {
        try await TestServer.run { server, client in
            let governor = try await server.browser(.anonymised, client)
            let page = try await governor.get(server.link(.keyStage2Outcomes()))
            for page2 in [SchoolPage.assessments, .pupils(), .files] {
                #expect(!page.addresses.contains(server.link(page2)), "\(page2)")
            }
            #expect(page.addresses.contains(server.link(.analysis)))
            #expect(!page.text.contains("id=\"pupil-search\""))
        }
    }
}
