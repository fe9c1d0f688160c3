import Assessment

/// Works out the verdicts of one ``SubjectCase``: the values are taken one after another (papers, total, scaled score, outcome,
/// teacher assessment), each against what is stored and what was taken before it.
struct SubjectDecision {
    let subject: SubjectCase
    let columns: any AssessmentColumns
    let tables: ConversionTables
    /// The test of a key stage's subject; nil for anything else.
    let test: KeyStageColumns.Test?
    let stored: [ColumnID: SubjectCase.Known]
    /// What would be stored so far.
    var row: any AssessmentRow
    /// The canonical values, by place; nil where the form is wrong.
    var values: [String?]
    var verdicts: [Verdict?]
    /// Columns of the file that were taken, in order.
    var taken: [(column: Column, value: String)] = []

    init(_ subject: SubjectCase, columns: any AssessmentColumns, tables: ConversionTables) {
        self.subject = subject
        self.columns = columns
        self.tables = tables
        test = Subject(rawValue: subject.part.name).flatMap { (columns as? KeyStageColumns)?.test($0) }
        stored = Dictionary(subject.known.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
        row = columns.row(stored.compactMapValues(\.value), earlier: [:], tables: tables)
        values = Array(repeating: nil, count: subject.incoming.count)
        verdicts = Array(repeating: nil, count: subject.incoming.count)
    }

    mutating func decide() -> [Verdict] {
        readForms()
        setWeakerAside()
        refuseContradictions()
        // In a sheet that was filled in by hand the old total still stands beside the new marks.
        if !subject.comparesDerived { refuseTotalThatIsNoSum() }
        setReplacedAside()
        let order = columns.all.map(\.id)
        let places = subject.incoming.indices.sorted {
            (order.firstIndex(of: subject.incoming[$0].column) ?? 0)
                < (order.firstIndex(of: subject.incoming[$1].column) ?? 0)
        }
        for place in places where verdicts[place] == nil {
            guard let column = columns.column(subject.incoming[place].column), let value = values[place] else {
                continue
            }
            let verdict = verdict(value, in: column, isTicked: subject.incoming[place].isTicked)
            verdicts[place] = verdict
            if verdict.stores || verdict.status == .same {
                if verdict.stores || stored[column.id]?.value != nil {
                    row = row.setting(column.id, to: verdict.value)
                }
                taken.append((column, verdict.value))
            } else {
                row = row.setting(column.id, to: stored[column.id]?.value)
            }
        }
        return verdicts.enumerated().map { place, verdict in
            verdict ?? Verdict(status: .invalid, value: subject.incoming[place].text)
        }
    }

    /// Reads each text as a value of its column.
    private mutating func readForms() {
        for (place, incoming) in subject.incoming.enumerated() {
            guard let column = columns.column(incoming.column) else {
                verdicts[place] = Verdict(
                    status: .invalid, value: incoming.text, old: nil,
                    reason: .text(noColumn(incoming.column)))
                continue
            }
            do {
                values[place] = try columns.read(incoming.text, as: column, source: .file)
                if values[place] == nil {
                    verdicts[place] = Verdict(
                        status: .invalid, value: incoming.text, old: stored[column.id]?.value,
                        reason: .text("The file gives no result here; a file clears nothing."))
                }
            } catch {
                verdicts[place] = Verdict(
                    status: error.reason == .unknownCode ? .unknownCode : .invalid, value: incoming.text,
                    old: stored[column.id]?.value, reason: .text(error.message))
            }
        }
    }

    private func noColumn(_ id: ColumnID) -> String {
        if columns.kind == .summative, let subject = SummativeColumns.parts(id)?.subject {
            return
                "\(subject.title) is not judged at this school. Switch it on under School, Terms, subjects and words."
        }
        return "\(columns.kind.title) \(columns.year) has no column “\(id)”."
    }

    /// Of several results of the multiplication tables check the file's own rule says which one stands.
    private mutating func setWeakerAside() {
        guard columns.kind == .mtc else { return }
        let places = subject.incoming.indices.filter { values[$0] != nil }
        let given = places.compactMap { values[$0] }
        guard Set(given).count > 1, let best = MultiplicationRow.standing(among: given) else { return }
        for place in places where values[place] != best {
            verdicts[place] = Verdict(
                status: .same, value: values[place] ?? "", old: stored[subject.incoming[place].column]?.value,
                reason: .text(
                    "The file gives \(best) as well, which stands: Q and H before a mark, a mark before other codes."))
            values[place] = nil
        }
    }

    /// One column with two different values in one file: neither is taken. The same value again counts once.
    private mutating func refuseContradictions() {
        let byColumn = Dictionary(grouping: subject.incoming.indices.filter { values[$0] != nil }) {
            subject.incoming[$0].column
        }
        for (id, places) in byColumn where places.count > 1 {
            let different = Set(places.compactMap { values[$0] })
            guard let column = columns.column(id) else { continue }
            for place in different.count > 1 ? places[...] : places.dropFirst() {
                let value = values[place] ?? ""
                verdicts[place] =
                    different.count > 1
                    ? Verdict(
                        status: .invalid, value: value, old: stored[id]?.value,
                        reason: .text(
                            "The file gives \(column.fullTitle) more than once, as \(different.sorted().joined(separator: " and ")). None is taken: correct the file."
                        ))
                    : Verdict(
                        status: .same, value: value, old: stored[id]?.value,
                        reason: .text("The file gives \(column.fullTitle) more than once."))
            }
        }
    }

    /// A total that is not the sum of the papers beside it: neither it nor the papers are taken.
    private mutating func refuseTotalThatIsNoSum() {
        guard let test, let totalPlace = place(of: test.total), let total = values[totalPlace].flatMap({ Int($0) })
        else { return }
        let papers = test.papers.compactMap { paper -> (column: Column, place: Int, mark: Int)? in
            guard let place = place(of: paper), let mark = values[place].flatMap({ Int($0) }) else { return nil }
            return (paper, place, mark)
        }
        let sum = papers.reduce(0) { $0 + $1.mark }
        guard papers.count == test.papers.count, sum != total else { return }
        let figures = papers.map { "\($0.column.title) \($0.mark)" }.joined(separator: ", ")
        let message =
            "The total \(total) is not the sum of the papers (\(figures)), which is \(sum). Neither is taken: check the file against the marks."
        for place in papers.map(\.place) + [totalPlace] {
            verdicts[place] = Verdict(
                status: .invalid, value: values[place] ?? "", old: stored[subject.incoming[place].column]?.value,
                reason: .text(message))
        }
    }

    /// A stored value that the file replaces must not close the pupil's other cells against the same file.
    private mutating func setReplacedAside() {
        for (place, incoming) in subject.incoming.enumerated() where verdicts[place] == nil {
            guard let known = stored[incoming.column], let old = known.value, old != values[place],
                incoming.isTicked || !known.isLater,
                ScaledScore(text: old)?.hasSpecialConsideration != true
            else { continue }
            row = row.setting(incoming.column, to: nil)
        }
    }

    private func place(of column: Column) -> Int? {
        subject.incoming.indices.first { subject.incoming[$0].column == column.id && verdicts[$0] == nil }
    }
}
