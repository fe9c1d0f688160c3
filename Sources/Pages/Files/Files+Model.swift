/// Files in: the drop zone, what waits, and what came in.
///
/// The upload form is sent as multipart form data to ``SchoolPage/upload`` with `file` and `_csrf` (before the file).
public struct FilesModel: Page {
    public var place: SchoolPlace
    /// Whether the visitor may bring files in.
    public var canImport: Bool
    /// The largest file taken, in megabytes.
    public var maximumMegabytes: Int
    public var waiting: [WaitingUpload]
    /// Newest first.
    public var batches: [BatchRow]
    /// What was wrong with the file that was just sent; the field is `file`.
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, canImport: Bool, maximumMegabytes: Int, waiting: [WaitingUpload] = [], batches: [BatchRow],
        errors: [FieldError] = []
    ) {
        self.place = place
        self.canImport = canImport
        self.maximumMegabytes = maximumMegabytes
        self.waiting = waiting
        self.batches = batches
        self.errors = errors
    }
}
