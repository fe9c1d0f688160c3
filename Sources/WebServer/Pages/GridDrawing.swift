import Assessment
import Pages
import Storage
import Tracker

/// Makes the table of a grid, and what its page says of it, from the school's data.
struct GridDrawing {
    let sheet: GridSheet
    let kind: AssessmentKind
    let query: GridQuery
    let mode: GridTable.Mode
    let place: SchoolPlace
    let clock: TrackerClock

    func draw() -> DrawnGrid {
        let groups = columnGroups()
        let columns = groups.flatMap(\.columns)
        let group = sheet.className ?? kind.yearGroup.title
        let title = "\(kind.title), \(group)"
        let table = GridTable(
            caption: "\(title): \(query.subject.title)", groups: groups, rows: rows(columns.map(\.id)), mode: mode,
            nameSortAddress: sortAddress(.name), order: order)
        return DrawnGrid(
            table: table.render(), title: title, lede: lede, classes: sheet.snapshot.classes,
            progress: GridProgress(done: sheet.done, due: sheet.due), key: key(columns.map(\.id)),
            footnote: mode == .blank || query.subject == .science ? nil : footnote)
    }

    private var lede: String {
        let pupils = sheet.pupils.count == 1 ? "1 pupil" : "\(sheet.pupils.count) pupils"
        return switch mode {
        case .editing: "\(pupils). Marks make their total and scaled score as you type; everything you enter is saved."
        case .blank: "\(pupils). Empty cells, to be printed and filled in by hand."
        case .reading: "\(pupils) in \(place.year.label)."
        }
    }

    private var footnote: String {
        let year = sheet.columns.year
        let missing = sheet.columns.tests.map(\.subject).filter {
            sheet.snapshot.tables.table(.init(year: year, keyStage: 2, subject: $0)) == nil
        }
        guard !missing.isEmpty else { return "Total, scaled score and outcome are worked out from the \(year) tables." }
        let names = missing.map(\.inSentence).joined(separator: ", ")
        return "No full conversion table of \(year) is at hand for \(names): load it under School, Conversion tables."
    }

    // MARK: Columns

    func columnGroups() -> [GridColumnGroup] {
        let columns = sheet.columns
        func group(_ test: KeyStage2Columns.Test, _ shown: [Column?]) -> GridColumnGroup {
            GridColumnGroup(title: test.subject.title, columns: shown.compactMap(\.self).map(column))
        }
        func single(_ column: Column) -> GridColumnGroup {
            GridColumnGroup(title: column.subject.title, columns: [self.column(column)])
        }
        func test(_ subject: Subject, _ shown: (KeyStage2Columns.Test) -> [Column?]) -> [GridColumnGroup] {
            columns.test(subject).map { [group($0, shown($0))] } ?? []
        }
        switch query.subject {
        case .english:
            // Ten columns at most, so that a class fits a laptop; a single paper is its own total.
            return test(.reading) { $0.papers + [$0.scaled, $0.outcome, $0.teacherAssessment] }
                + test(.gps) { $0.papers + [$0.total, $0.scaled] } + [single(columns.writing)]
        case .mathematics:
            return test(.mathematics) { $0.papers + [$0.total, $0.scaled, $0.outcome, $0.teacherAssessment] }
        case .science: return [single(columns.science)]
        case .summary:
            return test(.reading) { [$0.scaled, $0.outcome, $0.teacherAssessment] }
                + test(.gps) { [$0.scaled, $0.outcome] } + [single(columns.writing)]
                + test(.mathematics) { [$0.scaled, $0.outcome, $0.teacherAssessment] } + [single(columns.science)]
        }
    }

    private func column(_ column: Column) -> GridColumn {
        let isDescending = order == .column(column.id, descending: false)
        var gridColumn = GridColumn(
            id: column.id, heading: [], name: column.fullTitle, kind: .judgement,
            codes: column.typedCodes.map { GridCode($0.code, $0.meaning) },
            sortAddress: sortAddress(.column(column.id, descending: isDescending)))
        switch column.kind {
        case .mark(let maximum):
            let paper = column.title.split(separator: " (").first.map(String.init) ?? column.title
            gridColumn.heading = [paper.prefix(1).uppercased() + paper.dropFirst(), "of \(maximum)"]
            gridColumn.kind = .mark(max: maximum)
            gridColumn.hint = "0 to \(maximum), or a code"
        case .total(let maximum):
            gridColumn.heading = ["Total", "of \(maximum)"]
            gridColumn.kind = .total
        case .scaledScore(let scale):
            gridColumn.heading = ["Scaled", "score"]
            gridColumn.kind = .scaled
            gridColumn.hint =
                "\(scale.lowerBound) to \(scale.upperBound) where there are no marks; + for special consideration"
        case .outcome:
            gridColumn.heading = ["Outcome"]
            gridColumn.kind = .outcome
        case .teacherAssessment:
            gridColumn.heading = ["TA"]
            gridColumn.hint = "A code"
        }
        return gridColumn
    }

    /// Every code the columns can hold, those included that only a file brings.
    private func key(_ ids: [ColumnID]) -> GridKey {
        let columns = ids.compactMap(sheet.columns.column).map { column in
            var entry = self.column(column)
            entry.codes = column.codes.map { GridCode($0.code, $0.meaning) }
            return entry
        }
        var remarks: [String] = []
        if columns.contains(where: { $0.kind == .scaled }) {
            remarks.append(
                "A plus after a scaled score (97+) is special consideration: the score counts with 3 more in the school’s measures."
            )
        }
        if sheet.columns.testAndTeacherAssessmentExclude, columns.contains(where: { $0.id.rawValue.hasSuffix(".ta") }) {
            remarks.append(
                "In reading and mathematics a test and a teacher assessment close each other; B, working below the test, calls for a teacher assessment."
            )
        }
        return GridKey(title: "Codes for \(sheet.columns.year)", columns: columns, remarks: remarks)
    }

    // MARK: Rows

    func rows(_ columns: [ColumnID]) -> [GridRow] {
        var rows = sheet.pupils.map { row($0, columns) }
        switch order {
        case .name: break
        case .className:
            rows = rows.enumerated().sorted {
                ($0.element.className ?? "", $0.offset) < ($1.element.className ?? "", $1.offset)
            }.map(\.element)
        case .column(let id, let isDescending):
            guard let index = columns.firstIndex(of: id) else { break }
            rows = rows.enumerated().map {
                (rank: Self.rank($0.element.cells[index].text), place: $0.offset, row: $0.element)
            }
            .sorted { left, right in
                // Empty cells come last whichever way, and equal values by name.
                if left.rank.isEmpty != right.rank.isEmpty { return right.rank.isEmpty }
                if left.rank == right.rank { return left.place < right.place }
                return isDescending ? right.rank < left.rank : left.rank < right.rank
            }.map(\.row)
        }
        return rows
    }

    private func row(_ pupil: Pupil, _ columns: [ColumnID]) -> GridRow {
        let states = sheet.cells(of: pupil)
        let stored = sheet.stored(pupil)
        return GridRow(
            key: pupil.upn?.text ?? String(pupil.id), label: pupil.displayName,
            className: sheet.className == nil ? sheet.snapshot.places[pupil.id]?.className : nil,
            leaverNote: leaverNote(pupil), address: place.link(.pupil(pupil.id)),
            cells: columns.map { id in
                mode == .blank
                    ? GridCell("", isWorkedOut(id) ? .derived : .optional)
                    : GridCell(states[id] ?? CellState(access: .readOnly), stored: stored[id], clock: clock)
            })
    }

    private func isWorkedOut(_ id: ColumnID) -> Bool {
        switch sheet.columns.column(id)?.kind {
        case .total, .scaledScore, .outcome: true
        case .mark, .teacherAssessment, nil: false
        }
    }

    private func leaverNote(_ pupil: Pupil) -> String? {
        guard let left = sheet.leavingDate(of: pupil), let today = clock.today(), left <= today,
            place.year.contains(left)
        else { return nil }
        return "left \(left.inWords.split(separator: " ").dropLast().joined(separator: " "))"
    }

    // MARK: Order

    private var order: GridOrder {
        let order = GridOrder(query.order)
        if case .column(let id, _) = order, sheet.columns.column(id) == nil { return .name }
        return order
    }

    private func sortAddress(_ order: GridOrder) -> String {
        place.link(
            .grid(kind, GridQuery(className: query.className, subject: query.subject, order: order.text)))
    }

    /// Numbers before codes; a number by its size.
    private struct Rank: Comparable {
        let number: Int?
        let text: String

        var isEmpty: Bool { text.isEmpty }

        static func < (left: Rank, right: Rank) -> Bool {
            switch (left.number, right.number) {
            case (let left?, let right?): left < right
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): left.text < right.text
            }
        }
    }

    private static func rank(_ text: String) -> Rank {
        Rank(number: Int(text.last == "+" ? String(text.dropLast()) : text), text: text)
    }
}
