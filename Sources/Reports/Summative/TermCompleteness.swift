public import Assessment

/// How many of the judgements of one term are in: one for each pupil and subject.
public struct TermCompleteness: Sendable, Hashable {
    public let term: SummativeTerm
    public let done: Int
    public let due: Int

    /// Term by term.
    ///
    /// - Parameters:
    ///   - rows: of the pupils of a class or year group, of one school year.
    ///   - last: the term up to which judgements are expected.
    public static func terms(of rows: [SummativeRow], upTo last: SummativeTerm) -> [TermCompleteness] {
        SummativeTerm.allCases.filter { $0 <= last }.map { term in
            var done = 0
            var due = 0
            for row in rows {
                due += row.columns.subjects.count
                done += row.columns.subjects.count { row.judgement(term, $0) != nil }
            }
            return TermCompleteness(term: term, done: done, due: due)
        }
    }
}
