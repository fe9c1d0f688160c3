/// The largest workbook that is accepted. One beyond any of these is refused whole.
public struct WorkbookLimits: Sendable, Hashable {
    /// Size of all parts that are read, unpacked, in bytes.
    public var unpackedBytes: Int
    /// How many times larger a part may get by unpacking, once it is larger than ``denseBytes``. Sheets of marks reach about 20;
    /// what deflate can do at most is 1,032.
    public var ratio: Int
    public var denseBytes: Int
    /// Texts that cells share, in bytes.
    public var sharedTextBytes: Int
    /// Rows with anything in them, below the headings.
    public var rows: Int
    public var columns: Int
    /// Rows times columns.
    public var cells: Int
    /// Length of one text in bytes of UTF-8.
    public var fieldBytes: Int

    public init(
        unpackedBytes: Int = 268_435_456, ratio: Int = 200, denseBytes: Int = 4_194_304,
        sharedTextBytes: Int = 67_108_864, rows: Int = 200_000, columns: Int = 1_000, cells: Int = 5_000_000,
        fieldBytes: Int = 65_536
    ) {
        self.unpackedBytes = unpackedBytes
        self.ratio = ratio
        self.denseBytes = denseBytes
        self.sharedTextBytes = sharedTextBytes
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.fieldBytes = fieldBytes
    }
}
