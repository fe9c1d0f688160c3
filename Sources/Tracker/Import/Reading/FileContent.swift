import CommonTransferFile
import Spreadsheets

/// What is read of a file before anything is known of the school's data.
enum FileContent: Sendable {
    /// Of which pupils may still come (``FileReading/begin(_:)``).
    case ctf(ArrivingCTF)
    case sheet(Sheet)
}

/// A Common Transfer File read to its end: some 100 bytes a record, whatever the file's size.
struct CTFContent: Sendable {
    var header: CTFHeader
    var pupils: [CTFPupil]
    var summary: CTFSummary
}
