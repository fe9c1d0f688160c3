import Assessment
import Pages
import Storage
import Tracker

/// Makes the table of a grid, and what its page says of it, from the school's data.
struct GridDrawing {
    let sheet: GridSheet
    let query: GridQuery
    let mode: GridTable.Mode
    let place: SchoolPlace
    let clock: TrackerClock

    private var kind: AssessmentKind { sheet.columns.kind }

    func draw() -> DrawnGrid {
        let groups = columnGroups()
        let columns = groups.flatMap(\.columns)
        let filter = sheet.columns.filter(query.filter)
        let group = sheet.className ?? sheet.columns.yearGroup.title
        let title = "\(kind.title), \(group)"
        let table = GridTable(
            caption: filter.map { "\(title): \($0.title)" } ?? title, groups: groups, rows: rows(columns.map(\.id)),
            mode: mode,
            nameSortAddress: sortAddress(.name), order: order)
        return DrawnGrid(
            table: table.render(), title: title, lede: lede, classes: sheet.snapshot.classes,
            progress: GridProgress(done: sheet.done, due: sheet.due, isDue: kind != .summative),
            key: key(columns.map(\.id)),
            footnote: mode == .blank ? nil : footnote(groups.flatMap(\.columns)))
    }

    private var lede: String {
        let pupils = sheet.pupils.count == 1 ? "1 pupil" : "\(sheet.pupils.count) pupils"
        return switch mode {
        case .editing: "\(pupils). \(whatFollows); everything you enter is saved."
        case .blank: "\(pupils). Empty cells, to be printed and filled in by hand."
        case .reading: "\(pupils) in \(place.year.label)."
        }
    }

    private var whatFollows: String {
        switch kind {
        case .ks1, .ks2: "Marks make their total and scaled score as you type"
        case .phonics: "A mark makes its outcome as you type"
        case .eyfsp: "The good level of development is worked out as you type"
        case .mtc: "Enter a mark from 0 to \(MultiplicationColumns.maximum), or a code"
        case .summative: "Judge each subject by what is expected at the pupil’s age"
        }
    }

    /// What the worked out columns come from; nil where there are none.
    private func footnote(_ shown: [GridColumn]) -> String? {
        let year = sheet.columns.year
        if let columns = sheet.columns as? PhonicsColumns {
            let check = columns.second ?? columns.first
            return check.threshold.map {
                "The standard of \(check.year) is met with \($0) marks or more: Wa (working at), below it Wt (working towards)."
            } ?? "The threshold of \(year) is not known yet: marks are kept and give no outcome."
        }
        if let columns = sheet.columns as? EarlyYearsColumns {
            return columns.isCurrentProfile
                ? "Good level of development: 2 (expected) in each of the goals E01 to E12." : nil
        }
        guard let columns = sheet.columns as? KeyStageColumns, shown.contains(where: { $0.kind == .scaled }) else {
            return nil
        }
        let missing = columns.tests.map(\.subject).filter {
            sheet.snapshot.tables.table(.init(year: year, keyStage: columns.keyStage, subject: $0)) == nil
        }
        guard !missing.isEmpty else { return "Total, scaled score and outcome are worked out from the \(year) tables." }
        let names = missing.map(\.inSentence).joined(separator: ", ")
        return "No full conversion table of \(year) is at hand for \(names): load it under School, Conversion tables."
    }

    // MARK: Columns

    func columnGroups() -> [GridColumnGroup] {
        guard let filter = sheet.columns.filter(query.filter) else { return [] }
        let isNarrow = filter.columns.count > Self.mostWideColumns
        return filter.groups.map { group in
            GridColumnGroup(title: group.title, columns: group.columns.map { column($0, isNarrow: isNarrow) })
        }
    }

    /// With more columns than these a laptop has no room for headings of several words.
    private static let mostWideColumns = 12

    private func column(_ column: Column, isNarrow: Bool = false) -> GridColumn {
        let isDescending = order == .column(column.id, descending: false)
        var gridColumn = GridColumn(
            id: column.id, heading: column.heading, name: column.fullTitle, kind: .judgement,
            codes: column.typedCodes.map { GridCode($0.code, $0.meaning) },
            sortAddress: sortAddress(.column(column.id, descending: isDescending)))
        switch column.kind {
        case .mark(let maximum):
            gridColumn.kind = .mark(max: maximum)
            gridColumn.hint = "0 to \(maximum), or a code"
        case .total: gridColumn.kind = .total
        case .scaledScore(let scale):
            gridColumn.kind = .scaled
            gridColumn.hint =
                "\(scale.lowerBound) to \(scale.upperBound) where there are no marks"
                + (column.takesSpecialConsideration ? "; + for special consideration" : "")
        case .outcome: gridColumn.kind = .outcome
        case .teacherAssessment:
            gridColumn.hint = "A code"
            gridColumn.isAlone = (sheet.columns as? KeyStageColumns)?.testAndTeacherAssessmentExclude == false
        }
        if isNarrow, column.kind == .teacherAssessment, let first = column.heading.first, column.heading.count > 1 {
            gridColumn.heading = [first]
            gridColumn.isShort = true
        }
        if !column.isStored {
            gridColumn.codes = []
            gridColumn.hint = shownOnly(column)
        }
        return gridColumn
    }

    /// What a column says that takes nothing in this grid.
    private func shownOnly(_ column: Column) -> String {
        guard let columns = sheet.columns as? PhonicsColumns, let year = SchoolYear(endYear: columns.first.year) else {
            return "Worked out"
        }
        return "Of \(year.label); change it in the phonics check of that year"
    }

    /// Every code the columns can hold, those included that only a file brings.
    private func key(_ ids: [ColumnID]) -> GridKey {
        let columns = ids.compactMap(sheet.columns.column).map { column in
            var entry = self.column(column)
            entry.codes = column.codes.map { GridCode($0.code, $0.meaning) }
            return entry
        }
        var remarks: [String] = []
        if ids.contains(where: { sheet.columns.column($0)?.takesSpecialConsideration == true }) {
            remarks.append(
                "A plus after a scaled score (97+) is special consideration: the score counts with 3 more in the school’s measures."
            )
        }
        if let keyStage = sheet.columns as? KeyStageColumns, keyStage.testAndTeacherAssessmentExclude,
            columns.contains(where: { $0.id.rawValue.hasSuffix(".ta") })
        {
            remarks.append(
                "In reading and mathematics a test and a teacher assessment close each other; B, working below the test, calls for a teacher assessment."
            )
        }
        if kind == .eyfsp {
            remarks.append("If one goal is A, all 17 must be: the grid offers to fill them in.")
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
        guard let column = sheet.columns.column(id), column.isStored else { return true }
        return switch column.kind {
        case .total, .scaledScore, .outcome: true
        case .mark, .teacherAssessment: false
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
            .grid(
                kind,
                GridQuery(
                    yearGroup: query.yearGroup, className: query.className, filter: query.filter, order: order.text)))
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
