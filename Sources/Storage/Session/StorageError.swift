import Assessment

/// What can go wrong between the program and its database.
public enum StorageError: Error, Hashable, Sendable {
    /// Someone changed the value since the caller saw it; `current` is what is stored now.
    case conflict(current: StoredValue)
    /// Someone changed the pupil's details since the caller saw them.
    case pupilConflict(current: StoredPupil)
    /// There is no such pupil in that school.
    case unknownPupil(Int64)
    /// A row with this key is there already; `constraint` is the engine's name for the rule.
    case duplicate(constraint: String)
    /// A row refers to another that does not exist, or a row that others refer to would go.
    case brokenReference(detail: String)
    /// A ledger would have been changed.
    case appendOnly(table: String)
    /// A stored value is of another type than the program expects.
    case wrongType(column: Int, expected: String, found: String)
    /// A stored text is not a value that the program knows.
    case unreadable(field: String, text: String)
    /// A statement was given another number of values than it has places for.
    case wrongArgumentCount(expected: Int, given: Int, sql: String)
    /// The database was made by a newer version of the program.
    case newerDatabase(found: Int, known: Int)
    /// The database could not be opened.
    case cannotOpen(location: String, reason: String)
    /// The address of the database is not one that the program understands.
    case badAddress(reason: String)
    /// Another program kept the database locked for too long.
    case busy
    /// A transaction lost against others this many times in a row.
    case tooManyRetries(attempts: Int)
    /// The database was closed.
    case closed
    /// A file that would be written is there already.
    case fileExists(path: String)
    /// A file to restore from is missing or is not a whole copy of the program's data.
    case notABackup(path: String, reason: String)
    /// The engine cannot do this; the text says what to do instead.
    case unsupported(String)
    /// Any other failure that the engine reports, with its own code and words.
    case engine(code: String, message: String)

    /// What is wrong and what to do, for people.
    public var message: String {
        switch self {
        case .conflict(let current):
            "\(current.authorName) changed this value while you were working. It is now \(current.value.map { "“\($0)”" } ?? "empty"). Check it, then enter yours again if it should change."
        case .pupilConflict(let current):
            "Someone changed the details of \(current.pupil.displayName) while you were working. Check them, then enter your change again."
        case .unknownPupil(let id):
            "There is no pupil with the number \(id) in this school. Reload the list of pupils."
        case .duplicate(let constraint):
            "This is stored already and must be there only once (\(constraint))."
        case .brokenReference(let detail):
            "This belongs to something that is not stored, or that still has other things belonging to it (\(detail))."
        case .appendOnly(let table):
            "The history in \(table) must never be changed or deleted. Add a new entry instead."
        case .wrongType(let column, let expected, let found):
            "Column \(column + 1) of a stored row must be \(expected) but is \(found). Run “leadline verify”."
        case .unreadable(let field, let text):
            "The stored \(field) “\(text)” is not a value that this version knows. Run “leadline verify”."
        case .wrongArgumentCount(let expected, let given, let sql):
            "A statement must get \(expected) values but got \(given): \(sql)"
        case .newerDatabase(let found, let known):
            "This data was written by a newer version of Leadline (schema \(found); this version knows \(known)). Use the newer version."
        case .cannotOpen(let location, let reason):
            "The database \(location) cannot be opened: \(reason)"
        case .badAddress(let reason):
            "The address of the database must be like postgres://user:password@host:5432/name. \(reason)"
        case .busy:
            "Another program kept the database locked for more than 10 seconds. Try again when it has finished."
        case .tooManyRetries(let attempts):
            "The change was tried \(attempts) times and others were faster each time. Nothing was stored; try again."
        case .closed:
            "The database is closed. Open it again."
        case .fileExists(let path):
            "The file \(path) is there already. Enter the name of a new file."
        case .notABackup(let path, let reason):
            "The file \(path) cannot be restored: \(reason) Nothing was changed. Use a file that “leadline backup” wrote."
        case .unsupported(let advice):
            advice
        case .engine(let code, let message):
            "The database reported an error (\(code)): \(message)"
        }
    }
}
