public import Assessment
public import Foundation

/// Writes the files of many schools: up to every primary school of the country.
public struct NationalCohort: Sendable {
    private let maker: FictionalSchoolMaker
    private let schoolCount: Int
    private let files: Set<FictionalFile>

    /// - Parameters:
    ///   - schools: how many; 16,800 is England. At most ``SchoolIdentity/count``.
    ///   - seed: which fictional country; the first schools of a large one are those of a small one.
    ///   - year: the calendar year in which the school year ends.
    ///   - forms: classes in a year group.
    ///   - files: what is written of each school.
    public init(
        schools: Int, seed: UInt64 = 1, year: Int = 2026, forms: Int = 2,
        files: Set<FictionalFile> = Set(FictionalFile.allCases), reference: ReferenceData
    ) throws(FictionalSchoolError) {
        guard schools > 0 else { throw .noSchools(schools) }
        guard schools <= SchoolIdentity.count else {
            throw .indexOutOfRange(schools - 1, highest: SchoolIdentity.count - 1)
        }
        maker = try FictionalSchoolMaker(seed: seed, year: year, forms: forms, reference: reference)
        schoolCount = schools
        self.files = files
    }

    /// Writes the files into a folder, with `schools.csv` (dfe, urn, name) beside them; the folder is made if need be.
    ///
    /// Files of the same names are replaced. Only the schools at work are in memory, so the number of schools does not
    /// matter. The bytes do not depend on the number of workers.
    ///
    /// - Parameters:
    ///   - workers: how many schools are made at the same time, 1 or more.
    ///   - progress: called after each school with the number done; from one task at a time.
    /// - Throws: ``FictionalSchoolError`` and what the file system throws; files written so far stay.
    public func write(
        into folder: URL, workers: Int = 2, progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
    ) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try writeList(into: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            var next = 0
            var done = 0
            while next < min(max(1, workers), schoolCount) {
                add(next, folder, to: &group)
                next += 1
            }
            while try await group.next() != nil {
                done += 1
                progress?(done, schoolCount)
                if next < schoolCount {
                    add(next, folder, to: &group)
                    next += 1
                }
            }
        }
    }

    private func add(_ index: Int, _ folder: URL, to group: inout ThrowingTaskGroup<Void, any Error>) {
        group.addTask {
            try Task.checkCancellation()
            let school = try maker.school(index)
            for file in FictionalFile.allCases where files.contains(file) {
                let year = maker.year.endYear
                let output = try OutputFile(folder.appendingPathComponent(school.fileName(file, year: year)))
                try school.write(file, year: year) { try output.write($0) }
                try output.close()
            }
        }
    }

    private func writeList(into folder: URL) throws {
        let output = try OutputFile(folder.appendingPathComponent("schools.csv"))
        var text = ByteText { try output.write($0) }
        try text.appendRow(["dfe", "urn", "name"])
        for index in 0..<schoolCount {
            let identity = try SchoolIdentity(seed: maker.seed, index: index)
            try text.appendRow([identity.dfe.compact, identity.urn.text, identity.name])
        }
        try text.finish()
        try output.close()
    }
}
