import Assessment
import Foundation
import Pages
import Storage
import Testing
import Tracker

struct SchoolPageTests {
    /// A table of mathematics 2027 that passes every check: 100 at 58 marks.
    private static var table: String {
        let rows = (0...110).map { raw in
            raw < 5 ? "\(raw),N" : "\(raw),\(min(120, max(80, 100 + (raw - 58) * 20 / 52)))"
        }
        return (["year,key_stage,subject,raw_score,scaled_score"] + rows.map { "2027,2,mathematics,\($0)" })
            .joined(separator: "\r\n")
    }

    private static let key = ConversionTable.Key(year: 2027, keyStage: 2, subject: .mathematics)

    // MARK: Two schools

    @Test func `A user of one school finds nothing of another`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let theirs = SchoolPlace(school: server.otherSchool.dfe, year: TestServer.year)
            let state = try await server.state()

            // when, then: their addresses do not exist here
            for page in [
                SchoolPage.assessments, .grid(.ks2), .pupils(), .pupil(server.stranger.id),
                .pupilOverTime(server.stranger.id), .keyStage2Outcomes(),
                .files, .users, .school,
            ] {
                let reply = try await owner.get(theirs.link(page))
                #expect(reply.status == 404, "\(page)")
                #expect(!reply.text.contains(server.otherSchool.name))
            }
            // and their pupils are not to be had through one's own
            #expect(try await owner.get(server.link(.pupil(server.stranger.id))).status == 404)
            #expect(try await owner.get(server.link(.pupilOverTime(server.stranger.id))).status == 404)
            #expect(
                try await owner.post(
                    server.link(.editPupil(server.stranger.id)), [("surname", "Taken"), ("forename", "Over")]
                ).status == 404)
            #expect(try await owner.put(server.cell(server.stranger, "writing.ta"), #"{"value":"EXS"}"#).status == 404)
            #expect(
                try await owner.post(theirs.link(.newPupil), [("surname", "New"), ("forename", "Pupil")]).status == 404)
            #expect(try await owner.get("/api/v1/schools/\(server.otherSchool.dfe.compact)/results/2026").status == 404)
            let found = try await owner.get(server.link(.pupils(PupilQuery(search: server.stranger.surname))))
            #expect(!found.addresses.contains(server.link(.pupil(server.stranger.id))))
            #expect(try await server.state() == state)
        }
    }

    @Test func `A batch of another school can be neither seen nor taken back`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let other = try await server.browser(.accountOwner, client, of: server.otherSchool)
            let place = SchoolPlace(school: server.otherSchool.dfe, year: TestServer.year)
            let stranger = server.stranger
            let lines =
                "UPN,SURNAME,FORENAMES,DOB,SCITAOUTCOME\r\n\(stranger.upn!.text),\(stranger.surname),\(stranger.forename),\(stranger.dateOfBirth!),HNM"
            _ = try await other.put(
                "/api/v1/schools/\(place.school.compact)/results/2026/ks2/\(stranger.upn!.text)/science.ta",
                #"{"value":""}"#)
            let dropped = try await other.upload(place.link(.upload), files: [("theirs.csv", Array(lines.utf8))])
            let taken = try await other.post("\(dropped.location)/apply")
            let id = try #require(taken.location.split(separator: "/").last.flatMap { Int64($0) })
            let upload = try #require(dropped.location.split(separator: "/").last.flatMap { Int64($0) })

            // when, then
            #expect(try await owner.get(server.link(.batch(id))).status == 404)
            #expect(try await owner.post(server.link(.undoBatch(id))).status == 404)
            #expect(try await owner.get(server.link(.preview(upload))).status == 404)
            #expect(
                try await owner.post("/api/v1/schools/\(server.school.dfe.compact)/batches/\(id)/undo").status >= 400)
            #expect(try await other.get(place.link(.batch(id))).status == 200)
        }
    }

    @Test func `Somebody of two schools chooses between them`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            _ = try await server.tracker.addUser(
                email: "account-owner@\(server.school.dfe.compact).example", name: nil, role: .readOnly,
                school: server.otherSchool, as: .operator)

            // when
            let home = try await owner.get("/")
            let choice = try await owner.get(home.location)

            // then
            #expect(home.location == "/schools")
            #expect(choice.text.contains(server.otherSchool.name.replacing("'", with: "&#39;")))
            #expect(choice.text.contains("Full Read-only"))
            #expect(choice.addresses.contains(server.link(.assessments)))
        }
    }

    // MARK: Settings and users

    @Test func `The school’s settings are saved, checked and taken back`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let number = server.school.dfe.description

            // when
            let wrong = try await owner.post(
                server.link(.school),
                [("name", ""), ("dfe-number", "82"), ("urn", "x"), ("former-dfe-numbers", "1, 2")])
            let taken = try await owner.post(
                server.link(.school), [("name", "New name"), ("dfe-number", server.otherSchool.dfe.description)])
            let saved = try await owner.post(
                server.link(.school),
                [
                    ("name", "New <name>"), ("dfe-number", number), ("urn", ""),
                    ("former-dfe-numbers", "820/9770; 8209771"),
                ])
            let page = try await owner.after(saved).get(saved.location)

            // then
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("Enter the school’s name."))
            #expect(wrong.between("error-summary", "</ul>")?.components(separatedBy: "<li>").count == 6)
            #expect(taken.status == 422)
            #expect(taken.text.contains("belongs to"))
            #expect(saved.status == 303)
            #expect(page.text.contains("The school’s settings were saved."))
            #expect(page.text.contains("New &lt;name&gt;"))
            #expect(page.text.contains("820/9770, 820/9771"))
            #expect(
                page.between("class=\"notice", "</form>")?.contains(server.school.name.replacing("'", with: "&#39;"))
                    == true)
        }
    }

    @Test func `A user is added, changed, kept out and let in again`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let added = try await owner.post(
                server.link(.users), [("email", "new@school.example"), ("role", "read-only"), ("classes", "")])
            let people = try await server.tracker.users(of: server.school, as: .operator)
            let id = try #require(people.first { $0.email == "new@school.example" }?.id)
            let sheet = try await server.tracker.grid(
                .ks2, school: server.school, year: TestServer.year, className: nil, as: .operator)
            let ownClass = try #require(sheet.snapshot.classes.first)

            // when
            let changed = try await owner.post(
                server.link(.userRole(id)), [("role", "partial-edit"), ("classes", ownClass.lowercased())])
            let mistyped = try await owner.post(
                server.link(.userRole(id)), [("role", "partial-edit"), ("classes", "\(ownClass), 6 Nowhere")])
            let disabled = try await owner.post(server.link(.userAccess(id)), [("disabled", "1")])
            let page = try await owner.after(disabled).get(disabled.location)
            let second = try await owner.get(server.link(.users))
            let link = try await owner.post(server.link(.userLink(id)))
            let nonsense = try await owner.post(server.link(.userRole(id)), [("role", "king")])
            let noAddress = try await owner.post(server.link(.users), [("email", "nobody"), ("role", "read-only")])

            // then
            #expect(added.text.contains("http://localhost/link/"))
            #expect(changed.status == 303)
            #expect(disabled.status == 303)
            #expect(page.text.contains("new@school.example can’t sign in any more."))
            #expect(page.text.contains(ownClass))
            #expect(mistyped.status == 422)
            #expect(mistyped.text.contains("There is no class “6 Nowhere” at the school. Enter one or more of "))
            #expect(!second.text.contains("can’t sign in any more"))
            #expect(link.text.contains("http://localhost/link/"))
            #expect(!second.text.contains("/link/\""))
            #expect(nonsense.status == 422)
            #expect(noAddress.status == 422)
            #expect(noAddress.text.contains("value=\"nobody\""))
        }
    }

    @Test func `The last owner can’t be demoted`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            let id = try #require(try await server.tracker.users(of: server.school, as: .operator).first?.id)
            let reply = try await owner.post(server.link(.userRole(id)), [("role", "read-only")])
            #expect(reply.status == 422)
            #expect(reply.text.contains("The school must keep an Account Owner."))
        }
    }

    // MARK: Conversion tables

    @Test func `A table is pasted, replaced only when that is confirmed, and taken out of use`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let other = Self.table.replacing("mathematics,110,120", with: "mathematics,110,119")

            // when
            let loaded = try await owner.upload(server.link(.tables), files: [], fields: [("text", Self.table)])
            let page = try await owner.after(loaded).get(loaded.location)
            let again = try await owner.upload(
                server.link(.tables), files: [("table.csv", Array(other.utf8))])
            let replaced = try await owner.upload(
                server.link(.tables), files: [("table.csv", Array(other.utf8))], fields: [("replace", "1")])
            let shown = try await owner.get(server.link(.table(Self.key)))
            let withdrawn = try await owner.post(server.link(.table(Self.key)), [("withdraw", "1")])

            // then
            #expect(loaded.status == 303)
            #expect(page.text.contains("Loaded: Key Stage 2 mathematics 2027."))
            #expect(again.status == 409)
            #expect(again.text.contains("name=\"replace\""))
            #expect(replaced.status == 303)
            #expect(shown.text.contains("loaded by Account Owner"))
            #expect(shown.text.contains("Take this table out of use"))
            #expect(withdrawn.status == 303)
            #expect(try await server.tracker.tables().table(Self.key) == nil)
            #expect(server.files().isEmpty)
        }
    }

    @Test(arguments: [
        ("nothing", "", "paste a table"), ("no table", "hello", ""),
        ("a mark missing", table.replacing("2027,2,mathematics,60,100\r\n", with: ""), "60"),
        ("falling", table.replacing("mathematics,110,120", with: "mathematics,110,90"), ""),
        ("a pupil list", "UPN,Surname,Forename,Year group\r\nA,B,C,6", ""),
    ])
    func `A table that is wrong is refused with the reason, and what was pasted stays`(
        name: String, text: String, words: String
    ) async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            let before = try await server.state()
            let reply = try await owner.upload(server.link(.tables), files: [], fields: [("text", text)])
            #expect(reply.status == 422, "\(name)")
            #expect(words.isEmpty || reply.text.contains(words), "\(name)")
            #expect(try await server.state() == before)
        }
    }

    // MARK: Pupils

    @Test func `A pupil is added, changed, and the change taken back`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let fields = [
                ("surname", "Ålund"), ("forename", "Siân"), ("date-of-birth", "2014-11-03"), ("year-group", "6"),
                ("class", "6 Kestrel"),
            ]

            // when
            let wrong = try await teacher.post(
                server.link(.newPupil), [("surname", "Ålund"), ("date-of-birth", "30/02/2014")])
            let added = try await teacher.post(server.link(.newPupil), fields)
            let edit = try await teacher.get("\(added.location)/edit")
            let revision = try #require(edit.between("name=\"revision\" value=\"", "\""))
            let changed = try await teacher.post(
                "\(added.location)/edit", [("revision", revision), ("surname", "Berg"), ("forename", "Siân")])
            let page = try await teacher.after(changed).get(changed.location)
            let stale = try await teacher.post(
                "\(added.location)/edit", [("revision", revision), ("surname", "Dahl"), ("forename", "Siân")])

            // then
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("Enter the forename."))
            #expect(wrong.text.contains("30/02/2014"))
            #expect(added.status == 303)
            #expect(page.text.contains("The facts about Berg, Siân were saved."))
            #expect(page.between("class=\"notice", "</form>")?.contains("value=\"Ålund\"") == true)
            #expect(stale.status == 409)
            #expect(stale.text.contains("value=\"Dahl\""))
            #expect(try await teacher.get(changed.location).text.contains("Berg, Siân"))
        }
    }

    @Test func `A UPN that somebody has is refused with who has it`() async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.fullEdit, client)
            let reply = try await teacher.post(
                server.link(.newPupil),
                [("surname", "New"), ("forename", "Pupil"), ("upn", server.markup.upn!.text)])
            #expect(reply.status == 422)
            #expect(reply.text.contains("belongs to &lt;b&gt;O&#39;Brien&lt;/b&gt;"))
        }
    }
}
