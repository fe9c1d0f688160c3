/// What applying a file did.
public struct ImportOutcome: Sendable {
    /// The batch to undo it by; nil when nothing had to be stored.
    public var batch: Int64?
    /// Every item with the status under which it was taken or left.
    public var preview: ImportPreview
    /// Results stored or changed.
    public var values: Int
    public var pupilsAdded: Int
    public var pupilsChanged: Int
    /// Places in a year group or class that were added or changed.
    public var places: Int
    /// Assessment records kept as they came.
    public var records: Int
    /// Conversion tables loaded.
    public var tables: Int

    public init(
        batch: Int64?, preview: ImportPreview, values: Int = 0, pupilsAdded: Int = 0, pupilsChanged: Int = 0,
        places: Int = 0, records: Int = 0, tables: Int = 0
    ) {
        self.batch = batch
        self.preview = preview
        self.values = values
        self.pupilsAdded = pupilsAdded
        self.pupilsChanged = pupilsChanged
        self.places = places
        self.records = records
        self.tables = tables
    }

    /// Whether everything in the file was taken; otherwise the preview's items say what was left out and why.
    public var isComplete: Bool { preview.isComplete }
}
