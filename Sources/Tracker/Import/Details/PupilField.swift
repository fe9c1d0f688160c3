import Assessment

/// A detail of a pupil that files carry: its name, and how it is read from and put into a ``Pupil``.
enum PupilField: String, CaseIterable, Sendable {
    case upn
    case surname
    case forename
    case preferredSurname = "preferred_surname"
    case preferredForename = "preferred_forename"
    case middleNames = "middle_names"
    case dateOfBirth = "date_of_birth"
    case sex
    case ethnicity
    case firstLanguage = "first_language"
    case isEAL = "eal"
    case sen
    case isFSM = "fsm"
    case isFSM6 = "fsm6"
    case isLookedAfter = "looked_after"
    case wasLookedAfter = "post_looked_after"
    case isServiceChild = "service_child"
    case entryDate = "entry_date"
    case leavingDate = "leaving_date"
    case groups

    /// As a list of choices and a message show it.
    var title: String {
        switch self {
        case .upn: "UPN"
        case .surname: "Surname"
        case .forename: "Forename"
        case .preferredSurname: "Preferred surname"
        case .preferredForename: "Preferred forename"
        case .middleNames: "Middle names"
        case .dateOfBirth: "Date of birth"
        case .sex: "Sex"
        case .ethnicity: "Ethnicity"
        case .firstLanguage: "First language"
        case .isEAL: "English as an additional language"
        case .sen: "SEN provision"
        case .isFSM: "Free school meals"
        case .isFSM6: "Free school meals in the last six years"
        case .isLookedAfter: "Looked after"
        case .wasLookedAfter: "Previously looked after"
        case .isServiceChild: "Service child"
        case .entryDate: "Date of entry"
        case .leavingDate: "Date of leaving"
        case .groups: "Groups"
        }
    }

    /// The stored value as canonical text: dates as `2026-05-14`, truth values as `yes` and `no`; nil when not recorded.
    func text(_ pupil: Pupil) -> String? {
        switch self {
        case .upn: pupil.upn?.text
        case .surname: pupil.surname
        case .forename: pupil.forename
        case .preferredSurname: pupil.preferredSurname
        case .preferredForename: pupil.preferredForename
        case .middleNames: pupil.middleNames
        case .dateOfBirth: pupil.dateOfBirth?.description
        case .sex: pupil.sex?.rawValue
        case .ethnicity: pupil.ethnicity
        case .firstLanguage: pupil.firstLanguage
        case .isEAL: Self.word(pupil.isEAL)
        case .sen: pupil.sen?.rawValue
        case .isFSM: Self.word(pupil.isFSM)
        case .isFSM6: Self.word(pupil.isFSM6)
        case .isLookedAfter: Self.word(pupil.isLookedAfter)
        case .wasLookedAfter: Self.word(pupil.wasLookedAfter)
        case .isServiceChild: Self.word(pupil.isServiceChild)
        case .entryDate: pupil.entryDate?.description
        case .leavingDate: pupil.leavingDate?.description
        case .groups: pupil.groups.isEmpty ? nil : pupil.groups.joined(separator: "; ")
        }
    }

    /// Puts canonical text (of ``text(_:)`` or ``PupilFieldReading``) into a pupil; nil takes the value away, where that can be.
    func set(_ text: String?, in pupil: inout Pupil) {
        switch self {
        case .upn: pupil.upn = text.flatMap { try? UPN($0) }
        case .surname: pupil.surname = text ?? pupil.surname
        case .forename: pupil.forename = text ?? pupil.forename
        case .preferredSurname: pupil.preferredSurname = text
        case .preferredForename: pupil.preferredForename = text
        case .middleNames: pupil.middleNames = text
        case .dateOfBirth: pupil.dateOfBirth = text.flatMap { CalendarDate(iso: $0) }
        case .sex: pupil.sex = text.flatMap(Sex.init(rawValue:))
        case .ethnicity: pupil.ethnicity = text
        case .firstLanguage: pupil.firstLanguage = text
        case .isEAL: pupil.isEAL = Self.flag(text)
        case .sen: pupil.sen = text.flatMap(SENProvision.init(rawValue:))
        case .isFSM: pupil.isFSM = Self.flag(text)
        case .isFSM6: pupil.isFSM6 = Self.flag(text)
        case .isLookedAfter: pupil.isLookedAfter = Self.flag(text)
        case .wasLookedAfter: pupil.wasLookedAfter = Self.flag(text)
        case .isServiceChild: pupil.isServiceChild = Self.flag(text)
        case .entryDate: pupil.entryDate = text.flatMap { CalendarDate(iso: $0) }
        case .leavingDate: pupil.leavingDate = text.flatMap { CalendarDate(iso: $0) }
        case .groups: pupil.groups = text?.split(separator: "; ").map(String.init) ?? []
        }
    }

    static func word(_ flag: Bool?) -> String? { flag.map { $0 ? "yes" : "no" } }

    private static func flag(_ text: String?) -> Bool? {
        switch text {
        case "yes": true
        case "no": false
        default: nil
        }
    }
}
