/// Finds characters that XML cannot hold (control characters other than tab and line ends, and two noncharacters).
///
/// Names typed or pasted into a web page can have them, and one would make the whole file unreadable for its receiver.
enum CTFTextCheck {
    static func check(_ header: CTFHeader) throws(CTFWriteError) {
        try check("The header", [header.documentName, header.version, header.dateTime, header.qualifier])
        try check("The header", [header.dataDescriptor, header.supplierID, header.academicYear])
        try check("The source school", fields(header.source))
        try check("The destination school", fields(header.destination))
    }

    static func check(_ pupil: CTFPupil) throws(CTFWriteError) {
        try check("UPN", [pupil.upn])
        try check("Surname", [pupil.surname])
        try check("Forename", [pupil.forename])
        try check("Date of birth", [pupil.dateOfBirth])
        try check("Sex", [pupil.sex])
        if let details = pupil.basicDetails {
            try check("Former UPN", details.formerUPNs)
            try check("Preferred name", [details.preferredSurname, details.preferredForename, details.formerSurname])
            try check("Middle names", [details.middleNames])
            try check(
                "Basic details",
                [
                    details.yearGroup, details.ethnicity, details.ethnicitySource, details.serviceChild,
                    details.enrolmentStatus, details.own?.senProvision,
                ])
            for language in details.languages { try check("Language", [language.type, language.code]) }
        }
        for period in pupil.freeSchoolMeals {
            try check("Free school meals", [period.start, period.end, period.country, period.category])
        }
        for period in pupil.senHistory { try check("SEN history", [period.start, period.end, period.provision]) }
        for period in pupil.schoolHistory {
            try check("School history", fields(period.school) + [period.entry, period.leaving, period.reason])
        }
        for record in pupil.records {
            try check(
                "Result",
                [
                    record.locale, record.stage, record.yearText, record.subject, record.method, record.component,
                    record.status, record.qualifier, record.result, record.resultDate,
                ])
        }
    }

    private static func fields(_ school: CTFSchool) -> [String?] {
        [school.la, school.establishment, school.urn, school.name]
    }

    private static func check(_ field: String, _ texts: [String?]) throws(CTFWriteError) {
        for case let text? in texts {
            // Only bytes below a space, and EF BF BE or BF, can be forbidden; most texts are done here.
            guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { continue }
            for scalar in text.unicodeScalars where !isAllowed(scalar.value) {
                throw .forbiddenCharacter(field: field, codePoint: scalar.value)
            }
        }
    }

    private static func isAllowed(_ codePoint: UInt32) -> Bool {
        switch codePoint {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
