import Assessment
import Testing

/// The reference data that ships with the program, read once for all tests.
enum Shipped {
    static let data: ReferenceData = {
        do { return try ReferenceData.load() } catch { preconditionFailure("The shipped data must load: \(error)") }
    }()

    static func columns(_ year: Int) throws -> KeyStage2Columns {
        try #require(KeyStage2Columns(year: year, codes: data.codes))
    }

    static func row(_ year: Int, _ facts: Facts = [:], tables: ConversionTables = data.tables) throws -> KeyStage2Row {
        KeyStage2Row(columns: try columns(year), facts: facts, tables: tables)
    }

    static func test(_ year: Int, _ subject: Subject) throws -> KeyStage2Columns.Test {
        try #require(try columns(year).test(subject))
    }
}

/// SplitMix64: random sequences that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension KeyStage2Row {
    /// The row after a checked edit.
    func entering(_ text: String, in id: ColumnID, source: EntrySource = .hand) throws(EntryProblem) -> KeyStage2Row {
        setting(id, to: try check(text, in: id, source: source))
    }

    /// The problem that a value meets; nil when it is taken.
    func problem(_ text: String, in id: ColumnID, source: EntrySource = .hand) -> EntryProblem? {
        do {
            _ = try check(text, in: id, source: source)
            return nil
        } catch { return error }
    }
}
