/// What a file would hold and what speaks against it.
public struct ExportCheck: Sendable {
    public var request: ExportRequest
    /// As it would be named if it were made now.
    public var fileName: String
    /// The version of the format, `25.0`.
    public var version: String
    /// The time as of which the data stands, as the file has it: `2026-07-20T09:30:00`, London's clock.
    public var dateTime: String
    /// Pupils and assessment records in the file.
    public var pupils: Int
    public var records: Int
    /// The worst first, then by pupil.
    public var findings: [ExportFinding]
    /// What a reader should know of the file, a sentence each; nothing is wrong with it.
    public var remarks: [String]

    /// How many findings there are of a severity.
    public func count(_ severity: ExportFinding.Severity) -> Int { findings.count { $0.severity == severity } }

    /// Whether the file can be made: nothing stands in the way, and for the agency nothing would be refused.
    ///
    /// Other receivers look at a file with its sender, correct by hand or take it in part, so a file with refusals is made
    /// for them by whoever has seen the list. The agency's return is a statutory one by itself: rejected as a whole, or worse,
    /// taken with a pupil missing.
    public var canBeMade: Bool {
        count(.blocking) == 0 && (!request.isStrict || count(.refusal) == 0)
    }
}
