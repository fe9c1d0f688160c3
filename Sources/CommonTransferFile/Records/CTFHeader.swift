/// The header of a Common Transfer File, each value as it came, trimmed; nil where the element is absent or empty.
public struct CTFHeader: Sendable, Hashable {
    /// `Common Transfer File`.
    public var documentName: String?
    /// The version, such as `25.0`: the last two digits of the year in which the school year began.
    public var version: String?
    /// Date and time without zone, such as `2026-07-20T09:30:00`.
    public var dateTime: String?
    /// `full` (all sections of each pupil) or `partial` (an assessment-only file, for example).
    public var qualifier: String?
    public var dataDescriptor: String?
    /// The program that wrote the file.
    public var supplierID: String?
    public var source: CTFSchool
    /// The calendar year in which the school year of the file **began** (`2025` for 2025/26), unlike a record's year.
    public var academicYear: String?
    public var destination: CTFSchool

    public init(
        documentName: String? = "Common Transfer File", version: String? = nil, dateTime: String? = nil,
        qualifier: String? = nil, dataDescriptor: String? = nil, supplierID: String? = nil,
        source: CTFSchool = CTFSchool(), academicYear: String? = nil, destination: CTFSchool = CTFSchool()
    ) {
        self.documentName = documentName
        self.version = version
        self.dateTime = dateTime
        self.qualifier = qualifier
        self.dataDescriptor = dataDescriptor
        self.supplierID = supplierID
        self.source = source
        self.academicYear = academicYear
        self.destination = destination
    }

    /// True when the file says it holds all sections of its pupils.
    public var isFull: Bool { qualifier?.lowercased() == "full" }
}
