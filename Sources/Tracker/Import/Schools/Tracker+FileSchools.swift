import Assessment
import CommonTransferFile
import Spreadsheets
public import Storage

extension Tracker {
    /// The same file with its content read, for whoever asks more than once of it: the content is then kept, and its file looked at no more.
    ///
    /// - Throws: ``TrackerError/file(_:)`` for a file that can't be read; ``TrackerError/notAllowed(_:role:)`` for a caller who
    ///   may bring files in nowhere.
    public func opened(_ file: ImportFile, as caller: Caller) async throws -> ImportFile {
        _ = try await importSchools(caller)
        var file = file
        file.content = ReadContent(try await runAside { [file] in try FileReading.content(of: file) })
        file.sha256 = try await runAside { [file] in try file.sha256 ?? FileDigest.sha256(path: file.path) }
        return file
    }

    /// For which of the caller's schools a file is: a results file by the school's number in each line, a Common Transfer File by
    /// its destination, else its source. Nothing is stored.
    ///
    /// - Throws: ``TrackerError/file(_:)`` for a file that cannot be read, or that says of no school whose it is;
    ///   ``TrackerError/notAllowed(_:role:)`` for a caller who may bring files in nowhere.
    public func schools(in file: ImportFile, options: ImportOptions = ImportOptions(), as caller: Caller) async throws
        -> FileSchools
    {
        let schools = try await importSchools(caller)
        switch try await runAside({ try FileReading.content(of: file) }) {
        case .ctf(let file):
            let content = try file.content()
            let numbers = [content.header.destination.dfeNumber, content.header.source.dfeNumber].compactMap(\.self)
            let school = numbers.lazy.compactMap { number in
                schools.first { $0.dfe == number || $0.formerNumbers.contains(number) }
            }.first
            guard let school else {
                let names = [content.header.source, content.header.destination].map {
                    CTFAddress.title($0) ?? "a school that it does not name"
                }
                throw FileReading.refusal(
                    "This file goes from \(names[0]) to \(names[1]). Neither is a school for which you may bring files in."
                )
            }
            return FileSchools(
                kind: .ctf,
                shares: [
                    SchoolShare(
                        school: school, title: "\(school.dfe) (\(school.name))", lines: content.pupils.count,
                        firstLine: content.pupils.first?.line ?? 1)
                ])
        case .sheet(let sheet):
            let headings = try SheetHeadings(sheet, options: options, remembered: nil)
            guard headings.kind == .results else {
                throw FileReading.refusal(
                    "A \(headings.kind.title.lowercased()) does not say whose it is. Bring it in for one school.")
            }
            return FileSchools(
                kind: .results, shares: SchoolSplit(sheet, headings, here: nil, schools: schools).shares)
        }
    }

    /// The schools for which a caller may bring files in, by name.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)`` when there is none.
    func importSchools(_ caller: Caller) async throws -> [School] {
        let all = try await schools(for: caller)
        let schools = all.filter { isAllowed(.importFiles, caller, in: $0) }
        guard !schools.isEmpty else {
            throw TrackerError.notAllowed(.importFiles, role: all.first.flatMap { role(of: caller, in: $0) })
        }
        return schools
    }

    /// Gives a file that waits to another of the caller's schools as well, where it has a preview of its own.
    ///
    /// - Returns: the file that waits there; the one that does already when it was given before.
    /// - Throws: ``TrackerError/unknownUpload(_:)``, ``TrackerError/notAllowed(_:role:)``, ``TrackerError/file(_:)``.
    public func shareUpload(_ id: Int64, of school: School, with other: School, as caller: Caller) async throws
        -> WaitingFile
    {
        let waiting = try await upload(id, school: school, as: caller)
        if let there = try await uploads(school: other, as: caller).first(where: {
            $0.sha256 == waiting.sha256 && $0.fileName == waiting.fileName
        }) {
            return there
        }
        let link = try await runAside { [fileFolder] in try Self.link(waiting.path, in: fileFolder) }
        // How its headings are read is a fact about the file; what was decided about pupils and values is the first school's.
        return try await keepUpload(
            name: waiting.fileName, from: link, sha256: waiting.sha256, school: other,
            settings: .init(year: waiting.settings.year, options: waiting.settings.options), as: caller)
    }
}
