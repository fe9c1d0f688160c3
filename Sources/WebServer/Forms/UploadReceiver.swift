import Forms
import Foundation
import Pages

/// Puts the parts of a form where they belong: fields in memory, files on disk.
struct UploadReceiver {
    private let folder: String
    private let limit: Int
    private var items: [Address.Item] = []
    private var files: [ReceivedUpload.File] = []
    private var received = 0
    private var field: (name: String, bytes: [UInt8])?
    private var handle: FileHandle?

    private static let longestField = 64 << 10

    init(folder: String, limit: Int) {
        self.folder = folder
        self.limit = limit
    }

    mutating func take(_ event: MultipartParser.Event) throws {
        switch event {
        case .begin(_, let fileName?):
            field = nil
            // A file field that was left empty comes as a part without a name.
            guard !fileName.isEmpty else { return }
            let manager = FileManager.default
            try manager.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let path = "\(folder)/incoming-\(UUID().uuidString)"
            guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw FormError.malformed("the server can’t write to its folder of files") }
            self.handle = handle
            files.append(ReceivedUpload.File(name: fileName, path: path))
        case .begin(let name, nil):
            field = (name, [])
        case .data(let bytes):
            if let handle {
                received += bytes.count
                guard received <= limit else { throw FormError.tooLarge(limit: limit) }
                try handle.write(contentsOf: Data(bytes))
            } else if field != nil {
                field?.bytes.append(contentsOf: bytes)
                guard field?.bytes.count ?? 0 <= Self.longestField else {
                    throw FormError.tooLarge(limit: Self.longestField)
                }
            }
        case .end:
            try handle?.close()
            handle = nil
            if let field { items.append(.init(field.name, String(decoding: field.bytes, as: UTF8.self))) }
            field = nil
        case .finish: break
        }
    }

    mutating func finished() throws -> ReceivedUpload {
        ReceivedUpload(fields: FormFields(items), files: files)
    }

    mutating func removeAll() {
        try? handle?.close()
        handle = nil
        for file in files { try? FileManager.default.removeItem(atPath: file.path) }
        files = []
    }
}
