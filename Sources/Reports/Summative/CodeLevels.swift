import Assessment

/// Where a code that stands in place of a result puts a pupil against the standard.
enum CodeLevels {
    /// A, U and the like count against the school, but say nothing of where the pupil stands.
    static let silent: Set<String> = ["A", "D", "H", "J", "Q", "T", "U", "X", "Z", "NAA"]

    /// - Parameter level: what the code counts as; one that is not below may be above the standard too.
    static func range(_ code: String, _ level: AttainmentLevel?) -> ClosedRange<AttainmentLevel>? {
        guard !silent.contains(code) else { return nil }
        return level.map { $0 == .below ? .below ... .below : $0 ... .higher }
    }
}
