import Forms
import Foundation
import Hummingbird
import Pages

/// A form with a file: its ordinary fields, and the file written to a temporary place.
struct ReceivedUpload {
    /// One file of the form.
    struct File {
        /// The name the browser gave, a hint only.
        let name: String
        /// The temporary file; whoever received it moves or removes it.
        let path: String
    }

    let fields: FormFields
    let files: [File]

    /// Reads a `multipart/form-data` body as it arrives, so that a large file never stands in memory.
    ///
    /// - Parameters:
    ///   - folder: where the temporary files go; made with 0700 when absent.
    ///   - limit: of all files together, in bytes.
    /// - Throws: ``FormError``; the temporary files are gone then.
    static func read(_ request: Request, into folder: String, limit: Int) async throws -> ReceivedUpload {
        guard let type = request.headers[.contentType] else { throw FormError.notAForm }
        var parser = try MultipartParser(contentType: type)
        var receiver = UploadReceiver(folder: folder, limit: limit)
        do {
            for try await buffer in request.body {
                try parser.feed(buffer.readableBytesView) { try receiver.take($0) }
            }
            guard parser.isFinished else { throw FormError.malformed("it ends in the middle") }
            return try receiver.finished()
        } catch {
            receiver.removeAll()
            throw error
        }
    }
}
