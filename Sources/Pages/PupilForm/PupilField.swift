/// The fields of the pupil form; the raw value is the name in the form.
public enum PupilField: String, CaseIterable, Hashable, Sendable {
    case surname
    case forename
    case middleNames = "middle-names"
    case preferredSurname = "preferred-surname"
    case preferredForename = "preferred-forename"
    case upn
    /// Former UPNs with blanks or commas between them.
    case formerUPNs = "former-upns"
    /// `2015-05-14`
    case dateOfBirth = "date-of-birth"
    /// F, M, U or empty.
    case sex
    /// A ``YearGroup``'s raw value.
    case yearGroup = "year-group"
    case className = "class"
    case entryDate = "entry-date"
    case leavingDate = "leaving-date"
    case ethnicity
    case firstLanguage = "first-language"
    /// `yes`, `no` or empty for not recorded, like the other yes-or-no facts.
    case isEAL = "eal"
    /// N, K, E or empty.
    case sen
    case isFSM = "fsm"
    case isFSM6 = "fsm6"
    case isLookedAfter = "looked-after"
    case wasLookedAfter = "was-looked-after"
    case isServiceChild = "service-child"
    /// The school's own groups with commas between them.
    case groups

    /// The label in the form.
    public var title: String {
        switch self {
        case .surname: "Surname"
        case .forename: "Forename"
        case .middleNames: "Middle names"
        case .preferredSurname: "Preferred surname"
        case .preferredForename: "Preferred forename"
        case .upn: "UPN"
        case .formerUPNs: "Former UPNs"
        case .dateOfBirth: "Date of birth"
        case .sex: "Sex"
        case .yearGroup: "Year group"
        case .className: "Class"
        case .entryDate: "Date of entry"
        case .leavingDate: "Date of leaving"
        case .ethnicity: "Ethnicity"
        case .firstLanguage: "First language"
        case .isEAL: "English as an additional language"
        case .sen: "SEN provision"
        case .isFSM: "Free school meals now"
        case .isFSM6: "Free school meals in the last six years"
        case .isLookedAfter: "Looked after"
        case .wasLookedAfter: "Left care (previously looked after)"
        case .isServiceChild: "Service child"
        case .groups: "The school’s own groups"
        }
    }
}
