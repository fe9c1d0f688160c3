public import Assessment
import Markup

/// What a rule for a group can be made of, and the fields to choose it: they lead to ``SchoolPage/group(_:)``.
public struct GroupRuleChoices: Hashable, Sendable {
    /// The year groups and classes of the year.
    public var yearGroups: [YearGroup]
    public var classes: [String]

    /// Conditions that may be asked at the same time.
    private static let conditions = 2

    public init(yearGroups: [YearGroup], classes: [String]) {
        self.yearGroups = yearGroups
        self.classes = classes
    }

    func fields(_ query: OwnGroupQuery) -> HTML {
        let everybody = FormField.Option("", "Everybody")
        let groups =
            [FormField.Option("", "Any")]
            + PupilGroup.standard.filter { $0 != .all }.map { .init($0.id, $0.title) }
        let conditions = (0..<Self.conditions).html { index in
            FormField(
                "rule", index == 0 ? "Who are" : "and also",
                value: query.rules.count > index ? query.rules[index] : "", id: "field-rule-\(index)"
            ).select(groups)
        }
        return """
            \(FormField("year-group", "Year group", value: query.yearGroup?.rawValue ?? "")
                .select([everybody] + yearGroups.map { .init($0.rawValue, $0.title) }))\
            \(FormField("class", "Class", value: query.className ?? "")
                .select([everybody] + classes.map { .init($0, $0) }))\(conditions)
            """
    }
}
