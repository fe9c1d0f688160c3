import Assessment

/// Who a pupil of a file is in the school's list.
enum PupilMatch: Sendable {
    /// The pupil at this place of the list.
    case found(Int, How)
    /// A person has said that it is somebody new.
    case confirmedNew
    /// Nobody has this UPN (or none was given); these have the same name.
    case unknown(Namesakes)
    /// The UPN was given to several pupils at some time.
    case ambiguous([Int])
    /// The UPN is none: its form or check letter is wrong.
    case invalidUPN(String)

    /// How a pupil was found.
    enum How: Sendable, Hashable {
        case upn
        /// The file has an old UPN of theirs.
        case formerUPN
        /// The file has a new UPN, and names the stored one as the former.
        case newUPN
        /// A person has confirmed it.
        case confirmed
    }

    /// What is to be said of others here with the name of a pupil who is not found.
    func namesakeSentences(_ person: FilePerson, _ pupils: PupilIndex) -> [String] {
        guard case .unknown(let namesakes) = self else { return [] }
        return ImportPlan.namesakeSentences(person, namesakes, pupils)
    }
}
