import Assessment

/// Whose results of an assessment a caller may enter.
public enum EntryRight: Sendable, Hashable {
    case everybody
    /// Pupils of some classes, by the class they have in the year; none where nobody has said which.
    case classes([String])

    /// Whether results of a class may be entered, letters in either case.
    func covers(_ className: String?) -> Bool {
        switch self {
        case .everybody: true
        case .classes(let names):
            className.map { name in names.contains { $0.lowercased() == name.lowercased() } } ?? false
        }
    }

    /// Which classes those are, for a refusal and for the page.
    var inWords: String {
        switch self {
        case .everybody: "You may enter judgements of all classes."
        case .classes([]):
            "No class has been given to you yet. Ask an Account Owner or Admin of the school to enter yours under School, Users."
        case .classes(let names):
            "You may enter judgements of \(names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " : "")\(names.last ?? "")."
        }
    }
}
