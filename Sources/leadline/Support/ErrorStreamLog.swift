import Foundation
import Logging
import Storage

/// Log lines on standard error: `2026-07-07T07:31:02.125Z error leadline: request failed error=... path=...`.
///
/// What a logger carries is written out with a line, not before: every request has a logger of its own, and nearly none of
/// them writes a line.
struct ErrorStreamLog: LogHandler {
    let label: String
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let carried = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        let facts = carried.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let line = "\(TimestampText.text(Date())) \(event.level) \(label): \(event.message)\(facts)\n"
        // Nobody can be told that the place for telling is gone.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}
