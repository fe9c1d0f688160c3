import Assessment
import Foundation
import Storage

/// A school's settings of judgements as they are stored: JSON under one key, with what they were before the last change.
struct StoredSummative: Codable, Sendable {
    var settings: SummativeSettings
    /// What the last change can be taken back to.
    var before: SummativeSettings
    /// ISO 8601 time in UTC.
    var changedAt: String
    var changedBy: String

    private static let key = "summative"

    /// The stored text; nil where the school has never changed anything.
    static func text(_ session: any SQLSession, school: Int64) throws -> String? {
        try SettingStore(session).schoolSetting(key, school: school)
    }

    /// - Throws: ``TrackerError/storage(_:)`` for text that no change of settings has written.
    init(text: String) throws(TrackerError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
        } catch {
            throw .storage(.unreadable(field: "settings of terms, subjects and words", text: text))
        }
    }

    init(settings: SummativeSettings, before: SummativeSettings, changedAt: String, changedBy: String) {
        self.settings = settings
        self.before = before
        self.changedAt = changedAt
        self.changedBy = changedBy
    }

    func write(_ session: any SQLSession, school: Int64) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try SettingStore(session).setSchoolSetting(
            String(decoding: try encoder.encode(self), as: UTF8.self), key: Self.key, school: school)
    }
}
