import Assessment
import Markup
import Pages
import Testing

struct PupilPagesTests {
    @Test func `without names a pupil is a number, and no name, UPN or birth date is in the page`() throws {
        // given
        let place = try Frames.place()
        let list = PupilsModel(
            place: place, query: PupilQuery(), rows: [.init(id: 812, number: 12, name: nil, yearGroup: .year6)],
            total: 1,
            pageCount: 1, yearGroups: [.year6], classes: [], hasPupils: true, canEdit: false, canImport: false)
        let pupil = PupilModel(
            place: place, id: 812, number: 12, name: nil, standing: "Year 6", facts: [], results: [], canEdit: false)
        let frame = try Frames.frame(seesNames: false)

        // when
        let listed = frame.render(list).string
        let shown = frame.render(pupil).string

        // then
        #expect(listed.contains(">Pupil 12</a>"))
        #expect(listed.contains("<td class=\"code\">–</td>"))
        #expect(!listed.contains("Name or UPN"))
        #expect(shown.contains("<h1>Pupil 12</h1>"))
        #expect(!shown.contains("Change details"))
    }

    @Test func `a leaver is said to have left, and the page links keep the filter`() throws {
        // given
        let place = try Frames.place()
        let list = PupilsModel(
            place: place, query: PupilQuery(yearGroup: .year6, page: 2),
            rows: [.init(id: 1, number: 1, name: "Gill, Harleen", leftOn: CalendarDate(iso: "2026-07-03"))], total: 90,
            pageCount: 3, yearGroups: [.year6], classes: [], hasPupils: true, canEdit: true, canImport: true)

        // when
        let html = try Frames.frame().render(list).string

        // then
        #expect(html.contains("left 3 July 2026"))
        #expect(html.contains("href=\"/schools/8209991/2026/pupils?year-group=6&amp;page=3\""))
        #expect(html.contains("aria-current=\"page\"><span class=\"hidden\">Page </span>2</a>"))
    }

    @Test func `an empty list says what to do, to those who may do it`() throws {
        // given
        func list(canImport: Bool) throws -> PupilsModel {
            PupilsModel(
                place: try Frames.place(), query: PupilQuery(), rows: [], total: 0, pageCount: 0, yearGroups: [],
                classes: [],
                hasPupils: false, canEdit: canImport, canImport: canImport)
        }

        // when
        let admin = try Frames.frame().render(list(canImport: true)).string
        let reader = try Frames.frame().render(list(canImport: false)).string

        // then
        #expect(admin.contains(">Import pupils</a>"))
        #expect(!reader.contains(">Import pupils</a>"))
        #expect(reader.contains("An Account Admin can bring in"))
    }

    @Test func `what is not recorded is not called no`() throws {
        // given
        let pupil = PupilModel(
            place: try Frames.place(), id: 1, number: 1, name: "Eze, Chidi", standing: nil,
            facts: [Fact("Looked after", nil), Fact("Service child", "no")], results: [], canEdit: false)

        // when
        let html = try Frames.frame().render(pupil).string

        // then
        #expect(html.contains("<dt>Looked after</dt><dd><span class=\"muted\">not recorded</span></dd>"))
        #expect(html.contains("<dt>Service child</dt><dd>no</dd>"))
    }
}
