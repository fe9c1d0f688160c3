/// The columns of the Early Years Foundation Stage Profile: `e01` to `e17` with the worked out `gld` and `goals` from 2022;
/// `g01` to `g17` before, which is another profile and is kept as it came.
public struct EarlyYearsColumns: AssessmentColumns {
    public let year: Int
    /// The 17 goals, in order.
    public let goals: [Column]
    /// Good level of development: Yes, No or nothing while unknown; nil before 2022.
    public let goodLevel: Column?
    /// How many goals are at the expected level, 0 to 17; nil before 2022.
    public let goalsAtExpected: Column?
    public let all: [Column]
    public let filters: [ColumnFilter]

    public var kind: AssessmentKind { .eyfsp }
    public var yearGroup: YearGroup { .reception }
    public var isStatutory: Bool { true }
    /// Whether it is the profile that began in 2022.
    public var isCurrentProfile: Bool { goodLevel != nil }

    init(year: Int, codes: CodeLists) {
        self.year = year
        let isCurrent = year >= 2022
        let profile = isCurrent ? EarlyYearsGoals.since2022 : EarlyYearsGoals.until2021
        let goals = zip(profile, EarlyYearsGoals.named(profile, isCurrent ? "e" : "g")).map { goal, named in
            Column(
                id: named.id, subject: goal.area, kind: .teacherAssessment, title: goal.title,
                codes: codes.codes(.eyfsp, goal.area, .ta, year: year), heading: [named.name, goal.title],
                fullTitle: named.fullTitle)
        }
        self.goals = goals
        if isCurrent {
            goodLevel = Column(
                id: "gld", subject: .literacy, kind: .outcome, title: "good level of development", codes: [],
                heading: ["GLD"], fullTitle: "Good level of development", isStored: false)
            goalsAtExpected = Column(
                id: "goals", subject: .literacy, kind: .total(maximum: 17), title: "goals at the expected level",
                codes: [], heading: ["Goals", "of 17"], fullTitle: "Goals at the expected level", isStored: false)
        } else {
            goodLevel = nil
            goalsAtExpected = nil
        }
        let derived = [goodLevel, goalsAtExpected].compactMap(\.self)
        all = goals + derived
        let areas = Subject.areasOfLearning.map { area in
            ColumnFilter.Group(area.title, goals.filter { $0.subject == area })
        }
        filters =
            [ColumnFilter("summary", "Summary", groups: areas + [.init("Profile", derived)])]
            + zip(Subject.areasOfLearning, areas).map { area, group in
                ColumnFilter(area.rawValue, area.title, groups: [group])
            }
    }

    /// The goals of the profile since 2022 as a list names them: `E01 Listening, attention and understanding`.
    public static let currentGoalTitles = EarlyYearsGoals.since2022.enumerated().map { offset, goal in
        "E\(offset < 9 ? "0" : "")\(offset + 1) \(goal.title)"
    }

    /// The goals of an area of learning.
    public func goals(of area: Subject) -> [Column] { goals.filter { $0.subject == area } }

    public func row(_ facts: Facts, earlier: Facts, tables: ConversionTables) -> EarlyYearsRow {
        EarlyYearsRow(columns: self, facts: facts)
    }
}
