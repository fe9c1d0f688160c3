import Assessment

extension FictionalSchool {
    /// `8209991_roster_2026.csv`, `8209991_KS2_2026.csv`, `8209991_KS2_NAALLLL_001.xml`, `8209991_CTF_XXXXXXX_001.xml`,
    /// `8209991_CTF_8209991_001.xml`.
    ///
    /// CTF names follow the format's rule, which has no room for a year.
    public func fileName(_ file: FictionalFile, year: Int) -> String {
        switch file {
        case .roster: "\(dfe.compact)_roster_\(year).csv"
        case .results: "\(dfe.compact)_KS2_\(year).csv"
        case .keyStage2Transfer: "\(dfe.compact)_KS2_NAALLLL_001.xml"
        case .fullTransfer: "\(dfe.compact)_CTF_XXXXXXX_001.xml"
        case .assessmentTransfer: "\(dfe.compact)_CTF_\(dfe.compact)_001.xml"
        }
    }

    /// Writes a file of one school year, of either kind; see the writer of each.
    public func write(_ file: FictionalFile, year: Int, to sink: @escaping ByteSink) throws {
        switch file {
        case .roster: try writeRoster(year: year, to: sink)
        case .results: try writeResults(year: year, to: sink)
        case .keyStage2Transfer: try writeKeyStage2Transfer(year: year, to: sink)
        case .fullTransfer: try writeFullTransfer(year: year, to: sink)
        case .assessmentTransfer: try writeAssessmentTransfer(year: year, to: sink)
        }
    }
}
