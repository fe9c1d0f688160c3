public import Assessment

/// A cohort with every pupil's standing worked out once: reports, group comparisons and pupil lists are cut from it.
///
/// A value; making it costs some microseconds a pupil, cutting a group from it far less.
public struct KeyStage2Cohort: Sendable {
    /// One pupil as the figures see them.
    struct Member: Sendable {
        let id: Int64
        /// By ``KeyStage2Area/index``.
        let standings: [SubjectStanding]
        /// By ``KeyStage2Area/index``; nil where there is none.
        let teacherAssessments: [String?]
        let isEmpty: Bool
        /// Taken out of a what-if by the reader.
        let isExcluded: Bool
    }

    /// The calendar year in which the school year ends.
    public let year: Int
    public let countsSpecialConsideration: Bool
    /// By test subject; absent where nothing is known of the year.
    public let tables: [Subject: TableBasis]
    /// Everybody of the cohort, those excluded too, in the order given.
    public let records: [KeyStage2Record]
    let members: [Member]
    let columns: KeyStage2Columns?

    /// - Parameters:
    ///   - year: the calendar year in which the school year ends; the records' rows are of that year.
    ///   - records: the pupils of the cohort, in the order in which lists show them.
    ///   - tables: the same by which the rows convert.
    ///   - specialConsideration: whether `97+` counts as 100.
    ///   - excluded: ids of pupils whom the reader takes out for a what-if; empty for the official figures.
    public init(
        year: Int, records: [KeyStage2Record], tables: ConversionTables, specialConsideration: Bool = true,
        excluded: Set<Int64> = []
    ) {
        self.year = year
        self.records = records
        countsSpecialConsideration = specialConsideration
        columns = records.first?.row.columns
        var bases: [Subject: TableBasis] = [:]
        for subject in [Subject.reading, .gps, .mathematics] {
            let key = ConversionTable.Key(year: year, keyStage: 2, subject: subject)
            if tables.table(key) != nil {
                bases[subject] = .table(year: year)
            } else if tables.threshold(key) != nil {
                bases[subject] = .thresholds(year: year)
            }
        }
        self.tables = bases
        members = records.map { record in
            var standings: [SubjectStanding] = []
            standings.reserveCapacity(KeyStage2Area.allCases.count)
            for area in KeyStage2Area.allCases {
                if let subject = area.subject {
                    standings.append(record.row.standing(subject, specialConsideration: specialConsideration))
                }
            }
            standings.append(
                SubjectStanding.together([
                    standings[KeyStage2Area.reading.index], standings[KeyStage2Area.writing.index],
                    standings[KeyStage2Area.mathematics.index],
                ]))
            return Member(
                id: record.pupil.id, standings: standings,
                teacherAssessments: KeyStage2Area.allCases.map { area in
                    area.subject.flatMap { record.row.columns.teacherAssessment($0) }.flatMap {
                        record.row.facts[$0.id]
                    }
                }, isEmpty: record.row.isEmpty,
                isExcluded: excluded.contains(record.pupil.id))
        }
    }

    /// Several schools' cohorts of one year as one; nil when there is none.
    init?(joining cohorts: [KeyStage2Cohort]) {
        guard let first = cohorts.first else { return nil }
        year = first.year
        countsSpecialConsideration = first.countsSpecialConsideration
        tables = first.tables
        columns = cohorts.lazy.compactMap(\.columns).first
        records = cohorts.flatMap(\.records)
        members = cohorts.flatMap(\.members)
    }

    /// The figures of one group, or of two crossed.
    public func outcomes(_ group: GroupSelection = .all) -> KeyStage2Outcomes {
        KeyStage2Outcomes(self, group: group, members: members(of: group))
    }

    /// The groups that a menu offers: the standard ones, then the classes and own groups of this cohort by name.
    public var groups: [PupilGroup] {
        let classes = Set(records.compactMap(\.place.className)).sorted()
        let own = Set(records.flatMap(\.pupil.groups)).sorted()
        return PupilGroup.standard + classes.map { .schoolClass($0) } + own.map { .own($0) }
    }

    /// Whether a pupil of the cohort is in a group.
    func isIn(_ group: PupilGroup, _ record: KeyStage2Record) -> Bool {
        group.contains(record.pupil, record.place)
    }

    func members(of group: GroupSelection) -> [Member] {
        if group == .all { return members }
        return zip(records, members).compactMap { record, member in
            group.groups.allSatisfy { isIn($0, record) } ? member : nil
        }
    }
}
