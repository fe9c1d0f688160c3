/// A workbook to be written: sheets of tables, and a last sheet that says what they are.
public struct Workbook: Sendable, Hashable {
    /// The sheets in their order; the first is the one that an import reads.
    public var sheets: [WorkbookSheet]
    public var about: WorkbookAbout

    public init(sheets: [WorkbookSheet], about: WorkbookAbout) {
        self.sheets = sheets
        self.about = about
    }

    /// The bytes of the `.xlsx` file; the same value gives the same bytes.
    ///
    /// Uses temporary files readable by this user only, a few times the size of the result, and memory of one row; blocks the
    /// calling thread. May be called from several threads at once, each with its own workbook.
    public func bytes() throws(WorkbookWriteError) -> [UInt8] {
        try WorkbookWriter.bytes(of: self)
    }
}
