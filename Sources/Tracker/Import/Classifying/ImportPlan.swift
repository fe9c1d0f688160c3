import Assessment
import CommonTransferFile
import Storage

/// What a file does to the data as it is now: the items to show, and what applying them stores.
struct ImportPlan {
    /// A pupil of the file.
    struct Person {
        var line: Int
        var upn: String?
        var name: String
        var key: String
        /// Their place in the school's list; nil while they are not in it.
        var place: Int?
        /// Nothing of them is taken.
        var isRefused = false
        /// The details to add (a new pupil) or to store instead of the present ones.
        var details: Pupil?
        /// Places to add or change, one a year.
        var places: [PlannedPlace] = []
        /// Whether their assessment records are kept as they came.
        var keepsRecords = false

        init(_ person: FilePerson) {
            line = person.line
            upn = person.upn
            name = person.name
            key = person.key
        }

        var isNew: Bool { place == nil && details != nil }
    }

    /// Where a pupil will stand in a school year.
    struct PlannedPlace {
        var year: SchoolYear
        var yearGroup: YearGroup
        var className: String?
    }

    /// The codes and year that records of one file share.
    struct RecordKey: Hashable {
        let codes: ObjectIdentifier
        let year: String

        init(_ record: CTFRecord) {
            codes = ObjectIdentifier(record.codes)
            year = record.yearText
        }
    }

    var kind: ImportKind
    var list = ItemList()
    var people: [Person] = []
    var source = ImportSource()
    var warnings: [String] = []
    var headings: [HeadingUse] = []
    var fields: [HeadingUse.Field] = []
    var assessments: [AssessmentKind: Int] = [:]
    var questions: [ReadingQuestion] = []
    /// Pupils of the file of whom a person must say who they are.
    var pupilQuestions: [PupilQuestion] = []
    /// Records that were not asked for, so are not kept either.
    var leftOut: Set<RecordKey> = []
    /// Tables to load, for a file of conversion tables.
    var tables: [ConversionTable] = []
    /// What to remember: the reading of headings.
    var rememberedHeadings: RememberedHeadings?
    /// What to remember of a supplier's numbers, by year.
    var rememberedReadings: [SchoolYear: [String: NumberReading]] = [:]

    /// What became of the records of a CTF.
    var records = RecordAccount()
    /// Whose the lines of a results file are, when not all are this school's.
    var shares: [SchoolShare] = []
    /// Why nothing of it can be taken here: every line is another school's.
    var refusal: String?

    init(kind: ImportKind) { self.kind = kind }

    /// Whether a pupil with results stands in the year group that reaches them.
    enum Standing { case there, placed, elsewhere }

    /// Puts a pupil of the school who has no place in the year of their results into the year group that reaches them.
    mutating func place(_ index: Int, in group: YearGroup, _ year: SchoolYear, data: ImportData) throws -> Standing {
        if let there = try yearGroup(of: index, year, data: data) { return there == group ? .there : .elsewhere }
        if try isFarFrom(group, year, index, data) { return .elsewhere }
        people[index].places.append(PlannedPlace(year: year, yearGroup: group))
        return .placed
    }

    /// Whether a pupil's nearest known place in another year leads more than one year group past this one: who is in Year 6 is not in
    /// Year 2 the year after. One year group more or less happens.
    private func isFarFrom(_ group: YearGroup, _ year: SchoolYear, _ index: Int, _ data: ImportData) throws -> Bool {
        for distance in 1...YearGroup.allCases.count {
            for other in [year.endYear - distance, year.endYear + distance].compactMap(SchoolYear.init(endYear:)) {
                guard let known = try yearGroup(of: index, other, data: data) else { continue }
                return abs(known.ageAtStart + year.endYear - other.endYear - group.ageAtStart) > 1
            }
        }
        return false
    }

    /// The year group in which a pupil stands in a year, or will by this file; nil while there is none.
    func yearGroup(of index: Int, _ year: SchoolYear, data: ImportData) throws -> YearGroup? {
        if let planned = people[index].places.first(where: { $0.year == year }) { return planned.yearGroup }
        return try people[index].place.flatMap { try data.places(year)[data.pupils.ids[$0]]?.yearGroup }
    }

    /// The items for display.
    func items(_ data: ImportData) -> ImportItems {
        let list = list.shown(data.summative.settings)
        return ImportItems(
            entries: list.entries, texts: list.texts,
            pupils: people.map { person in
                let stored = person.place.map { data.pupils.pupils[$0].pupil }
                return ImportItems.Person(
                    upn: person.upn, name: stored.map { "\($0.surname), \($0.forename)" } ?? person.name,
                    key: person.key, id: stored?.id)
            })
    }
}
