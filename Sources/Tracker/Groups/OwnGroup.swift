/// One of the school's own groups, such as `Breakfast club`. A group is the pupils in it: one without pupils does not exist.
public struct OwnGroup: Sendable, Hashable {
    public let name: String
    /// Its pupils who have a place in the year that was asked for, in the order of their names.
    public let pupils: [ListedPupil]
    /// How many other pupils are in it: leavers of former years, and those who come later.
    public let elsewhere: Int
}
