import Assessment

/// A fictional pupil with what the generator knows of them beside the facts that a school has.
struct MadePupil: Sendable {
    var pupil: Pupil
    /// General attainment: 0 is a pupil without disadvantage or special needs in the middle; the unit is a standard deviation.
    var attainment: Double
    /// The calendar year in which the pupil's Year 6 ends.
    let finalYear: Int
    /// 0 to one less than the number of forms.
    let form: Int
    /// Came from another country on the date of entry.
    let isFromAbroad: Bool

    /// Whether the pupil was on the roll in a school year at all.
    func isOnRoll(in year: SchoolYear) -> Bool {
        if let entry = pupil.entryDate, let entered = SchoolYear.containing(entry), entered > year { return false }
        if let leaving = pupil.leavingDate, let left = SchoolYear.containing(leaving), left < year { return false }
        return (0...6).contains(age(in: year))
    }

    /// Years since Reception in a school year.
    func age(in year: SchoolYear) -> Int { year.endYear - (finalYear - 6) }
}
