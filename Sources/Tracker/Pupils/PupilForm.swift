public import Assessment

/// A pupil's details as typed on a form, by field name; checked by ``PupilForm/read(id:year:today:)``.
///
/// Names: `surname forename middle-names preferred-surname preferred-forename upn former-upns date-of-birth sex year-group
/// class entry-date leaving-date ethnicity first-language eal sen fsm fsm6 looked-after was-looked-after service-child groups`.
public struct PupilForm: Sendable, Hashable {
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// The form of a pupil as stored.
    public init(_ pupil: Pupil, place: CohortPlace?) {
        func answer(_ fact: Bool?) -> String { fact.map { $0 ? "yes" : "no" } ?? "" }
        fields = [
            "surname": pupil.surname, "forename": pupil.forename, "middle-names": pupil.middleNames ?? "",
            "preferred-surname": pupil.preferredSurname ?? "", "preferred-forename": pupil.preferredForename ?? "",
            "upn": pupil.upn?.text ?? "", "former-upns": pupil.formerUPNs.map(\.text).joined(separator: ", "),
            "date-of-birth": pupil.dateOfBirth?.description ?? "", "sex": pupil.sex?.rawValue ?? "",
            "year-group": place?.yearGroup.rawValue ?? "", "class": place?.className ?? "",
            "entry-date": pupil.entryDate?.description ?? "", "leaving-date": pupil.leavingDate?.description ?? "",
            "ethnicity": pupil.ethnicity ?? "", "first-language": pupil.firstLanguage ?? "",
            "eal": answer(pupil.isEAL), "sen": pupil.sen?.rawValue ?? "", "fsm": answer(pupil.isFSM),
            "fsm6": answer(pupil.isFSM6), "looked-after": answer(pupil.isLookedAfter),
            "was-looked-after": answer(pupil.wasLookedAfter), "service-child": answer(pupil.isServiceChild),
            "groups": pupil.groups.joined(separator: ", "),
        ]
    }

    /// Reads the form.
    ///
    /// - Returns: the pupil and the place in the year (nil when no year group was entered).
    /// - Throws: ``TrackerError/fields(_:)`` with every field that must be corrected.
    func read(id: Int64, year: SchoolYear, today: CalendarDate?) throws(TrackerError) -> (Pupil, CohortPlace?) {
        var reader = FieldReader(fields: fields)
        var pupil = Pupil(
            id: id, surname: reader.required("surname", "Enter the surname."),
            forename: reader.required("forename", "Enter the forename."))
        pupil.middleNames = reader.text("middle-names")
        pupil.preferredSurname = reader.text("preferred-surname")
        pupil.preferredForename = reader.text("preferred-forename")
        pupil.upn = reader.upn("upn")
        pupil.formerUPNs = reader.upns("former-upns")
        pupil.dateOfBirth = reader.date("date-of-birth", "date of birth")
        if let born = pupil.dateOfBirth, let today, born > today {
            reader.problem("date-of-birth", "The date of birth must be in the past.")
        }
        pupil.sex = reader.choice("sex", "Choose girl, boy or not known.") { Sex(rawValue: $0.uppercased()) }
        pupil.entryDate = reader.date("entry-date", "date of entry")
        pupil.leavingDate = reader.date("leaving-date", "date of leaving")
        if let entry = pupil.entryDate, let leaving = pupil.leavingDate, leaving < entry {
            reader.problem("leaving-date", "The date of leaving must not be before the date of entry.")
        }
        pupil.ethnicity = reader.choice("ethnicity", "The ethnicity must be a DfE code of four letters, like WBRI.") {
            $0.utf8.count == 4 && $0.allSatisfy(\.isLetter) ? $0.uppercased() : nil
        }
        pupil.firstLanguage = reader.choice(
            "first-language", "The first language must be a DfE code of three or four letters, like ENG."
        ) { (3...4).contains($0.utf8.count) && $0.allSatisfy(\.isLetter) ? $0.uppercased() : nil }
        pupil.isEAL = reader.answer("eal")
        pupil.sen = reader.choice("sen", "Choose no SEN, SEN support or EHC plan.") { SENProvision(reading: $0) }
        pupil.isFSM = reader.answer("fsm")
        pupil.isFSM6 = reader.answer("fsm6")
        pupil.isLookedAfter = reader.answer("looked-after")
        pupil.wasLookedAfter = reader.answer("was-looked-after")
        pupil.isServiceChild = reader.answer("service-child")
        pupil.groups = (reader.text("groups") ?? "").split(separator: ",").map { trimBlanks(String($0)) }
            .filter { !$0.isEmpty }
        let yearGroup = reader.choice("year-group", "Choose a year group.") { YearGroup(reading: $0) }
        let className = reader.text("class")
        if yearGroup == nil, className != nil {
            reader.problem("year-group", "Choose the year group of the class.")
        }
        guard reader.problems.isEmpty else { throw .fields(reader.problems) }
        return (
            pupil, yearGroup.map { CohortPlace(pupilID: id, year: year, yearGroup: $0, className: className) }
        )
    }
}
