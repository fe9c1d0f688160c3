public import Reports

/// Where pupils stood in one assessment against where they stood in another.
public struct ConversionMatrixModel: Sendable {
    /// A row's or column's result.
    public struct Heading: Sendable, Hashable {
        public var title: String
        /// In full; nil where the title says all.
        public var words: String?

        public init(title: String, words: String? = nil) {
            self.title = title
            self.words = words
        }
    }

    /// One cell.
    public struct Cell: Sendable, Hashable {
        public var count: Int
        /// Whole percent of the row; nil in a row without pupils.
        public var percent: Int?
        public var step: MatrixStep?
        /// The pupils; nil where there are none.
        public var address: String?

        public init(count: Int, percent: Int?, step: MatrixStep?, address: String?) {
            self.count = count
            self.percent = percent
            self.step = step
            self.address = address
        }
    }

    public struct Row: Sendable, Hashable {
        public var heading: Heading
        public var cells: [Cell]
        public var total: Int

        public init(heading: Heading, cells: [Cell], total: Int) {
            self.heading = heading
            self.cells = cells
            self.total = total
        }
    }

    /// How many pupils are lower, the same or higher.
    public struct Step: Sendable, Hashable {
        public var step: MatrixStep
        public var count: Int
        public var address: String?

        public init(step: MatrixStep, count: Int, address: String?) {
            self.step = step
            self.count = count
            self.address = address
        }
    }

    /// A pupil who is in no cell.
    public struct Without: Sendable, Hashable {
        public var name: String
        public var address: String
        /// Why there is no result on either side; nil where there is one.
        public var from: String?
        public var to: String?

        public init(name: String, address: String, from: String?, to: String?) {
            self.name = name
            self.address = address
            self.from = from
            self.to = to
        }
    }

    public var year: Int
    public var breadcrumbs: [Breadcrumb]
    public var form: AnalysisForm
    public var bar: ReportBar
    /// `Year 6, all pupils`
    public var who: String
    /// The sides' full titles.
    public var from: String
    public var to: String
    public var columns: [Heading]
    public var rows: [Row]
    public var columnTotals: [Int]
    /// Pupils in cells.
    public var total: Int
    /// Empty where nothing can be called lower or higher.
    public var steps: [Step]
    /// What the marks mean.
    public var legend: String
    public var without: [Without]
    public var notes: [String]
    public var empty: ReportEmpty?

    public init(
        year: Int, breadcrumbs: [Breadcrumb], form: AnalysisForm, bar: ReportBar, who: String, from: String,
        to: String, columns: [Heading], rows: [Row], columnTotals: [Int], total: Int, steps: [Step], legend: String,
        without: [Without], notes: [String], empty: ReportEmpty? = nil
    ) {
        self.year = year
        self.breadcrumbs = breadcrumbs
        self.form = form
        self.bar = bar
        self.who = who
        self.from = from
        self.to = to
        self.columns = columns
        self.rows = rows
        self.columnTotals = columnTotals
        self.total = total
        self.steps = steps
        self.legend = legend
        self.without = without
        self.notes = notes
        self.empty = empty
    }
}
