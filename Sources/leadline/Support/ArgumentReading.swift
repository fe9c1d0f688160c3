public import ArgumentParser
public import Assessment
public import Tracker

/// A school year given as the calendar year in which it ends.
struct YearArgument: ExpressibleByArgument {
    let year: SchoolYear

    init?(argument: String) {
        guard let year = Int(argument).flatMap(SchoolYear.init(endYear:)) else { return nil }
        self.year = year
    }
}

extension AssessmentKind: ExpressibleByArgument {}
extension YearGroup: ExpressibleByArgument {}
extension Subject: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
