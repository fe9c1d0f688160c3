public import Assessment
public import Storage

/// The entry grid of one class, as it is now.
public struct GridSheet: Sendable {
    public let snapshot: CohortSnapshot
    public let columns: any AssessmentColumns
    /// nil: all classes of the year group.
    public let className: String?
    public let pupils: [Pupil]
    /// How many results are in and how many are due.
    public let done: Int
    public let due: Int
    /// Whether the caller may enter values of all these pupils.
    public let canEdit: Bool
    /// The state of the data that this was made from, for whoever keeps what is drawn from it.
    public var stamp: DataStamp { snapshot.stamp }

    /// A pupil's cells with what is stored behind each.
    public func cells(of pupil: Pupil) -> [ColumnID: CellState] { snapshot.row(pupil.id)?.cells() ?? [:] }

    public func stored(_ pupil: Pupil) -> [ColumnID: StoredValue] { snapshot.values[pupil.id] ?? [:] }

    /// How a former pupil is marked: the leaving date if it lies before or in the school year's end.
    public func leavingDate(of pupil: Pupil) -> CalendarDate? { pupil.leavingDate }
}
