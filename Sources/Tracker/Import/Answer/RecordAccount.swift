/// What became of the assessment records of a Common Transfer File: every record is one of these.
public struct RecordAccount: Sendable, Hashable {
    /// With a line of their own among the items.
    public var listed = 0
    /// Without a column here: kept as they came, and named by the warnings.
    public var kept = 0
    /// Of assessments that were not asked for.
    public var leftOut = 0
    /// That say what another record of the pupil says.
    public var repeated = 0
    /// Of pupils of whom nothing is taken; the pupil has a line.
    public var ofRefusedPupils = 0

    public init() {}

    /// All records of the file.
    public var total: Int { listed + kept + leftOut + repeated + ofRefusedPupils }

    /// `120: 100 listed below, 20 kept as they came`; the total alone where nothing is to be added.
    public var inWords: String {
        let parts = [
            (listed, "listed below"), (kept, "kept as they came"), (leftOut, "left out as asked"),
            (repeated, "that only repeat another"), (ofRefusedPupils, "of pupils who are not taken"),
        ].filter { $0.0 > 0 }
        return "\(total)\(parts.isEmpty ? "" : ": ")\(parts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))"
    }
}
