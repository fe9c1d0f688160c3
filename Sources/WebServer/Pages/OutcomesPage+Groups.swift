import Assessment
import Pages
import Reports
import Tracker

extension OutcomesPage {
    // MARK: Groups

    /// Reading, writing and mathematics together, group by group. Only beside the figures of all pupils.
    var comparison: GroupDotPlot? {
        guard outcomes.group == .all, outcomes.cohort != 0 else { return nil }
        let rows = groupRows.filter { row in
            if case .ethnicity = row.group { return row.figure != nil }
            return row.group != .all
        }
        guard !rows.isEmpty else { return nil }
        return GroupDotPlot(title: "Met the standard in reading, writing and mathematics", groups: rows.map(group))
    }

    var gap: String? {
        guard outcomes.group == .all else { return nil }
        return report.comparison(.expected(.rwm), national: national).disadvantageGap.map { gap in
            "Disadvantage gap: \(gap.inWords) percentage points (not disadvantaged \(gap.others.inWords), disadvantaged \(gap.group.inWords))."
        }
    }

    private var groupRows: [GroupComparison.Row] { report.comparison(.expected(.rwm), national: national).rows }

    private func group(_ row: GroupComparison.Row) -> GroupDotPlot.Group {
        guard let figure = row.figure, let share = figure.share else {
            return GroupDotPlot.Group(
                title: row.group.title, count: 0, eligible: 0, interval: nil, withheld: "Withheld: too few pupils")
        }
        var query = query
        query.group = row.group.id
        let address = place.link(
            .keyStage2OutcomesPupils(measure: MeasureID.expected(.rwm).id, query))
        return GroupDotPlot.Group(
            title: row.group.title, count: share.count, eligible: share.of,
            interval: share.interval.map { min($0.lower, $0.upper)...max($0.lower, $0.upper) },
            national: row.national.map { ChartNational(percent: $0.value, year: $0.year) },
            address: report.isAnonymised ? nil : address)
    }

    // MARK: Codes

    /// Teacher assessments by code, and test codes in place of a score.
    func codes() -> [OutcomeCodes] {
        [
            table("Teacher assessment by code", [.reading, .writing, .mathematics, .science], .ta),
            table("Test codes", [.reading, .gps, .mathematics], .test),
        ]
    }

    private func table(_ title: String, _ areas: [KeyStage2Area], _ kind: ResultCode.Kind) -> OutcomeCodes {
        var found: Set<String> = []
        var counts: [String: [KeyStage2Area: Int]] = [:]
        for area in areas {
            let inArea =
                kind == .ta
                ? outcomes.teacherAssessments(area) : outcomes.codes(area).filter { isTestCode($0.code, area) }
            for (code, count) in inArea {
                found.insert(code)
                counts[code, default: [:]][area] = count
            }
        }
        // As the list of the year has them; writing has every teacher assessment, so it leads.
        var order: [String] = []
        for subject in [.writing] + areas.compactMap(\.subject) {
            for code in codeLists.codes(.ks2, subject, kind, year: outcomes.year).map(\.code)
            where found.remove(code) != nil { order.append(code) }
        }
        order += found.sorted()
        return OutcomeCodes(
            title: title, subjects: areas.map(\.title),
            rows: order.map { code in
                OutcomeCodes.Row(
                    code: code,
                    meaning: areas.first { counts[code]?[$0] != nil }.map { outcomes.meaning(of: code, in: $0) }
                        ?? code,
                    counts: areas.map { area in
                        outcomes[area] == nil
                            ? nil
                            : figure(
                                counts[code]?[area] ?? 0,
                                kind == .ta ? .teacherAssessment(area, code) : .code(area, code))
                    })
            })
    }

    /// Whether a code is one of the test's: a pupil without a test is counted by the teacher assessment.
    private func isTestCode(_ code: String, _ area: KeyStage2Area) -> Bool {
        guard let subject = area.subject else { return false }
        return codeLists.codes(.ks2, subject, .test, year: outcomes.year).contains { $0.code == code }
    }
}
