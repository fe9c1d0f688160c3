import Assessment

extension StatutoryDashboard {
    /// The headings of ``table()``.
    public static let tableHeadings = [
        "measure", "title", "group", "year", "numerator", "denominator", "percent", "value", "change",
        "disadvantage_gap", "interval_lower", "interval_upper", "not_recorded", "national", "national_year",
        "national_basis", "national_release", "note",
    ]

    /// The dashboard as rows for a spreadsheet, headings first; figures unrounded, a field empty where there is nothing to
    /// say, and `withheld` in both counts where the reader may not see them.
    public func table() -> [[String]] {
        [Self.tableHeadings]
            + rows.flatMap { row in row.entries.map { line(row.measure, $0) } }
    }

    private func line(_ measure: StatutoryMeasure, _ entry: Entry) -> [String] {
        Self.line(
            measure, group: group, year: entry.year, figure: entry.figure, isWithheld: entry.state == .withheld,
            change: entry.change, gap: entry.disadvantageGap, showsMissing: !isAnonymised, national: entry.national,
            note: entry.explanation)
    }

    /// The line of one figure.
    static func line(
        _ measure: StatutoryMeasure, group: GroupSelection, year: Int, figure: MeasureFigure?, isWithheld: Bool,
        change: FigureDifference? = nil, gap: FigureDifference? = nil, showsMissing: Bool = false,
        national: NationalFigure?, note: String? = nil
    ) -> [String] {
        let missing = showsMissing ? figure.map { $0.notRecorded + $0.incomplete + $0.awaitingTable } : nil
        func count(_ value: Int?) -> String { value.map(String.init) ?? (isWithheld ? "withheld" : "") }
        return [
            measure.id, measure.title, group.id, "\(year)", count(figure?.numerator), count(figure?.denominator),
            plain(figure?.percent), plain(figure?.average), plain(change?.points), plain(gap?.points),
            plain(figure?.interval?.lower), plain(figure?.interval?.upper), missing.map(String.init) ?? "",
            plain(national?.value), national.map { "\($0.year)" } ?? "", national?.basis.rawValue ?? "",
            national?.release ?? "", note ?? "",
        ]
    }

    /// The line of a count without a share.
    static func line(_ measure: StatutoryMeasure, group: GroupSelection, year: Int, count: Int) -> [String] {
        let start = [measure.id, measure.title, group.id, "\(year)", "\(count)"]
        return start + Array(repeating: "", count: tableHeadings.count - start.count)
    }

    /// Unrounded, without a needless decimal point.
    private static func plain(_ value: Double?) -> String {
        guard let value else { return "" }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension StatutoryDashboard.Entry {
    /// Why there is no figure, or what was unlike other years; nil when there is nothing to say.
    public var explanation: String? {
        if case .notHeld(let reason) = state { return reason }
        return note
    }
}
