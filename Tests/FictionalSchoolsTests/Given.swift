import Assessment
import FictionalSchools

/// What the tests of this room begin with.
enum Given {
    static func reference() throws -> ReferenceData { try loaded.get() }

    private static let loaded = Result { try ReferenceData.load() }

    static func school(seed: UInt64 = 1, _ index: Int = 0, year: Int = 2026, forms: Int = 2) throws -> FictionalSchool {
        try FictionalSchool.make(seed: seed, index: index, year: year, forms: forms, reference: reference())
    }

    /// The first schools of the country of seed 1, at most 60.
    static func schools(_ count: Int) throws -> ArraySlice<FictionalSchool> { try sixty.get().prefix(count) }

    /// Made once for all tests.
    private static let sixty = Result {
        let maker = try FictionalSchoolMaker(seed: 1, reference: reference())
        return try (0..<60).map { try maker.school($0) }
    }

    static func bytes(of file: FictionalFile, _ school: FictionalSchool, year: Int = 2026) throws -> [UInt8] {
        var collected: [UInt8] = []
        try school.write(file, year: year) { collected += $0 }
        return collected
    }

    static func text(of file: FictionalFile, _ school: FictionalSchool, year: Int = 2026) throws -> String {
        try String(decoding: bytes(of: file, school, year: year), as: UTF8.self)
    }
}
