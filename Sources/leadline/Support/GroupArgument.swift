import ArgumentParser
import Assessment
import Reports

/// A group of pupils, or two crossed, as a report's `--group` takes it.
enum GroupArgument {
    /// - Throws: what can be entered, for a group that does not exist.
    static func check(_ text: String) throws {
        guard GroupSelection(id: text) == nil else { return }
        let known = PupilGroup.standard.map(\.id).joined(separator: ", ")
        throw ValidationError(
            "There is no group “\(text)”. Enter \(known), class:NAME or group:NAME, or two joined by +, like disadvantaged+boys."
        )
    }
}
