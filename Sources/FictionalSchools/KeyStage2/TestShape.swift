import Assessment

/// One test of one year as the generator sees it: papers, the marks that reach the standards, the table.
struct TestShape: Sendable {
    let subject: Subject
    let standards: Standards
    /// Highest mark by paper.
    let papers: [Int]
    /// How much of its marks a pupil gets in a paper, against the whole test; arithmetic is easier than reasoning.
    let ease: [Double]
    private let key: ConversionTable.Key
    private let tables: ConversionTables
    private let firstExpected: Int
    private let firstHigher: Int

    init(_ subject: Subject, _ standards: Standards, papers: [Int], ease: [Double], year: Int, tables: ConversionTables)
    {
        self.subject = subject
        self.standards = standards
        self.papers = papers
        self.ease = ease
        self.tables = tables
        key = ConversionTable.Key(year: year, keyStage: 2, subject: subject)
        let maximum = papers.reduce(0, +)
        // A year whose tests are still to come looks like the last one that is known.
        let threshold = stride(from: year, through: 2016, by: -1).lazy.compactMap { year in
            tables.threshold(ConversionTable.Key(year: year, keyStage: 2, subject: subject))
        }.first
        firstExpected = threshold?.expected ?? maximum / 2
        firstHigher = threshold?.higher ?? maximum * 4 / 5
    }

    var maximum: Int { papers.reduce(0, +) }

    /// The raw total of a pupil: straight lines between nothing, the two standards and full marks.
    func total(_ attainment: Double) -> Int {
        let points: [(at: Double, mark: Double)] = [
            (-3.6, 1), (Standards.belowTest, Double(firstExpected) * 0.28), (standards.expected, Double(firstExpected)),
            (standards.higher, Double(firstHigher)), (2.9, Double(maximum + 1)),
        ]
        guard let next = points.firstIndex(where: { attainment < $0.at }) else { return maximum }
        guard next > 0 else { return max(0, 1 + Int((attainment + 3.6) * 4)) }
        let (from, to) = (points[next - 1], points[next])
        let mark = from.mark + (to.mark - from.mark) * (attainment - from.at) / (to.at - from.at)
        return min(Int(mark), maximum)
    }

    /// Shares a total among the papers; they add up to it exactly.
    func marks(total: Int, _ draws: inout SplitMix64) -> [Int] {
        var marks: [Int] = []
        var left = total
        var open = maximum
        for (paper, highest) in papers.enumerated() {
            open -= highest
            guard open > 0 else {
                marks.append(left)
                break
            }
            let fair = Double(left) * Double(highest) / Double(highest + open)
            let room = Double(highest) * 0.05
            let wished = Int(fair + ease[paper] * room + draws.bell() * room + 0.5)
            let mark = min(max(wished, left - open, 0), highest, left)
            marks.append(mark)
            left -= mark
        }
        return marks
    }

    /// The scaled score and outcome of a total, looked up.
    func reading(_ total: Int) -> (score: Int?, outcome: String?) {
        switch tables.read(raw: total, key) {
        case .score(let score): (score, score >= 100 ? "AS" : "NS")
        case .noScore: (nil, "N")
        case .byThreshold(let expected, _): (nil, expected ? "AS" : "NS")
        case .noTable: (nil, nil)
        }
    }
}
