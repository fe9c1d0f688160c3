public import Assessment
public import Storage

/// A school's pupils of one year with their End of Key Stage 2, as of one state of the data.
///
/// A few hundred pupils: read whole, computed in Swift. Rows are worked out when asked for.
public struct CohortSnapshot: Sendable {
    public let stamp: DataStamp
    public let school: School
    public let year: SchoolYear
    /// Everybody who has a place in the year, by id.
    public let pupils: [Int64: Pupil]
    public let places: [Int64: CohortPlace]
    /// The stored Key Stage 2 values of the year, cleared ones (value nil) included.
    public let values: [Int64: [ColumnID: StoredValue]]
    public let tables: ConversionTables
    /// nil when the tests were not held in the year.
    public let columns: KeyStage2Columns?
    /// The pupils of Year 6 in the order of their names.
    public let cohort: [Pupil]

    /// The facts stored of a pupil.
    public func facts(_ pupil: Int64) -> Facts {
        (values[pupil] ?? [:]).compactMapValues(\.value)
    }

    /// The pupil's row; nil when the tests were not held in the year.
    public func row(_ pupil: Int64) -> KeyStage2Row? {
        columns.map { KeyStage2Row(columns: $0, facts: facts(pupil), tables: tables) }
    }

    /// The cohort's pupils of a class (nil: of all classes).
    public func pupils(ofClass className: String?) -> [Pupil] {
        guard let className else { return cohort }
        return cohort.filter { places[$0.id]?.className == className }
    }

    /// The classes of Year 6, in order.
    public var classes: [String] {
        Set(cohort.compactMap { places[$0.id]?.className }).sorted()
    }
}
