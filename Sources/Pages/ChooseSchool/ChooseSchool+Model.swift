/// Choosing among the schools one may see.
public struct ChooseSchoolModel: Page {
    /// One school.
    public struct School: Hashable, Sendable {
        public var name: String
        /// The school, in the year it opens with.
        public var place: SchoolPlace
        /// `Full Edit`
        public var roleTitle: String

        public init(name: String, place: SchoolPlace, roleTitle: String) {
            self.name = name
            self.place = place
            self.roleTitle = roleTitle
        }
    }

    public var schools: [School]

    public init(schools: [School]) {
        self.schools = schools
    }
}
