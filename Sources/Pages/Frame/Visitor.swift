/// The signed-in person, as far as a page has to know them. What a role may do is decided elsewhere; a page only leaves out
/// the buttons that would be refused.
public struct Visitor: Hashable, Sendable {
    /// `A. Okafor`, or the e-mail address when there is no name.
    public var name: String
    /// `Full Edit`
    public var roleTitle: String
    /// false for anonymised readers: no search by name is offered.
    public var seesNames: Bool
    /// Whether there is more than one school to choose from.
    public var hasSeveralSchools: Bool
    /// The sections of the rail; those that would be refused are left out.
    public var sections: [RailSection]

    public init(
        name: String, roleTitle: String, seesNames: Bool = true, hasSeveralSchools: Bool = false,
        sections: [RailSection] = RailSection.allCases
    ) {
        self.name = name
        self.roleTitle = roleTitle
        self.seesNames = seesNames
        self.hasSeveralSchools = hasSeveralSchools
        self.sections = sections
    }
}
