import ArgumentParser
import Assessment

/// A year group as a report's `--year-group` takes it.
enum YearGroupArgument {
    /// - Throws: what can be entered, for a year group that no judgements are made of.
    static func check(_ group: YearGroup) throws {
        let known = AssessmentKind.summative.yearGroups
        guard !known.contains(group) else { return }
        throw ValidationError("The year group must be one of \(known.map(\.rawValue).joined(separator: ", ")).")
    }
}
