import Assessment
import Markup
import Pages
import Testing

struct FormTests {
    @Test func `an error is linked from the summary and told at the field, and the typed text is kept`() throws {
        // given
        let page = PupilFormModel(
            place: try Frames.place(), values: [.surname: "O'Brien", .upn: "H8<0"],
            errors: [FieldError(field: "upn", message: "A UPN must be 13 characters.")])

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.contains("<title>Error: Add a pupil"))
        #expect(html.contains("<a href=\"#field-upn\">A UPN must be 13 characters.</a>"))
        #expect(
            html.contains(
                "id=\"field-upn\" name=\"upn\" aria-describedby=\"field-upn-hint field-upn-error\" aria-invalid=\"true\""
            ))
        #expect(html.contains("<p class=\"field-error\" id=\"field-upn-error\">"))
        #expect(html.contains("value=\"H8&lt;0\""))
        #expect(html.contains("value=\"O&#39;Brien\""))
        #expect(html.split(separator: "aria-invalid").count == 2)
    }

    @Test func `every field of the pupil form has a label and a name`() throws {
        // given
        let page = PupilFormModel(place: try Frames.place())

        // when
        let html = try Frames.frame().render(page).string

        // then
        for field in PupilField.allCases {
            #expect(html.contains("<label for=\"field-\(field.rawValue)\">\(field.title)"), "\(field)")
            #expect(html.contains(" name=\"\(field.rawValue)\""), "\(field)")
        }
    }

    @Test func `every field of the set-up and school forms is there`() throws {
        // given
        let frame = try Frames.frame()

        // when
        let setUp = frame.render(SetUpModel(token: "t", minimumLength: 10)).string
        let school = frame.render(SchoolModel(place: try Frames.place(), values: [:], canEdit: true)).string

        // then
        for field in SetUpField.allCases { #expect(setUp.contains(" name=\"\(field.rawValue)\""), "\(field)") }
        for field in SchoolField.allCases { #expect(school.contains(" name=\"\(field.rawValue)\""), "\(field)") }
    }

    @Test func `a password is never written back`() throws {
        // given
        let page = SetUpModel(
            token: "t", values: [.password: "correct horse", .email: "a@b.example"], minimumLength: 10)

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(!html.contains("correct horse"))
        #expect(html.contains("a@b.example"))
    }

    @Test func `every form that is sent carries the token`() throws {
        // given
        let place = try Frames.place()
        let batch = BatchRow(id: 1, when: "today", person: "M", source: "a.csv", values: 1, canUndo: true)
        let user = UserRow(
            id: 2, name: "A. Okafor", email: "a@b.example", role: "full-edit", roleTitle: "Full Edit", canChange: true)
        let role = RoleChoice(name: "full-edit", title: "Full Edit", explanation: "Enters results.")
        let pages: [any Page] = [
            SignInModel(), ChoosePasswordModel(token: "t", email: "a@b.example", minimumLength: 10),
            SetUpModel(token: "t", minimumLength: 10), PupilFormModel(place: place),
            FilesModel(
                place: place, canImport: true, maximumMegabytes: 64, waiting: [.init(id: 1, fileName: "a", when: "b")],
                batches: [batch]),
            ImportPreviewModel(
                place: place, uploadID: 1, fileName: "a", kindTitle: "CTF", facts: [],
                assessments: [.init(kind: .ks2, results: 1, isTaken: true)], counts: [:], items: [], takes: 0),
            UndoBatchModel(place: place, batch: batch), TablesModel(place: place, tables: [], canLoad: true),
            UsersModel(place: place, users: [user], roles: [role]),
            SchoolModel(place: place, values: [:], canEdit: true),
        ]
        let frame = try Frames.frame()

        for page in pages {
            // when
            let html = frame.render(page).string

            // then
            let forms = html.split(separator: "<form").dropFirst().filter { $0.contains("method=\"post\"") }
            #expect(forms.count >= 2, "sign out and the page's own: \(page.heading.title)")
            for form in forms {
                let body = form.split(separator: "</form>").first ?? ""
                #expect(body.contains("name=\"_csrf\" value=\"token-1\""), "\(page.heading.title)")
            }
        }
    }
}
