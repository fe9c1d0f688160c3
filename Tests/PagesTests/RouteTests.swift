import Assessment
import Pages
import Testing

struct RouteTests {
    /// Every kind of route, with every filter set and with none.
    static func routes() throws -> [Route] {
        let school = try DfENumber("820/9991")
        let year = try #require(SchoolYear(endYear: 2026))
        let date = try #require(CalendarDate(iso: "2026-05-14"))
        let key = ConversionTable.Key(year: 2025, keyStage: 2, subject: .gps)
        let outcomes = OutcomesQuery(group: "class:6 Kestrel & co", appliesSpecialConsideration: false)
        let pages: [SchoolPage] = [
            .assessments, .chooseClass(.ks2), .grid(.ks2), .chooseClass(.phonics),
            .grid(.phonics, GridQuery(yearGroup: .year2, className: "2 Wren")),
            .grid(.eyfsp, GridQuery(filter: "literacy")),
            .grid(
                .ks2,
                GridQuery(
                    className: "6 Kestrel", filter: "mathematics", order: "reading.scaled", isEditing: true, date: date,
                    isBlank: true, on: "2026-06-01")),
            .cellHistory(.ks2, CellHistoryQuery(pupil: "A820 &", column: "reading.paper1", isPart: true)),
            .cellHistory(.ks2, CellHistoryQuery(pupil: "12", column: "writing.ta")),
            .gridFile(.ks2, .csv), .gridFile(.ks2, .xlsx, GridQuery(className: "6 Kestrel", isBlank: true)),
            .pupils(), .pupilsFile(.csv), .pupilsFile(.xlsx, PupilQuery(search: "a", className: "R/1")),
            .pupils(
                PupilQuery(
                    search: "O’Brien & ç+?", yearGroup: .reception, className: "R/1", includesLeavers: true, page: 3)),
            .newPupil, .pupil(12), .pupilOverTime(12), .pupilOverTimeFile(12, .csv), .pupilOverTimeFile(12, .xlsx),
            .editPupil(12), .reports, .keyStage2Outcomes(), .keyStage2Outcomes(outcomes),
            .keyStage2OutcomesPupils(measure: "reading.expected", outcomes),
            .keyStage2OutcomesFile(.csv), .keyStage2OutcomesFile(.xlsx, outcomes), .analysis, .files, .upload,
            .preview(7), .preview(7, PreviewQuery(status: "changed", subject: "reading", page: 2)), .previewChoices(7),
            .shareUpload(7), .applyUpload(7), .cancelUpload(7), .batch(9), .undoBatch(9), .sendFile(),
            .sendFile(
                SendFileQuery(
                    destination: "school", number: "820/9992", what: "ks2", who: "class:6 Kestrel & co",
                    pupils: ["1", "2"])), .school, .users, .userRole(3), .userAccess(3),
            .userLink(3), .judgementSettings, .tables, .table(key),
        ]
        let matrix = MatrixQuery(
            from: "ks1", fromSubject: "reading", to: "year5.summer2", toSubject: "writing", yearGroup: "6",
            group: "class:6 Kestrel & co", row: "110+", column: "100-109", step: "lower")
        let progress = ProgressQuery(
            from: "2025.summer2", to: "2026.spring1", yearGroup: "R", group: "all", subject: "reading", step: "better")
        let overYears: [SchoolPage] = [
            .copyJudgements(),
            .copyJudgements(
                CopyQuery(group: "5/5 Kestrel & co", from: "2025.summer2", to: "2026.autumn1", subject: "reading")),
            .conversionMatrix(), .conversionMatrix(matrix), .conversionMatrixFile(.csv),
            .conversionMatrixFile(.xlsx, matrix), .conversionMatrixPupils(matrix), .summativeProgress(),
            .summativeProgress(progress), .summativeProgressFile(.csv), .summativeProgressFile(.xlsx, progress),
            .summativeProgressPupils(progress), .expectations(), .expectations(matrix), .expectationsFile(.csv),
            .expectationsFile(.xlsx, matrix), .expectationsPupils(matrix),
        ]
        return [
            .home, .signIn(), .signIn(returnTo: "/schools/8209991/2026/pupils?q=a b&class=6%"), .signOut, .setUp(),
            .setUp(token: "a+b/c="), .choosePassword(token: "x_y-1"), .chooseSchool, .help,
            .asset(name: "leadline.css", version: "0a1b"),
        ] + (pages + overYears).map { .school(school, year, $0) }
    }

    @Test func `a link is read back as the route that wrote it`() throws {
        for route in try Self.routes() {
            // when
            let readBack = Route(parsing: route.link)

            // then
            #expect(readBack == route, "\(route.link)")
        }
    }

    @Test func `no two routes have the same address`() throws {
        // when
        let links = try Self.routes().map(\.link)

        // then
        #expect(Set(links).count == links.count)
    }

    @Test(arguments: [
        "/nowhere", "/schools/8209991", "/schools/8209991/2026", "/schools/820999/2026/pupils",
        "/schools/8209991/1999/pupils", "/schools/8209991/2026/pupils/x", "/schools/8209991/2026/assessments/sats",
        "/schools/8209991/2026/reports/ks2-outcomes/pupils", "/schools/8209991/2026/school/tables/2/2025/french",
        "/schools/8209991/2026/files/uploads/1/burn", "/schools/8209991/2026/assessments/ks2/grid/more",
        "/schools/8209991/2026/assessments/ks2/history?pupil=1", "/schools/8209991/2026/assessments/ks2/copy",
    ])
    func `an address of no page has no route`(address: String) {
        #expect(Route(parsing: address) == nil)
    }

    @Test func `unknown filters are ignored and wrong ones fall back`() throws {
        // when
        let route = try #require(Route(parsing: "/schools/820-9991/2026/pupils?page=-3&year-group=99&utm=x"))

        // then
        #expect(route.link == "/schools/8209991/2026/pupils")
    }

    @Test func `switching the year keeps the page and drops what belongs to one year`() throws {
        // given
        let year = try #require(SchoolYear(endYear: 2025))
        let editing = try #require(
            Route(parsing: "/schools/8209991/2026/assessments/ks2/grid?class=6%20Kestrel&subject=science&edit=1"))
        let batch = try #require(Route(parsing: "/schools/8209991/2026/files/batches/4"))

        // when, then
        #expect(editing.inYear(year).link == "/schools/8209991/2025/assessments/ks2/grid?subject=science")
        #expect(batch.inYear(year).link == "/schools/8209991/2025/files")
        #expect(Route.help.inYear(year) == .help)
    }

    @Test func `broken escapes stay as they are written`() {
        // when
        let address = Address(parsing: "/a%2Fb/%zz?x=%4&y=1%201+2#part")

        // then
        #expect(address.path == ["a/b", "%zz"])
        #expect(address.value("x") == "%4")
        #expect(address.value("y") == "1 1 2")
    }
}
