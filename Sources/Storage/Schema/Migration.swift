/// One numbered step of the schema. A step that was ever released is never edited; a change is a new step.
struct Migration: Sendable {
    /// 1, 2, 3, ... without gaps.
    let number: Int
    /// What the step does, for people.
    let name: String
    /// The statements in order, in the common subset.
    let statements: [String]
    /// What only one engine needs, run afterwards.
    let extra: [DatabaseEngine: [String]]

    /// All statements for an engine. PostgreSQL compares text by its bytes like SQLite; SQLite keeps the
    /// tables without a row id, so that a school's rows lie together.
    func statements(for engine: DatabaseEngine) -> [String] {
        let common = statements.map { statement in
            guard statement.hasPrefix("CREATE TABLE") else { return statement }
            switch engine {
            case .sqlite: return statement + " WITHOUT ROWID"
            case .postgres: return statement.replacing(" TEXT", with: " TEXT COLLATE \"C\"")
            }
        }
        return common + extra[engine, default: []]
    }

    /// Every step, oldest first.
    static let all = [firstSchema, schoolSettings]
}
