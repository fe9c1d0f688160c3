public import Assessment
public import Reports
public import Storage

/// The cohort of one assessment and school year with its results, as of one state of the data.
///
/// A few hundred pupils: read whole, computed in Swift. Rows are worked out when asked for.
public struct CohortSnapshot: Sendable {
    public internal(set) var stamp: DataStamp
    /// What of that state it was made from.
    let basis: SnapshotBasis
    public let school: School
    public let year: SchoolYear
    /// The assessment, and whose it is.
    public let assessment: YearGroupAssessment
    /// Everybody who has a place in the year, in whichever year group.
    let roll: YearRoll
    /// The stored values of the assessment and year by pupil, cleared ones (value nil) included.
    public let values: [Int64: [ColumnID: StoredValue]]
    /// What is stored under the year before, where a row shows it: of the phonics check taken again.
    let earlier: [Int64: Facts]
    public let tables: ConversionTables
    /// The columns, or why there are none in the year.
    let held: Result<any AssessmentColumns, AssessmentNotHeld>
    /// The pupils of the year group in the order of their names.
    public let cohort: [Pupil]

    /// Everybody who has a place in the year, by id.
    public var pupils: [Int64: Pupil] { roll.pupils }
    public var places: [Int64: CohortPlace] { roll.places }

    /// nil when the assessment was not held in the year.
    public var columns: (any AssessmentColumns)? { try? held.get() }

    /// The columns.
    ///
    /// - Throws: ``TrackerError/notHeld(_:)``.
    public func heldColumns() throws(TrackerError) -> any AssessmentColumns {
        switch held {
        case .success(let columns): return columns
        case .failure(let why): throw .notHeld(why)
        }
    }

    /// The facts stored of a pupil.
    public func facts(_ pupil: Int64) -> Facts {
        (values[pupil] ?? [:]).compactMapValues(\.value)
    }

    /// The pupil's row; nil when the assessment was not held in the year.
    public func row(_ pupil: Int64) -> (any AssessmentRow)? {
        columns?.row(facts(pupil), earlier: earlier[pupil] ?? [:], tables: tables)
    }

    /// The cohort as reports take it: everybody of the year group in that year, leavers included; nobody in a year in which
    /// the assessment was not held.
    public func records() -> [AssessmentRecord] {
        guard let columns else { return [] }
        return cohort.compactMap { pupil in
            places[pupil.id].map { place in
                let row = columns.row(facts(pupil.id), earlier: earlier[pupil.id] ?? [:], tables: tables)
                return AssessmentRecord(pupil: pupil, place: place, row: row)
            }
        }
    }

    /// The cohort's pupils of a class (nil: of all classes).
    public func pupils(ofClass className: String?) -> [Pupil] {
        guard let className else { return cohort }
        return cohort.filter { places[$0.id]?.className == className }
    }

    /// The classes of the year group, in order.
    public var classes: [String] {
        Set(cohort.compactMap { places[$0.id]?.className }).sorted()
    }
}
