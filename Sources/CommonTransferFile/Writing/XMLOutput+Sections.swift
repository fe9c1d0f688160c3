extension XMLOutput {
    /// Section 1.4 of the format's description: the order is fixed.
    mutating func write(_ header: CTFHeader) {
        open("Header")
        element("DocumentName", header.documentName)
        element("CTFversion", header.version)
        element("DateTime", header.dateTime)
        element("DocumentQualifier", header.qualifier)
        element("DataDescriptor", header.dataDescriptor)
        element("SupplierID", header.supplierID)
        open("SourceSchool")
        write(header.source)
        element("AcademicYear", header.academicYear)
        close("SourceSchool")
        open("DestSchool")
        write(header.destination)
        close("DestSchool")
        close("Header")
    }

    /// Section 1.5 of the format's description: the order is fixed.
    mutating func write(_ pupil: CTFPupil, _ sexElement: CTFVersion.SexElement) {
        open("Pupil")
        element("UPN", pupil.upn)
        element("Surname", pupil.surname)
        element("Forename", pupil.forename)
        element("DOB", pupil.dateOfBirth)
        switch sexElement {
        case .sex: element("Sex", pupil.sex)
        case .gender: element("Gender", pupil.sex)
        }
        if let basicDetails = pupil.basicDetails { write(basicDetails) }
        write(pupil.freeSchoolMeals)
        if let isLookedAfter = pupil.isLookedAfter {
            open("LookedAfter")
            element("InCare", isLookedAfter)
            close("LookedAfter")
        }
        write(pupil.senHistory)
        write(pupil.records)
        write(pupil.schoolHistory)
        close("Pupil")
    }

    private mutating func write(_ school: CTFSchool) {
        element("LEA", school.la)
        element("Estab", school.establishment)
        element("URN", school.urn)
        element("SchoolName", school.name)
    }

    private mutating func write(_ details: CTFBasicDetails) {
        open("BasicDetails")
        for upn in details.formerUPNs { element("FormerUPN", upn) }
        element("PreferredSurname", details.preferredSurname)
        element("FormerSurname", details.formerSurname)
        element("PreferredForename", details.preferredForename)
        element("MiddleNames", details.middleNames)
        element("NCyearActual", details.yearGroup)
        element("Ethnicity", details.ethnicity)
        element("EthnicitySource", details.ethnicitySource)
        if !details.languages.isEmpty {
            open("Languages")
            for language in details.languages {
                open("Type")
                element("LanguageType", language.type)
                element("Language", language.code)
                close("Type")
            }
            close("Languages")
        }
        element("ServiceChild", details.serviceChild)
        element("EnrolStatus", details.enrolmentStatus)
        if details.isEAL != nil || details.own != nil {
            open("SuppInfo")
            element("SuppID", CTFOwnDetails.supplier)
            element("EnglishAsAdditionalLanguage", details.isEAL)
            element("FreeSchoolMeals", details.own?.isFSM)
            element("FreeSchoolMealsEver6", details.own?.isFSM6)
            element("SENprovision", details.own?.senProvision)
            element("WasLookedAfter", details.own?.wasLookedAfter)
            close("SuppInfo")
        }
        close("BasicDetails")
    }

    private mutating func element(_ name: StaticString, _ flag: Bool?) {
        element(name, flag.map { $0 ? "true" : "false" })
    }

    private mutating func write(_ meals: [CTFFreeSchoolMeals]) {
        guard !meals.isEmpty else { return }
        open("FSMhistory")
        for period in meals {
            open("FSMinstance")
            element("FSMstartDate", period.start)
            element("FSMendDate", period.end)
            element("UKcountry", period.country)
            element("FSMCategory", period.category)
            close("FSMinstance")
        }
        close("FSMhistory")
    }

    private mutating func write(_ periods: [CTFSENPeriod]) {
        guard !periods.isEmpty else { return }
        open("SENhistory")
        for period in periods {
            open("SEN")
            element("StartDate", period.start)
            element("SENprovision", period.provision)
            element("EndDate", period.end)
            close("SEN")
        }
        close("SENhistory")
    }

    private mutating func write(_ records: [CTFRecord]) {
        guard !records.isEmpty else { return }
        open("StageAssessments")
        for stage in Self.stages(of: records) {
            open("KeyStage")
            element("Stage", stage)
            for record in records where record.stage == stage { write(record) }
            close("KeyStage")
        }
        close("StageAssessments")
    }

    private mutating func write(_ record: CTFRecord) {
        open("StageAssessment")
        element("Locale", record.locale)
        element("Year", record.yearText)
        element("Subject", record.subject)
        element("Method", record.method)
        element("Component", record.component)
        element("ResultStatus", record.status)
        element("ResultQualifier", record.qualifier)
        element("Result", record.result)
        element("ResultDate", record.resultDate)
        close("StageAssessment")
    }

    private static func stages(of records: [CTFRecord]) -> [String] {
        var found: [String] = []
        for record in records where !found.contains(record.stage) { found.append(record.stage) }
        let usual = ["EYF", "KS1", "KS2"]
        return usual.filter(found.contains) + found.filter { !usual.contains($0) }
    }

    private mutating func write(_ periods: [CTFSchoolPeriod]) {
        guard !periods.isEmpty else { return }
        open("SchoolHistory")
        for period in periods {
            open("School")
            write(period.school)
            element("EntryDate", period.entry)
            element("LeavingDate", period.leaving)
            element("LeavingReason", period.reason)
            close("School")
        }
        close("SchoolHistory")
    }
}
