import Assessment

/// The parts of a CTF, in the order in which the format has them.
extension ByteText {
    mutating func appendTransferStart(
        _ school: FictionalSchool, year: Int, isFull: Bool, destination: (authority: String, establishment: String),
        description: String = "Partial CTF containing Key Stage 2 data"
    ) {
        append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CTfile>\n" as StaticString)
        open("Header", 1)
        element("DocumentName", 2, "Common Transfer File")
        // CTF 25 serves the school year that begins in September 2025.
        element("CTFversion", 2, "\((year - 1) % 100).0")
        element("DateTime", 2, "\(year)-07-\(isFull ? "20T09:30" : "08T07:45"):00")
        element("DocumentQualifier", 2, isFull ? "full" : "partial")
        if !isFull { element("DataDescriptor", 2, description) }
        element("SupplierID", 2, "Leadline")
        open("SourceSchool", 2)
        element("LEA", 3, school.dfe.la)
        element("Estab", 3, school.dfe.establishment)
        element("URN", 3, school.urn.text)
        element("SchoolName", 3, school.name)
        element("AcademicYear", 3, String(year - 1))
        close("SourceSchool", 2)
        open("DestSchool", 2)
        element("LEA", 3, destination.authority)
        element("Estab", 3, destination.establishment)
        close("DestSchool", 2)
        close("Header", 1)
        open("CTFpupilData", 1)
    }

    mutating func appendTransferEnd() {
        close("CTFpupilData", 1)
        append("</CTfile>\n" as StaticString)
    }

    mutating func appendIdentity(_ pupil: Pupil) {
        element("UPN", 3, pupil.upn?.text)
        element("Surname", 3, pupil.surname)
        element("Forename", 3, pupil.forename)
        element("DOB", 3, pupil.dateOfBirth?.description)
        element("Sex", 3, pupil.sex?.rawValue)
    }

    mutating func appendDetails(_ pupil: Pupil, _ yearGroup: YearGroup, hasLeft: Bool) {
        open("BasicDetails", 3)
        for former in pupil.formerUPNs { element("FormerUPN", 4, former.text) }
        element("PreferredSurname", 4, pupil.preferredSurname)
        element("PreferredForename", 4, pupil.preferredForename)
        element("MiddleNames", 4, pupil.middleNames)
        element("NCyearActual", 4, yearGroup.rawValue)
        element("Ethnicity", 4, pupil.ethnicity)
        element("EthnicitySource", 4, "P")
        if let language = pupil.firstLanguage {
            open("Languages", 4)
            open("Type", 5)
            element("LanguageType", 6, "F")
            element("Language", 6, language)
            close("Type", 5)
            close("Languages", 4)
        }
        element("ServiceChild", 4, pupil.isServiceChild == true ? "Y" : "N")
        element("MedicalFlag", 4, pupil.sen == .plan ? "true" : "false")
        element("EnrolStatus", 4, hasLeft ? "P" : "C")
        close("BasicDetails", 3)
    }

    /// Free school meals, looked after, special needs; each from the pupil's first Reception or entry year.
    mutating func appendCircumstances(_ pupil: Pupil, authority: String) {
        let start = pupil.entryDate?.description
        if pupil.isFSM6 == true {
            open("FSMhistory", 3)
            open("FSMinstance", 4)
            element("FSMstartDate", 5, start)
            if pupil.isFSM != true, let year = pupil.entryDate?.year { element("FSMendDate", 5, "\(year + 1)-07-19") }
            element("UKcountry", 5, "ENG")
            close("FSMinstance", 4)
            close("FSMhistory", 3)
        }
        open("LookedAfter", 3)
        element("InCare", 4, pupil.isLookedAfter == true ? "true" : "false")
        if pupil.isLookedAfter == true { element("CareAuthority", 4, authority) }
        close("LookedAfter", 3)
        open("SENhistory", 3)
        open("SEN", 4)
        element("StartDate", 5, start)
        element("SENprovision", 5, (pupil.sen ?? SENProvision.none).rawValue)
        close("SEN", 4)
        close("SENhistory", 3)
    }

    /// An address that no postman knows, and a parent.
    mutating func appendHome(_ pupil: Pupil, town: String, _ draws: inout SplitMix64) {
        let streets = ["Invented Lane", "Make-Believe Street", "Fiction Road", "Fable Close", "Once-upon-a-Time Way"]
        open("Address", 3)
        open("BS7666Address", 4)
        element("PAON", 5, String(draws.below(180) + 1))
        element("Street", 5, draws.pick(streets))
        element("Town", 5, town)
        close("BS7666Address", 4)
        element("County", 4, "Exampleshire")
        element("PostCode", 4, "ZZ99 \(draws.below(10))ZZ")
        element("Country", 4, "United Kingdom")
        close("Address", 3)
        appendPhone("H", "01632 960\(digits(draws.below(1_000), 3))", 3)
        open("Contacts", 3)
        open("Contact", 4)
        let isMother = draws.happens(0.7)
        element("Order", 5, "1")
        element("Title", 5, isMother ? "Ms" : "Mr")
        element("Surname", 5, pupil.surname)
        element("Forename", 5, draws.pick(isMother ? Background.british.girls : Background.british.boys))
        element("Relationship", 5, isMother ? "PAM" : "PAF")
        element("Responsibility", 5, "true")
        open("Address", 5)
        element("AddressAsPupil", 6, "true")
        close("Address", 5)
        appendPhone("M", "07700 900\(digits(draws.below(1_000), 3))", 5)
        element("Email", 5, "parent\(pupil.id)@example.org")
        close("Contact", 4)
        close("Contacts", 3)
    }

    mutating func appendSchool(_ school: FictionalSchool) {
        element("LEA", 5, school.dfe.la)
        element("Estab", 5, school.dfe.establishment)
        element("URN", 5, school.urn.text)
        element("SchoolName", 5, school.name)
    }

    private mutating func appendPhone(_ type: String, _ number: String, _ level: Int) {
        open("Phones", level)
        open("Phone", level + 1)
        element("TelephoneType", level + 2, type)
        element("PhoneNo", level + 2, number)
        close("Phone", level + 1)
        close("Phones", level)
    }
}
