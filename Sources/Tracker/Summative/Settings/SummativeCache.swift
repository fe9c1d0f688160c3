import Assessment
import Storage
import Synchronization

/// How schools judge, as last read. Kept apart from the columns of statutory assessments, which no school can change, so that
/// those cost nothing more.
final class SummativeCache: Sendable {
    private struct Entry {
        /// The version of the school's data at which it was read; nil where only its text is known to hold.
        var version: Int64?
        let summative: SchoolSummative
    }

    private let schools = Mutex<[Int64: Entry]>([:])

    /// Of a version of the school's data; nil when it was not read since.
    func summative(school: Int64, version: Int64) -> SchoolSummative? {
        schools.withLock { $0[school] }.flatMap { $0.version == version ? $0.summative : nil }
    }

    /// As last read, whatever has changed since; what is made with it is made sure of in the transaction
    /// (``current(_:school:)``).
    func latest(school: Int64) -> SchoolSummative { schools.withLock { $0[school]?.summative } ?? .standard }

    /// As a transaction sees it: one read by key.
    ///
    /// - Throws: ``TrackerError/storage(_:)`` when what is stored can't be read.
    func current(_ session: any SQLSession, school: Int64) throws -> SchoolSummative {
        try read(session, school: school, version: nil)
    }

    /// The same, kept with the version that the transaction sees.
    func read(_ session: any SQLSession, school: Int64, version: Int64?) throws -> SchoolSummative {
        let text = try StoredSummative.text(session, school: school)
        let kept = latest(school: school)
        // What was read at a version stays true of that version.
        if version == nil, kept.text == text { return kept }
        let summative = try kept.text == text ? kept : text.map { try SchoolSummative(text: $0) } ?? .standard
        schools.withLock { schools in
            if schools.count >= 1000, schools[school] == nil { schools.removeAll() }
            schools[school] = Entry(version: version, summative: summative)
        }
        return summative
    }
}
