import Assessment
import CommonTransferFile

/// In which year group a pupil of a file was in which year, as far as anything says so; asked only where results depend on it.
struct CTFYearGroups {
    /// The school year that the file's header names.
    let fileYear: SchoolYear?
    /// The year group in the file's year, as the file has it.
    private let inFileYear: YearGroup?
    private let birthYear: SchoolYear?

    init(_ pupil: CTFPupil, fileYear: SchoolYear?, stored: CalendarDate?) {
        self.fileYear = fileYear
        inFileYear = pupil.basicDetails?.yearGroup.flatMap(YearGroup.init(reading:))
        birthYear = (stored ?? pupil.dateOfBirth.flatMap(PupilFieldReading.calendarDate)).flatMap(SchoolYear.containing)
    }

    /// By the file's own year group, else by the birth date; nil when neither is known.
    func yearGroup(in year: SchoolYear) -> YearGroup? {
        if let fileYear, let inFileYear {
            return YearGroup(ageAtStart: inFileYear.ageAtStart - (fileYear.endYear - year.endYear))
        }
        return birthYear.flatMap { YearGroup(ageAtStart: year.endYear - $0.endYear - 1) }
    }
}
