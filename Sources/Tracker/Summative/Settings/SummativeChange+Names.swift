public import Assessment

extension SummativeChange {
    /// The subjects of these names, as a form or a program gives them.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` for a name that no subject has.
    public static func subjects(named names: [String]) throws(TrackerError) -> Set<Subject> {
        var subjects: Set<Subject> = []
        for name in names {
            guard let subject = Subject(rawValue: name) else {
                let known = Subject.summative.map(\.rawValue).joined(separator: ", ")
                throw .fields([
                    FieldProblem("subjects", "There is no subject “\(name.prefix(40))”. Enter some of \(known).")
                ])
            }
            subjects.insert(subject)
        }
        return subjects
    }
}
