import Assessment

/// Into which columns the values of a block go, from the selected one to the right.
struct PasteLayout {
    let columns: any AssessmentColumns
    /// The columns shown.
    let shown: [ColumnID]
    let start: ColumnID

    enum Choice: String { case skip, literal }

    /// The targets, one for each value of a line; nil for a value beyond the last column.
    struct Targets {
        var targets: [ColumnID?]
        /// Whether values can stand over columns that are worked out.
        var isLiteral: Bool
        var question: PastePlan.Question?
    }

    /// - Parameter rows: the values alone, without names and headings.
    func targets(_ rows: [[String]], answer: String?) -> Targets {
        let width = rows.map(\.count).max() ?? 0
        let place = shown.firstIndex(of: start) ?? 0
        let all = Array(shown[place...])
        let typed = all.filter(isTyped)
        let literal = Targets(targets: fill(all, width), isLiteral: true)
        let skipping = Targets(targets: fill(typed, width), isLiteral: false)
        guard isTyped(start), literal.targets != skipping.targets else { return literal }
        guard width <= typed.count else { return literal }
        if let choice = answer.flatMap(Choice.init) { return choice == .skip ? skipping : literal }
        let (fitsSkipping, fitsLiteral) = (fit(rows, skipping.targets), fit(rows, literal.targets))
        guard fitsSkipping == fitsLiteral else { return fitsSkipping > fitsLiteral ? skipping : literal }
        // With nothing that fits either way there is nothing to ask: the cells will say what is wrong.
        guard fitsSkipping == rows.reduce(0, { $0 + $1.filter { !PastedText.isNothing($0) }.count }) else {
            return skipping
        }
        var asking = skipping
        asking.question = PastePlan.Question(
            id: "columns", text: "Into which columns do the \(width) columns go?",
            options: [
                .init(value: Choice.skip.rawValue, title: names(skipping.targets)),
                .init(value: Choice.literal.rawValue, title: names(literal.targets)),
            ])
        return asking
    }

    private func fill(_ columns: [ColumnID], _ width: Int) -> [ColumnID?] {
        (0..<width).map { columns.indices.contains($0) ? columns[$0] : nil }
    }

    private func isTyped(_ id: ColumnID) -> Bool {
        switch columns.column(id)?.kind {
        case .mark, .teacherAssessment: true
        case .total, .scaledScore, .outcome, nil: false
        }
    }

    /// How many values have the form of their column.
    private func fit(_ rows: [[String]], _ targets: [ColumnID?]) -> Int {
        rows.reduce(0) { sum, row in
            sum
                + zip(row, targets).filter { value, id in
                    guard let column = id.flatMap(columns.column), !PastedText.isNothing(value) else { return false }
                    return Self.isValue(value, column, columns)
                }.count
        }
    }

    static func isValue(_ text: String, _ column: Column, _ columns: any AssessmentColumns) -> Bool {
        do throws(EntryProblem) {
            return try columns.read(text, as: column, source: .file) != nil
        } catch {
            return false
        }
    }

    private func names(_ targets: [ColumnID?]) -> String {
        targets.compactMap { $0.flatMap(columns.column)?.fullTitle }.joined(separator: ", ")
    }
}
