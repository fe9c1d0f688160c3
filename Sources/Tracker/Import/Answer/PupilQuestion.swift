public import Assessment

/// A pupil of a file whose UPN is nobody's here although somebody here may be meant. Only a person's word answers it
/// (``ImportChoices/pupils``).
public struct PupilQuestion: Sendable, Hashable {
    /// Somebody here with the same folded name.
    public struct Namesake: Sendable, Hashable {
        public var id: Int64
        /// `Surname, Forename`.
        public var name: String
        public var upn: UPN?
        public var dateOfBirth: CalendarDate?
        public var likeness: Likeness

        init(_ pupil: Pupil, _ likeness: Likeness) {
            id = pupil.id
            name = "\(pupil.surname), \(pupil.forename)"
            upn = pupil.upn
            dateOfBirth = pupil.dateOfBirth
            self.likeness = likeness
        }

        /// `Smith, Zoë, born 3 November 2014, UPN H801200001001: same name and date of birth`.
        public var title: String {
            let facts = [dateOfBirth.map { "born \($0.inWords)" }, upn.map { "UPN \($0)" }]
            return "\(([name] + facts.compactMap(\.self)).joined(separator: ", ")): \(likeness.inWords)"
        }
    }

    /// Why somebody here may be the pupil of the file. The raw values are those of the import's JSON.
    public enum Likeness: String, Sendable, Hashable {
        case nameAndBirthDate = "name_and_date_of_birth"
        /// Of the two, one has no date of birth.
        case name
        /// The file's UPN was once theirs, or the file gives theirs as a former one.
        case formerUPN = "former_upn"
        /// Not alike: a person has said so.
        case confirmed
        /// The same name, and another date of birth: not offered.
        case otherBirthDate = "other_date_of_birth"

        public var inWords: String {
            switch self {
            case .nameAndBirthDate: "same name and date of birth"
            case .name: "same name only, no date of birth to compare"
            case .formerUPN: "found by a former UPN"
            case .confirmed: "as you said"
            case .otherBirthDate: "same name, another date of birth"
            }
        }
    }

    /// What becomes of the pupil while nobody answers. The raw values are those of the import's JSON.
    public enum Unanswered: String, Sendable, Hashable {
        case notTaken = "not_taken"
        case added
    }

    /// By which it is answered: the UPN, or `line 12`.
    public var key: String
    /// `Surname, Forename` as the file has it.
    public var name: String
    /// As it stands in the file; nil when it has none.
    public var upn: String?
    public var dateOfBirth: CalendarDate?
    /// The line of the file, from 1.
    public var line: Int
    /// Who may be meant, the likeliest first.
    public var candidates: [Namesake]
    /// Who has the name and another date of birth, so is not offered.
    public var others: [Namesake]
    /// Whether the file may add the pupil as somebody new.
    public var mayBeNew: Bool
    public var unanswered: Unanswered
    /// What a person has said; nil while nothing.
    public var answer: PupilChoice?
}
