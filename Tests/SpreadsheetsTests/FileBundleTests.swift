import Foundation
import Spreadsheets
import Testing

/// A zip of files: what is unpacked, what is left out, what refuses the whole.
@Suite struct FileBundleTests {
    /// A folder of its own with a zip in it; `unpacked` is where files may go.
    private struct Desk {
        let folder: URL
        var unpacked: String { folder.path + "/unpacked" }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("bundle-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        func zip(_ bytes: [UInt8]) throws -> String {
            let path = folder.path + "/in.zip"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            return path
        }

        /// Everything below the folder but the zip itself.
        func left() -> [String] {
            (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
                .filter { $0 != "in.zip" && $0 != "unpacked" }
        }

        func refusal(_ parts: [ZipMaker.Part], limits: BundleLimits = BundleLimits()) throws -> String {
            do {
                _ = try FileBundle.unpack(path: zip(ZipMaker.zip(parts)), into: unpacked, limits: limits)
                return "taken"
            } catch let error as BundleError { return error.message }
        }
    }

    @Test func `files are unpacked under names of our own, and what computers add is left out`() throws {
        // given
        let desk = try Desk()
        let zip = try desk.zip(
            ZipMaker.zip([
                .init("a.csv", "one"), .init("school/", "", mode: 0o040755), .init("school/a.csv", "two"),
                .init("__MACOSX/._a.csv", "x"), .init("school/.DS_Store", "x"), .init("Thumbs.db", "x"),
            ]))
        // when
        let bundle = try FileBundle.unpack(path: zip, into: desk.unpacked)
        // then
        #expect(bundle.files.map(\.name) == ["a.csv", "school/a.csv"])
        #expect(try bundle.files.map { try String(contentsOfFile: $0.path, encoding: .utf8) } == ["one", "two"])
        #expect(bundle.leftOut == ["__MACOSX/._a.csv", "school/.DS_Store", "Thumbs.db"])
        for file in bundle.files {
            #expect(file.path.hasPrefix(desk.unpacked + "/incoming-"))
            let facts = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
        // and
        bundle.remove()
        #expect(desk.left().isEmpty)
    }

    @Test(arguments: [
        (ZipMaker.Part("../evil.csv", "x"), "leads out of its folder"),
        (ZipMaker.Part("a/..\\..\\evil.csv", "x"), "leads out of its folder"),
        (ZipMaker.Part("/etc/passwd", "x"), "root of a disk"),
        (ZipMaker.Part("C:\\evil.csv", "x"), "root of a disk"),
        (ZipMaker.Part("link.csv", "/etc/passwd", mode: 0o120777), "is a link"),
        (ZipMaker.Part("pipe.csv", "x", mode: 0o010644), "is a link"),
        (ZipMaker.Part("locked.csv", "0123456789012345", isEncrypted: true), "password"),
        (ZipMaker.Part("a.csv", "again"), "twice"),
        (ZipMaker.Part(String(repeating: "n", count: 1_001), "x"), "longer than"),
    ])
    func `an entry that plays a trick refuses the whole zip by its name, and nothing is left`(
        part: ZipMaker.Part, words: String
    ) throws {
        // given
        let desk = try Desk()
        // when
        let refusal = try desk.refusal([.init("a.csv", "fine"), part])
        // then
        #expect(refusal.contains(words), "\(refusal)")
        #expect(refusal.contains(part.name.replacing("\\", with: "/").suffix(8)))
        #expect(desk.left().isEmpty)
    }

    @Test func `a zip beyond a limit is refused with the limit, and nothing is left`() throws {
        let desk = try Desk()
        let two: [ZipMaker.Part] = [.init("a.csv", "0123456789"), .init("b.csv", "0123456789")]
        #expect(try desk.refusal(two, limits: BundleLimits(files: 1)).contains("must have 1 files or fewer; it has 2"))
        #expect(try desk.refusal(two, limits: BundleLimits(fileBytes: 9)).contains("“a.csv”"))
        #expect(try desk.refusal(two, limits: BundleLimits(unpackedBytes: 15)).contains("together when unpacked"))
        #expect(try desk.refusal(two, limits: BundleLimits(ratio: 0, denseBytes: 5)).contains("0 times its size"))
        #expect(try desk.refusal([]).contains("no file in it"))
        #expect(try desk.refusal([.init(".DS_Store", "x")]).contains("no file in it"))
        #expect(desk.left().isEmpty)
    }

    @Test func `a zip that is cut short or spoilt inside is refused, and nothing is left`() throws {
        // given
        let whole = ZipMaker.zip([.init("a.csv", "0123456789"), .init("b.csv", "0123456789")])
        for count in [0, 4, whole.count / 2, whole.count - 1] {
            let desk = try Desk()
            #expect(throws: BundleError.damaged) {
                try FileBundle.unpack(path: desk.zip(Array(whole.prefix(count))), into: desk.unpacked)
            }
            #expect(desk.left().isEmpty)
        }
        // and one byte of the second file's content, so that its sum is wrong
        var spoilt = whole
        let place = try #require(spoilt.lastIndex(of: UInt8(ascii: "9")))
        spoilt[place] = UInt8(ascii: "8")
        let desk = try Desk()
        do {
            _ = try FileBundle.unpack(path: desk.zip(spoilt), into: desk.unpacked)
            Issue.record("the sum is wrong")
        } catch let error as BundleError { #expect(error.message.contains("“b.csv”")) }
        #expect(desk.left().isEmpty)
    }

    @Test func `names that could turn a line of text round are shown without what does it`() throws {
        let desk = try Desk()
        let bundle = try FileBundle.unpack(
            path: desk.zip(ZipMaker.zip([.init("a\u{202E}vsc.b.csv", "x")])), into: desk.unpacked)
        #expect(bundle.files.map(\.name) == ["a\u{FFFD}vsc.b.csv"])
    }

    @Test func `a workbook is no zip of files, a zip inside a zip is one`() throws {
        let desk = try Desk()
        let row = "<row r=\"1\">\(ZipMaker.cell("A1", "UPN"))</row>"
        #expect(try !FileBundle.recognises(path: desk.zip(ZipMaker.workbook(row))))
        #expect(try FileBundle.recognises(path: desk.zip(ZipMaker.zip([.init("a.csv", "x")]))))
        #expect(try !FileBundle.recognises(path: desk.zip(Array("UPN,READMRK".utf8))))
    }
}
