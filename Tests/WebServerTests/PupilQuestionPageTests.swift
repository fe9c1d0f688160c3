import Assessment
import Pages
import Storage
import Testing
import Tracker

/// The pupils of a file of whom a person says, one by one, who they are.
struct PupilQuestionPageTests {
    @Test func `However many pupils are asked about, each is reached, and going on keeps the answers`() async throws {
        try await TestServer.run { server, client in
            // given: 120 pupils without a UPN, of whom the file gives no date of birth
            let owner = try await server.browser(.accountOwner, client)
            let names = (0..<120).map { "\(UnicodeScalar(UInt8(97 + $0 / 26)))\(UnicodeScalar(UInt8(97 + $0 % 26)))" }
            let stamp = ChangeStamp(
                author: Author(id: nil, name: "J. Bright", role: "operator", source: .command),
                at: "2026-07-07T07:31:00.000Z")
            try await server.tracker.database.write { session in
                for (index, name) in names.enumerated() {
                    try PupilStore(session).insert(
                        Pupil(id: Int64(500 + index), surname: "Many", forename: name), school: server.school.id,
                        by: stamp)
                }
            }
            let file = "SURNAME,FORENAMES,WRITTAOUTCOME\r\n" + names.map { "Many,\($0),EXS\r\n" }.joined()
            let dropped = try await owner.upload(server.link(.upload), files: [("many.csv", Array(file.utf8))])

            // when
            let first = try await owner.get(dropped.location)
            let sent = try await owner.post(
                "\(dropped.location)/choices",
                [
                    ("part", "file"), ("year", "2026"), ("assessment", "ks2"), ("pupil-0-key", "line 2"),
                    ("pupil-0", "500"), ("pupil-1-key", "line 3"), ("pupil-1", ""), ("people", "2"),
                ])
            let second = try await owner.get(sent.location)
            let last = try await owner.get("\(dropped.location)?people=3")

            // then
            #expect(first.text.contains("These are 1 to 50 of 120 pupils. Not decided: 120."))
            #expect(first.text.contains("name=\"people\" value=\"2\">Keep these answers, show the next pupils"))
            #expect(!first.text.contains("show the pupils before"))
            #expect(first.text.contains("same name only, no date of birth to compare"))
            #expect(sent.location == "\(dropped.location)?people=2")
            #expect(second.text.contains("These are 51 to 100 of 120 pupils. Not decided: 119."))
            #expect(second.text.contains("name=\"pupil-0-key\" value=\"line 52\""))
            #expect(second.text.contains("Take 1 change"))
            #expect(last.text.contains("These are 101 to 120 of 120 pupils."))
            #expect(last.text.contains("name=\"pupil-19-key\" value=\"line 121\""))
            #expect(!last.text.contains("show the next pupils"))
            // and what was answered stands on the first page still
            let again = try await owner.get(dropped.location)
            #expect(again.text.contains("<option value=\"500\" selected>Many, aa: same name only"))
        }
    }

    @Test func `A namesake born on another day is named with the reason and can't be chosen`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let pupil = server.pupils[0]
            let twelve = "820999926999"
            let upn = "\(UPN.checkLetter(for: twelve)!)\(twelve)"
            let file =
                "UPN,SURNAME,FORENAMES,DOB,WRITTAOUTCOME\r\n\(upn),\(pupil.surname),\(pupil.forename),2013-02-03,GDS"

            // when
            let dropped = try await owner.upload(server.link(.upload), files: [("other.csv", Array(file.utf8))])
            let preview = try await owner.get(dropped.location)

            // then
            #expect(!preview.text.contains("Who are these pupils?"))
            #expect(preview.text.contains("the same name and another date of birth than the file’s, 3 February 2013"))
            #expect(preview.text.contains("Nothing to take"))
        }
    }
}
