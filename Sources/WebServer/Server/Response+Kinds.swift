import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore

extension Response {
    static func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// JSON that is written already.
    static func json(written bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A value as JSON; one that can't be encoded is a fault of the program and answers 500.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            return .plain("The answer could not be written.\n", status: .internalServerError)
        }
        return .json(written: Array(data), status: status)
    }

    /// After a form: go and get that page.
    static func seeOther(_ location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location])
    }

    /// Bytes to be saved as a file.
    static func download(_ bytes: some Sequence<UInt8>, type: String, fileName: String) -> Response {
        download(ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), type: type, fileName: fileName)
    }

    /// A file on disk, read in pieces while it is sent. To be saved only: no browser shows or runs what somebody else has written.
    static func download(path: String, size: Int64, fileName: String) -> Response {
        let body = ResponseBody(contentLength: Int(size)) { writer in
            guard let handle = FileHandle(forReadingAtPath: path) else { throw HTTPError(.notFound) }
            defer { try? handle.close() }
            while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
        return download(body, type: "application/octet-stream", fileName: fileName)
    }

    private static func download(_ body: ResponseBody, type: String, fileName: String) -> Response {
        let safe = fileName.unicodeScalars.map {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0))
                ? Character($0) : "_"
        }
        return Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(String(safe))\""],
            body: body)
    }
}
