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
        let figure = entry.figure
        let isWithheld = entry.state == .withheld
        func count(_ value: Int?) -> String { value.map(String.init) ?? (isWithheld ? "withheld" : "") }
        func plain(_ value: Double?) -> String {
            guard let value else { return "" }
            let text = value.description
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let missing = isAnonymised ? nil : figure.map { $0.notRecorded + $0.incomplete + $0.awaitingTable }
        return [
            measure.id, measure.title, group.id, "\(entry.year)", count(figure?.numerator), count(figure?.denominator),
            plain(figure?.percent), plain(figure?.average), plain(entry.change?.points),
            plain(entry.disadvantageGap?.points), plain(figure?.interval?.lower), plain(figure?.interval?.upper),
            missing.map(String.init) ?? "", plain(entry.national?.value), entry.national.map { "\($0.year)" } ?? "",
            entry.national?.basis.rawValue ?? "", entry.national?.release ?? "", entry.explanation ?? "",
        ]
    }
}

extension StatutoryDashboard.Entry {
    /// Why there is no figure, or what was unlike other years; nil when there is nothing to say.
    public var explanation: String? {
        if case .notHeld(let reason) = state { return reason }
        return note
    }
}
