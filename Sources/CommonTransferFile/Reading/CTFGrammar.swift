/// Which element may stand where, as a table that is looked up once for each element of a file.
///
/// Elements are found by their parent and their name; order does not matter.
struct CTFGrammar: Sendable {
    /// The number of every known element name, by the name; 0 stands for all other names.
    let nameNumbers: [String: UInt8]
    /// The node at `parent.rawValue * nameCount + name number`. Written once, here, and never freed.
    private nonisolated(unsafe) let nodes: FixedTable<CTFNode>
    private let nameCount: Int

    static let shared = CTFGrammar()

    private init() {
        var nameNumbers: [String: UInt8] = [:]
        for (_, children) in Self.children {
            for (name, _) in children where nameNumbers[name] == nil {
                nameNumbers[name] = UInt8(nameNumbers.count + 1)
            }
        }
        nameCount = nameNumbers.count + 1
        nodes = FixedTable(repeating: CTFNode.unknown, count: CTFNode.count * nameCount)
        for name in 0..<nameCount { nodes[Int(CTFNode.basicSupplierData.rawValue) * nameCount + name] = .supplierData }
        for (parent, children) in Self.children {
            for (name, node) in children {
                nodes[Int(parent.rawValue) * nameCount + Int(nameNumbers[name] ?? 0)] = node
            }
        }
        self.nameNumbers = nameNumbers
    }

    /// What the element with this name number is inside `parent`.
    func node(in parent: CTFNode, name: Int) -> CTFNode {
        nodes[Int(parent.rawValue) * nameCount + name]
    }

    /// The element name of a node, for messages; nil for a node that stands for no element of its own.
    func name(of node: CTFNode) -> String? {
        for (_, children) in Self.children {
            if let (name, _) = children.first(where: { $0.1 == node }), !node.isPassedOver { return name }
        }
        return nil
    }

    private static let children: [(CTFNode, [(String, CTFNode)])] = [
        (.file, [("Header", .header), ("CTFpupilData", .pupilData), ("SuppInfo", .supplierData)]),
        (
            .header,
            [
                ("DocumentName", .documentName), ("CTFversion", .version), ("DateTime", .dateTime),
                ("DocumentQualifier", .qualifier), ("DataQualifier", .notKept), ("DataDescriptor", .dataDescriptor),
                ("SupplierID", .supplierID), ("SourceSchool", .sourceSchool), ("DestSchool", .destinationSchool),
                ("SuppInfo", .supplierData),
            ]
        ),
        (.sourceSchool, school + [("AcademicYear", .academicYear)]),
        (.destinationSchool, school + [("AcademicYear", .notKept)]),
        (.pupilData, [("Pupil", .pupil)]),
        (.pupil, pupil),
        (.basicDetails, basicDetails),
        (.languages, [("Type", .language)]),
        (.language, [("LanguageType", .languageType), ("Language", .languageCode)]),
        (
            .basicSupplierData,
            [
                ("SuppID", .supplierDataID), ("EnglishAsAdditionalLanguage", .englishAsAdditionalLanguage),
                ("FreeSchoolMeals", .ownFreeSchoolMeals), ("FreeSchoolMealsEver6", .ownFreeSchoolMealsEver6),
                ("SENprovision", .ownSENProvision), ("WasLookedAfter", .ownWasLookedAfter),
            ]
        ),
        (.freeSchoolMealsHistory, [("FSMreviewDate", .notKept), ("FSMinstance", .freeSchoolMeals)]),
        (
            .freeSchoolMeals,
            [
                ("FSMstartDate", .freeSchoolMealsStart), ("FSMEligibilityVerificationDate", .notKept),
                ("FSMendDate", .freeSchoolMealsEnd), ("UKcountry", .freeSchoolMealsCountry),
                ("FSMCategory", .freeSchoolMealsCategory),
            ]
        ),
        (.lookedAfter, [("InCare", .inCare), ("CareAuthority", .notKept)]),
        (.senHistory, [("SEN", .senPeriod), ("SENneeds", .notKept), ("SuppInfo", .supplierData)]),
        (.senPeriod, [("StartDate", .senStart), ("SENprovision", .senProvision), ("EndDate", .senEnd)]),
        (.stageAssessments, [("KeyStage", .keyStage), ("SuppInfo", .supplierData)]),
        (.keyStage, [("Stage", .stage), ("StageAssessment", .record), ("SuppInfo", .supplierData)]),
        (
            .record,
            [
                ("Locale", .locale), ("Year", .year), ("Subject", .subject), ("Method", .method),
                ("Component", .component), ("ResultStatus", .resultStatus), ("ResultQualifier", .resultQualifier),
                ("Result", .result), ("ResultDate", .resultDate), ("SuppInfo", .supplierData),
            ]
        ),
        (.schoolHistory, [("School", .schoolPeriod), ("SuppInfo", .supplierData)]),
        (
            .schoolPeriod,
            school + [
                ("EntryDate", .entryDate), ("LeavingDate", .leavingDate), ("LeavingReason", .leavingReason),
                ("LastSchool", .notKept), ("RemovalGrounds", .notKept), ("SuppInfo", .supplierData),
            ]
        ),
    ]

    private static let school: [(String, CTFNode)] = [
        ("LEA", .schoolLA), ("Estab", .schoolEstablishment), ("URN", .schoolURN), ("SchoolName", .schoolName),
    ]

    private static let pupil: [(String, CTFNode)] = [
        ("UPN", .upn), ("UniqueLearnerNumber", .notKept), ("UCI", .notKept), ("Surname", .surname),
        ("Forename", .forename), ("DOB", .dateOfBirth), ("Sex", .sex), ("Gender", .sex),
        ("BasicDetails", .basicDetails), ("FSMhistory", .freeSchoolMealsHistory), ("NAWdetails", .notKept),
        ("LookedAfter", .lookedAfter), ("SENhistory", .senHistory), ("Address", .notKept), ("Phones", .notKept),
        ("Email", .notKept), ("Contacts", .notKept), ("Attendance", .notKept),
        ("StageAssessments", .stageAssessments), ("SchoolHistory", .schoolHistory), ("SuppInfo", .supplierData),
    ]

    private static let basicDetails: [(String, CTFNode)] = [
        ("FormerUPN", .formerUPN), ("PreferredSurname", .preferredSurname), ("FormerSurname", .formerSurname),
        ("PreferredForename", .preferredForename), ("FormerForename", .notKept), ("MiddleNames", .middleNames),
        ("NCyearActual", .yearGroup), ("Ethnicity", .ethnicity), ("EthnicitySource", .ethnicitySource),
        ("Languages", .languages), ("ServiceChild", .serviceChild), ("MedicalFlag", .notKept),
        ("Disabilities", .notKept), ("EnrolStatus", .enrolmentStatus), ("SuppInfo", .basicSupplierData),
    ]
}
