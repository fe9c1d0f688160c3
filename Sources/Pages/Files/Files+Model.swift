/// Files: the drop zone, what waits, what came in and what went out.
///
/// The upload form is sent as multipart form data to ``SchoolPage/upload`` with `file` and `_csrf` (before the file).
public struct FilesModel: Page {
    public var place: SchoolPlace
    /// Whether the visitor may bring files in.
    public var canImport: Bool
    /// The largest file taken, in megabytes.
    public var maximumMegabytes: Int
    /// Whether the visitor may send files out.
    public var canSend: Bool
    public var waiting: [WaitingUpload]
    /// Newest first.
    public var batches: [BatchRow]
    /// What went out, newest first.
    public var sent: [SentFileRow]
    /// What was wrong with the file that was just sent; the field is `file`.
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, canImport: Bool, maximumMegabytes: Int, canSend: Bool = false,
        waiting: [WaitingUpload] = [],
        batches: [BatchRow], sent: [SentFileRow] = [], errors: [FieldError] = []
    ) {
        self.place = place
        self.canImport = canImport
        self.maximumMegabytes = maximumMegabytes
        self.canSend = canSend
        self.waiting = waiting
        self.batches = batches
        self.sent = sent
        self.errors = errors
    }
}
