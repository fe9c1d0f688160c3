import Assessment

/// When a pupil joins and leaves the school.
struct PupilStay {
    let entry: CalendarDate?
    /// nil while on the roll.
    let leaving: CalendarDate?
    let isFromAbroad: Bool

    init(entry: CalendarDate?, leaving: CalendarDate?, isFromAbroad: Bool) {
        self.entry = entry
        self.leaving = leaving
        self.isFromAbroad = isFromAbroad
    }

    /// Most begin in Reception and stay to the end of Year 6; some join later, some of them from abroad; a few leave early.
    ///
    /// Nobody leaves before the first of the three years that the school is made for, for nothing would be known of them.
    init(finalYear: Int, now: SchoolYear, canComeFromAbroad: Bool, _ draws: inout SplitMix64) {
        let receptionYear = finalYear - 6
        let lastYear = min(finalYear, now.endYear)
        let joins = draws.happens(0.17)
        let years = 1 + draws.below(6)
        let joiningYear = receptionYear + years
        var entry = CalendarDate(year: receptionYear - 1, month: 9, day: 4)
        var isFromAbroad = false
        let isJoiner = joins && joiningYear <= lastYear
        if isJoiner {
            isFromAbroad = draws.happens(canComeFromAbroad ? 0.55 : 0.03)
            // Half of them at the beginning of a school year.
            entry =
                draws.happens(0.5)
                ? CalendarDate(year: joiningYear - 1, month: 9, day: 3 + draws.below(3))
                : Self.day(in: joiningYear, months: [10, 11, 1, 2, 3, 4], &draws)
        }
        self.entry = entry
        self.isFromAbroad = isFromAbroad
        let leavesEarly = draws.happens(0.025)
        let leavingYear = now.endYear - draws.below(3)
        if leavesEarly, leavingYear <= finalYear, leavingYear > (isJoiner ? joiningYear : receptionYear) {
            leaving = Self.day(in: leavingYear, months: [10, 11, 12, 1, 2, 3], &draws)
        } else {
            leaving = finalYear < now.endYear ? CalendarDate(year: finalYear, month: 7, day: 21) : nil
        }
    }

    /// A day of a school year, in one of some months.
    private static func day(in endYear: Int, months: [Int], _ draws: inout SplitMix64) -> CalendarDate? {
        let month = draws.pick(months) ?? 1
        return CalendarDate(year: month >= 9 ? endYear - 1 : endYear, month: month, day: draws.below(28) + 1)
    }
}
