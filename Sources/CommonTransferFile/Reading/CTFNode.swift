/// A place in a Common Transfer File: a container that the reader goes into, a value that it keeps, or something to pass over.
enum CTFNode: UInt8 {
    /// No such element is known here.
    case unknown
    /// Part of the format, passed over with everything in it, and said so.
    case notKept
    /// A supplier's own data: anything may be in it, so nothing in it is unknown.
    case supplierData

    // Containers.
    case document
    case file
    case header
    case sourceSchool
    case destinationSchool
    case pupilData
    case pupil
    case basicDetails
    case languages
    case language
    case basicSupplierData
    case freeSchoolMealsHistory
    case freeSchoolMeals
    case lookedAfter
    case senHistory
    case senPeriod
    case stageAssessments
    case keyStage
    case record
    case schoolHistory
    case schoolPeriod

    // Values of the header and of schools.
    case documentName
    case version
    case dateTime
    case qualifier
    case dataDescriptor
    case supplierID
    case academicYear
    case schoolLA
    case schoolEstablishment
    case schoolURN
    case schoolName

    // Values of a pupil.
    case upn
    case surname
    case forename
    case dateOfBirth
    case sex
    case formerUPN
    case preferredSurname
    case preferredForename
    case formerSurname
    case middleNames
    case yearGroup
    case ethnicity
    case ethnicitySource
    case languageType
    case languageCode
    case serviceChild
    case enrolmentStatus
    case englishAsAdditionalLanguage
    case supplierDataID
    case ownFreeSchoolMeals
    case ownFreeSchoolMealsEver6
    case ownSENProvision
    case ownWasLookedAfter
    case freeSchoolMealsStart
    case freeSchoolMealsEnd
    case freeSchoolMealsCountry
    case freeSchoolMealsCategory
    case inCare
    case senStart
    case senEnd
    case senProvision
    case entryDate
    case leavingDate
    case leavingReason

    // Values of a record.
    case stage
    case locale
    case subject
    case method
    case component
    case resultStatus
    case resultQualifier
    case year
    case result
    case resultDate

    static let count = Int(CTFNode.resultDate.rawValue) + 1

    var isValue: Bool { rawValue >= CTFNode.documentName.rawValue }

    var isPassedOver: Bool { rawValue <= CTFNode.supplierData.rawValue }

    /// May occur once in its parent: a second one would overwrite the first.
    var isUnique: Bool {
        switch self {
        case .formerUPN: false
        case .header, .sourceSchool, .destinationSchool, .basicDetails, .lookedAfter: true
        default: isValue
        }
    }
}
