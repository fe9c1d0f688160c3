import Assessment

extension StatutoryDashboard {
    /// The dashboard for a terminal: aligned columns, every percentage with its counts, national figures with their year.
    ///
    /// - Parameters:
    ///   - report: what it is called; another assessment's title for its own report.
    ///   - title: what stands first, such as the school's name and number.
    func text(report: String, title: String) -> String {
        var lines = ["\(report) \(years.last.map { "\($0)" } ?? ""): \(title)", group.title, ""]
        lines += AlignedText.lines(
            [[""] + years.map { "\($0)" } + ["Change", "Gap", "National"]]
                + rows.map { row in
                    [Self.name(row.measure)] + row.entries.map(Self.cell)
                        + [
                            Self.points(row.latest.change), Self.points(row.latest.disadvantageGap),
                            Self.national(row.latest),
                        ]
                })
        var notes: [String] = []
        for row in rows {
            for entry in row.entries {
                if let note = entry.explanation {
                    // The phonics check of one year is of two year groups.
                    let group = row.measure.kind == .phonics ? ", \(row.measure.yearGroup.title)," : ""
                    let line = "\(row.measure.kind.title)\(group) \(entry.year): \(note)"
                    if !notes.contains(line) { notes.append(line) }
                }
            }
            if let share = row.latest.figure?.share, (1...GroupComparison.cautionAtMost).contains(share.of),
                let interval = share.interval, let one = share.onePupilInWords
            {
                notes.append(
                    "\(Self.name(row.measure)): few pupils, so \(one); chance alone gives \(interval.inWords).")
            }
        }
        if !notes.isEmpty { lines += [""] + notes }
        lines += [
            "",
            "Change: against the year before, in points. Gap: not disadvantaged less disadvantaged, in points. Both from unrounded figures.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func name(_ measure: StatutoryMeasure) -> String {
        switch measure.kind {
        case .eyfsp: "EYFSP: \(measure.title)"
        case .phonics: "Phonics: \(measure.title)"
        case .mtc: "MTC: \(measure.title)"
        case .ks1: "KS1 \(measure.title)"
        case .ks2: "KS2 \(measure.title)"
        case .summative: measure.title
        }
    }

    private static func cell(_ entry: Entry) -> String {
        switch entry.state {
        case .notHeld: return "not held"
        case .withheld: return "withheld"
        case .shown:
            guard let figure = entry.figure else { return "" }
            let missing = figure.notRecorded + figure.incomplete + figure.awaitingTable
            let rest = missing == 0 || !entry.isStatutory ? "" : ", \(missing) to come"
            return figure.inWords + rest
        }
    }

    private static func points(_ difference: FigureDifference?) -> String {
        guard let difference else { return "" }
        return difference.points > 0 ? "+\(difference.inWords)" : difference.inWords
    }

    private static func national(_ entry: Entry) -> String {
        guard let figure = entry.national else { return "" }
        return "\(figure.valueInWords) (\(figure.year), \(figure.basis.title), \(figure.release))"
    }
}
