/// Pupils of a school with the name of a pupil of a file, by what their dates of birth say. Places in the school's list.
struct Namesakes: Sendable, Hashable {
    /// Born on the same day: a proposal.
    var sameBirthDate: [Int] = []
    /// The file or the list has no date of birth to compare.
    var withoutBirthDate: [Int] = []
    /// Born on another day: not the same pupil, unless one of the dates is wrong.
    var otherBirthDate: [Int] = []

    static let none = Namesakes()
}
