import Assessment
import FictionalSchools
import Pages
import Storage
import Testing
import Tracker

struct FilePageTests {
    /// A results file that changes the writing of two pupils and clears nothing.
    private func results(_ server: TestServer, _ rows: [(Pupil, String)]) -> [UInt8] {
        let lines = rows.map { pupil, value in
            "\(pupil.upn!.text),\(pupil.surname),\(pupil.forename),\(pupil.dateOfBirth!),\(value)"
        }
        return Array((["UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME"] + lines).joined(separator: "\r\n").utf8)
    }

    private func writing(_ pupil: Pupil, _ server: TestServer) async throws -> String? {
        let results = try await server.tracker.results(school: server.school, year: TestServer.year, as: .operator)
        return results.pupils.first { $0.pupil.id == pupil.id }?.values[.ks2]?["writing.ta"]
    }

    @Test func `A file is previewed, taken, shown as a batch and taken back`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let pupil = server.pupils[0]
            let old = try await writing(pupil, server)
            let new = old == "GDS" ? "WTS" : "GDS"
            let before = try await server.state()

            // when: dropped
            let dropped = try await owner.upload(
                server.link(.upload), files: [("results (1).csv", results(server, [(pupil, new)]))])
            #expect(dropped.status == 303)
            let preview = try await owner.get(dropped.location)

            // then: nothing is stored before it is taken
            #expect(preview.status == 200)
            #expect(preview.title.hasPrefix("Preview of results (1).csv"))
            #expect(preview.text.contains("Take 1 change"))
            #expect(try await server.state() == before)
            #expect(try await owner.get(server.link(.files)).addresses.contains(dropped.location))

            // when: taken
            let taken = try await owner.post("\(dropped.location)/apply", [("part", "items")])

            // then
            #expect(taken.status == 303)
            #expect(try await writing(pupil, server) == new)
            let batch = try await owner.after(taken).get(taken.location)
            #expect(batch.text.contains("Taken from results (1).csv: 1 result."))
            #expect(batch.text.contains("Undo this file"))
            #expect(batch.text.contains("Writing teacher assessment"))
            #expect(server.files().isEmpty)

            // when: the file is asked for again
            let api =
                "/api/v1/schools/\(server.school.dfe.compact)/batches/\(taken.location.split(separator: "/").last ?? "")/file"
            for address in ["\(taken.location)/file", api] {
                let file = try await owner.get(address)
                // then
                #expect(file.status == 200)
                #expect(Array(file.text.utf8) == results(server, [(pupil, new)]))
                #expect(try await server.browser(.fullEdit, client).get(address).status == 403)
            }
            #expect(batch.addresses.contains("\(taken.location)/file"))

            // when: taken back
            let undone = try await owner.post("\(taken.location)/undo")

            // then
            #expect(undone.status == 303)
            #expect(try await writing(pupil, server) == old)
            #expect(try await owner.after(undone).get(undone.location).text.contains("was taken back"))
            #expect(try await owner.post("\(taken.location)/undo").status == 409)
            #expect(try await owner.get("\(taken.location)/undo").status == 409)
        }
    }

    @Test func `What somebody changed after a file is left alone by its undo, and listed`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let pupil = server.pupils[0]
            let new = try await writing(pupil, server) == "GDS" ? "WTS" : "GDS"
            let dropped = try await owner.upload(
                server.link(.upload), files: [("results.csv", results(server, [(pupil, new)]))])
            let taken = try await owner.post("\(dropped.location)/apply")
            _ = try await owner.put(server.cell(pupil, "writing.ta"), #"{"value":"EXS"}"#)

            // when
            let undone = try await owner.post("\(taken.location)/undo")

            // then
            #expect(undone.status == 200)
            #expect(undone.text.contains("Left alone"))
            #expect(undone.text.contains(pupil.displayName.replacing("'", with: "&#39;")))
            #expect(try await writing(pupil, server) == "EXS")
        }
    }

    @Test(arguments: [
        ("broken.xml", "<?xml version=\"1.0\"?>\n<CTfile>\n<Header></Heder>\n</CTfile>", "line 3"),
        ("entity.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n<CTfile/>", "DOCTYPE"),
        ("quote.csv", "UPN,SURNAME,WRITTAOUTCOME\nA,\"Smith,EXS\n", "line 2"), ("empty.csv", "", "empty"),
        ("picture.csv", "\u{0}\u{1}\u{2}PNG", ""),
    ])
    func `A file that can’t be read is refused with the place, and not kept`(
        name: String, content: String, words: String
    ) async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let before = try await server.state()

            // when
            let reply = try await owner.upload(server.link(.upload), files: [(name, Array(content.utf8))])

            // then
            #expect(reply.status == 422)
            #expect(reply.title.hasPrefix("Error: Files"))
            #expect(
                reply.text.lowercased().contains(words.lowercased()), "\(reply.between("error-summary", "</ul>") ?? "")"
            )
            #expect(try await server.state() == before)
            #expect(server.files().isEmpty)
        }
    }

    @Test func `No file, or one that is too large, is refused`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)

            // when
            let none = try await owner.upload(server.link(.upload), files: [("", [])])
            let large = try await owner.upload(
                server.link(.upload), files: [("large.csv", Array(repeating: 65, count: 5 << 20))])
            let notMultipart = try await owner.post(server.link(.upload))

            // then
            #expect(none.status == 422)
            #expect(none.text.contains("Choose a file first."))
            #expect(large.status == 413)
            #expect(large.text.contains("It must be 4 MB or less."))
            #expect(notMultipart.status == 400)
            #expect(server.files().isEmpty)
        }
    }

    @Test func `Several files wait side by side and can be removed`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let files = [
                (name: "first.csv", bytes: results(server, [(server.pupils[0], "EXS")])),
                (name: "second.csv", bytes: results(server, [(server.pupils[1], "EXS")])),
            ]

            // when
            let reply = try await owner.upload(server.link(.upload), files: files)
            let page = try await owner.after(reply).get(reply.location)
            let cancel = try #require(page.addresses.first { $0.hasSuffix("/cancel") })
            let cancelled = try await owner.post(cancel)

            // then
            #expect(reply.location == server.link(.files))
            #expect(page.text.contains("2 files wait below."))
            #expect(page.text.contains("first.csv"))
            #expect(cancelled.status == 303)
            #expect(server.files().count == 1)
        }
    }

    @Test func `The files of a zip wait side by side, and what is wrong in it is named`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let first = results(server, [(server.pupils[0], "EXS")])
            let good = ZipMaker.zip([
                .init("first.csv", first), .init("more/second.csv", results(server, [(server.pupils[1], "EXS")])),
                .init(".DS_Store", "x"),
            ])
            let tricky = ZipMaker.zip([.init("first.csv", first), .init("../evil.csv", "x")])
            let broken = ZipMaker.zip([.init("first.csv", first), .init("broken.xml", "<CTfile><Header>")])

            // when
            let reply = try await owner.upload(server.link(.upload), files: [("all.zip", good)])
            let page = try await owner.after(reply).get(reply.location)

            // then
            #expect(page.text.contains("2 files wait below."))
            #expect(page.text.contains("all.zip/more/second.csv"))
            #expect(page.text.contains("because computers add them by themselves: .DS_Store."))
            #expect(server.files().count == 2)

            // when
            let refused = try await owner.upload(server.link(.upload), files: [("bad.zip", tricky)])

            // then: nothing of it is kept
            #expect(refused.status == 422)
            #expect(refused.text.contains("“../evil.csv” in it: its name leads out of its folder"))
            #expect(server.files().count == 2)

            // when
            let partly = try await owner.upload(server.link(.upload), files: [("partly.zip", broken)])

            // then: the other file waits
            #expect(partly.status == 422)
            #expect(partly.text.contains("partly.zip/broken.xml: "))
            #expect(partly.text.contains("partly.zip/first.csv"))
            #expect(server.files().count == 3)
        }
    }

    @Test func `A file of several schools leads to the preview in each of the visitor’s schools`() async throws {
        try await TestServer.run { server, client in
            // given: a person of both schools
            let owner = try await server.browser(.accountOwner, client)
            let people = try await server.tracker.users(of: server.school, as: .operator)
            let email = try #require(people.first).email
            _ = try await server.tracker.addUser(
                email: email, name: nil, role: .accountAdmin, school: server.otherSchool, as: .operator)
            let stranger = server.stranger
            let lines = [
                "LAESTAB,UPN,SURNAME,WRITTAOUTCOME",
                "\(server.school.dfe.compact),\(server.pupils[0].upn!),\(server.pupils[0].surname),EXS",
                "\(server.otherSchool.dfe.compact),\(stranger.upn!),\(stranger.surname),EXS",
                "8200001,\(stranger.upn!),Unheard,EXS",
            ]
            let dropped = try await owner.upload(
                server.link(.upload), files: [("trust.csv", Array(lines.joined(separator: "\r\n").utf8))])

            // when
            let preview = try await owner.get(dropped.location)
            let shared = try await owner.post(
                "\(dropped.location)/share", [("school", server.otherSchool.dfe.description)])
            let there = try await owner.get(shared.location)

            // then
            let list = try #require(preview.between("Schools in this file", "</section>"))
            #expect(list.contains("820/0001"))
            #expect(list.contains("Left out. No such school is known here"))
            #expect(list.contains("The whole file"))
            #expect(!preview.text.contains(stranger.upn!.text))
            #expect(!preview.text.contains("Unheard"))
            #expect(shared.status == 303)
            #expect(there.status == 200)
            #expect(shared.location.contains(server.otherSchool.dfe.compact))
            #expect(server.files().count == 2)
        }
    }

    @Test func `All conflicts are decided at once, and one by itself after that`() async throws {
        try await TestServer.run { server, client in
            // given: special consideration was entered by hand for two pupils, the file comes without it
            let owner = try await server.browser(.accountOwner, client)
            let pupils = server.pupils.prefix(2)
            var lines = ["UPN,READSCORE"]
            for pupil in pupils {
                for column in ["reading.paper1", "reading.scaled", "reading.outcome", "reading.ta"] {
                    _ = try await owner.put(server.cell(pupil, column), #"{"value":""}"#)
                }
                _ = try await owner.put(server.cell(pupil, "reading.scaled"), #"{"value":"97+"}"#)
                lines.append("\(pupil.upn!),99")
            }
            let dropped = try await owner.upload(
                server.link(.upload), files: [("scores.csv", Array(lines.joined(separator: "\r\n").utf8))])
            let choices = "\(dropped.location)/choices"

            // when
            let open = try await owner.get(dropped.location)
            _ = try await owner.post(choices, [("part", "conflicts"), ("conflicts", "take")])
            let all = try await owner.get(dropped.location)
            let key = try #require(all.between("name=\"take\" value=\"", "\""))
            _ = try await owner.post(choices, [("part", "items"), ("shown", key)])
            let one = try await owner.get(dropped.location)
            _ = try await owner.post(choices, [("part", "conflicts"), ("conflicts", "leave")])
            let none = try await owner.get(dropped.location)

            // then
            #expect(open.text.contains("Take the file’s value in all 2"))
            #expect(all.text.contains("Take 2 changes"))
            #expect(all.text.contains("Keep what is recorded in all 2"))
            #expect(one.text.contains("Take 1 change"))
            #expect(none.text.contains("Nothing to take"))
        }
    }

    @Test func `A conflict is taken only when it is ticked`() async throws {
        try await TestServer.run { server, client in
            // given: special consideration was entered by hand, the file comes without it
            let owner = try await server.browser(.accountOwner, client)
            let pupil = server.pupils[0]
            for column in ["reading.paper1", "reading.scaled", "reading.outcome", "reading.ta"] {
                _ = try await owner.put(server.cell(pupil, column), #"{"value":""}"#)
            }
            _ = try await owner.put(server.cell(pupil, "reading.scaled"), #"{"value":"97+"}"#)
            let file = Array(
                "UPN,SURNAME,FORENAMES,DOB,READSCORE\r\n\(pupil.upn!.text),\(pupil.surname),\(pupil.forename),\(pupil.dateOfBirth!),99"
                    .utf8)
            let dropped = try await owner.upload(server.link(.upload), files: [("scores.csv", file)])
            let preview = try await owner.get(dropped.location)
            let key = try #require(preview.between("name=\"take\" value=\"", "\""))

            // when
            let without = try await owner.post("\(dropped.location)/choices", [("part", "items"), ("shown", key)])
            let off = try await owner.get(without.location)
            _ = try await owner.post("\(dropped.location)/choices", [("part", "items"), ("shown", key), ("take", key)])
            let on = try await owner.get(dropped.location)
            _ = try await owner.post("\(dropped.location)/apply")

            // then
            #expect(preview.text.contains("in conflict"))
            #expect(off.text.contains("Nothing to take"))
            #expect(on.text.contains("Take 1 change"))
            #expect(on.text.contains("name=\"take\" value=\"\(key)\""))
            let results = try await server.tracker.results(school: server.school, year: TestServer.year, as: .operator)
            #expect(results.pupils.first { $0.pupil.id == pupil.id }?.values[.ks2]?["reading.scaled"] == "99+")
        }
    }

    @Test func `A pupil whom the file names by another UPN is taken once a person has said who it is`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let pupil = server.pupils[0]
            let new = try await writing(pupil, server) == "GDS" ? "WTS" : "GDS"
            let twelve = "820999926999"
            let upn = "\(UPN.checkLetter(for: twelve)!)\(twelve)"
            let file = Array(
                "UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME\r\n\(upn),\(pupil.surname),\(pupil.forename),\(pupil.dateOfBirth!),\(new)"
                    .utf8)
            let dropped = try await owner.upload(server.link(.upload), files: [("other.csv", file)])
            let preview = try await owner.get(dropped.location)

            // when
            _ = try await owner.post(
                "\(dropped.location)/choices",
                [
                    ("part", "file"), ("year", "2026"), ("assessment", "ks2"), ("pupil-0-key", upn),
                    ("pupil-0", "\(pupil.id)"),
                ])
            let answered = try await owner.get(dropped.location)
            _ = try await owner.post("\(dropped.location)/apply")

            // then
            #expect(preview.text.contains("Who are these pupils?"))
            #expect(preview.text.contains("value=\"\(pupil.id)\""))
            #expect(preview.text.contains("Nothing to take"))
            #expect(answered.text.contains("Take 1 change"))
            #expect(try await writing(pupil, server) == new)
        }
    }

    @Test func `A preview is filtered by what would happen`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let value = try await writing(server.pupils[1], server) ?? ""
            let file = results(server, [(server.pupils[0], "XXX"), (server.pupils[1], value)])
            let dropped = try await owner.upload(server.link(.upload), files: [("mixed.csv", file)])

            // when
            let all = try await owner.get(dropped.location)
            let same = try await owner.get("\(dropped.location)?status=same")
            let reading = try await owner.get("\(dropped.location)?subject=reading")

            // then
            let first = server.pupils[0].displayName.replacing("'", with: "&#39;")
            #expect(all.text.contains(first))
            #expect(same.between("class=\"preview\"", "</table>")?.contains(first) == false)
            #expect(reading.text.contains("Nothing fits this filter"))
        }
    }
}
