import Assessment

extension Pupil {
    /// The date of leaving as far as a file of a school year can know it: nil when it lies after that year.
    func leavingDate(knownIn year: SchoolYear) -> CalendarDate? {
        guard let leavingDate, let left = SchoolYear.containing(leavingDate), left <= year else { return nil }
        return leavingDate
    }
}
