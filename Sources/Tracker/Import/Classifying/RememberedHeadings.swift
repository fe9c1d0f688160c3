import Foundation
import Storage

/// What a school has said about a set of headings, kept for the next file that has them.
struct RememberedHeadings: Codable, Hashable, Sendable {
    var kind: ImportKind?
    /// Heading to field id, or to empty text for a column to pass over.
    var headings: [String: String]
    /// Identifies the set of headings.
    var signature = ""

    private enum CodingKeys: String, CodingKey { case kind, headings }

    static func read(_ session: any SQLSession, school: Int64, signature: String) throws -> RememberedHeadings? {
        guard let json = try SettingStore(session).headingMapping(school: school, signature: signature) else {
            return nil
        }
        guard var remembered = try? JSONDecoder().decode(RememberedHeadings.self, from: Data(json.utf8)) else {
            throw StorageError.unreadable(field: "reading of headings", text: json)
        }
        remembered.signature = signature
        return remembered
    }

    func write(_ session: any SQLSession, school: Int64) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try SettingStore(session).setHeadingMapping(
            String(decoding: try encoder.encode(self), as: UTF8.self), school: school, signature: signature)
    }
}
