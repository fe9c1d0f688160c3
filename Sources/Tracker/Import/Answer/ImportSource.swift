public import Assessment

/// What a file says about itself, and how it was read, for display.
public struct ImportSource: Sendable, Hashable {
    /// The school or body that the file comes from.
    public var from: String?
    public var to: String?
    /// When it was written, as it says.
    public var writtenAt: String?
    /// The CTF version.
    public var version: String?
    public var supplier: String?
    /// `full` or `partial`, for a CTF.
    public var qualifier: String?
    /// The school year that its values were taken for, where one holds for the whole file.
    public var year: SchoolYear?
    /// Whether the file itself says of all its lines which school year they are of, so that nobody need be asked.
    public var saysYear: Bool
    /// The school years of its lines, oldest first, where they are of several; empty otherwise.
    public var years: [SchoolYear]
    /// How its characters were read, or which sheet of a workbook.
    public var encoding: String?
    /// Whether lines are rows of a workbook.
    public var isWorkbook: Bool
    /// Pupils (or rows) in the file.
    public var pupils: Int

    public init(
        from: String? = nil, to: String? = nil, writtenAt: String? = nil, version: String? = nil,
        supplier: String? = nil, qualifier: String? = nil, year: SchoolYear? = nil, encoding: String? = nil,
        isWorkbook: Bool = false, pupils: Int = 0, saysYear: Bool = false, years: [SchoolYear] = []
    ) {
        self.from = from
        self.to = to
        self.writtenAt = writtenAt
        self.version = version
        self.supplier = supplier
        self.qualifier = qualifier
        self.year = year
        self.saysYear = saysYear
        self.years = years
        self.encoding = encoding
        self.isWorkbook = isWorkbook
        self.pupils = pupils
    }
}
