/// A group by which a report can be cut. Groups of one family partition the pupils of whom the fact is known.
///
/// Source: DfE pupil characteristics; domain page of the measures.
public enum PupilGroup: Sendable, Hashable {
    case all
    case girls, boys
    case disadvantaged, notDisadvantaged
    case fsm, notFSM
    case noSEN, senSupport, ehcPlan
    case eal, notEAL
    case ethnicity(EthnicGroup)
    case bornInAutumn, bornInSpring, bornInSummer
    case lookedAfter
    case serviceChild
    case joinedAfterYear3, stable
    case schoolClass(String)
    case own(String)

    /// The DfE's main ethnic groups.
    public enum EthnicGroup: String, Sendable, Hashable, CaseIterable {
        case white, mixed, asian, black, chinese, other

        /// By the first letters of the DfE's codes; nil for refused and not obtained.
        public init?(code: String) {
            switch code.uppercased().prefix(1) {
            case "W": self = .white
            case "M": self = .mixed
            case "A": self = .asian
            case "B": self = .black
            case "C": self = .chinese
            case "O": self = .other
            default: return nil
            }
        }

        public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// The groups that every school has, in the order of a report's menu.
    public static let standard: [PupilGroup] =
        [
            .all, .girls, .boys, .disadvantaged, .notDisadvantaged, .fsm, .notFSM, .noSEN, .senSupport, .ehcPlan, .eal,
            .notEAL,
        ] + EthnicGroup.allCases.map { .ethnicity($0) } + [
            .bornInAutumn, .bornInSpring, .bornInSummer, .lookedAfter, .serviceChild, .joinedAfterYear3, .stable,
        ]

    /// The name that addresses, files and the command line use, such as `girls` or `class:6 Kestrel`.
    public var id: String {
        switch self {
        case .all: "all"
        case .girls: "girls"
        case .boys: "boys"
        case .disadvantaged: "disadvantaged"
        case .notDisadvantaged: "not_disadvantaged"
        case .fsm: "fsm"
        case .notFSM: "not_fsm"
        case .noSEN: "no_sen"
        case .senSupport: "sen_support"
        case .ehcPlan: "ehc_plan"
        case .eal: "eal"
        case .notEAL: "not_eal"
        case .ethnicity(let group): "ethnicity_\(group.rawValue)"
        case .bornInAutumn: "born_autumn"
        case .bornInSpring: "born_spring"
        case .bornInSummer: "born_summer"
        case .lookedAfter: "looked_after"
        case .serviceChild: "service_child"
        case .joinedAfterYear3: "joined_after_year_3"
        case .stable: "stable"
        case .schoolClass(let name): "class:\(name)"
        case .own(let name): "group:\(name)"
        }
    }

    public init?(id: String) {
        if id.hasPrefix("class:") {
            self = .schoolClass(String(id.dropFirst(6)))
        } else if id.hasPrefix("group:") {
            self = .own(String(id.dropFirst(6)))
        } else if let group = Self.standard.first(where: { $0.id == id }) {
            self = group
        } else {
            return nil
        }
    }

    public var title: String {
        switch self {
        case .all: "All pupils"
        case .girls: "Girls"
        case .boys: "Boys"
        case .disadvantaged: "Disadvantaged"
        case .notDisadvantaged: "Not disadvantaged"
        case .fsm: "Free school meals"
        case .notFSM: "No free school meals"
        case .noSEN: "No SEN"
        case .senSupport: "SEN support"
        case .ehcPlan: "EHC plan"
        case .eal: "English as an additional language"
        case .notEAL: "English as first language"
        case .ethnicity(let group): "Ethnic group: \(group.title)"
        case .bornInAutumn: "Born in autumn"
        case .bornInSpring: "Born in spring"
        case .bornInSummer: "Born in summer"
        case .lookedAfter: "Looked after"
        case .serviceChild: "Service children"
        case .joinedAfterYear3: "Joined after Year 3"
        case .stable: "Here since Year 3 or before"
        case .schoolClass(let name): "Class \(name)"
        case .own(let name): name
        }
    }

    /// Whether a pupil is in the group in the year of a cohort place. A pupil of whom the fact is not known is in none.
    public func contains(_ pupil: Pupil, _ place: CohortPlace) -> Bool {
        switch self {
        case .all: true
        case .girls: pupil.sex == .female
        case .boys: pupil.sex == .male
        case .disadvantaged: pupil.isDisadvantaged == true
        case .notDisadvantaged: pupil.isDisadvantaged == false
        case .fsm: pupil.isFSM == true
        case .notFSM: pupil.isFSM == false
        case .noSEN: pupil.sen == SENProvision.none
        case .senSupport: pupil.sen == .support
        case .ehcPlan: pupil.sen == .plan
        case .eal: pupil.isEAL == true
        case .notEAL: pupil.isEAL == false
        case .ethnicity(let group): pupil.ethnicity.flatMap { EthnicGroup(code: $0) } == group
        case .bornInAutumn: pupil.dateOfBirth.map { $0.month >= 9 } ?? false
        case .bornInSpring: pupil.dateOfBirth.map { $0.month <= 4 } ?? false
        case .bornInSummer: pupil.dateOfBirth.map { (5...8).contains($0.month) } ?? false
        case .lookedAfter: pupil.isLookedAfter == true
        case .serviceChild: pupil.isServiceChild == true
        case .joinedAfterYear3: Self.joinedAfterYear3(pupil, place) == true
        case .stable: Self.joinedAfterYear3(pupil, place) == false
        case .schoolClass(let name): place.className == name
        case .own(let name): pupil.groups.contains(name)
        }
    }

    /// Whether the pupil came after the end of their Year 3; nil when the date of entry is not known.
    private static func joinedAfterYear3(_ pupil: Pupil, _ place: CohortPlace) -> Bool? {
        let yearsSince = place.yearGroup.ageAtStart - YearGroup.year3.ageAtStart
        guard yearsSince >= 0, let entry = pupil.entryDate, let entered = SchoolYear.containing(entry),
            let year3 = place.year.advanced(by: -yearsSince)
        else { return nil }
        return entered > year3
    }
}
