import Assessment
import Markup
import Pages
import Testing

struct SchoolPagesTests {
    private let key = ConversionTable.Key(year: 2026, keyStage: 2, subject: .reading)

    @Test func `a table is drawn with its standards in words and stands mark by mark behind a toggle`() throws {
        // given
        let table = ConversionTable(key: key, scores: [nil, nil, 80, 99, 100, 105, 110, 120])
        let page = TableModel(place: try Frames.place(), key: key, table: table, threshold: nil, source: .shipped)

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.contains("100 from 4 marks; 110 from 6 marks."))
        #expect(html.contains("<dd>4 of 7 marks</dd>"))
        #expect(html.contains("<svg class=\"step-chart\""))
        #expect(html.contains("<td class=\"number\">N</td>"))
        #expect(html.contains("<th scope=\"row\" class=\"number\">7</th><td class=\"number\">120</td>"))
    }

    @Test func `with thresholds alone no score is shown and the page says how to load the table`() throws {
        // given
        let threshold = Threshold(key: key, maximum: 50, expected: 28, higher: 40)
        let page = TableModel(place: try Frames.place(), key: key, table: nil, threshold: threshold, source: .shipped)

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.contains("<dd>28 of 50 marks</dd>"))
        #expect(html.contains("load the table</a>"))
        #expect(!html.contains("<svg class=\"step-chart\""))
    }

    @Test func `the list tells shipped from loaded, and thresholds from full tables`() throws {
        // given
        let page = TablesModel(
            place: try Frames.place(),
            tables: [
                TableSummary(key: key, extent: .full, source: .loaded(by: "M. Price", when: "7 July 2026, 09:02")),
                TableSummary(
                    key: .init(year: 2025, keyStage: 2, subject: .mathematics), extent: .thresholds, source: .shipped),
            ], canLoad: false)

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.contains("loaded by M. Price, 7 July 2026, 09:02"))
        #expect(html.contains(">Thresholds only<"))
        #expect(html.contains("no table yet"))
        #expect(!html.contains("Load the table</button>"))
    }

    @Test func `a person cannot change their own role, and one-time links are shown only in the notice`() throws {
        // given
        let place = try Frames.place()
        let users = UsersModel(
            place: place,
            users: [
                UserRow(
                    id: 1, name: "M. Price", email: "m@x.example", role: "account-owner", roleTitle: "Account Owner",
                    isSelf: true,
                    canChange: true),
                UserRow(
                    id: 2, name: "J. Bright", email: "j@x.example", role: "full-edit", roleTitle: "Full Edit",
                    canChange: true),
            ], roles: [RoleChoice(name: "full-edit", title: "Full Edit", explanation: "Enters results.")])
        var frame = try Frames.frame()
        frame.notice = Notice("Added j@x.example.", secret: "https://x.example/link/abc")

        // when
        let html = frame.render(users).string

        // then
        #expect(!html.contains("/school/users/1/role"))
        #expect(html.contains("action=\"/schools/8209991/2026/school/users/2/role\""))
        #expect(html.contains("readonly value=\"https://x.example/link/abc\""))
    }

    @Test func `a refusal says the role and who may`() throws {
        // given
        let page = ProblemModel.refused(
            action: "change results", roleTitle: "Full Read-only", whoMay: "Full Edit and above")

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.contains("<h1>You cannot change results</h1>"))
        #expect(html.contains("Your role is Full Read-only. Full Edit and above may change results."))
    }

    @Test(arguments: [(0, "0 of 62 results in"), (51, "51 of 62 results in"), (1_204, "1,204 of 62 results in")])
    func `how much is in stands in words beside its bar`(recorded: Int, words: String) throws {
        // given
        let page = ChooseClassModel(
            place: try Frames.place(), kind: .ks2,
            groups: [.init(title: "6 Kestrel", className: "6 Kestrel", pupils: 30, recorded: recorded, due: 62)],
            canImport: false)

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.contains(words))
        #expect(html.contains("/assessments/ks2/grid?class=6%20Kestrel\""))
    }
}
