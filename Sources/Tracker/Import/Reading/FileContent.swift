import CommonTransferFile
import Spreadsheets

/// A file read to its end, before anything is known of the school's data.
enum FileContent: Sendable {
    case ctf(CTFContent)
    case sheet(Sheet)
}

/// A Common Transfer File read to its end: some 100 bytes a record, whatever the file's size.
struct CTFContent: Sendable {
    var header: CTFHeader
    var pupils: [CTFPupil]
    var summary: CTFSummary
}
