public import Assessment

/// Where pupils stood in one assessment against where they stood in another: any against any other, in either direction.
///
/// Every pupil of the group is in exactly one cell, or in the list of those without one of the two results.
public struct ConversionMatrix: Sendable {
    /// One cell.
    public struct Cell: Sendable, Hashable {
        /// In the order of the cohort.
        public let pupils: [Int64]
        /// Of the pupils of its row.
        public let share: Share
        /// nil where it can't be said.
        public let step: MatrixStep?

        public var count: Int { pupils.count }
    }

    /// A pupil who is in no cell.
    public struct Without: Sendable, Hashable {
        public let id: Int64
        /// Why there is no place on the From side; nil when there is one.
        public let from: String?
        public let to: String?
    }

    /// The calendar year in which the school year of the cohort ends.
    public let year: Int
    public let yearGroup: YearGroup?
    public let group: GroupSelection
    public let from: MatrixSide
    public let to: MatrixSide
    /// The results on the From side, the lowest first.
    public let rows: [MatrixCategory]
    /// The results on the To side, the lowest first.
    public let columns: [MatrixCategory]
    /// By row, then column.
    public let cells: [[Cell]]
    /// Those without one of the two, in the order of the cohort.
    public let without: [Without]
    public let scale: MatrixScale

    public init(_ cohort: JourneyCohort, from: MatrixSide, to: MatrixSide, group: GroupSelection = .all) {
        year = cohort.year
        yearGroup = cohort.yearGroup
        self.group = group
        self.from = from
        self.to = to
        let journeys = cohort.pupils(in: group)
        let fromAxis = MatrixAxis(from, journeys, cohort: cohort)
        let toAxis = MatrixAxis(to, journeys, cohort: cohort)
        scale = Self.scale(fromAxis, toAxis)

        var without: [Without] = []
        var pairs: [(row: MatrixCategory, column: MatrixCategory, id: Int64)] = []
        for (place, journey) in journeys.enumerated() {
            switch (fromAxis.placements[place], toAxis.placements[place]) {
            case (.category(let row), .category(let column)): pairs.append((row, column, journey.pupil.id))
            case (.missing(let from), .category): without.append(.init(id: journey.pupil.id, from: from, to: nil))
            case (.category, .missing(let to)): without.append(.init(id: journey.pupil.id, from: nil, to: to))
            case (.missing(let from), .missing(let to)):
                without.append(.init(id: journey.pupil.id, from: from, to: to))
            }
        }
        self.without = without
        let rows = Self.categories(fromAxis.usual, pairs.map(\.row))
        let columns = Self.categories(toAxis.usual, pairs.map(\.column))
        self.rows = rows
        self.columns = columns
        let rowPlaces = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element.id, $0.offset) })
        let columnPlaces = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element.id, $0.offset) })
        var ids = rows.map { _ in columns.map { _ in [Int64]() } }
        for pair in pairs {
            guard let row = rowPlaces[pair.row.id], let column = columnPlaces[pair.column.id] else { continue }
            ids[row][column].append(pair.id)
        }
        let scale = scale
        cells = zip(rows, ids).map { row, inRow in
            let total = inRow.reduce(0) { $0 + $1.count }
            return zip(columns, inRow).map { column, pupils in
                Cell(
                    pupils: pupils, share: Share(count: pupils.count, of: total),
                    step: Self.step(row, column, scale))
            }
        }
    }

    /// How many pupils are in cells.
    public var total: Int { rowTotals.reduce(0, +) }

    public var rowTotals: [Int] { cells.map { $0.reduce(0) { $0 + $1.count } } }

    public var columnTotals: [Int] {
        columns.indices.map { column in cells.reduce(0) { $0 + $1[column].count } }
    }

    /// Everybody of the group.
    public var pupils: Int { total + without.count }

    /// How many pupils a step is said of.
    public func count(_ step: MatrixStep) -> Int {
        cells.joined().reduce(0) { $0 + ($1.step == step ? $1.count : 0) }
    }

    /// The cell of two results; nil when there is none.
    public func cell(_ row: String, _ column: String) -> Cell? {
        guard let row = rows.firstIndex(where: { $0.id == row }),
            let column = columns.firstIndex(where: { $0.id == column })
        else { return nil }
        return cells[row][column]
    }

    private static func categories(_ usual: [MatrixCategory], _ occurring: [MatrixCategory]) -> [MatrixCategory] {
        Set(usual).union(occurring).sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    }

    private static func scale(_ from: MatrixAxis, _ to: MatrixAxis) -> MatrixScale {
        if from.family == to.family { return .own }
        guard from.hasStandard, to.hasStandard else { return .none }
        return from.isTwoLevel || to.isTwoLevel ? .twoLevels : .threeLevels
    }

    private static func step(_ from: MatrixCategory, _ to: MatrixCategory, _ scale: MatrixScale) -> MatrixStep? {
        func byRank(_ from: Int, _ to: Int) -> MatrixStep { from < to ? .higher : from > to ? .lower : .same }
        switch scale {
        case .none: return nil
        case .own:
            if from.id == to.id { return .same }
            if let from = from.rank, let to = to.rank { return byRank(from, to) }
            return apart(from, to)
        case .threeLevels:
            if let step = apart(from, to) { return step }
            guard let one = from.levels, let two = to.levels else { return nil }
            return one == two && one.lowerBound == one.upperBound ? .same : nil
        case .twoLevels:
            if let step = apart(from, to) { return step }
            return from.levels != nil && to.levels != nil ? .same : nil
        }
    }

    /// The step between two results of which one is wholly below the other.
    private static func apart(_ from: MatrixCategory, _ to: MatrixCategory) -> MatrixStep? {
        guard let one = from.levels, let two = to.levels else { return nil }
        if one.upperBound < two.lowerBound { return .higher }
        return two.upperBound < one.lowerBound ? .lower : nil
    }
}
