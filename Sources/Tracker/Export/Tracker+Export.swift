import Assessment
import Crypto
import Foundation
public import Storage

extension Tracker {
    /// Says what a file would hold and what its receiver would refuse, and stores nothing.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``; ``TrackerError/fields(_:)`` and ``TrackerError/notHeld(_:)`` when no such file
    ///   can be made at all.
    public func checkExport(_ request: ExportRequest, school: School, as caller: Caller) async throws -> ExportCheck {
        try await made(request, school, caller).check
    }

    /// Makes a Common Transfer File and lists it among those that went out, under the next serial number of its destination.
    ///
    /// The bytes follow from the school's data alone: the header's time is that of the last change
    /// (``StateTimeStore/asOf(school:)``), so the same state gives the same bytes whenever and by whomever it is asked for.
    ///
    /// - Throws: as ``checkExport(_:school:as:)``; ``TrackerError/exportRefused(_:)`` when what was found must be put right
    ///   first. Then nothing is stored and no serial number is used.
    public func export(_ request: ExportRequest, school: School, as caller: Caller) async throws -> ExportedFile {
        let made = try await made(request, school, caller)
        guard made.check.canBeMade, let bytes = made.bytes else { throw TrackerError.exportRefused(made.check) }
        let stamp = stamp(caller, in: school, source: .file)
        let maker = made.maker
        let sha256 = Token.hexadecimal(SHA256.hash(data: bytes))
        let destination = request.destination.code(from: school.dfe)
        let check = made.check
        let entry = try await database.write { session in
            let serial = try ExportData.nextSerial(session, school: school.id, destination: destination)
            let entry = SentFile(
                id: session.nextID(), destination: destination, serial: serial, fileName: try maker.name(serial),
                sha256: sha256, size: bytes.count, at: stamp.at, authorID: stamp.author.id,
                authorName: stamp.author.name, role: stamp.author.role, year: request.year, pupils: check.pupils,
                records: check.records, findings: check.findings.count)
            try SentFileStore(session).insert(entry, school: school.id)
            return entry
        }
        return ExportedFile(check: check, entry: entry, bytes: bytes)
    }

    /// The files of a school that went out, newest first.
    public func sentFiles(school: School, as caller: Caller) async throws -> [SentFile] {
        try require(.sendFiles, caller, in: school)
        return try await database.read { try SentFileStore($0).all(school: school.id) }
    }

    private func made(_ request: ExportRequest, _ school: School, _ caller: Caller) async throws -> (
        check: ExportCheck, bytes: [UInt8]?, maker: ExportMaker
    ) {
        try require(.sendFiles, caller, in: school)
        let stamp = try await dataStamp(school: school.id)
        let sources = snapshotSources
        let data = try await database.read { session in
            // The school as it is now, not as the caller remembers it: its name stands in the file.
            let current = try SchoolStore(session).find(id: school.id) ?? school
            return try ExportData(session, school: current, request: request, sources: sources, stamp: stamp)
        }
        let maker = ExportMaker(data: data, codes: ctfCodes, request: request, clock: clock)
        let made = try await runAside { try maker.make() }
        return (made.check, made.bytes, maker)
    }
}
